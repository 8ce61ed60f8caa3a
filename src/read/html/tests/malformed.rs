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
    for tag in ["<div>", "<b>", "<a href=x>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<font size=1>"]
    {
        let html = format!("{}deep{}", tag.repeat(100_000), "</div>".repeat(100_000));
        let document = read_html(&html);
        let text: Vec<&str> = document.body.iter().map(|block| block.text.text.as_str()).collect();
        assert_eq!(text.concat(), "deep", "{tag}");
    }
}

#[test]
fn repeated_formatting_does_not_multiply() {
    let open: String = (0..400).map(|n| format!("<font color={n}>")).collect();
    let html = format!("<p>{open}{}", "x</p><p>".repeat(50_000));
    let document = read_html(&html);
    let letters: usize = document.body.iter().map(|block| block.text.text.len()).sum();
    assert!(letters >= 50_000, "{letters}");
}

#[test]
fn many_notes_in_every_form_take_linear_time() {
    let mut text = String::new();
    let mut notes = String::new();
    for n in 0..20_000 {
        text += &format!("w<a href='#n{n}'><sup>{}</sup></a> ", n % 9999);
        notes += &format!("<a name='n{n}'></a>{}. N<br>", n % 9999);
    }
    let document = read_html(&format!("<p>{text}</p><p>{notes}</p>"));
    assert_eq!(document.notes.len(), 20_000);
    let list: String = (0..20_000).map(|n| format!("<li>N {n}</li>")).collect();
    let document = read_html(&format!("<p>w<a href='#x'><sup>1</sup></a></p><ol><li id=x>N</li>{list}</ol>"));
    assert_eq!(document.notes.len(), 20_001);
}
