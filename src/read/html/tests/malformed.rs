//! Pages that would break a careless reader.

use super::super::read_html;
use super::check;

#[test]
fn mends_what_is_broken() {
    check(
        "<p>One<p>Two</b></div><td>Three<a href='http://a.example/'>x",
        &["P1 One", "P1 TwoThree⟦x|http://a.example/⟧"],
    );
    check("a < b & c &xyz; &#0; <", &["P1 a < b & c &xyz; \u{fffd} <"]);
}

#[test]
fn survives_deep_nesting() {
    for (tag, times) in [
        ("<div>", 100_000),
        ("<b>", 5000),
        ("<a href=x>", 5000),
        ("<ul><li>", 5000),
        ("<table><tr><td>", 5000),
    ] {
        let html = format!("{}deep{}", tag.repeat(times), "</div>".repeat(times));
        let document = read_html(&html);
        let text: Vec<&str> = document.body.iter().map(|block| block.text.text.as_str()).collect();
        assert_eq!(text.concat(), "deep", "{tag}");
    }
}

#[test]
fn repeated_formatting_does_not_multiply() {
    let open = (0..400).map(|n| format!("<font color={n}>")).collect::<Vec<_>>().concat();
    let html = format!("<p>{open}{}", "x</p><p>".repeat(5_000));
    let document = read_html(&html);
    let letters: usize = document.body.iter().map(|block| block.text.text.len()).sum();
    assert!(letters >= 5_000, "{letters}");
}

#[test]
fn many_notes_in_every_form_take_linear_time() {
    let text = |n: usize| format!("w<a href='#n{n}'><sup>{}</sup></a> ", n % 9999);
    let note = |n: usize| format!("<a name='n{n}'></a>{}. N<br>", n % 9999);
    let text = (0..5_000).map(text).collect::<Vec<_>>().concat();
    let notes = (0..5_000).map(note).collect::<Vec<_>>().concat();
    let document = read_html(&format!("<p>{text}</p><p>{notes}</p>"));
    assert_eq!(document.notes.len(), 5_000);
    let list = (0..5_000).map(|n| format!("<li>N {n}</li>")).collect::<Vec<_>>().concat();
    let document = read_html(&format!("<p>w<a href='#x'><sup>1</sup></a></p><ol><li id=x>N</li>{list}</ol>"));
    assert_eq!(document.notes.len(), 5_001);
}
