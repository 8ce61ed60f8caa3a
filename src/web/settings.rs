//! How the web is asked, as plain values; the command line fills them in.

use std::time::Duration;

use ipnet::IpNet;
use reqwest::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue, USER_AGENT};

/// Names the program and where to find out about it. The word that this program is about must not
/// occur: common rule sets of `mod_security` refuse every user agent that contains it.
pub const DEFAULT_USER_AGENT: &str =
    concat!("ibid/", env!("CARGO_PKG_VERSION"), " (citation audit; +https://crates.io/crates/ibid)");

const DEFAULT_ACCEPT: &str = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8";

const MAX_TIME: Duration = Duration::from_hours(24);

/// What a current browser sends with a typed address.
const BROWSER_HEADERS: [(&str, &str); 8] = [
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("accept-language", "en-US,en;q=0.5"),
    ("upgrade-insecure-requests", "1"),
    ("sec-fetch-dest", "document"),
    ("sec-fetch-mode", "navigate"),
    ("sec-fetch-site", "none"),
    ("sec-fetch-user", "?1"),
];

/// How the web is asked. [`Settings::default`] is the one place where the defaults stand.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The whole time an attempt may take on the wire, its redirects included; waiting for one's
    /// turn does not count. Default 30 s.
    pub timeout: Duration,
    /// The longest pause within a body, and the longest wait for its beginning as long as there
    /// is another try: the last one waits for all of `timeout`. Default 10 s.
    pub progress_timeout: Duration,
    /// The time to look up a name, connect and agree on TLS. Default 10 s.
    pub connect_timeout: Duration,
    /// How often a transient failure is tried again. Default 2.
    pub max_retries: u32,
    /// The wait before the first retry; doubled each time, with jitter. Default 1 s.
    pub retry_delay: Duration,
    /// The longest `Retry-After` that is waited for. A host that asks for more is left alone
    /// until then: whatever else is asked of it gets its refusal as the answer. Default 60 s.
    pub max_retry_after: Duration,
    /// Requests under way at once. Default 128.
    pub max_concurrency: usize,
    /// Requests under way at once for each host. Default 4.
    pub host_concurrency: usize,
    /// The least time between the starts of two requests to the same host. Default 250 ms.
    pub host_interval: Duration,
    /// The `User-Agent`. Default [`DEFAULT_USER_AGENT`].
    pub user_agent: String,
    /// Headers sent with every request, a browser's included.
    pub headers: HeaderMap,
    /// Headers of the second try that pretends to be a browser.
    pub browser_headers: HeaderMap,
    /// How much of a body is read, in bytes after decompression. Default 2 MiB.
    pub max_body: usize,
    /// How many redirects are followed. Default 10.
    pub max_redirects: usize,
    /// Networks that may be asked although they are not on the public internet.
    pub allow_net: Vec<IpNet>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(30),
            progress_timeout: Duration::from_secs(10),
            connect_timeout: Duration::from_secs(10),
            max_retries: 2,
            retry_delay: Duration::from_secs(1),
            max_retry_after: Duration::from_mins(1),
            max_concurrency: 128,
            host_concurrency: 4,
            host_interval: Duration::from_millis(250),
            user_agent: DEFAULT_USER_AGENT.to_owned(),
            headers: HeaderMap::new(),
            browser_headers: browser_headers(),
            max_body: 2 * 1024 * 1024,
            max_redirects: 10,
            allow_net: Vec::new(),
        }
    }
}

fn browser_headers() -> HeaderMap {
    BROWSER_HEADERS
        .into_iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

/// What makes settings unusable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// A time or a number that must not be zero.
    #[error("{0} must not be 0")]
    Zero(&'static str),
    /// A time beyond all reason, which clocks cannot add up: more than a day.
    #[error("{0} must be at most a day")]
    TooLong(&'static str),
    /// The user agent has characters that no header may have (RFC 9110 §5.5).
    #[error("the user agent {0:?} cannot be sent as a header")]
    UserAgent(String),
}

impl Settings {
    /// Checks what the types cannot.
    ///
    /// # Errors
    /// [`SettingsError`] names the first field that is unusable.
    pub fn validate(&self) -> Result<(), SettingsError> {
        let zero = [
            ("timeout", self.timeout.is_zero()),
            ("progress timeout", self.progress_timeout.is_zero()),
            ("connect timeout", self.connect_timeout.is_zero()),
            ("max concurrency", self.max_concurrency == 0),
            ("host concurrency", self.host_concurrency == 0),
            ("max body", self.max_body == 0),
        ];
        if let Some((name, _)) = zero.into_iter().find(|(_, is_zero)| *is_zero) {
            return Err(SettingsError::Zero(name));
        }
        if let Some((name, _)) = self.times().into_iter().find(|(_, time)| *time > MAX_TIME) {
            return Err(SettingsError::TooLong(name));
        }
        self.user_agent_header().map(drop)
    }

    fn times(&self) -> [(&'static str, Duration); 6] {
        [
            ("timeout", self.timeout),
            ("progress timeout", self.progress_timeout),
            ("connect timeout", self.connect_timeout),
            ("retry delay", self.retry_delay),
            ("max retry-after", self.max_retry_after),
            ("host interval", self.host_interval),
        ]
    }

    fn user_agent_header(&self) -> Result<HeaderValue, SettingsError> {
        HeaderValue::from_str(&self.user_agent).map_err(|_| SettingsError::UserAgent(self.user_agent.clone()))
    }

    /// The headers with which the program speaks as itself.
    ///
    /// # Errors
    /// As [`Settings::validate`].
    pub(super) fn own_headers(&self) -> Result<HeaderMap, SettingsError> {
        let mut headers = HeaderMap::new();
        headers.insert(USER_AGENT, self.user_agent_header()?);
        headers.insert(ACCEPT, HeaderValue::from_static(DEFAULT_ACCEPT));
        overlay(&mut headers, &self.headers);
        Ok(headers)
    }

    /// The headers with which it speaks as a browser.
    pub(super) fn pretended_headers(&self) -> HeaderMap {
        let mut headers = self.browser_headers.clone();
        overlay(&mut headers, &self.headers);
        headers
    }
}

/// Lays `upper` over `lower`: a name in `upper` replaces all values of that name.
pub(super) fn overlay(lower: &mut HeaderMap, upper: &HeaderMap) {
    for name in upper.keys() {
        lower.remove(name);
    }
    for (name, value) in upper {
        lower.append(name, value.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_valid_and_name_a_contact() {
        let settings = Settings::default();
        assert_eq!(settings.validate(), Ok(()));
        assert!(settings.user_agent.starts_with("ibid/"), "{}", settings.user_agent);
        assert!(settings.user_agent.contains("+https://"), "{}", settings.user_agent);
    }

    #[test]
    fn no_user_agent_has_the_word_that_mod_security_refuses() {
        let settings = Settings::default();
        let browser = settings.browser_headers[USER_AGENT].to_str().expect("text");
        for agent in [settings.user_agent.as_str(), browser] {
            assert!(!agent.to_ascii_lowercase().contains("link"), "{agent}");
        }
    }

    #[test]
    fn what_no_clock_and_no_header_can_bear_is_refused() {
        let with = |change: fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            settings.validate()
        };
        assert_eq!(with(|s| s.timeout = Duration::ZERO), Err(SettingsError::Zero("timeout")));
        assert_eq!(with(|s| s.max_concurrency = 0), Err(SettingsError::Zero("max concurrency")));
        assert_eq!(with(|s| s.host_concurrency = 0), Err(SettingsError::Zero("host concurrency")));
        assert_eq!(with(|s| s.max_body = 0), Err(SettingsError::Zero("max body")));
        assert_eq!(with(|s| s.user_agent = "a\nb".into()), Err(SettingsError::UserAgent("a\nb".into())));
        assert_eq!(with(|s| s.host_interval = Duration::MAX), Err(SettingsError::TooLong("host interval")));
        assert_eq!(with(|s| s.timeout = MAX_TIME), Ok(()));
        assert_eq!(with(|s| s.host_interval = Duration::ZERO), Ok(()));
        assert_eq!(with(|s| s.max_retries = 0), Ok(()));
    }

    #[test]
    fn a_persons_headers_outrank_both_voices() {
        let mut settings = Settings::default();
        settings.headers.insert(ACCEPT, HeaderValue::from_static("text/plain"));
        let own = settings.own_headers().expect("valid");
        assert_eq!(own[ACCEPT], "text/plain");
        assert_eq!(own[USER_AGENT], DEFAULT_USER_AGENT);
        assert_eq!(settings.pretended_headers()[ACCEPT], "text/plain");
        assert_eq!(settings.pretended_headers()["sec-fetch-mode"], "navigate");
    }
}
