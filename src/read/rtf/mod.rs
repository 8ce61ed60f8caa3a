//! RTF: Rich Text Format (Microsoft's specification 1.9.1), as Word, `LibreOffice`, `TextEdit` and
//! others write it.
//!
//! The format is a stream of bytes in groups: what a byte means depends on the font of its group,
//! what a group is for on its first word. It is read token by token, once, whatever the braces
//! do; destinations that are not known are left out, as the specification asks.

mod carriers;
mod charset;
mod decoder;
mod fonts;
mod info;
mod reader;
mod state;
mod styles;
mod token;
mod words;
mod writer;

pub(super) use carriers::{carriers, strand};
pub(super) use reader::{fragment, is_rtf, read_rtf};

#[cfg(test)]
mod tests;
