//! Counters: what a note is labelled.
//!
//! LaTeX prints `\thefootnote`, which a document may define anew, and counts from one again in
//! every numbered chapter of a book (`\@addtoreset{footnote}{chapter}` in book.cls).

use std::collections::HashMap;

use super::numbers;
use super::source::Source;

/// The counters that stand above one another, the outermost first.
static SECTIONS: [&str; 5] = ["part", "chapter", "section", "subsection", "subsubsection"];

/// How deep printed forms may stand in one another.
const DEEPEST: usize = 4;

/// The longest printed form, in bytes.
const LONGEST: usize = 200;

/// Most counters, and most rules of when they begin anew.
const MOST: usize = 200;

/// The counters of a document.
#[derive(Debug, Clone)]
pub(super) struct Counters {
    values: HashMap<String, i64>,
    /// What `\the…` prints.
    forms: HashMap<String, String>,
    /// Which counters begin anew with which.
    resets: Vec<(String, String)>,
}

impl Default for Counters {
    fn default() -> Self {
        let resets = SECTIONS[1..].windows(2).map(|pair| (pair[1].to_owned(), pair[0].to_owned())).collect();
        let forms = [("thanks", "\\fnsymbol{thanks}"), ("mpfootnote", "\\alph{mpfootnote}")];
        let forms = forms.map(|(counter, form)| (counter.to_owned(), form.to_owned())).into();
        let mut counters = Self { values: HashMap::new(), forms, resets };
        counters.reset_within("footnote", "chapter");
        counters.set("secnumdepth", 2);
        counters
    }
}

impl Counters {
    /// `counter` begins anew with every step of `within`.
    pub(super) fn reset_within(&mut self, counter: &str, within: &str) {
        if self.resets.len() < MOST {
            self.resets.push((counter.to_owned(), within.to_owned()));
        }
    }

    /// It does no longer.
    pub(super) fn never_reset(&mut self, counter: &str) {
        self.resets.retain(|(reset, _)| reset != counter);
    }

    pub(super) fn set(&mut self, counter: &str, value: i64) {
        if self.values.len() < MOST || self.values.contains_key(counter) {
            self.values.insert(counter.to_owned(), value);
        }
    }

    pub(super) fn add(&mut self, counter: &str, value: i64) {
        let sum = self.value(counter).saturating_add(value);
        self.set(counter, sum);
    }

    pub(super) fn value(&self, counter: &str) -> i64 {
        self.values.get(counter).copied().unwrap_or(0)
    }

    /// Counts one further, and begins anew what depends on it.
    pub(super) fn step(&mut self, counter: &str) {
        self.add(counter, 1);
        let mut begun = vec![counter.to_owned()];
        for _ in 0..DEEPEST {
            let (values, resets) = (&mut self.values, &self.resets);
            let dependent: Vec<String> = resets
                .iter()
                .filter(|(_, within)| begun.contains(within))
                .map(|(reset, _)| reset.clone())
                .collect();
            if dependent.is_empty() {
                return;
            }
            for reset in &dependent {
                values.insert(reset.clone(), 0);
            }
            begun = dependent;
        }
    }

    /// Sets what `\the…` of a counter prints; returns what it was.
    pub(super) fn set_form(&mut self, counter: &str, form: Option<String>) -> Option<String> {
        match form.filter(|form| form.len() <= LONGEST) {
            Some(form) => self.forms.insert(counter.to_owned(), form),
            None => self.forms.remove(counter),
        }
    }

    /// What a counter prints, without brackets.
    pub(super) fn label(&self, counter: &str) -> String {
        let printed = self.printed(counter, DEEPEST);
        printed.trim_matches(|c: char| c.is_whitespace() || "[]().".contains(c)).to_owned()
    }

    fn printed(&self, counter: &str, depth: usize) -> String {
        match self.forms.get(counter) {
            Some(form) if depth > 0 => self.filled(counter, form, depth - 1),
            _ => self.value(counter).to_string(),
        }
    }

    /// A form with its counters filled in: `\thechapter.\arabic{footnote}`.
    fn filled(&self, own: &str, form: &str, depth: usize) -> String {
        let mut text = String::new();
        let mut source = Source::new(form, None);
        while let Some(next) = source.peek() {
            if next != b'\\' {
                let length = source.rest().chars().next().map_or(1, char::len_utf8);
                if !matches!(next, b'{' | b'}' | b'$' | b'^' | b'%' | b' ' | b'\n') {
                    text.push_str(&source.rest()[..length]);
                }
                source.advance(length);
                continue;
            }
            let command = source.argument(false).unwrap_or_default();
            let name = command[1..].trim_start_matches('@').to_owned();
            if let Some(counter) = name.strip_prefix("the") {
                text.push_str(&self.printed(counter, if counter == own { 0 } else { depth }));
            } else if numbers::printed(&name, 1).is_some() {
                let counter = source.argument(false).unwrap_or_default();
                let counter = counter.trim_start_matches("\\c@").to_owned();
                text.push_str(&numbers::printed(&name, self.value(&counter)).unwrap_or_default());
            } else if let Some(symbol) = super::symbols::symbol(&name) {
                text.push_str(symbol);
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_prints() {
        let mut counters = Counters::default();
        counters.step("chapter");
        counters.step("footnote");
        counters.step("footnote");
        assert_eq!(counters.label("footnote"), "2");
        counters.set_form("footnote", Some(r"\thechapter.\arabic{footnote}".to_owned()));
        assert_eq!(counters.label("footnote"), "1.2");
        counters.step("chapter");
        counters.step("footnote");
        counters.set_form("footnote", Some(r"[\fnsymbol{footnote}]".to_owned()));
        assert_eq!(counters.label("footnote"), "*");
        counters.set_form("footnote", Some(r"\thefootnote".to_owned()));
        assert_eq!(counters.label("footnote"), "1");
    }
}
