//! Live sources that structure alone would call dead or changed, and the hijacked that look alive.

use super::scene::{Reply, Scene, expect_all, parse};
use super::texts::{EN, RU, article, front, notice, page};
use crate::model::{Claims, Link, Reason};
use crate::web::Failure;

const URL: &str = "http://www.harbourpaper.example/story/4410";

const SLOTS: &str = "Slot online gacor, RTP live, togel and judi. Casino, poker, jackpot: deposit today. ";

fn cited(title: &str) -> Scene {
    Scene::of(URL).cited(title).by("Harbour Paper")
}

#[test]
fn shells_with_a_menu_are_filled_by_scripts() {
    let menu = "<nav><a href=/>Home</a> <a href=/d>Datasets</a> <a href=/m>Maps and layers</a></nav>";
    let shell = page("Data Portal", &format!("<script src=/a.js></script>{menu}<div id=content></div>"));
    let message =
        page("Data Portal", &format!("<script src=/a.js></script>{menu}<h1>Welcome to the data portal</h1>"));
    expect_all("alive/ok", vec![("nothing but a menu", cited("Licences of 2012").always_shows(&shell))]);
    expect_all("dead/soft-404", vec![("a heading", cited("Licences of 2012").always_shows(&message))]);
}

#[test]
fn sites_that_find_works_by_a_number_are_no_soft_404s() {
    let story = || Reply::html(200, article("Кому достались причалы", "Гавань", RU));
    let blind = Scene::of("http://gavan.example/news/57/komu-dostalis")
        .cited("Who Got the Piers")
        .at("http://gavan.example/news/57/komu-dostalis", story());
    let led = Scene::of("http://gavan.example/news/komu-dostalis")
        .cited("Who Got the Piers")
        .answers(story())
        .otherwise(Reply::redirect(301, "/news/komu-dostalis"));
    expect_all("alive/ok", vec![("a short number", blind), ("led to the right wording", led)]);
}

#[test]
fn lists_and_front_pages_are_called_what_such_are_called() {
    let list =
        |title: &str| Scene::of("http://www.harbourpaper.example/press").cited(title).by("Harbour Paper");
    let newsroom =
        page("Harbour Paper: the newsroom of the harbour", &format!("<h1>Today at the quay</h1><p>{EN}"));
    let home = |title: &str| {
        Scene::of("http://www.harbourpaper.example/web/guest/home")
            .cited(title)
            .by("Harbour Paper")
            .answers(Reply::redirect(302, "/"))
            .at("http://www.harbourpaper.example/", Reply::html(200, front("Tides today", EN)))
    };
    expect_all(
        "alive/ok",
        vec![
            ("press releases", list("Harbour Paper Press Releases").shows(newsroom.clone())),
            ("publications", list("Publications").shows(newsroom.clone())),
            ("a website", home("Harbour Paper, official website")),
        ],
    );
    expect_all("changed/content-drift", vec![("a title", list("Harbour Levels Rise Again").shows(newsroom))]);
    expect_all("dead/redirect-to-home", vec![("an article", home("Harbour Levels Rise Again"))]);
}

#[test]
fn gates_lead_back_to_the_source() {
    let led = |to: &str, heading: &str| {
        cited("Lock Rents and Rentiers")
            .answers(Reply::redirect(302, to))
            .otherwise(Reply::html(200, notice("Harbour Paper", heading, "Go on to the site.")))
    };
    expect_all(
        "restricted/bot-challenge",
        vec![
            (
                "a welcome",
                led(
                    "/welcome?toURL=http%3A%2F%2Fwww.harbourpaper.example%2Fstory%2F4410",
                    "Quote of the day",
                ),
            ),
            ("a country", led("/country-selector", "Choose your country")),
            ("a browser", led("/unsupported-browser.html", "Time for another browser")),
        ],
    );
    expect_all(
        "dead/soft-404",
        vec![
            ("an error page", led("/Pages/PageNotFoundError.aspx?requestUrl=/story/4410", "Sorry")),
            ("a message", led("/oops?return=/story/4410", "This page could not be found")),
        ],
    );
}

#[test]
fn consent_is_asked_for_in_passing() {
    let wall = page(
        "Wandblatt",
        "<h1>Willkommen</h1><p>Um der Nutzung mit Cookies zuzustimmen, klicken Sie auf „Akzeptieren und weiter“ \
         oder lesen Sie werbefrei im Abo.</p>",
    );
    expect_all("restricted/bot-challenge", vec![("de", cited("Hinter der Wand").shows(wall))]);
}

#[test]
fn squatters_keep_old_titles() {
    let title = "Harbour Trust Annual Report 2010";
    let kept =
        page(&format!("{title} - SLOT GACOR 777"), &format!("<h1>Slot gacor</h1><p>{}", SLOTS.repeat(4)));
    let about = page(
        &format!("{title}: casino plans dropped"),
        &format!(
            "<h1>{title}: casino plans dropped</h1><p>The harbour trust's annual report for 2010 speaks of a casino, \
                  poker rooms, betting and slots, and drops them all.</p><p>{EN}"
        ),
    );
    let scene = || Scene::of(URL).cited(title).by("Harbour Trust");
    expect_all("changed/domain-taken-over", vec![("kept", scene().always_shows(&kept))]);
    expect_all("alive/ok", vec![("an article about casinos", scene().shows(about))]);
}

#[test]
fn one_hacked_page_is_no_lost_domain() {
    let slots = page("Slots", &format!("<h1>Slots</h1><p>{}", SLOTS.repeat(4)));
    let hacked = |home: Reply| {
        cited("The Harbour Crane").shows(slots.clone()).at("http://www.harbourpaper.example/", home)
    };
    let lives = || Reply::html(200, front("Harbour Paper", EN));
    expect_all("changed/content-drift", vec![("an honest front page", hacked(lives()))]);
    expect_all(
        "changed/domain-taken-over",
        vec![
            ("the front page too", hacked(Reply::html(200, slots.clone()))),
            ("somebody else's", hacked(Reply::html(200, front("Dental Clinic", EN)))),
            ("no front page", hacked(Reply::failing(Failure::ConnectionReset("reset".to_owned())))),
        ],
    );
    let (_, asked) = hacked(lives()).play();
    assert_eq!(asked.len(), 3, "the page, an invented address, the front page: {asked:?}");
}

#[test]
fn the_front_page_of_a_host_is_asked_for_once() {
    let slots = page("Slots", &format!("<h1>Slots</h1><p>{}", SLOTS.repeat(4)));
    let links: Vec<Link> = (1..=3)
        .map(|number| {
            let claims = Claims {
                titles: vec!["The Harbour Crane".to_owned()],
                sources: vec!["Harbour Paper".to_owned()],
            };
            let url = parse(&format!("http://www.harbourpaper.example/2013/{number}.html"));
            Link { url, alternatives: Vec::new(), claims }
        })
        .collect();
    let home = "http://www.harbourpaper.example/";
    let mut scene = Scene::of(home).at(home, Reply::html(200, front("Harbour Paper", EN)));
    for link in &links {
        scene = scene.at(link.url.as_str(), Reply::html(200, slots.clone()));
    }
    let (checks, asked) = scene.play_together(&links);
    assert!(checks.iter().all(|check| check.reason == Reason::ContentDrift), "{checks:?}");
    assert_eq!(asked.iter().filter(|url| *url == home).count(), 1, "{asked:?}");
}
