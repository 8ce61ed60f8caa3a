//! Pages kept as text: messages in many languages, and the pages of vendors, registrars and hosts.

use super::scene::{Reply, Scene, expect_all};
use super::texts::{article, in_language, notice};

const NOTICES: &str = include_str!("pages/notices.txt");
const SOURCES: &str = include_str!("pages/sources.txt");
const TITLES: &str = include_str!("pages/titles.txt");

/// Plays each row of a text under the verdict that stands over it; says how many there were.
fn play(text: &'static str, scene: impl Fn(&[&'static str]) -> (&'static str, Scene)) -> usize {
    let mut groups: Vec<(&str, Vec<(&str, Scene)>)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(verdict) = line.strip_prefix("= ") {
            groups.push((verdict, Vec::new()));
        } else {
            let fields: Vec<&str> =
                line.split(" ¦ ").map(|field| if field == "-" { "" } else { field }).collect();
            groups.last_mut().expect("a verdict over the rows").1.push(scene(&fields));
        }
    }
    let count = groups.iter().map(|(_, scenes)| scenes.len()).sum();
    for (expected, scenes) in groups {
        expect_all(expected, scenes);
    }
    count
}

fn cited() -> Scene {
    Scene::of("http://www.harbourpaper.example/2013/story.html")
        .cited("The Harbour Crane")
        .by("The Harbour Paper")
}

/// At one address, or at every address of the host.
fn placed(place: &str, reply: Reply) -> Scene {
    let scene = cited().answers(reply.clone());
    if place == "sale" { scene.otherwise(reply) } else { scene }
}

#[test]
fn messages_are_understood() {
    let count = play(NOTICES, |fields| match fields {
        [place, name, title, heading, words] => {
            (*name, placed(place, Reply::html(200, notice(title, heading, words))))
        }
        _ => panic!("{fields:?}"),
    });
    assert!(count >= 300, "{count}");
}

#[test]
fn vendors_registrars_and_hosts_are_known_by_their_pages() {
    let count = play(SOURCES, |fields| match fields {
        [place, name, status, headers, source] => {
            let reply = Reply::html(status.parse().expect("a status"), *source);
            let reply =
                headers.split("; ").filter(|header| !header.is_empty()).fold(reply, |reply, header| {
                    let (header, value) = header.split_once(": ").expect("a header");
                    reply.with(header, value)
                });
            (*name, placed(place, reply))
        }
        _ => panic!("{fields:?}"),
    });
    assert!(count >= 150, "{count}");
}

#[test]
fn titles_are_compared_as_an_editor_would() {
    let count = play(TITLES, |fields| match fields {
        [language, cited, shown] => {
            let page = article(shown, "Harbour Paper", in_language(language));
            (*shown, Scene::of("http://paper.example/2013/story.html").cited(cited).shows(page))
        }
        _ => panic!("{fields:?}"),
    });
    assert!(count >= 30, "{count}");
}
