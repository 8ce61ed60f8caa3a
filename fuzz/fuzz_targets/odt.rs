#![no_main]

use ibid_fuzz::{extract, package};

// The content and the metadata of a text document, the latter behind a zero byte.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    extract(
        "report.odt",
        &package(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", part()),
            ("meta.xml", part()),
        ]),
    );
});
