//! The citations of `MultiMarkdown`, `[p. 12][#doe2012]` and `[#doe2012]: Jane Doe. *Salt*.`, as the notes
//! that they are to a reader: the sign before the key is exchanged, so that offsets stay true.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

static DEFINITION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^ {0,3}\[#([^\[\]\s]{1,80})\]:").expect("a constant pattern that the tests compile")
});

static USE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\[#([^\[\]\s]{1,80})\]").expect("a constant pattern that the tests compile")
});

/// The source with the citations that it defines written as notes, as long as before.
pub(super) fn as_notes(source: &str) -> Cow<'_, str> {
    if !source.contains("[#") {
        return Cow::Borrowed(source);
    }
    let key = |text: &str| text.to_lowercase();
    let defined: HashSet<String> = DEFINITION.captures_iter(source).map(|found| key(&found[1])).collect();
    if defined.is_empty() {
        return Cow::Borrowed(source);
    }
    USE.replace_all(source, |found: &regex::Captures| {
        let sign = if defined.contains(&key(&found[1])) { '^' } else { '#' };
        format!("[{sign}{}]", &found[1])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_defined_is_a_note() {
        let source = "Salt[p. 12][#doe] and [#lost].\n\n[#doe]: Jane Doe.\n";
        assert_eq!(as_notes(source), "Salt[p. 12][^doe] and [#lost].\n\n[^doe]: Jane Doe.\n");
        assert_eq!(as_notes("A [#tag]."), "A [#tag].");
    }
}
