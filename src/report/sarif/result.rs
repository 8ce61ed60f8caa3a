//! A result: a citation that needs action.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_sarif::sarif::{
    ArtifactLocation, Location, LogicalLocation, PhysicalLocation, PropertyBag, Region, Result, ResultLevel,
};

use super::baseline::state;
use super::log::text;
use super::rules::{index, level};
use crate::model::{Citation, Finding, Location as Place, Verdict};
use crate::report::clean::{clean, shorten};
use crate::report::table::{Cell, Row};
use crate::report::terms::Terms;
use crate::report::urgent::message;

/// The most of a cell that is kept in a result's properties; JSON has all.
const CELL: usize = 2_000;

/// The result of a finding whose secrets are masked.
pub(super) fn result(finding: &Finding, identity: &str, terms: &Terms) -> Result {
    let check = &finding.check.value;
    let result = Result::builder()
        .rule_id(check.reason.to_string())
        .rule_index(index(check.reason))
        .level(level_of(check.verdict))
        .message(text(&message(finding)))
        .partial_fingerprints(BTreeMap::from([
            ("primaryLocationLineHash".to_owned(), identity.to_owned()),
            ("ibidCitation/v1".to_owned(), identity.to_owned()),
        ]))
        .properties(columns(finding));
    let mut result = result.build();
    result.locations = location(&finding.citation, terms).map(|location| vec![location]);
    result.baseline_state = finding.change.as_ref().map(|change| state(change).into());
    result
}

pub(super) fn level_of(verdict: Verdict) -> ResultLevel {
    match level(verdict) {
        "error" => ResultLevel::Error,
        "warning" => ResultLevel::Warning,
        _ => ResultLevel::Note,
    }
}

fn location(citation: &Citation, terms: &Terms) -> Option<Location> {
    let artifact =
        ArtifactLocation::builder().uri(terms.uri(&citation.document)?).uri_base_id("%SRCROOT%").build();
    let place = PhysicalLocation::builder().artifact_location(artifact);
    let place = match region(citation) {
        Some(region) => place.region(region).build(),
        None => place.build(),
    };
    let mut location = Location::builder().physical_location(place).build();
    location.logical_locations = parts(citation);
    Some(location)
}

/// The parts of a package in which the address stands: an element of each, a relation by its
/// identifier (SARIF 2.1.0 §3.33.7 has no better kind).
fn parts(citation: &Citation) -> Option<Vec<LogicalLocation>> {
    let Some(Place::Parts(parts)) = &citation.location else { return None };
    let mut named: Vec<(&str, Option<&str>)> = Vec::new();
    for piece in parts.printed.iter().chain(&parts.target) {
        let name = piece.part.as_deref().map(|part| (part, piece.relation.as_deref()));
        named.extend(name.filter(|name| !named.contains(name)));
    }
    let location = |(part, relation): (&str, Option<&str>)| {
        let whole = relation.map_or(part.to_owned(), |relation| format!("{part}#{relation}"));
        LogicalLocation::builder()
            .name(shorten(&clean(relation.unwrap_or(part)), CELL))
            .fully_qualified_name(shorten(&clean(&whole), CELL))
            .kind("element")
            .build()
    };
    let named: Vec<_> = named.into_iter().map(location).collect();
    (!named.is_empty()).then_some(named)
}

/// The address's very characters where they were found again, else its line, else nothing.
fn region(citation: &Citation) -> Option<Region> {
    if let Some(at) = citation.location.as_ref().and_then(Place::lines) {
        let region = Region::builder().start_line(i64::from(at.line)).start_column(i64::from(at.column));
        return Some(region.end_line(i64::from(at.end_line)).end_column(i64::from(at.end_column)).build());
    }
    citation.line.map(|line| Region::builder().start_line(i64::from(line)).build())
}

/// The columns of the table that hold something, under their names.
fn columns(finding: &Finding) -> PropertyBag {
    let row = Row::of_masked(finding);
    let columns = row.cells().filter_map(|(column, cell)| {
        let value = match cell {
            Cell::Empty => return None,
            Cell::Number(number) => Value::from(*number),
            Cell::Text(text) => Value::from(shorten(text, CELL)),
        };
        Some((<&str>::from(column).to_owned(), value))
    });
    PropertyBag::builder().additional_properties(columns.collect::<BTreeMap<_, _>>()).build()
}
