#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"%PDF-") {
        ibid_fuzz::extract("report.pdf", bytes);
    } else {
        ibid_fuzz::extract("report.pdf", &[b"%PDF-1.7\n", bytes].concat());
    }
});
