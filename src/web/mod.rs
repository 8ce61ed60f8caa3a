//! How the web is asked: politely, within limits, and never where it must not.
//!
//! The rest of the program sees two things: an [`Ask`] goes in, an [`Observation`] comes out.
//! [`Fetch`] is the seam at which tests put a web of their own.

mod observation;
mod resolve;

pub use observation::{Answer, Ask, Failure, Fetch, Observation};
pub use resolve::{Resolve, ResolveError};
