//! Page furniture: running heads, page numbers and footers, told by how they repeat.

use std::collections::HashMap;

use super::lines::Line;
use super::shape;

/// How many printed lines at the head and at the foot of a page may be furniture.
const DEPTH: usize = 4;
/// A line longer than this many bytes is text.
const LONGEST: usize = 250;
/// A line with more than this many bytes besides white space is text.
const LONGEST_WORDS: usize = 100;

/// Marks the lines that are page furniture.
pub(super) fn mark(lines: &mut [Line]) {
    let furniture =
        if lines.last().is_some_and(|line| line.page > 1) { paged(lines) } else { unpaged(lines) };
    for at in furniture {
        lines[at].furniture = true;
    }
}

fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut digits = false;
    for c in text.chars() {
        if c.is_ascii_digit() {
            if !digits {
                words.push('#');
            }
            digits = true;
        } else {
            digits = false;
            if !c.is_whitespace() {
                words.extend(c.to_lowercase());
            }
        }
    }
    words
}

fn numbers(text: &str) -> impl Iterator<Item = i64> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| (1..=4).contains(&run.len()))
        .filter_map(|run| run.parse().ok())
}

/// The first (or last) printed lines of each page.
struct Edge {
    page: i64,
    line: usize,
    depth: usize,
    words: String,
}

fn paged(lines: &[Line]) -> Vec<usize> {
    let mut start = 0;
    let (mut heads, mut feet) = (Vec::new(), Vec::new());
    while start < lines.len() {
        let end = start + lines[start..].iter().take_while(|line| line.page == lines[start].page).count();
        let printed = |at: &usize| !lines[*at].blank;
        edges(lines, (start..end).filter(printed).take(DEPTH), &mut heads);
        edges(lines, (start..end).rev().filter(printed).take(DEPTH), &mut feet);
        start = end;
    }
    let pages = lines.last().map_or(0, |line| line.page as usize);
    let mut furniture = repeated(&heads, lines, 3);
    furniture.extend(repeated(&feet, lines, (pages / 3).max(3)));
    furniture
}

fn edges(lines: &[Line], printed: impl Iterator<Item = usize>, edges: &mut Vec<Edge>) {
    for (depth, line) in printed.enumerate() {
        let text = lines[line].text;
        if text.len() > LONGEST {
            break;
        }
        edges.push(Edge { page: i64::from(lines[line].page), line, depth, words: words(text) });
    }
}

/// The edges that repeat on near pages, from the edge of the page inwards.
fn repeated(edges: &[Edge], lines: &[Line], least: usize) -> Vec<usize> {
    let mut by_words: HashMap<&str, Vec<&Edge>> = HashMap::new();
    for edge in edges {
        by_words.entry(&edge.words).or_default().push(edge);
    }
    let repeats = |edge: &Edge| {
        let alike = &by_words[edge.words.as_str()];
        let often = alike.len() >= least
            && alike.iter().any(|other| (1..=4).contains(&(other.page - edge.page).abs()));
        let same = || {
            alike
                .iter()
                .filter(|other| lines[other.line].trimmed() == lines[edge.line].trimmed())
                .take(least)
                .count()
                >= least
        };
        if edge.words.contains('#') { counts_pages(edge, alike, lines) || often && same() } else { often }
    };
    let mut furniture = Vec::new();
    let mut open = 0;
    for edge in edges {
        if edge.depth == 0 {
            open = 0;
        }
        if edge.depth == open && repeats(edge) {
            furniture.push(edge.line);
            open += 1;
        }
    }
    furniture
}

/// Whether a line is the same on near pages but for a number that goes up with them.
fn counts_pages(edge: &Edge, alike: &[&Edge], lines: &[Line]) -> bool {
    let text = lines[edge.line].text;
    let at = alike.partition_point(|other| other.line < edge.line);
    let near = &alike[at.saturating_sub(8)..alike.len().min(at + 9)];
    if shape::ends_sentence(text) && edge.words.chars().any(char::is_alphabetic) {
        return false;
    }
    let in_step = |other: &&&Edge| {
        let mut pairs =
            numbers(text).zip(numbers(lines[other.line].text)).filter(|(here, there)| here != there);
        other.page != edge.page
            && pairs.next().is_some_and(|(here, there)| there - other.page == here - edge.page)
            && pairs.next().is_none()
    };
    near.iter().filter(in_step).take(2).count() == 2
        || alike.len() < 4 && near.iter().any(|other| in_step(&other))
}

/// Without form feeds, furniture is what repeats with a number that counts up, or word for word
/// at the distance of pages.
fn unpaged(lines: &[Line]) -> Vec<usize> {
    const LEAST: usize = 3;
    let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if !line.blank && line.text.len() <= LONGEST {
            let words = words(line.text);
            if words.len() <= LONGEST_WORDS {
                by_words.entry(words).or_default().push(at);
            }
        }
    }
    let mut furniture = Vec::new();
    let mut counted: Vec<(usize, i64)> = Vec::new();
    for (words, places) in
        by_words.iter().filter(|(words, places)| places.len() >= LEAST && *words != "#" && apart(places))
    {
        if !words.contains('#') || same(lines, places) {
            if regular(lines, places) {
                furniture.extend(places);
            }
        } else if let Some(edge) = counts_up(lines, places) {
            furniture.extend(places);
            counted.extend(places.iter().filter_map(|at| Some((*at, edge(lines[*at].text)?))));
        }
    }
    counted.sort_unstable();
    let bare = by_words.get("#").map_or(&[][..], Vec::as_slice);
    furniture.extend(between(lines, &counted, bare));
    furniture.extend(paces(lines, bare));
    furniture
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
        && gaps[gaps.len() - 1] <= usual * ODD
        && !shape::ends_sentence(lines[places[0]].text)
        && (places.len() > LEAST || places.iter().all(|at| stands_alone(lines, *at)))
}

/// Bare numbers that count up at the pace of pages.
fn paces(lines: &[Line], bare: &[usize]) -> Vec<usize> {
    const PAGE: std::ops::RangeInclusive<usize> = 12..=200;
    const LEAST: usize = 5;
    let mut ends: HashMap<i64, usize> = HashMap::new();
    let mut steps: Vec<(usize, Option<usize>, usize)> = Vec::new();
    for at in bare {
        let Some(number) = numbers(lines[*at].text).next() else { continue };
        let before =
            ends.get(&(number - 1)).copied().filter(|before| PAGE.contains(&(at - steps[*before].0)));
        let length = before.map_or(1, |before| steps[before].2 + 1);
        let near = ends
            .get(&number)
            .is_some_and(|other| steps[*other].2 > length && at - steps[*other].0 < *PAGE.end());
        steps.push((*at, before, length));
        if !near {
            ends.insert(number, steps.len() - 1);
        }
    }
    let longest = (0..steps.len()).max_by_key(|step| steps[*step].2);
    let mut paced = Vec::new();
    let mut step = longest.filter(|step| steps[*step].2 >= LEAST.max(bare.len() / 3));
    while let Some((at, before, _)) = step.map(|step| steps[step]) {
        paced.push(at);
        step = before;
    }
    paced
}

/// Whether places lie as far apart as the heads of small pages, but for the odd one.
fn apart(places: &[usize]) -> bool {
    const SMALL_PAGE: usize = 12;
    let near = places.windows(2).filter(|pair| pair[1] - pair[0] < SMALL_PAGE).count();
    near * 5 <= places.len()
}

/// Whether a line stands at the edge of a gap and is no sentence.
fn stands_alone(lines: &[Line], at: usize) -> bool {
    let gap = |at: Option<usize>| at.is_none_or(|at| lines.get(at).is_none_or(|line| line.blank));
    (gap(at.checked_sub(1)) || gap(Some(at + 1))) && !shape::ends_sentence(lines[at].text)
}

type Edging = fn(&str) -> Option<i64>;

/// At which end of the lines the page numbers stand, if numbers there go up from each line to
/// the next.
fn counts_up(lines: &[Line], places: &[usize]) -> Option<Edging> {
    if places
        .iter()
        .any(|at| shape::ends_sentence(lines[*at].text) && lines[*at].text.contains(char::is_alphabetic))
    {
        return None;
    }
    const WIDEST: i64 = 8;
    let edges: [Edging; 2] = [leading_number, trailing_number];
    edges.into_iter().find(|edge| {
        let counted: Vec<Option<i64>> = places.iter().map(|at| edge(lines[*at].text)).collect();
        let up = |pair: &&[Option<i64>]| match (pair[0], pair[1]) {
            (Some(one), Some(next)) => (1..=WIDEST).contains(&(next - one)),
            _ => false,
        };
        counted.windows(2).filter(up).count() * 5 >= (places.len() - 1) * 4
    })
}

fn leading_number(text: &str) -> Option<i64> {
    text.split_whitespace().next().and_then(page_number)
}

fn trailing_number(text: &str) -> Option<i64> {
    text.split_whitespace().next_back().and_then(page_number)
}

/// The number of a word without letters: `12`, `12/27`, `-12-`.
fn page_number(word: &str) -> Option<i64> {
    if word.chars().any(char::is_alphabetic) { None } else { numbers(word).next() }
}

/// Bare page numbers that stand between two counted heads, and fit.
fn between<'a>(
    lines: &'a [Line],
    counted: &'a [(usize, i64)],
    bare: &'a [usize],
) -> impl Iterator<Item = usize> + 'a {
    bare.iter().copied().filter(|at| {
        let Some(number) = numbers(lines[*at].text).next() else { return false };
        let next = counted.partition_point(|(line, _)| line < at);
        let (before, after) =
            (next.checked_sub(1).map(|last| counted[last].1), counted.get(next).map(|next| next.1));
        let fits = before.is_none_or(|before| before < number) && after.is_none_or(|after| number < after);
        let close = |count: Option<i64>| count.is_some_and(|count| (count - number).abs() <= 2);
        fits && (close(before) || close(after))
    })
}
