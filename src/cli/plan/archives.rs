//! Which archives are asked.

use std::time::Duration;

use url::Url;

use crate::archive::{Door, MementoSettings, Pace, WaybackSettings};
use crate::cli::args::ArchiveArgs;
use crate::cli::failure::Failure;

const MINUTE: Duration = Duration::from_mins(1);

/// The archives, in the order in which they are asked; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Archives {
    /// The Wayback Machine, first.
    pub(crate) wayback: Option<WaybackSettings>,
    /// Archives that speak Memento.
    pub(crate) mementos: Vec<MementoSettings>,
}

impl Archives {
    /// Names them all: what was learned from some archives does not stand for others.
    pub(crate) fn identity(&self) -> String {
        let wayback = self.wayback.iter().map(|wayback| wayback.replay_url.as_str());
        let mementos = self.mementos.iter().map(|memento| base(&memento.door).as_str());
        wayback.chain(mementos).collect::<Vec<_>>().join(" ")
    }
}

/// The archives to be asked; none with `--no-archive`.
///
/// # Errors
/// If the only archive is left out.
pub(super) fn archives(args: &ArchiveArgs) -> Result<Option<Archives>, Failure> {
    if args.no_archive {
        return Ok(None);
    }
    let doors = args.archive_timemap.iter().cloned().map(Door::TimeMap);
    let doors = doors.chain(args.archive_timegate.iter().cloned().map(Door::TimeGate));
    let mementos: Vec<_> = doors.map(memento).collect();
    if args.no_wayback && mementos.is_empty() {
        return Err(Failure::usage(
            "--no-wayback leaves no archive to ask",
            "name one with --archive-timemap, or write --no-archive",
        ));
    }
    Ok(Some(Archives { wayback: (!args.no_wayback).then(|| wayback(args)), mementos }))
}

fn wayback(args: &ArchiveArgs) -> WaybackSettings {
    let defaults = WaybackSettings::default();
    WaybackSettings {
        availability_url: args.archive_availability.clone(),
        cdx_url: args.archive_cdx.clone(),
        replay_url: without_slash(&args.archive_replay),
        cdx_pace: pace(args.archive_cdx_rate, defaults.cdx_pace),
        other_pace: pace(args.archive_rate, defaults.other_pace),
        ..defaults
    }
}

/// So many a minute; the gap between two never makes it fewer.
pub(super) fn pace(per_minute: u32, usual: Pace) -> Pace {
    Pace { per_minute, gap: usual.gap.min(MINUTE / per_minute) }
}

pub(super) fn without_slash(url: &Url) -> Url {
    url.as_str().trim_end_matches('/').parse().unwrap_or_else(|_| url.clone())
}

fn memento(door: Door) -> MementoSettings {
    let name = base(&door).host_str().unwrap_or("an archive").to_owned();
    MementoSettings::new(&name, door)
}

fn base(door: &Door) -> &Url {
    match door {
        Door::TimeMap(url) | Door::TimeGate(url) => url,
    }
}
