//! Redirects, cookies and voices.

#![expect(clippy::unnecessary_wraps, reason = "outcomes are told alike, good and bad")]

use reqwest::Method;
use reqwest::header::{AUTHORIZATION, HeaderValue};

use crate::model::Hop;
use crate::web::fake::{Fake, answer, get, hasty, reset, url};
use crate::web::wire::{Outcome, Request};
use crate::web::{Ask, DEFAULT_USER_AGENT, Failure, Fetch, Settings};

fn redirect(status: u16, location: &str) -> Outcome {
    Ok(answer(status, &[("location", location)]))
}

fn ok() -> Outcome {
    Ok(answer(200, &[]))
}

fn header<'a>(request: &'a Request, name: &str) -> &'a str {
    request.headers.get(name).map_or("", |value| value.to_str().expect("text"))
}

#[tokio::test]
async fn every_hop_is_recorded_with_its_status() {
    let fake = Fake::new(|request, _| match request.url.as_str() {
        "http://a.example/" => redirect(301, "https://a.example/"),
        "https://a.example/" => redirect(302, "//b.example/end"),
        _ => ok(),
    });
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    let hop = |text, status| Hop { url: url(text), status };
    assert_eq!(seen.hops, [hop("http://a.example/", 301), hop("https://a.example/", 302)]);
    assert_eq!(seen.requested, url("http://a.example/"));
    assert_eq!(seen.outcome.expect("an answer").url, url("https://b.example/end"));
    assert_eq!((seen.attempts, seen.as_browser), (1, false));
}

#[tokio::test]
async fn an_ask_that_does_not_follow_gets_the_redirect_itself() {
    let fake = Fake::new(|_, _| redirect(302, "/elsewhere"));
    let seen = fake.web(hasty()).fetch(Ask { follow: false, ..get("http://a.example/") }).await;
    assert_eq!(seen.outcome.expect("an answer").header("location"), Some("/elsewhere"));
    assert_eq!((seen.hops.len(), fake.seen().len()), (0, 1));
}

#[tokio::test]
async fn circles_end_at_once() {
    let fake = Fake::new(|request, _| match request.url.path() {
        "/a" => redirect(302, "/b"),
        _ => redirect(302, "/a"),
    });
    let seen = fake.web(hasty()).fetch(get("http://a.example/a")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::RedirectLoop(2)));
    assert_eq!(fake.seen().len(), 2);
}

#[tokio::test]
async fn redirects_without_end_end_at_the_limit() {
    let fake = Fake::new(|_, _| redirect(302, "x/"));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::RedirectLoop(11)));
    assert_eq!((seen.hops.len(), fake.seen().len()), (11, 11));
}

#[tokio::test]
async fn a_redirect_out_of_the_web_is_told_with_its_hop() {
    let fake = Fake::new(|_, _| redirect(302, "mailto:desk@a.example"));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::NotHttp("mailto:desk@a.example".into())));
    assert_eq!(seen.hops.len(), 1);
}

#[tokio::test]
async fn what_is_no_web_address_is_not_asked() {
    let fake = Fake::new(|_, _| ok());
    let seen = fake.web(hasty()).fetch(get("ftp://a.example/x")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::NotHttp("ftp://a.example/x".into())));
    assert_eq!((seen.attempts, fake.seen().len()), (0, 0));
}

#[tokio::test]
async fn a_fragment_goes_along_with_a_redirect() {
    let fake = Fake::new(|request, _| if request.url.path() == "/" { redirect(301, "/x") } else { ok() });
    let seen = fake.web(hasty()).fetch(get("http://a.example/#part-2")).await;
    assert_eq!(seen.outcome.expect("an answer").url, url("http://a.example/x#part-2"));
}

#[tokio::test]
async fn a_cookie_wall_is_walked_through_and_no_cookie_outlives_the_ask() {
    let fake = Fake::new(|request, _| {
        if header(request, "cookie") == "wall=1" {
            return ok();
        }
        Ok(answer(302, &[("location", "/"), ("set-cookie", "wall=1; Path=/")]))
    });
    let web = fake.web(hasty());
    for _ in 0..2 {
        let seen = web.fetch(get("http://a.example/")).await;
        assert_eq!(seen.outcome.expect("an answer").status, 200);
        assert_eq!(seen.hops.len(), 1);
    }
    assert_eq!(fake.seen().len(), 4);
}

#[tokio::test]
async fn a_wall_that_never_lets_through_is_a_loop() {
    let fake = Fake::new(|_, count| {
        let cookie = format!("wall={count}");
        Ok(answer(302, &[("location", "/"), ("set-cookie", &cookie)]))
    });
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::RedirectLoop(2)));
}

#[tokio::test]
async fn secrets_do_not_follow_to_another_host() {
    let fake = Fake::new(|request, _| match request.url.host_str() {
        Some("a.example") => redirect(302, "http://b.example/"),
        _ => ok(),
    });
    let mut ask = get("http://a.example/");
    ask.headers.insert(AUTHORIZATION, HeaderValue::from_static("LOW key:secret"));
    fake.web(hasty()).fetch(ask).await;
    let sent: Vec<_> = fake.seen().iter().map(|seen| seen.headers.contains_key(AUTHORIZATION)).collect();
    assert_eq!(sent, [true, false]);
}

#[tokio::test]
async fn a_post_is_sent_and_becomes_a_get_after_303() {
    let fake = Fake::new(|request, _| {
        if request.method == Method::POST {
            assert_eq!(request.body.as_deref(), Some("url=x"));
            return redirect(303, "/result");
        }
        assert_eq!(request.body, None);
        ok()
    });
    let ask = Ask { method: Method::POST, body: Some("url=x".into()), ..get("http://a.example/bulk") };
    fake.web(hasty()).fetch(ask).await.outcome.expect("an answer");
    let methods: Vec<_> = fake.seen().into_iter().map(|seen| seen.method).collect();
    assert_eq!(methods, ["POST", "GET"]);
}

fn refuses_machines(request: &Request) -> Outcome {
    if header(request, "user-agent").starts_with("Mozilla/") { ok() } else { Ok(answer(403, &[])) }
}

#[tokio::test]
async fn a_refused_machine_asks_once_more_as_a_browser() {
    let fake = Fake::new(|request, _| refuses_machines(request));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 200);
    assert_eq!((seen.as_browser, seen.attempts, fake.seen().len()), (true, 2, 2));
    let voices = fake.seen();
    assert_eq!(voices[0].headers["user-agent"], DEFAULT_USER_AGENT);
    assert_eq!(voices[1].headers["sec-fetch-mode"], "navigate");
}

#[tokio::test]
async fn a_browser_that_fares_no_better_is_not_mentioned() {
    let fake = Fake::new(|_, _| Ok(answer(403, &[])));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 403);
    assert_eq!((seen.as_browser, seen.attempts), (false, 2));
}

#[tokio::test]
async fn an_ask_may_rule_the_browser_out() {
    let fake = Fake::new(|request, _| refuses_machines(request));
    let seen = fake.web(hasty()).fetch(Ask { browser_retry: false, ..get("http://a.example/") }).await;
    assert_eq!(seen.outcome.expect("an answer").status, 403);
    assert_eq!((seen.as_browser, fake.seen().len()), (false, 1));
}

#[tokio::test(start_paused = true)]
async fn a_broken_connection_is_retried_before_a_browser_is_tried() {
    let fake = Fake::new(|request, _| match refuses_machines(request) {
        Ok(answer) if answer.status == 200 => Ok(answer),
        _ => reset(),
    });
    let seen = fake.web(Settings { max_retries: 1, ..hasty() }).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 200);
    assert_eq!((seen.as_browser, seen.attempts), (true, 3));
}
