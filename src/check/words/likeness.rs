//! How like a page's title is to a cited one.
//!
//! Two classic lexical measures, since they beat embeddings at telling drift (Eve, "Digital
//! scholarly journals are poorly preserved", 2024; Jones et al., "The off-topic memento toolkit",
//! 2018, use the same family): the Sørensen–Dice coefficient over character trigrams, which
//! forgives spelling, and the share of one title's content terms that the other has, which
//! forgives rewording, subtitles and site names.

use super::fold;
use super::terms::{content_terms, hash, terms};

/// How like the cited title a page's title is, 0–1: the best over the title and the parts of it
/// that site names are set off from. A cited title may have a subtitle that the page does not show.
/// Parts that are one of the folded `names` are the outlet's, not the work's: they count only if
/// that is what was cited.
pub(in crate::check) fn title_likeness(claim: &str, page_title: &str, names: &[String]) -> f32 {
    let main = claim.split([':', '.', '?']).next().map(fold).filter(|main| main.contains(' '));
    let claim = Measured::new(claim);
    if claim.folded.is_empty() {
        return 0.0;
    }
    segments(page_title)
        .into_iter()
        .map(Measured::new)
        .map(|page| match &page.folded {
            folded if *folded == claim.folded => 1.0,
            folded if names.contains(folded) => 0.0,
            folded if main.as_ref() == Some(folded) => 1.0,
            _ => claim.likeness(&page),
        })
        .fold(0.0, f32::max)
}

/// The title as a whole and, if there are several, the parts between separators such as ` | `
/// and ` — `, at most eight.
pub(in crate::check) fn segments(title: &str) -> Vec<&str> {
    let mut found = vec![title.trim()];
    let mut rest = title;
    while found.len() < 8 {
        let Some((at, length)) = next_separator(rest) else { break };
        push_segment(&mut found, &rest[..at]);
        rest = &rest[at + length..];
    }
    if found.len() > 1 {
        push_segment(&mut found, rest);
    }
    found
}

/// The largest share of the claim's terms that stands close together in a text, 0–1: the lead of
/// an article repeats what its headline said, however the headline was reworded since.
pub(in crate::check) fn closest_window(claim: &[u64], folded_text: &str) -> f32 {
    const WINDOW: usize = 60;
    if claim.is_empty() {
        return 0.0;
    }
    let hits: Vec<(usize, usize)> = terms(folded_text)
        .iter()
        .enumerate()
        .filter_map(|(at, term)| claim.binary_search(&term.hash).ok().map(|which| (at, which)))
        .collect();
    let mut counts = vec![0_usize; claim.len()];
    let (mut first, mut distinct, mut best) = (0, 0, 0);
    for &(at, which) in &hits {
        counts[which] += 1;
        distinct += usize::from(counts[which] == 1);
        while at - hits[first].0 > WINDOW {
            let old = hits[first].1;
            counts[old] -= 1;
            distinct -= usize::from(counts[old] == 0);
            first += 1;
        }
        best = best.max(distinct);
    }
    ratio(best, claim.len())
}

struct Measured {
    folded: String,
    trigrams: Vec<u64>,
    terms: Vec<u64>,
}

impl Measured {
    fn new(text: &str) -> Self {
        let folded = fold(text);
        Self { trigrams: trigrams(&folded), terms: content_terms(&folded), folded }
    }

    fn likeness(&self, page: &Self) -> f32 {
        let shared = common(&self.terms, &page.terms);
        let of_claim = if self.terms.len() >= 2 { ratio(shared, self.terms.len()) } else { 0.0 };
        let of_page = if page.terms.len() >= 3 { ratio(shared, page.terms.len()) } else { 0.0 };
        spelling(&self.trigrams, &page.trigrams).max(of_claim).max(of_page)
    }
}

fn push_segment<'a>(found: &mut Vec<&'a str>, segment: &'a str) {
    let segment = segment.trim();
    if !segment.is_empty() {
        found.push(segment);
    }
}

fn next_separator(text: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(at, c)| {
        let spaced =
            |c: char| at > 0 && text[..at].ends_with(' ') && text[at + c.len_utf8()..].starts_with(' ');
        match c {
            '|' | '»' | '«' | '•' | '·' | '｜' | '→' => Some((at, c.len_utf8())),
            '-' | '–' | '—' | '/' | '~' if spaced(c) => Some((at, c.len_utf8())),
            ':' if text[at..].starts_with("::") => Some((at, 2)),
            '(' | ')' | '[' | ']' => Some((at, 1)),
            '_' if text[..at].ends_with(|c: char| c > '\u{2e80}') => Some((at, 1)),
            _ => None,
        }
    })
}

fn trigrams(folded: &str) -> Vec<u64> {
    let padded = format!(" {folded} ");
    let bounds: Vec<usize> = padded.char_indices().map(|(at, _)| at).chain([padded.len()]).collect();
    let mut grams: Vec<u64> =
        bounds.windows(4).map(|four| hash(&padded.as_bytes()[four[0]..four[3]])).collect();
    grams.sort_unstable();
    grams
}

/// The Dice coefficient, counted from where titles that share a word or two by chance lie.
fn spelling(a: &[u64], b: &[u64]) -> f32 {
    const CHANCE: f32 = 0.2;
    let dice = ratio(2 * common(a, b), a.len() + b.len());
    ((dice - CHANCE) / (1.0 - CHANCE)).max(0.0)
}

/// The size of the intersection of two sorted lists.
fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    shared
}

#[expect(clippy::cast_precision_loss, reason = "counts of terms in a page, far below 2^23")]
fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_work_is_alike() {
        for (cited, page) in [
            ("Cracks Found in Weir", "Engineers Find Cracks in Weir of the Old Dam"),
            ("Der Streit ums Wasser", "Zeitung :: Der Streit ums Wasser"),
            ("Станцию сдали без насосов", "Станцию сдали без насосов — Новости края"),
            ("The Long Drought: A Chronicle in Letters", "The Long Drought"),
            ("L'été sans pluie", "L’été sans pluie | Le Courrier"),
            ("水庫移民的十年", "水庫移民十年記_新聞網"),
            ("Jumlah Pengungsi Bertambah", "jumlah pengungsi bertambah (Harian)"),
        ] {
            assert!(
                title_likeness(cited, page, &[]) >= 0.6,
                "{cited} / {page}: {}",
                title_likeness(cited, page, &[])
            );
        }
    }

    #[test]
    fn another_work_is_not() {
        for (cited, page) in [
            ("Pier Committee Demands Repairs", "Ten Ideas for a Summer Wedding"),
            ("Станцию сдали без насосов", "Рецепты на каждый день"),
            ("The Long Drought", "The River Gazette"),
            ("水庫移民的十年", "春季婚紗流行趨勢"),
            ("Annual Review 2013", ""),
            ("New York Courier Reporter Detained", "The New York Courier"),
        ] {
            let names = ["the new york courier".to_owned()];
            assert!(title_likeness(cited, page, &names) < 0.34, "{cited} / {page}");
        }
        assert!(title_likeness("The Harbour Crane", "The Harbour Paper", &[]) < 0.6);
    }

    #[test]
    fn titles_come_apart_at_separators_only() {
        assert_eq!(segments("A-B well-known"), ["A-B well-known"]);
        assert_eq!(
            segments("Title | Site - Section"),
            ["Title | Site - Section", "Title", "Site", "Section"]
        );
        assert_eq!(segments("Gone (Review)"), ["Gone (Review)", "Gone", "Review"]);
    }

    #[test]
    fn a_window_wants_the_words_together() {
        let claim = content_terms(&fold("Committee Demands Repairs"));
        let together = fold("The repairs that the committee had demanded for years are late");
        let filler = "word ".repeat(80);
        let apart = fold(&format!("committee {filler} demands {filler} repairs"));
        assert!(closest_window(&claim, &together) > 0.99);
        assert!(closest_window(&claim, &apart) < 0.34);
        assert!(closest_window(&claim, "") < f32::EPSILON);
    }
}
