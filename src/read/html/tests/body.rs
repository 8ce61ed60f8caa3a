//! The text of an article, its links, and what is left out around it.

use super::super::super::view::view;
use super::super::read_html;
use super::check;

#[test]
fn leaves_page_furniture_out() {
    let furniture = r#"<a href="http://menu.example/">Menu</a>"#;
    let html = format!(
        r#"<body class="has-sidebar comments-open"><div id="cookie-bar">{furniture}</div><header>{furniture}</header><nav>{furniture}</nav>
<main class="content"><article class="post tag-dams category-water"><h1>Dams</h1><div class="entry-meta">By <a href="http://author.example/">Ng</a></div>
<p>Water is <a href="http://a.example/">scarce</a>.</p><div class="share-buttons">{furniture}</div>
<p hidden>{furniture}</p><p style="color:red; DISPLAY : none">{furniture}</p><p aria-hidden="true">{furniture}</p>
<script>var x = "http://script.example/";</script><style>a{{}}</style><noscript>{furniture}</noscript><template>{furniture}</template>
<ul class="post-tags"><li>{furniture}</li></ul><p>Filed under <a rel="category tag" href="http://tag.example/">dams</a>, <a href="https://net.example/sharer.php?u=x">share</a>.</p>
<section id="comments"><article class="comment">{furniture}</article></section></article><aside>{furniture}</aside></main>
<div role="complementary">{furniture}</div><div class="related-posts"><ul><li>{furniture}</li></ul></div><footer>{furniture}</footer></body>"#
    );
    check(&html, &["H2 Dams", "P3 Water is ⟦scarce|http://a.example/⟧.", "P6 Filed under dams, share."]);
}

#[test]
fn a_page_without_marks_is_read_whole() {
    check(
        "<font><center><b>Dams</b></center><table><tr><td><p>Water is <a href=http://a.example/>scarce</a>.<p>More</td></tr></table></font>",
        &["P1 Dams", "P1 Water is ⟦scarce|http://a.example/⟧.", "P1 More"],
    );
}

#[test]
fn a_table_that_lays_out_the_page_holds_text_and_lists() {
    check(
        "<table><tr><td><a href=http://menu.example/>Menu</a></td><td><p>Dams are costly [1].</p>\
         <p><b>References</b></p><ol><li>Water is <a href=http://a.example/>scarce</a>.</ol></td></tr></table>",
        &[
            "I1 ⟦Menu|http://menu.example/⟧",
            "P1 Dams are costly{1}.",
            "P1 References",
            "[work:1]1 Water is ⟦scarce|http://a.example/⟧.",
        ],
    );
}

#[test]
fn a_large_element_is_content_whatever_it_is_called() {
    check(
        "<div class='sidebar'><p>Water is scarce in all of the seven districts, engineers wrote.</p></div><p>End.</p>",
        &["P1 Water is scarce in all of the seven districts, engineers wrote.", "P1 End."],
    );
}

#[test]
fn keeps_absolute_links_only() {
    check(
        r##"<base href="http://base.example/"><p><a href="http://a.example/?a=1&amp;b=2&copy=3">a</a> <a href="/rel">b</a> <a href="rel#x">c</a> <a href="mailto:x@y.example">d</a> <a href="javascript:x()">e</a> <a href="#x">f</a> <a href="http://img.example/"><img src="x.png"></a> <a>g</a> <a href=" ftp://f.example/x ">h</a></p>"##,
        &["P1 ⟦a|http://a.example/?a=1&b=2&copy=3⟧ b c ⟦d|mailto:x@y.example⟧ e f g ⟦h|ftp://f.example/x⟧"],
    );
}

#[test]
fn blocks_of_every_kind() {
    check(
        "<h2>One\n two</h2><div>Bare <b>text</b><p>Para&nbsp;graph<wbr>ed</p>tail</div><ul><li>item<ul><li>deep</li></ul></li></ul><blockquote>quote</blockquote><table><tr><th>c</th><td>d</td><td>e</td></tr></table><figure><img alt=x><figcaption>Source: http://f.example/</figcaption></figure><dl><dt>t</dt><dd>d</dd></dl>a<br>b",
        &[
            "H1 One ‹2›two",
            "P2 Bare text",
            "P2 Para\u{a0}graphed",
            "P2 tail",
            "I2 item",
            "I2 deep",
            "P2 quote",
            "I2 c",
            "I2 d",
            "I2 e",
            "I2 Source: http://f.example/",
            "I2 t",
            "I2 d",
            "P2 a b",
        ],
    );
}

#[test]
fn a_link_may_span_blocks() {
    check(
        "<a href='http://a.example/'><p>One</p><p>Two</p></a>",
        &["P1 ⟦One|http://a.example/⟧", "P1 ⟦Two|http://a.example/⟧"],
    );
}

#[test]
fn drops_code_and_keeps_preformatted_text() {
    check(
        "<p>Run <code>curl http://c.example/</code> or <code>say it</code>.</p><pre class='sourceCode'>http://d.example/</pre><pre>A poem\nby http://e.example/\n</pre>",
        &["P1 Run or say it.", "P1 A poem ‹2›by http://e.example/"],
    );
}

#[test]
fn knows_title_and_date() {
    let document = read_html(
        "<head><title>Dams – Herald</title><meta property='article:published_time' content='2013-07-02T10:00:00Z'></head><h1>The <i>Dams</i></h1>",
    );
    assert_eq!(document.title.as_deref(), Some("The Dams"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2013-07-02"));
    for html in [
        "<p>By Ng, <time datetime='2013-07-02'>Tuesday</time></p>",
        "<script type='application/ld+json'>{\"datePublished\": \"2013-07-02T00:00\"}</script>",
        "<meta name='DC.date' content='2013-07-02'>",
    ] {
        assert_eq!(
            read_html(html).date.map(|date| date.to_string()).as_deref(),
            Some("2013-07-02"),
            "{html}"
        );
    }
    assert_eq!(
        read_html("<title>Dams &amp;\n wells</title><svg><title>Icon</title></svg>").title.as_deref(),
        Some("Dams & wells")
    );
}

#[test]
fn counts_lines_across_tags_comments_and_scripts() {
    let html = "<html\n lang=en><!-- a\n b --><script>\n\n</script><p class='x\ny'\n>One\n&amp; <b\n>two</b>\r\nthree</p>";
    assert_eq!(view(&read_html(html)), "P7 One ‹8›& ‹9›two ‹10›three");
}

#[test]
fn links_to_sign_in_are_none_of_the_text() {
    check(
        r#"<p>See <a href="https://a.example/one">one</a>. <a href="https://blog.example/m/signin?actionUrl=x">Follow</a></p>"#,
        &["P1 See ⟦one|https://a.example/one⟧. Follow"],
    );
    check(
        r#"<p>See <a href="https://a.example/sign-up-rates-fall">one</a>. <a href="https://b.example/#/portal/signup">Join</a></p>"#,
        &["P1 See ⟦one|https://a.example/sign-up-rates-fall⟧. Join"],
    );
}
