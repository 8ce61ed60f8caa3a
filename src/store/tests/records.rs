use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::civil::{Date, date};
use serde_json::json;

use super::*;
use crate::model::{Claims, Known, Provenance, Receipt, SaveStatus, Verdict};
use crate::store::{MaxAge, PastCheck};

fn known<T>(value: T, seconds: i64) -> Known<T> {
    Known { value, from: Provenance::Store { age: SignedDuration::from_secs(seconds) } }
}

#[test]
fn a_check_comes_back_as_it_was() {
    let (store, run) = store();
    let link = url("http://a.example/x");
    let full = check(Reason::Http404, 1);
    let bare = Check::without_asking(Reason::Timeout, at(2));
    for written in [&full, &bare] {
        store.record_check(run, &link, &Terms::default(), written).expect("recorded");
        assert_eq!(store.last_check(&link).expect("read").as_ref(), Some(written));
    }
    assert_eq!(store.last_check(&url("http://a.example/y")).expect("read"), None);
}

#[test]
fn history_is_kept_in_the_order_of_time() {
    let (store, run) = store();
    let link = url("http://a.example/");
    for (reason, second) in
        [(Reason::Timeout, 30), (Reason::Ok, 10), (Reason::Offline, 20), (Reason::Http404, 30)]
    {
        store.record_check(run, &link, &Terms::default(), &check(reason, second)).expect("recorded");
    }
    store
        .record_check(run, &url("http://a.example/other"), &Terms::default(), &check(Reason::Ok, 15))
        .expect("recorded");
    let past =
        |reason: Reason, second| PastCheck { checked_at: at(second), verdict: reason.verdict(), reason };
    assert_eq!(
        store.history(&link).expect("read"),
        [
            past(Reason::Ok, 10),
            past(Reason::Offline, 20),
            past(Reason::Timeout, 30),
            past(Reason::Http404, 30)
        ]
    );
    assert_eq!(store.last_check(&link).expect("read").map(|check| check.reason), Some(Reason::Http404));
}

#[test]
fn a_verdict_that_history_made_is_kept_with_its_reason() {
    let (store, run) = store();
    let link = url("http://a.example/");
    let dead = Check { verdict: Verdict::Dead, ..check(Reason::Timeout, 0) };
    store.record_check(run, &link, &Terms::default(), &dead).expect("recorded");
    assert_eq!(store.last_check(&link).expect("read"), Some(dead));
}

#[test]
fn a_killed_run_repeated_a_minute_later_asks_nothing_again() {
    let (store, run) = store();
    for reason in [Reason::Ok, Reason::Http404, Reason::Timeout, Reason::RateLimited, Reason::BotChallenge] {
        let link = url(&format!("http://a.example/{reason}"));
        let check = check(reason, 0);
        store.record_check(run, &link, &Terms::default(), &check).expect("recorded");
        let fresh = store.fresh_check(&link, &Terms::default(), at(60), &MaxAge::default()).expect("read");
        assert_eq!(fresh, Some(known(check, 60)));
        assert_eq!(store.fresh_check(&link, &Terms::default(), at(60), &MaxAge::NEVER).expect("read"), None);
    }
}

#[test]
fn a_check_that_told_nothing_hides_none_that_did() {
    let (store, run) = store();
    let link = url("http://a.example/");
    store.record_check(run, &link, &Terms::default(), &check(Reason::Offline, 0)).expect("recorded");
    assert_eq!(store.fresh_check(&link, &Terms::default(), at(60), &MaxAge::EVER).expect("read"), None);

    store.record_check(run, &link, &Terms::default(), &check(Reason::Ok, 1)).expect("recorded");
    store.record_check(run, &link, &Terms::default(), &check(Reason::Offline, 2)).expect("recorded");
    let fresh = store.fresh_check(&link, &Terms::default(), at(61), &MaxAge::default()).expect("read");
    assert_eq!(fresh, Some(known(check(Reason::Ok, 1), 60)));
    assert_eq!(
        store.fresh_check(&link, &Terms::default(), at(8 * 24 * HOUR), &MaxAge::default()).expect("read"),
        None
    );
    assert!(
        store
            .fresh_check(&link, &Terms::default(), at(8 * 24 * HOUR), &MaxAge::EVER)
            .expect("read")
            .is_some()
    );
}

#[test]
fn a_check_answers_only_for_what_it_was_held_against() {
    let (store, run) = store();
    let link = url("http://a.example/");
    let terms = |title: &str, accept: &[u16]| {
        let claims = Claims { titles: vec![title.to_owned()], sources: Vec::new() };
        Terms::new(&claims, &[], &accept.iter().copied().collect())
    };
    let fresh = |terms: &Terms| {
        store.fresh_check(&link, terms, at(60), &MaxAge::EVER).expect("read").map(|known| known.value.reason)
    };
    store
        .record_check(run, &link, &terms("A misprint", &[]), &check(Reason::ContentDrift, 0))
        .expect("recorded");
    assert_eq!(fresh(&terms("A misprint", &[])), Some(Reason::ContentDrift));
    assert_eq!(fresh(&terms("A title", &[])), None);
    store.record_check(run, &link, &terms("A title", &[]), &check(Reason::Ok, 1)).expect("recorded");
    assert_eq!(fresh(&terms("A title", &[])), Some(Reason::Ok));
    assert_eq!(fresh(&terms("A misprint", &[])), Some(Reason::ContentDrift));
    // its status, 404, is alive from now on: what was said before does not hold; other statuses do
    assert_eq!(fresh(&terms("A title", &[404])), None);
    assert_eq!(fresh(&terms("A title", &[403, 500])), Some(Reason::Ok));
    assert_eq!(store.last_check(&link).expect("read").map(|check| check.reason), Some(Reason::Ok));
}

const DAY: Option<Date> = Some(date(2013, 7, 2));

#[test]
fn a_lookup_comes_back_for_the_same_question_only() {
    let (store, run) = store();
    let link = url("http://a.example/");
    let answers = [found("https://archive.example/1/"), Lookup::Absent, Lookup::Excluded];
    for (answer, second) in answers.into_iter().zip(0..) {
        store.record_lookup(run, &link, DAY, &answer, at(second)).expect("recorded");
        assert_eq!(store.last_lookup(&link, DAY).expect("read"), Some((answer, at(second))));
    }
    assert_eq!(store.last_lookup(&link, None).expect("read"), None);
    assert_eq!(store.last_lookup(&link, Some(date(2013, 7, 3))).expect("read"), None);
    assert_eq!(store.last_lookup(&url("http://b.example/"), DAY).expect("read"), None);

    store.record_lookup(run, &link, None, &Lookup::Absent, at(9)).expect("recorded");
    assert_eq!(store.last_lookup(&link, None).expect("read"), Some((Lookup::Absent, at(9))));

    let other = store.for_archive("https://another.example/");
    assert_eq!(other.last_lookup(&link, DAY).expect("read"), None);
}

#[test]
fn a_failed_lookup_is_never_fresh_and_hides_none_that_is() {
    let (store, run) = store();
    let link = url("http://a.example/");
    let failed = Lookup::Failed("503 for ten minutes".to_owned());
    store.record_lookup(run, &link, DAY, &failed, at(0)).expect("recorded");
    assert_eq!(store.fresh_lookup(&link, DAY, &Terms::default(), at(0), &MaxAge::EVER).expect("read"), None);

    store.record_lookup(run, &link, DAY, &Lookup::Absent, at(1)).expect("recorded");
    store.record_lookup(run, &link, DAY, &failed, at(2)).expect("recorded");
    assert_eq!(store.last_lookup(&link, DAY).expect("read"), Some((failed, at(2))));
    let fresh = |second| {
        store.fresh_lookup(&link, DAY, &Terms::default(), at(second), &MaxAge::default()).expect("read")
    };
    assert_eq!(fresh(61), Some(known(Lookup::Absent, 60)));
    assert_eq!(fresh(1 + 25 * HOUR), None);
}

#[test]
fn what_opening_captures_told_answers_only_for_what_they_were_held_against() {
    let (store, run) = store();
    let link = url("http://a.example/");
    let terms = |title: &str| {
        Terms::new(&Claims { titles: vec![title.to_owned()], sources: Vec::new() }, &[], &BTreeSet::new())
    };
    let fresh = |title: &str| {
        let known = store.fresh_lookup(&link, DAY, &terms(title), at(60), &MaxAge::EVER).expect("read");
        known.map(|known| known.value)
    };
    let plain = found("https://archive.example/1/");
    store.record_lookup(run, &link, DAY, &plain, at(0)).expect("recorded");
    store.record_opened(run, &link, DAY, &terms("A misprint"), &Lookup::Absent, at(1)).expect("recorded");
    assert_eq!(fresh("A misprint"), Some(Lookup::Absent));
    assert_eq!(fresh("A title"), Some(plain));
    let newer = found("https://archive.example/2/");
    store.record_lookup(run, &link, DAY, &newer, at(2)).expect("recorded");
    assert_eq!(fresh("A misprint"), Some(newer));
}

#[test]
fn a_probe_is_replaced_by_a_newer_one() {
    let (store, _) = store();
    assert_eq!(store.probe("a.example").expect("read"), None);
    for (result, second) in [(json!({"status": 404}), 0), (json!({"status": 200, "tokens": [1, null]}), 5)] {
        store.remember_probe("a.example", &result, at(second)).expect("remembered");
        assert_eq!(store.probe("a.example").expect("read"), Some((result, at(second))));
    }
    assert_eq!(store.probe("b.example").expect("read"), None);
}

#[test]
fn a_run_has_a_beginning_and_an_end() {
    let (store, first) = store();
    let second = store.begin_run("0.0.1", at(5)).expect("a run");
    assert_ne!(first, second);
    store.finish_run(second, at(9)).expect("finished");
    let runs: Vec<(String, i64, Option<i64>)> = store
        .read(|connection| {
            let mut runs =
                connection.prepare("SELECT version, started_at, finished_at FROM runs ORDER BY id")?;
            runs.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
        })
        .expect("read");
    let microseconds = |second| at(second).as_microsecond();
    assert_eq!(
        runs,
        [
            ("0.0.0".to_owned(), microseconds(0), None),
            ("0.0.1".to_owned(), microseconds(5), Some(microseconds(9)))
        ]
    );
}

#[test]
fn words_of_a_later_version_are_passed_over() {
    let (store, run) = store();
    let link = url("http://a.example/");
    store.record_check(run, &link, &Terms::default(), &check(Reason::Ok, 0)).expect("recorded");
    store.record_check(run, &link, &Terms::default(), &check(Reason::Ok, 1)).expect("recorded");
    store.record_lookup(run, &link, None, &Lookup::Absent, at(0)).expect("recorded");
    store
        .write(|transaction| {
            transaction.execute_batch(
                "UPDATE checks SET reason = 'swallowed-by-a-whale' WHERE id = 2;
                 UPDATE lookups SET answer = '\"lost\"';",
            )
        })
        .expect("written");
    assert_eq!(store.last_check(&link).expect("read"), None);
    assert_eq!(store.history(&link).expect("read").len(), 1);
    assert_eq!(store.last_lookup(&link, None).expect("read"), None);
}

#[test]
fn recalls_use_the_indices() {
    let (store, _) = store();
    for (sql, index) in [
        ("SELECT * FROM checks WHERE link = 1 ORDER BY checked_at DESC, id DESC LIMIT 1", "checks_by_link"),
        (
            "SELECT * FROM lookups WHERE link = 1 AND archive = '' AND reference = '' ORDER BY asked_at DESC, id DESC",
            "lookups_by_question",
        ),
        ("SELECT id FROM links WHERE key = x'00'", "sqlite_autoindex_links_1"),
    ] {
        let plan: Vec<String> = store
            .read(|connection| {
                let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                plan.query_map([], |row| row.get(3))?.collect()
            })
            .expect("a plan");
        assert!(plan.len() == 1 && plan[0].contains(index), "a sort or a scan: {plan:?}");
    }
}

#[test]
fn the_newest_step_of_a_save_is_recalled_by_its_service() {
    let (store, run) = store();
    let page = url("https://user:k4NaRy0@a.example/page?x=1");
    let step = |status, second| Receipt::new(page.clone(), status, at(second));
    let pending = Receipt { job: Some("spn2-1".to_owned()), ..step(SaveStatus::Pending, 2) };
    let Lookup::Found(snapshot) = found("https://archive.example/1/") else { panic!("found") };
    let saved = Receipt { snapshot: Some(snapshot), job: pending.job.clone(), ..step(SaveStatus::Saved, 1) };
    for receipt in [step(SaveStatus::Asked, 0), pending.clone()] {
        store.record_save(run, "one", &receipt).expect("recorded");
    }
    assert_eq!(store.last_save("one", &page).expect("read"), Some(pending));
    store.record_save(run, "one", &saved).expect("recorded");
    assert_eq!(store.last_save("one", &page).expect("read"), Some(saved), "though the clock was set back");
    assert_eq!(store.last_save("two", &page).expect("read"), None);
    assert_eq!(store.last_save("one", &url("https://a.example/page?x=1")).expect("read"), None);
    let texts: Vec<String> = store
        .read(|connection| {
            connection.prepare("SELECT receipt FROM saves")?.query_map([], |row| row.get(0))?.collect()
        })
        .expect("read");
    assert!(texts.iter().all(|text| !text.contains("k4NaRy0")), "{texts:?}");
}
