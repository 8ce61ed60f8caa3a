//! What a source is, seen from outside: where its text begins, which TeX it is written for.

use super::frames::Open;
use super::reader::Reader;
use crate::read::draft::Role;

/// Headings, and how high they stand.
static HEADINGS: [(&str, u8, bool); 17] = [
    ("part", 1, true),
    ("chapter", 1, true),
    ("section", 2, true),
    ("subsection", 3, true),
    ("subsubsection", 4, true),
    ("paragraph", 5, false),
    ("subparagraph", 6, false),
    ("addpart", 1, false),
    ("addchap", 1, false),
    ("addsec", 2, false),
    ("minisec", 4, false),
    ("frametitle", 2, false),
    ("framesubtitle", 3, false),
    ("slidetitle", 2, false),
    ("beginsection", 2, false),
    ("unnumberedsection", 2, false),
    ("dedication", 5, false),
];

/// Whether a text has a preamble, in which nothing is printed.
pub(super) fn has_preamble(source: &str) -> bool {
    source.match_indices("\\begin{document}").any(|(at, _)| {
        let line = source[..at].bytes().rev().take(200).take_while(|byte| *byte != b'\n');
        !line.collect::<Vec<u8>>().contains(&b'%')
    })
}

/// Whether it is written for plain TeX, whose footnotes have two arguments.
pub(super) fn is_plain_tex(source: &str) -> bool {
    !source.contains("\\documentclass")
        && !source.contains("\\begin{")
        && (source.contains("\\bye")
            || source.contains("\\magnification")
            || source.contains("\\vfill\\eject"))
}

impl Reader<'_> {
    /// A command that makes a heading. False if it is none.
    pub(super) fn heading(&mut self, name: &str) -> bool {
        let Some((_, level, counted)) = HEADINGS.iter().find(|(known, ..)| *known == name) else {
            return false;
        };
        self.leave_notes();
        self.end_work();
        self.skip_overlay();
        let starred = self.source.eat("*");
        if *counted && !starred && self.is_numbered(name) {
            self.counters.step(name);
        }
        self.source.optional();
        self.source.optional();
        self.block(Role::Heading(*level));
        true
    }

    /// An argument that is a block of its own.
    pub(super) fn block(&mut self, role: Role) {
        self.paragraph();
        if self.open_argument(Open::Block) && self.apart == 0 {
            self.role = role;
        }
    }

    fn is_numbered(&self, name: &str) -> bool {
        let depth = match name {
            "part" => -1,
            "chapter" => 0,
            "section" => 1,
            "subsection" => 2,
            _ => 3,
        };
        self.numbered && self.counters.value("secnumdepth") >= depth
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commented_beginning_is_none() {
        assert!(has_preamble("\\documentclass{x}\n\\begin{document}"));
        assert!(!has_preamble("% \\begin{document}\nText"));
    }
}
