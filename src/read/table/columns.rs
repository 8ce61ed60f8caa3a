//! What the columns of a table hold.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Column {
    Url,
    Title,
    Author,
    Source,
    Published,
    Accessed,
    Archive,
}

/// Names of columns, lower case, letters and digits only.
#[rustfmt::skip]
static NAMES: [(Column, &[&str]); 7] = [
    (Column::Url, &[
        "url", "urls", "link", "links", "uri", "href", "address", "webaddress", "sourceurl", "sourcelink", "pageurl", "website",
        "lien", "enlace", "liga", "adresse", "webadresse", "adres", "indirizzo", "ссылка", "адрес", "адреса", "посилання",
        "сілтеме", "doi", "网址", "網址", "リンク", "الرابط",
    ]),
    (Column::Title, &[
        "title", "name", "headline", "sourcetitle", "titre", "titel", "título", "titulo", "titolo", "tytuł", "название",
        "заголовок", "заглавие", "назва", "атауы", "标题", "標題", "タイトル", "العنوان",
    ]),
    (Column::Author, &["author", "authors", "auteur", "auteurs", "autor", "autores", "autore", "verfasser", "автор", "авторы"]),
    (Column::Source, &[
        "source", "outlet", "publisher", "containertitle", "publication", "journal", "newspaper", "medium", "site", "quelle", "éditeur", "journal",
        "medio", "fuente", "fonte", "источник", "издание", "видання",
    ]),
    (Column::Published, &[
        "date", "published", "issued", "publicationdate", "datepublished", "publishedat", "pubdate", "datum", "fecha", "data", "дата",
        "опубликовано", "датапубликации",
    ]),
    (Column::Accessed, &[
        "accessed", "accessdate", "dateaccessed", "accessedon", "retrieved", "retrievedon", "lastvisited", "lastaccessed",
        "consultéle", "consulté", "abruf", "abgerufen", "abgerufenam", "zugriff", "fechadeacceso", "fechaacceso", "consultado",
        "dataacesso", "datadeacesso", "accesso", "датаобращения", "датадоступа", "датазвернення", "датадоступу",
    ]),
    (Column::Archive, &["archive", "archiveurl", "archivelink", "archivedurl", "snapshot", "snapshoturl", "wayback", "архив"]),
];

/// What a column with this name holds.
pub(in crate::read) fn column(name: &str) -> Option<Column> {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_columns() {
        for (name, expected) in [
            ("URL", Some(Column::Url)),
            ("Access date", Some(Column::Accessed)),
            ("дата обращения", Some(Column::Accessed)),
            ("archive_url", Some(Column::Archive)),
            ("http_status", None),
            ("", None),
        ] {
            assert_eq!(column(name), expected, "{name}");
        }
    }
}
