//! Which modules of the crate a file names: `crate::a`, `use crate::{a, b::c}`, `super::super::a`,
//! and `ibid::a` in the binary.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources::Source;

/// The top-level modules that the file names, itself included where it is named.
pub(crate) fn crate_modules(source: &Source) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    scan(source.tokens(), &module_path(&source.name), &mut named);
    named
}

/// `web/guard.rs` is the module `[web, guard]`, `web/mod.rs` is `[web]`, the roots are `[]`.
fn module_path(name: &str) -> Vec<String> {
    let path = name.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" || path == "main" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn scan(tokens: TokenStream, module: &[String], named: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        let inner = inline_module(&tokens[..at]).map(|name| [module, &[name]].concat());
        match &tokens[at] {
            TokenTree::Group(group) => scan(group.stream(), inner.as_deref().unwrap_or(module), named),
            TokenTree::Ident(_) if !follows_path(&tokens, at) => {
                if let Some((base, after)) = base(&tokens, at, module) {
                    first_segments(&tokens, after, &base, named);
                    at = after;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// The name if what comes next is the body of `mod name`.
fn inline_module(before: &[TokenTree]) -> Option<String> {
    match before {
        [.., TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mod" => Some(name.to_string()),
        _ => None,
    }
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// Whether the identifier goes on a path that began before it.
fn follows_path(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && is_colons(tokens, at - 2)
}

/// The module a path starts from, and where its next segment stands.
fn base(tokens: &[TokenTree], at: usize, module: &[String]) -> Option<(Vec<String>, usize)> {
    let mut base = module.to_vec();
    let mut at = at;
    let mut any = false;
    while is_colons(tokens, at + 1) {
        match tokens[at].to_string().as_str() {
            "crate" | "ibid" => base.clear(),
            "super" => drop(base.pop()),
            "self" => {}
            _ => break,
        }
        any = true;
        at += 3;
    }
    any.then_some((base, at))
}

/// Adds the top-level module of each path that goes on at `at` from `base`.
fn first_segments(tokens: &[TokenTree], at: usize, base: &[String], named: &mut BTreeSet<String>) {
    if let Some(top) = base.first() {
        named.insert(top.clone());
        return;
    }
    match tokens.get(at) {
        Some(TokenTree::Ident(name)) => drop(named.insert(name.to_string())),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            for (index, token) in inner.iter().enumerate() {
                let begins = index == 0
                    || matches!(&inner[index - 1], TokenTree::Punct(punct) if punct.as_char() == ',');
                if let (true, TokenTree::Ident(name)) = (begins, token) {
                    named.insert(name.to_string());
                }
            }
        }
        _ => {}
    }
}
