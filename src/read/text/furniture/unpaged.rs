//! Furniture of a text that does not tell its pages: what comes back at the pace of pages, word
//! for word or with a number that counts up.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::super::lines::Line;
use super::super::shape;
use super::face::{Face, numbers};

/// How many times a line must come back.
const LEAST: usize = 3;
/// How many lines pages have.
const PAGE: RangeInclusive<usize> = 12..=200;

/// The lines that are furniture.
pub(super) fn furniture(lines: &[Line]) -> Vec<usize> {
    let mut faces: Vec<(Face, usize)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.blank)
        .filter_map(|(at, line)| Some((Face::of(line.text)?, at)))
        .collect();
    faces.sort_unstable();
    let (mut furniture, mut counted, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for alike in faces.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() >= LEAST) {
        let face = alike[0].0;
        let places: Vec<usize> = alike.iter().map(|(_, at)| *at).collect();
        if face.is_bare_number() {
            bare = places;
        } else if !apart(&places) {
        } else if !face.numbered || same(lines, &places) {
            furniture.extend(places.iter().filter(|_| regular(lines, &places)));
        } else if let Some(number) = counts_up(lines, &places, face.lettered) {
            counted.extend(places.iter().filter_map(|at| Some((*at, number(lines[*at].text)?))));
            furniture.extend(places);
        }
    }
    counted.sort_unstable();
    furniture.extend(between(lines, &counted, &bare));
    furniture.extend(paced(lines, &bare));
    furniture
}

/// Whether places lie as far apart as the heads of small pages, but for the odd one.
fn apart(places: &[usize]) -> bool {
    let near = places.windows(2).filter(|pair| pair[1] - pair[0] < *PAGE.start()).count();
    near * 5 <= places.len()
}

/// Whether lines are the same to the letter.
fn same(lines: &[Line], places: &[usize]) -> bool {
    places.iter().all(|at| lines[*at].trimmed() == lines[places[0]].trimmed())
}

/// Whether lines that are no sentences come back as regularly as pages do.
fn regular(lines: &[Line], places: &[usize]) -> bool {
    const LEAST: usize = 4;
    const ODD: usize = 6;
    let mut gaps: Vec<usize> = places.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_unstable();
    let usual = gaps[gaps.len() / 2];
    places.len() >= LEAST
        && usual <= *PAGE.end()
        && gaps[gaps.len() - 1] <= usual * ODD
        && !shape::ends_sentence(lines[places[0]].text)
        && (places.len() > LEAST || places.iter().all(|at| stands_alone(lines, *at)))
}

/// Whether a line stands at the edge of a gap.
fn stands_alone(lines: &[Line], at: usize) -> bool {
    let gap = |at: Option<usize>| at.is_none_or(|at| lines.get(at).is_none_or(|line| line.blank));
    gap(at.checked_sub(1)) || gap(Some(at + 1))
}

type PageNumber = fn(&str) -> Option<i64>;

/// Where in the lines the page number stands, if there is one that goes up from each line to the
/// next. Sentences are no heads, though their numbers may go up.
fn counts_up(lines: &[Line], places: &[usize], lettered: bool) -> Option<PageNumber> {
    const WIDEST: i64 = 8;
    if lettered && places.iter().any(|at| shape::ends_sentence(lines[*at].text)) {
        return None;
    }
    let ends: [PageNumber; 2] = [first_number, last_number];
    ends.into_iter().find(|number| {
        let up = |pair: &&[usize]| match (number(lines[pair[0]].text), number(lines[pair[1]].text)) {
            (Some(one), Some(next)) => (1..=WIDEST).contains(&(next - one)),
            _ => false,
        };
        places.windows(2).filter(up).count() * 5 >= (places.len() - 1) * 4
    })
}

fn first_number(text: &str) -> Option<i64> {
    text.split_whitespace().next().and_then(page_number)
}

fn last_number(text: &str) -> Option<i64> {
    text.split_whitespace().next_back().and_then(page_number)
}

/// The number of a word without letters: `12`, `12/27`, `-12-`.
fn page_number(word: &str) -> Option<i64> {
    if word.chars().any(char::is_alphabetic) { None } else { numbers(word).next() }
}

/// Bare page numbers that stand between two counted heads, and fit.
fn between(lines: &[Line], counted: &[(usize, i64)], bare: &[usize]) -> Vec<usize> {
    let fits = |at: &&usize| {
        let Some(number) = numbers(lines[**at].text).next() else { return false };
        let next = counted.partition_point(|(line, _)| line < *at);
        let before = next.checked_sub(1).map(|last| counted[last].1);
        let after = counted.get(next).map(|next| next.1);
        let close = |count: Option<i64>| count.is_some_and(|count| (count - number).abs() <= 2);
        before.is_none_or(|before| before < number)
            && after.is_none_or(|after| number < after)
            && (close(before) || close(after))
    };
    bare.iter().filter(fits).copied().collect()
}

/// Bare numbers that count up at the pace of pages: the longest such chain, if it is most of the
/// bare numbers there are.
fn paced(lines: &[Line], bare: &[usize]) -> Vec<usize> {
    const LEAST: usize = 5;
    struct Step {
        at: usize,
        before: Option<usize>,
        length: usize,
    }
    let mut ends: HashMap<i64, usize> = HashMap::new();
    let mut steps: Vec<Step> = Vec::new();
    for at in bare {
        let Some(number) = numbers(lines[*at].text).next() else { continue };
        let reaches = |end: &usize| PAGE.contains(&(at - steps[*end].at));
        let before = ends.get(&(number - 1)).copied().filter(reaches);
        let length = before.map_or(1, |before| steps[before].length + 1);
        let longer = |end: &usize| steps[*end].length > length && at - steps[*end].at < *PAGE.end();
        if !ends.get(&number).is_some_and(longer) {
            ends.insert(number, steps.len());
        }
        steps.push(Step { at: *at, before, length });
    }
    let longest = (0..steps.len()).max_by_key(|step| steps[*step].length);
    let mut step = longest.filter(|step| steps[*step].length >= LEAST.max(bare.len() / 3));
    let mut paced = Vec::new();
    while let Some(Step { at, before, .. }) = step.map(|step| &steps[step]) {
        paced.push(*at);
        step = *before;
    }
    paced
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::split;

    fn furniture(text: &str) -> Vec<String> {
        let mut lines = split(text);
        super::super::mark(&mut lines);
        lines.iter().filter(|line| line.furniture).map(|line| line.text.trim().to_owned()).collect()
    }

    /// Pages of so many lines, no two alike.
    fn pages(count: usize, page: impl Fn(usize) -> String) -> String {
        (1..=count)
            .map(|number| {
                let body: String =
                    (0..20).map(|line| format!("{} {}\n", "a".repeat(number), "b".repeat(line))).collect();
                format!("{}\n{body}\n", page(number))
            })
            .collect()
    }

    #[test]
    fn heads_that_count_up() {
        assert_eq!(furniture(&pages(4, |page| format!("{page}   THE DRY YEAR"))).len(), 4);
        assert_eq!(furniture(&pages(4, |page| format!("2021] THE DRY YEAR {}", page + 130))).len(), 4);
    }

    #[test]
    fn bare_numbers_between_heads() {
        let text =
            pages(8, |page| if page % 2 == 0 { page.to_string() } else { format!("{page} THE DRY YEAR") });
        assert_eq!(furniture(&text).len(), 8);
    }

    #[test]
    fn heads_word_for_word_and_bare_numbers() {
        assert_eq!(furniture(&pages(6, |page| format!("THE DRY YEAR\n{page}"))).len(), 12);
    }

    #[test]
    fn sentences_that_come_back_are_none() {
        assert_eq!(furniture(&pages(8, |page| format!("{page} Ibid."))), Vec::<String>::new());
        assert_eq!(furniture(&pages(8, |_| "Nobody answered.".to_owned())), Vec::<String>::new());
    }

    #[test]
    fn labels_of_notes_are_none() {
        let text = pages(8, |page| format!("{}\nOne note.\n{}\nAnother.", page * 2 - 1, page * 2));
        assert_eq!(furniture(&text), Vec::<String>::new());
    }

    #[test]
    fn lines_of_a_list_are_none() {
        assert_eq!(furniture(&"Yes\nNo\nYes\n".repeat(9)), Vec::<String>::new());
    }
}
