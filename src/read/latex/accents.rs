//! Accents: `\'e`, `\"{o}`, `\v{c}`, `\'\i`.

use unicode_normalization::UnicodeNormalization;

/// Accent commands and the combining characters that they mean.
static ACCENTS: [(&str, char); 19] = [
    ("'", '\u{301}'),
    ("`", '\u{300}'),
    ("^", '\u{302}'),
    ("\"", '\u{308}'),
    ("~", '\u{303}'),
    ("=", '\u{304}'),
    (".", '\u{307}'),
    ("u", '\u{306}'),
    ("v", '\u{30c}'),
    ("H", '\u{30b}'),
    ("c", '\u{327}'),
    ("k", '\u{328}'),
    ("d", '\u{323}'),
    ("b", '\u{331}'),
    ("r", '\u{30a}'),
    ("G", '\u{30f}'),
    ("U", '\u{30e}'),
    ("C", '\u{30f}'),
    ("t", '\u{361}'),
];

/// The combining character of an accent command.
pub(super) fn accent(name: &str) -> Option<char> {
    ACCENTS.iter().find(|(known, _)| *known == name).map(|(_, mark)| *mark)
}

/// A letter with an accent over it; an accent over nothing stands for itself.
pub(super) fn accented(base: &str, mark: char) -> String {
    let mut letters = base.chars();
    let Some(first) = letters.next() else { return alone(mark).to_owned() };
    let first = match first {
        'ı' => 'i',
        'ȷ' => 'j',
        other => other,
    };
    let composed: String = [first, mark].into_iter().nfc().collect();
    composed + letters.as_str()
}

fn alone(mark: char) -> &'static str {
    match mark {
        '\u{303}' => "~",
        '\u{302}' => "^",
        '\u{301}' => "´",
        '\u{300}' => "`",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes() {
        for (base, name, letter) in [
            ("e", "'", "é"),
            ("o", "\"", "ö"),
            ("c", "v", "č"),
            ("ı", "'", "í"),
            ("и", "u", "й"),
            ("", "~", "~"),
        ] {
            assert_eq!(accented(base, accent(name).expect("an accent")), letter);
        }
        assert_eq!(accent("x"), None);
    }
}
