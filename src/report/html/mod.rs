//! The audit as one HTML file that can be mailed: opened from a disk, without a network, with
//! JavaScript or without.
//!
//! - Everything that came from a document or the web goes through `maud`'s escaping and [`clean`],
//!   and only `http` and `https` addresses become links.
//! - A content security policy allows the page's own style and script by their hashes (CSP 3) and
//!   nothing else: no request leaves the page, and what slipped through could not run.
//! - The page is complete without the script, which adds filters, sorting, stepping and copy buttons.
//! - The page can be mailed: it keeps to 4 MB whatever it is made of. Lists have an end, findings are
//!   written the more tersely the more they are, and the report's own text is shown as far as there is room.
//!   What is left out is told, with where it stands.
//! - Verdicts are told by word and sign as well as by colour (WCAG 2.2, 1.4.1).
//!
//! [`clean`]: super::clean()

mod detail;
mod entry;
mod filters;
mod first;
mod glossary;
mod line;
mod list;
mod marked;
mod page;
mod policy;
mod reading;
mod run;
mod shell;
mod since;
mod text;

pub use page::html;
pub(super) use shell::Shell;
pub(super) use text::{sign, titled_link};
