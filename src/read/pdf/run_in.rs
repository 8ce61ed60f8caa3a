//! Notes set one behind the other in one paragraph, as editions of texts and short notes are: each
//! begins with its raised number in the middle of a line, and gets a line of its own.

use std::ops::Range;

use super::strips;
use crate::read::text::Typeset;

/// Parts the lines of the foot of a column where the next note begins.
pub(super) fn part(lines: Vec<Typeset>) -> Vec<Typeset> {
    let mut parted = Vec::with_capacity(lines.len());
    let mut last: Option<u32> = None;
    for mut line in lines {
        if !line.setting.foot {
            parted.push(line);
            continue;
        }
        last = label(&line).or(last);
        while let Some(number) = last.and_then(|last| last.checked_add(1))
            && let Some(at) = next(&line, number)
        {
            let rest = split(&mut line, at);
            parted.push(std::mem::replace(&mut line, rest));
            last = Some(number);
        }
        parted.push(line);
    }
    parted
}

/// The raised number that a line starts with.
fn label(line: &Typeset) -> Option<u32> {
    let indent = line.text.len() - line.text.trim_start().len();
    let first = line.setting.raised.first().filter(|raised| raised.start == indent)?;
    line.text[first.clone()].parse().ok()
}

/// Where the note with a number begins within a line: the number is raised, stands behind a blank,
/// and text follows it.
fn next(line: &Typeset, number: u32) -> Option<usize> {
    let begins = |raised: &&Range<usize>| {
        line.text[(*raised).clone()].parse() == Ok(number)
            && line.text[..raised.start].ends_with(' ')
            && !line.text[..raised.start].trim().is_empty()
            && line.text[raised.end..]
                .trim_start()
                .starts_with(|c: char| !c.is_ascii_punctuation() || "([\"<".contains(c))
    };
    line.setting.raised.iter().find(begins).map(|raised| raised.start)
}

/// Cuts a line in two at a byte and returns the second part.
fn split(line: &mut Typeset, at: usize) -> Typeset {
    let behind = strips::take(&mut line.strips, &(at..line.text.len()));
    let mut rest = Typeset { text: line.text.split_off(at), strips: behind, ..line.clone() };
    let setting = &mut line.setting;
    let (raised, behind) = cut(&setting.raised, at);
    (setting.raised, rest.setting.raised) = (raised, behind);
    let (marks, behind) = cut(&setting.marks, at);
    (setting.marks, rest.setting.marks) = (marks, behind);
    let (slanted, behind) = cut(&setting.slanted, at);
    (setting.slanted, rest.setting.slanted) = (slanted, behind);
    let links = std::mem::take(&mut setting.links);
    rest.setting.links.clear();
    for (range, target) in links {
        let (before, behind) = cut(std::slice::from_ref(&range), at);
        setting.links.extend(before.into_iter().map(|range| (range, target.clone())));
        rest.setting.links.extend(behind.into_iter().map(|range| (range, target.clone())));
    }
    rest
}

/// What of some ranges lies before a byte, and what behind it, counted from there.
fn cut(ranges: &[Range<usize>], at: usize) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let before =
        ranges.iter().map(|range| range.start..range.end.min(at)).filter(|range| range.start < range.end);
    let behind = ranges.iter().filter(|range| range.end > at);
    (before.collect(), behind.map(|range| range.start.max(at) - at..range.end - at).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::read::text::Setting;

    /// A line of the foot; numbers between carets are raised.
    fn line(text: &str) -> Typeset {
        let (mut plain, mut raised) = (String::new(), Vec::new());
        for (at, piece) in text.split('^').enumerate() {
            if at % 2 == 1 {
                raised.push(plain.len()..plain.len() + piece.len());
            }
            plain.push_str(piece);
        }
        Typeset {
            text: plain,
            page: 1,
            part: 1,
            setting: Setting { raised, foot: true, ..Setting::default() },
            strips: Vec::new(),
        }
    }

    fn texts(lines: Vec<Typeset>) -> Vec<String> {
        part(lines).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn each_note_gets_a_line() {
        let lines = vec![line("  ^1^ Ibid. ^2^ The wells,"), line("12. ^3^ Ibid., 4. ^4^ “The town”.")];
        let expected = ["  1 Ibid. ", "2 The wells,", "12. ", "3 Ibid., 4. ", "4 “The town”."];
        assert_eq!(texts(lines), expected);
    }

    #[test]
    fn other_raised_numbers_stay() {
        for text in ["^1^ The wells^2^ (2012)", "^1^ The wells ^3^ Ibid.", "^1^ 10 ^2^.", "No ^1^ Ibid."] {
            let plain = text.replace('^', "");
            assert_eq!(texts(vec![line(text)]), [plain]);
        }
    }

    #[test]
    fn links_go_with_their_text() {
        let mut two = line("^1^ a.example ^2^ b.example");
        let target: Arc<str> = Arc::from("http://b.example/");
        let from = two.text.find("b.").unwrap_or(0);
        two.setting.links = vec![(from..two.text.len(), target.clone())];
        two.setting.slanted = vec![from..from + 2; 1];
        let parted = part(vec![two]);
        assert_eq!(parted[0].setting.links, []);
        assert_eq!(parted[1].setting.links, [(2..11, target)]);
        assert_eq!(parted[1].setting.raised, vec![0..1; 1]);
        assert_eq!((&parted[0].setting.slanted, &parted[1].setting.slanted), (&vec![], &vec![2..4; 1]));
    }

    #[test]
    fn the_greatest_number_has_none_behind_it() {
        assert_eq!(texts(vec![line("^4294967295^A. B. ^0^C. D.")]), ["4294967295A. B. 0C. D."]);
    }
}
