//! The numbers of notes: word processors count them anew whenever they print them.

use super::numerals::numeral;

/// How the notes of a section are numbered.
#[derive(Debug, Default, Clone)]
pub(super) struct Rule {
    /// The form of the numbers, by the name that Word gives it.
    pub(super) format: Option<String>,
    pub(super) start: Option<u32>,
    /// Where they begin anew: `eachSect`, `eachPage`.
    pub(super) restart: Option<String>,
}

/// The rules of a section, or of the whole document.
#[derive(Debug, Default, Clone)]
pub(super) struct Rules {
    pub(super) footnotes: Rule,
    pub(super) endnotes: Rule,
}

/// A note as it is first referred to.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) endnote: bool,
    /// The index of the section it stands in.
    pub(super) section: usize,
    pub(super) page: Option<u32>,
    /// The mark that the author chose for it, if it is not counted.
    pub(super) custom: Option<String>,
}

/// The labels of notes that are referred to in this order.
pub(super) fn labels(references: &[Reference], sections: &[Rules], settings: &Rules) -> Vec<String> {
    let mut counters = [Counter::default(), Counter::default()];
    let label = |reference: &Reference| {
        let of =
            |rules: &Rules| if reference.endnote { rules.endnotes.clone() } else { rules.footnotes.clone() };
        let section = sections.get(reference.section).map(of).unwrap_or_default();
        let general = of(settings);
        let usual = if reference.endnote { "lowerRoman" } else { "decimal" };
        let format = section.format.or(general.format).unwrap_or_else(|| usual.to_owned());
        let restart = section.restart.or(general.restart).unwrap_or_default();
        let start = section.start.or(general.start).unwrap_or(1);
        if let Some(custom) = &reference.custom {
            return custom.clone();
        }
        let number = counters[usize::from(reference.endnote)].next(reference, &restart, start);
        numeral(number, &format).unwrap_or_default()
    };
    references.iter().map(label).collect()
}

#[derive(Debug, Default)]
struct Counter {
    next: Option<u32>,
    section: usize,
    page: Option<u32>,
}

impl Counter {
    fn next(&mut self, reference: &Reference, restart: &str, start: u32) -> u32 {
        let anew = match restart {
            "eachSect" => reference.section != self.section,
            "eachPage" => reference.page != self.page,
            _ => false,
        };
        (self.section, self.page) = (reference.section, reference.page);
        let number = self.next.filter(|_| !anew).unwrap_or(start);
        self.next = Some(number.saturating_add(1));
        number
    }
}
