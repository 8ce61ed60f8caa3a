//! What stands where a title would and is none: identifiers, abbreviated periodicals, authors with their
//! year, what is left of an address.

use super::super::urls::is_number_of_work;

/// Whether a text is no title, whatever stands around it.
pub(super) fn is_no_title(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
        || text.starts_with(['—', '–', '/'])
        || is_number_of_work(text)
        || is_abbreviated(text)
        || is_dated_author(text)
}

/// Whether a title is the end of the address that the work is cited by: a piece of it that was printed apart.
pub(in crate::cite) fn is_rest_of_address(title: &str, url: &str) -> bool {
    const SHORTEST_CODE: usize = 8;
    let whole = !title.contains(char::is_whitespace) && url.ends_with(title);
    let code = title.len() >= SHORTEST_CODE
        && title.contains(|c: char| c.is_ascii_digit())
        && title.chars().all(char::is_alphanumeric);
    let path = title.contains('/') && title.starts_with(|c: char| c.is_lowercase() || c == '.');
    whole && (path || code)
}

/// `Phys. Rev. Lett`: a periodical, abbreviated word by word.
fn is_abbreviated(text: &str) -> bool {
    const LAST: usize = 6;
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some((last, before)) = words.split_last().filter(|(_, before)| before.len() >= 2) else {
        return false;
    };
    let initials = before.iter().all(|word| word.chars().count() == 2);
    !initials
        && before.iter().all(|word| word.ends_with('.'))
        && last.chars().count() <= LAST
        && last.chars().all(|c| c.is_alphabetic() || c == '.')
}

/// `Varet, L.-A., 2003`: the last author and the year before the title.
fn is_dated_author(text: &str) -> bool {
    let mut words = text.rsplit(' ');
    let year = words.next().is_some_and(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    let initial = words.next().and_then(|word| word.trim_end_matches(',').strip_suffix('.'));
    let initial =
        initial.is_some_and(|letters| letters.split(['.', '-']).all(|part| part.chars().count() <= 1));
    year && initial && words.next().is_some_and(|surname| surname.ends_with(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_title() {
        for text in [
            "9410244",
            "— Uppsala, 1985",
            "10.1002/ (SICI)1096-987X(199803)19:4",
            "10 . 1002 / (SICI ) 1096",
            "hep-th/ 9603067",
            "math / 0307200v3",
            "Phys. Rev. Lett",
            "J. Mol. Biol.",
            "Varet, L.-A., 2003",
            "Dahl, R., 1999",
        ] {
            assert!(is_no_title(text), "{text}");
        }
        for text in [
            "Water",
            "Dr. No",
            "Mr. Smith goes to town",
            "Trade with the U.S., 2003",
            "Wells and dams, 2012",
            "Either/Or",
            "G. I. Joe",
            "10 rules for wells/dams",
            "工信部",
        ] {
            assert!(!is_no_title(text), "{text}");
        }
    }

    #[test]
    fn the_rest_of_an_address_is_no_title() {
        assert!(is_rest_of_address("wiki/Dam", "http://en.wells.example/wiki/Dam"));
        assert!(is_rest_of_address("XXu4AkRVBBoC", "http://books.example/books?id=XXu4AkRVBBoC"));
        assert!(!is_rest_of_address("Dam", "http://en.wells.example/wiki/Dam"));
        assert!(!is_rest_of_address("A/HRC/23/39", "http://docs.example/A/HRC/23/39"));
        assert!(!is_rest_of_address("The Dam", "http://en.wells.example/wiki/The Dam"));
    }
}
