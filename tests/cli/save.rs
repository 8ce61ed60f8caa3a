use crate::project::{Project, report};

const LOGIN_HINT: &str = "hint: set IA_ACCESS_KEY and IA_SECRET_KEY (https://archive.org/account/s3.php), \
                          or save slowly without a login: --save-anonymously";

#[test]
fn without_a_login_nothing_begins() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"]));
    for args in [&["save", "a.md"][..], &["audit", "--save", "a.md"]] {
        project.run(args).code(3).says(&["error: there is no login for Save Page Now", LOGIN_HINT]);
        assert!(!project.path("output").exists(), "{args:?}");
    }
    let mut half = project.command(&["save", "a.md"]);
    half.env("IA_ACCESS_KEY", "k4NaRy0").env("IA_SECRET_KEY", " ");
    let ended = crate::project::Ended::from(&mut half);
    ended.code(3).says(&["error: there is no login for Save Page Now"]);
    assert!(!ended.stderr.contains("k4NaRy0"));
}

#[test]
fn contradictions_are_refused() {
    let project = Project::new().file("a.md", report(&["https://a.example/1"]));
    for flag in ["--offline", "--no-archive"] {
        let message = format!("error: nothing can be saved with {flag}");
        project.run(&["save", "--dry-run", flag, "a.md"]).code(3).says(&[&message]);
    }
}

#[test]
fn receipts_are_all_that_is_written() {
    // An address that is nobody else's business: neither checked nor saved, so nobody is asked.
    let project = Project::new()
        .file("a.md", report(&["http://127.0.0.1:9/1"]))
        .file("ibid.toml", "format = 'md'\nfail-on = 'skipped'\noutput = 'here'\nsave-max = 7\n");
    let ended = project.run(&["save", "--dry-run", "--max", "3", "a.md"]);
    ended.code(0).says(&[
        "1 document, 1 citation",
        "no source to be saved: none is known to be alive",
        "written: here/saved.csv",
    ]);
    assert_eq!(ended.stdout, "");
    assert!(project.read("here/saved.csv").starts_with("\u{feff}\"url\",\"status\",\"snapshot_url\""));
    assert!(!project.path("here/audit.md").exists());
    assert!(project.path(".ibid/store.sqlite").is_file());
}

#[test]
fn its_help_is_about_saving() {
    let help = Project::new().run(&["save", "--help"]);
    help.code(0);
    for wanted in ["--dry-run", "--max <N>", "--ignore-robots", "IA_SECRET_KEY", "saved.csv"] {
        assert!(help.stdout.contains(wanted), "{wanted}");
    }
    for unwanted in ["--format", "--fail-on", "--save-max", "--citation-style", "      --save["] {
        assert!(!help.stdout.contains(unwanted), "{unwanted}");
    }
}

#[test]
fn where_nothing_could_be_read_nothing_is_counted_and_the_receipts_stay() {
    let project = Project::new().file("output/saved.csv", "earlier receipts");
    for how in ["--dry-run", "--local"] {
        let ended = project.run(&["save", how, "nosuch.docx"]);
        ended.code(1).says(&["error: nosuch.docx: cannot be read: there is no such file or folder"]);
        assert!(!ended.stderr.contains("citation") && !ended.stderr.contains("source"), "{}", ended.stderr);
        assert_eq!(project.read("output/saved.csv"), "earlier receipts");
    }
}
