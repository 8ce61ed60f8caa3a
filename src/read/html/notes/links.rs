//! Links within a page.

use std::collections::HashMap;

use super::super::dom::{Dom, Id};
use super::super::page::{Page, is_inline};

/// A link from one place of the page to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Jump {
    pub(super) link: Id,
    pub(super) target: Id,
}

/// All links within the page, in its order.
pub(super) fn jumps(page: &Page) -> Vec<Jump> {
    let links: Vec<Id> = page.dom.nodes(Dom::ROOT).filter(|id| page.dom.name(*id) == "a").collect();
    let mut jumps: Vec<Jump> =
        links.iter().filter_map(|link| Some(Jump { link: *link, target: target(page, *link)? })).collect();
    let backs = by_target(&jumps);
    let dead = links.iter().filter(|link| is_dead(page, **link));
    jumps.extend(dead.filter_map(|link| Some(Jump { link: *link, target: answer(page, *link, &backs)? })));
    jumps.sort_by_key(|jump| page.place(jump.link));
    jumps
}

/// Whether a link leads to a place that the page does not have: scripts make such links work.
fn is_dead(page: &Page, link: Id) -> bool {
    let href = page.dom.element(link).and_then(|element| element.attribute("href")).unwrap_or_default();
    href.starts_with('#') && href.len() > 1 && target(page, link).is_none()
}

/// What leads back to a link.
fn answer(page: &Page, link: Id, backs: &HashMap<Id, Vec<Id>>) -> Option<Id> {
    let leading_back = anchors(page, link).into_iter().filter_map(|anchor| backs.get(&anchor)).flatten();
    leading_back.copied().find(|back| page.place(*back) > page.place(link))
}

/// Where a link within the page leads. Saved pages write the page's own address before the `#`.
fn target(page: &Page, link: Id) -> Option<Id> {
    let href = page.dom.element(link)?.attribute("href")?.trim();
    let (_, fragment) = href.split_once('#')?;
    (!fragment.is_empty()).then(|| page.target(fragment))?
}

/// For every node the links that lead to it.
pub(super) fn by_target(jumps: &[Jump]) -> HashMap<Id, Vec<Id>> {
    let mut links: HashMap<Id, Vec<Id>> = HashMap::new();
    for jump in jumps {
        links.entry(jump.target).or_default().push(jump.link);
    }
    links
}

/// The nodes that a link back to this marker may lead to: the marker itself, what stands around
/// it in the line, an empty anchor before it.
pub(super) fn anchors(page: &Page, marker: Id) -> Vec<Id> {
    let mut anchors: Vec<Id> = Vec::new();
    for id in page.dom.ancestors(marker).take(5) {
        if !is_inline(page.dom.name(id)) {
            break;
        }
        anchors.push(id);
        let before = std::iter::successors(page.dom.previous(id), |before| page.dom.previous(*before));
        anchors.extend(
            before.take(2).filter(|before| page.dom.element(*before).is_some() && page.weight(*before) == 0),
        );
    }
    anchors.extend(page.dom.nodes(marker).take(8).filter(|id| page.dom.element(*id).is_some()));
    anchors
}
