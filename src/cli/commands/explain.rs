//! `ibid explain`: what the words of an audit mean.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use crate::cli::closest::closest;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::print;
use crate::report::Topic;

/// How wide the text is; a terminal that is narrower breaks it once more.
const WIDTH: u16 = 80;

/// Prints the explanation of a word, or all words with what they mean in a line.
///
/// # Errors
/// If there is no such word, or stdout cannot be written.
pub(crate) fn explain(word: Option<&str>) -> Result<Exit, Failure> {
    let text = match word {
        Some(word) => match Topic::named(word).as_slice() {
            [] => return Err(unknown(word)),
            topics => topics.iter().map(|topic| in_full(*topic)).collect::<Vec<_>>().join("\n"),
        },
        None => listed(),
    };
    print(text.as_bytes())
}

fn in_full(topic: Topic) -> String {
    let explanation = topic.explanation();
    let part = |heading: &str, text: &str| format!("\n{heading}\n{}\n", columns(&[["", text]], 1));
    format!(
        "{} ({})\n{}{}{}",
        topic.name(),
        topic.kind(),
        part("What it means", explanation.means),
        part("How ibid came to it", explanation.how),
        part("What to do", explanation.next)
    )
}

fn listed() -> String {
    let longest = Topic::all().map(|topic| topic.name().len()).max().unwrap_or_default();
    let topics: Vec<Topic> = Topic::all().collect();
    let chapters = topics.chunk_by(|one, next| one.chapter() == next.chapter()).map(|chapter| {
        let rows: Vec<[&str; 2]> =
            chapter.iter().map(|topic| [topic.name(), topic.explanation().means]).collect();
        format!("{}\n{}\n\n", chapter[0].chapter(), columns(&rows, longest + 2))
    });
    chapters.collect::<String>() + "`ibid explain WORD` says how ibid came to it, and what to do.\n"
}

/// Two columns, the second wrapped; the first is `width` wide.
fn columns(rows: &[[&str; 2]], width: usize) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(WIDTH).add_rows(rows);
    let first = u16::try_from(width).unwrap_or(WIDTH / 2) + 1;
    if let Some(column) = table.column_mut(0) {
        column.set_padding((1, 0)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(first)));
    }
    table.trim_fmt()
}

fn unknown(word: &str) -> Failure {
    let hint = meant(word).map_or_else(
        || "`ibid explain` lists the words".to_owned(),
        |name| format!("did you mean {name}? `ibid explain` lists the words"),
    );
    Failure::usage(format!("there is no explanation of {word:?}"), hint)
}

/// The word that may have been meant.
fn meant(word: &str) -> Option<&'static str> {
    closest(&word.trim().to_ascii_lowercase(), Topic::all().map(Topic::name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_word_is_offered() {
        for (word, closest) in [
            ("http-44", Some("http-404")),
            ("Soft404", Some("soft-404")),
            ("timeuot", Some("timeout")),
            ("cite", Some("cite-archive")),
            ("zzz", None),
        ] {
            assert_eq!(meant(word), closest, "{word}");
        }
    }
}
