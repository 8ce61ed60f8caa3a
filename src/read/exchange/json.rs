//! Lists in JSON, one object a work: CSL JSON, and what scripts write. The names of the fields are those
//! of the columns of tables.

use serde_json::{Map, Value};

use super::super::lines::Lines;
use super::super::reference::{Field, Reference};
use super::super::table::{Column, column};
use super::reader::Work;
use super::tagged::{add, is_address};

/// The largest text that is read as a list, in bytes: what JSON becomes in memory is many times as large.
const LARGEST: usize = 16 << 20;

/// How far behind the address before an address is looked for, in bytes: one may be written in a way of its own.
const NEAR: usize = 1 << 16;

/// The works of a list of objects, most of which have an address or a title and nothing but one of
/// both at least; the list may be the only one in an object.
pub(super) fn works(text: &str) -> Option<Vec<Work>> {
    let opening = text.trim_start_matches('\u{feff}').trim_start();
    (opening.starts_with(['[', '{']) && text.len() <= LARGEST).then_some(())?;
    let value: Value = serde_json::from_str(opening).ok()?;
    let objects: Vec<&Map<String, Value>> =
        list(&value)?.iter().map(Value::as_object).collect::<Option<_>>()?;
    let lines = Lines::new(text);
    let mut from = 0;
    let works: Vec<Work> = objects
        .iter()
        .map(|object| {
            let plain = field_of(object, Column::Url).unwrap_or_default();
            let escaped = plain.replace('/', "\\/");
            let near = &text[from..text.floor_char_boundary(from + NEAR)];
            let found = [plain, escaped]
                .iter()
                .filter(|address| !address.is_empty())
                .find_map(|address| Some(from + near.find(address.as_str())?));
            from = found.unwrap_or(from);
            work(object, found.and_then(|at| lines.line(at)))
        })
        .collect();
    let is_addressed = |work: &&Work| !work.reference.url.is_empty() || !work.reference.remark.is_empty();
    let addressed = works.iter().filter(is_addressed).count();
    (addressed > 0 && addressed * 2 >= works.len()).then_some(works)
}

/// The list itself, or the only list of an object.
fn list(value: &Value) -> Option<&Vec<Value>> {
    match value {
        Value::Array(list) => Some(list),
        Value::Object(object) => {
            let mut lists = object.values().filter_map(Value::as_array);
            lists.next().filter(|_| lists.next().is_none())
        }
        _ => None,
    }
}

fn field_of(object: &Map<String, Value>, wanted: Column) -> Option<String> {
    let mut fields = object.iter().filter(|(key, _)| column(key) == Some(wanted));
    fields.find_map(|(_, value)| value.as_str()).map(str::to_owned)
}

fn work(object: &Map<String, Value>, line: Option<u32>) -> Work {
    let mut work = Work::default();
    let Reference { title, container, date, url, accessed, authors, archive_url, publisher, remark, .. } =
        &mut work.reference;
    for (key, value) in object {
        let field = Field { text: said(value), line };
        let place = match column(key) {
            Some(Column::Author) => {
                authors.extend(names(value).into_iter().map(|text| Field { text, line }));
                continue;
            }
            _ if field.is_empty() => continue,
            Some(Column::Url) if url.is_empty() && is_address(&field.text) => &mut *url,
            Some(Column::Url) => {
                add(remark, field);
                continue;
            }
            Some(Column::Archive) if field.text.contains("://") => &mut *archive_url,
            Some(Column::Title) => &mut *title,
            Some(Column::Source) if key.eq_ignore_ascii_case("publisher") => &mut *publisher,
            Some(Column::Source) => &mut *container,
            Some(Column::Published) => &mut *date,
            Some(Column::Accessed) => &mut *accessed,
            Some(Column::Archive) | None => {
                if ["id", "key", "citation-key"].contains(&key.as_str()) {
                    work.label = field.text;
                }
                continue;
            }
        };
        if place.is_empty() {
            *place = field;
        }
    }
    work
}

/// A value as text: of several the first, of a date of CSL its parts.
fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values.first().map(said).unwrap_or_default(),
        Value::Object(object) => match object.get("date-parts").and_then(|dates| dates.get(0)?.as_array()) {
            Some(parts) => iso(parts),
            None => ["raw", "literal"].iter().find_map(|key| object.get(*key)).map(said).unwrap_or_default(),
        },
        Value::Bool(_) | Value::Null => String::new(),
    }
}

fn iso(parts: &[Value]) -> String {
    let parts: Vec<String> = parts.iter().map(said).filter(|part| !part.is_empty()).collect();
    parts.iter().map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-")
}

/// Authors: one in a string, several in a list, of CSL with their parts.
fn names(value: &Value) -> Vec<String> {
    let Value::Array(list) = value else { return vec![said(value)] };
    let name = |value: &Value| match value {
        Value::Object(name) => {
            let part = |key: &str| name.get(key).and_then(Value::as_str).unwrap_or_default();
            format!("{} {}{}", part("given"), part("family"), part("literal")).trim().to_owned()
        }
        value => said(value),
    };
    list.iter().map(name).filter(|name| !name.is_empty()).collect()
}
