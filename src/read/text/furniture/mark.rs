//! Marking the lines.

use super::super::super::roman;
use super::super::lines::Line;
use super::{paged, unpaged};

/// Marks the lines that are page furniture.
pub(in super::super) fn mark(lines: &mut [Line]) {
    let told = lines.last().is_some_and(|line| line.page > 1);
    let furniture = if told { paged::furniture(lines) } else { unpaged::furniture(lines) };
    for at in furniture {
        lines[at].furniture = true;
    }
    for line in lines.iter_mut().filter(|line| is_dashed_number(line.text)) {
        line.furniture = true;
    }
}

/// `– 12 –`, `- xii -`: a number between dashes alone on a line can only be that of a page.
fn is_dashed_number(text: &str) -> bool {
    const LONGEST: usize = 4;
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '−');
    let inner = text.trim().strip_prefix(dash).and_then(|text| text.strip_suffix(dash));
    let number = inner.map_or("", str::trim);
    let digits = (1..=LONGEST).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    digits || roman::value(number).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_between_dashes() {
        for text in ["– 12 –", "    - 7 -", "—xii—", "-101-"] {
            assert!(is_dashed_number(text), "{text}");
        }
        for text in ["12", "- 12", "– –", "-----", "- 2013/4 -", "– Anna –"] {
            assert!(!is_dashed_number(text), "{text}");
        }
    }
}
