//! Macros that the document defines: `\newcommand`, `\def`, `\let`, `\NewDocumentCommand`.

use std::collections::HashMap;

use super::source::Source;

/// Most macros that are remembered.
const MOST: usize = 10_000;

/// The longest expansion of one macro, in bytes.
const LONGEST: usize = 100_000;

/// An argument that a macro takes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Parameter {
    /// `{…}`.
    Mandatory,
    /// `[…]`, and what stands for it where it is missing.
    Optional(String),
    /// `*`.
    Star,
}

/// A macro.
#[derive(Debug, Clone)]
struct Macro {
    parameters: Vec<Parameter>,
    body: String,
}

/// The macros of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Macros(HashMap<String, Macro>);

impl Macros {
    /// Takes in a definition whose command has just been read. True if it was one. What is
    /// `kept` is not redefined.
    pub(super) fn define(&mut self, command: &str, source: &mut Source, kept: impl Fn(&str) -> bool) -> bool {
        let (name, definition) = match command {
            "newcommand"
            | "renewcommand"
            | "providecommand"
            | "DeclareRobustCommand"
            | "DeclareTextFontCommand" => classic(source),
            "NewDocumentCommand"
            | "RenewDocumentCommand"
            | "ProvideDocumentCommand"
            | "DeclareDocumentCommand" => document_command(source),
            "def" | "gdef" | "edef" | "xdef" => plain(source),
            "let" => alias(source),
            _ => return false,
        };
        let known = !kept(&name) && self.0.len() < MOST;
        if let Some(definition) = definition.filter(|_| known) {
            self.0.insert(name, definition);
        }
        true
    }

    /// Takes in a macro without arguments.
    pub(super) fn set(&mut self, name: &str, body: String) {
        if self.0.len() < MOST {
            self.0.insert(name.to_owned(), Macro { parameters: Vec::new(), body });
        }
    }

    /// Whether there is a macro of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The text of a macro without arguments.
    pub(super) fn simple(&self, name: &str) -> Option<&str> {
        self.0.get(name).filter(|found| found.parameters.is_empty()).map(|found| found.body.as_str())
    }

    /// The expansion of a macro, whose arguments are read from `source`.
    pub(super) fn expand(&self, name: &str, source: &mut Source) -> Option<String> {
        let found = self.0.get(name)?;
        let arguments: Vec<String> = found
            .parameters
            .iter()
            .map(|parameter| match parameter {
                Parameter::Mandatory => source.argument(true).unwrap_or_default(),
                Parameter::Optional(default) => source.optional().unwrap_or_else(|| default.clone()),
                Parameter::Star => String::from(if source.eat("*") { "*" } else { "" }),
            })
            .collect();
        Some(substituted(&found.body, &arguments))
    }
}

/// `\newcommand*{\name}[2][default]{body}`.
fn classic(source: &mut Source) -> (String, Option<Macro>) {
    source.eat("*");
    let name = name(source);
    let count = source.optional().and_then(|count| count.trim().parse().ok()).unwrap_or(0_usize).min(9);
    let default = source.optional();
    let mut parameters = vec![Parameter::Mandatory; count];
    if let (Some(default), Some(first)) = (default, parameters.first_mut()) {
        *first = Parameter::Optional(default);
    }
    (name, source.argument(true).map(|body| Macro { parameters, body }))
}

/// `\NewDocumentCommand{\name}{s o O{default} m}{body}`.
fn document_command(source: &mut Source) -> (String, Option<Macro>) {
    let name = name(source);
    let specification = source.argument(true).unwrap_or_default();
    let body = source.argument(true);
    let mut read = Source::new(&specification, None);
    let mut parameters = Vec::new();
    while let Some(kind) = read.argument(false).filter(|_| parameters.len() < 9) {
        match kind.as_str() {
            "m" | "v" => parameters.push(Parameter::Mandatory),
            "o" => parameters.push(Parameter::Optional(String::new())),
            "O" => parameters.push(Parameter::Optional(read.argument(true).unwrap_or_default())),
            "s" => parameters.push(Parameter::Star),
            "+" | "!" => {}
            _ => return (name, None),
        }
    }
    (name, body.map(|body| Macro { parameters, body }))
}

/// `\def\name#1#2{body}`; with text between the parameters it is not understood.
fn plain(source: &mut Source) -> (String, Option<Macro>) {
    let name = name(source);
    let mut parameters = Vec::new();
    let mut understood = true;
    while let Some(next) = source.peek().filter(|next| *next != b'{') {
        match next {
            b'#' => parameters.push(Parameter::Mandatory),
            b'0'..=b'9' if !parameters.is_empty() => {}
            b' ' | b'\t' => {}
            b'\n' => break,
            _ => understood = false,
        }
        let length = source.rest().chars().next().map_or(1, char::len_utf8);
        source.advance(length);
    }
    parameters.truncate(9);
    let body = source.argument(true).filter(|_| understood);
    (name, body.map(|body| Macro { parameters, body }))
}

/// `\let\name=\other`.
fn alias(source: &mut Source) -> (String, Option<Macro>) {
    let name = name(source);
    source.skip_blanks();
    source.eat("=");
    let body = source.argument(false).filter(|body| body.starts_with('\\') && *body != format!("\\{name}"));
    (name, body.map(|body| Macro { parameters: Vec::new(), body }))
}

fn name(source: &mut Source) -> String {
    let name = source.argument(false).unwrap_or_default();
    name.trim().trim_start_matches('\\').to_owned()
}

/// The body of a macro with its arguments in it.
fn substituted(body: &str, arguments: &[String]) -> String {
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find('#') {
        text.push_str(&rest[..at]);
        let number = rest.as_bytes().get(at + 1).filter(|byte| byte.is_ascii_digit());
        let argument = number.and_then(|digit| arguments.get(usize::from(digit - b'0').checked_sub(1)?));
        let length = if let Some(argument) = argument {
            text.push_str(argument);
            2
        } else {
            text.push('#');
            1 + usize::from(rest[at + 1..].starts_with('#'))
        };
        rest = &rest[at + length..];
        if text.len() > LONGEST {
            return String::new();
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expand(definitions: &str, call: &str) -> Option<String> {
        let mut macros = Macros::default();
        for definition in definitions.split_inclusive('\n') {
            let length = super::super::source::name_length(&definition[1..]);
            let (command, from) = (&definition[1..=length], length + 1);
            let mut source = Source::new(&definition[from..], None);
            assert!(macros.define(command, &mut source, |name| name == "url"));
        }
        let mut source = Source::new(call, None);
        source.advance(1);
        let length = super::super::source::name_length(source.rest());
        let name = source.rest()[..length].to_owned();
        source.advance(length);
        macros.expand(&name, &mut source)
    }

    #[test]
    fn expands() {
        for (definition, call, text) in [
            (
                r"\newcommand{\src}[1]{\footnote{\url{#1}}}",
                r"\src{http://a.example/\#x}",
                r"\footnote{\url{http://a.example/\#x}}",
            ),
            (r"\renewcommand*\b[2][x]{#1-#2}", r"\b{y}", "x-y"),
            (r"\newcommand\b[2][x]{#1-#2}", r"\b[z]{y}", "z-y"),
            (r"\def\b#1#2{#2#1##}", r"\b{y}z", "zy#"),
            (r"\NewDocumentCommand{\b}{s O{d} m}{#1#2#3}", r"\b*{y}", "*dy"),
            (r"\let\b=\emph", r"\b{y}", r"\emph"),
        ] {
            assert_eq!(expand(definition, call).as_deref(), Some(text), "{definition}");
        }
        assert_eq!(expand(r"\def\b(#1){x}", r"\b"), None);
        assert_eq!(expand(r"\def\url#1{x}", r"\url{y}"), None);
    }
}
