//! Furniture at the edges of pages that are known.

use std::collections::HashMap;

use super::super::lines::Line;
use super::super::shape;
use super::face::{Face, numbers};

/// How many printed lines at the head and at the foot of a page may be furniture.
const DEPTH: usize = 4;
/// Lines that are alike are looked for this many pages away.
const NEAR: i64 = 8;

/// One of the first (or last) printed lines of a page.
struct Edge<'a> {
    page: i64,
    line: usize,
    depth: usize,
    text: &'a str,
    face: Face,
}

/// The lines that are furniture.
pub(super) fn furniture(lines: &[Line]) -> Vec<usize> {
    let (mut heads, mut feet) = (Vec::new(), Vec::new());
    let mut start = 0;
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        let range = start..start + page.len();
        start = range.end;
        let printed = |at: &usize| !lines[*at].blank;
        edges(lines, range.clone().filter(printed), &mut heads);
        edges(lines, range.rev().filter(printed), &mut feet);
    }
    // At the foot of pages stand notes as well, and many a note is just "Ibid."
    let pages = lines.last().map_or(0, |line| line.page as usize);
    let mut furniture = repeated(&heads, 3);
    if pages == 2 {
        furniture.extend(common(&heads));
    }
    furniture.extend(repeated(&feet, (pages / 3).max(3)));
    furniture.extend(stamps(lines, pages));
    furniture
}

/// Lines that stand alone, word for word the same on at least half of the pages, wherever they stand
/// there: what a publisher stamps on them when they are fetched.
fn stamps(lines: &[Line], pages: usize) -> Vec<usize> {
    const SHORTEST: usize = 25;
    const LEAST: usize = 3;
    let apart = |at: usize| lines.get(at).is_none_or(|line| line.blank);
    let alone = |at: &usize| {
        let turned = |other: usize| lines.get(other).is_none_or(|line| line.page != lines[*at].page);
        let above = at.checked_sub(1).is_none_or(|above| apart(above) || turned(above));
        !lines[*at].blank && above && (apart(at + 1) || turned(at + 1))
    };
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for at in (0..lines.len()).filter(alone) {
        let text = lines[at].text.trim();
        if text.chars().count() >= SHORTEST && !shape::starts_with_address(text) {
            same.entry(text).or_default().push(at);
        }
    }
    let stamped = |found: &Vec<usize>| {
        let pages_of = found.chunk_by(|one, other| lines[*one].page == lines[*other].page).count();
        pages_of >= LEAST && pages_of * 2 >= pages
    };
    same.into_values().filter(stamped).flatten().collect()
}

fn edges<'a>(lines: &[Line<'a>], printed: impl Iterator<Item = usize>, edges: &mut Vec<Edge<'a>>) {
    for (depth, line) in printed.take(DEPTH).enumerate() {
        let text = lines[line].text.trim();
        let Some(face) = Face::of(text).filter(|_| !shape::closes_more(text)) else { break };
        edges.push(Edge { page: i64::from(lines[line].page), line, depth, text, face });
    }
}

/// The edges that repeat at least so often, from the edge of the page inwards.
fn repeated(edges: &[Edge], least: usize) -> Vec<usize> {
    let mut alike: HashMap<Face, Vec<&Edge>> = HashMap::new();
    let mut same: HashMap<&str, usize> = HashMap::new();
    for edge in edges {
        alike.entry(edge.face).or_default().push(edge);
        *same.entry(edge.text).or_default() += 1;
    }
    let repeats = |edge: &Edge| {
        let alike = &alike[&edge.face];
        let near = near(edge, alike);
        let often = alike.len() >= least
            && near.iter().any(|other| (1..=4).contains(&(other.page - edge.page).abs()));
        if edge.face.numbered { counts_pages(edge, near) || often && same[edge.text] >= least } else { often }
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

/// The first lines of two pages, if they are the same.
fn common(edges: &[Edge]) -> Vec<usize> {
    let first: Vec<&Edge> = edges.iter().filter(|edge| edge.depth == 0).collect();
    let same = first.len() == 2 && first[0].text == first[1].text;
    if same { first.iter().map(|edge| edge.line).collect() } else { Vec::new() }
}

/// Those on near pages, at most a few.
fn near<'a, 'b>(edge: &Edge, alike: &'b [&'a Edge<'a>]) -> &'b [&'a Edge<'a>] {
    const MOST: usize = 40;
    let from = alike.partition_point(|other| other.page < edge.page - NEAR);
    let to = alike.partition_point(|other| other.page <= edge.page + NEAR);
    &alike[from..to.min(from + MOST)]
}

/// Whether a line is the same on near pages but for a number that goes up with them.
fn counts_pages(edge: &Edge, near: &[&Edge]) -> bool {
    let asks = edge.text.ends_with(['?', '!']);
    if edge.face.lettered && shape::ends_sentence(edge.text) && !asks {
        return false;
    }
    let in_step = |other: &&&Edge| {
        let mut pairs = numbers(edge.text).zip(numbers(other.text)).filter(|(here, there)| here != there);
        let counts = |(here, there): (i64, i64)| there - other.page == here - edge.page;
        let first = pairs.next().is_some_and(counts);
        // "12   Notes to Pages 3–7": words and the page's number; what else it counts is its own.
        let only = pairs.next().is_none();
        other.page != edge.page && first && (only || edge.face.lettered && edge.depth == 0)
    };
    let steps = near.iter().filter(in_step).take(2).count();
    steps == 2 || steps == 1 && near.len() < 4
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::split;

    fn furniture(text: &str) -> Vec<String> {
        let mut lines = split(text);
        super::super::mark(&mut lines);
        lines.iter().filter(|line| line.furniture).map(|line| line.text.trim().to_owned()).collect()
    }

    fn pages(count: usize, page: impl Fn(usize) -> String) -> String {
        (1..=count).map(page).collect::<Vec<_>>().join("\x0c")
    }

    #[test]
    fn running_heads_and_page_numbers() {
        let text = pages(6, |page| {
            format!("{page}   THE DRY YEAR\n\nText of page {} goes on\n\n", "x".repeat(page))
        });
        assert_eq!(furniture(&text).len(), 6);
        let text = pages(4, |page| format!("Body {0}\nmore {0}\n\n{1}\n", "x".repeat(page), page + 80));
        assert_eq!(furniture(&text), ["81", "82", "83", "84"]);
    }

    #[test]
    fn heads_of_left_and_right_pages() {
        let text = pages(8, |page| {
            let head = if page % 2 == 0 {
                format!("{page}\n\nLAW QUARTERLY")
            } else {
                format!("2015:81\n\nOf Dams\n\n{page}")
            };
            format!("{head}\n\nBody {}\n", "x".repeat(page))
        });
        let found = furniture(&text);
        assert_eq!(found.iter().filter(|line| *line == "LAW QUARTERLY").count(), 4);
        assert_eq!(found.iter().filter(|line| *line == "Of Dams").count(), 4);
        assert_eq!(found.len(), 4 * 2 + 4 * 3);
    }

    #[test]
    fn two_pages_have_a_head_in_common() {
        let text = pages(2, |page| format!("Journal of Wells 12(3)\n\nBody {}\nmore\n", "x".repeat(page)));
        assert_eq!(furniture(&text), ["Journal of Wells 12(3)"; 2]);
        let text = pages(2, |page| format!("Of {0}\n\nBody {0}\nmore\n", "x".repeat(page)));
        assert_eq!(furniture(&text), Vec::<String>::new());
    }

    #[test]
    fn stamps_at_the_foot() {
        let text = pages(9, |page| format!("Body {}\n\n{page}/9        15-12556\n", "x".repeat(page)));
        assert_eq!(furniture(&text).len(), 9);
    }

    #[test]
    fn stamps_in_the_middle_of_pages() {
        let stamp = "Downloaded from https://a.example/x by guest on 2 March 2021";
        let text = pages(6, |page| {
            let line = |word: &str| format!("{word} {}\n", word.repeat(page));
            let body = ["Body", "more", "and", "it", "goes"].map(line).concat();
            if page == 4 { body } else { format!("{body}\n{stamp}\n\n{body}") }
        });
        assert_eq!(furniture(&text), [stamp; 5]);
    }

    #[test]
    fn the_end_of_a_note_is_none() {
        let text = pages(5, |page| {
            format!(
                "Text {}\n\n1 A, http://a.example/{page} (accessed 3 May\n2019).",
                "word ".repeat(page + 3)
            )
        });
        assert_eq!(furniture(&text), [] as [&str; 0]);
    }

    #[test]
    fn short_notes_at_the_foot_are_none() {
        let text = pages(9, |page| format!("Body {}\nmore\n{page} Ibid.\n", "x".repeat(page)));
        assert_eq!(furniture(&text), Vec::<String>::new());
        let text = pages(9, |page| {
            format!("Body {}\nmore\n{page} Answer {}.\n", "x".repeat(page), page * 7919 % 997)
        });
        assert_eq!(furniture(&text), Vec::<String>::new());
    }
}
