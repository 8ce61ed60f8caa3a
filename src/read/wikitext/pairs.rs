//! Which bracket closes which: `{{…}}` and `[[…]]`, nested as they may be.

use std::collections::HashMap;
use std::ops::Range;

/// The pairs of a source.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    closes: HashMap<usize, usize>,
}

impl Pairs {
    /// Pairs the brackets of `source`; those without a partner are plain text.
    pub(super) fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut pairs = Self::default();
        let mut open: Vec<(usize, u8)> = Vec::new();
        let mut counts = [0_usize; 2];
        let mut at = 0;
        while at + 1 < bytes.len() {
            let byte = bytes[at];
            if byte != bytes[at + 1] || !matches!(byte, b'{' | b'[' | b'}' | b']') {
                at += 1;
                continue;
            }
            let kind = usize::from(matches!(byte, b'[' | b']'));
            if matches!(byte, b'{' | b'[') {
                open.push((at, byte));
                counts[kind] += 1;
            } else if counts[kind] > 0 {
                let opening = if kind == 0 { b'{' } else { b'[' };
                while let Some((start, found)) = open.pop() {
                    counts[usize::from(found == b'[')] -= 1;
                    if found == opening {
                        pairs.closes.insert(start, at);
                        break;
                    }
                }
            }
            at += 2;
        }
        pairs
    }

    /// What stands between the brackets that open at `start`.
    pub(super) fn inside(&self, start: usize) -> Option<Range<usize>> {
        self.closes.get(&start).map(|close| start + 2..*close)
    }

    /// The parts of `range` between bars that stand in no brackets of their own.
    pub(super) fn split(&self, source: &str, range: Range<usize>) -> Vec<Range<usize>> {
        let bytes = source.as_bytes();
        let mut parts = Vec::new();
        let (mut start, mut at) = (range.start, range.start);
        while at < range.end {
            if let Some(inside) = self.inside(at) {
                at = inside.end + 2;
                continue;
            }
            if bytes[at] == b'|' {
                parts.push(start..at);
                start = at + 1;
            }
            at += 1;
        }
        parts.push(start..range.end);
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_splits() {
        let source = "{{a|b=[[c|d]]|{{e|f}}}} }} [[x {{y]]";
        let pairs = Pairs::new(source);
        let inside = pairs.inside(0).expect("a pair");
        assert_eq!(&source[inside.clone()], "a|b=[[c|d]]|{{e|f}}");
        let parts: Vec<_> = pairs.split(source, inside).into_iter().map(|part| &source[part]).collect();
        assert_eq!(parts, ["a", "b=[[c|d]]", "{{e|f}}"]);
        assert_eq!(pairs.inside(27).map(|inside| &source[inside]), Some("x {{y"));
        assert_eq!(pairs.inside(31), None);
    }
}
