//! Notes that links declare.

use super::check;

#[test]
fn pandoc() {
    check(
        r##"<p>Water<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> is scarce.<a href="#fn2" class="footnote-ref" id="fnref2"><sup>2</sup></a></p>
<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr />
<ol>
<li id="fn1"><p>See <a href="http://a.example/x?a=1&amp;b=2" class="uri">http://a.example/x?a=1&amp;b=2</a>.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>
<li id="fn2"><p>First.</p><p>Second <em>part</em>.<a href="#fnref2">↩︎</a></p></li>
</ol></section>"##,
        &[
            "P1 Water{1} is scarce.{2}",
            "[1]4 See ⟦http://a.example/x?a=1&b=2|http://a.example/x?a=1&b=2⟧.",
            "[2]5 First. Second *part*.",
        ],
    );
}

#[test]
fn wikipedia() {
    check(
        r##"<p>Water<sup id="cite_ref-dam_1-0" class="reference"><a href="#cite_note-dam-1"><span class="cite-bracket">[</span>1<span class="cite-bracket">]</span></a></sup> here<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[a]</a></sup> and there.<sup id="cite_ref-dam_1-1" class="reference"><a href="#cite_note-dam-1">[1]</a></sup> <a href="/wiki/Dam" title="Dam">Dams</a></p>
<h2>References</h2><div class="reflist"><ol class="references">
<li id="cite_note-dam-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-dam_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-dam_1-1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text"><cite class="citation web cs1">Ng, A. <a rel="nofollow" class="external text" href="http://a.example/dam">"Dams"</a>. <i>Herald</i><span class="reference-accessdate">. Retrieved <span class="nowrap">2 July</span> 2013</span>.</cite><span title="ctx_ver=Z39.88" class="Z3988"></span></span></li>
<li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span class="reference-text">A remark.</span></li>
</ol></div>"##,
        &[
            "P1 Water{1} here{a} and there.{1} Dams",
            "H2 References",
            "[1]3 *Ng, A. ⟦\"Dams\"|http://a.example/dam⟧. *Herald*. Retrieved 2 July 2013.*",
            "[a]4 A remark.",
        ],
    );
}

#[test]
fn markers_that_point_at_each_other_with_names_of_their_own() {
    check(
        r##"<p>Water <a id="x-1" href="#y-1"><sup title="See http://a.example/">1</sup></a> is scarce.</p>
<h2>Remarks</h2><ol style="list-style-type: none"><li id="y-1"><a href="#x-1"><sup>↑ 1</sup></a> 133 Rep. 2675, <a href="http://a.example/"> http://a.example/</a>.</li></ol>"##,
        &[
            "P1 Water{1} is scarce.",
            "H2 Remarks",
            "[1]2 133 Rep. 2675, ⟦http://a.example/|http://a.example/⟧.",
        ],
    );
}

#[test]
fn word() {
    check(
        r##"<div class=WordSection1><p class=MsoNormal>Water<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> is scarce.<a href="#_ftn2" name="_ftnref2" title=""><sup>[2]</sup></a></p></div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> First.</p>
<p class=MsoFootnoteText>More.</p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2" title="">[2]</a> See http://a.example/.</p></div></div>"##,
        &["P1 Water{1} is scarce.{2}", "[1]3 First. ‹4›More.", "[2]5 See http://a.example/."],
    );
}

#[test]
fn office_suites() {
    check(
        r##"<p>Water<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> is scarce.<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup></p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>First.</p></div>
<hr><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span> Second.</span></p></div>"##,
        &["P1 Water{1} is scarce.{2}", "[1]2 First.", "[2]3 Second."],
    );
}

#[test]
fn newsletters() {
    check(
        r#"<article><p>Water<a class="footnote-anchor" id="footnote-anchor-1-99" href="https://letter.example/p/dams#footnote-1-99" target="_self">1</a> is scarce.</p>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1-99" href="https://letter.example/p/dams#footnote-anchor-1-99" class="footnote-number" contenteditable="false">1</a><div class="footnote-content"><p>See <a href="http://a.example/">the report</a>.</p><p>More.</p></div></div></article>"#,
        &["P1 Water{1} is scarce.", "[1]2 See ⟦the report|http://a.example/⟧. More."],
    );
}

#[test]
fn weblogs() {
    check(
        r##"<p>Water<sup data-fn="7f-1" class="fn"><a href="#7f-1" id="7f-1-link">1</a></sup> is scarce.<span id="easy-footnote-2-9" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a href="#easy-footnote-bottom-2-9" title="Second."><sup>2</sup></a></span></p>
<ol class="wp-block-footnotes"><li id="7f-1">First. <a href="#7f-1-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>
<ol class="easy-footnotes-wrapper" start="2"><li class="easy-footnote-single"><span id="easy-footnote-bottom-2-9" class="easy-footnote-margin-adjust"></span>Second.<a class="easy-footnote-to-top" href="#easy-footnote-2-9"></a></li></ol>"##,
        &["P1 Water{1} is scarce.{2}", "[1]2 First.", "[2]3 Second."],
    );
}

#[test]
fn anchors_by_name_and_lines_broken_by_hand() {
    check(
        r##"<p>Water.<a href="#n1"><sup>1</sup></a> Scarce.<a href="#n2"><sup>2</sup></a></p><hr>
<p><a name="n1"></a>1. First,<br>continued.<br>
<a name="n2"></a>2. Second: <a href="http://a.example/">a</a><br></p><p>About the author.</p>"##,
        &[
            "P1 Water.{1} Scarce.{2}",
            "P3 About the author.",
            "[1]2 First, continued.",
            "[2]3 Second: ⟦a|http://a.example/⟧",
        ],
    );
}

#[test]
fn an_anchor_before_the_paragraph() {
    check(
        r##"<p>Water.<a href="#n1">[1]</a> Scarce.<a href="#n2">[2]</a></p>
<h3>Notes</h3><a name="n1"></a><p>[1] First.</p><p>More.</p><a name="n2"></a><p>[2] Second.</p><h3>Author</h3><p>B.</p>"##,
        &["P1 Water.{1} Scarce.{2}", "H2 Notes", "H2 Author", "P2 B.", "[1]2 First. More.", "[2]2 Second."],
    );
}

#[test]
fn lists_of_terms_and_tables() {
    check(
        r##"<p>Water.<sup><a href="#a1">1</a></sup> Scarce.<sup>[<a href="#a2">2</a>, <a href="#a3">3</a>]</sup></p>
<dl><dt id="a1">1</dt><dd>First.</dd></dl>
<table class="footnotes"><tr id="a2"><td>2</td><td>Second.</td></tr><tr><td><a name="a3">3</a></td><td>Third.</td></tr></table>"##,
        &["P1 Water.{1} Scarce.{2}{3}", "[1]2 First.", "[2]3 Second.", "[3]3 Third."],
    );
}

#[test]
fn notes_in_asides_footers_and_folded_away() {
    check(
        r##"<p>Water<a epub:type="noteref" href="#w1">1</a> is<a href="#w2" class="noteref">*</a> scarce.<sup><a href="#w3">3</a></sup></p>
<aside epub:type="footnote" id="w1"><p>First.</p></aside><footer><p id="w2">* Second.</p></footer><div style="display:none"><p id="w3">Third.</p></div>"##,
        &["P1 Water{1} is{*} scarce.{3}", "[1]2 First.", "[*]2 Second.", "[3]2 Third."],
    );
}

#[test]
fn journals() {
    check(
        r##"<p>As shown [<a href="#CR2">2</a>] and by <a href="#CR1">Ng (2010)</a>, water is scarce.</p>
<h2>References</h2><ol class="c-article-references"><li><p id="CR1">Ng, A. Dams (2010). <a href="https://doi.example/10.1/x">Article</a></p></li><li><p id="CR2">Orr, B. Wells (2012).</p></li></ol>"##,
        &[
            "P1 As shown{2} and by Ng (2010){1}, water is scarce.",
            "H2 References",
            "[work:1]2 Ng, A. Dams (2010). ⟦Article|https://doi.example/10.1/x⟧",
            "[work:2]2 Orr, B. Wells (2012).",
        ],
    );
}

#[test]
fn a_note_without_a_marker_is_kept() {
    check(
        r##"<p>Water.<a href="#fn2" id="r2"><sup>2</sup></a></p><ol><li id="fn1">First.</li><li id="fn2">Second. <a href="#r2">^</a></li><li id="fn3">Third.</li></ol>"##,
        &["P1 Water.{2}", "[1]1 First.", "[2]1 Second.", "[3]1 Third."],
    );
}

#[test]
fn notes_refer_to_notes() {
    check(
        r##"<p>Water.<a href="#fn1" id="r1"><sup>1</sup></a> Scarce.<a href="#fn2" id="r2"><sup>2</sup></a></p><ol><li id="fn1">See note <a href="#fn2">2</a>. <a href="#r1">↩</a></li><li id="fn2">Second. <a href="#r2">↩</a></li></ol>"##,
        &["P1 Water.{1} Scarce.{2}", "[1]1 See note 2{2}.", "[2]1 Second."],
    );
}

#[test]
fn other_links_within_the_page_are_no_markers() {
    check(
        r##"<ul><li><a href="#s1">1</a> <a href="#s1">History</a></li></ul><h2 id="s1">History <a href="#top">↑</a></h2><p>See <a href="#s2">section 2</a>.</p><h2 id="s2">Geography</h2><p id="p3">Text.</p><p><a href="#p3">¶</a></p>"##,
        &["I1 1 History", "H1 History ↑", "P1 See section 2.", "H1 Geography", "P1 Text.", "P1 ¶"],
    );
}

#[test]
fn side_notes_and_tooltips() {
    check(
        r#"<p>Water<label for="sn1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn1"><span class="sidenote">See <a href="http://a.example/">a</a>.</span> is scarce.</p>"#,
        &["P1 Water{1} is scarce.", "[1]1 See ⟦a|http://a.example/⟧."],
    );
    check(
        r#"<p>Water<sup class="plugin-footnote"><a href="javascript:void(0)">7</a></sup><span role="tooltip" class="plugin-footnotes-footnote__note">See http://a.example/.</span> is scarce.</p>"#,
        &["P1 Water{7} is scarce.", "[7]1 See http://a.example/."],
    );
    check(
        r#"<p>Water<sup>[1]</sup><span class="footnote_tooltip">Dams, http://a…</span> is scarce.</p><p>Fußnoten</p><table><tr><th><a>↑</a>1</th><td>Dams, http://a.example/.</td></tr></table>"#,
        &["P1 Water{1} is scarce.", "P1 Fußnoten", "[1]1 Dams, http://a.example/."],
    );
}

#[test]
fn documentation_tools() {
    // Sphinx, new and old.
    check(
        r##"<p>Water<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a> is scarce.<a class="footnote-reference brackets" href="#id4" id="id3">2</a></p>
<aside class="footnote-list brackets"><aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>First.</p></aside></aside>
<dl class="footnote brackets"><dt class="label" id="id4"><span class="brackets"><a class="fn-backref" href="#id3">2</a></span></dt><dd><p>Second.</p><p>More.</p></dd></dl>"##,
        &["P1 Water{1} is scarce.{2}", "[1]2 First.", "[2]3 Second. More."],
    );
    // Asciidoctor and DocBook.
    check(
        r##"<p>Water<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1" title="View footnote.">1</a>]</sup> is scarce.<sup class="footnote">[<a href="#ftn.d1" class="footnote" name="d1">2</a>]</sup></p>
<div id="footnotes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. First.</div></div>
<div class="footnotes"><div id="ftn.d1" class="footnote"><p><a href="#d1" class="para"><sup class="para">[2] </sup></a>Second.</p></div></div>"##,
        &["P1 Water{1} is scarce.{2}", "[1]2 First.", "[2]3 Second."],
    );
    // kramdown.
    check(
        r##"<p>Water<sup id="fnref:x" role="doc-noteref"><a href="#fn:x" class="footnote" rel="footnote">1</a></sup> is scarce.</p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:x" role="doc-endnote"><p>First.&nbsp;<a href="#fnref:x" class="reversefootnote" role="doc-backlink">&#8617;&#xfe0e;</a></p></li></ol></div>"##,
        &["P1 Water{1} is scarce.", "[1]1 First."],
    );
    // LaTeXML.
    check(
        r##"<p>Water<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>See <a href="http://a.example/">a</a>.</span></span></span> is scarce <cite>[<a href="#bib.bib1" class="ltx_ref">1</a>]</cite>.</p>
<ul class="ltx_biblist"><li id="bib.bib1" class="ltx_bibitem"><span class="ltx_tag">[1]</span><span class="ltx_bibblock">Ng, A. Dams. 2010.</span></li></ul>"##,
        &["P1 Water{1} is scarce{1}.", "[1]1 See ⟦a|http://a.example/⟧.", "[work:1]2 Ng, A. Dams. 2010."],
    );
}

#[test]
fn markers_that_all_lead_to_the_list() {
    check(
        r##"<p>Water<a href="#notes"><sup>1</sup></a> is scarce.<a href="#notes"><sup>2</sup></a></p><div id="notes"><h3>Notes</h3><ol><li>First.</li><li>Second.</li></ol></div>"##,
        &["P1 Water{1} is scarce.{2}", "H1 Notes", "[1]1 First.", "[2]1 Second."],
    );
    check(
        r##"<p>Water<a href="#notes"><sup>1</sup></a> is scarce.<a href="#notes"><sup>2</sup></a></p><ol id="notes" class="endnotes"><li>First.</li><li>Second.</li></ol>"##,
        &["P1 Water{1} is scarce.{2}", "[end:1]1 First.", "[end:2]1 Second."],
    );
}
