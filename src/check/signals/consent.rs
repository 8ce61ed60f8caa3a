//! A consent wall: the source is behind a page that wants a click first.
//!
//! Reported as a bot challenge: what is asked for is a human, not an account.

use crate::check::address;
use crate::check::case::Case;
use crate::check::phrases::Class;
use crate::check::ruling::{Ruling, listed, quote};
use crate::check::wording::{Said, Wording};
use crate::model::Reason;

const LABELS: &str = "
    consent guce cmp zustimmung privacy-gate
";

const SEGMENTS: &str = "
    consent cookie-consent cookieconsent cookiewall cookie-wall privacy-gate privacygate privacy-wall
    consentpage gdpr-consent zustimmung cookies-required
";

const SHORT: usize = 200;

/// Redirected to one, or a short page that is one.
pub(super) fn consent_wall(case: &Case<'_>) -> Option<Ruling> {
    if !case.accepted || case.speaks_of_work() {
        return None;
    }
    let to = &case.answer.url;
    let label = address::host(to).split('.').next().unwrap_or_default();
    let placed = listed(LABELS, label) || address::segments(to).any(|segment| listed(SEGMENTS, segment));
    if case.was_redirected() && placed {
        return Some(Ruling::new(Reason::BotChallenge, format!("redirected to a consent page: {to}")));
    }
    if !case.is_shorter_than(SHORT) {
        return None;
    }
    let wording = case.wording();
    let asks = |said: &Said| said.words <= 16 && said.both(Class::Privacy, Class::Consent);
    let said =
        wording.named(asks).or_else(|| asked_below(wording)).or_else(|| asked_instead(case, wording))?;
    Some(Ruling::new(Reason::BotChallenge, format!("a consent page: {}", quote(&said.text))))
}

/// A page of a few words that has nothing of the cited title, and asks in its text.
fn asked_instead<'a>(case: &Case<'_>, wording: &'a Wording) -> Option<&'a Said> {
    const FEW: usize = 60;
    let asks = |said: &Said| {
        let nothing_else = case.likeness().comparable || 2 * said.words >= case.page.words;
        said.words <= 40 && nothing_else && said.both(Class::Privacy, Class::Consent)
    };
    case.is_shorter_than(FEW).then(|| wording.led(asks))?
}

/// A heading that speaks of the one, over text that speaks of the other.
fn asked_below(wording: &Wording) -> Option<&Said> {
    let said =
        wording.named(|said| said.words <= 8 && (said.has(Class::Privacy) || said.has(Class::Consent)))?;
    let consent = wording.anywhere(|said| said.has(Class::Consent));
    let privacy = wording.anywhere(|said| said.has(Class::Privacy));
    (consent.is_some() && privacy.is_some()).then_some(said)
}
