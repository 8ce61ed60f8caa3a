//! The web as a whole. Redirects, retries and politeness run over a wire without a web, where a
//! clock that stands still makes times exact; the rest runs over loopback.

mod asks;
mod loopback;
mod odd;
mod patience;
mod politeness;
mod server;
mod trust;
mod walls;
