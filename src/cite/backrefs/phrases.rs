//! How notes point back, in many languages.
//!
//! The patterns are tried on the first few hundred characters of a note only.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::Regex;

/// Words that may stand before a reference.
const BEFORE: &str = r"(?:see\s+also|see,?|cf\.?|but\s+see|also|vgl\.?|siehe|s\.|voir|см\.?|също|див\.?|véase|ver|vedi|cfr\.?|accord|e\.g\.,?)?\s*";

/// "In the same place": the note before.
const SAME: &str = r"(?:ibid(?:em)?|ib\.|ibíd(?:em)?|íd\.|id\.|idem|eadem|eodem|ebd\.|ebenda|ebd\s+|a\.\s*a\.\s*o\.?|aao|там\s+же|там\s+само|сонда|сол\s+жерде|sol\s+jerde|ebda|ivi|ag[em]\.,?\s+s\.?|tamtéž|المرجع\s+نفسه|المصدر\s+نفسه|المرجع\s+السابق|المصدر\s+السابق|loc\.?\s*cit|l\.\s*c\.|tamże|aynı\s+yer(?:de)?)";

/// Abbreviations of "note", with their full stops.
const NOTE: &str = r"(?:footnotes?|endnotes?|notes?|nn?\.|fnn?\.?|fußnoten?|fußn\.|anm(?:erkung|\.)|nota|notas|сноск[аиуе]|ссылк[аиуе]|прим(?:ечани[еяю]|\.)|виноск[аиу]|сілтеме|przypis)";

static IBID: LazyLock<Regex> = LazyLock::new(|| compile(&format!(r"^\W*{BEFORE}{SAME}(?:\W|$)")));

/// The same in scripts that put no spaces between words.
const SAME_UNSPACED: [&str; 6] = ["同上", "同前", "同注", "同頁", "同书", "同書"];

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?:supra,?\s+(?:at\s+)?{NOTE}|(?:above|oben|выше)\s+(?:{NOTE}|nn?)|(?:vgl\.?|siehe|s\.|wie|in)\s+(?:oben\s+)?(?:fn\.?|fußn\.|fußnote|anm\.|anmerkung)|(?:см\.?|смотри|див\.?|в)\s+(?:выше\s+)?(?:сноск[аиуе]|ссылк[аиуе]|прим\.|примечани[ею]|виноск[аиу])|(?:voir|cf\.?|véase|vid\.|ver|vedi|cfr\.?|veja|zob\.)\s+(?:supra,?\s+|la\s+)?(?:note|nota|n\.|przypis)|(?:op|art|loc|ob)\.?\s*cit\.?[^;]{{0,40}}?{NOTE}|\((?:n|fn|fußn|anm)\.?|前掲(?:書|論文)?[、,]?注|前注|前引注)\s*(\d{{1,4}})"
    ))
});

static NUMBERED_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"{NOTE}\s*(\d{{1,4}}),?\s*(?:above|supra|ci-dessus|oben|выше|arriba|acima|sopra|вище)|(\d{{1,4}})-сілтеме"
    ))
});

static BY_AUTHOR: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(.{2,120}?),?\s*(?:op\.?\s*cit|art\.?\s*cit|ob\.?\s*cit|opere?\s+cit|loc\.?\s*cit|указ\.?\s*(?:соч|раб|статья)|цит\.?\s*(?:соч|по)|вказ\.?\s*(?:праця|тв)|a\.\s*a\.\s*o|aao\b|supra\b|précité|préc\b|dz\.?\s*cyt|a\.\s*g\.\s*[em]|a\.\s*w\.)|^(.{2,120}?),\s*cit\.(?:,|\s|$)",
    )
});

/// Without one of these a text refers to no note by number or author; most notes have none.
const HINTS: [&str; 37] = [
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
    "Прим",
    "Сноск",
    "винос",
    "Винос",
    "сілтем",
    "przypis",
    "выше",
    "oben",
    "указ",
    "Указ",
    "цит",
    "Цит",
    "вказ",
    "Вказ",
    "a. a",
    "a.a",
    "aao",
];

static HINTED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(HINTS)
        .expect("a few short patterns are within every limit of the automaton")
});

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
    if IBID.is_match(text) || SAME_UNSPACED.iter().any(|same| text.trim_start().starts_with(same)) {
        return Some(Pointer::Same);
    }
    if !HINTED.is_match(text) {
        return None;
    }
    let numbered = NUMBERED.captures(text).or_else(|| NUMBERED_BEHIND.captures(text));
    if let Some(label) = numbered.and_then(|found| found.get(1).or_else(|| found.get(2))) {
        return Some(Pointer::Numbered(label.as_str().to_owned()));
    }
    let found = BY_AUTHOR.captures(text)?;
    let author = found.get(1).or_else(|| found.get(2))?;
    Some(Pointer::Author(author.as_str().to_owned()))
}

fn compile(pattern: &str) -> Regex {
    Regex::new(&format!("(?i){pattern}")).expect("the pattern is constant and tested")
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
        for text in ["ID cards for all, 2012", "Ideas of the age", "Ibidan, Joe", "Идем дальше"] {
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
        ] {
            assert_eq!(pointer(text), Some(Pointer::Numbered("12".to_owned())), "{text}");
        }
        assert_eq!(pointer("See infra note 12."), None);
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
        ] {
            let Some(Pointer::Author(author)) = pointer(text) else { panic!("{text}") };
            assert_eq!(author.trim_end_matches([',', '.']), "Lillis", "{text}");
        }
    }
}
