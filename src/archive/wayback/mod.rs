//! The Internet Archive's Wayback Machine.
//!
//! For a list of citations the bulk form of the Availability service is asked first, one request
//! for fifty addresses ([`bulk`]). It is quick and often right, but not the authority: it gives
//! spurious empty answers (akamhy/waybackpy#154), misses addresses by their scheme
//! (internetarchive/wayback#296) and knows no revisits. So what it misses, or answers with a
//! capture far from the day asked for, goes to the CDX server ([`cdx`]), one request for each.
//! Captures that the index alone cannot judge are looked at in their raw form.

mod bulk;
mod cdx;
mod client;
mod look_into;
mod settings;
mod trace;

pub use client::Wayback;
pub use settings::WaybackSettings;

#[cfg(test)]
mod tests;
