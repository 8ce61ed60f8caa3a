//! A piece of LaTeX without a document around it: a field of a reference, a label.

use super::super::flow::{Flow, Sign};
use super::address::address;
use super::macros::Macros;
use super::reader::Reader;

/// What a piece of LaTeX prints, on one line; the targets of links stand behind their texts.
pub(in crate::read) fn plain(source: &str) -> String {
    if !source
        .contains(['\\', '{', '}', '~', '$', '%', '-', '`', '\'', '"', '<', '>', ',', '?', '!', '\n', '&'])
    {
        return source.trim().to_owned();
    }
    let mut reader = Reader::new(source, None);
    reader.within = true;
    reader.run();
    reader.close_all();
    reader.end_work();
    reader.flush();
    let mut text = String::new();
    let blocks = reader.draft.blocks.into_iter().map(|block| block.flow);
    for flow in blocks.chain(reader.draft.notes.into_iter().map(|note| note.flow)) {
        let written = with_targets(&flow);
        if !text.is_empty() && !written.is_empty() {
            text.push(' ');
        }
        text.push_str(&written);
    }
    text
}

/// The address that a field means.
pub(in crate::read) fn address_of(raw: &str) -> String {
    address(raw, &Macros::default())
}

fn with_targets(flow: &Flow) -> String {
    let mut text = String::new();
    let mut at = 0;
    let mut signs: Vec<_> = flow.signs.iter().collect();
    signs.sort_by_key(|(range, _)| range.end);
    for (range, sign) in signs {
        let Sign::Link(target) = sign else { continue };
        let shown = &flow.text[range.clone()];
        if target.ends_with(shown) || range.end < at {
            continue;
        }
        text.push_str(&flow.text[at..range.end]);
        text.push(' ');
        text.push_str(target);
        at = range.end;
    }
    text + &flow.text[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints() {
        for (source, text) in [
            ("Water", "Water"),
            (r"{\'E}tude --- {Na\~na} \& {\ss}", "Étude — Naña & ß"),
            (
                r"\url{http://a.example/b\_c} (visited on 2017-01-02)",
                "http://a.example/b_c (visited on 2017-01-02)",
            ),
            (r"\href{http://a.example/}{Water}, 2010", "Water http://a.example/, 2010"),
            ("http://a.example/b--c~d", "http://a.example/b--c~d"),
            ("O'Neil", "O’Neil"),
        ] {
            assert_eq!(plain(source), text);
        }
        assert_eq!(address_of(r"http://a.example/b\_c"), "http://a.example/b_c");
    }
}
