//! From source to tree.

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use std::borrow::Cow;
use std::ops::Range;

use html5ever::TokenizerResult;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::super::super::limits::NODES;
use super::guard::Guard;
use super::node::Dom;
use super::sink::Sink;

/// Parses a page or a part of one. Never fails: what is malformed is mended as browsers do.
pub(in crate::read::html) fn parse(html: &str) -> Dom {
    parse_to(html, NODES)
}

/// The same, up to a number of nodes.
pub(in crate::read::html) fn parse_to(html: &str, most: usize) -> Dom {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let guard = Guard::new(TreeBuilder::new(Sink::new(), options), most);
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&tame(html)));
    while let TokenizerResult::Script(_) | TokenizerResult::EncodingIndicator(_) = tokenizer.feed(&input) {}
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// How many attributes a tag may have: the tokenizer compares each with all before it.
const ATTRIBUTE_LIMIT: usize = 4000;

/// The source with blanks for all attributes beyond the limit.
fn tame(html: &str) -> Cow<'_, str> {
    let mut bytes: Option<Vec<u8>> = None;
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let (end, excess) = scan_tag(html.as_bytes(), start);
        for byte in excess.into_iter().flatten() {
            let bytes = bytes.get_or_insert_with(|| html.as_bytes().to_vec());
            if bytes[byte] != b'\n' {
                bytes[byte] = b' ';
            }
        }
        at = end;
    }
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map_or(Cow::Borrowed(html), Cow::Owned)
}

/// Where the tag that may begin at `start` ends, and the bytes of its excess attributes.
fn scan_tag(bytes: &[u8], start: usize) -> (usize, Option<Range<usize>>) {
    if !bytes.get(start + 1).is_some_and(u8::is_ascii_alphabetic) {
        return (start + 1, None);
    }
    let (mut attributes, mut excess) = (0_usize, None);
    let mut quote: Option<u8> = None;
    let mut before = b' ';
    for (at, byte) in bytes.iter().copied().enumerate().skip(start + 1) {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => continue,
            None if byte == b'>' => return (at, excess.map(|first| first..at)),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if byte.is_ascii_whitespace() || byte == b'/' => {
                attributes += usize::from(!bytes[at - 1].is_ascii_whitespace());
                if attributes == ATTRIBUTE_LIMIT && excess.is_none() {
                    excess = Some(at);
                }
                continue;
            }
            None => {}
        }
        before = byte;
    }
    (bytes.len(), excess.map(|first| first..bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_nodes() {
        let page = "<p>a<p>b<p>c";
        let (whole, cut) = (parse_to(page, 100), parse_to(page, 7));
        assert_eq!((whole.len(), whole.cut_off), (10, false));
        assert_eq!((cut.len(), cut.cut_off), (7, true));
    }

    #[test]
    fn limits_attributes() {
        let few = "<p a='>' b = \"<x y>\" c>1 < 2</p><br/>";
        assert!(matches!(tame(few), Cow::Borrowed(_)));
        let many = format!("<p {}>\u{e9} <b x y z>", "é ".repeat(10_000));
        let tamed = tame(&many);
        assert_eq!(tamed.len(), many.len());
        assert_eq!(tamed.matches("é").count(), ATTRIBUTE_LIMIT);
        assert!(tamed.ends_with("é <b x y z>"));
    }
}
