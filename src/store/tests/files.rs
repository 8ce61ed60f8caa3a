use std::fs;
use std::path::PathBuf;

use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::store::schema::known_version;
use crate::store::{MaxAge, StoreError};

/// Takes today's schema back to the first.
const TO_FIRST_SCHEMA: &str = "
    ALTER TABLE checks DROP COLUMN claims;
    ALTER TABLE checks DROP COLUMN accepted;
    ALTER TABLE lookups DROP COLUMN claims;
    DROP TABLE saves;
    DROP TABLE findings;
    DROP TABLE citations;
    DROP TABLE audited;
    DROP TABLE documents;
    PRAGMA user_version = 1;
";

pub(super) fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deep/er/store.sqlite");
    (folder, path)
}

/// A store of `links` checked links, closed again.
pub(super) fn written(path: &std::path::Path, links: usize) {
    let store = Store::open(path).expect("a store");
    let run = store.begin_run("0.0.0", at(0)).expect("a run");
    for link in 0..links {
        let link = url(&format!("http://a.example/{link}"));
        store.record_check(run, &link, &Terms::default(), &check(Reason::Ok, 0)).expect("recorded");
    }
}

fn opened(path: &std::path::Path) -> StoreError {
    Store::open(path).expect_err("no store")
}

#[test]
fn a_store_is_found_again() {
    let (_folder, path) = folder();
    written(&path, 3);
    let store = Store::open(&path).expect("a store");
    assert_eq!(store.path(), path);
    assert_eq!(store.last_check(&url("http://a.example/2")).expect("read"), Some(check(Reason::Ok, 0)));
    let settings = |name: &str| -> String {
        let value = store.read(|connection| connection.pragma_query_value(None, name, |row| row.get(0)));
        match value.expect("a setting") {
            rusqlite::types::Value::Text(text) => text,
            rusqlite::types::Value::Integer(number) => number.to_string(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(settings("journal_mode"), "wal");
    assert_eq!(settings("synchronous"), "1");
    assert_eq!(settings("foreign_keys"), "1");
    assert_eq!(settings("application_id"), u32::from_be_bytes(*b"ibid").to_string());
    assert_eq!(settings("user_version"), known_version().to_string());
}

#[test]
fn what_an_older_store_was_told_of_nobody_knows_which_note_is_history_only() {
    let (_folder, path) = folder();
    written(&path, 1);
    let connection = Connection::open(&path).expect("open");
    connection.execute_batch(TO_FIRST_SCHEMA).expect("as it was");
    drop(connection);
    let (store, link) = (Store::open(&path).expect("a store"), url("http://a.example/0"));
    assert_eq!(store.history(&link).expect("read").len(), 1);
    assert_eq!(store.fresh_check(&link, &Terms::default(), at(1), &MaxAge::EVER).expect("read"), None);
}

#[test]
fn an_empty_file_becomes_a_store() {
    let (folder, _) = folder();
    let path = folder.path().join("empty");
    fs::write(&path, "").expect("written");
    Store::open(&path).expect("a store");
}

#[test]
fn a_newer_store_is_left_alone() {
    let (_folder, path) = folder();
    written(&path, 1);
    Connection::open(&path).expect("open").pragma_update(None, "user_version", 99).expect("written");
    let error = opened(&path);
    let ours = known_version();
    assert!(matches!(error, StoreError::Newer { found: 99, known, .. } if known == ours), "{error:?}");
    assert_eq!(
        error.to_string(),
        format!(
            "the store {} was written by a newer version (schema 99, this one knows {ours})",
            path.display()
        )
    );
    assert_eq!(error.hint(), "update ibid, or name another file with --store");
}

#[test]
fn what_is_no_store_is_left_alone() {
    let (folder, _) = folder();
    let text = folder.path().join("notes.txt");
    fs::write(&text, "no database at all, but long enough for a header of one hundred bytes ".repeat(9))
        .expect("written");
    let other = folder.path().join("other.sqlite");
    Connection::open(&other).expect("open").execute_batch("CREATE TABLE cookies (id)").expect("written");
    for path in [text, other] {
        let before = fs::read(&path).expect("read");
        let error = opened(&path);
        assert!(matches!(error, StoreError::NotAStore { .. }), "{error:?}");
        assert_eq!(error.to_string(), format!("{} is a file, but no store of ibid", path.display()));
        assert_eq!(fs::read(&path).expect("read"), before);
    }
}

#[test]
fn damage_is_found_when_the_store_is_opened() {
    let (_folder, path) = folder();
    written(&path, 400);
    let sound = fs::read(&path).expect("read");
    assert!(sound.len() > 16 * 4096);

    let mut torn = sound.clone();
    for byte in &mut torn[5 * 4096..9 * 4096] {
        *byte = 0xA5;
    }
    let cut = sound[..sound.len() / 2].to_vec();
    for damaged in [torn, cut] {
        fs::write(&path, damaged).expect("written");
        let error = opened(&path);
        assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
        assert!(error.to_string().starts_with(&format!("the store {} is damaged: ", path.display())));
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let (folder, path) = folder();
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    written(&path, 1);
    let read_only = Store::on_file(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect_err("read-only");
    for error in [opened(folder.path()), opened(&file.join("store.sqlite")), read_only] {
        assert!(matches!(error, StoreError::NotWritable { .. }), "{error:?}");
        assert!(error.to_string().contains("cannot be opened for writing: "), "{error}");
    }
}

#[test]
fn a_full_disk_loses_nothing_that_was_recorded() {
    let (_folder, path) = folder();
    let store = Store::open(&path).expect("a store");
    let run = store.begin_run("0.0.0", at(0)).expect("a run");
    store.read(|connection| connection.pragma_update(None, "max_page_count", 40)).expect("set");
    let link = |number: usize| url(&format!("http://a.example/{number}"));
    let (recorded, error) = (0..)
        .find_map(|number| {
            let error =
                store.record_check(run, &link(number), &Terms::default(), &check(Reason::Ok, 0)).err()?;
            Some((number, error))
        })
        .expect("40 pages are soon full");
    assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    assert!(recorded > 50);
    drop(store);
    let store = Store::open(&path).expect("a store");
    for number in 0..recorded {
        assert_eq!(store.last_check(&link(number)).expect("read"), Some(check(Reason::Ok, 0)));
    }
    assert_eq!(store.last_check(&link(recorded)).expect("read"), None);
    store.record_check(run, &link(recorded), &Terms::default(), &check(Reason::Ok, 0)).expect("space again");
}

#[test]
fn a_locked_store_says_so() {
    let (_folder, path) = folder();
    let store = Store::open(&path).expect("a store");
    store.read(|connection| connection.busy_timeout(std::time::Duration::ZERO)).expect("set");
    let other = Connection::open(&path).expect("open");
    other.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let error = store.begin_run("0.0.0", at(0)).expect_err("locked");
    assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
    assert_eq!(store.probe("a.example").expect("readers do not wait"), None);
}

#[test]
fn no_secret_reaches_the_file() {
    let (_folder, path) = folder();
    let secret = "https://user:k4NaRy0@a.example/x?token=k4NaRy0";
    let link = url(secret);
    let store = Store::open(&path).expect("a store");
    let run = store.begin_run("0.0.0", at(0)).expect("a run");
    let check = Check {
        final_url: Some(link.clone()),
        evidence: vec![Evidence { signal: "status".to_owned(), detail: format!("{secret} says no") }],
        hops: vec![Hop { url: link.clone(), status: 301 }],
        taken: Some(link.clone()),
        ..check(Reason::Http404, 0)
    };
    store.record_check(run, &link, &Terms::default(), &check).expect("recorded");
    store
        .record_lookup(run, &link, None, &found(&format!("https://archive.example/1/{secret}")), at(0))
        .expect("recorded");
    store
        .record_lookup(run, &link, None, &Lookup::Failed(format!("no answer about {secret}")), at(1))
        .expect("recorded");
    store.remember_probe("a.example", &json!([{"asked": secret}]), at(0)).expect("remembered");

    assert_eq!(store.last_check(&link).expect("read"), Some(check.masked()));
    assert_eq!(store.last_check(&url("https://a.example/x")).expect("read"), None);
    assert_eq!(store.last_check(&url("https://user:other@a.example/x?token=k4NaRy0")).expect("read"), None);
    drop(store);
    for file in fs::read_dir(path.parent().expect("a folder")).expect("listed") {
        let bytes = fs::read(file.expect("a file").path()).expect("read");
        assert!(!bytes.windows(7).any(|window| window == b"k4NaRy0"));
    }
}

#[test]
fn a_store_of_the_first_schema_learns_of_saves() {
    let (_folder, path) = folder();
    written(&path, 2);
    let connection = Connection::open(&path).expect("open");
    connection.execute_batch(TO_FIRST_SCHEMA).expect("as it was");
    drop(connection);
    let store = Store::open(&path).expect("a store");
    assert_eq!(store.last_check(&url("http://a.example/1")).expect("read"), Some(check(Reason::Ok, 0)));
    assert_eq!(store.last_save("s", &url("http://a.example/1")).expect("read"), None);
}
