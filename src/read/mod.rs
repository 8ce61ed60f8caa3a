//! From a file's bytes to a [`Document`](crate::model::Document): body and notes in reading
//! order, whatever the format.
//!
//! A file is recognised by its content first and its name second. Every format is one module
//! with one function from the decoded text to a document; the formats that reflow (Markdown,
//! HTML) share how text is written (`flow`) and how notes are found that no markup declares
//! (`apparatus`). A new format adds its module, a line in `reader`, and its marks in
//! `recognise`; until then `foreign` knows it by its first bytes and says what to do with it.

mod apparatus;
mod bibtex;
mod code;
mod dates;
mod declared;
mod docx;
mod draft;
mod encoding;
mod epub;
mod error;
mod exchange;
mod fields;
mod flow;
mod foreign;
mod html;
mod ink;
mod latex;
mod limits;
mod lines;
mod manuscript;
mod markdown;
mod note_numbers;
mod numerals;
mod odt;
mod package;
mod pdf;
mod places;
mod reader;
mod reading;
mod recognise;
mod reference;
mod roman;
mod rtf;
mod symbols;
mod table;
mod target;
mod text;
mod torn;
mod utf16;
#[cfg(test)]
mod view;
mod wikitext;
mod wrapped;
mod xml;

pub use error::ReadError;
pub use foreign::Foreign;
pub use latex::bibliographies;
pub use places::locate;
pub use reader::{SIZE_LIMIT, TEXT_LIMIT, read, read_with};
pub use reading::Reading;
pub use recognise::format_of_name;
