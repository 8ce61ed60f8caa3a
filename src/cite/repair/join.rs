//! Whether an address goes on behind a line break.
//!
//! The order of decision follows counts over annotated addresses of several hundred reports:
//! addresses break after `/` (526), `.` (365), `-` (312), inside a word (162), `_` (35) and `=`
//! (8). A hyphen at a line end is the author's in 268 cases of 312, directly after `/` in none.

use super::super::chars::{SOFT_HYPHEN, is_break, is_hyphen, is_opening_quote};
use super::super::host;
use super::super::words::{Words, word_after, word_before};
use super::fork::Fork;
use super::shape;
use super::stops::{self, Appetite};

/// What is known where an address meets white space.
#[derive(Debug, Clone, Copy)]
pub(in crate::cite) struct Gap<'a> {
    /// The address so far, as printed.
    pub(in crate::cite) head: &'a str,
    /// The word behind the white space.
    pub(in crate::cite) token: &'a str,
    /// What follows that word.
    pub(in crate::cite) rest: &'a str,
}

/// What is known of the note that holds the address.
#[derive(Debug, Clone, Copy)]
pub(in crate::cite) struct Around<'a> {
    /// The number of the note behind this one, where notes are numbered.
    pub(in crate::cite) next_label: Option<u32>,
    /// The words of the document.
    pub(in crate::cite) words: &'a Words,
}

/// How the address goes on over a line break; nothing if it ends.
pub(in crate::cite) fn over_break(gap: Gap, around: Around) -> Option<Fork> {
    let first = gap.token.chars().next()?;
    let last = gap.head.chars().next_back()?;
    if is_broken_scheme(gap) {
        return Some(Fork::Sure);
    }
    if is_scheme_only(gap.head) {
        return after_scheme(gap);
    }
    if continues_sici(gap) {
        return Some(Fork::Sure);
    }
    if let Some(fork) = number_goes_on(gap, around.next_label) {
        return Some(fork);
    }
    if last == '_' && shape::is_bracketed_piece(gap.token) {
        return Some(Fork::Sure);
    }
    if stops::opens_something(first)
        || stops::is_new_note(gap.token, gap.rest, around.next_label, appetite(last))
    {
        return None;
    }
    if starts_address(gap.token) {
        return nests(gap.head).then_some(Fork::Sure);
    }
    if last == SOFT_HYPHEN {
        return Some(Fork::Sure);
    }
    if is_hyphen(last) {
        return after_hyphen(gap, last, around.words);
    }
    if matches!(last, ',' | ';' | ')' | '!' | '"' | '\'') || stops::is_stop(gap.token) {
        return None;
    }
    if starts_as_continuation(gap.token) {
        return Some(Fork::Sure);
    }
    match last {
        '/' => after_slash(gap),
        '.' => after_stop(gap),
        '_' | '=' | '&' | '%' | '#' | '~' | '+' | '@' | '|' => Some(Fork::Sure),
        '?' => (gap.token.contains('=') || shape::is_address_piece(gap.token)).then_some(Fork::Sure),
        ':' => shape::is_address_piece(gap.token).then_some(Fork::Join),
        _ => inside_word(gap),
    }
}

/// The angle brackets of a DOI made from a SICI: `…(1999)50:2⏎<162::AID-ABC7>3.0.CO;2-B`.
fn continues_sici(gap: Gap) -> bool {
    let angle = gap.token.strip_prefix('<').and_then(|rest| rest.split_once('>'));
    holds_doi(gap.head) && angle.is_some_and(|(inner, behind)| inner.contains("::") && !behind.is_empty())
}

fn holds_doi(head: &str) -> bool {
    head.starts_with("10.") || head.contains("/10.")
}

fn appetite(last: char) -> Appetite {
    match last {
        '/' => Appetite::Some,
        '_' | '=' | SOFT_HYPHEN => Appetite::Great,
        last if is_hyphen(last) => Appetite::Great,
        _ => Appetite::None,
    }
}

/// Whether the address breaks off within its scheme and the word goes on with it: `ht⏎tps://a.org`,
/// `https⏎://a.org`, `http:/⏎/a.org`.
fn is_broken_scheme(gap: Gap) -> bool {
    const LONGEST: usize = "https:/".len();
    gap.head.len() <= LONGEST
        && ["https://", "http://", "ftp://"].iter().any(|scheme| {
            let rest = scheme.get(..gap.head.len()).filter(|start| start.eq_ignore_ascii_case(gap.head));
            let rest = rest.map_or("", |start| &scheme[start.len()..]);
            rest.len() > 2 && gap.token.starts_with(rest) || rest == "/" && gap.token.starts_with('/')
        })
}

/// Whether nothing but the scheme of an address is there yet.
fn is_scheme_only(head: &str) -> bool {
    head.ends_with("://") || (head.ends_with(':') && !head.contains('/'))
}

fn after_scheme(gap: Gap) -> Option<Fork> {
    if gap.head.ends_with(':') {
        return gap.token.starts_with("//").then_some(Fork::Sure);
    }
    let name = &gap.token[..host::after(gap.token, 0)];
    (name.contains('.') || name.eq_ignore_ascii_case("www")).then_some(Fork::Sure)
}

fn starts_address(token: &str) -> bool {
    let start =
        |prefix: &str| token.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    start("http://") || start("https://") || start("www.") || start("ftp://")
}

/// Whether another address may stand inside this one here: an archive's, a redirect's.
fn nests(head: &str) -> bool {
    let Some(path) = head.strip_suffix('/') else { return head.ends_with('=') };
    let stamp = path.rsplit('/').next().unwrap_or_default();
    let digits = stamp.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    stamp == "*"
        || (digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit()) && path.contains("/web/"))
}

fn after_hyphen(gap: Gap, hyphen: char, words: &Words) -> Option<Fork> {
    if stops::is_strong_stop(gap.token) {
        return None;
    }
    if gap.token.starts_with(is_hyphen) {
        let repeated = gap.token.trim_start_matches(is_hyphen).starts_with(char::is_alphanumeric);
        return repeated.then_some(Fork::Hyphen { keep: false });
    }
    let stem = &gap.head[..gap.head.len() - hyphen.len_utf8()];
    if stem.ends_with('/') {
        return Some(if gap.token.starts_with('/') { Fork::Sure } else { Fork::Hyphen { keep: false } });
    }
    if is_inserted(stem, gap.token) {
        return Some(Fork::Hyphen { keep: false });
    }
    let (left, right) = (word_before(stem, stem.len()), word_after(gap.token, 0));
    let lettered = gap.token.starts_with(char::is_alphabetic) && stem.ends_with(char::is_alphabetic);
    let cut = lettered && words.cut_in_address(left, right, is_lone(stem, gap.token));
    Some(Fork::Hyphen { keep: !cut })
}

/// Whether a hyphen at a line end was put there by the typesetter, before the sign with which the
/// address goes on: no label of a host name ends in a hyphen (RFC 5891 §4.2.3.1), and behind the name
/// of a file stands nothing but its ending or a query.
fn is_inserted(stem: &str, token: &str) -> bool {
    let mut rest = token.chars();
    match rest.next() {
        Some('.') if host_only(stem).is_some() => rest.next().is_some_and(char::is_alphanumeric),
        Some('.') => shape::is_typed_extension(rest.as_str()),
        Some('/' | '?' | '#' | ':') if host_only(stem).is_some_and(host::is_public) => true,
        Some('?' | '#') => shape::is_finished_file(stem),
        _ => false,
    }
}

/// Whether the part of the address around a hyphen at a line end has no other hyphen.
fn is_lone(stem: &str, token: &str) -> bool {
    let part = |c: char| matches!(c, '/' | '?' | '&' | '=' | '#' | '.');
    let hyphen = |c: char| is_hyphen(c);
    let before = stem.rsplit(part).next().unwrap_or_default();
    let after = token.split(part).next().unwrap_or_default();
    let cut_before = before.rsplit(is_break).next().unwrap_or_default();
    !cut_before.contains(hyphen) && !after.trim_end_matches(hyphen).contains(hyphen)
}

/// Whether the word starts as only the rest of an address does.
fn starts_as_continuation(token: &str) -> bool {
    let mut chars = token.chars();
    let (first, second) = (chars.next(), chars.next());
    match (first, second) {
        (Some('/' | '?' | '&' | '=' | '#' | '_' | '%' | '~'), Some(second)) => {
            second.is_alphanumeric() || "/-_.!?#".contains(second)
        }
        (Some('.'), Some(second)) => second.is_alphanumeric(),
        (Some(first), Some(second)) if is_hyphen(first) => second.is_alphanumeric(),
        _ => false,
    }
}

fn after_slash(gap: Gap) -> Option<Fork> {
    if shape::is_address_piece(gap.token) {
        return Some(Fork::Sure);
    }
    if shape::is_plain_word(gap.token) {
        return closes(gap).then_some(Fork::Join);
    }
    if shape::is_number(gap.token) && (is_month(gap.rest) || gap.token.ends_with(')')) {
        return None;
    }
    gap.token.starts_with(char::is_alphanumeric).then_some(Fork::Join)
}

fn after_stop(gap: Gap) -> Option<Fork> {
    let stem = &gap.head[..gap.head.len() - 1];
    if shape::is_finished_file(stem)
        || !gap.token.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    {
        return None;
    }
    if let Some(host) = host_only(stem)
        && goes_on_as_host(host, gap.token)
    {
        return Some(if host::is_public(host) { Fork::Join } else { Fork::Sure });
    }
    let doi = holds_doi(stem) && gap.token.starts_with(|c: char| c.is_ascii_digit());
    if doi || shape::is_extension(gap.token) {
        return Some(Fork::Sure);
    }
    shape::is_address_piece(gap.token).then_some(Fork::Join)
}

/// Whether a host name broken behind a full stop goes on with the word: `paper.⏎com/news`,
/// `bdes.⏎example.net/`.
fn goes_on_as_host(host: &str, token: &str) -> bool {
    let whole = token[..host::after(token, 0)].trim_end_matches(['.', '-']);
    let label = &whole[..whole.find('.').unwrap_or(whole.len())];
    host::is_public(&format!("{host}.{label}"))
        || (!host::is_public(host) && host::is_public(&format!("{host}.{whole}")))
}

/// Whether a host name broken inside a word is none without the next word: `hiberl⏎ink.example/`,
/// `www.ex⏎ample.org`.
fn completes_host(host: &str, token: &str) -> bool {
    let whole = token[..host::after(token, 0)].trim_end_matches(['.', '-']);
    let named = host.strip_prefix(WWW).unwrap_or(host);
    !host::is_public(named)
        && token.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        && host::is_public(&format!("{named}{whole}"))
}

const WWW: &str = "www.";

/// Whether what looks like a host name is the beginning of one: `web.ar⏎chive.example/b`. Names like
/// `web.` stand before others, and hardly any site is called so.
fn breaks_off(host: &str, token: &str) -> bool {
    const BEFORE: [&str; 16] = [
        "web", "news", "en", "m", "blog", "blogs", "data", "archive", "docs", "library", "lib", "portal",
        "old", "new", "papers", "files",
    ];
    host.split_once('.').is_some_and(|(name, suffix)| {
        suffix.len() == 2 && BEFORE.contains(&name) && is_address_without_scheme(token)
    })
}

/// Whether a break cuts through the part of a host name that stands before its country:
/// `gazette.co⏎m.br/news`.
fn cuts_suffix(host: &str, token: &str) -> bool {
    const BEFORE: [&str; 9] = ["com", "org", "net", "gov", "gob", "gouv", "edu", "ac", "co"];
    let Some((_, begun)) = host.rsplit_once('.') else { return false };
    let whole = token[..host::after(token, 0)].trim_end_matches(['.', '-']);
    let Some((label, country)) = whole.split_once('.') else { return false };
    country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_lowercase())
        && BEFORE.contains(&format!("{begun}{label}").as_str())
}

/// The host name, if the address is nothing more yet.
fn host_only(head: &str) -> Option<&str> {
    let rest = head.rsplit("://").next().unwrap_or(head);
    (!rest.contains(['/', '?', '#'])).then_some(rest)
}

fn inside_word(gap: Gap) -> Option<Fork> {
    let begun = gap.head.contains("://") || gap.head.starts_with(WWW);
    let host = host_only(gap.head).filter(|_| begun);
    let goes_on = |host| completes_host(host, gap.token) || breaks_off(host, gap.token);
    let cut = |host| cuts_suffix(host, gap.token);
    if host.is_some_and(|host| goes_on(host) || cut(host)) || shape::completes_extension(gap.head, gap.token)
    {
        return Some(Fork::Sure);
    }
    if shape::is_finished_file(gap.head) {
        return shape::lengthens_extension(gap.head, gap.token).then_some(Fork::Join);
    }
    let lower = gap.token.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let marked = shape::bare(gap.token).contains(['=', '_', '%']) || shape::ends_in_extension(gap.token);
    let key = ends_in_key(gap.head) && shape::is_key(gap.token);
    let piece = shape::is_address_piece(gap.token) && (lower || marked);
    if (piece || key) && !is_address_without_scheme(gap.token) {
        return Some(Fork::Join);
    }
    let word = shape::is_plain_word(gap.token) || shape::is_hyphened_word(gap.token);
    (lower && word && closes(gap)).then_some(Fork::Join)
}

/// Whether the address ends in a part of a key in capitals and digits: `perma.cc/7`.
fn ends_in_key(head: &str) -> bool {
    let last = head.rsplit(['/', '=']).next().unwrap_or_default();
    let path = head.split_once("://").map_or(head, |(_, rest)| rest).contains('/');
    path && !last.is_empty() && last.bytes().all(shape::is_key_byte)
}

/// Digits that follow digits over the break: `…/id=118000000000000⏎0001.`, `…/article-12345⏎678`.
/// A number that may be the next note's, a year or the day of a date ends the address, or is a
/// part of it only in another reading.
fn number_goes_on(gap: Gap, next_label: Option<u32>) -> Option<Fork> {
    const LONG: usize = 5;
    /// Behind one or two digits a short number may be anything.
    const FEW: usize = 4;
    /// Notes that may be lost between two that follow one another.
    const MOST_LOST: u32 = 20;
    let last = gap.head.rsplit('/').next().unwrap_or_default();
    let run = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let path = gap.head.matches('/').take(3).count() == 3 || !gap.head.contains("://");
    let digits = gap.token.trim_end_matches(['.', ',', ';', ')']);
    let few = run < 3 && digits.len() < FEW && !(run > 1 && leads_to_cue(gap.rest));
    if run == 0 || few || !path || !shape::is_number(gap.token) || digits.len() > 20 || is_month(gap.rest) {
        return None;
    }
    let rest = gap.rest.trim_start();
    let sentence = rest.starts_with(|c: char| c.is_uppercase() || is_opening_quote(c));
    let value: u32 = digits.parse().unwrap_or(u32::MAX);
    let numbered = digits.len() <= 3 && !digits.starts_with('0');
    let follows = next_label.is_none_or(|next| (next..=next.saturating_add(MOST_LOST)).contains(&value));
    if numbered && sentence && follows {
        return None;
    }
    let certain = digits.starts_with('0') && digits.len() > 1 || digits.len() >= LONG;
    let ends = digits.len() < gap.token.len() || rest.is_empty() || closes(gap);
    let year = digits.len() == 4 && (1900..=2099).contains(&value);
    Some(if certain || ends && !year { Fork::Join } else { Fork::Stop })
}

/// Whether nothing but a day of access in brackets follows: `…php?id=74⏎509 (accessed 3 May 2012)`.
fn leads_to_cue(rest: &str) -> bool {
    let inner = rest.trim_start().strip_prefix(['(', '[']);
    inner.is_some_and(|inner| stops::is_cue(inner.split(char::is_whitespace).next().unwrap_or_default()))
}

fn is_address_without_scheme(token: &str) -> bool {
    token.split_once('/').is_some_and(|(host, _)| host::is_public(host))
}

/// Whether nothing of the sentence is left behind the word but a cue: then the word has no
/// place in the sentence and belongs to the address.
fn closes(gap: Gap) -> bool {
    let rest = gap.rest.trim_start();
    let next = rest.split(char::is_whitespace).next().unwrap_or_default();
    let cue = rest.is_empty() || rest.starts_with(['(', '[']) || stops::is_cue(next);
    match gap.token.chars().next_back() {
        Some(',' | ';') => stops::is_cue(next) || gap.token.ends_with(';'),
        Some('.' | ')') => gap.token.starts_with(char::is_lowercase) || cue,
        _ => cue,
    }
}

fn is_month(rest: &str) -> bool {
    let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    super::super::dates::is_month(&word.to_lowercase())
}
