//! Tags of wikitext: `<ref>` and the few others that matter.

use std::ops::Range;

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name, lower case; empty for what is no tag.
    pub(super) name: String,
    attributes: &'a str,
    pub(super) closing: bool,
    pub(super) empty: bool,
    /// Bytes up to its end.
    pub(super) length: usize,
}

/// Longest tag, in bytes.
const LONGEST: usize = 1000;

/// The tag at the start of `text`, if there is one.
pub(super) fn read(text: &str) -> Option<Tag<'_>> {
    let rest = text.strip_prefix('<')?;
    let (closing, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).filter(|end| *end > 0)?;
    let name = rest[..end].to_ascii_lowercase();
    let mut quote: Option<u8> = None;
    for (at, byte) in rest.bytes().enumerate().skip(end).take(LONGEST) {
        match byte {
            b'"' | b'\'' if quote == Some(byte) => quote = None,
            b'"' | b'\'' if quote.is_none() && rest[..at].trim_end().ends_with('=') => quote = Some(byte),
            b'>' if quote.is_none() => {
                let empty = rest[end..at].ends_with('/');
                let attributes = rest[end..at].trim_end_matches('/');
                let length = text.len() - rest.len() + at + 1;
                return Some(Tag { name, attributes, closing, empty, length });
            }
            b'<' => return None,
            _ => {}
        }
    }
    None
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while let Some((key, value)) = rest.split_once('=') {
            let value = value.trim_start();
            let (inner, behind) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                _ => value.split_once(char::is_whitespace).unwrap_or((value, "")),
            };
            if key.trim().eq_ignore_ascii_case(name) {
                return Some(inner.trim().to_owned());
            }
            rest = behind.trim_start();
        }
        None
    }
}

/// Where the elements that matter end.
#[derive(Debug)]
pub(super) struct Endings {
    /// The closing tags of notes.
    refs: Vec<Range<usize>>,
    /// Where the last list of notes is closed.
    list: usize,
}

impl Endings {
    pub(super) fn new(source: &str) -> Self {
        let (mut refs, mut list) = (Vec::new(), 0);
        for (at, _) in source.match_indices("</") {
            match read(&source[at..]) {
                Some(tag) if tag.name == "ref" => refs.push(at..at + tag.length),
                Some(tag) if tag.name == "references" => list = at,
                _ => {}
            }
        }
        Self { refs, list }
    }

    /// The first closing tag of a note from `start` on.
    pub(super) fn of_ref(&self, start: usize) -> Option<Range<usize>> {
        self.refs.get(self.refs.partition_point(|tag| tag.start < start)).cloned()
    }

    /// Whether a list of notes is closed behind `at`.
    pub(super) fn has_list_end(&self, at: usize) -> bool {
        self.list >= at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags() {
        let tag = read("<ref name=\"a > b\" group=note />x").expect("a tag");
        assert_eq!((tag.name.as_str(), tag.empty, tag.length), ("ref", true, 31));
        assert_eq!(tag.attribute("name").as_deref(), Some("a > b"));
        assert_eq!(tag.attribute("group").as_deref(), Some("note"));
        assert!(read("</ref >").is_some_and(|tag| tag.closing));
        assert_eq!(read("< 5"), None);
        assert_eq!(read("<ref name=x <b>"), None);
    }
}
