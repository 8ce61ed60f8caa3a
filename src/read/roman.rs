//! Roman numerals in small letters.

const DIGITS: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// `value` as a Roman numeral; as an Arabic one where that would be absurd.
pub(super) fn numeral(mut value: u32) -> String {
    if value >= 4000 {
        return value.to_string();
    }
    let mut numeral = String::new();
    for (worth, digit) in DIGITS {
        numeral += &digit.repeat((value / worth) as usize);
        value %= worth;
    }
    numeral
}

/// The value of a numeral below 400, if it is written as it should be. What is larger is a word
/// far more often: `mix`, `did`.
pub(super) fn value(numeral: &str) -> Option<u32> {
    const MOST: usize = 3;
    let (mut value, mut rest) = (0, numeral);
    for (worth, digit) in DIGITS.into_iter().filter(|(worth, _)| *worth <= 100) {
        let most = if matches!(worth, 1 | 10 | 100) { MOST } else { 1 };
        for _ in 0..most {
            let Some(behind) = rest.strip_prefix(digit) else { break };
            (value, rest) = (value + worth, behind);
        }
    }
    (value > 0 && rest.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_written_and_read() {
        for (number, written) in [(1, "i"), (4, "iv"), (49, "xlix"), (399, "cccxcix")] {
            assert_eq!((numeral(number).as_str(), value(written)), (written, Some(number)));
        }
        assert_eq!((numeral(1994), numeral(4000)), ("mcmxciv".to_owned(), "4000".to_owned()));
        for none in ["", "iiii", "vv", "ic", "mix", "xiz"] {
            assert_eq!(value(none), None, "{none}");
        }
    }

    #[test]
    fn reads_roman_numerals() {
        let values = ["i", "iv", "ix", "xiv", "xxxviii", "xlii", "xc", "cxcix"].map(value);
        assert_eq!(values, [1, 4, 9, 14, 38, 42, 90, 199].map(Some));
        assert_eq!([4, 38, 199].map(numeral), ["iv", "xxxviii", "cxcix"]);
        assert_eq!(["", "iiii", "vx", "iix", "in", "I"].map(value), [None; 6]);
    }
}
