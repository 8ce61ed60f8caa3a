//! What a citation holds.

use super::builder::Report;
use crate::model::{Citation, Kind};

fn urls(citations: &[Citation]) -> Vec<(Option<&str>, Option<&str>)> {
    citations.iter().map(|citation| (citation.note.as_deref(), citation.url.as_deref())).collect()
}

fn date(date: Option<crate::model::PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

#[test]
fn a_citation_says_everything_its_note_says() {
    let note = "Anna Bek, “Слово «дня»” [“Word of the day”], Vesti.kz, May\n11, 2012, http://vesti.kz/slovo‐\ndnya.html,\naccessed July 2, 2013.";
    let citations = Report::new().paragraph("One. Two cites it.{1} Three.").footnote("1", note).cite();
    let [citation] = citations.as_slice() else { panic!("one citation") };
    assert_eq!(citation.document, "report.txt");
    assert_eq!(citation.note.as_deref(), Some("1"));
    assert_eq!(citation.kind, Kind::Footnote);
    assert_eq!((citation.page, citation.line), (Some(1), Some(2)));
    assert_eq!(citation.url.as_deref(), Some("http://vesti.kz/slovo-dnya.html"));
    assert_eq!(citation.as_printed.as_deref(), Some("http://vesti.kz/slovo‐\ndnya.html"));
    assert_eq!(citation.title.as_deref(), Some("Слово «дня»"));
    assert_eq!(citation.title_translated.as_deref(), Some("Word of the day"));
    assert_eq!(citation.source.as_deref(), Some("Vesti.kz"));
    assert_eq!(citation.author.as_deref(), Some("Anna Bek"));
    assert_eq!(date(citation.published).as_deref(), Some("2012-05-11"));
    assert_eq!(date(citation.accessed).as_deref(), Some("2013-07-02"));
    assert_eq!(citation.context.as_deref(), Some("Two cites it."));
    assert_eq!(citation.candidates, ["http://vesti.kz/slovo-dnya.html", "http://vesti.kz/slovodnya.html"]);
    assert_eq!(citation.refers_to, None);
}

#[test]
fn every_note_is_accounted_for() {
    let citations = Report::new()
        .paragraph("One here.{1} Two here.{2} Three here.{3}")
        .footnote("1", "Interview, Almaty, January 2013.")
        .footnote("2", "")
        .footnote("3", "Title, http://a.example/x; and http://a.example/y")
        .cite();
    assert_eq!(
        urls(&citations),
        [
            (Some("1"), None),
            (Some("2"), None),
            (Some("3"), Some("http://a.example/x")),
            (Some("3"), Some("http://a.example/y")),
        ]
    );
    assert_eq!(citations[1].context.as_deref(), Some("Two here."));
    assert_eq!(citations[0].candidates, Vec::<String>::new());
}

#[test]
fn two_sources_in_a_note_keep_their_dates() {
    let note = "See full text of the law, published on January 12, 2012, http://a.example/law.pdf, accessed January 24, 2012; Jane Doe, “Next Frontier?” Paper.org, February 14, 2012, http://b.example/64998.";
    let citations = Report::new().footnote("22", note).cite();
    let dates: Vec<_> =
        citations.iter().map(|citation| (date(citation.published), date(citation.accessed))).collect();
    assert_eq!(
        dates,
        [
            (Some("2012-01-12".to_owned()), Some("2012-01-24".to_owned())),
            (Some("2012-02-14".to_owned()), None)
        ]
    );
    assert_eq!(citations[0].title, None);
    assert_eq!(citations[1].title.as_deref(), Some("Next Frontier?"));
}

#[test]
fn a_date_of_access_behind_sources_that_run_on_is_the_date_of_all() {
    let note = "Institute, \"What We Do,\" http://a.example/do and Institute, \"Initiatives,\" http://a.example/init, accessed August 2, 2017.";
    let citations = Report::new().footnote("76", note).cite();
    assert!(citations.iter().all(|citation| date(citation.accessed).as_deref() == Some("2017-08-02")));
    let note = "Exchange, http://a.example/do; Telecom, “Slides,” 2011, accessed on January 24, 2012, http://a.example/p.pdf.";
    let citations = Report::new().footnote("24", note).cite();
    assert_eq!(citations[0].accessed, None);
    assert_eq!(date(citations[1].accessed).as_deref(), Some("2012-01-24"));
    assert_eq!(date(citations[1].published).as_deref(), Some("2011"));
}

#[test]
fn notes_point_back() {
    let citations = Report::new()
        .footnote("25", "Water Initiative, “Country Profile: Steppe,” http://a.example/p.pdf.")
        .footnote("26", "Water Initiative, “Country Profile: Steppe.”")
        .footnote("27", "Ibid., p. 4.")
        .footnote("28", "Doe, “Other,” http://a.example/o")
        .footnote("29", "Water Initiative, “Country Profile: Steppe.”")
        .cite();
    let targets: Vec<_> = citations.iter().map(|citation| citation.refers_to.as_deref()).collect();
    assert_eq!(targets, [None, Some("25"), Some("25"), None, Some("25")]);
    assert_eq!(citations[1].title.as_deref(), Some("Country Profile: Steppe"));
    assert_eq!(citations[2].title, None);
}

#[test]
fn the_body_cites_where_it_stands() {
    let citations = Report::new()
        .paragraph(
            "First http://a.example/1 here. Then a note.{1} And http://a.example/2 (accessed 3 May 2012).",
        )
        .paragraph("Another note.{2}")
        .item("“Title here,” Outlet, 5 May 2012, http://a.example/3")
        .footnote("1", "http://n.example/1")
        .footnote("2", "http://n.example/2")
        .note(Kind::Bibliography, "", "Doe, J. (2012). Title here. http://n.example/3")
        .cite();
    assert_eq!(
        urls(&citations),
        [
            (None, Some("http://a.example/1")),
            (Some("1"), Some("http://n.example/1")),
            (None, Some("http://a.example/2")),
            (Some("2"), Some("http://n.example/2")),
            (None, Some("http://a.example/3")),
            (None, Some("http://n.example/3")),
        ]
    );
    assert_eq!(citations[0].kind, Kind::Inline);
    assert_eq!(citations[0].context.as_deref(), Some("First http://a.example/1 here."));
    assert_eq!(date(citations[2].accessed).as_deref(), Some("2012-05-03"));
    assert_eq!(citations[4].title.as_deref(), Some("Title here"));
    assert_eq!(date(citations[4].published).as_deref(), Some("2012-05-05"));
}

#[test]
fn hyperlinks() {
    let citations = Report::new()
        .paragraph(
            "Some [words](http://a.example/w) and [The Long Way Down](http://a.example/t), [top](#top).",
        )
        .footnote(
            "1",
            "[Title here](http://a.example/x), Outlet, 5 May 2012, [http://a.example/x](http://a.example/x).",
        )
        .cite();
    assert_eq!(
        urls(&citations),
        [
            (None, Some("http://a.example/w")),
            (None, Some("http://a.example/t")),
            (Some("1"), Some("http://a.example/x")),
        ]
    );
    let titles: Vec<_> = citations.iter().map(|citation| citation.title.as_deref()).collect();
    assert_eq!(titles, [None, Some("The Long Way Down"), Some("Title here")]);
    assert_eq!(citations[2].as_printed.as_deref(), Some("http://a.example/x"));
}

#[test]
fn the_same_address_in_one_piece_elsewhere_decides() {
    let citations = Report::new()
        .footnote("1", "http://a.example/gov-\nernment.html")
        .footnote("2", "http://a.example/government.html")
        .cite();
    assert_eq!(
        citations[0].candidates,
        ["http://a.example/government.html", "http://a.example/gov-ernment.html"]
    );
}

#[test]
fn the_next_note_is_not_swallowed() {
    let citations = Report::new().footnote("6", "“Title,” http://a.example/x\n7 Ibid. 23").cite();
    assert_eq!(citations[0].url.as_deref(), Some("http://a.example/x"));
    let citations = Report::new().footnote("62", "“Title,” http://a.example/adres-\n225559/").cite();
    assert_eq!(citations[0].url.as_deref(), Some("http://a.example/adres-225559/"));
}

#[test]
fn an_address_goes_on_over_a_page() {
    let citations = Report::new().footnote("6", "“Title,” 2012, http://a.example/long/\x0cpath.html.").cite();
    assert_eq!(citations[0].url.as_deref(), Some("http://a.example/long/path.html"));
    assert_eq!(citations[0].page, Some(1));
}

#[test]
fn outlets_named_are_not_cited() {
    let citations = Report::new()
        .paragraph("Sites like Mail.example.org, Gorod.kz and node.js under “.kz”, or www.gorod.kz.")
        .footnote("1", "“Court closes www.gorod.kz,” Gorod.kz, 5 May 2012, vesti.kz/art.asp?aid=3")
        .cite();
    assert_eq!(urls(&citations), [(Some("1"), Some("http://vesti.kz/art.asp?aid=3"))]);
}

#[test]
fn a_note_that_cites_a_work_by_its_key_refers_to_it() {
    let citations = Report::new()
        .paragraph("Dams fail.{1}")
        .footnote("1", "{2}, p. 3")
        .note(Kind::Bibliography, "ng", "Ng, A. Dams. http://a.example/dams")
        .cite();
    let told: Vec<_> = citations
        .iter()
        .map(|citation| {
            (citation.note.as_deref(), citation.refers_to.as_deref(), citation.context.as_deref())
        })
        .collect();
    assert_eq!(told, [(Some("1"), Some("ng"), Some("Dams fail.")), (Some("ng"), None, Some("Dams fail."))]);
}

#[test]
fn a_note_cites_the_works_it_names_by_their_keys_beside_its_own_sources() {
    let told = |note: &str| -> Vec<(Option<String>, Option<String>)> {
        let report = Report::new()
            .footnote("1", note)
            .note(Kind::Bibliography, "ng", "Ng, A., “Dams,” http://a.example/dams.")
            .note(Kind::Bibliography, "orr", "Orr, B., “Wells,” 2012.");
        let citations = report.cite().into_iter();
        let first = citations.filter(|citation| citation.kind == Kind::Footnote);
        first.map(|citation| (citation.url, citation.refers_to)).collect()
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told("See {2}; and http://b.example/x."),
        [(some("http://b.example/x"), None), (None, some("ng"))]
    );
    assert_eq!(told("See {2} and {3}, and {2} again."), [(None, some("ng")), (None, some("orr"))]);
    assert_eq!(told("Ng, A., “Dams,” http://a.example/dams.{2}"), [(some("http://a.example/dams"), None)]);
}

#[test]
fn outlet_and_date_behind_a_linked_title_are_its_own() {
    for between in ["; ", "; cf. ", ". ", ". See also "] {
        let note = format!(
            "[One for all](http://a.example/1), Gazette, 3 May 2012{between}[Two for tea](http://b.example/2), Herald, 4 June 2013."
        );
        let told: Vec<_> = Report::new()
            .footnote("1", &note)
            .cite()
            .into_iter()
            .map(|citation| (citation.source, date(citation.published)))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            told,
            [(some("Gazette"), some("2012-05-03")), (some("Herald"), some("2013-06-04"))],
            "{between}"
        );
    }
}

#[test]
fn a_day_of_access_behind_a_semicolon_is_that_of_the_source_before() {
    let note = "“Grundlagen zum Bus”; http://a.example/bus.pdf; zuletzt aufgerufen am 12.01.2023";
    let told = Report::new().footnote("1", note).cite();
    assert_eq!(date(told[0].accessed).as_deref(), Some("2023-01-12"));
    assert_eq!(told[0].title.as_deref(), Some("Grundlagen zum Bus"));
}
