//! A work whose title nothing marks: what the order and the punctuation of its note tell.

use std::ops::Range;

use super::super::dates;
use super::super::sentences;
use super::super::works::Work;
use super::annotated::{Annotated, Described};
use super::pieces::{self, is_organisation, is_organisation_name, is_outlet, is_person};
use super::{
    carried, clean, dotted, imprint, laws, locate, marked, periodicals, phrases, references, signals,
};
use crate::cite::dates::Role;

/// Words of a title that is long beside the name before it.
const LONG_TITLE: usize = 7;

/// Words of a title behind a single word, which can only be a surname.
const BARE_TITLE: usize = 3;

/// Words of a name that is short beside such a title.
const SHORT_NAME: usize = 4;

/// The longest list of authors, in characters.
const LONGEST_AUTHORS: usize = 200;

/// Reads a work by the first form that fits.
pub(super) fn describe(note: &Annotated, work: &Work) -> Option<Described> {
    work.anchor.as_ref()?;
    let range = work.before_address();
    let (from, signalled) = signals::after_signals(note.text, &range);
    let range = from..range.end.max(from);
    let named = colon_signed(note, work, &range).or_else(|| colon_named(note, work, &range));
    if named.is_some() {
        return named;
    }
    if !signalled && let Some(described) = dated_author(note, &range) {
        return Some(described);
    }
    slashed(note, &range)
        .or_else(|| laws::describe(note, &range))
        .or_else(|| carried::describe(note, &range))
        .or_else(|| signed(note, &range))
        .or_else(|| dotted::describe(note, &range).filter(|_| !signalled))
        .or_else(|| between_commas(note, work, &range, signalled))
}

/// `Doe, J. (2016). The title. Publisher.`: author and year.
pub(super) fn dated_author(note: &Annotated, range: &Range<usize>) -> Option<Described> {
    let first = year_place(note, range)?;
    let author = note.text[range.start..first.start].trim_end().strip_suffix('(')?;
    let behind = first.end + note.text[first.end..range.end].find(')')? + 1;
    let author = author.trim().trim_end_matches(',');
    let rest = &note.text[behind..range.end];
    if author.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if rest.starts_with(',') && !pieces::is_signed(author) && !pieces::is_author(author) {
        return None;
    }
    let rest = rest.trim_start_matches(['.', ',', ':', ' ', '-', '–']);
    let rest = phrases::without_connector(rest);
    if author.is_empty() || author.chars().count() > LONGEST_AUTHORS || rest.split_whitespace().count() < 2 {
        return None;
    }
    let (title, rest) = first_sentence(rest);
    let (title, remark) = phrases::without_remark(title);
    if references::is_reference(title) {
        return None;
    }
    Some(Described {
        title: Some(clean::title(title)?),
        translated: remark.filter(|remark| !phrases::is_remark(remark)).and_then(clean::title),
        source: publisher(rest),
        author: clean::name(author),
    })
}

/// `Müller, Hans: Der Titel, in: Zeitschrift 3 (2012)`, `García, Juan: El título, Revista, 2012`: a
/// colon between author and title.
fn colon_signed(note: &Annotated, work: &Work, range: &Range<usize>) -> Option<Described> {
    let (author, rest) = note.text[range.clone()].split_once(": ")?;
    if author.len() > LONGEST_AUTHORS || !pieces::is_inverted(author) {
        return None;
    }
    let behind = range.end - rest.len()..range.end;
    let mut described = between_commas(note, work, &behind, false).unwrap_or_default();
    let (sentence, container) = first_sentence(rest);
    if !container.is_empty() && !sentence.contains(", in: ") && note.dates_in(behind).count() < 2 {
        described.title = clean::title(sentence).filter(|_| locate::is_title_like(sentence));
        described.source = contained(container);
    } else if described.title.is_none() {
        let (title, _) = first_sentence(rest.split(", ").next()?);
        described.title = clean::title(title).filter(|_| locate::is_title_like(title));
    }
    described.title.as_ref()?;
    described.author = clean::name(author);
    Some(described)
}

/// What leads to what holds a work.
const HELD: [&str; 4] = [". In: ", "? In: ", ", in: ", ". in: "];

/// Words of German that hardly any title is without, and other languages have not.
const GERMAN: [&str; 22] = [
    "der", "die", "das", "den", "dem", "des", "und", "für", "von", "vom", "im", "zum", "zur", "ein", "eine",
    "einer", "eines", "mit", "auf", "über", "nach", "gegen",
];

/// `Jane Doe: Der Titel. In: Gazette, 3. Mai 2012`, `Jane Doe: Der Titel, Gazette`: author and title in
/// German, the name as it is spoken. Titles may look alike, so that the whole stays as another reading
/// where nothing says what holds the work.
fn colon_named(note: &Annotated, work: &Work, range: &Range<usize>) -> Option<Described> {
    let text = &note.text[range.clone()];
    let (author, rest) = text.split_once(": ").filter(|(author, _)| is_person(author))?;
    let held = HELD.iter().find_map(|sign| rest.split_once(sign));
    if let Some((title, container)) = held {
        let container = container.split(", ").next()?.trim_end_matches(['.', ' ']);
        return Some(Described {
            title: clean::title(title).filter(|title| locate::is_title_like(title))?.into(),
            source: clean::name(container),
            author: clean::name(author),
            ..Described::default()
        });
    }
    rest.split(|c: char| !c.is_alphabetic()).any(|word| GERMAN.contains(&word)).then_some(())?;
    let mut described = between_commas(note, work, &(range.end - rest.len()..range.end), false)?;
    let title = described.title.as_ref()?;
    described.translated = described.translated.or_else(|| clean::title(&format!("{author}: {title}")));
    described.author = clean::name(author);
    Some(described)
}

/// What holds a work, as the styles of computer science name it: `J. Log. 12(3), 4–5 (2014)`, `In: Roe,
/// P. (ed.) Proceedings of Weirs, pp. 1–9. Weir Press (2014)`.
fn contained(text: &str) -> Option<String> {
    let edited = ["(ed.) ", "(eds.) ", "(Hrsg.) "].iter().find_map(|sign| text.split_once(sign));
    let name = edited.map_or(text, |(_, name)| name);
    let volume = name.find(|c: char| c.is_ascii_digit() || c == '(').filter(|_| edited.is_none());
    let name = name[..volume.unwrap_or(name.len())].split(", ").next()?.trim_end();
    let name = phrases::without_container(name);
    clean::name(name).filter(|_| is_outlet(name))
}

/// What stands in the place of the year, in lower case.
const DATELESS: [&str; 8] =
    ["(n.d.", "(n. d.", "(o. j.", "(o.j.", "(s. f.", "(s.f.", "(in press", "(forthcoming"];

/// Where the year of an author stands, or what says that there is none.
pub(super) fn year_place(note: &Annotated, range: &Range<usize>) -> Option<Range<usize>> {
    const FARTHEST: usize = 300;
    let dated = note.dates_in(range.clone()).find(|dated| dated.role == Role::Unsaid);
    let dateless = || {
        let brackets = note.text[range.clone()].match_indices('(').take_while(|(at, _)| *at < FARTHEST);
        let said = |at: usize| {
            let text = &note.text[at..range.end];
            DATELESS
                .iter()
                .find(|said| text.get(..said.len()).is_some_and(|start| start.eq_ignore_ascii_case(said)))
        };
        brackets.map(|(at, _)| range.start + at).find_map(|at| Some(at + 1..at + said(at)?.len()))
    };
    dateless().or_else(|| dated.map(|dated| dated.range.clone()))
}

/// `Иванов И. И. Название // Журнал. 2012.`: the Russian standard (GOST R 7.0.5).
fn slashed(note: &Annotated, range: &Range<usize>) -> Option<Described> {
    let text = &note.text[range.clone()];
    let (left, right) = text.split_once(" // ")?;
    let (author, title) = pieces::signed_beginning(left);
    let start = range.start + (left.len() - title.len());
    let left = left.find(" / ").filter(|at| *at > left.len() - title.len()).map_or(left, |at| &left[..at]);
    let bracket = note.squares_in(start..range.start + left.len()).next();
    let title = &note.text[start..bracket.map_or(range.start + left.len(), |bracket| bracket.start)];
    let translated = bracket.and_then(|bracket| note.translation(bracket.start, range.start + left.len()).0);
    Some(Described {
        title: Some(clean::title(title)?),
        translated,
        source: publisher(right.split(" : ").next().unwrap_or(right)),
        author: author.and_then(clean::name),
    })
}

/// `Иванов И. И. Название [Электронный ресурс]`: the same standard, of what is no part of a journal.
fn signed(note: &Annotated, range: &Range<usize>) -> Option<Described> {
    let bracket = note.squares_in(range.clone()).next()?;
    if is_carrier(&note.text[bracket.start + 1..bracket.end - 1]) {
        let described = typed(&note.text[range.start..bracket.start])?;
        let container = &note.text[bracket.end..range.end];
        return Some(Described { source: periodical(container), ..described });
    }
    if !phrases::is_remark(&note.text[bracket.start + 1..bracket.end - 1]) {
        return None;
    }
    let (author, title) = pieces::signed_beginning(&note.text[range.start..bracket.start]);
    Some(Described {
        title: Some(clean::title(title)?),
        author: Some(clean::name(author?)?),
        source: carried::imprint(&note.text[bracket.end..range.end]),
        ..Described::default()
    })
}

/// Whether brackets hold the type of a work and its carrier, as the Chinese standard (GB/T 7714) has
/// them: `[R/OL]`, `[EB/OL]`, `[J]`.
fn is_carrier(inner: &str) -> bool {
    let (kind, carrier) = inner.split_once('/').unwrap_or((inner, "OL"));
    (1..=2).contains(&kind.len()) && kind.bytes().all(|b| b.is_ascii_uppercase()) && carrier == "OL"
}

/// The periodical behind the type, up to the year: `. 水法学, 2011, 12(3): 4-9`.
fn periodical(text: &str) -> Option<String> {
    let name = text.trim_start_matches(['.', ' ']).split([',', '，', '.']).next()?;
    let dated = name.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '[' | '（'));
    clean::name(name).filter(|_| !dated && is_outlet(name))
}

/// `水利部. 水资源报告`: author and title before the type.
fn typed(text: &str) -> Option<Described> {
    let (author, title) =
        text.trim_end().rsplit_once(". ").map_or((None, text), |(name, title)| (Some(name), title));
    let title = Some(clean::title(title)?);
    Some(Described { title, author: author.and_then(clean::name), ..Described::default() })
}

/// Pieces between commas before the date.
fn between_commas(note: &Annotated, work: &Work, range: &Range<usize>, signalled: bool) -> Option<Described> {
    let bracket = note.squares_in(range.clone()).next().map(|bracket| bracket.start);
    let stands_alone = |at: usize| {
        note.text[range.start..at].trim_end().ends_with([',', '(', '.', ':', ';', '–', '—', '”', '»'])
    };
    let enclosed = |date: &Range<usize>| {
        note.structure.bracket(date.start).is_some_and(|bracket| bracket.end == date.end + 1)
    };
    let dated = note
        .dates_in(range.clone())
        .find(|dated| dated.precision() > 0 || stands_alone(dated.cue) || enclosed(&dated.range));
    let imprint = dated.and_then(|dated| imprint::of(note, range, &dated.range));
    let printed = imprint.as_ref().map(|imprint| imprint.range.start);
    let until = [bracket, dated.map(|dated| dated.cue), printed].into_iter().flatten().min();
    let until = until.unwrap_or(range.end).clamp(range.start, range.end);
    let lead = phrases::without_connector(&note.text[range.start..until]);
    let pieces = pieces::pieces(note.text, range.start..range.start + lead.len(), note.structure);
    let (translated, behind) = note.translation(until.min(range.start + lead.len()), range.end);
    let bracketed = note.text[..until].trim_end().ends_with('(');
    let reported = references::is_reported(lead);
    let mut described = from_pieces(&pieces, signalled, bracketed && !reported)?;
    described.signed_by_editor();
    described.translated = translated.or(described.translated);
    described.source = described.source.or(imprint.and_then(|imprint| imprint.publisher));
    if described.source.is_none() && described.title.is_some() && !reported {
        described.source = marked::outlet(note, work, behind.max(until));
    }
    Some(described)
}

/// Reads pieces between commas; a single word in place of a title names an outlet.
fn from_pieces(pieces: &[&str], signalled: bool, bracketed: bool) -> Option<Described> {
    let genres = pieces.iter().take_while(|piece| phrases::is_genre(piece)).count();
    let released = pieces[..genres].iter().any(|genre| phrases::is_release(genre));
    let mut pieces = &pieces[genres..];
    if let ([issuer, title], true) = (pieces, released) {
        let source = clean::name(issuer);
        return Some(Described { title: titled(title), source, ..Described::default() });
    }
    let container = pieces.split_last().filter(|(_, rest)| !rest.is_empty()).and_then(|(last, rest)| {
        let named = last.strip_prefix("in: ").or_else(|| last.strip_prefix("In: "))?;
        pieces = rest;
        Some(named)
    });
    let mut described = by_count(pieces, signalled, bracketed)?;
    if let Some(name) = container {
        described.signed_by_colon();
        described.author = described.author.or(described.source.take());
        let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | ' ' | '('));
        described.source = clean::name(name).filter(|_| is_outlet(name));
    }
    let unspaced = |title: &str| title.starts_with(super::super::chars::is_unspaced_script);
    if described.title.as_deref().is_some_and(|title| !title.contains(' ') && !unspaced(title)) {
        let word = described.title.take();
        let organised = described.source.as_deref().is_some_and(is_organisation_name);
        described.source = if organised { described.source } else { word };
    }
    Some(described)
}

/// `bracketed` says that the date follows in brackets, as it does behind an outlet. One piece is a title or an organisation, two are title and outlet or
/// author and title, more are author, title and outlet.
fn by_count(pieces: &[&str], signalled: bool, bracketed: bool) -> Option<Described> {
    let mut described = Described::default();
    match pieces {
        [] => return None,
        [first, rest @ ..] if is_caseless(first) => return Some(caseless(first, rest)),
        [only] if periodicals::name(only).is_some() => {
            described.source = periodicals::name(only).and_then(clean::name);
        }
        [body, title]
            if periodicals::is_record(title)
                && (periodicals::is_place(body) || !bracketed && !is_person(body)) =>
        {
            described.title = titled(title);
            described.source = clean::name(body);
        }
        [only] if is_organisation_name(only) => described.source = clean::name(only),
        [only] => {
            let parted = only.split_once(": ");
            let named = parted.filter(|(name, _)| {
                is_organisation_name(name) || pieces::is_body(name) || pieces::is_loud(name)
            });
            described.source = named.and_then(|(name, _)| clean::name(name));
            described.title =
                named.map(|(_, title)| title).or(Some(*only).filter(|_| !signalled)).and_then(titled);
            if named.is_none() && parted.is_some_and(|(name, _)| pieces::is_signed(name)) {
                described.signed_by_colon();
            }
        }
        [publisher, title] if is_short(publisher) && title.split_whitespace().count() >= LONG_TITLE => {
            described.title = titled(title);
            let name = clean::name(publisher);
            if is_person(publisher) { described.author = name } else { described.source = name }
        }
        [author, title] if is_person(author) && !bracketed => {
            described.author = clean::name(author);
            described.title = titled(title);
        }
        [author, title]
            if !author.contains(' ')
                && title.split_whitespace().count() >= BARE_TITLE
                && !is_organisation_name(title)
                && !bracketed =>
        {
            described.author = clean::name(author);
            described.title = titled(title);
        }
        [publisher, title]
            if is_organisation_name(publisher) && !is_organisation_name(title)
                || pieces::is_long_name(publisher) =>
        {
            described.source = clean::name(publisher);
            described.title = titled(title);
        }
        [title, outlet] => {
            described.title = titled(title);
            described.source = clean::name(outlet).filter(|_| is_outlet(outlet));
        }
        [author, middle @ .., outlet] => {
            let named = is_person(author) || is_organisation(author);
            let whole = if named { middle.join(", ") } else { format!("{author}, {}", middle.join(", ")) };
            let outlet = phrases::without_container(outlet);
            described.title = titled(&whole);
            described.source = clean::name(outlet).filter(|_| is_outlet(outlet));
            described.author = clean::name(author).filter(|_| named);
        }
    }
    Some(described)
}

/// Pieces in a script without capitals, where no look tells a title from a name: only what names an
/// organisation does.
fn caseless(first: &str, rest: &[&str]) -> Described {
    let organised = is_organisation(first);
    let title = match rest {
        [] if !organised => titled(first),
        [title, ..] if organised && !is_organisation(title) => titled(title),
        _ => None,
    };
    let source = if organised { clean::name(first) } else { None };
    Described { title, source, ..Described::default() }
}

fn is_caseless(piece: &str) -> bool {
    let first = piece.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| !c.is_uppercase() && !c.is_lowercase())
}

fn is_short(piece: &str) -> bool {
    piece.split_whitespace().count() <= SHORT_NAME
}

fn titled(text: &str) -> Option<String> {
    clean::title(text).filter(|_| locate::is_title_like(text) && !references::is_reference(text))
}

/// `Retrieved March 3, 2014, from River News`: where it was read; nothing if that is not said.
fn retrieved_from(text: &str) -> Option<&str> {
    let mut words = text.split(' ');
    let said = words.next().is_some_and(|word| dates::says_read(&word.to_lowercase()));
    let dated = words.next().is_some_and(|word| {
        word.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase())
            || dates::is_month(&word.to_lowercase())
    });
    if !(said && dated) {
        return Some(text);
    }
    text.split_once(" from ").map(|(_, place)| place)
}

/// The first part of what follows a title, if that can be an outlet.
pub(super) fn publisher(rest: &str) -> Option<String> {
    let rest = phrases::without_container(rest.trim_start_matches(['.', '?', '!', ',', ' ', '–', '—']));
    let rest = retrieved_from(rest)?;
    let (first, _) = first_sentence(rest);
    let piece = phrases::without_connector(first.split(", ").next()?);
    let piece = marked::without_place(piece);
    clean::name(piece).filter(|_| is_outlet(piece))
}

/// The first sentence, without its full stop, and what follows it.
pub(super) fn first_sentence(text: &str) -> (&str, &str) {
    let end = text.match_indices(['.', '?', '!']).find(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        (rest.is_empty() || rest.starts_with(' '))
            && (*sign != "." || !sentences::ends_in_abbreviation(&text[..*at]))
    });
    match end {
        Some((at, ".")) => (&text[..at], text[at + 1..].trim_start()),
        Some((at, sign)) => (&text[..at + sign.len()], text[at + sign.len()..].trim_start()),
        None => (text, ""),
    }
}
