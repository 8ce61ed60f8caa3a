//! Where an address stands in a file of lines.

use std::ops::Range;

/// The place of an address in its file, for annotations (SARIF regions) and for writing in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Line where it starts, from 1.
    pub line: u32,
    /// Column where it starts, from 1, in Unicode characters.
    pub column: u32,
    /// Line where it ends, from 1.
    pub end_line: u32,
    /// Column behind its last character, from 1, in Unicode characters.
    pub end_column: u32,
    /// Its bytes in the file, escapes of the format included.
    pub bytes: Range<usize>,
}
