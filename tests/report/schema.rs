//! The published schemas, and every output against them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use ibid::cite::cite;
use ibid::model::{
    Advice, ArchiveStatus, Area, Audit, ChangeKind, Format, Lines, Location, Pages, Parts, Piece, Points,
    Reason, Verdict,
};
use ibid::read::read;
use ibid::report::{Column, json};
use jsonschema::Validator;
use serde_json::Value;
use strum::IntoEnumIterator;

use crate::many::many;
use crate::sample::{audit, compared, nothing};

fn schema(name: &str) -> Value {
    let path = format!("{}/schema/{name}-1.schema.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn validator(name: &str) -> Validator {
    let schema = schema(name);
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn assert_valid(validator: &Validator, value: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

fn value(audit: &ibid::model::Audit) -> Value {
    serde_json::from_slice(&json(audit).unwrap()).unwrap()
}

#[test]
fn every_audit_is_as_its_schema_says() {
    let validator = validator("audit");
    for audit in [audit(), placed(), compared(), nothing(), many(60)] {
        assert_valid(&validator, &value(&audit));
    }
}

/// The audit with a place of each kind.
fn placed() -> Audit {
    let mut placed = audit();
    let piece = |part: Option<&str>, relation: Option<&str>| Piece {
        part: part.map(str::to_owned),
        relation: relation.map(str::to_owned),
        bytes: 7..29,
    };
    let area = |left| Area {
        page: 4,
        left: Points::new(left),
        bottom: Points::new(700.0),
        right: Points::new(199.9),
        top: Points::new(712.5),
    };
    let places = [
        Location::Lines(Lines { line: 3, column: 9, end_line: 4, end_column: 2, bytes: 60..90 }),
        Location::Parts(Parts {
            printed: vec![piece(Some("word/document.xml"), None), piece(None, None)],
            target: vec![piece(Some("word/_rels/document.xml.rels"), Some("rId7"))],
        }),
        Location::Pages(Pages { printed: vec![area(72.0), area(-3.5)], link: vec![area(70.0)] }),
    ];
    for (finding, place) in placed.findings.iter_mut().zip(places) {
        finding.citation.location = Some(place);
    }
    placed
}

#[test]
fn a_place_is_in_the_audit() {
    let placed = value(&placed());
    let findings = placed["findings"].as_array().unwrap();
    assert_eq!(
        findings[1]["location"]["target"],
        serde_json::json!([{
            "part": "word/_rels/document.xml.rels", "relation": "rId7", "bytes": {"start": 7, "end": 29}
        }])
    );
    assert_eq!(findings[2]["location"]["printed"][1]["left"], -3.5);
    assert_eq!(findings[3]["location"], Value::Null);
}

/// Every object says which fields it may have, and names those it always has.
fn assert_strict(schema: &Value, path: &str) {
    if schema["type"] == "object" {
        assert_ne!(schema["additionalProperties"], Value::Null, "{path} takes any field");
        assert_ne!(schema["additionalProperties"], Value::Bool(true), "{path} takes any field");
    }
    match schema {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, it)| assert_strict(it, &format!("{path}/{name}")));
        }
        Value::Array(items) => items.iter().for_each(|it| assert_strict(it, path)),
        _ => {}
    }
}

fn words(schema: &Value, name: &str) -> BTreeSet<String> {
    let words = schema["$defs"][name]["enum"].as_array().unwrap();
    words.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn all<T: IntoEnumIterator + ToString>() -> BTreeSet<String> {
    T::iter().map(|word| word.to_string()).collect()
}

#[test]
fn the_schema_is_no_laxer_than_the_audit() {
    let schema = schema("audit");
    assert_strict(&schema, "");
    assert_strict(&self::schema("extract"), "");
    assert_eq!(words(&schema, "verdict"), all::<Verdict>());
    assert_eq!(words(&schema, "reason"), all::<Reason>());
    assert_eq!(words(&schema, "advice"), all::<Advice>());
    assert_eq!(words(&schema, "archive"), all::<ArchiveStatus>());
    assert_eq!(words(&schema, "format"), all::<Format>());
    assert_eq!(words(&schema, "change"), all::<ChangeKind>());
    let required: BTreeSet<&str> =
        schema["$defs"]["finding"]["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for column in Column::iter() {
        assert!(required.contains(<&str>::from(column)), "{column} is not required");
    }
}

#[test]
fn a_wrong_audit_is_not_valid() {
    let validator = validator("audit");
    let right = value(&placed());
    let wrongs: [fn(&mut Value); 10] = [
        |it| it["version"] = 2.into(),
        |it| it["more"] = 1.into(),
        |it| it["findings"][0]["more"] = 1.into(),
        |it| it["findings"][0]["verdict"] = "gone".into(),
        |it| it["findings"][0]["location"]["in"] = "part".into(),
        |it| it["findings"][0]["page"] = 0.into(),
        |it| it["findings"][0]["checked_at"] = "yesterday".into(),
        |it| it["findings"][0]["published"] = "June 2013".into(),
        |it| it["findings"][0]["provenance"]["check"]["from"] = "memory".into(),
        |it| drop(it["findings"][0].as_object_mut().unwrap().remove("url")),
    ];
    for (index, wrong) in wrongs.iter().enumerate() {
        let mut audit = right.clone();
        wrong(&mut audit);
        assert!(!validator.is_valid(&audit), "wrong {index} passes");
    }
}

#[test]
fn every_citation_is_as_its_schema_says() {
    let validator = validator("extract");
    for (name, text) in [
        ("a.txt", include_str!("../../reports/vanishing-footnote.txt")),
        ("a.md", include_str!("../../reports/reading-room.md")),
        ("a.html", include_str!("../../reports/half-life.html")),
    ] {
        let citations = cite(name, &read(name, text.as_bytes()).unwrap());
        assert!(!citations.is_empty());
        for citation in citations {
            assert_valid(&validator, &serde_json::to_value(&citation).unwrap());
        }
    }
}
