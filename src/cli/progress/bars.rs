//! Two bars: the links, and what the archive has of them.

use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressState, ProgressStyle};

use super::counts::Counts;
use super::monitor::Waiting;

const LINKS: &str = "checked    {bar:20} {human_pos}/{human_len} {rate} {left} {wide_msg}";
const CAPTURES: &str = "looked up  {bar:20} {human_pos}/{human_len} {wide_msg}";

/// The bars of a run.
#[derive(Debug)]
pub(super) struct Bars {
    links: ProgressBar,
    captures: ProgressBar,
}

impl Bars {
    pub(super) fn new(screen: &MultiProgress) -> Self {
        let bar = |template| screen.add(ProgressBar::new(0).with_style(style(template)));
        Self { links: bar(LINKS), captures: bar(CAPTURES) }
    }

    /// Draws where the run stands.
    pub(super) fn draw(&self, counts: &Counts, waiting: &Waiting) {
        let Some(links) = counts.links else { return };
        place(&self.links, counts.checked, links);
        self.links.set_message(waiting.hosts_in_words().unwrap_or_default());
        place(&self.captures, counts.looked_up, counts.lookups);
        self.captures.set_message(captures_in_words(counts, waiting));
    }

    /// Takes the bars off the screen.
    pub(super) fn clear(&self) {
        self.links.finish_and_clear();
        self.captures.finish_and_clear();
    }
}

fn place(bar: &ProgressBar, done: usize, all: usize) {
    bar.set_length(all as u64);
    bar.set_position(done as u64);
}

fn captures_in_words(counts: &Counts, waiting: &Waiting) -> String {
    let found = format!("{} found", counts.captures);
    let opening = (counts.verifying > 0).then(|| format!("{} being opened", counts.verifying));
    let saved = (counts.saving > 0).then(|| format!("{} of {} saved", counts.saved, counts.saving));
    [Some(found), opening, saved, waiting.archive.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .expect("the templates above are well-formed")
        .with_key("rate", |state: &ProgressState, out: &mut dyn std::fmt::Write| {
            let _ = write!(out, "{:.0}/s", state.per_sec());
        })
        .with_key("left", |state: &ProgressState, out: &mut dyn std::fmt::Write| {
            let _ = out.write_str(&time_left(state.eta()));
        })
        .progress_chars("=> ")
}

/// `1 min 20 s left`; nothing where it cannot be told yet.
pub(super) fn time_left(eta: Duration) -> String {
    match eta.as_secs() {
        0 => String::new(),
        seconds @ 1..60 => format!("{seconds} s left"),
        seconds @ 60..3600 => format!("{} min left", seconds.div_ceil(60)),
        seconds => format!("{} h {} min left", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use indicatif::{InMemoryTerm, ProgressDrawTarget};

    use super::*;

    fn counts() -> Counts {
        Counts {
            links: Some(300),
            checked: 120,
            asked: 100,
            lookups: 290,
            looked_up: 80,
            captures: 61,
            verifying: 0,
            saving: 0,
            saved: 0,
        }
    }

    #[test]
    fn shows_both_sides_and_what_is_waited_for() {
        let term = InMemoryTerm::new(10, 120);
        let screen = MultiProgress::with_draw_target(ProgressDrawTarget::term_like(Box::new(term.clone())));
        let bars = Bars::new(&screen);
        let waiting = Waiting {
            hosts: 3,
            longest: Some("slow.example".to_owned()),
            archive: Some("Wayback CDX: next in 8 s".to_owned()),
        };
        bars.draw(&counts(), &waiting);
        let shown = term.contents();
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[0].starts_with("checked    ========>            120/300 "), "{shown}");
        assert!(lines[0].ends_with("3 hosts waiting, most on slow.example"), "{shown}");
        assert_eq!(
            lines[1], "looked up  =====>               80/290 61 found, Wayback CDX: next in 8 s",
            "{shown}"
        );
        bars.clear();
        assert_eq!(term.contents(), "");
    }

    #[test]
    fn time_is_told_as_people_do() {
        for (seconds, words) in [(0, ""), (15, "15 s left"), (61, "2 min left"), (7300, "2 h 1 min left")] {
            assert_eq!(time_left(Duration::from_secs(seconds)), words);
        }
    }
}
