use std::fs;
use std::process::Command;

use crate::runner::{Ran as _, Runner};

/// Runs git in the work tree, with nothing of the machine's own settings.
fn git(runner: &Runner, args: &[&str]) -> String {
    let who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
    Command::new("git")
        .args(who)
        .args(args)
        .current_dir(runner.path("work"))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .ends(0)
        .trim()
        .to_owned()
}

fn commit(runner: &Runner) -> String {
    git(runner, &["add", "--all"]);
    git(runner, &["commit", "--quiet", "--allow-empty", "--message", "x"]);
    git(runner, &["rev-parse", "HEAD"])
}

/// A repository with reports; also the commit.
fn repository(reports: &[&str]) -> Option<(Runner, String)> {
    let runner = Runner::new()?;
    git(&runner, &["init", "--quiet", "--initial-branch=main"]);
    for name in reports {
        // Renames are known by what is in a file.
        runner.write(&format!("work/reports/{name}"), format!("A report called {name}.\n").repeat(9));
    }
    let base = commit(&runner);
    Some((runner, base))
}

/// What is to be audited, and what was said.
fn changed(runner: &Runner, base: &str) -> (Vec<String>, String) {
    let _ = fs::remove_file(runner.path("out"));
    let said = runner.script("changed.sh").env("IBID_BASE", base).env("IBID_FOLDER", "reports").ends(0);
    (listed(&runner.read("out")), said)
}

/// The lines of the output as the runner reads them: `documents<<END`, the lines, `END`.
fn listed(output: &str) -> Vec<String> {
    let mut lines = output.split('\n');
    let end = lines.next().and_then(|first| first.strip_prefix("documents<<")).expect("an output");
    let listed = lines.by_ref().take_while(|line| *line != end).map(str::to_owned).collect();
    assert_eq!(lines.collect::<Vec<_>>(), [""], "something stands behind the output");
    listed
}

#[test]
fn without_a_base_the_folder_is_audited() {
    let Some((runner, _)) = repository(&["a.md"]) else { return };
    assert_eq!(changed(&runner, ""), (vec!["reports".to_owned()], String::new()));
}

#[test]
fn what_was_added_changed_or_renamed_is_listed_and_what_was_deleted_is_not() {
    let Some((runner, base)) = repository(&["kept.md", "edited.md", "old.docx", "gone.md"]) else { return };
    runner.write("work/reports/edited.md", "Other words.");
    runner.write("work/reports/sub/new.PDF", "%PDF-1.4");
    runner.write("work/elsewhere.md", "No report.");
    fs::rename(runner.path("work/reports/old.docx"), runner.path("work/reports/renamed.docx"))
        .expect("a file can be renamed");
    fs::remove_file(runner.path("work/reports/gone.md")).expect("a file can be removed");
    commit(&runner);
    let expected = ["reports/edited.md", "reports/renamed.docx", "reports/sub/new.PDF"].map(str::to_owned);
    assert_eq!(changed(&runner, &base), (expected.to_vec(), String::new()));
}

#[test]
fn names_are_kept_to_the_character() {
    let Some((runner, base)) = repository(&[]) else { return };
    let names = ["-rf.md", "a b  c.md", "q'\"`$(touch pwned).md", "ü – 日本.md", "\\t%0A.md", " edges .md"];
    for name in names {
        runner.write(&format!("work/reports/{name}"), "A report.");
    }
    commit(&runner);
    let (mut documents, said) = changed(&runner, &base);
    let mut expected = names.map(|name| format!("reports/{name}"));
    documents.sort();
    expected.sort();
    assert_eq!(documents, expected);
    assert_eq!(said, "");
    assert!(!runner.path("work/pwned").exists());
}

#[test]
fn a_name_with_a_line_break_is_told_and_forges_nothing() {
    let Some((runner, base)) = repository(&[]) else { return };
    runner.write("work/reports/a\nreports/secret.md", "A report.");
    runner.write("work/reports/b\r.md", "A report.");
    runner.write("work/reports/c.md", "A report.");
    commit(&runner);
    let (documents, said) = changed(&runner, &base);
    assert_eq!(documents, ["reports/c.md"]);
    assert_eq!(
        said,
        "::warning title=ibid::$'reports/a\\nreports/secret.md' is not audited here: its name has a line break\n\
         ::warning title=ibid::$'reports/b\\r.md' is not audited here: its name has a line break\n"
    );
}

#[test]
fn where_no_report_was_changed_none_is_audited() {
    let Some((runner, base)) = repository(&["a.md"]) else { return };
    fs::remove_file(runner.path("work/reports/a.md")).expect("a file can be removed");
    runner.write("work/reports/figure.png", "no document");
    runner.write("work/reports/README", "no document by its name");
    runner.write("work/src/a.md", "no report");
    commit(&runner);
    let nothing = "::notice title=ibid::no report was changed, so none is audited\n".to_owned();
    assert_eq!(changed(&runner, &base), (Vec::new(), nothing));
}

#[test]
fn what_happened_at_the_base_meanwhile_is_no_change_of_the_request() {
    let Some((runner, _)) = repository(&["a.md", "b.md"]) else { return };
    git(&runner, &["switch", "--quiet", "--create", "request"]);
    runner.write("work/reports/a.md", "Changed by the request.");
    commit(&runner);
    git(&runner, &["switch", "--quiet", "main"]);
    runner.write("work/reports/b.md", "Changed at the base.");
    let base = commit(&runner);
    git(&runner, &["switch", "--quiet", "request"]);
    assert_eq!(changed(&runner, &base).0, ["reports/a.md"]);
}

#[test]
fn a_base_that_is_not_known_is_a_failure_and_not_nothing() {
    let Some((runner, _)) = repository(&["a.md"]) else { return };
    let base = "1".repeat(40);
    runner.script("changed.sh").env("IBID_BASE", base).env("IBID_FOLDER", "reports").ends(128);
    assert_eq!(runner.read("out"), "");
}

#[test]
fn the_kinds_are_those_that_are_read() {
    let script = include_str!("../../.github/action/changed.sh");
    let kinds = script.split_once("kinds=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a list").0;
    let kinds: Vec<&str> = kinds.split_whitespace().collect();
    for kind in &kinds {
        assert!(ibid::read::format_of_name(&format!("a.{kind}")).is_some(), "{kind}");
    }
    let read = include_str!("../../src/read/recognise.rs").split("(\"").skip(1);
    for kind in read.filter_map(|rest| rest.split_once("\", Format::")).map(|(kind, _)| kind) {
        assert!(kind.contains(' ') || kinds.contains(&kind), "{kind} is missing in changed.sh");
    }
}
