//! Forms that other languages and the law give to a note, titles without marks.

use super::describe;

/// Title, outlet and author.
fn told(note: &str) -> [Option<String>; 3] {
    let described = describe(note);
    [described.title, described.source, described.author]
}

fn check(note: &str, title: &str, source: Option<&str>, author: Option<&str>) {
    assert_eq!(told(note), [Some(title), source, author].map(|text| text.map(str::to_owned)), "{note}");
}

#[test]
fn a_colon_between_author_and_title() {
    check(
        "Müller, Hans: Der Titel der Arbeit, in: Zeitschrift 3 (2012), S. 12, URL: @.",
        "Der Titel der Arbeit",
        Some("Zeitschrift"),
        Some("Müller, Hans"),
    );
    check(
        "García, Juan: El título de la obra, Revista de Aguas, 2012, @",
        "El título de la obra",
        Some("Revista de Aguas"),
        Some("García, Juan"),
    );
}

#[test]
fn a_colon_behind_a_german_name() {
    check(
        "Jörg Weidner: Das Ende der Dämme. In: taz-nord, 14.04.2019, @ (abgerufen am 3. Mai 2020).",
        "Das Ende der Dämme",
        Some("taz-nord"),
        Some("Jörg Weidner"),
    );
    check(
        "Vgl. Dr. Sabine Möller: Streit um die Dämme, Hafenkurier, 10. August 2021, @, letzter Zugriff: 21.03.2022.",
        "Streit um die Dämme",
        Some("Hafenkurier"),
        Some("Dr. Sabine Möller"),
    );
    let [title, ..] = told("Barack Obama: A life in letters, Gazette, 3 May 2012, @.");
    assert_eq!(title.as_deref(), Some("Barack Obama: A life in letters"));
}

#[test]
fn quotation_marks_around_what_holds_the_work() {
    check(
        "Giulia Ferri, La lenta fine dei treni, in «Il Corriere del Porto», 11 ottobre 2018, @.",
        "La lenta fine dei treni",
        Some("Il Corriere del Porto"),
        Some("Giulia Ferri"),
    );
    check(
        "Anna Wójcik, Spór o biblioteki miejskie, „Głos Doliny”, 27 marca 2016, @ [dostęp: 7.07.2016].",
        "Spór o biblioteki miejskie",
        Some("Głos Doliny"),
        Some("Anna Wójcik"),
    );
    let [title, ..] = told("Jane Doe, Water Board, “Dams,” 3 May 2012, @.");
    assert_eq!(title.as_deref(), Some("Dams"));
}

#[test]
fn a_year_behind_the_name() {
    check(
        "Mäkinen, Antti 2014. Satamaveron tulevaisuus. Satamalehti 21.9.2014. @ (viitattu 8.4.2016).",
        "Satamaveron tulevaisuus",
        Some("Satamalehti"),
        Some("Mäkinen, Antti"),
    );
}

#[test]
fn what_holds_a_work_on_the_web() {
    check(
        "Camille Noël. Le prix de l'eau. Revue des territoires [en ligne]. 25 novembre 2009. Disponible sur : @.",
        "Le prix de l'eau",
        Some("Revue des territoires"),
        Some("Camille Noël"),
    );
}

#[test]
fn surnames_in_capitals() {
    check(
        "DUPONT Jean, Titre de l'article, Revue, 2012, @.",
        "Titre de l'article",
        Some("Revue"),
        Some("DUPONT Jean"),
    );
    check(
        "Jean DUPONT, Titre de l'article, Revue, 2012, @.",
        "Titre de l'article",
        Some("Revue"),
        Some("Jean DUPONT"),
    );
}

#[test]
fn books_of_the_russian_standard() {
    check(
        "Сидоров П. Реки и люди. М.: Наука, 2012. 320 с. URL: @ (дата обращения: 03.07.2013).",
        "Реки и люди",
        Some("Наука"),
        Some("Сидоров П"),
    );
}

#[test]
fn laws_are_named_with_their_day() {
    check(
        "Ustawa z dnia 18 lipca 2001 r. – Prawo wodne (Dz.U. 2001 nr 115 poz. 1229), @.",
        "Ustawa z dnia 18 lipca 2001 r. – Prawo wodne",
        None,
        None,
    );
    check(
        "Закон Республики от 5 июля 2004 года № 567-II, @",
        "Закон Республики от 5 июля 2004 года № 567-II",
        None,
        None,
    );
    check(
        "Wyrok NSA z dnia 12 marca 2012 r., II OSK 123/12, @",
        "Wyrok NSA z dnia 12 marca 2012 r",
        None,
        None,
    );
}

#[test]
fn a_quotation_before_an_issue_is_the_periodical() {
    check(
        "A. Nowak, Woda i władza, „Państwo i Prawo” 2012, nr 3, s. 12–15, @",
        "Woda i władza",
        Some("Państwo i Prawo"),
        Some("A. Nowak"),
    );
}

#[test]
fn law_reviews_and_press_releases() {
    check(
        "See Jane Doe, Water and Power, 85 LAKE L. REV. 1213, 1220 (2011), @.",
        "Water and Power",
        Some("85 LAKE L. REV. 1213"),
        Some("Jane Doe"),
    );
    check("Press Release, Lake Bd., Board Sues (May 3, 2012), @", "Board Sues", Some("Lake Bd"), None);
}

#[test]
fn the_chinese_standard_names_the_carrier() {
    check("水利部. 水资源报告[R/OL]. (2012-03-12)[2013-07-04]. @.", "水资源报告", None, Some("水利部"));
}

#[test]
fn what_only_looks_like_these_forms() {
    check(
        "Jane Doe, Scott Roe: Court Jails Editor Again Today, WASH. GOROD (July 31, 2015), @",
        "Scott Roe: Court Jails Editor Again Today",
        Some("WASH. GOROD"),
        Some("Jane Doe"),
    );
    check("Doe, S., “Court Jails Editor,” 2008, @", "Court Jails Editor", None, Some("Doe, S."));
}

#[test]
fn a_quotation_in_the_russian_standard_is_no_title() {
    check(
        "Паводок на реке / Пресс-служба ОАО «Водоканал» // Северный вестник. – 2013. – 4 июня. – URL: @",
        "Паводок на реке",
        Some("Северный вестник"),
        None,
    );
    check(
        "_Петров П. П._ Паводок на реке // Водный вестник : журнал. — 2013. — № 4. {Текст}",
        "Паводок на реке",
        Some("Водный вестник"),
        Some("Петров П. П."),
    );
}

#[test]
fn an_archive_is_no_outlet() {
    check(
        "Water Board. (2014, March 1). Opening the locks. Retrieved March 3, 2014, from the Internet Archive: @",
        "Opening the locks",
        None,
        Some("Water Board"),
    );
    check(
        "Doe, J. (2015). Opening the locks. Access Now. @",
        "Opening the locks",
        Some("Access Now"),
        Some("Doe, J."),
    );
    check(
        "{Вода уходит} {Архивная копия} от 10 июня 2013 на Wayback Machine. Вестник, 4 июня 2013",
        "Вода уходит",
        Some("Вестник"),
        None,
    );
}

#[test]
fn author_and_date_before_the_title() {
    check(
        "Foo Institute. 2014a. Annual Report 2013. Oslo: Foo Press. @",
        "Annual Report 2013",
        Some("Foo Press"),
        Some("Foo Institute"),
    );
}

#[test]
fn bodies_before_the_title() {
    check(
        "AGÊNCIA DAS ÁGUAS. Relatório de conjuntura 2013. Brasília: AA, 2013. Disponível em: <@>.",
        "Relatório de conjuntura 2013",
        Some("AA"),
        Some("AGÊNCIA DAS ÁGUAS"),
    );
    check(
        "Vgl. Bundesanstalt für Gewässer: Flüsse im Überblick, @",
        "Flüsse im Überblick",
        Some("Bundesanstalt für Gewässer"),
        None,
    );
    check(
        "Versicherungsverband (Hg.): Schadensbilanz des Jahres, Berlin 2014, S. 33, @",
        "Schadensbilanz des Jahres",
        Some("Versicherungsverband"),
        None,
    );
}

#[test]
fn brackets_that_say_that_a_work_is_on_the_web() {
    check(
        "Sea Level Centre. Network status [Internet]. Bergen: SLC; 2012 [cited 2014 May 3]. Available from: @",
        "Network status",
        Some("SLC"),
        Some("Sea Level Centre"),
    );
    check(
        "Talra zaplavila údolí. Severní listy [online]. 4. června 2013 [cit. 5. 6. 2013]. Dostupné z: @",
        "Talra zaplavila údolí",
        Some("Severní listy"),
        None,
    );
    check(
        "NOVÁK, Jan. Řeky severu [online]. Praha: Voda, 2009 [cit. 2014-05-03]. Dostupné z: @",
        "Řeky severu",
        Some("Voda"),
        Some("NOVÁK, Jan"),
    );
}

#[test]
fn titles_as_computer_science_prints_them() {
    check(
        "Roe, P., Lam, K.: Sealed logs. J. Log. 12(3), 4–5 (2014). @",
        "Sealed logs",
        Some("J. Log"),
        Some("Roe, P., Lam, K."),
    );
    check(
        "Roe, P.: Sealed logs. In: Ash, M. (ed.) Proceedings of Weirs, pp. 1–9. Weir Press (2014). @",
        "Sealed logs",
        Some("Proceedings of Weirs"),
        Some("Roe, P."),
    );
}

#[test]
fn volumes_are_no_part_of_the_outlet() {
    check(
        "Doe, J. (2012). Weirs and wares. River Review, 33(2), 12-19. @",
        "Weirs and wares",
        Some("River Review"),
        Some("Doe, J."),
    );
    check(
        "王明. 堤坝的法律[J/OL]. 水法学, 2011, 12(3): 4-9[2014-05-06]. @",
        "堤坝的法律",
        Some("水法学"),
        Some("王明"),
    );
}

#[test]
fn the_periodical_in_quotation_marks_behind_a_title_in_italics() {
    check(
        "J. Nowak, _Powódź w dolinie_, „Głos Doliny” z 3 czerwca 2010, @",
        "Powódź w dolinie",
        Some("Głos Doliny"),
        Some("J. Nowak"),
    );
}

#[test]
fn a_law_that_a_sentence_speaks_of_is_no_title() {
    assert_eq!(told("The Law “On Water” was amended in 2012, see @")[0], None);
    assert_eq!(told("Law “On Water,” 12 May 2012, @")[0].as_deref(), Some("On Water"));
}

#[test]
fn an_outlet_in_italics_outranks_who_wrote() {
    check(
        "Peat Board. “Closing the bog.” _Irish Energy_, May 3, 2014. @",
        "Closing the bog",
        Some("Irish Energy"),
        Some("Peat Board"),
    );
}

#[test]
fn a_day_of_access_in_the_linked_title_is_no_part_of_it() {
    check("{Wells of the north (zuletzt aufgerufen am 25.06.24)}", "Wells of the north", None, None);
}

#[test]
fn publisher_and_year_behind_the_title() {
    check("Water Board, Duty of Supply (River Press 2012) 12 @", "Duty of Supply", Some("Water Board"), None);
}
