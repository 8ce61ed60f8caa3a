//! Whole texts with invented names: which lines are notes, and what marks them.

use super::read_text;
use crate::model::MarkKind;

/// Labels and first words of the notes, and how many of them are marked in the body.
fn notes(text: &str) -> (Vec<(String, String)>, usize) {
    let document = read_text(text);
    let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    let notes = document.notes.iter().map(|note| (note.label.clone(), first(&note.text.text))).collect();
    let marks = document.body.iter().flat_map(|block| &block.text.marks);
    (notes, marks.filter(|mark| matches!(mark.kind, MarkKind::NoteRef(_))).count())
}

fn owned(notes: &[(&str, &str)]) -> Vec<(String, String)> {
    notes.iter().map(|(label, word)| ((*label).to_owned(), (*word).to_owned())).collect()
}

/// A text whose five notes are marked and labelled as `style` makes it of their numbers.
fn labelled(marker: impl Fn(u32) -> String, label: impl Fn(u32) -> String) -> String {
    let body = format!(
        "Report on water\n\nThe board met in May.{} It closed the dam.{} Nobody knew why.{}\nThe year was dry \
         and the rest followed.{}\nThe dam was opened again in June.{}\n\n",
        marker(1),
        marker(2),
        marker(3),
        marker(4),
        marker(5)
    );
    let texts = [
        "Water Board, “Report,” https://www.gorod.example/files/annual-\nreport.pdf. See also p. 4",
        "Agency, “Report,” http://news.gorod.example/1/hi/7.htm",
        "@waterwatch, “Dam closed,” https://short.example/1",
        "#dam, “A tag,” https://short.example/2",
        "2012 Annual Report, Water Board, https://www.gorod.example/2012",
    ];
    let notes: Vec<String> =
        (1..).zip(texts).map(|(number, text)| format!("{} {text}\n", label(number))).collect();
    body + &notes.concat()
}

const FIVE: [(&str, &str); 5] =
    [("1", "Water"), ("2", "Agency,"), ("3", "@waterwatch,"), ("4", "#dam,"), ("5", "2012")];

#[test]
fn labels_with_carets_and_brackets() {
    let caret = |number: u32| format!("^{number}");
    assert_eq!(notes(&labelled(caret, caret)), (owned(&FIVE), 5));
    let bracket = |number: u32| format!("({number})");
    assert_eq!(notes(&labelled(bracket, bracket)), (owned(&FIVE), 5));
    let spaced = |number: u32| format!(" ({number})");
    assert_eq!(notes(&labelled(spaced, bracket)), (owned(&FIVE), 5));
    let dotted = |number: u32| format!("{number}.");
    assert_eq!(notes(&labelled(|number| number.to_string(), dotted)), (owned(&FIVE), 5));
}

#[test]
fn the_sections_of_a_law_are_no_notes() {
    let law = "The Water Act\n\n\
        (1) A board shall be set up under subsection (2) for every lake.\n\
        (2) The board shall (a) meet and (b) report, subject to paragraph (1).\n\
        (3) In this Act, lake means (1) a lake, (2) a pond.\n\
        (4) The Minister may, under subsection (3), make rules.\n";
    assert_eq!(notes(law), (Vec::new(), 0));
}

#[test]
fn numbers_of_formulas_leave_no_note_behind() {
    let text = "Report\n\nIt fell.¹ It rose.² It stayed.³ It was about 10⁴ litres, or 5 km⁴, and CO4 and 3 m⁴.\n\n\
        Notes\n\n¹ Board, 2012.\n² Agency, 2013.\n³ Fund, 2014.\n";
    assert_eq!(notes(text), (owned(&[("1", "Board,"), ("2", "Agency,"), ("3", "Fund,")]), 3));
}

#[test]
fn a_text_that_breaks_off_keeps_the_markers_of_lost_notes() {
    let text = "Report\n\nIt fell.¹ It rose.² It stayed.³ It went.⁴ More.\n\n\
        Notes\n\n¹ Board, 2012.\n² Agency, 2013.\n³ Fund, 2014.\n";
    assert_eq!(notes(text), (owned(&[("1", "Board,"), ("2", "Agency,"), ("3", "Fund,"), ("4", "")]), 4));
}

#[test]
fn the_last_note_of_a_file_goes_on_where_its_text_does() {
    let head = "Text.1 More.2\n\nNotes\n\n1. Foo, \"One, a fairly long title,\" News, https://a.example/x.\n";
    for tail in [
        "2. Bar, \"Two,\" https://b.example/2019/reg-\n   pfo/water.html (accessed 11 May 2021).\n",
        "2. Bar, \"Two,\" https://b.example/two-\nthree.html (accessed\n4 May 2021).\n",
        "2. Bar, \"Two,\"\n   https://b.example/two.html\n   (accessed 11 May 2021); Poe, \"C,\"\n   https://c.example/c (accessed 12 May 2021).\n",
    ] {
        let document = read_text(&format!("{head}{tail}"));
        let last = document.notes.last().expect("a note");
        assert_eq!(last.text.text.trim_end(), tail[3..].trim_end().replace("   ", ""), "{tail}");
    }
}

#[test]
fn tags_in_brackets_are_the_labels_of_works() {
    let text = "Gauges report levels [RFC7230].\n\n2. References\n\n2.1. Normative References\n\n\
        [RFC7230]  Fielding, R., \"Hypertext Transfer\n           Protocol\", RFC 7230, June 2014,\n           <http://rfc.example/7230>.\n\n\
        [GAUGE]    River Office, \"Gauge Manual\", May 2012,\n           <http://river.example/manual>.\n\n\
        [1]        Moe, P., \"Levels\", 2013, <http://levels.example/>.\n\n\
        Author's Address\n\n   Tor Lie, 2014\n   URI: http://lie.example/\n";
    assert_eq!(notes(text).0, owned(&[("RFC7230", "Fielding,"), ("GAUGE", "River"), ("1", "Moe,")]));
}

#[test]
fn one_page_with_two_columns_is_read_column_by_column() {
    let left = "Gauges measure the tide. They are read\nby hand or by radio, and the oldest is\nfrom 1841 and stands in a hut behind\n\
        the customs house [1]. It is read each\nmorning by the same family, who have\ndone so for five generations without\n\
        a single gap in the record, which is\nremarkable. The others are younger and\nless well kept [2]; some were moved\n\
        more than once, and of two nobody knows\nany more where they stood before the\nwar. Their records were kept in the\n\
        harbour office until it burnt down in\n1951, and the copies in the capital\nare incomplete for the later years.";
    let right = "The results agree with what the office\nfound ten years ago, and differ by less\nthan a hand from the oldest marks. The\n\
        drift is the same in every harbour of\nthe north, and nobody has explained it\nso far to anybody\u{2019}s satisfaction.\n\n\
        References\n\n[1] Moe, Gauges of the fjords, 2011,\n    http://coast.example/12/3/\n    gauges.pdf\n\
        [2] Harbour Office, Harbours, 2012,\n    http://harbour.example/figures\n    (accessed 3 May 2013).";
    let rows = left.lines().zip(right.lines());
    let text: String = rows.map(|(left, right)| format!("{left:<45}{right}\n")).collect();
    let document = read_text(&text);
    assert_eq!(notes(&text), (owned(&[("1", "Moe,"), ("2", "Harbour")]), 2));
    assert_eq!(
        document.notes[0].text.text,
        "Moe, Gauges of the fjords, 2011,\nhttp://coast.example/12/3/\ngauges.pdf"
    );
}

#[test]
fn the_number_of_a_page_stands_in_no_sentence() {
    let text = "The court dismissed the claim, because\n– 13 –\nthe time was over.\n";
    let document = read_text(text);
    assert_eq!(document.body[0].text.text, "The court dismissed the claim, because\x0cthe time was over.");
}

#[test]
fn the_signature_of_a_message_is_no_part_of_its_notes() {
    let text = "From: Kim\nSubject: Silt\n\nThe board [1] said so.\n\n[1] http://board.example/silt\n\n-- \nKim\nhttp://kim.example/\n";
    let document = read_text(text);
    assert!(document.notes.iter().all(|note| !note.text.text.contains("kim")));
    assert!(document.body.iter().all(|block| !block.text.text.contains("kim.example")));
}

/// A list of works without numbers, hung, of two lines an entry.
fn hung(first: impl Fn(u32) -> String) -> String {
    let entry = |number: u32| {
        let day = if number == 1 { "1. Mai".to_owned() } else { format!("{}. Juni", 26 - number) };
        format!("{}\n    {day} 2012, http://a.example/{number}.\n", first(number))
    };
    let entries: String = (1..=14).map(entry).collect();
    format!("Es war ein trockenes Jahr.\n\nInternetquellen\n\n{entries}")
}

#[test]
fn days_are_no_labels_of_a_list() {
    let document = read_text(&hung(|number| format!("„Der Brunnen {number}“, Stadtblatt,")));
    let labels: Vec<&str> = document.notes.iter().map(|note| note.label.as_str()).collect();
    assert_eq!(labels, [""; 14]);
}

#[test]
fn entries_are_labelled_with_their_keys() {
    let document = read_text(&hung(|number| format!("[Bek{number:02}] Anna Bek, Der Brunnen,")));
    let labels: Vec<&str> = document.notes.iter().map(|note| note.label.as_str()).collect();
    assert_eq!(labels[..2], ["Bek01", "Bek02"]);
    assert!(document.notes[0].text.text.starts_with("Anna Bek"), "{}", document.notes[0].text.text);
}

#[test]
fn what_leads_to_an_address_begins_no_entry() {
    let text = "It was a dry year.\n\nReferences\n\nJohn Moe. A vanished page. URL http://a.example/page.\n\
        Accessed: 2021-02-03.\nJane Roe and Jon Lie. The river report, 2019.\nURL http://b.example/report.\n\
        Tor Lie. The tide, 2018.\nURL http://c.example/tide.\n";
    let document = read_text(text);
    let firsts: Vec<&str> = document.notes.iter().map(|note| &note.text.text[..8]).collect();
    assert_eq!(firsts, ["John Moe", "Jane Roe", "Tor Lie."]);
}

/// Three notes as `number` prints their numbers: labels and first words, and the body.
fn eastern(number: impl Fn(usize) -> String) -> (Vec<(String, String)>, String) {
    let text = format!(
        "水の供給は減少している{}。調査は2012年に行われた{}。包括①井、②川。\n結論は別に示す{}。\n\n\
         {} 厚生省「水道」 https://a.example/1\n{} 山田「川」 https://a.example/2\n{} 佐藤「井」 https://a.example/3\n",
        number(1),
        number(2),
        number(3),
        number(1),
        number(2),
        number(3),
    );
    let body = read_text(&text).body.into_iter().map(|block| block.text.text).collect::<Vec<_>>().join("|");
    (notes(&text).0, body)
}

#[test]
fn eastern_texts_number_their_notes_in_ways_of_their_own() {
    let circled = |number: usize| "①②③".chars().nth(number - 1).map(String::from).unwrap_or_default();
    let wide = |number: usize| "１２３".chars().nth(number - 1).map(String::from).unwrap_or_default();
    let ways: [&dyn Fn(usize) -> String; 8] = [
        &circled,
        &|number| format!("（{number}）"),
        &|number| format!("{}）", wide(number)),
        &|number| format!("注{number}"),
        &|number| format!("[注{number}]"),
        &|number| format!("*{number}"),
        &|number| format!("［{number}］"),
        &|number| format!("{number}）"),
    ];
    for way in ways {
        let (notes, body) = eastern(way);
        assert_eq!(
            notes,
            owned(&[("1", "厚生省「水道」"), ("2", "山田「川」"), ("3", "佐藤「井」")]),
            "{}",
            way(1)
        );
        let text = "水の供給は減少している。調査は2012年に行われた。包括①井、②川。 結論は別に示す。";
        assert_eq!(body.replace('\n', " "), text, "{}", way(1));
    }
}

#[test]
fn a_list_in_a_sentence_has_no_notes() {
    let text = "措置包括：①加强供水，②减少浪费，③修理水井。\n\n①加强供水\n供水公司将扩建。\n②减少浪费\n家庭将安装水表。\n③修理水井\n农村将获得新井。\n";
    assert_eq!(notes(text), (Vec::new(), 0));
}

#[test]
fn the_bracket_of_a_marker_goes_with_it() {
    let text = "물 공급이 줄고 있다.1) 조사는 끝났다.2) 결론은 따로 적는다.3)\n\n\
        1) https://a.example/1\n2) https://a.example/2\n3) https://a.example/3\n";
    assert_eq!(read_text(text).body[0].text.text, "물 공급이 줄고 있다. 조사는 끝났다. 결론은 따로 적는다.");
}
