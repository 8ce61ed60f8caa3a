//! From a file's bytes to a document.

use std::sync::Arc;

use crate::model::{Document, Format};

use super::encoding::{self, Decoded};
use super::error::ReadError;
use super::package::{self, Package};
use super::reading::Reading;
use super::recognise::{format_of_name, is_pdf, recognise};
use super::{
    bibtex, docx, epub, exchange, foreign, html, latex, limits, markdown, odt, pdf, rtf, table, text,
    wikitext,
};

/// The largest file that is read, in bytes (256 MB): more than any report, less than what would
/// exhaust a small machine.
pub const SIZE_LIMIT: u64 = 256_000_000;

/// The most text that a file of text may have, in bytes (64 MB): a report of 3,000 pages has 10 MB.
pub const TEXT_LIMIT: usize = 64_000_000;

/// Reads a document. `name` is the file's name or path (`-` for standard input); it decides
/// only where the content leaves a doubt.
///
/// # Errors
/// [`ReadError`] says what the file is instead, and its [`hint`](ReadError::hint) what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    read_with(name, &Arc::new(bytes.to_vec()), &Reading::default(), &|_| None)
}

/// Reads a document as [`read`] does, with what else is known of it. It may keep its references
/// in a file of its own: `beside` gives the bytes of a file that the document names, as it names
/// it, if it is at hand. The bytes are shared because the reader of PDFs has a thread of its own.
///
/// # Errors
/// As of [`read`].
pub fn read_with(
    name: &str,
    bytes: &Arc<Vec<u8>>,
    reading: &Reading,
    beside: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Document, ReadError> {
    let mut document = read_whole(name, bytes, reading, beside)?;
    limits::hold(&mut document);
    Ok(document)
}

fn read_whole(
    name: &str,
    bytes: &Arc<Vec<u8>>,
    reading: &Reading,
    beside: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Document, ReadError> {
    let size = bytes.len() as u64;
    if size > SIZE_LIMIT {
        return Err(ReadError::TooLarge { size });
    }
    if bytes.trim_ascii().is_empty() {
        return Err(ReadError::Empty);
    }
    if is_pdf(bytes) {
        return pdf::read_pdf(bytes, reading.password.as_deref());
    }
    if let Some(document) = read_package(bytes) {
        return document.and_then(with_text);
    }
    if rtf::is_rtf(bytes) {
        return Ok(rtf::read_rtf(bytes));
    }
    if let Some(foreign) = foreign::by_magic(bytes) {
        return Err(ReadError::Unsupported(foreign));
    }
    let Decoded { text, warning } = encoding::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if text.len() > TEXT_LIMIT {
        return Err(ReadError::TooMuchText { size: text.len() });
    }
    if package::is_flat(&text) {
        return with_text(docx::read_docx(Package::of_flat(&text)));
    }
    if odt::is_flat(&text) {
        return with_text(odt::read_flat(&text));
    }
    if let Some(foreign) = foreign::by_text(&text) {
        return Err(ReadError::Unsupported(foreign));
    }
    let beside = |name: &str| Some(encoding::decode(&beside(name)?).ok()?.text.into_owned());
    let format = recognise(name, &text);
    let mut document = read_as(format, &text, &beside);
    document.warnings.splice(0..0, warning.into_iter().chain(misnamed(name, format)));
    Ok(document)
}

/// What to say of a text whose name is that of another kind of file: web services hand out pages under the
/// names of word processors.
fn misnamed(name: &str, format: Format) -> Option<String> {
    let named = format_of_name(name)?;
    let binary = matches!(named, Format::Pdf | Format::Docx | Format::Odt | Format::Rtf | Format::Epub);
    binary.then(|| format!("the file's name says {named}, but it holds {format} and was read as that"))
}

/// Reads a package of parts, if it is one that is known.
fn read_package(bytes: &[u8]) -> Option<Result<Document, ReadError>> {
    let mut package = Package::open(bytes.starts_with(b"PK").then_some(bytes)?)?;
    if odt::is_odt(&mut package) {
        let locked = odt::is_locked(&mut package);
        return Some(if locked {
            Err(ReadError::Unsupported(&foreign::LOCKED))
        } else {
            Ok(odt::read_odt(package))
        });
    }
    if epub::is_epub(&mut package) {
        return Some(epub::read_epub(package));
    }
    docx::is_docx(&mut package).then(|| Ok(docx::read_docx(package)))
}

/// A document that something is wrong with and that has no text left is none.
fn with_text(document: Document) -> Result<Document, ReadError> {
    let empty = document.body.is_empty() && document.notes.is_empty();
    if empty && !document.warnings.is_empty() {
        return Err(ReadError::NoText { reason: document.warnings.join("; ") });
    }
    Ok(document)
}

fn read_as(format: Format, text: &str, beside: &dyn Fn(&str) -> Option<String>) -> Document {
    match format {
        // Known by their bytes; what is only called so is text.
        Format::Text | Format::Pdf | Format::Docx | Format::Odt | Format::Rtf | Format::Epub => {
            exchange::read_exchange(text)
                .or_else(|| table::read_table(text))
                .unwrap_or_else(|| text::read_text(text))
        }
        Format::Markdown => markdown::read_markdown(text),
        Format::Html => html::read_html(text),
        Format::Latex => latex::read_latex(text, beside),
        Format::Bibtex => bibtex::read_bibtex(text),
        Format::Wikitext => wikitext::read_wikitext(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(bytes: &[u8]) -> String {
        read("report", bytes).expect_err("not a document").to_string()
    }

    #[test]
    fn says_why_a_file_is_no_document() {
        assert_eq!(error(b""), "the file is empty");
        assert_eq!(error(b" \n\t\r\n"), "the file is empty");
        assert_eq!(error(b"\xef\xbb\xbf"), "the file is empty");
        assert_eq!(error(b"%PDF-1.4"), "the PDF is damaged");
        assert_eq!(error(b"abc\0\0\0\0"), "this is binary data of an unknown kind");
    }

    #[test]
    fn reads_every_format() {
        for (bytes, format) in [
            (b"A report.".as_slice(), Format::Text),
            (b"A report.[^1]\n\n[^1]: Note.", Format::Markdown),
            (b"<!doctype html><p>A report.", Format::Html),
            (b"\\documentclass{article}\\begin{document}A report.", Format::Latex),
            (b"@misc{ng, title = {A report}}", Format::Bibtex),
            (b"A [[report]].<ref>Note.</ref>", Format::Wikitext),
        ] {
            assert_eq!(read("-", bytes).expect("a document").format, format);
        }
    }

    #[test]
    fn tells_that_a_name_misleads() {
        let document = read("report.docx", b"<!doctype html><p>A report.").expect("a document");
        assert_eq!(document.warnings, ["the file's name says docx, but it holds html and was read as that"]);
        let document = read("report.txt", b"<!doctype html><p>A report.").expect("a document");
        assert_eq!(document.warnings, Vec::<String>::new());
    }

    #[test]
    fn tells_what_was_lost_in_decoding() {
        let text = "Обзор печати за год, с примечаниями. ".repeat(3);
        let document = read("-", &text.as_bytes()[..text.len() - 3]).expect("a document");
        assert_eq!(document.warnings, ["1 character could not be decoded as UTF-8"]);
    }
}
