//! The list that biber writes for biblatex (`.bbl`): `\entry{key}{online}{}` with `\field`,
//! `\verb{url}` and `\name`, up to `\endentry`.

use super::super::bibtex::Entry;
use super::super::reference::{Field, Reference};
use super::inline::plain;
use super::reader::Reader;
use super::source::Source;

impl Reader<'_> {
    /// Reads an entry whose `\entry` has just been read.
    pub(super) fn listed_entry(&mut self) {
        let Some(key) = self.source.braced(false) else { return };
        let line = self.source.line();
        if self.missing.contains("\\endentry") {
            return;
        }
        let Some(text) = self.source.take_until("\\endentry", false) else {
            self.missing.insert("\\endentry".to_owned());
            return;
        };
        self.mentions.add_entries(vec![entry(key, &text, line)]);
        self.mentions.cite_all();
    }
}

/// An entry from its commands, the first of which stands on `line`.
fn entry(key: String, text: &str, line: Option<u32>) -> Entry {
    let mut reference = Reference::default();
    let mut date = [String::new(), String::new(), String::new()];
    let mut read = [String::new(), String::new(), String::new()];
    let mut source = Source::new(text, line);
    while let Some(next) = source.peek() {
        if next != b'\\' {
            let length = source.rest().find('\\').unwrap_or(source.rest().len());
            source.advance(length);
            continue;
        }
        let line = source.line();
        let field = |text: String| Field { text, line };
        match source.argument(false).unwrap_or_default().as_str() {
            "\\field" => {
                let (name, value) =
                    (source.braced(false).unwrap_or_default(), source.braced(true).unwrap_or_default());
                match name.as_str() {
                    "year" => date[0] = value,
                    "month" => date[1] = value,
                    "day" => date[2] = value,
                    "urlyear" => read[0] = value,
                    "urlmonth" => read[1] = value,
                    "urlday" => read[2] = value,
                    "title" => reference.title = field(plain(&value)),
                    "journaltitle" | "booktitle" => reference.container = field(plain(&value)),
                    "howpublished" | "note" => reference.remark = field(plain(&value)),
                    _ => {}
                }
            }
            "\\list" => {
                let name = source.braced(false).unwrap_or_default();
                source.braced(false);
                let value = source.braced(true).unwrap_or_default();
                if matches!(name.as_str(), "publisher" | "institution" | "organization") {
                    reference.publisher = field(plain(&value));
                }
            }
            "\\name" => {
                let name = source.braced(false).unwrap_or_default();
                source.braced(false);
                source.braced(false);
                let value = source.braced(true).unwrap_or_default();
                if name == "author" || name == "editor" && reference.authors.is_empty() {
                    reference.authors = names(&value).into_iter().map(field).collect();
                }
            }
            "\\verb" => {
                let name = source.braced(false).unwrap_or_default();
                let value = source.take_until("\\endverb", false).unwrap_or_default();
                let value = value.trim().trim_start_matches("\\verb").trim().to_owned();
                match name.as_str() {
                    "url" | "urlraw" => {
                        reference.url = Field { text: value, line: line.map(|line| line + 1) }
                    }
                    "doi" if reference.url.is_empty() => {
                        reference.url = field(format!("https://doi.org/{value}"));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    reference.date = Field { text: joined(&date), line };
    reference.accessed = Field { text: joined(&read), line };
    Entry { key, reference }
}

/// `family={Ng},familyi={N\bibinitperiod},given={A.}` of every name.
fn names(value: &str) -> Vec<String> {
    let part = |name: &str, key: &str| {
        let at = name.find(key)? + key.len();
        Source::new(&name[at..], None).braced(false).map(|part| plain(&part))
    };
    let each = value.split("hash=").skip(1);
    each.filter_map(|name| {
        let family = part(name, "family=")?;
        Some(match part(name, "given=") {
            Some(given) => format!("{family}, {given}"),
            None => family,
        })
    })
    .collect()
}

/// `2013-07-02` from its parts.
fn joined(parts: &[String; 3]) -> String {
    let mut text = parts[0].clone();
    for part in parts[1..].iter().map(|part| part.trim().parse::<u8>()) {
        let Ok(number) = part else { break };
        if !text.is_empty() {
            text = format!("{text}-{number:02}");
        }
    }
    text
}
