//! What the words of Save Page Now mean for the next request.
//!
//! The words are those of its documentation ("SPN2 public API docs"), without the prefix `error:`.

/// What a refusal means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// It may pass: try again after a while.
    Passing,
    /// Enough of this address for today.
    Tomorrow,
    /// Enough of everything: ask nothing more in this run.
    Pause,
    /// Asking again is useless.
    Lasting,
}

const PASSING: &[&str] = &[
    "bad-gateway",
    "browsing-timeout",
    "cannot-fetch",
    "capture-location-error",
    "celery",
    "gateway-timeout",
    "internal-server-error",
    "invalid-server-response",
    "job-failed",
    "network-authentication-required",
    "no-browsers-available",
    "no-captures",
    "protocol-error",
    "proxy-error",
    "read-timeout",
    "service-unavailable",
    "soft-time-limit-exceeded",
    "too-many-requests",
];

const TOMORROW: &[&str] = &["too-many-daily-captures"];

const PAUSE: &[&str] = &[
    "bandwidth-limit-exceeded",
    "max-daily-bandwidth",
    "max-daily-bandwidth-from-ip",
    "max-daily-bandwidth-host",
    "too-many-daily-captures-host",
    "user-session-limit",
];

const LASTING: &[&str] = &[
    "bad-request",
    "blocked",
    "blocked-client-ip",
    "blocked-url",
    "filesize-limit",
    "ftp-access-denied",
    "gone",
    "http-version-not-supported",
    "invalid-host-resolution",
    "invalid-url-syntax",
    "method-not-allowed",
    "no-access",
    "not-found",
    "not-implemented",
    "too-many-redirects",
    "unauthorized",
];

/// The meaning of a word; one that is not known may pass.
pub(super) fn class(word: &str) -> Class {
    let word = word.trim().strip_prefix("error:").unwrap_or(word.trim());
    let tables = [
        (TOMORROW, Class::Tomorrow),
        (PAUSE, Class::Pause),
        (LASTING, Class::Lasting),
        (PASSING, Class::Passing),
    ];
    tables.into_iter().find(|(words, _)| words.contains(&word)).map_or(Class::Passing, |(_, class)| class)
}

/// Whether a word says that the job is not known (any more).
pub(super) fn is_forgotten(word: &str) -> bool {
    matches!(word.trim().strip_prefix("error:").unwrap_or(word), "job-not-found" | "not-found-job")
}

/// All words with their classes, for the tests.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = (&'static str, Class)> {
    let with = |class| move |word: &&'static str| (*word, class);
    let passing = PASSING.iter().map(with(Class::Passing));
    let tomorrow = TOMORROW.iter().map(with(Class::Tomorrow));
    let pause = PAUSE.iter().map(with(Class::Pause));
    passing.chain(tomorrow).chain(pause).chain(LASTING.iter().map(with(Class::Lasting)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_in_one_table() {
        let words: std::collections::HashSet<&str> = all().map(|(word, _)| word).collect();
        assert_eq!(words.len(), all().count());
        for (word, expected) in all() {
            assert_eq!(class(&format!("error:{word}")), expected, "{word}");
            assert_eq!(class(word), expected, "{word}");
        }
        assert_eq!(class("error:something-new"), Class::Passing);
    }
}
