//! Templates: `{{name|value|key=value}}`.

use std::ops::Range;

use super::pairs::Pairs;

/// A template and its parameters.
#[derive(Debug)]
pub(super) struct Template {
    /// Its name, lower case, blanks for underscores.
    pub(super) name: String,
    /// Where it stands.
    pub(super) start: usize,
    /// Keys (lower case; `1`, `2`, … where none is written) and where their values stand.
    pub(super) parameters: Vec<(String, Range<usize>)>,
}

impl Template {
    /// Reads the template whose text between the brackets is `inside`.
    pub(super) fn read(source: &str, pairs: &Pairs, inside: Range<usize>) -> Self {
        let start = inside.start;
        let mut parts = pairs.split(source, inside).into_iter();
        let name = parts.next().map_or("", |name| &source[name]);
        let mut next = 1;
        let parameters = parts.map(|part| {
            let (key, value) = key_and_value(source, pairs, part);
            let key = key.unwrap_or_else(|| {
                next += 1;
                (next - 1).to_string()
            });
            (key, value)
        });
        let parameters = parameters.collect();
        Self { name: normalised(name), start, parameters }
    }

    /// Where the value of a parameter stands.
    pub(super) fn value(&self, key: &str) -> Option<Range<usize>> {
        let found = self.parameters.iter().find(|(known, _)| known == key);
        found.map(|(_, range)| range.clone())
    }

    /// The values that have no key, in order.
    pub(super) fn positional(&self) -> impl DoubleEndedIterator<Item = Range<usize>> {
        let unnamed = self.parameters.iter().filter(|(key, _)| key.bytes().all(|byte| byte.is_ascii_digit()));
        unnamed.map(|(_, range)| range.clone())
    }
}

fn normalised(name: &str) -> String {
    let name = name.replace('\u{1a}', "").replace('_', " ").trim().to_lowercase();
    let namespace = ["template:", "шаблон:", "vorlage:", "modèle:", "plantilla:"];
    let bare = namespace.iter().find_map(|namespace| name.strip_prefix(namespace));
    bare.map(|bare| bare.trim_start().to_owned()).unwrap_or(name)
}

/// Splits a parameter at the first `=` that stands outside brackets, tags and addresses.
fn key_and_value(source: &str, pairs: &Pairs, part: Range<usize>) -> (Option<String>, Range<usize>) {
    let mut at = part.start;
    while at < part.end {
        if let Some(inside) = pairs.inside(at) {
            at = inside.end + 2;
            continue;
        }
        match source.as_bytes()[at] {
            b'=' => {
                let key = source[part.start..at].replace('\u{1a}', "").trim().to_lowercase();
                let plausible = key.chars().count() <= 40 && !key.contains(['/', '?', '"']);
                return if plausible { (Some(key), trimmed(source, at + 1..part.end)) } else { (None, part) };
            }
            b'<' => break,
            _ => at += 1,
        }
    }
    (None, trimmed(source, part))
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..(start + text.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_parameters() {
        let source =
            "{{Cite_web \n| URL = http://a.example/?x=1 | first\n|2=b|http://b.example/?y=2|c=<b e=f>}}";
        let pairs = Pairs::new(source);
        let template = Template::read(source, &pairs, pairs.inside(0).expect("a pair"));
        assert_eq!(template.name, "cite web");
        let read: Vec<_> =
            template.parameters.iter().map(|(key, range)| (key.as_str(), &source[range.clone()])).collect();
        assert_eq!(
            read,
            [
                ("url", "http://a.example/?x=1"),
                ("1", "first"),
                ("2", "b"),
                ("2", "http://b.example/?y=2"),
                ("c", "<b e=f>")
            ]
        );
    }
}
