//! What is said on stderr.

use std::env;
use std::io::{self, IsTerminal as _, Write as _};

use anstyle::{AnsiColor, Style};
use indicatif::{MultiProgress, ProgressDrawTarget};

use super::clean;
use super::{Grid, Loudness};
use crate::cli::failure::Failure;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default();

/// Standard error, shared by messages, the log and the progress bars. Every text that comes in is
/// taken for untrusted.
#[derive(Debug, Clone)]
pub(crate) struct Terminal {
    loudness: Loudness,
    bars: MultiProgress,
}

impl Terminal {
    /// Standard error at this loudness.
    pub(crate) fn new(loudness: Loudness) -> Self {
        Self { loudness, bars: MultiProgress::with_draw_target(ProgressDrawTarget::stderr()) }
    }

    /// How much is said.
    pub(crate) fn loudness(&self) -> Loudness {
        self.loudness
    }

    /// Where progress bars go, so that messages do not run into them.
    pub(crate) fn bars(&self) -> &MultiProgress {
        &self.bars
    }

    /// `error: …` with what to do about it. Always said.
    pub(crate) fn failure(&self, failure: &Failure) {
        self.error(&failure.message, failure.hint.as_deref());
    }

    /// `error: …` with what to do about it. Always said.
    pub(crate) fn error(&self, message: &str, hint: Option<&str>) {
        self.write(&labelled("error", ERROR, message, hint));
    }

    /// `warning: …`
    pub(crate) fn warning(&self, message: &str) {
        if self.loudness >= Loudness::Normal {
            self.write(&labelled("warning", WARNING, message, None));
        }
    }

    /// Lines without a label.
    pub(crate) fn say(&self, text: &str) {
        if self.loudness >= Loudness::Normal {
            self.write(&format!("{}\n", clean::block(text)));
        }
    }

    /// How wide the screen is, in columns; none if nobody looks. `COLUMNS` says it, else the terminal.
    pub(crate) fn screen_width(&self) -> Option<usize> {
        let looked_at = self.loudness >= Loudness::Normal && io::stderr().is_terminal();
        let told = || env::var("COLUMNS").ok()?.trim().parse().ok();
        let asked = || terminal_size::terminal_size_of(io::stderr()).map(|(width, _)| width.0.into());
        looked_at.then(|| width(told(), asked()))
    }

    /// A grid, with links where the terminal shows them.
    pub(crate) fn show(&self, grid: &Grid) {
        let links = supports_hyperlinks::on(supports_hyperlinks::Stream::Stderr);
        self.write(&grid.text(links));
    }

    /// A line of the log, already cleaned.
    pub(super) fn write(&self, text: &str) {
        self.bars.suspend(|| {
            let mut stderr = anstream::stderr().lock();
            // Nobody could be told that nobody can be told.
            let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
        });
    }
}

/// The width to lay out for: what is narrower would be broken by the terminal anyway, and what is wider
/// cannot be read.
fn width(told: Option<usize>, asked: Option<usize>) -> usize {
    told.or(asked).filter(|width| *width > 0).unwrap_or(80).clamp(60, 200)
}

fn labelled(label: &str, style: Style, message: &str, hint: Option<&str>) -> String {
    let said = format!("{style}{label}:{style:#} {}\n", clean::line(message));
    let advised = hint.map(|hint| format!("{HINT}hint:{HINT:#} {}\n", clean::line(hint)));
    said + &advised.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_is_told_else_asked_and_kept_within_reason() {
        for (told, asked, expected) in [
            (None, None, 80),
            (None, Some(132), 132),
            (Some(70), Some(132), 70),
            (Some(20), None, 60),
            (Some(999), None, 200),
            (None, Some(0), 80),
        ] {
            assert_eq!(width(told, asked), expected);
        }
    }

    #[test]
    fn only_our_own_colours_pass() {
        let text = labelled("error", ERROR, "x\u{1b}[2J\nerror: forged", Some("y\u{7}"));
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(plain, "error: x[2J error: forged\nhint: y\n");
    }
}
