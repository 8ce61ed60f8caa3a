use std::fs;
use std::path::Path;

use ibid::model::{Advice, Audit, Known, Reason};
use ibid::report::markdown;
use jiff::Timestamp;

use crate::sample::{audit, check, citation, finding, nothing};

/// Compares with the page kept beside this file; a difference is left in the target folder, from
/// where it can be copied over the old page once it has been read.
#[test]
fn the_page_reads_as_it_did() {
    let page = markdown(&audit());
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("audit.md");
    fs::write(&new, &page).expect("written");
    let kept = include_str!("audit.md");
    assert!(page == kept, "the page has changed, see {}:\n{page}", new.display());
}

#[test]
fn an_audit_without_citations_says_so() {
    assert_eq!(
        markdown(&nothing()),
        "# Citation audit\n\nNo citation of a web source was found in 0 documents.\n"
    );
}

#[test]
fn an_audit_without_trouble_says_so() {
    let findings = vec![finding(citation("1", "https://a.example/"), check(Reason::Ok), Advice::Keep)];
    let page = markdown(&Audit { findings, ..audit() });
    assert!(page.contains("\nOf 1 citation in 2 of 3 documents, 1 is still in the same place. 1 document could not be read. None needs action.\n"), "{page}");
    assert!(page.contains("<summary>1 citation needs no action</summary>"), "{page}");
}

#[test]
fn the_same_findings_at_another_time_give_the_same_page() {
    let mut later = audit();
    for finding in &mut later.findings {
        let value = ibid::model::Check { checked_at: Timestamp::UNIX_EPOCH, ..finding.check.value.clone() };
        finding.check = Known::live(value);
    }
    assert_eq!(markdown(&later), markdown(&audit()));
}
