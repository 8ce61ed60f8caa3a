//! Which format a text is in: what it contains says more than what it is called.

use crate::model::Format;

use super::wikitext::is_wikitext;

/// File name extensions of documents that are read, lower case.
static EXTENSIONS: &[(&str, Format)] = &[
    ("pdf", Format::Pdf),
    ("txt", Format::Text),
    ("text", Format::Text),
    ("csv", Format::Text),
    ("tsv", Format::Text),
    ("ris", Format::Text),
    ("enw", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("mdown", Format::Markdown),
    ("mkd", Format::Markdown),
    ("mdx", Format::Markdown),
    ("qmd", Format::Markdown),
    ("rmd", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("xht", Format::Html),
    ("shtml", Format::Html),
    ("docx", Format::Docx),
    ("docm", Format::Docx),
    ("tex", Format::Latex),
    ("ltx", Format::Latex),
    ("latex", Format::Latex),
    ("bib", Format::Bibtex),
    ("wiki", Format::Wikitext),
    ("wikitext", Format::Wikitext),
    ("mediawiki", Format::Wikitext),
    ("dotx", Format::Docx),
    ("dotm", Format::Docx),
    ("odt", Format::Odt),
    ("ott", Format::Odt),
    ("odm", Format::Odt),
    ("fodt", Format::Odt),
    ("rtf", Format::Rtf),
    ("epub", Format::Epub),
];

/// What begins a LaTeX document, or a list of works that BibTeX or biber wrote for one.
static LATEX_BEGINNINGS: [&str; 6] = [
    "\\documentclass{",
    "\\documentclass[",
    "\\documentstyle",
    "\\begin{document}",
    "\\begin{thebibliography}",
    "\\refsection{",
];

/// Commands that a piece of LaTeX without a beginning has, and other texts have not.
static LATEX_COMMANDS: [&str; 12] = [
    "\\section{",
    "\\section*{",
    "\\subsection{",
    "\\chapter{",
    "\\footnote{",
    "\\emph{",
    "\\textit{",
    "\\textbf{",
    "\\url{",
    "\\href{",
    "\\cite{",
    "\\bibitem{",
];

/// Tags that a page without a head begins with.
static FRAGMENT_TAGS: [&str; 22] = [
    "div", "p", "article", "section", "main", "table", "h1", "h2", "h3", "meta", "title", "link", "style",
    "script", "span", "ul", "ol", "header", "nav", "a", "center", "font",
];

/// The format that a file's name promises, if it is one that is read.
pub fn format_of_name(name: &str) -> Option<Format> {
    let (_, extension) = name.rsplit_once('.')?;
    let found = EXTENSIONS.iter().find(|(known, _)| extension.eq_ignore_ascii_case(known));
    found.map(|(_, format)| *format)
}

/// How far from its start a PDF may begin (Adobe's note 13 to ISO 32000-1, annex H).
const PDF_PREFIX: usize = 1024;

/// Whether a file is a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(PDF_PREFIX)].windows(5).any(|window| window == b"%PDF-")
}

/// The format of `text`, of a file called `name`.
pub(super) fn recognise(name: &str, text: &str) -> Format {
    let named = format_of_name(name);
    let opening = opening(text);
    if ["!doctype html", "html", "head", "body"].iter().any(|tag| opens_with(opening, tag)) {
        return Format::Html;
    }
    if named == Some(Format::Markdown) {
        return Format::Markdown;
    }
    if is_latex(text, named == Some(Format::Latex)) {
        return Format::Latex;
    }
    if is_bibtex(text, named == Some(Format::Bibtex)) {
        return Format::Bibtex;
    }
    if named == Some(Format::Wikitext) || named != Some(Format::Html) && is_wikitext(text) {
        return Format::Wikitext;
    }
    if FRAGMENT_TAGS.iter().any(|tag| opens_with(opening, tag))
        || named == Some(Format::Html) && has_tag(text)
    {
        return Format::Html;
    }
    if is_markdown(text) { Format::Markdown } else { Format::Text }
}

/// The text behind blanks, comments and an XML declaration.
fn opening(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?xml") => "?>",
            _ => return rest,
        };
        let Some((_, behind)) = rest.split_once(end) else { return "" };
        rest = behind.trim_start();
    }
}

fn opens_with(text: &str, tag: &str) -> bool {
    let Some(rest) = text.strip_prefix('<') else { return false };
    let bytes = rest.as_bytes();
    bytes.len() > tag.len()
        && bytes[..tag.len()].eq_ignore_ascii_case(tag.as_bytes())
        && matches!(bytes[tag.len()], b' ' | b'>' | b'/' | b'\t' | b'\n' | b'\r')
}

/// A class or a beginning at the start of a line, or commands of several kinds.
fn is_latex(text: &str, named: bool) -> bool {
    if named {
        return text.as_bytes().windows(2).any(|pair| pair[0] == b'\\' && pair[1].is_ascii_alphabetic());
    }
    let lines = || text.lines().map(str::trim_start);
    let begins = lines().any(|line| LATEX_BEGINNINGS.iter().any(|beginning| line.starts_with(beginning)));
    begins || LATEX_COMMANDS.iter().filter(|command| text.contains(**command)).count() >= 3
}

/// `@type{key,` as the first thing that is no comment; in a file that is called so, anywhere.
fn is_bibtex(text: &str, named: bool) -> bool {
    let mut lines =
        text.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with('%'));
    if named { lines.any(opens_entry) } else { lines.next().is_some_and(opens_entry) && text.contains('=') }
}

fn opens_entry(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('@') else { return false };
    let kind = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let opening = kind.trim_start();
    kind.len() < rest.len() && opening.starts_with(['{', '('])
}

fn has_tag(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic())
}

/// Footnote definitions and front matter occur nowhere else; headings and links make Markdown
/// only together (`#` alone is a comment in many a list of addresses).
fn is_markdown(text: &str) -> bool {
    let mut headings = 0;
    for line in text.lines() {
        if is_footnote_definition(line) {
            return true;
        }
        headings += usize::from(is_heading(line));
    }
    has_front_matter(text) || headings > 0 && (text.contains("](http") || text.contains("[^"))
}

fn is_footnote_definition(line: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix("[^") else { return false };
    rest.split_once("]:").is_some_and(|(label, _)| !label.is_empty() && !label.contains([' ', ']']))
}

fn is_heading(line: &str) -> bool {
    let title = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - title.len())) && title.starts_with(' ') && !title.trim().is_empty()
}

fn has_front_matter(text: &str) -> bool {
    let mut lines = text.lines();
    lines.next().is_some_and(|line| line.trim_end() == "---")
        && lines.next().is_some_and(|line| line.contains(": "))
        && lines.take(200).any(|line| line.trim_end() == "---")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_before_the_name() {
        for (name, text, format) in [
            ("a.txt", "<!DOCTYPE html>\n<p>x", Format::Html),
            ("a.md", "\n<!-- saved -->\n<HTML lang=en>", Format::Html),
            ("a.md", "<div align=center>logo</div>\n\n# Title", Format::Markdown),
            ("-", "<div>one</div>", Format::Html),
            ("a.html", "No tag anywhere, 1 < 2.", Format::Text),
            ("a.html", "Text <b>first</b>", Format::Html),
            ("a.txt", "Text.[^1]\n\n[^1]: http://a.example/", Format::Markdown),
            ("a.txt", "---\ntitle: A report\n---\nText", Format::Markdown),
            ("-", "# Title\n\nSee [this](http://a.example/).", Format::Markdown),
            ("urls.csv", "# sources\nhttp://a.example/\n", Format::Text),
            ("report", "Plain text [1].\n", Format::Text),
            ("a.txt", "% a\n\\documentclass[a4paper]{book}\nText", Format::Latex),
            ("-", "\\section{A} Text\\footnote{b \\url{http://a.example/}}", Format::Latex),
            ("a.tex", "A report with \\LaTeX", Format::Latex),
            ("a.tex", "A report without it.", Format::Text),
            ("notes.txt", "On \\footnote{} and \\emph{}.", Format::Text),
            ("a.txt", "% refs\n\n@article{ng10,\n title = {A}}", Format::Bibtex),
            ("a.bib", "Exported.\n@book{ng, title={A}}", Format::Bibtex),
            ("a.txt", "@ng wrote (today): a = b", Format::Text),
            (
                "a.txt",
                "{{Infobox dam}}\nThe dam.<ref name=a>{{cite web|url=http://a.example/}}</ref>",
                Format::Wikitext,
            ),
            ("-", "<div>\n[[River]]</div><ref>Note</ref>", Format::Wikitext),
            ("a.txt", "In HTML <ref> is no tag.", Format::Text),
            ("a.xhtml", "<?xml version='1.0'?><html><p>x</p></html>", Format::Html),
        ] {
            assert_eq!(recognise(name, text), format, "{name}: {text}");
        }
    }

    #[test]
    fn a_pdf_may_begin_late() {
        assert!(is_pdf(b"%PDF-1.7\n%\xe2\xe3"));
        assert!(is_pdf(b"\n\n%PDF-1.4"));
        assert!(!is_pdf(b"%PD"));
    }

    #[test]
    fn knows_names() {
        assert_eq!(format_of_name("reports/2013.final.HTM"), Some(Format::Html));
        assert_eq!(format_of_name("reports/README"), None);
        assert_eq!(format_of_name("photo.jpg"), None);
    }
}
