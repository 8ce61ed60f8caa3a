//! The page, read by an HTML parser that had no part in making it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ibid::model::Audit;
use ibid::report::html;
use scraper::{ElementRef, Html, Selector};

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
fn every_finding_is_an_article_in_the_order_of_the_report() {
    let page = page(&audit());
    let found: Vec<(&str, &str)> = all(&page, ".findings > li > article")
        .iter()
        .map(|article| (article.attr("data-verdict").unwrap(), article.attr("data-advice").unwrap()))
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
    let article = all(&page, "#finding-1")[0];
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
    let life = all(&page, "#finding-1 figcaption").iter().map(text).collect::<Vec<_>>();
    assert_eq!(
        life,
        ["published June 2013 · read 2 July 2013 · captured 3 July 2013 · checked 2 March 2026 (dead)"]
    );
}

#[test]
fn the_page_is_complete_without_its_script() {
    let page = page(&audit());
    assert_eq!(all(&page, "article[hidden], li[hidden]").len(), 0);
    assert_eq!(all(&page, "#filters[hidden]").len(), 1, "the filters would do nothing");
    assert_eq!(all(&page, ".copy:not([hidden])").len(), 0, "nor would the buttons");
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
            target == "#findings" || target.starts_with("http://") || target.starts_with("https://"),
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
    assert_eq!(text(&all(&page, "main > p")[0]), "There is no citation of a web source.");
    assert_eq!(all(&page, "#filters, article").len(), 0);
}
