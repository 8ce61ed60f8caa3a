//! What a work is called and where it appeared.

mod annotated;
mod carried;
mod clean;
mod container;
mod dotted;
mod imprint;
mod italics;
mod laws;
mod locate;
mod marked;
mod outlets;
mod periodicals;
mod phrases;
mod pieces;
mod references;
mod signals;
#[cfg(test)]
mod tests;
mod unmarked;
mod untitled;

pub(super) use annotated::{Annotated, Described};
pub(super) use clean::title as clean_title;
pub(super) use italics::joined as joined_italics;
pub(super) use locate::is_title_of_link;
pub(super) use untitled::is_rest_of_address;
