//! Where the title of a work stands in its note.

use std::ops::Range;

use super::super::chars::last_word;
use super::super::host;
use super::super::quotes::Quote;
use super::super::sentences;
use super::super::structure::Structure;
use super::super::works::Work;
use super::italics::is_set_off;
use super::{phrases, signals};

/// A title: where it stands, what of it is the title, and whether marks say that it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Located {
    /// Bytes with the quotation marks.
    pub(super) outer: Range<usize>,
    /// Bytes of the title.
    pub(super) inner: Range<usize>,
}

impl Located {
    fn bare(range: Range<usize>) -> Self {
        Self { outer: range.clone(), inner: range }
    }
}

/// The title that a hyperlink or quotation marks mark as one, in this order: a hyperlink outranks
/// what stands around it.
pub(super) fn marked(
    text: &str,
    structure: &Structure,
    work: &Work,
    emphasis: &[Range<usize>],
) -> Option<Located> {
    linked(text, structure, work)
        .or_else(|| quoted(text, structure, work, emphasis))
        .or_else(|| open_quoted(text, structure, work))
}

/// The text of the hyperlink, and the quotation that holds it.
fn linked(text: &str, structure: &Structure, work: &Work) -> Option<Located> {
    let anchor = work.anchor.clone().filter(|_| !work.shown)?;
    let label = text[anchor.clone()].trim();
    if !is_title_of_link(label) {
        return None;
    }
    let after = structure.quotes.partition_point(|quote| quote.outer.start <= anchor.start);
    let around =
        after.checked_sub(1).map(|at| &structure.quotes[at]).filter(|quote| quote.outer.end >= anchor.end);
    if let Some(quote) = around {
        return Some(Located { outer: quote.outer.clone(), inner: quote.inner.clone() });
    }
    let before = text[work.range.start..anchor.start].trim_end();
    let free = before.is_empty() || before.ends_with([',', '.', ':', '“', '"', '(']);
    (free || !label.starts_with(char::is_lowercase)).then(|| Located::bare(anchor))
}

/// Whether a hyperlink's text can be a title.
pub(in crate::cite) fn is_title_of_link(label: &str) -> bool {
    let word = label.trim_matches(|c: char| !c.is_alphanumeric());
    let generic = phrases::is_generic(&word.to_lowercase());
    !word.is_empty()
        && !generic
        && !word.contains("://")
        && !word.starts_with("www.")
        && !host::is_bare_domain(word)
        && !is_path(word)
}

/// `example.org/research/`
fn is_path(word: &str) -> bool {
    !word.contains(char::is_whitespace) && word.split_once('/').is_some_and(|(host, _)| host::is_public(host))
}

/// The first quotation that stands where titles stand.
fn quoted(text: &str, structure: &Structure, work: &Work, emphasis: &[Range<usize>]) -> Option<Located> {
    let range = work.before_address();
    let from = structure.quotes.partition_point(|quote| quote.outer.start < range.start);
    let within = || structure.quotes[from..].iter().take_while(|quote| quote.outer.start < range.end);
    if within().next().is_some_and(|quote| is_slashed(text, structure, &range, &quote.outer)) {
        return None;
    }
    let no_periodical = |quote: &&Quote| {
        !is_periodical(text, range.start, &quote.outer)
            && !is_container(text, range.start, &quote.outer)
            && !is_titled_in_italics(text, range.start, &quote.outer, emphasis)
            && !is_law_spoken_of(text, range.start, &quote.outer)
    };
    let mut within_titles = within().filter(no_periodical);
    let placed = within_titles.find(|quote| {
        is_placed(text, range.start, quote.outer.start)
            && (work.anchor.is_some() || !is_remark(text, quote.outer.start))
    });
    let loosely = || {
        within().filter(no_periodical).find(|quote| {
            work.anchor.is_some() && !follows_function_word(text, range.start, quote.outer.start)
        })
    };
    let quote = placed.or_else(loosely)?;
    Some(Located { outer: quote.outer.clone(), inner: quote.inner.clone() })
}

/// Whether the quotation at byte `at` begins the source or follows a comma or a signal.
fn is_placed(text: &str, start: usize, at: usize) -> bool {
    let before = text[start..at].trim_end();
    let word = last_word(before);
    before.is_empty()
        || before.ends_with([',', ':', '.', ')', '?', '–', '—', '-', '('])
        || signals::is_signal(word.trim_end_matches([',', '.']))
}

/// Whether a quotation names the periodical and not the work: pieces stand before it, and the issue
/// follows without a comma: `A. Nowak, Woda i władza, „Państwo i Prawo” 2012, nr 3`.
fn is_periodical(text: &str, start: usize, quote: &Range<usize>) -> bool {
    const LONGEST: usize = 400;
    let from = quote.start.saturating_sub(LONGEST).max(start);
    let before = text.get(from..quote.start).unwrap_or_default().trim_end();
    let behind = text[quote.end..].trim_start();
    let year = behind.bytes().take_while(u8::is_ascii_digit).count();
    let number = if year == 4 { behind[year..].trim_start_matches([',', ' ']) } else { behind };
    let issue = ["nr ", "№", "no. ", "z. ", "n° "].iter().any(|start| number.starts_with(start));
    issue && before.ends_with(',') && before.matches(", ").count() >= 1
}

/// Whether a quotation names what holds the work and not the work, whose author and title stand before
/// it without marks: `Anna Ferri, Acqua e potere, in «Il Giornale», 3 maggio 2012`, `Jan Nowak, Woda i
/// władza, „Głos Doliny”, 3 maja 2012`.
fn is_container(text: &str, start: usize, quote: &Range<usize>) -> bool {
    const LONGEST: usize = 300;
    const NAME: usize = 60;
    let from = quote.start.saturating_sub(LONGEST).max(start);
    let before = text.get(from..quote.start).unwrap_or_default().trim_end();
    let led = [", in", ", in:", ", w", ", [in:", ", [w:", ". In:"]
        .iter()
        .find_map(|lead| before.strip_suffix(lead));
    let lead = led.or_else(|| before.strip_suffix(',')).unwrap_or_default();
    let (author, title) = lead.split_once(", ").unwrap_or_default();
    let marks = text[quote.start..].starts_with(['«', '„']);
    let dated = text[quote.end..].trim_start_matches([',', ' ']).starts_with(|c: char| c.is_ascii_digit());
    let titled = title.split_whitespace().count() > 1
        && title.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
        && !super::pieces::is_organisation(title);
    marks && quote.len() <= NAME && super::pieces::is_person(author) && titled && (led.is_some() || dated)
}

/// Whether a quotation stands behind the beginning of a reference of the Russian standard: its title
/// is what comes first, `Паводок на реке / ОАО «Водоканал» // Вестник. – 2013`.
fn is_slashed(text: &str, structure: &Structure, range: &Range<usize>, quote: &Range<usize>) -> bool {
    let led = text[range.start..quote.start].trim().trim_end_matches('.').len() > 1;
    let slashes = text[range.clone()].match_indices(" // ").map(|(at, _)| range.start + at);
    led && slashes.into_iter().any(|at| !structure.is_quoted(at))
}

/// Whether a quotation names the periodical of a work whose title stands in italics before it:
/// `J. Nowak, _Woda i władza_, „Głos Doliny” z 3 czerwca 2010`.
fn is_titled_in_italics(text: &str, start: usize, quote: &Range<usize>, emphasis: &[Range<usize>]) -> bool {
    let after = emphasis.partition_point(|stretch| stretch.end <= quote.start);
    let Some(italics) = after.checked_sub(1).map(|at| &emphasis[at]).filter(|it| it.start >= start) else {
        return false;
    };
    let between = text[italics.end..quote.start].trim();
    let behind = text[quote.end..].trim_start_matches([',', ' ']);
    let dated = ["z ", "z dnia ", "nr ", "vom ", "от ", "від "].iter().any(|word| behind.starts_with(word))
        || behind.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    let words = text[italics.clone()].split_whitespace().count();
    between == "," && dated && words > 1 && !super::pieces::is_person(&text[italics.clone()])
}

/// Whether what stands before the address speaks of a law and is no reference.
pub(super) fn is_sentence_about_law(text: &str, structure: &Structure, work: &Work) -> bool {
    let range = work.before_address();
    let from = structure.quotes.partition_point(|quote| quote.outer.start < range.start);
    let mut within = structure.quotes[from..].iter().take_while(|quote| quote.outer.start < range.end);
    within.any(|quote| is_law_spoken_of(text, range.start, &quote.outer))
}

/// What laws are called, in lower case, as they are named before their names.
const LAWS: [&str; 22] = [
    "law",
    "act",
    "bill",
    "code",
    "decree",
    "закон",
    "закона",
    "закону",
    "законом",
    "законе",
    "указ",
    "указа",
    "кодекс",
    "заң",
    "заңы",
    "заңның",
    "ustawa",
    "ustawy",
    "ley",
    "loi",
    "lei",
    "gesetz",
];

/// Words that lead from the name of a law to its day, or to where it is.
const DATING: [&str; 10] =
    ["from", "dated", "vom", "від", "del", "dnia", "adopted", "available", "online", "accessed"];

/// Whether a quotation is the name of a law that a sentence speaks of and goes on behind: `the Law “On
/// Water” was amended in 2012, see …`.
fn is_law_spoken_of(text: &str, start: usize, quote: &Range<usize>) -> bool {
    let word = last_word(text[start..quote.start].trim_end()).to_lowercase();
    let behind = text[quote.end..].trim_start();
    let next: &str = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let goes_on = next.chars().count() > 2 && next.starts_with(char::is_lowercase) && !DATING.contains(&next);
    LAWS.contains(&word.as_str()) && goes_on
}

/// Whether a quotation is what somebody said, in brackets behind what he said it in.
fn is_remark(text: &str, at: usize) -> bool {
    text[..at].ends_with(['(', '['])
}

fn follows_function_word(text: &str, start: usize, at: usize) -> bool {
    let word = last_word(text[start..at].trim_end());
    phrases::is_function(&word.to_lowercase())
}

/// A title whose closing mark is lost: it ends at the address.
fn open_quoted(text: &str, structure: &Structure, work: &Work) -> Option<Located> {
    let range = work.before_address();
    let at = structure.open_quotes.partition_point(|at| *at < range.start);
    let at = *structure.open_quotes.get(at).filter(|at| **at < range.end)?;
    let inner = at + text[at..].chars().next()?.len_utf8()..range.end;
    is_placed(text, range.start, at).then_some(Located { outer: at..range.end, inner })
}

/// The first stretch in italics that is more than `See` or `ibid`: a title, or what holds the work. None where it is
/// only part of a title, or a word in a note without address, as cases are named again with.
pub(super) fn emphasised(
    text: &str,
    structure: &Structure,
    work: &Work,
    emphasis: &[Range<usize>],
) -> Option<Located> {
    let range = if work.shown { work.before_address() } else { work.range.clone() };
    let from = emphasis.partition_point(|stretch| stretch.start < range.start);
    let within = emphasis[from..].iter().take_while(|stretch| stretch.end <= range.end);
    let mut works = within.filter(|stretch| {
        let italics = &text[(*stretch).clone()];
        signals::is_work(italics) && !super::pieces::is_surname_and_initials(italics)
    });
    let stretch = works.next()?;
    let title = signals::after_signals(text, stretch).0..stretch.end;
    let short = work.anchor.is_none() && !text[title.clone()].trim().contains(' ');
    (!short && is_set_off(text, structure, &range, stretch)).then(|| Located::bare(title))
}

/// Whether unmarked text can hold a title: not a sentence, not a description.
pub(super) fn is_title_like(piece: &str) -> bool {
    let starts = piece.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let words = piece.split_whitespace().count();
    let sentence = piece.char_indices().any(|(at, c)| {
        c == '.' && piece[at + 1..].starts_with(' ') && !sentences::ends_in_abbreviation(&piece[..at])
    });
    starts && words <= 60 && !sentence
}
