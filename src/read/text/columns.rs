//! Two columns that stand side by side in the text (`pdftotext -layout`), set one below the
//! other again.

use std::collections::BTreeMap;

use super::lines::Line;

/// Sets side-by-side columns one below the other, page by page. Each column of a page becomes a
/// part of its own, so that notes at its foot end with it. A text of one page may be anything, and is
/// taken to have columns only where most of its lines have two halves.
pub(super) fn unfold(lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    if lines.last().is_none_or(|line| line.page == 1) && !is_mostly_halved(&lines) {
        return lines;
    }
    let mut unfolded = Vec::with_capacity(lines.len());
    let mut part = 0;
    let mut start = 0;
    while start < lines.len() {
        let end = start + lines[start..].iter().take_while(|line| line.page == lines[start].page).count();
        part += 1;
        page(&lines[start..end], &mut part, &mut unfolded);
        start = end;
    }
    unfolded
}

/// Whether so many lines have two halves that start in the same column that they can be no table.
fn is_mostly_halved(lines: &[Line]) -> bool {
    const LEAST: usize = 10;
    const LONGEST: usize = 200;
    let printed = lines.iter().filter(|line| line.printed()).count();
    if printed > LONGEST {
        return false;
    }
    let halves = |gutter: &usize| {
        let cuts = lines.iter().filter(|line| line.printed()).filter_map(|line| cut(line, *gutter));
        cuts.filter(|(left, right)| !left.blank && !right.line.blank && right.gap >= 2).count()
    };
    gutter(lines).as_ref().map(halves).is_some_and(|halves| halves >= LEAST && halves * 5 >= printed * 3)
}

fn page<'a>(lines: &[Line<'a>], part: &mut u32, unfolded: &mut Vec<Line<'a>>) {
    let Some(gutter) = gutter(lines) else {
        unfolded.extend(lines.iter().map(|line| Line { part: *part, ..*line }));
        return;
    };
    let mut beside: Vec<(Line, Line, Right)> = Vec::new();
    for line in lines {
        match if line.furniture { None } else { cut(line, gutter) } {
            Some((left, right)) if right.gap >= 2 || !beside.is_empty() => beside.push((*line, left, right)),
            _ => {
                flush(&mut beside, part, unfolded);
                unfolded.push(Line { part: *part, ..*line });
            }
        }
    }
    flush(&mut beside, part, unfolded);
}

/// Puts the right halves of a stretch of lines below the left ones; a lone line with a gap at the
/// gutter is left as it is.
fn flush<'a>(
    beside: &mut Vec<(Line<'a>, Line<'a>, Right<'a>)>,
    part: &mut u32,
    unfolded: &mut Vec<Line<'a>>,
) {
    const LEAST: usize = 2;
    let two_sided =
        beside.iter().filter(|(_, left, right)| !left.blank && !right.line.blank && right.gap >= 2).count();
    let one_sided = beside.iter().filter(|(_, left, right)| left.blank && !right.line.blank).count();
    if two_sided < LEAST && one_sided == 0 {
        unfolded.extend(beside.drain(..).map(|(line, ..)| Line { part: *part, ..line }));
        return;
    }
    unfolded.extend(beside.iter().map(|(_, left, _)| Line { part: *part, ..*left }));
    *part += 1;
    unfolded.extend(beside.drain(..).map(|(_, _, right)| Line { part: *part, ..right.line }));
}

/// The column where the right half starts, if enough lines of a page have one.
fn gutter(lines: &[Line]) -> Option<usize> {
    const NARROWEST: usize = 30;
    const LEAST: usize = 6;
    const HANGING: usize = 6;
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for start in lines.iter().filter(|line| line.printed()).filter_map(|line| second_half(line.text)) {
        *counts.entry(start).or_default() += 1;
    }
    let near = |column: usize| counts.range(column..column + 2).map(|(_, count)| count).sum::<usize>();
    let (most, column) = counts.keys().map(|column| (near(*column), *column)).max()?;
    let hangs = |there: &&usize| near(**there) >= 3.max(most / 8);
    let column = counts
        .range(column.saturating_sub(HANGING)..column)
        .map(|(there, _)| there)
        .find(hangs)
        .copied()
        .unwrap_or(column);
    let gutter = column.saturating_sub(1);
    let beside = |line: &Line| second_half(line.text).is_some_and(|start| start.abs_diff(column) <= HANGING);
    let last = lines.iter().rposition(|line| line.printed() && beside(line))?;
    let across = lines[..=last].iter().filter(|line| line.printed() && cut(line, gutter).is_none()).count();
    (most >= LEAST && column >= NARROWEST && across <= most).then_some(gutter)
}

/// Where the text behind the widest gap of a line starts, if as much text stands before it.
fn second_half(text: &str) -> Option<usize> {
    const SHORTEST: usize = 15;
    let mut best = None;
    let (mut gap, mut printed) = (0, 0);
    for (column, c) in text.chars().enumerate() {
        if c == ' ' {
            gap += 1;
            continue;
        }
        if gap >= 2 && printed >= SHORTEST && best.is_none_or(|(widest, _)| gap >= widest) {
            best = Some((gap, column));
        }
        gap = 0;
        printed += 1;
    }
    let (_, column) = best?;
    let behind = text.chars().skip(column).filter(|c| c.is_alphabetic()).count();
    (behind >= SHORTEST).then_some(column)
}

/// What stands right of the gutter, and how many spaces before it.
struct Right<'a> {
    line: Line<'a>,
    gap: usize,
}

/// Cuts a line at the gutter; none if text runs across it.
fn cut<'a>(line: &Line<'a>, gutter: usize) -> Option<(Line<'a>, Right<'a>)> {
    let mut gap = usize::MAX / 2;
    for (column, (at, c)) in line.text.char_indices().enumerate() {
        if column >= gutter && gap > 0 && c != ' ' {
            let (left, right) = line.text.split_at(at);
            let tight = gap == 1 && column > gutter + 2;
            return (!tight).then(|| (half(line, left.trim_end()), Right { line: half(line, right), gap }));
        }
        if column >= gutter && gap == 0 && c != ' ' {
            return None;
        }
        gap = if c == ' ' { gap + 1 } else { 0 };
    }
    Some((*line, Right { line: half(line, ""), gap: 2 }))
}

fn half<'a>(line: &Line<'a>, text: &'a str) -> Line<'a> {
    Line { text, blank: text.trim().is_empty(), rule: super::shape::is_rule(text), ..*line }
}
