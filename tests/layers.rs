//! The layer rule of the architecture, read off the sources: who may name whom, who may speak to
//! the terminal, and that module roots hold no logic.
//!
//! The sources are tokenised, so that comments and strings do not count and macro bodies do.

#[path = "layers/paths.rs"]
mod paths;
#[path = "layers/sources.rs"]
mod sources;

use std::collections::BTreeSet;

use sources::{Source, sources};

/// Which modules of the crate a module may name. Itself is always allowed.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("clock", &[]),
    ("read", &["model", "clock"]),
    ("cite", &["model", "clock"]),
    ("report", &["model", "clock"]),
    ("store", &["model", "clock"]),
    ("web", &["model", "clock"]),
    ("check", &["model", "clock", "web"]),
    ("archive", &["model", "clock", "web"]),
    ("demo", &["model", "clock", "web"]),
    ("audit", &["model", "clock", "read", "cite", "web", "check", "archive", "store"]),
    (
        "cli",
        &["model", "clock", "read", "cite", "web", "check", "archive", "store", "report", "audit", "demo"],
    ),
    ("lib", &[]),
    ("main", &["cli"]),
];

/// Crates that draw on a terminal or read a command line.
const TERMINAL_CRATES: &[&str] = &[
    "clap",
    "clap_complete",
    "clap_mangen",
    "indicatif",
    "comfy_table",
    "anstream",
    "anstyle",
    "console",
    "supports_hyperlinks",
    "terminal_size",
];

/// Macros that print.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// Paths that reach the terminal or end the process.
const TERMINAL_PATHS: &[&str] = &["io::stdout", "io::stderr", "process::exit", "process::abort"];

/// What a module root may not hold: the words that begin logic or data.
const LOGIC: &[&str] = &["fn", "impl", "struct", "enum", "trait", "static", "macro_rules", "union"];

#[test]
fn modules_name_only_the_layers_below_them() {
    let known: BTreeSet<&str> = ALLOWED.iter().map(|(module, _)| *module).collect();
    let mut breaches = Vec::new();
    for source in sources() {
        let layer = source.layer();
        let allowed = ALLOWED.iter().find(|(module, _)| *module == layer);
        let (_, allowed) =
            allowed.unwrap_or_else(|| panic!("{layer} has no place in the layers; give it one"));
        for named in paths::crate_modules(&source) {
            let is_module = known.contains(named.as_str());
            if is_module && named != layer && !allowed.contains(&named.as_str()) {
                breaches.push(format!("{}: names {named}", source.name));
            }
        }
    }
    assert_eq!(breaches, Vec::<String>::new());
}

#[test]
fn only_cli_sees_the_terminal() {
    let mut breaches = Vec::new();
    for source in sources().into_iter().filter(|source| source.layer() != "cli") {
        let words = source.words();
        for word in &words {
            if TERMINAL_CRATES.contains(&word.as_str()) {
                breaches.push(format!("{}: names {word}", source.name));
            }
        }
        for pair in words.windows(2) {
            if PRINTING.contains(&pair[0].as_str()) && pair[1] == "!" {
                breaches.push(format!("{}: prints", source.name));
            }
        }
        let text = words.concat();
        for path in TERMINAL_PATHS.iter().filter(|path| text.contains(**path)) {
            breaches.push(format!("{}: uses {path}", source.name));
        }
    }
    assert_eq!(breaches, Vec::<String>::new());
}

#[test]
fn module_roots_hold_no_logic() {
    let mut breaches = Vec::new();
    // A folder of tests may keep its helpers in its root.
    let is_tests = |source: &Source| source.name.contains("/tests/");
    let is_root =
        |source: &Source| (source.name.ends_with("/mod.rs") && !is_tests(source)) || source.name == "lib.rs";
    for source in sources().into_iter().filter(is_root) {
        let found = source.words().into_iter().find(|word| LOGIC.contains(&word.as_str()));
        breaches.extend(found.map(|word| format!("{}: {word}", source.name)));
    }
    assert_eq!(breaches, Vec::<String>::new());
}

#[test]
fn main_is_a_page_of_nothing() {
    let main = sources().into_iter().find(|source| source.name == "main.rs").expect("the binary's root");
    assert!(main.text.lines().count() <= 30);
}

#[test]
fn the_scanner_sees_every_way_of_naming_a_module() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("web/guard.rs", "use crate::model::Link;", &["model"]),
        ("web/guard.rs", "use crate::{model::{Link, Check}, clock, check::x};", &["check", "clock", "model"]),
        (
            "web/guard.rs",
            "fn f() { crate::store::open(format!(\"{}\", crate::cite::x())) }",
            &["cite", "store"],
        ),
        ("web/guard.rs", "use super::super::report::render;", &["report"]),
        ("web/guard.rs", "use super::throttle::Throttle;", &["web"]),
        ("web/guard.rs", "mod tests { use super::*; use super::super::super::demo::X; }", &["demo", "web"]),
        ("web/guard/tests.rs", "use super::super::super::{demo, model};", &["demo", "model"]),
        ("web/mod.rs", "use super::cli;", &["cli"]),
        ("main.rs", "fn main() { ibid::cli::main() }", &["cli"]),
        ("web/guard.rs", "// crate::cli\nconst A: &str = \"crate::cli\"; /// crate::cli\nfn x() {}", &[]),
    ];
    for (name, text, expected) in cases {
        let source = Source { name: (*name).to_owned(), text: (*text).to_owned() };
        let found: Vec<String> = paths::crate_modules(&source).into_iter().collect();
        assert_eq!(found, *expected, "{name}: {text}");
    }
}
