//! One answer with everything the signals want to know of it, worked out once.

use std::cell::OnceCell;

use url::Url;

use super::address;
use super::charset;
use super::likeness::{Likeness, Standing};
use super::marks::Marks;
use super::page::Page;
use super::probe::Sibling;
use super::wording::{Said, Wording};
use super::words::word_count;
use crate::model::{Claims, Hop};
use crate::web::Answer;

/// Bytes of source in which vendors' marks are looked for.
const HEAD: usize = 96 * 1024;

/// What kind of thing the body is, by its first bytes before its label: servers send error pages
/// as `application/pdf` and PDFs as `text/html`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page.
    Html,
    /// Plain text.
    Text,
    /// A PDF.
    Pdf,
    /// Some other file.
    Other,
    /// Nothing at all.
    Empty,
}

/// An answer to be judged.
pub(super) struct Case<'a> {
    /// The address that was cited.
    pub(super) requested: &'a Url,
    /// How it led to the answer.
    pub(super) hops: &'a [Hop],
    /// The answer.
    pub(super) answer: &'a Answer,
    /// What the notes say of the source.
    pub(super) claims: &'a Claims,
    /// Whether the status is one of a page that is there.
    pub(super) accepted: bool,
    /// What the body is.
    pub(super) kind: Kind,
    /// The body as a page; empty for files.
    pub(super) page: Page,
    /// Marks of vendors in the HTML source, looked for only in small or refused pages.
    pub(super) marks: Marks,
    /// How the host answers an invented address; not known at first.
    pub(super) sibling: Sibling,
    likeness: OnceCell<Likeness>,
    wording: OnceCell<Wording>,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        requested: &'a Url,
        hops: &'a [Hop],
        answer: &'a Answer,
        claims: &'a Claims,
        accepted: bool,
    ) -> Self {
        let kind = kind(answer);
        let mut page = Page::default();
        let mut marks = Marks::default();
        if matches!(kind, Kind::Html | Kind::Text) {
            let text = charset::decode(&answer.body, answer.header("content-type"));
            page = if kind == Kind::Html { Page::parse(&text) } else { Page::plain(&text) };
            if page.words < 300 || !accepted {
                marks = Marks::find(&text[..text.floor_char_boundary(HEAD)]);
            }
        }
        Self {
            requested,
            hops,
            answer,
            claims,
            accepted,
            kind,
            page,
            marks,
            sibling: Sibling::NotAsked,
            likeness: OnceCell::new(),
            wording: OnceCell::new(),
        }
    }

    /// How the page stands to what the notes say.
    pub(super) fn likeness(&self) -> &Likeness {
        self.likeness.get_or_init(|| Likeness::weigh(self))
    }

    /// What the page says of itself.
    pub(super) fn wording(&self) -> &Wording {
        self.wording.get_or_init(|| Wording::read(&self.page, self.bare_host()))
    }

    /// The answering host as pages name it.
    fn bare_host(&self) -> &str {
        let host = address::host(&self.answer.url);
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Whether the page's own title or heading is the cited one, and is no message.
    pub(super) fn is_cited_work(&self) -> bool {
        let likeness = self.likeness();
        likeness.standing == Standing::Same && likeness.by_title
    }

    /// Whether the page speaks of the cited work at all.
    pub(super) fn speaks_of_work(&self) -> bool {
        self.likeness().standing == Standing::Same
    }

    /// Whether there were titles on both sides.
    pub(super) fn has_compared_titles(&self) -> bool {
        !self.claims.titles.is_empty() && !self.page.titles().is_empty()
    }

    /// Whether fewer words than `limit` are on the page.
    pub(super) fn is_shorter_than(&self, limit: usize) -> bool {
        self.page.words < limit
    }

    /// Whether there are fewer words than `limit` below the headings.
    pub(super) fn has_less_below_than(&self, limit: usize) -> bool {
        let headings: usize = self.page.headings().map(word_count).sum();
        self.page.words.saturating_sub(headings) < limit
    }

    /// Whether a headline can be taken for what the page says of itself: news have headlines too
    /// ("Access blocked", "Document removed"). Where a cited title in the page's language is not
    /// on it, it can; else there must be hardly anything below, or what is below must say `more`
    /// of the same.
    pub(super) fn speaks_of_itself(&self, more: impl Fn(&Said) -> bool) -> bool {
        const HARDLY_ANYTHING: usize = 25;
        self.likeness().comparable
            || self.has_less_below_than(HARDLY_ANYTHING)
            || self.wording().below(more).is_some()
    }

    /// Whether words are the site's own message and no headline ("Document missing from archive"): a cited title
    /// that would have to stand there is missing, they are `alone` in what they say, nothing follows, or
    /// something else on the page `goes_on` as messages do.
    pub(super) fn is_message(&self, said: &Said, alone: bool, goes_on: impl Fn(&Said) -> bool) -> bool {
        const NOTHING: usize = 5;
        let another = |other: &Said| !other.text.contains(&said.text) && !said.text.contains(&other.text);
        self.likeness().comparable
            || alone
            || self.has_less_below_than(NOTHING)
            || self.wording().anywhere(|other| another(other) && goes_on(other)).is_some()
    }

    /// Whether the status itself says that nothing is there.
    pub(super) fn is_not_found(&self) -> bool {
        matches!(self.answer.status, 404 | 410)
    }

    /// Whether the answer came from another address, trivial differences aside.
    pub(super) fn was_redirected(&self) -> bool {
        !address::same_address(self.requested, &self.answer.url)
    }

    /// Whether a deep address led to a front page. A page whose name went into the new host
    /// (`…/atlas` to `atlas.…`) has not gone there.
    pub(super) fn went_home(&self) -> bool {
        let last = address::segments(self.requested).next_back().unwrap_or_default();
        let stem = last.split('.').next().unwrap_or_default().trim_start_matches('~');
        let named = stem.len() >= 4 && address::host(&self.answer.url).contains(&stem.to_ascii_lowercase());
        !address::is_home(self.requested) && address::is_home(&self.answer.url) && !named
    }
}

fn kind(answer: &Answer) -> Kind {
    let start = &answer.body[..answer.body.len().min(1024)];
    let text = start.trim_ascii_start();
    let media = answer.media_type().unwrap_or_default();
    if text.is_empty() && answer.body.len() <= start.len() {
        Kind::Empty
    } else if start.windows(5).any(|window| window == b"%PDF-") {
        Kind::Pdf
    } else if looks_like_html(text) || media.contains("html") {
        Kind::Html
    } else if media.is_empty() || media == "text/plain" {
        if start.contains(&0) { Kind::Other } else { Kind::Text }
    } else {
        Kind::Other
    }
}

/// How pages of HTML begin.
const STARTS: [&[u8]; 7] = [b"<!doctype html", b"<html", b"<head", b"<title", b"<body", b"<meta", b"<script"];

/// The start of an HTML document, comments and a byte order mark skipped (WHATWG MIME Sniffing
/// §7.1, cut to what documents begin with).
fn looks_like_html(start: &[u8]) -> bool {
    let mut rest = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    while let Some(comment) = rest.strip_prefix(b"<!--") {
        let Some(end) = comment.windows(3).position(|window| window == b"-->") else { return false };
        rest = comment[end + 3..].trim_ascii_start();
    }
    if let Some(declared) = rest.strip_prefix(b"<?xml") {
        let end = declared.iter().position(|byte| *byte == b'>').map_or(declared.len(), |at| at + 1);
        rest = declared[end..].trim_ascii_start();
    }
    STARTS.iter().any(|tag| rest.len() >= tag.len() && rest[..tag.len()].eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};

    use super::*;

    fn kind_of(body: &[u8], media: &'static str) -> Kind {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
        let url = Url::parse("http://a.example/x").expect("a test address");
        kind(&Answer { url, status: 200, headers, body: body.to_vec(), truncated: false })
    }

    #[test]
    fn the_first_bytes_outrank_the_label() {
        for (body, media, kind) in [
            (&b"%PDF-1.4 ..."[..], "text/html", Kind::Pdf),
            (b"  <!DOCTYPE HTML><p>", "application/pdf", Kind::Html),
            (b"<!-- x --> <html>", "application/octet-stream", Kind::Html),
            (b"<?xml version='1.0'?>\n<html>", "application/xhtml+xml", Kind::Html),
            (b"<?xml version='1.0'?><rss>", "application/rss+xml", Kind::Other),
            (b"plain words", "text/plain", Kind::Text),
            (b"\x00\x01\x02", "", Kind::Other),
            (b" \n ", "text/html", Kind::Empty),
            (b"{}", "application/json", Kind::Other),
        ] {
            assert_eq!(kind_of(body, media), kind, "{media} {body:?}");
        }
    }
}
