//! Which capture is nearest to the day a source was cited?
//!
//! The rest of the program sees one trait, [`Archive`]: queries go in, each answer comes out as
//! soon as it is known. [`Wayback`] asks the Internet Archive, [`Memento`] any other archive that
//! speaks RFC 7089, and [`Chain`] asks one after the other. [`SavePageNow`] has captures made.
//!
//! Three facts shape everything here:
//!
//! - *Absent* and *failed* are different. Only an archive that answered in its own format can say
//!   that it holds nothing; a time-out, an error page or a refusal says nothing about the source.
//! - An archive's patience is the scarcest thing in a run. The Internet Archive blocks an address
//!   for an hour when its limits are ignored for a minute, so all requests to an endpoint pass
//!   one gate that paces, pauses and in the end gives up (`gate`).
//! - What an archive says is checked: captures of other pages, from the future, or that lead
//!   elsewhere are not taken (`choose`, `page`).

mod address;
mod capture;
mod chain;
mod choose;
mod contract;
#[cfg(test)]
mod double;
mod endpoint;
mod gate;
#[cfg(test)]
mod hostile;
mod ledger;
pub mod local;
mod memento;
mod page;
mod replay;
mod robots;
mod save;
mod surt;
mod timestamp;
mod trouble;
mod wayback;

pub use chain::Chain;
pub use contract::{Archive, Judge, Lost, Query, Told, Traced};
pub use gate::{Pace, Patience};
pub use memento::{Door, Memento, MementoSettings};
pub use robots::{Permission, Robots};
pub use save::{Account, Campaign, Credentials, Jobs, SavePageNow, SaveSettings};
pub use wayback::{Wayback, WaybackSettings};
