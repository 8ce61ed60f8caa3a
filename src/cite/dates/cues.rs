//! The words that say what a date is: when the author read the source, or something else.

use std::sync::LazyLock;

use crate::cite::chars::is_unspaced_script;
use crate::cite::lexicon::Lexicon;

/// What a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cite) enum Role {
    /// When the author read the source.
    Accessed,
    /// When an archive copy was taken.
    Archived,
    /// When the page last changed: neither read nor published.
    Other,
    /// Nothing is said; it may be the date of publication.
    Unsaid,
}

/// Words that make the date behind them the day of access, in lower case.
static ACCESSED: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "accessed access visited retrieved viewed consulted checked downloaded
         consulté consultée consultés consultées consultation visité visitée accédé
         abgerufen geprüft zugriff zugriffsdatum besucht aufgerufen eingesehen abruf abrufdatum aufruf
         zugegriffen stand
         обращения обращение доступа доступ посещения просмотра просмотрено проверено посещено звернення доступу
         перегляд перегляду переглянуто відвідано қаралды қаралған жүгінген
         consultado consultada consultados consulta acceso accedido visitado visitada recuperado acesso
         acessado acessada acedido acedida accesso consultato consultata visitato visitata consultazione
         geraadpleegd bezocht dostęp dostępu odczytu erişim erişildi navštíveno hämtad hämtat besökt åtkomst
         посещение обращено júgingen qaralǵan qaraldy qaralġan qaralğan qaraldı
         viitattu luettu haettu tarkistettu geopend gelezen opgehaald ανακτήθηκε ανάκτηση πρόσβαση προσπελάστηκε
         προσπέλαση consultat accesat accesată vizitat vizitată citováno citované navštívené hozzáférés letöltve
         letöltés megtekintve megtekintés besøgt tilgået hentet lest lastet besøkt läst pristupljeno
         accès visite vérifié vérifiée vérifiés heruntergeladen verfügbar download zugriffs besuch consult revisado revisada
         visita verificato verificata odczyt odczytano stan pobrano pobrania pobrane wejście wejścia přístup přístupu
         staženo ověřeno giriş ziyaret raadpleging bekeken toegang toegangsdatum состоянию просмотр скачано
         кірген қаралым қаралымы өтініш жүгіну завантажено станом перевірено
         тексерілген тексерілді процитовано процитована прагледжана каралган пристъпен пристъпено достъпен достъп
         посетено пристапено pristup pridobljeno prístup prístupu overené aplūkots skatīta kasutatud skoðað sótt åpnet
         prieiga tikrinta baxılıb müraciət murojaat  נצפה נצפתה כניסה נבדק גישה بازدید بازیابی دریافت شوهد شوهدت
         приступљено посетен прегледан diakses cập vaadatud skatīts žiūrėta נדלה אוחזר دسترسی الاطلاع اطلع الوصول الدخول الزيارة زيارة المشاهدة التصفح الاسترجاع استرجع استرجعت
         lokaliseret nedlastet katsottu posjećeno preuzeto dostop ogledano посећено преузето külastatud vizituar
         kontsulta diunduh zobrazeno",
    )
});

/// Words that make it the day of a copy.
static ARCHIVED: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "archived archive архив архів saved captured cached snapshot archivé archivée archiviert архивировано архивирована архивная
         архивной заархивировано архівовано архівна заархівовано archivado archivada arquivado arquivada
         archiviato archiviata archivio зархивировано мұрағатталған мұрағатталды zarchiwizowano zarchiwizowane arşivlendi
         arkivlendi gearchiveerd archivováno arkiverad arkiverat arkiverades أرشفة مؤرشف",
    )
});

/// Words that make it the day of a change.
static OTHER: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "updated modified revised amended aktualisiert geändert изменено обновлено оновлено actualizado
         actualizada atualizado atualizada aggiornato aggiornata жаңартылған zaktualizowano güncelleme
         güncellendi bijgewerkt aktualizováno uppdaterad mise maj",
    )
});

/// Words that may stand between a cue and its date.
static FILLERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "on at the in date of from original от за копия копія копию оригинала оригіналу copy copie copia kopie cópia version del di dell en ligne z dnia na dzień dzien сайта сайту ресурса берілген күн le la du am den dem vom zuletzt letzter em no el il día dia
         fecha data de tarihi op dnia күні уақыты kúni küni kuni den v στις την κατά på dne ngày ideje dátuma napja d на desde depuis aus originale dall’originale originele oryginału originálu origine ב בתאריך לאחרונה ostvaren tarixi sanasi күнү در عليه عليها في بتاريخ يوم monday tuesday wednesday thursday friday saturday sunday jeweils letzten mal pour dernière fois última vez ultima volta",
    )
});

/// Words that may stand before a cue. Anything else makes it a verb of the sentence: "he visited
/// the town in May 2012".
static QUALIFIERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "last was were first lien liens di del последнего останнього рет laatste по most recently date page site website url link links of and both all each sources webpages pages web online le la de du dernière
         dernier zuletzt letzter letzte letztmals alle jeweils sämtliche tous toutes все всі барлығы todos todas tutti tutte wszystkie hepsi tümü všechny beide am дата последнее последний останнє último última ultimo
         ultima останній data fecha página sitio sito pagina соңғы ostatni laatst son режим naposledy senast senest sist sidst utoljára
         utolsó viimeksi τελευταία ημερομηνία последно последен datum dátum dato truy çevrimiçi תאריך לאחרונה تاریخ آخرین 최종 마지막 تاريخ آخر تم",
    )
});

/// Words between a date and a cue that follows it: `3 Temmuz 2013 tarihinde erişildi`.
const BETWEEN: [&str; 4] = ["tarihinde", "г", "року", "күні"];

/// Whether a cue may follow its date behind the word in lower case.
pub(super) fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word)
}

/// Cues that follow their date: `2 шілде 2013 қаралды`, `am 3. Mai 2012 abgerufen`.
static BEHIND: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "abgerufen besucht aufgerufen eingesehen қаралды қаралған тарихи erişildi qaraldy qaraldı letöltve megtekintve",
    )
});

/// Parts of words in scripts that put no spaces between them, which say the same: `访问日期`,
/// `最終閲覧日`, `日访问`.
const UNSPACED: [&str; 20] = [
    "確認",
    "登录",
    "열람",
    "접근",
    "访问",
    "訪問",
    "閲覧",
    "阅览",
    "查阅",
    "查閱",
    "检索",
    "檢索",
    "浏览",
    "瀏覽",
    "アクセス",
    "参照",
    "引用日期",
    "접속",
    "검색",
    "방문",
];

/// The same for the day of a copy.
const UNSPACED_COPIES: [&str; 4] = ["存档", "存檔", "归档", "アーカイブ"];

/// Words that say so only in brackets: `[cited 2013 Jul 2]`, `[cit. 2013-07-02]`.
const BRACKETED: [&str; 7] = ["cited", "cit", "citado", "citováno", "citerad", "vid", "réf"];

/// The abbreviations among them that say so behind any sign: `, cit. 3. 7. 2013`.
const ABBREVIATED: [&str; 2] = ["cit", "vid"];

/// Words that make a day of access that of all sources before it, in lower case.
const ALL: [&str; 24] = [
    "all",
    "both",
    "each",
    "alle",
    "sämtliche",
    "jeweils",
    "tous",
    "toutes",
    "все",
    "всі",
    "барлық",
    "барлығы",
    "todos",
    "todas",
    "tutti",
    "tutte",
    "wszystkie",
    "hepsi",
    "tümü",
    "všechny",
    "vše",
    "oba",
    "beide",
    "ambos",
];

/// Whether a word in lower case makes a day of access that of all sources before it.
pub(super) fn is_all(word: &str) -> bool {
    ALL.contains(&word)
}

/// Whether an abbreviation in lower case makes the full date behind it the day of access.
pub(super) fn is_abbreviated(word: &str) -> bool {
    ABBREVIATED.contains(&word)
}

/// Whether a word in lower case behind an opening bracket makes the date behind it the day of
/// access.
pub(super) fn is_bracketed(word: &str) -> bool {
    BRACKETED.contains(&word)
}

/// Whether two words in lower case behind an opening bracket make the date behind them the day of
/// access: `(as of 3 April 2012)`.
pub(super) fn is_bracketed_pair(first: &str, second: &str) -> bool {
    first == "as" && matches!(second, "of" | "at")
}

/// The role that a word in lower case gives to the date behind it.
pub(super) fn role(word: &str) -> Option<Role> {
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    if word.starts_with(is_unspaced_script) {
        return if has(&UNSPACED_COPIES) {
            Some(Role::Archived)
        } else {
            has(&UNSPACED).then_some(Role::Accessed)
        };
    }
    if ACCESSED.has(word) {
        Some(Role::Accessed)
    } else if ARCHIVED.has(word) {
        Some(Role::Archived)
    } else if OTHER.has(word) {
        Some(Role::Other)
    } else {
        None
    }
}

/// Whether a word may stand between a cue and its date.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.has(word)
}

/// Whether a cue may stand behind a word.
pub(super) fn is_qualifier(word: &str) -> bool {
    QUALIFIERS.has(word)
}

/// Whether a word makes the date before it the day of access.
pub(super) fn is_behind(word: &str) -> bool {
    let of_day = word.strip_prefix(['日', '일']).filter(|rest| !rest.is_empty()).unwrap_or(word);
    BEHIND.has(word) || (word.starts_with(is_unspaced_script) && role(of_day) == Some(Role::Accessed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_two_things() {
        assert!(ACCESSED.entries().all(|word| !OTHER.has(word) && !ARCHIVED.has(word) && !FILLERS.has(word)));
        assert!(ARCHIVED.entries().all(|word| !OTHER.has(word) && !FILLERS.has(word)));
        assert!(OTHER.entries().all(|word| !FILLERS.has(word)));
    }

    #[test]
    fn words_are_in_lower_case() {
        for list in [&ACCESSED, &ARCHIVED, &OTHER, &FILLERS, &QUALIFIERS, &BEHIND] {
            assert!(list.entries().all(|word| word.to_lowercase() == word));
        }
    }
}
