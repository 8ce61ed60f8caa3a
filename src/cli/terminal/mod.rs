//! The terminal: the only place that writes to stdout and stderr.
//!
//! stdout carries data, stderr everything else. Whatever is said goes through one gate that takes
//! control characters out; colours and links are added behind it, and only where the terminal and
//! `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` want them.

mod clean;
mod count;
mod data;
mod grid;
mod link;
mod log;
mod loudness;
mod piece;
mod screen;

pub(crate) use clean::{json, line as clean_line};
pub(crate) use count::{Count, Grouped};
pub(crate) use data::{print, written};
pub(crate) use grid::{Grid, Line};
pub(crate) use log::start_log;
pub(crate) use loudness::Loudness;
pub(crate) use piece::Piece;
pub(crate) use screen::Terminal;
