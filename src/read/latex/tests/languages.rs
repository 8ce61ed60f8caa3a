use super::super::super::encoding;
use super::super::read_latex;
use super::check;

#[test]
fn reads_french() {
    check(
        "\\usepackage[french]{babel}Les \\'el\\`eves \\og{}g\\^en\\'es\\fg{} de \\c{C}a va\\,: c{\\oe}ur na\\\"{\\i}f.\\footnote{Consult\\'e le 2~juillet 2013, \\url{http://a.example/\\'ete}.}",
        &[
            "P1 Les élèves « gênés » de Ça va\u{a0}: cœur naïf.{1}",
            "[1]1 Consulté le 2\u{a0}juillet 2013, ⟦http://a.example/ete|http://a.example/ete⟧.",
        ],
    );
}

#[test]
fn reads_german() {
    check(
        "\\usepackage[ngerman]{babel}Die Stra\"se \"`M\"uller\"' und S\\\"ud\\-dorf, stra{\\ss}e \\glqq so\\grqq{}.\\footnote{Abgerufen am 2.\\,Juli 2013.}",
        &["P1 Die Straße „Müller“ und Süddorf, straße „so“.{1}", "[1]1 Abgerufen am 2.\u{a0}Juli 2013."],
    );
}

#[test]
fn reads_spanish() {
    check(
        "?`D\\'onde est\\'a la ni\\~na? <<As\\'{\\i}>>, dijo el 1\\textordmasculine.",
        &["P1 ¿Dónde está la niña? «Así», dijo el 1º."],
    );
}

#[test]
fn reads_russian_of_every_encoding() {
    let source = "\\documentclass{article}\n\\usepackage[T2A]{fontenc}\n\\usepackage[cp1251]{inputenc}\n\\usepackage[russian]{babel}\n\\begin{document}\nВода \"--- это <<жизнь>>.\\footnote{Дата обращения: 2 июля 2013. \\url{http://a.example/}}\n\\end{document}\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(source);
    for bytes in [source.as_bytes(), &bytes] {
        let decoded = encoding::decode(bytes).expect("text");
        let document = read_latex(&decoded.text, &|_| None);
        assert_eq!(document.body[0].text.text, "Вода — это «жизнь».");
        assert!(document.notes[0].text.text.starts_with("Дата обращения: 2 июля 2013. http://a.example/"));
    }
    let (bytes, _, _) = encoding_rs::KOI8_R.encode("\\usepackage[koi8-r]{inputenc}\nВода");
    assert!(encoding::decode(&bytes).expect("text").text.ends_with("Вода"));
}

#[test]
fn reads_plain_tex() {
    check(
        "\\beginsection Water\n\nA dam.\\footnote*{One} A well.\\footnote{$^2$}{Two \\it wide\\/.}\n\\bye\nRest",
        &["P1 Water", "P3 A dam.{*} A well.{2}", "[*]3 One", "[2]3 Two *wide.*"],
    );
}
