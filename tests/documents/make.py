#!/usr/bin/env python3
"""Typesets the notes of notes.py into the documents of this folder, with what they cite beside them.

    python3 tests/documents/make.py

Needs pdflatex and xelatex (texlive-latex-recommended, texlive-xetex, texlive-lang-german,
texlive-lang-french, lmodern), LibreOffice Writer, pandoc, qpdf and the DejaVu fonts. Each
document has a NAME.cites file: a line for each address, tab-separated: label, address, access
date. The time stamps are fixed, so that making them again changes as little as can be.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import zipfile

from notes import NOTES, SENTENCES, I, U, note, paragraphs

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = tempfile.mkdtemp()
ENV = dict(os.environ, SOURCE_DATE_EPOCH="1388534400", FORCE_SOURCE_DATE="1", HOME=WORK)


def run(*words):
    subprocess.run(words, cwd=WORK, env=ENV, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def keep(made, name, notes, labels):
    """Keeps a document with what it cites."""
    shutil.copy(os.path.join(WORK, made), os.path.join(HERE, name))
    with open(os.path.join(HERE, name + ".cites"), "w", encoding="utf8") as cites:
        for note, label in zip(notes, labels):
            addresses = [part for part in note["parts"] if isinstance(part, U)]
            for address in addresses:
                accessed = note["accessed"] if address is addresses[-1] else None
                cites.write(f"{label}\t{address}\t{accessed or ''}\n")


def numbers(notes):
    return [str(number + 1) for number in range(len(notes))]


# LaTeX

SPECIAL = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "#": r"\char35 ", "_": r"\_", "$": r"\$"}

ANYWHERE = r"""\makeatletter
\g@addto@macro{\UrlBreaks}{\do\a\do\b\do\c\do\d\do\e\do\f\do\g\do\h\do\i\do\j\do\k\do\l\do\m\do\n\do\o\do\p\do\q%
\do\r\do\s\do\t\do\u\do\v\do\w\do\x\do\y\do\z\do\1\do\2\do\3\do\4\do\5\do\6\do\7\do\8\do\9\do\0\UrlOrds}
\makeatother
"""


# The fonts every reader has; documents of a few kilobytes come of it.
UNEMBEDDED = "".join(
    f'\\pdfmapline{{={name} {font} " TeXBase1Encoding ReEncodeFont " <8r.enc}}\n'
    for name, font in [("ptmr8r", "Times-Roman"), ("ptmri8r", "Times-Italic"), ("ptmb8r", "Times-Bold"),
                       ("pcrr8r", "Courier")])


def tex(text):
    return "".join(SPECIAL.get(c, c) for c in text)


def tex_note(note):
    def part(part):
        if isinstance(part, U):
            return "\\url{" + part + "}"
        return "\\emph{" + tex(part) + "}" if isinstance(part, I) else tex(part)
    return "".join(map(part, note["parts"]))


def tex_body(language, mark):
    out, at = [], 0
    for paragraph in paragraphs(language):
        words = []
        for sentence, note in paragraph:
            words.append(tex(sentence))
            if note is not None:
                words[-1] += mark(at, note)
                at += 1
        out.append(" ".join(words))
    return "\n\n".join(out)


def latex(name, language, body, kind="article", options="10pt,a5paper", links=False, preamble="",
          breaks=ANYWHERE, xe=False):
    fonts = ("\\usepackage{fontspec}\\setmainfont{DejaVu Serif}\\setmonofont{DejaVu Sans Mono}\n" if xe else
             "\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{mathptmx,courier}\n" + UNEMBEDDED)
    babel = {"en": "english", "de": "ngerman", "fr": "french"}.get(language)
    source = f"\\documentclass[{options}]{{{kind}}}\n{fonts}"
    source += f"\\usepackage[{babel}]{{babel}}\n" if babel else ""
    source += "\\usepackage[hidelinks]{hyperref}\n" if links else "\\usepackage{url}\n"
    source += breaks + preamble + "\\begin{document}\\catcode35=12 \n" + body + "\n\\end{document}\n"
    with open(os.path.join(WORK, name + ".tex"), "w", encoding="utf8") as file:
        file.write(source)
    for _ in range(2):
        run("xelatex" if xe else "pdflatex", "-interaction=nonstopmode", name + ".tex")


def footnote(_, note):
    return "\\footnote{" + tex_note(note) + "}"


def raised(at, _):
    return f"\\textsuperscript{{{at + 1}}}"


HEADS = r"""\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}
\fancyhead[R]{\thepage}\fancyhead[L]{Who Counts the Wells?}
\fancyfoot[C]{\footnotesize Journal of Wells, http://journalofwells.example/vol3}
"""
HANGING = r"""\makeatletter\renewcommand\@makefntext[1]{\parindent 0pt\hangindent=1.5em\hangafter=1\noindent
\hbox to 1.5em{\@thefnmark\hfil}#1}\makeatother
"""


def typeset_links():
    """What only links tell: markers of the text's size, and addresses broken over the lines of a cell."""
    english = NOTES["en"]
    ends = "\n\n".join(f"\\noindent\\hypertarget{{n{at + 1}}}{{{at + 1}}} {tex_note(note)}"
                       for at, note in enumerate(english))
    body = tex_body("en", lambda at, _: f" (see \\hyperlink{{n{at + 1}}}{{note {at + 1}}})")
    latex("linked", "en", body + "\\section*{What the Wells Say}\n" + ends, links=True)
    keep("linked.pdf", "linked.pdf", english, numbers(english))

    addresses = [part for note in english for part in note["parts"] if isinstance(part, U)]
    cells = ["{} & {} & \\url{{{}}}".format(at + 1, tex(SENTENCES["en"][at % len(SENTENCES["en"])]), address)
             for at, address in enumerate(addresses)]
    table = "\\\\\\hline\n".join(cells)
    latex("tables", "en", "\\begin{longtable}{|p{5mm}|p{4cm}|p{5cm}|}\\hline\n" + table +
          "\\\\\\hline\\end{longtable}", links=True, preamble="\\usepackage{longtable}\n")
    keep("tables.pdf", "tables.pdf", [note(address) for address in addresses], [""] * len(addresses))


def typeset_latex():
    english = NOTES["en"]
    latex("article", "en", tex_body("en", footnote), links=True)
    keep("article.pdf", "article.pdf", english, numbers(english))

    latex("columns", "en", tex_body("en", footnote), options="9pt,a4paper,twocolumn", preamble=HANGING)
    keep("columns.pdf", "columns.pdf", english, numbers(english))

    latex("heads", "en", tex_body("en", footnote), preamble=HEADS + "\\urlstyle{same}", breaks="")
    keep("heads.pdf", "heads.pdf", english, numbers(english))

    ends = "\n\n".join(f"\\noindent {at + 1}. {tex_note(note)}" for at, note in enumerate(english))
    latex("endnotes", "en", tex_body("en", raised) + "\\section*{Notes}\\small\n" + ends)
    keep("endnotes.pdf", "endnotes.pdf", english, numbers(english))

    cited = [note for note in english if any(isinstance(part, U) for part in note["parts"])]
    works = "".join(f"\\bibitem{{k{at}}} {tex_note(note)}\n" for at, note in enumerate(cited))
    where = {id(note): at for at, note in enumerate(cited)}
    body = tex_body("en", lambda _, note: f" \\cite{{k{where[id(note)]}}}." if id(note) in where else "")
    latex("bibliography", "en", body + "\\begin{thebibliography}{99}\n" + works + "\\end{thebibliography}",
          options="9pt,a4paper,twocolumn")
    keep("bibliography.pdf", "bibliography.pdf", cited, numbers(cited))

    for language in ["de", "fr"]:
        latex(language, language, tex_body(language, footnote))
        keep(language + ".pdf", language + ".pdf", NOTES[language], numbers(NOTES[language]))
    latex("ru", "ru", tex_body("ru", footnote), xe=True)
    keep("ru.pdf", "ru.pdf", NOTES["ru"], numbers(NOTES["ru"]))

    run("qpdf", "--static-id", "--static-aes-iv", "--encrypt", "wells", "dams", "256", "--", "de.pdf", "locked.pdf")
    keep("locked.pdf", "locked.pdf", NOTES["de"], numbers(NOTES["de"]))


# Markdown, and what pandoc and LibreOffice make of it

def plain(text):
    return re.sub(r'([\\`*_\[\]<>#^~$|"\'@])', r"\\\1", text)


def markdown(language, links):
    def part(part):
        if isinstance(part, U):
            return f"<{part}>" if links else plain(part)
        return f"*{plain(part)}*" if isinstance(part, I) else plain(part)
    out, at, ends = [], 0, []
    for paragraph in paragraphs(language):
        words = []
        for sentence, note in paragraph:
            words.append(plain(sentence))
            if note is not None:
                at += 1
                words[-1] += f"[^{at}]"
                ends.append(f"[^{at}]: " + "".join(map(part, note["parts"])))
        out.append(" ".join(words))
    return "\n\n".join(out + ends) + "\n"


SECTION = re.compile(rb"<w:sectPr\s*/>|<w:sectPr>.*?</w:sectPr>", re.S)
TWO_COLUMNS = (b'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
               b'w:left="1134" w:header="700" w:footer="700" w:gutter="0"/><w:cols w:num="2" w:space="400"/></w:sectPr>')


def hyphenated(name, columns):
    """Lets a Word document hyphenate, in so many columns."""
    path = os.path.join(WORK, name)
    with zipfile.ZipFile(path) as old:
        parts = {part: old.read(part) for part in old.namelist()}
    settings = parts["word/settings.xml"]
    parts["word/settings.xml"] = settings.replace(b"</w:settings>", b"</w:settings>").replace(
        b"<w:zoom", b'<w:autoHyphenation w:val="true"/><w:zoom', 1)
    if columns > 1:
        parts["word/document.xml"] = SECTION.sub(TWO_COLUMNS, parts["word/document.xml"])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part, content in parts.items():
            new.writestr(zipfile.ZipInfo(part, (2014, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def write_markdown(name, language, links):
    with open(os.path.join(WORK, name + ".md"), "w", encoding="utf8") as file:
        file.write(markdown(language, links))


def pandoc(name, language, form):
    run("pandoc", "-f", "markdown-smart", "-s", "-M", "lang=" + language, "-M", "title=Wells", "-o",
        f"{name}.{form}", name + ".md")


def typeset_office():
    for name, language, links, columns in [("word", "en", True, 1), ("word-columns", "en", False, 2),
                                           ("word-ru", "ru", False, 1)]:
        write_markdown(name, language, links)
        pandoc(name, language, "docx")
        hyphenated(name + ".docx", columns)
        run("soffice", "--headless", "--convert-to", "pdf", name + ".docx")
        keep(name + ".pdf", name + ".pdf", NOTES[language], numbers(NOTES[language]))


def typeset_others():
    notes = NOTES["en"]
    write_markdown("notes", "en", True)
    keep("notes.md", "notes.md", notes, numbers(notes))
    for form in ["docx", "html", "odt", "epub", "rtf"]:
        pandoc("notes", "en", form)
        keep("notes." + form, "notes." + form, notes, numbers(notes))


if __name__ == "__main__":
    typeset_latex()
    typeset_links()
    typeset_office()
    typeset_others()
    shutil.rmtree(WORK)
