//! A work whose parts full stops part: `SILVA, João. O título. Folha do Rio, 12 mar. 2015.`,
//! `Water Board. 2014a. Annual Report 2013. Lisbon: River Press.`

use std::ops::Range;

use super::super::dates::Role;
use super::annotated::{Annotated, Described};
use super::unmarked::{first_sentence, publisher};
use super::{clean, locate, phrases, pieces};

/// Words of a name that stands where authors stand, at most.
const LONGEST_NAME: usize = 9;

/// Reads author, title and publisher.
pub(super) fn describe(note: &Annotated, range: &Range<usize>) -> Option<Described> {
    let text = phrases::without_connector(&note.text[range.clone()]);
    let (author, rest) = authored(text)?;
    let (author, follows) = without_year(author);
    let (year, rest) = led_by_year(rest);
    let year = year || follows;
    let (title, rest) = first_sentence(rest);
    let dated = note.dates_in(range.clone()).any(|dated| {
        title.trim() == &note.text[dated.range.clone()]
            || dated.role != Role::Unsaid && title.contains(&note.text[dated.cue..dated.range.end])
    });
    if dated || title.contains('(') || !locate::is_title_like(title) {
        return None;
    }
    let person = pieces::is_author(author) && !is_shouted(author) || pieces::listed_authors(text).is_some();
    if !(person || year || is_shouted(author) || is_imprinted(rest)) {
        return None;
    }
    let signed = person || author.contains(", ");
    let source = publisher(rest).map(|source| without_day(&source).to_owned());
    Some(Described {
        title: Some(clean::title(title)?),
        translated: None,
        source: if signed { source } else { source.or_else(|| clean::name(author)) },
        author: clean::name(author),
    })
}

/// The authors that a text begins with, persons or a body, and the rest.
fn authored(text: &str) -> Option<(&str, &str)> {
    let listed = pieces::listed_authors(text).or_else(|| pieces::initialled(text));
    let (author, rest) = listed.unwrap_or_else(|| first_sentence(text));
    let named = listed.is_some()
        || pieces::is_author(without_year(author).0)
        || is_shouted(author)
        || led_by_year(rest).0 && is_named(author)
        || pieces::is_organisation_name(author) && is_named(author);
    (named && !rest.is_empty()).then_some((author, rest))
}

/// `Doe, Jane 2014`: the authors without the year of the work, and whether that followed.
fn without_year(author: &str) -> (&str, bool) {
    let bare = author.trim_end_matches(|c: char| c.is_ascii_lowercase() && author.ends_with(c));
    let name = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = bare.len() - name.len() == 4 && author.len() - bare.len() <= 1 && name.ends_with(' ');
    if year && name.contains(", ") { (name.trim_end(), true) } else { (author, false) }
}

/// `Gazette 3.5.2014`: the outlet without the day of its issue.
fn without_day(source: &str) -> &str {
    let name = source.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    let day = source[name.len()..].matches('.').count() >= 2 && source[name.len()..].starts_with(' ');
    if day && !name.is_empty() { name } else { source }
}

/// `2014a. Annual Report`: whether a year comes first, and what follows it.
fn led_by_year(text: &str) -> (bool, &str) {
    let year = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = text[year..].trim_start_matches(|c: char| c.is_ascii_lowercase());
    let parted = behind.strip_prefix(". ").filter(|_| year == 4 && text.len() - behind.len() <= 5);
    parted.map_or((false, text), |rest| (true, rest.trim_start()))
}

/// Whether all longer words of a text begin with capitals, and they are few.
fn is_named(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(LONGEST_NAME + 1).collect();
    let capital = |word: &&str| word.starts_with(|c: char| !c.is_lowercase()) || word.chars().count() <= 3;
    (1..=LONGEST_NAME).contains(&words.len())
        && words[0].starts_with(char::is_uppercase)
        && words.last().is_some_and(|word| word.starts_with(char::is_uppercase))
        && words.iter().all(capital)
        && !text.contains(": ")
}

/// `AGÊNCIA DAS ÁGUAS`: a body in capitals, as Brazilian and Czech references begin.
fn is_shouted(text: &str) -> bool {
    const LONGEST: usize = 6;
    let loud = |c: char| !c.is_lowercase() && !c.is_ascii_digit();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 3 && text.chars().all(loud) && text.split_whitespace().count() <= LONGEST
}

/// `Lisbon: River Press, 2012`: whether a text begins with place and publisher.
fn is_imprinted(text: &str) -> bool {
    let place = text.split_once(": ").map(|(place, _)| place);
    place.is_some_and(|place| {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        place.split_whitespace().count() <= 3 && place.split_whitespace().all(capital)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_that_lead() {
        assert_eq!(led_by_year("2014a. Annual Report"), (true, "Annual Report"));
        assert_eq!(led_by_year("2014. Annual Report"), (true, "Annual Report"));
        assert_eq!(led_by_year("2014 was wet. It"), (false, "2014 was wet. It"));
        assert_eq!(led_by_year("20145. It"), (false, "20145. It"));
    }

    #[test]
    fn years_and_days_that_follow() {
        assert_eq!(without_year("Doe, Jane 2014"), ("Doe, Jane", true));
        assert_eq!(without_year("Doe, Jane 2014a"), ("Doe, Jane", true));
        assert_eq!(without_year("Annual Report 2014"), ("Annual Report 2014", false));
        assert_eq!(without_day("Gazette 3.5.2014"), "Gazette");
        assert_eq!(without_day("Channel 4"), "Channel 4");
    }

    #[test]
    fn names() {
        assert!(is_shouted("AGÊNCIA DAS ÁGUAS"));
        assert!(!is_shouted("WHO"));
        assert!(!is_shouted("Agência"));
        assert!(is_named("Ministry of Water"));
        assert!(!is_named("Wells run dry"));
        assert!(is_imprinted("Lisbon: River Press, 2012"));
        assert!(!is_imprinted("The law: a guide"));
    }
}
