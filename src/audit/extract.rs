//! From a document's bytes to its citations: the half of the audit that needs no network.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::cite::{self, cite_in_place};
use crate::model::{Citation, Document, DocumentSummary, PartialDate, Spot, Transcript};
use crate::read::{self, Reading, read_with};

use super::beside::beside;
use super::input::Input;
use super::transcript::{MOST_TEXT, transcript};

/// UTF-8's (RFC 3629 §6).
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What a document gave.
#[derive(Debug, Clone)]
pub struct Extracted {
    /// The document in short, with the error if it could not be read.
    pub summary: DocumentSummary,
    /// What to do about the error.
    pub hint: Option<String>,
    /// Its citations, in document order.
    pub citations: Vec<Citation>,
    /// The report's own date, if it says it.
    pub date: Option<PartialDate>,
    /// Its text, if that was asked for.
    pub text: Option<Transcript>,
}

/// Reads a document and finds its citations. Never fails and never panics: what went wrong is
/// part of the summary, so that the other documents are still audited.
pub fn extract(input: Input, reading: &Reading) -> Extracted {
    guarded(input, reading, false)
}

/// The same; keeps the text if asked to.
pub(super) fn extract_with_text(input: Input, reading: &Reading) -> Extracted {
    guarded(input, reading, true)
}

fn guarded(input: Input, reading: &Reading, keep_text: bool) -> Extracted {
    let name = input.name.clone();
    catch_unwind(AssertUnwindSafe(|| try_extract(input, reading, keep_text))).unwrap_or_else(|_| {
        failed(
            &name,
            "broke the reader".to_owned(),
            "please report this document as a bug of ibid".to_owned(),
        )
    })
}

fn try_extract(input: Input, reading: &Reading, keep_text: bool) -> Extracted {
    let name = input.name.clone();
    let path = input.path();
    let bytes = match input.load() {
        Ok(bytes) => Arc::new(bytes),
        Err(error) => return failed(&name, error.to_string(), error.hint().to_owned()),
    };
    match read_with(&name, &bytes, reading, &|named| beside(path.as_deref()?, named)) {
        Ok(document) => succeeded(&name, document, &bytes, keep_text),
        Err(error) => failed(&name, error.to_string(), error.hint().to_string()),
    }
}

/// Notes where each address stands in the file: UTF-8 text, or what its reader tells the places of.
fn locate(bytes: &[u8], document: &Document, cited: &mut [(Citation, Spot)]) {
    read::locate(bytes, document, cited);
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    if let Ok(source) = std::str::from_utf8(&bytes[mark..]) {
        cite::locate(source, mark, cited.iter_mut().map(|(citation, _)| citation));
    }
}

fn succeeded(name: &str, mut document: Document, bytes: &[u8], keep_text: bool) -> Extracted {
    let mut cited = cite_in_place(name, &document);
    locate(bytes, &document, &mut cited);
    let warnings = std::mem::take(&mut document.warnings);
    let (format, notes, date) = (document.format, document.notes.len(), document.date);
    let text = keep_text.then(|| transcript(document, &cited, MOST_TEXT));
    let citations: Vec<Citation> = cited.into_iter().map(|(citation, _)| citation).collect();
    Extracted {
        summary: DocumentSummary {
            name: name.to_owned(),
            format: Some(format),
            notes,
            citations: citations.iter().filter(|citation| citation.url.is_some()).count(),
            warnings,
            error: None,
        },
        hint: None,
        citations,
        date,
        text,
    }
}

fn failed(name: &str, error: String, hint: String) -> Extracted {
    Extracted {
        summary: DocumentSummary {
            name: name.to_owned(),
            format: None,
            notes: 0,
            citations: 0,
            warnings: Vec::new(),
            error: Some(error),
        },
        hint: Some(hint),
        citations: Vec::new(),
        date: None,
        text: None,
    }
}
