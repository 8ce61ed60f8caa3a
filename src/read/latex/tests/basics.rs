use super::super::read_latex;
use super::check;

#[test]
fn reads_a_report() {
    let source = "\\documentclass{article}\n\\usepackage{hyperref}\n\\title{Dry season\\thanks{For B.}}\n\\date{August 6, 2017}\n\\begin{document}\n\\maketitle\n\\section{Water}\\label{w}\nWater---``scarce''---in 10\\% of\nvillages.\\footnote{Ng, \\emph{Dams}\n  (2010), \\url{http://a.example/b\\_c\\%20d}.}\n\nMore.\\footnote{Second.}\n\\end{document}\nNothing.";
    let document = read_latex(source, &|_| None);
    assert_eq!(document.title.as_deref(), Some("Dry season"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2017-08-06"));
    check(
        source,
        &[
            "H3 Dry season{*}",
            "P4 August 6, 2017",
            "H7 Water",
            "P8 Water—“scarce”—in 10% of ‹9›villages.{1}",
            "P12 More.{2}",
            "[*]3 For B.",
            "[1]9 Ng, *Dams* ‹10›(2010), ⟦http://a.example/b_c%20d|http://a.example/b_c%20d⟧.",
            "[2]12 Second.",
        ],
    );
}

#[test]
fn numbers_notes_as_latex_does() {
    check(
        "\\documentclass{book}\\begin{document}\\chapter{A} a\\footnote{1} b\\footnote{2} \\chapter*{B} c\\footnote{3} \\chapter{C} d\\footnote{1}",
        &[
            "H1 A",
            "P1 a{1} b{2}",
            "H1 B",
            "P1 c{3}",
            "H1 C",
            "P1 d{1}",
            "[1]1 1",
            "[2]1 2",
            "[3]1 3",
            "[1]1 1",
        ],
    );
    check(
        "\\setcounter{footnote}{4}a\\footnote{5}{\\renewcommand\\thefootnote{\\fnsymbol{footnote}}\\setcounter{footnote}{1}b\\footnote{d}} c\\footnote[9]{9}\\footnote{3}",
        &["P1 a{5}b{†} c{9}{3}", "[5]1 5", "[†]1 d", "[9]1 9", "[3]1 3"],
    );
}

#[test]
fn writes_authors_and_spaces() {
    check(
        "\\newcommand{\\eg}{e.g.\\xspace}\\author{A. Ng \\and B. Orr}\\maketitle \\eg dams, \\eg, x",
        &["P1 A. Ng and B. Orr", "P1 e.g. dams, e.g., x"],
    );
}

#[test]
fn pairs_marks_with_their_texts() {
    check(
        "a\\footnotemark{} b\\footnotemark\\footnotetext[1]{One}\\footnotetext{Two} c\\footnotemark[1]\\endnote{End} d\\footnotemark",
        &["P1 a{1} b{2} c{1}{1} d{3}", "[1]1 One", "[2]1 Two", "[end:1]1 End", "[3] "],
    );
}

#[test]
fn expands_macros_of_the_document() {
    check(
        "\\newcommand{\\base}{http://a.example}\n\\newcommand{\\src}[2][Ng]{\\footnote{#1, \\url{#2}.}}\n\\def\\loop{\\loop\\loop}\\loop\nWater.\\src{http://a.example/x\\#y} Dams.\\src[Orr]{\\base/z}",
        &[
            "P4 Water.{1} Dams.{2}",
            "[1]4 Ng, ⟦http://a.example/x#y|http://a.example/x#y⟧.",
            "[2]4 Orr, ⟦http://a.example/z|http://a.example/z⟧.",
        ],
    );
}

#[test]
fn reads_links() {
    check(
        "\\href{http://a.example/%7Eng\\&x}{Some \\emph{title}}, \\href{mailto:a@b.example}{a}, \\hyperref[w]{here}, \\url|http://b.example/x|, \\url{www.herald.com/x}, http://c.example/d--e\\_f/~g\\%20h. \\verb|http://no.example/| \\path{src/main.c}",
        &[
            "P1 ⟦Some *title*|http://a.example/%7Eng&x⟧, ⟦a|mailto:a@b.example⟧, here, ⟦http://b.example/x|http://b.example/x⟧, ⟦www.herald.com/x|http://www.herald.com/x⟧, http://c.example/d--e_f/~g%20h. src/main.c",
        ],
    );
}

#[test]
fn leaves_out_what_is_not_printed() {
    check(
        "A% http://no.example/\n\\iffalse http://no.example/ \\ifx\\a\\b \\fi \\fi b \\begin{lstlisting}\nhttp://no.example/ }\n\\end{lstlisting}\\label{http://no.example/}\n$x_1 = \\frac{1}{2}$ \\includegraphics[width=1cm]{a.example/x.png} \\begin{equation}x\\end{equation}.\n\n\\begin{comment}\nc\n\\end{comment}\n\\begin{verbatim}",
        &["P1 A‹2›b ‹5›x1 = 12", "P5 ."],
    );
}
