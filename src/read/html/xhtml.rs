//! XHTML as HTML: `<a id="n1"/>` is an empty element there, and an open one here.
//!
//! The parser tells of every text on which line it begins, and of nothing else where. So a line
//! break is put into every tag, where it means nothing, and a line says between which two tags a
//! text stands.

/// Elements that are empty in HTML.
static VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// A page for a parser of HTML.
#[derive(Debug)]
pub(super) struct Ruled {
    /// The source with an end tag for every element that XHTML closes in its start tag, and with a
    /// line break in every tag.
    pub(super) html: String,
    /// Where in the source the text of each of its lines begins, in bytes.
    pub(super) starts: Vec<usize>,
}

impl Ruled {
    /// Prepares a page. Linear.
    pub(super) fn new(source: &str) -> Self {
        let mut ruled = Self { html: String::with_capacity(source.len() * 5 / 4), starts: vec![0] };
        let mut at = 0;
        while let Some(start) = source[at..].find('<').map(|found| at + found) {
            ruled.text(source, at, start);
            let Some(end) = tag_end(source.as_bytes(), start) else {
                at = start;
                break;
            };
            ruled.tag(&source[start..=end], end + 1);
            at = end + 1;
        }
        ruled.text(source, at, source.len());
        ruled
    }

    /// Text as it is; every line break begins a line.
    fn text(&mut self, source: &str, from: usize, to: usize) {
        let mut at = from;
        for line in source[from..to].split_inclusive(['\n', '\r']) {
            at += line.len();
            let bare = line.strip_suffix('\r').filter(|_| source[at..].starts_with('\n'));
            self.html.push_str(bare.unwrap_or(line));
            let whole = line.ends_with('\n') || line.ends_with('\r') && !source[at..].starts_with('\n');
            self.starts.extend(whole.then_some(at));
        }
    }

    /// A tag, a comment or an instruction. All its lines end behind it, at byte `end`.
    fn tag(&mut self, tag: &str, end: usize) {
        let from = self.html.len();
        let name = tag[1..].strip_prefix('/').unwrap_or(&tag[1..]);
        let name =
            name.split(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').next().unwrap_or_default();
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let rest = name.as_ptr() as usize - tag.as_ptr() as usize + name.len();
        if named {
            self.html.push_str(&tag[..rest]);
            self.html.push('\n');
            let closed = tag[rest..].strip_suffix("/>").filter(|_| !tag.starts_with("</"));
            match closed.filter(|_| !VOID.iter().any(|void| void.eq_ignore_ascii_case(name))) {
                Some(attributes) => {
                    self.html.push_str(attributes);
                    self.html.push_str("></");
                    self.html.push_str(name);
                    self.html.push('>');
                }
                None => self.html.push_str(&tag[rest..]),
            }
        } else {
            self.html.push_str(tag);
        }
        let lines = lines(&self.html[from..]);
        self.starts.extend(std::iter::repeat_n(end, lines));
    }
}

/// How many lines end in a text: at LF, CR LF or CR.
fn lines(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

/// Where the tag or comment that begins at `start` ends: the index of its `>`.
pub(super) fn tag_end(bytes: &[u8], start: usize) -> Option<usize> {
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
    use super::Ruled;

    fn closed(source: &str) -> String {
        Ruled::new(source).html
    }

    #[test]
    fn closes_what_only_xhtml_closes() {
        assert_eq!(
            closed("<p>1 < 2<a id='n>1'/>x<br/><!-- <a/> --><title/></p><i/"),
            "<p\n>1 < 2<a id='n>1'/>x<br\n/><!-- <a/> --><title\n></title></p\n><i/"
        );
        assert_eq!(closed("<a id='n>1'/>x<em />y"), "<a\n id='n>1'></a>x<em\n ></em>y");
        assert_eq!(closed("no tags"), "no tags");
    }

    #[test]
    fn a_line_says_where_a_text_begins() {
        let source = "<p\r\nid='1'>one\r\ntwo<!-- \n --> three</p>\rfour<br />five";
        let Ruled { html, starts } = Ruled::new(source);
        let texts: Vec<&str> =
            starts.iter().map(|start| &source[*start..source.len().min(start + 4)]).collect();
        assert_eq!(texts, ["<p\r\n", "one\r", "one\r", "two<", " thr", "\rfou", "four", "five"]);
        assert_eq!(super::lines(&html) + 1, starts.len());
    }
}
