//! What classes, identifiers and roles say an element is for.
//!
//! A label is taken apart into words (`site-footer`, `siteFooter`, `site_footer` are two), and
//! the words are looked up: no theme or publisher is known by name.

use crate::model::Kind;

use super::super::apparatus::Section;
use super::dom::Element;

/// Words of page furniture, sorted.
#[rustfmt::skip]
static FURNITURE: [&str; 94] = [
    "ad", "addthis", "addtoany", "ads", "advert", "advertisement", "advertising", "adverts", "alert",
    "authorbox", "backlinks", "bio", "breadcrumb", "breadcrumbs", "byline", "categories", "catlinks",
    "colophon", "comment", "comments", "consent", "cookie", "cookies", "copyright", "cta", "dialog",
    "disqus", "donate", "donation", "dropdown", "editsection", "etickets", "footer", "galley", "galleys", "gdpr", "hatnote",
    "interlanguage", "jetpack", "login", "masthead", "menu", "menubar", "meta", "metadata", "mobilemenu",
    "modal", "nav", "navbar", "navbox", "navigation", "navigations", "navmenu", "newsletter", "noprint",
    "outbrain", "overlay", "pager", "pagination", "paging", "paywall", "popover", "popup", "portlet",
    "postmeta", "printfooter", "promo", "promotion", "recirculation", "recommendations", "recommended",
    "related", "relatedarticles", "relatedcontent", "relatedposts", "relatedstories", "respond", "screenreader", "share", "sharebar", "sharedaddy", "sharing", "sidebar",
    "sidebars", "signup", "sistersitebox", "skip", "skiplink", "social", "sponsor", "sponsored",
    "subscribe", "subscription", "taboola",
];

/// More of them, only where they are the last word (`post-tags`, but not `tags-of-war`), sorted.
#[rustfmt::skip]
static FURNITURE_LAST: [&str; 22] = [
    "banner", "buttons", "category", "credits", "facebook", "header", "icons", "keywords", "languages",
    "license", "mail", "newsletter", "print", "search", "tags", "taxonomy", "toc", "toolbar", "tools",
    "twitter", "widget", "widgets",
];

/// Words that, behind `author`, make a box about the author.
static AUTHOR: [&str; 9] =
    ["box", "bio", "card", "info", "description", "profile", "details", "about", "author"];

/// Words of page furniture that also stand in a line of text, sorted.
static FURNITURE_INLINE: [&str; 16] = [
    "ad",
    "addthis",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "editsection",
    "noprint",
    "screenreader",
    "share",
    "sharedaddy",
    "sharing",
    "skip",
    "skiplink",
    "social",
];

/// Roles (WAI-ARIA) of page furniture.
static ROLES: [&str; 14] = [
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "menu",
    "menubar",
    "toolbar",
    "tablist",
    "dialog",
    "alertdialog",
    "doc-toc",
    "doc-pagelist",
    "alert",
];

/// The words of a label, lower case.
fn words(label: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut fresh = true;
    let mut lower = false;
    for character in label.chars() {
        if !character.is_alphabetic() {
            fresh = true;
            continue;
        }
        let hump = lower && character.is_uppercase();
        lower = character.is_lowercase();
        if std::mem::take(&mut fresh) || hump {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(character.to_lowercase());
        }
    }
    words
}

/// Whether an element is labelled as page furniture.
pub(super) fn is_furniture(element: &Element) -> bool {
    if element.attribute("role").is_some_and(|role| ROLES.contains(&role)) {
        return true;
    }
    let labels = [element.attribute("id"), element.attribute("class")];
    labels.into_iter().flatten().flat_map(str::split_whitespace).any(|label| {
        let words = words(label);
        let author = words.iter().any(|word| word == "author")
            && words.last().is_some_and(|last| AUTHOR.contains(&last.as_str()));
        let last =
            author || words.last().is_some_and(|last| FURNITURE_LAST.binary_search(&last.as_str()).is_ok());
        last || words.iter().any(|word| FURNITURE.binary_search(&word.as_str()).is_ok())
    })
}

/// What the parts of a book without text of its own are called (EPUB Structural Semantics 1.1).
static BOOK_FURNITURE: [&str; 9] = [
    "cover",
    "titlepage",
    "halftitlepage",
    "copyright-page",
    "toc",
    "landmarks",
    "page-list",
    "pagebreak",
    "doc-pagebreak",
];

/// Whether an element of a book is no part of its text: a table of contents, the number of a
/// printed page.
pub(super) fn is_book_furniture(element: &Element) -> bool {
    let kinds = [element.attribute("epub:type"), element.attribute("role")];
    kinds.into_iter().flatten().flat_map(str::split_whitespace).any(|kind| BOOK_FURNITURE.contains(&kind))
}

/// Whether an element in a line of text is labelled as page furniture: fewer words are taken to
/// mean that, since links in a text are labelled by what they are about.
pub(super) fn is_inline_furniture(element: &Element) -> bool {
    let labels = [element.attribute("id"), element.attribute("class")];
    let mut words = labels.into_iter().flatten().flat_map(str::split_whitespace).flat_map(words);
    words.any(|word| FURNITURE_INLINE.binary_search(&word.as_str()).is_ok())
}

/// What kind of note an element is labelled as: by its words, `fn1`, `_ftn1`, `cite_note-2`,
/// `sdfootnote1sym`, `bib12`, `CR12`, `doc-endnote`.
pub(super) fn note_kind(element: &Element) -> Option<Kind> {
    element.labels().find_map(note_kind_of)
}

fn note_kind_of(label: &str) -> Option<Kind> {
    let words = words(label);
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if any(&[
        "fig", "figure", "figures", "table", "tbl", "sec", "section", "eq", "equation", "app", "appendix",
    ]) {
        return None;
    }
    if any(&["endnote", "endnotes", "edn", "sdendnote", "endnotedef", "rearnote", "rearnotes"]) {
        Some(Kind::Endnote)
    } else if any(&[
        "fn",
        "fns",
        "footnote",
        "footnotes",
        "ftn",
        "ftnt",
        "note",
        "notes",
        "sdfootnote",
        "fnote",
        "footnotedef",
    ]) {
        Some(Kind::Footnote)
    } else if any(&[
        "bib",
        "biblioentry",
        "bibliography",
        "biblio",
        "cr",
        "ref",
        "refs",
        "reference",
        "references",
        "citation",
        "bibr",
    ]) {
        Some(Kind::Bibliography)
    } else {
        None
    }
}

/// Whether an element is labelled as the marker of a note.
pub(super) fn is_marker(element: &Element) -> bool {
    element.labels().any(|label| {
        let words = words(label);
        let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        any(&["noteref", "fnref", "footnoteref", "fnanchor", "footnoteanchor"])
            || any(&["footnote", "fn", "endnote", "cite", "note", "ftn"])
                && any(&["ref", "reference", "anchor", "link", "referrer", "marker"])
            || words == ["reference"]
    })
}

/// Whether an element is labelled as the number of the entry or note it stands in.
pub(super) fn is_number(element: &Element) -> bool {
    let classes = element.attribute("class").into_iter().flat_map(str::split_whitespace);
    classes.filter_map(|label| words(label).pop()).any(|word| {
        ["label", "tag", "number", "num", "no", "order", "counter", "index", "marker"]
            .contains(&word.as_str())
    })
}

/// Whether an element only leads back from a note.
pub(super) fn is_back_link(element: &Element) -> bool {
    element.attribute("class").into_iter().flat_map(str::split_whitespace).any(|label| {
        let words = words(label);
        let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        any(&["backlink", "backlinks", "backref", "footnoteback"])
            || any(&["footnote", "fn"]) && any(&["back", "return"])
    })
}

/// Whether an element holds the text of a note right where it is cited: a side note, a tooltip.
pub(super) fn is_inline_note(element: &Element) -> bool {
    element.labels().any(|label| {
        let words = words(label);
        let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        let last = |known: &[&str]| words.last().is_some_and(|word| known.contains(&word.as_str()));
        last(&["sidenote", "marginnote"])
            || any(&["footnote", "footnotes", "note", "endnote"])
                && last(&["content", "text", "body", "tooltip", "popup", "popover"])
            || any(&["footnotes", "footnote"]) && words.len() > 2 && last(&["note"])
    })
}

/// Whether a link is labelled as a button of the page.
pub(super) fn is_button(element: &Element) -> bool {
    element.attribute("role") == Some("button")
        || element
            .attribute("class")
            .into_iter()
            .flat_map(words)
            .any(|word| word == "button" || word == "btn")
}

/// Whether an element is labelled as the source of a program.
pub(super) fn is_code(element: &Element) -> bool {
    let classes = element.attribute("class").into_iter().flat_map(str::split_whitespace);
    classes.flat_map(words).any(|word| {
        ["code", "highlight", "src", "listing", "language", "prettyprint"].contains(&word.as_str())
    })
}

/// What stands in an element that is labelled as an apparatus.
pub(super) fn section(element: &Element) -> Option<Section> {
    element.labels().find_map(|label| {
        let words = words(label);
        let label = words.join(" ");
        match label.strip_prefix("doc ").unwrap_or(&label).trim_end_matches(" list") {
            "footnotes" | "footnote" => Some(Section::Notes(Kind::Footnote)),
            "notes" if words.len() > 1 => Some(Section::Notes(Kind::Footnote)),
            "endnotes" | "endnote" | "rearnotes" | "rearnote" => Some(Section::Notes(Kind::Endnote)),
            "bibliography" | "works cited" | "csl bib body" => Some(Section::Works),
            "ref" | "reference" | "references" | "citations" if words.len() > 1 => Some(Section::Works),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::dom::{Dom, parse};
    use super::*;

    fn of<T>(tag: &str, ask: impl Fn(&Element) -> T) -> T {
        let dom = parse(&format!("<body><{tag}>"));
        let element = dom.nodes(Dom::ROOT).filter_map(|id| dom.element(id)).last();
        ask(element.expect("an element"))
    }

    #[test]
    fn tables_are_sorted() {
        assert!(FURNITURE.is_sorted() && FURNITURE_LAST.is_sorted() && FURNITURE_INLINE.is_sorted());
    }

    #[test]
    fn takes_labels_apart() {
        assert_eq!(words("site-Footer_navBar2x"), ["site", "footer", "nav", "bar", "x"]);
    }

    #[test]
    fn knows_furniture() {
        for tag in
            ["div class='site-footer'", "ul id=mainMenu", "div class='x post-tags'", "div role=navigation"]
        {
            assert!(of(tag, is_furniture), "{tag}");
        }
        for tag in ["div class='entry-content'", "div class=footnotes", "p", "div class=addendum"] {
            assert!(!of(tag, is_furniture), "{tag}");
        }
    }

    #[test]
    fn knows_notes_by_their_labels() {
        for (tag, kind) in [
            ("li id=fn:1", Some(Kind::Footnote)),
            ("a name=_ftn12", Some(Kind::Footnote)),
            ("a name=_edn3", Some(Kind::Endnote)),
            ("li id=cite_note-smith-2", Some(Kind::Footnote)),
            ("div id=sdfootnote1", Some(Kind::Footnote)),
            ("li id=CR12", Some(Kind::Bibliography)),
            ("li role=doc-endnote id=x", Some(Kind::Endnote)),
            ("p id=para12", None),
        ] {
            assert_eq!(of(tag, note_kind), kind, "{tag}");
        }
        assert!(of("a class=footnote-ref", is_marker));
        assert!(of("sup id=fnref:1", is_marker));
        assert!(!of("a id=fn1", is_marker));
        assert!(of("span class=sidenote", is_inline_note));
    }
}
