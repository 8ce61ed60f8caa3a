//! Where a run of address characters ends.

use super::super::chars::{is_hyphen, is_invisible, is_raised_digit, is_unspaced_script};

/// The brackets that are open, and whether the address has stayed within ASCII.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    round: u32,
    square: u32,
    beyond_ascii: bool,
}

/// Entities that a text dump left and that end an address.
const ENDING_ENTITIES: [&str; 7] = ["&lt;", "&gt;", "&quot;", "&nbsp;", "&#39;", "&#34;", "&#160;"];

/// Characters looked at behind a dash.
const LOOKAHEAD: usize = 200;

/// Characters before which a second scheme belongs to the address that holds it:
/// `web/2013…/http://…`, `?url=http://…`.
const NESTING: [char; 8] = ['/', '=', '?', '&', '#', ':', '%', '|'];

/// The end of the address characters from byte `from` of `text`; `begin` is where the address
/// begins.
pub(super) fn end(text: &str, begin: usize, from: usize, state: &mut State) -> usize {
    let mut at = from;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        let goes_on =
            if c.is_ascii() { ascii(text, begin, at, c, state) } else { beyond(text, begin, at, c, state) };
        if !goes_on {
            return at;
        }
        if c == ':'
            && text[next..].starts_with("//")
            && let Some(second) = second_scheme(text, begin, at)
        {
            return second;
        }
        at = next;
    }
    at
}

fn ascii(text: &str, begin: usize, at: usize, c: char, state: &mut State) -> bool {
    match c {
        '"' | '\\' | '^' | '`' | '{' | '}' => false,
        '<' => is_inner_angle(&text[at..]),
        '>' => text[begin..at].rfind('<').is_some_and(|open| is_inner_angle(&text[begin + open..])),
        '(' => {
            state.round += 1;
            true
        }
        ')' => closes(&mut state.round),
        '[' => {
            state.square += 1;
            true
        }
        ']' => closes(&mut state.square),
        '&' => !ENDING_ENTITIES.iter().any(|entity| text[at..].starts_with(entity)),
        ',' | ';' => !text[at + 1..].starts_with("www.") && !is_cue_word(&text[at + 1..]),
        c => c.is_ascii_graphic(),
    }
}

/// Words that say what follows an address, which a missing blank glues to it: `…/g;archived at`.
const CUES: [&str; 10] = [
    "archived ",
    "accessed ",
    "available ",
    "retrieved ",
    "visited ",
    "last ",
    "consulté ",
    "abgerufen ",
    "дата ",
    "see ",
];

fn is_cue_word(text: &str) -> bool {
    CUES.iter().any(|cue| text.get(..cue.len()).is_some_and(|start| start.to_lowercase() == *cue))
}

/// A closing bracket belongs to the address if it opened one.
fn closes(open: &mut u32) -> bool {
    let opened = *open > 0;
    *open = open.saturating_sub(1);
    opened
}

/// The `<…>` of a DOI made from a SICI: `…19:8<693::AID-ASI4>3.0.CO;2-O`, `…008<0001:TITLE>2.0.CO;2`.
fn is_inner_angle(text: &str) -> bool {
    let allowed = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'.');
    let inner = text[1..].bytes().take(64).take_while(allowed).count();
    let rest = &text[1 + inner..];
    let Some(behind) = rest.strip_prefix('>') else { return false };
    let check =
        behind.as_bytes().first().is_some_and(u8::is_ascii_digit) && behind[1..].starts_with(".0.CO;");
    let goes_on = behind.starts_with(|c: char| c.is_ascii_alphanumeric());
    inner > 0 && inner < 64 && goes_on && (check || text[1..=inner].contains("::"))
}

fn beyond(text: &str, begin: usize, at: usize, c: char, state: &mut State) -> bool {
    let before = text[begin..at].chars().next_back();
    if is_unspaced_script(c) && !state.beyond_ascii && before.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    if is_particle(&text[at..]) && !state.beyond_ascii {
        return false;
    }
    if is_hyphen(c) || is_invisible(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fffd}' | '·') {
        return true;
    }
    let next = text[at + c.len_utf8()..].chars().next();
    match c {
        '–' | '−' => next.is_some_and(char::is_alphanumeric),
        '—' => {
            next.is_some_and(char::is_alphanumeric)
                && is_typed_dash(&text[begin..at], &text[at + c.len_utf8()..])
        }
        c => {
            state.beyond_ascii = true;
            (c.is_alphanumeric() && !is_raised_digit(c))
                || matches!(c, '\u{300}'..='\u{36f}')
                || is_ligature_or_sign(c)
        }
    }
}

/// Whether a Japanese sentence goes on behind the address: `http://a.example/が公式ページである`.
fn is_particle(text: &str) -> bool {
    let mut chars = text.chars();
    let particle = chars.next().is_some_and(|c| "がはをにでとものへや".contains(c));
    particle && !chars.next().is_some_and(|c| ('ぁ'..='ゖ').contains(&c))
}

fn is_ligature_or_sign(c: char) -> bool {
    matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{a3}'..='\u{a5}' | '\u{93e}'..='\u{94d}')
}

/// Whether typography made an em dash of the hyphens within an address: the rest of the word is
/// more than a word, or the part of the address it stands in has hyphens or dashes of its own.
fn is_typed_dash(before: &str, behind: &str) -> bool {
    let part = before.rsplit('/').next().unwrap_or_default();
    let dashed = before.matches('/').take(3).count() == 3 && part.contains(|c| is_hyphen(c) || c == '—');
    let word: String = behind.chars().take(LOOKAHEAD).take_while(|c| !c.is_whitespace()).collect();
    dashed && word.contains(|c: char| is_hyphen(c) || c == '—') || has_address_signs(behind)
}

/// Whether the rest of the word is more than a word.
fn has_address_signs(text: &str) -> bool {
    let word: String = text.chars().take(LOOKAHEAD).take_while(|c| !c.is_whitespace()).collect();
    word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').contains(['/', '.', '=', '_'])
}

/// Where a second address begins that was glued to this one; its `:` stands at byte `colon`.
fn second_scheme(text: &str, begin: usize, colon: usize) -> Option<usize> {
    let so_far = &text[begin..colon];
    let scheme = ["https", "http", "ftp"].iter().find(|scheme| so_far.ends_with(**scheme))?;
    let start = so_far.len() - scheme.len();
    let before = so_far[..start].trim_end().chars().next_back()?;
    (!NESTING.contains(&before)).then_some(begin + start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &str) -> &str {
        &text[..end(text, 0, 0, &mut State::default())]
    }

    #[test]
    fn ends_at_spaces_quotes_and_angles() {
        for end in
            [" ", "\u{a0}", "\u{202f}", "\"", "”", "»", "’", ">", "<", "…", "{", "。", "†", "¹", "&gt;", "↩"]
        {
            let text = format!("http://a.org/b{end}c");
            assert_eq!(token(&text), "http://a.org/b", "{end}");
        }
    }

    #[test]
    fn brackets_must_be_its_own() {
        assert_eq!(token("http://a.org/b_(c))."), "http://a.org/b_(c)");
        assert_eq!(token("http://a.org/b?c[0]=1] d"), "http://a.org/b?c[0]=1");
    }

    #[test]
    fn printed_hyphens_and_dashes_stay() {
        assert_eq!(token("http://a.org/b\u{2010}c\u{2011}d–e"), "http://a.org/b\u{2010}c\u{2011}d–e");
        assert_eq!(token("http://a.org/b—c/d.html"), "http://a.org/b—c/d.html");
        assert_eq!(token("http://a.org/b—the"), "http://a.org/b");
        assert_eq!(token("http://a.org/some-thing—so-on."), "http://a.org/some-thing—so-on.");
        assert_eq!(token("http://a.org/some-thing—so"), "http://a.org/some-thing");
        assert_eq!(token("http://a.org/b– c"), "http://a.org/b");
    }

    #[test]
    fn letters_of_every_script() {
        assert_eq!(token("http://пример.рф/очерки-1 x"), "http://пример.рф/очерки-1");
        assert_eq!(token("https://zh.example.org/wiki/北京"), "https://zh.example.org/wiki/北京");
        assert_eq!(token("https://example.org/a에서"), "https://example.org/a");
        assert_eq!(token("https://example.org/が公式"), "https://example.org/");
        assert_eq!(token("https://example.org/のだめ"), "https://example.org/のだめ");
    }

    #[test]
    fn a_second_address_begins_anew_unless_it_is_nested() {
        assert_eq!(token("https://a.org/b2https://c.org/"), "https://a.org/b2");
        assert_eq!(token("http://a.org/b,http://c.org/"), "http://a.org/b,");
        assert_eq!(token("http://a.org/b;www.c.org"), "http://a.org/b");
        assert_eq!(token("http://a.org/b;archived at http://c.org"), "http://a.org/b");
        assert_eq!(token("http://a.org/b,Accessed 3 May"), "http://a.org/b");
        let nested = "https://web.archive.org/web/2013/http://c.org/?u=https://d.org";
        assert_eq!(token(nested), nested);
    }

    #[test]
    fn the_angles_of_a_sici_stay() {
        let sici = "https://doi.org/10.1000/(SICI)1097(1998)49:8<693::AID-ABC4>3.0.CO;2-O";
        assert_eq!(token(sici), sici);
        assert_eq!(token("http://a.org/<b>c"), "http://a.org/");
    }
}
