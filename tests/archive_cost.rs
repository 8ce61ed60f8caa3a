//! What an audit costs the archive: a few bulk requests and one question for each miss, and on the
//! same day nothing at all.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "save/place.rs"]
#[expect(dead_code, reason = "nothing is saved here")]
mod place;

use std::sync::Arc;

use ibid::audit::{Input, run};
use ibid::demo::{Archive, Capture, Reply, Request, Server};
use ibid::model::{ArchiveStatus, Audit, Verdict};
use ibid::store::Store;

use place::{options, report, stages};

const CITATIONS: usize = 100;
const HOSTS: [&str; 5] = ["one.example", "two.example", "three.example", "four.example", "five.example"];

fn url(number: usize) -> String {
    format!("http://{}/articles/{number}", HOSTS[number % HOSTS.len()])
}

/// Every tenth article was never captured.
fn is_captured(number: usize) -> bool {
    !number.is_multiple_of(10)
}

/// Every third is gone.
fn is_gone(number: usize) -> bool {
    number.is_multiple_of(3)
}

fn article(number: usize) -> String {
    format!(
        "<title>Article {number}</title><h1>Article {number}</h1><p>What article {number} says of the dam.</p>"
    )
}

fn archive() -> Archive {
    let captures = (1..=CITATIONS).filter(|number| is_captured(*number)).flat_map(|number| {
        ["20130510000000", "20160402000000"].map(|timestamp| Capture {
            url: url(number),
            timestamp: timestamp.to_owned(),
            status: 200,
            body: article(number),
        })
    });
    Archive { captures: captures.collect(), ..Archive::default() }
}

fn page(request: &Request) -> Reply {
    match request.target.strip_prefix("/articles/").and_then(|number| number.parse().ok()) {
        Some(number) if !is_gone(number) => Reply::html(200, article(number)),
        _ => Reply::html(404, "<title>Not Found</title>"),
    }
}

async fn audit(web: &Server, store: &Arc<Store>) -> Audit {
    let urls: Vec<String> = (1..=CITATIONS).map(url).collect();
    let input = Input::bytes("report.md", report(urls.iter().map(String::as_str)));
    run(vec![input], stages(web.address(), &HOSTS, store.clone()), options()).await
}

/// Requests to the archive so far: bulk, index, captures.
fn cost(web: &Server) -> [usize; 3] {
    let requests = web.requests();
    ["/wayback/available", "/cdx/", "/web/"].map(|path| {
        requests.iter().filter(|it| it.host == "archive.example" && it.target.starts_with(path)).count()
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_citations_cost_three_bulk_requests_and_one_for_each_miss() {
    let archive = archive();
    let answer = move |request: &Request| {
        if request.host == "archive.example" { archive.answer(request) } else { page(request) }
    };
    let web = Server::http(answer).await.unwrap();
    let store = Arc::new(Store::in_memory().unwrap().for_archive("archive.example"));
    let first = audit(&web, &store).await;
    assert_eq!(first.findings.len(), CITATIONS);
    let misses = (1..=CITATIONS).filter(|number| !is_captured(*number)).count();
    let opened = (1..=CITATIONS).filter(|number| is_captured(*number) && is_gone(*number)).count();
    let [bulk, index, captures] = cost(&web);
    assert_eq!((bulk, index), (3, misses));
    assert_eq!(captures, 2 * opened, "the capture chosen, and the last one");

    let lost = |audit: &Audit| {
        let lost = audit.findings.iter().filter(|finding| {
            finding.check.value.verdict == Verdict::Dead && finding.archive == ArchiveStatus::Archived
        });
        let seen = |finding: &ibid::model::Finding| {
            let evidence = finding.check.value.evidence.iter().find(|it| it.signal == "last-capture");
            evidence.is_some_and(|it| it.detail == "the archive last saw it alive in April 2016")
        };
        lost.filter(|finding| seen(finding)).count()
    };
    assert_eq!(lost(&first), opened);
    let again = audit(&web, &store).await;
    assert_eq!(cost(&web), [bulk, index, captures], "the same day costs nothing");
    assert_eq!(lost(&again), lost(&first));
}
