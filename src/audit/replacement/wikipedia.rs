//! Wikipedia's template `cite web`: `{{cite web |author=… |title=… |website=… |date=… |url=…
//! |access-date=… |archive-url=… |archive-date=… |url-status=dead}}`.
//!
//! What the template takes for markup is written as a reference or percent-encoded, and the status
//! is one of the words that it knows: `deviated` for a page that shows something else, `usurped` for
//! a site that is somebody else's now (Help:Citation Style 1, "URL status").

use super::dates::british;
use super::work::Work;
use crate::model::Reason;

pub(super) fn write(work: &Work<'_>) -> String {
    let copy = work.copy.as_ref();
    let fields = [
        ("author", work.author.as_deref().map(text)),
        ("title", work.title.as_deref().map(text)),
        ("website", work.outlet.as_deref().map(text)),
        ("date", work.published.map(british)),
        ("url", Some(address(work.address))),
        ("access-date", work.accessed.filter(|date| date.day_of_month().is_some()).map(british)),
        ("archive-url", copy.map(|copy| address(copy.address))),
        ("archive-date", copy.and_then(|copy| copy.day).map(british)),
        ("url-status", copy.map(|_| status(work.reason).to_owned())),
    ];
    let fields: Vec<String> =
        fields.into_iter().filter_map(|(name, value)| Some(format!("|{name}={}", value?))).collect();
    format!("{{{{cite web {}}}}}", fields.join(" "))
}

fn status(reason: Reason) -> &'static str {
    match reason {
        Reason::ContentDrift | Reason::TypeChanged => "deviated",
        Reason::DomainTakenOver | Reason::ParkedDomain => "usurped",
        _ => "dead",
    }
}

/// A text without anything that wikitext would act on.
fn text(text: &str) -> String {
    written(text, |character| {
        "|{}[]<>&~'".contains(character).then(|| format!("&#{};", u32::from(character)))
    })
}

/// An address without anything that would end it, or the field it stands in.
fn address(address: &str) -> String {
    written(address, |character| {
        "|{}[]<>\"' ^`\\".contains(character).then(|| format!("%{:02X}", u32::from(character)))
    })
}

/// A text with some of its characters written in another way.
fn written(text: &str, instead: impl Fn(char) -> Option<String>) -> String {
    text.chars().map(|character| instead(character).unwrap_or_else(|| character.to_string())).collect()
}
