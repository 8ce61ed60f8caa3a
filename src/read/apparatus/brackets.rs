//! Brackets that are left around markers when these are taken out of the text: `[{1}, {2}]`.

use super::super::flow::{Flow, Sign};

/// Takes them out.
pub(super) fn strip(flow: &mut Flow) {
    let bytes = flow.text.as_bytes();
    let mut markers: Vec<usize> = flow
        .signs
        .iter()
        .filter(|(range, sign)| matches!(sign, Sign::NoteRef(_)) && range.start > 0)
        .map(|(range, _)| range.start)
        .filter(|at| matches!(bytes[at - 1], b'[' | b'('))
        .collect();
    markers.sort_unstable();
    markers.dedup();
    let stretches: Vec<_> = markers
        .into_iter()
        .filter_map(|at| {
            let between =
                bytes[at..].iter().take_while(|byte| matches!(byte, b',' | b';' | b' ' | b'-')).count();
            let close = if bytes[at - 1] == b'[' { b']' } else { b')' };
            (bytes.get(at + between) == Some(&close)).then_some((at - 1..at + between + 1, Vec::new()))
        })
        .collect();
    flow.take_out(&stretches);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_what_is_left_of_brackets() {
        let mut flow = Flow::default();
        flow.push("Water [", None);
        flow.note_ref(0);
        flow.push(", ", None);
        flow.note_ref(1);
        flow.push("] is (rarely) scarce [sic].", None);
        strip(&mut flow);
        assert_eq!(flow.text, "Water is (rarely) scarce [sic].");
        let at: Vec<_> = flow.signs.iter().map(|(range, _)| range.start).collect();
        assert_eq!(at, [5, 5]);
    }
}
