//! Processes that share a store, and processes that are killed while they write to one.
//!
//! The writers are this test program itself, started again with [`ROLE`] set.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use ibid::model::{Check, Lookup, Reason};
use ibid::store::{Store, Terms};
use jiff::Timestamp;
use url::Url;

/// Set for a writer: the store's path.
const ROLE: &str = "IBID_TEST_STORE";
/// Set for a writer: its name, and how many links it records.
const NAME: &str = "IBID_TEST_WRITER";
const LINKS: &str = "IBID_TEST_LINKS";

fn link(writer: &str, number: usize) -> Url {
    Url::parse(&format!("http://{writer}.example/{number}")).expect("an address")
}

fn check() -> Check {
    Check { attempts: 1, ..Check::without_asking(Reason::Ok, Timestamp::UNIX_EPOCH) }
}

/// A writer: records link after link and says so after each.
#[test]
fn writer() {
    let (Ok(path), Ok(name), Ok(links)) = (env::var(ROLE), env::var(NAME), env::var(LINKS)) else { return };
    let store = Store::open(Path::new(&path)).expect("a store");
    let run = store.begin_run("0.0.0", Timestamp::UNIX_EPOCH).expect("a run");
    let mut stdout = std::io::stdout();
    for number in 0..links.parse().expect("a number") {
        let link = link(&name, number);
        store.record_check(run, &link, &Terms::default(), &check()).expect("recorded");
        store.record_lookup(run, &link, None, &Lookup::Absent, Timestamp::UNIX_EPOCH).expect("recorded");
        writeln!(stdout, "\nrecorded {number}").expect("a parent that reads");
        stdout.flush().expect("a parent that reads");
    }
}

fn start(path: &Path, name: &str, links: usize) -> Child {
    Command::new(env::current_exe().expect("this program"))
        .args(["writer", "--exact", "--nocapture"])
        .env(ROLE, path)
        .env(NAME, name)
        .env(LINKS, links.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a second process")
}

/// How many records a writer's line says that there are.
fn acknowledged(line: &str) -> Option<usize> {
    line.strip_prefix("recorded ")?.parse::<usize>().ok().map(|number| number + 1)
}

/// Reads what `writer` says, kills it after `after` records, and returns how many it had
/// acknowledged by then.
fn kill_after(mut writer: Child, after: usize) -> usize {
    let mut lines = BufReader::new(writer.stdout.take().expect("piped")).lines().map_while(Result::ok);
    let mut last = lines.by_ref().filter_map(|line| acknowledged(&line)).find(|count| *count >= after);
    writer.kill().expect("killed");
    writer.wait().expect("ended");
    last = lines.filter_map(|line| acknowledged(&line)).last().or(last);
    last.expect("the writer records until it is killed")
}

fn assert_recorded(store: &Store, writer: &str, links: usize) {
    for number in 0..links {
        let link = link(writer, number);
        assert_eq!(store.last_check(&link).expect("read"), Some(check()), "{link}");
        let lookup = store.last_lookup(&link, None).expect("read");
        assert_eq!(lookup, Some((Lookup::Absent, Timestamp::UNIX_EPOCH)), "{link}");
    }
}

#[test]
fn what_was_recorded_survives_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store.sqlite");
    let mut chance = fastrand::Rng::with_seed(2013);
    for round in 0..12 {
        let name = format!("round-{round}");
        let recorded = kill_after(start(&path, &name, usize::MAX), chance.usize(1..120));
        let store = Store::open(&path).expect("a sound store");
        assert_recorded(&store, &name, recorded);
    }
    assert_recorded(&Store::open(&path).expect("a sound store"), "round-0", 1);
}

#[test]
fn processes_share_a_new_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store.sqlite");
    let names = ["a", "b", "c", "d"];
    let writers = names.map(|name| start(&path, name, 100));
    for writer in writers {
        let output = writer.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    let store = Store::open(&path).expect("a sound store");
    for name in names {
        assert_recorded(&store, name, 100);
    }
}

#[test]
fn threads_share_a_store() {
    let store = Store::in_memory().expect("a store");
    let run = store.begin_run("0.0.0", Timestamp::UNIX_EPOCH).expect("a run");
    let names = ["a", "b", "c", "d"];
    std::thread::scope(|scope| {
        for name in names {
            let store = &store;
            scope.spawn(move || {
                for number in 0..100 {
                    let link = link(name, number);
                    store.record_check(run, &link, &Terms::default(), &check()).expect("recorded");
                    let absent = Lookup::Absent;
                    store.record_lookup(run, &link, None, &absent, Timestamp::UNIX_EPOCH).expect("recorded");
                }
            });
        }
    });
    for name in names {
        assert_recorded(&store, name, 100);
    }
}
