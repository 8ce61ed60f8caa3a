//! Commands and environments of which only the arguments matter: what of them is no text.
//!
//! A signature has a letter for every argument: `o` optional, `s` skipped, `g` a dimension; what
//! is behind the last one is text.

use std::collections::HashMap;
use std::sync::LazyLock;

#[rustfmt::skip]
static COMMANDS: &[(&str, &str)] = &[
    ("label", "s"), ("ref", "s"), ("pageref", "s"), ("eqref", "s"), ("autoref", "s"), ("nameref", "s"),
    ("cref", "s"), ("Cref", "s"), ("vref", "s"), ("includegraphics", "oos"), ("graphicspath", "s"),
    ("bibliographystyle", "s"), ("vspace", "s"), ("hspace", "s"), ("vskip", "g"), ("hskip", "g"), ("kern", "g"),
    ("penalty", "g"), ("setlength", "ss"), ("addtolength", "ss"), ("usepackage", "oso"), ("RequirePackage", "oso"),
    ("PassOptionsToPackage", "ss"), ("documentclass", "oso"), ("LoadClass", "os"), ("pagestyle", "s"),
    ("thispagestyle", "s"), ("pagenumbering", "s"), ("definecolor", "sss"), ("colorlet", "ss"), ("color", "os"),
    ("textcolor", "os"), ("colorbox", "os"), ("fcolorbox", "ss"), ("rowcolor", "os"), ("cellcolor", "os"),
    ("fontsize", "ss"), ("fontfamily", "s"), ("fontseries", "s"), ("fontshape", "s"), ("usefont", "ssss"),
    ("linespread", "s"), ("selectlanguage", "os"), ("foreignlanguage", "os"), ("index", "os"), ("glossary", "s"),
    ("hypertarget", "s"), ("hyperlink", "s"), ("hyperref", "o"), ("addcontentsline", "sss"), ("addtocontents", "ss"),
    ("markboth", "ss"), ("markright", "s"), ("rule", "oss"), ("raisebox", "soo"), ("parbox", "ooos"),
    ("makebox", "oo"), ("framebox", "oo"), ("multicolumn", "ss"), ("multirow", "oss"), ("cmidrule", "os"),
    ("cline", "s"), ("resizebox", "ss"), ("scalebox", "s"), ("rotatebox", "os"), ("newtheorem", "soso"),
    ("theoremstyle", "s"), ("DeclareMathOperator", "ss"), ("lstset", "s"), ("tikzset", "s"), ("sisetup", "s"),
    ("pgfplotsset", "s"), ("newlength", "s"), ("newcounter", "so"), ("newenvironment", "sooss"),
    ("renewenvironment", "sooss"), ("captionsetup", "os"), ("titleformat", "sosssso"), ("titlespacing", "ssss"),
    ("hyphenation", "s"), ("message", "s"), ("typeout", "s"), ("usetikzlibrary", "s"), ("usetheme", "os"),
    ("usecolortheme", "os"), ("setbeamertemplate", "sos"), ("setbeamercolor", "ss"), ("setbeamerfont", "ss"),
    ("usefonttheme", "os"), ("lstinputlisting", "os"), ("inputminted", "oss"), ("verbatiminput", "s"),
    ("includepdf", "os"), ("import", "ss"), ("subimport", "ss"), ("subfile", "s"), ("DeclareFieldFormat", "oss"),
    ("DefineBibliographyStrings", "ss"), ("ExecuteBibliographyOptions", "os"), ("setcitestyle", "s"),
    ("bibpunct", "osssss"), ("citestyle", "s"), ("DeclareSourcemap", "s"), ("geometry", "s"), ("fancyhead", "os"),
    ("fancyfoot", "os"), ("fancyhf", "os"), ("lhead", "os"), ("rhead", "os"), ("chead", "os"), ("lfoot", "os"),
    ("rfoot", "os"), ("cfoot", "os"), ("setmainfont", "oso"), ("setsansfont", "oso"), ("setmonofont", "oso"),
    ("setmainlanguage", "os"), ("setotherlanguage", "os"), ("KOMAoptions", "s"), ("urlstyle", "s"),
    ("bibinfo", "s"), ("bibfield", "s"), ("BibitemShut", "s"), ("href@noop", "s"), ("Eprint", "s"), ("translation", ""),
    ("bookmarksetup", "s"), ("todo", "os"), ("refsection", "s"), ("datalist", "os"), ("sortlist", "os"), ("AtBeginDocument", "s"), ("AtEndDocument", "s"), ("IfFileExists", "s"),
    ("hypersetup", "s"), ("newcolumntype", "sos"), ("columncolor", "os"), ("SetKwInput", "ss"), ("ifthenelse", "s"),
    ("input", "s"), ("include", "s"), ("includeonly", "s"), ("defbibheading", "sos"), ("defbibfilter", "ss"),
    ("bibnotetext", "s"), ("bibAnnoteFile", "ss"), ("Hy@raisedlink", "s"), ("pdfbookmark", "oss"), ("email", ""), ("lettrine", "o"),
];

#[rustfmt::skip]
static ENVIRONMENTS: &[(&str, &str)] = &[
    ("tabular", "os"), ("tabular*", "sos"), ("tabularx", "sos"), ("tabulary", "ss"), ("longtable", "os"),
    ("supertabular", "s"), ("xltabular", "ss"), ("minipage", "ooos"), ("multicols", "so"), ("figure", "o"),
    ("figure*", "o"), ("table", "o"), ("table*", "o"), ("wrapfigure", "osos"), ("thebibliography", "s"),
    ("adjustbox", "s"), ("otherlanguage", "s"), ("otherlanguage*", "os"), ("columns", "o"), ("column", "os"),
    ("list", "ss"), ("tcolorbox", "o"), ("spacing", "s"), ("subfigure", "os"), ("CSLReferences", "ss"),
];

static BY_NAME: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| COMMANDS.iter().copied().collect());

/// The signature of a command.
pub(super) fn command(name: &str) -> Option<&'static str> {
    BY_NAME.get(name).copied()
}

/// The signature of an environment.
pub(super) fn environment(name: &str) -> Option<&'static str> {
    ENVIRONMENTS.iter().find(|(known, _)| *known == name).map(|(_, signature)| *signature)
}
