use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};

use super::TrendPage;
use crate::model::{Advice, ArchiveStatus, Kind, PastFinding, Reason, Verdict};
use crate::report::history::HistoryWriter as _;

/// A finding of a run that began on a day of 2026.
fn finding(
    run: i64,
    day: &str,
    document: &str,
    url: &str,
    reason: Reason,
    archive: ArchiveStatus,
) -> PastFinding {
    let time = |hour: &str| format!("2026-{day}T{hour}:00:00Z").parse().expect("a time");
    PastFinding {
        run,
        run_at: time("09"),
        version: "0.1.0".to_owned(),
        document: document.to_owned(),
        note: Some("7".to_owned()),
        kind: Kind::Footnote,
        page: None,
        line: None,
        url: url.to_owned(),
        title: Some(format!("On {url}")),
        source: None,
        published: None,
        accessed: None,
        verdict: reason.verdict(),
        reason,
        http_status: None,
        final_url: None,
        checked_at: time("10"),
        archive,
        snapshot_url: None,
        snapshot_time: None,
        snapshot_offset_days: None,
        advice: Advice::Keep,
    }
}

fn page(findings: &[PastFinding]) -> String {
    let mut out = Vec::new();
    let mut page = Box::new(TrendPage::begin(&mut out));
    for finding in findings {
        page.add(finding).expect("added");
    }
    page.finish().expect("finished");
    String::from_utf8(out).expect("text")
}

/// Three runs over two documents; the second leaves one out.
fn history() -> Vec<PastFinding> {
    use ArchiveStatus::{Archived, NotArchived, NotAsked};
    use Reason::{ContentDrift, Http404, Ok, Timeout};
    let of =
        |run, day| move |document, url, reason, archive| finding(run, day, document, url, reason, archive);
    let (first, second, third) = (of(3, "01-05"), of(4, "01-12"), of(9, "01-19"));
    vec![
        first("a.md", "http://www.x.example/1", Ok, Archived),
        first("a.md", "http://x.example/2", Ok, NotArchived),
        first("a.md", "http://y.example/3", Timeout, NotAsked),
        first("a.md", "http://y.example/3", Timeout, NotAsked),
        first("b.md", "http://z.example/1", Http404, Archived),
        second("a.md", "http://www.x.example/1", Http404, Archived),
        second("a.md", "http://x.example/2", Ok, Archived),
        second("a.md", "http://y.example/3", Ok, NotAsked),
        second("a.md", "http://y.example/3", Timeout, NotAsked),
        third("a.md", "http://www.x.example/1", Http404, Archived),
        third("a.md", "http://x.example/2", ContentDrift, Archived),
        third("a.md", "http://y.example/3", Http404, NotArchived),
        third("a.md", "http://y.example/4", Ok, Archived),
        third("b.md", "http://z.example/1", Ok, Archived),
    ]
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(element: &ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).iter().map(text).collect()
}

/// The tables of the page by caption, a line a row.
fn tables(page: &Html) -> BTreeMap<String, Vec<String>> {
    let cells = Selector::parse("th, td").expect("a selector");
    let rows = Selector::parse("tr").expect("a selector");
    let row = |row: ElementRef| row.select(&cells).map(|cell| text(&cell)).collect::<Vec<_>>().join(" | ");
    let of = |region: &ElementRef| {
        (region.attr("aria-label").unwrap_or_default().to_owned(), region.select(&rows).map(row).collect())
    };
    all(page, ".figures").iter().map(of).collect()
}

#[test]
fn every_run_is_a_row_of_exact_numbers() {
    let page = Html::parse_document(&page(&history()));
    let tables = tables(&page);
    assert_eq!(
        tables["Citations by verdict, the newest run first"],
        [
            "Run | Citations | Documents | dead | changed | unsure | alive",
            "19 January 2026 run 9 | 5 | 2 | 2 40% | 1 20% | 0 | 2 40%",
            "12 January 2026 run 4 | 4 | 1 | 1 25% | 0 | 1 25% | 2 50%",
            "5 January 2026 run 3 | 5 | 2 | 1 20% | 0 | 2 40% | 2 40%",
        ]
    );
    assert_eq!(
        tables["Citations by archive, the newest run first"],
        [
            "Run | Citations | archived | no good capture | not known",
            "19 January 2026 run 9 | 5 | 4 80% | 1 20% | 0",
            "12 January 2026 run 4 | 4 | 2 50% | 0 | 2 50%",
            "5 January 2026 run 3 | 5 | 2 40% | 1 20% | 2 40%",
        ]
    );
    assert_eq!(
        texts(&page, ".lead"),
        [
            "3 runs from 5 January 2026 to 19 January 2026. As last known, of 5 citations in 2 documents, 2 are \
          still in the same place, 1 no longer shows the cited source and 2 are gone."
        ]
    );
    assert_eq!(
        texts(&page, ".counts li"),
        ["2 ✓ alive40% of all", "1 ≠ changed20% of all", "2 ✕ dead40% of all"]
    );
}

#[test]
fn what_changed_is_counted_against_the_run_that_read_the_document_before() {
    let page = Html::parse_document(&page(&history()));
    assert_eq!(
        tables(&page)["What changed, the newest first"],
        [
            "Run | Newly dead | Recovered | Newly archived | Drifted | New | No longer cited",
            "19 January 2026 | 1 | 1 | 0 | 1 | 1 | 1",
            "12 January 2026 | 1 | 1 | 1 | 0 | 0 | 0",
            "5 January 2026 | 0 | 0 | 0 | 0 | 0 | 0",
        ]
    );
    assert_eq!(texts(&page, "#changes ~ h3"), ["The newest changes: run 9, 19 January 2026"]);
    assert_eq!(
        texts(&page, ".events li"),
        [
            "Newly dead: On http://y.example/3, http://y.example/3 (a.md, Footnote 7), was alive",
            "Recovered: On http://z.example/1, http://z.example/1 (b.md, Footnote 7), was dead",
            "Drifted: On http://x.example/2, http://x.example/2 (a.md, Footnote 7), was alive",
            "New: On http://y.example/4, http://y.example/4 (a.md, Footnote 7)",
            "No longer cited: http://y.example/3 (a.md), was unsure",
        ]
    );
}

#[test]
fn a_host_is_dead_since_the_run_that_found_it_so() {
    let page = Html::parse_document(&page(&history()));
    assert_eq!(
        tables(&page)["Hosts with dead citations"],
        [
            "Host | Citations | Dead | Dead since",
            "x.example | 2 | 1 50% | 12 January 2026",
            "y.example | 2 | 1 50% | 19 January 2026",
        ]
    );
}

#[test]
fn each_document_has_its_own_chart_with_gaps_where_it_was_not_read() {
    let page = Html::parse_document(&page(&history()));
    let tables = tables(&page);
    assert_eq!(
        tables["The documents, those with most dead citations first"],
        [
            "Document | First run | Last run | Citations | Dead at first | Dead | Unsure | Archived",
            "a.md | 5 January 2026 | 19 January 2026 | 4 | 0 | 2 50% | 0 | 3 75%",
            "b.md | 5 January 2026 | 19 January 2026 | 1 | 1 100% | 0 | 0 | 1 100%",
        ]
    );
    assert_eq!(
        tables["b.md, the newest first"],
        [
            "Run | Citations | dead | alive | archived",
            "19 January 2026 | 1 | 0 | 1 100% | 1 100%",
            "5 January 2026 | 1 | 1 100% | 0 | 1 100%",
        ]
    );
    let labels: Vec<&str> =
        all(&page, ".small .plot").iter().filter_map(|plot| plot.attr("aria-label")).collect();
    assert_eq!(
        labels,
        [
            "Share of each verdict over time in a.md: 0% dead at first, 50% now.",
            "Share of each verdict over time in b.md: 100% dead at first, 0% now.",
        ]
    );
}

#[test]
fn bars_are_as_high_as_their_shares() {
    let page = Html::parse_document(&page(&history()));
    let plot = all(&page, "#runs ~ figure .plot")[0];
    assert_eq!(
        plot.attr("aria-label"),
        Some(
            "Share of each verdict from run to run: 20% at first and 40% at last dead, 40% at first and 0% at last unsure."
        )
    );
    let rect = Selector::parse("g[fill='url(#p-dead)'] rect").expect("a selector");
    let told = |name: &'static str| move |rect: ElementRef| rect.attr(name).map(str::to_owned);
    let heights: Vec<_> = plot.select(&rect).filter_map(told("height")).collect();
    assert_eq!(heights, ["20.00%", "25.00%", "40.00%"]);
    let tops: Vec<_> = plot.select(&rect).filter_map(told("y")).collect();
    assert_eq!(tops, ["80.00%", "75.00%", "60.00%"]);
    // Lost upward, found downward: at most two lost and one found in a run, so the ground is at two thirds.
    let plot = all(&page, "#changes ~ figure .plot")[0];
    let rects = |key: &str| -> Vec<String> {
        let rect = Selector::parse(&format!("g[fill='url(#p-{key})'] rect")).expect("a selector");
        plot.select(&rect)
            .map(|rect| format!("{} {}", rect.attr("y").unwrap(), rect.attr("height").unwrap()))
            .collect()
    };
    assert_eq!(rects("dead"), ["33.33% 33.33%", "33.33% 33.33%"]);
    assert_eq!(rects("changed"), ["0.00% 33.33%"]);
    assert_eq!(rects("alive"), ["66.67% 33.33%", "66.67% 33.33%"]);
}

#[test]
fn no_run_and_one_run_are_told_as_such() {
    let empty = Html::parse_document(&page(&[]));
    assert_eq!(
        texts(&empty, ".lead"),
        ["There is no run to show: every `ibid audit` that comes to its end adds one."]
    );
    assert_eq!(all(&empty, "main section, figure").len(), 0);
    let one = Html::parse_document(&page(&history()[..4]));
    assert_eq!(
        texts(&one, "#changes ~ p"),
        ["There is one run so far: the next one will show what changed."]
    );
    assert_eq!(texts(&one, "#hosts ~ p"), ["No citation is dead."]);
    assert_eq!(all(&one, "#documents").len(), 0, "there is but one");
}

#[test]
fn the_page_asks_nobody_and_runs_nothing() {
    let text = page(&history());
    let page = Html::parse_document(&text);
    assert_eq!(
        all(&page, "[src], link, iframe, object, embed, img, base, script, style ~ style, [style]").len(),
        0
    );
    let policy = all(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").expect("a policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'none'"), "{policy}");
    let names: Vec<_> = all(&page, "pattern").iter().filter_map(|pattern| pattern.attr("id")).collect();
    for filled in all(&page, "[fill]") {
        let name = filled.attr("fill").and_then(|fill| fill.strip_prefix("url(#")?.strip_suffix(')'));
        assert!(names.contains(&name.expect("a pattern")), "{name:?}");
    }
}

#[test]
fn text_that_means_harm_stays_text() {
    let payload = "\"'><script>alert(1)</script></style><img src=x onerror=alert(1)>\u{202e}";
    let mut findings = history();
    for finding in &mut findings {
        finding.document = format!("{payload}{}", finding.document);
        finding.title = Some(payload.to_owned());
        finding.note = Some(payload.to_owned());
    }
    findings[13].url = "javascript:alert(1)".to_owned();
    findings[12].url = format!("http://{payload}.example/");
    let text = page(&findings);
    assert!(!text.contains('\u{202e}'));
    let page = Html::parse_document(&text);
    assert_eq!(all(&page, "script, img, [onerror], a[href^=javascript]").len(), 0);
    assert!(
        texts(&page, ".events cite").iter().all(|title| title.starts_with("\"'><script>alert(1)</script>"))
    );
}

#[test]
fn years_of_runs_over_many_documents_and_hosts_fit_a_megabyte_and_the_caps_are_told() {
    let mut out = Vec::new();
    let mut writer = Box::new(TrendPage::begin(&mut out));
    let long = "<&\"'>".repeat(500);
    let start: jiff::Timestamp = "2016-01-04T09:00:00Z".parse().expect("a time");
    for run in 0..600 {
        for index in 0..150_usize {
            let reason = if (index + run) % 3 == 0 { Reason::Http404 } else { Reason::Ok };
            let url = format!("http://host-{index}.example/{}", if index == 0 { &long } else { "" });
            let mut finding = finding(
                run as i64,
                "01-05",
                &format!("{index}{long}"),
                &url,
                reason,
                ArchiveStatus::Archived,
            );
            finding.run_at = start + jiff::SignedDuration::from_hours(run as i64 * 168);
            finding.title = Some(long.clone());
            writer.add(&finding).expect("added");
        }
    }
    writer.finish().expect("finished");
    assert!(out.len() < 1_000_000, "{} bytes", out.len());
    let page = Html::parse_document(&String::from_utf8(out).expect("text"));
    let cut = texts(&page, ".cut");
    assert_eq!(
        cut,
        [
            "There are 600 runs: shown is, for each quarter, the one that found most citations. The other formats of \
             the export have every run.",
            "80 more are left out here; the other formats of the export have every finding.",
            "Shown are the 25 hosts with most dead citations. 25 more hosts with 25 dead citations are left out \
             here; the other formats of the export have every finding.",
            "Drawn are the 12 documents with most dead citations; the table has 100 of 150 documents.",
        ]
    );
    assert_eq!(all(&page, ".small figure").len(), 12);
    // Every quarter from 2016 to the middle of 2027.
    let tables = tables(&page);
    assert_eq!(tables["Citations by verdict, the newest run first"].len(), 1 + 46);
    assert_eq!(tables["What changed, the newest first"][1], "2nd quarter of 2027 | 650 | 650");
}

#[test]
fn verdicts_are_layers_each_once() {
    use strum::IntoEnumIterator;
    let mut layers = super::layers::VERDICTS.to_vec();
    layers.sort_unstable();
    assert_eq!(layers, Verdict::iter().collect::<Vec<_>>());
}
