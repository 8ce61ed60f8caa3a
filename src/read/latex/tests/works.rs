use super::super::super::view::view;
use super::super::read_latex;
use super::check;

#[test]
fn reads_written_lists() {
    check(
        "As shown \\cite[p.~5]{ng,orr}.\n\\begin{thebibliography}{9}\n\\bibitem{ng} A.~Ng. \\newblock {\\em Dams}.\n\\newblock \\url{http://a.example/}, 2010.\n\n\\bibitem[B10]{orr} Orr.\n\\end{thebibliography}\nEnd.",
        &[
            "P1 As shown{1}{B10}.",
            "P8 End.",
            "[work:1]3 A.\u{a0}Ng. *Dams*. ‹4›⟦http://a.example/|http://a.example/⟧, 2010.",
            "[work:B10]6 Orr.",
        ],
    );
    check(
        "\\begin{thebibliography}{}\n\\bibitem[{{Ng}(2010)}]{ng} Ng. \\BibitemOpen \\bibfield{author}{\\bibinfo{author}{\\bibfnamefont{A.}~\\bibnamefont{Ng}}}, \\href {https://doi.org/10.1/x} {\\bibfield{journal}{J.}} \\BibitemShut {NoStop}\n\\end{thebibliography}",
        &["[work:ng]2 Ng. A.\u{a0}Ng, ⟦J.|https://doi.org/10.1/x⟧"],
    );
}

#[test]
fn reads_databases_in_the_document() {
    let source = "\\begin{filecontents*}[overwrite]{refs.bib}\n@online{ng, title={Dams}, url={http://a.example/},\n urldate={2014-06-26}}\n@book{orr, title={Wells}}\n\\end{filecontents*}\n\\documentclass{article}\\usepackage[style=ieee]{biblatex}\\addbibresource{refs.bib}\n\\begin{document}\nSee \\textcite{ng}. More\\footcite[12]{ng}.\n\\printbibliography\n\\end{document}";
    check(
        source,
        &[
            "P8 See{1}. More{1}.",
            "[1]2 “Dams.”{1}",
            "[work:1]2 “Dams,” ⟦http://a.example/|http://a.example/⟧‹3›, accessed 2014-06-26.",
        ],
    );
}

#[test]
fn reads_databases_beside_the_document() {
    let source = "A\\cite{ng}, b\\cite{lost}.\\nocite{orr}\n\\bibliographystyle{plain}\n\\bibliography{refs}";
    let beside =
        |name: &str| (name == "refs.bib").then(|| "@misc{orr,title={W}}@misc{ng,title={D}}".to_owned());
    let document = read_latex(source, &beside);
    assert_eq!(view(&document), "P1 A{ng}, b.\n[work:ng] “D.”\n[work:orr] “W.”");
    assert_eq!(document.warnings, ["1 cited work is in no bibliography at hand: lost"]);
    let document = read_latex(source, &|_| None);
    assert_eq!(
        document.warnings,
        ["3 cited works are in no bibliography at hand: ng, lost, orr; audit refs.bib too"]
    );
}

#[test]
fn works_cited_in_other_files_are_listed() {
    let beside = |_: &str| Some("@misc{orr,title={W}}".to_owned());
    let document = read_latex("\\input{one.tex}\\bibliography{refs}", &beside);
    assert_eq!(view(&document), "[work:orr] “W.”");
    assert_eq!(document.warnings, ["one.tex was not read: audit it too"]);
}

#[test]
fn reads_full_references_in_notes() {
    let source = "\\usepackage[style=verbose]{biblatex}A\\footcite{ng}.\\bibliography{refs}";
    let beside = |_: &str| Some("@misc{ng,title={D},url={http://a.example/}}".to_owned());
    let document = read_latex(source, &beside);
    let link = "“D,” ⟦http://a.example/|http://a.example/⟧.";
    assert_eq!(view(&document), format!("P1 A{{1}}.\n[1] {link}{{ng}}\n[work:ng] {link}"));
}

#[test]
fn reads_the_list_of_biber() {
    check(
        "\\refsection{0}\n\\datalist[entry]{nty}\n\\entry{ng}{online}{}\n\\name{author}{1}{}{%\n{{hash=1}{family={Ng},familyi={N\\bibinitperiod},given={A.}}}%\n}\n\\field{title}{Dams}\n\\field{year}{2013}\n\\field{month}{7}\n\\field{urlyear}{2014}\n\\field{urlmonth}{6}\n\\field{urlday}{26}\n\\verb{url}\n\\verb http://a.example/x_y%20z\n\\endverb\n\\endentry\n\\enddatalist",
        &[
            "[work:ng]4 Ng, A., ‹7›“Dams,” ‹3›2013-07, ‹14›⟦http://a.example/x_y%20z|http://a.example/x_y%20z⟧‹3›, accessed 2014-06-26.",
        ],
    );
}

#[test]
fn reads_lists_of_pandoc() {
    check(
        "As \\citeproc{ref-ng}{Ng (2010)} says.\n\\begin{CSLReferences}{1}{0}\n\\bibitem[\\citeproctext]{ref-ng}\nNg, A. 2010. \\emph{Dams}. \\url{http://a.example/}.\n\n\\end{CSLReferences}",
        &["P1 As{} Ng (2010) says.", "[work:]4 Ng, A. 2010. *Dams*. ⟦http://a.example/|http://a.example/⟧."],
    );
    check(
        "\\begin{CSLReferences}{1}{0}\n\\leavevmode\\vadjust pre{\\hypertarget{ref-ng}{}}%\nNg.\n\n\\leavevmode\\hypertarget{ref-orr}{}%\nOrr.\n\n\\end{CSLReferences}\n\\small [Rest]",
        &["P9 [Rest]", "[work:]3 Ng.", "[work:]6 Orr."],
    );
}

#[test]
fn a_link_in_a_link_is_one() {
    check(
        "\\href{https://doi.org/10.1000/x}{\\path{doi:10.1000/x}} \\href{http://a.example/}{\\url{http://a.example/}}",
        &["P1 ⟦doi:10.1000/x|https://doi.org/10.1000/x⟧ ⟦http://a.example/|http://a.example/⟧"],
    );
}

#[test]
fn reads_lists_under_a_heading() {
    check(
        "Text \\textsuperscript{1} a$^{2}$.\n\\section*{Notes}\n\\begin{enumerate}\n\\item First\n\\item Second \\url{http://a.example/}\n\\end{enumerate}\n\\section*{References}\n\nNg, A. (2010). \\textit{Dams}.\n\nOrr, B. (2012). Wells.",
        &[
            "P1 Text{1} a{2}.",
            "H2 Notes",
            "H7 References",
            "[1]4 First",
            "[2]5 Second ⟦http://a.example/|http://a.example/⟧",
            "[work:]9 Ng, A. (2010). *Dams*.",
            "[work:]11 Orr, B. (2012). Wells.",
        ],
    );
}

#[test]
fn an_address_beside_a_key_is_read() {
    check(
        "A\\cite[see \\url{http://a.example/}]{ng}.",
        &["P1 A (see ⟦http://a.example/|http://a.example/⟧)."],
    );
}

#[test]
fn reads_tables_lists_and_slides() {
    check(
        "\\begin{frame}<1->[plain]{Water \\& dams}\n\\begin{itemize}\n\\item<1-> One\\footnote<1->[frame]{N}\n\\item[b)] Two\n\\end{itemize}\n\\end{frame}\n\\begin{tabular}{|l|r|}\na & b\\\\[2pt]\n\\hline c & \\multicolumn{2}{c}{d}\\\\\n\\end{tabular}\n\\caption[x]{Rain}",
        &["H1 Water & dams", "I3 One{1}", "I4 b) Two", "I8 a", "I8 b", "I9 c", "I9 d", "I11 Rain", "[1]3 N"],
    );
}

#[test]
fn the_nearest_list_has_the_work() {
    let list =
        |text: &str| format!("\\begin{{thebibliography}}{{9}}\\bibitem{{ng}} {text}\\end{{thebibliography}}");
    let source = format!("A\\cite{{ng}}.{}B\\cite{{ng}}.{}", list("Dams."), list("Wells."));
    let document = read_latex(&source, &|_| None);
    let cited: Vec<usize> = document
        .body
        .iter()
        .flat_map(|block| &block.text.marks)
        .filter_map(crate::model::Mark::note)
        .collect();
    let texts: Vec<&str> = cited.iter().map(|at| document.notes[*at].text.text.as_str()).collect();
    assert_eq!(texts, ["Dams.", "Wells."]);
}

#[test]
fn lost_files_are_named_where_every_work_is_meant() {
    let document = read_latex("A\\nocite{*}\\bibliography{refs}", &|_| None);
    assert_eq!(document.warnings, ["no work is at hand: audit refs.bib too"]);
    let many: String = (1..8).map(|number| format!("\\cite{{k{number}}}")).collect();
    let document = read_latex(&many, &|_| None);
    assert_eq!(
        document.warnings,
        ["7 cited works are in no bibliography at hand: k1, k2, k3, k4, k5 and 2 more"]
    );
}

#[test]
fn a_style_of_notes_makes_notes_of_what_cites_as_the_style_does() {
    let database = "\\bibliography{refs}";
    let beside = |_: &str| Some("@misc{ng,title={D},url={http://a.example/}}".to_owned());
    let link = "“D,” ⟦http://a.example/|http://a.example/⟧.";
    for preamble in [
        "\\usepackage[style=verbose-ibid]{biblatex}",
        "\\usepackage{biblatex-chicago}",
        "\\usepackage[notes]{biblatex-chicago}",
        "\\usepackage[citestyle=verbose]{biblatex}",
    ] {
        let document = read_latex(&format!("{preamble}A\\autocite{{ng}}.{database}"), &beside);
        assert_eq!(view(&document), format!("P1 A{{1}}.\n[1] {link}{{ng}}\n[work:ng] {link}"), "{preamble}");
    }
    for preamble in [
        "\\usepackage[authordate]{biblatex-chicago}",
        "\\usepackage[style=numeric]{biblatex}",
        "\\usepackage[style=verbose,autocite=inline]{biblatex}\\usepackage{graphicx}",
    ] {
        let document = read_latex(&format!("{preamble}A\\autocite{{ng}}.{database}"), &beside);
        assert_eq!(view(&document), format!("P1 A{{ng}}.\n[work:ng] {link}"), "{preamble}");
    }
    let source = format!(
        "\\usepackage{{biblatex}}\\ExecuteBibliographyOptions{{autocite=footnote}}A\\autocite{{ng}}.{database}"
    );
    assert_eq!(view(&read_latex(&source, &beside)), format!("P1 A{{1}}.\n[1] “D.”{{ng}}\n[work:ng] {link}"));
}

#[test]
fn a_work_given_in_a_note_is_listed_only_where_a_list_is_printed() {
    let beside = |_: &str| Some("@misc{ng,title={Dams},url={http://a.example/}}".to_owned());
    let source =
        "\\usepackage[style=verbose]{biblatex}\\addbibresource{refs.bib}A\\footcite{ng}. B\\footcite{ng}.";
    let given = "P1 A{1}. B{2}.\n[1] “Dams,” ⟦http://a.example/|http://a.example/⟧.\n[2] “Dams.”";
    assert_eq!(view(&read_latex(source, &beside)), given);
    let printed = view(&read_latex(&format!("{source}\\printbibliography"), &beside));
    assert!(printed.ends_with("[work:ng] “Dams,” ⟦http://a.example/|http://a.example/⟧."), "{printed}");
}
