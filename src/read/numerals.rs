//! Numbers in the forms that word processors print them, by the names that Word gives the forms
//! (ISO/IEC 29500-1, 17.18.59).

use super::roman;

/// The forms of chapter markers: one more repetition every four.
const CHICAGO: [char; 4] = ['*', '†', '‡', '§'];

/// `number` in the form `format`; none if that form prints nothing.
pub(super) fn numeral(number: u32, format: &str) -> Option<String> {
    Some(match format {
        "none" | "bullet" => return None,
        "lowerRoman" => roman::numeral(number),
        "upperRoman" => roman::numeral(number).to_uppercase(),
        "lowerLetter" => letters(number, 'a', 26),
        "upperLetter" => letters(number, 'A', 26),
        "russianLower" => cyrillic(number),
        "russianUpper" => cyrillic(number).to_uppercase(),
        "chicago" => repeated(number, &CHICAGO),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    })
}

fn letters(number: u32, first: char, count: u32) -> String {
    let index = number.saturating_sub(1);
    let letter = char::from_u32(u32::from(first) + index % count).unwrap_or(first);
    letter.to_string().repeat(times(index / count))
}

fn cyrillic(number: u32) -> String {
    // Word leaves out ё, й, ъ, ы and ь.
    let alphabet: Vec<char> = "абвгдежзиклмнопрстуфхцчшщэюя".chars().collect();
    repeated(number, &alphabet)
}

fn repeated(number: u32, signs: &[char]) -> String {
    let index = number.saturating_sub(1) as usize;
    signs[index % signs.len()].to_string().repeat((index / signs.len()).min(20) + 1)
}

fn times(rounds: u32) -> usize {
    rounds.min(20) as usize + 1
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn prints_numbers_as_word_does() {
        for (number, format, printed) in [
            (12, "decimal", Some("12")),
            (4, "lowerRoman", Some("iv")),
            (1994, "upperRoman", Some("MCMXCIV")),
            (28, "lowerLetter", Some("bb")),
            (7, "russianLower", Some("ж")),
            (6, "chicago", Some("††")),
            (3, "bullet", None),
        ] {
            assert_eq!(numeral(number, format).as_deref(), printed, "{number} {format}");
        }
    }
}
