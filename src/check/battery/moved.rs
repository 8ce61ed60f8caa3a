//! The same work elsewhere, and what only looks like a move.

use super::scene::{Reply, Scene, expect_all};
use super::texts::{DE, EN, RU, article, front, page};

const URL: &str = "http://paper.example/node/411";
const TITLE: &str = "The Harbour Crane";

fn cited() -> Scene {
    Scene::of(URL).cited(TITLE).by("The Harbour Paper")
}

fn work() -> Reply {
    Reply::html(200, article(TITLE, "The Harbour Paper", EN))
}

fn led(status: u16, to: &str) -> Scene {
    cited()
        .answers(Reply::redirect(status, to))
        .at(super::scene::parse(URL).join(to).expect("a test address").as_str(), work())
}

#[test]
fn permanent_redirects_to_the_same_work() {
    expect_all(
        "moved/moved-permanently",
        vec![
            ("a new slug", led(301, "/2013/the-harbour-crane")),
            ("308", led(308, "https://paper.example/stories/crane")),
            ("a new domain", led(301, "https://news.media.example/n/411/")),
            (
                "a new outlet name",
                Scene::of(URL)
                    .cited("Портовый кран")
                    .answers(Reply::redirect(301, "https://new.example/n/1"))
                    .at(
                        "https://new.example/n/1",
                        Reply::html(200, article("Портовый кран", "Другая газета", RU)),
                    ),
            ),
            (
                "a chain",
                cited()
                    .answers(Reply::redirect(301, "https://paper.example/node/411"))
                    .at("https://paper.example/node/411", Reply::redirect(301, "/a"))
                    .at("https://paper.example/a", Reply::redirect(308, "/b"))
                    .at("https://paper.example/b", work()),
            ),
            (
                "mixed, the same work",
                cited()
                    .answers(Reply::redirect(302, "/x"))
                    .at("http://paper.example/x", Reply::redirect(301, "/y"))
                    .at("http://paper.example/y", work()),
            ),
            (
                "a file",
                Scene::of("http://paper.example/old/atlas.pdf")
                    .cited("Atlas")
                    .answers(Reply::redirect(301, "http://files.example/f/atlas-of-harbours.pdf"))
                    .at(
                        "http://files.example/f/atlas-of-harbours.pdf",
                        Reply::typed(200, "application/pdf", b"%PDF-1.5".to_vec()),
                    ),
            ),
            (
                "a translated title",
                Scene::of(URL)
                    .cited("The Crane That Nobody Repairs")
                    .answers(Reply::redirect(301, "/kran"))
                    .at(
                        "http://paper.example/kran",
                        Reply::html(200, article("Der Kran, den niemand repariert", "Blatt", DE)),
                    ),
            ),
            (
                "a project with a host of its own",
                Scene::of("http://paper.example/atlas")
                    .cited("Harbour Atlas")
                    .answers(Reply::redirect(301, "https://atlas.paper.example/"))
                    .at("https://atlas.paper.example/", Reply::html(200, front("Atlas", EN))),
            ),
            (
                "the work is the front page",
                Scene::of("http://paper.example/atlas-project")
                    .cited("Harbour Atlas Project")
                    .answers(Reply::redirect(301, "https://harbours.example/"))
                    .at("https://harbours.example/", Reply::html(200, front("Harbour Atlas Project", EN))),
            ),
        ],
    );
}

#[test]
fn pages_that_send_their_reader_on() {
    let signpost = |head: &str, body: &str| {
        cited()
            .shows(format!("<html><head><title>New address</title>{head}</head><body>{body}</body></html>"))
            .at("http://paper.example/stories/crane", work())
    };
    expect_all(
        "moved/meta-refresh",
        vec![
            ("at once", signpost("<meta http-equiv=refresh content='0; url=/stories/crane'>", "")),
            (
                "after a while",
                signpost(
                    "<META HTTP-EQUIV=\"Refresh\" CONTENT=\"5;URL=http://paper.example/stories/crane\">",
                    "We have moved. This page has been moved to a new address.",
                ),
            ),
            ("by script", signpost("<script>window.location.replace(\"/stories/crane\");</script>", "")),
            (
                "twice",
                cited()
                    .shows("<meta http-equiv=refresh content='0;url=/a'>")
                    .at(
                        "http://paper.example/a",
                        Reply::html(200, "<meta http-equiv=refresh content='0;url=/stories/crane'>"),
                    )
                    .at("http://paper.example/stories/crane", work()),
            ),
        ],
    );
    expect_all(
        "moved/moved-permanently",
        vec![(
            "a refresh, then a 301",
            cited()
                .shows("<meta http-equiv=refresh content='0;url=/a'>")
                .at("http://paper.example/a", Reply::redirect(301, "/b"))
                .at("http://paper.example/b", work()),
        )],
    );
}

#[test]
fn trivial_and_temporary_redirects_are_no_move() {
    let trivial = |to: &str| {
        Scene::of("http://paper.example/stories/crane")
            .cited(TITLE)
            .answers(Reply::redirect(301, to))
            .at(to, work())
    };
    expect_all(
        "alive/ok",
        vec![
            ("https", trivial("https://paper.example/stories/crane")),
            ("www", trivial("http://www.paper.example/stories/crane")),
            ("a slash", trivial("http://paper.example/stories/crane/")),
            ("all of it", trivial("https://www.paper.example/stories/crane/index.html?utm_source=x")),
            ("302 to the article", led(302, "/2013/the-harbour-crane")),
            ("303", led(303, "/2013/the-harbour-crane")),
            ("307", led(307, "/2013/the-harbour-crane")),
            (
                "cookies and back",
                cited()
                    .answers(Reply::redirect(302, "/cookiecheck"))
                    .at("http://paper.example/cookiecheck", Reply::redirect(302, "/node/411?cookieset=1"))
                    .at("http://paper.example/node/411?cookieset=1", work()),
            ),
            (
                "a page that reloads itself",
                cited().shows(page(
                    TITLE,
                    &format!("<meta http-equiv=refresh content='300;url={URL}#top'><p>{EN}"),
                )),
            ),
            (
                "a slide show",
                cited().shows(page(
                    TITLE,
                    &format!("<meta http-equiv=refresh content='30;url=/next'><h1>{TITLE}</h1><p>{EN}"),
                )),
            ),
            (
                "a script that might",
                cited().shows(page(
                    TITLE,
                    "<script>if (window.top != window) { location.href='/x'; }</script><p>Short",
                )),
            ),
            (
                "a refresh without scripts",
                cited().shows(page(
                    TITLE,
                    &format!("<noscript><meta http-equiv=refresh content='0;url=/nojs'></noscript><p>{EN}"),
                )),
            ),
        ],
    );
}

#[test]
fn short_addresses_and_identifiers_are_followed_not_moved() {
    let short = |url: &str, status: u16| {
        Scene::of(url)
            .cited(TITLE)
            .answers(Reply::redirect(status, "http://paper.example/s"))
            .at("http://paper.example/s", work())
    };
    let doi = |reply: Reply| {
        Scene::of("https://doi.org/10.9999/x.1")
            .cited(TITLE)
            .answers(Reply::redirect(302, "https://journal.example/x1"))
            .at("https://journal.example/x1", reply)
    };
    expect_all(
        "alive/ok",
        vec![
            ("bit.ly", short("https://bit.ly/2aBcD", 301)),
            ("unknown but short", short("https://lnk-x.cc/9xPq2", 301)),
            (
                "to a front page",
                Scene::of("https://bit.ly/2aBcE")
                    .cited("Somewhere")
                    .answers(Reply::redirect(301, "http://paper.example/"))
                    .at("http://paper.example/", Reply::html(200, front("Somewhere", EN))),
            ),
            ("DOI", doi(work())),
            ("DOI, the publisher refuses", doi(Reply::html(403, "<h1>Forbidden</h1>"))),
            ("DOI, the publisher challenges", doi(Reply::html(403, "").with("cf-mitigated", "challenge"))),
            ("DOI, the publisher sells", doi(Reply::html(200, page("Journal", "<p>Purchase access")))),
            (
                "DOI over http",
                Scene::of("http://dx.doi.org/10.9999/x.1")
                    .cited(TITLE)
                    .answers(Reply::redirect(301, "https://doi.org/10.9999/x.1"))
                    .at("https://doi.org/10.9999/x.1", Reply::redirect(302, "https://journal.example/x1"))
                    .at("https://journal.example/x1", Reply::html(503, "")),
            ),
            ("DOI, the publisher times out", doi(Reply::failing(super::scene::timeout()))),
            (
                "a handle",
                Scene::of("http://hdl.handle.net/1234/5")
                    .answers(Reply::redirect(302, "http://repository.example/1"))
                    .at("http://repository.example/1", Reply::html(403, "")),
            ),
            (
                "a permalink",
                Scene::of("http://purl.org/x/1")
                    .cited(TITLE)
                    .answers(Reply::redirect(301, "http://paper.example/s"))
                    .at("http://paper.example/s", work()),
            ),
        ],
    );
}
