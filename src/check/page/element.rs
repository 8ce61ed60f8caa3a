//! The elements and attributes that mean something here.

/// What an element means for the reading of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    Html,
    Title,
    Meta,
    Link,
    Script,
    Style,
    /// `h1`, `h2`, `h3`.
    Heading(u8),
    Anchor,
    /// Page furniture by definition.
    Aside,
    /// Never shown, or not as running text.
    Hidden,
    Noscript,
    Input,
    Form,
    /// An embedded document.
    Embed,
    Frame,
    Break,
    /// Ends and begins a paragraph.
    Block,
    /// Stands within a line.
    Inline,
}

impl Element {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"html" => Self::Html,
            b"title" => Self::Title,
            b"meta" => Self::Meta,
            b"link" => Self::Link,
            b"script" => Self::Script,
            b"style" => Self::Style,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"a" => Self::Anchor,
            b"nav" | b"footer" | b"aside" | b"menu" => Self::Aside,
            b"svg" | b"template" | b"select" | b"math" | b"textarea" | b"datalist" | b"iframe" => {
                Self::Hidden
            }
            b"noscript" => Self::Noscript,
            b"input" => Self::Input,
            b"form" => Self::Form,
            b"embed" | b"object" => Self::Embed,
            b"frame" => Self::Frame,
            b"br" => Self::Break,
            b"b" | b"i" | b"em" | b"strong" | b"span" | b"font" | b"small" | b"big" | b"sub" | b"sup"
            | b"u" | b"s" | b"mark" | b"code" | b"tt" | b"abbr" | b"acronym" | b"cite" | b"q" | b"time"
            | b"img" | b"wbr" | b"ins" | b"del" | b"bdi" | b"bdo" | b"ruby" | b"rt" | b"label"
            | b"button" => Self::Inline,
            _ => Self::Block,
        }
    }
}

/// The attributes that are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribute {
    /// `name`, `property`, `itemprop` of a `meta`.
    Name,
    Content,
    HttpEquiv,
    Type,
    Rel,
    Href,
    Src,
    Id,
    Class,
    Lang,
    Other,
}

impl Attribute {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"name" | b"property" | b"itemprop" => Self::Name,
            b"content" => Self::Content,
            b"http-equiv" => Self::HttpEquiv,
            b"type" => Self::Type,
            b"rel" => Self::Rel,
            b"href" => Self::Href,
            b"src" | b"data" => Self::Src,
            b"id" => Self::Id,
            b"class" => Self::Class,
            b"lang" => Self::Lang,
            _ => Self::Other,
        }
    }
}
