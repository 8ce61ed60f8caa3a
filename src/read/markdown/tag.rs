//! HTML tags in running Markdown.

/// A tag that matters to a reader.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `<a href="…">`
    Link(String),
    /// `<sup>`
    Raised,
    /// `<em>`, `<i>`, `<cite>`
    Emphasis,
    /// `<br>`
    Break,
    /// `<code>` and the like: what is inside is no text.
    Hidden,
    /// The end of one of these.
    Close(&'static str),
}

/// Names of tags, and under which name they are closed.
static NAMES: [(&str, &str); 16] = [
    ("a", "a"),
    ("sup", "sup"),
    ("em", "em"),
    ("i", "em"),
    ("cite", "em"),
    ("br", "br"),
    ("code", "hidden"),
    ("kbd", "hidden"),
    ("samp", "hidden"),
    ("pre", "hidden"),
    ("script", "hidden"),
    ("style", "hidden"),
    ("template", "hidden"),
    ("button", "hidden"),
    ("svg", "hidden"),
    ("iframe", "hidden"),
];

/// Reads one tag, as pulldown-cmark delivers it.
pub(super) fn read(html: &str) -> Option<Tag> {
    let inner = html.strip_prefix('<')?.strip_suffix('>')?;
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(end);
    let known = NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
    let family = known.map(|(_, family)| *family)?;
    if closing {
        return Some(Tag::Close(family));
    }
    match family {
        "a" => attribute(attributes, "href").map(Tag::Link),
        "sup" => Some(Tag::Raised),
        "em" => Some(Tag::Emphasis),
        "br" => Some(Tag::Break),
        _ => Some(Tag::Hidden),
    }
}

/// The value of an attribute, `&amp;` resolved.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes.trim_start();
    while let Some((key, value)) = rest.split_once('=') {
        let value = value.trim_start();
        let (inner, behind) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote)?,
            _ => value.split_once(char::is_whitespace).unwrap_or((value.trim_end_matches('/'), "")),
        };
        if key.split_whitespace().last().is_some_and(|key| key.eq_ignore_ascii_case(name)) {
            return Some(inner.trim().replace("&amp;", "&"));
        }
        rest = behind;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags() {
        let link = |target: &str| Some(Tag::Link(target.to_owned()));
        assert_eq!(
            read("<a class=x href=\"http://a.example/?a=1&amp;b=2\">"),
            link("http://a.example/?a=1&b=2")
        );
        assert_eq!(read("<A HREF='#fn1' >"), link("#fn1"));
        assert_eq!(read("<a href=http://a.example/ target=_blank>"), link("http://a.example/"));
        assert_eq!(read("<a name=\"fn1\">"), None);
        assert_eq!(read("</I>"), Some(Tag::Close("em")));
        assert_eq!(read("<br />"), Some(Tag::Break));
        assert_eq!(read("<!-- a -->"), None);
        assert_eq!(read("<article>"), None);
    }
}
