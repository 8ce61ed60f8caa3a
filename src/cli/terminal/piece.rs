//! A piece of text for the screen: untrusted words behind the gate, with a look and a link of ours.

use anstyle::Style;

use super::clean;
use super::link::Link;

/// Text on one line of its own, or on several where it is too long for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Nothing in it acts on a terminal.
    text: String,
    /// How much of its beginning has the style, in bytes: a word that fits on a line, or all of it.
    styled: usize,
    style: Style,
    link: Option<Link>,
}

impl Piece {
    /// A plain text.
    pub(crate) fn new(text: &str) -> Self {
        Self { text: clean::line(text), styled: 0, style: Style::new(), link: None }
    }

    /// A text in a style.
    pub(crate) fn styled(text: &str, style: Style) -> Self {
        let piece = Self::new(text);
        Self { styled: piece.text.len(), style, ..piece }
    }

    /// A word in a style, and a text behind it.
    pub(crate) fn led(word: &str, style: Style, text: &str) -> Self {
        let lead = Self::styled(word, style);
        Self { text: format!("{} {}", lead.text, clean::line(text)), ..lead }
    }

    /// The same as a link, if the address can be one.
    pub(crate) fn linked(self, address: Option<&str>) -> Self {
        Self { link: address.and_then(Link::to), ..self }
    }

    /// Its width on one line, in columns.
    pub(crate) fn width(&self) -> usize {
        textwrap::core::display_width(&self.text)
    }

    /// Its lines of at most so many columns: each with its width and as the terminal gets it. `number`
    /// tells links apart.
    pub(super) fn lines(&self, width: usize, links: bool, number: usize) -> Vec<(usize, String)> {
        let lines = textwrap::wrap(&self.text, options(width));
        let shown = lines.iter().enumerate().map(|(at, line)| {
            let (before, behind) = match self.styled {
                all if all == self.text.len() => (line.as_ref(), ""),
                lead if at == 0 => line.split_at_checked(lead).unwrap_or((line, "")),
                _ => ("", line.as_ref()),
            };
            let text = if before.is_empty() {
                behind.to_owned()
            } else {
                format!("{style}{before}{style:#}{behind}", style = self.style)
            };
            let text = isolated(text, line);
            let text = match &self.link {
                Some(link) if links && !line.is_empty() => link.around(&text, number),
                _ => text,
            };
            (textwrap::core::display_width(line), text)
        });
        shown.collect()
    }
}

fn options(width: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(width).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
}

/// The text between marks that keep its direction to itself (UAX #9, FSI and PDI), where it holds letters
/// that run from right to left: it must not turn its neighbours round.
fn isolated(text: String, line: &str) -> String {
    if line.chars().any(runs_left) { format!("\u{2068}{text}\u{2069}") } else { text }
}

/// Whether a letter belongs to a block of scripts that run from right to left.
fn runs_left(c: char) -> bool {
    matches!(c,
        '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use anstyle::AnsiColor;

    use super::*;

    fn lines(piece: &Piece, width: usize) -> Vec<(usize, String)> {
        piece.lines(width, true, 1)
    }

    #[test]
    fn lines_keep_to_the_width_of_what_is_shown() {
        let shown = |text: &str, width| -> Vec<String> {
            lines(&Piece::new(text), width).into_iter().map(|(_, line)| line).collect()
        };
        assert_eq!(shown("a bc def", 4), ["a bc", "def"]);
        assert_eq!(shown("日本語の新聞", 5), ["日本", "語の", "新聞"]);
        assert_eq!(shown("http://a.example/", 8), ["http://a", ".example", "/"]);
        assert_eq!(shown("a\u{1b}[2J\nb", 9), ["a[2J b"]);
        assert_eq!(shown("", 9), [""]);
        let widths: Vec<usize> = lines(&Piece::new("日本 é ß"), 4).iter().map(|(width, _)| *width).collect();
        assert_eq!(widths, [4, 3]);
    }

    #[test]
    fn a_style_and_a_link_end_with_their_line() {
        let red = AnsiColor::Red.on_default();
        let (on, off) = (red.to_string(), format!("{red:#}"));
        let piece = Piece::led("Dead.", red, "It is gone");
        assert_eq!(lines(&piece, 10), [(8, format!("{on}Dead.{off} It")), (7, "is gone".to_owned())]);
        let piece = Piece::styled("ab cd", red);
        assert_eq!(lines(&piece, 2), [(2, format!("{on}ab{off}")), (2, format!("{on}cd{off}"))]);
        let link =
            |text: &str| format!("\u{1b}]8;id=ibid-1;http://a.example/\u{1b}\\{text}\u{1b}]8;;\u{1b}\\");
        let piece = Piece::new("ab cd").linked(Some("http://a.example/"));
        assert_eq!(lines(&piece, 2), [(2, link("ab")), (2, link("cd"))]);
        assert_eq!(piece.lines(9, false, 1), [(5, "ab cd".to_owned())]);
        assert_eq!(lines(&Piece::new("ab").linked(Some("mailto:a@b.example")), 9), [(2, "ab".to_owned())]);
    }

    #[test]
    fn what_runs_from_right_to_left_keeps_to_itself() {
        let text = "عنوان";
        assert_eq!(lines(&Piece::new(text), 9), [(5, format!("\u{2068}{text}\u{2069}"))]);
    }
}
