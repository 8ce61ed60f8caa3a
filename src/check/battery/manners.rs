//! How much is asked, and of whom.

use super::scene::{Reply, Scene, parse, timeout};
use super::texts::{EN, article, front, notice, page};
use crate::model::{Claims, Link, Reason, Verdict};
use crate::web::Failure;

fn link(url: &str, title: &str) -> Link {
    let claims = Claims { titles: vec![title.to_owned()], sources: Vec::new() };
    Link { url: parse(url), alternatives: Vec::new(), claims }
}

#[test]
fn a_page_that_is_the_cited_work_is_asked_for_once() {
    let scene = Scene::of("http://paper.example/a/story").cited("The Harbour Crane").shows(article(
        "The Harbour Crane",
        "Paper",
        EN,
    ));
    let (_, asked) = scene.play();
    assert_eq!(asked, ["http://paper.example/a/story"]);
}

#[test]
fn links_of_one_host_share_one_probe() {
    let shrug =
        notice("Paper", "Hm.", "Somebody took this away, or it was never ours. The front page has the rest.");
    let links: Vec<Link> =
        (0..5).map(|n| link(&format!("http://paper.example/a/story{n}"), "The Harbour Crane")).collect();
    let (checks, asked) = Scene::of("http://paper.example/").always_shows(&shrug).play_together(&links);
    assert!(checks.iter().all(|check| check.reason == Reason::Soft404));
    assert_eq!(asked.len(), 6, "{asked:?}");
}

#[test]
fn hosts_and_ports_have_a_probe_each() {
    let shrug =
        notice("Paper", "Hm.", "Somebody took this away, or it was never ours. The front page has the rest.");
    let links =
        [link("http://paper.example/a", "The Crane"), link("http://paper.example:8080/a", "The Crane")];
    let (_, asked) = Scene::of("http://paper.example/").always_shows(&shrug).play_together(&links);
    assert_eq!(asked.len(), 4, "{asked:?}");
}

#[test]
fn front_pages_files_and_settled_answers_are_not_probed() {
    let pdf = Reply::typed(200, "application/pdf", b"%PDF-1.5".to_vec());
    let login = Reply::html(200, page("Sign in", "<input type=password>"));
    for (name, scene) in [
        ("home", Scene::of("http://paper.example/").cited("Other").shows(front("Paper", EN))),
        ("file", Scene::of("http://paper.example/a.pdf").cited("Other").answers(pdf)),
        ("login", Scene::of("http://paper.example/a").cited("Other").answers(login)),
        ("404", Scene::of("http://paper.example/a").cited("Other")),
        (
            "not wanted",
            Scene::of("http://paper.example/a").cited("Other").without_probe().shows(article("A", "B", EN)),
        ),
    ] {
        let (_, asked) = scene.play();
        assert_eq!(asked.len(), 1, "{name}: {asked:?}");
    }
}

#[test]
fn a_probe_that_fails_is_not_repeated_and_decides_nothing() {
    let scene = Scene::of("http://paper.example/a/story")
        .answers(Reply::html(200, article("Anything", "Paper", EN)))
        .otherwise(Reply::failing(timeout()));
    let links = [link("http://paper.example/a/story", "X"), link("http://paper.example/a/story", "X")];
    let (checks, asked) = scene.play_together(&links);
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(checks.iter().all(|check| check.verdict == Verdict::Alive));
    assert!(
        checks[0].evidence.iter().any(|fact| fact.detail.starts_with("an invented address told nothing"))
    );
}

#[test]
fn other_readings_are_tried_in_order_and_only_when_the_first_is_dead() {
    let scene = || {
        Scene::of("http://paper.example/a-b")
            .cited("The Harbour Crane")
            .or("http://paper.example/ab")
            .or("http://paper.example/a-%20b")
            .or("http://paper.example/a")
    };
    let work = || Reply::html(200, article("The Harbour Crane", "Paper", EN));
    let (check, asked) = scene().at("http://paper.example/a-%20b", work()).play();
    assert_eq!(asked, ["http://paper.example/a-b", "http://paper.example/ab", "http://paper.example/a-%20b"]);
    assert_eq!((check.verdict, check.taken), (Verdict::Alive, Some(parse("http://paper.example/a-%20b"))));
    assert_eq!(
        check.evidence[0].detail,
        "the address as first read is dead (http-404); this reading answers"
    );

    let (check, asked) = scene().answers(work()).play();
    assert_eq!((check.taken, asked.len()), (None, 1));

    let (check, asked) = scene()
        .answers(Reply::failing(timeout()))
        .at("https://paper.example/a-b", Reply::failing(timeout()))
        .play();
    assert_eq!((check.reason, asked.len()), (Reason::Timeout, 2));

    let (check, asked) = scene().play();
    assert_eq!((check.reason, check.taken, asked.len()), (Reason::Http404, None, 4));
    assert_eq!(check.evidence.iter().filter(|fact| fact.signal == "other-reading").count(), 3);
}

#[test]
fn a_reading_on_a_host_that_exists_is_taken_over_one_that_does_not() {
    let (check, _) = Scene::of("http://harbourpap.example/x")
        .cited("The Harbour Crane")
        .or("http://harbourpaper.example/x")
        .answers(Reply::failing(Failure::DnsNotFound("harbourpap.example".to_owned())))
        .at("http://harbourpaper.example/x", Reply::html(200, article("The Harbour Crane", "Paper", EN)))
        .play();
    assert_eq!((check.verdict, check.taken), (Verdict::Alive, Some(parse("http://harbourpaper.example/x"))));
}

#[test]
fn the_check_carries_what_an_editor_needs() {
    let to = "https://www.paper.example/stories/crane?utm_source=feed&id=4";
    let (check, _) = Scene::of("http://paper.example/node/411")
        .cited("The Harbour Crane")
        .answers(Reply::redirect(301, to))
        .at(to, Reply::html(200, article("The Harbour Crane", "Paper", EN)))
        .play();
    assert_eq!((check.http_status, check.attempts), (Some(200), 1));
    assert_eq!(check.final_url, Some(parse(to)));
    assert_eq!(check.hops.len(), 1);
    assert_eq!(check.evidence[0].signal, "moved");
    assert_eq!(
        check.evidence[0].detail,
        "now at https://www.paper.example/stories/crane?id=4; 1.00: cited “The Harbour Crane”, the page has “The Harbour Crane | Paper”"
    );

    let with_tracker = "https://paper.example/story?utm_source=self";
    let (check, _) = Scene::of("http://paper.example/story")
        .cited("The Harbour Crane")
        .answers(Reply::redirect(301, with_tracker))
        .at(with_tracker, Reply::html(200, article("The Harbour Crane", "Paper", EN)))
        .play();
    assert_eq!(check.final_url, Some(parse("https://paper.example/story")));
}
