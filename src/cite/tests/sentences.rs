//! The sentence that cites a note.

use super::builder::Report;

fn contexts(text: &str, notes: usize) -> Vec<String> {
    let report =
        (1..=notes).fold(Report::new().paragraph(text), |report, at| report.footnote(&at.to_string(), "x"));
    report.cite().into_iter().map(|citation| citation.context.unwrap_or_default()).collect()
}

#[test]
fn a_marker_behind_the_stop_belongs_to_the_sentence_before_it() {
    let text =
        "First one.{1} Second, in 2011{2} and later.{3} Third “quoted.”{4} Fourth (in 2.5 parts).{5} Fifth!";
    assert_eq!(
        contexts(text, 5),
        [
            "First one.",
            "Second, in 2011 and later.",
            "Second, in 2011 and later.",
            "Third “quoted.”",
            "Fourth (in 2.5 parts)."
        ]
    );
}

#[test]
fn lines_and_pages_are_joined() {
    let text =
        "It rose\u{a0}since late-\n2010 by self-\ncensor and re\u{ad}\nport, says\x0cMr. Doe.{1} Next.";
    assert_eq!(contexts(text, 1), ["It rose since late-2010 by self-censor and report, says Mr. Doe."]);
}

#[test]
fn markers_at_the_edges() {
    assert_eq!(contexts("{1}First. Last{2}", 2), ["First.", "Last"]);
    assert_eq!(contexts("One. {1} Two.", 1), ["One."]);
    assert_eq!(contexts("{1}", 1), [""]);
}

#[test]
fn the_first_marker_counts() {
    assert_eq!(contexts("One.{1} Two.{1}", 1), ["One."]);
}

#[test]
fn of_an_endless_sentence_what_stands_around() {
    let text = format!("{}here{{1}} {}", "word ".repeat(900), "more ".repeat(900));
    let context = &contexts(&text, 1)[0];
    assert!(context.starts_with('…') && context.ends_with('…'));
    assert!(context.contains("word here more"));
    assert!(context.len() < 2100);
}
