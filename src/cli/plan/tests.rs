use std::time::Duration;

use clap::Parser as _;

use super::*;
use crate::archive::{Door, WaybackSettings};
use crate::cli::args::{Cli, Command};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::model::Verdict;
use crate::report::ReportFormat;
use crate::store::MaxAge;
use crate::web::Settings;

fn planned(flags: &[&str]) -> Result<Plan, Failure> {
    let words = ["ibid", "audit", "report.md"].iter().chain(flags);
    match Cli::try_parse_from(words).unwrap().command {
        Command::Audit(args) => Plan::new(*args),
        other => panic!("{other:?}"),
    }
}

fn plan(flags: &[&str]) -> Plan {
    planned(flags).unwrap()
}

#[test]
fn without_flags_everything_is_as_the_stages_want_it() {
    let plan = plan(&[]);
    assert_eq!(format!("{:?}", plan.web), format!("{:?}", Settings::default()));
    let archives = plan.archives.unwrap();
    assert_eq!(archives.wayback, Some(WaybackSettings::default()));
    assert_eq!(archives.mementos, []);
    assert_eq!(plan.options.max_age, MaxAge::default());
    assert_eq!(plan.formats.len(), 5);
    assert_eq!(plan.fail_on, [Verdict::Changed, Verdict::Dead].into());
    assert_eq!(plan.options.accept, [].into());
    assert!(plan.progress);
}

#[test]
fn max_age_is_one_time_or_one_for_each_kind() {
    let hours = |alive, trouble, captures| MaxAge {
        alive: Duration::from_hours(alive),
        trouble: Duration::from_hours(trouble),
        captures: Duration::from_hours(captures),
    };
    for (flag, expected) in [
        ("1h", hours(1, 1, 1)),
        ("0s", MaxAge::NEVER),
        ("alive=1h,trouble=2h,captures=3h", hours(1, 2, 3)),
        ("captures=5h", hours(7 * 24, 24, 5)),
        ("captures=5h,1h", hours(1, 1, 5)),
    ] {
        assert_eq!(plan(&["--max-age", flag]).options.max_age, expected, "{flag}");
    }
}

#[test]
fn a_short_timeout_bounds_the_times_within() {
    let web = plan(&["--timeout", "3s"]).web;
    assert_eq!(web.timeout, Duration::from_secs(3));
    assert_eq!(web.connect_timeout, Duration::from_secs(3));
    assert_eq!(web.progress_timeout, Duration::from_secs(3));
}

#[test]
fn lists_add_up() {
    let plan = plan(&[
        "--accept",
        "403,500..=501",
        "--exclude",
        "^a",
        "--exclude",
        "b,c",
        "--header",
        "A: 1",
        "--header",
        "a: 2",
        "--format",
        "md,csv,md",
        "--fail-on",
        "none",
        "--allow-net",
        "10.0.0.0/8,127.0.0.1",
    ]);
    assert_eq!(plan.options.accept, [403, 500, 501].into());
    assert_eq!(plan.options.exclude.patterns(), ["^a", "b,c"]);
    assert_eq!(plan.web.headers.get_all("a").iter().count(), 2);
    assert_eq!(plan.formats, ["md", "csv"].map(|name| name.parse::<ReportFormat>().unwrap()));
    assert_eq!(plan.fail_on, [].into());
    assert_eq!(plan.web.allow_net.len(), 2);
}

#[test]
fn archives_are_asked_in_order_at_their_pace() {
    let plan = plan(&[
        "--archive-cdx-rate",
        "600",
        "--archive-replay",
        "http://a.example/web/",
        "--archive-timegate",
        "http://g.example/",
        "--archive-timemap",
        "http://m.example/map/",
    ]);
    let archives = plan.archives.unwrap();
    let wayback = archives.wayback.as_ref().unwrap();
    assert_eq!((wayback.cdx_pace.per_minute, wayback.cdx_pace.gap), (600, Duration::from_millis(100)));
    assert_eq!(wayback.replay_url.as_str(), "http://a.example/web");
    let doors: Vec<_> = archives.mementos.iter().map(|memento| memento.door.clone()).collect();
    let url = |text: &str| text.parse().unwrap();
    assert_eq!(
        doors,
        [Door::TimeMap(url("http://m.example/map/")), Door::TimeGate(url("http://g.example/"))]
    );
    assert_eq!(archives.identity(), "http://a.example/web http://m.example/map/ http://g.example/");
}

#[test]
fn archives_can_be_left_out() {
    assert_eq!(plan(&["--no-archive"]).archives, None);
    let others = plan(&["--no-wayback", "--archive-timemap", "http://m.example/"]).archives.unwrap();
    assert_eq!((others.wayback, others.mementos.len()), (None, 1));
}

#[test]
fn contradictions_die_before_the_network() {
    for (flags, message) in [
        (vec!["--fail-on", "dead,none"], "--fail-on names both none and verdicts"),
        (vec!["--max-age", "1h,2h"], "--max-age has a time for all twice"),
        (vec!["--max-age", "alive=1h,alive=2h"], "--max-age has alive twice"),
        (vec!["--no-wayback"], "--no-wayback leaves no archive to ask"),
        (vec!["--timeout", "0s"], "timeout must not be 0"),
        (vec!["--max-concurrency", "0"], "max concurrency must not be 0"),
        (vec!["--user-agent", "a\nb"], "the user agent \"a\\nb\" cannot be sent as a header"),
    ] {
        let failure = planned(&flags).unwrap_err();
        assert_eq!((failure.message.as_str(), failure.exit), (message, Exit::Usage), "{flags:?}");
        assert!(failure.hint.is_some(), "{flags:?}");
    }
}
