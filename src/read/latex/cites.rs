//! Works that are cited by their keys: `\cite[see][12]{ng2010,orr2012}` and its kin.

use crate::model::Kind;

use super::mentions::Mention;
use super::reader::Reader;

/// Most keys that one command cites.
const MOST: usize = 200;

/// How a command cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// With a marker in the text.
    Marker,
    /// In a footnote.
    Note,
    /// In a footnote, in full.
    FullNote,
    /// In the text, in full.
    Full,
    /// Not at all: the work is only listed.
    None,
}

fn style(name: &str) -> Option<Style> {
    let name = name.strip_suffix('s').filter(|stem| stem.ends_with("cite")).unwrap_or(name);
    Some(match name.to_ascii_lowercase().as_str() {
        "cite" | "citep" | "citet" | "citealp" | "citealt" | "citeauthor" | "citeyear" | "citeyearpar"
        | "citenum" | "citetitle" | "citedate" | "citeurl" | "citeonline" | "citea" | "citenp"
        | "citefullauthor" | "autocite" | "parencite" | "textcite" | "supercite" | "onlinecite"
        | "shortcite" | "posscite" | "volcite" | "pvolcite" | "citeasnoun" | "possessivecite"
        | "shortcitea" | "shortcitenp" | "upcite" | "textcquote" | "parencitetitle" => Style::Marker,
        "footcite" | "footcitetext" | "smartcite" | "fnotecite" => Style::Note,
        "footfullcite" => Style::FullNote,
        "fullcite" | "bibentry" | "fullcitea" => Style::Full,
        "nocite" | "nociteonline" => Style::None,
        _ => return None,
    })
}

impl Reader<'_> {
    /// A command that cites. False if it is none.
    pub(super) fn cite(&mut self, name: &str) -> bool {
        if name == "citeproc" {
            // pandoc prints the citation itself, behind the key.
            let key = self.source.braced(false).unwrap_or_default();
            self.cite_keys(&key, Style::Marker);
            return true;
        }
        let Some(mut style) = style(name) else { return false };
        if name.to_ascii_lowercase().starts_with("autocite") && self.mentions.noted {
            style = Style::Note;
        }
        if style == Style::Note && self.apart > 0 {
            style = Style::Marker;
        }
        let several = name.ends_with("cites");
        self.source.eat("*");
        self.skip_overlay();
        if several {
            while self.source.enclosed(b'(', b')').is_some() {}
        }
        for _ in 0..MOST {
            let remarks = [self.source.optional(), self.source.optional()];
            let Some(keys) = self.source.braced(false) else { break };
            self.cite_keys(&keys, style);
            self.remarks(remarks);
            if !several || !matches!(self.source.peek(), Some(b'[' | b'{')) {
                break;
            }
        }
        true
    }

    fn cite_keys(&mut self, keys: &str, style: Style) {
        if self.muted {
            return;
        }
        for key in keys.split(',').map(str::trim).filter(|key| !key.is_empty()).take(MOST) {
            match style {
                Style::None if key == "*" => self.mentions.cite_all(),
                Style::None => {
                    self.mentions.mention_work(key);
                }
                Style::Marker | Style::Full => {
                    let mention = self.mentions.mention_work(key);
                    self.flow.note_ref(mention);
                }
                Style::Note | Style::FullNote if !self.draft.takes_note() => return,
                Style::Note | Style::FullNote => {
                    self.counters.step("footnote");
                    let label = self.counters.label("footnote");
                    let note = self.add_note(label, Kind::Footnote);
                    let mention = self.mentions.mention(Mention::Note(note));
                    self.flow.note_ref(mention);
                    self.mentions.cite_in(note, key, style == Style::FullNote);
                }
            }
        }
    }

    /// What is said beside the key is read only where it gives an address.
    fn remarks(&mut self, remarks: [Option<String>; 2]) {
        let told =
            |remark: &String| remark.contains("\\url") || remark.contains("\\href") || remark.contains("://");
        for remark in remarks.into_iter().flatten().filter(told) {
            self.source.push(format!(" ({remark})"), "cite");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_how_a_command_cites() {
        for (name, expected) in [
            ("cite", Some(Style::Marker)),
            ("Citep", Some(Style::Marker)),
            ("parencites", Some(Style::Marker)),
            ("footcites", Some(Style::Note)),
            ("nocite", Some(Style::None)),
            ("citestyle", None),
            ("excite", None),
        ] {
            assert_eq!(style(name), expected, "{name}");
        }
    }
}
