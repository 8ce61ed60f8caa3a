//! A thousand captures, torn at random places: nothing whole is lost, and the next run goes on.
//!
//! A program of its own: between the fork and the exec of a child that another test starts, the child
//! would hold the lock of the file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[expect(dead_code, reason = "shared with the tests that look into records")]
#[path = "keep/warc.rs"]
mod warc;

use std::fs::{self, OpenOptions};

use ibid::archive::local::{Exchange, Warcs};
use jiff::Timestamp;
use reqwest::header::HeaderMap;
use url::Url;

use warc::records;

const CAPTURES: usize = 1_000;
const TEARS: usize = 40;

fn exchange(number: usize) -> Exchange {
    let body = match number % 5 {
        0 => Vec::new(),
        1 => b"the same for all of them".to_vec(),
        _ => format!("capture {number} \u{1f}\u{8b} ").repeat(number % 97).into_bytes(),
    };
    Exchange {
        url: Url::parse(&format!("http://a.example/{number}")).unwrap(),
        time: Timestamp::UNIX_EPOCH,
        status: 200,
        headers: HeaderMap::new(),
        body,
        truncated: false,
    }
}

#[test]
fn a_torn_file_is_whole_up_to_its_last_record_and_goes_on_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Warcs::open(folder.path(), "r", 60_000, "test").unwrap();
    let mut dice = fastrand::Rng::with_seed(7);
    let mut next = 0;
    for tear in 0..=TEARS {
        let mut warcs = open();
        let kept = warcs.entries().len();
        assert!(kept <= next, "nothing is invented");
        next = kept;
        let until = if tear == TEARS { CAPTURES } else { next + CAPTURES / TEARS };
        while next < until {
            warcs.keep(&[exchange(next)], "test").unwrap();
            next += 1;
        }
        if tear < TEARS {
            let file = warcs.files().pop().unwrap();
            drop(warcs);
            let length = fs::metadata(&file).unwrap().len();
            let cut = length - dice.u64(0..length.min(400));
            OpenOptions::new().write(true).open(file).unwrap().set_len(cut).unwrap();
        }
    }
    let warcs = open();
    assert_eq!(warcs.entries().len(), CAPTURES);
    assert!(warcs.files().len() > 2, "the files are rotated");
    let mut answers = 0;
    for file in warcs.files() {
        let records = records(&fs::read(file).unwrap());
        assert_eq!(records[0].kind(), "warcinfo");
        answers += records.iter().filter(|record| ["response", "revisit"].contains(&record.kind())).count();
    }
    assert_eq!(answers, CAPTURES);
    let urls: Vec<String> = warcs.entries().iter().map(|entry| entry.url.to_string()).collect();
    let wanted: Vec<String> = (0..CAPTURES).map(|number| format!("http://a.example/{number}")).collect();
    assert_eq!(urls, wanted);
}

#[test]
fn two_runs_do_not_write_to_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let _first = Warcs::open(folder.path(), "r", 1_000, "test").unwrap();
    let second = Warcs::open(folder.path(), "r", 1_000, "test").unwrap_err();
    assert!(second.to_string().ends_with("r-00001.warc.gz is being written to by another run"), "{second}");
}
