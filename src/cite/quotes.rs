//! Quotations, with the quotation marks of many countries, nested or left open.

use std::ops::Range;

/// Marks looked back at for the one that a closing mark closes.
const REACH: usize = 4;

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// With its marks.
    pub(super) outer: Range<usize>,
    /// Without them.
    pub(super) inner: Range<usize>,
}

/// An open quotation: where its mark stands, its end, and the kind of the mark.
struct Open {
    at: usize,
    inner: usize,
    mark: char,
}

/// The outermost quotations of a text in order, and where quotations open that nothing closes.
/// Linear.
pub(super) fn quotes(text: &str) -> (Vec<Quote>, Vec<usize>) {
    let mut open: Vec<Open> = Vec::new();
    let mut closed: Vec<Quote> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        match role(c, before, after, open.last().map(|open| open.mark)) {
            Role::Opens => open.push(Open { at, inner: at + c.len_utf8(), mark: c }),
            Role::Closes => close(&mut open, &mut closed, at, c),
            Role::Neither => {}
        }
        before = c;
    }
    let left = open.iter().filter(|open| open.mark != '\'' && open.mark != '‘').map(|open| open.at).collect();
    (closed, left)
}

fn close(open: &mut Vec<Open>, closed: &mut Vec<Quote>, at: usize, mark: char) {
    let Some(depth) = open.iter().rev().take(REACH).position(|open| closes(open.mark, mark)) else { return };
    open.truncate(open.len() - depth);
    let Some(opened) = open.pop() else { return };
    while closed.last().is_some_and(|inner| inner.outer.start > opened.at) {
        closed.pop();
    }
    closed.push(Quote { outer: opened.at..at + mark.len_utf8(), inner: opened.inner..at });
}

enum Role {
    Opens,
    Closes,
    Neither,
}

fn role(c: char, before: char, after: char, top: Option<char>) -> Role {
    let starts = !before.is_alphanumeric() && !matches!(before, '.' | ',' | ';' | '?' | '!' | '…');
    let word_follows = after.is_alphanumeric()
        || matches!(after, '«' | '“' | '‘' | '„' | '[' | '#' | '(' | '$' | '¿' | '¡' | '…' | '\'' | '"');
    let ends = !after.is_alphanumeric();
    match c {
        '“' if top == Some('„') && ends => Role::Closes,
        '“' if top == Some('“') && ends && !before.is_whitespace() && !word_follows => Role::Closes,
        '”' if top.is_none() && word_follows && before.is_whitespace() => Role::Opens,
        '«' if top == Some('»') => Role::Closes,
        '»' if top.is_none() && word_follows && starts => Role::Opens,
        '"' if starts && !after.is_whitespace() && (top != Some('"') || !ends) => Role::Opens,
        '‘' if starts && word_follows => Role::Opens,
        '\'' if starts && word_follows && after.is_alphabetic() => Role::Opens,
        '’' | '‘' | '\'' if ends && matches!(top, Some('‘' | '\'' | '‚')) => Role::Closes,
        '‚' if before.is_whitespace() && after.is_alphabetic() => Role::Opens,
        '“' | '„' | '‟' | '『' | '「' | '《' | '«' | '‹' => Role::Opens,
        '”' | '』' | '」' | '》' | '»' | '›' | '"' => Role::Closes,
        _ => Role::Neither,
    }
}

/// Whether `mark` closes what `opened` opened.
fn closes(opened: char, mark: char) -> bool {
    match opened {
        '“' | '„' | '‟' | '”' => matches!(mark, '”' | '“' | '"'),
        '«' => mark == '»',
        '»' => mark == '«',
        '‹' => mark == '›',
        '‘' | '‚' => matches!(mark, '’' | '‘' | '\''),
        '『' => mark == '』',
        '「' => mark == '」',
        '《' => mark == '》',
        '"' => matches!(mark, '"' | '”'),
        other => other == mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        quotes(text).0.into_iter().map(|quote| &text[quote.inner]).collect()
    }

    #[test]
    fn marks_of_many_countries() {
        for text in [
            "“a b”",
            "\"a b\"",
            "«a b»",
            "„a b“",
            "„a b”",
            "‘a b’",
            "»a b«",
            "”a b”",
            "‹a b›",
            "'a b'",
            "「a b」",
        ] {
            assert_eq!(found(&format!("x, {text}, y")), ["a b"], "{text}");
        }
    }

    #[test]
    fn nested() {
        assert_eq!(found("“Об «одном» слове” [“The “one” word”]"), ["Об «одном» слове", "The “one” word"]);
        assert_eq!(found("“Проверки “неправильных” сайтов” и"), ["Проверки “неправильных” сайтов"]);
        assert_eq!(found("\"Press 'undue' sites,\" X"), ["Press 'undue' sites,"]);
    }

    #[test]
    fn apostrophes_are_none() {
        assert_eq!(found("the agency's and the users’ “list's end” of the '90s"), ["list's end"]);
        assert_eq!(found("‘Women’s rights,’ X"), ["Women’s rights,"]);
    }

    #[test]
    fn left_open() {
        let text = "Institute, \"Civil Initiatives, @ and “more”";
        let (closed, open) = quotes(text);
        assert_eq!(closed.len(), 1);
        assert_eq!(open, [text.find('"').expect("there")]);
    }

    #[test]
    fn behind_punctuation_a_mark_closes() {
        assert_eq!(found("“Whose turn?” Outlet, “Next.”"), ["Whose turn?", "Next."]);
        assert_eq!(found("A 5\" disk, “Title,” X"), ["Title,"]);
    }
}
