//! Sources behind walls: there, but not for a machine.

use super::scene::{Reply, Scene, expect_all};
use super::texts::{EN, notice, page};

const URL: &str = "http://paper.example/2013/story.html";

fn cited() -> Scene {
    Scene::of(URL).cited("The Harbour Crane").by("The Harbour Paper")
}

fn wall(status: u16, html: &str) -> Scene {
    cited().answers(Reply::html(status, html))
}

fn headed(status: u16, header: &'static str, value: &str) -> Scene {
    cited().answers(Reply::html(status, "<title></title>").with(header, value))
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, one row a page")]
fn challenges_of_every_vendor() {
    expect_all(
        "restricted/bot-challenge",
        vec![
            ("Cloudflare header", headed(403, "cf-mitigated", "challenge")),
            (
                "Cloudflare 503",
                wall(503, &page("Just a moment...", "<script>window._cf_chl_opt={}</script>")),
            ),
            (
                "Cloudflare 200",
                wall(
                    200,
                    &page(
                        "Just a moment...",
                        "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script>",
                    ),
                ),
            ),
            (
                "Cloudflare block",
                wall(
                    403,
                    &page(
                        "Attention Required! | Cloudflare",
                        "<div id=cf-error-details><h1>Sorry, you have been blocked</h1></div>",
                    ),
                ),
            ),
            (
                "DataDome",
                wall(
                    403,
                    "<script src='https://ct.captcha-delivery.com/c.js'></script><p>Please enable JS and disable any ad blocker",
                ),
            ),
            ("DataDome header", headed(403, "x-datadome", "protected")),
            (
                "PerimeterX",
                wall(403, &page("Access to this page has been denied", "<div id=px-captcha></div>")),
            ),
            (
                "PerimeterX 200",
                wall(
                    200,
                    &page(
                        "Access to this page has been denied",
                        "<p>Press &amp; Hold to confirm you are a human",
                    ),
                ),
            ),
            (
                "Imperva 200",
                wall(
                    200,
                    "<html><head><META NAME=robots></head><iframe src='/_Incapsula_Resource?CWUDNSAI=9&incident_id=1'>Request unsuccessful. Incapsula incident ID: 1</iframe></html>",
                ),
            ),
            ("Imperva header", headed(403, "x-iinfo", "1-2-3 NNNN")),
            (
                "Akamai",
                wall(
                    403,
                    "<TITLE>Access Denied</TITLE><H1>Access Denied</H1>You don't have permission. <P>Reference&#32;&#35;18&#46;2 <p>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net",
                ),
            ),
            ("Akamai server", headed(403, "server", "AkamaiGHost")),
            (
                "Akamai 200",
                wall(
                    200,
                    "<div id='sec-if-cpt-container'></div><script src=/_sec/cp_challenge/verify></script>",
                ),
            ),
            ("Kasada", headed(429, "x-kpsdk-ct", "abc")),
            ("AWS WAF 202", headed(202, "x-amzn-waf-action", "challenge")),
            (
                "AWS WAF 405",
                wall(
                    405,
                    &page(
                        "Human Verification",
                        "<script src='https://a.token.awswaf.com/a/challenge.js'></script>",
                    ),
                ),
            ),
            ("Sucuri", wall(403, &page("Sucuri WebSite Firewall - Access Denied", "<p>Block ID: EXP001"))),
            ("Sucuri 200", wall(200, "<script>var sucuri_cloudproxy_js='';</script>")),
            (
                "DDoS-Guard",
                wall(
                    403,
                    &page(
                        "DDoS-Guard",
                        "<script src='/.well-known/ddos-guard/js-challenge/index.js'></script>",
                    ),
                ),
            ),
            (
                "hCaptcha",
                wall(200, "<form><div class=\"h-captcha\" data-sitekey=1></div></form><p>One more step"),
            ),
            ("reCAPTCHA", wall(200, "<title>Security check</title><div class=g-recaptcha></div>")),
            (
                "Turnstile",
                wall(200, "<script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>"),
            ),
            (
                "Anubis",
                wall(
                    200,
                    &page(
                        "Making sure you're not a bot!",
                        "<script id=anubis_challenge type=application/json>{}</script>",
                    ),
                ),
            ),
            (
                "F5",
                wall(
                    200,
                    "<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 12",
                ),
            ),
            (
                "Radware",
                cited()
                    .answers(Reply::redirect(302, "https://validate.perfdrive.com/?ssa=1"))
                    .at("https://validate.perfdrive.com/?ssa=1", Reply::html(200, "")),
            ),
            (
                "Yandex",
                cited().answers(Reply::redirect(302, "/showcaptcha?cc=1")).at(
                    "http://paper.example/showcaptcha?cc=1",
                    Reply::html(200, page("Ой, Капча!", "<h1>Вы не робот?</h1>")),
                ),
            ),
            ("Alibaba", wall(200, "<script>var arg1='';document.cookie='acw_sc__v2='</script>")),
            ("Vercel", wall(429, &page("Vercel Security Checkpoint", "<p>We're verifying your browser"))),
            ("SiteGround", wall(202, "<meta http-equiv=refresh content='0;/.well-known/sgcaptcha/?r=%2F'>")),
            (
                "testcookie",
                wall(
                    200,
                    "<script src=/aes.js></script><script>document.cookie='__test='+toHex(slowAES.decrypt(c,2,a,b));location.href='http://paper.example/?i=1';</script>",
                ),
            ),
            (
                "Wordfence",
                wall(503, &page("Your access to this site has been limited", "<p>Generated by Wordfence")),
            ),
            (
                "ModSecurity",
                wall(
                    406,
                    "<title>Not Acceptable!</title><h1>Not Acceptable!</h1><p>This error was generated by Mod_Security.",
                ),
            ),
            ("Imunify360", wall(200, &page("One moment, please...", "<script src=/z?wsidchk=1></script>"))),
            (
                "Queue-it",
                cited()
                    .answers(Reply::redirect(302, "https://x.queue-it.net/?c=x"))
                    .at("https://x.queue-it.net/?c=x", Reply::html(200, "Wait")),
            ),
            ("own words", wall(200, &page("One more step", "<h1>Confirm that you are human</h1>"))),
            ("own words, ru", wall(200, &page("Проверка", "<h1>Подтвердите, что вы не робот</h1>"))),
            ("own words, de", wall(200, &page("Sicherheitsüberprüfung", "<p>Sind Sie ein Mensch?"))),
            (
                "own words, fr",
                wall(200, &page("Vérification", "<h1>Confirmez que vous n'êtes pas un robot</h1>")),
            ),
            ("own words, es", wall(403, &page("Un momento", "<h1>Comprobando su navegador</h1>"))),
            (
                "own words, pt",
                wall(200, &page("Verificação de segurança", "<p>Confirme que você não é um robô")),
            ),
            ("own words, tr", wall(200, &page("Güvenlik kontrolü", "<p>Robot olmadığınızı doğrulayın"))),
            ("own words, ar", wall(200, &page("التحقق الأمني", "<h1>تأكيد أنك لست روبوت</h1>"))),
            ("own words, zh", wall(200, &page("安全验证", "<p>请完成验证以继续访问"))),
            (
                "own words, ja",
                wall(200, &page("確認", "<h1>あなたがロボットではないことを確認してください</h1>")),
            ),
            ("age", wall(200, &notice("Age verification", "Are you over 18?", "Enter your date of birth."))),
            (
                "denied with 200",
                wall(
                    200,
                    &page("Access denied", "<h1>Access denied</h1><p>Your IP address has been blocked."),
                ),
            ),
            (
                "consent host",
                cited().answers(Reply::redirect(302, "https://consent.paper.example/?next=x")).at(
                    "https://consent.paper.example/?next=x",
                    Reply::html(200, page("Before you continue", "<p>Cookies")),
                ),
            ),
            (
                "consent page",
                wall(
                    200,
                    &notice(
                        "We value your privacy: accept cookies",
                        "Cookies and consent",
                        "We and our partners store data on your device.",
                    ),
                ),
            ),
            (
                "consent page, de",
                wall(
                    200,
                    &notice(
                        "Zustimmung | Blatt",
                        "Mit Cookies: bitte zustimmen",
                        "Wir und unsere Partner verarbeiten Daten.",
                    ),
                ),
            ),
        ],
    );
}

#[test]
fn logins_of_every_kind() {
    let form = |title: &str| page(title, "<form><input name=u><input type=password></form><p>Forgot it?");
    let led_to = |to: &str| {
        let full = super::scene::parse(URL).join(to).expect("a test address");
        cited().answers(Reply::redirect(302, to)).at(full.as_str(), Reply::html(200, form("Welcome")))
    };
    expect_all(
        "restricted/login-required",
        vec![
            ("login path", led_to("/login?next=/2013/story.html")),
            ("sign-in path", led_to("/users/Sign_In")),
            ("wp-login", led_to("/wp-login.php?redirect_to=x")),
            ("SSO host", led_to("https://sso.university.example/idp?x=1")),
            ("identity provider", led_to("https://tenant.okta.com/app/1")),
            ("authwall", led_to("/authwall?trk=x")),
            ("de", led_to("/anmelden")),
            ("fr", led_to("/connexion")),
            ("form", cited().shows(form("Sign in | Paper"))),
            ("form, ru", cited().shows(form("Вход на сайт"))),
            ("form, zh", cited().shows(form("用户登录"))),
            ("form, tr", cited().shows(form("Üye girişi"))),
            ("bare form", cited().shows("<form><input name=u><input type=password></form>")),
            ("words", cited().shows(notice("Forum", "Message", "You must be logged in to view this topic."))),
            (
                "words, ru",
                cited().shows(notice("Форум", "Сообщение", "Для просмотра темы необходимо авторизоваться.")),
            ),
            (
                "words, es",
                cited().shows(notice("Foro", "Aviso", "Debe iniciar sesión para ver este contenido.")),
            ),
            (
                "words, ja",
                cited().shows(notice("会員", "お知らせ", "この記事を読むにはログインが必要です。")),
            ),
        ],
    );
}

#[test]
fn paywalls_declared_marked_and_said() {
    let teaser =
        "<p>The harbour board met on Tuesday and heard that the old crane would not be repaired.</p>";
    let own = |extra: &str| {
        page("The Harbour Crane | Paper", &format!("<h1>The Harbour Crane</h1>{teaser}{extra}"))
    };
    let declared = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The Harbour Crane\",\"isAccessibleForFree\":false}</script>";
    expect_all(
        "restricted/paywall",
        vec![
            ("402", wall(402, "<h1>Payment required</h1>")),
            ("declared", cited().shows(own(declared))),
            ("marked", cited().shows(own("<div class='article-paywall'>Offer</div>"))),
            ("said", cited().shows(own("<p>Subscribe to continue reading this story.</p>"))),
            (
                "said, members",
                cited().shows(notice(
                    "Members only | Paper",
                    "The rest is for members",
                    "Join for 3 a month.",
                )),
            ),
            (
                "said, de",
                cited().shows(notice(
                    "Blatt+",
                    "Dieser Artikel ist nur für Abonnenten",
                    "Jetzt Abo abschließen.",
                )),
            ),
            (
                "said, fr",
                cited().shows(notice("Le Port", "Article réservé aux abonnés", "Il vous reste 80 % à lire.")),
            ),
            (
                "said, ru",
                cited().shows(notice(
                    "Газета",
                    "Материал доступен по подписке",
                    "Оформите подписку, чтобы читать.",
                )),
            ),
            (
                "said, es",
                cited().shows(notice("Diario", "Contenido exclusivo para suscriptores", "Suscríbase ahora.")),
            ),
            ("said, ja", cited().shows(notice("新聞", "この記事は会員限定です", "会員登録をしてください。"))),
            ("said, zh", cited().shows(notice("新闻网", "付费内容", "订阅后继续阅读全文。"))),
        ],
    );
}

#[test]
fn the_law() {
    let says = |status: u16, title: &str, words: &str| wall(status, &notice(title, title, words));
    expect_all(
        "restricted/http-451",
        vec![
            ("451", wall(451, "<h1>451</h1>")),
            ("EEA", says(200, "Unavailable", "This content is not available in your region.")),
            ("EEA with 403", says(403, "Sorry", "Our website is unavailable in most European countries.")),
            (
                "legal reasons",
                says(200, "Unavailable due to legal reasons", "We recognise you are in the EEA."),
            ),
            (
                "ru",
                says(
                    200,
                    "Доступ ограничен",
                    "Доступ к информационному ресурсу ограничен на основании Федерального закона.",
                ),
            ),
            ("tr", says(200, "Erişim engeli", "Bu siteye erişim engellenmiştir (5651 sayılı kanun).")),
            ("de", says(200, "Hinweis", "Dieser Inhalt ist in Ihrem Land nicht verfügbar.")),
            ("fr", says(200, "Désolé", "Ce contenu n'est pas disponible dans votre pays.")),
            ("ar", says(200, "تنبيه", "هذا الموقع محجوب")),
            ("zh", says(200, "提示", "根据相关法律法规，该内容无法显示。")),
        ],
    );
}

#[test]
fn refusals_by_status() {
    expect_all("restricted/http-401", vec![("401", wall(401, "<h1>Authorization</h1>"))]);
    expect_all(
        "restricted/http-403",
        vec![
            ("403", wall(403, "<h1>Forbidden</h1>")),
            ("407", wall(407, "")),
            ("999", wall(999, "")),
            ("403 with the word gone", wall(403, &notice("Forbidden", "This page is gone", EN))),
        ],
    );
}
