use ibid::model::{Advice, Audit, Citation, Reason};
use ibid::report::csv;

use crate::sample::{audit, check, citation, finding, nothing};

const COLUMNS: &str = "document,note,kind,page,line,url,as_printed,title,source,published,accessed,verdict,reason,\
                       http_status,final_url,checked_at,archive,snapshot_url,snapshot_time,snapshot_offset_days,\
                       advice,replacement,context";

fn text(audit: &Audit) -> String {
    String::from_utf8(csv(audit).expect("a table")).expect("UTF-8")
}

/// The rows as any CSV reader sees them.
fn rows(audit: &Audit) -> Vec<Vec<String>> {
    let text = text(audit);
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let row = |row: Result<::csv::StringRecord, _>| row.expect("a row").iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

#[test]
fn the_columns_are_the_contract() {
    let header = COLUMNS.split(',').map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(",");
    assert_eq!(text(&nothing()), format!("\u{feff}{header}\r\n"));
}

#[test]
fn a_finding_is_a_line() {
    let audit = audit();
    let text = text(&audit);
    assert_eq!(text.lines().count(), 1 + audit.findings.len());
    let second = text.lines().nth(1).expect("a line");
    assert_eq!(
        second,
        "\"reports/river-dams.txt\",12,\"footnote\",4,33,\"http://www.vesti-reki.example/news/2013/dam-42.html\",\
         \"http://www.vesti-reki.example/news/2013/dam\u{2010} 42.html\",\"Dam No. 42 Ready, “On Time”\",\
         \"Vesti Reki\",\"2013-06\",\"2013-07-02\",\"dead\",\"http-404\",404,\
         \"http://www.vesti-reki.example/news/2013/dam-42.html\",\"2026-03-02T10:20:30Z\",\"archived\",\
         \"https://archive.example/web/20130703101500/http://www.vesti-reki.example/news/2013/dam-42.html\",\
         \"2013-07-03T10:15:00Z\",1,\"cite-archive\",\"Vesti Reki, “Dam No. 42 Ready, ‘On Time’,” June 2013, \
         archived 3 July 2013 at \
         https://archive.example/web/20130703101500/http://www.vesti-reki.example/news/2013/dam-42.html\",\
         \"Officials called the dam finished.\""
    );
    assert_eq!(rows(&audit)[3][19], "-1006", "a negative number stays one");
}

#[test]
fn what_is_not_known_is_empty() {
    let note = Citation { url: None, as_printed: None, note: None, ..citation("", "") };
    let audit = Audit { findings: vec![finding(note, check(Reason::Malformed), Advice::Keep)], ..audit() };
    let expected = [
        "reports/river-dams.txt",
        "",
        "footnote",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "skipped",
        "malformed",
        "",
        "",
        "2026-03-02T10:20:30Z",
        "not-asked",
        "",
        "",
        "",
        "keep",
        "",
        "",
    ];
    assert_eq!(rows(&audit), [expected]);
}
