//! Through the tree without recursion.

use super::node::{Dom, Id};

/// A step of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::html) enum Step {
    /// Before the children of a node.
    Enter(Id),
    /// After them.
    Leave(Id),
}

impl Dom {
    /// The step behind `step`, within `root`.
    pub(in crate::read::html) fn after(&self, step: Step, root: Id) -> Option<Step> {
        match step {
            Step::Enter(id) => Some(self.first(id).map_or(Step::Leave(id), Step::Enter)),
            Step::Leave(id) if id == root => None,
            Step::Leave(id) => self.next(id).map(Step::Enter).or_else(|| self.parent(id).map(Step::Leave)),
        }
    }

    /// All steps through `root`.
    pub(in crate::read::html) fn steps(&self, root: Id) -> impl Iterator<Item = Step> {
        std::iter::successors(Some(Step::Enter(root)), move |step| self.after(*step, root))
    }

    /// All nodes in `root`, itself included, in the order of the page.
    pub(in crate::read::html) fn nodes(&self, root: Id) -> impl Iterator<Item = Id> {
        self.steps(root).filter_map(|step| match step {
            Step::Enter(id) => Some(id),
            Step::Leave(_) => None,
        })
    }

    /// The text in a node, as it stands.
    pub(in crate::read::html) fn text_of(&self, root: Id) -> String {
        self.nodes(root).flat_map(|id| self.text(id)).map(|(piece, _)| &**piece).collect()
    }

    /// The text in a node, at most about `limit` bytes of it.
    pub(in crate::read::html) fn text_up_to(&self, root: Id, limit: usize) -> String {
        let mut text = String::new();
        for (piece, _) in self.nodes(root).flat_map(|id| self.text(id)) {
            text.push_str(piece);
            if text.len() > limit {
                break;
            }
        }
        text
    }
}
