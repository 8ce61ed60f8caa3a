//! How notes point back, in many languages.
//!
//! The patterns are tried on the first few hundred characters of a note only, in lower case and with one kind of blank:
//! patterns that know case and every blank take milliseconds to build, which is much of the time of a short document.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use regex::Regex;

/// Words that may stand before a reference.
const BEFORE: &str = r"(?:see +also|see,?|cf\.?|but +see|also|vgl\.?|siehe|s\.|voir|см\.?|също|див\.?|véase|ver|vedi|cfr\.?|accord|e\.g\.,?)? *";

/// "In the same place": the note before.
const SAME: &str = r"(?:ibid(?:em)?|ib\.|ibíd(?:em)?|íd\.|id\.|idem|eadem|eodem|ebd\.|ebenda|ebd +|a\. *a\. *o\.?|aao|там +же|там +само|сонда|сол +жерде|sol +jerde|ebda|ivi|ag[em]\.,? +s\.?|tamtéž|المرجع +نفسه|المصدر +نفسه|المرجع +السابق|المصدر +السابق|loc\.? *cit|l\. *c\.|tamże|aynı +yer(?:de)?)";

/// Abbreviations of "note", with their full stops.
const NOTE: &str = r"(?:footnotes?|endnotes?|notes?|nn?\.|fnn?\.?|fußnoten?|fußn\.|anm(?:erkung|\.)|nota|notas|сноск[аиуе]|ссылк[аиуе]|прим(?:ечани[еяю]|\.)|виноск[аиу]|сілтеме|przypis)";

/// The number of a note, in the digits that notes are numbered with.
const NUMBER: &str = "([0-9٠-٩۰-۹०-९０-９]{1,4})";

static IBID: LazyLock<Regex> = LazyLock::new(|| compile(&format!(r"^{BEFORE}{SAME}\b{{end-half}}")));

/// The same in scripts that put no spaces between words.
const SAME_UNSPACED: [&str; 6] = ["同上", "同前", "同注", "同頁", "同书", "同書"];

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?:supra,? +(?:at +)?{NOTE}|(?:above|oben|выше) +(?:{NOTE}|nn?)|(?:vgl\.?|siehe|s\.|wie|in) +(?:oben +)?(?:fn\.?|fußn\.|fußnote|anm\.|anmerkung)|(?:см\.?|смотри|див\.?|в) +(?:выше +)?(?:сноск[аиуе]|ссылк[аиуе]|прим\.|примечани[ею]|виноск[аиу])|(?:voir|cf\.?|véase|vid\.|ver|vedi|cfr\.?|veja|zob\.) +(?:supra,? +|la +)?(?:note|nota|n\.|przypis)|\((?:n|fn|fußn|anm)\.?|前掲(?:書|論文)?[、,]?注|前注|前引注) *{NUMBER}"
    ))
});

/// By author and number.
static CITED_IN: LazyLock<Regex> =
    LazyLock::new(|| compile(&format!(r"(?:op|art|loc|ob)\.? *cit\.?[^;]{{0,40}}?{NOTE} *{NUMBER}")));

static NUMBERED_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"{NOTE} *{NUMBER},? *(?:above|supra|ci-dessus|oben|выше|arriba|acima|sopra|вище)|{NUMBER}-сілтеме"
    ))
});

/// "The work cited", behind the name of its author.
static WORK: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"op\.? *cit|art\.? *cit|ob\.? *cit|opere? +cit|loc\.? *cit|указ\.? *(?:соч|раб|статья)|цит\.? *(?:соч|по)|вказ\.? *(?:праця|тв)|a\. *a\. *o|aao(?-u:\b)|supra(?-u:\b)|précité|préc(?-u:\b)|dz\.? *cyt|a\. *g\. *[em]|a\. *w\.",
    )
});

/// Without one of these a text refers to no note by number or author; most notes have none.
const HINTS: [&str; 31] = [
    "préc",
    "dz",
    "a.g",
    "a. g",
    "a.w",
    "前掲",
    "前注",
    "前引",
    "supra",
    "above",
    "cit",
    "note",
    "nota",
    "(n",
    "fn",
    "fußn",
    "anm",
    "сноск",
    "ссылк",
    "прим",
    "винос",
    "сілтем",
    "przypis",
    "выше",
    "oben",
    "указ",
    "цит",
    "вказ",
    "a. a",
    "a.a",
    "aao",
];

/// What a note says it points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pointer {
    /// The note before.
    Same,
    /// The note with this label.
    Numbered(String),
    /// The work of an author cited earlier: the words before the reference.
    Author(String),
}

/// What the beginning of a note points at. `text` should be short.
pub(super) fn pointer(text: &str) -> Option<Pointer> {
    let plain = plain(text);
    let begins = plain.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    if IBID.is_match(begins) || SAME_UNSPACED.iter().any(|same| plain.trim_start().starts_with(same)) {
        return Some(Pointer::Same);
    }
    if !HINTS.iter().any(|hint| plain.contains(hint)) {
        return None;
    }
    if let Some(number) = number(&plain) {
        return Some(Pointer::Numbered(number.to_owned()));
    }
    let length = author(&plain)?;
    Some(Pointer::Author(text.chars().take(length).collect()))
}

/// A text in lower case and with one kind of blank, each character for one of the text.
fn plain(text: &str) -> String {
    let lower = |c: char| {
        let mut lower = c.to_lowercase();
        lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
    };
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { lower(c) }).collect()
}

/// The number of the note that a text points at.
fn number(plain: &str) -> Option<&str> {
    let cited = if plain.contains("cit") { CITED_IN.captures(plain) } else { None };
    let numbered = NUMBERED.captures(plain).into_iter().chain(cited);
    let first = numbered.min_by_key(|found| found.get_match().start());
    let found = first.or_else(|| NUMBERED_BEHIND.captures(plain))?;
    found.get(1).or_else(|| found.get(2)).map(|number| number.as_str())
}

/// How many characters stand before a reference to an author's work, the comma behind them left out.
fn author(plain: &str) -> Option<usize> {
    const LENGTHS: RangeInclusive<usize> = 2..=120;
    const CITED: &str = "cit.";
    let works = WORK.find_iter(plain).map(|found| found.start());
    let cited = plain.match_indices(CITED).map(|(at, _)| at).filter(|at| {
        let behind = &plain[at + CITED.len()..];
        plain[..*at].trim_end().ends_with(',') && (behind.is_empty() || behind.starts_with([',', ' ']))
    });
    let length = |at: usize| {
        let before = plain[..at].trim_end();
        before.strip_suffix(',').unwrap_or(before).chars().count()
    };
    works.chain(cited).map(length).find(|length| LENGTHS.contains(length))
}

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is constant and tested")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_the_same_place() {
        for text in [
            "Ibid.",
            "Ibid., p. 21.",
            "ibidem, art. 5",
            "Id. at 987.",
            "Idem",
            "See ibid.",
            "Ebd., S. 4.",
            "Ebenda.",
            "A. a. O., S. 3",
            "aaO, 5",
            "Там же. С. 12.",
            "Там само.",
            "Сонда, 5 б.",
            "Loc. cit.",
            "Ibíd., p. 3",
        ] {
            assert_eq!(pointer(text), Some(Pointer::Same), "{text}");
        }
        for text in ["ID cards for all, 2012", "Ideas of the age", "Ibidan, Joe", "Идем дальше", "Сондай"]
        {
            assert_eq!(pointer(text), None, "{text}");
        }
    }

    #[test]
    fn by_number() {
        for text in [
            "Doe, supra note 12, at 5.",
            "See supra notes 12–14.",
            "Doe (n 12) 45.",
            "See note 12 above.",
            "Vgl. Fn. 12.",
            "Siehe Fußnote 12, S. 4",
            "Müller, a. a. O. (Anm. 12), siehe Anm. 12",
            "См. сноску 12.",
            "Див. прим. 12",
            "Voir note 12.",
            "Véase la nota 12",
            "Cfr. nota 12",
            "Doe, op. cit., note 12, p. 4",
            "Doe, above note 12",
            "Doe, above n 12",
            "12-сілтеме",
            "DOE,\u{a0}OP.\u{a0}CIT.,\u{a0}NOTE\u{a0}12",
        ] {
            assert_eq!(pointer(text), Some(Pointer::Numbered("12".to_owned())), "{text}");
        }
        assert_eq!(pointer("See infra note 12."), None);
        assert_eq!(pointer("前掲注１２"), Some(Pointer::Numbered("１２".to_owned())));
        assert_eq!(pointer("Doe (n 12), op. cit., note 3"), Some(Pointer::Numbered("12".to_owned())));
        assert_eq!(pointer("See supra text accompanying note 12."), Some(Pointer::Author("See".to_owned())));
    }

    #[test]
    fn by_author() {
        for text in [
            "Lillis, op. cit., p. 3",
            "Lillis, Op.cit.",
            "Lillis, art. cit.",
            "Lillis. Указ. соч. С. 12",
            "Lillis, a. a. O., S. 5",
            "Lillis, supra, at 4",
            "Lillis, cit., p. 3",
            "Lillis, cit.",
        ] {
            let Some(Pointer::Author(author)) = pointer(text) else { panic!("{text}") };
            assert_eq!(author.trim_end_matches([',', '.']), "Lillis", "{text}");
        }
        assert_eq!(
            pointer("İDİL ŞAHİN, Op. Cit."),
            Some(Pointer::Author("İDİL ŞAHİN".to_owned())),
            "as it is written"
        );
        assert_eq!(pointer("L, op. cit."), None);
        assert_eq!(pointer("Lillis explicit., p. 3"), None);
    }
}
