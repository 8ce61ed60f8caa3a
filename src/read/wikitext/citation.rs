//! Templates that give a reference field by field.

use std::ops::Range;

use super::super::reference::{Field, Reference};
use super::names::{self, Role};
use super::template::Template;

/// The reference that a template gives, if it is one: by its name, or by having an address and a
/// title. `field` turns the text of a value into plain text.
pub(super) fn reference(template: &Template, field: impl Fn(Range<usize>) -> Field) -> Option<Reference> {
    let mut reference = Reference::default();
    let mut family: Option<usize> = None;
    for (key, range) in &template.parameters {
        let Some(role) = names::role(key) else { continue };
        let value = field(range.clone());
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
            Role::Url => set(&mut reference.url, value),
            Role::Accessed => set(&mut reference.accessed, value),
            Role::ArchiveUrl => set(&mut reference.archive_url, value),
            Role::ArchiveDate => set(&mut reference.archive_date, value),
            Role::Text => {}
        }
    }
    if !is_address(&reference.url.text) {
        reference.url = Field::default();
    }
    if !is_address(&reference.archive_url.text) {
        reference.archive_url = Field::default();
    }
    let addressed = !reference.url.is_empty() && !reference.title.is_empty();
    (names::is_reference(&template.name) || addressed).then_some(reference)
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

fn is_address(text: &str) -> bool {
    let scheme = ["http://", "https://", "ftp://", "//", "www."];
    let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    scheme.iter().any(|scheme| start.starts_with(scheme)) && !text.contains(char::is_whitespace)
}
