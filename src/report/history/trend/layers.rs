//! What the bars of a chart are made of. Each part has a pattern and a word of its own, so that nobody
//! has to tell colours apart.

use maud::{Markup, PreEscaped, html};

use super::tally::{Held, Tally};
use crate::model::Verdict;
use crate::report::html::sign;

/// A part of a bar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layer {
    /// The name of its pattern and colour.
    pub(super) key: &'static str,
    /// A sign beside the word.
    pub(super) sign: &'static str,
    /// What it is called.
    pub(super) name: &'static str,
}

/// The verdicts as a bar shows them: what is lost stands on the ground, where its height is seen best.
pub(super) const VERDICTS: [Verdict; 7] = [
    Verdict::Dead,
    Verdict::Changed,
    Verdict::Unsure,
    Verdict::Restricted,
    Verdict::Moved,
    Verdict::Alive,
    Verdict::Skipped,
];

/// The verdicts that occur in any of the tallies.
pub(super) fn occurring(tallies: &[Option<Tally>]) -> Vec<Verdict> {
    let occurs = |verdict: &Verdict| tallies.iter().flatten().any(|tally| tally.verdict(*verdict) > 0);
    VERDICTS.into_iter().filter(occurs).collect()
}

pub(super) fn of_verdict(verdict: Verdict) -> Layer {
    let name = verdict.into();
    Layer { key: name, sign: sign(verdict), name }
}

/// The archive's answers as a bar shows them.
pub(super) const HELD: [Held; 3] = [Held::Yes, Held::No, Held::Unknown];

pub(super) fn of_held(held: Held) -> Layer {
    match held {
        Held::Yes => Layer { key: "held", sign: "▣", name: "archived" },
        Held::No => Layer { key: "lacking", sign: "□", name: "no good capture" },
        Held::Unknown => Layer { key: "unknown", sign: "?", name: "not known" },
    }
}

/// What each part is, with its pattern.
pub(super) fn legend(layers: &[Layer]) -> Markup {
    html! {
        ul .legend { @for layer in layers {
            li {
                svg aria-hidden="true" { rect width="100%" height="100%" fill={ "url(#p-" (layer.key) ")" } {} }
                (layer.sign) " " (layer.name)
            }
        } }
    }
}

/// The patterns, to be put on the page once: the strokes of each are drawn in the colour of the paper over
/// its own.
pub(super) fn patterns() -> Markup {
    let strokes = [
        ("dead", ""),
        ("changed", "M-1 1l2-2M0 8l8-8M7 9l2-2"),
        ("unsure", "M2 2h.01M6 6h.01"),
        ("restricted", "M0 0l8 8M8 0l-8 8"),
        ("moved", "M0 2h8M0 6h8"),
        ("alive", ""),
        ("skipped", "M2 0v8M6 0v8"),
        ("held", ""),
        ("lacking", ""),
        ("unknown", "M2 2h.01M6 6h.01"),
    ];
    html! {
        svg .defs aria-hidden="true" { defs { @for (key, path) in strokes {
            pattern id={ "p-" (key) } data-k=(key) width="8" height="8" patternUnits="userSpaceOnUse" {
                rect width="8" height="8" {}
                @if !path.is_empty() { path d=(PreEscaped(path)) {} }
            }
        } } }
    }
}
