//! Commands: which means what.

use super::super::draft::Role;
use super::super::flow::Sign;
use super::accents::{accent, accented};
use super::catalogue;
use super::frames::{Open, Titling};
use super::numbers;
use super::reader::Reader;
use super::source::name_length;
use super::symbols::symbol;

/// Commands that a document may define as it likes: what they mean here stays.
static KEPT: &[&str] = &[
    "begin",
    "end",
    "footnote",
    "footnotemark",
    "footnotetext",
    "endnote",
    "thanks",
    "url",
    "href",
    "nolinkurl",
    "path",
    "doi",
    "section",
    "chapter",
    "subsection",
    "item",
    "bibitem",
    "title",
    "author",
    "date",
    "maketitle",
    "thefootnote",
    "verb",
    "par",
    "cite",
    "citep",
    "citet",
    "parencite",
    "textcite",
    "autocite",
    "footcite",
    "newblock",
    "today",
];

impl Reader<'_> {
    /// A command whose backslash has been read.
    pub(super) fn command(&mut self) {
        let rest = self.source.rest();
        let length = name_length(rest);
        let name = rest[..length].to_owned();
        let recursive = self.source.is_expanding(&name);
        self.source.advance(length);
        let attached = !(name.starts_with(|c: char| c.is_ascii_alphabetic()) && self.end_name());
        if self.define(&name)
            || self.structure(&name)
            || self.note(&name)
            || self.link(&name)
            || self.cite(&name)
        {
            return;
        }
        if self.macros.has(&name) {
            // Conditions are not understood, so that no recursion would end.
            if !recursive
                && !self.source.is_full()
                && let Some(text) = self.macros.expand(&name, &mut self.source)
            {
                self.source.push(text, &name);
            }
            return;
        }
        if self.title_page(&name) || self.dress(&name) || self.bibliography(&name) {
            return;
        }
        if let Some(signature) = catalogue::command(&name) {
            self.source.eat("*");
            self.skip_arguments(signature);
            return;
        }
        self.character(&name, attached);
    }

    /// Blanks behind a name only end it. Returns whether there are any.
    pub(super) fn end_name(&mut self) -> bool {
        let blanks = super::source::blanks(self.source.rest());
        if blanks.lines < 2 {
            self.source.advance(blanks.length);
        }
        blanks.length > 0
    }

    /// Definitions and counters.
    fn define(&mut self, name: &str) -> bool {
        match name {
            "renewcommand" | "def" | "gdef" | "let" if self.defines_form() => self.define_form(name),
            "setcounter" | "addtocounter" => {
                let counter = self.source.braced(false).unwrap_or_default();
                let value = self.source.braced(false).unwrap_or_default();
                let value = if value.contains("maxdimen") { -1 } else { self.number(&value) };
                if name == "setcounter" {
                    self.counters.set(&counter, value);
                } else {
                    self.counters.add(&counter, value);
                }
            }
            "stepcounter" | "refstepcounter" => {
                let counter = self.source.braced(false).unwrap_or_default();
                self.counters.step(&counter);
            }
            "counterwithin" | "@addtoreset" | "numberwithin" => {
                let starred = self.source.eat("*");
                let counter = self.source.braced(false).unwrap_or_default();
                let within = self.source.braced(false).unwrap_or_default();
                self.counters.reset_within(&counter, &within);
                if !starred && name != "@addtoreset" {
                    let form = format!("\\the{within}.\\arabic{{{counter}}}");
                    self.counters.set_form(&counter, Some(form));
                }
            }
            "counterwithout" | "@removefromreset" => {
                let starred = self.source.eat("*");
                let counter = self.source.braced(false).unwrap_or_default();
                self.source.braced(false);
                self.counters.never_reset(&counter);
                if !starred {
                    self.counters.set_form(&counter, None);
                }
            }
            "urldef" => self.define_url(),
            "usepackage"
            | "documentclass"
            | "bibliographystyle"
            | "setcitestyle"
            | "ExecuteBibliographyOptions" => self.options(name),
            _ => {
                return self.macros.define(name, &mut self.source, |name| KEPT.contains(&name));
            }
        }
        true
    }

    /// `\urldef\name\url{address}` (url.sty): an address that a macro stands for.
    fn define_url(&mut self) {
        let name = self.source.argument(false).unwrap_or_default();
        let command = self.source.argument(false).unwrap_or_default();
        let address = self.verbatim_argument().unwrap_or_default();
        let name = name.trim().trim_start_matches('\\');
        if !name.is_empty() && command.starts_with('\\') && !KEPT.contains(&name) {
            self.macros.set(name, format!("{command}{{{address}}}"));
        }
    }

    fn number(&self, value: &str) -> i64 {
        let value = value.trim();
        let counter = value.strip_prefix("\\value{").and_then(|rest| rest.strip_suffix('}'));
        counter.map_or_else(|| value.parse().unwrap_or(0), |counter| self.counters.value(counter))
    }

    fn defines_form(&mut self) -> bool {
        let rest = self.source.rest().trim_start_matches(['*', '{', ' ']);
        rest.strip_prefix("\\thefootnote")
            .or_else(|| rest.strip_prefix("\\@thefnmark"))
            .is_some_and(|behind| !behind.starts_with(|c: char| c.is_ascii_alphabetic()))
    }

    /// A new `\thefootnote`, for as long as the group lasts.
    fn define_form(&mut self, name: &str) {
        self.source.eat("*");
        self.source.argument(false);
        let form = if name == "let" {
            self.source.eat("=");
            self.source.argument(false).filter(|form| form != "\\relax").unwrap_or_default()
        } else {
            self.source.argument(true).unwrap_or_default()
        };
        let before = self.counters.set_form("footnote", Some(form));
        self.keep_form(before);
    }

    /// What packages, classes and styles change.
    fn options(&mut self, name: &str) {
        let options = self.source.optional().unwrap_or_default();
        let names = self.source.braced(false).unwrap_or_default();
        self.source.optional();
        let all = format!("{options},{names}").replace(' ', "");
        let has = |wanted: &[&str]| wanted.iter().any(|wanted| all.contains(wanted));
        self.shorthands |= name != "bibliographystyle" && has(&["german", "russian", "ukrainian"]);
        self.mentions.counted |=
            has(&["sorting=none", "unsrt", "ieee", "IEEE", "style=nature", "style=science", "vancouver"]);
        let chicago = names.contains("biblatex-chicago") && !has(&["authordate"]);
        let verbose = chicago
            || has(&["verbose", "notes", "oscola", "footnote-dw", "style=mla"]) && names.contains("biblatex");
        self.mentions.verbose |= verbose;
        self.mentions.noted |= has(&["autocite=footnote", "style=authortitle", "style=ext-authortitle"])
            || verbose && !has(&["style=mla", "autocite=inline", "autocite=plain"]);
        if has(&["footmisc"]) && options.contains("symbol") {
            self.counters.set_form("footnote", Some("\\fnsymbol{footnote}".to_owned()));
        }
    }

    /// Environments, headings, paragraphs.
    fn structure(&mut self, name: &str) -> bool {
        match name {
            "begin" => self.begin(),
            "end" => self.end(),
            "item" => self.item(),
            "bibitem" => self.bibitem(),
            "entry" if !self.macros.has(name) => self.listed_entry(),
            "par" | "newpage" | "clearpage" | "cleardoublepage" | "bigskip" | "medskip" | "smallskip"
            | "endgraf" => {
                self.paragraph();
            }
            "\\" | "newline" | "tabularnewline" | "cr" => self.line_break(),
            "iffalse" => self.skip_branch(true),
            "else" => self.skip_branch(false),
            "frontmatter" | "backmatter" => self.numbered = false,
            "mainmatter" => self.numbered = true,
            "appendix" => self.counters.set("chapter", 0),
            "caption" | "captionof" => {
                self.source.eat("*");
                if name == "captionof" {
                    self.source.braced(false);
                }
                self.source.optional();
                self.block(Role::Cell);
            }
            "bye" | "endinput" => {
                self.source.take_until("\0", true);
            }
            _ => return self.heading(name),
        }
        true
    }

    fn end(&mut self) {
        let Some(name) = self.source.braced(false) else { return };
        self.address = false;
        if name.trim() == "document" {
            self.close_all();
            self.end_work();
            self.flush();
            self.source.take_until("\0", true);
        } else {
            self.close_environment(name.trim());
        }
    }

    fn title_page(&mut self, name: &str) -> bool {
        let part = match name {
            "title" | "titlehead" => Titling::Title,
            "author" | "institute" | "affiliation" => Titling::Author,
            "date" => Titling::Date,
            "maketitle" | "titlepage" => {
                if !self.muted {
                    self.print_title();
                }
                return true;
            }
            _ => return false,
        };
        self.source.optional();
        if !self.is_full() && self.open_argument(Open::Argument) {
            self.pop();
            let outer = Box::new(std::mem::take(&mut self.flow));
            self.open(Open::Titling(part, outer));
            self.muted = false;
        }
        true
    }

    /// How a text is set.
    fn dress(&mut self, name: &str) -> bool {
        match name {
            "emph" | "textit" | "textsl" | "bibemph" | "mkbibemph" => self.open_signed(Sign::Emphasis),
            "em" | "it" | "itshape" | "sl" | "slshape" => self.sign(Sign::Emphasis),
            "textsuperscript" | "tnote" => self.open_signed(Sign::Raised),
            "enquote" | "mkbibquote" | "textquote" | "blockquote" => self.quoted("“", "”"),
            "(" | "[" => self.math = true,
            ")" | "]" => self.math = false,
            "csname" => {
                if !self.missing.contains("\\endcsname")
                    && self.source.take_until("\\endcsname", false).is_none()
                {
                    self.missing.insert("\\endcsname".to_owned());
                }
            }
            "xspace" => {
                if !self.source.rest().starts_with(['.', ',', ';', ':', '!', '?', ')', '\'', '-', '/', '~']) {
                    self.flow.blank();
                }
            }
            "and" => self.write(" and "),
            "char" => {
                if let Some((character, length)) = numbers::character(self.source.rest()) {
                    self.source.advance(length);
                    self.write(&character.to_string());
                }
            }
            "symbol" => {
                let number = self.source.braced(false).unwrap_or_default();
                if let Some((character, _)) = numbers::character(number.trim()) {
                    self.write(&character.to_string());
                }
            }
            "discretionary" => {
                for _ in 0..3 {
                    self.source.braced(false);
                }
            }
            "allowbreak" | "linebreak" | "nolinebreak" | "relax" | "protect" | "noindent" => {}
            _ => return false,
        }
        true
    }

    /// What only a list of works has.
    fn bibliography(&mut self, name: &str) -> bool {
        match name {
            "newblock" => self.write(" "),
            "vadjust" => {
                self.source.eat("pre");
            }
            "hypertarget" if self.environments.get("CSLReferences").is_some_and(|open| *open > 0) => {
                let target = self.source.braced(false).unwrap_or_default();
                if target.starts_with("ref-") {
                    self.begin_work(&target, String::new());
                }
            }
            "printbibliography" | "bibbysection" | "bibbychapter" | "putbib" => {
                self.source.optional();
                self.mentions.printed = true;
            }
            "bibliography" | "addbibresource" | "addglobalbib" => {
                self.mentions.printed |= name == "bibliography";
                self.source.optional();
                let names = self.source.braced(false).unwrap_or_default();
                for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                    let has =
                        name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("bib"));
                    self.mentions.add_file(if has { name.to_owned() } else { format!("{name}.bib") });
                }
            }
            "input" | "include" | "subfile" => {
                let file = self.source.argument(false).unwrap_or_default();
                if !self.muted {
                    // What is in other files may cite any work.
                    self.mentions.cite_all();
                    self.warn(format!("{} was not read: audit it too", file.trim()));
                }
            }
            _ => return false,
        }
        true
    }

    /// A character; of a command that nobody knows nothing is left.
    fn character(&mut self, name: &str, attached: bool) {
        if let Some(mark) = accent(name).filter(|_| !self.math) {
            let base = self.source.argument(false).map(|base| letter(&base, 3)).unwrap_or_default();
            self.write(&accented(&base, mark));
        } else if let Some(text) = symbol(name) {
            self.write(text);
        } else if attached && name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.skip_overlay();
            self.source.bracketed();
        }
    }
}

/// The letter that stands under an accent, perhaps with one of its own.
fn letter(base: &str, depth: u8) -> String {
    let base = base.trim().trim_start_matches('{').trim_end_matches('}');
    let Some(command) = base.strip_prefix('\\') else { return base.to_owned() };
    let (name, rest) = command.split_at(name_length(command));
    match (accent(name), symbol(name)) {
        (Some(mark), _) if depth > 0 => accented(&letter(rest.trim_start(), depth - 1), mark),
        (_, Some(text)) => format!("{text}{}", rest.trim_start()),
        _ => rest.to_owned(),
    }
}
