//! Where the Wayback Machine is, and how it is asked.

use std::time::Duration;

use jiff::SignedDuration;
use url::Url;

use crate::archive::{Pace, Patience};

/// Everything about the Wayback Machine that can be configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaybackSettings {
    /// The Availability service.
    pub availability_url: Url,
    /// The CDX server.
    pub cdx_url: Url,
    /// What stands before the 14 digits of a capture's address.
    pub replay_url: Url,
    /// The CDX server's pace. The Internet Archive allows 30 requests a minute together with
    /// `TimeMap`s, and asked clients to keep to 80 % of it (edgi-govdata-archiving/wayback#206).
    pub cdx_pace: Pace,
    /// The pace of the Availability service, and of replay. 480 a minute are allowed.
    pub other_pace: Pace,
    /// How many requests may be under way at once, all endpoints together.
    pub concurrency: usize,
    /// How many addresses go into one bulk request; 1 to 50.
    pub batch: usize,
    /// How long an Availability request may take.
    pub availability_timeout: Duration,
    /// How long a CDX request may take: 15 to 50 s are normal on a bad day.
    pub cdx_timeout: Duration,
    /// How long a capture may take.
    pub replay_timeout: Duration,
    /// How far from the reference day a capture may be so that nothing nearer is looked for.
    pub close: SignedDuration,
    /// How many captures of a dead source are looked into.
    pub looks: usize,
    /// How much trouble is borne.
    pub patience: Patience,
}

impl Default for WaybackSettings {
    fn default() -> Self {
        let url = |text| Url::parse(text).expect("a constant address");
        Self {
            availability_url: url("https://archive.org/wayback/available"),
            cdx_url: url("https://web.archive.org/cdx/search/cdx"),
            replay_url: url("https://web.archive.org/web"),
            cdx_pace: Pace { per_minute: 24, gap: Duration::from_millis(500) },
            other_pace: Pace { per_minute: 120, gap: Duration::from_millis(300) },
            concurrency: 2,
            batch: 50,
            availability_timeout: Duration::from_secs(45),
            cdx_timeout: Duration::from_mins(1),
            replay_timeout: Duration::from_secs(45),
            close: SignedDuration::from_hours(45 * 24),
            looks: 5,
            patience: Patience::default(),
        }
    }
}
