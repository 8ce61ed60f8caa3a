//! Writes runs of text that each say what they look like, as word processors keep them.
//!
//! A word processor cuts a text into runs for reasons nobody sees (spelling, revisions); a link
//! or a title set in italics is one thing all the same, and becomes one sign.

use super::flow::{Flow, Sign};

/// A text made of runs.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub(super) flow: Flow,
    open: Vec<Sign>,
}

impl Ink {
    /// Writes a run that has these signs, the outermost first. Blanks go with what is around
    /// them.
    pub(super) fn write(&mut self, text: &str, signs: &[Sign]) {
        if !text.chars().all(char::is_whitespace) {
            let kept = self.open.iter().zip(signs).take_while(|(open, sign)| open == sign).count();
            self.close_to(kept);
            for sign in &signs[kept..] {
                self.flow.open(sign.clone());
                self.open.push(sign.clone());
            }
        }
        self.flow.push(text, None);
    }

    /// The finished text.
    pub(super) fn finish(mut self) -> Flow {
        self.close_to(0);
        self.flow
    }

    fn close_to(&mut self, kept: usize) {
        for _ in kept..self.open.len() {
            self.flow.close();
        }
        self.open.truncate(kept);
    }
}
