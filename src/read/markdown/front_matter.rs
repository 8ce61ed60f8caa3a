//! What a document says of itself before it begins: YAML (`---`), TOML (`+++`), pandoc's `%`
//! lines.
//!
//! Only the title and the date are looked for, at the top level, so that a metadata block that
//! no YAML parser would accept still gives them.

use crate::model::{Document, PartialDate};

use super::super::dates::document_date;

/// Keys that name the document's own date, best first.
static DATE_KEYS: [&str; 6] = ["date", "published", "pubdate", "publishdate", "publish_date", "created"];

/// Takes title and date out of front matter; returns the byte at which the text begins.
pub(super) fn read(source: &str, document: &mut Document) -> usize {
    for (fence, ends) in [("---", ["---", "..."]), ("+++", ["+++", "+++"])] {
        if let Some((inside, length)) = fenced(source, fence, ends) {
            let pairs = pairs(inside);
            let value =
                |key: &str| pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
            document.title = value("title").filter(|title| !title.is_empty()).map(str::to_owned);
            document.date = DATE_KEYS.iter().find_map(|key| document_date(value(key)?));
            return length;
        }
    }
    title_block(source, document)
}

/// The text between two fences, and where the second ends. A first line of dashes that is not
/// followed by a `key:` is a rule, not a fence.
fn fenced<'a>(source: &'a str, fence: &str, ends: [&str; 2]) -> Option<(&'a str, usize)> {
    let first = source.split_inclusive('\n').next().filter(|line| line.trim_end() == fence)?;
    let mut at = first.len();
    for line in source[at..].split_inclusive('\n') {
        if ends.contains(&line.trim_end()) {
            return Some((&source[first.len()..at], at + line.len()));
        }
        if at == first.len() && !line.contains([':', '=', '#']) {
            return None;
        }
        at += line.len();
    }
    None
}

/// The keys (lower case) and values of the top level.
fn pairs(inside: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in inside.lines() {
        if line.starts_with([' ', '\t']) {
            continue_value(&mut pairs, line.trim());
        } else if let Some((key, value)) = line.split_once([':', '=']).filter(|_| !line.starts_with('#')) {
            let value = value.trim();
            let block = value.starts_with(['>', '|']) && value.len() <= 2;
            let value = if block { String::new() } else { unquoted(value) };
            pairs.push((key.trim().to_lowercase(), value));
        }
    }
    pairs
}

/// A line that is set in belongs to the value before, unless that is a structure of its own.
fn continue_value(pairs: &mut [(String, String)], line: &str) {
    let structure =
        line.starts_with("- ") || line.split_once(": ").is_some_and(|(key, _)| !key.contains(' '));
    if let Some((_, value)) = pairs.last_mut().filter(|_| !structure) {
        if !value.is_empty() {
            value.push(' ');
        }
        value.push_str(line);
    }
}

fn unquoted(value: &str) -> String {
    if let Some(inner) = value.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        return inner.replace("''", "'");
    }
    match value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\\\"", "\""),
        None => value.split(" #").next().unwrap_or(value).trim_end().to_owned(),
    }
}

/// pandoc's `% title`, `% authors`, `% date`.
fn title_block(source: &str, document: &mut Document) -> usize {
    let mut at = 0;
    let mut fields = Vec::new();
    for line in source.split_inclusive('\n').take(3) {
        let Some(field) = line.strip_prefix('%') else { break };
        fields.push(field.trim());
        at += line.len();
    }
    document.title = fields.first().filter(|title| !title.is_empty()).map(|title| (*title).to_owned());
    document.date = fields.get(2).and_then(|date| document_date(date)).or(None::<PartialDate>);
    at
}

#[cfg(test)]
mod tests {
    use crate::model::Format;

    use super::*;

    fn read_from(source: &str) -> (Option<String>, Option<String>, &str) {
        let mut document = Document::new(Format::Markdown);
        let start = read(source, &mut document);
        (document.title, document.date.map(|date| date.to_string()), &source[start..])
    }

    #[test]
    fn reads_yaml() {
        let source = "---\ntitle: '\"Some\" of it''s true'\nauthor:\n- name: A B\n  title: Dr\ndate: August 6, 2017\n---\nText";
        let expected = (Some("\"Some\" of it's true".into()), Some("2017-08-06".into()), "Text");
        assert_eq!(read_from(source), expected);
        let source = "---\r\ntitle: >\r\n  Two\r\n  lines\r\nDate: 2020-01-02 10:00 # local\r\n...\r\nText";
        assert_eq!(read_from(source), (Some("Two lines".into()), Some("2020-01-02".into()), "Text"));
    }

    #[test]
    fn reads_toml_and_title_blocks() {
        let source = "+++\ntitle = \"Dry season\"\ndate = 2019-05-01\n+++\nText";
        assert_eq!(read_from(source), (Some("Dry season".into()), Some("2019-05-01".into()), "Text"));
        let source = "% Dry season\n% A. B.\n% May 2019\n\nText";
        assert_eq!(read_from(source), (Some("Dry season".into()), Some("2019-05".into()), "\nText"));
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for source in ["---\n\nText\n\n---\n", "---\ntitle: never closed", "Text"] {
            assert_eq!(read_from(source), (None, None, source));
        }
    }
}
