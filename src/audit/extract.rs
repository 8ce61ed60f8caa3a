//! From a document's bytes to its citations: the half of the audit that needs no network.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::cite::{cite, locate};
use crate::model::{Citation, Document, DocumentSummary, PartialDate};
use crate::read::{Reading, read_with};

use super::beside::beside;
use super::input::Input;

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
}

/// Reads a document and finds its citations. Never fails and never panics: what went wrong is
/// part of the summary, so that the other documents are still audited.
pub fn extract(input: Input, reading: &Reading) -> Extracted {
    let name = input.name.clone();
    catch_unwind(AssertUnwindSafe(|| try_extract(input, reading))).unwrap_or_else(|_| {
        failed(
            &name,
            "broke the reader".to_owned(),
            "please report this document as a bug of ibid".to_owned(),
        )
    })
}

fn try_extract(input: Input, reading: &Reading) -> Extracted {
    let name = input.name.clone();
    let path = input.path();
    let bytes = match input.load() {
        Ok(bytes) => bytes,
        Err(error) => return failed(&name, error.to_string(), error.hint().to_owned()),
    };
    match read_with(&name, &bytes, reading, &|named| beside(path.as_deref()?, named)) {
        Ok(document) => located(succeeded(&name, document), &bytes),
        Err(error) => failed(&name, error.to_string(), error.hint().to_string()),
    }
}

/// The same, with the place of each address in a file that is UTF-8 text.
fn located(mut extracted: Extracted, bytes: &[u8]) -> Extracted {
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    if let Ok(source) = std::str::from_utf8(&bytes[mark..]) {
        locate(source, mark, &mut extracted.citations);
    }
    extracted
}

fn succeeded(name: &str, document: Document) -> Extracted {
    let citations = cite(name, &document);
    Extracted {
        summary: DocumentSummary {
            name: name.to_owned(),
            format: Some(document.format),
            notes: document.notes.len(),
            citations: citations.iter().filter(|citation| citation.url.is_some()).count(),
            warnings: document.warnings,
            error: None,
        },
        hint: None,
        citations,
        date: document.date,
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
    }
}
