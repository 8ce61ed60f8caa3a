//! Laws and judgments, which the day they were passed on is a part of the name of:
//! `Ustawa z dnia 18 lipca 2001 r. – Prawo wodne (Dz.U. …)`.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::dates::Role;
use super::super::lexicon::Lexicon;
use super::annotated::{Annotated, Described};
use super::{clean, phrases};

/// What laws and judgments are called, in lower case.
static LAWS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "ustawa wyrok rozporządzenie postanowienie uchwała закон указ постановление распоряжение приказ постанова наказ
         рішення gesetz verordnung urteil beschluss loi décret arrêt arrêté ordonnance ley decreto sentencia lei
         portaria acórdão legge sentenza zákon nařízení rozsudek vyhláška kanun wet besluit vonnis",
    )
});

/// The longest way from the word to the day, in bytes.
const FARTHEST: usize = 120;

/// The longest name, in bytes.
const LONGEST: usize = 400;

/// Reads what a law is called: up to the brackets or the comma behind its day.
pub(super) fn describe(note: &Annotated, range: &Range<usize>) -> Option<Described> {
    let text = &note.text[range.clone()];
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if !LAWS.has_any_case(first) || !first.starts_with(char::is_uppercase) {
        return None;
    }
    let dated = note.dates_in(range.clone()).find(|dated| dated.role == Role::Unsaid)?;
    let led = &note.text[range.start..dated.range.start];
    if dated.precision() < 2 || led.len() > FARTHEST || led.contains(", ") || led.contains('(') {
        return None;
    }
    let behind = &note.text[dated.range.end..range.end];
    let end = [", ", " (", " [", "; ", ": "].iter().filter_map(|sign| behind.find(sign)).min();
    let name = &note.text[range.start..dated.range.end + end.unwrap_or(behind.len())];
    let title = clean::title(phrases::without_connector(name))?;
    (title.len() <= LONGEST).then(|| Described { title: Some(title), ..Described::default() })
}
