//! The one pass over the tokens.

use std::convert::Infallible;

use html5gum::Span;
use html5gum::emitters::callback::{Callback, CallbackEvent};

use super::element::{Attribute, Element};
use super::extract::{Page, Refresh};
use crate::check::words::word_count;

const TITLE: usize = 600;
const HEADINGS: usize = 12;
const TEXT: usize = 64 * 1024;
const FURNITURE: usize = 8 * 1024;
const NOSCRIPT: usize = 2 * 1024;
const SCRIPT: usize = 4 * 1024;
const LINKED_DATA: usize = 64 * 1024;

#[derive(Debug, Default)]
pub(super) struct Builder {
    page: Page,
    linked_data: Vec<String>,
    element: Option<Element>,
    attribute: Option<Attribute>,
    attributes: Vec<(Attribute, String)>,
    place: Place,
    asides: usize,
    hidden: usize,
    noscripts: usize,
    anchors: usize,
    block: String,
    block_links: usize,
    heading: Option<(u8, String)>,
    title: Option<String>,
}

/// Whose text the next string is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Body,
    Script,
    LinkedData,
    Style,
}

/// Hands the tokeniser's events to a builder that outlives it.
pub(super) struct Feed<'a>(pub(super) &'a mut Builder);

impl Callback<Infallible, ()> for Feed<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        self.0.take(&event);
        None
    }
}

impl Builder {
    fn take(&mut self, event: &CallbackEvent<'_>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => self.element = Some(Element::of(name)),
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(value),
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => self.end(Element::of(name)),
            CallbackEvent::String { value } => self.string(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// The page, and its JSON-LD scripts as written.
    pub(super) fn finish(mut self) -> (Page, Vec<String>) {
        self.end_title();
        self.end_heading();
        self.flush();
        if self.page.words == 0 && self.asides > 0 {
            self.page.text = std::mem::take(&mut self.page.furniture);
            self.page.words = std::mem::take(&mut self.page.furniture_words);
        }
        (self.page, self.linked_data)
    }

    fn attribute_name(&mut self, name: &[u8]) {
        let attribute = Attribute::of(name);
        self.attribute = (self.element.is_some() && attribute != Attribute::Other).then_some(attribute);
    }

    fn attribute_value(&mut self, value: &[u8]) {
        if let Some(attribute) = self.attribute.take() {
            let end = value.len().min(2 * TITLE);
            self.attributes.push((attribute, String::from_utf8_lossy(&value[..end]).into_owned()));
        }
    }

    fn attribute_of(&self, wanted: Attribute) -> &str {
        let found = self.attributes.iter().find(|(attribute, _)| *attribute == wanted);
        found.map_or("", |(_, value)| value.as_str())
    }

    fn start(&mut self, self_closing: bool) {
        let Some(element) = self.element.take() else { return };
        self.marks();
        match element {
            Element::Title if self.hidden == 0 && self.page.title.is_empty() => {
                self.title = Some(String::new());
            }
            Element::Meta if self.noscripts == 0 => self.meta(),
            Element::Script => self.script(),
            Element::Style => self.place = Place::Style,
            Element::Heading(level) => {
                self.flush();
                self.end_heading();
                self.heading = Some((level, String::new()));
            }
            Element::Anchor => {
                self.page.links += 1;
                self.anchors = 1;
            }
            Element::Aside => {
                self.flush();
                self.asides += 1;
            }
            Element::Hidden if !self_closing => self.hidden += 1,
            Element::Noscript => {
                self.flush();
                self.noscripts += 1;
            }
            Element::Input => {
                self.page.passwords +=
                    usize::from(self.attribute_of(Attribute::Type).eq_ignore_ascii_case("password"));
            }
            Element::Embed => self.embed(),
            Element::Frame => self.page.frames += 1,
            Element::Break => self.text(" "),
            Element::Block | Element::Form => self.flush(),
            _ => {}
        }
        self.attributes.clear();
    }

    fn end(&mut self, element: Element) {
        self.element = None;
        self.attributes.clear();
        match element {
            Element::Title => self.end_title(),
            Element::Script | Element::Style => self.place = Place::Body,
            Element::Heading(_) => self.end_heading(),
            Element::Anchor => self.anchors = 0,
            Element::Aside => {
                self.flush();
                self.asides = self.asides.saturating_sub(1);
            }
            Element::Hidden => self.hidden = self.hidden.saturating_sub(1),
            Element::Noscript => {
                self.flush();
                self.noscripts = self.noscripts.saturating_sub(1);
            }
            Element::Block | Element::Form => self.flush(),
            _ => {}
        }
    }

    fn string(&mut self, text: &str) {
        match self.place {
            Place::Style => {}
            Place::Script => push_capped(&mut self.page.script, text, SCRIPT),
            Place::LinkedData => {
                if let Some(last) = self.linked_data.last_mut() {
                    push_capped(last, text, LINKED_DATA);
                }
            }
            Place::Body => match &mut self.title {
                Some(title) => push_words(title, text, TITLE),
                None => self.text(text),
            },
        }
    }

    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        if let Some((_, heading)) = &mut self.heading {
            push_words(heading, text, TITLE);
        } else {
            let before = self.block.len();
            push_words(&mut self.block, text, usize::MAX);
            if self.anchors > 0 {
                self.block_links += self.block.len() - before;
            }
        }
    }

    /// Classes and ids that mean something on any element.
    fn marks(&mut self) {
        let id = self.attribute_of(Attribute::Id);
        let app_root =
            matches!(id, "root" | "app" | "__next" | "__nuxt" | "app-root" | "react-root" | "___gatsby");
        let paywall = [id, self.attribute_of(Attribute::Class)].iter().any(|names| is_paywall_class(names));
        self.page.app_root |= app_root;
        self.page.paywall_class |= paywall;
    }

    fn meta(&mut self) {
        let content = self.attribute_of(Attribute::Content).to_owned();
        let name = self.attribute_of(Attribute::Name).to_ascii_lowercase();
        if self.attribute_of(Attribute::HttpEquiv).eq_ignore_ascii_case("refresh") {
            self.page.refresh = self.page.refresh.take().or_else(|| Refresh::parse(&content));
        }
        match name.as_str() {
            "og:title" | "twitter:title" | "citation_title" | "dc.title" | "dcterms.title" | "headline" => {
                push_title(&mut self.page.other_titles, &content);
            }
            "og:site_name" | "application-name" | "citation_journal_title"
                if self.page.site_name.is_empty() =>
            {
                push_words(&mut self.page.site_name, &content, TITLE);
            }
            "isaccessibleforfree" => self.page.free = Some(!content.to_ascii_lowercase().ends_with("false")),
            _ => {}
        }
    }

    fn script(&mut self) {
        self.page.scripts += 1;
        let linked_data = self.attribute_of(Attribute::Type).to_ascii_lowercase().contains("ld+json");
        self.place = if linked_data { Place::LinkedData } else { Place::Script };
        if linked_data && self.linked_data.len() < 20 {
            self.linked_data.push(String::new());
        }
    }

    fn embed(&mut self) {
        let kind = self.attribute_of(Attribute::Type).to_ascii_lowercase();
        let source = self.attribute_of(Attribute::Src).to_ascii_lowercase();
        self.page.embeds_document |= kind.contains("pdf") || source.contains(".pdf");
    }

    fn end_title(&mut self) {
        if let Some(title) = self.title.take() {
            title.trim_end().clone_into(&mut self.page.title);
        }
    }

    fn end_heading(&mut self) {
        let Some((level, mut heading)) = self.heading.take() else { return };
        heading.truncate(heading.trim_end().len());
        if heading.is_empty() || self.noscripts > 0 {
            return;
        }
        self.keep(&heading, self.asides > 0);
        let list = if level == 1 { &mut self.page.h1 } else { &mut self.page.h2 };
        if list.len() < HEADINGS {
            list.push(heading);
        }
    }

    /// Ends a paragraph and decides what it is.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let links = std::mem::take(&mut self.block_links);
        let text = block.trim_end();
        if text.is_empty() {
            return;
        }
        if self.noscripts > 0 {
            push_line(&mut self.page.noscript, text, NOSCRIPT);
        } else {
            self.keep(text, self.asides > 0 || links * 2 > text.len());
        }
    }

    fn keep(&mut self, text: &str, furniture: bool) {
        if furniture {
            self.page.furniture_words += word_count(text);
            push_line(&mut self.page.furniture, text, FURNITURE);
        } else {
            self.page.words += word_count(text);
            push_line(&mut self.page.text, text, TEXT);
        }
    }
}

/// Adds a title unless it is there already.
pub(super) fn push_title(titles: &mut Vec<String>, title: &str) {
    let mut tidy = String::new();
    push_words(&mut tidy, title, TITLE);
    tidy.truncate(tidy.trim_end().len());
    if !tidy.is_empty() && titles.len() < 8 && !titles.contains(&tidy) {
        titles.push(tidy);
    }
}

fn push_line(out: &mut String, text: &str, cap: usize) {
    push_capped(out, text, cap);
    if out.len() < cap {
        out.push('\n');
    }
}

fn push_capped(out: &mut String, text: &str, cap: usize) {
    let room = cap.saturating_sub(out.len());
    out.push_str(&text[..text.floor_char_boundary(room)]);
}

/// Appends with white space reduced to single spaces, none at the start.
fn push_words(out: &mut String, text: &str, cap: usize) {
    let mut first = true;
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !first && !out.is_empty() && !out.ends_with(' ') && out.len() < cap {
            out.push(' ');
        }
        first = false;
        out.push_str(&word[..word.floor_char_boundary(cap.saturating_sub(out.len()))]);
    }
}

fn is_paywall_class(names: &str) -> bool {
    const MARKS: [&str; 5] =
        ["paywall", "regwall", "subscriber-only", "premium-content-locked", "piano-offer"];
    let lower = names.to_ascii_lowercase();
    MARKS.iter().any(|mark| lower.contains(mark))
}
