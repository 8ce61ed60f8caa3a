//! The signals: one thing to see in an answer each, with a name and a source.
//!
//! They are asked in the order of three tables, and the first that speaks decides: [`WALLS`] and
//! [`AT_SIGHT`] hold those for which one answer is enough; what they leave open is judged by
//! [`IN_CONTEXT`], which also knows how the same host answers an invented address.

mod challenge;
mod closed;
mod consent;
mod drift;
mod gate;
mod home;
mod kind;
mod legal;
mod login;
mod moved;
mod parked;
mod paywall;
mod resolver;
mod soft404;
mod status;
mod tables;
mod tombstone;
mod unfinished;

pub(super) use drift::is_junk;
pub(super) use resolver::{is_identifier_resolver, is_shortener, resolved_identifier};
pub(super) use status::phrase;
pub(super) use tables::{AT_SIGHT, IN_CONTEXT, WALLS, first_signal};
