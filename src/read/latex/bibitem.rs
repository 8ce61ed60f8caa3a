//! Lists of works written out: `\bibitem[Ng(2010)]{ng}`.

use crate::model::Kind;

use super::reader::Reader;

impl Reader<'_> {
    /// Begins the next work of a list.
    pub(super) fn bibitem(&mut self) {
        let printed = self.source.optional();
        let key = self.source.braced(false).unwrap_or_default();
        if self.muted {
            return;
        }
        let label = match printed {
            Some(printed) if is_name(&printed) => key.trim().to_owned(),
            Some(printed) => self.plain(&printed).trim_matches(['[', ']']).trim().to_owned(),
            None => {
                self.counters.step("enumiv");
                self.counters.label("enumiv")
            }
        };
        self.begin_work(&key, label);
    }

    /// What is written from here on is the work with this key.
    pub(super) fn begin_work(&mut self, key: &str, label: String) {
        if self.muted || self.apart > 0 {
            return;
        }
        self.end_work();
        self.flush();
        if !self.draft.takes_note() {
            return;
        }
        let note = self.add_note(label, Kind::Bibliography);
        self.mentions.list(key, note);
        self.work = Some(note);
    }

    /// The work being written ends here.
    pub(super) fn end_work(&mut self) {
        if self.apart > 0 {
            return;
        }
        if let Some(note) = self.work.take() {
            let (done, rest) = std::mem::take(&mut self.flow).broken_off();
            self.flow = rest;
            self.draft.notes[note].flow = done;
        }
    }
}

/// Whether a label is natbib's `Ng(2010)Ng and Orr`, which is for the text and printed at no
/// entry: such an entry goes by its key, as those of databases do.
fn is_name(label: &str) -> bool {
    label.contains('(') && label.contains(')') || label.contains("\\protect")
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn tells_labels_from_names() {
        assert!(is_name("{Ng(2010)}"));
        assert!(!is_name("NO10"));
    }
}
