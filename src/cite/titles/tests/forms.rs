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
