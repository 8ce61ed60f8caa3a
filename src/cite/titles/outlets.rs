//! What an outlet is called, without what says where in it a work stands.

use std::sync::LazyLock;

use super::super::lexicon::Lexicon;
use super::super::structure;
use super::{clean, periodicals, phrases};

/// Places where copies are kept, which brought out none of them, in lower case.
static ARCHIVES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::phrases(
        "internet archive | the internet archive | wayback machine | the wayback machine | internet archive wayback machine |
         internet archive's wayback machine | internet archive’s wayback machine | wayback | web archive | archive.org |
         web.archive.org | archive.today | archive.is | archive.ph | perma.cc | perma | webcite | ghostarchive |
         архивная копия | архівна копія | archived copy | archivkopie |",
    )
});

/// Whether a name is that of an archive.
pub(super) fn is_archive(name: &str) -> bool {
    ARCHIVES.has_any_case(name)
}

/// `на Wayback Machine. Вестник`: what follows the name of an archive.
pub(super) fn without_archive(piece: &str) -> &str {
    let behind = piece.split_once(". ").filter(|(before, _)| {
        let name = before.split_once(' ').map_or(*before, |(_, name)| name);
        is_archive(before) || is_archive(name)
    });
    behind.map_or(piece, |(_, rest)| rest)
}

/// The name alone; nothing if it is that of an archive.
pub(super) fn tidied(source: &str) -> Option<String> {
    if is_archive(source) {
        return None;
    }
    let name = without_volume(without_carrier(without_copy(framed(source))));
    if name.len() == source.len() { Some(source.to_owned()) } else { clean::name(name) }
}

/// `River Press. Archived version`: the name without what leads to a copy.
fn without_copy(source: &str) -> &str {
    let behind = source.match_indices(". ").find(|(at, sign)| {
        let rest = &source[at + sign.len()..];
        structure::says_copy(rest.split(' ').next().unwrap_or_default())
    });
    behind.map_or(source, |(at, _)| &source[..at])
}

/// `River Press. [Online]`: the name without what says that the work is on the web.
fn without_carrier(source: &str) -> &str {
    let parted = source.strip_suffix(']').and_then(|text| text.rsplit_once(" ["));
    let carried = parted.filter(|(_, remark)| phrases::is_remark(remark));
    carried.map_or(source, |(name, _)| name.trim_end_matches(['.', ',', ' ']))
}

/// `『水法学』12号（2011年）`: what stands between the marks of a periodical.
fn framed(source: &str) -> &str {
    let inner = source.strip_prefix('『').and_then(|rest| rest.split_once('』'));
    inner.map_or(source, |(name, _)| name)
}

/// `River Studies 33(2), 12-19`: the periodical without volume, issue and pages. A number alone may
/// belong to the name (`Channel 4`), but not to what calls itself a journal.
fn without_volume(source: &str) -> &str {
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' ' | ':' | '-' | '–' | '/' | ',');
    let name = source.trim_end_matches(numeric);
    let tail = &source[name.len()..];
    let tail = tail.trim_matches(|c| matches!(c, ' ' | ','));
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let numbered = tail.match_indices(['(', ':', '/']).any(|(at, _)| digits(tail) && digits(&tail[at + 1..]));
    let listed = digits(tail) && tail.contains(", ");
    let counted = digits(tail) && tail.bytes().all(|b| b.is_ascii_digit());
    let journal =
        counted && !source.starts_with(|c: char| c.is_ascii_digit()) && periodicals::calls_itself(name);
    let lettered = name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    if lettered && (numbered || listed || journal) { name } else { source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_volumes_and_pages() {
        for (source, name) in [
            ("River Review 33(2), 12-19", "River Review"),
            ("River Studies 33(2)", "River Studies"),
            ("River Studies, 12 (3): 4–9", "River Studies"),
            ("River Studies 4/2011", "River Studies"),
            ("River Review 33", "River Review"),
            ("『水法学』12号（2011年）", "水法学"),
            ("River Press. [Online]", "River Press"),
            ("River Press. Archived version: a.example", "River Press"),
            ("Channel 4", "Channel 4"),
            ("Wells ’14", "Wells ’14"),
            ("France 24", "France 24"),
            ("85 LAKE L. REV. 1213", "85 LAKE L. REV. 1213"),
        ] {
            assert_eq!(tidied(source).as_deref(), Some(name), "{source}");
        }
    }

    #[test]
    fn archives_bring_nothing_out() {
        for source in ["the Internet Archive", "Wayback Machine", "Perma.cc"] {
            assert_eq!(tidied(source), None, "{source}");
        }
        assert_eq!(without_archive("на Wayback Machine. Вестник"), "Вестник");
        assert_eq!(without_archive("Water Board. Gazette"), "Water Board. Gazette");
        assert_eq!(tidied("National Archive").as_deref(), Some("National Archive"));
    }
}
