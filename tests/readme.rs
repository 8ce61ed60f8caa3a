//! What README shows is what the program prints: behind each `<!-- output of: … -->` stands a
//! fenced block with the very output of that command.

use assert_cmd::Command;
use ibid::model::SaveStatus;
use ibid::report::words;
use strum::IntoEnumIterator as _;

const README: &str = include_str!("../README.md");
const MARKER: &str = "<!-- output of: ";

/// The commands that README shows, with the text it shows for each.
fn shown() -> Vec<(String, String)> {
    let shown = |part: &str| {
        let (command, rest) = part.split_once(" -->").expect("a marker is closed");
        let (_, block) = rest.split_once("```text\n").expect("a marker is followed by a block of text");
        let (text, _) = block.split_once("```").expect("a block is closed");
        (command.to_owned(), text.to_owned())
    };
    README.split(MARKER).skip(1).map(shown).collect()
}

#[test]
fn every_receipt_is_explained_as_the_program_does() {
    for status in SaveStatus::iter() {
        let row = format!("| `{status}` | {} |", words::receipt(status));
        assert!(README.lines().any(|line| line == row), "README must have the row\n{row}");
    }
}

/// What the program prints where the terminal has no width of its own.
fn printed(command: &str) -> String {
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("ibid"));
    let mut program = Command::new(env!("CARGO_BIN_EXE_ibid"));
    let output = program.args(words).env_remove("COLUMNS").output().expect("the program can be started");
    String::from_utf8(output.stdout).expect("help is text")
}

#[test]
fn usage_is_what_the_program_prints() {
    for (command, text) in shown() {
        let printed = printed(&command);
        assert!(printed == text, "README must show this for `{command}`:\n\n```text\n{printed}```\n");
    }
}

#[test]
fn the_usages_are_shown() {
    let commands: Vec<String> = shown().into_iter().map(|(command, _)| command).collect();
    for wanted in ["ibid --help", "ibid audit --help", "ibid export --help"] {
        assert!(commands.iter().any(|command| command == wanted), "README does not show `{wanted}`");
    }
}
