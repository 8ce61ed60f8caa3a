//! Addresses from passages with invented names.

use super::super::repair::Around;
use super::super::words::Words;
use super::{Found, Known, Setting, Sighting};
use crate::model::{Mark, MarkKind, Passage};

fn find(passage: &Passage, setting: Setting, known: &[&str]) -> Vec<Found> {
    let words = Words::default();
    let around = Around { next_label: Some(7), words: &words };
    let mut whole = Known::default();
    whole.extend(known.iter().map(|known| (*known).to_owned()));
    Sighting::of(passage, setting, around).decide(&passage.text, &whole)
}

fn passage(text: &str) -> Passage {
    Passage { text: text.to_owned(), ..Passage::default() }
}

fn addresses(text: &str) -> Vec<String> {
    find(&passage(text), Setting::Note, &[]).into_iter().map(|found| found.readings[0].clone()).collect()
}

#[test]
fn sources_with_and_without_scheme() {
    assert_eq!(
        addresses("a http://x.example/1. b https://y.example/2; c"),
        ["http://x.example/1", "https://y.example/2"]
    );
    assert_eq!(
        addresses("November 21, 2012, gorod.kz/art.asp?aid=373227"),
        ["http://gorod.kz/art.asp?aid=373227"]
    );
    assert_eq!(addresses("See www.agency.org/."), ["http://www.agency.org/"]);
    assert_eq!(
        addresses("(www.agency.org/a.html) and (www.agency.org/b.html)."),
        ["http://www.agency.org/a.html", "http://www.agency.org/b.html"]
    );
    assert_eq!(addresses("ftp://ftp.agency.org/pub/1.tar (accessed"), ["ftp://ftp.agency.org/pub/1.tar"]);
    assert_eq!(addresses("at: mailto:records@agency.org."), ["mailto:records@agency.org"]);
    assert_eq!(addresses("mailto: the clerk"), [] as [&str; 0]);
    assert_eq!(
        addresses("http://localhost/notes/draft, http://172.16.4.4/x.tif"),
        ["http://localhost/notes/draft", "http://172.16.4.4/x.tif"]
    );
}

#[test]
fn names_in_prose_are_none() {
    for text in [
        "“A title,” Gorod.kz, May 4, 2012",
        "with node.js and main.py and Mail.ru",
        "the “.kz” domain, e.g. Gorod.kz/Vesti.kz and/or A/HRC/20/27",
        "ISBN 978-3-16-148410-0, ISSN 2049-3630, section 10.5/12, 10.2012/11.2013, v10.1234/x",
        "18 U.S.C. § 2339B. Doc. No. 4/2012",
        "write to me@agency.org/press",
        "http:// and https://, http://www",
    ] {
        assert_eq!(addresses(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn punctuation_and_printers_characters() {
    assert_eq!(
        addresses("<http://a.example/b>, “http://a.example/c.”"),
        ["http://a.example/b", "http://a.example/c"]
    );
    assert_eq!(
        addresses("http://a.example/x?AID=/2009/FOREIGN/1140."),
        ["http://a.example/x?AID=/2009/FOREIGN/1140"]
    );
    assert_eq!(
        addresses("http://a.example/12‐03‐2012,42073.html"),
        ["http://a.example/12-03-2012,42073.html"]
    );
    assert_eq!(
        addresses("http://a.example/forum/#!topic/?????-???/dJ, accessed"),
        ["http://a.example/forum/#!topic/?????-???/dJ"]
    );
    assert_eq!(addresses("http://a.example/?b&amp;c=1"), ["http://a.example/?b&c=1"]);
    assert_eq!(addresses("http://a.example/x\u{a0}y"), ["http://a.example/x"]);
    assert_eq!(
        addresses("http://степь.рф/очерки/засуха-2012 (accessed"),
        ["http://степь.рф/очерки/засуха-2012"]
    );
}

#[test]
fn glued_and_nested() {
    let found = find(&passage("https://a.example/tool2https://b.example/"), Setting::Note, &[]);
    assert_eq!(found[0].readings, ["https://a.example/tool", "https://a.example/tool2"]);
    assert_eq!(found[1].readings, ["https://b.example/"]);
    let nested = "https://web.archive.org/web/20110120140649/http://www.a.example:80/about/";
    assert_eq!(addresses(nested), [nested]);
    assert_eq!(
        addresses("http://web.archive.org/web/2013/\nhttp://www.a.example/b"),
        ["http://web.archive.org/web/2013/http://www.a.example/b"]
    );
}

#[test]
fn the_printed_range_has_the_break_in_it() {
    let passage = passage("see http://a.example/b\u{2010}\nc.html. And");
    let found = find(&passage, Setting::Note, &[]);
    assert_eq!(&passage.text[found[0].range.clone()], "http://a.example/b\u{2010}\nc.html");
    assert_eq!(found[0].readings, ["http://a.example/b-c.html", "http://a.example/bc.html"]);
}

#[test]
fn the_same_address_unbroken_elsewhere_decides() {
    let passage = passage("http://a.example/b-\nc.html");
    let found = find(&passage, Setting::Note, &["http://a.example/bc.html"]);
    assert_eq!(found[0].readings, ["http://a.example/bc.html", "http://a.example/b-c.html"]);
}

#[test]
fn en_dashes_stand_for_hyphens_in_ascii_addresses() {
    let found = find(&passage("http://a.example/b–c and http://a.example/борьба–2012"), Setting::Note, &[]);
    assert_eq!(found[0].readings, ["http://a.example/b-c", "http://a.example/b–c", "http://a.example/b--c"]);
    assert_eq!(found[1].readings[..2], ["http://a.example/борьба–2012", "http://a.example/борьба-2012"]);
    let found = find(&passage("http://a.example/b-c—d-e/f"), Setting::Note, &[]);
    assert_eq!(
        found[0].readings,
        ["http://a.example/b-c—d-e/f", "http://a.example/b-c---d-e/f", "http://a.example/b-c--d-e/f"]
    );
}

fn linked(text: &str, label: &str, target: &str) -> Passage {
    let start = text.find(label).expect("there");
    let kind = MarkKind::Link(target.to_owned());
    Passage { marks: vec![Mark { range: start..start + label.len(), kind }], ..passage(text) }
}

#[test]
fn a_hyperlink_outranks_its_text() {
    let passage =
        linked("Title, http://old.example/a, 2012", "http://old.example/a", "https://new.example/b");
    let found = find(&passage, Setting::Note, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].readings, ["https://new.example/b", "http://old.example/a"]);
    assert!(found[0].shown);
}

#[test]
fn a_home_page_is_no_other_reading() {
    let found = find(&passage("http://a.example/\nabout."), Setting::Note, &[]);
    assert_eq!(found[0].readings, ["http://a.example/about"]);
    let passage = linked("see http://a.example/ b", "http://a.example/ b", "http://a.example/%20b");
    let found = find(&passage, Setting::Note, &[]);
    assert_eq!(found[0].readings, ["http://a.example/%20b", "http://a.example/b"]);
}

#[test]
fn a_hyperlinked_title_is_no_address_itself() {
    let passage = linked("A title, Outlet, 2012", "A title", "https://new.example/b");
    let found = find(&passage, Setting::Note, &[]);
    assert_eq!(
        found,
        [Found {
            range: 0..7,
            readings: vec!["https://new.example/b".to_owned()],
            shown: false,
            identifier: None
        }]
    );
}

#[test]
fn identifiers_stand_for_addresses() {
    for (text, address) in [
        ("Journal 4 (2012), doi: 10.1000/abc.123.", "https://doi.org/10.1000/abc.123"),
        ("Journal 4, DOI 10.1000/abc(12)3, p. 4", "https://doi.org/10.1000/abc(12)3"),
        ("Journal 4 (10.1000/abc.123)", "https://doi.org/10.1000/abc.123"),
        ("see dx.doi.org/10.1000/abc.", "https://doi.org/10.1000/abc"),
        ("see doi.org/10.1000/abc.", "https://doi.org/10.1000/abc"),
        ("http://dx.doi.org/10.1000/abc.", "http://dx.doi.org/10.1000/abc"),
        (
            "doi:10.1000/(SICI)1097(1998)49:8<693::AID-A4>3.0.CO;2-O.",
            "https://doi.org/10.1000/(SICI)1097(1998)49:8<693::AID-A4>3.0.CO;2-O",
        ),
        (
            "doi:10.1175/1520-0442(1995)008<0001:TITLE>2.0.CO;2",
            "https://doi.org/10.1175/1520-0442(1995)008<0001:TITLE>2.0.CO;2",
        ),
        ("doi:10.1000/\n13614576.2015.1114842", "https://doi.org/10.1000/13614576.2015.1114842"),
        ("doi:10.1000/1369118X.2012.\n678878", "https://doi.org/10.1000/1369118X.2012.678878"),
        ("doi:10.\n1000/abc.2016.0161", "https://doi.org/10.1000/abc.2016.0161"),
        ("hdl:10568/1234.", "https://hdl.handle.net/10568/1234"),
        ("hdl.handle.net/10568/1234", "https://hdl.handle.net/10568/1234"),
        ("arXiv:2301.01234v2 [cs.DL]", "https://arxiv.org/abs/2301.01234v2"),
        ("arXiv: hep-th/9901001.", "https://arxiv.org/abs/hep-th/9901001"),
        ("arXiv preprint arXiv:1412.\n6980.", "https://arxiv.org/abs/1412.6980"),
        ("URN: urn:nbn:de:101:1-2012030512.", "https://nbn-resolving.org/urn:nbn:de:101:1-2012030512"),
        ("PMID: 12345678; ", "https://pubmed.ncbi.nlm.nih.gov/12345678"),
        ("PMCID: PMC1234567.", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567"),
    ] {
        assert_eq!(addresses(text), [address], "{text}");
    }
}

#[test]
fn an_identifier_linked_to_its_resolver_is_read_as_itself() {
    let passage =
        linked("A title. doi:10.1000/ abc-16", "10.1000/ abc-16", "http://dx.doi.org/10.1000/ABC-16");
    let found = find(&passage, Setting::Note, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].readings[0], "https://doi.org/10.1000/ABC-16");
    assert_eq!(&passage.text[found[0].range.clone()], "doi:10.1000/ abc-16");
    let passage = linked("A title. doi:10.1000/abc", "10.1000/abc", "http://a.example/abc");
    assert_eq!(find(&passage, Setting::Note, &[])[0].readings[0], "http://a.example/abc");
}

#[test]
fn what_only_looks_like_an_address() {
    for text in [
        "main.py, node.js, report.final.docx, index.html, README.md and libc.so.6",
        "the file /etc/hosts, src/main.rs, docs/report.final.docx and C:/temp/x.txt",
        "me@agency.org, press.office@news.agency.co.uk; @gorod_kz, #dam",
        "version 1.2.3, v2.0/3, Python 3.10/3.11, 4.10.2012/13, 10.12.2012, § 5.1/2",
        "U.S./U.K. and the U.S.A., e.g./i.e., No.1/2012, St.Petersburg/Moscow, Ph.D./M.A.",
        "as said in the policy.The court.No other/no more.In May",
        "and/or, he/she, 24/7, km/h, 10:30/11:00, A/RES/70/1, CCPR/C/GC/34, 2012/13",
        "the address 192.168.0.1/24 and 8.8.8.8, port 10.0.0.1:80",
        "std::fs::read, foo.bar/baz(), a.b.c/d, self.cite/other()",
        "Gorod.kz/Vesti.kz, BBC.com and Amazon.com/Google.com, Inc./Ltd.",
        "ISO/IEC 27001:2013, S.A./N.V., TCP/IP, c/o Doe, w/o, p. 12/13, Art.12/3",
        "5.me/6.to, fig.2/3, vol.4/no.5",
    ] {
        assert_eq!(addresses(text), Vec::<String>::new(), "{text}");
        assert_eq!(find(&passage(text), Setting::Body, &[]), [], "{text}");
    }
}

#[test]
fn without_scheme_but_cited() {
    for (text, address) in [
        ("gorod.kz/art.asp?aid=373227", "http://gorod.kz/art.asp?aid=373227"),
        ("Title (agency.org/en/node/2744)", "http://agency.org/en/node/2744"),
        ("see bit.ly/1SZ9KoB.", "http://bit.ly/1SZ9KoB"),
        ("youtu.be/dQw4w9WgXcQ", "http://youtu.be/dQw4w9WgXcQ"),
        ("www.agency.org/about, accessed", "http://www.agency.org/about"),
        ("twitter.com/gorod_kz/status/123456", "http://twitter.com/gorod_kz/status/123456"),
        ("news.agency.co.uk/2012/05/dam.html", "http://news.agency.co.uk/2012/05/dam.html"),
    ] {
        assert_eq!(addresses(text), [address], "{text}");
    }
}

#[test]
fn blanks_and_breaks_within_addresses() {
    for (text, address) in [
        ("Title, http : //www.agency.org/plan, accessed", "http://www.agency.org/plan"),
        ("Title, https: //www.agency.org/plan", "https://www.agency.org/plan"),
        ("Title, http:// www.a.example/x.", "http://www.a.example/x"),
        ("Title, www. agency.org/x, 2012", "http://www.agency.org/x"),
        ("Title, http://www.gorod .org/x, 2012", "http://www.gorod.org/x"),
        ("Title, http://a.org/annual-report. pdf. See also p. 4", "http://a.org/annual-report.pdf"),
        ("Title, http://a.org/annual-report.\npdf. See also p. 4", "http://a.org/annual-report.pdf"),
        ("Title, http://a.org/1/702385.\nstm; see", "http://a.org/1/702385.stm"),
        ("Title, http://a.org/1/list.\nphp?id=3, 2012", "http://a.org/1/list.php?id=3"),
    ] {
        assert_eq!(addresses(text), [address], "{text}");
    }
    let found = find(&passage("http://a.org/annual-report. pdf"), Setting::Note, &[]);
    assert_eq!(found[0].readings, ["http://a.org/annual-report.pdf", "http://a.org/annual-report"]);
}
