//! What needs action, worst first, for those who look at a screen when an audit ends.

use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};

use super::terminal::{Count, Grid, Line, Piece, Terminal};
use crate::model::{Audit, Verdict};
use crate::report::{Action, actions};

/// How many findings are shown, so that they fit a screen or two; the reports have all.
const MOST: usize = 10;

/// From this width on each fact has a column of its own.
const WIDE: usize = 120;

/// The widths of the columns that need no more: the longest verdict, `archived 30 September 2012`.
const VERDICT: usize = 10;
const TO_DO: usize = 26;

/// The narrowest and the widest column for the place of a citation.
const PLACE: (usize, usize) = (10, 24);

/// Reports in the order in which a person would open them.
const OPENED: [&str; 4] = ["audit.html", "audit.md", "audit.xlsx", "audit.csv"];

/// Shows what needs action, if anybody looks; `written` are the reports that have all of it.
pub(crate) fn show_actions(audit: &Audit, written: &[PathBuf], terminal: &Terminal) {
    let Some(width) = terminal.screen_width() else { return };
    if !audit.findings.is_empty() {
        terminal.show(&grid(&actions(audit), report(written), width));
    }
}

/// The report to open for the rest.
fn report(written: &[PathBuf]) -> Option<&Path> {
    let named = |name: &&str| written.iter().find(|path| path.ends_with(name));
    OPENED.iter().find_map(named).or(written.first()).map(PathBuf::as_path)
}

fn grid(actions: &[Action], report: Option<&Path>, width: usize) -> Grid {
    let shown = &actions[..actions.len().min(MOST)];
    let place = shown.iter().map(|action| Piece::new(&action.place).width()).max().unwrap_or_default();
    let place = place.clamp(PLACE.0, PLACE.1);
    let is_wide = width >= WIDE;
    let widths = if is_wide { columns(place, width) } else { vec![place, Grid::room(width, 2, 2) - place] };
    let mut lines = Vec::new();
    for document in documents(shown) {
        let number = actions.iter().filter(|action| action.document == document).count();
        lines.push(Line::Whole(heading(document, number)));
        let its = shown.iter().filter(|action| action.document == document);
        lines.extend(its.map(|action| Line::Row(if is_wide { wide(action) } else { narrow(action) })));
    }
    lines.extend(rest(actions.len(), shown.len(), report).map(|text| Line::Whole(Piece::new(&text))));
    Grid { lines, widths, indent: 2 }
}

/// The columns of a wide screen: what is cited and why it needs action share what is left.
fn columns(place: usize, width: usize) -> Vec<usize> {
    let left = Grid::room(width, 5, 2) - place - VERDICT - TO_DO;
    let source = left * 2 / 5;
    vec![place, VERDICT, source, left - source, TO_DO]
}

/// The documents of the findings, those with the worst first.
fn documents(actions: &[Action]) -> Vec<&str> {
    let mut documents: Vec<&str> = Vec::new();
    for action in actions {
        if !documents.contains(&action.document.as_str()) {
            documents.push(&action.document);
        }
    }
    documents
}

fn heading(document: &str, number: usize) -> Piece {
    Piece::led(&format!("{document}:"), Style::new().bold(), &need_action(number, "citation"))
}

/// What is said at the end: that nothing needs action, or where the rest stands.
fn rest(all: usize, shown: usize, report: Option<&Path>) -> Option<String> {
    if all == 0 {
        return Some("No citation needs action.".to_owned());
    }
    let more = (all > shown).then(|| need_action(all - shown, "more citation"))?;
    Some(match report {
        Some(report) => format!("{more}; see {}", report.display()),
        None => format!("{more}."),
    })
}

fn need_action(number: usize, thing: &'static str) -> String {
    format!("{} {}", Count(number, thing), if number == 1 { "needs action" } else { "need action" })
}

fn wide(action: &Action) -> Vec<Vec<Piece>> {
    let capture = action.capture.as_ref().map(|(when, address)| Piece::new(when).linked(Some(address)));
    vec![
        vec![Piece::new(&action.place)],
        vec![Piece::styled(action.verdict.into(), style(action.verdict))],
        vec![source(action)],
        [Piece::new(action.reason)].into_iter().chain(change(action)).collect(),
        [Piece::new(action.advice)].into_iter().chain(capture).collect(),
    ]
}

/// The facts below each other, since columns would be too narrow to be read.
fn narrow(action: &Action) -> Vec<Vec<Piece>> {
    let verdict: &str = action.verdict.into();
    let advice = match &action.capture {
        Some((when, address)) => Piece::new(&format!("{}: {when}", action.advice)).linked(Some(address)),
        None => Piece::new(action.advice),
    };
    let seen = Piece::led(&format!("{verdict}:"), style(action.verdict), action.reason);
    let facts = [source(action), seen].into_iter().chain(change(action)).chain([advice]);
    vec![vec![Piece::new(&action.place)], facts.collect()]
}

/// What is new since an earlier audit.
fn change(action: &Action) -> Option<Piece> {
    action.change.as_deref().map(Piece::new)
}

fn source(action: &Action) -> Piece {
    Piece::new(&action.work).linked(action.address.as_deref())
}

/// Red is lost, yellow is doubtful; what is said without colours is the same.
fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Dead => AnsiColor::Red.on_default().bold(),
        Verdict::Changed => AnsiColor::Magenta.on_default().bold(),
        Verdict::Moved => AnsiColor::Cyan.on_default(),
        Verdict::Restricted | Verdict::Unsure => AnsiColor::Yellow.on_default(),
        Verdict::Alive | Verdict::Skipped => Style::new(),
    }
}

#[cfg(test)]
mod tests;
