//! A small web by name, with an archive and its desk, and the program put together to ask it.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use ibid::archive::{Credentials, Pace, Robots, SavePageNow, SaveSettings, Wayback, WaybackSettings};
use ibid::audit::{CitationStyle, Options, Saving, Silent, Stages};
use ibid::clock::{Clock, SystemClock};
use ibid::demo::{Names, SaveDesk};
use ibid::store::{MaxAge, Store};
use ibid::web::{AlwaysUp, Fetch, Proxies, Settings, Web};
use ipnet::Ipv4Net;
use regex::RegexSet;
use tokio_util::sync::CancellationToken;
use url::Url;

pub(crate) const SERVICE: &str = "http://archive.example/save";

/// A report in Markdown that cites these addresses, one a note.
pub(crate) fn report<'u>(urls: impl IntoIterator<Item = &'u str>) -> Vec<u8> {
    let note = |(index, url): (usize, &str)| {
        format!(
            "Claim.[^{0}]\n\n[^{0}]: “Article {0},” The Outlet, {url} (accessed May 3, 2013).\n\n",
            index + 1
        )
    };
    urls.into_iter().enumerate().map(note).collect::<String>().into_bytes()
}

/// What a run on the small web works with: every one of the hosts lies at `place`.
pub(crate) fn stages(place: SocketAddr, hosts: &[&str], store: Arc<Store>) -> Stages {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let web = web(place, hosts);
    Stages {
        archive: Some(Arc::new(Wayback::new(wayback(), &web, &clock))),
        web,
        store,
        clock,
        progress: Arc::new(Silent),
        stop: CancellationToken::new(),
    }
}

/// Saving at the small web's desk.
pub(crate) fn saving(stages: &Stages) -> Saving {
    let login = Credentials::new(SaveDesk::KEYS[0], SaveDesk::KEYS[1]).unwrap();
    Saving {
        service: Arc::new(SavePageNow::new(desk(), Some(login), &stages.web, &stages.clock)),
        robots: Some(Arc::new(Robots::new(stages.web.clone()))),
        most: 1000,
        farther: None,
        dry_run: false,
    }
}

pub(crate) fn options() -> Options {
    Options {
        include: RegexSet::empty(),
        exclude: RegexSet::empty(),
        max_age: MaxAge::default(),
        accept: BTreeSet::new(),
        offline: false,
        reading: ibid::read::Reading::default(),
        keep_text: false,
        archive: true,
        citation_style: CitationStyle::Plain,
        host_concurrency: 4,
        max_in_flight: 64,
    }
}

fn web(place: SocketAddr, hosts: &[&str]) -> Arc<dyn Fetch> {
    let mut names = Names::default();
    names.add("archive.example", place);
    for host in hosts {
        names.add(host, place);
    }
    let settings = Settings {
        allow_net: vec![Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8).into()],
        host_interval: Duration::from_millis(1),
        ..Settings::default()
    };
    let builder = Web::builder(settings, Arc::new(names)).proxies(Proxies::None).network(Arc::new(AlwaysUp));
    Arc::new(builder.build().unwrap())
}

fn pace() -> Pace {
    Pace { per_minute: 60_000, gap: Duration::from_millis(1) }
}

fn wayback() -> WaybackSettings {
    WaybackSettings {
        availability_url: Url::parse("http://archive.example/wayback/available").unwrap(),
        cdx_url: Url::parse("http://archive.example/cdx/search/cdx").unwrap(),
        replay_url: Url::parse("http://archive.example/web").unwrap(),
        cdx_pace: pace(),
        other_pace: pace(),
        patience: ibid::archive::Patience {
            before_retry: Duration::from_millis(1),
            ..ibid::archive::Patience::default()
        },
        ..WaybackSettings::default()
    }
}

fn desk() -> SaveSettings {
    SaveSettings {
        save_url: Url::parse(SERVICE).unwrap(),
        replay_url: Url::parse("http://archive.example/web").unwrap(),
        pace: pace(),
        status_pace: pace(),
        first_poll: Duration::from_millis(5),
        ..SaveSettings::default()
    }
}
