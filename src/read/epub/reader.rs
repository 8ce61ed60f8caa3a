//! From a package to a document.

use crate::model::{Document, Format, Ground};

use super::super::apparatus;
use super::super::error::ReadError;
use super::super::foreign;
use super::super::html::{Book, Chapter, book};
use super::super::package::Package;
use super::container::{description, resolve};
use super::drm::locked;
use super::opf::opf;

const TYPE: &str = "application/epub+zip";

/// Whether a package is a book.
pub(in crate::read) fn is_epub(package: &mut Package) -> bool {
    let typed = package.part("mimetype").is_some_and(|kind| kind.trim() == TYPE);
    typed || package.has("META-INF/container.xml") && description(package).is_some()
}

/// Reads a book.
///
/// # Errors
/// [`ReadError::Unsupported`] if its pages are locked or nothing says which they are.
pub(in crate::read) fn read_epub(mut package: Package) -> Result<Document, ReadError> {
    let mut document = Document::new(Format::Epub);
    let name = description(&mut package).ok_or(ReadError::Unsupported(&foreign::BROKEN_BOOK))?;
    let about = package.part(&name).map(|source| opf(&source, &name)).unwrap_or_default();
    let mut pages: Vec<&String> =
        about.pages.iter().filter(|page| !about.furniture.contains(*page)).collect();
    if pages.is_empty() {
        pages.extend(&about.pages);
    }
    let locked = locked(&mut package);
    if pages.iter().any(|page| locked.contains(*page)) {
        return Err(ReadError::Unsupported(&foreign::LOCKED_BOOK));
    }
    let mut chapters = Vec::new();
    for page in pages {
        match package.part(page) {
            Some(source) => chapters.push(Chapter { name: page.clone(), source }),
            None if !package.has(page) => document.warnings.push(format!("the part {page} is missing")),
            None => {}
        }
    }
    if chapters.is_empty() {
        return Err(ReadError::Unsupported(&foreign::BROKEN_BOOK));
    }
    document.warnings.append(&mut package.warnings);
    document.ground = Ground::Parts(chapters.iter().map(|chapter| chapter.name.clone()).collect());
    let Book { mut draft, sources } = book(chapters, resolve);
    // A line of one of many files inside the book tells an editor nothing.
    let source = |line: u32| sources.get(usize::try_from(line).ok()?.checked_sub(1)?).copied().flatten();
    draft.flows().for_each(|flow| flow.trace_lines(source));
    document.title = about.title.or_else(|| draft.title());
    document.date = about.date;
    apparatus::settle(draft, &mut document);
    Ok(document)
}
