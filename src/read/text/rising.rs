//! Which of many candidates are the markers: the heaviest selection in which the numbers rise
//! with the text.

/// A number that may be meant, with the weight that speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bid {
    /// The number, counted from the first of the series.
    pub rank: usize,
    /// What speaks for it, above 0.
    pub weight: i32,
}

/// Chooses the heaviest sequence of strictly rising ranks from bids in the order of the text;
/// returns their indices. Takes `n log n` steps (a Fenwick tree of best sums by rank).
pub(super) fn rising(bids: &[Bid]) -> Vec<usize> {
    let ranks = bids.iter().map(|bid| bid.rank + 1).max().unwrap_or(0);
    let mut tree: Vec<Option<(i64, usize)>> = vec![None; ranks + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(bids.len());
    let mut top: Option<(i64, usize)> = None;
    for (index, bid) in bids.iter().enumerate() {
        let best = best_below(&tree, bid.rank);
        before.push(best.map(|(_, from)| from));
        let sum = (best.map_or(0, |(sum, _)| sum) + i64::from(bid.weight), index);
        raise(&mut tree, bid.rank, sum);
        if top.is_none_or(|top| top.0 <= sum.0) {
            top = Some(sum);
        }
    }
    let mut chosen = Vec::new();
    let mut at = top.map(|(_, index)| index);
    while let Some(index) = at {
        chosen.push(index);
        at = before[index];
    }
    chosen.reverse();
    chosen
}

fn best_below(tree: &[Option<(i64, usize)>], rank: usize) -> Option<(i64, usize)> {
    let mut best = None;
    let mut at = rank;
    while at > 0 {
        best = heavier(best, tree[at]);
        at &= at - 1;
    }
    best
}

fn raise(tree: &mut [Option<(i64, usize)>], rank: usize, sum: (i64, usize)) {
    let mut at = rank + 1;
    while at < tree.len() {
        tree[at] = heavier(tree[at], Some(sum));
        at += at & at.wrapping_neg();
    }
}

fn heavier(one: Option<(i64, usize)>, other: Option<(i64, usize)>) -> Option<(i64, usize)> {
    match (one, other) {
        (Some(one), Some(other)) if one.0 > other.0 => Some(one),
        (one, None) => one,
        (_, other) => other,
    }
}
