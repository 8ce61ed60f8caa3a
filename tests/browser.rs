//! The page in a real Chromium, driven by `tests/browser/run.mjs`. Where there is no Node.js, no
//! Chromium, or what `npm ci` installs is missing, the test says so and does nothing.

#![expect(clippy::print_stdout, reason = "a test that does nothing says why")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ibid::model::Audit;
use ibid::report::html;

#[path = "report/many.rs"]
mod many;
#[path = "browser/years.rs"]
mod years;

const BROWSERS: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
];

#[test]
fn the_page_works_in_a_browser() {
    let browser = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let browser = browser.or_else(|| BROWSERS.iter().map(PathBuf::from).find(|path| path.is_file()));
    let Some(browser) = browser else { return skipped("there is no Chromium") };
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    if !scripts.join("node_modules/playwright-core").is_dir() {
        return skipped("tests/browser/node_modules is not there; run npm ci in tests/browser");
    }
    let pages = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    fs::create_dir_all(&pages).unwrap();
    for (name, audit) in [
        ("none", many::many(0)),
        ("one", many::many(1)),
        ("some", many::many(30)),
        ("many", many::many(5_000)),
        ("hostile", hostile()),
        ("compared", compared()),
    ] {
        fs::write(pages.join(format!("{name}.html")), html(&audit)).unwrap();
    }
    for (name, trend) in [
        ("trend-none", years::trend(0, 0, "")),
        ("trend-one", years::trend(1, 60, "")),
        ("trend-some", years::trend(20, 60, "")),
        ("trend-many", years::trend(300, 300, "")),
        ("trend-hostile", years::trend(4, 60, HARM)),
    ] {
        fs::write(pages.join(format!("{name}.html")), trend).unwrap();
    }
    let run = Command::new("node").arg(scripts.join("run.mjs")).arg(&pages).arg(&browser).output();
    let Ok(run) = run else { return skipped("there is no Node.js") };
    let told = [run.stdout, run.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    println!("{told}");
    assert!(run.status.success(), "{told}");
}

/// Held against an earlier audit: every fifth has recovered, one is new.
fn compared() -> Audit {
    use ibid::model::{ArchiveStatus, Before, Change, Reason, Since, Verdict};
    let mut audit = many::many(30);
    for (index, finding) in audit.findings.iter_mut().enumerate() {
        let now = finding.check.value.verdict;
        let was = if index % 5 == 0 { Verdict::Dead } else { now };
        let before = Before {
            verdict: was,
            reason: Reason::Ok,
            checked_at: jiff::Timestamp::UNIX_EPOCH,
            archive: ArchiveStatus::NotAsked,
            url: None,
        };
        finding.change = Some(Change::since(before, now, finding.archive));
    }
    audit.findings[1].change = Some(Change::NEW);
    let at = Some(jiff::Timestamp::UNIX_EPOCH);
    audit.run.since = Some(Since { name: "audit.json".to_owned(), at, gone: Vec::new() });
    audit
}

fn skipped(why: &str) {
    println!("skipped: {why}");
}

/// Text that means harm.
const HARM: &str = "\"'><script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'><svg onload='window.harmed = 1'>\u{202e}</title></style>";

/// Text that means harm in every field of every finding, and in the text of the report.
fn hostile() -> Audit {
    let payload = HARM;
    let mut audit = many::many(12);
    for finding in &mut audit.findings {
        let citation = &mut finding.citation;
        for field in [&mut citation.title, &mut citation.source, &mut citation.context, &mut citation.note] {
            *field = Some(payload.to_owned());
        }
        payload.clone_into(&mut citation.document);
        citation.url = Some(format!("javascript:window.harmed=1//{payload}"));
        finding.replacement = Some(payload.to_owned());
        for piece in &mut finding.check.value.evidence {
            payload.clone_into(&mut piece.detail);
        }
    }
    payload.clone_into(&mut audit.run.documents[0].name);
    audit.run.documents[0].warnings = vec![payload.to_owned()];
    audit.run.remarks = vec![payload.to_owned()];
    for note in &mut audit.run.transcripts[0].notes {
        payload.clone_into(&mut note.label);
        note.text.text.push_str(payload);
    }
    audit
}
