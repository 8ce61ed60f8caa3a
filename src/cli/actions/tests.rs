use super::*;

fn action(number: usize) -> Action {
    Action {
        document: "reports/river-dams.txt".to_owned(),
        place: format!("Footnote {number}, page 4"),
        verdict: Verdict::Dead,
        reason: "The server says that there is no such page (404 Not Found).",
        work: "“Dam No. 42 Ready, ‘On Time’”".to_owned(),
        address: Some("http://dams.example/42".to_owned()),
        change: None,
        advice: "Cite the archived copy",
        capture: Some(("archived 3 July 2013".to_owned(), "https://archive.example/1".to_owned())),
    }
}

fn survey() -> Action {
    Action {
        document: "reports/press.md".to_owned(),
        place: "In the text, line 7".to_owned(),
        verdict: Verdict::Moved,
        reason: "The page itself sends its readers on to another address.",
        work: "survey.example".to_owned(),
        advice: "Update the address",
        capture: None,
        ..action(0)
    }
}

/// What somebody sees who has neither colours nor links.
fn seen(actions: &[Action], width: usize) -> String {
    let text = grid(actions, Some(Path::new("output/audit.html")), width).text(false);
    anstream::adapter::strip_str(&text).to_string()
}

#[test]
fn nothing_to_do_is_said() {
    assert_eq!(seen(&[], 80), "No citation needs action.\n");
}

#[test]
fn on_a_narrow_screen_the_facts_stand_below_each_other() {
    assert_eq!(
        seen(&[action(12)], 80),
        "\
reports/river-dams.txt: 1 citation needs action
  Footnote 12, page 4  “Dam No. 42 Ready, ‘On Time’”
                       dead: The server says that there is no such page (404 Not
                       Found).
                       Cite the archived copy: archived 3 July 2013
"
    );
    assert_eq!(
        seen(&[action(12), survey()], 60),
        "\
reports/river-dams.txt: 1 citation needs action
  Footnote 12, page 4  “Dam No. 42 Ready, ‘On Time’”
                       dead: The server says that there is
                       no such page (404 Not Found).
                       Cite the archived copy: archived 3
                       July 2013
reports/press.md: 1 citation needs action
  In the text, line 7  survey.example
                       moved: The page itself sends its
                       readers on to another address.
                       Update the address
"
    );
}

#[test]
fn on_a_wide_screen_each_fact_has_its_column() {
    assert_eq!(
        seen(&[action(12), survey()], 120),
        "\
reports/river-dams.txt: 1 citation needs action
  Footnote 12, page 4  dead        “Dam No. 42 Ready, ‘On  The server says that there is no   Cite the archived copy
                                   Time’”                  such page (404 Not Found).         archived 3 July 2013
reports/press.md: 1 citation needs action
  In the text, line 7  moved       survey.example          The page itself sends its readers  Update the address
                                                           on to another address.
"
    );
    let widest = seen(&[action(12), survey()], 200);
    let lines: Vec<&str> = widest.lines().collect();
    assert_eq!(
        lines[1],
        "  Footnote 12, page 4  dead        “Dam No. 42 Ready, ‘On Time’”                           \
         The server says that there is no such page (404 Not Found).                        Cite the archived copy"
    );
}

#[test]
fn what_is_new_is_said() {
    let news = Action { change: Some("Newly dead: was alive on 3 July 2026.".to_owned()), ..action(12) };
    for width in [80, 120] {
        let text = seen(std::slice::from_ref(&news), width);
        let words: Vec<&str> = text.split_whitespace().collect();
        assert!(words.join(" ").contains("Newly dead:"), "{text}");
        assert!(!seen(&[action(12)], width).contains("Newly"));
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    let long = |letters: &str| Action {
        document: letters.repeat(60),
        place: format!("Footnote “{}”", letters.repeat(20)),
        work: letters.repeat(90),
        ..action(1)
    };
    let actions = [long("a"), long("日本"), long("a b "), long("ё"), long("शब्द")];
    for width in [60, 79, 100, 119, 120, 121, 160, 200] {
        for line in seen(&actions, width).lines() {
            assert!(Piece::new(line).width() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn wide_letters_keep_the_columns_straight() {
    let title = Action {
        work: "“日本語の新聞記事の題名がここにあります”".to_owned(), ..action(1)
    };
    assert_eq!(
        seen(&[title], 120),
        "\
reports/river-dams.txt: 1 citation needs action
  Footnote 1, page 4  dead        “日本語の新聞記事の題   The server says that there is no    Cite the archived copy
                                  名がここにあります”     such page (404 Not Found).          archived 3 July 2013
"
    );
}

#[test]
fn the_rest_is_counted_and_its_place_named() {
    let many: Vec<Action> = (1..=12).map(action).chain([survey()]).collect();
    for (shown, end) in [
        (10, None),
        (11, Some("1 more citation needs action; see output/audit.html")),
        (13, Some("3 more citations need action; see output/audit.html")),
    ] {
        let text = seen(&many[..shown], 80);
        let heading = format!("reports/river-dams.txt: {} citations need action", shown.min(12));
        assert_eq!(text.lines().next(), Some(heading.as_str()));
        assert_eq!(text.lines().filter(|line| line.contains("Footnote")).count(), 10);
        match end {
            Some(end) => assert_eq!(text.lines().last(), Some(end)),
            None => assert!(!text.contains("more citation"), "{text}"),
        }
    }
    let unwritten = grid(&many, None, 80).text(false);
    assert!(unwritten.ends_with("\n3 more citations need action.\n"), "{unwritten}");
}

#[test]
fn the_document_with_the_worst_comes_first() {
    let headings = |actions: &[Action]| -> Vec<String> {
        seen(actions, 80).lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect()
    };
    assert_eq!(
        headings(&[action(3), survey(), action(1), action(2)]),
        ["reports/river-dams.txt: 3 citations need action", "reports/press.md: 1 citation needs action"]
    );
    assert_eq!(
        headings(&[survey(), action(1), action(2)]),
        ["reports/press.md: 1 citation needs action", "reports/river-dams.txt: 2 citations need action"]
    );
}

#[test]
fn the_report_to_open_is_the_one_for_people() {
    let written = |names: &[&str]| names.iter().map(|name| Path::new("out").join(name)).collect::<Vec<_>>();
    for (names, expected) in [
        (&["audit.csv", "audit.md", "audit.html"][..], Some("out/audit.html")),
        (&["audit.json", "audit.csv"], Some("out/audit.csv")),
        (&["audit.sarif"], Some("out/audit.sarif")),
        (&[], None),
    ] {
        assert_eq!(report(&written(names)), expected.map(Path::new));
    }
}

/// A title that repaints the screen, forges a line, opens a link and turns its neighbours round.
#[test]
fn nothing_from_outside_acts_on_the_screen() {
    let hostile = Action {
        document: "a\u{1b}[2J\nb.md".to_owned(),
        place: "Footnote “\u{9b}31m”".to_owned(),
        work: "“x\u{1b}]8;;http://evil.example\u{7}y\r\nerror: forged \u{202e}fdp.exe שלום”".to_owned(),
        address: Some("http://a.example/\u{1b}\\\u{1b}]0;owned\u{7}x".to_owned()),
        capture: Some(("archived\u{1b}c".to_owned(), "javascript:alert(1)".to_owned())),
        ..action(1)
    };
    for width in [60, 120] {
        let text = grid(std::slice::from_ref(&hostile), None, width).text(true);
        let allowed = |c: char| c == '\n' || !c.is_control();
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert!(plain.chars().all(allowed), "{plain:?}");
        assert!(
            !plain.contains('\u{202e}') && !plain.lines().any(|line| line.starts_with("error")),
            "{plain}"
        );
        // What is left of escapes are our own colours and the one link that is an address.
        let number = if width == 60 { 3 } else { 4 };
        let target = format!("\u{1b}]8;id=ibid-{number};http://a.example/%1B/%1B]0;owned%07x\u{1b}\\");
        let ours = text.replace(&target, "").replace("\u{1b}]8;;\u{1b}\\", "");
        let ours = ours.replace("\u{1b}[1m", "").replace("\u{1b}[31m", "").replace("\u{1b}[0m", "");
        assert!(text.contains(&target) && !ours.contains('\u{1b}'), "{ours:?}");
        assert!(text.contains("\u{2068}"), "letters that run from right to left are kept apart: {text:?}");
    }
}

#[test]
fn the_source_and_its_capture_are_links() {
    let text = grid(&[action(12)], None, 120).text(true);
    for link in [
        "\u{1b}]8;id=ibid-4;http://dams.example/42\u{1b}\\“Dam No. 42 Ready, ‘On\u{1b}]8;;\u{1b}\\",
        "\u{1b}]8;id=ibid-4;http://dams.example/42\u{1b}\\Time’”\u{1b}]8;;\u{1b}\\",
        "\u{1b}]8;id=ibid-7;https://archive.example/1\u{1b}\\archived 3 July 2013\u{1b}]8;;\u{1b}\\",
    ] {
        assert!(text.contains(link), "{text:?}");
    }
}
