//! What a word looks like: a piece of an address, a file's name, a word of prose.

use super::super::host;

/// Endings of file names that pages have.
const EXTENSIONS: [&str; 39] = [
    "html", "htm", "shtml", "xhtml", "php", "php3", "asp", "aspx", "jsp", "jspx", "cfm", "cgi", "pdf", "doc",
    "docx", "xls", "xlsx", "ppt", "pptx", "txt", "xml", "json", "csv", "zip", "jpg", "jpeg", "png", "gif",
    "mp3", "mp4", "rtf", "stm", "shtm", "phtml", "odt", "ods", "epub", "nsf", "dhtml",
];

/// A word without the punctuation behind it.
pub(super) fn bare(token: &str) -> &str {
    token.trim_end_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, '/' | '=' | '_' | '-' | '&' | '%' | '#')
    })
}

/// Whether the word ends in (or is) the ending of a file name.
pub(super) fn ends_in_extension(token: &str) -> bool {
    let last = bare(token).rsplit('.').next().unwrap_or_default();
    let last = last.split(['?', '#']).next().unwrap_or_default();
    EXTENSIONS.iter().any(|extension| last.eq_ignore_ascii_case(extension))
}

/// Whether the word is the ending of a file name as typed behind its full stop, and nothing else
/// but a query and the punctuation behind it. In capitals it names a format: `PDF available`.
pub(super) fn is_typed_extension(token: &str) -> bool {
    is_extension(token) && token.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether the word is nothing but the ending of a file name.
pub(super) fn is_extension(token: &str) -> bool {
    let word = bare(token).split(['?', '#', '&']).next().unwrap_or_default();
    EXTENSIONS.iter().any(|extension| word.eq_ignore_ascii_case(extension))
}

/// Whether the address ends with a whole file name: nothing is missing.
pub(super) fn is_finished_file(head: &str) -> bool {
    let path = head.rsplit('/').next().unwrap_or_default();
    !path.contains('?')
        && path.contains('.')
        && head.matches('/').take(3).count() == 3
        && ends_in_extension(path)
}

/// Whether only a piece of an address looks like this: `statepolitics/judge-makes`,
/// `16240&LangID=E`, `1SZ9KoB`, `informed-consent-laws.html`.
pub(super) fn is_address_piece(token: &str) -> bool {
    let word = bare(token);
    if word.chars().count() < 2 || is_date_like(word) || host::is_bare_domain(word) {
        return false;
    }
    has_sign(word)
        || (word.contains('.') && ends_in_extension(word))
        || word.matches('-').count() >= 2
        || is_code(word)
}

fn has_sign(word: &str) -> bool {
    word.contains(['=', '_', '%', '&', '#', '+', '~', '?']) || (word.contains('/') && !is_alternative(word))
}

/// `and/or`, `he/she`, `12/13`, `A/70`: a slash of prose. A word and a long number are none:
/// `news/763606`.
fn is_alternative(word: &str) -> bool {
    const LONG: usize = 4;
    let mut parts = word.split('/');
    let (Some(first), Some(second), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    let numeric = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let plain = |part: &str| part.chars().all(char::is_alphabetic) || numeric(part);
    let numbered = first.contains(char::is_lowercase) && numeric(second) && second.len() >= LONG;
    !second.is_empty() && plain(first) && plain(second) && !numbered
}

/// Letters and digits mixed as no word has them.
fn is_code(word: &str) -> bool {
    let letters = word.chars().any(char::is_alphabetic);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let glued = word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.');
    letters && glued && digits > 0 && word.chars().count() >= 5 && !is_ordinal(word)
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th", "s"]
        .iter()
        .any(|end| word.strip_suffix(end).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit())))
}

/// `2013-07-02`, `12.03.2012`, `02/07/2013`, `10:30`.
fn is_date_like(word: &str) -> bool {
    word.len() <= 10
        && word.contains(|c: char| !c.is_ascii_digit())
        && word.bytes().all(|b| b.is_ascii_digit() || b"-./:".contains(&b))
}

/// Whether the word is letters only, as in prose.
pub(super) fn is_plain_word(token: &str) -> bool {
    let word = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '’')
}

/// Whether the word is what brackets enclose in the name of a page or file: `(2019).pdf`, `(final)-2.pdf`,
/// `(river)` and nothing more.
pub(super) fn is_bracketed_piece(token: &str) -> bool {
    let inner = token.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inner.is_some_and(|(inner, behind)| {
        let goes_on = behind.starts_with(['.', '_', '-', '/']) && bare(behind).len() > 1;
        let ends = behind.chars().all(|c| matches!(c, '.' | ',' | ';'));
        !inner.is_empty() && (goes_on || ends && inner.starts_with(char::is_alphabetic))
    })
}

/// Whether the word is the last letter of an ending of which the address has the rest: `.asp⏎x`.
pub(super) fn lengthens_extension(head: &str, token: &str) -> bool {
    let ending = head.rsplit('.').next().unwrap_or_default();
    let letter = bare(token);
    letter.len() == 1
        && letter.bytes().all(|b| b.is_ascii_lowercase())
        && EXTENSIONS.contains(&format!("{ending}{letter}").as_str())
}

/// Whether the word begins with the rest of an ending that the address breaks off in: `.pd⏎f`, `.ht⏎ml`.
/// Scripts without blanks go on right behind it.
pub(super) fn completes_extension(head: &str, token: &str) -> bool {
    let path = head.split_once("://").map_or(head, |(_, rest)| rest).contains('/');
    let Some((_, begun)) = head.rsplit_once('.').filter(|_| path) else { return false };
    let rest = &token[..token.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(token.len())];
    let behind = token[rest.len()..].chars().next();
    (1..=3).contains(&begun.len())
        && !rest.is_empty()
        && !behind.is_some_and(|c| c.is_ascii_alphanumeric())
        && !EXTENSIONS.contains(&begun)
        && EXTENSIONS.contains(&format!("{begun}{rest}").as_str())
}

/// Whether a byte may be part of a key in capitals and digits.
pub(super) fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-'
}

/// Whether the word is such a key, or a part of one: `MPU-JTKY`, `4CG7`.
pub(super) fn is_key(token: &str) -> bool {
    let word = bare(token);
    let mixed = word.contains('-') || word.contains(|c: char| c.is_ascii_digit());
    word.starts_with(|c: char| c.is_ascii_uppercase()) && mixed && word.bytes().all(is_key_byte)
}

/// Whether the word is letters or digits between hyphens: `records-12`, `l-8`.
pub(super) fn is_hyphened_word(token: &str) -> bool {
    let word = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.contains('-')
        && word.contains(char::is_alphabetic)
        && word.split('-').all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
}

/// Whether the word is digits only.
pub(super) fn is_number(token: &str) -> bool {
    let word = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_addresses() {
        for word in [
            "statepolitics/judge-makes",
            "16240&LangID=E.",
            "1SZ9KoB;",
            "informed-consent-laws.html.",
            "one-two-three",
            "t_wisc_give",
            "samesex.html;",
            "statutes/",
        ] {
            assert!(is_address_piece(word), "{word}");
        }
    }

    #[test]
    fn words_of_prose() {
        for word in [
            "and/or",
            "2013-07-02",
            "12.03.2012,",
            "Example.kz,",
            "well-known",
            "history.",
            "2010s",
            "21st",
            "10:30",
            "a",
            "12/13",
        ] {
            assert!(!is_address_piece(word), "{word}");
        }
    }

    #[test]
    fn whole_files() {
        assert!(is_finished_file("http://a.org/b/index.html"));
        assert!(!is_finished_file("http://a.org/b.php?c=d"));
        assert!(!is_finished_file("http://example.zip"));
        assert!(is_extension("html."));
        assert!(is_extension("aspx?a=b"));
        assert!(!is_extension("htmlx"));
        assert!(completes_extension("http://a.org/b.pd", "f、2022"));
        assert!(completes_extension("http://a.org/b.ht", "ml."));
        assert!(!completes_extension("http://a.org/b.htm", "l"));
        assert!(!completes_extension("http://a.ht", "ml"));
    }
}
