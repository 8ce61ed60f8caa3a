use jiff::Timestamp;

use super::*;
use crate::model::{Advice, ArchiveStatus, Kind, Reason};

const CANARY: &str = "k4NaRy0";

/// Addresses with a secret, and what may be shown of them.
const SECRETS: &[(&str, &str)] = &[
    ("https://user:k4NaRy0@host.example/a", "https://***@host.example/a"),
    ("https://k4NaRy0@host.example/a", "https://***@host.example/a"),
    ("https://user:k4N@k4NaRy0@host.example/a?b=c@d", "https://***@host.example/a?b=c@d"),
    ("ftp://user:k4NaRy0@host.example", "ftp://***@host.example"),
    ("https://host.example/?token=k4NaRy0", "https://host.example/?token=***"),
    (
        "https://host.example/?id=7&access_token=k4NaRy0&page=2",
        "https://host.example/?id=7&access_token=***&page=2",
    ),
    ("https://host.example/?id=7&amp;api-key=k4/NaRy0k4NaRy0", "https://host.example/?id=7&amp;api-key=***"),
    ("https://host.example/#access_token=k4NaRy0&state=1", "https://host.example/#access_token=***&state=1"),
    (
        "https://b.example/f.pdf?X-Amz-Date=2&X-Amz-Signature=k4NaRy0",
        "https://b.example/f.pdf?X-Amz-Date=2&X-Amz-Signature=***",
    ),
    ("https://b.example/f?X-Amz-Credential=k4NaRy0%2F2013%2Fs3", "https://b.example/f?X-Amz-Credential=***"),
    (
        "https://b.example/f?AWSAccessKeyId=k4NaRy0&Expires=1",
        "https://b.example/f?AWSAccessKeyId=***&Expires=1",
    ),
    ("https://b.example/f?sv=2&sig=k4NaRy0%3D", "https://b.example/f?sv=2&sig=***"),
    ("https://host.example/?user%5Bpassword%5D=k4NaRy0", "https://host.example/?user%5Bpassword%5D=***"),
    ("https://host.example/?user[password]=k4NaRy0", "https://host.example/?user[password]=***"),
    ("https://host.example/a.do;jsessionid=k4NaRy0?id=5", "https://host.example/a.do;jsessionid=***?id=5"),
    ("https://host.example/?PHPSESSID=k4NaRy0", "https://host.example/?PHPSESSID=***"),
    ("https://host.example/?Client_Secret=k4NaRy0", "https://host.example/?Client_Secret=***"),
    (
        "https://archive.example/web/20130703000000/https://user:k4NaRy0@host.example/",
        "https://archive.example/web/20130703000000/https://***@host.example/",
    ),
    (
        "https://go.example/?to=https%3A%2F%2Fuser%3Ak4NaRy0%40host.example%2F",
        "https://go.example/?to=https%3A%2F%2F***%40host.example%2F",
    ),
    (
        "https://go.example/?to=https%3A%2F%2Fhost.example%2F%3Fid%3D7%26token%3Dk4NaRy0%26page%3D2&x=1",
        "https://go.example/?to=https%3A%2F%2Fhost.example%2F%3Fid%3D7%26token%3D***%26page%3D2&x=1",
    ),
    ("https://host.example/eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.k4NaRy0/x", "https://host.example/***/x"),
];

/// Addresses that look a little like it and stay as they are.
const NO_SECRETS: &[&str] = &[
    "https://host.example/@author/story",
    "https://host.example/mail?to=a@b.example",
    "https://host.example/?q=token&broken=1&compass=north&author=x&design=y",
    "https://host.example/?sid=123&key=4&id=5&code=6",
    "https://host.example/sk-the-story-of-a-password",
    "https://go.example/?to=https%3A%2F%2Fhost.example%2F%3Fmail%3Da%40b.example",
    "write to somebody@host.example about ?",
    "https://host.example/a https://host.example/b@c",
];

#[test]
fn secrets_are_masked_in_texts_and_addresses() {
    for (secret, shown) in SECRETS {
        assert_eq!(mask(secret), *shown);
        assert_eq!(mask(shown), *shown, "masking twice changes nothing more");
        let sentence = format!("The server at {secret} said no.");
        assert_eq!(mask(&sentence), format!("The server at {shown} said no."));
        let url = mask_url(&Url::parse(secret).expect("an address"));
        assert!(!url.as_str().contains(CANARY), "{url}");
    }
}

#[test]
fn everything_else_stays() {
    for text in NO_SECRETS {
        assert!(matches!(mask(text), Cow::Borrowed(_)), "{text}");
    }
}

#[test]
fn an_address_whose_mask_is_none_keeps_only_its_place() {
    let url = Url::parse("https://user:pass@host.example/a?b=c#d").expect("an address");
    assert_eq!(without_secrets(&url).as_str(), "https://host.example/a");
}

#[test]
fn a_megabyte_of_beginnings_is_masked_in_linear_time() {
    for part in ["://", "?token", "%3A%2F%2F", "eyJaaaaaaaa.", "a://b@", "&token=x"] {
        let text = part.repeat(1_000_000 / part.len());
        assert!(mask(&text).len() <= 2 * text.len());
    }
}

#[test]
fn a_finding_shows_no_secret_anywhere() {
    let secret = "https://user:k4NaRy0@host.example/a?token=k4NaRy0";
    let url = Url::parse(secret).expect("an address");
    let some = || Some(format!("see {secret}"));
    let finding = Finding {
        change: None,
        citation: Citation {
            document: "report.md".to_owned(),
            note: Some("1".to_owned()),
            kind: Kind::Footnote,
            page: None,
            line: None,
            url: Some(secret.to_owned()),
            as_printed: Some("https://user:k4NaRy0-\n@host.example/a?token=k4NaRy0".to_owned()),
            title: some(),
            source: some(),
            published: None,
            accessed: None,
            context: Some("At https://user:k4NaRy0- @host.example/a?token=k4NaRy0 it says so.".to_owned()),
            candidates: vec![secret.to_owned()],
            refers_to: None,
            title_translated: some(),
            author: some(),
            archived: None,
            location: None,
            language: None,
        },
        check: Known::live(Check {
            final_url: Some(url.clone()),
            evidence: vec![Evidence { signal: "status".to_owned(), detail: format!("{secret} says no") }],
            hops: vec![Hop { url: url.clone(), status: 301 }],
            taken: Some(url.clone()),
            ..Check::without_asking(Reason::Http404, Timestamp::UNIX_EPOCH)
        }),
        lookup: Some(Known::live(Lookup::Found(Snapshot {
            url: url.clone(),
            time: Timestamp::UNIX_EPOCH,
            original: secret.to_owned(),
            status: None,
            verified: false,
            span: None,
        }))),
        archive: ArchiveStatus::Archived,
        snapshot_offset_days: None,
        advice: Advice::CiteArchive,
        replacement: some(),
    };
    let masked = finding.masked();
    assert!(!format!("{masked:?}").contains("k4NaRy0"), "{masked:#?}");
    assert_eq!(
        masked.citation.context.as_deref(),
        Some("At https://***@host.example/a?token=*** it says so.")
    );
    assert_eq!(masked.citation.as_printed, masked.citation.url);
    assert_eq!(Lookup::Failed(secret.to_owned()).masked(), Lookup::Failed(mask(secret).into_owned()));
}
