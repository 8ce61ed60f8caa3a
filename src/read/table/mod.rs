//! Sources kept in a spreadsheet or a list: values separated by commas, tabs or semicolons, with a
//! column of addresses; or nothing but addresses, one a line.
//!
//! Read as running text, such a file would be misread: a line break is no place where an address
//! may go on, a comma ends one, and what a column says of a source (its title, the day it was
//! read) says so by the column's name. Every row becomes a reference as a note would print it.

mod columns;
mod list;
mod reader;

pub(super) use columns::{Column, column};
pub(super) use reader::read_table;

#[cfg(test)]
mod tests;
