//! XHTML as HTML: `<a id="n1"/>` is an empty element there, and an open one here.

use std::borrow::Cow;

/// Elements that are empty in HTML.
static VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The source with an end tag for every element that XHTML closes in its start tag.
pub(super) fn closed(source: &str) -> Cow<'_, str> {
    let mut written = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(start) = source[at..].find('<').map(|found| at + found) {
        let Some(end) = tag_end(source.as_bytes(), start) else { break };
        at = end + 1;
        let name = &source[start + 1..end];
        let name = name.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
        let empty = source.as_bytes()[end - 1] == b'/' && name.starts_with(|c: char| c.is_ascii_alphabetic());
        if empty && !VOID.iter().any(|void| void.eq_ignore_ascii_case(name)) {
            written.push_str(&source[done..end - 1]);
            written.push_str("></");
            written.push_str(name);
            done = end;
        }
    }
    if done == 0 {
        return Cow::Borrowed(source);
    }
    written.push_str(&source[done..]);
    Cow::Owned(written)
}

/// Where the tag or comment that begins at `start` ends: the index of its `>`.
fn tag_end(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = &bytes[start..];
    if rest.starts_with(b"<!--") {
        let end = rest.get(4..)?.windows(3).position(|window| window == b"-->")?;
        return Some(start + 4 + end + 2);
    }
    if !rest.get(1)?.is_ascii_alphabetic() {
        return Some(start + rest.iter().position(|byte| *byte == b'>')?);
    }
    let mut quote = None;
    for (at, byte) in rest.iter().enumerate() {
        match quote {
            Some(open) if *byte == open => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some(*byte),
            None if *byte == b'>' => return Some(start + at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn closes_what_only_xhtml_closes() {
        assert_eq!(
            closed("<p>1 < 2<a id='n>1'/>x<br/><!-- <a/> --><title/></p><i/"),
            "<p>1 < 2<a id='n>1'/>x<br/><!-- <a/> --><title></title></p><i/"
        );
        assert_eq!(closed("<p><a id='n>1'/>x<br/></p><em />y"), "<p><a id='n>1'></a>x<br/></p><em ></em>y");
        assert_eq!(closed("no tags"), "no tags");
    }
}
