use std::collections::BTreeSet;

use super::*;
use crate::model::{Advice, ArchiveStatus, Reason, SaveStatus, Verdict};

#[test]
fn every_word_is_found_by_its_name_which_no_other_of_its_chapter_has() {
    let names: BTreeSet<(&str, &str)> = Topic::all().map(|topic| (topic.chapter(), topic.name())).collect();
    assert_eq!(names.len(), Topic::all().count());
    for topic in Topic::all() {
        assert!(Topic::named(topic.name()).contains(&topic), "{topic:?}");
    }
    assert_eq!(Topic::named(" HTTP 404 "), [Topic::Reason(Reason::Http404)]);
    assert_eq!(Topic::named("cite_archive"), [Topic::Advice(Advice::CiteArchive)]);
    assert_eq!(
        Topic::named("saved"),
        [Topic::Archive(ArchiveStatus::Saved), Topic::Receipt(SaveStatus::Saved)]
    );
    assert_eq!(Topic::named("http-40"), []);
}

#[test]
fn every_part_is_whole_sentences() {
    for topic in Topic::all() {
        let Explanation { means, how, next } = topic.explanation();
        for part in [means, how, next] {
            let (first, last) = (part.chars().next(), part.chars().last());
            assert!(first.is_some_and(char::is_uppercase) || part.starts_with("www"), "{topic:?}: {part}");
            assert_eq!(last, Some('.'), "{topic:?}: {part}");
            assert!(!part.contains("  ") && part.len() > 7, "{topic:?}: {part}");
        }
        assert!(means != how && how != next, "{topic:?}");
    }
}

#[test]
fn a_reason_names_its_verdict() {
    assert_eq!(Topic::Reason(Reason::Http404).kind(), "reason of the verdict dead");
    assert_eq!(Topic::Verdict(Verdict::Dead).kind(), "verdict");
}

#[test]
fn the_documentation_is_what_the_program_says() {
    let committed = include_str!("../../../docs/reasons.md");
    assert!(committed == reasons_page(), "make it again: cargo run --example reasons > docs/reasons.md");
}

#[test]
fn the_page_has_a_chapter_for_every_kind_of_word() {
    let page = reasons_page();
    let chapters: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(
        chapters,
        [
            "Verdicts",
            "Reasons",
            "Advice",
            "Answers of the archive",
            "Changes since an earlier audit",
            "Receipts of saving"
        ]
    );
    assert_eq!(page.matches("\n### `").count(), Topic::all().count());
}
