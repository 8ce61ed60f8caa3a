//! What a work is called and where it appeared.

mod clean;
mod describe;
mod locate;
mod phrases;
mod pieces;
#[cfg(test)]
mod tests;

pub(super) use clean::title as clean_title;
pub(super) use describe::{Annotated, Described};
pub(super) use locate::is_title_of_link;
