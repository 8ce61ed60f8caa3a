//! Is it still the cited source? The page against what the notes say of it.
//!
//! Accuracy of the title alone is about 0.85 (Reyes Ayala, "Link rot and content drift", 2022), so
//! it is not asked alone: a page that has the cited title among its own titles is the source; one
//! that repeats it in its text, or has most of its words close together, is too, since headlines
//! are reworded while articles stay; and only a page of some length, in the language of the cited
//! title, that has neither, is called another work. Everything between stays undecided.

use url::Url;

use super::address;
use super::case::Case;
use super::ruling::listed;
use super::words::{closest_window, comparable, content_terms, fold, is_stopword, title_likeness};
use crate::model::Claims;

/// A page title at least this like the cited one is the same (measured on pairs of headlines as
/// printed and as published: rewordings lie above 0.6, other headlines of the same outlet below
/// 0.4).
const SAME_TITLE: f32 = 0.6;

/// Below this, titles have nothing in common.
const OTHER_TITLE: f32 = 0.34;

/// This share of the cited title's words, close together in the text, is the article.
const SAME_WINDOW: f32 = 0.75;

/// Below this the text does not speak of it. Half the words of a longer title is still nothing:
/// two articles on one subject share as much.
const OTHER_WINDOW: f32 = 0.5;

/// Terms from which a title counts as longer.
const LONGER: usize = 4;

/// Words of running text below which a page cannot be called another work.
const ENOUGH_WORDS: usize = 40;

/// Bytes of text that are compared.
const COMPARED: usize = 48 * 1024;

/// Bytes of text from which its language is told.
const SAMPLE: usize = 2 * 1024;

/// How a page stands to the citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is the cited work.
    Same,
    /// It is another work.
    Different,
    /// It cannot be told.
    Untold,
}

/// The comparison with its measures, for the evidence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Likeness {
    pub(super) standing: Standing,
    /// Whether a title decided it, not the text.
    pub(super) by_title: bool,
    /// Similarity of the closest pair of titles, 0–1.
    pub(super) score: f32,
    /// The cited title of that pair.
    pub(super) cited: String,
    /// The page's title of that pair.
    pub(super) found: String,
    /// The largest share of a cited title's words standing close together in the text, 0–1.
    pub(super) window: f32,
    /// Whether the closest title is the one that the cited address spells out, not a printed one.
    pub(super) by_address: bool,
    /// Whether a cited title is in the page's language.
    pub(super) comparable: bool,
}

impl Likeness {
    pub(super) fn weigh(case: &Case<'_>) -> Self {
        let mut likeness = Self::closest_titles(case);
        if likeness.score >= SAME_TITLE {
            likeness.standing = Standing::Same;
            likeness.by_title = true;
        } else if !case.went_home() {
            likeness.read_text(case);
        }
        likeness
    }

    /// One line for the evidence.
    pub(super) fn detail(&self) -> String {
        let cited = if self.by_address { "the address spells" } else { "cited" };
        let titles = format!("{cited} “{}”, the page has “{}”", self.cited, self.found);
        if self.standing == Standing::Same && !self.by_title {
            format!("{:.2} between the titles, but the text speaks of it: {titles}", self.score)
        } else {
            format!("{:.2}: {titles}", self.score)
        }
    }

    fn closest_titles(case: &Case<'_>) -> Self {
        let mut best = Self {
            standing: Standing::Untold,
            by_title: false,
            score: 0.0,
            cited: case.claims.titles.first().cloned().unwrap_or_default(),
            found: case.page.titles().first().map(ToString::to_string).unwrap_or_default(),
            window: 0.0,
            by_address: false,
            comparable: false,
        };
        let slug = slug_title(case);
        let names = outlet_names(case);
        for cited in case.claims.titles.iter().chain(slug.as_ref()) {
            for found in case.page.titles().into_iter().filter(|title| !echoes_address(case, title)) {
                let score = title_likeness(cited, found, &names);
                if score > best.score {
                    found.clone_into(&mut best.found);
                    cited.clone_into(&mut best.cited);
                    best.by_address = slug.as_ref() == Some(cited);
                    best.score = score;
                }
            }
        }
        best
    }

    fn read_text(&mut self, case: &Case<'_>) {
        if case.claims.titles.is_empty() || case.page.words == 0 {
            return;
        }
        let text = &case.page.text[..case.page.text.floor_char_boundary(COMPARED)];
        let folded = fold(text);
        let sample = &text[..text.floor_char_boundary(SAMPLE)];
        let names = outlet_names(case);
        let mut strangers = 0;
        for cited in &case.claims.titles {
            let title = fold(cited);
            let terms = content_terms(&title);
            let window = closest_window(&terms, &folded);
            self.window = self.window.max(window);
            if (terms.len() >= 3 && window >= SAME_WINDOW)
                || (terms.len() >= 2 && contains_words(&folded, &title))
            {
                self.standing = Standing::Same;
                return;
            }
            if names_a_section(&title, &names) {
                return;
            }
            let in_language = comparable(cited, sample);
            self.comparable |= in_language;
            let told = terms.len() >= 2 && in_language;
            let elsewhere = window < OTHER_WINDOW || (terms.len() >= LONGER && window <= OTHER_WINDOW);
            if told && !elsewhere {
                return;
            }
            strangers += usize::from(told);
        }
        let page_is_telling = case.page.words >= ENOUGH_WORDS && names_a_work(case);
        if strangers > 0 && page_is_telling && self.score < OTHER_TITLE && !names_author(case, &folded) {
            self.standing = Standing::Different;
        }
    }
}

/// What lists, front pages and the like are called, folded: a title of nothing else names no work that
/// its page would have to repeat.
const SECTIONS: &str = "
    home homepage page pages website site web official main front start index portal news newsroom press
    release releases media centre center room publications publication reports documents library resources
    archive archives blog about us contact contacts projects list listing latest updates events search
    startseite webseite aktuelles presse pressemitteilungen veroffentlichungen publikationen archiv uber uns
    accueil actualites communiques rapports
    inicio portada noticias prensa comunicados publicaciones documentos archivo sitio oficial
    главная страница сайт официальный новости пресс релизы релиз публикации документы архив проекты отчеты
    головна сторінка новини публікації басты бет ресми сайты жаңалықтар құжаттар
    ana sayfa haberler basin bultenleri yayinlar notizie stampa comunicati pubblicazioni documenti
    strona glowna aktualnosci publikacje dokumenty
";

/// Whether a folded title, the outlet's names left out, only says what kind of page it is.
fn names_a_section(title: &str, names: &[String]) -> bool {
    let padded = format!(" {title} ");
    let bare = names.iter().fold(padded, |title, name| title.replace(&format!(" {name} "), " "));
    let mut words = bare.split_ascii_whitespace().filter(|word| !is_stopword(word)).peekable();
    words.peek().is_some() && words.all(|word| listed(SECTIONS, word))
}

/// Whether all that was cited is a site by what sites are called: its own front page then is the source.
pub(super) fn cites_a_front_page(case: &Case<'_>) -> bool {
    let names = outlet_names(case);
    let titles = &case.claims.titles;
    !titles.is_empty() && titles.iter().map(|title| fold(title)).all(|title| names_a_section(&title, &names))
}

/// Whether the page has a title that is not just its site's name or a template's filler.
fn names_a_work(case: &Case<'_>) -> bool {
    let names = outlet_names(case);
    let host = address::host(&case.answer.url).replace(['-', '.'], "");
    case.page.titles().into_iter().map(fold).any(|title| {
        title.contains(' ')
            && !names.contains(&title)
            && !FILLERS.contains(&title.as_str())
            && !host.contains(&title.replace(' ', ""))
            || title.chars().any(|c| c > '\u{2e80}') && !names.contains(&title)
    })
}

/// Titles that editors of pages leave as they find them, folded.
const FILLERS: &[&str] =
    &["untitled document", "new page", "new page 1", "home page", "no title", "без имени", "новая страница"];

/// Whether a title repeats the address that was asked, as error pages do.
fn echoes_address(case: &Case<'_>, title: &str) -> bool {
    let last = address::segments(case.requested).next_back().map(address::decoded).unwrap_or_default();
    last.len() >= 8 && last.contains(['-', '_', '.', '%']) && title.contains(&last)
}

/// What the outlet is called, folded, by the notes and by the page.
fn outlet_names(case: &Case<'_>) -> Vec<String> {
    let names = case.claims.sources.iter().chain([&case.page.site_name]);
    names.map(|name| fold(name)).filter(|name| !name.is_empty()).collect()
}

/// The words of the cited address's last segment, where it is a spelled-out title: it can speak
/// for a page, never against it.
fn slug_title(case: &Case<'_>) -> Option<String> {
    let longest = address::segments(case.requested).max_by_key(|segment| segment.len())?;
    let decoded = address::decoded(longest);
    let stem = decoded.rsplit_once('.').map_or(decoded.as_str(), |(stem, _)| stem);
    let words: Vec<&str> = stem
        .split(['-', '_', '+', ' ', ','])
        .filter(|word| word.chars().all(char::is_alphabetic) && word.chars().count() > 1)
        .collect();
    (words.len() >= 2).then(|| words.join(" "))
}

/// Whether an author is named in the text. The outlet's own name, which stands on every page of
/// its site, says nothing.
fn names_author(case: &Case<'_>, folded: &str) -> bool {
    case.claims
        .sources
        .iter()
        .map(|source| fold(source))
        .any(|source| source.contains(' ') && !is_outlet(case, &source) && contains_words(folded, &source))
}

fn is_outlet(case: &Case<'_>, source: &str) -> bool {
    let squashed = source.replace(' ', "");
    let host = address::host(&case.answer.url).replace('-', "");
    host.contains(&squashed)
        || contains_words(&fold(&case.page.title), source)
        || contains_words(&fold(&case.page.site_name), source)
}

/// All that can be read on a page, folded; the names of the site and of its parts first.
pub(super) fn surface(case: &Case<'_>) -> String {
    let page = &case.page;
    fold(&format!("{} {} {} {}", page.title, page.site_name, page.furniture, page.text))
}

/// Whether what can be read names the outlet or an author, or the name in the cited host.
pub(super) fn names_source(seen: &str, requested: &Url, claims: &Claims) -> bool {
    let label = address::registrable(address::host(requested)).split('.').next().unwrap_or_default();
    let host_name = fold(&label.replace('-', " "));
    let squashed = seen.replace(' ', "");
    claims.sources.iter().map(|source| fold(source)).any(|source| contains_words(seen, &source))
        || (host_name.len() >= 6 && squashed.contains(&host_name.replace(' ', "")))
}

fn contains_words(folded: &str, words: &str) -> bool {
    words.chars().count() >= 4
        && folded.match_indices(words).any(|(at, _)| {
            let starts =
                at == 0 || folded[..at].ends_with(' ') || words.starts_with(|c: char| c > '\u{2e80}');
            let end = at + words.len();
            starts
                && (end == folded.len()
                    || folded[end..].starts_with(' ')
                    || words.ends_with(|c: char| c > '\u{2e80}'))
        })
}
