//! From rows to blocks.

use csv::{ReaderBuilder, StringRecord};

use crate::model::{Block, BlockKind, Document, Format};

use super::super::flow::{Flow, Sign};
use super::super::lines::Lines;
use super::super::reference::{Field, Reference};
use super::columns::{Column, column};
use super::list::{self, is_address};

/// What separates values, the most usual first.
static SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// How many rows are looked at to tell whether a text is a table.
const SAMPLE: usize = 200;

/// Reads a table or a list of addresses, if the text is one.
pub(in crate::read) fn read_table(text: &str) -> Option<Document> {
    let flows = match list::addresses(text) {
        Some(addresses) => addresses.into_iter().map(|(address, line)| link(address, line)).collect(),
        None => SEPARATORS.iter().find_map(|separator| rows(text, *separator))?,
    };
    let mut document = Document::new(Format::Text);
    let blocks = flows.into_iter().map(|flow| Block { kind: BlockKind::Item, text: flow.finish(Some) });
    document.body.extend(blocks);
    Some(document)
}

fn link(address: &str, line: u32) -> Flow {
    let mut flow = Flow::default();
    flow.open(Sign::Link(address.to_owned()));
    flow.push(address, Some(line));
    flow.close();
    flow
}

/// The rows of a table with this separator; none if it is no table.
fn rows(text: &str, separator: u8) -> Option<Vec<Flow>> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    if !first.as_bytes().contains(&separator) {
        return None;
    }
    let mut records = records(text, separator);
    let sample: Vec<StringRecord> = records.by_ref().take(SAMPLE).collect();
    let header = sample.first()?;
    let named: Vec<Option<Column>> = header.iter().map(column).collect();
    let (names, columns) = if named.contains(&Some(Column::Url)) && !header.iter().any(is_address) {
        (1, named)
    } else {
        (0, columns_by_content(&sample)?)
    };
    let rows: Vec<StringRecord> = sample.into_iter().chain(records).skip(names).collect();
    let lines = Lines::new(text);
    let ends = rows.iter().skip(1).map(start).chain([text.len()]);
    let row = |(record, end)| references(fields(record, text.get(..end).unwrap_or(text), &lines), &columns);
    Some(rows.iter().zip(ends).flat_map(row).collect())
}

/// The rows of a text, read as they are asked for.
fn records(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    std::iter::from_fn(move || reader.read_record(&mut record).ok()?.then(|| packed(&record)))
}

/// A copy of a row in its own size: a clone would be as large as the widest row before it.
fn packed(record: &StringRecord) -> StringRecord {
    let mut copy: StringRecord = record.iter().collect();
    copy.set_position(record.position().cloned());
    copy
}

/// Of a table without names of columns, those that hold nothing but addresses.
fn columns_by_content(sample: &[StringRecord]) -> Option<Vec<Option<Column>>> {
    let width = sample.first()?.len();
    if sample.len() < 2 || width < 2 || sample.iter().any(|record| record.len() != width) {
        return None;
    }
    let holds_addresses = |at: usize| {
        let mut filled =
            sample.iter().filter_map(|record| record.get(at)).filter(|value| !value.trim().is_empty());
        let mut count = 0;
        filled.all(|value| {
            is_address(value.trim()) && {
                count += 1;
                true
            }
        }) && count > 0
    };
    let columns: Vec<_> = (0..width).map(|at| holds_addresses(at).then_some(Column::Url)).collect();
    columns.contains(&Some(Column::Url)).then_some(columns)
}

/// Where a row begins.
fn start(record: &StringRecord) -> usize {
    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default()
}

/// The values of a row (`text` ends where it does) with the lines they stand on, as far as they are found there as they are.
fn fields(record: &StringRecord, text: &str, lines: &Lines) -> Vec<Field> {
    let mut rest = text.get(start(record)..).unwrap_or_default();
    let mut line = lines.line(text.len() - rest.len() + (rest.len() - rest.trim_start().len()));
    let mut fields = Vec::with_capacity(record.len());
    for value in record {
        if let Some(at) = rest.find(value) {
            line = lines.line(text.len() - rest.len() + at);
            rest = &rest[at + value.len()..];
        } else {
            // Quotes are doubled in it: what follows is not looked for.
            rest = "";
        }
        fields.push(Field { text: value.split_whitespace().collect::<Vec<_>>().join(" "), line });
    }
    fields
}

/// The references that a row gives: one for each of its addresses, the first with all that the
/// row says.
fn references(fields: Vec<Field>, columns: &[Option<Column>]) -> Vec<Flow> {
    let mut reference = Reference::default();
    let mut further = Vec::new();
    for (field, column) in fields.into_iter().zip(columns).filter(|(field, _)| !field.is_empty()) {
        match column {
            Some(Column::Url) => further.extend(addresses(field)),
            Some(Column::Title) => reference.title = field,
            Some(Column::Author) => reference.authors.push(field),
            Some(Column::Source) => reference.container = field,
            Some(Column::Published) => reference.date = field,
            Some(Column::Accessed) => reference.accessed = field,
            Some(Column::Archive) if is_address(&field.text) => reference.archive_url = field,
            Some(Column::Archive) | None => {}
        }
    }
    let mut further = further.into_iter();
    let Some(first) = further.next() else { return Vec::new() };
    reference.url = first;
    let further = further.map(|url| Reference { url, ..Reference::default() });
    std::iter::once(reference).chain(further.collect::<Vec<_>>()).map(|reference| print(&reference)).collect()
}

/// The addresses of a value that has several, `http://a.example/1; http://a.example/2`, or one with a remark,
/// `http://a.example/1 (archived)`. A blank may as well stand in an address.
fn addresses(value: Field) -> Vec<Field> {
    let remark = value.text.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim());
    let remarked = remark.starts_with(['(', '[']) && remark.ends_with([')', ']']);

    let words = || value.text.split_whitespace().map(|word| word.trim_end_matches([';', ',']));
    let found: Vec<Field> = words()
        .filter(|word| is_address(word))
        .map(|word| Field { text: word.to_owned(), line: value.line })
        .collect();
    if found.len() > 1 || found.len() == 1 && remarked { found } else { vec![value] }
}

fn print(reference: &Reference) -> Flow {
    let mut flow = Flow::default();
    reference.write(&mut flow);
    flow
}
