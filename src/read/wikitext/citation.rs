//! Templates that give a reference field by field.

use std::ops::Range;

use super::super::reference::{Field, Reference};
use super::names;
use super::parameters::{self, Role};
use super::template::Template;

/// Whether a template is a reference: by its name, or by having an address and a title.
pub(super) fn is_reference(template: &Template) -> bool {
    let has = |role: Role| {
        let mut parameters = template.parameters.iter();
        parameters.any(|(key, range)| !range.is_empty() && parameters::role(key) == Some(role))
    };
    names::is_reference(&template.name)
        || names::meaning(&template.name) == names::Meaning::Nothing && has(Role::Url) && has(Role::Title)
}

/// Reads a reference. `field` turns the text of a value into plain text, or into an address.
pub(super) fn read(template: &Template, mut field: impl FnMut(Range<usize>, bool) -> Field) -> Reference {
    let mut reference = Reference::default();
    let mut family: Option<usize> = None;
    let mut identifier = Field::default();
    let mut date = Parts::default();
    for (key, range) in &template.parameters {
        let Some(role) = parameters::role(key) else { continue };
        let value = field(range.clone(), matches!(role, Role::Url | Role::ArchiveUrl | Role::Identifier(..)));
        if value.is_empty() {
            continue;
        }
        match role {
            Role::Author => {
                reference.authors.push(value);
                family = Some(reference.authors.len() - 1);
            }
            Role::FirstName => add_first_name(&mut reference.authors, family.take(), value),
            Role::Title => set(&mut reference.title, value),
            Role::Translation => set(&mut reference.translation, value),
            Role::Container => set(&mut reference.container, value),
            Role::Publisher => set(&mut reference.publisher, value),
            Role::Date => set(&mut reference.date, value),
            Role::Year => set(&mut date.year, value),
            Role::Month => set(&mut date.month, value),
            Role::Day => set(&mut date.day, value),
            Role::Url => set(&mut reference.url, address(value)),
            Role::Accessed => set(&mut reference.accessed, value),
            Role::ArchiveUrl => set(&mut reference.archive_url, address(value)),
            Role::ArchiveDate => set(&mut reference.archive_date, value),
            Role::Identifier(resolver) => set(&mut identifier, resolved(value, resolver)),
            Role::Text => {}
        }
    }
    set(&mut reference.date, date.joined());
    set(&mut reference.url, identifier);
    reference
}

/// A date given in parts.
#[derive(Default)]
struct Parts {
    day: Field,
    month: Field,
    year: Field,
}

impl Parts {
    fn joined(self) -> Field {
        let Self { day, month, year } = self;
        let (day, month) = if month.is_empty() { (Field::default(), month) } else { (day, month) };
        let parts = [day.text.as_str(), month.text.as_str(), year.text.as_str()];
        let text = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        if year.is_empty() { year } else { Field { text, line: year.line } }
    }
}

/// Whether a reference has nothing that could be printed.
pub(super) fn is_empty(reference: &Reference) -> bool {
    let fields = [
        &reference.title,
        &reference.container,
        &reference.publisher,
        &reference.url,
        &reference.archive_url,
    ];
    reference.authors.is_empty() && fields.iter().all(|field| field.is_empty())
}

/// Makes sense of a template that only says where a source is archived: its address may be that
/// of the capture, or that of the source, with the time of the capture as its date. A source that
/// the text before has already named is not named again.
pub(super) fn settle_archive(
    reference: &mut Reference,
    template: &Template,
    field: impl Fn(Range<usize>) -> Field,
    is_named: impl Fn(&str) -> bool,
) {
    let value = |key: &str| template.value(key).filter(|range| !range.is_empty());
    let text = |key: &str| value(key).map(&field).unwrap_or_default();
    set(&mut reference.title, text("text"));
    set(&mut reference.url, address(text("1")));
    let times = ["date", "wayback", "2", "horodatage archive"].into_iter().map(text);
    let stamp = times.map(|time| time.text).find(|time| is_timestamp(time));
    if let Some(stamp) = stamp.filter(|_| !reference.url.is_empty()) {
        let text = format!("https://web.archive.org/web/{stamp}/{}", reference.url.text);
        reference.archive_url = Field { text, line: reference.url.line };
        reference.date = Field::default();
    } else if is_named(original(&reference.url.text)) {
        reference.archive_url = std::mem::take(&mut reference.url);
        reference.archive_date = std::mem::take(&mut reference.date);
    }
    if reference.url.is_empty() || is_named(&reference.url.text) {
        let Reference { archive_url, archive_date, .. } = std::mem::take(reference);
        *reference = Reference { archive_url, archive_date, ..Reference::default() };
    }
}

/// `20130703120000` or its beginning, as archives write times.
fn is_timestamp(text: &str) -> bool {
    (4..=14).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The address whose capture has this address: what begins with a second scheme.
fn original(capture: &str) -> &str {
    let second = ["http://", "https://"].iter().filter_map(|scheme| capture.rfind(scheme)).max();
    second.filter(|at| *at > 0).map_or("", |at| &capture[at..])
}

/// The first of several parameters with one meaning counts.
fn set(field: &mut Field, value: Field) {
    if field.is_empty() {
        *field = value;
    }
}

/// A first name belongs to the family name before it, or stands for an author.
fn add_first_name(authors: &mut Vec<Field>, family: Option<usize>, first: Field) {
    match family.and_then(|index| authors.get_mut(index)) {
        Some(author) => author.text = format!("{} {}", first.text, author.text),
        None => authors.push(first),
    }
}

/// The value, if it is an address.
fn address(value: Field) -> Field {
    let schemes = ["http://", "https://", "ftp://", "//", "www."];
    let start: String = value.text.chars().take(8).map(|c| c.to_ascii_lowercase()).collect();
    match schemes.iter().find(|scheme| start.starts_with(**scheme)) {
        Some(&"//") => Field { text: format!("https:{}", value.text), ..value },
        Some(_) => value,
        None => Field::default(),
    }
}

/// The web form of an identifier; one that is an address already is kept.
fn resolved(value: Field, resolver: &str) -> Field {
    if value.text.contains("://") {
        return value;
    }
    let number = value.text.rsplit_once(':').map_or(value.text.as_str(), |(_, number)| number);
    let valid = number.contains(|c: char| c.is_ascii_digit()) && !number.contains(['{', '<']);
    if valid { Field { text: format!("{resolver}{number}"), ..value } } else { Field::default() }
}
