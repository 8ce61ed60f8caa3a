//! The headings that open an apparatus, in the languages that reports are written in.

use crate::model::Kind;

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Section {
    /// Notes of this kind.
    Notes(Kind),
    /// A list of works.
    Works,
}

/// Longest heading that is looked at, in bytes.
const LONGEST: usize = 120;

#[rustfmt::skip]
static FOOTNOTES: [&str; 61] = [
    "notes", "note", "footnotes", "foot notes", "notes and references", "references and notes",
    "notes & references", "explanatory notes", "source notes",
    "fußnoten", "fussnoten", "anmerkungen", "einzelnachweise", "anmerkungen und einzelnachweise",
    "notes de bas de page", "notes et références", "références et notes",
    "notas", "notas al pie", "notas a pie de página", "notas y referencias",
    "notas de rodapé", "notas e referências", "note a piè di pagina", "note e riferimenti",
    "voetnoten", "noten", "fotnoter", "noter", "noter och referenser", "alaviitteet", "viitteet",
    "przypisy", "poznámky", "poznámky pod čarou", "jegyzetek", "lábjegyzetek", "dipnotlar", "notlar",
    "примечания", "сноски", "примітки", "виноски", "заўвагі", "бележки", "напомене",
    "сілтемелер", "脚注", "注释", "注釈", "註釋", "注", "註", "注記", "脚註", "각주",
    "هوامش", "الهوامش", "پانویس", "הערות", "הערות שוליים",
];

#[rustfmt::skip]
static ENDNOTES: [&str; 8] = [
    "endnotes", "end notes", "endnoten", "notes de fin", "notas finales", "notas finais",
    "note finali", "концевые сноски",
];

#[rustfmt::skip]
static WORKS: [&str; 113] = [
    "references", "reference", "reference list", "list of references", "references cited",
    "bibliography", "select bibliography", "selected bibliography", "annotated bibliography",
    "works cited", "work cited", "literature", "literature cited", "sources", "sources cited",
    "further reading", "reading list", "normative references", "informative references", "recommended reading", "works consulted", "cited works", "cited sources",
    "literatur", "literaturverzeichnis", "literaturangaben", "quellen", "quellenverzeichnis",
    "quellenangaben", "quellen und literatur", "literatur und quellen", "weiterführende literatur",
    "bibliografie", "referenzen", "internetquellen", "onlinequellen",
    "références", "références bibliographiques", "bibliographie", "ouvrages cités", "webographie",
    "sitographie", "sources et bibliographie",
    "referencias", "referencias bibliográficas", "bibliografía", "fuentes", "obras citadas",
    "referências", "referências bibliográficas", "bibliografia", "obras citadas e consultadas",
    "riferimenti", "riferimenti bibliografici", "fonti", "sitografia", "fontes",
    "literatuur", "literatuurlijst", "bronnen", "bronvermelding", "referenties",
    "referenser", "källor", "källförteckning", "referanser", "kilder", "litteratur", "referencer",
    "lähteet", "kirjallisuus", "literatura", "źródła", "literatura i źródła", "zdroje",
    "použitá literatura", "použité zdroje", "seznam použitých zdrojů", "seznam použité literatury", "webografía",
    "webografia", "felhasznált irodalom", "список використаної літератури", "irodalom", "források", "kaynakça", "kaynaklar",
    "литература", "список литературы", "библиография", "источники", "список источников",
    "использованная литература", "источники и литература", "использованные источники",
    "література", "джерела", "список використаних джерел", "список літератури",
    "әдебиеттер", "参考文献", "引用文献", "参考资料", "참고문헌",
    "مراجع", "المراجع", "مصادر", "المصادر", "المصادر والمراجع", "المراجع والمصادر", "منابع", "מקורות", "ביבליוגרפיה",
];

/// Most words that such a heading has, its number included.
const MOST_WORDS: usize = 7;

/// What stands under a heading with this text.
pub(in crate::read) fn section_of(heading: &str) -> Option<Section> {
    if heading.len() > LONGEST || heading.split_ascii_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let heading = heading.to_lowercase();
    let title =
        without_number(heading.trim_matches(|c: char| c.is_whitespace() || "*_#:[](){}.–—-".contains(c)));
    let among = |titles: &[&str]| titles.contains(&title);
    if among(&FOOTNOTES) {
        Some(Section::Notes(Kind::Footnote))
    } else if among(&ENDNOTES) {
        Some(Section::Notes(Kind::Endnote))
    } else {
        among(&WORKS).then_some(Section::Works)
    }
}

/// The heading without `7.`, `VII.`, `A)` or `5.2` before it.
fn without_number(title: &str) -> &str {
    let Some((number, rest)) = title.split_once(' ') else { return title };
    let digits = number.trim_end_matches(['.', ')']);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !digits.is_empty();
    let is_roman = digits.len() < number.len() && digits.bytes().all(|byte| b"ivxlc".contains(&byte));
    let is_letter = digits.len() < number.len() && digits.chars().count() == 1;
    if is_number || is_roman || is_letter { rest.trim_start() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_headings_in_many_forms() {
        for (heading, section) in [
            ("Notes", Some(Section::Notes(Kind::Footnote))),
            ("12. ENDNOTES", Some(Section::Notes(Kind::Endnote))),
            ("VII. Works Cited", Some(Section::Works)),
            ("5.2 Literatur:", Some(Section::Works)),
            ("Источники", Some(Section::Works)),
            ("**Bibliographie**", Some(Section::Works)),
            ("Примечания", Some(Section::Notes(Kind::Footnote))),
            ("Notes from the field", None),
            ("Sources of conflict", None),
            ("", None),
        ] {
            assert_eq!(section_of(heading), section, "{heading}");
        }
    }
}
