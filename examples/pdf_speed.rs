//! How many pages of PDF are read in a second: `pdf_speed [ROUNDS] FILE…`
//!
//! Prints, for each file, its pages, the seconds that reading and citing it took (the fastest of
//! the rounds), and pages a second. Hold it to one core to compare it with other readers:
//! `taskset -c 1 target/release/examples/pdf_speed 5 report.pdf`.

use std::fs;
use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use hayro_syntax::Pdf;
use ibid::audit::{Input, extract};
use ibid::read::Reading;

fn main() -> io::Result<()> {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let rounds = match words.first().and_then(|word| word.parse().ok()) {
        Some(rounds) => {
            words.remove(0);
            rounds
        }
        None => 3,
    };
    for file in words {
        let bytes = fs::read(&file)?;
        let round = |_| {
            let input = Input::bytes(&file, bytes.clone());
            let start = Instant::now();
            let document = extract(input, &Reading::default());
            (start.elapsed(), document)
        };
        let Some((fastest, document)) = (0..rounds).map(round).min_by_key(|(time, _)| *time) else {
            continue;
        };
        let pages = Pdf::new(bytes.clone()).map_or(0, |pdf| pdf.pages().len());
        let citations = document.citations.len();
        writeln!(io::stdout(), "{file}: {pages} pages, {citations} citations, {}", rate(pages, fastest))?;
    }
    Ok(())
}

fn rate(pages: usize, time: Duration) -> String {
    format!("{:.3} s, {:.0} pages/s", time.as_secs_f64(), pages as f64 / time.as_secs_f64())
}
