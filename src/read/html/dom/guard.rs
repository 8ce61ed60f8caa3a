//! Limits on what a page can make the parser do.

use html5ever::tokenizer::{CharacterTokens, StartTag, TagToken, Token};
use html5ever::tokenizer::{TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;

use super::node::Id;
use super::sink::Sink;

/// How deep elements may be nested; browsers stop at 512.
const DEPTH_LIMIT: u32 = 512;
/// How many nodes a token may make on average: unclosed formatting is repeated in every
/// paragraph that follows.
const NODES_PER_TOKEN: usize = 8;
/// How many nodes are granted whatever the number of tokens.
const NODES_GRANTED: usize = 100_000;

/// Stands between tokenizer and tree builder: leaves out start tags that would break the limits
/// (their text is kept), and notes on which line a text begins.
pub(super) struct Guard {
    pub(super) builder: TreeBuilder<Id, Sink>,
    tokens: std::cell::Cell<usize>,
    /// Most nodes that the page may have.
    most: usize,
}

impl Guard {
    pub(super) fn new(builder: TreeBuilder<Id, Sink>, most: usize) -> Self {
        Self { builder, tokens: std::cell::Cell::new(0), most }
    }

    fn refuses(&self, token: &Token) -> bool {
        let TagToken(tag) = token else { return false };
        let raw = matches!(&*tag.name, "script" | "style" | "textarea" | "title" | "br" | "img" | "hr");
        let sink = &self.builder.sink;
        let crowded = sink.size() > self.tokens.get() * NODES_PER_TOKEN + NODES_GRANTED;
        tag.kind == StartTag && !raw && (sink.depth() >= DEPTH_LIMIT || crowded)
    }
}

impl TokenSink for Guard {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        self.tokens.set(self.tokens.get() + 1);
        if self.builder.sink.size() >= self.most && !matches!(token, Token::EOFToken) {
            self.builder.sink.cut_off();
            return TokenSinkResult::Continue;
        }
        if self.refuses(&token) {
            return TokenSinkResult::Continue;
        }
        if let CharacterTokens(text) = &token {
            let lines = text.bytes().filter(|byte| *byte == b'\n').count() as u64;
            self.builder.sink.set_line(u32::try_from(line.saturating_sub(lines)).unwrap_or(u32::MAX));
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
