//! Page furniture: running heads, page numbers and footers, told by how they repeat.

use std::collections::HashMap;

use super::lines::Line;
use super::shape;

/// How many printed lines at the head and at the foot of a page may be furniture.
const DEPTH: usize = 4;
/// A line longer than this many bytes is text.
const LONGEST: usize = 200;

/// Marks the lines that are page furniture.
pub(super) fn furniture(lines: &[Line]) -> Vec<bool> {
    let mut marked = vec![false; lines.len()];
    if lines.last().is_some_and(|line| line.page > 1) {
        paged(lines, &mut marked);
    } else {
        unpaged(lines, &mut marked);
    }
    marked
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

fn paged(lines: &[Line], marked: &mut [bool]) {
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
    mark(&heads, lines, 3, marked);
    mark(&feet, lines, (pages / 3).max(3), marked);
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

/// Marks the edges that repeat on near pages, from the edge of the page inwards.
fn mark(edges: &[Edge], lines: &[Line], least: usize, marked: &mut [bool]) {
    let mut by_words: HashMap<&str, Vec<&Edge>> = HashMap::new();
    for edge in edges {
        by_words.entry(&edge.words).or_default().push(edge);
    }
    let repeats = |edge: &Edge| {
        let alike = &by_words[edge.words.as_str()];
        if edge.words.chars().any(char::is_alphabetic) {
            alike.len() >= least
                && alike.iter().any(|other| (1..=4).contains(&(other.page - edge.page).abs()))
        } else {
            counts_pages(edge, alike, lines)
        }
    };
    let mut open = 0;
    for edge in edges {
        if edge.depth == 0 {
            open = 0;
        }
        if edge.depth == open && repeats(edge) {
            marked[edge.line] = true;
            open += 1;
        }
    }
}

/// Whether a line of numbers goes up with the pages.
fn counts_pages(edge: &Edge, alike: &[&Edge], lines: &[Line]) -> bool {
    let at = alike.partition_point(|other| other.line < edge.line);
    let near = &alike[at.saturating_sub(8)..alike.len().min(at + 9)];
    numbers(lines[edge.line].text).any(|number| {
        let in_step = |other: &&&Edge| {
            other.page != edge.page
                && numbers(lines[other.line].text).any(|there| there - other.page == number - edge.page)
        };
        near.iter().filter(in_step).take(2).count() == 2
            || (alike.len() < 4 && near.iter().any(|other| in_step(&other)))
    })
}

/// Without form feeds, furniture is what repeats with a number that counts up, or word for word
/// at the distance of pages.
fn unpaged(lines: &[Line], marked: &mut [bool]) {
    const LEAST: usize = 3;
    let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if !line.blank && line.text.len() <= 100 {
            by_words.entry(words(line.text)).or_default().push(at);
        }
    }
    let mut counted: Vec<(usize, i64)> = Vec::new();
    for (words, places) in &by_words {
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        if places.len() < LEAST || letters < 3 || !apart(places) {
            continue;
        }
        if !words.contains('#') {
            if places.len() > LEAST && letters >= 5 && places.iter().all(|at| stands_alone(lines, *at)) {
                places.iter().for_each(|at| marked[*at] = true);
            }
        } else if counts_up(lines, places) {
            for at in places {
                marked[*at] = true;
                counted.extend(page_number(lines[*at].text).map(|number| (*at, number)));
            }
        }
    }
    counted.sort_unstable();
    between(lines, &counted, by_words.get("#").map_or(&[], Vec::as_slice), marked);
}

/// Whether places lie at least as far apart as the heads of small pages.
fn apart(places: &[usize]) -> bool {
    const SMALL_PAGE: usize = 12;
    places.windows(2).all(|pair| pair[1] - pair[0] >= SMALL_PAGE)
}

/// Whether a line stands at the edge of a gap and is no sentence.
fn stands_alone(lines: &[Line], at: usize) -> bool {
    let gap = |at: Option<usize>| at.is_none_or(|at| lines.get(at).is_none_or(|line| line.blank));
    (gap(at.checked_sub(1)) || gap(Some(at + 1))) && !shape::ends_sentence(lines[at].text)
}

/// Whether the page numbers of the lines go up from each to the next.
fn counts_up(lines: &[Line], places: &[usize]) -> bool {
    const WIDEST: i64 = 6;
    let counted: Vec<Option<i64>> = places.iter().map(|at| page_number(lines[*at].text)).collect();
    counted.windows(2).all(|pair| match (pair[0], pair[1]) {
        (Some(one), Some(next)) => (1..=WIDEST).contains(&(next - one)),
        _ => false,
    })
}

/// The number that stands for itself at the start or the end of a line.
fn page_number(text: &str) -> Option<i64> {
    let number = |token: &str| numbers(token).next().filter(|_| token.chars().all(|c| !c.is_alphabetic()));
    let mut tokens = text.split_whitespace();
    number(tokens.next()?).or_else(|| tokens.next_back().and_then(number))
}

/// Marks bare page numbers that stand between two counted heads, and fit.
fn between(lines: &[Line], counted: &[(usize, i64)], bare: &[usize], marked: &mut [bool]) {
    for at in bare {
        let Some(number) = numbers(lines[*at].text).next() else { continue };
        let next = counted.partition_point(|(line, _)| line < at);
        let after = counted.get(next).is_none_or(|(_, count)| number < *count);
        let before = next.checked_sub(1).is_none_or(|last| counted[last].1 < number);
        let close =
            |entry: Option<&(usize, i64)>| entry.is_some_and(|(_, count)| (count - number).abs() <= 2);
        if before
            && after
            && (close(counted.get(next)) || next.checked_sub(1).is_some_and(|last| close(counted.get(last))))
        {
            marked[*at] = true;
        }
    }
}
