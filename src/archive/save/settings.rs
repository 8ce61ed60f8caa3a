//! How Save Page Now is asked.

use std::time::Duration;

use url::Url;

use crate::archive::{Pace, Patience};

/// Everything about Save Page Now that can be configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveSettings {
    /// Where jobs are asked for; `/status/…` below it tells what became of them.
    pub save_url: Url,
    /// What stands before the 14 digits of a capture's address.
    pub replay_url: Url,
    /// How fast jobs are asked for. With a login 7 a minute are allowed, without one 3.
    pub pace: Pace,
    /// How fast it is asked what became of them.
    pub status_pace: Pace,
    /// How long a request may take.
    pub timeout: Duration,
    /// The most jobs under way at once, however many the account may have.
    pub concurrency: usize,
    /// The first wait before it is asked what became of a job; doubled each time.
    pub first_poll: Duration,
    /// The longest such wait.
    pub longest_poll: Duration,
    /// How long a job is waited for: a capture takes two minutes at most, and may have queued.
    pub give_up_after: Duration,
    /// How often a source is tried in one run.
    pub tries: u32,
    /// The wait before it is tried again; doubled each time.
    pub before_retry: Duration,
    /// How much trouble is borne.
    pub patience: Patience,
}

impl SaveSettings {
    /// Requests a minute for jobs that are kept to: no minute sees more than a fifth above it.
    pub const PER_MINUTE: u32 = 6;

    /// The same without a login.
    pub const PER_MINUTE_ANONYMOUS: u32 = 3;
}

impl Default for SaveSettings {
    fn default() -> Self {
        let url = |text| Url::parse(text).expect("a constant address");
        Self {
            save_url: url("https://web.archive.org/save"),
            replay_url: url("https://web.archive.org/web"),
            pace: Pace { per_minute: Self::PER_MINUTE, gap: Duration::from_secs(1) },
            status_pace: Pace { per_minute: 120, gap: Duration::from_millis(300) },
            timeout: Duration::from_mins(1),
            concurrency: 5,
            first_poll: Duration::from_secs(2),
            longest_poll: Duration::from_secs(15),
            give_up_after: Duration::from_mins(5),
            tries: 3,
            before_retry: Duration::from_secs(30),
            patience: Patience::default(),
        }
    }
}
