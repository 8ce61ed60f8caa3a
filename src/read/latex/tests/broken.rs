use proptest::prelude::*;

use super::super::super::limits::NOTES;
use super::super::read_latex;
use super::check;

#[test]
fn an_open_note_ends_at_the_next_heading() {
    check(
        "One.\\footnote{See \\url{http://a.example/}\n\n\\section{Two}\nMore.\\footnote{N}",
        &["P1 One.{1}", "H3 Two", "P4 More.{2}", "[1]1 See ⟦http://a.example/|http://a.example/⟧", "[2]4 N"],
    );
}

#[test]
fn an_open_argument_ends_with_its_paragraph() {
    check(
        "A \\emph{b \\textbf{c\n\nd} e } f \\end{quote} \\begin{quote}g\\end{itemize}",
        &["P1 A *b c*", "P3 d e f", "P3 g"],
    );
    check(
        "See \\url{http://a.example/x\n\nNext",
        &["P1 See ⟦http://a.example/x|http://a.example/x⟧", "P3 Next"],
    );
}

#[test]
fn breaks_off_anywhere() {
    let source = "\\documentclass[a]{book}\\newcommand{\\s}[1]{\\footnote{\\url{#1}}}\\begin{document}\\title{T}\\chapter{A}\\s{http://a.example/\\~{}x}\\begin{tabular}{l}a&\\'e\\\\\\end{tabular}\\cite[a][b]{k}\\bibitem[x]{k} \\verb|é| \\char`~ $^{1}$ \\iffalse é \\fi \\begin{filecontents}{a.bib}@a{k,}\\end{filecontents}\\entry{k}{}{}\\field{a}{b}\\endentry";
    for end in (0..source.len()).filter(|end| source.is_char_boundary(*end)) {
        read_latex(&source[..end], &|_| None);
    }
}

#[test]
fn stays_linear() {
    for piece in [
        "{",
        "}",
        "\\footnote{",
        "\\url{",
        "\\emph{a\n\n",
        "\\begin{a}",
        "\\begin{verbatim}",
        "\\iffalse ",
        "\\item ",
        "$",
        "\\csname",
        "\\def\\a{\\a\\a}\\a ",
        "\\cite[",
        "\\'",
        "[^",
        "\\entry{k}",
        "%",
        "\\verb|",
        "\\verb",
        "\\newcommand{\\x}[9]{",
        "`",
        "http://a",
        "\\section{",
        "\\bibitem{k} ",
        "{\\em ",
        "\\\\[",
        "\\footnotemark",
        "&",
        "\\begin{tabular}{l}a&",
        "\\url|",
        "\\char`",
        "\\begin{filecontents}{a.bib}",
    ] {
        read_latex(&piece.repeat(400_000 / piece.len()), &|_| None);
    }
}

#[test]
fn code_is_looked_for_nearby() {
    let near = format!("A \\verb|{}| b", "x".repeat(3_000));
    check(&near, &[&format!("P1 A {} b", "x".repeat(3_000))]);
    let far = format!("A \\verb|{}| b", "x".repeat(5_000));
    check(&far, &[&format!("P1 A |{}| b", "x".repeat(5_000))]);
}

#[test]
fn notes_beyond_the_limit_are_not_read() {
    let document = read_latex(&"\\footnote{x}".repeat(NOTES + 3), &|_| None);
    assert_eq!(document.notes.len(), NOTES);
    let told = "there are more than 100,000 notes, which is the limit: the rest was left out";
    assert_eq!(document.warnings, [told]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn never_panics(pieces in proptest::collection::vec(piece(), 0..60)) {
        let source = pieces.concat();
        let document = read_latex(&source, &|_| Some(source.clone()));
        super::super::super::view::view(&document);
    }
}

fn piece() -> impl Strategy<Value = String> {
    let commands = prop::sample::select(vec![
        "\\footnote",
        "\\footnotemark",
        "\\footnotetext",
        "\\url",
        "\\href",
        "\\cite",
        "\\footcite",
        "\\bibitem",
        "\\begin",
        "\\end",
        "{document}",
        "{tabular}",
        "{thebibliography}",
        "{verbatim}",
        "{filecontents}",
        "{refs.bib}",
        "{enumerate}",
        "\\item",
        "\\section",
        "\\chapter",
        "\\title",
        "\\maketitle",
        "\\emph",
        "\\em",
        "\\newcommand",
        "\\def",
        "\\a",
        "#1",
        "\\'",
        "\\char`",
        "\\verb|",
        "\\entry",
        "\\endentry",
        "\\field",
        "\\verb{url}",
        "\\iffalse",
        "\\fi",
        "\\else",
        "\\bibliography{a}",
        "\\addtocounter{footnote}{-3}",
        "\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}",
        "{",
        "}",
        "[",
        "]",
        "$",
        "$^",
        "%",
        "&",
        "~",
        "\n",
        "\n\n",
        "\\\\",
        "\\",
        "``",
        "---",
        "\"",
        "@misc{k, url={http://a.example/}}",
        "http://a.example/",
        "é",
        "ж",
        "k",
        "\u{a0}",
    ]);
    prop_oneof![6 => commands.prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}
