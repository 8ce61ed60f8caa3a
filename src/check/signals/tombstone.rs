//! Pages that keep a work's place or name and say that the work is gone.

use serde_json::Value;

use crate::check::case::{Case, Kind};
use crate::check::phrases::{Class, Hits, hits};
use crate::check::ruling::{Ruling, quote};
use crate::check::wording::Said;
use crate::check::words::word_count;
use crate::model::Reason;

use super::closed::speaks_of_another_site;

/// Words, headings included, up to which a page can be a wiki's word on a page it does not have.
const SHORT: usize = 100;

/// Words beside its title and the message that a tombstone has at most.
const REST: usize = 8;

/// Bytes up to which a record can be an error and nothing else.
const SMALL_RECORD: usize = 4 * 1024;

/// A wiki's page under a title that nobody has written about. The title is the cited one, since the
/// wiki repeats what it was asked for.
pub(super) fn no_article(case: &Case<'_>) -> Option<Ruling> {
    if !case.accepted || case.kind != Kind::Html || !case.is_shorter_than(SHORT) {
        return None;
    }
    let said = case.wording().anywhere(|said| said.words <= 30 && said.has(Class::NoArticle))?;
    Some(Ruling::new(Reason::Soft404, format!("the page says {}", quote(&said.text))))
}

/// A page of a title and one sentence that says that the work is gone.
pub(super) fn tombstone(case: &Case<'_>) -> Option<Ruling> {
    const NAMED: f32 = 0.5;
    if !case.accepted || case.kind != Kind::Html || !case.is_cited_work() {
        return None;
    }
    let gone = |said: &Said| {
        said.words <= 20
            && said.hits.says_gone()
            && said.hits.status_share >= NAMED
            && !speaks_of_another_site(&said.text)
    };
    let said = case.wording().below(gone)?;
    // What is cited as news of an end may go on to tell of it.
    let tells_of_an_end = |hits: Hits| hits.says_gone() || hits.has(Class::Gone) || hits.has(Class::Closed);
    let cited_says_so = case.claims.titles.iter().any(|title| tells_of_an_end(hits(title)));
    let titles: usize = case.page.headings().map(word_count).sum();
    let rest = case.page.words.saturating_sub(titles + said.words);
    (!cited_says_so && rest <= REST && !case.page.embeds_document && case.page.scripts == 0).then(|| {
        Ruling::new(Reason::Soft404, format!("under the title the page only says {}", quote(&said.text)))
    })
}

/// A record in JSON that is an error message: programs answer so where people get a page.
pub(super) fn error_record(case: &Case<'_>) -> Option<Ruling> {
    let record = case.answer.media_type().is_some_and(|media| media.contains("json"));
    if !case.accepted || !record || case.answer.body.len() > SMALL_RECORD {
        return None;
    }
    let fields: Value = serde_json::from_slice(&case.answer.body).ok().filter(Value::is_object)?;
    let inner = fields.get("error").or_else(|| fields.get("errors"));
    let message = gone_message(&fields).or_else(|| inner.and_then(gone_message))?;
    Some(Ruling::new(Reason::Soft404, format!("a record that says {}", quote(&message))))
}

/// What an error says, if it is that there is nothing: by number, or in words where it is called an
/// error.
fn gone_message(value: &Value) -> Option<String> {
    const WORDS: [&str; 6] = ["message", "detail", "error", "title", "reason", "error_description"];
    const NUMBERS: [&str; 5] = ["status", "code", "statusCode", "status_code", "errorCode"];
    let text = |name: &&str| value.get(*name).and_then(Value::as_str);
    let numbered = NUMBERS.iter().any(|name| {
        value.get(*name).is_some_and(|number| {
            matches!(number.as_u64(), Some(404 | 410)) || matches!(number.as_str(), Some("404" | "410"))
        })
    });
    let words = WORDS.iter().filter_map(text).find(|text| word_count(text) <= 20 && hits(text).says_gone());
    match words {
        Some(words) if numbered || is_error(value) => Some(words.to_owned()),
        None if numbered => Some(WORDS.iter().find_map(text).unwrap_or("404").to_owned()),
        _ => None,
    }
}

/// Whether a record has nothing but what errors have.
fn is_error(value: &Value) -> bool {
    const FIELDS: [&str; 14] = [
        "error",
        "errors",
        "message",
        "detail",
        "status",
        "code",
        "success",
        "ok",
        "title",
        "reason",
        "type",
        "path",
        "timestamp",
        "data",
    ];
    value.as_object().is_some_and(|fields| {
        fields.iter().all(|(name, value)| {
            FIELDS.contains(&name.to_lowercase().as_str()) && (name != "data" || value.is_null())
        })
    })
}
