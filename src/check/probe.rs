//! The sibling probe: one question a host, asked at most once, remembered.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use url::Url;

use super::address;
use super::page::Page;
use super::sketch::Sketch;

/// How a host answered an invented address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// The address that was invented.
    pub asked: Url,
    /// What came of it.
    pub outcome: ProbeOutcome,
}

/// What came of a probe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProbeOutcome {
    /// "There is no such thing", by status: the host is honest about what it does not have.
    NotFound(u16),
    /// A page, as if there were something.
    Page {
        /// The address that answered.
        final_url: Url,
        /// The page.
        sketch: Sketch,
    },
    /// Nothing that tells anything: a refusal, a challenge, a failure. Says which.
    Nothing(String),
}

/// Where probes are remembered from one run to the next, by host (`name` or `name:port`).
pub trait ProbeMemory: Send + Sync {
    /// The probe of a host, if it was made.
    fn recall(&self, host: &str) -> Option<Probe>;
    /// Keeps the probe of a host.
    fn remember(&self, host: &str, probe: &Probe);
}

/// A memory that ends with the process.
#[derive(Debug, Default)]
pub struct ForgetfulProbes(Mutex<HashMap<String, Probe>>);

impl ForgetfulProbes {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Probe>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ProbeMemory for ForgetfulProbes {
    fn recall(&self, host: &str) -> Option<Probe> {
        self.lock().get(host).cloned()
    }

    fn remember(&self, host: &str, probe: &Probe) {
        self.lock().insert(host.to_owned(), probe.clone());
    }
}

/// A page's answer beside the answer to an invented address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Sibling {
    /// There was no need to ask.
    #[default]
    NotAsked,
    /// It was asked, or remembered, but tells nothing; says why.
    Unknown {
        /// Why.
        why: String,
    },
    /// The host tells what it has from what it has not.
    Honest {
        /// The invented address.
        asked: Url,
    },
    /// The same page.
    SamePage {
        /// The invented address.
        asked: Url,
    },
    /// A redirect to the same address.
    SameTarget {
        /// The invented address.
        asked: Url,
    },
}

impl Probe {
    /// Holds an answer against the probe: `answered` is the address that answered in the end.
    pub(super) fn compare(&self, requested: &Url, answered: &Url, page: &Page) -> Sibling {
        let asked = self.asked.clone();
        match &self.outcome {
            ProbeOutcome::NotFound(_) => Sibling::Honest { asked },
            ProbeOutcome::Nothing(why) => Sibling::Unknown { why: why.clone() },
            ProbeOutcome::Page { final_url, sketch } => {
                // A site that finds works by a number leads every other wording back to the right one.
                if !address::same_address(&self.asked, final_url)
                    && address::same_address(requested, final_url)
                {
                    return Sibling::Honest { asked };
                }
                let both_led_away = !address::same_address(requested, answered)
                    && !address::same_address(&self.asked, final_url);
                if both_led_away && same_target(answered, final_url) {
                    Sibling::SameTarget { asked }
                } else if sketch.is_same_page(&Sketch::of(page, answered)) {
                    Sibling::SamePage { asked }
                } else {
                    Sibling::Honest { asked }
                }
            }
        }
    }
}

/// The same place, whatever it is told about where one came from.
fn same_target(a: &Url, b: &Url) -> bool {
    let bare = |url: &Url| {
        let mut url = address::suggested_url(url);
        url.set_query(None);
        url
    };
    let names = |url: &Url| -> Vec<String> { url.query_pairs().map(|(name, _)| name.into_owned()).collect() };
    address::same_address(a, b)
        || (address::same_address(&bare(a), &bare(b)) && names(a) == names(b) && echoes(a, b))
}

/// Whether the differing parameters look like the address one came from.
fn echoes(a: &Url, b: &Url) -> bool {
    a.query_pairs()
        .zip(b.query_pairs())
        .all(|((_, a), (_, b))| a == b || (a.contains('/') && b.contains('/')))
}
