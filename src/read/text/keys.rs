//! Keys in brackets that entries of a bibliography begin with: `[Bra19]`, `[GMP+81]`.

use std::ops::Range;

use super::lines::Line;
use super::notes::Found;

/// Labels the entries with their keys, where most of them have one.
pub(super) fn label(lines: &[Line], found: &mut [Found]) {
    let keys: Vec<Option<Range<usize>>> = found.iter().map(|found| key(lines[found.start()].text)).collect();
    if keys.iter().flatten().count() * 4 < keys.len() * 3 {
        return;
    }
    for (found, key) in found.iter_mut().zip(keys) {
        let Some(key) = key else { continue };
        let text = lines[found.start()].text;
        let rest = &text[key.end + 1..];
        found.text_at = text.len() - rest.trim_start().len();
        text[key].clone_into(&mut found.sign);
    }
}

/// The bytes of the key that a line begins with.
fn key(text: &str) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let start = text.len() - text.trim_start().len() + 1;
    let inner = text.trim_start().strip_prefix('[')?;
    let length = inner.find(']').filter(|length| (2..=LONGEST).contains(length))?;
    let key = &inner[..length];
    let plain = key.chars().all(|c| c.is_alphanumeric() || "+-:.*’'".contains(c));
    (plain && key.starts_with(char::is_uppercase) && inner.len() > length + 1)
        .then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_short_and_in_brackets() {
        let found = |text: &str| key(text).map(|key| text[key].to_owned());
        assert_eq!(found("  [Bra19] L. Brandt."), Some("Bra19".to_owned()));
        assert_eq!(found("[GMP+81] A. Gray"), Some("GMP+81".to_owned()));
        for text in
            ["[12] A. Gray", "[PDF]", "[The title] in brackets", "Bra19 L. Brandt", "[translated] Gray"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
