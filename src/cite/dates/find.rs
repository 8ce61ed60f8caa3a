//! The dates of a note, each with what its surroundings say it is.

use std::ops::Range;

use super::cues::{self, Role};
use super::parse::{self, date_at};
use super::tokens::Tokens;
use crate::cite::flat::ADDRESS;
use crate::model::PartialDate;

/// Tokens looked back at for a cue.
const REACH: usize = 8;

/// Tokens from the start of a date to its first number, at most: `May/June 2012`, `Sept. 9`.
const WIDEST: usize = 6;

/// Words after which a bare year is not when a work came out.
const NOT_BEFORE_YEAR: &[&str] = &[
    "of", "in", "since", "from", "to", "till", "until", "by", "for", "and", "the", "years", "p", "pp", "pg",
    "no", "nos", "art", "vol", "para", "за", "в", "на", "с", "по", "до", "от", "von", "bis", "seit", "im",
    "s", "de", "del", "du", "en", "c", "nr", "§",
];

/// A date of a note.
#[derive(Debug, Clone)]
pub(in crate::cite) struct Dated {
    /// Bytes of the text.
    pub(in crate::cite) range: Range<usize>,
    /// The date.
    pub(in crate::cite) date: PartialDate,
    /// What it is said to be.
    pub(in crate::cite) role: Role,
    /// Where the words that say so begin; the date's start where nothing is said.
    pub(in crate::cite) cue: usize,
    /// Whether it is said of all sources before it.
    pub(in crate::cite) of_all: bool,
}

impl Dated {
    /// How exactly the day is known: 2 the day, 1 the month, 0 the year.
    pub(in crate::cite) fn precision(&self) -> u8 {
        u8::from(self.date.month().is_some()) + u8::from(self.date.day_of_month().is_some())
    }
}

/// All dates of a flat text, in order. Linear.
pub(in crate::cite) fn dates(text: &str) -> Vec<Dated> {
    let tokens = Tokens::of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(number) = tokens.next_number(at) {
        at = at.max((number + 1).saturating_sub(WIDEST));
        let read = date_at(&tokens, at).or_else(|| bare_year(&tokens, at));
        let Some((date, end)) = read else {
            at += 1;
            continue;
        };
        if let Some(dated) = dated(&tokens, at..end, date) {
            found.push(dated);
        }
        at = end;
    }
    found
}

fn dated(tokens: &Tokens, span: Range<usize>, date: PartialDate) -> Option<Dated> {
    let range = tokens.range(span.start)?.start..tokens.range(span.end - 1)?.end;
    let full = date.day_of_month().is_some();
    let cue = cue_before(tokens, span.start, full)
        .or_else(|| cue_behind(tokens, span.end).map(|role| (role, span.start)))
        .or_else(|| bracketed(tokens, &span, date).map(|role| (role, span.start)))
        .or_else(|| is_behind_online(tokens, span.start, full).then_some((Role::Accessed, span.start)));
    let (role, cue) = cue.unwrap_or((Role::Unsaid, span.start));
    let said =
        (cue..span.start).filter_map(|at| tokens.word(at)).any(|word| cues::is_all(&word.to_lowercase()));
    Some(Dated { cue: tokens.range(cue)?.start, range, date, role, of_all: said })
}

/// A year that stands alone between signs: `…, 2011, p. 22`, `(2015)`.
fn bare_year(tokens: &Tokens, at: usize) -> Option<(PartialDate, usize)> {
    let (value, _) = tokens.number(at).filter(|(value, digits)| parse::is_year(*value, *digits))?;
    let glued = tokens.touches(at)
        && tokens.sign(at - 1).is_none_or(|sign| !matches!(sign, '(' | '（' | '[' | ',' | '“' | '.'));
    let stop = at > 0 && tokens.sign(at - 1) == Some('.');
    let before = at.checked_sub(1 + usize::from(stop)).and_then(|before| tokens.word(before));
    let initial = |word: &str| !stop && word.len() == 1 && word.starts_with(char::is_uppercase);
    let refused =
        before.is_some_and(|word| NOT_BEFORE_YEAR.contains(&word.to_lowercase().as_str()) && !initial(word));
    if glued || refused || (at > 0 && matches!(tokens.sign(at - 1), Some('&' | '–' | '#' | '№' | '§'))) {
        return None;
    }
    let letter =
        tokens.touches(at + 1) && tokens.word(at + 1).is_some_and(|word| word.len() == 1 || word == "年");
    let end = at + 1 + usize::from(letter);
    let alone = end == tokens.len()
        || tokens.sign(end).is_some_and(|sign| {
            matches!(sign, ',' | '.' | ')' | ']' | '[' | ';' | ':' | '،' | '，' | '、' | '）' | ADDRESS)
        });
    let decimal =
        tokens.sign(end) == Some('.') && tokens.touches(end + 1) && tokens.number(end + 1).is_some();
    (alone && !decimal).then(|| parse::year(value).map(|date| (date, end)))?
}

/// The role said before the date, and the token where that begins.
fn cue_before(tokens: &Tokens, start: usize, full: bool) -> Option<(Role, usize)> {
    let mut at = start;
    for _ in 0..REACH {
        at = at.checked_sub(1)?;
        at = before_remark(tokens, at);
        if let Some(word) = tokens.word(at) {
            let word = word.to_lowercase();
            if word == "web" && tokens.sign(at + 1) == Some('.') && at + 2 == start {
                return Some((Role::Accessed, at));
            }
            if cues::is_bracketed(&word) && at > 0 && matches!(tokens.sign(at - 1), Some('[' | ';')) {
                return Some((Role::Accessed, at));
            }
            let signed = at == 0 || tokens.sign(at - 1).is_some();
            if full && signed && (cues::is_abbreviated(&word) || is_turkish(tokens, at, &word)) {
                return Some((Role::Accessed, at - 2 * usize::from(word == "t")));
            }
            let pair = tokens.word(at + 1).map(str::to_lowercase);
            if pair.is_some_and(|next| cues::is_bracketed_pair(&word, &next)) {
                let opened = at > 0 && matches!(tokens.sign(at - 1), Some('(' | '['));
                let current =
                    at > 0 && tokens.word(at - 1).is_some_and(|word| word.eq_ignore_ascii_case("current"));
                let said = opened || current || full && is_behind_address(tokens, at);
                return said.then(|| (Role::Accessed, at - usize::from(current)));
            }
            match cues::role(&word) {
                Some(role) => {
                    let led = cue_start(tokens, at).map(|from| (role, from));
                    return led.or_else(|| governed(tokens, at..start, role).filter(|_| full));
                }
                None if cues::is_filler(&word) => {}
                None => return None,
            }
        } else if !tokens.sign(at).is_some_and(|sign| {
            matches!(sign, ':' | '：' | ',' | '(' | '[' | '.' | '-' | '–' | '—' | '־' | '\'' | '’' | '“')
        }) {
            return None;
        }
    }
    None
}

/// Past brackets with words in them, which say what the copy before them is: `(PDF)`, `(no longer
/// online)`.
fn before_remark(tokens: &Tokens, at: usize) -> usize {
    const LONGEST: usize = 8;
    if tokens.sign(at) != Some(')') {
        return at;
    }
    let inside = (0..at).rev().take(LONGEST).take_while(|at| tokens.word(*at).is_some()).count();
    let open = at.checked_sub(inside + 1).filter(|open| inside > 0 && tokens.sign(*open) == Some('('));
    open.and_then(|open| open.checked_sub(1)).unwrap_or(at)
}

/// `e.t.`, short for `erişim tarihi`; `at` is its last letter.
fn is_turkish(tokens: &Tokens, at: usize, word: &str) -> bool {
    let stop = at >= 2 && tokens.sign(at - 1) == Some('.') && tokens.touches(at);
    word == "t" && stop && tokens.word(at - 2).is_some_and(|first| first.eq_ignore_ascii_case("e"))
}

/// What a cue that stands behind other words says of the full date right behind it: `Gazette
/// Accessed 3 May 2012` is read, `he visited on 3 May 2012` neither read nor published.
fn governed(tokens: &Tokens, cue: Range<usize>, role: Role) -> Option<(Role, usize)> {
    let Range { start: cue, end } = cue;
    let words = (cue + 1..end).all(|at| tokens.word(at).is_some() || tokens.sign(at) == Some(':'));
    let capital = tokens.word(cue).is_some_and(|word| word.starts_with(char::is_uppercase));
    if role == Role::Archived && capital && words {
        return Some((role, cue));
    }
    if role != Role::Accessed || !words {
        return None;
    }
    Some((if capital { Role::Accessed } else { Role::Other }, cue))
}

/// Where the words of a cue begin, if it is one and no verb of a sentence.
fn cue_start(tokens: &Tokens, cue: usize) -> Option<usize> {
    let mut from = cue;
    while let Some(word) = from.checked_sub(1).and_then(|before| tokens.word(before)) {
        let word = word.to_lowercase();
        if !cues::is_qualifier(&word) && cues::role(&word).is_none() {
            return None;
        }
        from -= 1;
        if cue - from > REACH {
            return None;
        }
    }
    Some(from)
}

/// The role said behind the date.
fn cue_behind(tokens: &Tokens, end: usize) -> Option<Role> {
    let led = tokens.word(end).is_some_and(|word| cues::is_between(&word.to_lowercase()));
    let behind = if led { end + 1 } else { end };
    let mut words = [behind, end - 1].into_iter().filter_map(|at| tokens.word(at));
    words.any(|word| cues::is_behind(&word.to_lowercase())).then_some(Role::Accessed)
}

/// A full date alone in brackets behind an address says when that was read; so does one in square
/// brackets behind the date of publication or the pages: `(2012-05-11)[2013-07-02]`,
/// `12(3): 4-9[2013-07-02]` (GB/T 7714), `2012-05-11 [2013-07-02]` (the Chinese Wikipedia), and one in
/// any behind a full date, `11.05.2012 (02.07.2013)`.
fn bracketed(tokens: &Tokens, span: &Range<usize>, date: PartialDate) -> Option<Role> {
    date.day_of_month()?;
    let open = span.start.checked_sub(1)?;
    let square = tokens.sign(open) == Some('[') && tokens.sign(span.end) == Some(']');
    let round =
        tokens.sign(open) == Some('(') && tokens.sign(span.end) == Some(')') && all_numbers(tokens, span);
    let before = open.checked_sub(1)?;
    let dated = tokens.sign(before) == Some(')') || tokens.number(before).is_some();
    let day = ends_numeric_date(tokens, before);
    if square && dated && tokens.touches(open) || (square || round) && day {
        return Some(Role::Accessed);
    }
    ((square || round) && is_behind_address(tokens, open)).then_some(Role::Accessed)
}

/// Whether the token at `last` ends a date in numbers: `11.05.2012`, `2012-05-11`.
fn ends_numeric_date(tokens: &Tokens, last: usize) -> bool {
    let Some(first) = last.checked_sub(4) else { return false };
    let signs = [first + 1, first + 3].map(|at| tokens.sign(at));
    signs[0] == signs[1]
        && signs[0].is_some_and(|sign| matches!(sign, '-' | '.' | '/'))
        && [first, first + 2, last].iter().all(|at| tokens.number(*at).is_some())
}

/// Whether nothing but signs stands between the token at `at` and an address before it.
fn is_behind_address(tokens: &Tokens, at: usize) -> bool {
    address_before(tokens, at).is_some()
}

/// The address that a token follows, with nothing but signs between them.
fn address_before(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    while before > 0 && matches!(tokens.sign(before), Some('.' | ',' | '>' | ';')) {
        before -= 1;
    }
    (tokens.sign(before) == Some(ADDRESS)).then_some(before)
}

/// Whether a full date follows an address that `(Çevrimiçi)` stands before: Turkish notes say with
/// that word that the date is the day of access.
fn is_behind_online(tokens: &Tokens, start: usize, full: bool) -> bool {
    let Some(address) = address_before(tokens, start).filter(|_| full) else { return false };
    let signs = (0..address).rev().take(3).take_while(|at| tokens.sign(*at).is_some()).count();
    let word = address.checked_sub(signs + 1).and_then(|at| tokens.word(at));
    word.is_some_and(|word| word.to_lowercase() == "çevrimiçi")
}

fn all_numbers(tokens: &Tokens, span: &Range<usize>) -> bool {
    span.clone().all(|at| tokens.word(at).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<(String, Role)> {
        dates(text).into_iter().map(|dated| (dated.date.to_string(), dated.role)).collect()
    }

    fn accessed(text: &str) -> Option<String> {
        dates(text).into_iter().find(|dated| dated.role == Role::Accessed).map(|dated| dated.date.to_string())
    }

    const CUES: &[&str] = &[
        "accessed July 2, 2013",
        "(last visited July 2, 2013)",
        "Retrieved 2 July 2013",
        "[Accessed 2 July 2013]",
        "accessed on: 2 July 2013",
        "Date accessed: 02/07/2013",
        "consulté le 2 juillet 2013",
        "(page consultée le 2 juillet 2013)",
        "abgerufen am 2. Juli 2013",
        "Letzter Zugriff: 02.07.2013",
        "(Stand: 02.07.2013)",
        "am 2. Juli 2013 abgerufen",
        "(дата обращения: 02.07.2013)",
        "дата звернення: 2 липня 2013",
        "қаралған күні: 02.07.2013",
        "2 шілде 2013 қаралды",
        "consultado el 2 de julio de 2013",
        "Recuperado el 2 de julio de 2013",
        "último acceso: 2 de julio de 2013",
        "acesso em 2 jul. 2013",
        "Acessado em: 2 de julho de 2013",
        "consultato il 2 luglio 2013",
        "visitato il 2 luglio 2013",
        "data dostępu: 2 lipca 2013",
        "Web. 2 July 2013",
        "[Accessed: 02-Jul-2013]",
        "Hämtad 2013-07-02 från",
        "hämtad den 2 juli 2013",
        "[cit. 2013-07-02]",
        "Viitattu 2.7.2013",
        "geopend op 2 juli 2013",
        "ανακτήθηκε στις 2 Ιουλίου 2013",
        "consultat la 2 iulie 2013",
        "dostęp 2 lipca 2013",
        "erişim tarihi 2 Temmuz 2013",
        "besøgt 2. juli 2013",
        "lest 2. juli 2013",
        "letöltve: 2013. július 2.",
        "2013. július 2. letöltve",
        "(as of 2 July 2013)",
        "(stand: 2.7.2013)",
        "Gazette Accessed 2 July 2013",
        "2013年7月2日閲覧",
        "最終閲覧日：2013年7月2日",
        "2013年7月2日访问",
        "Truy cập ngày 2/7/2013",
        "truy cập ngày 2 tháng 7 năm 2013",
        "tilgået d. 2. juli 2013",
        "letöltés ideje: 2013.07.02",
        "[vid. 2. 7. 2013]",
        "최종 접속일: 2013. 7. 2.",
        "посетен на 2.7.2013",
        "pristupljeno 2. srpnja 2013.",
        "current as of 2 July 2013",
        "consultat el 2 de juliol de 2013",
        "Consulted: 2.VII.2013",
        "(доступ 02.07.2013)",
        "дата обращения — 2 июля 2013 г.",
        "(дата последнего обращения: 02.07.2013)",
        "дата посещения сайта: 02.07.2013",
        "по состоянию на 2 июля 2013 г.",
        "(өтініш берілген күн: 02.07.2013)",
        "2013 жылғы 2 шілдеде қаралды",
        "соңғы рет қаралған күні 02.07.2013",
        "останній перегляд: 02.07.2013",
        "accès le 2 juillet 2013",
        "[consulté en ligne le 2 juillet 2013]",
        "(lien consulté le 2 juillet 2013)",
        "[Réf. du 2 juillet 2013]",
        "(Download am 2.7.2013)",
        "Datum des Zugriffs: 02.07.2013",
        "(letzter Besuch: 2. Juli 2013)",
        "última visita: 2 de julio de 2013",
        "(consultada 2-VII-2013)",
        "[Consult. 2 Jul. 2013]",
        "(data di consultazione: 02/07/2013)",
        "accesso del 2 luglio 2013",
        "[odczyt z dnia 2.07.2013 r.]",
        "(data odczytu: 2 VII 2013)",
        "(stan na dzień 2 lipca 2013 r.)",
        "(data pobrania: 2.07.2013)",
        "datum přístupu: 2. 7. 2013",
        "(staženo 2. 7. 2013)",
        "2 Temmuz 2013 tarihinde erişildi",
        "(Giriş Tarihi: 02.07.2013)",
        "datum raadpleging: 2 juli 2013",
        "(laatste raadpleging: 2 juli 2013)",
        "cit. 2. července 2013",
        "(e.t. 02.07.2013)",
        "(E.T.: 2 Temmuz 2013)",
        "(all last accessed on 2 July 2013)",
        "(all links accessed 2 July 2013)",
        "accessed July-2-2013",
        "as of 2 July 2013",
        "2012-05-11[2013-07-02]",
        "2012-05-11 [2013-07-02]",
        "11.05.2012 [02.07.2013]",
        "11.05.2012 (02.07.2013)",
        "(تاريخ الدخول: 2/7/2013)",
        "(נבדק לאחרונה ב־2.7.2013)",
        "2011, 12(3): 4-9[2013-07-02]",
        "Тексерілген 2 шілде 2013",
        "Процитовано 2 липня 2013",
        "شوهد في 2/7/2013",
        "تاريخ الاطلاع: 2 يوليو 2013",
        "تم الاطلاع عليه في 2 يوليو 2013",
        "تاريخ الدخول: 2/7/2013",
        "נבדק לאחרונה ב־2.7.2013",
        "lokaliseret den 2. juli 2013",
        "열람일: 2013. 7. 2.",
        "נדלה ב-2 ביולי 2013",
        "נצפה בתאריך 2.7.2013",
        "دسترسی در ۲ ژوئیه ۲۰۱۳",
        "تاریخ دسترسی: ۲ ژوئیه ۲۰۱۳",
        "بازدید در ۲ ژوئیه ۲۰۱۳",
        "пристъпен на 2 юли 2013",
        "достъпен на 02.07.2013",
        "skatīts 2013. gada 2. jūlijā",
        "žiūrėta 2013 m. liepos 2 d.",
        "vaadatud 2. juuli 2013",
        "skoðað 2. júlí 2013",
        "Çevrimiçi erişim tarihi: 2 Temmuz 2013",
        "последен достъп: 2 юли 2013",
        "访问时间：2013年7月2日",
        "アクセス日：2013年7月2日",
        "검색일: 2013.7.2",
        "acedido em 2 de julho de 2013",
        "pristup ostvaren 2. srpnja 2013.",
        "pridobljeno 2. julija 2013",
        "dátum prístupu: 2. júla 2013",
        "zuletzt geprüft am 02.07.2013",
        "letzter Abruf 2. Juli 2013",
        "baxılıb: 2 iyul 2013",
        "[updated 2013 Jun 4; cited 2013 Jul 2]",
        "verfügbar am 02.07.2013",
        "2013年7月2日最終確認",
    ];

    #[test]
    fn cues_in_many_languages() {
        let read =
            |text: &&&str| accessed(&format!("A title, \u{fffc}, {text}.")).as_deref() == Some("2013-07-02");
        let lost: Vec<_> = CUES.iter().filter(|text| !read(text)).collect();
        assert_eq!(lost, Vec::<&&str>::new());
    }

    #[test]
    fn a_verb_is_no_cue() {
        assert_eq!(accessed("The team visited in May 2012, \u{fffc}"), None);
        assert_eq!(accessed("as he accessed on May 3, 2012"), None);
    }

    #[test]
    fn what_a_verb_governs_is_not_published() {
        let role = |text: &str| roles(text).into_iter().map(|(_, role)| role).collect::<Vec<_>>();
        assert_eq!(role("the team visited on 3 May 2012"), [Role::Other]);
        assert_eq!(role("prices as of 3 May 2012"), [Role::Unsaid]);
        assert_eq!(role("Digital Access, 3 May 2012"), [Role::Unsaid]);
    }

    #[test]
    fn copies_and_changes_are_neither() {
        for text in ["archived on January 20, 2011", "Archivado desde el original el 20 de enero de 2011"] {
            assert_eq!(roles(text), [("2011-01-20".to_owned(), Role::Archived)], "{text}");
        }
        assert_eq!(roles("(last updated Sept. 17, 2014)"), [("2014-09-17".to_owned(), Role::Other)]);
    }

    #[test]
    fn a_date_in_brackets_behind_the_address_is_the_day_of_access() {
        assert_eq!(accessed("A title. \u{fffc} [2013-07-02].").as_deref(), Some("2013-07-02"));
        assert_eq!(accessed("Titel, \u{fffc} (02.07.2013).").as_deref(), Some("2013-07-02"));
        assert_eq!(accessed("A title (02.07.2013), \u{fffc}"), None);
        assert_eq!(accessed("\u{fffc} (July 2, 2013)"), None);
    }

    #[test]
    fn a_date_behind_an_address_marked_online_is_the_day_of_access() {
        assert_eq!(accessed("Nehirler, (Çevrimiçi) \u{fffc}, 3 Mayıs 2014.").as_deref(), Some("2014-05-03"));
        assert_eq!(accessed("Nehirler, \u{fffc}, 3 Mayıs 2014."), None);
    }

    #[test]
    fn bare_years() {
        let years = |text: &str| roles(text).into_iter().map(|(date, _)| date).collect::<Vec<_>>();
        assert_eq!(years("presentation, 2011, pg. 22"), ["2011"]);
        assert_eq!(years("(2015), \u{fffc}"), ["2015"]);
        assert_eq!(years("Smith (2014a). Title"), ["2014"]);
        assert_eq!(years("Ash, M & Roe, P 2012, 'Dust'"), ["2012"]);
        assert_eq!(years("use of the net, 2006 & 2012, \u{fffc}"), Vec::<String>::new());
        assert_eq!(
            years("pp. 1901, decree #1718, A/RES/2010, on 2010-2014, Ruling 5 of 2013."),
            Vec::<String>::new()
        );
    }

    #[test]
    fn the_cue_begins_where_its_words_begin() {
        let text = "\u{fffc}, last accessed on July 2, 2013";
        assert_eq!(dates(text).first().map(|dated| dated.cue), text.find("last"));
    }
}
