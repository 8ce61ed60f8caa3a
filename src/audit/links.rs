//! From citations to distinct links: a work at an address, checked once, however often it is cited.
//!
//! Two notes may cite one address as different works, by mistake or since the page has changed
//! between them. Then it is two links of one address: asked once, and each held against its own
//! note's words.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use url::{Host, Url};

use crate::archive::Query;
use crate::model::{Citation, Claims, Link, PartialDate, Reason};
use crate::web::is_global;

use super::copies::is_itself_a_copy;
use super::options::Options;
use super::reference::reference_date;

/// What is to be asked, and which citation gets which answer.
#[derive(Debug, Default, Clone)]
pub(super) struct Plan {
    /// Distinct works at distinct addresses, in the order of their first citation.
    pub(super) links: Vec<Link>,
    /// The indices of each distinct address's links; never none.
    pub(super) addresses: Vec<Vec<usize>>,
    /// The look-ups, one for each link and reference date, in the order of their first citation.
    pub(super) queries: Vec<Query>,
    /// The index of each query's link.
    pub(super) query_links: Vec<usize>,
    /// Links of which an author gives an archived copy.
    pub(super) copied: HashSet<usize>,
    /// For each citation that was added, in order.
    pub(super) targets: Vec<Target>,
    /// For each of them, the day that a capture should be near to.
    pub(super) references: Vec<Option<Date>>,
    /// Readings of links printed over lines that have a hyphen at one of the breaks, by link.
    pub(super) broken: HashMap<usize, Vec<Url>>,
    /// Links of which a note names an archive copy itself.
    pub(super) kept: HashSet<usize>,
    address_index: HashMap<Url, usize>,
    query_index: HashMap<(usize, Option<Date>), usize>,
}

/// Where a citation's answers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// Indices into [`Plan::links`] and [`Plan::queries`].
    Asked {
        /// The link.
        link: usize,
        /// The look-up; none where no archive can have the source.
        query: Option<usize>,
    },
    /// Not asked, for this reason.
    Skipped(Reason),
}

impl Plan {
    /// Adds a citation of a report with that date of its own.
    pub(super) fn add(&mut self, citation: &Citation, report: Option<PartialDate>, options: &Options) {
        let reference = reference_date(citation, report);
        let target = match address(citation, options) {
            Ok(url) => self.ask(url, citation, reference),
            Err(reason) => Target::Skipped(reason),
        };
        self.targets.push(target);
        self.references.push(reference);
    }

    fn ask(&mut self, url: Url, citation: &Citation, reference: Option<Date>) -> Target {
        let in_archives = may_be_archived(&url) && !is_itself_a_copy(citation);
        let link = self.link(url, citation);
        if citation.archived.is_some() {
            self.copied.insert(link);
        }
        Target::Asked { link, query: in_archives.then(|| self.query(link, reference)) }
    }

    fn query(&mut self, link: usize, reference: Option<Date>) -> usize {
        *self.query_index.entry((link, reference)).or_insert_with(|| {
            self.queries.push(Query { url: self.links[link].url.clone(), reference });
            self.query_links.push(link);
            self.queries.len() - 1
        })
    }

    /// The host of an address.
    pub(super) fn host(&self, address: usize) -> String {
        let link = self.addresses[address].first().map(|link| &self.links[*link]);
        link.and_then(|link| link.url.host_str()).unwrap_or_default().to_owned()
    }

    fn link(&mut self, url: Url, citation: &Citation) -> usize {
        let titles: Vec<&String> =
            [&citation.title, &citation.title_translated].into_iter().flatten().collect();
        let address = *self.address_index.entry(url.clone()).or_insert_with(|| {
            self.addresses.push(Vec::new());
            self.addresses.len() - 1
        });
        let cited_before = self.addresses[address]
            .iter()
            .copied()
            .find(|link| may_be_one_work(&self.links[*link].claims.titles, &titles));
        let index = cited_before.unwrap_or_else(|| {
            self.links.push(Link { url, alternatives: Vec::new(), claims: Claims::default() });
            self.addresses[address].push(self.links.len() - 1);
            self.links.len() - 1
        });
        let link = &mut self.links[index];
        for url in citation.candidates.iter().filter_map(|candidate| web_address(candidate).ok()) {
            if url != link.url {
                add_new(&mut link.alternatives, url);
            }
        }
        if citation.archived.is_some() {
            self.kept.insert(index);
        }
        for url in hyphenated(citation.as_printed.as_deref().unwrap_or_default()) {
            add_new(self.broken.entry(index).or_default(), url);
        }
        for title in titles {
            add_new(&mut link.claims.titles, title.clone());
        }
        for source in [&citation.source, &citation.author].into_iter().flatten() {
            add_new(&mut link.claims.sources, source.clone());
        }
        index
    }
}

/// Whether two notes may mean the same work: one names none, or a title of one begins as a title of
/// the other does, shortened perhaps or otherwise punctuated.
fn may_be_one_work(known: &[String], cited: &[&String]) -> bool {
    let bare = |title: &str| -> String {
        title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let known: Vec<String> = known.iter().map(|title| bare(title)).collect();
    let cited: Vec<String> = cited.iter().map(|title| bare(title)).collect();
    let alike = |one: &String| {
        cited.iter().any(|other| one.starts_with(other.as_str()) || other.starts_with(one.as_str()))
    };
    known.is_empty() || cited.is_empty() || known.iter().any(alike)
}

/// The address to ask for a citation, or why none is asked.
fn address(citation: &Citation, options: &Options) -> Result<Url, Reason> {
    let printed = citation.url.as_deref().ok_or(Reason::Malformed)?;
    let included = options.include.is_empty() || options.include.is_match(printed);
    if !included || options.exclude.is_match(printed) {
        return Err(Reason::Excluded);
    }
    web_address(printed)
}

/// The address as printed, with a hyphen where a line ends inside a word: typesetters drop them.
fn hyphenated(printed: &str) -> Vec<Url> {
    const MOST: usize = 3;
    let breaks: Vec<usize> = printed.match_indices('\n').map(|(at, _)| at).collect();
    let inside_word = |at: &usize| {
        let letter = |c: char| c.is_alphanumeric();
        printed[..*at].trim_end().ends_with(letter) && printed[*at..].trim_start().starts_with(letter)
    };
    let with_hyphen = |at: &usize| {
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        web_address(&format!("{}-{}", joined(&printed[..*at]), joined(&printed[*at..]))).ok()
    };
    breaks.iter().filter(|at| inside_word(at)).filter_map(with_hyphen).take(MOST).collect()
}

/// An address of the web, without its fragment: what stands behind `#` never reaches the server.
fn web_address(printed: &str) -> Result<Url, Reason> {
    let mut url = Url::parse(printed).map_err(|_| Reason::Malformed)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Reason::NotHttp);
    }
    url.set_fragment(None);
    Ok(url)
}

/// Whether an archive could have reached it: an address literal that is not on the public internet
/// is nobody else's business.
fn may_be_archived(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => is_global(address.into()),
        Some(Host::Ipv6(address)) => is_global(address.into()),
        Some(Host::Domain(name)) => name != "localhost" && !name.ends_with(".localhost"),
        None => false,
    }
}

fn add_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_work(one: &[&str], other: &[&str]) -> bool {
        let own = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
        may_be_one_work(&own(one), &own(other).iter().collect::<Vec<_>>())
    }

    #[test]
    fn shortened_titles_are_one_work_and_other_titles_another() {
        assert!(one_work(&["The Mast Dispute: A History"], &["“The mast dispute”"]));
        assert!(one_work(&["Спор о мачте", "The Mast Dispute"], &["The Mast Dispute,"]));
        assert!(one_work(&[], &["The Mast Dispute"]));
        assert!(one_work(&["The Mast Dispute"], &[]));
        assert!(!one_work(&["The Mast Dispute"], &["The Bridge Dispute"]));
    }

    #[test]
    fn a_hyphen_may_be_lost_where_a_line_ends_inside_a_word() {
        let found = |printed: &str| hyphenated(printed).into_iter().map(String::from).collect::<Vec<_>>();
        assert_eq!(
            found("http://a.example/old\ncrane/at\nnoon"),
            ["http://a.example/old-crane/atnoon", "http://a.example/oldcrane/at-noon"]
        );
        assert_eq!(found("http://a.example/\ncrane-\nat_\nnoon"), Vec::<String>::new());
        assert_eq!(found("http://a.example/crane"), Vec::<String>::new());
    }
}
