//! What a page says of itself: its title, its headings, the first sentences.

use super::page::Page;
use super::phrases::{Class, Hits, hits, sentences};
use super::words::{segments, word_count};

/// Bytes of running text in which a page without an article says what is the matter.
const LEAD: usize = 1500;

/// Sentences of the lead that are looked at.
const SENTENCES: usize = 16;

/// The phrases found where pages speak about themselves.
#[derive(Debug, Default)]
pub(super) struct Wording {
    /// The title and its parts.
    title: Vec<Said>,
    /// The headings over the content.
    headings: Vec<Said>,
    /// The first sentences, headings left out, `noscript` included.
    lead: Vec<Said>,
    /// Headings below those.
    subheadings: Vec<Said>,
}

/// Headings below the first ones that are looked at.
const SUBHEADINGS: usize = 8;

/// A piece of text and what it says.
#[derive(Debug)]
pub(super) struct Said {
    /// The text.
    pub(super) text: String,
    /// Its words.
    pub(super) words: usize,
    /// Its phrases.
    pub(super) hits: Hits,
}

impl Wording {
    pub(super) fn read(page: &Page, host: &str) -> Self {
        let lead = &page.text[..page.text.floor_char_boundary(LEAD)];
        let headings: Vec<&str> = page.h1.iter().chain(&page.h2).map(String::as_str).collect();
        let lead = lead.lines().filter(|line| !headings.contains(line)).flat_map(sentences).take(SENTENCES);
        let lead = lead.chain(sentences(&page.noscript).take(4));
        let said = |text: &str| Said::new(text, host);
        Self {
            title: segments(&page.title).into_iter().map(said).collect(),
            headings: page.headings().flat_map(whole_and_sentences).map(said).collect(),
            lead: lead.map(said).collect(),
            subheadings: page.subheadings().take(SUBHEADINGS).map(said).collect(),
        }
    }

    /// The first piece of the title or of a heading of which `test` holds.
    pub(super) fn named(&self, test: impl Fn(&Said) -> bool) -> Option<&Said> {
        self.title.iter().chain(&self.headings).find(|said| test(said))
    }

    /// The first of the title's pieces of which `test` holds.
    pub(super) fn titled(&self, test: impl Fn(&Said) -> bool) -> Option<&Said> {
        self.title.iter().find(|said| test(said))
    }

    /// The first heading of which `test` holds.
    pub(super) fn headed(&self, test: impl Fn(&Said) -> bool) -> Option<&Said> {
        self.headings.iter().find(|said| test(said))
    }

    /// The first sentence of which `test` holds.
    pub(super) fn led(&self, test: impl Fn(&Said) -> bool) -> Option<&Said> {
        self.lead.iter().find(|said| test(said))
    }

    /// The first piece of any of them of which `test` holds.
    pub(super) fn anywhere(&self, test: impl Fn(&Said) -> bool) -> Option<&Said> {
        self.named(&test).or_else(|| self.below(&test))
    }

    /// The first sentence or lower heading of which `test` holds.
    pub(super) fn below(&self, test: impl Fn(&Said) -> bool) -> Option<&Said> {
        self.led(&test).or_else(|| self.subheadings.iter().find(|said| test(said)))
    }

    /// Whether there is no heading.
    pub(super) fn has_no_heading(&self) -> bool {
        self.headings.is_empty()
    }
}

/// A heading, and its sentences if it has several.
fn whole_and_sentences(heading: &str) -> impl Iterator<Item = &str> {
    let several = sentences(heading).nth(1).is_some();
    std::iter::once(heading).chain(sentences(heading).filter(move |_| several))
}

impl Said {
    /// `host` is whose page it is: a page that calls itself by its address speaks of a site.
    fn new(text: &str, host: &str) -> Self {
        let named = host.contains('.').then(|| text.to_lowercase()).filter(|text| text.contains(host));
        let hits = named.map_or_else(|| hits(text), |text| hits(&text.replace(host, "this site")));
        Self { text: text.trim().to_owned(), words: word_count(text), hits }
    }

    /// Whether it has a phrase of the class.
    pub(super) fn has(&self, class: Class) -> bool {
        self.hits.has(class)
    }

    /// Whether it has phrases of both.
    pub(super) fn both(&self, a: Class, b: Class) -> bool {
        self.hits.both(a, b)
    }
}
