//! Every source is looked up in the archive, and the captures of lost ones are looked into.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::archive::Query;
use crate::check::capture_shows;
use crate::model::{Check, Claims, Known, Lookup, Snapshot, Verdict};
use crate::web::Answer;

use super::links::{Plan, Target};
use super::options::Options;
use super::progress::Event;
use super::stages::Stages;
