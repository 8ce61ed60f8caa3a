//! `application/link-format` (RFC 6690), as `TimeMap`s use it (RFC 7089 §5).

use jiff::Timestamp;

use crate::archive::timestamp;

/// One link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Link {
    /// Where it leads, as written.
    pub(super) target: String,
    /// Its relations, lower case: `first memento` are two.
    pub(super) rel: Vec<String>,
    /// When the memento it leads to was captured.
    pub(super) datetime: Option<Timestamp>,
    /// Between which times the mementos of the `TimeMap` it leads to were captured.
    pub(super) from: Option<Timestamp>,
    pub(super) until: Option<Timestamp>,
}

impl Link {
    pub(super) fn has(&self, rel: &str) -> bool {
        self.rel.iter().any(|it| it == rel)
    }
}

/// Reads all links. What is no link is passed over; a last one that breaks off is dropped.
/// Linear in the length of the text.
pub(super) fn parse(text: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        let Some((target, after)) = rest.split_once('>') else { break };
        let mut link = Link { target: target.trim().to_owned(), ..Link::default() };
        let Some(after) = read_parameters(after, &mut link) else { break };
        rest = after;
        links.push(link);
    }
    links
}

/// Reads `; name="value"` until the comma that ends the link; none if a quotation is not closed.
fn read_parameters<'a>(text: &'a str, link: &mut Link) -> Option<&'a str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(after) = rest.strip_prefix(';') else { return Some(rest.strip_prefix(',').unwrap_or(rest)) };
        let name_end = after.find(['=', ';', ',']).unwrap_or(after.len());
        let name = after[..name_end].trim().to_ascii_lowercase();
        rest = &after[name_end..];
        if let Some(after) = rest.strip_prefix('=') {
            let (value, after) = read_value(after)?;
            set(link, &name, value);
            rest = after;
        }
    }
}

fn read_value(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    match text.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"'),
        None => Some(text.split_at(text.find([';', ',']).unwrap_or(text.len()))),
    }
}

fn set(link: &mut Link, name: &str, value: &str) {
    match name {
        "rel" => link.rel = value.split_whitespace().map(str::to_ascii_lowercase).collect(),
        "datetime" => link.datetime = timestamp::of_http_date(value),
        "from" => link.from = timestamp::of_http_date(value),
        "until" => link.until = timestamp::of_http_date(value),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_with_commas_where_commas_may_be() {
        let text = "<http://a.example/x?a=1,2>; rel=\"original\",\n\
            <http://archive.example/timemap/link/http://a.example/x>; rel=\"self\"; type=\"application/link-format\"\
            ; from=\"Tue, 02 Jul 2013 15:45:09 GMT\"; until=\"Wed, 03 Jul 2013 00:00:00 GMT\",\n\
            <http://archive.example/20130702154509/http://a.example/x>; rel=\"first memento\";\
            datetime=\"Tue, 02 Jul 2013 15:45:09 GMT\",\n\
            <http://archive.example/g>;rel=timegate";
        let links = parse(text);
        assert_eq!(links.len(), 4);
        assert_eq!(links[0].target, "http://a.example/x?a=1,2");
        assert!(links[1].has("self") && links[1].until > links[1].from);
        assert!(links[2].has("first") && links[2].has("memento"));
        assert_eq!(links[2].datetime, timestamp::parse("20130702154509"));
        assert!(links[3].has("timegate"));
    }

    #[test]
    fn what_breaks_off_is_dropped() {
        assert_eq!(parse("<http://a.example/>; rel=\"original\", <http://b.exa").len(), 1);
        assert_eq!(parse("<http://a.example/>; rel=\"original\", <http://b.example/>; rel=\"mem").len(), 1);
    }

    #[test]
    fn anything_is_read_without_harm() {
        for text in ["", "<", "<>", "<html><body>No", ">>>", "<a>;;;=,", "<a>;rel", "<é>;é=\"é\"", "a,b;c"]
        {
            let _ = parse(text);
        }
        assert_eq!(parse(&"<a>,".repeat(200_000)).len(), 200_000);
        assert_eq!(parse(&"<a>;".repeat(200_000)).len(), 1);
    }
}
