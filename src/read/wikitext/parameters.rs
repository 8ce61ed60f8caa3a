//! What the parameters of references are called in the languages of the wikis.

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
    Year,
    Month,
    Day,
    Url,
    Accessed,
    ArchiveUrl,
    ArchiveDate,
    /// A number that leads to the work behind this address.
    Identifier(&'static str),
    /// Text that is not printed.
    Text,
}

/// Keys of parameters, lower case, blanks and hyphens left out.
#[rustfmt::skip]
static ROLES: [(Role, &[&str]); 18] = [
    (Role::Url, &[
        "url", "lien", "lienweb", "urltexte", "lireenligne", "online", "ссылка", "адрес", "адреса", "посилання", "adres", "enlace",
        "link", "网址", "網址", "مسار", "وصلة", "نشانی", "پیوند", "כתובת",
        "osoite", "уебадрес",
    ]),
    (Role::Title, &[
        "title", "titre", "titel", "titolo", "título", "titulo", "tytuł", "tytul", "заглавие", "название", "назва", "заголовок",
        "titul", "název", "titulek", "başlık", "otsikko", "nimeke", "cím", "tittel", "titlu", "наслов", "标题", "標題", "タイトル",
        "headline", "scripttitle", "عنوان", "כותרת",
        "títol", "naslov", "izenburua", "başlıq", "pealkiri", "tiêuđề", "제목", "загаловак",
    ]),
    (Role::Translation, &["transtitle", "traductiontitre", "titeltr", "trad", "títulotrad", "titulotrad", "перевод"]),
    (Role::Author, &[
        "author", "authors", "last", "author1", "last1", "surname", "surname1", "auteur", "auteur1", "nom", "nom1", "autor",
        "autor1", "apellidos", "apellido", "autore", "cognome", "autorzy", "nazwisko", "автор", "автори", "forfatter",
        "författare", "efternamn", "tekijä", "szerző", "příjmení", "vauthors", "último", "ultimo", "sobrenome", "作者", "著者",
        "مؤلف", "نویسنده", "מחבר",
        "egilea", "müəllif", "tácgiả", "aŭtoro", "저자", "성", "cognom", "аутор", "аўтар", "прізвище", "фамилия",
    ]),
    (Role::FirstName, &[
        "first", "first1", "given", "prénom", "prénom1", "prenom", "nombre", "nome", "nome1", "imię", "imie", "förnamn", "jméno",
        "primeiro", "имя",
        "이름", "etunimi",
    ]),
    (Role::Container, &[
        "work", "website", "newspaper", "journal", "magazine", "periodical", "site", "encyclopedia", "périodique", "periodique",
        "siteweb", "werk", "sammelwerk", "obra", "periódico", "publicación", "sitioweb", "jornal", "revista", "sito",
        "pubblicazione", "rivista", "czasopismo", "praca", "издание", "сайт", "видання", "verk", "tidning", "julkaisu", "krant",
        "booktitle", "ouvrage", "periodikum", "робота", "газета", "журнал", "вебсайт", "вестник", "gazete", "dergi", "çalışma",
        "folyóirat", "lap", "weboldal", "noviny", "časopis", "lehti", "网站", "報紙", "报纸", "عمل", "אתר",
        "웹사이트", "신문", "뉴스", "잡지", "저널", "موقع", "صحيفة", "مجلة", "وبگاه", "труд", "väljaanne", "avis", "egunkaria",
    ]),
    (Role::Publisher, &[
        "publisher", "agency", "institution", "via", "éditeur", "editeur", "hrsg", "herausgeber", "verlag", "editorial", "editora",
        "publicado", "editor", "editore", "wydawca", "opublikowany", "издательство", "издатель", "видавництво", "видавець", "utgivare",
        "utgiver", "julkaisija", "uitgever", "kiadó", "vydavatel", "yayıncı", "出版社", "ناشر",
        "udgiver", "издател", "izdavač", "vydavateľ", "kirjastus", "nhàxuấtbản", "argitaletxea", "출판사",
    ]),
    (Role::Date, &[
        "date", "publicationdate", "datum", "fecha", "data", "дата", "dato", "aika", "dátum", "datumvydání", "tarih", "日期",
        "date1", "تاريخ", "تاریخ", "תאריך",
        "ajankohta", "날짜", "tarix", "aeg", "ngày", "dátumvydania",
    ]),
    (Role::Year, &["year", "année", "annee", "jahr", "año", "ano", "anno", "год", "рік", "rok", "år", "vuosi", "yıl"]),
    (Role::Month, &["month", "mois", "monat", "mes", "mês", "mese", "месяц", "місяць", "miesiąc", "månad", "ay"]),
    (Role::Day, &["day", "jour", "tag", "día", "dia", "giorno", "день", "число"]),
    (Role::Accessed, &[
        "accessdate", "consultéle", "consulté", "abruf", "zugriff", "abrufdatum", "fechaacceso", "acceso", "acessodata",
        "acessadoem", "accesso", "dostęp", "datadostępu", "датаобращения", "датадоступа", "датадоступу", "bezochtdatum",
        "hämtdatum", "besøksdato", "hentet", "luettu", "elérés", "elér", "datumpřístupu", "erişimtarihi", "dataaccesului",
        "访问日期", "retrieved", "تاريخالوصول", "تاریخبازدید", "תאריךוידוא",
        "viitattu", "consulta", "dataacceso", "sartzedata", "vaadatud", "ngàytruycập", "alirdato", "확인날짜", "достъпдата",
        "dátumprístupu", "pristupljeno", "bezoekdatum",
    ]),
    (Role::ArchiveUrl, &[
        "archiveurl", "urlarchive", "archiveurl1", "archiv", "archivurl", "urlarchivo", "arquivourl", "urlarquivo", "urlarchivio",
        "archiwum", "архив", "архів", "archiefurl", "arkivurl", "arkisto", "urlarchivu", "arşivurl", "مسارأرشيف", "پیوندبایگانی",
        "보존url",
    ]),
    (Role::ArchiveDate, &[
        "archivedate", "archivdatum", "dataarchivio", "fechaarchivo", "arquivodata", "dataarquivo", "архивдата", "датаархивирования", "датаархіву",
        "датаархивації", "zarchiwizowano", "archiefdatum", "arkivdatum", "datumarchivace", "arşivtarihi", "تاريخأرشيف",
        "보존날짜",
    ]),
    (Role::Identifier("https://doi.org/"), &["doi"]),
    (Role::Identifier("https://hdl.handle.net/"), &["hdl"]),
    (Role::Identifier("https://arxiv.org/abs/"), &["arxiv", "eprint"]),
    (Role::Text, &["quote", "quotation", "zitat", "citation", "cita", "citação", "цитата"]),
];

/// What a parameter holds, by its key; `author2` is another author.
pub(super) fn role(key: &str) -> Option<Role> {
    let plain: String = key.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).collect();
    let stem = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = |name: &str| ROLES.iter().find(|(_, keys)| keys.contains(&name)).map(|(role, _)| *role);
    known(&plain).or_else(|| known(stem).filter(|role| matches!(role, Role::Author | Role::FirstName)))
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
            ("дата обращения", Some(Role::Accessed)),
            ("doi", Some(Role::Identifier("https://doi.org/"))),
            ("isbn", None),
        ] {
            assert_eq!(role(key), expected, "{key}");
        }
    }

    #[test]
    fn no_key_has_two_meanings() {
        let mut keys: Vec<_> = ROLES.iter().flat_map(|(_, keys)| keys.iter()).collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }
}
