//! The words under which notes and works are gathered, in the languages reports are written in.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a heading announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// Notes to the text.
    Notes,
    /// A list of works.
    Works,
    /// Either of them.
    References,
    /// Something after which neither goes on.
    Other,
}

/// Headings of gathered notes.
const NOTES: &[&str] = &[
    "notes",
    "endnotes",
    "end notes",
    "footnotes",
    "list of notes",
    "notes to the text",
    "notes to text",
    "примечания",
    "примечание",
    "сноски",
    "комментарии",
    "примітки",
    "виноски",
    "ескертпелер",
    "сілтемелер",
    "anmerkungen",
    "endnoten",
    "fußnoten",
    "fussnoten",
    "noten",
    "eindnoten",
    "voetnoten",
    "notes de fin",
    "notes de bas de page",
    "notas",
    "notas finales",
    "notas al final",
    "notas al pie",
    "notas finais",
    "notas de rodapé",
    "note",
    "note finali",
    "note a piè di pagina",
    "przypisy",
    "poznámky",
    "jegyzetek",
    "végjegyzetek",
    "notlar",
    "dipnotlar",
    "sonnotlar",
    "noter",
    "slutnoter",
    "fotnoter",
    "loppuviitteet",
    "bilješke",
    "beležke",
    "бележки",
    "белешке",
    "الهوامش",
    "הערות",
    "注",
    "注释",
    "註釋",
    "脚注",
    "尾注",
];

/// Headings of lists of works.
const WORKS: &[&str] = &[
    "bibliography",
    "selected bibliography",
    "select bibliography",
    "works cited",
    "works consulted",
    "literature cited",
    "literature",
    "reference list",
    "list of references",
    "list of works cited",
    "cited works",
    "cited literature",
    "further reading",
    "reading list",
    "normative references",
    "informative references",
    "literatur",
    "literaturverzeichnis",
    "literaturliste",
    "quellenverzeichnis",
    "quellen- und literaturverzeichnis",
    "quellen und literatur",
    "literatur und quellen",
    "literatur- und quellenverzeichnis",
    "bibliographie",
    "bibliografie",
    "internetquellen",
    "onlinequellen",
    "bibliographie sélective",
    "ouvrages cités",
    "sources citées",
    "bibliografía",
    "bibliografía citada",
    "obras citadas",
    "fuentes",
    "fuentes consultadas",
    "bibliografia",
    "riferimenti bibliografici",
    "opere citate",
    "obras citadas",
    "referências bibliográficas",
    "referencias bibliográficas",
    "références bibliographiques",
    "список литературы",
    "литература",
    "список использованной литературы",
    "список использованных источников",
    "библиография",
    "библиографический список",
    "источники и литература",
    "использованная литература",
    "список джерел",
    "список використаних джерел",
    "список літератури",
    "література",
    "пайдаланылған әдебиеттер",
    "әдебиеттер тізімі",
    "literaturlijst",
    "bronnenlijst",
    "referenties",
    "piśmiennictwo",
    "wykaz źródeł",
    "literatura",
    "seznam literatury",
    "použitá literatura",
    "použité zdroje",
    "seznam použité literatury",
    "seznam použitých zdrojů",
    "seznam zdrojů",
    "zoznam použitej literatúry",
    "bibliografia i źródła",
    "netografia",
    "webografía",
    "webografia",
    "webographie",
    "sitographie",
    "sitografia",
    "lista de referências",
    "felhasznált irodalom",
    "список використаної літератури",
    "використана література",
    "пайдаланылған әдебиет",
    "irodalomjegyzék",
    "irodalom",
    "kaynakça",
    "kaynaklar",
    "litteratur",
    "litteraturliste",
    "litteraturförteckning",
    "källor",
    "källförteckning",
    "kilder",
    "lähteet",
    "lähdeluettelo",
    "literatūra",
    "izvori",
    "literatura i izvori",
    "viri in literatura",
    "литература и источници",
    "المراجع",
    "参考文献",
    "參考文獻",
];

/// Headings of either.
const REFERENCES: &[&str] = &[
    "references",
    "references and notes",
    "notes and references",
    "notes & references",
    "references & notes",
    "references cited",
    "cited references",
    "sources",
    "sources cited",
    "list of sources",
    "citations",
    "endnotes and references",
    "quellen",
    "belege",
    "einzelnachweise",
    "quellenangaben",
    "nachweise",
    "références",
    "notes et références",
    "sources et références",
    "referencias",
    "referencias y notas",
    "notas y referencias",
    "referências",
    "notas e referências",
    "note e riferimenti",
    "riferimenti",
    "fonti",
    "ссылки",
    "источники",
    "примечания и ссылки",
    "джерела",
    "посилання",
    "сілтемелер мен ескертпелер",
    "bibliographie et notes",
    "źródła",
    "odwołania",
    "reference",
    "referanser",
    "referenser",
    "viitteet",
    "hivatkozások",
    "források",
    "referencje",
    "bronnen",
    "izvori i bilješke",
    "референции",
    "извори",
];

/// Headings that carry a number or a title of their own.
const APPENDIX: &[&str] = &[
    "appendix",
    "annex",
    "annexe",
    "anhang",
    "anlage",
    "приложение",
    "додаток",
    "anexo",
    "allegato",
    "załącznik",
    "bijlage",
    "bilaga",
    "vedlegg",
];

/// Headings of what comes behind.
const OTHER: &[&str] = &[
    "appendix",
    "appendices",
    "annex",
    "annexes",
    "annexe",
    "anhang",
    "anlage",
    "anlagen",
    "приложение",
    "приложения",
    "додаток",
    "додатки",
    "anexo",
    "anexos",
    "allegato",
    "allegati",
    "załącznik",
    "bijlage",
    "bijlagen",
    "index",
    "glossary",
    "acknowledgements",
    "acknowledgments",
    "acknowledgement",
    "about the author",
    "about the authors",
    "author's address",
    "author’s address",
    "authors' addresses",
    "authors’ addresses",
    "about us",
    "abbreviations",
    "list of abbreviations",
    "author biography",
    "danksagung",
    "remerciements",
    "agradecimientos",
    "благодарности",
    "об авторе",
    "об авторах",
    "eidesstattliche erklärung",
    "erklärung",
    "author contributions",
    "conflict of interest",
    "conflicts of interest",
    "competing interests",
    "funding",
    "supplementary material",
    "contact",
    "contacts",
    "list of figures",
    "list of tables",
    "table of contents",
    "contents",
    "impressum",
    "disclaimer",
];

static HEADINGS: LazyLock<HashMap<&'static str, Heading>> = LazyLock::new(|| {
    let lists = [
        (OTHER, Heading::Other),
        (REFERENCES, Heading::References),
        (WORKS, Heading::Works),
        (NOTES, Heading::Notes),
    ];
    lists.into_iter().flat_map(|(list, heading)| list.iter().map(move |words| (*words, heading))).collect()
});

/// What a line announces, if it is such a heading: the bare words, or with a number before and a
/// colon behind.
pub(super) fn heading(line: &str) -> Option<Heading> {
    const LONGEST: usize = 90;
    let line = line.trim();
    if line.len() > LONGEST || line.ends_with(['.', ',', ';']) {
        return None;
    }
    let words = unnumbered(line).trim_end_matches(':').trim();
    if !words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
        return None;
    }
    let words = words.to_lowercase();
    HEADINGS.get(words.as_str()).copied().or_else(|| appendix(&words).then_some(Heading::Other))
}

/// `Appendix A`, `Annex 2: Questionnaire`.
fn appendix(words: &str) -> bool {
    let Some((first, rest)) = words.split_once(' ') else { return false };
    let number = rest.split([' ', ':', '.']).next().unwrap_or_default();
    APPENDIX.contains(&first)
        && (number.chars().count() == 1 || number.chars().all(|c| "0123456789ivx".contains(c)))
}

/// A heading without `#`, `7.`, `VII.`, `B)` before it.
pub(super) fn unnumbered(line: &str) -> &str {
    let line = line.trim_start_matches('#').trim_start();
    let Some((first, rest)) = line.split_once(char::is_whitespace) else { return line };
    let number = first.trim_end_matches(['.', ')', ':']);
    let numeral =
        number.len() <= 6 && number.chars().all(|c| c.is_ascii_digit() || c == '.' || "IVXLC".contains(c));
    let letter = number.len() == 1 && first.len() == 2 && number.chars().all(|c| c.is_ascii_uppercase());
    if numeral || letter { rest.trim_start() } else { line }
}
