//! Whether a cited title and a page are in the same language, so that their words can be held
//! against each other at all.
//!
//! Reports cite foreign sources by translated titles, and sites show the same work in several
//! languages. A short title does not tell its language with any certainty, but "the page's
//! language or English?" it nearly always does, and that is the question: reports translate into
//! English. Languages are told by `whatlang` (trigram profiles); Kazakh and Kyrgyz, which it does
//! not know, by their letters.

use whatlang::{Detector, Lang, Script, detect, detect_script};

/// Confidence from which a short title's language is believed: English headlines of three words
/// reach 0.4 as French or Spanish.
const SURE: f64 = 0.5;

/// Words that make a title English and are none in the languages it could be taken for.
const ENGLISH: &[&str] =
    &["the", "of", "and", "for", "with", "to", "from", "by", "is", "are", "its", "how", "why"];

/// Whether the words of a cited title can be expected on a page in whose text `sample` stands.
pub(in crate::check) fn comparable(claim: &str, sample: &str) -> bool {
    let (Some(claim_script), Some(page_script)) = (detect_script(claim), detect_script(sample)) else {
        return false;
    };
    match (claim_script, page_script) {
        (Script::Latin, Script::Latin) => comparable_latin(claim, sample),
        (Script::Cyrillic, Script::Cyrillic) => cyrillic(claim) == cyrillic(sample),
        (Script::Mandarin | Script::Katakana | Script::Hiragana, _)
        | (_, Script::Mandarin | Script::Katakana | Script::Hiragana) => {
            is_east_asian(claim_script) && is_east_asian(page_script) && has_kana(claim) == has_kana(sample)
        }
        _ => claim_script == page_script,
    }
}

fn comparable_latin(claim: &str, sample: &str) -> bool {
    let Some(page) = detect(sample).map(|found| found.lang()) else { return false };
    if page == Lang::Eng {
        return !Detector::with_allowlist(vec![
            Lang::Eng,
            Lang::Deu,
            Lang::Fra,
            Lang::Spa,
            Lang::Por,
            Lang::Ita,
            Lang::Tur,
            Lang::Pol,
            Lang::Nld,
        ])
        .detect(claim)
        .is_some_and(|found| found.lang() != Lang::Eng && found.confidence() >= SURE);
    }
    Detector::with_allowlist(vec![page, Lang::Eng])
        .detect(claim)
        .is_some_and(|found| found.lang() == page && found.confidence() >= SURE)
        && !claim.split_whitespace().any(|word| ENGLISH.contains(&word.to_lowercase().as_str()))
}

#[derive(PartialEq, Eq)]
enum Cyrillic {
    Kazakh,
    Ukrainian,
    Other,
}

/// Told by the letters that only one of them has; a stray name does not make a language.
fn cyrillic(text: &str) -> Cyrillic {
    let (mut letters, mut kazakh, mut ukrainian) = (0_usize, 0_usize, 0_usize);
    for c in text.chars().flat_map(char::to_lowercase) {
        letters += usize::from(c.is_alphabetic());
        kazakh += usize::from(matches!(c, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ'));
        ukrainian += usize::from(matches!(c, 'ї' | 'є' | 'ґ'));
    }
    if kazakh * 50 > letters {
        Cyrillic::Kazakh
    } else if ukrainian * 100 > letters {
        Cyrillic::Ukrainian
    } else {
        Cyrillic::Other
    }
}

fn is_east_asian(script: Script) -> bool {
    matches!(script, Script::Mandarin | Script::Katakana | Script::Hiragana)
}

fn has_kana(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30ff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The harbour board met on Tuesday and heard that the old crane would not be repaired \
                           before the winter, although the money had been set aside for it two years ago.";
    const SPANISH: &str = "La junta del puerto se reunió el martes y supo que la vieja grúa no se reparará antes \
                           del invierno, aunque el dinero estaba reservado desde hace dos años.";
    const GERMAN: &str = "Der Hafenrat tagte am Dienstag und erfuhr, dass der alte Kran vor dem Winter nicht mehr \
                          repariert wird, obwohl das Geld dafür seit zwei Jahren bereitliegt.";
    const RUSSIAN: &str = "Совет порта собрался во вторник и узнал, что старый кран до зимы не починят.";
    const KAZAKH: &str = "Порт кеңесі сейсенбіде жиналып, ескі кранның қысқа дейін жөнделмейтінін білді.";

    #[test]
    fn a_title_in_the_pages_language_can_be_held_against_it() {
        for (claim, page) in [
            ("Pier Committee Demands Repairs", ENGLISH),
            ("Reservoir Levels, May 2017", ENGLISH),
            ("El puerto sin grúas", SPANISH),
            ("Gutachten umgeschrieben", GERMAN),
            ("Кран не починят", RUSSIAN),
            ("Көпір қашан жөнделеді", KAZAKH),
            ("水庫移民的十年", "港務局週二開會討論舊吊車的維修問題"),
        ] {
            assert!(comparable(claim, page), "{claim}");
        }
    }

    #[test]
    fn a_translated_title_cannot() {
        for (claim, page) in [
            ("The Port Without Cranes", SPANISH),
            ("The Dam and the Evictions", GERMAN),
            ("Expert Opinion Rewritten", GERMAN),
            ("Media Law Amended", SPANISH),
            ("Who Will Repair the Crane?", RUSSIAN),
            ("Кто починит кран", KAZAKH),
            ("Көпір қашан жөнделеді", RUSSIAN),
            ("La represa y los desalojos del valle", ENGLISH),
            ("水庫移民的十年", "ダムで移された村の十年を振り返る"),
            ("1984", ENGLISH),
        ] {
            assert!(!comparable(claim, page), "{claim}");
        }
    }
}
