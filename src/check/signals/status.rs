//! What the status alone says (RFC 9110 §15).

use reqwest::StatusCode;

use crate::check::case::Case;
use crate::check::phrases::Class;
use crate::check::ruling::Ruling;
use crate::model::Reason;

/// Words from which a page that came with an error status can be the work itself.
const WHOLE_WORK: usize = 120;

/// The cited work itself, sent with an error status: misconfigured servers do that, and readers
/// never notice.
pub(super) fn work_in_spite_of_status(case: &Case<'_>) -> Option<Ruling> {
    if case.accepted || !case.is_cited_work() || case.is_shorter_than(WHOLE_WORK) {
        return None;
    }
    let message = |said: &super::super::wording::Said| said.hits.says_gone() || said.has(Class::Search);
    if case.wording().named(message).is_some() {
        return None;
    }
    let detail = format!(
        "came with status {}, but is the cited work: {}",
        phrase(case.answer.status),
        case.likeness().detail()
    );
    Some(Ruling::new(Reason::Ok, detail))
}

/// A status that is none of a page that is there.
pub(super) fn status(case: &Case<'_>) -> Option<Ruling> {
    let status = case.answer.status;
    (!case.accepted).then(|| Ruling::new(reason(status), phrase(status)))
}

/// `404 Not Found`; the bare number where the registry has no phrase.
pub(in crate::check) fn phrase(status: u16) -> String {
    let known = StatusCode::from_u16(status).ok().and_then(|code| code.canonical_reason());
    known.map_or_else(|| status.to_string(), |words| format!("{status} {words}"))
}

fn reason(status: u16) -> Reason {
    match status {
        401 => Reason::Http401,
        402 => Reason::Paywall,
        // 407: a proxy that is not ours; 444 and 999: nginx and LinkedIn refusing machines.
        403 | 407 | 444 | 999 => Reason::Http403,
        404 => Reason::Http404,
        410 => Reason::Http410,
        408 => Reason::Timeout,
        // 420: Twitter's, 430: Shopify's.
        420 | 425 | 429 | 430 => Reason::RateLimited,
        451 => Reason::Http451,
        500.. => Reason::Http5xx,
        _ => Reason::Http4xx,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_reason() {
        for (status, expected) in [
            (300, Reason::Http4xx),
            (400, Reason::Http4xx),
            (401, Reason::Http401),
            (402, Reason::Paywall),
            (403, Reason::Http403),
            (404, Reason::Http404),
            (405, Reason::Http4xx),
            (406, Reason::Http4xx),
            (407, Reason::Http403),
            (408, Reason::Timeout),
            (409, Reason::Http4xx),
            (410, Reason::Http410),
            (418, Reason::Http4xx),
            (429, Reason::RateLimited),
            (451, Reason::Http451),
            (500, Reason::Http5xx),
            (526, Reason::Http5xx),
            (999, Reason::Http403),
        ] {
            assert_eq!(reason(status), expected, "{status}");
        }
    }

    #[test]
    fn unknown_statuses_are_named_by_number() {
        assert_eq!(phrase(404), "404 Not Found");
        assert_eq!(phrase(526), "526");
    }
}
