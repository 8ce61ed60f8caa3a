//! A service that says goodbye where a work was.
//!
//! News, release notes and status pages say the same of somebody else's service in the same words. What
//! tells them apart is the subject: a farewell names the site it stands on and nothing else, and goes on
//! to speak to its users.

use crate::check::address;
use crate::check::case::{Case, Kind};
use crate::check::phrases::{Class, hits, is_unbounded, sentences, without};
use crate::check::ruling::{Ruling, listed, quote};
use crate::check::wording::Said;
use crate::check::words::{fold, is_stopword, segments};
use crate::model::Reason;

/// Words up to which a page can be a service's farewell.
const TINY: usize = 60;

/// Words below the headings up to which nothing is told but the headline.
const HARDLY_ANYTHING: usize = 12;

/// How services speak of themselves and of nobody else, folded.
const ITSELF: &[&str] = &[
    "this service",
    "our service",
    "this site",
    "our site",
    "this website",
    "our website",
    "этот сайт",
    "наш сайт",
    "этот сервис",
    "наш сервис",
    "цей сайт",
    "наш сервіс",
    "цей сервіс",
    "бұл сайт",
    "бұл сервис",
    "dieser dienst",
    "unser dienst",
    "diese website",
    "diese webseite",
    "ce service",
    "notre service",
    "ce site",
    "notre site",
    "este servicio",
    "nuestro servicio",
    "este sitio",
    "este servico",
    "este site",
    "questo servizio",
    "questo sito",
    "bu hizmet",
    "bu site",
    "tato sluzba",
    "deze dienst",
    "deze website",
    "本站",
    "layanan ini",
    "situs ini",
];

/// Nouns that they use as well as those who report of them, folded.
const NOUNS: &[&str] = &[
    "the service",
    "the site",
    "the website",
    "сервис",
    "сайт",
    "проект",
    "портал",
    "сервіс",
    "проєкт",
    "serwis",
    "tjansten",
    "tjenesten",
    "palvelu",
    "サービス",
    "サイト",
    "网站",
    "服务",
    "服務",
    "서비스",
    "사이트",
];

/// What sites are called, folded.
const SITES: &str = "
    site website portal сайт портал сайта портала веб вебсайт webseite website webauftritt internetseite sitio portail
    sito sitesi serwis witryna
";

/// Words that name neither a service nor anybody else, folded.
const FILLERS: &str = "
    service site website homepage wordpress bye goodbye farewell notice announcement end closed important home page welcome
    permanently finally officially now
    объявление уведомление главная портал сайт сервис проект навсегда окончательно
    ende hinweis mitteilung endgultig dauerhaft dienst website webseite neue internetprasenz webprasenz webauftritt
    internet
    fin avis service site definitivement aviso cierre servicio sitio definitivamente encerramento servico
    avviso chiusura servizio sito hizmet duyuru
    中 中です 現在 只今 ただいま お知らせ のお知らせ に関するお知らせ について いたしました しました です を の は が 公告 通知 関于 关于 的 了 안내
";

/// Words with which services turn to their users, folded.
const THANKS: &[&str] = &[
    "thank you",
    "thanks",
    "danke",
    "vielen dank",
    "спасибо",
    "благодарим",
    "рахмет",
    "дякуємо",
    "merci",
    "remercions",
    "gracias",
    "agradecemos",
    "obrigado",
    "obrigada",
    "grazie",
    "ringraziamo",
    "tesekkur",
    "tesekkurler",
    "dziekujemy",
    "dekujeme",
    "bedankt",
    "tack",
    "takk",
    "kiitos",
    "koszonjuk",
    "multumim",
    "ありがとう",
    "感谢",
    "感謝",
    "谢谢",
    "감사",
    "terima kasih",
    "شكرا",
    "תודה",
];

/// A service that says goodbye where a work was.
pub(super) fn discontinued(case: &Case<'_>) -> Option<Ruling> {
    let page = matches!(case.kind, Kind::Html | Kind::Text);
    if !case.accepted || !page || !case.is_shorter_than(TINY) || case.speaks_of_work() {
        return None;
    }
    let more = |said: &Said| said.has(Class::Closed) || said.hits.says_gone();
    if !case.speaks_of_itself(more) {
        return None;
    }
    let site = Site::of(case);
    let said = site.announcements().find(|text| site.is_farewell(text))?;
    Some(Ruling::new(Reason::Soft404, format!("the page says {}", quote(said))))
}

/// Whether a sentence speaks of a site that need not be the one it stands on: "the site no longer exists" is
/// a register's word on the site it lists.
pub(super) fn speaks_of_another_site(text: &str) -> bool {
    let padded = padded(text);
    padded.split(' ').any(|word| listed(SITES, word))
        && !ITSELF.iter().any(|itself| contains(&padded, itself))
}

/// A page as far as it can speak of its own site.
pub(super) struct Site<'a> {
    case: &'a Case<'a>,
    /// What the site is called, folded, the longest first.
    names: Vec<String>,
}

impl<'a> Site<'a> {
    pub(super) fn of(case: &'a Case<'a>) -> Self {
        let host = address::host(case.requested);
        let suffix = address::registrable(host).split_once('.').map_or("", |(_, suffix)| suffix);
        let labels = host.strip_suffix(suffix).unwrap_or(host).split('.');
        let claimed = case.claims.sources.iter().chain([&case.page.site_name]);
        let mut names: Vec<String> = claimed
            .map(|name| fold(name))
            .chain([fold(host)])
            .chain(labels.map(|label| fold(label).replace(' ', "")))
            .filter(|name| name.chars().count() >= if name.contains(is_unbounded) { 2 } else { 4 })
            .collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { case, names }
    }

    /// Where a site would announce its end: the first heading that is more than its name, and the title.
    fn announcements(&self) -> impl Iterator<Item = &'a str> {
        let is_name =
            |heading: &&str| !hits(heading).has(Class::Closed) && self.says_nothing(&[fold(heading)]);
        let mut headings = self.case.page.headings().skip_while(is_name);
        let heading = headings.next().into_iter();
        let heading = heading.flat_map(|heading| std::iter::once(heading).chain(sentences(heading).take(1)));
        heading.chain([self.case.page.title.as_str()])
    }

    /// Whether a text says that this site has ended, and speaks of nothing else.
    fn is_farewell(&self, text: &str) -> bool {
        let folded = padded(text);
        if !hits(text).has(Class::Closed) || !self.says_nothing(&without(text, Class::Closed)) {
            return false;
        }
        let bare = self.case.has_less_below_than(HARDLY_ANYTHING);
        let below = padded(&self.case.page.text);
        let thanks = THANKS.iter().any(|thanks| contains(&below, thanks));
        let speaks = thanks || ITSELF.iter().any(|itself| contains(&below, itself));
        if self.names_itself(&folded) {
            bare || speaks
        } else if ITSELF.iter().any(|itself| contains(&folded, itself)) {
            thanks || self.has_title_of_nothing_else()
        } else {
            thanks && NOUNS.iter().any(|noun| contains(&folded, noun))
        }
    }

    fn names_itself(&self, padded: &str) -> bool {
        let squashed = padded.replace(' ', "");
        self.names.iter().any(|name| contains(padded, name) || squashed == *name)
            || self.names.iter().any(|name| spelled_apart(padded, name).is_some())
    }

    /// Whether no part of the page's title names a work, an office or a line.
    fn has_title_of_nothing_else(&self) -> bool {
        let parts = segments(&self.case.page.title);
        let parts = if parts.len() > 1 { &parts[1..] } else { &parts[..] };
        parts.iter().all(|part| self.says_nothing(&without(part, Class::Closed)))
    }

    /// Whether folded stretches of text have no word beside the site's names, what sites call themselves
    /// and function words.
    pub(super) fn says_nothing(&self, stretches: &[String]) -> bool {
        stretches.iter().all(|stretch| {
            let mut rest = format!(" {stretch} ");
            for name in &self.names {
                if let Some(apart) = spelled_apart(&rest, name) {
                    rest = rest.replace(&apart, " ");
                }
                rest = take_out(&rest, name);
            }
            for itself in ITSELF.iter().chain(NOUNS) {
                rest = take_out(&rest, itself);
            }
            rest.split_ascii_whitespace().all(|word| {
                is_stopword(word) || listed(FILLERS, word) || word.bytes().all(|byte| byte.is_ascii_digit())
            })
        })
    }
}

/// The words of a padded text that are `name` when they are written together: `Harbour Paper` of
/// `harbourpaper`.
fn spelled_apart(padded: &str, name: &str) -> Option<String> {
    let words: Vec<&str> = padded.split_ascii_whitespace().collect();
    let start =
        (0..words.len()).find(|start| words[*start..].len() > 1 && length(&words[*start..], name) > 1)?;
    Some(format!(" {} ", words[start..start + length(&words[start..], name)].join(" ")))
}

/// How many words from the first make up a name; 0 if they don't.
fn length(words: &[&str], name: &str) -> usize {
    let mut rest = name;
    for (at, word) in words.iter().enumerate() {
        match rest.strip_prefix(word) {
            Some("") => return at + 1,
            Some(left) => rest = left,
            None => return 0,
        }
    }
    0
}

fn padded(text: &str) -> String {
    format!(" {} ", fold(text))
}

/// Whether a padded text has a phrase; where a script knows no spaces it may stand anywhere.
fn contains(padded: &str, phrase: &str) -> bool {
    if phrase.contains(is_unbounded) {
        padded.contains(phrase)
    } else {
        padded.contains(&format!(" {phrase} "))
    }
}

fn take_out(padded: &str, phrase: &str) -> String {
    if phrase.contains(is_unbounded) {
        padded.replace(phrase, " ")
    } else {
        padded.replace(&format!(" {phrase} "), " ")
    }
}
