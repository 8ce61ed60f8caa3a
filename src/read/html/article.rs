//! Where on a page the article is.

use super::super::apparatus;
use super::dom::{Dom, Id};
use super::furniture;
use super::page::Page;

/// Share of the remaining text, in percent, that a part must hold to be the article.
const ARTICLE_SHARE: u64 = 60;

/// The innermost element that holds the article: what is marked as such, if it holds most of the
/// text and no notes or works stand outside; else the whole page.
pub(super) fn find(page: &Page) -> Id {
    let mut article = Dom::ROOT;
    let mut total = u64::from(readable(page, Dom::ROOT));
    while let Some((part, weight)) = best_part(page, article) {
        if weight * 100 < total * ARTICLE_SHARE || leaves_apparatus(page, article, part) {
            break;
        }
        (article, total) = (part, weight);
    }
    article
}

/// The part within `outer` that is marked as an article and holds most text.
fn best_part(page: &Page, outer: Id) -> Option<(Id, u64)> {
    let parts = outermost(page, outer, |id| is_article(page, id));
    parts.into_iter().map(|part| (part, u64::from(readable(page, part)))).max_by_key(|(_, weight)| *weight)
}

fn is_article(page: &Page, id: Id) -> bool {
    let Some(element) = page.dom.element(id) else { return false };
    matches!(element.name(), "main" | "article")
        || element.attribute("role") == Some("main")
        || element.attribute("itemprop") == Some("articleBody")
}

/// Whether a heading of notes or works stands in `outer` but not in `part`.
fn leaves_apparatus(page: &Page, outer: Id, part: Id) -> bool {
    let headings = page.dom.nodes(outer).filter(|id| matches!(page.dom.name(*id), "h1" | "h2" | "h3" | "h4"));
    headings
        .filter(|heading| !page.contains(part, *heading))
        .any(|heading| apparatus::section_of(&page.dom.text_up_to(heading, 120)).is_some())
}

/// The outermost nodes below `outer` that are wanted, outside page furniture.
fn outermost(page: &Page, outer: Id, wanted: impl Fn(Id) -> bool) -> Vec<Id> {
    let mut found: Vec<Id> = Vec::new();
    let mut skipped: Option<Id> = None;
    for id in page.dom.nodes(outer).filter(|id| *id != outer) {
        if skipped.is_some_and(|skipped| page.contains(skipped, id)) {
            continue;
        }
        if wanted(id) {
            found.push(id);
            skipped = Some(id);
        } else if furniture::is_furniture(page, id) {
            skipped = Some(id);
        }
    }
    found
}

/// Bytes of text in a node that are not page furniture.
fn readable(page: &Page, outer: Id) -> u32 {
    let furniture = outermost(page, outer, |id| furniture::is_furniture(page, id));
    furniture.into_iter().fold(page.weight(outer), |rest, id| rest.saturating_sub(page.weight(id)))
}
