//! From citations to distinct addresses: a link is checked once, however often it is cited.

use std::collections::HashMap;

use jiff::civil::Date;
use url::{Host, Url};

use crate::archive::Query;
use crate::model::{Citation, Claims, Link, PartialDate, Reason};
use crate::web::is_global;

use super::copies::is_itself_a_copy;
use super::options::Options;
use super::reference::reference_date;

/// What is to be asked, and which citation gets which answer.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Distinct addresses, in the order of their first citation.
    pub(super) links: Vec<Link>,
    /// Distinct look-ups, in the order of their first citation.
    pub(super) queries: Vec<Query>,
    /// The index of each query's link.
    pub(super) query_links: Vec<usize>,
    /// For each citation that was added, in order.
    pub(super) targets: Vec<Target>,
    link_index: HashMap<Url, usize>,
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
        let target = match address(citation, options) {
            Ok(url) => self.ask(url, citation, reference_date(citation, report)),
            Err(reason) => Target::Skipped(reason),
        };
        self.targets.push(target);
    }

    fn ask(&mut self, url: Url, citation: &Citation, reference: Option<Date>) -> Target {
        let in_archives = may_be_archived(&url) && !is_itself_a_copy(citation);
        let link = self.link(url, citation);
        Target::Asked { link, query: in_archives.then(|| self.query(link, reference)) }
    }

    fn query(&mut self, link: usize, reference: Option<Date>) -> usize {
        *self.query_index.entry((link, reference)).or_insert_with(|| {
            self.queries.push(Query { url: self.links[link].url.clone(), reference });
            self.query_links.push(link);
            self.queries.len() - 1
        })
    }

    fn link(&mut self, url: Url, citation: &Citation) -> usize {
        let index = *self.link_index.entry(url).or_insert_with_key(|url| {
            self.links.push(Link { url: url.clone(), alternatives: Vec::new(), claims: Claims::default() });
            self.links.len() - 1
        });
        let link = &mut self.links[index];
        for url in citation.candidates.iter().filter_map(|candidate| web_address(candidate).ok()) {
            if url != link.url {
                add_new(&mut link.alternatives, url);
            }
        }
        for title in [&citation.title, &citation.title_translated].into_iter().flatten() {
            add_new(&mut link.claims.titles, title.clone());
        }
        for source in [&citation.source, &citation.author].into_iter().flatten() {
            add_new(&mut link.claims.sources, source.clone());
        }
        index
    }
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
