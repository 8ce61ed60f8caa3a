//! Identifiers and archive copies beside the address of the same source.

use super::builder::Report;
use crate::model::{Citation, Kind};

fn cited(note: &str) -> Vec<Citation> {
    Report::new().footnote("1", note).cite()
}

fn urls(citations: &[Citation]) -> Vec<&str> {
    citations.iter().filter_map(|citation| citation.url.as_deref()).collect()
}

/// Address, copy, and the copy's time or day.
fn copies(note: &str) -> Vec<(String, Option<String>, Option<String>)> {
    let cited = cited(note).into_iter();
    let told = cited.map(|citation| {
        let copy = citation.archived;
        let when = copy.as_ref().and_then(|copy| {
            copy.time.map(|time| time.to_string()).or(copy.date.map(|date| date.to_string()))
        });
        (citation.url.unwrap_or_default(), copy.map(|copy| copy.url), when)
    });
    told.collect()
}

#[test]
fn a_doi_beside_the_address_is_the_same_source() {
    for note in [
        "Doe, J., “Title here,” Journal 4 (2012), doi:10.1000/abc.1, http://a.example/abc, accessed 3 May 2012.",
        "Doe, J., “Title here,” Journal 4 (2012), http://a.example/abc (accessed 3 May 2012), doi:10.1000/abc.1.",
        "Doe, J., “Title here,” Journal 4 (2012), https://doi.org/10.1000/ABC.1. DOI: 10.1000/abc.1.",
        "Doe, J., “Title here,” Journal 4 (2012), PMID: 12345678; PMCID: PMC1234567, doi:10.1000/abc.1",
    ] {
        let citations = cited(note);
        let [citation] = citations.as_slice() else { panic!("{note}: {:?}", urls(&citations)) };
        assert_eq!(citation.title.as_deref(), Some("Title here"), "{note}");
    }
}

#[test]
fn two_works_keep_their_identifiers() {
    assert_eq!(
        urls(&cited("See doi:10.1000/abc.1 and doi:10.1000/abc.2.")),
        ["https://doi.org/10.1000/abc.1", "https://doi.org/10.1000/abc.2"]
    );
    assert_eq!(
        urls(&cited(
            "Doe, “One,” arXiv:1105.3459 (2011), Journal of Things 4, p. 3. http://arxiv.org/abs/1105.3459"
        )),
        ["http://arxiv.org/abs/1105.3459"]
    );
    assert_eq!(
        urls(&cited("Doe, “One,” doi:10.1000/abc.1; Roe, “Two,” http://a.example/two")),
        ["https://doi.org/10.1000/abc.1", "http://a.example/two"]
    );
}

#[test]
fn an_entry_of_a_bibliography_is_one_work() {
    let entry = "Doe, J. (2012). Title here. Journal, 4(1). doi:10.1000/abc.1. Working paper no. 5, Vienna. http://a.example/abc";
    let citations = Report::new().note(Kind::Bibliography, "1", entry).cite();
    assert_eq!(urls(&citations), ["http://a.example/abc"]);
    assert_eq!(citations[0].title.as_deref(), Some("Title here"));
}

#[test]
fn a_copy_is_attached_to_its_original() {
    let (url, perma) = ("http://a.example/b", "https://perma.cc/AB12-CD34");
    let wayback = "https://web.archive.org/web/20130702154509/http://a.example/b";
    let time = "2013-07-02T15:45:09Z";
    for (note, copy, when) in [
        (format!("Doe, “Title,” {url} [{perma}]."), perma, None),
        (format!("Doe, “Title,” {url}, archived at {perma}."), perma, None),
        (format!("Doe, “Title,” {url}, archived 27 June 2014 at {perma}"), perma, Some("2014-06-27")),
        (format!("Doe, “Title,” {url} (last visited 3 May 2015) [{perma}]."), perma, None),
        (
            format!("Doe, “Title,” {url}. Archived from the original on 27 June 2014, {perma}"),
            perma,
            Some("2014-06-27"),
        ),
        (format!("Doe, “Title,” {url} ({wayback})."), wayback, Some(time)),
        (
            format!("Doe, “Title,” {wayback}. Archived from the original ({url}) on 2 July 2013."),
            wayback,
            Some(time),
        ),
        (
            format!("Титул. URL: {url} (дата обращения: 03.05.2015). Архивировано 27 июня 2014: {perma}"),
            perma,
            Some("2014-06-27"),
        ),
    ] {
        assert_eq!(
            copies(&note),
            [(url.to_owned(), Some(copy.to_owned()), when.map(str::to_owned))],
            "{note}"
        );
    }
}

#[test]
fn a_copy_alone_is_the_source() {
    let wayback = "https://web.archive.org/web/20130702154509/http://a.example/b";
    let time = Some("2013-07-02T15:45:09Z".to_owned());
    assert_eq!(
        copies(&format!("Doe, “Title,” {wayback}.")),
        [(wayback.to_owned(), Some(wayback.to_owned()), time)]
    );
    let calendar = "https://web.archive.org/web/*/http://a.example";
    assert_eq!(copies(&format!("Doe, “Title,” {calendar}.")), [(calendar.to_owned(), None, None)]);
}

#[test]
fn a_copy_of_something_else_is_another_source() {
    let wayback = "https://web.archive.org/web/20130702154509/http://b.example/c";
    let note = format!("Doe, “Title,” http://a.example/b and {wayback}.");
    assert_eq!(urls(&cited(&note)), ["http://a.example/b", wayback]);
    let note = "Doe, “Title,” http://a.example/b; Roe, “Other,” https://perma.cc/AB12-CD34.";
    assert_eq!(urls(&cited(note)), ["http://a.example/b", "https://perma.cc/AB12-CD34"]);
}

#[test]
fn an_address_in_quotation_marks_is_spoken_of() {
    let wayback = "https://web.archive.org/web/20030702154509/http://a.example/";
    let note =
        format!("Although the URL “http://a.example” was captured before, the site began there. {wayback}.");
    assert_eq!(urls(&cited(&note)), ["http://a.example", wayback]);
}

#[test]
fn in_running_text_too() {
    let citations = Report::new()
        .paragraph("As told at http://a.example/b (archived at https://perma.cc/AB12-CD34), it rained.")
        .cite();
    assert_eq!(urls(&citations), ["http://a.example/b"]);
    assert_eq!(
        citations[0].archived.as_ref().map(|copy| copy.url.as_str()),
        Some("https://perma.cc/AB12-CD34")
    );
}

#[test]
fn a_copy_behind_a_full_stop_is_the_same_source() {
    let copy = |said: &str, code: &str| {
        copies(&format!(
            "Doe, “Title here,” Paper, 2012, http://a.example/b. {said} https://archive.ph/{code}"
        ))
    };
    for said in [
        "Архивировано 3 июля 2013:",
        "Архивировано из оригинала 3 июля 2013 года:",
        "Архивная копия от 3 июля 2013:",
        "Архів оригіналу за 3 липня 2013.",
        "Archiviert am 3. Juli 2013:",
        "Archiviert vom Original am 3. Juli 2013.",
        "Archivé le 3 juillet 2013 :",
        "Archived 3 July 2013:",
        "Archived from the original on July 3, 2013.",
        "Archivado el 3 de julio de 2013:",
        "Arquivado em 3 de julho de 2013:",
        "Archiviato il 3 luglio 2013:",
        "Zarchiwizowano 3 lipca 2013:",
        "Archivováno 3. července 2013:",
        "Gearchiveerd op 3 juli 2013:",
        "Arşivlendi 3 Temmuz 2013:",
        "Мұрағатталған 3 шілде 2013:",
        "(as at 3 July 2013), archived at",
    ] {
        let told = copy(said, "AbC12");
        let [(url, copy, _)] = told.as_slice() else { panic!("{said}: {told:?}") };
        assert_eq!(
            (url.as_str(), copy.as_deref()),
            ("http://a.example/b", Some("https://archive.ph/AbC12")),
            "{said}"
        );
    }
    let glued = cited(
        "Doe, “Title here,” Paper, 2 May 2012, http://a.example/b;archived at https://perma.cc/AB12-CD36",
    );
    assert_eq!(urls(&glued), ["http://a.example/b"]);
    assert_eq!(glued[0].title.as_deref(), Some("Title here"));
    assert_eq!(glued[0].archived.as_ref().map(|copy| copy.url.as_str()), Some("https://perma.cc/AB12-CD36"));
}

#[test]
fn the_day_of_a_copy_is_not_that_of_publication() {
    for said in [
        "Архивная копия от 1 мая 2013:",
        "Архивная копия от 1 мая 2013 г.:",
        "Архів оригіналу за 1 травня 2013:",
        "archived copy of 1 May 2013:",
    ] {
        let note = format!("Doe, “Title here,” Paper, http://a.example/b. {said} https://archive.ph/AbC12");
        let told = cited(&note);
        assert_eq!(urls(&told), ["http://a.example/b"], "{said}");
        assert_eq!(told[0].published, None, "{said}");
    }
}

#[test]
fn a_day_said_of_all_is_that_of_all() {
    for said in [
        "all last accessed on 3 July 2013",
        "alle abgerufen am 3. Juli 2013",
        "tous consultés le 3 juillet 2013",
        "all links accessed 3 July 2013",
    ] {
        let note = format!(
            "Doe, “One,” http://a.example/1; Roe, “Two,” http://b.example/2; Poe, “Three,” http://c.example/3 ({said})."
        );
        let days: Vec<_> =
            cited(&note).iter().map(|citation| citation.accessed.map(|day| day.to_string())).collect();
        assert_eq!(days, vec![Some("2013-07-03".to_owned()); 3], "{said}");
    }
    let apart = cited("“One,” http://a.example/1; “Two,” http://b.example/2; both accessed 3 July 2013.");
    let days: Vec<_> = apart.iter().map(|citation| citation.accessed.map(|day| day.to_string())).collect();
    assert_eq!(days, vec![Some("2013-07-03".to_owned()); 2]);
}

#[test]
fn a_copy_in_brackets_belongs_to_the_linked_title_before_it() {
    let perma = "https://perma.cc/AB12-CD34";
    let wayback = "https://web.archive.org/web/20130702154509/http://a.example/b";
    for (behind, copy) in [
        (format!("([{perma}]({perma}))"), perma),
        (format!("[{perma}]"), perma),
        (format!("(arch.: [{wayback}]({wayback}))"), wayback),
        (format!("(archivé : {wayback})"), wayback),
        (format!("archived at {perma}"), perma),
        (format!(", archived at [{perma}]({perma})"), perma),
        (format!("([archived copy]({perma}))"), perma),
        (format!("[Archivkopie]({wayback})"), wayback),
        (format!("[Архивная копия]({wayback}) от 2 июля 2013"), wayback),
    ] {
        let note = format!(
            "Jane Doe, [Takings by Water](http://a.example/b), Canal Gazette (May 3, 2013) {behind}."
        );
        let told = cited(&note);
        let [citation] = told.as_slice() else { panic!("{note}: {:?}", urls(&told)) };
        assert_eq!(citation.url.as_deref(), Some("http://a.example/b"), "{note}");
        assert_eq!(citation.title.as_deref(), Some("Takings by Water"), "{note}");
        assert_eq!(citation.source.as_deref(), Some("Canal Gazette"), "{note}");
        assert_eq!(citation.published.map(|day| day.to_string()).as_deref(), Some("2013-05-03"), "{note}");
        assert_eq!(citation.archived.as_ref().map(|copy| copy.url.as_str()), Some(copy), "{note}");
    }
}

#[test]
fn a_copy_of_another_work_stays_its_own_source() {
    for note in [
        "Doe, [One](http://a.example/b), Gazette, 2012; Roe, Two, 12 Water L. Rev. 4 [https://perma.cc/AB12-CD34].",
        "Doe, [One](http://a.example/b), Gazette, 2012. See Roe, Two, Herald [https://perma.cc/AB12-CD34].",
        "Doe, [One](http://a.example/b), Gazette, 2012, “Two,” Herald [https://perma.cc/AB12-CD34].",
    ] {
        assert_eq!(urls(&cited(note)), ["http://a.example/b", "https://perma.cc/AB12-CD34"], "{note}");
    }
}

#[test]
fn the_original_behind_a_linked_copy_is_the_source() {
    let wayback = "https://web.archive.org/web/20130402101112/http://a.example/b.pdf";
    let note = format!(
        "Holm, Ida (12 March 2012). [“The Talra basin”]({wayback}) (PDF). Water Gazette. Archived from [the original](http://a.example/b.pdf) (PDF) on 2 April 2013. Retrieved 3 May 2014."
    );
    let told = cited(&note);
    assert_eq!(urls(&told), ["http://a.example/b.pdf"]);
    assert_eq!(told[0].title.as_deref(), Some("The Talra basin"));
    assert_eq!(told[0].published.map(|day| day.to_string()).as_deref(), Some("2012-03-12"));
    assert_eq!(told[0].accessed.map(|day| day.to_string()).as_deref(), Some("2014-05-03"));
}

#[test]
fn an_identifier_behind_a_linked_title_is_the_same_source() {
    let note = "Moe, P. [“Return of the salmon”](http://a.example/moe). Fisheries Notes. 12 (3): 4–9. doi:[10.5555/fn.3](https://doi.org/10.5555/fn.3).";
    let told = cited(note);
    assert_eq!(urls(&told), ["http://a.example/moe"]);
    assert_eq!(told[0].title.as_deref(), Some("Return of the salmon"));
}
