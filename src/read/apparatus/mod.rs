//! The apparatus of a report: notes and lists of works, also where nothing but their look says
//! what they are.
//!
//! Markup often declares a note (`[^1]`, `href="#fn1"`); as often it does not: a heading "Notes",
//! a list below it, raised numbers in the text. A reader of markup hands over a
//! [`Draft`](super::draft::Draft) with the declared notes; here the others are found by their
//! headings, labels and sequence, markers are paired with them, and everything is put in order.

mod brackets;
mod headings;
mod labels;
mod markers;
mod order;
mod printed;
mod repeats;
mod sections;
mod settle;

pub(super) use headings::{Section, section_of};
pub(super) use labels::{is_back_link, marker_label};
pub(super) use printed::strip_label;
pub(super) use settle::settle;
