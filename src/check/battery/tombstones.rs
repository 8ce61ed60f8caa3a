//! Works and services whose places say that they have ended, beside briefs that say the same of others.

use super::scene::{Reply, Scene, expect_all};
use super::texts::{EN, article, notice, page};

const URL: &str = "http://www.harbourpaper.example/story/4410";

fn cited(title: &str) -> Scene {
    Scene::of(URL).cited(title).by("Harbour Paper")
}

/// A message without any script beside it.
fn plain(title: &str, heading: &str, words: &str) -> String {
    page(title, &format!("<h1>{heading}</h1><p>{words}</p>"))
}

#[test]
fn a_wiki_that_has_no_such_article_repeats_the_title() {
    let wiki =
        |title: &str, words: &str| cited(title).shows(notice(&format!("{title} — Wiki"), title, words));
    expect_all(
        "dead/soft-404",
        vec![
            ("en", wiki("Harbour Crane", "There is currently no text in this page. You can search for it.")),
            (
                "ru",
                wiki("Портовый кран", "В этом проекте нет статьи с таким названием. Вы можете её создать."),
            ),
            ("uk", wiki("Портовий кран", "У проєкті немає статті з такою назвою.")),
            ("de", wiki("Hafenkran", "Diese Seite enthält momentan noch keinen Text.")),
            ("fr", wiki("Grue du port", "Cette page ne contient actuellement aucun texte.")),
            ("ja", wiki("港のクレーン", "このページには現在記述がありません。")),
            ("zh", wiki("港口吊车", "本页面目前没有内容。")),
        ],
    );
}

#[test]
fn a_title_over_nothing_but_the_news_that_it_is_gone() {
    let title = "Contract for the Lower Sluice";
    let says = |words: &str| cited(title).shows(plain(&format!("{title} | Share"), title, words));
    expect_all(
        "dead/soft-404",
        vec![
            ("document", says("This document was removed by its author.")),
            ("video", says("This video is no longer available.")),
            ("article", says("Sorry, this article has been deleted.")),
        ],
    );
    let scripted = plain(title, title, "This video is no longer available.<script src=/player.js></script>");
    expect_all(
        "alive/ok",
        vec![
            (
                "out of stock",
                says("By A. Keeper. 310 pages, with 42 plates and a map.<p>This item is not available."),
            ),
            ("a player that scripts fill", cited(title).shows(scripted)),
            ("a withdrawn guide", says(&format!("This document was withdrawn in May. <p>{EN}"))),
            (
                "a title that says so",
                cited("This Page Is Gone").shows(plain(
                    "This Page Is Gone",
                    "This Page Is Gone",
                    "The page is gone.",
                )),
            ),
        ],
    );
}

#[test]
fn services_say_goodbye() {
    let ends = |url: &str, title: &str, heading: &str, words: &str| {
        Scene::of(url).cited("The Night the Harbour Froze Over").shows(notice(title, heading, words))
    };
    expect_all(
        "dead/soft-404",
        vec![
            (
                "by its domain",
                ends(
                    "http://www.storywall.example/x/7",
                    "Bye",
                    "Storywall has been discontinued",
                    "Thank you.",
                ),
            ),
            (
                "by its outlet",
                cited("The Night the Harbour Froze Over").shows(notice(
                    "Bye",
                    "Harbour Paper has closed",
                    "Thank you.",
                )),
            ),
            (
                "in general",
                ends(URL, "Bye", "This service has been shut down", "All files were deleted in May."),
            ),
            ("de", ends(URL, "Ende", "Dieser Dienst wurde eingestellt", "Vielen Dank für Ihre Treue.")),
            ("ja", ends(URL, "お知らせ", "サービス終了のお知らせ", "ご利用ありがとうございました。")),
            (
                "ru",
                Scene::of(URL).cited("Ночь, когда замёрзла река").by("Гавань").shows(notice(
                    "Портал",
                    "Сайт «Гавань» закрыт",
                    "Спасибо читателям: сервис закрыт.",
                )),
            ),
        ],
    );
    let brief = |heading: &str, words: &str| {
        let html = page(&format!("{heading} | Harbour Paper"), &format!("<h1>{heading}</h1><p>{words}</p>"));
        cited("Old Ferry Line Ends After Ninety Years").shows(html)
    };
    expect_all(
        "alive/ok",
        vec![
            (
                "a ferry",
                brief(
                    "Canal service has been discontinued",
                    "The company ended it on Friday. Boats will be sold.",
                ),
            ),
            (
                "a rival",
                brief("Port newspaper has closed", "The Quay Mail printed its last issue on Monday."),
            ),
        ],
    );
}

#[test]
fn records_that_are_errors() {
    let record = |json: &str| cited("Record 77").answers(Reply::typed(200, "application/json", json.into()));
    expect_all(
        "dead/soft-404",
        vec![
            ("nested", record(r#"{"error":{"code":404,"message":"Record not found"}}"#)),
            ("by number", record(r#"{"status":404}"#)),
            ("by words", record(r#"{"success":false,"message":"The requested document does not exist."}"#)),
        ],
    );
    expect_all(
        "alive/ok",
        vec![
            (
                "a record",
                record(r#"{"id":7,"status":"removed","message":"Page not found in volume 3","pages":12}"#),
            ),
            ("a list", record("[1,2,404]")),
            ("no JSON", record("404")),
            ("a number that counts", record(r#"{"title":"Lock 404","boats":404}"#)),
        ],
    );
}

#[test]
fn a_page_that_calls_itself_by_its_address_speaks_of_a_site() {
    let scene = Scene::of("http://ferry-log.host.example/about")
        .cited("The Night the Harbour Froze Over")
        .shows(notice(
            "ferry-log.host.example is no longer available",
            "ferry-log.host.example is no longer available.",
            "The authors have deleted this site.",
        ));
    expect_all("dead/soft-404", vec![("host", scene)]);
}

#[test]
fn articles_stay_what_they_are() {
    let title = "Sites Have Closed Across the Delta";
    expect_all("alive/ok", vec![("long", cited(title).shows(article(title, "Harbour Paper", EN)))]);
}
