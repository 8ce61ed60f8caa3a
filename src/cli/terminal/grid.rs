//! Rows of cells for a screen of a known width.

use std::fmt::Write as _;

use super::piece::Piece;

/// Between two columns.
const GAP: usize = 2;

/// Lines of text and rows of cells.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// What stands below each other.
    pub(crate) lines: Vec<Line>,
    /// The widths of the columns.
    pub(crate) widths: Vec<usize>,
    /// What rows are moved in by.
    pub(crate) indent: usize,
}

/// A line of a grid.
#[derive(Debug, Clone)]
pub(crate) enum Line {
    /// A text over the whole width.
    Whole(Piece),
    /// A row: each cell's pieces below each other.
    Row(Vec<Vec<Piece>>),
}

/// The lines of a cell: each with its width.
type Cell = Vec<(usize, String)>;

impl Grid {
    /// What the columns have of a screen.
    pub(crate) fn room(screen: usize, columns: usize, indent: usize) -> usize {
        screen.saturating_sub(indent + GAP * columns.saturating_sub(1))
    }

    /// The grid as the terminal gets it, with links or without.
    pub(crate) fn text(&self, links: bool) -> String {
        let all = self.indent + self.widths.iter().sum::<usize>() + GAP * self.widths.len().saturating_sub(1);
        let (mut text, mut number) = (String::new(), 0);
        let mut cell = |pieces: &[Piece], width: usize| -> Cell {
            let lines = pieces.iter().flat_map(|piece| {
                number += 1;
                piece.lines(width, links, number)
            });
            lines.collect()
        };
        for line in &self.lines {
            match line {
                Line::Whole(piece) => push(&mut text, &[cell(std::slice::from_ref(piece), all)], &[all], 0),
                Line::Row(cells) => {
                    let cells: Vec<Cell> =
                        cells.iter().zip(&self.widths).map(|(pieces, width)| cell(pieces, *width)).collect();
                    push(&mut text, &cells, &self.widths, self.indent);
                }
            }
        }
        text
    }
}

/// A row, without blanks at the ends of its lines.
fn push(text: &mut String, cells: &[Cell], widths: &[usize], indent: usize) {
    for at in 0..cells.iter().map(Vec::len).max().unwrap_or_default() {
        let mut missing = indent;
        for (cell, width) in cells.iter().zip(widths) {
            let (used, shown) = cell.get(at).map_or((0, ""), |(used, shown)| (*used, shown.as_str()));
            if !shown.is_empty() {
                // Writing to a string cannot fail.
                let _ = write!(text, "{:missing$}{shown}", "");
                missing = 0;
            }
            missing += width.saturating_sub(used) + GAP;
        }
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_whatever_their_letters() {
        let cell = |text: &str| vec![Piece::new(text)];
        let lines = vec![
            Line::Whole(Piece::new("A heading that is longer than the screen")),
            Line::Row(vec![cell("1"), cell("one two three"), cell("x")]),
            Line::Row(vec![cell("2"), vec![Piece::new("日本語"), Piece::new("b")], cell("")]),
            Line::Row(vec![cell("3"), cell(""), cell("z")]),
        ];
        let grid = Grid { lines, widths: vec![2, 7, 3], indent: 2 };
        assert_eq!(
            grid.text(true),
            "A heading that is\nlonger than the\nscreen\n  1   one two  x\n      three\n  2   日本語\n      b\n  3            z\n"
        );
        assert_eq!(Grid::room(18, 3, 2), 12);
    }
}
