use crate::project::Project;

#[test]
fn questions_are_answered_on_stdout() {
    let project = Project::new();
    let version = project.run(&["--version"]);
    version.code(0);
    assert_eq!(version.stdout, format!("ibid {}\n", env!("CARGO_PKG_VERSION")));
    for args in
        [&["--help"][..], &["help"], &["help", "audit"], &["-h"], &["audit", "--help"], &["extract", "-h"]]
    {
        let help = project.run(args);
        help.code(0);
        assert!(help.stdout.contains("Usage: ibid"), "{args:?}");
        assert_eq!(help.stderr, "", "{args:?}");
    }
}

#[test]
fn without_a_command_the_help_is_a_complaint() {
    let ended = Project::new().run(&[]);
    ended.code(3);
    assert_eq!(ended.stdout, "");
    assert!(ended.stderr.contains("Usage: ibid [OPTIONS] <COMMAND>"), "{}", ended.stderr);
}

#[test]
fn bad_usage_exits_3_and_says_why() {
    let project = Project::new();
    for (args, message) in [
        (&["adit"][..], "error: unrecognized subcommand 'adit'"),
        (&["audit", "--tiemout", "3s"], "error: unexpected argument '--tiemout' found"),
        (
            &["audit", "--timeout", "3"],
            "error: invalid value '3' for '--timeout <TIME>': no unit; write 3s, 3ms or 3d",
        ),
        (&["audit", "--format", "pdf"], "error: invalid value 'pdf' for '--format <FORMAT>'"),
        (&["audit", "--fail-on", "alive"], "error: invalid value 'alive' for '--fail-on <VERDICT>'"),
        (&["extract"], "error: the following required arguments were not provided:"),
        (&["man", "adit"], "error: there is no command \"adit\""),
        (&["audit"], "error: no report is named, and there is no folder reports/ here"),
        (
            &["audit", "--include", "a.example/("],
            "error: invalid value 'a.example/(' for '--include <REGEX>': is no regular expression: unclosed group; \
             to mean the characters . ? + ( [ themselves, put \\ before each",
        ),
        (&["audit", "-", "-"], "error: standard input is named twice"),
    ] {
        let ended = project.run(args);
        ended.code(3).says(&[message]);
        assert_eq!(ended.stdout, "", "{args:?}");
        assert!(!project.path("output").exists(), "{args:?}");
        assert!(!project.path(".ibid").exists(), "{args:?}");
    }
}

#[test]
fn a_bad_configuration_exits_3_with_line_and_hint() {
    let project = Project::new().file("ibid.toml", "format = 'csv'\ntimout = '3s'\n").file("a.md", "x");
    project
        .run(&["audit", "a.md"])
        .code(3)
        .says(&["error: ibid.toml:2: there is no key \"timout\"", "hint: did you mean \"timeout\"?"]);
    project.run(&["audit", "--config", "other.toml", "a.md"]).code(3).says(&[
        "error: other.toml: cannot be read: there is no such file or folder",
        "hint: check the path given to --config and its permissions",
    ]);
    project.run(&["completions", "bash"]).code(0);
}

#[test]
fn every_shell_has_completions_and_every_command_a_page() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = project.run(&["completions", shell]);
        script.code(0);
        assert!(script.stdout.contains("host-interval"), "{shell}");
    }
    let page = project.run(&["man", "audit"]).stdout;
    let title = format!(".TH ibid-audit 1  \"ibid {}\"", env!("CARGO_PKG_VERSION"));
    assert!(page.lines().any(|line| line.starts_with(&title)), "{page}");
    for page in [&["man"][..], &["man", "audit"], &["man", "extract"], &["man", "demo"]] {
        let page = project.run(page);
        page.code(0);
        assert!(page.stdout.contains(".SH SYNOPSIS"), "{}", page.stdout);
    }
}

#[test]
fn colours_are_for_those_who_want_them() {
    let project = Project::new();
    let said = |name: &str, value: &str| {
        let mut command = project.command(&["audit"]);
        let output = command.env(name, value).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said("CLICOLOR_FORCE", "1").starts_with("\u{1b}["));
    assert!(!said("NO_COLOR", "1").contains('\u{1b}'));
    assert!(!said("X", "").contains('\u{1b}'), "stderr is no terminal here");
}
