//! Pages in the forms that publishers and tools give them.

mod body;
mod journals;
mod malformed;
mod marked_notes;
mod scripts;
mod unmarked_notes;
mod weblogs;

use super::super::view::view;
use super::read_html;

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    assert_eq!(view(&read_html(html)).split('\n').collect::<Vec<_>>(), expected);
}

/// A page around `article` and `rest`, with text enough that these are small parts of it.
fn page(head: &str, article: &str, rest: &str) -> String {
    let text = "<p>Water is scarce in the hills above the dam.</p>\n".repeat(40);
    format!(
        "<html><head>{head}</head><body><main><article>{text}{article}</article></main>{rest}</body></html>"
    )
}

/// The lines of a view of the page that show an address or are notes; without line numbers.
#[track_caller]
fn check_addresses(html: &str, expected: &[&str]) {
    let view = view(&read_html(html));
    let shown = view.split('\n').filter(|line| line.contains("://") || line.starts_with('['));
    let plain: Vec<String> = shown.map(without_line_number).collect();
    assert_eq!(plain, expected);
}

fn without_line_number(line: &str) -> String {
    let end = line.find(']').filter(|_| line.starts_with('[')).unwrap_or(0);
    let (start, rest) = line.split_at(end);
    let (mark, text) = rest.split_once(' ').unwrap_or((rest, ""));
    format!("{start}{} {text}", mark.trim_end_matches(|c: char| c.is_ascii_digit()))
}
