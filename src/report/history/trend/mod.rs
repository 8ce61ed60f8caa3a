//! The history as a page: how the share of what is gone, doubtful or kept by an archive went from run to
//! run, which hosts are worst, and what changed.
//!
//! A store of years holds millions of findings. They come one by one; what is kept is a tally for
//! each run and document ([`tally`]) and what the newest run said of each citation ([`follow`]). The page
//! draws at most some hundred points ([`axis`]) and caps every list, and says so: it keeps to 1 MB.
//!
//! It is one file without a script, and asks nobody anything. A chart is an aid: what it shows stands in a
//! table below it, and its bars differ by pattern as well as by colour.

mod axis;
mod changes;
mod chart;
mod documents;
mod figures;
mod follow;
mod gather;
mod hosts;
mod layers;
mod page;
mod tally;
mod text;
mod writer;

pub(super) use writer::TrendPage;

#[cfg(test)]
mod tests;
