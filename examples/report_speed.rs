//! How long an audit takes in every format, how large it becomes, and how much memory that needs:
//! `cargo run --release --example report_speed [FINDINGS] [FOLDER]`.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measure for developers")]

use std::time::Instant;

use ibid::report::{ReportFormat, render};
use strum::IntoEnumIterator;

#[path = "../tests/report/many.rs"]
mod many;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let number = arguments.next().map_or(5_000, |number| number.parse().expect("a number of findings"));
    let folder = arguments.next();
    let audit = many::many(number);
    let all = Instant::now();
    for format in ReportFormat::iter() {
        let start = Instant::now();
        let bytes = render(format, &audit).unwrap();
        println!("{format:>10}: {:5} ms, {:6} kB", start.elapsed().as_millis(), bytes.len() / 1000);
        if let Some(folder) = &folder {
            std::fs::write(format!("{folder}/audit.{}", format.extension()), bytes).unwrap();
        }
    }
    println!("{:>10}: {:5} ms for {number} findings, {}", "all", all.elapsed().as_millis(), memory());
}

/// The most memory held at once, where the system tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    most.map_or_else(|| "memory unknown".to_owned(), |most| format!("{} at most", most.trim()))
}
