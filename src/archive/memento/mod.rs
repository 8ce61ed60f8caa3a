//! Any archive that speaks Memento (RFC 7089): a national archive, an aggregator such as
//! `MemGator`, a pywb on one's own machine.
//!
//! A `TimeMap` lists captures with their times but not what they show, so the nearest ones are
//! looked at until one answers 200. A `TimeGate` names one capture, the one nearest to the time
//! asked for.

mod client;
mod link_format;
mod timegate;
mod timemap;

pub use client::{Door, Memento, MementoSettings};

#[cfg(test)]
mod tests;
