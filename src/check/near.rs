//! Near misses: the addresses a dead one may be a misprint of.
//!
//! A dead address that no archive has ever kept is often none that ever was: a full stop or a note
//! number glued to it, a hyphen lost at a line end, `htm` for `html`. Each slip seen in printed
//! notes is a row here; what comes of trying them is for an editor to see, nothing is put right
//! silently.

use url::Url;

use super::address::{decoded, host};

/// Most near misses of one address.
const MOST: usize = 6;

/// The longest note number that is glued to addresses.
const NOTE_DIGITS: usize = 3;

/// An address that differs from a dead one as misprints do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The address.
    pub url: Url,
    /// How it was made of the dead one, fit to stand in brackets.
    pub change: &'static str,
}

/// A slip: the address without it, where the address may have it.
struct Slip {
    change: &'static str,
    when: When,
    undo: fn(&Url) -> Option<Url>,
}

/// When it can be what went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    /// The host cannot be found.
    HostIsGone,
    /// The host answers.
    HostAnswers,
}

/// In the order in which they are likely.
static SLIPS: &[Slip] = &[
    Slip { change: "without the doubled scheme", when: When::Always, undo: inner_address },
    Slip { change: "with one “www.”", when: When::Always, undo: single_www },
    Slip { change: "with or without “www.”", when: When::HostIsGone, undo: other_www },
    Slip { change: "without the punctuation at its end", when: When::HostAnswers, undo: without_punctuation },
    Slip { change: "with plain hyphens", when: When::HostAnswers, undo: plain_hyphens },
    Slip { change: "without the blank inside", when: When::HostAnswers, undo: without_blanks },
    Slip { change: "without the note number at its end", when: When::HostAnswers, undo: without_note_number },
    Slip { change: "with “htm” and “html” exchanged", when: When::HostAnswers, undo: htm_for_html },
    Slip { change: "in lower case", when: When::HostAnswers, undo: lower_case },
    Slip { change: "without its last character", when: When::HostAnswers, undo: without_last_character },
];

/// The near misses of an address, likely ones first; only those with another host if `host_is_gone`.
#[must_use]
pub fn near_misses(url: &Url, host_is_gone: bool) -> Vec<NearMiss> {
    let mut found: Vec<NearMiss> = Vec::new();
    let now = if host_is_gone { When::HostIsGone } else { When::HostAnswers };
    for slip in SLIPS.iter().filter(|slip| slip.when == When::Always || slip.when == now) {
        let Some(near) = (slip.undo)(url) else { continue };
        if near != *url && !found.iter().any(|other| other.url == near) && found.len() < MOST {
            found.push(NearMiss { url: near, change: slip.change });
        }
    }
    found
}

/// `http://http://a.example/x`, `http://http//a.example/x`, `http://a.example/http://b.example/x`.
fn inner_address(url: &Url) -> Option<Url> {
    let rest = url.as_str().split_once("://")?.1;
    let outer = rest.split(['/', ':']).next().unwrap_or_default();
    let at = if ["http", "https", "ttp"].contains(&outer) {
        outer.len()
    } else {
        let marks = ["/http:/", "/https:/", "/http//", "/https//"];
        marks.iter().filter_map(|mark| Some(rest.find(mark)? + mark.len() - 1)).min()?
    };
    let inner = rest[at..].trim_start_matches(['/', ':']);
    let scheme = if rest[..at].ends_with("https:") || outer == "https" { "https" } else { "http" };
    let inner = Url::parse(&format!("{scheme}://{inner}")).ok()?;
    host(&inner).contains('.').then_some(inner)
}

/// `www.www.a.example`, `wwww.a.example`, `ww.a.example`, `wwwa.example`.
fn single_www(url: &Url) -> Option<Url> {
    let name = host(url);
    let rest = name
        .strip_prefix("www.www.")
        .or_else(|| name.strip_prefix("wwww."))
        .or_else(|| name.strip_prefix("ww."))
        .or_else(|| name.strip_prefix("www").filter(|rest| !rest.starts_with('.') && rest.contains('.')))?;
    with_host(url, &format!("www.{rest}"))
}

fn other_www(url: &Url) -> Option<Url> {
    let name = host(url);
    match name.strip_prefix("www.") {
        Some(rest) => with_host(url, rest),
        None if name.split('.').count() == 2 => with_host(url, &format!("www.{name}")),
        None => None,
    }
}

fn with_host(url: &Url, name: &str) -> Option<Url> {
    let mut near = url.clone();
    near.set_host(Some(name)).ok()?;
    Some(near)
}

/// What printers and word processors leave behind an address: stops, brackets, quotation marks,
/// blanks, escaped or not.
fn without_punctuation(url: &Url) -> Option<Url> {
    let text = url.as_str();
    let end = decoded_end(text, |c| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '\'' | '"' | ')' | ']' | '}' | '>' | '<' | '*' | '|' | '…'
            )
            || matches!(c, '»' | '«' | '\u{2018}'..='\u{201f}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
    });
    shorter(url, &text[..end])
}

/// Where the text ends without the characters of which `junk` holds, percent escapes decoded.
fn decoded_end(text: &str, junk: impl Fn(char) -> bool) -> usize {
    let mut end = text.len();
    loop {
        let before = end;
        let head = &text[..end];
        if let Some(last) = head.chars().next_back().filter(|last| junk(*last)) {
            end -= last.len_utf8();
        } else if let Some(escaped) = [9, 6, 3].into_iter().find(|length| {
            let start = head.len().checked_sub(*length);
            start.is_some_and(|at| head.is_char_boundary(at) && is_junk_escape(&head[at..], &junk))
        }) {
            end -= escaped;
        }
        if end == before {
            return end;
        }
    }
}

fn is_junk_escape(escape: &str, junk: &impl Fn(char) -> bool) -> bool {
    let escaped = escape.bytes().step_by(3).all(|byte| byte == b'%');
    let plain = decoded(escape);
    let mut characters = plain.chars();
    escaped && characters.next().is_some_and(junk) && characters.next().is_none()
}

/// Hyphens as typesetters have them, for the one of addresses; soft ones dropped.
fn plain_hyphens(url: &Url) -> Option<Url> {
    let mut text = url.as_str().to_owned();
    for (escape, plain) in [
        ("%E2%80%90", "-"),
        ("%E2%80%91", "-"),
        ("%E2%80%92", "-"),
        ("%E2%80%93", "-"),
        ("%E2%80%94", "-"),
        ("%E2%88%92", "-"),
        ("%C2%AD", ""),
    ] {
        text = text.replace(escape, plain).replace(&escape.to_ascii_lowercase(), plain);
    }
    Url::parse(&text).ok()
}

fn without_blanks(url: &Url) -> Option<Url> {
    shorter(url, &url.as_str().replace("%20", "").replace("%C2%A0", "").replace("%c2%a0", ""))
}

/// `…/article7` for `…/article` and note 7.
fn without_note_number(url: &Url) -> Option<Url> {
    let text = url.as_str();
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - head.len();
    let after_word = head.ends_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    ((1..=NOTE_DIGITS).contains(&digits) && after_word).then(|| shorter(url, head))?
}

fn htm_for_html(url: &Url) -> Option<Url> {
    let path = url.path();
    let path = match path.strip_suffix(".html") {
        Some(stem) => format!("{stem}.htm"),
        None => format!("{}.html", path.strip_suffix(".htm")?),
    };
    let mut near = url.clone();
    near.set_path(&path);
    Some(near)
}

fn lower_case(url: &Url) -> Option<Url> {
    let path = url.path().to_lowercase();
    if path == url.path() {
        return None;
    }
    let mut near = url.clone();
    near.set_path(&path);
    Some(near)
}

fn without_last_character(url: &Url) -> Option<Url> {
    let text = url.as_str();
    let last = text.chars().next_back().filter(|last| last.is_alphanumeric())?;
    let escape = text.len().checked_sub(3).is_some_and(|at| text.as_bytes()[at] == b'%');
    if escape { None } else { shorter(url, &text[..text.len() - last.len_utf8()]) }
}

/// The shortened address, if more than its host is left and it is still one of that host.
fn shorter(url: &Url, text: &str) -> Option<Url> {
    let near = Url::parse(text).ok()?;
    let same = near.origin() == url.origin() && near.as_str().len() < url.as_str().len();
    (same && near.path().len() + near.query().map_or(0, str::len) > 1).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(url: &str, host_is_gone: bool) -> Vec<String> {
        let url = Url::parse(url).expect("a test address");
        near_misses(&url, host_is_gone).into_iter().map(|near| near.url.into()).collect()
    }

    #[test]
    fn slips_of_the_path() {
        for (printed, meant) in [
            ("http://a.example/x/story.html.", "http://a.example/x/story.html"),
            ("http://a.example/x/story.)", "http://a.example/x/story"),
            ("http://a.example/x/story%20", "http://a.example/x/story"),
            ("http://a.example/x/story%E2%80%9D.", "http://a.example/x/story"),
            ("http://a.example/x/story%C2%A0", "http://a.example/x/story"),
            ("http://a.example/x?id=7,", "http://a.example/x?id=7"),
            ("http://a.example/new%E2%80%90port", "http://a.example/new-port"),
            ("http://a.example/new%C2%ADport", "http://a.example/newport"),
            ("http://a.example/new%20port", "http://a.example/newport"),
            ("http://a.example/article7", "http://a.example/article"),
            ("http://a.example/article.html12", "http://a.example/article.html"),
            ("http://a.example/x/7", "http://a.example/x/"),
            ("http://a.example/x.htm", "http://a.example/x.html"),
            ("http://a.example/x.html", "http://a.example/x.htm"),
            ("http://a.example/News/Story", "http://a.example/news/story"),
            ("http://a.example/art.asp?aid=3732277", "http://a.example/art.asp?aid=373227"),
            ("http://a.example/storyy", "http://a.example/story"),
        ] {
            let found = near(printed, false);
            assert!(found.iter().any(|near| near == meant), "{printed}: {found:?}");
            assert!(found.len() <= MOST);
        }
    }

    #[test]
    fn slips_of_the_host() {
        for (printed, meant) in [
            ("http://http://a.example/x", "http://a.example/x"),
            ("http://http//a.example/x", "http://a.example/x"),
            ("http://https://a.example/x", "https://a.example/x"),
            ("http://a.example/http://b.example/x", "http://b.example/x"),
            ("http://www.www.a.example/x", "http://www.a.example/x"),
            ("http://wwww.a.example/x", "http://www.a.example/x"),
            ("http://wwwa.example/x", "http://www.a.example/x"),
            ("http://www.a.example/x", "http://a.example/x"),
            ("http://a.example/x", "http://www.a.example/x"),
        ] {
            assert_eq!(near(printed, true).first().map(String::as_str), Some(meant), "{printed}");
        }
    }

    #[test]
    fn a_host_that_is_gone_is_not_asked_for_other_paths() {
        assert_eq!(near("http://b.a.example/Article7.", true), Vec::<String>::new());
        assert_eq!(near("http://a.example/article", false), ["http://a.example/articl"]);
    }

    #[test]
    fn an_address_is_never_cut_down_to_its_host() {
        for url in ["http://a.example/", "http://a.example/7", "http://a.example/.", "http://a.example/%20"] {
            assert!(near(url, false).iter().all(|near| near != "http://a.example/"), "{url}");
        }
    }
}
