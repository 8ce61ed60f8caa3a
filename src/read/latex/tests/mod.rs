mod basics;
mod broken;
mod languages;
mod works;

use super::super::view::view;
use super::read_latex;

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(view(&read_latex(source, &|_| None)).split('\n').collect::<Vec<_>>(), expected);
}
