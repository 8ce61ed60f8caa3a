//! The automaton over all tables.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::table::tables;
use crate::check::words::{fold, is_stopword};

/// What a phrase speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(in crate::check) enum Class {
    /// Something a site can have: a page, a document, an address.
    Thing,
    /// That it is not there.
    Gone,
    /// The same without naming the thing: "404", "nothing here".
    NotFound,
    /// That something is wrong, without saying what.
    Error,
    /// Words of politeness around a message.
    Courtesy,
    /// Where to go next: the front page, the search.
    Guide,
    /// That a wiki has no article of this name.
    NoArticle,
    /// That a whole service has been ended.
    Closed,
    /// A list of what a search found.
    Search,
    /// A domain name.
    Domain,
    /// That it can be had, or has run out.
    ForSale,
    /// A machine, or its opposite.
    Robot,
    /// That it must be shown.
    Verify,
    /// A bot challenge in one phrase.
    Challenge,
    /// An access or security system.
    Guard,
    /// That it said no.
    Denied,
    /// A login in one phrase.
    Login,
    /// That a login is needed.
    LoginNeeded,
    /// Subscribers, members.
    Subscriber,
    /// That only they may read on.
    Reserved,
    /// A paywall in one phrase.
    Paywall,
    /// Cookies, data protection.
    Privacy,
    /// That one must agree to go on.
    Consent,
    /// A legal block in one phrase.
    LegalBlock,
    /// The ground for one: courts, laws, authorities.
    LegalGround,
    /// "Account suspended" and the like.
    Suspended,
    /// Who keeps a site: its host, its owner.
    Keeper,
    /// A server as it comes out of the box.
    DefaultServer,
    /// A site that is to come.
    Placeholder,
    /// Works on the site, or a fault of it.
    Maintenance,
    /// A fault without a name.
    Fault,
    /// Gambling, loans, essays: what re-registered domains sell.
    Junk,
}

/// What was found in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(in crate::check) struct Hits {
    bits: u32,
    /// The share of the text's letters that status phrases make up, 0–1; function words and
    /// politeness left out.
    pub(in crate::check) status_share: f32,
    /// The same for words that only say that something is wrong.
    pub(in crate::check) error_share: f32,
    /// How many different junk phrases there are.
    pub(in crate::check) junk: usize,
}

impl Hits {
    /// Whether the text has a phrase of the class.
    pub(in crate::check) fn has(self, class: Class) -> bool {
        self.bits & bit(class) != 0
    }

    /// Whether it has phrases of both.
    pub(in crate::check) fn both(self, a: Class, b: Class) -> bool {
        self.has(a) && self.has(b)
    }

    /// Whether it says that something is not there.
    pub(in crate::check) fn says_gone(self) -> bool {
        self.has(Class::NotFound) || self.both(Class::Thing, Class::Gone)
    }
}

/// Looks through a text, folding it first.
pub(in crate::check) fn hits(text: &str) -> Hits {
    let matcher = &*MATCHER;
    let padded = format!(" {} ", fold(text));
    let mut found = Hits::default();
    let mut junk: Vec<usize> = Vec::new();
    let (mut status, mut error, mut courtesy) = (Cover::default(), Cover::default(), Cover::default());
    for hit in matcher.automaton.find_overlapping_iter(&padded) {
        let pattern = hit.pattern().as_usize();
        for class in &matcher.classes[pattern] {
            found.bits |= bit(*class);
            match class {
                Class::Junk if !junk.contains(&pattern) => junk.push(pattern),
                Class::Thing | Class::Gone | Class::NotFound => status.add(hit.start(), hit.end()),
                Class::Error => error.add(hit.start(), hit.end()),
                Class::Courtesy => courtesy.add(hit.start(), hit.end()),
                _ => {}
            }
        }
    }
    found.junk = junk.len();
    let idle = courtesy.without(&status) + idle_words(&padded, &[&status, &courtesy]);
    found.status_share = share(status.length(), padded.len().saturating_sub(idle));
    found.error_share = share(error.length(), padded.len());
    found
}

/// What is left of a text, folded, when the phrases of a class are taken out of it: the stretches before,
/// between and behind them.
pub(in crate::check) fn without(text: &str, class: Class) -> Vec<String> {
    let matcher = &*MATCHER;
    let padded = format!(" {} ", fold(text));
    let mut taken = Cover::default();
    for hit in matcher.automaton.find_overlapping_iter(&padded) {
        if matcher.classes[hit.pattern().as_usize()].contains(&class) {
            taken.add(hit.start(), hit.end());
        }
    }
    let ends = taken.0.iter().map(|(_, end)| *end);
    let starts = taken.0.iter().map(|(start, _)| *start).chain([padded.len()]);
    std::iter::once(0).chain(ends).zip(starts).map(|(from, to)| padded[from..to].trim().to_owned()).collect()
}

/// The letters that a class of phrases makes up: ranges that do not overlap, in order.
#[derive(Debug, Default)]
struct Cover(Vec<(usize, usize)>);

impl Cover {
    /// Adds a hit; hits come ordered by their ends.
    fn add(&mut self, mut start: usize, end: usize) {
        while let Some((before, _)) = self.0.pop_if(|(_, to)| *to > start) {
            start = start.min(before);
        }
        self.0.push((start, end));
    }

    fn length(&self) -> usize {
        self.0.iter().map(|(start, end)| end - start).sum()
    }

    fn meets(&self, start: usize, end: usize) -> bool {
        let after = self.0.partition_point(|(_, to)| *to <= start);
        self.0.get(after).is_some_and(|(from, _)| *from < end)
    }

    /// The length of the ranges that no range of the other meets.
    fn without(&self, other: &Self) -> usize {
        // The blanks at both ends may belong to a neighbour.
        let free = |(start, end): &&(usize, usize)| !other.meets(start + 1, end.saturating_sub(1));
        self.0.iter().filter(free).map(|(start, end)| end - start).sum()
    }
}

/// The length of the function words that no cover meets.
fn idle_words(padded: &str, covers: &[&Cover]) -> usize {
    let mut at = 0;
    let mut idle = 0;
    for word in padded.split(' ') {
        let end = at + word.len();
        if !word.is_empty() && is_stopword(word) && covers.iter().all(|cover| !cover.meets(at, end)) {
            idle += word.len() + 1;
        }
        at = end + 1;
    }
    idle
}

/// The sentences of a text, roughly: a full stop in an abbreviation cuts too much, never too
/// little.
pub(in crate::check) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', '\n', '。', '！', '？', '؟', ';'])
        .filter(|sentence| !sentence.trim().is_empty())
}

struct Matcher {
    automaton: AhoCorasick,
    classes: Vec<Vec<Class>>,
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut patterns: Vec<String> = Vec::new();
    let mut classes: Vec<Vec<Class>> = Vec::new();
    for table in tables() {
        for phrase in table.each() {
            let pattern = pattern(phrase);
            let place = *places.entry(pattern.clone()).or_insert_with(|| {
                patterns.push(pattern);
                classes.push(Vec::new());
                classes.len() - 1
            });
            classes[place].push(table.class);
        }
    }
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(&patterns)
        .expect("a few thousand short patterns fit an automaton");
    Matcher { automaton, classes }
});

fn pattern(phrase: &str) -> String {
    let (stem, goes_on) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
    let folded = fold(stem);
    if folded.chars().any(is_unbounded) {
        return folded;
    }
    if goes_on { format!(" {folded}") } else { format!(" {folded} ") }
}

/// Scripts in which a word has no certain beginning: Arabic with its prefixes, and those without
/// spaces.
pub(in crate::check) fn is_unbounded(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn bit(class: Class) -> u32 {
    1 << class as u8
}

#[expect(clippy::cast_precision_loss, reason = "lengths of titles and paragraphs")]
fn share(part: usize, whole: usize) -> f32 {
    if whole <= 2 { 0.0 } else { part as f32 / whole as f32 }
}

#[cfg(test)]
mod tests {
    use super::super::table::Table;
    use super::*;

    #[test]
    fn phrases_begin_and_end_where_words_do() {
        assert!(hits("Page not found").says_gone());
        assert!(!hits("Homepage notfoundry").has(Class::NotFound));
        assert!(hits("Страницы не существует").says_gone());
        assert!(hits("您访问的页面不存在").says_gone());
    }

    #[test]
    fn a_title_that_is_all_status_is_told_from_one_that_has_some() {
        assert!(hits("404 – Page not found").status_share > 0.8);
        assert!(
            hits("Not Found: Where the Archives of a Nation Went and Who Let Them Go").status_share < 0.4
        );
    }

    #[test]
    fn a_text_without_the_phrases_of_a_class_is_what_stands_around_them() {
        assert_eq!(
            without("The Quay Café has closed for good", Class::Closed),
            ["the quay cafe", "for good"]
        );
        assert_eq!(without("Nothing of the kind", Class::Closed), ["nothing of the kind"]);
        assert_eq!(without("写真のサービス終了のお知らせ", Class::Closed), ["写真の", "のお知らせ"]);
    }

    #[test]
    fn every_phrase_is_one_that_can_occur() {
        for phrase in tables().flat_map(Table::each) {
            let pattern = pattern(phrase);
            assert!(pattern.trim().chars().count() >= 2, "{phrase:?}");
            assert!(!phrase.trim_end_matches('*').contains(['*', '#']), "{phrase:?}");
        }
    }

    #[test]
    fn no_phrase_that_there_is_nothing_is_written_twice() {
        const NOTHING: [Class; 3] = [Class::Thing, Class::Gone, Class::NotFound];
        let mut seen = std::collections::HashSet::new();
        for table in tables().filter(|table| NOTHING.contains(&table.class)) {
            for phrase in table.each() {
                assert!(seen.insert((table.class, pattern(phrase))), "{phrase}");
            }
        }
    }

    #[test]
    fn an_empty_text_says_nothing() {
        assert_eq!(hits(""), Hits::default());
        assert_eq!(hits(" … "), Hits::default());
    }
}
