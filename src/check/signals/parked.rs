//! Domains without a site: parked, for sale, suspended, or answering with what a server shows
//! before anybody has put anything there.
//!
//! Services: the IP and name-server lists of the parking measurement literature (Vissers et al.,
//! "Parking sensors", NDSS 2015; Zirngibl et al., "Domain parking: largely present, rarely
//! considered", TMA 2022) reduced to those seen on the web today.

use crate::check::address;
use crate::check::case::{Case, Kind};
use crate::check::marks::Mark;
use crate::check::phrases::{Class, hits, is_unbounded, without};
use crate::check::ruling::{Ruling, listed, quote};
use crate::check::wording::Said;
use crate::check::words::is_stopword;
use crate::model::Reason;

use super::closed::Site;

/// Registrable domains of parking and domain-trading services.
const SERVICES: &str = "
    sedoparking.com sedo.com parkingcrew.net parkingcrew.com bodis.com above.com afternic.com dan.com
    undeveloped.com hugedomains.com parklogic.com dns-parking.com buydomains.com domainmarket.com
    uniregistry.com uni.market brandbucket.com squadhelp.com atom.com efty.com namebright.com sav.com
    flippa.com perfectdomain.com domainnamesales.com smartname.com skenzo.com epik.com giantpanda.com
    brandforce.com namepros.com 4.cn ename.com juming.com parking.reg.ru telderi.ru elitedomains.de
    domaincatcher.com dropcatch.com snapnames.com
";

/// Words, advertisements included, up to which a page can be a placeholder.
const SMALL: usize = 250;

/// Words up to which a page can be a host's notice and nothing else; news of a site that was
/// switched off say the same at greater length.
const TINY: usize = 60;

/// Words, furniture included, up to which anything on a page is its message.
const BARE: usize = 40;

/// A page of a parking service, by its address or its source.
pub(super) fn parking_service(case: &Case<'_>) -> Option<Ruling> {
    let to = &case.answer.url;
    let host = address::host(to);
    let elsewhere = case.was_redirected();
    let service = listed(SERVICES, address::registrable(host)) || listed(SERVICES, host);
    if elsewhere && service && !address::same_site(case.requested, to) {
        return Some(Ruling::new(Reason::ParkedDomain, format!("redirected to {host}")));
    }
    if is_parking_host(host) {
        return Some(Ruling::new(Reason::ParkedDomain, format!("{host} is a host of parked domains")));
    }
    let lander = elsewhere && to.path().starts_with("/lander");
    let scripted = case.page.words < 20 && case.page.script.contains("\"/lander");
    if lander || scripted {
        return Some(Ruling::new(Reason::ParkedDomain, "leads to /lander, a registrar's parking page"));
    }
    if case.kind != Kind::Html || case.page.all_words() >= SMALL || names_more_than_the_domain(case) {
        return None;
    }
    let service =
        case.marks.first(|mark| if let Mark::Parking(service) = mark { Some(service) } else { None })?;
    Some(Ruling::new(Reason::ParkedDomain, format!("a page of {service}")))
}

/// A short page that offers its own domain.
pub(super) fn for_sale(case: &Case<'_>) -> Option<Ruling> {
    if !is_placeholder_sized(case) {
        return None;
    }
    let domain = address::registrable(address::host(&case.answer.url)).to_ascii_lowercase();
    let offers = |said: &Said| {
        said.both(Class::Domain, Class::ForSale)
            || (said.has(Class::ForSale) && said.text.to_lowercase().contains(&domain))
    };
    let names_itself = case.page.title.to_lowercase().contains(&domain)
        || case.page.text.to_lowercase().contains(&domain)
        || case.page.furniture.to_lowercase().contains(&domain);
    let wording = case.wording();
    let said = if names_itself {
        wording.anywhere(offers)
    } else {
        let more = |said: &Said| said.has(Class::Domain) || said.has(Class::ForSale);
        let short = case.is_shorter_than(TINY) && case.speaks_of_itself(more);
        short.then(|| wording.named(|said| said.words <= 12 && offers(said))).flatten()
    };
    let offered = || {
        let title = &case.likeness().found;
        let only_domain = title.split_whitespace().count() <= 3 && title.to_lowercase().contains(&domain);
        (only_domain && case.page.all_words() < BARE)
            .then(|| wording.anywhere(|said| said.has(Class::ForSale)))?
    };
    said.or_else(offered)
        .map(|said| Ruling::new(Reason::ParkedDomain, format!("the page says {}", quote(&said.text))))
}

/// A host's notice that the site is switched off.
pub(super) fn suspended(case: &Case<'_>) -> Option<Ruling> {
    let path = case.answer.url.path();
    if path.contains("/suspendedpage.cgi") || path.contains("/defaultwebpage.cgi") {
        return Some(Ruling::new(Reason::ParkedDomain, "the host's page for sites that are switched off"));
    }
    if !case.is_shorter_than(TINY) || case.is_not_found() {
        return None;
    }
    let site = Site::of(case);
    site_notice(case, |said| {
        said.words <= 14
            && (said.has(Class::Keeper) || said.has(Class::Suspended) && is_unqualified(&said.text))
            && is_hosts_own(case, said, &site)
    })
}

/// Whether words are a host's notice, by what they say and what else the page says: "Hosting provider fined"
/// is a headline.
fn is_hosts_own(case: &Case<'_>, said: &Said, site: &Site<'_>) -> bool {
    const ON: [Class; 5] =
        [Class::Suspended, Class::Placeholder, Class::Domain, Class::Courtesy, Class::Guide];
    let tells = said.has(Class::Suspended);
    let alone = tells && site.says_nothing(&without(&said.text, Class::Suspended));
    let goes_on =
        |other: &Said| ON.iter().any(|class| other.has(*class)) || tells && other.has(Class::Keeper);
    let goes_on_at_all = case.wording().anywhere(|other| other.text != said.text && goes_on(other)).is_some();
    case.is_message(said, alone, goes_on) && (tells || goes_on_at_all)
}

/// Whether no other site is named before what is said to be switched off: "Ministry website suspended" is
/// news.
fn is_unqualified(text: &str) -> bool {
    const ITSELF: &str = "looks like domain isn t sorry diese dieser dieses www http https";
    let before = without(text, Class::Suspended).into_iter().next().unwrap_or_default();
    let names_nothing =
        |word: &str| is_stopword(word) || listed(ITSELF, word) || hits(word).has(Class::Courtesy);
    before.contains(is_unbounded) || before.split_ascii_whitespace().all(names_nothing)
}

/// A server as it comes out of the box.
pub(super) fn default_server(case: &Case<'_>) -> Option<Ruling> {
    let fits = !case.is_not_found()
        && case.kind == Kind::Html
        && case.page.all_words() < 2 * SMALL
        && !case.is_cited_work();
    let said = fits.then(|| told(case, |said| said.words <= 16 && said.has(Class::DefaultServer)))??;
    // "It works!" alone is Apache's; in other company it can be anything.
    if said.words <= 2 && !case.is_shorter_than(BARE) {
        return None;
    }
    Some(Ruling::new(Reason::ParkedDomain, format!("a server's own page: {}", quote(&said.text))))
}

/// A site that is to come, where a source was.
pub(super) fn placeholder(case: &Case<'_>) -> Option<Ruling> {
    if !case.is_shorter_than(TINY) {
        return None;
    }
    let site = Site::of(case);
    let alone = |said: &Said| site.says_nothing(&without(&said.text, Class::Placeholder));
    site_notice(case, |said| said.words <= 10 && said.has(Class::Placeholder) && alone(said))
}

fn site_notice(case: &Case<'_>, test: impl Fn(&Said) -> bool) -> Option<Ruling> {
    const MORE: [Class; 4] = [Class::Suspended, Class::Keeper, Class::Placeholder, Class::Domain];
    let more = |said: &Said| MORE.iter().any(|class| said.has(*class));
    if !is_placeholder_sized(case) || !case.speaks_of_itself(more) {
        return None;
    }
    let said = told(case, test)?;
    Some(Ruling::new(Reason::ParkedDomain, format!("the page says {}", quote(&said.text))))
}

/// What the title or a heading says or, on a page of a few words, anything on it.
fn told<'a>(case: &'a Case<'_>, test: impl Fn(&Said) -> bool) -> Option<&'a Said> {
    let wording = case.wording();
    if case.page.all_words() < BARE { wording.anywhere(test) } else { wording.named(test) }
}

fn is_placeholder_sized(case: &Case<'_>) -> bool {
    let page = matches!(case.kind, Kind::Html | Kind::Text);
    page && case.page.all_words() < SMALL && !names_more_than_the_domain(case)
}

/// Whether the page's title is the cited one, and not just the name of the domain, which parked
/// pages bear too.
fn names_more_than_the_domain(case: &Case<'_>) -> bool {
    let title = case.likeness().found.to_lowercase();
    case.is_cited_work() && !title.contains(address::registrable(address::host(&case.answer.url)))
}

/// `ww1.`, `ww16.`, `ww38.`: the hosts to which parking redirects.
fn is_parking_host(host: &str) -> bool {
    let label = host.split('.').next().unwrap_or_default();
    label.strip_prefix("ww").is_some_and(|digits| {
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}
