//! Numbers of things, in words that agree.

use std::fmt;

/// So many of a thing whose plural ends in s: `1 citation`, `2 citations`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count(pub usize, pub &'static str);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number, thing) = self;
        write!(f, "{number} {thing}{}", if *number == 1 { "" } else { "s" })
    }
}

/// The items as a sentence lists them: `a`, `a and b`, `a, b and c`.
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_agrees_with_the_number() {
        let counts = [0, 1, 2].map(|number| Count(number, "note").to_string());
        assert_eq!(counts, ["0 notes", "1 note", "2 notes"]);
    }

    #[test]
    fn a_list_reads_like_a_sentence() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!([0, 1, 2, 3].map(|length| listed(&items[..length])), ["", "a", "a and b", "a, b and c"]);
    }
}
