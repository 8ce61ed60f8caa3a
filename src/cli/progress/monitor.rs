//! Hears what happens and shows it.

use std::io::IsTerminal as _;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::bars::Bars;
use super::counts::Counts;
use super::lines;
use super::pace::pace;
use super::troubles::Troubles;
use crate::audit::{Event, Progress};
use crate::cli::terminal::{Count, Loudness, Terminal};

/// What a run is waiting for at this moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// Hosts for which a request waits its turn.
    pub(crate) hosts: usize,
    /// The one with the longest queue.
    pub(crate) longest: Option<String>,
    /// What the archive is waiting for, in its own words.
    pub(crate) archive: Option<String>,
}

impl Waiting {
    pub(super) fn hosts_in_words(&self) -> Option<String> {
        let longest = self.longest.as_ref().filter(|_| self.hosts > 0)?;
        Some(format!("{} waiting, most on {longest}", Count(self.hosts, "host")))
    }
}

/// The progress display of a run.
pub(crate) struct Monitor {
    terminal: Terminal,
    face: Face,
    begun: Instant,
    counts: Mutex<Counts>,
    /// When the last link had its verdict.
    last_verdict: Mutex<Instant>,
    troubles: Mutex<Troubles>,
}

enum Face {
    Bars(Bars),
    /// With the time of the last line.
    Lines(Mutex<Instant>),
    Nothing,
}

impl Monitor {
    /// A display that suits the terminal; none if it is not wanted.
    pub(crate) fn new(terminal: &Terminal, wanted: bool) -> Self {
        let begun = Instant::now();
        let face = if !wanted || terminal.loudness() == Loudness::Quiet {
            Face::Nothing
        } else if std::io::stderr().is_terminal() {
            Face::Bars(Bars::new(terminal.bars()))
        } else {
            Face::Lines(Mutex::new(begun))
        };
        Self {
            terminal: terminal.clone(),
            face,
            begun,
            counts: Mutex::default(),
            last_verdict: Mutex::new(begun),
            troubles: Mutex::default(),
        }
    }

    /// Shows where the run stands; to be called now and then.
    pub(crate) fn show(&self, waiting: &Waiting) {
        let counts = *locked(&self.counts);
        match &self.face {
            Face::Bars(bars) => bars.draw(&counts, waiting, self.pace(&counts)),
            Face::Lines(last) => self.line_if_due(&counts, waiting, &mut locked(last)),
            Face::Nothing => {}
        }
    }

    fn pace(&self, counts: &Counts) -> Option<String> {
        pace(counts, self.begun.elapsed(), locked(&self.last_verdict).elapsed())
    }

    fn line_if_due(&self, counts: &Counts, waiting: &Waiting, last: &mut Instant) {
        if last.elapsed() < lines::EVERY {
            return;
        }
        if let Some(line) = lines::line(counts, waiting, self.pace(counts)) {
            self.terminal.say(&line);
            *last = Instant::now();
        }
    }

    fn trouble(&self, message: &str) {
        tracing::debug!("{message}");
        if locked(&self.troubles).is_news(message) {
            self.terminal.warning(message);
        }
    }

    /// Takes the display away.
    pub(crate) fn clear(&self) {
        if let Face::Bars(bars) = &self.face {
            bars.clear();
        }
    }
}

impl Progress for Monitor {
    fn tell(&self, event: &Event<'_>) {
        locked(&self.counts).add(event);
        if matches!(event, Event::Checked { .. }) {
            *locked(&self.last_verdict) = Instant::now();
        }
        match event {
            Event::Read { document, error: Some(error), hint, .. } => {
                self.terminal.error(&format!("{document}: {error}"), *hint);
            }
            Event::Read { document, citations, .. } => {
                tracing::info!("{document}: {}", Count(*citations, "citation"));
            }
            Event::Checked { url, verdict, .. } => tracing::debug!("{url}: {verdict}"),
            Event::Trouble(message) => self.trouble(message),
            _ => {}
        }
    }
}

/// A panic elsewhere does not make the counts any less true.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
