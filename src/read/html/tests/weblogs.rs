//! Weblogs, newsletters, wikis and office suites: whole pages with what stands around the article.

use super::super::super::view::view;
use super::super::read_html;
use super::{check, check_addresses, page};

#[test]
fn a_wiki() {
    check_addresses(
        &page(
            r#"<link rel="canonical" href="https://wiki.example/wiki/Dam">"#,
            r##"<p>It leaks.<sup id="cite_ref-ng_1-0" class="reference"><a href="#cite_note-ng-1">&#91;1&#93;</a></sup><sup id="cite_ref-2" class="reference"><a href="#cite_note-2">&#91;note 1&#93;</a></sup><sup class="noprint Inline-Template">[<i><a href="https://wiki.example/wiki/CN">citation needed</a></i>]</sup></p>
<h2>Notes</h2><span class="mw-editsection">[<a href="https://wiki.example/w/index.php?action=edit">edit</a>]</span><ol class="references" data-mw-group="note"><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2" aria-label="Jump up">^</a></b></span> <span class="reference-text">A remark with <a class="external autonumber" href="http://c.example/three">[1]</a>.</span></li></ol>
<h2>References</h2><div class="reflist reflist-columns" style="column-width: 30em"><ol class="references"><li id="cite_note-ng-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-ng_1-0"><sup><i><b>a</b></i></sup></a></span> <span class="reference-text"><style>.x{}</style><cite class="citation web cs1">Ng, A. <a class="external text" href="http://a.example/one">"One"</a>. Retrieved <span class="nowrap">2 July</span> 2013.</cite><span class="Z3988" title="rft_id=http%3A%2F%2Fa.example"></span></span></li></ol></div>
<h2>External links</h2><ul><li><a class="external text" href="http://friends.example/">Friends</a></li></ul>
<div class="navbox" role="navigation"><a href="https://wiki.example/wiki/Dams">Dams</a></div><div class="printfooter">From "<a href="https://wiki.example/wiki/Dam?oldid=1">https://wiki.example/wiki/Dam?oldid=1</a>"</div>"##,
            r#"<footer><a href="https://commons.example/by-sa/">licence</a></footer>"#,
        ),
        &[
            "I ⟦Friends|http://friends.example/⟧",
            "[1] *Ng, A. ⟦\"One\"|http://a.example/one⟧. Retrieved 2 July 2013.*",
            "[note 1] A remark with ⟦[1]|http://c.example/three⟧.",
        ],
    );
}

#[test]
fn a_weblog_with_side_boxes() {
    check_addresses(
        &page(
            r#"<meta property="og:url" content="https://blog.example/dams/">"#,
            r#"<div class="entry-meta">By <a href="https://blog.example/author/ng/">Ng</a></div><p>Dams leak<sup class="modern-footnotes-footnote" data-mfn="1"><a href="javascript:void(0)" role="button">1</a></sup><span role="tooltip" class="modern-footnotes-footnote__note">See <a href="http://a.example/one">One</a>.</span> (<a href="http://c.example/three">a report</a>).</p>
<ul class="modern-footnotes-list modern-footnotes-list--show-only-for-print"><li><span>1</span><div>See <a href="http://a.example/one">One</a>.</div></li></ul>
<p class="button-wrapper"><a class="button primary" href="https://blog.example/dams/?action=share">Share</a></p>
<p>Read also: <a href="https://other.example/wells">Wells</a></p>
<div id="jp-relatedposts"><h3>More</h3><a href="https://elsewhere.example/wells/">Wells</a></div><div class="author-box"><p>Ng writes at <a href="https://ng.example/">ng.example</a>.</p></div>"#,
            r#"<section id="comments"><p>See <a href="http://spam.example/">this</a></p></section><div class="cookie-banner">We use <a href="https://policy.example/">cookies</a></div>"#,
        ),
        &["P Dams leak{1} (⟦a report|http://c.example/three⟧).", "[1] See ⟦One|http://a.example/one⟧."],
    );
}

#[test]
fn notes_of_plugins() {
    check(
        r##"<p>Dams leak<sup><a href="#footnote_1_77" id="identifier_1_77" class="footnote-link" title="Ng">1</a></sup> and<a class="see-footnote" id="footnoteref2_ab" href="#footnote2_ab">2</a> and<sup class="footnote-ref"><a href="#fn3" id="fnref3:1">[3:1]</a></sup>.</p>
<ol class="footnotes"><li id="footnote_1_77" class="footnote">Ng, http://a.example/one.<span class="footnote-back-link-wrapper"> [<a href="#identifier_1_77" class="footnote-back-link">&#8617;</a>]</span></li></ol>
<ul class="footnotes"><li class="footnote" id="footnote2_ab"><a class="footnote-label" href="#footnoteref2_ab">2.</a> Orr, http://b.example/two.</li></ul>
<section class="footnotes"><ol start="3"><li id="fn3"><p>Third. <a href="#fnref3:1" class="footnote-backref">↩︎</a></p></li></ol></section>"##,
        &[
            "P1 Dams leak{1} and{2} and{3}.",
            "[1]2 Ng, http://a.example/one.",
            "[2]3 Orr, http://b.example/two.",
            "[3]4 Third.",
        ],
    );
}

#[test]
fn an_office_suite_that_counts_clicks() {
    check(
        r##"<p><span>Dams leak.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> See </span><a href="https://www.suite.example/url?q=http://b.example/two?x%3D1&amp;sa=D&amp;source=editors">a report</a>.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Ng, </span><a href="https://www.suite.example/url?q=http://a.example/one&amp;sa=D">http://a.example/one</a>.</p></div>"##,
        &[
            "P1 Dams leak.{1} See ⟦a report|http://b.example/two?x=1⟧.",
            "[1]1 Ng, ⟦http://a.example/one|http://a.example/one⟧.",
        ],
    );
}

#[test]
fn relative_links_are_left_aside_whatever_the_base() {
    check(
        r#"<head><base href="https://site.example/news/"></head><body><p>See <a href="wells.html">wells</a>, <a href="//c.example/x">out</a>,<a href="dams.html#fn2"><sup>1</sup></a>.</p><ol class="footnotes"><li id="fn2">http://d.example/four</li></ol>"#,
        &["P1 See wells, ⟦out|https://c.example/x⟧,{1}.", "[1]1 http://d.example/four"],
    );
}

#[test]
fn what_stands_around_a_text_with_notes_is_left_out_without_labels() {
    let text = "<p>Water is scarce in the hills above the dam.<sup><a href='#n1' id='r1'>1</a></sup></p>"
        .to_owned()
        + "<p>Wells are <a href='http://inline.example/'>rare</a>.<a href='#n2' id='r2'>2</a><a href='#n3' id='r3'>3</a></p>"
        + &"<p>Nobody was asked about any of it, then or later.</p>".repeat(20);
    let notes: String = (1..=3)
        .map(|n| format!("<li id='n{n}'>Title, http://n{n}.example/. <a href='#r{n}'>back</a></li>"))
        .collect();
    let html = format!(
        "<head><link rel=canonical href='https://own.example.com/x'></head><body>\
         <div><a href='http://menu.example/'>Menu</a></div><h1>Dams</h1>\
         <div><a href='https://own.example.com/ng'>A. Ng</a> · <a href='http://net.example/ng'>@ng</a></div>\
         {text}<ol>{notes}</ol><div><p>A. Ng works at <a href='http://bio.example/'>a dam</a>.</p></div>\
         <h2>External links</h2><ul><li><a href='http://list.example/'>Dams of the world</a></li></ul>\
         <h4>Partners</h4><div><a href='http://foot.example/'>One</a></div></body>"
    );
    check_addresses(
        &html,
        &[
            "P Wells are ⟦rare|http://inline.example/⟧.{2}{3}",
            "I ⟦Dams of the world|http://list.example/⟧",
            "[1] Title, http://n1.example/.",
            "[2] Title, http://n2.example/.",
            "[3] Title, http://n3.example/.",
        ],
    );
}

#[test]
fn what_follows_notes_without_links_is_left_out_too() {
    let text = "<p>Nobody in the valley was asked about any of it, then or later, and nobody asked why that was so.</p>".repeat(12);
    let around = |apparatus: &str| {
        format!(
            "<head><link rel=canonical href='https://own.example.com/x'></head><body><div><h1>Dams</h1>{text}{apparatus}</div>\
             <div>Tags: <a href='https://own.example.com/dams'>dams</a></div><p><a href='http://foot.example/'>Partner</a></p></body>"
        )
    };
    let notes: String = (1..=3).map(|n| format!("<p>{n}. Title, http://n{n}.example/.</p>")).collect();
    let listed = [
        "[1] Title, http://n1.example/.",
        "[2] Title, http://n2.example/.",
        "[3] Title, http://n3.example/.",
    ];
    check_addresses(&around(&format!("<h3>Notes</h3>{notes}")), &listed);
    let works: String = (1..=3).map(|n| format!("<p>Ng. 201{n}. Title. http://n{n}.example/.</p>")).collect();
    let listed = [
        "[work:] Ng. 2011. Title. http://n1.example/.",
        "[work:] Ng. 2012. Title. http://n2.example/.",
        "[work:] Ng. 2013. Title. http://n3.example/.",
    ];
    check_addresses(&around(&format!("<h2>References</h2>{works}")), &listed);
}

#[test]
fn short_paragraphs_above_long_notes_are_the_text() {
    let text = "<p>Dams are <a href='http://inline.example/'>old</a>. They leak (1).</p>";
    let notes: String = (1..=9)
        .map(|n| format!("<p>({n}) A title that goes on and on for the length of a line and then some, http://n{n}.example/.</p>"))
        .collect();
    let html = format!("<body><div><h1>Dams</h1>{text}</div><div><h3>Notes</h3>{notes}</div></body>");
    let view = view(&read_html(&html));
    assert!(view.contains("P1 Dams are ⟦old|http://inline.example/⟧."), "{view}");
}

#[test]
fn tables_beside_the_paragraphs_are_text() {
    let text =
        "<p>A line of the introduction that goes on for more than eighty bytes, as lines do, to its end.</p>";
    let rows: String = (1..=20)
        .map(|n| format!("<tr><td><a href='http://rules.example/{n}'>Rule {n} of the standard</a></td><td>Supported with some exceptions</td></tr>"))
        .collect();
    let html = format!("<body><h1>Conformance</h1><div>{}</div><table>{rows}</table></body>", text.repeat(7));
    let view = view(&read_html(&html));
    assert_eq!(view.matches("http://rules.example/").count(), 20, "{view}");
}

#[test]
fn other_tables_than_that_with_the_paragraphs_are_text() {
    let long =
        "<p>A remark in a cell that goes on for more than eighty bytes, as remarks do, up to its end.</p>";
    let remarks = format!("<tr><td>Rule</td><td>{long}</td></tr>").repeat(12);
    let rules = "<tr><td><a href='http://rules.example/1'>A rule</a></td><td>Supported</td></tr>";
    let html = format!("<body><h1>Conformance</h1><table>{rules}</table><table>{remarks}</table></body>");
    let view = view(&read_html(&html));
    assert!(view.contains("http://rules.example/1"), "{view}");
}
