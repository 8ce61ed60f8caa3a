//! Which sources of an audit are saved, and what the audit then says of them.

use std::sync::Arc;
use std::time::Duration;

use ibid::audit::{Input, Saving, Stages, run_and_save};
use ibid::demo::{Archive, Capture, Reply, Request, SaveDesk, Server};
use ibid::model::{Advice, ArchiveStatus, Finding, Receipt, SaveStatus};
use ibid::store::Store;
use tokio_util::sync::CancellationToken;

use crate::place::{options, report, saving, stages};

const HOSTS: [&str; 3] = ["press.example", "new-press.example", "shy.example"];

/// Note, address.
const CITED: [&str; 9] = [
    "http://press.example/living",
    "http://press.example/captured",
    "http://press.example/moved",
    "http://press.example/gone",
    "http://press.example/hidden",
    "http://press.example/untold",
    "http://press.example/secret?token=k4NaRy0",
    "http://shy.example/diary",
    "http://press.example/blocked",
];

struct Scene {
    desk: Arc<SaveDesk>,
    web: Server,
    store: Arc<Store>,
}

impl Scene {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The same with an ear at the desk.
    async fn with(heard: impl Fn(&Request) + Send + Sync + 'static) -> Self {
        let desk = Arc::new(SaveDesk::new(1).refusing("http://press.example/blocked", "blocked-url"));
        let (archive, behind) = (archive(), desk.clone());
        let web = Server::http(move |request: &Request| match request.host.as_str() {
            "archive.example" if request.path().starts_with("/save") => {
                heard(request);
                behind.answer(request)
            }
            "archive.example" => archive.answer(request),
            _ => page(request),
        });
        let store = Store::in_memory().unwrap().for_archive("archive.example");
        Self { desk, web: web.await.unwrap(), store: Arc::new(store) }
    }

    async fn run(&self, change: impl FnOnce(Saving) -> Saving) -> (Vec<Finding>, Vec<Receipt>) {
        self.run_until(CancellationToken::new(), change).await
    }

    async fn run_until(
        &self,
        stop: CancellationToken,
        change: impl FnOnce(Saving) -> Saving,
    ) -> (Vec<Finding>, Vec<Receipt>) {
        let stages = Stages { stop, ..stages(self.web.address(), &HOSTS, self.store.clone()) };
        let saving = change(saving(&stages));
        let input = Input::bytes("report.md", report(CITED));
        let (audit, receipts) = run_and_save(vec![input], stages, options(), Some(saving), None).await;
        (audit.findings, receipts)
    }

    /// Requests to the archive other than about saving.
    fn questions(&self) -> usize {
        let requests = self.web.requests();
        requests.iter().filter(|it| it.host == "archive.example" && !it.target.starts_with("/save")).count()
    }
}

fn archive() -> Archive {
    let capture = Capture {
        url: "http://press.example/captured".to_owned(),
        timestamp: "20130601000000".to_owned(),
        status: 200,
        body: "<title>Article 2</title><p>Of dams.".to_owned(),
    };
    Archive {
        captures: vec![capture],
        excluded: vec!["press.example/hidden".to_owned()],
        failing: vec!["press.example/untold".to_owned()],
    }
}

fn page(request: &Request) -> Reply {
    match (request.host.as_str(), request.path()) {
        ("shy.example", "/robots.txt") => {
            Reply::typed(200, "text/plain", "User-agent: *\nDisallow: /diary\n".to_owned())
        }
        ("press.example", "/moved") => Reply::redirect(301, "http://new-press.example/archive/moved"),
        (_, "/robots.txt" | "/gone") => Reply::html(404, "<title>Not Found</title>"),
        (_, path) => {
            let number = CITED.iter().position(|url| url.contains(path)).unwrap_or(2) + 1;
            let body =
                format!("<title>Article {number}</title><h1>Article {number}</h1><p>Of dams and masts.</p>");
            Reply::html(200, body)
        }
    }
}

fn statuses(receipts: &[Receipt]) -> Vec<(&str, SaveStatus)> {
    receipts.iter().map(|receipt| (receipt.url.as_str(), receipt.status)).collect()
}

const SAVED: [(&str, SaveStatus); 5] = [
    ("http://press.example/living", SaveStatus::Saved),
    ("http://new-press.example/archive/moved", SaveStatus::Saved),
    ("http://press.example/secret?token=k4NaRy0", SaveStatus::NotAsked),
    ("http://shy.example/diary", SaveStatus::Disallowed),
    ("http://press.example/blocked", SaveStatus::Refused),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_lives_and_is_not_captured_is_saved() {
    let scene = Scene::new().await;
    let (findings, receipts) = scene.run(|saving| saving).await;
    assert_eq!(statuses(&receipts), SAVED);
    let captured = ["http://press.example/living", "http://new-press.example/archive/moved"];
    let mut seen = scene.desk.captured();
    seen.sort_by_key(|url| captured.iter().position(|wanted| wanted == url));
    assert_eq!(seen, captured);
    assert!(scene.desk.asked_for().iter().all(|url| !url.contains("k4NaRy0")), "no secret leaves");

    let said: Vec<_> = findings.iter().map(|finding| (finding.archive, finding.advice)).collect();
    assert_eq!(
        said,
        [
            (ArchiveStatus::Saved, Advice::Keep),
            (ArchiveStatus::Archived, Advice::Keep),
            (ArchiveStatus::Saved, Advice::UpdateUrl),
            (ArchiveStatus::NotArchived, Advice::ReplaceSource),
            (ArchiveStatus::Excluded, Advice::Keep),
            (ArchiveStatus::LookupFailed, Advice::Keep),
            (ArchiveStatus::NotArchived, Advice::SaveNow),
            (ArchiveStatus::NotArchived, Advice::SaveNow),
            (ArchiveStatus::NotArchived, Advice::SaveNow),
        ]
    );
    assert!(findings[0].snapshot_offset_days.is_some_and(|days| days > 4000));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_run_asks_for_nothing_again() {
    let scene = Scene::new().await;
    scene.run(|saving| saving).await;
    let asked_for = scene.desk.asked_for().len();
    let questions = scene.questions();
    let (findings, receipts) = scene.run(|saving| saving).await;
    assert_eq!(scene.desk.asked_for().len(), asked_for, "not even for what was refused");
    assert_eq!(statuses(&receipts), SAVED[2..]);
    assert_eq!(
        (findings[0].archive, findings[2].archive),
        (ArchiveStatus::Archived, ArchiveStatus::Archived)
    );
    // What could not be told is asked about again; everything else is remembered.
    assert!(scene.questions() - questions <= 3, "{}", scene.questions() - questions);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_asks_the_desk_for_nothing() {
    let scene = Scene::new().await;
    let (findings, receipts) = scene.run(|saving| Saving { dry_run: true, ..saving }).await;
    let planned = receipts.iter().filter(|receipt| receipt.status == SaveStatus::Planned).count();
    assert_eq!((planned, receipts.len()), (4, 5));
    assert_eq!(findings[0].archive, ArchiveStatus::NotArchived);
    assert!(!scene.web.requests().iter().any(|request| request.target.starts_with("/save")));
    assert!(!scene.web.requests().iter().any(|request| request.target == "/robots.txt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_robots_do_not_allow_is_saved_if_they_are_not_asked() {
    let scene = Scene::new().await;
    let (_, receipts) = scene.run(|saving| Saving { robots: None, ..saving }).await;
    assert_eq!(statuses(&receipts)[3], ("http://shy.example/diary", SaveStatus::Saved));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_far_capture_is_not_good_enough_if_so_wished() {
    let scene = Scene::new().await;
    let farther = |days: u64| Some(Duration::from_hours(24 * days));
    // Captured on the first of June, read on the third of May.
    let (_, receipts) = scene.run(|saving| Saving { farther: farther(30), dry_run: true, ..saving }).await;
    assert!(receipts.iter().all(|receipt| receipt.url.path() != "/captured"));
    let (findings, receipts) = scene.run(|saving| Saving { farther: farther(20), ..saving }).await;
    assert_eq!(statuses(&receipts)[1], ("http://press.example/captured", SaveStatus::Saved));
    assert_eq!(findings[1].archive, ArchiveStatus::Archived, "the older capture is still the nearer one");
    assert_eq!(findings[1].snapshot_offset_days, Some(29));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_stopped_says_what_is_open_and_the_next_goes_on() {
    let stop = CancellationToken::new();
    let at_first_job = stop.clone();
    let scene = Scene::with(move |request| {
        if request.target.starts_with("/save/status/spn2") {
            at_first_job.cancel();
        }
    })
    .await;
    let (_, receipts) = scene.run_until(stop, |saving| saving).await;
    assert_eq!(receipts.len(), 5, "each source has its receipt");
    assert!(receipts.iter().any(|receipt| receipt.status == SaveStatus::Pending), "{receipts:#?}");
    assert!(receipts.iter().all(|receipt| receipt.status != SaveStatus::Saved), "{receipts:#?}");
    let (_, receipts) = scene.run(|saving| saving).await;
    assert_eq!(statuses(&receipts), SAVED);
    assert_eq!(scene.desk.captured().len(), 2);
}
