//! Where the entries of a database begin.

/// What stands from one `@` to the next that begins an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// `article`, `string`, `comment`: what stands behind the `@`.
    pub(super) kind: &'a str,
    /// What stands behind the opening bracket.
    pub(super) body: &'a str,
    /// The byte of the file at which the body begins.
    pub(super) at: usize,
}

/// The records of a database, in order. An `@` begins one at the start of a line, or behind a
/// closing brace.
pub(super) fn records(text: &str) -> Vec<Record<'_>> {
    let mut starts: Vec<(usize, &str, usize)> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at].trim_end_matches([' ', '\t', '\u{feff}']);
        let begins = before.is_empty() || before.ends_with(['\n', '\r', '}']);
        if let Some((kind, body)) = head(text, at).filter(|_| begins) {
            starts.push((at, kind, body));
        }
    }
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|((_, kind, body), end)| Record { kind, body: &text[*body..end.max(*body)], at: *body })
        .collect()
}

/// `@article{` or `@article(`: the kind, and where the body begins.
fn head(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = &text[at + 1..];
    let name = rest.trim_start_matches([' ', '\t']);
    let length = name.bytes().take(40).take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'_').count();
    let behind = name[length..].trim_start_matches([' ', '\t', '\r', '\n']);
    let opens = length > 0 && behind.starts_with(['{', '(']);
    opens.then(|| (&name[..length], text.len() - behind.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_what_begins_an_entry() {
        let text = "Junk a@b.example {x}\n@Article{ng, title={A @ b}} @book(orr,\n url={http://a.example/@x}\n  @ misc\n{q,";
        let kinds: Vec<_> = records(text).iter().map(|record| (record.kind, record.body.len())).collect();
        assert_eq!(kinds.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), ["Article", "book", "misc"]);
        assert_eq!(records(text)[2].body, "q,");
        assert!(records("@").is_empty());
    }
}
