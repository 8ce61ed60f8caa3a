//! The explanations as a page of the documentation.

use std::fmt::Write as _;

use super::Topic;

const HEAD: &str = "# What the words of an audit and of a receipt mean

This page is made from the texts of the program (`cargo run --example reasons > docs/reasons.md`);
`ibid explain WORD` prints the same in a terminal.
";

/// `docs/reasons.md`: every word with what it means, how ibid came to it and what to do.
pub fn reasons_page() -> String {
    let mut page = HEAD.to_owned();
    let mut chapter = "";
    for topic in Topic::all() {
        if chapter != topic.chapter() {
            chapter = topic.chapter();
            push(&mut page, format_args!("\n## {chapter}\n"));
        }
        let explanation = topic.explanation();
        push(&mut page, format_args!("\n### `{}`\n\n", topic.name()));
        if let Topic::Reason(reason) = topic {
            push(&mut page, format_args!("Verdict: [{0}](#{0})\n\n", reason.verdict()));
        }
        push(
            &mut page,
            format_args!(
                "{}\n\n**How ibid came to it.** {}\n\n**What to do.** {}\n",
                explanation.means, explanation.how, explanation.next
            ),
        );
    }
    page
}

fn push(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = page.write_fmt(text);
}
