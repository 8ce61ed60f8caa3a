//! Rectangles on the pages of a PDF.

use std::ops::Range;

use super::stretches::stretches;
use crate::model::{Area, Layout, Pages, Passage};

/// Looks at links, in all, for one document.
const MOST: usize = 20_000_000;

/// The rectangles of a document's addresses.
pub(super) struct Finder<'a> {
    layout: &'a Layout,
    budget: usize,
}

impl<'a> Finder<'a> {
    pub(super) fn new(layout: &'a Layout) -> Self {
        Self { layout, budget: MOST }
    }

    /// Where `range` of a passage is printed, if the address is `shown` there, and what the link over it
    /// covers that leads to `target`.
    pub(super) fn find(
        &mut self,
        passage: &Passage,
        range: &Range<usize>,
        shown: bool,
        target: Option<&str>,
    ) -> Option<Pages> {
        let areas = self.areas(passage, range)?;
        let link = target.map(|target| self.links(&areas, target)).unwrap_or_default();
        let printed = if shown { areas } else { Vec::new() };
        (!printed.is_empty() || !link.is_empty()).then_some(Pages { printed, link })
    }

    /// The rectangles of `range`, a line each; none unless all of it is known.
    fn areas(&self, passage: &Passage, range: &Range<usize>) -> Option<Vec<Area>> {
        let mut areas = Vec::new();
        for (whole, place) in stretches(passage, range)? {
            let here = range.start.max(whole.start)..range.end.min(whole.end);
            let mut from = here.start;
            for text in passage.text.get(here)?.split_inclusive('\n') {
                let begin = from + text.len() - text.trim_start().len();
                let length = text.trim().len();
                from += text.len();
                if length > 0 {
                    let source = place.source?;
                    let line = self.layout.lines.get(usize::try_from(source.unit).ok()?)?;
                    let byte = usize::try_from(source.at).ok()? + begin - whole.start;
                    areas.extend(line.areas(&(byte..byte + length))?);
                }
            }
        }
        (!areas.is_empty()).then_some(areas)
    }

    /// What links cover that lead to `target` and lie over `areas`.
    fn links(&mut self, areas: &[Area], target: &str) -> Vec<Area> {
        let mut found: Vec<Area> = Vec::new();
        for area in areas {
            let from = self.layout.links.partition_point(|(link, _)| link.page < area.page);
            let here = self.layout.links[from..].iter().take_while(|(link, _)| link.page == area.page);
            for (link, leads_to) in here {
                let Some(budget) = self.budget.checked_sub(1) else { return Vec::new() };
                self.budget = budget;
                if overlap(link, area) && &**leads_to == target && !found.contains(link) {
                    found.push(*link);
                }
            }
        }
        found
    }
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.left < other.right && other.left < one.right && one.bottom < other.top && other.bottom < one.top
}
