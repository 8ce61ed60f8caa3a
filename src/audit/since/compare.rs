//! The comparison itself.

use std::collections::BTreeMap;

use crate::model::{Audit, Baseline, Before, Change, Earlier, Finding, Since, mask};

use super::citations::{self, Traits};
use super::documents::{self, Cites};

/// Says of every finding what became of it since `baseline`, and of the run what is gone. Only
/// documents of this run that could be read are held against it: what was audited elsewhere is not
/// gone.
pub fn compare(audit: &mut Audit, baseline: &Baseline) {
    let then = Then::of(baseline);
    let now = Documents::of(audit);
    let pairs = documents::pair(&now.cites(), &then.cites(baseline));
    let mut since = Since { name: baseline.name.clone(), at: None, gone: Vec::new() };
    for (index, earlier) in pairs.into_iter().enumerate() {
        let earlier = earlier.map(|earlier| then.citations[earlier].as_slice()).unwrap_or_default();
        one_document(audit, &now.findings[index], &baseline.citations, earlier, &mut since);
    }
    audit.run.since = Some(since);
}

/// Compares the findings of one document, given by their indices, with its citations then.
fn one_document(
    audit: &mut Audit,
    findings: &[usize],
    all: &[Earlier],
    earlier: &[usize],
    since: &mut Since,
) {
    let masked: Vec<_> = findings.iter().map(|index| audit.findings[*index].citation.masked()).collect();
    let now: Vec<Traits<'_>> = masked
        .iter()
        .map(|citation| Traits {
            note: citation.note.as_deref(),
            url: citation.url.as_deref().unwrap_or_default(),
            as_printed: citation.as_printed.as_deref(),
            title: citation.title.as_deref(),
            context: citation.context.as_deref(),
        })
        .collect();
    let then: Vec<Traits<'_>> = earlier.iter().map(|index| traits(&all[*index])).collect();
    let mut left = vec![true; then.len()];
    for (index, pair) in findings.iter().zip(citations::pair(&now, &then)) {
        let finding = &mut audit.findings[*index];
        finding.change = Some(match pair {
            Some(pair) => {
                left[pair.earlier] = false;
                change(&all[earlier[pair.earlier]], pair.readdressed, finding)
            }
            None => Change::NEW,
        });
    }
    since.at = since.at.max(earlier.iter().map(|index| all[*index].checked_at).max());
    since
        .gone
        .extend(earlier.iter().zip(left).filter(|(_, left)| *left).map(|(index, _)| all[*index].clone()));
}

fn change(earlier: &Earlier, readdressed: bool, finding: &Finding) -> Change {
    let before = Before {
        verdict: earlier.verdict,
        reason: earlier.reason,
        checked_at: earlier.checked_at,
        archive: earlier.archive,
        url: readdressed.then(|| earlier.url.clone()),
    };
    Change::since(before, finding.check.value.verdict, finding.archive)
}

fn traits(earlier: &Earlier) -> Traits<'_> {
    Traits {
        note: earlier.note.as_deref(),
        url: &earlier.url,
        as_printed: earlier.as_printed.as_deref(),
        title: earlier.title.as_deref(),
        context: earlier.context.as_deref(),
    }
}

/// The documents then, and which citations each has.
struct Then<'a> {
    names: Vec<&'a str>,
    citations: Vec<Vec<usize>>,
}

impl<'a> Then<'a> {
    fn of(baseline: &'a Baseline) -> Self {
        let mut then = Self { names: Vec::new(), citations: Vec::new() };
        let mut indices = BTreeMap::new();
        for name in &baseline.documents {
            then.document(name, &mut indices);
        }
        for (index, citation) in baseline.citations.iter().enumerate() {
            let document = then.document(&citation.document, &mut indices);
            then.citations[document].push(index);
        }
        then
    }

    /// The document's index; a new one if it has none.
    fn document(&mut self, name: &'a str, indices: &mut BTreeMap<&'a str, usize>) -> usize {
        *indices.entry(name).or_insert_with(|| {
            self.names.push(name);
            self.citations.push(Vec::new());
            self.names.len() - 1
        })
    }

    fn cites(&self, baseline: &'a Baseline) -> Vec<Cites<'a>> {
        let urls =
            |indices: &[usize]| indices.iter().map(|index| baseline.citations[*index].url.as_str()).collect();
        self.names
            .iter()
            .zip(&self.citations)
            .map(|(name, indices)| Cites { name, urls: urls(indices) })
            .collect()
    }
}

/// The documents of today that could be read, each with its addresses and the indices of its
/// findings.
struct Documents {
    names: Vec<String>,
    urls: Vec<Vec<String>>,
    findings: Vec<Vec<usize>>,
}

impl Documents {
    fn of(audit: &Audit) -> Self {
        let readable = audit.run.documents.iter().filter(|document| document.error.is_none());
        let names: Vec<&str> = readable.map(|document| document.name.as_str()).collect();
        let indices: BTreeMap<&str, usize> =
            names.iter().enumerate().map(|(index, name)| (*name, index)).collect();
        let (mut urls, mut findings) = (vec![Vec::new(); names.len()], vec![Vec::new(); names.len()]);
        for (index, finding) in audit.findings.iter().enumerate() {
            if let Some(document) = indices.get(finding.citation.document.as_str()) {
                urls[*document].extend(finding.citation.url.as_deref().map(|url| mask(url).into_owned()));
                findings[*document].push(index);
            }
        }
        Self { names: names.into_iter().map(|name| mask(name).into_owned()).collect(), urls, findings }
    }

    fn cites(&self) -> Vec<Cites<'_>> {
        self.names
            .iter()
            .zip(&self.urls)
            .map(|(name, all)| Cites { name, urls: all.iter().map(String::as_str).collect() })
            .collect()
    }
}
