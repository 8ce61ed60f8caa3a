//! One field a line, behind a tag: RIS (`TI  - Wells`) and the form of `EndNote` (`%T Wells`).

use super::super::reference::{Field, Reference};
use super::reader::Work;

/// What a tag says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Begin,
    Label,
    Title,
    Author,
    Container,
    Publisher,
    Date,
    Url,
    Doi,
    Accessed,
}

/// The tags of RIS as its writers use them: `Y2` is the day of access wherever they give one.
#[rustfmt::skip]
static RIS: [(&str, Tag); 23] = [
    ("TY", Tag::Begin), ("ID", Tag::Label), ("TI", Tag::Title), ("T1", Tag::Title), ("CT", Tag::Title), ("AU", Tag::Author),
    ("A1", Tag::Author), ("A2", Tag::Author), ("T2", Tag::Container), ("JO", Tag::Container), ("JF", Tag::Container), ("JA", Tag::Container),
    ("J2", Tag::Container), ("BT", Tag::Container), ("PB", Tag::Publisher), ("DA", Tag::Date), ("PY", Tag::Date), ("Y1", Tag::Date),
    ("UR", Tag::Url), ("LK", Tag::Url), ("L2", Tag::Url), ("Y2", Tag::Accessed), ("DO", Tag::Doi),
];

/// The tags of `EndNote`.
#[rustfmt::skip]
static ENDNOTE: [(&str, Tag); 14] = [
    ("%0", Tag::Begin), ("%F", Tag::Label), ("%T", Tag::Title), ("%A", Tag::Author), ("%E", Tag::Author), ("%B", Tag::Container),
    ("%J", Tag::Container), ("%W", Tag::Container), ("%I", Tag::Publisher), ("%8", Tag::Date), ("%D", Tag::Date), ("%U", Tag::Url),
    ("%[", Tag::Accessed), ("%R", Tag::Doi),
];

/// The works of a text that begins with such a field.
pub(super) fn works(text: &str) -> Option<Vec<Work>> {
    let first = text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty())?;
    (read(first)?.0 == Tag::Begin).then_some(())?;
    let mut works: Vec<Work> = Vec::new();
    for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
        let Some((tag, value)) = read(line) else { continue };
        if tag == Tag::Begin {
            works.push(Work::default());
        }
        let field = Field { text: value.to_owned(), line: Some(number) };
        if let Some(work) = works.last_mut().filter(|_| !field.is_empty()) {
            take(work, tag, field);
        }
    }
    Some(works)
}

/// The tag of a line that is known, and what stands behind it.
fn read(line: &str) -> Option<(Tag, &str)> {
    let known =
        |tags: &[(&str, Tag)], name: &str| tags.iter().find(|(tag, _)| *tag == name).map(|(_, tag)| *tag);
    let name = line.get(..2)?;
    let rest = &line[2..];
    if name.starts_with('%') {
        return Some((known(&ENDNOTE, name)?, rest.strip_prefix(' ')?.trim()));
    }
    let value = rest.trim_start().strip_prefix('-').filter(|_| rest.starts_with("  "))?;
    Some((known(&RIS, name)?, value.trim()))
}

fn take(work: &mut Work, tag: Tag, field: Field) {
    let Reference { title, container, publisher, date, url, accessed, authors, remark, .. } =
        &mut work.reference;
    let place = match tag {
        Tag::Begin => return,
        Tag::Label => {
            work.label = field.text;
            return;
        }
        Tag::Author => {
            authors.push(field);
            return;
        }
        Tag::Title => title,
        Tag::Container => container,
        Tag::Publisher => publisher,
        Tag::Date => return set_date(date, field),
        Tag::Accessed => return set_date(accessed, field),
        Tag::Url if url.is_empty() && is_address(&field.text) => url,
        Tag::Url | Tag::Doi => return add(remark, field),
    };
    if place.is_empty() {
        *place = field;
    }
}

/// Whether a value is an address and no more than that; other addresses are found where they are printed.
pub(super) fn is_address(text: &str) -> bool {
    text.contains("://") || text.starts_with("www.")
}

/// Adds to what else a work says.
pub(super) fn add(remark: &mut Field, field: Field) {
    if remark.is_empty() {
        *remark = field;
    } else {
        remark.text = format!("{}, {}", remark.text, field.text);
    }
}

/// The most exact of several dates counts.
fn set_date(date: &mut Field, mut field: Field) {
    field.text = iso(&field.text);
    if field.text.len() > date.text.len() {
        *date = field;
    }
}

/// `2012/05/11/12:00:00` as `2012-05-11`; other dates as they are.
fn iso(date: &str) -> String {
    let parts: Vec<&str> = date.split('/').take(3).take_while(|part| !part.is_empty()).collect();
    let numbers = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if date.contains('/') && numbers && parts.first().is_some_and(|year| year.len() == 4) {
        parts.join("-")
    } else {
        date.to_owned()
    }
}
