//! Titles without the punctuation that the note puts around them.

use super::super::chars::{is_closing_quote, is_opening_quote, last_word};
use super::super::flat::ADDRESS;
use super::super::quotes;
use super::untitled;

/// A title as it would stand on its page: no comma before the closing quotation mark, no full
/// stop, no quotation marks around the whole, no bullet.
pub(in crate::cite) fn title(printed: &str) -> Option<String> {
    bare(printed.trim_start_matches(is_bullet)).filter(|title| !untitled::is_no_title(title))
}

fn is_bullet(c: char) -> bool {
    c.is_whitespace() || matches!(c, '•' | '‣' | '◦' | '▪' | '■' | '●' | '○')
}

fn bare(printed: &str) -> Option<String> {
    let mut text = printed.trim_matches(is_edge);
    while let Some(inner) = unquoted(text) {
        text = inner.trim_matches(is_edge);
    }
    let text =
        text.strip_suffix('.').filter(|rest| !rest.ends_with('.') && !ends_in_initial(rest)).unwrap_or(text);
    let readable = text.chars().any(char::is_alphanumeric) && !text.contains(ADDRESS);
    readable.then(|| text.trim_end_matches(is_edge).to_owned())
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '،' | '؛' | '，' | '、' | '；' | '：' | '。')
}

/// Abbreviations with which companies are named, without their full stop.
const COMPANIES: [&str; 7] = ["Co", "Inc", "Ltd", "Corp", "Bros", "Jr", "Cie"];

/// `U.S.`, `Canal Co.`, `e. V.`: the full stop is the abbreviation's.
fn ends_in_initial(text: &str) -> bool {
    let last = last_word(text);
    let before = text[..text.len() - last.len()].trim_end();
    let spaced = last.chars().count() == 1
        && last.starts_with(char::is_uppercase)
        && last_word(before).len() == 2
        && before.ends_with('.');
    last.contains('.') && last.len() <= 6 || spaced || COMPANIES.contains(&last) && !before.is_empty()
}

/// The text between quotation marks that hold it whole.
fn unquoted(text: &str) -> Option<&str> {
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    if !is_opening_quote(first) || !is_closing_quote(last) || text.len() == first.len_utf8() {
        return None;
    }
    let (quotes, _) = quotes::quotes(text);
    let whole = quotes.first().filter(|quote| quote.outer == (0..text.len()))?;
    Some(&text[whole.inner.clone()])
}

/// An outlet or a name: the text without the punctuation around it, but for the full stop of an
/// initial.
pub(super) fn name(printed: &str) -> Option<String> {
    let text = bare(printed)?;
    let text = text.trim_start_matches([')', ']']);
    let text = text.trim_matches(|c: char| is_edge(c) || c == '(' || c == '[').to_owned();
    let initial = last_word(&text);
    let before = text[..text.len() - initial.len()].trim_end();
    let after_initial = last_word(before).chars().count() == 2 && before.ends_with('.');
    let signed = initial.chars().count() == 1
        && initial.chars().all(char::is_uppercase)
        && (text.contains(',') || after_initial);
    if signed && printed.trim_end().ends_with(&format!("{initial}.")) {
        return Some(format!("{text}."));
    }
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_goes() {
        assert_eq!(title("Who Pays? ").as_deref(), Some("Who Pays?"));
        assert_eq!(title("A title,").as_deref(), Some("A title"));
        assert_eq!(title("A title.").as_deref(), Some("A title"));
        assert_eq!(title("A title...,").as_deref(), Some("A title..."));
        assert_eq!(title("“A title,”").as_deref(), Some("A title"));
        assert_eq!(title("«Слово» велено закрыть").as_deref(), Some("«Слово» велено закрыть"));
        assert_eq!(title("Trade with the U.S.").as_deref(), Some("Trade with the U.S."));
        assert_eq!(title("Roe v. Canal Co.").as_deref(), Some("Roe v. Canal Co."));
        assert_eq!(name("Wasserverein e. V.").as_deref(), Some("Wasserverein e. V."));
        assert_eq!(title(" , "), None);
        assert_eq!(title("• Wells").as_deref(), Some("Wells"));
        assert_eq!(title("Phys. Rev. Lett."), None);
        assert_eq!(name("Phys. Rev. Lett.").as_deref(), Some("Phys. Rev. Lett"));
        assert_eq!(title("工信部：").as_deref(), Some("工信部"));
        assert_eq!(title("جريدة المياه،").as_deref(), Some("جريدة المياه"));
    }

    #[test]
    fn an_initial_keeps_its_full_stop() {
        assert_eq!(name("Smith, J.").as_deref(), Some("Smith, J."));
        assert_eq!(name("Smith, J., ").as_deref(), Some("Smith, J"));
        assert_eq!(name("Иванов И. И.").as_deref(), Some("Иванов И. И."));
        assert_eq!(name("Vitamin D.").as_deref(), Some("Vitamin D"));
    }
}
