//! The audit as `JUnit` XML, which every build server reads: a suite a document, a case a citation.
//!
//! A case fails where the finding makes the run fail. What could not be looked at (restricted,
//! unsure, skipped) is skipped, with the reason: a test report knows passed and failed, and neither
//! is true. A document that could not be read is an error.

use std::collections::HashMap;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::clean::cut;
use super::format::ReportError;
use super::terms::Terms;
use super::urgent::{message, whereabouts, work};
use super::words;
use crate::model::{Audit, DocumentSummary, Finding, Verdict, mask};

/// The audit as `JUnit` XML.
///
/// # Errors
/// [`ReportError::Junit`]; none is known to happen in memory.
pub fn junit(audit: &Audit, terms: &Terms) -> Result<Vec<u8>, ReportError> {
    let mut report = Report::new("ibid");
    let mut findings: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for finding in &audit.findings {
        findings.entry(&finding.citation.document).or_default().push(finding);
    }
    for document in &audit.run.documents {
        let findings = findings.get(document.name.as_str()).into_iter().flatten().copied();
        report.add_test_suite(suite(document, findings, terms));
    }
    Ok(report.to_string()?.into_bytes())
}

fn suite<'a>(
    document: &DocumentSummary,
    findings: impl Iterator<Item = &'a Finding>,
    terms: &Terms,
) -> TestSuite {
    let name = shown(&document.name);
    let mut suite = TestSuite::new(name.as_str());
    if let Some(error) = &document.error {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(shown(error)).set_type("unreadable");
        suite.add_test_case(TestCase::new("the document can be read", status));
    }
    suite.add_test_cases(findings.map(|finding| case(&name, finding, terms)));
    suite
}

fn case(suite: &str, finding: &Finding, terms: &Terms) -> TestCase {
    let fails = (terms.fails)(finding);
    let finding = finding.masked();
    let citation = &finding.citation;
    let name = format!("{}: {}", whereabouts(citation), work(citation));
    let mut case = TestCase::new(name, status(&finding, fails));
    case.set_classname(suite);
    if let Some(path) = terms.path(&citation.document) {
        case.extra.insert("file".into(), path.into());
        if let Some(line) = citation.line {
            case.extra.insert("line".into(), line.to_string().into());
        }
    }
    case
}

fn status(finding: &Finding, fails: bool) -> TestCaseStatus {
    let check = &finding.check.value;
    let mut status = if fails {
        TestCaseStatus::non_success(NonSuccessKind::Failure)
    } else if matches!(check.verdict, Verdict::Restricted | Verdict::Unsure | Verdict::Skipped) {
        TestCaseStatus::skipped()
    } else {
        return TestCaseStatus::success();
    };
    status.set_message(format!("{}: {}", check.verdict, words::reason(check.reason)));
    status.set_type(check.reason.to_string());
    let mut lines = vec![message(finding)];
    lines.extend(finding.replacement.iter().map(|wording| format!("Write instead: {}", shown(wording))));
    lines.extend(
        check.evidence.iter().map(|piece| format!("{} ({})", shown(&piece.detail), shown(&piece.signal))),
    );
    status.set_description(lines.join("\n"));
    status
}

fn shown(text: &str) -> String {
    cut(&mask(text), 1_000)
}
