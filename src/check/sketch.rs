//! Sketches: whether two pages are the same but for what they echo.
//!
//! A sketch is the set of the smallest hashes of a page's three-word shingles (Broder, "On the
//! resemblance and containment of documents", 1997): for pages of up to [`SIZE`] shingles, as
//! soft 404s are, the resemblance is exact; for longer ones an estimate. It is small enough to be
//! kept for every host.

use serde::{Deserialize, Serialize};
use url::Url;

use super::address;
use super::page::Page;
use super::words::{fold, hash};

/// How many hashes are kept.
const SIZE: usize = 128;

/// Resemblance from which two pages are the same page.
const SAME: f32 = 0.75;

/// What is kept of a page to recognise it by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// The title, folded, without the words of the address that was asked.
    title: String,
    /// The smallest shingle hashes, ordered.
    shingles: Vec<u64>,
}

impl Sketch {
    /// Sketches the page that `url` answered, leaving out what it echoes of the address and every
    /// number: times, counters, request ids.
    pub(super) fn of(page: &Page, url: &Url) -> Self {
        let echoes = echoes(url);
        let body = kept(&format!("{}\n{}\n{}", page.text, page.furniture, page.noscript), &echoes);
        let words: Vec<u64> = words_of(&body).map(|word| hash(word.as_bytes())).collect();
        let mut shingles: Vec<u64> = match words.as_slice() {
            [] => Vec::new(),
            [_] | [_, _] => vec![words.iter().fold(0, |mixed, word| mix(mixed, *word))],
            _ => words.windows(3).map(|three| mix(mix(three[0], three[1]), three[2])).collect(),
        };
        shingles.sort_unstable();
        shingles.dedup();
        shingles.truncate(SIZE);
        let title: Vec<String> = words_of(&kept(&page.title, &echoes)).map(str::to_owned).collect();
        Self { title: title.join(" "), shingles }
    }

    /// Whether both are of the same page: the title alike to the letter, the text nearly so.
    pub(super) fn is_same_page(&self, other: &Self) -> bool {
        self.title == other.title && self.resemblance(other) >= SAME
    }

    /// The share of shingles in common, 0–1; 1 for two pages without text.
    fn resemblance(&self, other: &Self) -> f32 {
        let mut union: Vec<u64> = self.shingles.iter().chain(&other.shingles).copied().collect();
        union.sort_unstable();
        union.dedup();
        union.truncate(SIZE);
        let in_both = |hash: &&u64| {
            self.shingles.binary_search(hash).is_ok() && other.shingles.binary_search(hash).is_ok()
        };
        let shared = union.iter().filter(in_both).count();
        #[expect(clippy::cast_precision_loss, reason = "at most SIZE")]
        if union.is_empty() { 1.0 } else { shared as f32 / union.len() as f32 }
    }
}

/// The folded text without echoes.
fn kept(text: &str, echoes: &[String]) -> String {
    let folded = format!(" {} ", fold(text));
    echoes.iter().fold(folded, |text, echo| if text.contains(echo) { text.replace(echo, " ") } else { text })
}

fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty() && !is_number(word))
}

/// Two hashes in order as one (the mixing step of FNV, on whole words).
fn mix(first: u64, second: u64) -> u64 {
    (first.rotate_left(23) ^ second).wrapping_mul(0x0100_0000_01b3)
}

/// The forms in which pages repeat the address they were asked for, folded, longest first: with
/// its folders, its last part, its last part as the words of a title. Single words are no echo:
/// the page may have them of its own.
fn echoes(url: &Url) -> Vec<String> {
    let path = address::decoded(url.path());
    let last = path.rsplit('/').find(|segment| !segment.is_empty()).unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let query = url.query().map(address::decoded).unwrap_or_default();
    let forms = [format!("{path} {query}"), path.clone(), last.to_owned(), stem.to_owned(), query.clone()];
    let folded = forms.iter().map(|form| fold(form)).filter(|form| form.contains(' '));
    folded.map(|form| format!(" {form} ")).collect()
}

fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(html: &str, url: &str) -> Sketch {
        Sketch::of(&Page::parse(html), &Url::parse(url).expect("a test address"))
    }

    #[test]
    fn echoes_and_counters_make_no_other_page() {
        let page = |path: &str, count: u32| {
            format!(
                "<title>Nothing at {path}</title><p>We have nothing at {path}, request {count} of today. \
                 Try the front page or write to us, somebody will surely know."
            )
        };
        let one = sketch(&page("/a/old-story.html", 17), "http://a.example/a/old-story.html");
        let two = sketch(&page("/b/invented.html", 18), "http://a.example/b/invented.html");
        assert!(one.is_same_page(&two), "{one:?} {two:?}");
    }

    #[test]
    fn two_articles_in_one_template_are_two_pages() {
        let nav = "<nav>Home News Sport Weather Contact Imprint Letters Archive Jobs</nav>".repeat(3);
        let one = sketch(
            &format!("<title>One</title>{nav}<p>The first story is about a harbour."),
            "http://a.example/1",
        );
        let two =
            sketch(&format!("<title>Two</title>{nav}<p>The second is about a bridge."), "http://a.example/2");
        assert!(!one.is_same_page(&two));
        let same_title = Sketch { title: one.title.clone(), ..two };
        assert!(!one.is_same_page(&same_title) || one.resemblance(&same_title) >= SAME);
    }

    #[test]
    fn long_pages_are_estimated() {
        let words =
            |from: usize| (from..from + 5000).map(|n| format!("word{} ", char_code(n))).collect::<String>();
        let page = |from| sketch(&format!("<p>{}", words(from)), "http://a.example/");
        assert!(page(0).resemblance(&page(0)) > 0.99);
        assert!(page(0).resemblance(&page(4900)) < 0.2);
    }

    fn char_code(number: usize) -> String {
        number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
    }
}
