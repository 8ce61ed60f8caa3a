//! Nothing that an archive or a report can write makes the pure functions panic.

use jiff::Timestamp;
use proptest::prelude::*;
use reqwest::header::{HeaderMap, HeaderValue};
use url::Url;

use super::capture::Capture;
use super::choose::{Wish, candidates, choose};
use super::{address, page, timestamp, trouble};
use crate::web::Answer;

/// Text made of the pieces that addresses and answers are made of.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("http:"),
        Just("//"),
        Just("/"),
        Just("www."),
        Just("20130702154509"),
        Just("id_"),
        Just("%E4%B8"),
        Just("?a=1&&b"),
        Just("#"),
        Just(":80"),
        Just("[::1]"),
        Just("é"),
        Just("газета"),
        Just("\u{202e}"),
        Just("<>;=,\""),
        Just("\0"),
        Just("a.example"),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn answer(header: &str, body: String) -> Answer {
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(header) {
        headers.insert("retry-after", value);
    }
    let url = Url::parse("https://archive.example/").expect("an address");
    Answer { url, status: 429, headers, body: body.into_bytes(), truncated: false }
}

proptest! {
    #[test]
    fn addresses(text in text(), noise in any::<String>()) {
        for text in [&text, &noise] {
            if let Some(parts) = address::split(text) {
                prop_assert!(address::of(parts.base, parts.time, "id_", parts.original).is_none_or(|url| !url.cannot_be_a_base()));
            }
            prop_assert_eq!(page::same(text, text), page::key(text).is_some());
            let (Some(one), Some(other)) = (page::parse(text), page::parse("http://a.example/b")) else { continue };
            let _ = (page::may_be_same_work(&one, &other), page::is_home(&one), page::is_file(&one));
        }
    }

    #[test]
    fn answers(text in text(), noise in any::<String>()) {
        let now = Timestamp::UNIX_EPOCH;
        prop_assert!(trouble::of_answer(&answer(&noise, text.clone()), now).is_some());
        let _ = (timestamp::parse(&noise), timestamp::of_http_date(&text), trouble::short(&noise));
    }

    #[test]
    fn choosing(times in prop::collection::vec(any::<i64>(), 0..30), year in -9999_i16..=9999) {
        let captures = times.iter().map(|seconds| {
            let time = Timestamp::from_second(seconds % 100_000_000_000).unwrap_or(Timestamp::MAX);
            Capture::unknown(time, "http://a.example/b".to_owned())
        });
        let url = Url::parse("http://a.example/b").expect("an address");
        let reference = jiff::civil::Date::new(year, 12, 31).ok();
        let wish = Wish { url: &url, reference, now: Timestamp::MAX, close: jiff::SignedDuration::ZERO };
        let candidates = candidates(&wish, captures.collect());
        let choice = choose(&wish, &candidates);
        prop_assert_eq!(choice.doubtful.first(), candidates.first());
    }
}
