//! What holds for every file, however broken: a document is read or refused, its marks lie in its
//! texts, and its citations keep their contract. A target gives the bytes, this gives the verdict.

mod invariants;
mod package;

pub use invariants::{citations_hold, document_holds};
pub use package::package;

/// Reads and cites a file.
///
/// # Panics
/// If a reader or `cite` panics, or breaks an invariant.
pub fn extract(name: &str, bytes: &[u8]) {
    if let Ok(document) = ibid::read::read(name, bytes) {
        document_holds(&document);
        citations_hold(&ibid::cite::cite(name, &document));
    }
}
