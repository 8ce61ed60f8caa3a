//! Where the characters of a text stand in the file, and its hyperlinks: fields with a code.

use std::ops::Range;

use super::super::fields::{meaning, written};
use super::super::flow::Sign;
use super::super::places::{Carrier, Strand};
use super::token::{Token, Tokens};
use super::words;
use crate::model::Piece;

/// The text that begins at byte `at` of `source`, up to the next group or word.
pub(in crate::read) fn strand(source: &str, at: usize) -> Strand {
    let mut strand = Strand::default();
    let bytes = source.as_bytes().get(at..).unwrap_or_default();
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        if !take(&mut strand, source, token, at + tokens.at..at + tokens.end()) {
            break;
        }
    }
    strand.read = tokens.end();
    strand
}

/// Adds the characters of a token; false if it is none of a text.
fn take(strand: &mut Strand, source: &str, token: Token, bytes: Range<usize>) -> bool {
    let character = match token {
        Token::Text(_) => {
            strand.plain(source, bytes);
            return true;
        }
        Token::Byte(byte) if byte.is_ascii() => Some(char::from(byte)),
        Token::Byte(_) | Token::Word("u", _) => Some(char::REPLACEMENT_CHARACTER),
        Token::Word("uc", _) => None,
        Token::Word(word, _) if words::character(word).is_some() => words::character(word),
        Token::Symbol(byte) if !matches!(byte, b'*' | b'\n' | b'\r') => words::symbol(byte),
        Token::Word(..) | Token::Symbol(_) | Token::Open | Token::Close => return false,
    };
    if let Some(character) = character {
        strand.push(character, bytes);
    }
    true
}

/// How deep groups may stand in each other, as for the reader.
const DEPTH: usize = 10_000;

/// A field that has begun.
struct Field {
    /// The depth of its group, and of the group of its code while that is open.
    depth: usize,
    code_depth: Option<usize>,
    code: Strand,
    /// Where its result begins, and where it leads.
    result: Option<(usize, String)>,
}

/// The hyperlinks of a file, in the order in which they end.
pub(in crate::read) fn carriers(source: &str) -> Vec<Carrier> {
    let (mut fields, mut carriers): (Vec<Field>, Vec<Carrier>) = (Vec::new(), Vec::new());
    let mut depth = 0_usize;
    let mut tokens = Tokens::new(source.as_bytes());
    while let Some(token) = tokens.next() {
        let bytes = tokens.at..tokens.end();
        match token {
            Token::Open => depth += 1,
            Token::Close => {
                if fields.last().is_some_and(|field| field.depth == depth) {
                    carriers.extend(fields.pop().and_then(|field| carrier(&field, bytes.start)));
                } else if let Some(field) = fields.last_mut().filter(|field| field.code_depth == Some(depth))
                {
                    field.code_depth = None;
                }
                depth = depth.saturating_sub(1);
            }
            Token::Word("field", _) if depth < DEPTH => {
                fields.push(Field { depth, code_depth: None, code: Strand::default(), result: None });
            }
            token => {
                if let Some(field) = fields.last_mut() {
                    field.take(source, token, depth, bytes);
                }
            }
        }
    }
    carriers
}

impl Field {
    fn take(&mut self, source: &str, token: Token, depth: usize, bytes: Range<usize>) {
        match token {
            Token::Word("fldinst", _) => self.code_depth = Some(depth),
            Token::Word("fldrslt", _) => {
                if let Some(Sign::Link(target)) = meaning(&self.code.text).link {
                    self.result = Some((bytes.end, target));
                }
            }
            token if self.code_depth.is_some() => {
                take(&mut self.code, source, token, bytes);
            }
            _ => {}
        }
    }
}

fn carrier(field: &Field, end: usize) -> Option<Carrier> {
    let (from, target) = field.result.clone()?;
    let piece = |bytes| Piece { part: None, relation: None, bytes };
    let written: Vec<Piece> = written(&field.code, &target)?.into_iter().map(piece).collect();
    Some(Carrier { inside: from..end, target, written })
}
