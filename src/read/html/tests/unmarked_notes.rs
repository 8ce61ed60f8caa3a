//! Notes and works that only their look tells.

use super::check;

#[test]
fn paragraphs_under_a_heading() {
    check(
        "<p>Water<sup>1</sup> is scarce.<sup>2</sup></p><h2>Notes</h2><p>1. See http://a.example/.</p><p>Continued.</p><p>2 Second.</p><h2>Author</h2><p>B.</p>",
        &[
            "P1 Water{1} is scarce.{2}",
            "H1 Notes",
            "H1 Author",
            "P1 B.",
            "[1]1 See http://a.example/. Continued.",
            "[2]1 Second.",
        ],
    );
}

#[test]
fn a_list_under_a_bold_line() {
    check(
        "<p>Water<sup>1</sup> is scarce [2].</p><p><strong>Endnotes</strong></p><ol><li>First.</li><li><p>Second.</p><p>More.</p></li></ol>",
        &["P1 Water{1} is scarce{2}.", "P1 Endnotes", "[end:1]1 First.", "[end:2]1 Second. More."],
    );
}

#[test]
fn lines_in_one_paragraph() {
    check(
        "<p>Water<sup>1</sup> is scarce.<sup>2</sup></p><h4>Footnotes</h4><p><sup>1</sup> First,<br>continued.<br><sup>2</sup> Second.</p>",
        &["P1 Water{1} is scarce.{2}", "H1 Footnotes", "[1]1 First, continued.", "[2]1 Second."],
    );
}

#[test]
fn raised_labels_without_a_heading() {
    check(
        "<p>Water<sup>1</sup> is scarce.<sup>*</sup> 5 km<sup>2</sup></p><hr><p><sup>1</sup>First.</p><p><sup>*</sup> Second.</p><p>Author.</p>",
        &["P1 Water{1} is scarce.{*} 5 km2", "P1 Author.", "[1]1 First.", "[*]1 Second."],
    );
}

#[test]
fn chapters_number_anew() {
    check(
        "<p>One<sup>1</sup></p><h3>Notes</h3><ol><li>First.</li></ol><h2>Two</h2><p>Two<sup>1</sup></p><h3>Notes</h3><ol><li>Second.</li></ol>",
        &["P1 One{1}", "H1 Notes", "H1 Two", "P1 Two{1}", "H1 Notes", "[1]1 First.", "[1]1 Second."],
    );
}

#[test]
fn a_table_of_notes() {
    check(
        "<p>Water<sup>1</sup> is scarce.</p><h2>Notes</h2><table><tr><td>1.</td><td>First <a href='http://a.example/'>a</a></td></tr><tr><td>2.</td><td>Second</td></tr></table>",
        &["P1 Water{1} is scarce.", "H1 Notes", "[1]1 First ⟦a|http://a.example/⟧", "[2]1 Second"],
    );
}

#[test]
fn works_under_a_heading() {
    check(
        "<p>As shown [1, p. 4; 2].</p><h2>Works cited</h2><ul><li>Ng, A. <i>Dams</i>. 2010.</li><li>Orr, B. Wells.</li></ul><p>Contact: 2012.</p>",
        &[
            "P1 As shown [1, p. 4; 2].",
            "H1 Works cited",
            "P1 Contact: 2012.",
            "[work:]1 Ng, A. *Dams*. 2010.",
            "[work:]1 Orr, B. Wells.",
        ],
    );
    check(
        "<p>As shown [1].</p><div class='bibliography'><p>[1] Ng, A. Dams. 2010.</p><p>[2] Orr, B. http://b.example/</p></div><p>End 2012.</p>",
        &[
            "P1 As shown{1}.",
            "P1 End 2012.",
            "[work:1]1 Ng, A. Dams. 2010.",
            "[work:2]1 Orr, B. http://b.example/",
        ],
    );
}

#[test]
fn a_labelled_container_needs_no_heading() {
    check(
        "<p>Water<a class='footnote-anchor'>1</a> is <sup>*</sup>scarce.</p><div class='footnote'><a class='footnote-number'>1</a><div class='footnote-content'><p>First.</p></div></div><p class='footnote'>* Second.</p><p>3 wells.</p>",
        &["P1 Water{1} is {*}scarce.", "P1 3 wells.", "[1]1 First.", "[*]1 Second."],
    );
    check(
        "<p>Water<sup>1</sup> is scarce.</p><div class='footnotes'><p>1 See http://a.example/.</p></div><p>2 wells.</p>",
        &["P1 Water{1} is scarce.", "P1 2 wells.", "[1]1 See http://a.example/."],
    );
}

#[test]
fn notes_that_the_author_broke_off_the_text() {
    check(
        r#"<div>The dam is old [1]. It leaks [2].<br><br><b>Notes</b><br>[1] Archive, <a href="http://a.example/f12">file 12</a>.<br>[2] Voice, 2013.</div>"#,
        &[
            "P1 The dam is old{1}. It leaks{2}. Notes",
            "[1]1 Archive, ⟦file 12|http://a.example/f12⟧.",
            "[2]1 Voice, 2013.",
        ],
    );
}
