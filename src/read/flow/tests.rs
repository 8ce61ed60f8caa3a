use super::*;

fn flow(text: &str) -> Flow {
    let mut flow = Flow::default();
    flow.push(text, None);
    flow
}

fn line(number: u32) -> Place {
    Place { page: None, line: Some(number), source: None }
}

#[test]
fn collapses_blanks_and_keeps_lines() {
    let mut flow = Flow::default();
    flow.push("  One\ttwo\n  three ", Some(7));
    flow.push("\n four\u{a0}five", Some(9));
    let passage = flow.finish(Some);
    assert_eq!(passage.text, "One two three four\u{a0}five");
    assert_eq!(passage.places, [(0, line(7)), (8, line(8)), (14, line(10))]);
}

#[test]
fn marks_begin_and_end_with_a_character() {
    let mut flow = flow("See");
    flow.open(Sign::Link("http://a.example/".into()));
    flow.push(" the ", None);
    flow.open(Sign::Emphasis);
    flow.push("Herald ", None);
    flow.close();
    flow.close();
    flow.open(Sign::Emphasis);
    flow.close();
    flow.push("too", None);
    let passage = flow.finish(Some);
    assert_eq!(passage.text, "See the Herald too");
    let marks: Vec<_> = passage.marks.iter().map(|mark| (mark.range.clone(), mark.kind.clone())).collect();
    assert_eq!(marks, [(4..14, MarkKind::Link("http://a.example/".into())), (8..14, MarkKind::Emphasis)]);
}

#[test]
fn a_marker_leaves_no_hanging_blank() {
    let mut flow = flow("As said ");
    flow.note_ref(3);
    flow.push(", and so on.", None);
    flow.note_ref(4);
    flow.push(" Then", None);
    let passage = flow.finish(|note| Some(note + 1));
    assert_eq!(passage.text, "As said, and so on. Then");
    let marks: Vec<_> = passage.marks.into_iter().map(|mark| (mark.range, mark.kind)).collect();
    assert_eq!(marks, [(7..7, MarkKind::NoteRef(4)), (19..19, MarkKind::NoteRef(5))]);
}

#[test]
fn takes_markers_out() {
    let mut flow = flow("One [1] two [2, 3]. http://a.example/");
    flow.signs.push((20..37, Sign::Link("x".into())));
    flow.take_out(&[(4..7, vec![0]), (12..18, vec![1, 2])]);
    let passage = flow.finish(Some);
    assert_eq!(passage.text, "One two. http://a.example/");
    let marks: Vec<_> = passage.marks.into_iter().map(|mark| (mark.range, mark.kind)).collect();
    assert_eq!(marks[0], (3..3, MarkKind::NoteRef(0)));
    assert_eq!(marks[1], (7..7, MarkKind::NoteRef(1)));
    assert_eq!(marks[2], (7..7, MarkKind::NoteRef(2)));
    assert_eq!(marks[3], (9..26, MarkKind::Link("x".into())));
}

#[test]
fn what_is_marked_ends_with_its_part() {
    let mut flow = flow("One two  Three");
    flow.signs.push((0..14, Sign::Link("x".into())));
    flow.signs.push((4..7, Sign::Emphasis));
    flow.signs.push((8..14, Sign::Link("of a blank".into())));
    let marks: Vec<Vec<_>> = flow
        .split(&["One two ".len()])
        .into_iter()
        .map(|part| part.finish(Some).marks.into_iter().map(|mark| (mark.range, mark.kind)).collect())
        .collect();
    assert_eq!(
        marks,
        [
            vec![(0..7, MarkKind::Link("x".into())), (4..7, MarkKind::Emphasis)],
            vec![(0..5, MarkKind::Link("of a blank".into()))],
        ]
    );
}

#[test]
fn splits_at_line_breaks() {
    let mut flow = Flow::default();
    flow.push("1. One", Some(1));
    flow.line_break();
    flow.open(Sign::Emphasis);
    flow.push("2. Two", Some(2));
    flow.close();
    flow.line_break();
    flow.push("more", Some(3));
    assert_eq!(flow.breaks, [7, 14]);
    let parts: Vec<_> = flow.split(&[7]).into_iter().map(|part| part.finish(Some)).collect();
    assert_eq!(parts[0].text, "1. One");
    assert_eq!(parts[0].places, [(0, line(1))]);
    assert_eq!(parts[1].text, "2. Two more");
    assert_eq!(parts[1].marks, [Mark { range: 0..6, kind: MarkKind::Emphasis }]);
    assert_eq!(parts[1].places, [(0, line(2)), (7, line(3))]);
}

#[test]
fn appends_paragraphs() {
    let mut first = flow("One.");
    let mut second = Flow::default();
    second.open(Sign::Emphasis);
    second.push("Two.", Some(4));
    second.close();
    first.append(second);
    let passage = first.finish(Some);
    assert_eq!(passage.text, "One. Two.");
    assert_eq!(passage.marks[0].range, 5..9);
    assert_eq!(passage.places, [(5, line(4))]);
}
