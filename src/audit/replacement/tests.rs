use strum::IntoEnumIterator;
use url::Url;

use super::*;
use crate::model::{ArchiveCopy, Kind, Language, Reason, Snapshot};

fn citation() -> Citation {
    Citation {
        document: "report.md".to_owned(),
        note: Some("1".to_owned()),
        kind: Kind::Footnote,
        page: None,
        line: None,
        url: Some("http://gazette.example/2012/mast?a=1&b=2".to_owned()),
        as_printed: None,
        title: Some("The “Mast Dispute” Goes to Court".to_owned()),
        source: Some("Gazette".to_owned()),
        published: "2012-12-28".parse().ok(),
        accessed: "2013-07-02".parse().ok(),
        context: None,
        candidates: Vec::new(),
        refers_to: None,
        title_translated: None,
        author: Some("Jane Doe".to_owned()),
        archived: None,
        location: None,
        language: None,
    }
}

fn bare() -> Citation {
    Citation { title: None, source: None, published: None, accessed: None, author: None, ..citation() }
}

fn check(reason: Reason) -> Check {
    let final_url = Url::parse("https://gazette.example/mast").ok();
    Check { final_url, ..Check::without_asking(reason, jiff::Timestamp::UNIX_EPOCH) }
}

fn snapshot(original: &str) -> Snapshot {
    Snapshot {
        url: Url::parse(&format!("https://web.archive.org/web/20130703010203/{original}"))
            .expect("an address"),
        time: "2013-07-03T01:02:03Z".parse().expect("a time"),
        original: original.to_owned(),
        status: Some(200),
        verified: true,
        span: None,
    }
}

fn archived(citation: &Citation, style: &str) -> String {
    let snapshot = snapshot(citation.url.as_deref().expect("an address"));
    let style = style.parse().expect("a style");
    replacement(citation, Advice::CiteArchive, &check(Reason::Http404), Some(Copy::from(&snapshot)), style)
        .expect("a wording")
}

fn moved(citation: &Citation, style: &str) -> String {
    let style = style.parse().expect("a style");
    replacement(citation, Advice::UpdateUrl, &check(Reason::MovedPermanently), None, style)
        .expect("a wording")
}

#[test]
fn every_style_words_an_archived_source() {
    for (style, wording) in [
        (
            "plain",
            "Jane Doe, “The ‘Mast Dispute’ Goes to Court,” Gazette, 28 December 2012, \
             http://gazette.example/2012/mast?a=1&b=2, accessed 2 July 2013, archived 3 July 2013 at \
             https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&b=2",
        ),
        (
            "chicago",
            "Jane Doe, “The ‘Mast Dispute’ Goes to Court,” Gazette, December 28, 2012, accessed July 2, 2013, \
             http://gazette.example/2012/mast?a=1&b=2, archived July 3, 2013, at \
             https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&b=2.",
        ),
        (
            "bluebook",
            "Jane Doe, The “Mast Dispute” Goes to Court, Gazette (Dec. 28, 2012), \
             http://gazette.example/2012/mast?a=1&b=2 (last visited July 2, 2013) \
             [https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&b=2].",
        ),
        (
            "apa",
            "Jane Doe. (2012, December 28). The “Mast Dispute” Goes to Court. Gazette. \
             Retrieved July 2, 2013, from http://gazette.example/2012/mast?a=1&b=2. Archived July 3, 2013, at \
             https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&b=2",
        ),
        (
            "mla",
            "Jane Doe. “The ‘Mast Dispute’ Goes to Court.” Gazette, 28 Dec. 2012, \
             http://gazette.example/2012/mast?a=1&b=2. Accessed 2 July 2013. Archived 3 July 2013, \
             https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&b=2.",
        ),
        (
            "wikipedia",
            "{{cite web |author=Jane Doe |title=The “Mast Dispute” Goes to Court |website=Gazette \
             |date=28 December 2012 |url=http://gazette.example/2012/mast?a=1&b=2 |access-date=2 July 2013 \
             |archive-url=https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&b=2 \
             |archive-date=3 July 2013 |url-status=dead}}",
        ),
        (
            "robust-link",
            "Jane Doe, “<a href=\"https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&amp;b=2\" \
             data-originalurl=\"http://gazette.example/2012/mast?a=1&amp;b=2\" \
             data-versionurl=\"https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&amp;b=2\" \
             data-versiondate=\"2013-07-03\">The ‘Mast Dispute’ Goes to Court</a>,” Gazette, 28 December 2012, accessed 2 July 2013",
        ),
    ] {
        assert_eq!(archived(&citation(), style), wording, "{style}");
    }
}

#[test]
fn every_style_words_a_source_that_moved() {
    for (style, wording) in [
        (
            "plain",
            "Jane Doe, “The ‘Mast Dispute’ Goes to Court,” Gazette, 28 December 2012, https://gazette.example/mast, accessed 2 July 2013",
        ),
        (
            "chicago",
            "Jane Doe, “The ‘Mast Dispute’ Goes to Court,” Gazette, December 28, 2012, accessed July 2, 2013, https://gazette.example/mast.",
        ),
        (
            "bluebook",
            "Jane Doe, The “Mast Dispute” Goes to Court, Gazette (Dec. 28, 2012), https://gazette.example/mast (last visited July 2, 2013).",
        ),
        (
            "apa",
            "Jane Doe. (2012, December 28). The “Mast Dispute” Goes to Court. Gazette. Retrieved July 2, 2013, from https://gazette.example/mast",
        ),
        (
            "mla",
            "Jane Doe. “The ‘Mast Dispute’ Goes to Court.” Gazette, 28 Dec. 2012, https://gazette.example/mast. Accessed 2 July 2013.",
        ),
        (
            "wikipedia",
            "{{cite web |author=Jane Doe |title=The “Mast Dispute” Goes to Court |website=Gazette \
             |date=28 December 2012 |url=https://gazette.example/mast |access-date=2 July 2013}}",
        ),
        (
            "robust-link",
            "Jane Doe, “<a href=\"https://gazette.example/mast\" data-originalurl=\"https://gazette.example/mast\">\
             The ‘Mast Dispute’ Goes to Court</a>,” Gazette, 28 December 2012, accessed 2 July 2013",
        ),
    ] {
        assert_eq!(moved(&citation(), style), wording, "{style}");
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let place = "http://gazette.example/2012/mast?a=1&b=2";
    let copy = format!("https://web.archive.org/web/20130703010203/{place}");
    for (style, wording) in [
        ("plain", format!("{place}, archived 3 July 2013 at {copy}")),
        ("chicago", format!("{place}, archived July 3, 2013, at {copy}.")),
        ("bluebook", format!("{place} [{copy}].")),
        ("apa", format!("(n.d.). {place}. Archived July 3, 2013, at {copy}")),
        ("mla", format!("{place}. Archived 3 July 2013, {copy}.")),
        (
            "wikipedia",
            format!(
                "{{{{cite web |url={place} |archive-url={copy} |archive-date=3 July 2013 |url-status=dead}}}}"
            ),
        ),
    ] {
        assert_eq!(archived(&bare(), style), wording, "{style}");
    }
    let untitled = Citation { title: None, author: None, ..citation() };
    assert!(
        archived(&untitled, "robust-link").ends_with(">Gazette</a>, 28 December 2012, accessed 2 July 2013")
    );
    assert!(archived(&bare(), "robust-link").ends_with(">http://gazette.example/2012/mast?a=1&amp;b=2</a>"));
}

#[test]
fn without_an_author_the_title_leads_and_without_a_date_the_reading_stays() {
    let undated = Citation { author: None, published: None, ..citation() };
    let starts = |style: &str, start: &str| {
        let wording = archived(&undated, style);
        assert!(wording.starts_with(start), "{style}: {wording}");
    };
    starts("apa", "The “Mast Dispute” Goes to Court. (n.d.). Gazette. Retrieved July 2, 2013, from http://");
    starts("chicago", "“The ‘Mast Dispute’ Goes to Court,” Gazette, accessed July 2, 2013, http://");
    starts(
        "bluebook",
        "The “Mast Dispute” Goes to Court, Gazette, http://gazette.example/2012/mast?a=1&b=2 (last visited July 2, 2013) [",
    );
    starts(
        "mla",
        "“The ‘Mast Dispute’ Goes to Court.” Gazette, http://gazette.example/2012/mast?a=1&b=2. Accessed 2 July 2013. Archived",
    );
}

#[test]
fn dates_are_as_exact_as_they_are_known() {
    let dated = |date: &str, style: &str| {
        archived(&Citation { published: date.parse().ok(), accessed: None, ..citation() }, style)
    };
    for (style, month, year) in [
        ("plain", "December 2012,", "2012,"),
        ("chicago", "December 2012,", "2012,"),
        ("bluebook", "(Dec. 2012),", "(2012),"),
        ("apa", "(2012, December).", "(2012)."),
        ("mla", "Dec. 2012,", "2012,"),
        ("wikipedia", "|date=December 2012 ", "|date=2012 "),
        ("robust-link", ", December 2012", ", 2012"),
    ] {
        for (date, expected) in [("2012-12", month), ("2012", year)] {
            let wording = dated(date, style);
            assert!(wording.contains(expected), "{style}: {wording}");
        }
    }
}

#[test]
fn quotation_marks_nest_and_stops_are_not_doubled() {
    let titled = |title: &str, style: &str| {
        let citation = Citation { title: Some(title.to_owned()), author: None, source: None, ..citation() };
        archived(&citation, style).chars().take(40).collect::<String>()
    };
    for (title, plain, mla, apa) in [
        ("Who Peers?", "“Who Peers?” 28", "“Who Peers?” 28", "Who Peers? (2012"),
        ("The end.", "“The end.,” 28", "“The end.” 28", "The end. (2012"),
        ("A \"b\" c,", "“A ‘b’ c,” 28", "“A ‘b’ c.” 28", "A \"b\" c. (2012"),
        ("«Так», сказал он", "“‘Так’, сказал он,” 28", "“‘Так’, сказал он.” 28", "«Так», сказал он. (2012"),
        ("On two\n  lines", "“On two lines,” 28", "“On two lines.” 28", "On two lines. (2012"),
    ] {
        assert!(titled(title, "plain").starts_with(plain), "{}", titled(title, "plain"));
        assert!(titled(title, "mla").starts_with(mla), "{}", titled(title, "mla"));
        assert!(titled(title, "apa").starts_with(apa), "{}", titled(title, "apa"));
    }
}

#[test]
fn nothing_in_a_text_or_an_address_acts_on_its_surface() {
    let hostile = Citation {
        title: Some("}}<script>|'''a''' [[b]] & \"c\"".to_owned()),
        author: Some("<b>\u{1b}[31m\nX".to_owned()),
        url: Some("http://gazette.example/a|b]}}'\"<x>".to_owned()),
        ..citation()
    };
    let wikitext = archived(&hostile, "wikipedia");
    let inner =
        wikitext.strip_prefix("{{cite web ").and_then(|text| text.strip_suffix("}}")).expect("a template");
    assert!(!inner.contains(['{', '}', '[', ']', '<', '>', '\'']), "{inner}");
    assert_eq!(inner.matches('|').count(), 9, "{inner}");
    let html = archived(&hostile, "robust-link");
    assert_eq!(html.matches('<').count(), 2, "{html}");
    assert_eq!(html.matches('"').count(), 8, "{html}");
    for style in CitationStyle::iter() {
        let wording = archived(&hostile, style.into());
        assert!(!wording.contains(char::is_control), "{wording}");
    }
}

#[test]
fn wikipedia_is_told_what_became_of_the_address() {
    for (reason, status) in
        [(Reason::Http404, "dead"), (Reason::ContentDrift, "deviated"), (Reason::ParkedDomain, "usurped")]
    {
        let citation = citation();
        let snapshot = snapshot("http://gazette.example/2012/mast");
        let wording = replacement(
            &citation,
            Advice::CiteArchive,
            &check(reason),
            Some(Copy::from(&snapshot)),
            CitationStyle::Wikipedia,
        );
        assert!(wording.expect("a wording").ends_with(&format!("|url-status={status}}}}}")), "{reason}");
    }
}

#[test]
fn other_advice_needs_no_new_wording() {
    for advice in Advice::iter().filter(|it| !matches!(it, Advice::CiteArchive | Advice::UpdateUrl)) {
        assert_eq!(replacement(&citation(), advice, &check(Reason::Ok), None, CitationStyle::Plain), None);
    }
}

#[test]
fn a_copy_that_the_author_gives_may_have_no_day() {
    let copy = ArchiveCopy { url: "https://perma.cc/AB12-CD34".to_owned(), time: None, date: None };
    let ends = |date: Option<&str>, style: &str| {
        let copy = ArchiveCopy { date: date.and_then(|date| date.parse().ok()), ..copy.clone() };
        let (citation, check) = (bare(), check(Reason::Http404));
        let style = style.parse().expect("a style");
        let wording = replacement(&citation, Advice::CiteArchive, &check, Some(Copy::from(&copy)), style);
        wording.expect("a wording").replace("http://gazette.example/2012/mast?a=1&b=2", "X")
    };
    for (style, without, with) in [
        (
            "plain",
            "X, archived at https://perma.cc/AB12-CD34",
            "X, archived June 2014 at https://perma.cc/AB12-CD34",
        ),
        (
            "chicago",
            "X, archived at https://perma.cc/AB12-CD34.",
            "X, archived June 2014, at https://perma.cc/AB12-CD34.",
        ),
        ("bluebook", "X [https://perma.cc/AB12-CD34].", "X [https://perma.cc/AB12-CD34]."),
        (
            "apa",
            "(n.d.). X. Archived at https://perma.cc/AB12-CD34",
            "(n.d.). X. Archived June 2014, at https://perma.cc/AB12-CD34",
        ),
        (
            "mla",
            "X. Archived at https://perma.cc/AB12-CD34.",
            "X. Archived June 2014, https://perma.cc/AB12-CD34.",
        ),
    ] {
        assert_eq!(ends(None, style), without);
        assert_eq!(ends(Some("2014-06"), style), with);
    }
    assert!(!ends(None, "robust-link").contains("data-versiondate"));
    assert!(!ends(None, "wikipedia").contains("archive-date"));
}

/// The note of `citation()`, written in a language.
fn in_language(language: Language) -> Citation {
    Citation { language: Some(language), ..citation() }
}

#[test]
fn the_plain_wording_is_in_the_notes_language() {
    let (address, copy) = (
        "http://gazette.example/2012/mast?a=1&b=2",
        "https://web.archive.org/web/20130703010203/http://gazette.example/2012/mast?a=1&b=2",
    );
    for (language, wording) in [
        (
            Language::German,
            format!(
                "Jane Doe, „The ‚Mast Dispute‘ Goes to Court“, Gazette, 28. Dezember 2012, {address}, \
                 abgerufen am 2. Juli 2013, archiviert am 3. Juli 2013 unter {copy}"
            ),
        ),
        (
            Language::French,
            format!(
                "Jane Doe, «\u{a0}The “Mast Dispute” Goes to Court\u{a0}», Gazette, 28 décembre 2012, {address}, \
                 consulté le 2 juillet 2013, archivé le 3 juillet 2013 à l’adresse {copy}"
            ),
        ),
        (
            Language::Spanish,
            format!(
                "Jane Doe, «The “Mast Dispute” Goes to Court», Gazette, 28 de diciembre de 2012, {address}, \
                 consultado el 2 de julio de 2013, archivado el 3 de julio de 2013 en {copy}"
            ),
        ),
        (
            Language::Russian,
            format!(
                "Jane Doe, «The „Mast Dispute“ Goes to Court», Gazette, 28 декабря 2012, {address}, \
                 дата обращения: 2 июля 2013, архивная копия от 3 июля 2013 по адресу {copy}"
            ),
        ),
    ] {
        assert_eq!(archived(&in_language(language), "plain"), wording);
    }
    let english = archived(&citation(), "plain");
    assert_eq!(archived(&in_language(Language::English), "plain"), english);
    assert!(english.contains("archived 3 July 2013 at"));
}

#[test]
fn dates_are_worded_as_exactly_as_they_are_known() {
    for (language, month, year) in [
        (Language::German, "abgerufen im Juli 2013", "abgerufen 2013"),
        (Language::French, "consulté en juillet 2013", "consulté en 2013"),
        (Language::Spanish, "consultado en julio de 2013", "consultado en 2013"),
        (Language::Russian, "дата обращения: июль 2013", "дата обращения: 2013"),
    ] {
        for (accessed, words) in [("2013-07", month), ("2013", year)] {
            let citation = Citation { accessed: accessed.parse().ok(), ..in_language(language) };
            let wording = moved(&citation, "plain");
            assert!(wording.ends_with(words), "{wording}");
        }
    }
    let first = Citation { accessed: "2013-07-01".parse().ok(), ..in_language(Language::French) };
    assert!(moved(&first, "plain").ends_with("consulté le 1er juillet 2013"));
}

#[test]
fn the_citing_sentence_tells_the_language_of_a_note_that_does_not() {
    let saying =
        |context: &str| moved(&Citation { context: Some(context.to_owned()), ..citation() }, "plain");
    let german = "Der Hafenrat tagte am Dienstag und erfuhr, dass der alte Kran vor dem Winter nicht mehr repariert wird.";
    assert!(saying(german).ends_with("abgerufen am 2. Juli 2013"));
    let dutch = "De havenraad kwam dinsdag bijeen en hoorde dat de oude kraan voor de winter niet meer wordt gerepareerd.";
    for context in ["Siehe dort.", dutch] {
        assert!(saying(context).ends_with("accessed 2 July 2013"), "{context}");
    }
}

#[test]
fn styles_that_are_of_a_language_stay_in_it() {
    for style in CitationStyle::iter()
        .filter(|style| !matches!(style, CitationStyle::Plain | CitationStyle::RobustLink))
    {
        let style = style.to_string();
        assert_eq!(
            archived(&in_language(Language::German), &style),
            archived(&citation(), &style),
            "{style}"
        );
    }
}

#[test]
fn an_author_who_is_the_source_is_named_once() {
    let signed =
        Citation { source: Some("Doe, Jane".to_owned()), author: Some("Doe, Jane".to_owned()), ..citation() };
    assert!(
        moved(&signed, "plain")
            .starts_with("Doe, Jane, “The ‘Mast Dispute’ Goes to Court,” 28 December 2012")
    );
}
