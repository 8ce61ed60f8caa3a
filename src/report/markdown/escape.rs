//! Untrusted text in Markdown: shown to the letter, never obeyed.
//!
//! Signs of Markdown get a backslash (`CommonMark` 0.31 §2.4). `<`, `>` and `&` become entities,
//! which also those converters understand that know no backslash before them. What is escaped here
//! never stands at the start of a line, so list, heading and quote signs need no escape.

use url::Url;

use crate::report::clean::{clean, shorten};

/// Addresses longer than this are shown, but not linked: no browser opens them.
const LONGEST_LINK: usize = 4096;

/// How much of an address is shown.
const SHOWN: usize = 200;

/// At most `most` characters of `text` on one line, all of them literal.
pub(in crate::report) fn literal(text: &str, most: usize) -> String {
    let text = clean(text);
    let text = shorten(&text, most);
    let mut safe = String::with_capacity(text.len());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            // Within a word an underscore means nothing.
            '_' if is_word(before) && is_word(characters.peek().copied()) => safe.push('_'),
            // After a blank it may close a heading.
            '#' if before.is_none_or(char::is_whitespace) => safe.push_str("\\#"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                safe.push('\\');
                safe.push(character);
            }
            _ => safe.push(character),
        }
        before = Some(character);
    }
    safe
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// `text` as a link to `address`, or as mere text if that is no `http` or `https` address.
pub(super) fn link(text: &str, most: usize, address: &str) -> String {
    let text = literal(text, most);
    match destination(address) {
        Some(destination) => format!("[{text}](<{destination}>)"),
        None => text,
    }
}

/// An address as a link to itself.
pub(super) fn address(address: &str) -> String {
    match destination(address) {
        Some(destination) if destination == address && destination.chars().count() <= SHOWN => {
            format!("<{destination}>")
        }
        _ => link(address, SHOWN, address),
    }
}

/// The address as a link's destination between angle brackets; none if it is not to be clicked.
fn destination(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    if !matches!(url.scheme(), "http" | "https") || url.as_str().len() > LONGEST_LINK {
        return None;
    }
    let mut destination = String::with_capacity(url.as_str().len());
    for (at, character) in url.as_str().char_indices() {
        match character {
            '<' => destination.push_str("%3C"),
            '>' => destination.push_str("%3E"),
            '\\' => destination.push_str("%5C"),
            '`' => destination.push_str("%60"),
            '|' => destination.push_str("%7C"),
            '&' if begins_entity(&url.as_str()[at + 1..]) => destination.push_str("&amp;"),
            _ => destination.push(character),
        }
    }
    Some(destination)
}

/// Whether an `&` before `rest` would be read as the start of an entity.
fn begins_entity(rest: &str) -> bool {
    let name =
        rest.trim_start_matches(|character: char| character.is_ascii_alphanumeric() || character == '#');
    name.len() < rest.len() && name.starts_with(';')
}

/// `text` in a block that is shown as it is, ready to copy.
pub(super) fn block(text: &str) -> String {
    let text = clean(text);
    let fence = "`".repeat(longest_run(&text, '`').max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

/// A short name as code.
pub(in crate::report) fn code(name: &str) -> String {
    format!("`{}`", clean(name).replace('`', "'").replace('|', "\\|"))
}

fn longest_run(text: &str, of: char) -> usize {
    text.split(|character| character != of).map(str::len).max().unwrap_or_default()
}
