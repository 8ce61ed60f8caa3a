use super::super::limits::NOTES;
use super::super::view::view;
use super::read_wikitext;

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(view(&read_wikitext(source)).split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn notes_are_numbered_by_first_use_in_their_group() {
    check(
        "{{Infobox dam|opened=1969<ref name=open/>|height=80 m}}\n\
         The '''dam'''<ref>First [http://a.example/ ''source''].</ref> leaks.<ref name=\"open\" />{{efn|An aside.}}\n\
         <ref group=\"note\" name=x>Grouped.</ref> Again.<ref group=note name=x /> {{r|open|late}}\n\n\
         == References ==\n{{reflist|refs=\n<ref name=open>Opened, http://b.example/.</ref>\n\
         <ref name=late>Late.</ref><ref name=never>Never used.</ref>}}",
        &[
            "I1 1969{1}",
            "P2 The dam{2} leaks.{1}{a}{note 1} ‹3›Again.{note 1}{1}{3}",
            "H5 References",
            "[1]7 Opened, http://b.example/.",
            "[2]2 First *⟦source*|http://a.example/⟧.",
            "[a]2 An aside.",
            "[note 1]3 Grouped.",
            "[3]8 Late.",
            "[4]8 Never used.",
        ],
    );
}

#[test]
fn lists_define_notes_of_their_group() {
    check(
        "A{{refn|group=n|name=a}} b<ref name=b/>.\n<references>\n<ref name=b>B.</ref>\n</references>\n\
         <references group=n><ref name=a>A.</ref></references>\n{{notelist|refs={{efn|name=c|C.}}}}",
        &["P1 A{n 1} b{1}.", "[n 1]5 A.", "[1]3 B.", "[a]6 C."],
    );
    check("One<ref>1.</ref>\n<references>\nTwo<ref>2.</ref>", &["P1 One{1} ‹3›Two{2}", "[1]1 1.", "[2]3 2."]);
}

#[test]
fn references_print_their_fields() {
    check(
        "A<ref>{{cite web |url=http://a.example/?x=1{{!}}2&y=3#z |title=One [[Dam|dam]] |work=''Herald'' |last=Ng |first=Ann\n\
         |date=2 July 2013 |access-date={{date|5|August|2014}} |url-status=dead\n\
         |archive-url=https://archive.example/1/http://a.example/ |archive-date=6 August 2014}}{{dead link|url=http://no.example/}}</ref>",
        &[
            "P1 A{1}",
            "[1]1 Ann Ng, “One dam,” *Herald*, ‹2›2 July 2013, ‹1›⟦http://a.example/?x=1|2&y=3#z|http://a.example/?x=1|2&y=3#z⟧‹2›, \
             accessed 5 August 2014‹3›, archived 6 August 2014 at ⟦https://archive.example/1/http://a.example/|https://archive.example/1/http://a.example/⟧.",
        ],
    );
    check(
        "A<ref>{{Gazette|issue=7|title=Order|url=http://a.example/7}}</ref>",
        &["P1 A{1}", "[1]1 “Order,” ⟦http://a.example/7|http://a.example/7⟧."],
    );
    check("A<ref>{{cite web|title=|url=}} x</ref> {{citation needed|date=May 2014}}", &["P1 A{1}", "[1]1 x"]);
}

#[test]
fn an_identifier_stands_in_for_an_address() {
    check(
        "A<ref>{{cite journal|title=One|doi=10.1000/a.1}}</ref><ref>{{cite journal|title=Two|arxiv=1204.1|url=http://b.example/2}}</ref>\
         <ref>{{cite arxiv|title=Three|eprint=arXiv:1204.2}}</ref><ref>Four {{doi|10.1000/a.4}}</ref>",
        &[
            "P1 A{1}{2}{3}{4}",
            "[1]1 “One,” ⟦https://doi.org/10.1000/a.1|https://doi.org/10.1000/a.1⟧.",
            "[2]1 “Two,” ⟦http://b.example/2|http://b.example/2⟧.",
            "[3]1 “Three,” ⟦https://arxiv.org/abs/1204.2|https://arxiv.org/abs/1204.2⟧.",
            "[4]1 Four doi:10.1000/a.4",
        ],
    );
}

#[test]
fn archives_belong_to_the_source_before_them() {
    check(
        "A<ref>[http://a.example/ One]. {{webarchive|url=https://web.archive.org/web/2014/http://a.example/|date=3 May 2014}}</ref>\
         <ref>[http://b.example/ Two] {{wayback|url=http://b.example/|date=20130703000000}}</ref>\
         <ref>{{Webarchiv|url=http://c.example/|wayback=2012|text=Three}}</ref>",
        &[
            "P1 A{1}{2}{3}",
            "[1]1 ⟦One|http://a.example/⟧, archived 3 May 2014 at \
             ⟦https://web.archive.org/web/2014/http://a.example/|https://web.archive.org/web/2014/http://a.example/⟧.",
            "[2]1 ⟦Two|http://b.example/⟧, archived at \
             ⟦https://web.archive.org/web/20130703000000/http://b.example/|https://web.archive.org/web/20130703000000/http://b.example/⟧.",
            "[3]1 “Three,” ⟦http://c.example/|http://c.example/⟧, archived at \
             ⟦https://web.archive.org/web/2012/http://c.example/|https://web.archive.org/web/2012/http://c.example/⟧.",
        ],
    );
}

#[test]
fn short_references_are_notes_of_their_own() {
    check(
        "A{{sfn|Ng|Orr|2010|p=3}} b{{sfn|Ng|Orr|2010|p=3}} c{{sfn|Ng|2011|loc=ch. 2}}{{sfnm|1a1=Ng|1y=2010|1p=3|2a1=Orr|2y=2012}}\
         <ref>See {{harvnb|Ng|2010|pp=4–5}}.</ref>\n== Bibliography ==\n* {{cite book|last=Ng|first=Ann|last2=Orr|year=2010|title=Dams}}\n\
         * B. Orr: ''Weirs'', 2012.",
        &[
            "P1 A{1} b{1} c{2}{3}{4}",
            "H2 Bibliography",
            "[1]1 Ng & Orr 2010, p. 3",
            "[2]1 Ng 2011, ch. 2",
            "[3]1 Ng 2010, p. 3; Orr 2012",
            "[4]1 See Ng 2010, p. 4–5.",
            "[work:]3 Ann Ng, Orr, “Dams,” 2010.",
            "[work:]4 B. Orr: *Weirs*, 2012.",
        ],
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    check(
        "<!-- [http://no.example/1 x] -->A <nowiki>[http://no.example/2 x]</nowiki>b<NOWIKI />c.\n\
         <syntaxhighlight lang=py>\nget('http://no.example/3')\n</syntaxhighlight>__NOTOC__\n\n\
         {| class=wikitext\n|+ Dams\n|-\n! Year\n|-\n| style=\"x\" | 2010 || [http://a.example/ Table]\n|}\n\
         [[File:Dam.jpg|thumb|The dam<ref>{{cite web|title=One|url=http://b.example/a__B__c}}</ref>]][[Category:Dams]]\n\
         ; Term\n# [http://c.example/ three]\n# [[http://d.example/ four]]\n{{Infobox|site={{URL|www.e.example/x}}|image=http://f.example/i}}",
        &[
            "P1 A bc.",
            "I7 Dams",
            "I9 Year",
            "I11 2010",
            "I11 ⟦Table|http://a.example/⟧",
            "I13 The dam{1}",
            "I14 Term",
            "I15 ⟦three|http://c.example/⟧",
            "I16 ⟦four|http://d.example/⟧",
            "I17 ⟦www.e.example/x|http://www.e.example/x⟧",
            "I17 http://f.example/i",
            "[1]13 “One,” ⟦http://b.example/a__B__c|http://b.example/a__B__c⟧.",
        ],
    );
}

#[test]
fn reads_references_in_other_languages() {
    let link = "⟦http://a.example/1|http://a.example/1⟧";
    for (source, expected) in [
        (
            "{{Статья|автор=Иванов И.|заглавие=Одна|ссылка=§|издание=Вестник|год=2010|дата обращения=5 августа 2014}}",
            "Иванов И., “Одна,” *Вестник*, 2010, L, accessed 5 августа 2014.",
        ),
        (
            "{{Книга|автор=Петров|заглавие=Одна|ссылка=§|издательство=Наука|год=1969}}",
            "Петров, “Одна,” Наука, 1969, L.",
        ),
        (
            "{{Lien web|auteur=Anne Ng|url=§|titre=Un|site=Revue|jour=4|mois=mai|année=2011|consulté le=1 juin 2013}}",
            "Anne Ng, “Un,” *Revue*, 4 mai 2011, L, accessed 1 juin 2013.",
        ),
        (
            "{{Article|nom1=Ng|prénom1=Anne|titre=Un|périodique=Revue|lire en ligne=§}}",
            "Anne Ng, “Un,” *Revue*, L.",
        ),
        (
            "{{Internetquelle|autor=A. Ng|url=§|titel=Eins|hrsg=Amt|datum=2013-07-02|abruf=2014-08-05}}",
            "A. Ng, “Eins,” Amt, 2013-07-02, L, accessed 2014-08-05.",
        ),
        (
            "{{Literatur|Autor=A. Ng|Titel=Eins|Sammelwerk=Jahrbuch|Online=[§ online]}}",
            "A. Ng, “Eins,” *Jahrbuch*, L.",
        ),
        (
            "{{cita web|url=§|título=Uno|obra=Diario|fechaacceso=5 de agosto de 2014}}",
            "“Uno,” *Diario*, L, accessed 5 de agosto de 2014.",
        ),
        (
            "{{citar web|url=§|titulo=Um|publicado=Diário|acessodata=3 de maio de 2012}}",
            "“Um,” Diário, L, accessed 3 de maio de 2012.",
        ),
        (
            "{{cita web|url=§|titolo=Uno|sito=Giornale|accesso=3 maggio 2012}}",
            "“Uno,” *Giornale*, L, accessed 3 maggio 2012.",
        ),
        (
            "{{cite web|посилання=§|назва=Одна|видавець=Вісник|дата-доступу=5 серпня 2014}}",
            "“Одна,” Вісник, L, accessed 5 серпня 2014.",
        ),
        (
            "{{Cytuj|url=§|tytuł=Jeden|opublikowany=Gazeta|data dostępu=2014-08-05}}",
            "“Jeden,” Gazeta, L, accessed 2014-08-05.",
        ),
        ("{{Cite web|和書|url=§|title=一つ|accessdate=2014年8月5日}}", "“一つ,” L, accessed 2014年8月5日."),
        ("{{استشهاد ويب|مسار=§|عنوان=واحد|تاريخ الوصول=2014-08-05}}", "“واحد,” L, accessed 2014-08-05."),
    ] {
        let source = format!("A<ref>{}</ref>", source.replace('§', "http://a.example/1"));
        check(&source, &["P1 A{1}", &format!("[1]1 {}", expected.replace(" L", &format!(" {link}")))]);
    }
}

#[test]
fn survives_what_is_unclosed_or_deep() {
    let sample = "{{Infobox|a=<ref name=b>x [http://a.example/ [[b]] ''c'']</ref>}}\n{|\n|| a || b\n== d ==\n__E__ <!-- ć";
    for end in (0..=sample.len()).filter(|end| sample.is_char_boundary(*end)) {
        read_wikitext(&sample[..end]);
        read_wikitext(&sample[end..]);
    }
    for piece in [
        "{{",
        "[[",
        "{{a|",
        "[http://a.example/ ",
        "<ref>",
        "{{a|b=<ref name=c>",
        "<!--",
        "<nowiki>",
        "''",
        "}}",
        "{{a|[http://",
        "<ref name=\"",
    ] {
        read_wikitext(&piece.repeat(20_000));
    }
}

#[test]
fn notes_beyond_the_limit_are_not_read() {
    let document = read_wikitext(&format!("A{} b", "<ref>x</ref>".repeat(NOTES + 3)));
    assert_eq!(document.notes.len(), NOTES);
    let told = "there are more than 100,000 notes, which is the limit: the rest was left out";
    assert_eq!(document.warnings, [told]);
}
