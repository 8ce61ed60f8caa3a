//! Which lines that start with a label are notes: the best chain of labels 1, 2, 3 … through the
//! whole text.
//!
//! Numbered paragraphs and lists make chains too. What they lack is a marker of the same number
//! in the text before each of them; so every step of a chain is weighed by its marker, by its
//! distance from the step before, and by the gap or rule above it.

use super::candidate::{Candidate, STRONG};

/// A line that may start a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The line's index.
    pub line: u32,
    /// The line's page.
    pub page: u32,
    /// The label's number.
    pub value: u32,
    /// What the line itself speaks for (above 0) or against (below 0) being a note.
    pub merit: i32,
    /// Whether a gap or a rule stands above.
    pub opens: bool,
    /// Whether it stands under a heading such as "Notes".
    pub gathered: bool,
}

/// A step of the chosen chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The index of the step.
    pub step: usize,
    /// Whether the numbering starts again here.
    pub restarts: bool,
    /// Whether body text stands between this note and the one before.
    pub new_zone: bool,
}

/// A chain and what speaks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Chain {
    /// Its steps in the order of the lines.
    pub steps: Vec<Chosen>,
    /// The sum of what speaks for it.
    pub score: i32,
    /// How many of its steps have a marker.
    pub supported: usize,
}

/// The markers a text may have, by number.
#[derive(Debug, Default)]
pub(super) struct Markers {
    by_value: Vec<Vec<Candidate>>,
}

impl Markers {
    /// Sorts candidates, given in the order of the text, by number; numbers above `limit` are
    /// left out.
    pub(super) fn new(limit: u32) -> Self {
        Self { by_value: vec![Vec::new(); limit as usize + 1] }
    }

    /// Adds the next candidate of the text.
    pub(super) fn push(&mut self, candidate: Candidate) {
        if let Some(list) = self.by_value.get_mut(candidate.value as usize) {
            list.push(candidate);
        }
    }

    /// The candidates of a number in the order of the text.
    pub(super) fn of(&self, value: u32) -> &[Candidate] {
        self.by_value.get(value as usize).map_or(&[], Vec::as_slice)
    }

    /// The last few candidates of a number that stand before a line, latest first.
    fn before(&self, value: u32, line: u32) -> impl Iterator<Item = &Candidate> {
        let list = self.of(value);
        list[..list.partition_point(|candidate| candidate.line < line)].iter().rev().take(4)
    }
}

/// How many ends of chains are remembered for each number.
const ENDS: usize = 4;

#[derive(Debug, Clone, Copy)]
struct Node {
    step: usize,
    score: i32,
    supported: usize,
    before: Option<usize>,
    restarts: bool,
    new_zone: bool,
}

/// Finds the best chain among steps given in the order of the lines.
pub(super) fn best_chain(steps: &[Step], markers: &Markers, paged: bool) -> Chain {
    let mut search = Search { steps, markers, paged, nodes: Vec::with_capacity(steps.len()) };
    let limit = steps.iter().map(|step| step.value).max().unwrap_or(0) as usize;
    let mut ends: Vec<Vec<usize>> = vec![Vec::new(); limit + 1];
    let mut top: Option<usize> = None;
    for index in 0..steps.len() {
        let value = steps[index].value as usize;
        let mut best = search.fresh(index);
        if value == 1 {
            if let Some(end) = top {
                best = best.max_by(search.linked(index, end, true));
            }
        }
        for back in 1..=2.min(value.saturating_sub(1)) {
            for end in &ends[value - back] {
                best = best.max_by(search.linked(index, *end, false));
            }
        }
        let node = search.nodes.len();
        search.nodes.push(best);
        remember(&mut ends[value], node, &search.nodes);
        if top.is_none_or(|top| search.nodes[top].score <= best.score) {
            top = Some(node);
        }
    }
    top.map(|top| search.walk(top)).unwrap_or_default()
}

impl Node {
    fn max_by(self, other: Self) -> Self {
        if other.score >= self.score { other } else { self }
    }
}

/// Keeps the best ends of a number; of equals the later.
fn remember(ends: &mut Vec<usize>, node: usize, nodes: &[Node]) {
    ends.push(node);
    if ends.len() > ENDS {
        let worst = (0..ends.len()).min_by_key(|at| (nodes[ends[*at]].score, ends[*at])).unwrap_or(0);
        ends.remove(worst);
    }
}

struct Search<'a> {
    steps: &'a [Step],
    markers: &'a Markers,
    paged: bool,
    nodes: Vec<Node>,
}

impl Search<'_> {
    /// A chain that starts here.
    fn fresh(&self, index: usize) -> Node {
        const LATE_START: i32 = 40;
        let step = &self.steps[index];
        let (support, supported) = self.support(step, 0);
        let late = if step.value == 1 { 0 } else { LATE_START };
        let opening = if step.opens { 10 } else { 0 };
        Node {
            step: index,
            score: step.merit + support + opening - late,
            supported: usize::from(supported),
            before: None,
            restarts: true,
            new_zone: true,
        }
    }

    /// The chain of `end`, gone on with here.
    fn linked(&self, index: usize, end: usize, restarts: bool) -> Node {
        const SKIPPED: i32 = 30;
        let (step, last) = (&self.steps[index], &self.nodes[end]);
        let previous = &self.steps[last.step];
        let near = self.near(step, previous, restarts);
        let far = self.new_zone(step, previous, restarts);
        let ((gain, supported), new_zone) = if near.0 >= far.0 { (near, false) } else { (far, true) };
        let skipped = if restarts { 0 } else { SKIPPED * (step.value as i32 - previous.value as i32 - 1) };
        Node {
            step: index,
            score: last.score + step.merit + gain - skipped,
            supported: last.supported + usize::from(supported),
            before: Some(end),
            restarts,
            new_zone,
        }
    }

    /// What speaks for a note that follows on the one before, with no body text between.
    fn near(&self, step: &Step, previous: &Step, restarts: bool) -> (i32, bool) {
        const IMPOSSIBLE: (i32, bool) = (-1000, false);
        const RESTART: i32 = 60;
        if self.paged && !step.gathered && step.page != previous.page {
            return IMPOSSIBLE;
        }
        let gap = (step.line - previous.line) as i32;
        let (support, supported) = self.best(step, |candidate| candidate.line < previous.line);
        let distance = match gap {
            0..=12 => 10,
            13..=40 => 12 - gap,
            _ if step.gathered => -28,
            _ => -28 - gap.min(200),
        };
        (support + distance - if restarts { RESTART } else { 0 }, supported)
    }

    /// What speaks for a note that is the first on its page: its marker stands behind the note
    /// before.
    fn new_zone(&self, step: &Step, previous: &Step, restarts: bool) -> (i32, bool) {
        const RESTART: i32 = 20;
        const CLOSED: i32 = 10;
        if self.paged && step.page == previous.page {
            return (-1000, false);
        }
        let (support, supported) = self.support(step, previous.line);
        let opening = if step.opens { CLOSED } else { -CLOSED / 2 };
        let restart = if restarts { RESTART } else { 0 };
        (support + opening - restart, supported)
    }

    fn support(&self, step: &Step, from: u32) -> (i32, bool) {
        self.best(step, |candidate| candidate.line >= from)
    }

    /// The best marker that passes, and what it speaks for the step.
    fn best(&self, step: &Step, pass: impl Fn(&Candidate) -> bool) -> (i32, bool) {
        const NONE: i32 = -20;
        const NONE_BUT_GATHERED: i32 = 5;
        let weight = self
            .markers
            .before(step.value, step.line)
            .filter(|candidate| pass(candidate))
            .map(|candidate| candidate.weight)
            .max();
        match weight {
            Some(weight) if weight >= STRONG => (30, true),
            Some(weight) if weight >= 12 => (20, true),
            _ if step.gathered => (NONE_BUT_GATHERED, false),
            Some(weight) if weight >= 4 => (weight - 8, true),
            _ => (NONE, false),
        }
    }

    fn walk(&self, top: usize) -> Chain {
        let mut steps = Vec::new();
        let mut at = Some(top);
        while let Some(node) = at.map(|at| &self.nodes[at]) {
            steps.push(Chosen { step: node.step, restarts: node.restarts, new_zone: node.new_zone });
            at = node.before;
        }
        steps.reverse();
        Chain { steps, score: self.nodes[top].score, supported: self.nodes[top].supported }
    }
}
