//! The fields of an entry: `name = {value}`, `name = "value" # abbreviation`.

use super::strings::Strings;

/// A field as it is written, without the brackets around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    /// Lower case.
    pub(super) name: String,
    pub(super) value: String,
    /// The byte of the body at which the value begins.
    pub(super) at: usize,
}

/// The key of an entry, and where its fields begin.
pub(super) fn key(body: &str) -> (&str, usize) {
    let end = body.find([',', '}', '\n', '=']).unwrap_or(body.len());
    let key = body[..end].trim();
    if body[end..].starts_with('=') || key.contains(['{', '"']) {
        return ("", 0);
    }
    (key, end + usize::from(body[end..].starts_with(',')))
}

/// The fields of an entry's body from byte `start` on. A broken entry is read line by line.
pub(super) fn fields(body: &str, start: usize, strings: &Strings) -> Vec<Raw> {
    whole(body, start, strings).unwrap_or_else(|| by_lines(body, start, strings))
}

/// Reads fields as they should be written. None if a bracket is left open.
fn whole(body: &str, start: usize, strings: &Strings) -> Option<Vec<Raw>> {
    let mut fields = Vec::new();
    let mut at = start;
    loop {
        at += body[at..].len() - body[at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
        let rest = &body[at..];
        if rest.starts_with('%') {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        }
        let length = name_length(rest);
        if length == 0 {
            return Some(fields);
        }
        let name = rest[..length].to_lowercase();
        let behind = rest[length..].trim_start();
        let Some(value) = behind.strip_prefix('=') else {
            // A stray word: it is skipped.
            at += length;
            continue;
        };
        at = body.len() - value.trim_start().len();
        let (value, end) = concatenated(body, at, strings)?;
        fields.push(Raw { name, value, at });
        at = end;
    }
}

/// A value in pieces with `#` between them, from byte `at` on; returns where it ends.
fn concatenated(body: &str, mut at: usize, strings: &Strings) -> Option<(String, usize)> {
    let mut value = String::new();
    loop {
        let rest = &body[at..];
        match rest.as_bytes().first() {
            Some(b'{') => {
                let length = braced(rest)?;
                if swallows(&rest[..length]) {
                    return None;
                }
                value.push_str(&rest[1..length - 1]);
                at += length;
            }
            Some(b'"') => {
                let length = quoted(rest)?;
                value.push_str(&rest[1..length - 1]);
                at += length;
            }
            _ => {
                let length = rest.find([',', '}', '#', '\n', ')']).unwrap_or(rest.len());
                value.push_str(strings.text(rest[..length].trim()));
                at += length;
            }
        }
        let behind = body[at..].trim_start();
        match behind.strip_prefix('#') {
            Some(next) => at = body.len() - next.trim_start().len(),
            None => return Some((value, at)),
        }
    }
}

/// The length of what stands in braces, these included. None if it is left open.
fn braced(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether further fields stand in a value: the brace that ends it is another's.
fn swallows(value: &str) -> bool {
    value.lines().skip(1).any(|line| {
        let line = line.trim_start();
        let behind = line[name_length(line)..].trim_start();
        let begins = behind.strip_prefix('=').map(str::trim_start);
        behind.len() < line.len() && begins.is_some_and(|value| value.starts_with(['{', '"']))
    })
}

/// The length of what stands in quotation marks: braces protect those within.
fn quoted(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.checked_sub(1)?,
            b'"' if depth == 0 => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Every line that begins with `name =` begins a field; brackets do not count.
fn by_lines(body: &str, start: usize, strings: &Strings) -> Vec<Raw> {
    let mut fields: Vec<Raw> = Vec::new();
    let mut at = start;
    for line in body[start..].split_inclusive('\n') {
        let text = line.trim_start();
        let length = name_length(text);
        match text[length..].trim_start().strip_prefix('=').filter(|_| length > 0) {
            Some(value) => {
                let begin = at + line.len() - value.trim_start().len();
                fields.push(Raw {
                    name: text[..length].to_lowercase(),
                    value: value.trim().to_owned(),
                    at: begin,
                });
            }
            None => {
                if let Some(last) = fields.last_mut() {
                    last.value.push(' ');
                    last.value.push_str(line.trim());
                }
            }
        }
        at += line.len();
    }
    for field in &mut fields {
        let value = field.value.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '}' | '"'));
        let inner = value.trim_start_matches(['{', '"']);
        let bare = inner.len() == value.len();
        field.value = if bare { strings.text(value).to_owned() } else { inner.to_owned() };
    }
    fields
}

fn name_length(text: &str) -> usize {
    let starts = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    let length =
        text.bytes().take(60).take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:+.".contains(byte));
    if starts { length.count() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Vec<(String, String)> {
        let (_, start) = key(body);
        let fields = fields(body, start, &Strings::default());
        fields.into_iter().map(|field| (field.name, field.value)).collect()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn reads_values_of_every_kind() {
        assert_eq!(
            read("ng, Title = {A {B} \"c\"},\n month = \"2~\" # jul, year=2013 , note = \"x {\"}y\" }"),
            [
                pair("title", "A {B} \"c\""),
                pair("month", "2~July"),
                pair("year", "2013"),
                pair("note", "x {\"}y"),
            ]
        );
        assert_eq!(key("ng2010, title"), ("ng2010", 7));
        assert_eq!(key("title = {x}"), ("", 0));
    }

    #[test]
    fn reads_broken_entries_by_their_lines() {
        assert_eq!(
            read(
                "ng,\n  title = {Open {brace},\n  url = {http://a.example/x},\n  year = 2013\n  month = jul\n}"
            ),
            [
                pair("title", "Open {brace"),
                pair("url", "http://a.example/x"),
                pair("year", "2013"),
                pair("month", "July"),
            ]
        );
        assert_eq!(
            read("ng, title = {A} url = {http://a.example/}"),
            [pair("title", "A"), pair("url", "http://a.example/")]
        );
    }
}
