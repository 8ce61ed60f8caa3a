//! Line breaks in addresses with invented names, one test a rule.

use super::super::words::Words;
use super::{Around, Fork, Gap, over_break};

fn fork(text: &str) -> Option<Fork> {
    let (head, rest) = text.split_once('\n').expect("a line break");
    let end = rest.find(' ').unwrap_or(rest.len());
    let gap = Gap { head, token: &rest[..end], rest: &rest[end..] };
    let words = Words::default();
    over_break(gap, Around { next_label: Some(7), words: &words })
}

const KEPT: Option<Fork> = Some(Fork::Hyphen { keep: true });
const DROPPED: Option<Fork> = Some(Fork::Hyphen { keep: false });

#[test]
fn a_hyphen_is_kept_but_for_one_behind_a_slash() {
    assert_eq!(fork("http://a.org/marata‐\ntazhina/24.html."), KEPT);
    assert_eq!(fork("http://www.access-\ncontrolled.net/x"), KEPT);
    assert_eq!(fork("http://a.org/adres-\n225559/ "), KEPT);
    assert_eq!(fork("http://a.org/12-\n2012,42073.html "), KEPT);
    assert_eq!(fork("http://a.org/b/-\nnews.html"), DROPPED);
    assert_eq!(fork("http://a.org/2528560/-\n/k3f24hz/-/index.html."), Some(Fork::Sure));
    assert_eq!(fork("http://a.org/go\u{ad}\nvernment"), Some(Fork::Sure));
}

#[test]
fn a_hyphen_before_a_sign_is_the_typesetters_where_none_can_stand() {
    assert_eq!(fork("http://www.wells-\n.example.org/b "), DROPPED);
    assert_eq!(fork("http://www.agency.org-\n/b/c "), DROPPED);
    assert_eq!(fork("http://a.org/annual-report-\n.pdf. "), DROPPED);
    assert_eq!(fork("http://a.org/b.aspx-\n?id=3 "), DROPPED);
    assert_eq!(fork("http://a.org/the-report-of-the-\n/b "), KEPT);
    assert_eq!(fork("http://a.org/b-\n?id=3 "), KEPT);
}

#[test]
fn signs_that_ask_for_more() {
    for text in [
        "http://a.org/b_\nt_c_d.html.",
        "http://a.org/wiki/Wells_\n(valley). It",
        "http://a.org/?NewsID=\n16240&LangID=E.",
        "http://a.org/?a=b&\nc=d",
        "http://a.org/x.aspx?\nNewsID=15970&LangID=E.",
        "http://a.org/faqs/ise/\nsamesex.html; see",
        "http://s.ms/\n1SZ9KoB; see",
        "http://a.org/b/\n240-income-tax-act.html (amended",
    ] {
        assert_eq!(fork(text), Some(Fork::Sure), "{text}");
    }
}

#[test]
fn signs_that_continue() {
    for next in ["/c/d", "?c=d", "&c=d", "=d", "#top", "_c", "%20c", ".html", "-c"] {
        assert_eq!(fork(&format!("http://a.org/b\n{next}")), Some(Fork::Sure), "{next}");
    }
}

#[test]
fn behind_a_stop_only_what_looks_like_an_address() {
    assert_eq!(fork("http://www.paper.\ncom/news/x."), Some(Fork::Sure));
    assert_eq!(fork("http://lists.\nagency.org/. Accessed"), Some(Fork::Sure));
    assert_eq!(fork("http://a.org/index.\nhtml"), Some(Fork::Sure));
    assert_eq!(fork("http://doi.org/10.1000/abc.\n123"), Some(Fork::Sure));
    assert_eq!(fork("http://a.org/b.\nnews/x.html"), Some(Fork::Join));
    assert_eq!(fork("http://a.org/b.\nThe next"), None);
    assert_eq!(fork("http://a.org/b.\nthe next"), None);
    assert_eq!(fork("http://a.org/b.html.\nnews/x"), None);
}

#[test]
fn inside_a_word_only_what_looks_like_an_address() {
    assert_eq!(fork("http://a.org/arrives-in-congress\ncomprehensive-rights-bill.html."), Some(Fork::Join));
    assert_eq!(fork("http://a.org/reports/annual-re\nport, accessed 3 May"), Some(Fork::Join));
    assert_eq!(fork("http://a.org/reports/annual\nreport on the matter"), None);
    assert_eq!(fork("http://a.org/b\nReuters, 3 May"), None);
    assert_eq!(fork("http://a.org/b.html\nnext/piece-of-it.html"), None);
    assert_eq!(fork("http://a.org/b\nother.org/c"), None);
}

#[test]
fn what_begins_anew_ends_the_address() {
    for text in [
        "http://a.org/b/\n(accessed 3 May)",
        "http://a.org/b/\n[PDF]",
        "http://a.org/b/\n“Title",
        "http://a.org/b/\naccessed 3 May",
        "http://a.org/b/\nlast visited",
        "http://a.org/b/\nand http://c.org",
        "http://a.org/b/\nhttp://c.org",
        "http://a.org/b/\nwww.c.org/d",
        "http://a.org/b\n7 Ibid",
        "http://a.org/b/\n7 Ibid",
        "http://a.org/b\n7 “Title",
        "http://a.org/b,\nc/d.html",
        "http://a.org/b;\nc/d.html",
        "http://a.org/b_(c)\nd/e.html",
        "http://a.org/\nThe agency",
        "http://a.org/\n12 May 2012",
        "http://a.org/b-\naccessed 3 May",
    ] {
        assert_eq!(fork(text), None, "{text}");
    }
}

#[test]
fn a_host_name_is_completed() {
    assert_eq!(fork("http://hiberl\nagency.org/research.html."), Some(Fork::Sure));
    assert_eq!(fork("http://www.agen\ncy.org/"), Some(Fork::Sure));
    assert_eq!(fork("http://www.agency.org\nother.org/x"), None);
    assert_eq!(fork("http://localhost\nThe next"), None);
    for text in [
        "https://www.co\nuncil.org/reports/2.pdf",
        "www.co\nuncil.org/reports/2.pdf",
        "www.annual-repo\nrts.org/b",
        "www.\ncouncil.org/b",
        "https://web.ar\nchive.org/web/2013/http://a.org/",
    ] {
        assert_eq!(fork(text), Some(Fork::Sure), "{text}");
    }
}

#[test]
fn a_scheme_cut_in_two_goes_on() {
    for text in ["ht\ntps://a.org/b", "https\n://a.org/b", "http:/\n/a.org/b", "h\nttp://a.org/b"] {
        assert_eq!(fork(text), Some(Fork::Sure), "{text}");
    }
}

#[test]
fn what_is_left_of_a_word_goes_on() {
    for text in [
        "http://a.org/f\nunding/5494286.",
        "http://a.org/wate\nr/5101976 (accessed 3 May 2012)",
        "http://a.org/data/#counci\nl-8.",
        "http://a.org/annual-surve\ny-repairs, accessed 3 May",
        "https://perma.cc/M\nMPU-JTKY]; see",
        "https://perma.cc/T\n3QR-7H2K]",
        "http://a.org/b/page.asp\nx, accessed 3 May",
    ] {
        assert_eq!(fork(text), Some(Fork::Join), "{text}");
    }
    for text in ["http://a.org/b\nwell-known sources", "http://a.org/b\nA/70/266", "http://a.org/b\nG-20 "] {
        assert_eq!(fork(text), None, "{text}");
    }
}

#[test]
fn a_file_goes_on_in_brackets() {
    assert_eq!(fork("http://a.org/annual_\n(2019).pdf"), Some(Fork::Sure));
    assert_eq!(fork("http://a.org/annual_\n(accessed 3 May)"), None);
    assert_eq!(fork("http://a.org/annual/\n(2019)."), None);
}

#[test]
fn some_languages_repeat_the_hyphen() {
    assert_eq!(fork("http://a.org/annual-\n-review.html"), DROPPED);
}

#[test]
fn digits_go_on_with_digits_unless_they_are_something_else() {
    for next in ["0001.", "678, accessed 3 May 2012", "678", "678. Another title", "12345 and"] {
        assert_eq!(fork(&format!("http://a.org/id=118000\n{next}")), Some(Fork::Join), "{next}");
    }
    for next in ["2012.", "678 people came", "45 boats"] {
        assert_eq!(fork(&format!("http://a.org/b/article-12345\n{next}")), Some(Fork::Stop), "{next}");
    }
    for next in ["7 Ibid.", "8. “A title", "12 May 2012", "3 мая 2012"] {
        assert_eq!(fork(&format!("http://a.org/b/article-12345\n{next}")), None, "{next}");
    }
    assert_eq!(fork("http://a.org/b12\n678."), None);
    assert_eq!(fork("http://a.org/b12\n678 (accessed 3 May 2012)"), Some(Fork::Join));
    assert_eq!(fork("http://a.org/b12\n678 (the third)"), None);
    for (head, next) in [("c/6", "035975."), ("c?id=84", "3824."), ("c/news-2", "031624, accessed 3 May")] {
        assert_eq!(fork(&format!("http://a.org/{head}\n{next}")), Some(Fork::Join), "{next}");
    }
    assert_eq!(fork("http://a.org/c/6\n2012."), Some(Fork::Stop));
}

#[test]
fn the_angles_of_a_sici_go_on() {
    let head = "https://doi.org/10.1000/(SICI)1097(1999)50:2";
    assert_eq!(fork(&format!("{head}\n<162::AID-ABC7>3.0.CO;2-B, accessed")), Some(Fork::Sure));
    assert_eq!(fork(&format!("{head}\n<http://a.org/>")), None);
}

#[test]
fn the_scheme_may_stand_alone() {
    assert_eq!(fork("https:\n//doi.org/10.1000/1"), Some(Fork::Sure));
    assert_eq!(fork("http://\nwww.a.org/b"), Some(Fork::Sure));
    assert_eq!(fork("http://\nand more"), None);
}

#[test]
fn an_archived_address_goes_on_with_the_original() {
    assert_eq!(fork("https://web.archive.org/web/20130703/\nhttp://a.org/b"), Some(Fork::Sure));
    assert_eq!(fork("http://a.org/redirect?url=\nhttp://b.org"), Some(Fork::Sure));
}

#[test]
fn the_typesetters_hyphen_is_known_by_the_word() {
    let mut document = crate::model::Document::new(crate::model::Format::Text);
    let text =
        "http://a.org/govern-\nment and the government; http://a.org/data-\nbase, data, base, database";
    document.body.push(crate::model::Block {
        kind: crate::model::BlockKind::Paragraph,
        text: crate::model::Passage { text: text.to_owned(), ..Default::default() },
    });
    let words = Words::of(&document);
    let around = Around { next_label: None, words: &words };
    let gap = |head, token| Gap { head, token, rest: "" };
    assert_eq!(over_break(gap("http://a.org/govern-", "ment/x"), around), DROPPED);
    assert_eq!(over_break(gap("http://a.org/data-", "base/x"), around), KEPT);
}

#[test]
fn a_host_or_an_ending_may_be_cut() {
    for text in ["http://www.gazette.co\nm.br/news", "http://gazette.or\ng.br/a", "http://gazette.g\nov.uk/a"]
    {
        assert_eq!(fork(text), Some(Fork::Sure), "{text}");
    }
    assert_eq!(fork("http://a.org/b.pd\nf、2022"), Some(Fork::Sure));
    assert_eq!(fork("http://www.gazette.co\nnews.br/news"), None);
}

#[test]
fn a_word_before_a_cue_belongs_to_the_address() {
    for next in ["minister, sidst besøgt 15.7.2013.", "minister, laatst geraadpleegd 3 mei 2013"] {
        assert_eq!(fork(&format!("https://a.org/\n{next}")), Some(Fork::Join), "{next}");
    }
}
