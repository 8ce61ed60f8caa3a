//! robots.txt (RFC 9309), obeyed before a page is captured.
//!
//! A single check of a cited address is no crawl; handing a page to an archive is closer to one, and
//! a site may say that it does not want that. Its file is read once for each host, through the same
//! client and throttle as everything else. The rules for this program count, and those for the
//! archive's own crawler, which is the one that will come.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use robotxt::{AccessResult, Robots as Rules};
use tokio::sync::OnceCell;
use url::Url;

use crate::web::{Ask, Failure, Fetch};

/// By these names a site may speak to what comes: this program, and the crawler that captures.
const AGENTS: [&str; 2] = ["ibid", "archive.org_bot"];

/// Whether a page may be captured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Permission {
    /// It may.
    Granted,
    /// It may not; says why.
    Denied(String),
}

/// What is known of a host's file.
#[derive(Debug)]
enum File {
    Rules(Vec<Rules>),
    /// It could not be had, for this reason: then nothing may be crawled (RFC 9309 §2.3.1.4).
    Unreachable(String),
}

/// The robots.txt of every host, each read once.
pub struct Robots {
    fetch: Arc<dyn Fetch>,
    files: Mutex<HashMap<String, Arc<OnceCell<File>>>>,
}

impl Robots {
    /// Files are asked through `fetch`.
    pub fn new(fetch: Arc<dyn Fetch>) -> Self {
        Self { fetch, files: Mutex::default() }
    }

    /// Whether the page may be captured; asks the host for its file if it was not read yet.
    pub async fn permission(&self, url: &Url) -> Permission {
        let Ok(place) = url.join("/robots.txt") else { return Permission::Granted };
        let cell = {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(files.entry(place[..url::Position::BeforePath].to_owned()).or_default())
        };
        match cell.get_or_init(|| self.read(place)).await {
            File::Rules(rules) if rules.iter().all(|rules| rules.is_url_allowed(url)) => Permission::Granted,
            File::Rules(_) => Permission::Denied("the site's robots.txt does not allow it".to_owned()),
            File::Unreachable(why) => {
                Permission::Denied(format!("the site's robots.txt could not be read: {why}"))
            }
        }
    }

    async fn read(&self, place: Url) -> File {
        let ask = Ask { browser_retry: false, ..Ask::get(place) };
        match self.fetch.fetch(ask).await.outcome {
            Ok(answer) => match answer.status {
                200..=299 => rules(AccessResult::Successful(&answer.body)),
                // A host that is asked too often says nothing about its wishes.
                429 | 500..=599 => File::Unreachable(format!("HTTP {}", answer.status)),
                _ => rules(AccessResult::Unavailable),
            },
            Err(Failure::RedirectLoop(_) | Failure::BadRedirect(_) | Failure::NotHttp(_)) => {
                rules(AccessResult::TooManyRedirects)
            }
            Err(failure) => File::Unreachable(failure.to_string()),
        }
    }
}

fn rules(access: AccessResult<'_>) -> File {
    File::Rules(AGENTS.map(|agent| Rules::from_access(access, agent)).into())
}

#[cfg(test)]
mod tests {
    use futures::future::{BoxFuture, FutureExt};
    use reqwest::header::HeaderMap;

    use super::*;
    use crate::web::{Answer, Observation};

    /// A site with this file, and how often it was asked for it.
    struct Site {
        file: Result<(u16, String), Failure>,
        asked: Mutex<Vec<String>>,
    }

    impl Fetch for Site {
        fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
            self.asked.lock().expect("no panic").push(ask.url.to_string());
            let outcome = self.file.clone().map(|(status, body)| Answer {
                url: ask.url.clone(),
                status,
                headers: HeaderMap::new(),
                body: body.into_bytes(),
                truncated: false,
            });
            let seen = Observation::once(ask.url, outcome);
            async { seen }.boxed()
        }
    }

    fn site(file: Result<(u16, String), Failure>) -> (Arc<Site>, Robots) {
        let site = Arc::new(Site { file, asked: Mutex::default() });
        (site.clone(), Robots::new(site))
    }

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    async fn granted(file: &str, page: &str) -> bool {
        let (_, robots) = site(Ok((200, file.to_owned())));
        robots.permission(&url(page)).await == Permission::Granted
    }

    #[tokio::test]
    async fn the_rules_for_us_and_for_the_archives_crawler_count() {
        let page = "https://gazette.example/news/1?a=b";
        for (file, expected) in [
            ("", true),
            ("User-agent: *\nDisallow: /private/", true),
            ("User-agent: *\nDisallow: /news/", false),
            ("User-agent: *\nDisallow: /news/\nAllow: /news/1", true),
            ("User-agent: *\nDisallow: /*?a=", false),
            ("User-agent: *\nDisallow: /news/1$", true),
            ("User-agent: IBID\nDisallow: /", false),
            ("User-agent: archive.org_bot\nDisallow: /", false),
            ("User-agent: other\nDisallow: /", true),
            ("User-agent: *\nDisallow: /\n\nUser-agent: ibid\nUser-agent: archive.org_bot\nDisallow:", true),
            ("<!doctype html><title>Not here</title>", true),
            // Groups of one agent are one group, wherever they stand (RFC 9309 §2.2.1).
            (
                "User-agent: ibid\nDisallow: /a\n\nUser-agent: x\nDisallow:\n\nUser-agent: ibid\nDisallow: /news/",
                false,
            ),
            // The longest match decides, whatever the order; of two equals the one that allows (§2.2.2).
            ("User-agent: *\nAllow: /news/1\nDisallow: /news", true),
            ("User-agent: *\nAllow: /n\nDisallow: /*/1", false),
            ("User-agent: *\nDisallow: /news/1\nAllow: /news/1", true),
            ("User-agent: *\nDisallow: /%6Eews/1", false),
        ] {
            assert_eq!(granted(file, page).await, expected, "{file}");
        }
    }

    #[tokio::test]
    async fn half_a_mebibyte_is_read() {
        let filler = "# a comment\n".repeat(500 * 1024 / 12 - 4);
        let rule = "User-agent: *\nDisallow: /";
        assert!(filler.len() + rule.len() < 500 * 1024);
        assert!(!granted(&format!("{filler}{rule}"), "http://a.example/x").await);
    }

    #[tokio::test]
    async fn a_host_is_asked_once_and_each_host_by_itself() {
        let (site, robots) = site(Ok((200, "User-agent: *\nDisallow: /b".to_owned())));
        let pages =
            ["http://a.example/a", "http://a.example/b", "http://a.example:8080/a", "https://a.example/a"];
        let pages = pages.map(url);
        let permissions = futures::future::join_all(pages.iter().map(|page| robots.permission(page))).await;
        let granted: Vec<bool> = permissions.iter().map(|it| *it == Permission::Granted).collect();
        assert_eq!(granted, [true, false, true, true]);
        let mut asked = site.asked.lock().expect("no panic").clone();
        asked.sort();
        assert_eq!(
            asked,
            [
                "http://a.example/robots.txt",
                "http://a.example:8080/robots.txt",
                "https://a.example/robots.txt"
            ]
        );
    }

    #[tokio::test]
    async fn no_file_allows_and_a_failing_server_forbids() {
        for (file, expected) in [
            (Ok((404, String::new())), None),
            (Ok((403, String::new())), None),
            (Err(Failure::RedirectLoop(10)), None),
            (Ok((503, String::new())), Some("the site's robots.txt could not be read: HTTP 503")),
            (Ok((429, String::new())), Some("the site's robots.txt could not be read: HTTP 429")),
            (
                Err(Failure::Offline(crate::web::Outage::Network)),
                Some("the site's robots.txt could not be read: the network is down"),
            ),
        ] {
            let (_, robots) = site(file.clone());
            let expected = expected.map_or(Permission::Granted, |why| Permission::Denied(why.to_owned()));
            assert_eq!(robots.permission(&url("http://a.example/x")).await, expected, "{file:?}");
        }
    }
}
