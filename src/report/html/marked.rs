//! A text with its citations and note markers.

use maud::{Markup, PreEscaped, html};

use super::first::urgency;
use super::text::{in_one_piece, plain, running, sign};
use crate::model::{Finding, Marked, MarkedText, NoteText, Verdict};

/// What the marks of a document's texts lead to.
pub(super) struct Marks<'a> {
    /// The document's index.
    pub(super) document: usize,
    /// All findings of the audit.
    pub(super) findings: &'a [Finding],
    /// The document's notes.
    pub(super) notes: &'a [NoteText],
}

/// A text with its marks; a marker of a note in `new` is the one that the note leads back to.
pub(super) fn text(text: &MarkedText, marks: &Marks, new: &[usize]) -> Markup {
    let (mut page, mut at, mut named) = (String::new(), 0, Vec::new());
    let mut push = |markup: Markup| page.push_str(&markup.0);
    for (range, marked) in &text.marks {
        let (start, end) = (range.start.max(at), range.end.max(at));
        push(html! { (running(text.text.get(at..start).unwrap_or_default())) });
        let words = text.text.get(start..end).unwrap_or_default();
        match *marked {
            Marked::Finding(index) => push(marks.citation(index, words)),
            Marked::Note(note) => {
                let is_first = new.contains(&note) && !named.contains(&note);
                named.push(note);
                push(marks.marker(note, is_first));
            }
        }
        at = end;
    }
    push(html! { (running(text.text.get(at..).unwrap_or_default())) });
    PreEscaped(page)
}

impl Marks<'_> {
    /// A citation, coloured and marked by its verdict.
    fn citation(&self, index: usize, words: &str) -> Markup {
        let Some(finding) = self.findings.get(index) else { return html! { (running(words)) } };
        let verdict = finding.check.value.verdict;
        let is_address = !words.contains(' ');
        html! {
            a id={ "t" (index + 1) } href={ "#f" (index + 1) } data-v=(verdict) {
                @if is_address { (in_one_piece(words)) } @else { (running(words)) }
                b { " " (sign(verdict)) " " (verdict) }
            }
        }
    }

    /// The marker of a note, marked by the gravest of its findings.
    fn marker(&self, note: usize, is_first: bool) -> Markup {
        let Some(text) = self.notes.get(note) else { return html! {} };
        let verdict = self.gravest(&text.text);
        let place = format!("{}-{note}", self.document);
        let name = if text.label.is_empty() { "*".to_owned() } else { plain(&text.label) };
        html! {
            a .n id=[is_first.then(|| format!("k{place}"))] href={ "#n" (place) } data-v=[verdict] {
                sup { (name) @if let Some(verdict) = verdict { (sign(verdict)) } }
            }
        }
    }

    fn gravest(&self, text: &MarkedText) -> Option<Verdict> {
        let findings = text.marks.iter().filter_map(|(_, marked)| match marked {
            Marked::Finding(index) => self.findings.get(*index),
            Marked::Note(_) => None,
        });
        findings.min_by_key(|finding| urgency(finding)).map(|finding| finding.check.value.verdict)
    }
}
