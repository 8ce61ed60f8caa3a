//! Byte offsets to line numbers.

/// Where the lines of a source begin.
#[derive(Debug)]
pub(super) struct Lines {
    /// Offset of every line but the first; sources are smaller than 4 GB.
    starts: Vec<u32>,
}

impl Lines {
    pub(super) fn new(source: &str) -> Self {
        let ends = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { starts: ends.filter_map(|(at, _)| u32::try_from(at + 1).ok()).collect() }
    }

    /// The line of the byte at `offset`, from 1.
    pub(super) fn line(&self, offset: usize) -> Option<u32> {
        let offset = u32::try_from(offset).ok()?;
        u32::try_from(self.starts.partition_point(|start| *start <= offset) + 1).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_one() {
        let lines = Lines::new("a\nb\r\n\nc");
        let of = |offset| lines.line(offset);
        assert_eq!(
            [of(0), of(1), of(2), of(5), of(6), of(9)],
            [Some(1), Some(1), Some(2), Some(3), Some(4), Some(4)]
        );
    }
}
