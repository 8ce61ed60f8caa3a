use std::fs;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::cli::args::{AuditArgs, Command};

/// A working folder with (or without) a configuration file.
struct Project(TempDir);

impl Project {
    fn new(config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ibid.toml"), config).unwrap();
        Self(folder)
    }

    fn parse(&self, words: &[&str]) -> Result<Cli, ParseError> {
        let words = ["ibid"].iter().chain(words).map(OsString::from).collect();
        parse(words, self.0.path()).map(|asked| asked.cli)
    }

    fn audit(&self, words: &[&str]) -> AuditArgs {
        match self.parse(words).unwrap_or_else(|error| panic!("{error}")).command {
            Command::Audit(args) => *args,
            other => panic!("{other:?}"),
        }
    }

    fn refused(&self) -> (String, String) {
        match self.parse(&["audit"]) {
            Err(ParseError::Config(error)) => (error.to_string(), error.hint()),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn every_kind_of_flag_can_stand_in_the_file() {
    let args = Project::new(
        r#"
        # a comment
        paths = ["papers", "-"]
        timeout = "12s"
        max-retries = 5
        format = ["md", "json"]
        accept = [403, "500..=599"]
        exclude = ["^https://a\\.example/", "x,y"]
        include = "^https:"
        header = ["Accept-Language: en"]
        allow-net = "10.0.0.0/8"
        offline = true
        no-progress = false
        store = "memory/store.sqlite"
        fail-on = "dead,moved"
        "#,
    )
    .audit(&["audit"]);
    assert_eq!(args.input.paths, [PathBuf::from("papers"), PathBuf::from("-")]);
    assert_eq!(args.network.timeout.0, Duration::from_secs(12));
    assert_eq!(args.network.max_retries, 5);
    assert_eq!(args.output.format.len(), 2);
    assert_eq!(args.network.accept, [403..=403, 500..=599]);
    let patterns: Vec<_> = args.input.exclude.iter().map(regex::Regex::as_str).collect();
    assert_eq!(patterns, ["^https://a\\.example/", "x,y"]);
    assert_eq!(args.input.include.len(), 1);
    assert_eq!(args.network.header[0].0, "accept-language");
    assert_eq!(args.network.allow_net.len(), 1);
    assert!(args.network.offline);
    assert!(!args.behaviour.no_progress);
    assert_eq!(args.store.store, PathBuf::from("memory/store.sqlite"));
    assert_eq!(args.behaviour.fail_on.len(), 2);
}

#[test]
fn a_flag_wins_over_the_file() {
    let project = Project::new("timeout = '12s'\nexclude = ['a']\noffline = true\npaths = ['papers']\n");
    let args = project.audit(&["audit", "--timeout", "7s", "--exclude=b", "--offline=false", "x.md"]);
    assert_eq!(args.network.timeout.0, Duration::from_secs(7));
    let patterns: Vec<_> = args.input.exclude.iter().map(regex::Regex::as_str).collect();
    assert_eq!(patterns, ["b"]);
    assert!(!args.network.offline);
    assert_eq!(args.input.paths, [PathBuf::from("x.md")]);
}

#[test]
fn what_neither_says_is_the_default() {
    let args = Project::new("").audit(&["audit"]);
    let settings = crate::web::Settings::default();
    assert_eq!(args.network.timeout.0, settings.timeout);
    assert_eq!(args.network.host_interval.0, settings.host_interval);
    assert_eq!(args.network.user_agent, settings.user_agent);
    assert_eq!(args.output.output, PathBuf::from("output"));
    assert_eq!(args.input.paths, Vec::<PathBuf>::new());
}

#[test]
fn loudness_is_one_question_in_two_flags() {
    let loud = |config: &str, words: &[&str]| {
        let cli = Project::new(config).parse(words).unwrap();
        (cli.loudness.quiet, cli.loudness.verbose)
    };
    assert_eq!(loud("verbose = 2", &["audit"]), (false, 2));
    assert_eq!(loud("quiet = true", &["audit"]), (true, 0));
    assert_eq!(loud("quiet = true", &["audit", "-vv"]), (false, 2));
    assert_eq!(loud("quiet = true", &["-v", "audit"]), (false, 1));
    assert_eq!(loud("verbose = 2", &["audit", "-q"]), (true, 0));
    assert_eq!(loud("verbose = 2", &["-q", "audit"]), (true, 0));
}

#[test]
fn paths_are_relative_to_the_file() {
    let project = Project::new("output = 'audits'\nstore = '/var/lib/ibid.sqlite'\npaths = ['papers', '-']");
    let deep = project.0.path().join("a/b");
    fs::create_dir_all(&deep).unwrap();
    let asked = parse(vec!["ibid".into(), "audit".into()], &deep).unwrap();
    assert_eq!(asked.config, Some(PathBuf::from("../../ibid.toml")));
    let Command::Audit(args) = asked.cli.command else { panic!("no audit") };
    assert_eq!(args.output.output, PathBuf::from("../../audits"));
    assert_eq!(args.store.store, PathBuf::from("/var/lib/ibid.sqlite"));
    assert_eq!(args.input.paths, [PathBuf::from("../../papers"), PathBuf::from("-")]);
}

#[test]
fn a_mistake_is_named_with_its_line_and_a_way_out() {
    let cases = [
        (
            "timeout = '12s'\ntimout = '3s'",
            "ibid.toml:2: there is no key \"timout\"",
            "did you mean \"timeout\"?",
        ),
        ("max_retries = 3", "ibid.toml:1: there is no key \"max_retries\"", "did you mean \"max-retries\"?"),
        (
            "\n[network]\ntimeout = '3s'",
            "ibid.toml:2: there is no key \"network\"",
            "the keys are the long flags of `ibid audit --help`, at the top level",
        ),
        (
            "config = 'other.toml'",
            "ibid.toml:1: there is no key \"config\"",
            "the keys are the long flags of `ibid audit --help`, at the top level",
        ),
        (
            "# one\n\nmax-retries = 'three'",
            "ibid.toml:3: max-retries takes a whole number, not string",
            "write it like max-retries = 2",
        ),
        (
            "offline = 'yes'",
            "ibid.toml:1: offline takes true or false, not string",
            "write it like offline = true",
        ),
        (
            "timeout = 30",
            "ibid.toml:1: timeout takes a string, not integer",
            "write it like timeout = \"30s\"",
        ),
        (
            "exclude = [['a']]",
            "ibid.toml:1: exclude takes a string or a list of strings, not array",
            "write it like exclude = [\"…\"]",
        ),
        (
            "timeout = '30'",
            "ibid.toml:1: timeout: \"30\": no unit; write 30s, 30ms or 30d",
            "`ibid audit --help` says what --timeout takes",
        ),
        (
            "format = ['csv', 'pdf']",
            "ibid.toml:1: format: \"pdf\": is none of csv, md, json, html, xlsx, sarif, junit, gitlab, summary",
            "`ibid audit --help` says what --format takes",
        ),
        (
            "timeout = ",
            "ibid.toml:1: string values must be quoted, expected literal string",
            "a line is written key = value, such as timeout = \"30s\"",
        ),
        (
            "timeout = '1s'\ntimeout = '2s'",
            "ibid.toml:2: duplicate key",
            "a line is written key = value, such as timeout = \"30s\"",
        ),
    ];
    for (config, message, hint) in cases {
        assert_eq!(Project::new(config).refused(), (message.to_owned(), hint.to_owned()), "{config}");
    }
}

#[test]
fn other_commands_have_no_configuration() {
    let project = Project::new("nonsense = 1");
    assert!(matches!(project.parse(&["man"]).unwrap().command, Command::Man { name: None }));
}
