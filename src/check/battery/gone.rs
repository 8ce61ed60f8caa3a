//! Sources that are gone, and say so badly.

use super::scene::{Reply, Scene, expect_all};
use super::texts::{DE, EN, FR, RU, ZH, article, front, notice, page};

const URL: &str = "http://paper.example/2013/harbour-crane.html";

fn cited(title: &str) -> Scene {
    Scene::of(URL).cited(title).by("The Harbour Paper")
}

/// A notice on a host that is honest about invented addresses: only its words give it away.
fn says(cited_title: &str, title: &str, heading: &str, words: &str) -> Scene {
    cited(cited_title).shows(notice(title, heading, words))
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, one row a page")]
fn notices_are_understood_in_many_languages() {
    expect_all(
        "dead/soft-404",
        vec![
            (
                "en",
                says(
                    "The Harbour Crane",
                    "Page not found | Paper",
                    "Page not found",
                    "The page you were looking for does not exist.",
                ),
            ),
            (
                "en oops",
                says(
                    "The Harbour Crane",
                    "Oops! 404",
                    "We can't find that page",
                    "It may have been moved or deleted.",
                ),
            ),
            (
                "en gone",
                says(
                    "The Harbour Crane",
                    "Article unavailable - Paper",
                    "This article is no longer available",
                    "Our agreement with the agency has ended.",
                ),
            ),
            (
                "en heading only",
                says(
                    "The Harbour Crane",
                    "Paper",
                    "This story has been taken down",
                    "Our licence for it has run out.",
                ),
            ),
            ("en video", says("The Harbour Crane", "Tube", "This video is no longer available", "")),
            (
                "en account",
                says(
                    "Harbour Master's Diary",
                    "Chirp",
                    "This account doesn't exist",
                    "Try searching for another.",
                ),
            ),
            (
                "en record",
                says(
                    "The Harbour Crane",
                    "No such record",
                    "The record does not exist",
                    "Please go back to the catalogue.",
                ),
            ),
            (
                "en plain",
                cited("The Harbour Crane").answers(Reply::typed(
                    200,
                    "text/plain",
                    b"404 page not found".to_vec(),
                )),
            ),
            (
                "ru",
                says(
                    "Портовый кран",
                    "Страница не найдена — Газета",
                    "Ошибка 404",
                    "К сожалению, запрашиваемая страница не существует.",
                ),
            ),
            (
                "ru deleted",
                says(
                    "Портовый кран",
                    "Материал удалён",
                    "Публикация удалена",
                    "Редакция сняла материал с публикации.",
                ),
            ),
            (
                "ru none",
                says(
                    "Портовый кран",
                    "Газета: нет такой страницы",
                    "Нет такой страницы",
                    "Проверьте адрес или начните с главной.",
                ),
            ),
            (
                "uk",
                says(
                    "Портовий кран",
                    "Сторінку не знайдено",
                    "Помилка 404",
                    "Статтю видалено або перенесено.",
                ),
            ),
            (
                "kk",
                says(
                    "Порт краны",
                    "Бет табылмады",
                    "Сіз іздеген бет табылмады",
                    "Мекенжай қате терілген болуы мүмкін.",
                ),
            ),
            (
                "kk deleted",
                says("Порт краны", "Мақала өшірілген", "Бұл мақала өшірілді", "Басты бетке оралыңыз."),
            ),
            (
                "fr",
                says(
                    "La grue du port",
                    "Page introuvable",
                    "Oups, cette page est introuvable",
                    "Elle a peut-être été déplacée.",
                ),
            ),
            (
                "fr removed",
                says(
                    "La grue du port",
                    "Article supprimé",
                    "Cet article n'est plus disponible",
                    "Retour à l'accueil.",
                ),
            ),
            (
                "de",
                says(
                    "Der Kran im Hafen",
                    "Seite nicht gefunden",
                    "Die gesuchte Seite existiert nicht",
                    "Bitte prüfen Sie die Adresse.",
                ),
            ),
            (
                "de deleted",
                says(
                    "Der Kran im Hafen",
                    "Beitrag gelöscht",
                    "Dieser Beitrag ist nicht mehr verfügbar",
                    "Zurück zur Startseite.",
                ),
            ),
            (
                "es",
                says(
                    "La grúa del puerto",
                    "Página no encontrada",
                    "La página que busca no existe",
                    "Vuelva a la portada.",
                ),
            ),
            (
                "es removed",
                says(
                    "La grúa del puerto",
                    "Noticia no disponible",
                    "Esta noticia ya no está disponible",
                    "Puede usar el buscador.",
                ),
            ),
            (
                "pt",
                says(
                    "O guindaste do porto",
                    "Página não encontrada",
                    "Não encontramos esta página",
                    "O conteúdo foi removido.",
                ),
            ),
            (
                "it",
                says(
                    "La gru del porto",
                    "Pagina non trovata",
                    "La pagina non esiste più",
                    "Torna alla prima pagina.",
                ),
            ),
            (
                "tr",
                says(
                    "Limandaki vinç",
                    "Sayfa bulunamadı",
                    "Aradığınız sayfa bulunamadı",
                    "Haber yayından kaldırılmış olabilir.",
                ),
            ),
            (
                "ar",
                says("رافعة الميناء", "الصفحة غير موجودة", "عذرا، الصفحة غير موجودة", "ربما تم حذف المقال."),
            ),
            ("zh", says("码头的吊车", "页面不存在", "您访问的页面不存在", "文章可能已被删除。")),
            ("zh-hant", says("碼頭的吊車", "找不到網頁", "找不到您要的頁面", "文章可能已被刪除。")),
            (
                "ja",
                says(
                    "港のクレーン",
                    "ページが見つかりません",
                    "お探しのページは見つかりませんでした",
                    "削除された可能性があります。",
                ),
            ),
            (
                "ko",
                says(
                    "항구의 크레인",
                    "페이지를 찾을 수 없습니다",
                    "요청하신 페이지를 찾을 수 없습니다",
                    "삭제되었을 수 있습니다.",
                ),
            ),
            (
                "pl",
                says(
                    "Dźwig w porcie",
                    "Nie znaleziono strony",
                    "Strona nie istnieje",
                    "Artykuł został usunięty.",
                ),
            ),
            (
                "nl",
                says(
                    "De kraan in de haven",
                    "Pagina niet gevonden",
                    "Deze pagina bestaat niet",
                    "Ga terug naar de voorpagina.",
                ),
            ),
        ],
    );
}

#[test]
fn structure_speaks_where_words_do_not() {
    let shrug =
        notice("Paper", "Hm.", "Somebody took this away, or it was never ours. The front page has the rest.");
    let teasers = EN.split(". ").map(|t| format!("<div><a href=/t>{t}</a> {t}.</div>")).collect::<String>();
    let busy = page("Paper", &format!("<h2>Something else, perhaps?</h2>{teasers}"));
    let echo = notice("No {path}", "Hm.", "At {path} we have never had a story that we know of, sorry.");
    expect_all(
        "dead/soft-404",
        vec![
            ("odd words", cited("The Harbour Crane").always_shows(&shrug)),
            ("many teasers", cited("The Harbour Crane").always_shows(&busy)),
            ("no title cited", Scene::of(URL).always_shows(&shrug)),
            ("echoes the path", cited("The Harbour Crane").always_shows(&echo)),
            (
                "the front page under every address",
                cited("The Harbour Crane").always_shows(&front("The Harbour Paper", EN)),
            ),
            (
                "to a section",
                cited("The Harbour Crane")
                    .answers(Reply::redirect(301, "/news/"))
                    .otherwise(Reply::redirect(301, "/news/"))
                    .at("http://paper.example/news/", Reply::html(200, front("News", EN))),
            ),
            (
                "by number in the query",
                Scene::of("http://paper.example/art.asp?aid=4711")
                    .cited("The Harbour Crane")
                    .always_shows(&shrug),
            ),
            (
                "a translated title",
                cited("The Harbour Crane").always_shows(&notice(
                    "Blatt",
                    "Nanu",
                    "Das haben wir nicht, versuchen Sie es anderswo oder rufen Sie an.",
                )),
            ),
            (
                "Chinese",
                cited("码头的吊车").always_shows(&notice(
                    "新闻网",
                    "哎呀",
                    "走丢了，请从首页重新开始，或者联系编辑部询问详情。",
                )),
            ),
        ],
    );
}

#[test]
fn error_addresses_give_themselves_away() {
    let to = |target: &str| {
        let url = format!("http://paper.example{target}");
        cited("The Harbour Crane")
            .answers(Reply::redirect(302, target))
            .at(&url, Reply::html(200, notice("Paper", "Sorry", "Please start again from the front page.")))
    };
    expect_all(
        "dead/soft-404",
        vec![
            ("404.html", to("/404.html")),
            ("not-found", to("/en/not-found")),
            ("error.aspx", to("/Error.aspx?aspxerrorpath=/2013/harbour-crane.html")),
            ("PageNotFound", to("/errors/PageNotFound.jsp")),
            ("nicht-gefunden", to("/service/nicht-gefunden/")),
            ("pagina-no-encontrada", to("/pagina-no-encontrada")),
            ("page_introuvable", to("/page_introuvable.php")),
            ("query", to("/index.php?error=404")),
            (
                "by refresh",
                cited("The Harbour Crane")
                    .shows(page("", "<meta http-equiv=refresh content='0;url=/404'>"))
                    .at("http://paper.example/404", Reply::html(200, notice("Paper", "Sorry", "Nothing."))),
            ),
            (
                "search instead",
                cited("The Harbour Crane").answers(Reply::redirect(302, "/search?q=harbour+crane")).at(
                    "http://paper.example/search?q=harbour+crane",
                    Reply::html(200, notice("Search results for harbour crane", "Search results", EN)),
                ),
            ),
        ],
    );
}

#[test]
fn redirects_to_the_front_page_are_dead() {
    let home = |scene: Scene, to: &str| scene.at(to, Reply::html(200, front("The Harbour Paper", EN)));
    let temporary =
        cited("The Harbour Crane").answers(Reply::redirect(302, "/")).otherwise(Reply::redirect(302, "/"));
    let honest = cited("The Harbour Crane").answers(Reply::redirect(301, "/"));
    let language = cited("The Harbour Crane").answers(Reply::redirect(302, "/en/"));
    let company = cited("The Harbour Crane").answers(Reply::redirect(301, "https://www.holding.example/"));
    let scripted = cited("The Harbour Crane").shows("<script>window.location='/';</script>");
    let file = Scene::of("http://paper.example/files/review-2013.pdf")
        .cited("Annual Review 2013")
        .answers(Reply::redirect(302, "/"))
        .otherwise(Reply::redirect(302, "/"));
    let untitled = Scene::of("http://paper.example/index.php?id=77").answers(Reply::redirect(301, "/"));
    expect_all(
        "dead/redirect-to-home",
        vec![
            ("302 for everything", home(temporary, "http://paper.example/")),
            ("301 for this one", home(honest, "http://paper.example/")),
            ("language version", home(language, "http://paper.example/en/")),
            ("another company", home(company, "https://www.holding.example/")),
            (
                "after a notice",
                home(
                    cited("The Harbour Crane").shows(page(
                        "Page not found",
                        "<meta http-equiv=refresh content='5;url=/'><h1>Page not found</h1>",
                    )),
                    "http://paper.example/",
                ),
            ),
            ("by script", home(scripted, "http://paper.example/")),
            ("a file", home(file, "http://paper.example/")),
            ("no title cited", home(untitled, "http://paper.example/")),
        ],
    );
}

#[test]
fn plain_statuses_mean_what_they_say() {
    let teasers =
        |status| cited("The Harbour Crane").answers(Reply::html(status, article("Other news", "Paper", EN)));
    expect_all(
        "dead/http-404",
        vec![
            ("bare", cited("The Harbour Crane").answers(Reply::html(404, ""))),
            ("with teasers", teasers(404)),
            (
                "behind a shortener",
                Scene::of("https://bit.ly/3xYz1")
                    .cited("The Harbour Crane")
                    .answers(Reply::redirect(301, "http://paper.example/gone")),
            ),
            (
                "behind Cloudflare",
                cited("X").answers(Reply::html(404, "").with("server", "cloudflare").with("cf-ray", "1-AMS")),
            ),
            ("behind Imperva", cited("X").answers(Reply::html(404, "").with("x-iinfo", "1-2-3"))),
            (
                "unknown DOI",
                Scene::of("https://doi.org/10.9999/nothing")
                    .cited("X")
                    .answers(Reply::html(404, page("DOI Not Found", ""))),
            ),
            (
                "a DOI whose page is gone",
                Scene::of("https://doi.org/10.9999/gone")
                    .cited("X")
                    .answers(Reply::redirect(302, "http://journal.example/gone")),
            ),
            (
                "the slug echoed by the error page",
                cited("The Harbour Crane")
                    .answers(Reply::html(404, article("Not found: harbour crane", "Paper", EN))),
            ),
        ],
    );
    expect_all(
        "dead/http-410",
        vec![("bare", cited("X").answers(Reply::html(410, ""))), ("with teasers", teasers(410))],
    );
}

#[test]
fn long_notices_with_related_stories_are_seen_by_title_and_heading() {
    let related = |title: &str, heading: &str, text: &str| {
        page(title, &format!("<h1>{heading}</h1><h2>Related</h2><p>{text}</p><p>{text}</p>"))
    };
    expect_all(
        "dead/soft-404",
        vec![
            ("en", cited("The Harbour Crane").shows(related("404 – Page not found", "Page not found", EN))),
            ("ru", cited("Портовый кран").shows(related("Страница не найдена", "Страница не найдена", RU))),
            ("fr", cited("La grue du port").shows(related("Page introuvable", "Erreur 404", FR))),
            (
                "de",
                cited("Der Kran im alten Hafen").shows(related(
                    "Seite nicht gefunden | Blatt",
                    "Seite nicht gefunden",
                    DE,
                )),
            ),
            ("zh", cited("码头的吊车").shows(related("页面不存在", "页面不存在", ZH))),
        ],
    );
}
