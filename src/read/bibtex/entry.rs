//! An entry as a bibliography prints it.

use std::collections::HashMap;

use super::super::flow::Flow;
use super::super::latex::{address_of, plain};
use super::super::reference::{Field, Reference};
use super::dates::date;

/// Most authors that are named.
const MOST_AUTHORS: usize = 20;

/// The longest text that is taken over from another entry, in bytes.
const LONGEST_INHERITED: usize = 500;

/// Ways to name the day on which a source was read.
static READ: [&str; 8] = [
    "urldate",
    "accessed",
    "lastchecked",
    "lastaccessed",
    "access-date",
    "accessdate",
    "visited",
    "retrieved",
];

/// An entry with its key.
#[derive(Debug, Clone)]
pub(in crate::read) struct Entry {
    pub(in crate::read) key: String,
    pub(in crate::read) reference: Reference,
}

impl Entry {
    /// Takes over what the work that it is a part of says (`crossref`).
    pub(super) fn inherit(&mut self, title: &Field, date: &Field) {
        if self.reference.container.is_empty() && title.text.len() <= LONGEST_INHERITED {
            self.reference.container = title.clone();
        }
        if self.reference.date.is_empty() && date.text.len() <= LONGEST_INHERITED {
            self.reference.date = date.clone();
        }
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.reference.is_empty()
    }

    /// Writes the entry as a bibliography prints it.
    pub(in crate::read) fn write(&self, flow: &mut Flow) {
        if !self.is_empty() {
            self.reference.write(flow);
        }
    }

    /// Writes what a note prints of a work that is listed elsewhere.
    pub(in crate::read) fn write_short(&self, flow: &mut Flow) {
        let Reference { authors, title, .. } = &self.reference;
        let short = Reference {
            authors: authors.iter().take(1).cloned().collect(),
            title: title.clone(),
            ..Reference::default()
        };
        short.write(flow);
    }
}

/// The fields of an entry, as written, with their lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(pub(super) HashMap<String, (String, Option<u32>)>);

impl Fields {
    /// A field; one that is marked as optional (`OPTurldate`, as Emacs writes it) says what it says all the
    /// same.
    fn raw(&self, name: &str) -> Option<(&str, Option<u32>)> {
        let found = self.0.get(name).or_else(|| self.0.get(&format!("opt{name}")))?;
        Some((found.0.as_str(), found.1)).filter(|(value, _)| !value.trim().is_empty())
    }

    /// The first of several fields, as it is printed.
    fn first(&self, names: &[&str]) -> Field {
        let found = names.iter().find_map(|name| self.raw(name));
        found.map_or_else(Field::default, |(value, line)| Field { text: plain(value), line })
    }

    fn text(&self, name: &str) -> String {
        self.first(&[name]).text
    }

    /// The reference that the fields make.
    pub(super) fn reference(&self) -> Reference {
        let mut reference = Reference {
            authors: self.names(),
            title: self.title(),
            translation: self.first(&["titletranslation", "translatedtitle"]),
            container: self.first(&[
                "journal",
                "journaltitle",
                "booktitle",
                "maintitle",
                "newspaper",
                "website",
                "series",
            ]),
            publisher: self.first(&["publisher", "institution", "school", "organization"]),
            date: self.date(),
            url: self.url(),
            accessed: self.first(&READ),
            archive_url: self.address(&["archiveurl", "archive-url", "urlarchive"]),
            archive_date: self.first(&["archivedate", "archive-date"]),
            remark: self.further_urls(),
        };
        self.remarks(&mut reference);
        if reference.url.is_empty() && !reference.remark.text.contains("://") {
            reference.url = self.identified();
        }
        reference
    }

    fn names(&self) -> Vec<Field> {
        let Some((value, line)) = ["author", "authors", "editor"].iter().find_map(|name| self.raw(name))
        else {
            return Vec::new();
        };
        let value = value.replace(['\n', '\r', '\t'], " ");
        let names = value.split(" and ").take(MOST_AUTHORS).map(|name| match name.trim() {
            "others" => "et al.".to_owned(),
            name => plain(name),
        });
        names.filter(|name| !name.is_empty()).map(|text| Field { text, line }).collect()
    }

    fn title(&self) -> Field {
        let mut title = self.first(&["title", "titleaddon"]);
        let subtitle = self.text("subtitle");
        if !subtitle.is_empty() && !title.is_empty() {
            title.text = format!("{}: {subtitle}", title.text);
        }
        title
    }

    fn date(&self) -> Field {
        let text = date(&self.text("date"), &self.text("year"), &self.text("month"), &self.text("day"));
        let line =
            ["date", "year", "month"].iter().find_map(|name| self.raw(name)).and_then(|(_, line)| line);
        Field { text, line }
    }

    fn address(&self, names: &[&str]) -> Field {
        let found = names.iter().find_map(|name| self.raw(name));
        found.map_or_else(Field::default, |(value, line)| Field { text: one_address(value), line })
    }

    /// The address: a field of its own. Several in one field are printed as they are.
    fn url(&self) -> Field {
        self.address(&["url", "link", "ee"])
    }

    /// Addresses beside the first in one field, as Mendeley exports them.
    fn further_urls(&self) -> Field {
        let Some((value, line)) = self.raw("url") else { return Field::default() };
        let words = value.split(|c: char| c.is_whitespace()).filter(|word| word.contains("://"));
        let further: Vec<String> = words.skip(1).map(one_address).collect();
        Field { text: further.join(", "), line }
    }

    /// What is printed behind the rest: where it was published, what else there is to say.
    fn remarks(&self, reference: &mut Reference) {
        for name in ["howpublished", "note", "addendum", "urlnote"] {
            let Some((value, line)) = self.raw(name) else { continue };
            let text = plain(value);
            let text = text.trim_end_matches('.');
            if text.is_empty() || *text == reference.url.text {
                continue;
            }
            let remark = &mut reference.remark;
            if remark.is_empty() {
                *remark = Field { text: text.to_owned(), line };
            } else {
                remark.text = format!("{}, {text}", remark.text);
            }
        }
    }

    /// The address that an identifier stands for, where no other is given.
    fn identified(&self) -> Field {
        if let Some((value, line)) = self.raw("doi") {
            let doi = address_of(value);
            let doi = doi.find("10.").map_or("", |at| &doi[at..]);
            let text = if doi.is_empty() { String::new() } else { format!("https://doi.org/{doi}") };
            return Field { text, line };
        }
        let Some((value, line)) = self.raw("eprint") else { return Field::default() };
        let kind = self.text("eprinttype") + &self.text("archiveprefix");
        let number = address_of(value);
        let number = number.trim_start_matches("arXiv:");
        let text = match kind.to_lowercase().as_str() {
            _ if number.contains("://") => number.to_owned(),
            "arxiv" => format!("https://arxiv.org/abs/{number}"),
            "jstor" => format!("https://www.jstor.org/stable/{number}"),
            "pubmed" => format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"),
            "hdl" => format!("https://hdl.handle.net/{number}"),
            _ => String::new(),
        };
        Field { text, line }
    }
}

/// The address in a field that should be nothing else; of several the first.
fn one_address(value: &str) -> String {
    let value = value.trim();
    let inner = value.strip_prefix("\\url").map_or(value, str::trim_start);
    let first = inner.split(|c: char| c.is_whitespace()).find(|word| word.contains("://"));
    let several = inner.matches("://").count() > 1 && inner.contains(char::is_whitespace);
    let address = address_of(first.filter(|_| several).unwrap_or(inner));
    address.trim_matches(['<', '>', ' ', ',', ';']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::one_address;

    #[test]
    fn reads_addresses() {
        for (value, address) in [
            ("http://a.example/x\\_y", "http://a.example/x_y"),
            ("\\url{http://a.example/x%20y}", "http://a.example/x%20y"),
            ("http://a.example/\n   x", "http://a.example/x"),
            ("http://a.example/x, http://b.example/y", "http://a.example/x"),
            ("<http://a.example/>", "http://a.example/"),
            ("", ""),
        ] {
            assert_eq!(one_address(value), address);
        }
    }
}
