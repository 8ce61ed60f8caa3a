//! The words and signs of the plain wording, by language.

use super::dates::{british, named};
use crate::model::{Language, PartialDate};

/// The months as they stand in a date.
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
/// The months as they stand alone: `июль 2013`.
const RUSSIAN_ALONE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// A date as a note of the language prints it: `28 December 2012`, `28. Dezember 2012`.
pub(super) fn date(date: PartialDate, language: Language) -> String {
    let (months, alone) = match language {
        Language::English => return british(date),
        Language::German => (&GERMAN, &GERMAN),
        Language::French => (&FRENCH, &FRENCH),
        Language::Spanish => (&SPANISH, &SPANISH),
        Language::Russian => (&RUSSIAN, &RUSSIAN_ALONE),
    };
    let year = date.year();
    let Some(month) = named(date, months) else { return year.to_string() };
    let Some(day) = date.day_of_month() else {
        let month = named(date, alone).unwrap_or(month);
        return if language == Language::Spanish {
            format!("{month} de {year}")
        } else {
            format!("{month} {year}")
        };
    };
    match language {
        Language::German => format!("{day}. {month} {year}"),
        Language::French if day == 1 => format!("1er {month} {year}"),
        Language::Spanish => format!("{day} de {month} de {year}"),
        _ => format!("{day} {month} {year}"),
    }
}

/// `accessed 2 July 2013`, `abgerufen am 2. Juli 2013`.
pub(super) fn accessed(on: PartialDate, language: Language) -> String {
    let when = date(on, language);
    match language {
        Language::English => format!("accessed {when}"),
        Language::German => format!("abgerufen {}{when}", German::before(on)),
        Language::French => format!("consulté {}{when}", pick(on, "le ", "en ")),
        Language::Spanish => format!("consultado {}{when}", pick(on, "el ", "en ")),
        Language::Russian => format!("дата обращения: {when}"),
    }
}

/// `archived 3 July 2013 at `, the address to follow; the day is known or not.
pub(super) fn archived(on: Option<PartialDate>, language: Language) -> String {
    let when = on.map(|on| date(on, language));
    let when = |before: &str| when.as_ref().map(|when| format!("{before}{when} ")).unwrap_or_default();
    let before = |day, else_| on.map_or("", |on| pick(on, day, else_));
    match language {
        Language::English => format!("archived {}at ", when("")),
        Language::German => format!("archiviert {}unter ", when(on.map_or("", German::before))),
        Language::French => format!("archivé {}à l’adresse ", when(before("le ", "en "))),
        Language::Spanish => format!("archivado {}en ", when(before("el ", "en "))),
        Language::Russian => format!("архивная копия {}по адресу ", when(before("от ", "за "))),
    }
}

/// The quotation marks around a title, those within it, and whether its comma stands inside.
pub(super) struct Quotes {
    pub(super) outer: [&'static str; 2],
    pub(super) inner: [char; 2],
    pub(super) mark_inside: bool,
}

pub(super) fn quotes(language: Language) -> Quotes {
    let outside = |outer, inner| Quotes { outer, inner, mark_inside: false };
    match language {
        Language::English => Quotes { outer: ["“", "”"], inner: ['‘', '’'], mark_inside: true },
        Language::German => outside(["„", "“"], ['‚', '‘']),
        Language::French => outside(["«\u{a0}", "\u{a0}»"], ['“', '”']),
        Language::Spanish => outside(["«", "»"], ['“', '”']),
        Language::Russian => outside(["«", "»"], ['„', '“']),
    }
}

/// One word for a date with a day, another for one without.
fn pick(on: PartialDate, day: &'static str, without: &'static str) -> &'static str {
    if on.day_of_month().is_some() { day } else { without }
}

struct German;

impl German {
    /// `am 2. Juli`, `im Juli`, and nothing before a year.
    fn before(on: PartialDate) -> &'static str {
        match (on.day_of_month(), on.month()) {
            (Some(_), _) => "am ",
            (None, Some(_)) => "im ",
            (None, None) => "",
        }
    }
}
