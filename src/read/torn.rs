//! Where a file broke off: an address that its text ends with may have gone on.

use super::draft::Draft;

/// The longest address that is told, in characters.
const LONGEST: usize = 200;

/// What an editor is told of the address that the text of a torn file ends with: that of `note`, or
/// of the body.
pub(super) fn warning(draft: &Draft, note: Option<usize>) -> Option<String> {
    let text = match note {
        Some(note) => &draft.notes.get(note)?.flow.text,
        None => &draft.blocks.iter().rev().find(|block| !block.flow.text.is_empty())?.flow.text,
    };
    let address = address_at_end(text)?;
    Some(format!("the file breaks off at the address {address}, which may have gone on"))
}

fn address_at_end(text: &str) -> Option<String> {
    let word = text.rsplit(char::is_whitespace).next()?.trim_start_matches(['(', '[', '<', '"', '“', '«']);
    let lower: String = word.chars().take(8).flat_map(char::to_lowercase).collect();
    let address = ["http://", "https://", "ftp://", "www."].iter().any(|start| lower.starts_with(start));
    address.then(|| word.chars().take(LONGEST).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_at_the_very_end_is_told() {
        assert_eq!(address_at_end("See (http://a.example/b").as_deref(), Some("http://a.example/b"));
        for text in ["See http://a.example/b and", "See http://a.example/b ", "", "See a.example"] {
            assert_eq!(address_at_end(text), None, "{text}");
        }
    }
}
