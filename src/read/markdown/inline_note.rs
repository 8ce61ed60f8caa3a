//! pandoc's inline notes: `^[See the annual report.]`.

use std::collections::HashMap;
use std::ops::Range;

/// Which bracket closes which, within one block, for brackets that open an inline note.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    block: Range<usize>,
    closes: HashMap<usize, usize>,
}

impl Brackets {
    /// Where the note that is opened by `^` at byte `caret` ends: the byte of its `]`, if it has
    /// one in `block`. A block is gone through once, however many notes it has.
    pub(super) fn close_of(&mut self, source: &str, block: &Range<usize>, caret: usize) -> Option<usize> {
        if self.block != *block {
            *self = Self { block: block.clone(), closes: matches(source, block) };
        }
        self.closes.get(&(caret + 1)).copied()
    }
}

fn matches(source: &str, block: &Range<usize>) -> HashMap<usize, usize> {
    let bytes = source.as_bytes();
    let mut closes = HashMap::new();
    let mut open = Vec::new();
    let mut at = block.start;
    while at < block.end {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' => open.push(at),
            b']' => {
                if let Some(start) = open.pop().filter(|start| *start > 0 && bytes[start - 1] == b'^') {
                    closes.insert(start, at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    closes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_brackets() {
        let source = r"a^[b [c](d) \] e] ^[f";
        let mut brackets = Brackets::default();
        assert_eq!(brackets.close_of(source, &(0..source.len()), 1), Some(16));
        assert_eq!(brackets.close_of(source, &(0..source.len()), 18), None);
    }
}
