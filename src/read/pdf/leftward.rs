//! Lines that are written right to left, in the order of reading.
//!
//! Numbers and foreign words within them run left to right. Stops and brackets at their ends do not
//! belong to them (Unicode Standard Annex 9), but for those that an address is broken at.
//!
//! A bracket is drawn the other way round in such lines. Some programs name what is drawn, others
//! what is meant: how brackets stand beside words tells which.

use super::glyph::Glyph;
use super::scripts::right_to_left;

/// The brackets that are drawn the other way round, each with what it is then drawn as.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('<', '>'), ('«', '»')];

/// What a file calls the brackets of lines that run right to left; it may differ from font to font.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Brackets {
    /// Of which of them it says what is meant, and not what is drawn.
    meant: [bool; BRACKETS.len()],
}

impl Brackets {
    /// How the brackets of lines are called, given with how wide a gap makes a blank: one opens where a
    /// word stands on its left and none on its right.
    pub(super) fn of<'a>(lines: impl Iterator<Item = (&'a [Glyph], f32)>) -> Self {
        let mut votes = [0; BRACKETS.len()];
        for (line, tight) in lines {
            vote(line, tight, &mut votes);
        }
        Self { meant: votes.map(|votes| votes > 0) }
    }

    /// What is meant by a character of such a line.
    fn meant(self, c: char) -> char {
        let mut drawn = BRACKETS.iter().zip(self.meant).filter(|(_, meant)| !meant);
        let other = |((open, close), _): (&(char, char), bool)| match c {
            c if c == *open => Some(*close),
            c if c == *close => Some(*open),
            _ => None,
        };
        drawn.find_map(other).unwrap_or(c)
    }

    fn mend(self, glyphs: &mut [Glyph]) {
        for glyph in glyphs {
            glyph.c = self.meant(glyph.c);
        }
    }
}

/// Counts how many more brackets of a line are called what is meant than what is drawn.
fn vote(glyphs: &[Glyph], tight: f32, votes: &mut [i32; BRACKETS.len()]) {
    let leftwards = glyphs.iter().filter(|glyph| right_to_left(glyph.c)).count();
    if leftwards * 2 <= glyphs.iter().filter(|glyph| glyph.c.is_alphabetic()).count() {
        return;
    }
    let ordered = ordered(glyphs, tight);
    let word = |at: Option<usize>| at.and_then(|at| ordered.get(at)).is_some_and(|glyph| glyph.c != ' ');
    for (at, glyph) in ordered.iter().enumerate() {
        let opens = match (word(at.checked_sub(1)), word(Some(at + 1))) {
            (false, true) => 1,
            (true, false) => -1,
            _ => 0,
        };
        for ((open, close), votes) in BRACKETS.iter().zip(votes.iter_mut()) {
            *votes += opens * (i32::from(glyph.c == *open) - i32::from(glyph.c == *close));
        }
    }
}

/// The glyphs of a line in the order of reading. `tight` is how wide a gap makes a blank, in units
/// of the size.
pub(super) fn leftward(glyphs: &[Glyph], tight: f32, brackets: Brackets) -> Vec<Glyph> {
    let mut ordered = ordered(glyphs, tight);
    let mut start = 0;
    while start < ordered.len() {
        let length = foreign(&ordered[start..]);
        turn(&mut ordered[start..start + length], brackets);
        if let Some(glyph) = ordered.get_mut(start + length) {
            glyph.c = brackets.meant(glyph.c);
        }
        start += length + 1;
    }
    part_label(&mut ordered);
    turn_numbers(&mut ordered);
    ordered
}

/// Numbers that a line starts with stand on the right of the letters behind them, also where both are
/// parts of one address: `2013/05/` and `wells` are drawn as `wells/2013/05`. Nobody's path ends in a month.
fn turn_numbers(glyphs: &mut [Glyph]) {
    let graphic = glyphs.iter().take_while(|glyph| glyph.c.is_ascii_graphic()).count();
    let length = glyphs[..graphic].iter().rposition(|glyph| glyph.c.is_alphanumeric()).map_or(0, |at| at + 1);
    let text: String = glyphs[..length].iter().map(|glyph| glyph.c).collect();
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((rest, month)) = text.rsplit_once('/') else { return };
    let Some((word, year)) = rest.rsplit_once('/') else { return };
    let dated = digits(month, 2) && digits(year, 4) && (year.starts_with("19") || year.starts_with("20"));
    if dated && word.contains(char::is_alphabetic) && !starts_with_host(word) {
        let date = year.len() + month.len() + 1;
        glyphs[..length].rotate_right(date);
        glyphs[date..length].rotate_right(1);
    }
}

/// Whether a part of an address starts with its host: with a dot that is not that of a file.
fn starts_with_host(part: &str) -> bool {
    const FILES: [&str; 8] = ["pdf", "html", "htm", "shtml", "php", "asp", "aspx", "doc"];
    let first = part.split('/').next().unwrap_or_default();
    first.ends_with(':') || first.rsplit_once('.').is_some_and(|(_, ending)| !FILES.contains(&ending))
}

/// The glyphs from right to left. Of two that stand at the same place the wider one comes first: the
/// other is a sign above it, or the rest of a ligature.
fn ordered(glyphs: &[Glyph], tight: f32) -> Vec<Glyph> {
    let middle = |glyph: &Glyph| glyph.x + glyph.width / 2.0;
    let mut ordered = glyphs.to_vec();
    ordered.sort_by(|a, b| middle(b).total_cmp(&middle(a)));
    drop_covered_blanks(&mut ordered);
    with_blanks(ordered, tight)
}

/// Puts a blank between the number that a line starts with and the word that is set close to it.
fn part_label(glyphs: &mut Vec<Glyph>) {
    const LONGEST: usize = 4;
    let digits = glyphs.iter().take_while(|glyph| glyph.c.is_numeric()).count();
    let stop = glyphs.get(digits).is_some_and(|glyph| ".)]".contains(glyph.c));
    let end = digits + usize::from(stop);
    let opens = |glyph: &&Glyph| right_to_left(glyph.c) || "«»“”„\"".contains(glyph.c);
    let Some(next) = glyphs.get(end).filter(opens) else { return };
    if (1..=LONGEST).contains(&digits) {
        let blank = Glyph { c: ' ', x: next.end(), width: 0.0, ..*next };
        glyphs.insert(end, blank);
    }
}

/// Turns a foreign stretch around. Brackets at its ends that are none of it are drawn the other way.
fn turn(run: &mut [Glyph], brackets: Brackets) {
    let lettered = run.iter().any(|glyph| glyph.c.is_alphabetic());
    let word = |glyph: &Glyph| glyph.c.is_alphanumeric();
    // An address that goes on in the next line keeps what it is broken behind, and one that comes
    // from the line above what it is broken before. That is no slash: one on the left ends the address.
    let ends = |glyph: &Glyph| word(glyph) || lettered && "-/_=&?%#~+".contains(glyph.c);
    let begins = |glyph: &Glyph| word(glyph) || lettered && "_=&?%#~".contains(glyph.c);
    let (Some(mut first), Some(mut last)) = (run.iter().position(ends), run.iter().rposition(begins)) else {
        brackets.mend(run);
        return;
    };
    last -= before_scheme(&run[..=last]);
    let count = |inner: &[Glyph], c: char| inner.iter().filter(|glyph| glyph.c == c).count();
    for (open, close) in [('(', ')'), ('[', ']')] {
        let (opened, closed) = (count(&run[first..=last], open), count(&run[first..=last], close));
        if closed > opened && run.get(last + 1).is_some_and(|glyph| glyph.c == open) {
            last += 1;
        }
        if opened > closed && first > 0 && run[first - 1].c == close {
            first -= 1;
        }
    }
    brackets.mend(&mut run[..first]);
    brackets.mend(&mut run[last + 1..]);
    run[first..=last].reverse();
}

/// How many signs stand on the left of an address that starts in this run: they end it, and the
/// line with it.
fn before_scheme(run: &[Glyph]) -> usize {
    let signs = run.iter().rev().take_while(|glyph| !glyph.c.is_alphanumeric()).count();
    let starts = |scheme: &str| {
        let letters = run.iter().rev().skip(signs).map(|glyph| glyph.c.to_ascii_lowercase());
        letters.take(scheme.len()).eq(scheme.chars())
    };
    if ["http", "ftp", "www."].into_iter().any(starts) { signs } else { 0 }
}

/// Blanks are drawn for nobody to see, and some programs put them where letters are.
fn drop_covered_blanks(ordered: &mut Vec<Glyph>) {
    let covers = |other: &Glyph, blank: &Glyph| {
        let overlap = other.end().min(blank.end()) - other.x.max(blank.x);
        other.c != ' ' && overlap > blank.width / 2.0
    };
    let covered = |at: usize| {
        let blank = &ordered[at];
        let near = &ordered[at.saturating_sub(2)..ordered.len().min(at + 3)];
        blank.c == ' ' && near.iter().any(|other| covers(other, blank))
    };
    let covered: Vec<bool> = (0..ordered.len()).map(covered).collect();
    let mut covered = covered.into_iter();
    ordered.retain(|_| !covered.next().unwrap_or(false));
}

/// The glyphs with the blanks that some programs leave and do not draw.
fn with_blanks(ordered: Vec<Glyph>, tight: f32) -> Vec<Glyph> {
    let mut spaced: Vec<Glyph> = Vec::with_capacity(ordered.len());
    for glyph in ordered {
        if let Some(last) = spaced.last().filter(|last| last.c != ' ' && glyph.c != ' ') {
            let (end, gap) = (glyph.end(), last.x - glyph.end());
            if gap > last.size.min(glyph.size) * tight {
                spaced.push(Glyph { c: ' ', x: end, width: gap, ..glyph });
            }
        }
        spaced.push(glyph);
    }
    spaced
}

/// How many of the first glyphs are foreign; words are with the blank between them.
fn foreign(glyphs: &[Glyph]) -> usize {
    let graphic =
        |glyph: &&Glyph| !right_to_left(glyph.c) && (glyph.c.is_alphanumeric() || glyph.c.is_ascii_graphic());
    let mut length = glyphs.iter().take_while(graphic).count();
    loop {
        let blanks = glyphs[length..].iter().take_while(|glyph| glyph.c == ' ').count();
        let next = glyphs[length + blanks..].iter().take_while(graphic).count();
        let lettered =
            |range: std::ops::Range<usize>| glyphs[range].iter().any(|glyph| glyph.c.is_alphabetic());
        if blanks == 0 || !lettered(0..length) || !lettered(length + blanks..length + blanks + next) {
            return length;
        }
        length += blanks + next;
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::*;

    const TIGHT: f32 = 0.14;

    /// The glyphs that are seen like this from left to right.
    fn glyphs(seen: &str) -> Vec<Glyph> {
        let glyph = |(c, at): (char, u8)| Glyph {
            c,
            x: f32::from(at) * 5.0,
            y: 0.0,
            width: 5.0,
            size: 10.0,
            direction: Direction::Right,
            ink: 0,
            slanted: false,
        };
        seen.chars().zip(0..).map(glyph).filter(|glyph| glyph.c != ' ').collect()
    }

    /// What is read where this is seen from left to right.
    fn read(seen: &str) -> String {
        let glyphs = glyphs(seen);
        leftward(&glyphs, TIGHT, Brackets::default()).iter().map(|glyph| glyph.c).collect()
    }

    #[test]
    fn an_address_is_no_part_of_the_number_beside_it() {
        assert_eq!(read("http://a.example/b_ ,17/6/2008 ,גבא"), "אבג, 17/6/2008, http://a.example/b_");
    }

    #[test]
    fn the_rest_of_an_address_keeps_its_ends() {
        assert_eq!(read("גבא ,%D0%B3.pdf"), "%D0%B3.pdf, אבג");
        assert_eq!(read(".(2019)_b"), "(2019)_b.");
        assert_eq!(read(".1/2/2016-ב"), "ב-1/2/2016.");
    }

    #[test]
    fn brackets_are_seen_the_other_way() {
        assert_eq!(read("(2017) גבא"), "אבג (2017)");
        assert_eq!(read("(גבא) ב"), "ב (אבג)");
    }

    #[test]
    fn brackets_tell_what_they_are_called() {
        let of = |seen: &str| Brackets::of(std::iter::once((glyphs(seen).as_slice(), TIGHT)));
        let meant = |seen: &str| of(seen).meant;
        assert_eq!(meant("(2017) גבא"), [false; 4]);
        assert_eq!(meant(")2017( גבא"), [true, false, false, false]);
        assert_eq!(meant("ג ,»בא« אב"), [false, false, false, true]);
        assert_eq!(meant("גבא"), [false; 4]);
        let line = glyphs(")2017( ,»גבא« ד");
        let read: String = leftward(&line, TIGHT, of(")2017( גבא")).iter().map(|glyph| glyph.c).collect();
        assert_eq!(read, "ד »אבג«, (2017)");
    }

    #[test]
    fn signs_on_the_left_of_an_address_end_it() {
        assert_eq!(read("/http://a.example ,גבא"), "אבג, http://a.example/");
        assert_eq!(read("//:http ,גבא"), "אבג, http://");
        assert_eq!(read("?https://a.example/index.php ,גבא"), "אבג, https://a.example/index.php?");
    }

    #[test]
    fn a_month_stands_before_the_page() {
        assert_eq!(read("גבא ,the-wells.pdf/2014/01"), "2014/01/the-wells.pdf, אבג");
        for address in ["http://a.example/wells/2014/01", "www.a.example/2014/01", "a.example/2014/01/wells"]
        {
            assert_eq!(read(&format!("גבא ,{address}")), format!("{address}, אבג"));
        }
    }

    #[test]
    fn a_slash_on_the_left_ends_an_address() {
        assert_eq!(read("(גבא) /wells-5813"), "wells-5813/ (אבג)");
    }

    #[test]
    fn a_label_is_parted_from_its_note() {
        assert_eq!(read("גבא1"), "1 אבג");
        assert_eq!(read("גבא.12"), "12. אבג");
        assert_eq!(read("גבא12345"), "12345אבג");
    }

    #[test]
    fn what_stands_over_a_letter_follows_it() {
        let [lam, alef] = ['\u{644}', '\u{627}'];
        let wide = Glyph { c: lam, ..glyphs("x")[0] };
        let over = Glyph { c: alef, width: 0.0, ..wide };
        let read = |line: &[Glyph]| {
            leftward(line, TIGHT, Brackets::default()).iter().map(|glyph| glyph.c).collect::<String>()
        };
        assert_eq!(read(&[over, wide]), "\u{644}\u{627}");
    }
}
