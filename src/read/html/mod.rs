//! HTML: the article of a page, its notes and its links.
//!
//! A page is mostly not its article: menus, banners, share buttons, comments. What is left of it
//! after these ([`furniture`], [`article`]) is read in order; notes that links declare
//! ([`notes`]) are taken out of it, the others are found as in every format that reflows
//! ([`apparatus`](super::apparatus)).

mod about;
mod article;
mod book;
mod carriers;
mod closing;
mod detour;
mod dom;
mod frame;
mod furniture;
mod labels;
mod link_outs;
mod meta;
mod notes;
mod ordinals;
mod page;
mod plain;
mod reader;
mod rows;
mod site;
mod writer;
mod xhtml;

pub(super) use book::{Book, Chapter, book};
pub(super) use carriers::carriers;
pub(super) use reader::{fragment, read_html};

#[cfg(test)]
mod tests;
