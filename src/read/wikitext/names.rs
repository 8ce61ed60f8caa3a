//! What templates and their parameters are called in the languages of the wikis.

/// What a parameter of a reference holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Author,
    FirstName,
    Title,
    Translation,
    Container,
    Publisher,
    Date,
    Url,
    Accessed,
    ArchiveUrl,
    ArchiveDate,
    Text,
}

/// Keys of parameters, lower case, blanks and hyphens left out.
#[rustfmt::skip]
static ROLES: [(Role, &[&str]); 12] = [
    (Role::Url, &[
        "url", "lien", "lienweb", "urltexte", "ссылка", "адрес", "адреса", "посилання", "adres", "enlace", "link", "sitio",
        "网址", "網址",
    ]),
    (Role::Title, &[
        "title", "titre", "titel", "titolo", "título", "titulo", "tytuł", "tytul", "заглавие", "название", "назва", "заголовок",
        "titulek", "başlık", "otsikko", "nimeke", "cím", "tittel", "标题", "標題", "タイトル", "headline", "scripttitle",
    ]),
    (Role::Translation, &["transtitle", "traductiontitre", "titeltr", "trad", "títulotrad", "titulotrad", "перевод"]),
    (Role::Author, &[
        "author", "authors", "last", "author1", "last1", "surname", "surname1", "auteur", "auteur1", "nom", "nom1", "autor",
        "autor1", "apellidos", "apellido", "autore", "cognome", "autorzy", "nazwisko", "автор", "автори", "forfatter",
        "författare", "efternamn", "tekijä", "szerző", "příjmení", "vauthors", "último", "ultimo", "sobrenome", "作者", "著者",
    ]),
    (Role::FirstName, &[
        "first", "first1", "given", "prénom", "prénom1", "prenom", "nombre", "nome", "nome1", "imię", "imie", "förnamn", "jméno",
        "primeiro", "имя",
    ]),
    (Role::Container, &[
        "work", "website", "newspaper", "journal", "magazine", "periodical", "site", "encyclopedia", "périodique", "periodique",
        "siteweb", "werk", "sammelwerk", "obra", "periódico", "publicación", "sitioweb", "jornal", "revista", "sito",
        "pubblicazione", "rivista", "czasopismo", "praca", "издание", "сайт", "видання", "verk", "tidning", "julkaisu", "krant",
        "booktitle", "ouvrage",
    ]),
    (Role::Publisher, &[
        "publisher", "agency", "institution", "via", "éditeur", "editeur", "hrsg", "herausgeber", "verlag", "editorial", "editora",
        "publicado", "editor", "editore", "wydawca", "opublikowany", "издательство", "издатель", "видавництво", "utgivare",
        "utgiver", "julkaisija", "uitgever", "kiadó", "vydavatel", "yayıncı", "出版社", "publisherlink",
    ]),
    (Role::Date, &[
        "date", "year", "publicationdate", "datum", "jahr", "jour", "année", "annee", "fecha", "año", "data", "ano", "anno",
        "дата", "год", "рік", "rok", "dato", "år", "aika", "vuosi", "dátum", "tarih", "日期", "date1",
    ]),
    (Role::Accessed, &[
        "accessdate", "consultéle", "consulté", "abruf", "zugriff", "abrufdatum", "fechaacceso", "acceso", "acessodata",
        "acessadoem", "accesso", "dostęp", "datadostępu", "датаобращения", "дата-обращения", "датадоступу", "bezochtdatum",
        "hämtdatum", "besøksdato", "hentet", "luettu", "elérés", "datumpřístupu", "erişimtarihi", "访问日期", "retrieved",
    ]),
    (Role::ArchiveUrl, &[
        "archiveurl", "urlarchive", "archiv", "archivurl", "urlarchivo", "arquivourl", "urlarchivio", "zarchiwizowano",
        "архив", "archiefurl", "arkivurl", "arkisto", "arşivurl", "wayback",
    ]),
    (Role::ArchiveDate, &[
        "archivedate", "archivdatum", "dataarchivio", "fechaarchivo", "arquivodata", "архивдата", "archiefdatum", "arkivdatum",
        "dataarquivo", "archivbotdatum",
    ]),
    (Role::Text, &["quote", "quotation", "zitat", "citation", "cita", "citação", "цитата"]),
];

/// What a parameter holds, by its key; `author2` is another author.
pub(super) fn role(key: &str) -> Option<Role> {
    let plain: String = key.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).collect();
    let stem = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = |name: &str| ROLES.iter().find(|(_, keys)| keys.contains(&name)).map(|(role, _)| *role);
    known(&plain).or_else(|| known(stem).filter(|role| matches!(role, Role::Author | Role::FirstName)))
}

/// Beginnings of the names of templates that are references, whatever their parameters.
static REFERENCES: [&str; 30] = [
    "cite ", "citation", "cita ", "citar ", "lien web", "lien brisé", "article", "ouvrage", "internetquelle", "literatur",
    "cytuj", "citeer", "webbref", "книга", "статья", "публикация", "cite-", "vcite", "cs1", "citazione", "source web",
    "wayback", "webarchive", "webcitation", "kilde", "verkkoviite", "cit web", "web kaynağı", "haber kaynağı", "web-bron",
];

/// Whether a template with this name is a reference.
pub(super) fn is_reference(name: &str) -> bool {
    REFERENCES.iter().any(|start| name.starts_with(start)) && name != "citation needed"
}

/// What other templates mean for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A list of the notes, perhaps with definitions.
    NoteList,
    /// A note, in the group of this name.
    Note(&'static str),
    /// A short reference by author and year.
    ShortNote,
    /// Markers of named notes.
    NamedNotes,
    /// Text: its first value.
    First,
    /// Text: its last value.
    Last,
    /// Nothing that is read.
    Nothing,
}

/// What a template of this name, which is no reference, means.
pub(super) fn meaning(name: &str) -> Meaning {
    match name {
        "reflist" | "references" | "refs" | "notelist" | "références" | "reference list" | "примечания" | "список примечаний"
        | "listaref" | "przypisy" | "notelist-ua" | "reflist2" | "refbegin" => Meaning::NoteList,
        "efn" | "efn-lr" | "notetag" | "adn" => Meaning::Note("lower-alpha"),
        "efn-ua" => Meaning::Note("upper-alpha"),
        "refn" | "#tag:ref" | "note" => Meaning::Note(""),
        "sfn" | "sfnp" | "sfnm" | "sfn-text" => Meaning::ShortNote,
        "r" | "ref name" => Meaning::NamedNotes,
        "nowrap" | "nobr" | "small" | "abbr" | "ill" | "interlanguage link" | "url" | "official website" | "official" | "website"
        | "quote" | "blockquote" | "cquote" | "sic" | "circa" | "c." | "convert" | "cvt" | "val" | "formatnum" | "harvnb"
        | "harv" | "formatdate" | "date" | "as of" | "nihongo" | "unité" | "nombre" | "siècle" => Meaning::First,
        "lang" | "langue" | "transl" | "transliteration" | "script" | "sprache" | "язык" => Meaning::Last,
        _ if name.starts_with("lang-") => Meaning::Last,
        _ => Meaning::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_parameters() {
        for (key, expected) in [
            ("access-date", Some(Role::Accessed)),
            ("accessdate", Some(Role::Accessed)),
            ("last2", Some(Role::Author)),
            ("consulté le", Some(Role::Accessed)),
            ("url-status", None),
            ("archive-url", Some(Role::ArchiveUrl)),
            ("isbn", None),
        ] {
            assert_eq!(role(key), expected, "{key}");
        }
    }

    #[test]
    fn knows_templates() {
        assert!(is_reference("cite web") && is_reference("internetquelle"));
        assert!(!is_reference("citation needed"));
        assert_eq!(meaning("lang-ru"), Meaning::Last);
        assert_eq!(meaning("coord missing"), Meaning::Nothing);
    }
}
