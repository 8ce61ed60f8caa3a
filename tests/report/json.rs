use ibid::model::Audit;
use ibid::report::{FindingRecord, Record, json};
use serde_json::{Value, json};

use crate::sample::{audit, nothing};

fn text(audit: &Audit) -> String {
    String::from_utf8(json(audit).expect("JSON")).expect("UTF-8")
}

fn value(audit: &Audit) -> Value {
    serde_json::from_str(&text(audit)).expect("JSON")
}

#[test]
fn an_empty_audit_has_the_whole_frame() {
    assert_eq!(
        text(&nothing()),
        r#"{
  "schema": "ibid-audit",
  "version": 1,
  "run": {
    "documents": [],
    "remarks": []
  },
  "totals": {
    "citations": 0,
    "verdicts": {},
    "advice": {},
    "archive": {}
  },
  "findings": []
}
"#
    );
}

#[test]
fn a_finding_holds_the_columns_in_order_and_what_stands_behind_them() {
    let text = text(&audit());
    let first = text.split("\"findings\": [\n").nth(1).and_then(|rest| rest.split("\n    },").next());
    let names: Vec<&str> = first
        .expect("a finding")
        .lines()
        .filter_map(|line| line.strip_prefix("      \"")?.split('"').next())
        .collect();
    assert_eq!(
        names.join(" "),
        "document note kind page line url as_printed title source published accessed verdict reason \
         http_status final_url checked_at archive snapshot_url snapshot_time snapshot_offset_days advice \
         replacement context candidates taken evidence hops attempts snapshot_verified first_capture last_capture \
         archive_copy archive_error provenance"
    );
}

#[test]
fn values_have_their_types() {
    let audit = value(&audit());
    let first = &audit["findings"][0];
    assert_eq!(first["as_printed"], "http://www.vesti-reki.example/news/2013/dam\u{2010}\n42.html");
    assert_eq!(first["page"], 4);
    assert_eq!(first["http_status"], 404);
    assert_eq!(first["snapshot_offset_days"], 1);
    assert_eq!(first["snapshot_verified"], true);
    assert_eq!(first["final_url"], "http://www.vesti-reki.example/news/2013/dam-42.html");
    assert_eq!(first["evidence"][0], json!({"signal": "status", "detail": "the server answered 404"}));
    assert_eq!(first["provenance"], json!({"check": {"from": "live"}, "archive": {"from": "live"}}));
    let second = &audit["findings"][1];
    assert_eq!(second["page"], Value::Null);
    assert_eq!(second["archive_copy"], Value::Null);
    let copy = json!({"url": "https://perma.example/AB12-CD34?token=***", "captured": "2014-06-27"});
    assert_eq!(audit["findings"][2]["archive_copy"], copy);
    assert_eq!(second["snapshot_verified"], false);
    assert_eq!(second["attempts"], 3);
    assert_eq!(second["provenance"]["check"], json!({"from": "store", "age_days": 2}));
    assert_eq!(audit["findings"][5]["hops"], json!([{"url": "http://survey.example/2012", "status": 301}]));
    assert_eq!(audit["findings"][6]["archive_error"], "503 Service Unavailable, three times");
    assert_eq!(audit["findings"][7]["taken"], "https://alive.example/ab");
    assert_eq!(audit["totals"]["verdicts"]["dead"], 2);
    assert_eq!(audit["run"]["documents"][1]["error"], "it is a binary file of an unknown kind");
}

#[test]
fn it_can_be_read_back() {
    let text = text(&audit());
    let record: Record<Vec<FindingRecord>> = serde_json::from_str(&text).expect("our own JSON");
    assert_eq!(record.findings.len(), 9);
    assert_eq!(serde_json::to_string_pretty(&record).expect("JSON") + "\n", text);
}
