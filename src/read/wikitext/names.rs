//! What templates are called in the languages of the wikis.

/// Beginnings of the names of templates that are references, whatever their parameters.
#[rustfmt::skip]
static REFERENCES: [&str; 52] = [
    "cite ", "cite-", "citation", "vcite", "cs1", "cita ", "citar ", "citace ", "citazione", "cit web", "citeer", "citat ",
    "lien web", "lien brisé", "article", "ouvrage", "source web", "internetquelle", "literatur", "cytuj", "webbref", "bokref",
    "tidningsref", "книга", "статья", "публикация", "стаття", "kilde", "verkkoviite", "lehtiviite", "kirjaviite", "web kaynağı",
    "haber kaynağı", "استشهاد", "یادکرد", "קישור כללי", "citweb", "ref-web", "ref-notícia", "ref-publicació", "citiranje", "navedi",
    "citácia", "erreferentzia", "veb mənbə", "netiviide", "citaĵo", "chú thích", "웹 인용", "뉴스 인용", "저널 인용", "цитат",
];

/// Beginnings of the names of templates that say where a source is archived.
static ARCHIVES: [&str; 6] =
    ["webarchive", "webarchiv", "wayback", "webcitation", "lien archive", "archive.today"];

/// Beginnings of the names of remarks of the wiki's editors, which are no text of the page.
#[rustfmt::skip]
static REMARKS: [&str; 24] = [
    "citation needed", "citation style", "citation manquante", "cite check", "cita requerida", "cita richiesta", "citation à préciser",
    "dead link", "deadlink", "dead-link", "enlace roto", "toter link", "lien mort", "link morto", "ligação inativa", "dode link",
    "мёртвая ссылка", "недоступная ссылка", "битая ссылка", "мертве посилання", "collegamento interrotto", "martwy link",
    "death-link", "ölü bağlantı",
];

/// Names of templates that print the notes.
#[rustfmt::skip]
static NOTE_LISTS: [&str; 35] = [
    "reflist", "references", "refs", "notelist", "références", "reference list", "примечания", "список примечаний",
    "listaref", "listref", "przypisy", "notelist-ua", "notelist-lr", "reflist2", "refbegin", "примітки", "reflista",
    "kaynakça", "viitteet", "مراجع", "각주", "källor", "referências", "referencias", "bronnen", "referenties",
    "izvori", "opombe", "viited", "jegyzetek", "fontnoter", "پانویس", "הערות שוליים", "tham khảo",
    "références nombreuses",
];

fn begins(name: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|start| name.starts_with(start))
}

/// Whether a template with this name is a reference.
pub(super) fn is_reference(name: &str) -> bool {
    begins(name, &REFERENCES) && !begins(name, &REMARKS) || is_archive(name)
}

/// Whether a template with this name only says where a source is archived.
pub(super) fn is_archive(name: &str) -> bool {
    begins(name, &ARCHIVES)
}

/// What other templates mean for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A list of the notes, perhaps with definitions.
    NoteList,
    /// A note, in the group of this name.
    Note(&'static str),
    /// A note that is a short reference by author and year.
    ShortNote,
    /// Such a reference in the text.
    ShortReference,
    /// Markers of named notes.
    NamedNotes,
    /// A link to another site.
    Link,
    /// A number, written behind this prefix.
    Identifier(&'static str),
    /// A date.
    Date,
    /// A character that wikitext keeps for itself.
    Character(&'static str),
    /// Text: its first value.
    First,
    /// Text: its last value.
    Last,
    /// A remark about the page.
    Remark,
    /// Nothing that is read.
    Nothing,
}

/// What a template of this name, which is no reference, means.
pub(super) fn meaning(name: &str) -> Meaning {
    match name {
        _ if NOTE_LISTS.contains(&name) => Meaning::NoteList,
        "efn" | "efn-ua" | "efn-lr" | "efn-ur" | "efn-lg" | "notetag" | "adn" | "nb" => {
            Meaning::Note(group_of_note(name))
        }
        "refn" | "#tag:ref" | "note" | "ref" | "refb" => Meaning::Note(""),
        "sfn" | "sfnp" | "sfnm" | "sfnref" | "snf" | "sfn0" | "odn" => Meaning::ShortNote,
        "harv" | "harvnb" | "harvp" | "harvtxt" | "harvsp" | "harvcoltxt" | "harvcol" | "cita" => {
            Meaning::ShortReference
        }
        "r" | "ref name" | "refname" => Meaning::NamedNotes,
        "url"
        | "official website"
        | "official"
        | "website"
        | "site officiel"
        | "официальный сайт"
        | "offizielle website"
        | "sito web"
        | "página web"
        | "oficiální stránky"
        | "официальный сайт2" => Meaning::Link,
        "doi" => Meaning::Identifier("doi:"),
        "hdl" => Meaning::Identifier("hdl:"),
        "arxiv" => Meaning::Identifier("arXiv:"),
        "date"
        | "date-"
        | "start date"
        | "end date"
        | "formatdate"
        | "dts"
        | "date de publication"
        | "fecha"
        | "dataplus" => Meaning::Date,
        "!" => Meaning::Character("|"),
        "=" => Meaning::Character("="),
        "nowrap"
        | "nobr"
        | "small"
        | "abbr"
        | "ill"
        | "interlanguage link"
        | "quote"
        | "blockquote"
        | "cquote"
        | "sic"
        | "circa"
        | "c."
        | "convert"
        | "cvt"
        | "val"
        | "formatnum"
        | "as of"
        | "nihongo"
        | "unité"
        | "nombre"
        | "siècle"
        | "s-"
        | "цитата"
        | "начало цитаты"
        | "zitat"
        | "citation bloc" => Meaning::First,
        "lang" | "langue" | "transl" | "transliteration" | "script" | "sprache" | "язык" => Meaning::Last,
        _ if name.starts_with("lang-") => Meaning::Last,
        _ if begins(name, &REMARKS) => Meaning::Remark,
        _ => Meaning::Nothing,
    }
}

/// The group of the notes that a template of this name makes.
fn group_of_note(name: &str) -> &'static str {
    match name {
        "efn-ua" => "upper-alpha",
        "efn-lr" => "lower-roman",
        "efn-ur" => "upper-roman",
        "efn-lg" => "lower-greek",
        "nb" => "nb",
        _ => "lower-alpha",
    }
}

/// The group of the notes that a list of this name prints.
pub(super) fn group_of_list(name: &str) -> &'static str {
    match name {
        "notelist" => "lower-alpha",
        "notelist-ua" => "upper-alpha",
        "notelist-lr" => "lower-roman",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_templates() {
        assert!(is_reference("cite web") && is_reference("internetquelle") && is_reference("webarchiv"));
        assert!(!is_reference("citation needed"));
        assert_eq!(meaning("citation needed"), Meaning::Remark);
        assert_eq!(meaning("lang-ru"), Meaning::Last);
        assert_eq!(meaning("coord missing"), Meaning::Nothing);
    }
}
