//! Having captures made: Save Page Now 2 of the Internet Archive.
//!
//! A job is asked for with a `POST`, takes up to two minutes, and is then asked after; what became
//! of it is kept for about an hour. Three traits of the interface shape this module:
//!
//! - Refusals come with HTTP 200 and a word (`error:too-many-daily-captures`); what a word means for
//!   the next request stands in one table ([`codes`](codes)).
//! - To ask twice within the hour gives the same job. So a question that may or may not have
//!   arrived is simply put again, and a run that was killed repeats no capture.
//! - A capture can exist though nothing says so yet. Whatever is not known stays "not known" until
//!   the next run looks, and is never called failed (edgi-govdata-archiving/wayback, issue 297 of
//!   internetarchive/wayback).

mod campaign;
mod client;
mod codes;
mod credentials;
#[cfg(test)]
mod double;
mod jobs;
mod reply;
mod settings;
#[cfg(test)]
mod tests;

pub use campaign::Campaign;
pub use client::SavePageNow;
pub use credentials::Credentials;
pub use jobs::Jobs;
pub use reply::Account;
pub use settings::SaveSettings;
