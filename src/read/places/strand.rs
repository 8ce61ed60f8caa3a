//! A text of a part as it is written: where each character stands, blanks left out.

use std::ops::Range;

use quick_xml::escape::unescape;

/// The longest entity, `&` and `;` included, in bytes.
const ENTITY: usize = 12;

/// Characters with the bytes that stand for each.
#[derive(Debug, Default)]
pub(in crate::read) struct Strand {
    /// The characters that are no blanks.
    pub(in crate::read) text: String,
    /// For each of them where it begins in `text`, and its bytes in the source.
    written: Vec<(usize, Range<usize>)>,
    /// How much of the source was read, in bytes.
    pub(in crate::read) read: usize,
}

impl Strand {
    /// Adds the text that begins at byte `at` of `source`, up to the next tag. Comments in it are
    /// passed over; what stands in `CDATA` is text.
    pub(in crate::read) fn read(&mut self, source: &str, at: usize) {
        let mut from = at;
        while let Some(rest) = source.get(from..).filter(|rest| !rest.is_empty()) {
            if let Some(comment) = enclosed(rest, "<!--", "-->").or_else(|| enclosed(rest, "<?", "?>")) {
                from += comment;
            } else if let Some(length) = enclosed(rest, "<![CDATA[", "]]>") {
                self.plain(source, from + 9..from + length - 3);
                from += length;
            } else if rest.starts_with('<') {
                break;
            } else if rest.starts_with('&') {
                from = self.entity(source, from);
            } else {
                let length = rest.find(['<', '&']).unwrap_or(rest.len());
                self.plain(source, from..from + length);
                from += length;
            }
        }
        self.read += from - at;
    }

    /// Adds text that stands for itself.
    pub(in crate::read) fn plain(&mut self, source: &str, range: Range<usize>) {
        for (at, c) in source[range.clone()].char_indices() {
            self.push(c, range.start + at..range.start + at + c.len_utf8());
        }
    }

    /// Takes an entity, or a mere `&`; returns where it ends.
    fn entity(&mut self, source: &str, at: usize) -> usize {
        let near = &source.as_bytes()[at..source.len().min(at + ENTITY)];
        let end = near.iter().position(|byte| *byte == b';').map(|end| at + end + 1);
        let text = end.and_then(|end| Some((end, unescape(source.get(at..end)?).ok()?)));
        let Some((end, text)) = text else {
            self.push('&', at..at + 1);
            return at + 1;
        };
        text.chars().for_each(|c| self.push(c, at..end));
        end
    }

    /// Adds a character that some bytes stand for.
    pub(in crate::read) fn push(&mut self, c: char, bytes: Range<usize>) {
        if !c.is_whitespace() {
            self.written.push((self.text.len(), bytes));
            self.text.push(c);
        }
    }

    /// The bytes of the source that stand for a range of the text: one range where they are one.
    pub(in crate::read) fn bytes(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let from = self.written.partition_point(|(at, _)| *at < range.start);
        let to = self.written.partition_point(|(at, _)| *at < range.end);
        let mut bytes: Vec<Range<usize>> = Vec::new();
        for (_, written) in &self.written[from..to] {
            match bytes.last_mut() {
                Some(last) if last.end == written.start => last.end = written.end,
                Some(last) if *last == *written => {}
                _ => bytes.push(written.clone()),
            }
        }
        bytes
    }

    /// The bytes of a text that stands in it once.
    pub(in crate::read) fn only(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let mut found = self.text.match_indices(text).map(|(at, _)| at);
        let at = found.next().filter(|_| found.next().is_none() && !text.is_empty())?;
        Some(self.bytes(at..at + text.len()))
    }
}

/// The length of what begins and ends so.
fn enclosed(text: &str, begin: &str, end: &str) -> Option<usize> {
    let inside = text.strip_prefix(begin)?;
    Some(begin.len() + inside.find(end)? + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_where_each_character_stands() {
        let source = "<t>a b&amp;c<!-- x -->d &#x65;<![CDATA[f&]]>g</t>h";
        let mut strand = Strand::default();
        strand.read(source, 3);
        assert_eq!(strand.text, "ab&cdef&g");
        let bytes = |text| strand.only(text).expect("once");
        let texts = |text| bytes(text).into_iter().map(|range| &source[range]).collect::<Vec<_>>();
        assert_eq!(texts("b&c"), ["b&amp;c"]);
        assert_eq!(texts("cde"), ["c", "d", "&#x65;"]);
        assert_eq!(texts("f&"), ["f&"]);
        assert_eq!(strand.only("&"), None);
        assert_eq!(strand.read, source.len() - 3 - "</t>h".len());
    }

    #[test]
    fn a_mere_ampersand_is_one() {
        let mut strand = Strand::default();
        strand.read("a&b=1;c&nothing;", 0);
        assert_eq!(strand.text, "a&b=1;c&nothing;");
    }
}
