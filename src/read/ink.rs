//! Writes runs of text that each say what they look like, as word processors keep them.
//!
//! A word processor cuts a text into runs for reasons nobody sees (spelling, revisions); a link
//! or a title set in italics is one thing all the same, and becomes one sign.

use super::flow::{Flow, Sign};

/// What a run looks like, where something is said of it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) italic: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Looks {
    /// These looks, and those of `base` where nothing is said.
    pub(super) fn over(self, base: Self) -> Self {
        Self {
            italic: self.italic.or(base.italic),
            raised: self.raised.or(base.raised),
            hidden: self.hidden.or(base.hidden),
        }
    }

    /// Whether it is not to be seen.
    pub(super) fn is_hidden(self) -> bool {
        self.hidden == Some(true)
    }

    /// The signs of a run that has this link, the outermost first.
    pub(super) fn signs(self, link: Option<&Sign>) -> Vec<Sign> {
        let mut signs: Vec<Sign> = link.cloned().into_iter().collect();
        signs.extend((self.italic == Some(true)).then_some(Sign::Emphasis));
        signs.extend((self.raised == Some(true)).then_some(Sign::Raised));
        signs
    }
}

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
