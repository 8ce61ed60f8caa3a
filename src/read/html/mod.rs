//! stub
use super::draft::DraftBlock;
use crate::model::{Document, Format};
pub(super) fn read_html(_text: &str) -> Document { Document::new(Format::Html) }
pub(super) fn fragment(_html: &str, _line: Option<u32>) -> Vec<DraftBlock> { Vec::new() }
