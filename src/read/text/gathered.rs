//! Lists of notes and of works at the end of a chapter or a text, told by their headings.

use super::lines::Line;

/// Headings of gathered notes, small letters.
const NOTES: &[&str] = &[
    "notes",
    "endnotes",
    "end notes",
    "footnotes",
    "notes and references",
    "references and notes",
    "references",
    "примечания",
    "сноски",
    "ссылки",
    "anmerkungen",
    "endnoten",
    "fußnoten",
    "fussnoten",
    "quellen",
    "belege",
    "notes de fin",
    "notes et références",
    "références",
    "notas",
    "notas finales",
    "notas al final",
    "referencias",
    "note",
    "note finali",
    "przypisy",
    "poznámky",
    "jegyzetek",
    "примітки",
    "notas de rodapé",
    "referências",
];

/// Marks the lines that stand under a heading of notes.
pub(super) fn gathered(lines: &[Line]) -> Vec<bool> {
    let mut under = false;
    lines
        .iter()
        .map(|line| {
            if !line.blank && line.text.len() < 60 {
                let text = line.text.trim().trim_end_matches(':').to_lowercase();
                under |= NOTES.contains(&text.as_str());
            }
            under
        })
        .collect()
}
