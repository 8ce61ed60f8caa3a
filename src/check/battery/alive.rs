//! Live sources that look as if they were not: what a careless judge would call dead.

use encoding_rs::{GBK, SHIFT_JIS, WINDOWS_1251};

use super::scene::{Reply, Scene, expect_all};
use super::texts::{AR, DE, EN, ES, FR, IT, JA, KK, PT, RU, TR, UK, ZH, article, front, notice, page};

const URL: &str = "http://paper.example/2013/story.html";

fn cited(title: &str) -> Scene {
    Scene::of(URL).cited(title).by("The Harbour Paper")
}

/// An article under its own title.
fn article_called(title: &str, text: &str) -> Scene {
    cited(title).shows(article(title, "The Harbour Paper", text))
}

#[test]
fn articles_are_alive_in_every_language() {
    expect_all(
        "alive/ok",
        vec![
            ("en", article_called("The Harbour Crane", EN)),
            ("ru", article_called("Портовый кран", RU)),
            ("kk", article_called("Порт краны", KK)),
            ("uk", article_called("Портовий кран", UK)),
            ("fr", article_called("La grue du port", FR)),
            ("de", article_called("Der Kran im Hafen", DE)),
            ("es", article_called("La grúa del puerto", ES)),
            ("pt", article_called("O guindaste do porto", PT)),
            ("it", article_called("La gru del porto", IT)),
            ("tr", article_called("Limandaki vinç", TR)),
            ("ar", article_called("رافعة الميناء", AR)),
            ("zh", article_called("码头的吊车", ZH)),
            ("ja", article_called("港のクレーン", JA)),
        ],
    );
}

#[test]
fn articles_about_missing_pages_are_not_missing() {
    let about = |words: &str| format!("{EN} {words} {EN}");
    let gone = about(
        "Of the links in the yearbook half answer 404. “Page not found”, says one; “this document has been removed”, another.",
    );
    expect_all(
        "alive/ok",
        vec![
            ("about link rot", article_called("Page Not Found: How a Town Lost Its Archive", &gone)),
            ("short title", article_called("404", &gone)),
            ("short title, error", article_called("Error 404", &gone)),
            (
                "cited in translation",
                cited("Страница не найдена: как город потерял архив").shows(article(
                    "Page Not Found: How a Town Lost Its Archive and Nobody Noticed for Years",
                    "Paper",
                    &gone,
                )),
            ),
            ("about removal", article_called("Statue Removed From Harbour", EN)),
            ("about deletion", article_called("Why the Ministry Deleted Its Documents", EN)),
            ("ru, about a missing page", article_called("Документ удалён: кто чистит архивы", RU)),
            ("de, about disappearance", article_called("Seite 12 fehlt", DE)),
            ("fr, introuvable", article_called("L'ingénieur introuvable", FR)),
            ("a song", cited("404 (Song)").shows(article("404 Lyrics", "Songs", EN))),
        ],
    );
}

/// News whose headlines say of others what dead pages say of themselves, cited by translated
/// titles: there is nothing to hold the headline against.
#[test]
fn foreign_headlines_are_not_taken_for_notices() {
    let foreign = |title: &str, words: &str| {
        cited("The Board's Week in Headlines").shows(article(
            title,
            "Газета",
            &words.split(". ").take(4).collect::<Vec<_>>().join(". "),
        ))
    };
    expect_all(
        "alive/ok",
        vec![
            ("ru, a document", foreign("Документ удалён", RU)),
            (
                "ru, a long one",
                cited("The Board's Week in Headlines").shows(article(
                    "Страница не найдена",
                    "Газета",
                    &RU.repeat(3),
                )),
            ),
            ("ru, a site blocked", foreign("Сайт заблокирован по решению суда", RU)),
            (
                "ru, access restricted",
                foreign(
                    "Суд ограничил доступ",
                    &format!("Доступ к сайту заблокирован по решению суда. {RU}"),
                ),
            ),
            ("ru, a domain", foreign("Домен порта продаётся", RU)),
            ("de, a suspension", foreign("Webseite gesperrt", DE)),
            ("es, removed", foreign("Artículo eliminado", ES)),
            ("uk, a page", foreign("Сторінку видалено", UK)),
        ],
    );
}

#[test]
fn short_pages_that_say_removed_are_pages() {
    let short = |title: &str, words: &str| {
        cited(title).shows(notice(&format!("{title} | Press office"), title, words))
    };
    expect_all(
        "alive/ok",
        vec![
            (
                "press release",
                short(
                    "Wreck Removed From Harbour",
                    "The wreck has been removed. The harbour is no longer closed.",
                ),
            ),
            (
                "legal notice",
                short(
                    "Legal Notice",
                    "No part of this page may be copied. Content that is not available to the public is marked.",
                ),
            ),
            (
                "product notice",
                short(
                    "Ferry Timetable 2013",
                    "The ferry at 7:15 no longer exists. The 8:00 is not available on Sundays.",
                ),
            ),
            ("statement", short("Statement of the Harbour Board", "The document was withdrawn on Monday.")),
            (
                "ru",
                short("Сообщение пресс-службы порта", "Затонувшее судно удалено. Причал недоступен до мая."),
            ),
            (
                "de",
                short(
                    "Mitteilung des Hafenamts",
                    "Das Wrack wurde entfernt. Die Zufahrt ist nicht verfügbar.",
                ),
            ),
            (
                "untitled citation",
                Scene::of(URL).shows(notice(
                    "Harbour notice 14",
                    "Notice 14",
                    "The buoy at the east mole has been removed.",
                )),
            ),
        ],
    );
}

#[test]
fn articles_about_domains_challenges_and_walls_are_articles() {
    let about = |words: &str| format!("{EN} {words} {EN}");
    expect_all(
        "alive/ok",
        vec![
            (
                "a domain sale",
                article_called(
                    "This Domain Is for Sale: The Trade in Names",
                    &about("“This domain is for sale”, said the page. Buy this domain, make an offer."),
                ),
            ),
            (
                "ru, a domain sale",
                article_called(
                    "Домен продаётся: рынок имён",
                    &format!("{RU} Этот домен продаётся, купить домен можно. {RU}"),
                ),
            ),
            (
                "Cloudflare",
                article_called(
                    "Checking Your Browser: The Company in the Middle",
                    &about("Just a moment, it says, verify you are human."),
                ),
            ),
            ("captchas", article_called("Are You a Robot?", &about("I'm not a robot, one clicks."))),
            (
                "paywalls",
                article_called(
                    "Subscribe to Continue",
                    &about("Log in to continue reading; for subscribers only."),
                ),
            ),
            (
                "censorship",
                article_called(
                    "Unavailable for Legal Reasons",
                    &about("Not available in your country, says the page."),
                ),
            ),
            (
                "suspension",
                article_called(
                    "Account Suspended: A Writer's Week",
                    &about("Your account has been suspended."),
                ),
            ),
            (
                "gambling",
                article_called(
                    "Casino Money in the Harbour",
                    &about("The casino, the betting shop and the poker club; roulette and slots."),
                ),
            ),
            (
                "loans",
                article_called(
                    "Микрозаймы и долги",
                    &format!("{RU} Микрозаймы без отказа, займ на карту, кредит без справок. {RU}"),
                ),
            ),
            ("cookies", article_called("Who Eats the Cookies", &about("We value your privacy, accept all."))),
            ("maintenance", article_called("Bridge Maintenance Delayed", EN)),
            ("coming soon", article_called("Coming Soon: A New Port", EN)),
        ],
    );
}

#[test]
fn small_protected_and_scripted_pages_are_alive() {
    let contact = "<form><input name=q><div class=g-recaptcha></div></form><script src='https://www.google.com/recaptcha/api.js'></script>";
    let widget = page("Write to us | Paper", &format!("<h1>Write to us</h1><p>{EN}</p>{contact}"));
    let cloud = article("The Harbour Crane", "Paper", EN)
        .replace("</body>", "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script></body>");
    let shell = page(
        "The Harbour Map",
        "<div id=root></div><script src=/bundle.js></script><noscript>You need to enable JavaScript to run this app.</noscript>",
    );
    let forum =
        page("Topic: the old crane", &format!("<input type=password><b>Topic: the old crane</b><p>{EN}"));
    let frames = "<html><head><title>Harbour</title></head><frameset cols=20,80><frame src=a.htm><frame src=b.htm></frameset></html>";
    expect_all(
        "alive/ok",
        vec![
            ("a form with a captcha", cited("Write to us").shows(widget)),
            ("an ordinary page of Cloudflare", cited("The Harbour Crane").shows(cloud)),
            (
                "headers of DataDome on an ordinary page",
                cited("The Harbour Crane").answers(
                    Reply::html(200, article("The Harbour Crane", "Paper", EN))
                        .with("x-datadome", "protected"),
                ),
            ),
            (
                "headers of Imperva on an ordinary page",
                cited("The Harbour Crane").answers(
                    Reply::html(200, article("The Harbour Crane", "Paper", EN)).with("x-iinfo", "3-2-1"),
                ),
            ),
            ("an application, the same shell for all", cited("Levels at Pier 4").always_shows(&shell)),
            ("a forum with a login box", cited("The old crane").shows(forum)),
            ("a frameset", cited("Harbour").shows(frames)),
            (
                "a login page cited as such",
                Scene::of("http://paper.example/login")
                    .cited("Member Login")
                    .shows(page("Log in", "<h1>Log in</h1><input type=password>")),
            ),
            (
                "an accepted status",
                cited("The Harbour Crane")
                    .accepting(418)
                    .answers(Reply::html(418, article("Something", "Paper", EN))),
            ),
            (
                "a search that was cited",
                Scene::of("http://paper.example/search?q=crane").shows(notice(
                    "Search results for crane",
                    "Search results",
                    EN,
                )),
            ),
            (
                "a directory",
                Scene::of("http://paper.example/data/")
                    .cited("Index of /data")
                    .shows(page("Index of /data", "<h1>Index of /data</h1><a href=a.csv>a.csv</a>")),
            ),
        ],
    );
}

#[test]
fn home_pages_cited_as_such_are_not_probed_nor_held_to_a_title() {
    let home = |url: &str| Scene::of(url).cited("Harbour Paper");
    expect_all(
        "alive/ok",
        vec![
            ("root", home("http://paper.example/").always_shows(&front("Something Entirely New", EN))),
            ("index", home("http://paper.example/index.html").always_shows(&front("Harbour Paper", EN))),
            ("language", home("http://paper.example/en/").always_shows(&front("Harbour Paper", EN))),
            (
                "to its language",
                home("http://paper.example/")
                    .answers(Reply::redirect(302, "/en/"))
                    .at("http://paper.example/en/", Reply::html(200, front("Harbour Paper", EN))),
            ),
            (
                "to https and www",
                home("http://paper.example/")
                    .answers(Reply::redirect(301, "https://www.paper.example/"))
                    .at("https://www.paper.example/", Reply::html(200, front("Harbour Paper", EN))),
            ),
        ],
    );
}

#[test]
fn files_are_alive_by_what_they_are() {
    let pdf = |media: &str| Reply::typed(200, media, b"%PDF-1.5\n...".to_vec());
    expect_all(
        "alive/ok",
        vec![
            (
                "pdf",
                Scene::of("http://paper.example/a.pdf")
                    .cited("Another Title Altogether")
                    .answers(pdf("application/pdf")),
            ),
            ("mislabelled pdf", Scene::of("http://paper.example/a.pdf").answers(pdf("text/html"))),
            ("a pdf under a page's name", cited("The Harbour Crane").answers(pdf("application/pdf"))),
            (
                "a viewer",
                Scene::of("http://paper.example/a.pdf")
                    .cited("Minutes")
                    .shows(page("Viewer", "<embed type='application/pdf' src='/raw/a'>")),
            ),
            (
                "a landing page of the same work",
                Scene::of("http://paper.example/a.pdf")
                    .cited("Silt and Storage in Small Harbours")
                    .shows(article("Silt and Storage in Small Harbours", "Repository", EN)),
            ),
            (
                "data",
                Scene::of("http://paper.example/levels.csv").answers(Reply::typed(
                    200,
                    "text/csv",
                    b"a;b\n1;2".to_vec(),
                )),
            ),
            (
                "plain text",
                Scene::of("http://paper.example/notes.txt").cited("Notes").answers(Reply::typed(
                    200,
                    "text/plain",
                    EN.as_bytes().to_vec(),
                )),
            ),
            (
                "an image",
                Scene::of("http://paper.example/map.png").answers(Reply::typed(
                    200,
                    "image/png",
                    vec![0x89, b'P', b'N', b'G', 0],
                )),
            ),
        ],
    );
}

#[test]
fn charsets_are_decoded_before_titles_are_compared() {
    let encoded =
        |encoding: &'static encoding_rs::Encoding, title: &str, text: &str, header: &str, meta: &str| {
            let html = article(title, "Paper", text).replace("charset=utf-8", &format!("charset={meta}"));
            cited(title).answers(Reply::typed(200, header, encoding.encode(&html).0.into_owned()))
        };
    expect_all(
        "alive/ok",
        vec![
            (
                "windows-1251",
                encoded(WINDOWS_1251, "Портовый кран", RU, "text/html; charset=windows-1251", "windows-1251"),
            ),
            (
                "windows-1251 by meta only",
                encoded(WINDOWS_1251, "Портовый кран", RU, "text/html", "windows-1251"),
            ),
            (
                "windows-1251, header lies",
                encoded(WINDOWS_1251, "Портовый кран", RU, "text/html; charset=utf-8", "windows-1251"),
            ),
            (
                "utf-8, meta lies",
                cited("Портовый кран").answers(Reply::typed(
                    200,
                    "text/html; charset=utf-8",
                    article("Портовый кран", "Paper", RU)
                        .replace("charset=utf-8", "charset=windows-1251")
                        .into_bytes(),
                )),
            ),
            ("gbk", encoded(GBK, "码头的吊车", ZH, "text/html", "gb2312")),
            (
                "shift_jis, header lies",
                encoded(SHIFT_JIS, "港のクレーン", JA, "text/html; charset=ISO-8859-1", "Shift_JIS"),
            ),
        ],
    );
}

#[test]
fn reworded_translated_and_redesigned_pages_are_no_drift() {
    let lead = "Dockers at the old harbour crane say that repairs promised by the board will not come.";
    expect_all(
        "alive/ok",
        vec![
            ("headline reworded", cited("Crane in Harbour Rusts").shows(article("Rusting Harbour Crane Alarms Dockers", "Paper", EN))),
            ("headline new, lead kept", cited("Dockers Say Harbour Crane Repairs Will Not Come").shows(article("A Year of Waiting", "Paper", &format!("{lead} {EN}")))),
            ("new site name", cited("The Harbour Crane").shows(page("The Harbour Crane :: MediaGroup 24", &format!("<p>{EN}")))),
            ("subtitle dropped", cited("The Harbour Crane: Rust, Money and Patience").shows(article("The Harbour Crane", "Paper", EN))),
            ("subtitle added", cited("The Harbour Crane").shows(article("The Harbour Crane: What We Know So Far About the Repairs", "Paper", EN))),
            ("translated title, Spanish page", cited("The Crane That Nobody Repairs").shows(article("La grúa que nadie repara", "Diario", ES))),
            ("translated title, Russian page", cited("The Crane That Nobody Repairs").shows(article("Кран, который никто не чинит", "Газета", RU))),
            ("translated title, German page", cited("Expert Opinion Rewritten").shows(article("Gutachten umgeschrieben", "Blatt", DE))),
            ("both titles printed", cited("The Crane That Nobody Repairs").cited("Кран, который никто не чинит").shows(article("Кран, который никто не чинит", "Газета", RU))),
            ("Russian title, Kazakh page", cited("Портовый кран никто не чинит").shows(article("Кранды ешкім жөндемейді", "Газет", KK))),
            ("the author is named", cited("Notes From the Mole").by("Odile Vantreaux").shows(article("What Rust Can Do", "Paper", &format!("Odile Vantreaux writes. {EN}")))),
            ("title in the text", cited("Harbour Notes No. 7").shows(page("Paper", &format!("<p>Harbour notes no. 7</p><p>{EN}")))),
            ("hardly any text", cited("The Harbour Crane").shows(page("Gallery", "<img src=1><img src=2><p>Twelve pictures"))),
            ("a template's title", cited("Harbour Levels of the Third Quarter").shows(page("Untitled Document", &format!("<p>{EN}")))),
            ("the site's name for a title", cited("Letters From Readers of the Quarter").shows(page("The Harbour Paper", &format!("<p>{EN}")))),
            ("title of one word", cited("Appeal").shows(article("A Letter to the Board", "Paper", EN))),
            ("by slug", Scene::of("http://paper.example/2013/rusting-crane-alarms-dockers.html").cited("Portkraan roest").shows(article("Rusting crane alarms dockers", "Paper", EN))),
            ("accents lost in print", cited("La grua del puerto").shows(article("La grúa del puerto", "Diario", ES))),
            ("upper case", cited("THE HARBOUR CRANE").shows(article("The Harbour Crane", "Paper", EN))),
            ("mirror of the headline in JSON-LD", cited("The Harbour Crane").shows(page("Paper", &format!("<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"The Harbour Crane\"}}</script><p>{EN}")))),
        ],
    );
}

#[test]
fn misconfigured_servers_send_articles_with_error_statuses() {
    let with = |status| {
        cited("The Harbour Crane").answers(Reply::html(status, article("The Harbour Crane", "Paper", EN)))
    };
    expect_all(
        "alive/ok",
        vec![
            ("404", with(404)),
            ("500", with(500)),
            ("403", with(403)),
            ("410", with(410)),
            ("503", with(503)),
        ],
    );
}
