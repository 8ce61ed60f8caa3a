//! Lines written right to left as `pdftotext` gives them: between the marks of embedding (Unicode TR9 §2.1),
//! with what is written left to right, and all signs beside it, in the order of the eye.
//!
//! The order of the reader is that of the eye turned round, but for words in Latin letters and numbers.

use std::borrow::Cow;

const RIGHT_TO_LEFT: char = '\u{202b}';
const LEFT_TO_RIGHT: char = '\u{202a}';
const END: char = '\u{202c}';

/// The text in the order of the reader, without the marks.
pub(super) fn mended(text: &str) -> Cow<'_, str> {
    if !text.contains(RIGHT_TO_LEFT) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if line.contains(RIGHT_TO_LEFT) {
            self::line(line, &mut mended);
        } else {
            mended.push_str(line);
        }
    }
    Cow::Owned(mended)
}

fn line(line: &str, mended: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find([RIGHT_TO_LEFT, LEFT_TO_RIGHT, END]) {
        mended.push_str(&rest[..at]);
        let (mark, behind) = rest[at..].split_at(END.len_utf8());
        rest = behind;
        if mark.starts_with(LEFT_TO_RIGHT) {
            let end = rest.find(END).unwrap_or(rest.len());
            turn(&rest[..end], mended);
            rest = &rest[end..];
        }
    }
    mended.push_str(rest);
}

/// Writes what the eye sees from left to right as it is read from right to left.
fn turn(seen: &str, mended: &mut String) {
    let mut rest = seen;
    while let Some(last) = rest.chars().next_back() {
        let start = if last.is_alphanumeric() { word(rest) } else { rest.len() - last.len_utf8() };
        mended.push_str(&rest[start..]);
        rest = &rest[..start];
    }
}

/// Where the number, or the words in Latin letters, that a text ends with begin.
fn word(mut text: &str) -> usize {
    let is_apart = |c: char| c.is_whitespace() || matches!(c, '،' | '؛');
    loop {
        let start =
            text.rfind(is_apart).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let start = start + text[start..].find(char::is_alphanumeric).unwrap_or(0);
        let lettered = text[start..].starts_with(char::is_alphabetic);
        let before = text[..start].strip_suffix(' ').filter(|before| before.ends_with(char::is_alphabetic));
        match before {
            Some(before) if lettered => text = before,
            _ => return start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_eye_becomes_that_of_the_reader() {
        for (seen, read) in [
            (
                "\u{202b}\u{202a} 1\u{202c}קול\u{202a}( https://a.example/b-c/2 ,\u{202c}נצפה ב\u{202a}.)27/7/2020-\u{202c}\u{202c}\n",
                "1 קול, https://a.example/b-c/2 (נצפה ב-27/7/2020).\n",
            ),
            (
                "\u{202b}\u{202a} .1\u{202c}صدى\u{202a}?http://a.example/x.php ،\u{202c}\u{202c}\n",
                "1. صدى، http://a.example/x.php?\n",
            ),
            ("\u{202b}\u{202a}/http://www.a.example ،2010\u{202c}\u{202c}", "2010، http://www.a.example/"),
            ("\u{202b}\u{202a}.The Daily Post ,\u{202c}\u{202c}", ", The Daily Post."),
            ("plain (1)\n", "plain (1)\n"),
        ] {
            assert_eq!(mended(seen), read);
        }
    }
}
