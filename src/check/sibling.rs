//! Invented addresses beside a cited one: what a host says of them, it says of anything.

use url::Url;

use super::address;
use super::ruling::listed;
use super::words::hash;

/// Extensions of scripts that find their work by a parameter.
const SCRIPTS: &str = "
    php asp aspx jsp jspx cgi pl dll cfm do phtml action
";

/// Parameters that name a work.
const IDENTIFYING: &str = "
    id aid nid sid pid p article articleid art news newsid n doc docid document item itemid story storyid
    t topic tid page_id pageid content contentid key uid no num code title name file idx seq post rec
    record
";

/// An address of the same shape at the same place that nobody has ever published, the same for
/// the same address. None where there is nothing to invent beside: a front page.
///
/// Everything that could identify a work is replaced, since many sites go by a number and ignore
/// the words beside it; folders, dates and extensions stay, so that the same code answers.
pub(super) fn invent(url: &Url) -> Option<Url> {
    if address::is_home(url) {
        return None;
    }
    let mut sibling = url.clone();
    sibling.set_fragment(None);
    let mut letters = Letters(hash(url.as_str().as_bytes()));
    let script = address::extension(url).is_some_and(|extension| listed(SCRIPTS, &extension));
    let bare = address::segments(url).next().is_none() || script;
    if bare && let Some(query) = url.query().and_then(|query| invent_query(query, &mut letters)) {
        sibling.set_query(Some(&query));
        return Some(sibling);
    }
    sibling.set_query(None);
    let path = invent_path(url, &mut letters)?;
    sibling.set_path(&path);
    Some(sibling)
}

fn invent_query(query: &str, letters: &mut Letters) -> Option<String> {
    let identifying = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or(("", pair));
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        !value.is_empty() && (listed(IDENTIFYING, &name.to_ascii_lowercase()) || digits >= 3)
    };
    let invented: Vec<String> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) if identifying(pair) => format!("{name}={}", letters.like(value)),
            None if identifying(pair) => letters.like(pair),
            _ => pair.to_owned(),
        })
        .collect();
    let invented = invented.join("&");
    (invented != query).then_some(invented)
}

fn invent_path(url: &Url, letters: &mut Letters) -> Option<String> {
    let segments: Vec<&str> = address::segments(url).collect();
    let last = segments.len().checked_sub(1)?;
    let path: Vec<String> = segments
        .iter()
        .enumerate()
        .map(|(at, segment)| {
            let before = at.checked_sub(1).map(|before| segments[before]);
            if at == last || is_identifier(segment) || is_small_number(segment, before) {
                letters.replace(segment)
            } else {
                (*segment).to_owned()
            }
        })
        .collect();
    let slash = if url.path().ends_with('/') { "/" } else { "" };
    Some(format!("/{}{slash}", path.join("/")))
}

/// A folder that is a number or a code and no date.
fn is_identifier(segment: &str) -> bool {
    let digits = segment.bytes().filter(u8::is_ascii_digit).count();
    let only_digits = digits == segment.len();
    digits >= 3 && !is_year(segment) && !(only_digits && segment.len() == 8 && segment.starts_with("20"))
}

/// A number that can only count works: too small for a year, and no month or day behind one.
fn is_small_number(segment: &str, before: Option<&str>) -> bool {
    let number =
        |segment: &str| (1..=2).contains(&segment.len()) && segment.bytes().all(|b| b.is_ascii_digit());
    let dated = before.is_some_and(|before| is_year(before) || number(before));
    number(segment) && !dated
}

fn is_year(segment: &str) -> bool {
    let digits = segment.bytes().all(|byte| byte.is_ascii_digit());
    digits && segment.len() == 4 && (segment.starts_with("19") || segment.starts_with("20"))
}

/// Letters and digits that look drawn at random and are always the same for the same address.
struct Letters(u64);

impl Letters {
    /// A segment of the same shape, its extension kept.
    fn replace(&mut self, segment: &str) -> String {
        match segment.rsplit_once('.') {
            Some((stem, extension)) if (1..=5).contains(&extension.len()) && !stem.is_empty() => {
                format!("{}.{extension}", self.like(stem))
            }
            _ => self.like(segment),
        }
    }

    /// Digits for digits, letters for the rest; longer, so that no counter reaches it.
    fn like(&mut self, text: &str) -> String {
        const LONGER: usize = 3;
        let length = text.len().clamp(5, 9) + LONGER;
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if digits {
            return (0..length)
                .map(|at| char::from(b'0' + if at == 0 { 9 } else { self.next(10) }))
                .collect();
        }
        let word: String = (0..length).map(|_| char::from(b'a' + self.next(26))).collect();
        let number: String = (0..6).map(|_| char::from(b'0' + self.next(10))).collect();
        if text.bytes().any(|byte| byte.is_ascii_digit()) { format!("{word}-{number}") } else { word }
    }

    /// A number below `limit` (Knuth's 64-bit linear congruential generator).
    fn next(&mut self, limit: u8) -> u8 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u8::try_from((self.0 >> 33) % u64::from(limit)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sibling(url: &str) -> Option<String> {
        invent(&Url::parse(url).expect("a test address")).map(Into::into)
    }

    #[test]
    fn siblings_keep_the_shape_and_nothing_that_identifies() {
        let expected = [
            ("http://a.example/2013/06/some-story.html", r"^http://a\.example/2013/06/[a-z]{12}\.html$"),
            ("http://a.example/news/55120/", r"^http://a\.example/news/9[0-9]{7}/$"),
            ("http://a.example/q/12345/some-slug", r"^http://a\.example/q/9[0-9]{7}/[a-z]{12}$"),
            (
                "http://a.example/art.asp?aid=373227&lang=en",
                r"^http://a\.example/art\.asp\?aid=9[0-9]{8}&lang=en$",
            ),
            ("http://a.example/?p=77", r"^http://a\.example/\?p=9[0-9]{7}$"),
            ("http://a.example/story-1.882.html?ref=home", r"^http://a\.example/[a-z]+-[0-9]{6}\.html$"),
            ("http://a.example/list.php?lang=en", r"^http://a\.example/[a-z]{8}\.php$"),
            ("http://a.example/docs/report.pdf", r"^http://a\.example/docs/[a-z]{9}\.pdf$"),
        ];
        for (url, shape) in expected {
            let shape = regex::Regex::new(shape).expect("a test pattern");
            let found = sibling(url).expect("a sibling");
            assert!(shape.is_match(&found), "{url}: {found}");
            assert_eq!(sibling(url), Some(found));
        }
    }

    #[test]
    fn front_pages_have_none() {
        for url in [
            "http://a.example/",
            "http://a.example/en/",
            "http://a.example/index.html",
            "http://a.example/?lang=ru",
        ] {
            assert_eq!(sibling(url), None, "{url}");
        }
    }
}
