//! A small web and a small archive on loopback: the audit without a network, and the fixture of
//! the tests.
//!
//! Everything is served for real, over TCP and TLS, by hosts under `.example` (RFC 2606), so that
//! the whole program runs as it does on the web: only the resolver is the demo's own. [`World`]
//! is the web of `ibid demo`; tests build others from [`Server`] and [`Reply`].

mod archive;
mod captures;
mod certificates;
mod names;
mod pages;
mod reply;
mod save;
mod server;
mod sites;
mod world;

pub use archive::{Archive, Capture};
pub use names::Names;
pub use reply::{Reply, Request};
pub use save::SaveDesk;
pub use server::Server;
pub use world::{SAMPLE_REPORT, World};
