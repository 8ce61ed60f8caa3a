//! The links of a page: annotations with an address (ISO 32000-1, 12.5.6.5 and 12.6.4.7).

use std::sync::Arc;

use hayro_syntax::object::{Array, Dict, Name, Object, Rect, String as Bytes};

use super::glyph::{Area, Spot};
use super::{jumps, limits, scripts};

/// What links cover, with where they lead.
pub(super) type Covered<T> = Vec<(Area, T)>;

/// What the links of a page cover, with their targets, and those that lead elsewhere in the
/// document; `spot` tells where a destination is.
pub(super) fn links(
    page: &Dict<'_>,
    spot: &mut dyn FnMut(&Object<'_>) -> Option<Spot>,
) -> (Covered<Arc<str>>, Covered<Spot>) {
    let (mut links, mut inner) = (Vec::new(), Vec::new());
    let Some(annotations) = page.get::<Array<'_>>("Annots") else { return (links, inner) };
    for annotation in annotations.iter::<Dict<'_>>().take(limits::MARKS_A_PAGE) {
        if let Some(target) = target(&annotation) {
            let target: Arc<str> = target.into();
            links.extend(areas(&annotation).into_iter().map(|area| (area, target.clone())));
        } else if let Some(spot) = jumps::destination(&annotation).and_then(|place| spot(&place)) {
            inner.extend(areas(&annotation).into_iter().map(|area| (area, spot)));
        }
    }
    (links, inner)
}

fn target(annotation: &Dict<'_>) -> Option<String> {
    let is = |dict: &Dict<'_>, key: &str, value: &str| {
        dict.get::<Name<'_>>(key).is_some_and(|name| name.as_str() == value)
    };
    let action = annotation.get::<Dict<'_>>("A").filter(|_| is(annotation, "Subtype", "Link"))?;
    let address = action.get::<Bytes<'_>>("URI").filter(|_| is(&action, "S", "URI"))?;
    let address = scripts::text_string(address.as_bytes());
    let address = address.trim();
    (!address.is_empty()).then(|| address.to_owned())
}

/// The quadrilaterals of a link that runs over lines, or its rectangle.
fn areas(annotation: &Dict<'_>) -> Vec<Area> {
    const MOST: usize = 64;
    let points: Vec<f32> = annotation
        .get::<Array<'_>>("QuadPoints")
        .map(|points| points.iter::<f32>().take(MOST * 8).collect())
        .unwrap_or_default();
    let quads: Vec<Area> = points.chunks_exact(8).filter_map(quad).collect();
    if !quads.is_empty() {
        return quads;
    }
    let rect = annotation.get::<Rect>("Rect");
    rect.map(|rect| Area::new((rect.x0 as f32, rect.y0 as f32), (rect.x1 as f32, rect.y1 as f32)))
        .into_iter()
        .collect()
}

fn quad(points: &[f32]) -> Option<Area> {
    let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    for point in points.chunks_exact(2) {
        low = (low.0.min(point[0]), low.1.min(point[1]));
        high = (high.0.max(point[0]), high.1.max(point[1]));
    }
    (high.0 > low.0 && high.1 > low.1).then(|| Area::new(low, high))
}
