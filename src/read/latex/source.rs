//! What is being read: the source, and on top of it the expansions of macros.

use super::super::lines::Lines;

/// Most expansions that stand on top of one another.
const DEEPEST: usize = 100;

/// The least number of bytes that macros may expand to; a source of its own size more.
const LEAST_BUDGET: usize = 1 << 20;

/// An expansion that is read before the source goes on.
#[derive(Debug)]
struct Pushed {
    text: String,
    at: usize,
    line: Option<u32>,
    /// The macro that it is of.
    name: String,
}

/// A stack of texts, read from the top.
#[derive(Debug)]
pub(super) struct Source<'a> {
    main: &'a str,
    at: usize,
    lines: Option<Lines>,
    /// Lines before the first one, if the source is a part of a file.
    before: u32,
    pushed: Vec<Pushed>,
    /// Bytes that may still be pushed.
    budget: usize,
}

impl<'a> Source<'a> {
    /// A source whose first character stands on `line`, if that is known.
    pub(super) fn new(main: &'a str, line: Option<u32>) -> Self {
        Self {
            main,
            at: 0,
            lines: line.is_some().then(|| Lines::new(main)),
            before: line.map_or(0, |line| line.saturating_sub(1)),
            pushed: Vec::new(),
            budget: LEAST_BUDGET + main.len(),
        }
    }

    /// Has `text` read next, the expansion of the macro `name`. False if the limits do not allow
    /// it.
    pub(super) fn push(&mut self, text: String, name: &str) -> bool {
        let line = self.line();
        self.pop();
        if self.pushed.len() >= DEEPEST {
            return false;
        }
        if text.len() > self.budget {
            self.budget = 0;
            return false;
        }
        self.budget -= text.len();
        self.pushed.push(Pushed { text, at: 0, line, name: name.to_owned() });
        true
    }

    /// Whether what comes next is of the expansion of this macro.
    pub(super) fn is_expanding(&self, name: &str) -> bool {
        self.pushed.iter().any(|pushed| pushed.name == name)
    }

    /// Whether nothing more can be pushed.
    pub(super) fn is_full(&self) -> bool {
        self.budget == 0 || self.pushed.len() >= DEEPEST
    }

    fn pop(&mut self) {
        while self.pushed.last().is_some_and(|pushed| pushed.at >= pushed.text.len()) {
            self.pushed.pop();
        }
    }

    /// The text before which the reader stands, as far as the input on top goes.
    pub(super) fn rest(&mut self) -> &str {
        self.pop();
        match self.pushed.last() {
            Some(pushed) => &pushed.text[pushed.at..],
            None => &self.main[self.at..],
        }
    }

    pub(super) fn advance(&mut self, bytes: usize) {
        match self.pushed.last_mut() {
            Some(pushed) => pushed.at += bytes,
            None => self.at += bytes,
        }
    }

    /// The line of what is read next; of an expansion the line it was called on.
    pub(super) fn line(&self) -> Option<u32> {
        if let Some(pushed) = self.pushed.iter().rev().find(|pushed| pushed.at < pushed.text.len()) {
            return pushed.line;
        }
        Some(self.before + self.lines.as_ref()?.line(self.at)?)
    }

    pub(super) fn peek(&mut self) -> Option<u8> {
        self.rest().as_bytes().first().copied()
    }

    /// Takes `wanted` if it comes next.
    pub(super) fn eat(&mut self, wanted: &str) -> bool {
        let comes = self.rest().starts_with(wanted);
        if comes {
            self.advance(wanted.len());
        }
        comes
    }

    /// Skips blanks and comments, but no blank line.
    pub(super) fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            let blanks = blanks(rest);
            if blanks.lines > 1 || blanks.length == 0 && !rest.starts_with('%') {
                return;
            }
            let bytes = match rest.as_bytes().get(blanks.length) {
                Some(b'%') => blanks.length + comment(&rest[blanks.length..]),
                _ => blanks.length,
            };
            self.advance(bytes);
        }
    }

    /// An argument: what stands in braces, or a single character or command. `long` ones may
    /// have blank lines in them. None at the end of a paragraph or group.
    pub(super) fn argument(&mut self, long: bool) -> Option<String> {
        self.skip_blanks();
        let rest = self.rest();
        match rest.as_bytes().first()? {
            b'{' => {
                self.advance(1);
                Some(self.until_closed(long))
            }
            b'}' | b'\n' | b'\r' | b' ' | b'\t' => None,
            b'\\' => {
                let length = 1 + name_length(&rest[1..]);
                let command = rest[..length].to_owned();
                self.advance(length);
                Some(command)
            }
            _ => {
                let character = rest.chars().next()?;
                self.advance(character.len_utf8());
                Some(character.to_string())
            }
        }
    }

    /// An argument in braces, if that comes next.
    pub(super) fn braced(&mut self, long: bool) -> Option<String> {
        self.skip_blanks();
        self.eat("{").then(|| self.until_closed(long))
    }

    /// An optional argument: what stands in square brackets, if it comes next.
    pub(super) fn optional(&mut self) -> Option<String> {
        self.skip_blanks();
        self.bracketed()
    }

    /// What stands in square brackets right here.
    pub(super) fn bracketed(&mut self) -> Option<String> {
        self.enclosed(b'[', b']')
    }

    /// What stands between two characters, the first of which comes next.
    pub(super) fn enclosed(&mut self, open: u8, close: u8) -> Option<String> {
        if self.peek() != Some(open) {
            return None;
        }
        self.advance(1);
        Some(self.take(|depth, byte| depth == 0 && byte == close, false))
    }

    fn until_closed(&mut self, long: bool) -> String {
        self.take(|depth, byte| depth == 0 && byte == b'}', long)
    }

    /// Takes everything up to a closing byte, and that byte. A blank line ends it too, as does
    /// the end of the document, unless it is `long`.
    fn take(&mut self, closes: impl Fn(usize, u8) -> bool, long: bool) -> String {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let (mut at, mut depth) = (0, 0_usize);
        let mut closed = 0;
        while at < bytes.len() {
            match bytes[at] {
                byte if closes(depth, byte) => {
                    closed = 1;
                    break;
                }
                b'\\' => {
                    if is_end_of_document(&bytes[at..]) {
                        break;
                    }
                    at += 1;
                }
                b'%' if long && !is_escape(bytes, at) => at += comment(&rest[at..]).saturating_sub(1),
                b'{' => depth += 1,
                b'}' if depth == 0 => break,
                b'}' => depth -= 1,
                b'\n' if !long && is_blank_line(&bytes[at + 1..]) => break,
                _ => {}
            }
            at += 1;
        }
        let end = floor(rest, at);
        let text = rest[..end].to_owned();
        self.advance(end + closed);
        text
    }

    /// Skips to the end of the line and over the blanks that the next begins with.
    pub(super) fn skip_comment(&mut self) {
        let length = comment(self.rest());
        self.advance(length);
    }

    /// Takes everything before `mark`, and the mark; everything there is if there is none and
    /// `all`, else nothing.
    pub(super) fn take_until(&mut self, mark: &str, all: bool) -> Option<String> {
        let rest = self.rest();
        let (text, length) = match rest.find(mark) {
            Some(at) => (rest[..at].to_owned(), at + mark.len()),
            None if all => (rest.to_owned(), rest.len()),
            None => return None,
        };
        self.advance(length);
        Some(text)
    }
}

/// Blanks at the start of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Blanks {
    pub(super) length: usize,
    pub(super) lines: usize,
}

pub(super) fn blanks(text: &str) -> Blanks {
    let bytes = text.bytes().take_while(u8::is_ascii_whitespace);
    bytes.fold(Blanks { length: 0, lines: 0 }, |blanks, byte| Blanks {
        length: blanks.length + 1,
        lines: blanks.lines + usize::from(byte == b'\n'),
    })
}

/// The length of the comment that a text begins with.
fn comment(text: &str) -> usize {
    let Some(end) = text.find('\n') else { return text.len() };
    let rest = &text.as_bytes()[end + 1..];
    end + 1 + rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// The length of a command's name behind its backslash: letters, or one other character.
pub(super) fn name_length(text: &str) -> usize {
    let letters = text.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'@').count();
    if letters > 0 { letters } else { text.chars().next().map_or(0, char::len_utf8) }
}

/// Whether a percent sign stands in an address, as in `http://a.example/x%20y`: text before it, two
/// hexadecimal digits behind.
fn is_escape(bytes: &[u8], at: usize) -> bool {
    let text = at.checked_sub(1).map(|before| bytes[before]);
    let text = text.is_some_and(|before| before.is_ascii_graphic() && !matches!(before, b'{' | b'}'));
    let digits = bytes.get(at + 1..at + 3).unwrap_or_default();
    text && digits.len() == 2 && digits.iter().all(u8::is_ascii_hexdigit)
}

fn is_blank_line(bytes: &[u8]) -> bool {
    let blank = bytes.iter().take(200).position(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    blank.is_some_and(|at| bytes[at] == b'\n')
}

fn is_end_of_document(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\\begin{document}") || bytes.starts_with(b"\\end{document}")
}

fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The files of references that a LaTeX source names, as it names them.
pub fn bibliographies(source: &str) -> Vec<String> {
    let mut files = Vec::new();
    for line in source.lines() {
        let line = line.split_once('%').map_or(line, |(before, _)| before);
        for command in ["\\bibliography", "\\addbibresource"] {
            for (at, _) in line.match_indices(command) {
                let mut behind = Source::new(&line[at + command.len()..], None);
                behind.optional();
                let names = behind.braced(false).unwrap_or_default();
                let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
                files.extend(names.map(|name| match name.rsplit_once('.') {
                    Some((_, extension)) if extension.eq_ignore_ascii_case("bib") => name.to_owned(),
                    _ => format!("{name}.bib"),
                }));
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_arguments() {
        let mut source = Source::new(" % c\n {a{b}\\}c}[d]{e\n\nf}", Some(1));
        assert_eq!(source.argument(false).as_deref(), Some("a{b}\\}c"));
        assert_eq!(source.optional().as_deref(), Some("d"));
        assert_eq!(source.line(), Some(2));
        assert_eq!(source.argument(false).as_deref(), Some("e"));
        assert_eq!(source.argument(false), None);
        assert_eq!(source.rest(), "\n\nf}");
        let mut source = Source::new("{\\url{http://a.example/x%20y} b% }\n c}d", None);
        assert_eq!(source.argument(true).as_deref(), Some("\\url{http://a.example/x%20y} b% }\n c"));
    }

    #[test]
    fn reads_what_is_pushed_first() {
        let mut source = Source::new("\nb", Some(7));
        source.advance(1);
        assert!(source.push("a".to_owned(), "m"));
        assert_eq!(source.rest(), "a");
        source.advance(1);
        assert_eq!((source.rest().to_owned(), source.line()), ("b".to_owned(), Some(8)));
        assert!(!source.push("x".repeat(LEAST_BUDGET + 3), "m"));
    }

    #[test]
    fn names_the_files_of_references() {
        let source = "% \\bibliography{no}\n\\bibliography{a, b.bib}\n\\addbibresource[x]{refs/c.bib}";
        assert_eq!(bibliographies(source), ["a.bib", "b.bib", "refs/c.bib"]);
    }
}
