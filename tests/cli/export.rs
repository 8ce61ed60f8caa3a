use crate::project::{Project, report};

#[test]
fn a_run_fills_the_history_and_it_is_written_in_every_format() {
    // An address that is nobody else's business: it is judged, and nobody is asked.
    let project = Project::new().file("a.md", report(&["http://127.0.0.1:9/1"]));
    project.run(&["audit", "--no-archive", "a.md"]).code(0);
    let ended = project.run(&["export", "-o", "desk"]);
    ended.code(0).says(&[
        "1 finding in desk/export.csv",
        "1 finding in desk/export.jsonl",
        "1 finding in desk/export.xlsx",
        "1 finding in desk/export.parquet",
    ]);
    assert_eq!(ended.stdout, "");
    let lines = project.read("desk/export.jsonl");
    assert!(lines.starts_with("{\"run\":1,\"run_at\":\""), "{lines}");
    assert!(lines.contains("\"verdict\":\"skipped\",\"reason\":\"private-address\""), "{lines}");
    assert_eq!(project.read("desk/export.csv").lines().count(), 2);
}

#[test]
fn days_outside_the_history_write_nothing() {
    let project = Project::new().file("a.md", report(&["http://127.0.0.1:9/1"]));
    project.run(&["audit", "--no-archive", "a.md"]).code(0);
    for days in [["--until", "2020-01-01"], ["--since", "2999-01-01"]] {
        let ended = project.run(&["export", "-o", "desk", days[0], days[1]]);
        ended.code(0).says(&["the store holds no findings of such runs; nothing is written"]);
        assert!(!project.path("desk").exists());
    }
    let whole = ["export", "-o", "desk", "--format", "csv", "--since", "2020-01-01", "--until", "2999-01-01"];
    project.run(&whole).code(0).says(&["1 finding in desk/export.csv"]);
    let turned = ["export", "--since", "2026-02-01", "--until", "2026-01-31"];
    project.run(&turned).code(3).says(&["error: --until is before --since"]);
}

#[test]
fn a_missing_store_is_told_and_not_made() {
    let project = Project::new();
    let ended = project.run(&["export"]);
    ended.code(3).says(&[
        "error: there is no store at .ibid/store.sqlite",
        "hint: name the store of earlier audits with --store; `ibid audit` makes one",
    ]);
    assert!(!project.path(".ibid").exists() && !project.path("output").exists());
}
