//! Domains without a site.

use super::scene::{Reply, Scene, expect_all};
use super::texts::{EN, RU, article, notice, page};

const DOMAIN: &str = "harbourpaper.example";

fn cited() -> Scene {
    Scene::of("http://www.harbourpaper.example/2013/story.html")
        .cited("The Harbour Crane")
        .by("The Harbour Paper")
}

fn says(title: &str, heading: &str, words: &str) -> Scene {
    cited().always_shows(&notice(title, heading, words))
}

#[test]
fn parked_and_for_sale() {
    let led_to =
        |to: &str| cited().answers(Reply::redirect(302, to)).at(to, Reply::html(200, page("", "<p>Ads")));
    expect_all(
        "dead/parked-domain",
        vec![
            ("ParkingCrew", cited().always_shows(&page(DOMAIN, "<script src='//d1lxhc4jvstzrp.cloudfront.net/x.js'></script><p>Related links: Loans, Insurance"))),
            ("Sedo", cited().always_shows(&page(DOMAIN, "<p>Related searches</p><script src='//img.sedoparking.com/t.js'></script>"))),
            ("adblockkey", cited().always_shows(&format!("<html data-adblockkey='MF'><title>{DOMAIN}</title><div id=target></div></html>"))),
            ("HugeDomains", led_to("https://www.hugedomains.com/domain_profile.cfm?d=harbourpaper")),
            ("Afternic", led_to("https://www.afternic.com/forsale/harbourpaper.example")),
            ("ww16", led_to("http://ww16.harbourpaper.example/?sub1=2")),
            ("ww38", led_to("http://ww38.harbourpaper.example/")),
            ("lander", led_to("http://www.harbourpaper.example/lander")),
            ("lander by script", cited().always_shows("<script>window.onload=function(){window.location.href=\"/lander\"}</script>")),
            ("en", says(DOMAIN, &format!("{DOMAIN} is for sale"), "Contact the owner.")),
            ("en, buy", says(&format!("Buy {DOMAIN}"), "This domain may be for sale", "Make an offer today.")),
            ("en, expired", says(DOMAIN, "This domain has expired", "If you own it, renew it now.")),
            ("en, registrar", says(DOMAIN, "This domain name has been registered", "Is this your domain? Add hosting.")),
            ("ru", says(&format!("Домен {DOMAIN} продаётся"), DOMAIN, "Купить домен можно у владельца.")),
            ("ru, parked", says(DOMAIN, "Домен припаркован", "Домен зарегистрирован, но ещё не привязан к сайту.")),
            ("uk", says(&format!("Домен {DOMAIN} продається"), DOMAIN, "Купити домен можна тут.")),
            ("kk", says(DOMAIN, "Бұл домен сатылады", "Иесімен хабарласыңыз.")),
            ("de", says(DOMAIN, "Diese Domain steht zum Verkauf", "Jetzt Angebot abgeben.")),
            ("fr", says(DOMAIN, "Ce nom de domaine est à vendre", "Faites une offre.")),
            ("es", says(DOMAIN, "Este dominio está a la venta", "Haga una oferta.")),
            ("pt", says(DOMAIN, "Este domínio está à venda", "Faça uma oferta.")),
            ("it", says(DOMAIN, "Questo dominio è in vendita", "Fai un'offerta.")),
            ("tr", says(DOMAIN, "Bu alan adı satılıktır, satın al", "Teklif verin.")),
            ("ar", says(DOMAIN, "اسم النطاق هذا للبيع", "قدم عرضا الآن.")),
            ("zh", says(DOMAIN, "域名出售", "如果您对该域名感兴趣，请联系。")),
            ("ja", says(DOMAIN, "このドメインは販売中です", "お問い合わせください。")),
            ("nl", says(DOMAIN, "Deze domeinnaam is te koop", "Doe een bod.")),
            ("pl", says(DOMAIN, "Ta domena jest na sprzedaż", "Złóż ofertę.")),
        ],
    );
}

#[test]
fn switched_off_and_never_built() {
    expect_all(
        "dead/parked-domain",
        vec![
            (
                "suspended",
                says(
                    "Account Suspended",
                    "This Account has been suspended.",
                    "Contact your hosting provider.",
                ),
            ),
            (
                "suspended with 403",
                cited().answers(Reply::html(
                    403,
                    notice("Account Suspended", "Account Suspended", "Contact billing."),
                )),
            ),
            (
                "suspendedpage.cgi",
                cited().answers(Reply::redirect(302, "/cgi-sys/suspendedpage.cgi")).at(
                    "http://www.harbourpaper.example/cgi-sys/suspendedpage.cgi",
                    Reply::html(200, "<p>Ask"),
                ),
            ),
            ("ru", says("Сайт отключен", "Хостинг отключен", "Обратитесь в службу поддержки.")),
            ("es", says("Cuenta suspendida", "Sitio suspendido", "Consulte con su proveedor.")),
            (
                "nginx",
                says(
                    "Welcome to nginx!",
                    "Welcome to nginx!",
                    "If you see this page, the web server is working.",
                ),
            ),
            (
                "Apache",
                says(
                    "Apache2 Ubuntu Default Page: It works",
                    "It works!",
                    "This is the default welcome page.",
                ),
            ),
            ("IIS", cited().always_shows(&page("IIS Windows Server", "<img src=iis.png>"))),
            (
                "Plesk",
                says(
                    "Web Server's Default Page",
                    "Web Server's Default Page",
                    "This page is generated by Plesk.",
                ),
            ),
            ("coming soon", says(DOMAIN, "Coming soon", "A new home is being prepared.")),
            ("construction, fr", says("Le Port", "Site en construction", "Revenez bientôt.")),
        ],
    );
}

#[test]
fn pages_about_it_are_not_parked() {
    expect_all(
        "alive/ok",
        vec![
            (
                "a short sale of something else",
                cited().shows(notice(
                    "The Harbour Crane",
                    "The Harbour Crane",
                    "The crane is for sale. Make an offer to the board.",
                )),
            ),
            (
                "a domain in the news",
                Scene::of("http://paper.example/d").cited("Town Buys Domain").shows(notice(
                    "Town Buys Domain",
                    "Town Buys Domain",
                    "The town has bought the domain that was for sale.",
                )),
            ),
            (
                "a marketplace cited as such",
                Scene::of("https://www.hugedomains.com/about").cited("About HugeDomains").shows(article(
                    "About HugeDomains",
                    "HugeDomains",
                    EN,
                )),
            ),
            ("a cookie notice that names the host", cited().shows(article("The Harbour Crane", DOMAIN, EN))),
            (
                "ru, a house for sale",
                Scene::of("http://gazeta.example/a").cited("Дом у порта продаётся").shows(article(
                    "Дом у порта продаётся",
                    "Газета",
                    RU,
                )),
            ),
        ],
    );
}
