//! What build servers read.

use ibid::model::{Lines, Location, Parts, Piece};
use ibid::report::{
    ReportFormat, STEP_SUMMARY_BYTES, Terms, github_annotations, render, sarif, step_summary,
};
use serde_json::Value;

use crate::sample::{audit, compared, nothing};

fn log() -> Value {
    serde_json::from_slice(&sarif(&audit(), &Terms::default()).expect("SARIF")).expect("JSON")
}

#[test]
fn sarif_is_valid_against_the_schema() {
    let mut schema: Value =
        serde_json::from_str(include_str!("../schemas/sarif-schema-2.1.0.json")).expect("a schema");
    // These patterns have a bracket too many, which a strict reader of patterns refuses.
    for definition in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][definition]["properties"]["language"];
        language.as_object_mut().expect("a property").remove("pattern");
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for audit in [audit(), compared(), nothing()] {
        let bytes = sarif(&audit, &Terms::default()).expect("SARIF");
        let log: Value = serde_json::from_slice(&bytes).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
}

#[test]
fn sarif_has_what_needs_action_worst_first() {
    let log = log();
    let results = log["runs"][0]["results"].as_array().expect("results");
    let told: Vec<String> = results
        .iter()
        .map(|result| {
            let rule =
                &log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!(rule["id"], result["ruleId"]);
            format!("{} {}", result["level"].as_str().unwrap(), result["ruleId"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            "error timeout",
            "error http-404",
            "warning content-drift",
            "warning moved-permanently",
            "note bot-challenge",
            "note rate-limited",
            "note ok"
        ]
    );
    let place = &results[1]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "reports/river-dams.txt");
    assert_eq!(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
    assert_eq!(place["region"]["startLine"], 33);
    assert_eq!(results[1]["properties"]["verdict"], "dead");
}

#[test]
fn a_fingerprint_outlives_reformatting() {
    let prints = |audit| {
        let bytes = sarif(&audit, &Terms::default()).expect("SARIF");
        let log: Value = serde_json::from_slice(&bytes).expect("JSON");
        log["runs"][0]["results"][1]["partialFingerprints"].clone()
    };
    let mut moved = audit();
    let citation = &mut moved.findings[0].citation;
    citation.line = Some(900);
    citation.note = Some("99".to_owned());
    citation.title = Some("Dam No.  42 ready, 'On Time'".to_owned());
    let lines = Lines { line: 900, column: 3, end_line: 900, end_column: 9, bytes: 0..6 };
    citation.location = Some(Location::Lines(lines));
    assert_eq!(prints(moved.clone()), prints(audit()));
    moved.findings[0].citation.url = Some("https://other.example/".to_owned());
    assert_ne!(prints(moved), prints(audit()));
}

#[test]
fn a_place_in_a_package_is_named() {
    let mut packed = audit();
    let piece = |part: &str, relation: Option<&str>, bytes| Piece {
        part: Some(part.to_owned()),
        relation: relation.map(str::to_owned),
        bytes,
    };
    let parts = Parts {
        printed: vec![piece("word/footnotes.xml", None, 120..150)],
        target: vec![piece("word/_rels/footnotes.xml.rels", Some("rId7"), 300..345)],
    };
    let citation = &mut packed.findings[0].citation;
    (citation.line, citation.location) = (None, Some(Location::Parts(parts)));
    let note = citation.note.clone().expect("a note");
    let bytes = sarif(&packed, &Terms::default()).expect("SARIF");
    let log: Value = serde_json::from_slice(&bytes).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let result = results.iter().find(|result| result["properties"]["note"] == note.as_str()).expect("it");
    let location = &result["locations"][0];
    assert_eq!(location["physicalLocation"]["region"], Value::Null);
    assert_eq!(
        location["logicalLocations"],
        serde_json::json!([
            {"name": "word/footnotes.xml", "fullyQualifiedName": "word/footnotes.xml", "kind": "element"},
            {
                "name": "rId7",
                "fullyQualifiedName": "word/_rels/footnotes.xml.rels#rId7",
                "kind": "element"
            },
        ])
    );
}

#[test]
fn github_is_told_in_lines_it_shows() {
    let lines = github_annotations(&audit(), &Terms::default());
    let starts: Vec<&str> = lines.lines().map(|line| line.split("::").nth(1).unwrap()).collect();
    assert_eq!(
        starts,
        [
            "error file=reports/river-dams.txt,title=Footnote 13%3A dead (timeout)",
            "error file=reports/river-dams.txt,line=33,title=Footnote 12%2C page 4%3A dead (http-404)",
            "error file=reports/river-dams.txt,title=Endnote iv%3A changed (content-drift)",
            "warning file=reports/press_freedom.md,line=7,title=In the text%3A moved (moved-permanently)",
        ]
    );
    let mut many = audit();
    many.findings = std::iter::repeat_n(many.findings[0].clone(), 11).collect();
    many.findings[0].citation.title = Some("x\n::add-mask::y".to_owned());
    let lines = github_annotations(&many, &Terms::default());
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert!(lines.ends_with(" 10 more in the report.\n"), "{lines}");
}

#[test]
fn a_summary_keeps_to_its_bytes_and_to_its_totals() {
    let mut many = audit();
    many.findings = std::iter::repeat_n(many.findings[0].clone(), 9_000).collect();
    let page = step_summary(&many, STEP_SUMMARY_BYTES);
    assert!(page.len() <= STEP_SUMMARY_BYTES && page.len() > STEP_SUMMARY_BYTES - 2_000, "{}", page.len());
    assert!(
        page.starts_with("## Citation audit\n\nOf 9000 citations in 2 of 3 documents, 9000 are gone."),
        "{page:.200}"
    );
    assert!(page.ends_with(" of 9000 citations that need action had no room here; the report has all.\n"));
}

#[test]
fn junit_fails_what_fails_the_run_and_skips_what_could_not_be_told() {
    let xml = String::from_utf8(render(ReportFormat::Junit, &audit()).expect("JUnit")).expect("UTF-8");
    assert!(
        xml.contains("<testsuites name=\"ibid\" tests=\"10\" skipped=\"3\" failures=\"3\" errors=\"1\">"),
        "{xml}"
    );
}

#[test]
fn gitlab_has_a_place_and_a_fingerprint_for_everything() {
    let bytes = render(ReportFormat::Gitlab, &audit()).expect("GitLab's");
    let issues: Vec<Value> = serde_json::from_slice(&bytes).expect("JSON");
    let prints: std::collections::BTreeSet<&str> =
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!((issues.len(), prints.len()), (7, 7));
    assert_eq!(issues[1]["check_name"], "http-404");
    assert_eq!(issues[1]["severity"], "critical");
    assert_eq!(issues[1]["location"]["path"], "reports/river-dams.txt");
    assert_eq!(issues[1]["location"]["lines"]["begin"], 33);
}
