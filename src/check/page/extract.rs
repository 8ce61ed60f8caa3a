//! What is kept of a page.

use html5gum::Tokenizer;
use html5gum::emitters::callback::CallbackEmitter;

use super::builder::{Builder, Feed};
use super::structured;
use crate::check::words::word_count;

/// Bytes of HTML that are read; articles are in them, endless pages are not.
const READ: usize = 768 * 1024;

/// A page as the signals see it. All strings are of bounded length.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Page {
    /// The `title` element.
    pub(in crate::check) title: String,
    /// What else names the work: `og:title`, `citation_title`, `dc.title`, JSON-LD `headline`.
    pub(in crate::check) other_titles: Vec<String>,
    /// `og:site_name` and the like.
    pub(in crate::check) site_name: String,
    /// `h1` headings, in order.
    pub(in crate::check) h1: Vec<String>,
    /// `h2` and `h3` headings, in order.
    pub(in crate::check) h2: Vec<String>,
    /// Running text, a line a paragraph: blocks that are not mostly links, outside navigation and
    /// footers (Kohlschütter et al., "Boilerplate detection using shallow text features", WSDM
    /// 2010: link density alone does most of the work). Headings included.
    pub(in crate::check) text: String,
    /// What is not running text.
    pub(in crate::check) furniture: String,
    /// What `noscript` holds.
    pub(in crate::check) noscript: String,
    /// Words of running text, also those beyond what is kept.
    pub(in crate::check) words: usize,
    /// Words of furniture.
    pub(in crate::check) furniture_words: usize,
    /// Links.
    pub(in crate::check) links: usize,
    /// Password fields.
    pub(in crate::check) passwords: usize,
    /// Scripts, inline and referenced.
    pub(in crate::check) scripts: usize,
    /// Inline script that is short enough to be read for a redirect.
    pub(in crate::check) script: String,
    /// Whether there is an element scripts draw an application into.
    pub(in crate::check) app_root: bool,
    /// Frames of a frameset.
    pub(in crate::check) frames: usize,
    /// Whether a document (a PDF, say) is embedded.
    pub(in crate::check) embeds_document: bool,
    /// schema.org `isAccessibleForFree`, where said.
    pub(in crate::check) free: Option<bool>,
    /// Whether an element is marked as a paywall by its class or id.
    pub(in crate::check) paywall_class: bool,
    /// `meta http-equiv=refresh` with an address.
    pub(in crate::check) refresh: Option<Refresh>,
}

/// A page's own redirect (HTML, "http-equiv refresh").
#[derive(Debug, Clone, PartialEq)]
pub(in crate::check) struct Refresh {
    /// Seconds until it happens.
    pub(in crate::check) after: f32,
    /// Where to, as written.
    pub(in crate::check) target: String,
}

impl Refresh {
    /// `3; URL='…'`, with the liberties the HTML standard allows.
    pub(in crate::check) fn parse(content: &str) -> Option<Self> {
        let content = content.trim_start();
        let end = content.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(content.len());
        let after = content[..end].parse().unwrap_or(0.0);
        let rest = content[end..].trim_start_matches([' ', ';', ',', '\t', '\n']);
        let target = match rest.get(..3) {
            Some(word) if word.eq_ignore_ascii_case("url") => {
                rest[3..].trim_start().strip_prefix('=')?.trim_start()
            }
            _ => rest,
        };
        let target = match target.chars().next()? {
            quote @ ('\'' | '"') => target[1..].split(quote).next()?,
            _ => target,
        };
        let target = target.trim();
        (!target.is_empty()).then(|| Self { after, target: target.to_owned() })
    }
}

impl Page {
    /// Reads HTML.
    pub(in crate::check) fn parse(html: &str) -> Self {
        let mut builder = Builder::default();
        let mut emitter = CallbackEmitter::new(Feed(&mut builder));
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(&html[..html.floor_char_boundary(READ)], emitter).finish();
        let (mut page, linked_data) = builder.finish();
        structured::read(&linked_data, &mut page);
        page
    }

    /// A plain text as a page without a title.
    pub(in crate::check) fn plain(text: &str) -> Self {
        let text = &text[..text.floor_char_boundary(READ)];
        Self { text: text.to_owned(), words: word_count(text), ..Self::default() }
    }

    /// Everything that names the work the page holds, without repeats.
    pub(in crate::check) fn titles(&self) -> Vec<&str> {
        let mut titles: Vec<&str> = Vec::new();
        let named = std::iter::once(&self.title).chain(&self.other_titles).chain(self.h1.iter().take(3));
        let fallback = self.h2.iter().take(if self.h1.is_empty() { 2 } else { 0 });
        for title in named.chain(fallback) {
            if !title.is_empty() && !titles.contains(&title.as_str()) {
                titles.push(title);
            }
        }
        titles
    }

    /// The headings that stand over the content: `h1`, or the first others where there is none.
    pub(in crate::check) fn headings(&self) -> impl Iterator<Item = &str> {
        let fallback = if self.h1.is_empty() { 2 } else { 0 };
        self.h1.iter().take(3).chain(self.h2.iter().take(fallback)).map(String::as_str)
    }

    /// The headings below those.
    pub(in crate::check) fn subheadings(&self) -> impl Iterator<Item = &str> {
        let shown = if self.h1.is_empty() { 2 } else { 0 };
        self.h2.iter().skip(shown).map(String::as_str)
    }

    /// All words a reader sees.
    pub(in crate::check) fn all_words(&self) -> usize {
        self.words + self.furniture_words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_told_from_its_furniture() {
        let page = Page::parse(
            "<!doctype html><html lang=de><head><title>Titel &amp; Seite | Zeitung</title>\
             <meta property='og:title' content='Titel &amp; Seite'><meta property=og:site_name content=Zeitung>\
             <style>p{color:red}</style></head><body><svg><title>Logo</title></svg>\
             <nav><a href=/>Start</a> <a href=/p>Politik</a></nav><h1>Titel &amp; <em>Seite</em></h1>\
             <div><a href=1>Eins</a> <a href=2>Zwei</a></div><p>Der erste Absatz.<p>Der <a href=3>zweite</a> Absatz.\
             <script>var x='<p>kein Absatz</p>';</script><footer>Impressum</footer></body></html>",
        );
        assert_eq!(page.title, "Titel & Seite | Zeitung");
        assert_eq!(page.h1, ["Titel & Seite"]);
        assert_eq!(page.other_titles, ["Titel & Seite"]);
        assert_eq!(page.site_name, "Zeitung");
        assert_eq!(page.text, "Titel & Seite\nDer erste Absatz.\nDer zweite Absatz.\n");
        assert_eq!(page.furniture, "Start Politik\nEins Zwei\nImpressum\n");
        assert_eq!((page.words, page.furniture_words, page.links, page.scripts), (8, 5, 5, 1));
        assert_eq!(page.titles(), ["Titel & Seite | Zeitung", "Titel & Seite"]);
    }

    #[test]
    fn machine_readable_facts_are_found() {
        let page = Page::parse(
            "<meta http-equiv=\"Refresh\" content=\"3; URL='/neu/'\"><div id=root class='x paywall-box'></div>\
             <input type=PASSWORD><embed type=application/pdf src=a.pdf>\
             <script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Die Lage\",\
             \"isAccessibleForFree\":\"False\"}]}</script><script>location.href='/x'</script><noscript>Kein JS</noscript>",
        );
        assert_eq!(page.refresh, Some(Refresh { after: 3.0, target: "/neu/".to_owned() }));
        assert_eq!(page.other_titles, ["Die Lage"]);
        assert_eq!(page.free, Some(false));
        assert!(page.app_root && page.paywall_class && page.embeds_document);
        assert_eq!((page.passwords, page.noscript.trim()), (1, "Kein JS"));
        assert_eq!(page.script, "location.href='/x'");
    }

    #[test]
    fn hostile_pages_are_read_within_bounds() {
        let deep = Page::parse(&"<div><b><nav>".repeat(200_000));
        assert_eq!(deep.text, "");
        let long =
            Page::parse(&format!("<title>{}</title><p>{}", "t".repeat(100_000), "wort ".repeat(200_000)));
        assert!(long.title.len() <= 600 && long.text.len() <= 64 * 1024);
        assert_eq!(long.words, (READ - 100_000) / 5 - 3);
        for broken in [
            "",
            "<",
            "<!--",
            "<script>",
            "<title>",
            "<meta http-equiv=refresh content=';url='>",
            "<p \u{0}=é",
        ] {
            let _ = Page::parse(broken);
        }
        let unclosed = Page::parse("<nav><p>Der ganze Text steht in einer Navigation, die niemand schließt.");
        assert!(unclosed.text.contains("ganze Text"));
    }
}
