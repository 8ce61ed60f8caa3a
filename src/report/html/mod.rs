//! The audit as one HTML file that can be mailed: opened from a disk, without a network, with
//! JavaScript or without.
//!
//! - Everything that came from a document or the web goes through `maud`'s escaping and [`clean`],
//!   and only `http` and `https` addresses become links.
//! - A content security policy allows the page's own style and script by their hashes (CSP 3) and
//!   nothing else: no request leaves the page, and what slipped through could not run.
//! - The page is complete without the script, which adds filters, sorting, stepping and copy buttons.
//! - The page can be mailed: findings are written tersely, and the report's own text is shown as far as
//!   4 MB allow.
//! - Verdicts are told by word and sign as well as by colour (WCAG 2.2, 1.4.1).
//!
//! [`clean`]: super::clean()

mod entry;
mod filters;
mod first;
mod glossary;
mod line;
mod marked;
mod page;
mod policy;
mod reading;
mod since;
mod text;

pub use page::html;
