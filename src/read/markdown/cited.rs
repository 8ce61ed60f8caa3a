//! Citations that are no notes to a parser, as the notes that they are to a reader: those of
//! `MultiMarkdown`, `[p. 12][#doe2012]` and `[#doe2012]: Jane Doe. *Salt*.`, and numbers that addresses
//! are defined for, `[12]` and `[12]: http://…`.

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

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?m)^ {0,3}\[([0-9]{1,4})\]:[ \t]+<?(?:https?://|www\.)";
    Regex::new(pattern).expect("a constant pattern that the tests compile")
});

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\[([0-9]{1,4})\]([(:\[]?)").expect("a constant pattern that the tests compile")
});

/// The source with the citations that it defines written as notes; its lines stay what they are.
pub(super) fn as_notes(source: &str) -> Cow<'_, str> {
    let keyed = keys_as_notes(source);
    match numbers_as_notes(&keyed) {
        Cow::Borrowed(_) => keyed,
        Cow::Owned(numbered) => Cow::Owned(numbered),
    }
}

/// Numbers that stand alone and have an address: `[12]`, but no `[text][12]` and no picture `![12]`.
fn numbers_as_notes(source: &str) -> Cow<'_, str> {
    let mut defined: HashSet<&str> =
        NUMBERED.captures_iter(source).filter_map(|found| Some(found.get(1)?.as_str())).collect();
    if defined.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut used: HashSet<&str> = HashSet::new();
    for found in NUMBER.captures_iter(source) {
        let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { continue };
        let before = &source[..whole.start()];
        let lead = before.trim_end_matches([' ', '\t']);
        match &found[2] {
            _ if before.ends_with([']', '!']) => _ = defined.remove(number.as_str()),
            ":" if lead.is_empty() || lead.ends_with('\n') => {}
            _ => _ = used.insert(number.as_str()),
        }
    }
    NUMBER.replace_all(source, |found: &regex::Captures| {
        let sign = if defined.contains(&found[1]) && used.contains(&found[1]) && &found[2] != "(" {
            "^"
        } else {
            ""
        };
        format!("[{sign}{}]{}", &found[1], &found[2])
    })
}

fn keys_as_notes(source: &str) -> Cow<'_, str> {
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

    #[test]
    fn numbers_with_addresses_are_notes() {
        let source = "Salt [1] and [[2]], see [this][3], [4].\n\n[1]: http://a.example/\n[2]: <http://b.example/>\n\
                      [3]: http://c.example/\n[4]: Jane Doe\n[5]: http://d.example/\n";
        let notes = "Salt [^1] and [[^2]], see [this][3], [4].\n\n[^1]: http://a.example/\n[^2]: <http://b.example/>\n\
                     [3]: http://c.example/\n[4]: Jane Doe\n[5]: http://d.example/\n";
        assert_eq!(as_notes(source), notes);
    }
}
