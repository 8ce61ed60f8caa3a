//! Environments: lists, tables, code.

use super::super::bibtex;
use super::super::draft::Role;
use super::catalogue;
use super::frames::Open;
use super::reader::Reader;

/// Environments whose content is no text of the report.
static LEFT_OUT: &[&str] = &[
    "verbatim",
    "verbatim*",
    "Verbatim",
    "Verbatim*",
    "lstlisting",
    "minted",
    "alltt",
    "comment",
    "tikzpicture",
    "filecontents",
    "filecontents*",
    "pgfpicture",
    "algorithm",
    "algorithmic",
    "forest",
    "listing",
    "pspicture",
];

/// Environments that are displayed mathematics.
static MATHEMATICS: &[&str] = &[
    "equation",
    "equation*",
    "align",
    "align*",
    "eqnarray",
    "eqnarray*",
    "gather",
    "gather*",
    "multline",
    "multline*",
    "displaymath",
    "math",
    "flalign",
    "flalign*",
    "alignat",
    "alignat*",
];

/// Tables.
static TABLES: &[&str] = &[
    "tabular",
    "tabular*",
    "tabularx",
    "tabulary",
    "longtable",
    "supertabular",
    "xltabular",
    "tabu",
    "longtabu",
];

/// A list or table that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// A list with numbers: the last one.
    Enumerated(u32),
    List,
    Table,
    /// Something else.
    Other,
}

impl Container {
    fn of(name: &str) -> Self {
        match name {
            "enumerate" | "compactenum" | "enumerate*" | "inparaenum" => Self::Enumerated(0),
            "itemize" | "description" | "compactitem" | "list" | "labeling" | "tablenotes" | "itemize*" => {
                Self::List
            }
            _ if TABLES.contains(&name) => Self::Table,
            _ => Self::Other,
        }
    }

    /// The role of the next text in it.
    pub(super) fn next_role(self) -> Role {
        match self {
            Self::Enumerated(_) | Self::List => Role::ItemContinued,
            Self::Table => Role::Cell,
            Self::Other => Role::Paragraph,
        }
    }
}

impl Reader<'_> {
    /// `\begin`.
    pub(super) fn begin(&mut self) {
        let name = self.source.braced(false).unwrap_or_default();
        let name = name.trim();
        if name == "document" {
            self.close_all();
            self.muted = false;
        } else if LEFT_OUT.contains(&name) {
            self.leave_out(name);
            return;
        }
        self.address = false;
        self.open_environment(name);
        let container = Container::of(name);
        if container != Container::Other || self.apart == 0 && self.work.is_none() && breaks(name) {
            self.flush();
        }
        self.containers.push(container);
        if container == Container::Table && self.apart == 0 {
            self.role = Role::Cell;
        }
        if let Some(signature) = catalogue::environment(name) {
            self.skip_arguments(signature);
        }
        match name {
            "minipage" => self.counters.set("mpfootnote", 0),
            "thebibliography" => self.counters.set("enumiv", 0),
            "frame" => self.titled_frame(),
            "block" | "alertblock" | "exampleblock" => self.block(Role::Paragraph),
            _ if MATHEMATICS.contains(&name) => self.muted = true,
            _ if container == Container::List || matches!(container, Container::Enumerated(_)) => {
                self.source.optional();
            }
            _ => {}
        }
    }

    /// An environment has ended.
    pub(super) fn environment_ended(&mut self, name: &str) {
        if let Some(open) = self.environments.get_mut(name) {
            *open = open.saturating_sub(1);
        }
        if matches!(name, "thebibliography" | "CSLReferences" | "cslreferences") {
            self.end_work();
            self.mentions.end_list();
        }
        let container = self.containers.pop();
        if self.apart > 0 || self.work.is_some() {
            self.flow.blank();
            return;
        }
        if container != Some(Container::Other) || breaks(name) {
            self.flush();
            self.role = self.containers.last().map_or(Role::Paragraph, |container| container.next_role());
        }
    }

    /// Beamer's `\begin{frame}[plain]{Title}{Subtitle}`.
    fn titled_frame(&mut self) {
        self.skip_overlay();
        self.source.bracketed();
        if self.source.peek() == Some(b'{') {
            self.block(Role::Heading(2));
        }
    }

    /// `\item[label]`.
    pub(super) fn item(&mut self) {
        self.skip_overlay();
        let printed = self.source.optional();
        if self.muted {
            return;
        }
        if self.apart > 0 || self.work.is_some() {
            self.flow.line_break();
        } else {
            self.flush();
            let number = match self.containers.last_mut() {
                Some(Container::Enumerated(number)) if printed.is_none() => {
                    *number += 1;
                    Some(number.to_string())
                }
                _ => None,
            };
            self.role = Role::Item(number);
        }
        if let Some(printed) = printed {
            self.source.push(format!("{{{printed}}} "), "item");
        }
    }

    pub(super) fn in_table(&self) -> bool {
        self.containers.last() == Some(&Container::Table)
    }

    /// `\\`.
    pub(super) fn line_break(&mut self) {
        self.source.eat("*");
        self.source.bracketed();
        self.address = false;
        if self.in_table() {
            self.flush();
        } else if !self.muted {
            self.flow.line_break();
        }
    }

    /// Skips arguments by their signature.
    pub(super) fn skip_arguments(&mut self, signature: &str) {
        for argument in signature.bytes() {
            match argument {
                b'o' => {
                    self.source.bracketed();
                }
                b'g' => {
                    let length = super::numbers::glue(self.source.rest());
                    self.source.advance(length);
                }
                _ => self.skip_one(),
            }
        }
    }

    fn skip_one(&mut self) {
        if self.source.braced(true).is_none() {
            self.source.skip_blanks();
            if self.source.peek() == Some(b'\\') {
                self.source.argument(false);
            }
        }
    }

    /// Leaves out an environment, but for a bibliography database that is written into the
    /// document.
    fn leave_out(&mut self, name: &str) {
        let end = format!("\\end{{{name}}}");
        if self.missing.contains(&end) {
            return;
        }
        let file = name.starts_with("filecontents").then(|| {
            self.source.optional();
            self.source.braced(false).unwrap_or_default()
        });
        let line = self.source.line();
        match self.source.take_until(&end, false) {
            Some(text) => {
                if file.is_some_and(|file| file.trim().to_lowercase().rsplit('.').next() == Some("bib")) {
                    self.mentions.add_entries(bibtex::entries(&text, line));
                }
            }
            None => {
                self.missing.insert(end);
            }
        }
    }

    /// A false condition: everything up to its `\fi` or `\else`.
    pub(super) fn skip_branch(&mut self, may_else: bool) {
        if self.missing.contains("\\fi") {
            return;
        }
        let rest = self.source.rest();
        let mut depth = 0_usize;
        let mut end = None;
        for (at, _) in rest.match_indices('\\') {
            let name = &rest[at + 1..at + 1 + super::source::name_length(&rest[at + 1..])];
            match name {
                "fi" if depth == 0 => end = Some(at + 3),
                "else" if depth == 0 && may_else => end = Some(at + 5),
                "fi" => depth -= 1,
                "ifthenelse" | "iff" => {}
                _ if name.starts_with("if") => depth += 1,
                _ => {}
            }
            if end.is_some() {
                break;
            }
        }
        match end {
            Some(length) => {
                self.source.advance(length);
                self.end_name();
            }
            None => {
                self.missing.insert("\\fi".to_owned());
            }
        }
    }

    /// An argument with quotation marks around it.
    pub(super) fn quoted(&mut self, open: &str, close: &'static str) {
        self.source.eat("*");
        self.write(open);
        self.open_argument(Open::Quoted(close));
    }
}

/// Whether an environment is set apart from the paragraph around it.
fn breaks(name: &str) -> bool {
    !matches!(name, "math" | "small" | "footnotesize" | "otherlanguage*" | "english" | "russian" | "bfseries")
}
