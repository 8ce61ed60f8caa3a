//! Addresses in text: an own recogniser, for the general ones keep `”` and `’s`, drop IDN, cut
//! DOIs at `<` and put nothing together that a line break parted.

mod anchors;
mod find;
mod identifier;
mod known;
mod marks;
mod mention;
mod printed;
#[cfg(test)]
mod tests;
mod tidy;
mod token;

pub(super) use find::{Found, Setting, Sighting};
pub(super) use identifier::{is_number_of_work, key};
pub(super) use known::Known;
