//! Two bars: the links, and what the archive has of them.

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use super::counts::Counts;
use super::monitor::Waiting;

const LINKS: &str = "checked    {bar:20} {human_pos}/{human_len} {wide_msg}";
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
    pub(super) fn draw(&self, counts: &Counts, waiting: &Waiting, pace: Option<String>) {
        let Some(links) = counts.links else { return };
        place(&self.links, counts.checked, links);
        let words = [pace, waiting.hosts_in_words()];
        self.links.set_message(words.into_iter().flatten().collect::<Vec<_>>().join("; "));
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
    ProgressStyle::with_template(template).expect("the templates above are well-formed").progress_chars("=> ")
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
        bars.draw(&counts(), &waiting, Some("10.0/s, 18 s left".to_owned()));
        let shown = term.contents();
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(
            lines[0],
            "checked    ========>            120/300 10.0/s, 18 s left; 3 hosts waiting, most on slow.example",
            "{shown}"
        );
        assert_eq!(
            lines[1], "looked up  =====>               80/290 61 found, Wayback CDX: next in 8 s",
            "{shown}"
        );
        bars.clear();
        assert_eq!(term.contents(), "");
    }
}
