//! The words around a title that are no part of it.

use std::sync::LazyLock;

use super::super::chars::is_opening_quote;
use super::super::lexicon::Lexicon;

/// What stands between a work and its address, longest first, in lower case.
static CONNECTORS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let list =
        "disponibile all'indirizzo | disponible à l'adresse | available online at | доступно по адресу |
         available online | online verfügbar | verfügbar unter | available from | retrieved from |
         abrufbar unter | disponible sur | disponibile su | accessible at | disponible en |
         disponível em | режим доступа | режим доступу | available at | accessed via | online unter |
         accessed at | доступно на | disponible | z dnia | қолжетімді | online at | available | found at |
         accessed | en ligne | em linha | доступ | online | unter | dated | link | from | url | uri |
         přístupné z | přístupné na | přístup z | prístupné na | dostupno na | доступно на адреси | pieejams |
         prieiga per internetą | kättesaadav | consultabile all'indirizzo | consultabile su | reperibile su |
         elérhetőség | çevrimiçi | saatavilla osoitteessa | saatavissa | saatavilla | dostupné z | dostupné na | dostępne na |
         tillgänglig på | tillgänglig via | tilgængelig på | tilgjengelig på | disponibil la | elérhető |
         beschikbaar op | erişim adresi | διαθέσιμο στο | достъпно на | متاح على | hämtad från | från |
         doi | via | see | z | vom | von | del | of | de | від | at | in | on | du | от";
    list.split('|').map(str::trim).collect()
});

/// Beginnings that say what holds the work, in lower case.
const CONTAINERS: [&str; 11] =
    ["in: ", "in:. ", "in ", "dans ", "sur ", "auf ", "en: ", "em: ", "в: ", "у: ", "from "];

/// Words of a title that only say what is behind a hyperlink, in lower case.
static GENERIC: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::phrases(
        "here | download pdf | download | link | this link | source | sources | pdf | website | web site | site | available here |
         read more | more | online | full text | text | report | the report | article | this article |
         archived | archive | archived copy | archivkopie | архивная копия | copie archivée | copia archivada | текст | texte |
         texto | testo | tekst | download | permalink | perma | doi | url | web | homepage |
         home | original | hier | ici | здесь | тут | ссылка | источник | aquí | aqui | qui | quelle |
         fuente | fonte | lien | ↩ | back |",
    )
});

/// What stands in brackets behind a title without being its translation, in lower case.
static MEDIA: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::phrases(
        "pdf | online | video | audio | sic | blog | html | электронный ресурс | електронний ресурс |
         электрондық ресурс | видео | en ligne | en línea | em linha | website | internet | web |
         on-line | çevrimiçi | sieci | internetu | elektronický zdroj | press release | press statement | database | data set | dataset | doc | podcast | documentary |
         translation | перевод |",
    )
});

/// Names of languages in lower case, Cyrillic ones as they begin: `[In Russian]`, `[на русском
/// языке]`, `[en russe]`.
static LANGUAGES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "english russian kazakh ukrainian french german spanish portuguese italian arabic chinese turkish
         polish persian farsi dari pashto uzbek kyrgyz tajik turkmen hebrew dutch swedish japanese korean
         belarusian armenian azerbaijani azeri georgian hungarian greek romanian serbian croatian bosnian
         czech slovak finnish danish norwegian hindi urdu bengali thai vietnamese indonesian malay burmese
         khmer amharic swahili mandarin englisch russisch kasachisch ukrainisch französisch deutsch spanisch
         italienisch arabisch anglais russe kazakhe français allemand espagnol italien portugais arabe
         chinois inglés ruso francés alemán español inglês russo francês alemão português espanhol inglese
         francese tedesco spagnolo italiano",
    )
});

/// The same as they begin, for languages that decline them.
const CYRILLIC: &[&str] = &[
    "русск",
    "английск",
    "казахск",
    "украинск",
    "французск",
    "немецк",
    "испанск",
    "итальянск",
    "китайск",
    "арабск",
    "турецк",
    "польск",
    "узбекск",
    "кыргызск",
    "киргизск",
    "белорусск",
    "російськ",
    "англійськ",
    "українськ",
    "німецьк",
    "казахськ",
    "французьк",
    "қазақ",
    "орыс",
    "ағылшын",
];

/// Words that introduce the name of a language.
static IN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::words("in auf en em на по po originally только original"));

/// Words with which organisations are named, in lower case.
static ORGANISATION: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "initiative alliance campaign coalition trust forum movement congress assembly senate institute institution union ministry agency committee commission council association
         foundation organization organisation center centre university bank fund office department authority
         government parliament court society federation network bureau board exchange company corporation
         group team party media press news times post project house watch international national republican
         democratic lab laboratory service services institut ministerium verband verein stiftung universität
         behörde amt agence assemblée agencia agência agenzia agencja bakanlığı kurumu ministerstwo ministerstvo ministère comité conseil fondation министерство комитет агентство институт университет
         фонд союз организация центр комиссия совет міністерство комітет агенція інститут ministerio
         instituto fundación comisión ministério fundação ministero istituto fondazione министрлігі комитеті
         орталығы қоры müdürlüğü başkanlığı derneği vakfı üniversitesi enstitüsü autorità câmara prefeitura confederación
         asociación observatoire fédération université société igazgatóság intézet hivatal egyesület minisztérium
         ústav úřad svaz spolek urząd instytut fundacja stowarzyszenie ministerie stichting vereniging styrelsen
         direktoratet verket departementet virasto ministeriö observatory directorate وزارة هيئة منظمة جامعة مجلس مركز لجنة مؤسسة معهد اتحاد حزب جمعية صحيفة جريدة وكالة
         شبكة مجلة موقع",
    )
});

/// Kinds of texts, as they are named before a title, in lower case.
static GENRES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::phrases(
        "press release | news release | editorial | op-ed | opinion | note | comment | report | blog post | interview |
         letter | statement | pressemitteilung | communiqué de presse | пресс-релиз | comunicado de prensa",
    )
});

/// Words behind which a quotation is no title but a part of the sentence, in lower case.
static FUNCTION: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "of the by from with to for as is a an on or its his their that book called term word de du des la
         le von der die das dem с на от по о для del el los di della als que",
    )
});

/// How German compounds that name organisations end.
const COMPOUNDS: [&str; 14] = [
    "amt",
    "ministerium",
    "institut",
    "verband",
    "stiftung",
    "behörde",
    "agentur",
    "gesellschaft",
    "anstalt",
    "verein",
    "kammer",
    "direktion",
    "verwaltung",
    "zentrale",
];

/// Whether a word in lower case names an organisation.
pub(super) fn is_organisation(word: &str) -> bool {
    ORGANISATION.has(word) || is_compound(word)
}

/// Whether a word in lower case is a German compound that names an organisation.
pub(super) fn is_compound(word: &str) -> bool {
    COMPOUNDS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}

/// Whether a quotation behind the word in lower case is a part of the sentence.
pub(super) fn is_function(word: &str) -> bool {
    FUNCTION.has(word)
}

/// Whether a piece names the kind of a text and no text.
pub(super) fn is_genre(piece: &str) -> bool {
    GENRES.has_any_case(piece)
}

/// Whether the kind of a text is one that its issuer is named behind, and no outlet.
pub(super) fn is_release(genre: &str) -> bool {
    const RELEASES: [&str; 6] = ["release", "statement", "mitteilung", "communiqué", "релиз", "comunicado"];
    let lower = genre.to_lowercase();
    RELEASES.iter().any(|word| lower.contains(word))
}

/// Whether a hyperlink's text in lower case says nothing of the work.
pub(super) fn is_generic(text: &str) -> bool {
    GENERIC.has(text)
}

/// Whether the text of brackets is a remark on the work rather than its translated title.
pub(super) fn is_remark(text: &str) -> bool {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().take(4).collect();
    let language = match words.as_slice() {
        [word] => is_language(word),
        [first, word] | [first, word, _] => {
            IN.has(first) && is_language(word) || is_language(first) && *word == "тілінде"
        }
        _ => false,
    };
    language || MEDIA.has(&lower) || lower.chars().all(|c| !c.is_alphabetic())
}

/// A title and what stands in square brackets at its end: `Title [Review of the book Other]`.
pub(super) fn without_remark(title: &str) -> (&str, Option<&str>) {
    let parted = title.trim_end().strip_suffix(']').and_then(|text| text.split_once(" ["));
    parted.map_or((title, None), |(title, remark)| (title, Some(remark)))
}

fn is_language(word: &str) -> bool {
    LANGUAGES.has(word) || CYRILLIC.iter().any(|language| word.starts_with(language))
}

/// The text without what leads from a work to its address.
pub(super) fn without_connector(text: &str) -> &str {
    let mut text = text.trim_end_matches(is_edge);
    while let Some(shorter) = CONNECTORS.iter().find_map(|connector| strip_end(text, connector)) {
        text = shorter.trim_end_matches(is_edge);
    }
    text
}

/// The text without what says that the work is a part of it: `in: Wasserbote vom`.
pub(super) fn without_container(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !is_opening_quote(c));
    let inner = CONTAINERS.iter().find_map(|container| {
        let start = text.get(..container.len()).filter(|start| start.to_lowercase() == *container)?;
        Some(text[start.len()..].trim_start_matches([':', '.', ' ']))
    });
    without_connector(inner.unwrap_or(text))
}

/// The text without a phrase at its end, whole words only.
fn strip_end<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let alike = |letter: char| rest.next_back().is_some_and(|c| c.to_lowercase().eq([letter]));
    let found = phrase.chars().rev().all(alike);
    let before = rest.as_str();
    (found && !before.ends_with(char::is_alphanumeric)).then_some(before)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ',' | ':' | ';' | '(' | '[' | '<' | '–' | '—' | '-' | '،' | '，' | '、' | '：')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_in_brackets() {
        for text in [
            "In Russian",
            "in Kazakh",
            "на русском",
            "на английском языке",
            "en russe",
            "қазақ тілінде",
            "PDF",
            "Электронный ресурс",
            "2012",
        ] {
            assert!(is_remark(text), "{text}");
        }
        for text in [
            "Average Monthly Income",
            "Kazakhstan today",
            "In Germany again",
            "In the shadow of the dam",
            "На реке",
        ] {
            assert!(!is_remark(text), "{text}");
        }
    }

    #[test]
    fn remarks_behind_titles() {
        assert_eq!(without_remark("A title [Video]"), ("A title", Some("Video")));
        assert_eq!(without_remark("A [sic] title"), ("A [sic] title", None));
    }

    #[test]
    fn connectors_go() {
        assert_eq!(without_connector("A title, available at: "), "A title");
        assert_eq!(without_connector("A title. URL: "), "A title.");
        assert_eq!(without_connector("A title. – Режим доступа: "), "A title.");
        assert_eq!(without_connector("Great"), "Great");
    }
}
