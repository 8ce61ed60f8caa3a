//! How the demo's web is asked: like the real one, but without patience, since its slow host never
//! answers and its tired one never recovers.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::time::Duration;

use ipnet::{IpNet, Ipv4Net};
use regex::RegexSet;
use url::Url;

use super::archives::Archives;
use super::saving::SavingPlan;
use crate::archive::{Credentials, Pace, Patience, SaveSettings, WaybackSettings};
use crate::audit::{CitationStyle, Options};
use crate::cli::failure::Failure;
use crate::read::Reading;
use crate::store::MaxAge;
use crate::web::Settings;

/// What the demo leaves out, to show how that looks.
const EXCLUDED: &str = r"^http://social\.example/";

const SHORT: Duration = Duration::from_millis(100);

/// How the demo's web is asked.
pub(crate) fn demo_web() -> Settings {
    Settings {
        timeout: Duration::from_secs(2),
        progress_timeout: Duration::from_secs(1),
        connect_timeout: Duration::from_secs(1),
        max_retries: 1,
        retry_delay: SHORT,
        host_interval: Duration::from_millis(5),
        allow_net: vec![loopback()],
        ..Settings::default()
    }
}

/// Only `127.0.0.0/8`: the report also cites an address of a private network, which stays closed.
fn loopback() -> IpNet {
    Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8).into()
}

/// The demo's archive, at a base address with the paths of the Internet Archive.
///
/// # Errors
/// If the base is no address.
pub(crate) fn demo_archives(base: &str) -> Result<Archives, Failure> {
    let pace = Pace { per_minute: 6000, gap: Duration::from_millis(5) };
    let at = |path: &str| {
        let no_address =
            |error| Failure::run(format!("{base}{path}: {error}"), "report this as a bug of ibid");
        Url::parse(&format!("{base}{path}")).map_err(no_address)
    };
    let wayback = WaybackSettings {
        availability_url: at("/wayback/available")?,
        cdx_url: at("/cdx/search/cdx")?,
        replay_url: at("/web")?,
        cdx_pace: pace,
        other_pace: pace,
        patience: Patience { pause: SHORT, before_retry: SHORT, ..Patience::default() },
        ..WaybackSettings::default()
    };
    Ok(Archives { wayback: Some(wayback), mementos: Vec::new() })
}

/// The demo saves one source, to show how that looks; `keys` are those that its archive accepts.
///
/// # Errors
/// If the base is no address, or the keys are none.
pub(crate) fn demo_saving(base: &str, keys: [&str; 2]) -> Result<SavingPlan, Failure> {
    let bug = |error: String| Failure::run(error, "report this as a bug of ibid");
    let at = |path: &str| Url::parse(&format!("{base}{path}")).map_err(|error| bug(error.to_string()));
    let pace = Pace { per_minute: 6000, gap: Duration::from_millis(5) };
    let settings = SaveSettings {
        save_url: at("/save")?,
        replay_url: at("/web")?,
        pace,
        status_pace: pace,
        first_poll: SHORT,
        ..SaveSettings::default()
    };
    let credentials = Credentials::new(keys[0], keys[1]).map_err(|error| bug(error.to_string()))?;
    Ok(SavingPlan {
        settings,
        credentials: Some(credentials),
        robots: true,
        most: 1,
        farther: None,
        dry_run: false,
    })
}

/// What the audit stage needs to know.
///
/// # Errors
/// If the pattern is none.
pub(crate) fn demo_options(web: &Settings) -> Result<Options, Failure> {
    let no_pattern = |error: regex::Error| Failure::run(error.to_string(), "report this as a bug of ibid");
    Ok(Options {
        include: RegexSet::empty(),
        exclude: RegexSet::new([EXCLUDED]).map_err(no_pattern)?,
        max_age: MaxAge::NEVER,
        accept: BTreeSet::new(),
        offline: false,
        reading: Reading::default(),
        keep_text: false,
        archive: true,
        citation_style: CitationStyle::default(),
        host_concurrency: web.host_concurrency,
        max_in_flight: web.max_concurrency,
    })
}
