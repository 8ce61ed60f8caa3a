//! Lists of works as journals, preprint servers and reference managers set them.

use super::{check, check_addresses, page};

#[test]
fn a_database_with_link_outs() {
    check_addresses(
        &page(
            r#"<meta name="citation_doi" content="10.1/self">"#,
            r##"<p>doi: <a href="https://doi.org/10.1/self">10.1/self</a>. Dams leak [<a href="#B1">1</a>,<a href="#B2">2</a>]<sup><a href="#fn1">a</a></sup>.</p>
<section class="fn-group"><h2>Footnotes</h2><div class="fn" id="fn1"><sup>a</sup><p>A remark.</p></div></section>
<section class="ref-list"><h2>References</h2><ul class="ref-list">
<li id="B1"><span class="label">1.</span><cite>Ng A. One. J Dams. 2010.</cite> [<a href="https://doi.org/10.1/one">DOI</a>] [<a href="https://records.example/123/">PubMed</a>] [<a href="https://find.example/scholar_lookup?title=One">Google Scholar</a>]</li>
<li id="B2"><span class="label">2.</span><cite>Orr B. Two. <a href="http://b.example/two">http://b.example/two</a>.</cite> [<a href="https://find.example/scholar_lookup?title=Two">Google Scholar</a>]</li></ul></section>"##,
            "",
        ),
        &[
            "[a] A remark.",
            "[work:1] *Ng A. One. J Dams. 2010.* [⟦DOI|https://doi.org/10.1/one⟧] [PubMed] [Google Scholar]",
            "[work:2] *Orr B. Two. ⟦http://b.example/two|http://b.example/two⟧.* [Google Scholar]",
        ],
    );
}

#[test]
fn link_outs_are_known_by_their_number() {
    let entry = |n: u8| {
        format!(
            r#"<li id="ref{n}"><span class="order">{n}. </span><a name="x.ref{n}" class="link-target"></a>Ng A. Part {n}. <ul class="reflinks"><li><a href="https://doi.org/10.1/{n}">Zum Werk</a></li><li><a href="https://find.example/records/{n}">Nachweis</a></li></ul></li>"#
        )
    };
    let list: String = (1..=3).map(entry).collect();
    check(
        &format!(
            r##"<p>Dams leak [<a href="#x.ref1">1</a>].</p><h2>References</h2><ol class="references">{list}</ol>"##
        ),
        &[
            "P1 Dams leak{1}.",
            "H1 References",
            "[work:1]1 Ng A. Part 1. ⟦Zum Werk|https://doi.org/10.1/1⟧ Nachweis",
            "[work:2]1 Ng A. Part 2. ⟦Zum Werk|https://doi.org/10.1/2⟧ Nachweis",
            "[work:3]1 Ng A. Part 3. ⟦Zum Werk|https://doi.org/10.1/3⟧ Nachweis",
        ],
    );
}

#[test]
fn a_publisher_whose_markers_need_scripts() {
    check(
        r##"<p>Dams leak <a href="#bib1" name="bbib1" id="bbib1"><span>[1]</span></a> and <a href="#bib2" name="bbib2">Orr (2010)</a><a href="#fn1" name="bfn1"><sup>1</sup></a>.</p>
<section class="bibliography"><h2>References</h2><ol class="references"><li><span class="label"><a href="#bbib1" id="ref-id-bib1">[1]</a></span><span class="reference">A. Ng, One, 1 (2010), <a href="https://doi.org/10.1/one">10.1/one</a></span></li><li><span class="label"><a href="#bbib2" id="ref-id-bib2">Orr, 2010</a></span><span class="reference">B. Orr, Two, <a href="http://b.example/two">http://b.example/two</a></span></li></ol></section>
<dl class="footnotes"><dt class="footnote-label" id="fn1"><a href="#bfn1"><sup>1</sup></a></dt><dd>See http://c.example/three.</dd></dl>"##,
        &[
            "P1 Dams leak{1} and Orr (2010){2}{1}.",
            "H2 References",
            "[1]3 See http://c.example/three.",
            "[work:1]2 A. Ng, One, 1 (2010), ⟦10.1/one|https://doi.org/10.1/one⟧",
            "[work:2]2 B. Orr, Two, ⟦http://b.example/two|http://b.example/two⟧",
        ],
    );
}

#[test]
fn a_page_says_how_to_cite_it() {
    check_addresses(
        &page(
            r#"<meta name="DC.Identifier.DOI" content="10.1/self">"#,
            r#"<section class="item references"><h2 class="label">References</h2><div class="value"><p>Ng, A. (2010). One. <a href="https://doi.org/10.1/one">https://doi.org/10.1/one</a></p></div></section>
<section><h2>How to Cite</h2><div class="csl-bib-body"><div class="csl-entry">Me. (2020). Dams. <a href="https://doi.org/10.1/self">https://doi.org/10.1/self</a></div></div></section>
<section><h2>License</h2><p><a href="https://commons.example/by/4.0">by</a></p></section>"#,
            r#"<section><h3>You may also like</h3><p><a href="https://journal.example/2">Wells</a></p></section>"#,
        ),
        &["[work:] Ng, A. (2010). One. ⟦https://doi.org/10.1/one|https://doi.org/10.1/one⟧"],
    );
}

#[test]
fn references_by_author_and_year() {
    check(
        r##"<p>As Orr (<a href="#ref-orr" role="doc-biblioref">2010</a>) and others (<a href="#ref-ng" role="doc-biblioref">Ng 2012a</a>) say.<a href="#fn1" role="doc-noteref"><sup>1</sup></a></p>
<div class="column-margin"><div id="fn1"><p><sup>1</sup>&nbsp;See http://a.example/one.</p></div></div>
<div id="refs" class="references csl-bib-body" role="list"><div id="ref-ng" class="csl-entry" role="listitem">Ng, A. 2012. <a href="http://b.example/two">http://b.example/two</a>.</div><div id="ref-orr" class="csl-entry" role="listitem">Orr, B. 2010.</div></div>"##,
        &[
            "P1 As Orr (2010{}) and others (Ng 2012a{}) say.{1}",
            "[1]2 See http://a.example/one.",
            "[work:]3 Ng, A. 2012. ⟦http://b.example/two|http://b.example/two⟧.",
            "[work:]3 Orr, B. 2010.",
        ],
    );
}

#[test]
fn markers_with_a_hidden_word() {
    check(
        r##"<p>Dams leak.<sup><a href="#Fn1"><span class="visually-hidden">Footnote </span>1</a></sup> So held.<a href="#op-4">[Footnote 4]</a></p>
<h2>Notes</h2><ol><li id="Fn1" data-counter="1."><p>See http://b.example/two.</p></li></ol><p id="op-4"><a>[Footnote 4]</a> Cf. http://c.example/.</p>"##,
        &[
            "P1 Dams leak.{1} So held.{4}",
            "H2 Notes",
            "[1]2 See http://b.example/two.",
            "[4]2 Cf. http://c.example/.",
        ],
    );
}

#[test]
fn link_outs_may_have_brackets_of_their_own() {
    check_addresses(
        &page(
            "",
            r##"<p>Dams leak [<a href="#B1">1</a>].</p><section class="ref-list"><h2>References</h2><ul>
<li id="B1"><span class="label">1.</span> Ng A. One. J Dams. 2010. doi:<a href="https://doi.org/10.1/one">10.1/one</a>. <a href="https://records.example/123">[PubMed]</a> <a href="https://find.example/scholar_lookup?title=One">[Google Scholar]</a></li></ul></section>
<div class="galleys"><a class="obj_galley_link pdf" href="https://journal.example/view/12/13">PDF</a></div>"##,
            "",
        ),
        &[
            "[work:1] Ng A. One. J Dams. 2010. doi:⟦10.1/one|https://doi.org/10.1/one⟧. [PubMed] [Google Scholar]",
        ],
    );
}
