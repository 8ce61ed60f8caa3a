use super::super::view::view;
use super::read_markdown;

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(view(&read_markdown(source)).split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn pairs_footnotes_wherever_they_are_defined() {
    check(
        "[^a]: Defined *first*.\n\nWater[^2] is\nscarce.[^a]\n\n[^2]: Second\n[^3]: Never used\n",
        &["P3 Water{2} is ‹4›scarce.{a}", "[2]6 Second", "[3]7 Never used", "[a]1 Defined *first*."],
    );
}

#[test]
fn reads_definitions_of_several_paragraphs() {
    check(
        "One.[^1]\n\n[^1]:\tFirst\nlazy.\n\n    Second http://a.example/x\n\n    - item\n\n              code http://code.example/\n\nBody.\n",
        &["P1 One.{1}", "P12 Body.", "[1]3 First ‹4›lazy. ‹6›Second http://a.example/x ‹8›item"],
    );
}

#[test]
fn a_note_may_be_referred_to_again() {
    check("A[^1] b[^1]\n\n[^1]: N\n", &["P1 A{1} b{1}", "[1]3 N"]);
}

#[test]
fn labels_are_case_blind_and_kept_as_written() {
    check("A[^Fn1]\n\n[^fn1]: N\n", &["P1 A{fn1}", "[fn1]3 N"]);
}

#[test]
fn chapters_may_number_anew() {
    check(
        "One[^1]\n\n[^1]: First\n\nTwo[^1]\n\n[^1]: Second\n",
        &["P1 One{1}", "P5 Two{1}", "[1]3 First", "[1]7 Second"],
    );
    let document = read_markdown("One[^1]\n\n[^1]: First\n\nTwo[^1]\n\n[^1]: Second\n");
    assert_eq!(document.body[1].text.marks[0].kind, crate::model::MarkKind::NoteRef(1));
}

#[test]
fn a_reference_without_definition_is_text_or_an_empty_note() {
    check("A [^x] in[^2].\n", &["P1 A [^x] in[^2]."]);
    check("A[^1] [^x] b[^2].\n\n[^1]: N\n", &["P1 A{1} [^x] b{2}.", "[1]3 N", "[2] "]);
    let document = read_markdown("A[^1] b[^2].\n\n[^1]: N\n");
    assert_eq!(document.warnings, ["note 2 is referred to, but has no text"]);
}

#[test]
fn reads_inline_notes() {
    check(
        "Text.^[See [*Dry* x](http://a.example/) \\] and\nhttp://b.example/_x_.] More^[Two]. 2^10\n",
        &[
            "P1 Text.{1} ‹2›More{2}. 2^10",
            "[1]1 See ⟦*Dry* x|http://a.example/⟧ ] and ‹2›http://b.example/_x_.",
            "[2]2 Two",
        ],
    );
}

#[test]
fn an_open_bracket_is_no_inline_note() {
    check("Text.^[See\n\nNext]\n", &["P1 Text.^[See", "P3 Next]"]);
}

#[test]
fn keeps_bare_addresses_verbatim() {
    for address in [
        "http://a.example/_foo_/*b*~c~__d__",
        "https://a.example/a_b?x=1&y=~z&copy=2#!/p",
        "http://a.example/x_(y)_[z]",
        "www.a.example/_x_",
        "gazeta.example/_art_.asp?aid=1_2_3",
        "https://archive.example/web/2013/http://a.example/*x*",
    ] {
        check(&format!("See {address}, and *more*."), &[&format!("P1 See {address}, and *more*.")]);
        check(&format!("A[^1]\n\n[^1]: {address}"), &["P1 A{1}", &format!("[1]3 {address}")]);
    }
}

#[test]
fn markup_around_an_address_is_not_part_of_it() {
    check(
        "*http://a.example/_x_* **http://b.example/*y*** <http://c.example/_z_> http://d.example/x[^1]\n\n[^1]: N",
        &[
            "P1 *http://a.example/_x_* http://b.example/*y* ⟦http://c.example/_z_|http://c.example/_z_⟧ http://d.example/x{1}",
            "[1]3 N",
        ],
    );
    check("http://a.example/a\\_b\\*c?x=1&amp;y=2", &["P1 http://a.example/a_b*c?x=1&y=2"]);
}

#[test]
fn reads_links_of_every_kind() {
    check(
        "[a](http://a.example/?x=1&amp;y=2 \"T\") [b][r] [r] [c](/local) [d](#sec) ![pic](http://p.example/)\n\n[r]: http://r.example/\n",
        &["P1 ⟦a|http://a.example/?x=1&y=2⟧ ⟦b|http://r.example/⟧ ⟦r|http://r.example/⟧ c d pic"],
    );
}

#[test]
fn reads_html_within_a_line() {
    check(
        "See <a href=\"http://a.example/?x&amp;y\">A <i>b</i></a><br>next<!-- http://no.example/ --> <code>http://code.example</code>.",
        &["P1 See ⟦A *b*|http://a.example/?x&y⟧ next ."],
    );
}

#[test]
fn drops_code_that_shows_an_address() {
    check(
        "Run `curl http://a.example/` or `say it`.\n\n```\nhttp://b.example/\n```\n\n    http://c.example/\n",
        &["P1 Run or say it."],
    );
}

#[test]
fn reads_front_matter_and_shortcodes() {
    let source = "---\ntitle: Dry season\ndate: 2019-05-01\nrepo: http://repo.example/\n---\n# Dams\n{{< box info >}}\nText {{< ref \"x\" >}}here.\n{{< /box >}}\n::: note\nMore.\n:::\n";
    let document = read_markdown(source);
    assert_eq!(document.title.as_deref(), Some("Dry season"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2019-05-01"));
    assert_eq!(view(&document), "H6 Dams\nP8 Text here.\nP11 More.");
}

#[test]
fn takes_the_first_heading_for_a_title() {
    assert_eq!(read_markdown("## Part\n\n# *Dry* season\n").title.as_deref(), Some("Dry season"));
}

#[test]
fn reads_lists_tables_and_quotes() {
    check(
        "3. Three\n4. Four\n\n   more\n   - Deep\n\n> Quoted\n\n| A | B |\n|---|---|\n| c_d_e | http://a.example/_x_|\n\nTerm\n: Meaning\n",
        &[
            "I1 Three",
            "I2 Four",
            "I4 more",
            "I5 Deep",
            "P7 Quoted",
            "I9 A",
            "I9 B",
            "I11 c_d_e",
            "I11 http://a.example/_x_",
            "P13 Term",
            "I14 Meaning",
        ],
    );
}

#[test]
fn reads_a_bibliography_under_its_heading() {
    check(
        "# Report\n\nAs shown [2].\n\n## References\n\n1. Ng, A. *Dams*. 2010. http://a.example/\n2. Orr, B. 2012.\n\n   Second paragraph.\n\n## Annex\n\n1. Not a work\n",
        &[
            "H1 Report",
            "P3 As shown{2}.",
            "H5 References",
            "H12 Annex",
            "I14 Not a work",
            "[work:1]7 Ng, A. *Dams*. 2010. http://a.example/",
            "[work:2]8 Orr, B. 2012. ‹10›Second paragraph.",
        ],
    );
    check(
        "**Литература**\n\nNg, A. Dams. 2010.\n\nOrr, B. http://b.example/\n\nEnd of the text.\n",
        &[
            "P1 Литература",
            "P7 End of the text.",
            "[work:]3 Ng, A. Dams. 2010.",
            "[work:]5 Orr, B. http://b.example/",
        ],
    );
}

#[test]
fn reads_notes_that_only_look_like_notes() {
    check(
        "Water<sup>1</sup> is scarce.<sup>2,3</sup>\n\n## Notes\n\n1. First\n2. Second\n3. Third\n",
        &["P1 Water{1} is scarce.{2}{3}", "H3 Notes", "[1]5 First", "[2]6 Second", "[3]7 Third"],
    );
    check(
        "Water[\\[1\\]](#_ftn1) is scarce.\n\n[\\[1\\]](#_ftnref1) See http://a.example/ [↩](#_ftnref1)\n",
        &["P1 Water{1} is scarce.", "[1]3 See http://a.example/"],
    );
    check("Water¹ is scarce, 5 km².\n\n¹ First\n", &["P1 Water{1} is scarce, 5 km².", "[1]3 First"]);
}

#[test]
fn reads_windows_line_ends() {
    check("One[^1]\r\ntwo\r\n\r\n[^1]: A\r\n    b\r\n", &["P1 One{1} ‹2›two", "[1]4 A ‹5›b"]);
}

#[test]
fn a_linked_picture_is_no_link() {
    check(
        "[![Build](https://img.example/b.svg)](https://ci.example/) and [a ![b](c.png) d](http://a.example/)",
        &["P1 Build and ⟦a b d|http://a.example/⟧"],
    );
}

#[test]
fn entries_that_no_blank_line_parts() {
    check(
        "Water [1], wells [2].\n\n## References\n\n[1] Ng, A. Dams. 2010.\n[2] Orr, B. Wells,\n2012. http://b.example/\n",
        &[
            "P1 Water{1}, wells{2}.",
            "H3 References",
            "[work:1]5 Ng, A. Dams. 2010.",
            "[work:2]6 Orr, B. Wells, ‹7›2012. http://b.example/",
        ],
    );
}
