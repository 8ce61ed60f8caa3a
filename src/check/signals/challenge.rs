//! Bot challenges: the source is there, a machine may not look.

use crate::check::address;
use crate::check::case::{Case, Kind};
use crate::check::marks::Mark;
use crate::check::phrases::Class;
use crate::check::ruling::{Ruling, quote};
use crate::check::wording::Said;
use crate::model::Reason;

/// Statuses by which servers turn machines away; 202 is AWS WAF's, 430 Shopify's, 444 and 499
/// nginx's, 456 Yandex's, 999 `LinkedIn`'s. Never 404 or 410: a page that is not there is said not
/// to be there by protected servers too.
const REFUSALS: &[u16] =
    &[202, 401, 403, 405, 406, 409, 418, 420, 423, 429, 430, 444, 456, 498, 499, 503, 520, 999];

/// Words up to which a page can be a challenge and nothing else.
const SMALL: usize = 150;

/// Words up to which a page with a captcha is the captcha.
const TINY: usize = 40;

/// A vendor's word that this answer is a challenge, whatever the status.
struct Header {
    vendor: &'static str,
    name: &'static str,
    /// What the value contains; any value if empty.
    value: &'static str,
    /// Whether it must come with a refusal: the vendor sends it with ordinary pages too.
    refused: bool,
}

const HEADERS: &[Header] = &[
    Header { vendor: "Cloudflare", name: "cf-mitigated", value: "", refused: false },
    Header { vendor: "AWS WAF", name: "x-amzn-waf-action", value: "", refused: false },
    Header { vendor: "Vercel", name: "x-vercel-mitigated", value: "", refused: false },
    Header { vendor: "SiteGround", name: "sg-captcha", value: "", refused: false },
    Header { vendor: "Sucuri", name: "x-sucuri-block", value: "", refused: false },
    Header { vendor: "DataDome", name: "x-datadome", value: "", refused: true },
    Header { vendor: "DataDome", name: "x-dd-b", value: "", refused: true },
    Header { vendor: "DataDome", name: "set-cookie", value: "datadome=", refused: true },
    Header { vendor: "PerimeterX", name: "x-px-block", value: "", refused: true },
    Header { vendor: "PerimeterX", name: "x-px-blocked", value: "", refused: true },
    Header { vendor: "Imperva", name: "x-iinfo", value: "", refused: true },
    Header { vendor: "Imperva", name: "x-cdn", value: "incapsula", refused: true },
    Header { vendor: "Imperva", name: "x-cdn", value: "imperva", refused: true },
    Header { vendor: "Akamai", name: "server", value: "akamaighost", refused: true },
    Header { vendor: "Akamai", name: "server", value: "akamainetstorage", refused: true },
    Header { vendor: "Kasada", name: "x-kpsdk-ct", value: "", refused: true },
    Header { vendor: "Kasada", name: "x-kpsdk-r", value: "", refused: true },
    Header { vendor: "DDoS-Guard", name: "server", value: "ddos-guard", refused: true },
    Header { vendor: "Qrator", name: "server", value: "qrator", refused: true },
    Header { vendor: "Sucuri", name: "server", value: "sucuri", refused: true },
    Header { vendor: "Sucuri", name: "x-sucuri-id", value: "", refused: true },
    Header { vendor: "Reblaze", name: "server", value: "reblaze", refused: true },
    Header { vendor: "F5", name: "x-wa-info", value: "", refused: true },
    Header { vendor: "Barracuda", name: "server", value: "barracuda", refused: true },
    Header { vendor: "StackPath", name: "x-sp-url", value: "", refused: true },
    Header { vendor: "Myra", name: "server", value: "myracloud", refused: true },
];

/// Hosts and paths of challenges that are pages of their own.
const PLACES: &[(&str, &str)] = &[
    ("queue-it.net", ""),
    ("perfdrive.com", ""),
    ("captcha-delivery.com", ""),
    ("wappass.baidu.com", ""),
    ("", "/sorry/index"),
    ("", "/showcaptcha"),
    ("", "/cdn-cgi/challenge"),
    ("", "/.well-known/sgcaptcha"),
    ("", "/_guard/"),
    ("", "/antibot/"),
];

/// A vendor's header.
pub(super) fn header(case: &Case<'_>) -> Option<Ruling> {
    let row = HEADERS.iter().find(|row| {
        let here =
            case.answer.headers.get_all(row.name).iter().any(|value| {
                value.to_str().is_ok_and(|value| value.to_ascii_lowercase().contains(row.value))
            });
        here && (!row.refused || is_refusal(case))
    })?;
    Some(Ruling::new(Reason::BotChallenge, format!("{} ({}) refused a machine", row.vendor, row.name)))
}

/// A vendor's marks in a small or refused page, or its own address.
pub(super) fn mark(case: &Case<'_>) -> Option<Ruling> {
    if case.is_not_found() || case.is_cited_work() {
        return None;
    }
    let (refused, words) = (is_refusal(case), case.page.all_words());
    let vendor = case.marks.first(|mark| match mark {
        Mark::Challenge(vendor) => (refused || words < SMALL).then_some(vendor),
        Mark::Protected(vendor) => (refused && words < 2 * SMALL).then_some(vendor),
        Mark::Captcha(vendor) => (words < TINY && case.page.passwords == 0).then_some(vendor),
        Mark::Parking(_) => None,
    });
    let page =
        vendor.or_else(|| place(case)).map(|vendor| format!("a page of {vendor} stands before the source"));
    page.or_else(|| {
        sets_cookie_and_reloads(case).then(|| "the page only sets a cookie and loads itself again".into())
    })
    .map(|detail: String| Ruling::new(Reason::BotChallenge, detail))
}

/// The simplest challenge: hardly a word, and a script that sets a cookie and asks again.
fn sets_cookie_and_reloads(case: &Case<'_>) -> bool {
    const AGAIN: [&str; 5] =
        ["location.reload", "location.replace", "location.href", "location=", "location ="];
    let script = &case.page.script;
    case.kind == Kind::Html
        && case.page.all_words() < TINY / 4
        && script.contains("document.cookie")
        && AGAIN.iter().any(|call| script.contains(call))
}

/// A page that asks whether a human asks, in its own words.
pub(super) fn wording(case: &Case<'_>) -> Option<Ruling> {
    if case.kind != Kind::Html || case.is_not_found() || !case.is_shorter_than(SMALL) || case.is_cited_work()
    {
        return None;
    }
    let more = |said: &Said| {
        said.has(Class::Challenge) || said.both(Class::Robot, Class::Verify) || said.has(Class::Guard)
    };
    if !case.speaks_of_itself(more) {
        return None;
    }
    let wording = case.wording();
    let named = wording.named(|said| {
        said.words <= 16 && (said.has(Class::Challenge) || said.both(Class::Robot, Class::Verify))
    });
    let checks = |said: &Said| {
        said.has(Class::Challenge) || said.words <= 25 && said.both(Class::Robot, Class::Verify)
    };
    // With an honest status the status says it better.
    let odd = case.accepted || matches!(case.answer.status, 405 | 406 | 409 | 418 | 498 | 499);
    let denies = |said: &Said| odd && said.words <= 25 && said.both(Class::Guard, Class::Denied);
    let said = named
        .or_else(|| case.is_shorter_than(2 * TINY).then(|| wording.led(checks)).flatten())
        .or_else(|| wording.named(|said| said.words <= 8 && denies(said)))
        .or_else(|| case.is_shorter_than(TINY).then(|| wording.led(denies)).flatten());
    said.map(|said| Ruling::new(Reason::BotChallenge, format!("the page says {}", quote(&said.text))))
}

fn is_refusal(case: &Case<'_>) -> bool {
    REFUSALS.contains(&case.answer.status)
}

fn place(case: &Case<'_>) -> Option<&'static str> {
    let (host, path) = (address::host(&case.answer.url), case.answer.url.path());
    let there = |(site, prefix): &&(&str, &str)| {
        case.was_redirected()
            && (site.is_empty() || host == *site || host.ends_with(&format!(".{site}")))
            && path.starts_with(prefix)
    };
    PLACES.iter().find(there).map(|(site, prefix)| if site.is_empty() { *prefix } else { *site })
}
