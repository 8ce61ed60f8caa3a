//! Soft hyphens that are printed hyphens: some fonts name the glyph of the hyphen so, and what was made with
//! them gives up `Jean\u{ad}Marc` for `Jean-Marc`.

use std::borrow::Cow;

const SOFT: char = '\u{ad}';

/// The text with hyphens for the soft ones, where these stand within lines and hardly any hyphen does: a
/// true soft hyphen is seen at the ends of lines only.
pub(super) fn mended(text: &str) -> Cow<'_, str> {
    const LEAST: usize = 3;
    if !text.contains(SOFT) {
        return Cow::Borrowed(text);
    }
    let within = |hyphen: char| {
        let behind = |at: usize| text[at + hyphen.len_utf8()..].starts_with(char::is_alphanumeric);
        let before = |at: usize| text[..at].ends_with(char::is_alphanumeric);
        text.match_indices(hyphen).filter(|(at, _)| before(*at) && behind(*at)).count()
    };
    let soft = within(SOFT);
    if soft >= LEAST && within('-') * 10 <= soft {
        Cow::Owned(text.replace(SOFT, "-"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_no_other_hyphen_is() {
        let text = "Jean\u{ad}Marc wrote http://a.example/well\u{ad}news/2012\u{ad}05 on wa\u{ad}\nter.";
        assert_eq!(mended(text), "Jean-Marc wrote http://a.example/well-news/2012-05 on wa-\nter.");
        let both = text.replace("Jean\u{ad}", "Jean-");
        assert_eq!(mended(&both), both);
        assert_eq!(
            mended("wa\u{ad}\nter and dam\u{ad}\nage and dike\u{ad}\nreeve"),
            "wa\u{ad}\nter and dam\u{ad}\nage and dike\u{ad}\nreeve"
        );
    }
}
