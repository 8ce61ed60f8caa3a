//! Works as programs that keep references exchange them: RIS, `EndNote`'s tagged form, CSL JSON and other
//! lists in JSON.
//!
//! Read as running text, what a field says of a work (its title, the day it was read) would be lost, and
//! an address would run on into the next field. Every work becomes an entry of a bibliography as a
//! note would print it.

mod json;
mod reader;
mod tagged;

pub(super) use reader::read_exchange;
