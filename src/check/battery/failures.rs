//! No answer, or none that tells anything.

use super::scene::{Reply, Scene, expect_all, timeout};
use super::texts::{EN, article, notice, page};
use crate::web::{Failure, Outage};

const URL: &str = "http://paper.example/story";

fn cited() -> Scene {
    Scene::of(URL).cited("The Harbour Crane")
}

fn failing(failure: Failure) -> Scene {
    let scene = cited().answers(Reply::failing(failure.clone()));
    scene.at("https://paper.example/story", Reply::failing(failure))
}

#[test]
fn every_failure_has_its_reason() {
    let host = || "paper.example".to_owned();
    for (failure, expected) in [
        (Failure::DnsNotFound(host()), "dead/dns-not-found"),
        (Failure::DnsFailure(host(), "SERVFAIL".to_owned()), "unsure/dns-failure"),
        (Failure::ConnectionRefused(host()), "dead/connection-refused"),
        (Failure::ConnectionReset("reset".to_owned()), "unsure/connection-reset"),
        (timeout(), "unsure/timeout"),
        (Failure::TlsExpired("2020".to_owned()), "unsure/tls-expired"),
        (Failure::TlsInvalid("name".to_owned()), "unsure/tls-invalid"),
        (Failure::RedirectLoop(20), "unsure/redirect-loop"),
        (Failure::BadRedirect("http://".to_owned()), "unsure/redirect-loop"),
        (Failure::NotHttp("mailto:a@b".to_owned()), "unsure/redirect-loop"),
        (Failure::PrivateAddress("10.0.0.1".to_owned()), "skipped/private-address"),
        (Failure::Offline(Outage::Network), "unsure/offline"),
    ] {
        expect_all(expected, vec![(expected, failing(failure))]);
    }
}

#[test]
fn only_a_host_that_refuses_at_both_doors_is_gone() {
    let refused = || Reply::failing(Failure::ConnectionRefused("paper.example".to_owned()));
    expect_all(
        "unsure/connection-refused",
        vec![
            (
                "the other is silent",
                cited().answers(refused()).at("https://paper.example/story", Reply::failing(timeout())),
            ),
            ("there is no other", Scene::of("http://paper.example:8080/story").answers(refused())),
            (
                "behind a redirect",
                cited()
                    .answers(Reply::redirect(302, "http://old.example/x"))
                    .at("http://old.example/x", refused()),
            ),
            (
                "behind a page that sends its readers on",
                cited()
                    .answers(Reply::html(
                        200,
                        "<meta http-equiv=refresh content='0;url=http://old.example/x'><p>Moved.</p>",
                    ))
                    .at("http://old.example/x", refused()),
            ),
        ],
    );
}

#[test]
fn the_other_scheme_is_tried_before_anything_is_said() {
    let other = |url: &str, failure: Failure, to: &str| {
        Scene::of(url)
            .cited("The Harbour Crane")
            .answers(Reply::failing(failure))
            .at(to, Reply::html(200, article("The Harbour Crane", "Paper", EN)))
    };
    let refused = || Failure::ConnectionRefused("paper.example".to_owned());
    expect_all(
        "alive/ok",
        vec![
            ("https refuses", other("https://paper.example/story", refused(), URL)),
            ("http refuses", other(URL, refused(), "https://paper.example/story")),
            ("http times out", other(URL, timeout(), "https://paper.example/story")),
        ],
    );
    let expired = other("https://paper.example/story", Failure::TlsExpired("2020".to_owned()), URL);
    let (check, _) = expired.play();
    assert_eq!(check.reason.to_string(), "tls-expired");
    assert_eq!(check.evidence[1].signal, "other-scheme");
    assert!(check.evidence[1].detail.ends_with("http://paper.example/story answers 200 OK"));
}

#[test]
fn statuses_that_tell_nothing() {
    let with = |status| cited().answers(Reply::html(status, "<h1>Error</h1>"));
    for (status, expected) in [
        (400, "unsure/http-4xx"),
        (405, "unsure/http-4xx"),
        (409, "unsure/http-4xx"),
        (408, "unsure/timeout"),
        (429, "unsure/rate-limited"),
        (500, "unsure/http-5xx"),
        (503, "unsure/http-5xx"),
        (522, "unsure/http-5xx"),
        (304, "unsure/http-4xx"),
    ] {
        expect_all(expected, vec![(expected, with(status))]);
    }
}

#[test]
fn works_on_the_site_and_empty_answers_are_unsure() {
    let says = |title: &str, words: &str| cited().shows(notice(title, title, words));
    expect_all(
        "unsure/http-5xx",
        vec![
            ("en", says("Down for maintenance", "We will be back soon.")),
            ("ru", says("Технические работы", "Сайт временно недоступен.")),
            ("de", says("Wartungsarbeiten", "Wir sind gleich zurück.")),
            ("a fault", says("Internal Server Error", "Please try again.")),
            (
                "a database",
                cited().shows("Warning: mysql_connect(): Too many connections in /var/www/db.php on line 7"),
            ),
            (
                "a page that is away for a while",
                says("Page temporarily unavailable", "This page is temporarily unavailable."),
            ),
            ("ru, away for a while", says("Страница временно недоступна", "Попробуйте позже.")),
            ("ja", says("メンテナンス中", "しばらくお待ちください。")),
        ],
    );
    expect_all(
        "unsure/http-5xx",
        vec![
            ("empty", cited().shows("")),
            ("hollow", cited().shows("<html><head></head><body></body></html>")),
        ],
    );
}

#[test]
fn a_target_that_is_gone_is_gone() {
    let led = |failure: Failure| {
        cited()
            .answers(Reply::redirect(301, "http://old.example/x"))
            .at("http://old.example/x", Reply::failing(failure))
    };
    expect_all("dead/dns-not-found", vec![("dns", led(Failure::DnsNotFound("old.example".to_owned())))]);
    expect_all(
        "skipped/private-address",
        vec![("private", led(Failure::PrivateAddress("127.0.0.1".to_owned())))],
    );
    expect_all(
        "unsure/timeout",
        vec![(
            "by refresh",
            cited()
                .shows(page("", "<meta http-equiv=refresh content='0;url=http://old.example/x'>"))
                .at("http://old.example/x", Reply::failing(timeout())),
        )],
    );
    let circle = cited()
        .shows("<meta http-equiv=refresh content='0;url=/b'>")
        .at("http://paper.example/b", Reply::html(200, "<meta http-equiv=refresh content='0;url=/story'>"));
    expect_all("unsure/redirect-loop", vec![("two signposts that point at each other", circle)]);
}
