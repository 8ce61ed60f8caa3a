//! Hosts that fail for every link: one fact, not seven.

use std::collections::{BTreeMap, HashMap, HashSet};

use url::Url;

use crate::model::{Check, Evidence, Finding, Known, Link, Reason, Verdict};

/// Links of one host from which its failing for all of them says more than each failure.
const SEVERAL: usize = 3;

/// A host none of whose links can be told to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FailingHost {
    host: String,
    links: usize,
    /// Links by reason.
    reasons: BTreeMap<Reason, usize>,
}

impl FailingHost {
    /// `All 7 links to a.example time out`.
    pub(super) fn sentence(&self) -> String {
        let (links, host) = (self.links, &self.host);
        match self.reasons.iter().next() {
            Some((reason, _)) if self.reasons.len() == 1 => {
                format!("All {links} links to {host} {}", words(*reason))
            }
            _ => {
                let reasons: Vec<String> =
                    self.reasons.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
                format!("All {links} links to {host} fail ({})", reasons.join(", "))
            }
        }
    }
}

/// Other pages of a host that are there, from which one strange page is no sign of a new owner.
const MANY: usize = 3;

/// Takes back that a domain has a new owner where many other cited pages of the same host are there, and more
/// than twice as many as are strange: then it is only those pages that show something else.
pub(super) fn doubt_new_owners(links: &[Link], checks: &mut [Known<Check>]) {
    let mut hosts: HashMap<&str, (HashSet<&str>, HashSet<&str>)> = HashMap::new();
    for (link, known) in links.iter().zip(checks.iter()) {
        let (there, strange) = hosts.entry(bare_host(&link.url)).or_default();
        let deep = link.url.path().len() > 1 || link.url.query().is_some();
        match (known.value.verdict, known.value.reason) {
            (Verdict::Alive, _) if deep => _ = there.insert(link.url.as_str()),
            (_, Reason::DomainTakenOver | Reason::ParkedDomain) => _ = strange.insert(link.url.as_str()),
            _ => {}
        }
    }
    for (link, known) in links.iter().zip(checks) {
        let Some((there, strange)) = hosts.get(bare_host(&link.url)) else { continue };
        let doubted = there.len() >= MANY && there.len() > 2 * strange.len();
        if doubted && known.value.reason == Reason::DomainTakenOver {
            let detail = format!("{} other cited pages of this host are still there", there.len());
            known.value.reason = Reason::ContentDrift;
            known.value.evidence.push(Evidence { signal: "host".to_owned(), detail });
        }
    }
}

fn bare_host(url: &Url) -> &str {
    let host = url.host_str().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// The hosts all of whose links fail, those with most links first; and says so in the evidence of
/// their findings.
pub(super) fn tell_failing_hosts(findings: &mut [Finding]) -> Vec<FailingHost> {
    let failing = failing_hosts(findings);
    let by_host: HashMap<&str, &FailingHost> =
        failing.iter().map(|host| (host.host.as_str(), host)).collect();
    for finding in findings {
        let known = asked(finding).and_then(|url| by_host.get(url.host_str()?).copied());
        if let Some(host) = known {
            let detail = host.sentence();
            finding.check.value.evidence.push(Evidence { signal: "host".to_owned(), detail });
        }
    }
    failing
}

fn failing_hosts(findings: &[Finding]) -> Vec<FailingHost> {
    let mut links: HashSet<Url> = HashSet::new();
    let mut hosts: BTreeMap<String, (FailingHost, bool)> = BTreeMap::new();
    for finding in findings {
        let Some(url) = asked(finding) else { continue };
        let Some(host) = url.host_str().map(str::to_owned) else { continue };
        if !links.insert(url) {
            continue;
        }
        let new = || (FailingHost { host: host.clone(), links: 0, reasons: BTreeMap::new() }, true);
        let (known, all) = hosts.entry(host.clone()).or_insert_with(new);
        known.links += 1;
        *known.reasons.entry(finding.check.value.reason).or_default() += 1;
        *all &= is_of_host(finding.check.value.reason);
    }
    let mut failing: Vec<FailingHost> = hosts
        .into_values()
        .filter(|(host, all)| *all && host.links >= SEVERAL)
        .map(|(host, _)| host)
        .collect();
    failing.sort_by(|a, b| b.links.cmp(&a.links).then_with(|| a.host.cmp(&b.host)));
    failing
}

/// The address of a finding that was asked for, without its fragment.
fn asked(finding: &Finding) -> Option<Url> {
    if finding.check.value.verdict == Verdict::Skipped {
        return None;
    }
    let mut url = Url::parse(finding.citation.url.as_deref()?).ok()?;
    url.set_fragment(None);
    Some(url)
}

/// Whether the reason can be one of the host rather than of the page.
fn is_of_host(reason: Reason) -> bool {
    reason != Reason::Offline
        && (reason.verdict() == Verdict::Unsure
            || matches!(
                reason,
                Reason::DnsNotFound
                    | Reason::ConnectionRefused
                    | Reason::ParkedDomain
                    | Reason::DomainTakenOver
                    | Reason::Http401
                    | Reason::Http403
                    | Reason::BotChallenge
                    | Reason::Http451
            ))
}

fn words(reason: Reason) -> String {
    match reason {
        Reason::Timeout => "time out",
        Reason::ConnectionReset => "break off before an answer",
        Reason::ConnectionRefused => "are refused: no web server runs there any more",
        Reason::DnsNotFound => "lead nowhere: the name no longer exists",
        Reason::DnsFailure => "fail because the name could not be looked up",
        Reason::TlsExpired => "end at an expired certificate",
        Reason::TlsInvalid => "end at a certificate that is not valid",
        Reason::Http5xx => "end in an error of the server",
        Reason::RateLimited => "were asked for too often, by the server's account",
        Reason::ParkedDomain => "lead to a parked or switched-off site",
        Reason::DomainTakenOver => "lead to a new owner of the domain",
        Reason::Http401 | Reason::Http403 => "are refused to a machine",
        Reason::BotChallenge => "end at a check for humans",
        Reason::Http451 => "are withheld for legal reasons",
        other => return format!("fail ({other})"),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::audit::CitationStyle;
    use crate::audit::join::finding;
    use crate::model::{Citation, Claims};

    fn cited(url: &str, reason: Reason) -> Finding {
        let citation = Citation::bare("r.txt", url);
        let check = Known::live(Check::without_asking(reason, Timestamp::UNIX_EPOCH));
        finding(citation, check, None, None, false, CitationStyle::default())
    }

    fn told(cited_urls: &[(&str, Reason)]) -> Vec<String> {
        let mut findings: Vec<Finding> = cited_urls.iter().map(|(url, reason)| cited(url, *reason)).collect();
        tell_failing_hosts(&mut findings).iter().map(FailingHost::sentence).collect()
    }

    #[test]
    fn a_host_that_fails_for_all_its_links_is_one_fact() {
        let three = |third: Reason| {
            told(&[
                ("http://a.example/1", Reason::Timeout),
                ("http://a.example/2#x", Reason::Timeout),
                ("http://a.example/3", third),
                ("http://b.example/1", Reason::Timeout),
            ])
        };
        assert_eq!(three(Reason::Timeout), ["All 3 links to a.example time out"]);
        assert_eq!(three(Reason::Http5xx), ["All 3 links to a.example fail (2 timeout, 1 http-5xx)"]);
        assert_eq!(three(Reason::Ok), Vec::<String>::new());
        assert_eq!(three(Reason::Http404), Vec::<String>::new());
        assert_eq!(three(Reason::Offline), Vec::<String>::new());
    }

    /// The reasons of a host's pages once one has been weighed against the others.
    fn weighed(reasons: &[Reason]) -> Vec<Reason> {
        let link = |number| {
            let url = Url::parse(&format!("http://a.example/{number}")).expect("an address");
            Link { url, alternatives: Vec::new(), claims: Claims::default() }
        };
        let links: Vec<Link> = (1..=reasons.len()).map(link).collect();
        let check = |reason: &Reason| Known::live(Check::without_asking(*reason, Timestamp::UNIX_EPOCH));
        let mut checks: Vec<Known<Check>> = reasons.iter().map(check).collect();
        doubt_new_owners(&links, &mut checks);
        checks.iter().map(|known| known.value.reason).collect()
    }

    #[test]
    fn a_strange_page_among_many_that_are_there_has_no_new_owner() {
        use Reason::{ContentDrift, DomainTakenOver, Http404, Ok, ParkedDomain};
        assert_eq!(weighed(&[Ok, Ok, DomainTakenOver, Ok]), [Ok, Ok, ContentDrift, Ok]);
        for unmoved in [
            &[Ok, Ok, DomainTakenOver][..],
            &[Ok, Ok, Ok, DomainTakenOver, ParkedDomain],
            &[Http404, Http404, Http404, DomainTakenOver],
        ] {
            assert_eq!(weighed(unmoved), unmoved);
        }
    }

    #[test]
    fn one_link_cited_three_times_is_one_link() {
        let url = "http://a.example/1";
        assert_eq!(told(&[(url, Reason::Timeout); 3]), Vec::<String>::new());
    }

    #[test]
    fn every_finding_of_the_host_says_so() {
        let mut findings: Vec<Finding> =
            (0..3).map(|n| cited(&format!("http://a.example/{n}"), Reason::DnsNotFound)).collect();
        findings.push(cited("http://b.example/", Reason::DnsNotFound));
        tell_failing_hosts(&mut findings);
        let detail = |finding: &Finding| finding.check.value.evidence.first().map(|fact| fact.detail.clone());
        let said = "All 3 links to a.example lead nowhere: the name no longer exists";
        assert_eq!(detail(&findings[0]).as_deref(), Some(said));
        assert_eq!(detail(&findings[3]), None);
    }
}
