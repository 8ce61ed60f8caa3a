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
    /// The page or column the line stands in.
    pub part: u32,
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
    /// How many of its steps have a marker that is one for certain.
    pub supported: usize,
    /// How many of these stand without brackets.
    pub plain: usize,
}

/// The markers a text may have, by number.
#[derive(Debug, Default)]
pub(super) struct Markers {
    all: Vec<Vec<Candidate>>,
    /// Those that are more than chance; numbers and years end in every digit.
    likely: Vec<Vec<Candidate>>,
}

/// From here on a candidate is more than chance.
const LIKELY: i32 = 12;

impl Markers {
    /// No markers yet; numbers above `limit` will be left out.
    pub(super) fn new(limit: u32) -> Self {
        let empty = vec![Vec::new(); limit as usize + 1];
        Self { all: empty.clone(), likely: empty }
    }

    /// Adds the next candidate of the text.
    pub(super) fn push(&mut self, candidate: Candidate) {
        let value = candidate.value as usize;
        if value < self.all.len() {
            self.all[value].push(candidate);
            if candidate.weight >= LIKELY {
                self.likely[value].push(candidate);
            }
        }
    }

    /// The candidates of a number in the order of the text.
    pub(super) fn of(&self, value: u32) -> &[Candidate] {
        self.all.get(value as usize).map_or(&[], Vec::as_slice)
    }

    /// The last few candidates of a number that stand before a line, the likely ones first.
    fn before(&self, value: u32, line: u32) -> impl Iterator<Item = &Candidate> {
        [&self.likely, &self.all].into_iter().flat_map(move |lists| {
            let list = lists.get(value as usize).map_or(&[][..], Vec::as_slice);
            list[..list.partition_point(|there| there.line < line)].iter().rev().take(4)
        })
    }
}

/// How many ends of chains are remembered for each number.
const ENDS: usize = 4;

/// What the best marker of a step is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Support {
    score: i32,
    certain: bool,
    plain: bool,
}

/// How many markers are heard for a step.
const WITNESSES: usize = 8;

/// A marker before a step.
#[derive(Debug, Clone, Copy, Default)]
struct Witness {
    line: u32,
    weight: i32,
    plain: bool,
}

#[derive(Debug, Default)]
struct Witnesses {
    list: [Witness; WITNESSES],
    count: usize,
}

/// How far back the label before may lie: labels get lost.
const FARTHEST_BACK: usize = 4;

#[derive(Debug, Clone, Copy)]
struct Node {
    step: usize,
    score: i32,
    supported: usize,
    plain: usize,
    before: Option<usize>,
    new_zone: bool,
}

impl Node {
    fn better(self, other: Self) -> Self {
        if other.score >= self.score { other } else { self }
    }
}

/// Finds the best chain among steps given in the order of the lines. `bracketed` tells whether
/// only markers with or without brackets count; `parted` whether the text tells its pages.
pub(super) fn best_chain(steps: &[Step], markers: &Markers, bracketed: Option<bool>, parted: bool) -> Chain {
    let mut search = Search { steps, markers, bracketed, parted, nodes: Vec::with_capacity(steps.len()) };
    let limit = steps.iter().map(|step| step.value).max().unwrap_or(0) as usize;
    let mut ends: Vec<Vec<usize>> = vec![Vec::new(); limit + 1];
    let mut top: Option<usize> = None;
    for (index, step) in steps.iter().enumerate() {
        let value = step.value as usize;
        let witnesses = search.witnesses(step);
        let mut best = search.fresh(index, &witnesses);
        if value == 1
            && let Some(end) = top
        {
            best = best.better(search.linked(index, &witnesses, end, true));
        }
        for back in 1..=FARTHEST_BACK.min(value.saturating_sub(1)) {
            for end in &ends[value - back] {
                best = best.better(search.linked(index, &witnesses, *end, false));
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
    bracketed: Option<bool>,
    parted: bool,
    nodes: Vec<Node>,
}

impl Search<'_> {
    /// A chain that starts here.
    fn fresh(&self, index: usize, witnesses: &Witnesses) -> Node {
        const LATE_START: i32 = 40;
        const OPENING: i32 = 10;
        let step = &self.steps[index];
        let support = support(step, witnesses, |_| true);
        let late = if step.value == 1 { 0 } else { LATE_START };
        let opening = if step.opens { OPENING } else { 0 };
        Node {
            step: index,
            score: step.merit + support.score + opening - late,
            supported: usize::from(support.certain),
            plain: usize::from(support.plain),
            before: None,
            new_zone: true,
        }
    }

    /// The chain of `end`, gone on with here.
    fn linked(&self, index: usize, witnesses: &Witnesses, end: usize, restarts: bool) -> Node {
        const SKIPPED: i32 = 30;
        let (step, last) = (&self.steps[index], &self.nodes[end]);
        let previous = &self.steps[last.step];
        let near = self.near(step, previous, witnesses, restarts);
        let far = self.far(step, previous, witnesses, restarts);
        let (support, new_zone) = if near.score >= far.score { (near, false) } else { (far, true) };
        let skipped = if restarts { 0 } else { (step.value - previous.value) as i32 - 1 };
        Node {
            step: index,
            score: last.score + step.merit + support.score - SKIPPED * skipped,
            supported: last.supported + usize::from(support.certain),
            plain: last.plain + usize::from(support.plain),
            before: Some(end),
            new_zone,
        }
    }

    /// What speaks for a note that follows on the one before, with no body text between.
    fn near(&self, step: &Step, previous: &Step, witnesses: &Witnesses, restarts: bool) -> Support {
        const RESTART: i32 = 60;
        const RESTART_BELOW_HEADING: i32 = 15;
        const TURNED: i32 = 15;
        let mut support = support(step, witnesses, |witness| witness.line < previous.line);
        support.score += match (step.line - previous.line) as i32 {
            0..=12 => 10,
            gap @ 13..=40 => 12 - gap,
            _ if step.gathered => -28,
            gap => -28 - gap.min(200),
        };
        support.score -= match (restarts, step.gathered) {
            (false, _) => 0,
            (true, true) => RESTART_BELOW_HEADING,
            (true, false) => RESTART,
        };
        if self.parted && !step.gathered && step.part != previous.part {
            support.score -= TURNED;
        }
        support
    }

    /// What speaks for a note that is the first on its page: its marker stands behind the note
    /// before.
    fn far(&self, step: &Step, previous: &Step, witnesses: &Witnesses, restarts: bool) -> Support {
        const RESTART: i32 = 20;
        const OPENING: i32 = 10;
        let mut support = support(step, witnesses, |witness| witness.line >= previous.line);
        support.score += if step.opens { OPENING } else { -OPENING / 2 };
        support.score -= if restarts { RESTART } else { 0 };
        if self.parted && step.part == previous.part {
            support.score -= OPENING;
        }
        support
    }

    /// The markers that may speak for a step.
    fn witnesses(&self, step: &Step) -> Witnesses {
        let fits =
            |candidate: &&Candidate| self.bracketed.is_none_or(|bracketed| bracketed == candidate.bracketed);
        let mut witnesses = Witnesses::default();
        for candidate in self.markers.before(step.value, step.line).filter(fits).take(WITNESSES) {
            witnesses.list[witnesses.count] =
                Witness { line: candidate.line, weight: candidate.weight, plain: !candidate.bracketed };
            witnesses.count += 1;
        }
        witnesses
    }

    fn walk(&self, top: usize) -> Chain {
        let mut steps = Vec::new();
        let mut at = Some(top);
        while let Some(node) = at.map(|at| &self.nodes[at]) {
            steps.push(Chosen { step: node.step, new_zone: node.new_zone });
            at = node.before;
        }
        steps.reverse();
        let top = &self.nodes[top];
        Chain { steps, score: top.score, supported: top.supported, plain: top.plain }
    }
}

/// The best witness that passes, and what it is worth.
fn support(step: &Step, witnesses: &Witnesses, pass: impl Fn(&Witness) -> bool) -> Support {
    let heard = witnesses.list[..witnesses.count].iter().filter(|witness| pass(witness));
    let best = heard.max_by_key(|witness| witness.weight).copied().unwrap_or_default();
    let score = match best.weight {
        STRONG.. => 30,
        LIKELY.. => 20,
        _ if step.gathered => 5,
        weight @ 4.. => weight - 12,
        _ => -20,
    };
    let certain = best.weight >= LIKELY;
    Support { score, certain, plain: certain && best.plain }
}
