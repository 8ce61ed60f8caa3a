//! An audit that was held against an earlier one, on every surface.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use ibid::model::Audit;
use ibid::report::{
    STEP_SUMMARY_BYTES, Terms, changes_in_words, gitlab, html, junit, markdown, sarif, step_summary, xlsx,
};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::sample::{audit, compared};

const LINE: &str = "Since the last audit (last/audit.json, 3 July 2025): 1 newly dead, 1 recovered, 1 newly \
                    archived, 1 drifted, 2 fixed by the author, 1 newly restricted, \
                    1 new, 2 no longer cited and 1 unchanged.";

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn the_changes_in_a_line() {
    assert_eq!(changes_in_words(&compared()).as_deref(), Some(LINE));
    assert_eq!(changes_in_words(&audit()), None);
}

#[test]
fn markdown_has_a_section_and_marks_each_finding() {
    let page = markdown(&compared());
    assert_eq!(
        between(&page, "## Since the last audit\n\n", "\n## "),
        LINE.to_owned()
            + "\n
### Newly dead (1 citation)

- reports/river-dams.txt, Footnote 12: *Dam No. 42 Ready, “On Time”*, Vesti Reki, June 2013: was alive on 3 July 2025

### Recovered (1 citation)

- reports/river-dams.txt, Footnote 14: *Levels \\| 2013 \\[draft\\]*: was dead on 3 July 2025

### Newly archived (1 citation)

- reports/press_freedom.md, Footnote c: https://busy.example/today: was unsure on 3 July 2025, with no \
good capture

### Drifted (1 citation)

- reports/river-dams.txt, Endnote iv: http://ledger.example/story?id=7&amp;page=2: was alive on 3 July \
2025, with no good capture

### Fixed by the author (2 citations)

- reports/press_freedom.md, In the text: *Annual Survey*: was moved on 3 July 2025, then at http://survey.example/old
- reports/press_freedom.md, Bibliography entry 2: https://alive.example/a-b: was dead on 3 July 2025, then at \
https://alive.example/\\*broken\\*

### Newly restricted (1 citation)

- reports/press_freedom.md, Footnote b: https://guarded.example/a: was alive on 3 July 2025

### No longer cited (2 citations)

- reports/river-dams.txt, Footnote 15: *The \\*Lost\\* Gauge*: was dead on 3 July 2025
- reports/river-dams.txt, In the text: http://fine.example/: was alive on 3 July 2025
"
    );
    assert_eq!(page.matches("\n- **Newly dead**: was alive on 3 July 2025\n").count(), 1);
    assert_eq!(page.matches("| alive (`ok`), recovered |").count(), 1);
    assert_eq!(page.matches("| skipped (`not-http`), new |").count(), 1);
}

#[test]
fn without_an_earlier_audit_no_surface_speaks_of_one() {
    let audit = audit();
    let surfaces = [
        markdown(&audit),
        step_summary(&audit, STEP_SUMMARY_BYTES),
        String::from_utf8(sarif(&audit, &Terms::default()).unwrap()).unwrap(),
        String::from_utf8(junit(&audit, &Terms::default()).unwrap()).unwrap(),
        String::from_utf8(gitlab(&audit, &Terms::default()).unwrap()).unwrap(),
    ];
    for surface in surfaces {
        for word in ["last audit", "aselineState", "ewly dead", "recovered"] {
            assert!(!surface.contains(word), "{word} in {surface}");
        }
    }
}

#[test]
fn the_summary_of_a_step_has_the_line() {
    let page = step_summary(&compared(), STEP_SUMMARY_BYTES);
    assert!(page.contains(&format!("\n\n{LINE}\n\n")), "{page}");
}

#[test]
fn what_build_servers_show_says_what_is_new() {
    let terms = Terms::default();
    let issues: Value = serde_json::from_slice(&gitlab(&compared(), &terms).unwrap()).unwrap();
    let said: Vec<&str> =
        issues.as_array().unwrap().iter().map(|it| it["description"].as_str().unwrap()).collect();
    assert!(!said[0].contains("alive on"), "an old wound: {}", said[0]);
    assert!(
        said[1].contains(". Cite the archived copy. Newly dead: was alive on 3 July 2025. http"),
        "{}",
        said[1]
    );
    let xml = String::from_utf8(junit(&compared(), &terms).unwrap()).unwrap();
    assert_eq!(xml.matches("Newly dead: was alive on 3 July 2025.").count(), 1, "{xml}");
}

#[test]
fn sarif_has_the_state_of_each_result() {
    let mut audit = compared();
    audit.findings[6].change = Some(ibid::model::Change::NEW);
    let log: Value = serde_json::from_slice(&sarif(&audit, &Terms::default()).unwrap()).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let told: Vec<String> = results
        .iter()
        .map(|it| format!("{} {}", it["ruleId"].as_str().unwrap(), it["baselineState"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            "timeout unchanged",
            "http-404 updated",
            "content-drift updated",
            "moved-permanently updated",
            "bot-challenge new",
            "rate-limited updated",
            "ok updated",
        ]
    );
}

fn sheet(audit: &Audit) -> Option<Vec<Vec<String>>> {
    let mut workbook = Xlsx::new(Cursor::new(xlsx(audit).unwrap())).unwrap();
    let sheet = workbook.worksheet_range("Changes").ok()?;
    Some(sheet.rows().map(|row| row.iter().map(told).collect()).collect())
}

fn told(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => {
            let (year, month, day, hour, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02} {hour}h")
        }
        other => other.to_string(),
    }
}

#[test]
fn the_workbook_has_a_sheet_of_changes() {
    assert_eq!(sheet(&audit()), None);
    let rows = sheet(&compared()).unwrap();
    assert_eq!(rows[0][0], LINE);
    assert_eq!(
        rows[2].join(" "),
        "change document note kind title url verdict verdict_before reason_before checked_before url_before"
    );
    let changes: Vec<&str> = rows[3..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        changes,
        [
            "newly dead",
            "recovered",
            "newly archived",
            "drifted",
            "fixed by the author",
            "fixed by the author",
            "newly restricted",
            "new",
            "no longer cited",
            "no longer cited"
        ]
    );
    assert_eq!(
        rows[3],
        [
            "newly dead",
            "reports/river-dams.txt",
            "12",
            "footnote",
            "Dam No. 42 Ready, “On Time”",
            "http://www.vesti-reki.example/news/2013/dam-42.html",
            "dead",
            "alive",
            "ok",
            "2025-07-03 9h",
            ""
        ]
    );
    assert_eq!(
        rows[11],
        [
            "no longer cited",
            "reports/river-dams.txt",
            "15",
            "footnote",
            "The *Lost* Gauge",
            "",
            "",
            "dead",
            "http-404",
            "2025-07-03 9h",
            "http://lost.example/=1"
        ]
    );
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: &ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_has_the_line_a_badge_by_each_finding_and_a_filter() {
    let page = Html::parse_document(&html(&compared()));
    assert_eq!(text(&all(&page, "header .since")[0]), LINE);
    let kinds: Vec<Option<&str>> =
        all(&page, ".findings > li").iter().map(|item| item.attr("data-c")).collect();
    assert_eq!(
        kinds,
        [
            Some("newly-dead"),
            None,
            Some("recovered"),
            Some("drifted"),
            Some("new"),
            Some("fixed"),
            Some("newly-restricted"),
            Some("fixed"),
            Some("newly-archived")
        ]
    );
    let badges: Vec<String> = all(&page, ".findings .c").iter().map(text).collect();
    assert_eq!(badges[..2], ["Newly dead", "Recovered"]);
    assert_eq!(badges.len(), 8);
    let options: Vec<String> = all(&page, "select[name=change] option").iter().map(text).collect();
    assert_eq!(
        options,
        [
            "anything",
            "changed (8)",
            "newly dead (1)",
            "recovered (1)",
            "newly archived (1)",
            "drifted (1)",
            "fixed by the author (2)",
            "newly restricted (1)",
            "new (1)"
        ]
    );
    assert_eq!(
        all(&page, ".gone li").iter().map(text).collect::<Vec<_>>(),
        [
            "reports/river-dams.txt, Footnote 15: The *Lost* Gauge, http://lost.example/=1: was dead on 3 July 2025",
            "reports/river-dams.txt, In the text: http://fine.example/: was alive on 3 July 2025"
        ]
    );
    let page = Html::parse_document(&html(&audit()));
    assert_eq!(all(&page, ".since, .c, .gone, [data-c], select[name=change]").len(), 0);
}
