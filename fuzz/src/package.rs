//! Packages of parts around fuzzed text: mutated zip bytes would mostly test the zip crate.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of `parts`, each a name and its content.
///
/// # Panics
/// If the zip crate cannot write to memory.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a new part");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}
