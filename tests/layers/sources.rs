//! The files under `src/`.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

/// A source file.
pub(crate) struct Source {
    /// Its path below `src/`, with `/` between folders.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
}

impl Source {
    /// The layer it belongs to: the first folder, or the file itself.
    pub(crate) fn layer(&self) -> &str {
        self.name.split('/').next().unwrap_or(&self.name).trim_end_matches(".rs")
    }

    /// Its tokens.
    pub(crate) fn tokens(&self) -> TokenStream {
        self.text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// Its tokens as text, in order, groups opened; comments and the inside of strings are none.
    pub(crate) fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        collect(self.tokens(), &mut words);
        words
    }
}

fn collect(tokens: TokenStream, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), words),
            TokenTree::Literal(_) => words.push("\"\"".to_owned()),
            other => words.push(other.to_string()),
        }
    }
}

/// Every Rust file under `src/`.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    visit(&root, "", &mut sources);
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

fn visit(folder: &Path, prefix: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources can be listed") {
        let entry = entry.expect("an entry can be read");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            visit(&entry.path(), &format!("{name}/"), sources);
        } else if entry.path().extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(entry.path()).expect("a source can be read");
            sources.push(Source { name, text });
        }
    }
}
