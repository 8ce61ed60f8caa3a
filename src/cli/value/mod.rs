//! What may stand behind a flag, beyond numbers and paths: each type reads its own text and says
//! in a fragment what is wrong with it.

mod annotate;
mod citation_style;
mod day;
mod fail_on;
mod format;
mod header;
mod http_url;
mod max_age;
mod network;
mod pattern;
mod statuses;
mod time;

pub(crate) use annotate::Annotate;
pub(crate) use citation_style::citation_style;
pub(crate) use day::day;
pub(crate) use fail_on::{FailOn, fail_on};
pub(crate) use format::report_format;
pub(crate) use header::{Header, header};
pub(crate) use http_url::http_url;
pub(crate) use max_age::{AnswerKind, MaxAgeRule};
pub(crate) use network::network;
pub(crate) use pattern::pattern;
pub(crate) use statuses::{StatusRange, status_range};
pub(crate) use time::Time;
