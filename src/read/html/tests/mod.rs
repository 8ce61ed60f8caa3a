//! Pages in the forms that publishers and tools give them.

mod body;
mod malformed;
mod marked_notes;
mod unmarked_notes;

use super::super::view::view;
use super::read_html;

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    assert_eq!(view(&read_html(html)).split('\n').collect::<Vec<_>>(), expected);
}
