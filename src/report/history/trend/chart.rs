//! A chart of bars. Positions are percentages of whatever room there is, so that neither letters nor
//! patterns are stretched with the page.

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};

use super::axis::Axis;
use super::layers::Layer;
use super::tally::Tally;

/// The greatest width of a bar, in percent: one run alone is no wall.
const WIDEST: f64 = 12.0;

/// Up to so many bars there is a gap between two.
const APART: usize = 60;

/// A bar: how much of each part, upward and downward.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) up: Vec<u32>,
    pub(super) down: Vec<u32>,
}

/// A bar for each tally that there is.
pub(super) fn bars(tallies: &[Option<Tally>], parts: impl Fn(&Tally) -> Vec<u32>) -> Vec<Option<Bar>> {
    let bar = |tally: &Tally| Bar { up: parts(tally), down: Vec::new() };
    tallies.iter().map(|tally| tally.as_ref().map(bar)).collect()
}

/// Bars over an axis; none where there is nothing to show.
#[derive(Debug)]
pub(super) struct Chart<'a> {
    /// What it shows, for those who do not see it.
    pub(super) told: String,
    /// The parts of the bars above the ground, from there upward.
    pub(super) up: &'a [Layer],
    /// Those below, from there downward.
    pub(super) down: &'a [Layer],
    pub(super) bars: &'a [Option<Bar>],
    /// Whether each bar is a whole of which its parts are shares; else they are numbers.
    pub(super) is_share: bool,
    pub(super) axis: &'a Axis,
}

impl Chart<'_> {
    pub(super) fn draw(&self) -> Markup {
        let (above, below) = self.scale();
        let ground = 100.0 * above / (above + below);
        html! {
            svg .plot role="img" aria-label=(self.told) {
                (self.lines(above, below, ground))
                @for (index, layer) in self.up.iter().enumerate() {
                    (self.layer(layer, |bar| (&bar.up, index), above, ground, true))
                }
                @for (index, layer) in self.down.iter().enumerate() {
                    (self.layer(layer, |bar| (&bar.down, index), below, ground, false))
                }
                (self.labels())
            }
        }
    }

    /// The greatest height above and below the ground; not both are 0.
    fn scale(&self) -> (f64, f64) {
        if self.is_share {
            return (1.0, 0.0);
        }
        let highest = |side: fn(&Bar) -> &[u32]| {
            self.bars.iter().flatten().map(|bar| side(bar).iter().sum::<u32>()).max().unwrap_or_default()
        };
        let (above, below) = (highest(|bar| &bar.up), highest(|bar| &bar.down));
        (f64::from(above).max(if below == 0 { 1.0 } else { 0.0 }), f64::from(below))
    }

    /// The ground and the lines over it, each with what it stands for.
    fn lines(&self, above: f64, below: f64, ground: f64) -> Markup {
        let lines = if self.is_share {
            [(0.0, "100%".to_owned()), (50.0, "50%".to_owned()), (100.0, "0".to_owned())].to_vec()
        } else {
            let top = (above > 0.0).then(|| (0.0, above.to_string()));
            let bottom = (below > 0.0).then(|| (100.0, below.to_string()));
            top.into_iter().chain([(ground, "0".to_owned())]).chain(bottom).collect()
        };
        html! { @for (y, number) in lines {
            (PreEscaped(format!("<line x2=\"100%\" y1=\"{y:.1}%\" y2=\"{y:.1}%\"/>")))
            (PreEscaped(format!("<text class=\"y\" dx=\"-6\" dy=\"4\" y=\"{y:.1}%\">{number}</text>")))
        } }
    }

    /// One part of all bars.
    fn layer<'b>(
        &'b self,
        layer: &Layer,
        part: impl Fn(&'b Bar) -> (&'b [u32], usize),
        scale: f64,
        ground: f64,
        is_up: bool,
    ) -> Markup {
        let (room, mut rects) = (if is_up { ground } else { 100.0 - ground }, String::new());
        for (place, bar) in self.bars.iter().enumerate() {
            let Some(bar) = bar else { continue };
            let (parts, index) = part(bar);
            let before: u32 = parts.iter().take(index).sum();
            let number = parts.get(index).copied().unwrap_or_default();
            let whole = if self.is_share { f64::from(parts.iter().sum::<u32>()) } else { scale };
            if number == 0 {
                continue;
            }
            let height = room * f64::from(number) / whole;
            let near = room * f64::from(before) / whole;
            let y = if is_up { ground - near - height } else { ground + near };
            let (x, width) = self.place(place);
            // Writing to a string cannot fail.
            let _ = write!(
                rects,
                "<rect x=\"{x:.2}%\" y=\"{y:.2}%\" width=\"{width:.2}%\" height=\"{height:.2}%\"/>"
            );
        }
        html! { @if !rects.is_empty() { g fill={ "url(#p-" (layer.key) ")" } { (PreEscaped(rects)) } } }
    }

    /// Where a bar stands and how wide it is, in percent.
    fn place(&self, index: usize) -> (f64, f64) {
        let slot = 100.0 / self.bars.len().max(1) as f64;
        let width = if self.bars.len() > APART { slot } else { (slot * 0.8).min(WIDEST) };
        (slot * index as f64 + (slot - width) / 2.0, width)
    }

    /// Some of the points by name, as many as have room on a phone.
    fn labels(&self) -> Markup {
        let last = self.bars.len().saturating_sub(1);
        let wanted = match last {
            0..=2 => (0..=last).map(|index| (index, "middle")).collect(),
            3..=6 => vec![(0, "start"), (last, "end")],
            _ => vec![(0, "start"), (last / 2, "middle"), (last, "end")],
        };
        html! { @for (index, anchor) in wanted {
            @if let Some(point) = self.axis.points.get(index) {
                @let (x, width) = self.place(index);
                @let x = match anchor { "start" => x, "end" => x + width, _ => x + width / 2.0 };
                text x=(format!("{x:.2}%")) y="100%" dy="18" text-anchor=(anchor) { (point.tick) }
            }
        } }
    }
}
