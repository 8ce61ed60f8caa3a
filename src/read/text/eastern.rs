//! Numbers of notes as Chinese, Japanese and Korean texts print them: `①`, `（1）`, `１）`, `注1`, `[注1]`, `※1`, `*1`.

use super::shape;

/// A number of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value.
    pub value: u32,
    /// How many bytes it has, with brackets and the word for a note.
    pub length: usize,
    /// Whether it is one wherever it stands: it has a sign or a word for a note.
    pub said: bool,
}

/// The longest number that counts notes.
const MAX_DIGITS: usize = 4;

const OPENING: [char; 6] = ['（', '〔', '［', '【', '(', '['];
const CLOSING: [char; 6] = ['）', '〕', '］', '】', ')', ']'];

/// What notes are called before their number, the longest first.
const WORDS: [&str; 14] =
    ["脚注", "注釈", "註釈", "注释", "原注", "訳注", "译注", "編注", "각주", "주", "注", "註", "※", "*"];

/// The number that a text starts with, if it is printed in one of these ways and none that other texts have
/// as well (`1)`, `[1]`).
pub(super) fn number(text: &str) -> Option<Number> {
    let first = text.chars().next()?;
    if let Some(value) = circled(first) {
        return Some(Number { value, length: first.len_utf8(), said: false });
    }
    let opened = OPENING.iter().position(|open| *open == first);
    let inner = if opened.is_some() { &text[first.len_utf8()..] } else { text };
    let word = WORDS.iter().find(|word| inner.starts_with(**word)).map_or(0, |word| word.len());
    let (value, digits) = digits(&inner[word..])?;
    let at = text.len() - inner.len() + word + digits;
    let behind = text[at..].chars().next();
    let printed = &text[at - digits..at];
    let wide = !printed.is_ascii();
    let closed = match opened {
        Some(which) => behind.filter(|c| *c == CLOSING[which])?.len_utf8(),
        None => behind.filter(|c| is_stop(*c, wide || word > 0)).map_or(0, char::len_utf8),
    };
    let plain = match opened {
        Some(_) => first.is_ascii() && !wide,
        None => closed == 0 || behind.is_some_and(|c| c.is_ascii()) && !wide,
    };
    (word > 0 || !plain).then_some(Number { value, length: at + closed, said: word > 0 })
}

/// The bytes of the sign or word for a note that a text ends with, of a number that was found without it.
pub(super) fn word_before(text: &str) -> usize {
    WORDS.iter().find(|word| text.ends_with(**word)).map_or(0, |word| word.len())
}

/// What closes a number that nothing opens. The full stops and brackets of other texts do so only behind
/// what they have not.
fn is_stop(c: char, eastern: bool) -> bool {
    c == '）' || eastern && matches!(c, ')' | '．' | '.' | '：' | ':' | '、')
}

/// The value of digits of either width, and their bytes.
fn digits(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length) = (0, 0);
    for (count, c) in text.chars().enumerate() {
        let Some(digit) = digit(c) else { break };
        if count == MAX_DIGITS {
            return None;
        }
        value = value * 10 + digit;
        length += c.len_utf8();
    }
    (value > 0 && digit(text.chars().next()?)? > 0).then_some((value, length))
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        c => c.to_digit(10),
    }
}

/// `①` to `㊿`, `⑴` to `⒇`, `⒈` to `⒛`, `❶` to `❿`.
fn circled(c: char) -> Option<u32> {
    let from = |start: char, first: u32| Some(u32::from(c) - u32::from(start) + first);
    match c {
        '①'..='⑳' => from('①', 1),
        '⑴'..='⒇' => from('⑴', 1),
        '⒈'..='⒛' => from('⒈', 1),
        '❶'..='❿' => from('❶', 1),
        '㉑'..='㉟' => from('㉑', 21),
        '㊱'..='㊿' => from('㊱', 36),
        _ => None,
    }
}

/// How much a number in a text looks like the marker of a note. It stands where a clause ends: lists that
/// run on have such numbers before their items.
pub(super) fn weight(before: &str, number: Number, after: &str) -> i32 {
    const CLAUSE: [char; 20] = [
        '。', '，', '；', '、', '：', '！', '？', '」', '』', '》', '）', '”', '’', '…', '.', ',', ';', ')',
        '!', '?',
    ];
    let glued = before.chars().next_back().is_some_and(|c| !c.is_whitespace() && !c.is_ascii_digit());
    let ends = after.is_empty() || after.starts_with(CLAUSE) || after.starts_with(char::is_whitespace);
    let ended = shape::ends_sentence(before) || before.ends_with(['」', '』', '》', '）']);
    match () {
        () if !glued => 2,
        () if ends => 40,
        () if ended => 25,
        () if number.said => 20,
        () => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_notes() {
        for (text, value, length) in [
            ("①李", 1, 3),
            ("㉕ 李", 25, 3),
            ("⑿李", 12, 3),
            ("（12）李", 12, 8),
            ("１２）山", 12, 9),
            ("1）山", 1, 4),
            ("１．山", 1, 6),
            ("注1 山", 1, 4),
            ("註１：山", 1, 9),
            ("[注12]山", 12, 7),
            ("（脚注3）", 3, 13),
            ("주1) 김", 1, 5),
            ("※2 山", 2, 4),
            ("*3 山", 3, 2),
            ("〔4〕山", 4, 7),
        ] {
            let number = number(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((number.value, number.length), (value, length), "{text}");
        }
        for text in [
            "1) Wells",
            "(1) Wells",
            "[1] Wells",
            "1. Wells",
            "12 wells",
            "注意",
            "（一）",
            "2012年",
            "*so*",
            "１",
            "０）",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn words_before_a_number() {
        assert_eq!(word_before("定義している*"), 1);
        assert_eq!(word_before("定義している脚注"), 6);
        assert_eq!(word_before("定義している"), 0);
    }

    #[test]
    fn markers_end_a_clause() {
        let weight = |before: &str, text: &str| {
            let number = number(text).expect("a number");
            weight(before, number, &text[number.length..])
        };
        assert_eq!(weight("供水量减少", "①。"), 40);
        assert_eq!(weight("供水量减少。", "①调查"), 25);
        assert_eq!(weight("包括", "①水，②井"), 2);
        assert_eq!(weight("包括①水，", "②井"), 2);
        assert_eq!(weight("減少", "注1と"), 20);
        assert_eq!(weight(" ", "①水"), 2);
    }
}
