//! Titles, outlets and authors from notes with invented names.

mod authors;
mod forms;

use std::ops::Range;

use super::super::dates;
use super::super::flat::ADDRESS;
use super::super::structure::Structure;
use super::super::works::{Anchor, Work, works};
use super::italics::joined;
use super::{Annotated, Described};

/// Describes the first work of a note in which `@` stands for the address, `{…}` for the text
/// of a hyperlink and `_…_` for italics.
fn describe(note: &str) -> Described {
    let mut text = String::new();
    let (mut link, mut emphasis): (Vec<Range<usize>>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let (mut open_link, mut open_emphasis) = (None, None);
    for c in note.chars() {
        match c {
            '@' => text.push(ADDRESS),
            '{' => open_link = Some(text.len()),
            '}' => link.extend(open_link.take().map(|start| start..text.len())),
            '_' => match open_emphasis.take() {
                Some(start) => emphasis.push(start..text.len()),
                None => open_emphasis = Some(text.len()),
            },
            c => text.push(c),
        }
    }
    let shown = text.match_indices(ADDRESS).map(|(at, sign)| (at..at + sign.len(), true));
    let all = shown.chain(link.into_iter().map(|range| (range, false)));
    let mut anchors: Vec<Anchor> = all.map(|(range, shown)| Anchor::bare(range, shown)).collect();
    anchors.sort_by_key(|anchor| anchor.range.start);
    let (structure, dates) = (Structure::of(&text), dates::dates(&text));
    let work = works(&text, &anchors, &dates, &structure)
        .into_iter()
        .next()
        .unwrap_or_else(|| Work::without_address(&text));
    let emphasis = joined(&text, emphasis.into_iter());
    Annotated { text: &text, structure: &structure, dates: &dates, emphasis: &emphasis }.describe(&work)
}

fn title(note: &str) -> Option<String> {
    describe(note).title
}

#[test]
fn quoted_titles() {
    for note in [
        "“Court Jails Editor,” Gorod.kz, July 2, 2013, @.",
        "Jane Doe, “Court Jails Editor”, Gorod.kz, 2013, @",
        "See, “Court Jails Editor,” @",
        "Ministry report, “Court Jails Editor”, 2011, pg. 22, @",
        "„Court Jails Editor“, Uferpost, 2. Mai 2012, @",
        "« Court Jails Editor », Gazette, 2 mai 2012, @",
        "Lake Centre, Windhoek, 2008, “Court Jails Editor”, available from @.",
        "Institute, \"Court Jails Editor, @, accessed August 2, 2017",
    ] {
        assert_eq!(title(note).as_deref(), Some("Court Jails Editor"), "{note}");
    }
}

#[test]
fn linked_and_italic_titles() {
    for note in [
        "{Court Jails Editor}, _Gorod_, July 2, 2013 (accessed July 3, 2013).",
        "Jane Doe, {Court Jails Editor}, _Gorod_, July 2, 2013.",
        "“{Court Jails Editor},” Gorod, 2013.",
        "Jane Doe, “Court Jails Editor,” Gorod, 2013, {here}.",
        "_See_ Jane Doe, _Court Jails Editor_, Gorod (July 2, 2013), @",
        "_Court Jails Editor,_ Public Law 98-164, _Statutes_ 97 (November 22, 1983). Accessed August 2, 2017. @.",
    ] {
        assert_eq!(title(note).as_deref(), Some("Court Jails Editor"), "{note}");
    }
}

#[test]
fn unmarked_titles() {
    for note in [
        "Court Jails Editor, accessed July 2, 2013, @",
        "Court Jails Editor. @",
        "Court Jails Editor, [Суд], September 29, 2010, @",
        "Editorial, Court Jails Editor, N.Y. GOROD (July 10, 2015), @",
        "Court Jails Editor, WIS. DEP’T GOROD (Oct. 21, 2014), @",
        "See, e.g., Human Rights Campaign, Court Jails Editor (2015), available at @.",
        "Some moved slowly. E.g., Jane Doe, Court Jails Editor, GOROD (Jan. 16, 2015), @.",
        "Id. (“Freedom is.” (quoting Jane Doe, Court Jails Editor, GOROD (May 8, 2000), @)).",
        "_E.g._, Court Jails Editor, WIS. GOROD (Oct. 15, 2014), @",
        "Court Jails Editor [In Russian], January 8, 2013, @",
        "See Court Jails Editor, GOROD, @",
        "Jane Doe, Court Jails Editor, GOROD (Jan. 16, 2015), @.",
        "Doe, J. (2015). Court Jails Editor. Gorod Press. @",
        "Doe, J. and Roe, P. (2015, May 3). Court Jails Editor. Retrieved from @",
        "Doe, Jane (2015): Court Jails Editor. Berlin: Verlag. Online verfügbar unter @",
        "Иванов И. И. Court Jails Editor // Журнал. 2012. № 4. С. 12–18. URL: @",
        "Court Jails Editor [Электронный ресурс] // Область. 24 апреля 2014 г. – Режим доступа: @",
        "SILVA, João. Court Jails Editor. Folha, São Paulo, 12 mar. 2015. Disponível em: <@>.",
        "Bundesamt für Wasser: Court Jails Editor, URL: @",
        "Ministère de l'Eau, Court Jails Editor, [en ligne], disponible sur : @",
    ] {
        assert_eq!(title(note).as_deref(), Some("Court Jails Editor"), "{note}");
    }
}

fn whole(note: &str) -> (Option<String>, Option<String>, Option<String>) {
    let Described { title, source, author, .. } = describe(note);
    (title, source, author)
}

fn some(title: &str, source: &str, author: &str) -> (Option<String>, Option<String>, Option<String>) {
    let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    (filled(title), filled(source), filled(author))
}

#[test]
fn italics_that_name_the_periodical() {
    for (note, title, source, author) in [
        (
            "Smith, J. (2005). Auditing the auditors: A reply. _Journal of Public Works_, 12(3). @",
            "Auditing the auditors: A reply",
            "Journal of Public Works",
            "Smith, J.",
        ),
        (
            "Orr, M. (2012, May 3). Forgetting online. _The Meridian_. @",
            "Forgetting online",
            "The Meridian",
            "Orr, M.",
        ),
        (
            "Ray, K. (2010). Who owns rain? _Water Law Review, 12_(3), 44–60. @",
            "Who owns rain?",
            "Water Law Review",
            "Ray, K.",
        ),
        (
            "Roe, P., & Poe, E. (2009). Silent wells. In K. Hart (Ed.), _The dry land_ (pp. 3-40). River Press. @",
            "Silent wells",
            "The dry land",
            "Roe, P., & Poe, E.",
        ),
        (
            "Roe, P. (2009) Silent wells, _Journal of Water_, 3(1), pp. 1-9. @",
            "Silent wells",
            "Journal of Water",
            "Roe, P.",
        ),
        (
            "Roe, P., 2009. Silent wells. _Journal of Water_, 3(1). @",
            "Silent wells",
            "Journal of Water",
            "Roe, P.",
        ),
        (
            "Jane Doe, Forgetting every river, _The Meridian_, 3 May 2012, @",
            "Forgetting every river",
            "The Meridian",
            "Jane Doe",
        ),
        ("Forgetting a river. (2012, May 3). _The Meridian_. @", "Forgetting a river", "The Meridian", ""),
        (
            "Roe, P. (2009). Review of _The dry land_. _Journal of Water_, 3. @",
            "Review of The dry land",
            "Journal of Water",
            "Roe, P.",
        ),
    ] {
        assert_eq!(whole(note), some(title, source, author), "{note}");
    }
}

#[test]
fn italics_of_law_reviews_and_undated_works() {
    for (note, title, source, author) in [
        ("Roe, P. (n.d.). Silent wells. _The Meridian_. @", "Silent wells", "The Meridian", "Roe, P."),
        (
            "Roe, P. (2012). Silent wells [Review of the book _The dry land_, by K. Hart]. _The Meridian_. @",
            "Silent wells",
            "The Meridian",
            "Roe, P.",
        ),
        (
            "See Jane Doe, Rivers and Rights, 12 _Water L. Rev._ 44 (2005), @",
            "Rivers and Rights",
            "Water L. Rev",
            "Jane Doe",
        ),
        (
            "Jane Doe, _Rivers and Rights_, 12 WATER L. REV. 44, 50 (2005), @",
            "Rivers and Rights",
            "WATER L. REV",
            "Jane Doe",
        ),
        (
            "Doe, J. (2012). _Silent wells_ (Report No. 12). River Press. @",
            "Silent wells",
            "River Press",
            "Doe, J.",
        ),
        (
            "Jane Doe, _Silent wells_ (Lisbon: River Press, 2005), @",
            "Silent wells",
            "River Press",
            "Jane Doe",
        ),
        ("City of Alba, _Annual Budget 2012_, @", "Annual Budget 2012", "City of Alba", ""),
        ("Friends of the Wells, _Dry land_, @", "Dry land", "Friends of the Wells", ""),
    ] {
        assert_eq!(whole(note), some(title, source, author), "{note}");
    }
}

#[test]
fn titles_of_other_orders() {
    for (note, title, source, author) in [
        (
            "Hans Doe: Das Wasser der Stadt, in: Wasserbote, 3.5.2012, @",
            "Das Wasser der Stadt",
            "Wasserbote",
            "Hans Doe",
        ),
        (
            "Doe J, Roe P. Water and power. Lancet. 2012;380(9859):2095–128. @",
            "Water and power",
            "Lancet",
            "Doe J, Roe P",
        ),
        (
            "Doe J, Roe P. Water and power. _Lancet_. 2012;380(9859):2095. @",
            "Water and power",
            "Lancet",
            "Doe J, Roe P",
        ),
        (
            "H. Doe, Das Wasser der Stadt, in: Wasserbote 4/2011, S. 12–18, @",
            "Das Wasser der Stadt",
            "Wasserbote",
            "H. Doe",
        ),
        (
            "Lake Centre for Fair Law and Shore Movement for Wells at the River Fund, Defending Lake Society, 2nd ed., June 2012, @",
            "Defending Lake Society",
            "Lake Centre for Fair Law and Shore Movement for Wells at the River Fund",
            "",
        ),
        ("Water Act, RSC 1985, c W-12, s 3, @", "Water Act", "", ""),
        ("Town of Bree, Ordinance 12-3 (May 3, 2012), @", "Ordinance 12-3", "Town of Bree", ""),
        ("王明：《水的故事》，载《水杂志》2012年第3期，第12页，@", "水的故事", "水杂志", "王明"),
    ] {
        assert_eq!(whole(note), some(title, source, author), "{note}");
    }
}

#[test]
fn italics_that_name_the_title() {
    for (note, title, source, author) in [
        ("Ng, A. (2011). _A history of dams_. River Press. @", "A history of dams", "River Press", "Ng, A."),
        ("World Water Fund. (2013). _Annual report 2013_. @", "Annual report 2013", "World Water Fund", ""),
        (
            "Lee, B. (2014, June 1). _How we measured it_. River Blog. @",
            "How we measured it",
            "River Blog",
            "Lee, B.",
        ),
    ] {
        assert_eq!(whole(note), some(title, source, author), "{note}");
    }
}

#[test]
fn a_doubtful_title_has_two_readings() {
    let note = describe("Jane Doe, Forgetting every river, _A long farewell_, 2012, @");
    assert_eq!(note.title.as_deref(), Some("Forgetting every river"));
    assert_eq!(note.translated.as_deref(), Some("A long farewell"));
}

#[test]
fn places_in_a_work_are_neither_title_nor_outlet() {
    for (note, title, source) in [
        ("Annual Review, Water Board (1997), pp. 3-4, @", "Annual Review", "Water Board"),
        ("Annual Report 2003 (London: WR, 2003), @", "Annual Report 2003", "WR"),
        ("Water Fund, Doing Trade 2010 (Lisbon, PT: Water Fund, 2009), @", "Doing Trade 2010", "Water Fund"),
        ("City of Alba, Council Minutes, 12 May 2010, @", "Council Minutes", "City of Alba"),
        ("Doe v. Roe, 123 F.3d 456 (2d Cir. 1998), @", "Doe v. Roe", ""),
        ("Giovanni Rossi, «Il ponte chiude», in «la Riva», 3 maggio 2012, @", "Il ponte chiude", "la Riva"),
        ("وزارة المياه، تقرير عن المدينة، ٣ مايو ٢٠١٢، @", "تقرير عن المدينة", "وزارة المياه"),
        ("محمد علي، تقرير عن المدينة، ٣ مايو ٢٠١٢، @", "", ""),
        ("Official Gazette no. 44 of 2011, @", "", "Official Gazette"),
        ("工信部：《互联网管理办法》，2012年5月3日，@", "互联网管理办法", "工信部"),
        ("Water Board, vol. 12, p. 45–47, @", "", "Water Board"),
        ("Water Act 2003, para. 12, @", "Water Act 2003", ""),
        ("Вестник воды, с. 12, @", "", "Вестник воды"),
        ("Vesilaitos, Vesiraportti. Viitattu 13.10.2013. @", "", "Vesilaitos"),
    ] {
        let found = describe(note);
        let expected = some(title, source, "");
        assert_eq!((found.title, found.source), (expected.0, expected.1), "{note}");
    }
    assert_eq!(
        describe("Giovanni Rossi, «Il ponte chiude», in «la Riva», 3 maggio 2012, @").author.as_deref(),
        Some("Giovanni Rossi")
    );
}

#[test]
fn described_works_have_no_title() {
    for note in [
        "See full text of the law published by the Daily's website on January 12, 2012, @",
        "See Agora Help forum thread (in Russian) at @, accessed January 31, 2013",
        "See the page of a blog on the website of “Weekly” (Weekly) newspaper @",
        "See @",
        "Four of the seven ministers joined. They left. See @",
        "Stock Exchange, @",
        "Twitter, @",
    ] {
        assert_eq!(title(note), None, "{note}");
    }
}

#[test]
fn translations_and_remarks() {
    let note = describe("Anna Bek, “Слово «дня»” [“The ‘word’ of the day”], Vesti.kz, May 11, 2012, @");
    assert_eq!(note.title.as_deref(), Some("Слово «дня»"));
    assert_eq!(note.translated.as_deref(), Some("The ‘word’ of the day"));
    assert_eq!(note.source.as_deref(), Some("Vesti.kz"));
    assert_eq!(note.author.as_deref(), Some("Anna Bek"));
    let note = describe("“Prices fall,” [In Russian] Vesti.kz, December 28, 2012, @");
    assert_eq!((note.translated, note.source.as_deref()), (None, Some("Vesti.kz")));
    let note = describe("“Слово,” [The word...] Vesti, May 8, 2010, @");
    assert_eq!((note.translated.as_deref(), note.source.as_deref()), (Some("The word..."), Some("Vesti")));
}

#[test]
fn outlets() {
    for (note, source) in [
        ("“Title here” [Перевод], February 27, 2013, Vesti.kz, @", "Vesti.kz"),
        ("“Title here?” Vesti.kz, February 14, 2012, @", "Vesti.kz"),
        ("“Title here” [Перевод], Vesti.kz. October 1, 2011, @", "Vesti.kz"),
        ("Jane Doe, “Title here,” _The Ferryman_, July 7, 2010, @", "The Ferryman"),
        ("Lake Fund, “Title here,” January 31, 2018, @", "Lake Fund"),
        ("Lake Fund, “Title here,” Yearbook, accessed January 31, 2018, @", "Lake Fund"),
        ("Jane Doe, {Title here}, _website_, May 1, 2017.", "Jane Doe"),
        ("Иванов И. И. Название здесь // Водный журнал. 2012. № 4. URL: @", "Водный журнал"),
        ("Hans Doe, „Titel hier“, in: Wasserbote vom 16. Mai 2017, @", "Wasserbote"),
        ("SILVA, João. Título aqui. Folha do Rio, São Paulo, 12 mar. 2015. @", "Folha do Rio"),
        ("Ministère de l'Eau, Rapport annuel 2013, @", "Ministère de l'Eau"),
        ("Jane Doe, “Title here,” in Wells ’14 (Lisbon, PT: River Press, 2014), @", "Wells ’14"),
        ("“Title here,” Members’ Gazette, 16 December 2021, available at: @", "Members’ Gazette"),
    ] {
        assert_eq!(describe(note).source.as_deref(), Some(source), "{note}");
    }
}

#[test]
fn a_title_in_italics_is_whole_or_none() {
    for (note, expected) in [
        (
            "Jane Doe, _The Making of_ Hamlet _in Prague_ (Lisbon: River Press, 2010), @",
            "The Making of Hamlet in Prague",
        ),
        ("_Roe_ v. _Wells_ (2010), @", "Roe v. Wells"),
        ("Jane Doe, _Rivers_: _A History_ (Lisbon: River Press, 2010), @", "Rivers: A History"),
    ] {
        assert_eq!(title(note).as_deref(), Some(expected), "{note}");
    }
    for (note, cut) in [
        ("Jane Doe, _The Making of_ Hamlet (Lisbon: River Press, 2010), @", "The Making of"),
        ("Jane Doe, Rereading _Hamlet Twice_ (Lisbon: River Press, 2010), @", "Hamlet Twice"),
        ("Jane Doe, _River Songs_: a history of weirs (Lisbon: River Press, 2010), @", "River Songs"),
    ] {
        assert_ne!(title(note).as_deref(), Some(cut), "{note}");
    }
}

#[test]
fn italics_behind_a_title_are_what_holds_it() {
    for note in [
        "Jane Doe, “Weirs Fall,” _Harbour News_, 3 May 2012, @",
        "Doe, J. (2012). Weirs fall. _Harbour News_, _14_(2), 3–9. @",
        "Doe, J. (2012, May 3). Weirs fall. _Harbour News_. @",
    ] {
        let work = describe(note);
        let title = work.title.map(|title| title.to_lowercase());
        assert_eq!(
            (title.as_deref(), work.source.as_deref()),
            (Some("weirs fall"), Some("Harbour News")),
            "{note}"
        );
    }
}

#[test]
fn italics_behind_in_hold_a_work_and_are_none() {
    for note in [
        "Letter of the Governor to the Assembly, reprinted in _Assembly Papers_ 7, @",
        "Doe, J. (2012): Weirs fall. In: _Harbour News_",
    ] {
        assert!(
            !title(note).is_some_and(|title| title.starts_with("Assembly") || title.starts_with("Harbour")),
            "{note}"
        );
    }
    assert_eq!(title("See discussion in _Assembly Papers_, @").as_deref(), None);
    assert_eq!(title("See also in _Assembly Papers_, @").as_deref(), Some("Assembly Papers"));
    let work = describe("Doe, J. (2012): Weirs fall. In: _Data Science for COVID-19_, 3–9. @");
    assert_eq!(work.source.as_deref(), Some("Data Science for COVID-19"));
}

#[test]
fn a_word_in_italics_without_address_is_no_title() {
    assert_eq!(title("_Wells_, 418 U.S. 717"), None);
    assert_eq!(title("_Wells_, @").as_deref(), Some("Wells"));
}
