//! The word that may have been meant.

/// From which likeness on (Jaro–Winkler, 0 to 1).
const SIMILAR: f64 = 0.75;

/// The known word that is most like this one, if any is.
pub(crate) fn closest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|known| (strsim::jaro_winkler(known, word), known))
        .filter(|(likeness, _)| *likeness >= SIMILAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, known)| known)
}
