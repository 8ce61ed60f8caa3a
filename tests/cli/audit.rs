use std::fs;

use ibid::model::Decision;
use ibid::report::decisions;

use crate::project::{Project, report};

#[test]
fn the_default_is_reports_to_output() {
    let project = Project::new().file("reports/a.md", report(&["https://a.example/1"]));
    let ended = project.run(&["audit", "--offline"]);
    ended.code(0).says(&["1 document, 1 citation"]);
    assert_eq!(ended.stdout, "");
    for name in ["audit.csv", "audit.md", "audit.json", "audit.xlsx", "audit.html"] {
        assert!(ended.stderr.contains(&format!("written: output/{name}\n")), "{}", ended.stderr);
        assert!(fs::metadata(project.path(&format!("output/{name}"))).unwrap().len() > 0, "{name}");
    }
    assert!(project.path(".ibid/store.sqlite").is_file());
}

#[test]
fn what_is_wrong_with_a_document_is_said() {
    let torn = "{\\rtf1\\ansi See https://a.example/1 {\\footnote Moe, https://b.example/2";
    let project = Project::new().file("torn.rtf", torn);
    project
        .run(&["audit", "--offline", "torn.rtf"])
        .code(0)
        .says(&["warning: torn.rtf: the file breaks off or is damaged"]);
}

#[test]
fn formats_and_places_are_chosen() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"])).file(
        "ibid.toml",
        "format = ['json']\noutput = 'audits/today'\nstore = 'memory.sqlite'\noffline = true\n",
    );
    project.run(&["audit", "a.md"]).code(0);
    let written: Vec<_> = fs::read_dir(project.path("audits/today")).unwrap().collect();
    assert_eq!(written.len(), 1);
    assert!(project.read("audits/today/audit.json").contains("https://a.example/1"));
    assert!(project.path("memory.sqlite").is_file());
    assert!(!project.path(".ibid").exists());
}

#[test]
fn quiet_says_errors_only() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"]));
    let ended = project.run(&["audit", "--offline", "-q", "a.md"]);
    ended.code(0);
    assert_eq!((ended.stdout.as_str(), ended.stderr.as_str()), ("", ""));
    let ended = project.run(&["audit", "--offline", "-q", "a.md", "missing.md"]);
    ended.code(1).says(&["error: missing.md: cannot be read: there is no such file or folder"]);
}

#[test]
fn findings_to_fail_on_exit_2() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"]));
    project.run(&["audit", "--offline", "--fail-on", "unsure", "a.md"]).code(2);
    project.run(&["audit", "--offline", "--fail-on", "dead,moved", "a.md"]).code(0);
    project.run(&["audit", "--offline", "--fail-on", "none", "a.md"]).code(0);
    project
        .run(&["audit", "--exclude", "a\\.example", "--fail-on", "skipped", "--no-archive", "a.md"])
        .code(2);
}

#[test]
fn a_bad_document_costs_itself_only() {
    let project = Project::new()
        .file("a.md", report(&["https://a.example/1"]))
        .file("photo.bin", [0_u8, 1, 2, 255, 254, 0, 0, 7].repeat(100));
    let ended =
        project.run(&["audit", "--offline", "--fail-on", "unsure", "missing.md", "photo.bin", "a.md"]);
    ended.code(1).says(&[
        "error: missing.md: cannot be read: there is no such file or folder",
        "hint: check the path",
        "1 document, 1 citation; 2 documents could not be read",
    ]);
    assert!(project.read("output/audit.csv").contains("https://a.example/1"));
}

#[test]
fn an_output_that_cannot_be_written_is_found_before_the_work() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"])).file("output", "a file");
    let ended = project.run(&["audit", "--offline", "a.md"]);
    ended.code(1).says(&["hint: something else has that name; choose another folder with --output"]);
    assert!(ended.stderr.starts_with("error: output cannot be written: "), "{}", ended.stderr);
    assert!(!project.path(".ibid").exists());
}

#[test]
fn a_report_is_never_written_over() {
    let project = Project::new().file("output/audit.md", report(&["https://a.example/1"]));
    project.run(&["audit", "--offline", "output/audit.md"]).code(3).says(&[
        "error: output/audit.md is a file that this run would write",
        "hint: choose another folder with --output",
    ]);
}

#[test]
fn a_store_that_is_none_is_left_alone() {
    let project = Project::new()
        .file("a.md", report(&["https://a.example/1"]))
        .file("notes.txt", "not a store ".repeat(99));
    let ended = project.run(&["audit", "--offline", "--store", "notes.txt", "a.md"]);
    ended
        .code(1)
        .says(&["error: notes.txt is a file, but no store of ibid", "hint: name another file with --store"]);
    assert!(project.read("notes.txt").starts_with("not a store"));
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"]));
    project.run(&["audit", "--offline", "a.md"]).code(0);
    let store = rusqlite::Connection::open(project.path(".ibid/store.sqlite")).unwrap();
    store.pragma_update(None, "user_version", 999).unwrap();
    drop(store);
    let ended = project.run(&["audit", "--offline", "a.md"]);
    ended.code(1).says(&["hint: update ibid, or name another file with --store"]);
    assert!(ended.stderr.contains("was written by a newer version"), "{}", ended.stderr);
}

#[test]
fn a_document_from_standard_input_is_audited() {
    let project = Project::new();
    let mut command = project.command(&["audit", "--offline", "-"]);
    let output = command.write_stdin(report(&["https://a.example/1"])).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(project.read("output/audit.json").contains("https://a.example/1"));
}

#[test]
fn a_log_is_asked_for() {
    let project =
        Project::new().file("a.md", report(&["https://a.example/1"])).file("ibid.toml", "offline = true");
    let said = project.run(&["audit", "-v", "a.md"]).stderr;
    assert!(said.contains("configured by ibid.toml"), "{said}");
    assert!(said.contains("a.md: 1 citation"), "{said}");
}

/// Offline is a choice, not a failure: the archive is neither asked nor said to have failed.
#[test]
fn offline_nothing_is_said_of_the_archive() {
    let project = Project::new().file("a.md", report(&["http://a.example/x"]));
    project.run(&["audit", "--offline", "--format", "json", "a.md"]).code(0);
    let audit: serde_json::Value = serde_json::from_str(&project.read("output/audit.json")).expect("JSON");
    assert_eq!(audit["findings"][0]["reason"], "offline");
    assert_eq!(audit["findings"][0]["archive"], "not-asked");
    assert_eq!(
        audit["run"]["remarks"],
        serde_json::json!(["The run was offline: nothing is known yet about 1 of 1 citations."])
    );
}

#[test]
fn where_nothing_could_be_read_the_last_audit_stays() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"]));
    project.run(&["audit", "--offline", "a.md"]).code(0);
    let before = project.read("output/audit.csv");
    let ended = project.run(&["audit", "--offline", "typo.md"]);
    ended.code(1).says(&[
        "error: typo.md: cannot be read: there is no such file or folder",
        "error: no document could be read, so no audit is written",
        "hint: what an earlier run wrote stays as it is",
    ]);
    assert!(!ended.stderr.contains("citation"), "nothing was counted: {}", ended.stderr);
    assert_eq!(project.read("output/audit.csv"), before);
    let ended = project.run(&["audit", "--offline", "typo.md", "a.md"]);
    ended.code(1).says(&["1 document, 1 citation; 1 document could not be read"]);
}

/// What of the environment tells of colours and links.
#[cfg(target_os = "linux")]
const LOOKS: [&str; 13] = [
    "CI",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "TERM_PROGRAM",
    "FORCE_HYPERLINK",
    "VTE_VERSION",
    "DOMTERM",
    "WT_SESSION",
    "KONSOLE_VERSION",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
];

/// What the program says to a terminal that is called so; nothing where none can be had.
#[cfg(target_os = "linux")]
fn at_a_terminal(project: &Project, term: &str, args: &str) -> Option<String> {
    let mut command = std::process::Command::new("script");
    command
        .args(["--quiet", "--return", "--command"])
        .arg(format!("'{}' {args}", env!("CARGO_BIN_EXE_ibid")))
        .arg("/dev/null")
        .current_dir(project.root())
        .env("TERM", term)
        .env("COLUMNS", "70");
    for name in LOOKS {
        command.env_remove(name);
    }
    let output = command.output().ok()?;
    let shown = String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n");
    assert!(output.status.success(), "{shown}");
    Some(shown)
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_a_table_of_what_needs_action_and_a_file_does_not() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"]));
    let args = "audit --offline --no-progress --format csv,md a.md";
    let table = "\
a.md: 1 citation needs action
  Footnote 1, line 5  “A Source”
                      unsure: The source was not asked in this run, so
                      nothing is known about it.
                      Check again later
written: output/audit.csv
";
    let Some(plain) = at_a_terminal(&project, "dumb", args) else { return };
    assert!(plain.contains(table) && !plain.contains('\u{1b}'), "{plain:?}");
    let rich = at_a_terminal(&project, "xterm-kitty", args).unwrap();
    assert!(rich.contains(";https://a.example/1\u{1b}\\“A Source”\u{1b}]8;;\u{1b}\\"), "{rich:?}");
    assert!(rich.contains("\u{1b}[33munsure:\u{1b}[0m"), "{rich:?}");
    let quiet = at_a_terminal(&project, "xterm-kitty", &format!("{args} --quiet")).unwrap();
    assert_eq!(quiet, "");
    let mut command = project.command(&args.split(' ').collect::<Vec<_>>());
    let piped = crate::project::Ended::from(command.env("TERM", "xterm-kitty").env("COLUMNS", "70"));
    assert!(piped.stderr.contains("1 document, 1 citation\n"), "{}", piped.stderr);
    assert!(!piped.stderr.contains("needs action"), "{}", piped.stderr);
}

#[test]
fn what_a_folder_holds_beside_its_reports_is_named_once() {
    let project = Project::new()
        .file("reports/a.md", report(&["https://a.example/1"]))
        .file("reports/b.pages", "x")
        .file("reports/c/d.pages", "x");
    project.run(&["audit", "--offline"]).code(0).says(&[
        "warning: 2 files of kinds that are not read: 2 .pages; save what matters as PDF, DOCX or HTML and audit that",
    ]);
}

#[test]
fn a_proxy_that_is_not_there_makes_nobody_dead() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = closed.local_addr().unwrap().to_string();
    drop(closed);
    let project = Project::new().file("a.md", report(&["http://a.example/1", "https://b.example/2"]));
    let mut command = project.command(&["audit", "--no-archive", "--format", "json", "a.md"]);
    let ended = crate::project::Ended::from(
        command.env("HTTP_PROXY", format!("http://me:secret@{place}")).env("HTTPS_PROXY", &place),
    );
    let remark = format!(
        "2 of 2 citations could not be checked, and none of them is called dead, since the proxy {place} cannot be \
         reached (check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY)."
    );
    ended.code(0).says(&[&format!("warning: {remark}")]);
    let audit: serde_json::Value = serde_json::from_str(&project.read("output/audit.json")).expect("JSON");
    for finding in audit["findings"].as_array().expect("findings") {
        assert_eq!(finding["verdict"], "unsure");
        assert_eq!(finding["reason"], "offline");
    }
    assert_eq!(audit["run"]["remarks"][0], remark.as_str());
}

#[test]
fn a_proxy_that_is_no_address_is_bad_usage() {
    let project = Project::new().file("a.md", report(&["http://a.example/1"]));
    let run = |args: &[&str]| crate::project::Ended::from(project.command(args).env("HTTP_PROXY", "foo"));
    run(&["audit", "a.md"]).code(3).says(&[
        "error: HTTP_PROXY is \"foo\", which is no proxy's address",
        "hint: write it like http://proxy.example:3128, or unset it",
    ]);
    assert!(!project.path("output").exists() && !project.path(".ibid").exists());
    run(&["audit", "--offline", "a.md"]).code(0);
}

#[test]
fn an_editors_decisions_are_taken_over() {
    let url = "https://a.example/1";
    let project = Project::new().file("a.md", report(&[url]));
    project.run(&["audit", "--offline", "a.md"]).code(0);
    let decision = Decision { decision: "done".to_owned(), note: String::new() };
    fs::write(project.path("output/audit.xlsx"), decided(url, &decision)).unwrap();
    let carried = |folder: &str| {
        let bytes = fs::read(project.path(&format!("{folder}/audit.xlsx"))).unwrap();
        decisions(&bytes).unwrap().of("a.md", "1", url).cloned()
    };
    project.run(&["audit", "--offline", "a.md"]).code(0);
    assert_eq!(carried("output"), Some(decision.clone()), "from the workbook that was replaced");
    project.run(&["audit", "--offline", "--output", "b", "a.md"]).code(0);
    assert_eq!(carried("b"), None);
    project.run(&["audit", "--offline", "--output", "c", "--carry", "output/audit.xlsx", "a.md"]).code(0);
    assert_eq!(carried("c"), Some(decision), "from the workbook that was named");
}

/// A workbook in which an editor decided about one address.
fn decided(url: &str, decision: &Decision) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Findings").expect("a workbook");
    let cells = [["document", "url", "decision"], ["a.md", url, &decision.decision]];
    for (row, cells) in cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, *cell).expect("a workbook");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_that_cannot_be_read_is_not_written_over() {
    let project = Project::new()
        .file("a.md", report(&["https://a.example/1"]))
        .file("output/audit.xlsx", "locked by a password");
    let ended = project.run(&["audit", "--offline", "a.md"]);
    ended.code(3).says(&[
        "error: output/audit.xlsx cannot be read: it is no workbook, or is damaged or locked by a password",
    ]);
    ended.says(&["hint: move it away, or choose another folder with --output: its decisions would be lost"]);
    assert_eq!(project.read("output/audit.xlsx"), "locked by a password");
    project
        .run(&["audit", "--offline", "--carry", "nowhere.xlsx", "a.md"])
        .code(3)
        .says(&["error: nowhere.xlsx cannot be read: there is no such file"]);
}

/// An earlier `audit.json` in which the one source of `report` was as `verdict` and `reason` say.
fn earlier(verdict: &str, reason: &str) -> String {
    format!(
        r#"{{"schema": "ibid-audit", "version": 1, "run": {{"documents": [{{"name": "a.md"}}]}}, "findings": [
           {{"document": "a.md", "kind": "footnote", "url": "https://a.example/1", "verdict": "{verdict}",
             "reason": "{reason}", "checked_at": "2026-01-02T03:04:05Z"}}]}}"#
    )
}

#[test]
fn an_old_wound_is_no_new_one() {
    let project = Project::new()
        .file("a.md", report(&["https://a.example/1"]))
        .file("same.json", earlier("unsure", "offline"))
        .file("better.json", earlier("alive", "ok"));
    let audit = ["audit", "--offline", "--fail-on", "new-unsure", "--format", "json", "a.md"];
    let with = |baseline: &'static str| [&audit[..], &["--baseline", baseline]].concat();
    project
        .run(&with("same.json"))
        .code(0)
        .says(&["Since the last audit (same.json, 2 January 2026): nothing has changed."]);
    assert!(project.read("output/audit.json").contains("\"kind\": \"unchanged\""));
    project
        .run(&with("better.json"))
        .code(2)
        .says(&["Since the last audit (better.json, 2 January 2026): 1 newly unsure."]);
    let audit_json = project.read("output/audit.json");
    assert!(audit_json.contains("\"kind\": \"newly-unsure\""), "{audit_json}");
    assert!(audit_json.contains("\"checked_at\": \"2026-01-02T03:04:05Z\""), "{audit_json}");
    project
        .run(&audit)
        .code(2)
        .says(&["nothing to hold this audit against: every finding counts as new for --fail-on"]);
    project
        .run(&with("store"))
        .code(2)
        .says(&["the store holds no findings of an earlier run; the next can be held against this one"]);
    project.run(&with("output/audit.json")).code(0);
}

#[test]
fn a_baseline_that_is_no_audit_is_bad_usage() {
    let project = Project::new()
        .file("a.md", report(&["https://a.example/1"]))
        .file("other.json", "{\"schema\": \"sarif\"}");
    for (name, words) in [
        (
            "other.json",
            "error: other.json cannot be read: it is no audit.json of ibid: it does not say so of itself",
        ),
        ("none.json", "error: none.json cannot be read: there is no such file or folder"),
    ] {
        project.run(&["audit", "--offline", "--baseline", name, "a.md"]).code(3).says(&[words]);
    }
    assert!(!project.path("output/audit.md").exists());
}
