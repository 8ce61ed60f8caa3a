//! A result: a citation that needs action.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_sarif::sarif::{
    ArtifactLocation, Location, PhysicalLocation, PropertyBag, Region, Result, ResultLevel,
};

use super::baseline::state;
use super::log::text;
use super::rules::{index, level};
use crate::model::{Citation, Finding, Verdict};
use crate::report::clean::shorten;
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
    Some(Location::builder().physical_location(place).build())
}

/// The address's very characters where they were found again, else its line, else nothing.
fn region(citation: &Citation) -> Option<Region> {
    if let Some(at) = &citation.location {
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
