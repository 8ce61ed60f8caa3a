//! Save Page Now against its double: every answer of the reference, and what is made of it.

mod hostile;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use url::Url;

use super::codes::{self, Class};
use super::double::{Double, Memory, Paused, Reply, ok, pending, refusal, service};
use super::{Campaign, SavePageNow};
use crate::archive::Robots;
use crate::model::{Receipt, SaveStatus};
use crate::web::Failure;

const PAGE: &str = "https://gazette.example/news/1?a=b&c=d";

/// A service, its double and the memory between runs.
struct Desk {
    double: Arc<Double>,
    clock: Arc<Paused>,
    memory: Memory,
    login: bool,
    most: usize,
}

impl Desk {
    fn new() -> Self {
        Self {
            double: Arc::default(),
            clock: Paused::new(),
            memory: Memory::default(),
            login: true,
            most: 1000,
        }
    }

    async fn run(&self, robots: Option<&Robots>, urls: &[&str]) -> Vec<Receipt> {
        let service: SavePageNow = service(&self.double, self.login, &self.clock);
        let receipts = Mutex::new(Vec::new());
        let told = |receipt: &Receipt| receipts.lock().expect("no panic").push(receipt.clone());
        let campaign =
            Campaign { service: &service, robots, jobs: &self.memory, most: self.most, told: &told };
        campaign.save(urls.iter().map(|url| Url::parse(url).expect("an address")).collect()).await;
        let receipts = receipts.into_inner().expect("no panic");
        assert_eq!(receipts.len(), urls.len(), "each source has one receipt");
        receipts
    }

    async fn save(&self, urls: &[&str]) -> Vec<Receipt> {
        self.run(None, urls).await
    }

    async fn one(&self) -> Receipt {
        self.save(&[PAGE]).await.remove(0)
    }

    fn submits(&self) -> usize {
        self.double.submits().len()
    }
}

fn pages(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("https://gazette.example/{n}")).collect()
}

async fn save_many(desk: &Desk, count: usize) -> Vec<Receipt> {
    let pages = pages(count);
    desk.save(&pages.iter().map(String::as_str).collect::<Vec<_>>()).await
}

fn count(receipts: &[Receipt], status: SaveStatus) -> usize {
    receipts.iter().filter(|receipt| receipt.status == status).count()
}

#[tokio::test(start_paused = true)]
async fn a_job_is_taken_waits_and_ends_in_a_capture() {
    let desk = Desk::new();
    desk.double.says_of_jobs(pending());
    desk.double.says_of_jobs(pending());
    let receipt = desk.one().await;
    assert_eq!((receipt.status, receipt.job.as_deref()), (SaveStatus::Saved, Some("spn2-1")));
    let snapshot = receipt.snapshot.expect("a capture");
    let place = "https://web.archive.org/web/20260101000203/https://gazette.example/news/1?a=b&c=d";
    assert_eq!(snapshot.url.as_str(), place);
    assert_eq!(snapshot.time.to_string(), "2026-01-01T00:02:03Z");
    assert_eq!(desk.memory.history(PAGE), ["asked", "pending", "saved"]);

    let (ask, _) = desk.double.submits().remove(0);
    assert_eq!(ask.headers["authorization"], "LOW k4NaRy0:k4NaRy0secret");
    assert_eq!(ask.headers["accept"], "application/json");
    assert!(!format!("{ask:?}").contains("k4NaRy0"), "keys are not shown");
    let form = "url=https%3A%2F%2Fgazette.example%2Fnews%2F1%3Fa%3Db%26c%3Dd&if_not_archived_within=86400&skip_first_archive=1";
    assert_eq!(ask.body.as_deref(), Some(form));
    assert_eq!(
        desk.double.gets(),
        ["/save/status/user", "/save/status/spn2-1", "/save/status/spn2-1", "/save/status/spn2-1"]
    );
}

#[tokio::test(start_paused = true)]
async fn every_refusal_means_what_the_table_says_when_asked_and_when_ended() {
    for (word, class) in codes::all() {
        let expected = match class {
            Class::Passing => (SaveStatus::TryAgain, 3),
            Class::Tomorrow => (SaveStatus::Tomorrow, 1),
            Class::Pause => (SaveStatus::Paused, 1),
            Class::Lasting => (SaveStatus::Refused, 1),
        };
        for at_once in [true, false] {
            let desk = Desk::new();
            for _ in 0..3 {
                if at_once {
                    desk.double.says(refusal(word));
                } else {
                    desk.double.says_of_jobs(refusal(word));
                }
            }
            let receipt = desk.one().await;
            assert_eq!((receipt.status, desk.submits()), expected, "{word}, at once: {at_once}");
            assert_eq!(receipt.message, Some(format!("{word}: A sentence.")));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_passing_trouble_passes() {
    let desk = Desk::new();
    desk.double.says(refusal("no-browsers-available"));
    desk.double.says_of_jobs(refusal("browsing-timeout"));
    assert_eq!(desk.one().await.status, SaveStatus::Saved);
    let times = desk.double.submits();
    assert_eq!(times.len(), 3);
    assert!(
        times[1].1 - times[0].1 >= Duration::from_secs(10)
            && times[2].1 - times[1].1 >= Duration::from_secs(20)
    );
}

#[tokio::test(start_paused = true)]
async fn asked_twice_within_the_hour_is_the_same_job() {
    let desk = Desk::new();
    desk.double.says(Err(Failure::Timeout(Duration::from_mins(1))));
    assert_eq!(desk.one().await.job.as_deref(), Some("spn2-1"), "the endpoint asks again");
    desk.memory.written.lock().expect("no panic").clear();
    let receipt = desk.one().await;
    assert_eq!((receipt.status, receipt.job.as_deref()), (SaveStatus::Saved, Some("spn2-1")));
}

#[tokio::test(start_paused = true)]
async fn no_job_and_a_message_is_already_archived() {
    for reply in [
        json!({"url": PAGE, "job_id": null, "message": "The same snapshot had been made 2 hours ago."}),
        json!({"message": "The same snapshot had been made 2 hours ago."}),
    ] {
        let desk = Desk::new();
        desk.double.says(ok(&reply));
        let receipt = desk.one().await;
        assert_eq!(receipt.status, SaveStatus::AlreadyArchived);
        assert_eq!(receipt.message.as_deref(), Some("The same snapshot had been made 2 hours ago."));
        assert_eq!(desk.one().await.status, SaveStatus::AlreadyArchived);
        assert_eq!(desk.submits(), 1, "not asked again");
    }
}

#[tokio::test(start_paused = true)]
async fn a_saved_source_is_not_saved_again_though_no_index_lists_it() {
    let desk = Desk::new();
    let first = desk.one().await;
    let second = desk.one().await;
    assert_eq!((second.status, second.snapshot), (SaveStatus::AlreadyArchived, first.snapshot));
    assert_eq!(desk.submits(), 1);
}

#[tokio::test(start_paused = true)]
async fn enough_for_today_is_asked_again_tomorrow() {
    let desk = Desk::new();
    desk.double.says(refusal("too-many-daily-captures"));
    assert_eq!(desk.one().await.status, SaveStatus::Tomorrow);
    assert_eq!(desk.one().await.status, SaveStatus::Tomorrow);
    assert_eq!(desk.submits(), 1);
    tokio::time::advance(Duration::from_hours(25)).await;
    assert_eq!(desk.one().await.status, SaveStatus::Saved);
}

#[tokio::test(start_paused = true)]
async fn what_will_never_be_captured_is_not_asked_again() {
    let desk = Desk::new();
    desk.double.says(refusal("blocked-url"));
    assert_eq!(desk.one().await.status, SaveStatus::Refused);
    tokio::time::advance(Duration::from_hours(25)).await;
    assert_eq!(desk.one().await.status, SaveStatus::Refused);
    assert_eq!(desk.submits(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_limit_of_the_account_pauses_the_run() {
    let desk = Desk::new();
    desk.double.says_of_the_account(ok(&json!({"available": 1, "processing": 2})));
    desk.double.says(ok(&json!({"url": PAGE, "job_id": null, "message": "made just now"})));
    desk.double.says(refusal("user-session-limit"));
    let receipts = save_many(&desk, 5).await;
    assert_eq!((count(&receipts, SaveStatus::AlreadyArchived), count(&receipts, SaveStatus::Paused)), (1, 4));
    assert_eq!(receipts[4].message.as_deref(), Some("user-session-limit: A sentence."));
    assert_eq!(desk.submits(), 2);
    assert_eq!(count(&save_many(&desk, 5).await, SaveStatus::Saved), 4, "the next run goes on");
}

#[tokio::test(start_paused = true)]
async fn the_account_says_how_many_at_once_and_how_many_today() {
    let desk = Desk::new();
    desk.double
        .says_of_the_account(ok(&json!({"available": 2, "daily_captures": 28, "daily_captures_limit": 30})));
    let receipts = save_many(&desk, 5).await;
    assert_eq!((count(&receipts, SaveStatus::Saved), count(&receipts, SaveStatus::NotAsked)), (2, 3));

    let desk = Desk::new();
    desk.double
        .says_of_the_account(ok(&json!({"available": 2, "daily_captures": 30, "daily_captures_limit": 30})));
    let receipts = save_many(&desk, 2).await;
    assert_eq!(count(&receipts, SaveStatus::Paused), 2);
    let why = "the account has made all the captures it may today";
    assert_eq!(receipts[0].message.as_deref(), Some(why));
    assert_eq!(desk.submits(), 0);

    let desk = Desk::new();
    desk.double.says_of_the_account(ok(&json!({"available": 0, "processing": 3})));
    let receipts = save_many(&desk, 2).await;
    let why = "the account has no place for another job now";
    assert_eq!((receipts[0].status, receipts[0].message.as_deref()), (SaveStatus::Paused, Some(why)));
    assert_eq!(desk.double.gets().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_login_is_said_once_and_nothing_is_asked() {
    let wrong =
        || Ok((401, json!({"message": "You need to be logged in to use Save Page Now."}).to_string()));
    let desk = Desk::new();
    desk.double.says_of_the_account(wrong());
    let receipts = save_many(&desk, 3).await;
    let why = "the archive does not accept the login: You need to be logged in to use Save Page Now.";
    assert_eq!(count(&receipts, SaveStatus::Paused), 3);
    assert_eq!(receipts[2].message.as_deref(), Some(why));
    assert_eq!(desk.submits(), 0);

    let desk = Desk::new();
    desk.double.says_of_the_account(Err(Failure::Offline(crate::web::Outage::Network)));
    desk.double.says(wrong());
    let receipts = save_many(&desk, 3).await;
    assert_eq!((count(&receipts, SaveStatus::Paused), desk.submits()), (3, 1));
}

#[tokio::test(start_paused = true)]
async fn what_is_no_answer_leaves_the_outcome_open() {
    let replies: [fn() -> Reply; 4] = [
        || Ok((200, "<!doctype html><title>Sorry</title>".to_owned())),
        || Ok((200, "{}".to_owned())),
        || Ok((502, String::new())),
        || Err(Failure::ConnectionReset("broken".to_owned())),
    ];
    for reply in replies {
        let desk = Desk::new();
        desk.double.says(reply());
        desk.double.says(reply());
        let receipt = desk.one().await;
        assert_eq!(receipt.status, SaveStatus::Asked, "{receipt:?}");
        assert_eq!(desk.one().await.status, SaveStatus::Saved, "the next run asks again");
    }
}

#[tokio::test(start_paused = true)]
async fn a_429_is_waited_out() {
    let desk = Desk::new();
    desk.double.says(Ok((429, String::new())));
    assert_eq!(desk.one().await.status, SaveStatus::Saved);
    let times = desk.double.submits();
    assert!(times[1].1 - times[0].1 >= Duration::from_mins(1));
}

#[tokio::test(start_paused = true)]
async fn a_job_that_does_not_end_is_asked_after_by_the_next_run() {
    let desk = Desk::new();
    for _ in 0..60 {
        desk.double.says_of_jobs(pending());
    }
    let receipt = desk.one().await;
    assert_eq!((receipt.status, receipt.job.as_deref()), (SaveStatus::Pending, Some("spn2-1")));
    let asked = desk.double.gets().len();
    assert!((20..30).contains(&asked), "{asked} questions in five minutes");
    assert_eq!(desk.one().await.status, SaveStatus::Pending);
    assert_eq!(desk.one().await.status, SaveStatus::Saved);
    assert_eq!(desk.submits(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_forgotten_job_is_unknown_for_a_day_and_never_failed() {
    let desk = Desk::new();
    desk.double.says_of_jobs(ok(&json!({"status": "error", "status_ext": "error:job-not-found"})));
    assert_eq!(desk.one().await.status, SaveStatus::Unknown);
    assert_eq!(desk.one().await.status, SaveStatus::Unknown);
    assert_eq!(desk.submits(), 1);
    tokio::time::advance(Duration::from_hours(25)).await;
    assert_eq!(desk.one().await.status, SaveStatus::Saved);
    assert_eq!(desk.submits(), 2);
}

#[tokio::test(start_paused = true)]
async fn without_a_store_nothing_is_asked() {
    let mut desk = Desk::new();
    desk.memory.is_full = true;
    assert_eq!(desk.one().await.status, SaveStatus::NotAsked);
    assert_eq!(desk.submits(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_cap_counts_new_jobs_alone() {
    let mut desk = Desk::new();
    desk.most = 2;
    assert_eq!(count(&save_many(&desk, 5).await, SaveStatus::Saved), 2);
    let receipts = save_many(&desk, 5).await;
    assert_eq!(count(&receipts, SaveStatus::AlreadyArchived), 2);
    assert_eq!(count(&receipts, SaveStatus::Saved), 2);
    assert_eq!(count(&receipts, SaveStatus::NotAsked), 1);
}

#[tokio::test(start_paused = true)]
async fn robots_are_asked_before_the_archive_is() {
    struct Closed;
    impl crate::web::Fetch for Closed {
        fn fetch(&self, ask: crate::web::Ask) -> futures::future::BoxFuture<'_, crate::web::Observation> {
            let (body, url) = (b"User-agent: *\nDisallow: /".to_vec(), ask.url.clone());
            let headers = reqwest::header::HeaderMap::new();
            let outcome = Ok(crate::web::Answer { url, status: 200, headers, body, truncated: false });
            let seen = crate::web::Observation::once(ask.url, outcome);
            Box::pin(async { seen })
        }
    }
    let desk = Desk::new();
    let robots = Robots::new(Arc::new(Closed));
    let receipts = desk.run(Some(&robots), &[PAGE]).await;
    assert_eq!(receipts[0].status, SaveStatus::Disallowed);
    assert_eq!(receipts[0].message.as_deref(), Some("the site's robots.txt does not allow it"));
    assert_eq!(desk.submits(), 0);
}

#[tokio::test(start_paused = true)]
async fn without_a_login_a_capture_is_asked_for_and_believed_if_named() {
    let mut desk = Desk::new();
    desk.login = false;
    let receipt = desk.one().await;
    assert_eq!(receipt.status, SaveStatus::Saved);
    let place = "https://web.archive.org/web/20260101000000/https://gazette.example/news/1?a=b&c=d";
    assert_eq!(receipt.snapshot.map(|it| it.url.to_string()).as_deref(), Some(place));
    assert!(desk.double.submits()[0].0.headers.get("authorization").is_none());

    desk.memory.written.lock().expect("no panic").clear();
    desk.double.says(Ok((200, "<title>Save Page Now</title>".to_owned())));
    assert_eq!(desk.one().await.status, SaveStatus::Unknown);
}

#[tokio::test(start_paused = true)]
async fn no_minute_sees_more_than_seven_jobs() {
    let desk = Desk::new();
    assert_eq!(count(&save_many(&desk, 30).await, SaveStatus::Saved), 30);
    let times: Vec<_> = desk.double.submits().into_iter().map(|(_, at)| at).collect();
    assert!(times.windows(8).all(|window| window[7] - window[0] >= Duration::from_mins(1)), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn what_a_job_is_called_is_the_archives_business() {
    let desk = Desk::new();
    desk.double.says(ok(&json!({"url": PAGE, "job_id": "a/../b?c#d%2F"})));
    desk.double.says_of_jobs(ok(&json!({"status": "success", "timestamp": 20_260_101_000_203_u64})));
    assert_eq!(desk.one().await.status, SaveStatus::Saved);
    assert_eq!(desk.double.gets()[1], "/save/status/a%2F..%2Fb%3Fc%23d%252F");
}

#[tokio::test(start_paused = true)]
async fn a_success_that_is_none_is_not_called_one() {
    let desk = Desk::new();
    desk.double
        .says_of_jobs(ok(&json!({"status": "success", "timestamp": "20260101000203", "http_status": 404})));
    let receipt = desk.one().await;
    assert_eq!(receipt.status, SaveStatus::Refused);
    assert_eq!(receipt.message.as_deref(), Some("the archive captured an error page (HTTP 404)"));

    let desk = Desk::new();
    desk.double.says_of_jobs(ok(&json!({"status": "success", "timestamp": "soon"})));
    assert_eq!(desk.one().await.status, SaveStatus::Unknown);
}
