//! The page, read by an HTML parser that had no part in making it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ibid::model::{Advice, ArchiveStatus, Audit, DocumentSummary, Earlier, Kind, Reason, Since, Verdict};
use ibid::report::html;
use scraper::{ElementRef, Html, Selector};

use crate::many::many;
use crate::sample::{audit, nothing};

fn page(audit: &Audit) -> Html {
    Html::parse_document(&html(audit))
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: &ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_finding_is_an_item_in_the_order_of_the_report() {
    let page = page(&audit());
    let found: Vec<(&str, &str)> = all(&page, ".findings > li")
        .iter()
        .map(|item| (item.attr("data-v").unwrap(), item.attr("data-a").unwrap()))
        .collect();
    let wanted: Vec<(String, String)> = audit()
        .findings
        .iter()
        .map(|finding| (finding.check.value.verdict.to_string(), finding.advice.to_string()))
        .collect();
    assert_eq!(found, wanted.iter().map(|(v, a)| (v.as_str(), a.as_str())).collect::<Vec<_>>());
}

#[test]
fn a_finding_tells_the_note_the_sentence_the_evidence_and_the_new_wording() {
    let page = page(&audit());
    let article = all(&page, "#f1")[0];
    let finding = &audit().findings[0];
    let told = text(&article);
    for wanted in [
        format!("Footnote {}", finding.citation.note.as_deref().unwrap()),
        finding.citation.title.clone().unwrap(),
        finding.citation.context.clone().unwrap(),
        finding.check.value.evidence[0].detail.clone(),
        finding.replacement.clone().unwrap(),
    ] {
        assert!(told.contains(&wanted), "{wanted} is missing in {told}");
    }
    let life = all(&page, "#f1 .t + .w").iter().map(text).collect::<Vec<_>>();
    assert_eq!(
        life,
        ["published June 2013 · read 2 July 2013 · captured 3 July 2013 · checked 2 March 2026 (dead)"]
    );
}

#[test]
fn the_page_is_complete_without_its_script() {
    let page = page(&audit());
    assert_eq!(all(&page, "li[hidden]").len(), 0);
    assert_eq!(all(&page, "#filters[hidden]").len(), 1, "the filters would do nothing");
    assert_eq!(all(&page, ".replacement button:not([hidden])").len(), 0, "nor would the buttons");
}

#[test]
fn nothing_is_fetched_and_nothing_runs_but_the_pages_own() {
    let page = page(&audit());
    assert_eq!(all(&page, "[src], link, iframe, object, embed, img, base, form[action]").len(), 0);
    assert_eq!(all(&page, "script").len(), 1);
    assert_eq!(all(&page, "[style], [onclick], [onload], [onerror]").len(), 0);
    let policy = all(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    for link in all(&page, "a[href]") {
        let target = link.attr("href").unwrap();
        assert!(
            target.starts_with('#') || target.starts_with("http://") || target.starts_with("https://"),
            "{target}"
        );
    }
}

#[test]
fn hostile_text_stays_text() {
    let mut hostile = audit();
    let payload = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    for finding in &mut hostile.findings {
        let citation = &mut finding.citation;
        for field in [&mut citation.title, &mut citation.source, &mut citation.context, &mut citation.note] {
            *field = Some(payload.to_owned());
        }
        citation.url = Some("javascript:alert(1)".to_owned());
        citation.document = payload.to_owned();
        finding.replacement = Some(payload.to_owned());
    }
    hostile.run.remarks = vec![payload.to_owned()];
    let page = page(&hostile);
    assert_eq!(all(&page, "script").len(), 1);
    assert_eq!(all(&page, "img, [onerror], a[href^=javascript]").len(), 0);
    assert_eq!(text(&all(&page, ".remarks li")[0]), payload);
}

#[test]
fn an_audit_without_findings_says_so() {
    let page = page(&nothing());
    assert_eq!(text(&all(&page, "main p")[0]), "There is no citation of a web source.");
    assert_eq!(all(&page, "#filters, .findings").len(), 0);
}

#[test]
fn every_link_within_the_page_leads_somewhere() {
    for audit in [audit(), many(40)] {
        let page = page(&audit);
        for link in all(&page, "a[href^='#'], use[href]") {
            let target = link.attr("href").unwrap();
            assert_eq!(all(&page, &format!("[id='{}']", &target[1..])).len(), 1, "{target}");
        }
    }
}

#[test]
fn the_text_has_its_notes_and_citations_marked_where_they_stand() {
    let page = page(&many(2));
    let rows: Vec<String> = all(&page, ".read .row").iter().map(text).collect();
    assert_eq!(
        rows,
        [
            "In July the ministry answered 0 questions about the dam for the first time.1✓1 Outlet Weekly, \
             July 2013, http://www.outlet-0.example/news/2013/07/story-number-0.html ✓ alive",
            "In July the ministry answered 1 questions about the dam for the first time.2✕2 Outlet Weekly, \
             July 2013, http://www.outlet-1.example/news/2013/07/story-number-1.html ✕ dead",
        ]
    );
    let mark = all(&page, "#t2")[0];
    assert_eq!((mark.attr("href"), mark.attr("data-v")), (Some("#f2"), Some("dead")));
    assert_eq!(all(&page, "#f2 a[href='#t2']").len(), 1);
    assert_eq!(all(&page, "#k0-1")[0].attr("href"), Some("#n0-1"));
    assert_eq!(all(&page, "#n0-1 > a")[0].attr("href"), Some("#k0-1"));
}

#[test]
fn without_a_text_the_citing_sentences_stand_in_order() {
    let page = page(&audit());
    let said: Vec<String> = all(&page, ".read details p").iter().map(text).collect();
    assert_eq!(said[0], "There is no running text to show; these are the citing sentences.");
    assert_eq!(said[1], "Officials called the dam finished. Footnote 12 ✕ dead");
}

#[test]
fn the_page_of_5000_findings_can_be_mailed_and_says_what_is_left_out() {
    let text = html(&many(5_000));
    assert!(text.len() < 4_000_000, "{} bytes", text.len());
    assert!(text.contains("This audit is large"), "the text does not fit");
    let page = Html::parse_document(&text);
    assert_eq!(all(&page, ".findings > li").len(), 5_000);
}

#[test]
fn long_texts_are_shortened_before_a_finding_is_left_out() {
    let mut audit = many(5_000);
    for finding in &mut audit.findings {
        finding.citation.context = Some("In July the ministry spoke of the dam. ".repeat(50));
    }
    let text = html(&audit);
    assert!(text.len() < 4_000_000, "{} bytes", text.len());
    let page = Html::parse_document(&text);
    assert_eq!(all(&page, ".findings > li").len(), 5_000);
    assert!(
        text.contains("the drawings, the ends of long texts, and the evidence where nothing is to be done")
    );
}

#[test]
fn whatever_it_is_made_of_the_page_keeps_to_its_size_and_says_what_is_left_out() {
    let mut audit = many(5_000);
    let long = "<&\"'>é".repeat(400);
    for (index, finding) in audit.findings.iter_mut().enumerate() {
        let citation = &mut finding.citation;
        for field in [&mut citation.title, &mut citation.source, &mut citation.context, &mut citation.note] {
            *field = Some(long.clone());
        }
        citation.url = Some(format!("http://a.example/{long}"));
        citation.document = format!("{index}{long}");
        finding.replacement = finding.replacement.as_ref().map(|_| long.clone());
        finding.check.value.evidence = vec![finding.check.value.evidence[0].clone(); 20];
    }
    let document = audit.run.documents[0].clone();
    let telling = DocumentSummary { citations: 0, warnings: vec![long.clone(); 20], ..document };
    audit.run.documents = vec![telling; 5_000];
    audit.run.remarks = vec![long.clone(); 5_000];
    let earlier = Earlier {
        document: long.clone(),
        note: Some(long.clone()),
        kind: Kind::Footnote,
        url: format!("http://a.example/{long}"),
        as_printed: None,
        title: Some(long.clone()),
        context: None,
        verdict: Verdict::Dead,
        reason: Reason::Http404,
        checked_at: jiff::Timestamp::UNIX_EPOCH,
        archive: ArchiveStatus::NotAsked,
    };
    audit.run.since = Some(Since { name: long.clone(), at: None, gone: vec![earlier; 5_000] });
    let text = html(&audit);
    assert!(text.len() <= 4_000_000, "{} bytes", text.len());
    let page = Html::parse_document(&text);
    let listed = all(&page, ".findings > li");
    assert!((500..5_000).contains(&listed.len()), "{}", listed.len());
    let kept = listed.iter().filter(|item| item.attr("data-a") == Some("replace-source")).count();
    assert_eq!(kept, 500, "the most urgent are all there");
    let cut = all(&page, ".cut").iter().map(self::text).collect::<Vec<_>>();
    let wanted = format!(
        "The {} most urgent findings of 5000 are on this page. audit.csv and audit.json have every one.",
        listed.len()
    );
    assert!(cut.contains(&wanted), "{cut:?}");
    assert_eq!(self::text(all(&page, ".gone li").last().unwrap()), "4900 more are in audit.json.");
    assert_eq!(self::text(all(&page, ".remarks li").last().unwrap()), "4950 more are in audit.json.");
    assert!(cut.contains(&"4800 more are in audit.json.".to_owned()), "the documents");
    for link in all(&page, "a[href^='#']") {
        let target = link.attr("href").unwrap();
        assert_eq!(all(&page, &format!("[id='{}']", &target[1..])).len(), 1, "{target}");
    }
}

#[test]
fn what_to_fix_first_comes_with_what_to_paste() {
    let page = page(&audit());
    let first = all(&page, ".first li");
    assert_eq!(first.len(), 3);
    assert_eq!(all(&page, ".first li")[0].attr("data-v"), Some("dead"));
    assert_eq!(text(&all(&page, ".first pre")[0]), audit().findings[0].replacement.clone().unwrap());
    assert_eq!(all(&page, ".first a[href='#f1']").len(), 1);
}

/// Where no archive was asked, what is gone is to be looked for before anything else is put right.
#[test]
fn what_is_gone_comes_first_though_no_archive_was_asked() {
    let mut audit = audit();
    let dead = audit.findings.iter_mut().filter(|finding| finding.check.value.verdict == Verdict::Dead);
    for finding in dead {
        (finding.lookup, finding.archive) = (None, ArchiveStatus::NotAsked);
        (finding.advice, finding.replacement) = (Advice::VerifyByHand, None);
    }
    let page = page(&audit);
    let verdicts: Vec<Option<&str>> =
        all(&page, ".first li").iter().map(|item| item.attr("data-v")).collect();
    assert_eq!(verdicts[..2], [Some("dead"); 2]);
    assert!(text(&all(&page, ".first li")[0]).contains("The source is gone, and no archive was asked"));
}
