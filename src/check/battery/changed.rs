//! Pages that answer and are no longer the cited source.

use super::scene::{Reply, Scene, expect_all};
use super::texts::{DE, EN, ES, FR, JA, RU, TR, ZH, article, notice, page};

const URL: &str = "http://www.harbourpaper.example/story/4410";

fn cited(title: &str) -> Scene {
    Scene::of(URL).cited(title).by("Harbour Paper")
}

/// Another article under the cited address.
fn shows(title: &str, other: &str, text: &str) -> Scene {
    cited(title).shows(article(other, "Harbour Paper", text))
}

#[test]
fn another_work_at_the_address() {
    expect_all(
        "changed/content-drift",
        vec![
            ("en", shows("Spring Wedding Trends: Lace Is Back", "Crane Will Not Be Repaired", EN)),
            (
                "en, same outlet named in the text",
                shows(
                    "Ten Recipes With Wild Garlic",
                    "Crane Will Not Be Repaired",
                    &format!("Harbour Paper. {EN}"),
                ),
            ),
            (
                "en, on the same subject",
                shows("Harbour Office Wins Regatta Prize", "Crane Will Not Be Repaired", EN),
            ),
            ("ru", shows("Рецепты варенья на каждый день", "Кран не починят до зимы", RU)),
            ("de", shows("Die schönsten Rezepte mit Bärlauch", "Der Kran wird nicht repariert", DE)),
            ("fr", shows("Les plus belles recettes à l'ail des ours", "La grue ne sera pas réparée", FR)),
            ("es", shows("Las mejores recetas de la abuela con ajo", "La grúa no se reparará", ES)),
            ("tr", shows("En güzel sarımsaklı yemek tarifleri", "Vinç onarılmayacak", TR)),
            ("zh", shows("春季婚纗流行趋势", "旧吊车不会修好", ZH)),
            ("ja", shows("春の結婚式の流行", "クレーンは直らない", JA)),
            (
                "both titles printed",
                cited("Рецепты варенья на каждый день").cited("Jam Recipes for Every Day").shows(article(
                    "Кран не починят",
                    "Газета",
                    RU,
                )),
            ),
            (
                "redirected for good",
                cited("Spring Wedding Trends: Lace Is Back").answers(Reply::redirect(301, "/new/4410")).at(
                    "http://www.harbourpaper.example/new/4410",
                    Reply::html(200, article("Crane Will Not Be Repaired", "Harbour Paper", EN)),
                ),
            ),
            ("the newest issue", shows("Harbour Levels, May 2017", "Harbour Levels, October 2025", EN)),
            ("the newest report", shows("Annual Report 2012", "Annual Report 2024", EN)),
        ],
    );
}

#[test]
fn the_domain_has_a_new_owner() {
    let essays = page("EssayRocket | Cheap essay writing service", &"<h2>Write my essay</h2><p>Order a paper from our writers, plagiarism report included, homework help and dissertation help for everybody.</p>".repeat(3));
    let casino = page("Casino online: slots, roulette, poker", &"<h2>Free spins</h2><p>Play blackjack and slots in the best online casino with a jackpot every day.</p>".repeat(4));
    let loans = page("Займы онлайн без отказа", &"<h2>Микрозаймы на карту</h2><p>Получите займ на карту без отказа за пять минут, нужен только паспорт.</p>".repeat(4));
    let bahis = page(
        "Güvenilir bahis siteleri",
        &"<h2>Kaçak iddaa ve casino</h2><p>En iyi bahis siteleri, deneme bonusu ve canlı rulet.</p>"
            .repeat(4),
    );
    let bocai = page(
        "博彩公司排名",
        &"<h2>百家乐 老虎机</h2><p>最好的娱乐城，彩票与体育投注，注册送彩金。</p>".repeat(4),
    );
    let led = |to: &str, html: &str| {
        cited("The Harbour Crane")
            .answers(Reply::redirect(301, to))
            .otherwise(Reply::redirect(301, to))
            .at(to, Reply::html(200, html))
    };
    let lawyers = article(
        "Our Lawyers Win Cases for You",
        "Smith and Partners",
        &EN.replace("harbour", "court").replace("crane", "case"),
    );
    expect_all(
        "changed/domain-taken-over",
        vec![
            ("essays under every address", cited("The Harbour Crane").always_shows(&essays)),
            ("a casino at this one", cited("The Harbour Crane").shows(casino.clone())),
            ("a casino, the cited title Russian", cited("Портовый кран").always_shows(&casino)),
            ("redirected to a casino's front page", led("https://casino.example/", &casino)),
            ("redirected to a lender", led("https://zaym.example/", &loans)),
            ("bets in Turkish", cited("The Harbour Crane").always_shows(&bahis)),
            ("bets in Chinese", cited("The Harbour Crane").always_shows(&bocai)),
            (
                "another firm, deep",
                cited("Spring Wedding Trends: Lace Is Back")
                    .answers(Reply::redirect(301, "https://smith.example/about/us"))
                    .at("https://smith.example/about/us", Reply::html(200, lawyers)),
            ),
        ],
    );
}

#[test]
fn a_file_that_is_a_page_now() {
    let file = |html: String| {
        Scene::of("http://www.harbourpaper.example/docs/eia-2012.pdf")
            .cited("Environmental Impact of the Northern Mole")
            .shows(html)
    };
    expect_all(
        "changed/type-changed",
        vec![
            (
                "something else",
                file(notice(
                    "Tenders and contacts",
                    "Tenders and contacts",
                    "Reception is open on Tuesdays. Suppliers register at window four.",
                )),
            ),
            ("a long page", file(article("Crane Will Not Be Repaired", "Harbour Paper", EN))),
            (
                "no title cited",
                Scene::of("http://www.harbourpaper.example/a.docx").shows(notice(
                    "Downloads",
                    "Downloads",
                    "Choose a folder on the left.",
                )),
            ),
        ],
    );
}
