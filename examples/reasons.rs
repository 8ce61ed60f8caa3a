//! Makes `docs/reasons.md`: what every reason, verdict and advice means.
//!
//! ```text
//! cargo run --example reasons > docs/reasons.md
//! ```

#![expect(clippy::print_stdout, reason = "the page is its output")]

fn main() {
    print!("{}", ibid::report::reasons_page());
}
