use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::files::{folder, written};
use super::*;
use crate::store::StoreError;
use crate::store::schema::known_version;

/// The files beside a store, with what they hold.
fn files(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let folder = path.parent().expect("a folder");
    let file = |entry: fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("read"))
    };
    fs::read_dir(folder).expect("listed").map(|entry| file(entry.expect("a file"))).collect()
}

#[test]
fn reading_changes_nothing() {
    let (_folder, path) = folder();
    written(&path, 3);
    let before = files(&path);
    let store = Store::open_read_only(&path).expect("a store");
    assert_eq!(store.last_check(&url("http://a.example/2")).expect("read"), Some(check(Reason::Ok, 0)));
    store.begin_run("0.0.0", at(0)).expect_err("it is only to be read");
    drop(store);
    assert_eq!(files(&path), before);
}

#[test]
fn the_log_of_a_killed_run_is_read_and_left() {
    let (_folder, path) = folder();
    let writing = Store::open(&path).expect("a store");
    let run = writing.begin_run("0.0.0", at(0)).expect("a run");
    let link = url("http://a.example/");
    writing.record_check(run, &link, &Terms::default(), &check(Reason::Ok, 0)).expect("recorded");
    let (_other, left) = folder();
    fs::create_dir_all(left.parent().expect("a folder")).expect("made");
    let (log, log_left) = (path.with_extension("sqlite-wal"), left.with_extension("sqlite-wal"));
    fs::copy(&path, &left).expect("copied");
    fs::copy(&log, &log_left).expect("copied");
    let kept = || (fs::read(&left).expect("read"), fs::read(&log_left).expect("read"));
    let before = kept();
    let store = Store::open_read_only(&left).expect("a store");
    assert_eq!(store.last_check(&link).expect("read"), Some(check(Reason::Ok, 0)));
    drop(store);
    assert!(kept() == before, "a reader has written");
}

#[test]
fn what_a_run_has_just_written_is_read() {
    let (_folder, path) = folder();
    let writing = Store::open(&path).expect("a store");
    let run = writing.begin_run("0.0.0", at(0)).expect("a run");
    let link = url("http://a.example/");
    writing.record_check(run, &link, &Terms::default(), &check(Reason::Ok, 0)).expect("recorded");
    let store = Store::open_read_only(&path).expect("a store");
    assert_eq!(store.last_check(&link).expect("read"), Some(check(Reason::Ok, 0)));
}

#[test]
fn a_store_of_another_version_is_left_as_it_is() {
    let (_folder, path) = folder();
    written(&path, 1);
    let known = known_version();
    for found in [1, 99] {
        let connection = Connection::open(&path).expect("open");
        connection.pragma_update(None, "user_version", found).expect("written");
        drop(connection);
        let before = files(&path);
        let error = Store::open_read_only(&path).expect_err("another version");
        match &error {
            StoreError::Older { found: 1, known: ours, .. } => {
                assert_eq!(*ours, known);
                assert_eq!(
                    error.to_string(),
                    format!(
                        "the store {} was last written by an older version (schema 1, this one reads {known})",
                        path.display()
                    )
                );
            }
            StoreError::Newer { found: 99, known: ours, .. } => assert_eq!(*ours, known),
            other => panic!("{other:?}"),
        }
        assert_eq!(files(&path), before);
    }
}

#[test]
fn what_is_no_store_is_told_so() {
    let (folder, _) = folder();
    let empty = folder.path().join("empty");
    fs::write(&empty, "").expect("written");
    let other = folder.path().join("other.sqlite");
    Connection::open(&other).expect("open").execute_batch("CREATE TABLE cookies (id)").expect("written");
    for path in [&empty, &other] {
        let error = Store::open_read_only(path).expect_err("no store");
        assert!(matches!(error, StoreError::NotAStore { .. }), "{error:?}");
    }
    for path in [folder.path().to_owned(), folder.path().join("missing")] {
        let error = Store::open_read_only(&path).expect_err("no file");
        assert!(matches!(error, StoreError::Unreadable { .. }), "{error:?}");
        assert!(!folder.path().join("missing").exists());
    }
}
