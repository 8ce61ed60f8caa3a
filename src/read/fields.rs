//! Fields: a code, and the text it gave when Word last looked at it.

use std::ops::Range;

use super::flow::Sign;
use super::places::Strand;
use super::target::target;

/// Codes whose result is a list of works: Word's own, and those of Zotero, Mendeley and `EndNote`.
static BIBLIOGRAPHIES: [&str; 5] =
    ["BIBLIOGRAPHY", "ZOTERO_BIBL", "CSL_BIBLIOGRAPHY", "EN.REFLIST", "Mendeley Bibliography"];

/// A field that has begun.
#[derive(Debug, Default)]
pub(super) struct Field {
    code: String,
    /// What it says of its result, once that begins.
    result: Option<Meaning>,
}

/// What a field says of its result.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) link: Option<Sign>,
    /// Whether it is a list of works.
    pub(super) works: bool,
}

/// How deep fields may stand in each other: all that are open are asked about each text.
const DEEPEST: usize = 100;

/// The fields that have begun, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// How many have begun beyond the deepest that is minded.
    deeper: usize,
}

impl Fields {
    pub(super) fn begin(&mut self) {
        self.push(Field::default());
    }

    fn push(&mut self, field: Field) {
        if self.open.len() < DEEPEST {
            self.open.push(field);
        } else {
            self.deeper += 1;
        }
    }

    /// The innermost field, if it is minded.
    fn innermost(&mut self) -> Option<&mut Field> {
        self.open.last_mut().filter(|_| self.deeper == 0)
    }

    /// A field in one element, with its code.
    pub(super) fn begin_simple(&mut self, code: &str) {
        self.push(Field { code: code.to_owned(), result: Some(meaning(code)) });
    }

    pub(super) fn separate(&mut self) {
        if let Some(field) = self.innermost() {
            field.result = Some(meaning(&field.code));
        }
    }

    pub(super) fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.open.pop();
        }
    }

    /// The code of the innermost field goes on.
    pub(super) fn code(&mut self, text: &str) {
        if let Some(field) = self.innermost().filter(|field| field.result.is_none()) {
            field.code.push_str(text);
        }
    }

    /// Text that is part of a field's code: a field in a code gives its result to it.
    pub(super) fn takes(&mut self, text: &str) -> bool {
        let Some(field) = self.open.iter_mut().find(|field| field.result.is_none()) else { return false };
        field.code.push_str(text);
        true
    }

    /// The links that the text has from fields.
    pub(super) fn links(&self) -> impl Iterator<Item = &Sign> {
        self.open.iter().filter_map(|field| field.result.as_ref()?.link.as_ref())
    }

    /// Whether the text is part of a list of works.
    pub(super) fn works(&self) -> bool {
        self.open.iter().any(|field| field.result.as_ref().is_some_and(|result| result.works))
    }
}

/// What a field with this code says of its result.
pub(super) fn meaning(code: &str) -> Meaning {
    let words = words(code);
    let name = words.first().map(|word| word.to_ascii_uppercase()).unwrap_or_default();
    let works =
        name == "BIBLIOGRAPHY" || name == "ADDIN" && BIBLIOGRAPHIES.iter().any(|known| code.contains(known));
    let link = (name == "HYPERLINK").then(|| link(&words[1..])).flatten();
    Meaning { link, works }
}

/// `HYPERLINK "address" \l "fragment" \o "tip" \t "frame"`.
fn link(words: &[String]) -> Option<Sign> {
    let (mut address, mut fragment) = (None, None);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "\\l" => fragment = words.next(),
            "\\o" | "\\t" | "\\s" => {
                words.next();
            }
            switch if switch.starts_with('\\') => {}
            _ => address = address.or(Some(word)),
        }
    }
    hyperlink(address.map_or("", String::as_str), fragment.map(String::as_str))
}

/// What a hyperlink with this target says: Word keeps the fragment apart.
pub(super) fn hyperlink(address: &str, fragment: Option<&str>) -> Option<Sign> {
    let fragment = fragment.filter(|fragment| !fragment.is_empty());
    let address = address.trim();
    let scheme = if address.len() > 4 && address.as_bytes()[..4].eq_ignore_ascii_case(b"www.") {
        "http://"
    } else {
        ""
    };
    match fragment {
        Some(fragment) if !address.contains('#') => target(&format!("{scheme}{address}#{fragment}")),
        _ => target(&format!("{scheme}{address}")),
    }
}

/// Where an address is written in a code: behind its name, or else where it stands once. Its
/// fragment may be apart: `HYPERLINK "address" \l "fragment"`.
pub(super) fn written(code: &Strand, target: &str) -> Option<Vec<Range<usize>>> {
    const NAME: &str = "HYPERLINK";
    let text = &code.text;
    let first = text.get(..NAME.len()).filter(|name| name.eq_ignore_ascii_case(NAME)).map(|_| {
        let rest = text[NAME.len()..].trim_start_matches(['"', '“', '”']);
        text.len() - rest.len()
    });
    let at_first = |address: &str| {
        let first = first.filter(|first| text[*first..].starts_with(address))?;
        Some(code.bytes(first..first + address.len()))
    };
    at_first(target).or_else(|| code.only(target)).or_else(|| {
        let (address, fragment) = target.rsplit_once('#')?;
        let mut bytes = at_first(address)?;
        let apart = text.find("\\l\"")? + 3;
        text[apart..]
            .starts_with(fragment)
            .then(|| bytes.extend(code.bytes(apart..apart + fragment.len())))?;
        Some(bytes)
    })
}

/// The words of a code; quotes hold blanks, `\\` is a backslash within them.
fn words(code: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut characters = code.chars().peekable();
    while let Some(first) = characters.next() {
        let mut word = String::new();
        if is_quote(first) {
            while let Some(next) = characters.next().filter(|next| !is_quote(*next)) {
                let escaped =
                    next == '\\' && characters.peek().is_some_and(|next| *next == '\\' || is_quote(*next));
                word.push(if escaped { characters.next().unwrap_or(next) } else { next });
            }
        } else if first.is_whitespace() {
            continue;
        } else {
            word.push(first);
            while let Some(next) = characters.next_if(|next| !next.is_whitespace() && !is_quote(*next)) {
                word.push(next);
            }
        }
        words.push(word);
    }
    words
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_beyond_the_deepest_are_only_counted() {
        let mut fields = Fields::default();
        for _ in 0..10 * DEEPEST {
            fields.begin();
            fields.code("HYPERLINK \"http://a.example/\"");
            fields.separate();
        }
        assert_eq!(fields.links().count(), DEEPEST);
        for _ in 0..10 * DEEPEST - 1 {
            fields.end();
        }
        assert_eq!(fields.links().count(), 1);
    }

    #[test]
    fn reads_codes() {
        let link = |code| meaning(code).link;
        let to = |address: &str| Some(Sign::Link(address.to_owned()));
        assert_eq!(link(r#" HYPERLINK "http://a.example/x" "#), to("http://a.example/x"));
        assert_eq!(link(r#"HYPERLINK "http://a.example/x" \l "s2" \o "A tip""#), to("http://a.example/x#s2"));
        assert_eq!(link(r"hyperlink http://a.example/x \h"), to("http://a.example/x"));
        assert_eq!(link(r#"HYPERLINK \l "_Toc1""#), Some(Sign::Jump("_Toc1".into())));
        assert_eq!(link(r#"HYPERLINK "www.a.example""#), to("http://www.a.example"));
        assert_eq!(link("PAGEREF _Toc1"), None);
        assert!(meaning(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ").works);
        assert!(!meaning("ADDIN ZOTERO_ITEM CSL_CITATION {}").works);
    }
}
