use std::fs;
#[cfg(unix)]
use std::fs::Permissions;
#[cfg(unix)]
use std::process::Command as Program;

#[cfg(unix)]
use crate::project::Ended;
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
        "1 finding in desk/trend.html",
    ]);
    assert_eq!(ended.stdout, "");
    let lines = project.read("desk/export.jsonl");
    assert!(lines.starts_with("{\"run\":1,\"run_at\":\""), "{lines}");
    assert!(lines.contains("\"verdict\":\"skipped\",\"reason\":\"private-address\""), "{lines}");
    assert_eq!(project.read("desk/export.csv").lines().count(), 2);
    assert!(project.read("desk/trend.html").contains("1 was not checked."));
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

#[cfg(unix)]
#[test]
fn a_store_that_cannot_be_written_is_read() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;

    let project = Project::new().file("a.md", report(&["http://127.0.0.1:9/1"])).file("desk/x", "");
    project.run(&["audit", "--no-archive", "a.md"]).code(0);
    let allow = |name: &str, mode: u32| {
        fs::set_permissions(project.path(name), Permissions::from_mode(mode)).expect("it may be set");
    };
    for (name, mode) in [("", 0o755), ("desk", 0o777), (".ibid/store.sqlite", 0o444), (".ibid", 0o555)] {
        allow(name, mode);
    }
    let mut program = Program::new(env!("CARGO_BIN_EXE_ibid"));
    program.current_dir(project.root()).args(["export", "-o", "desk", "--format", "csv"]);
    if fs::metadata(project.root()).expect("a folder").uid() == 0 {
        // Root may write everywhere; nobody may not.
        program.uid(65_534).gid(65_534);
    }
    let ended = Ended::from(&mut assert_cmd::Command::from_std(program));
    ended.code(0).says(&["1 finding in desk/export.csv"]);
    let names =
        fs::read_dir(project.path(".ibid")).expect("listed").map(|entry| entry.expect("a file").file_name());
    assert_eq!(names.collect::<Vec<_>>(), ["store.sqlite"]);
    allow(".ibid", 0o755);
}

#[test]
fn a_store_of_an_older_version_is_left_alone_and_told_what_to_do() {
    let project = Project::new().file("a.md", report(&["http://127.0.0.1:9/1"]));
    project.run(&["audit", "--no-archive", "a.md"]).code(0);
    let path = project.path(".ibid/store.sqlite");
    let connection = rusqlite::Connection::open(&path).expect("a store");
    let known: i64 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a version");
    connection.pragma_update(None, "user_version", 3).expect("written");
    drop(connection);
    let before = fs::read(&path).expect("read");
    project.run(&["export", "-o", "desk"]).code(1).says(&[
        &format!(
            "error: the store .ibid/store.sqlite was last written by an older version (schema 3, this one reads {known})"
        ),
        "hint: `ibid audit --offline` with this --store brings it up to date; copy the file first if it must stay as it is",
    ]);
    assert_eq!(fs::read(&path).expect("read"), before);
    assert!(!project.path("desk").exists());
}
