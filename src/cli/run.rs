//! The program: parse, run, exit code.

use std::env;
use std::panic::{self, PanicHookInfo};
use std::path::PathBuf;
use std::process::ExitCode;

use super::args::Command;
use super::commands;
use super::exit::Exit;
use super::failure::Failure;
use super::parse::{Asked, ParseError, parse};
use super::terminal::{Loudness, Terminal, start_log};

/// Runs the program on the process's own arguments.
pub fn main() -> ExitCode {
    let working = env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    match parse(env::args_os().collect(), &working) {
        Ok(asked) => run(asked).into(),
        Err(error) => refused(error).into(),
    }
}

fn run(Asked { cli, config }: Asked) -> Exit {
    let terminal = Terminal::new(Loudness::new(cli.loudness.quiet, cli.loudness.verbose));
    start_log(&terminal);
    tell_panics(&terminal);
    if let Some(config) = config {
        tracing::info!("configured by {}", config.display());
    }
    command(cli.command, &terminal).unwrap_or_else(|failure| {
        terminal.failure(&failure);
        failure.exit
    })
}

fn command(command: Command, terminal: &Terminal) -> Result<Exit, Failure> {
    match command {
        Command::Audit(args) => commands::audit(*args, terminal),
        Command::Save(args) => commands::save(*args, terminal),
        Command::Extract(args) => commands::extract(&args, terminal),
        Command::Export(args) => commands::export(&args, terminal),
        Command::Demo(args) => commands::demo(&args, terminal),
        Command::Explain { word } => commands::explain(word.as_deref()),
        Command::Completions { shell } => commands::completions(shell),
        Command::Man { name } => commands::man(name.as_deref()),
    }
}

/// What was typed cannot be used; or it was a question, and this is the answer.
fn refused(error: ParseError) -> Exit {
    match error {
        ParseError::Words(error) => {
            // Nobody could be told that nobody can be told.
            let _ = error.print();
            if error.use_stderr() { Exit::Usage } else { Exit::Success }
        }
        ParseError::Config(error) => {
            Terminal::new(Loudness::Normal).error(&error.to_string(), Some(&error.hint()));
            Exit::Usage
        }
    }
}

/// A panic's message may quote a document; it goes through the same gate as everything else.
fn tell_panics(terminal: &Terminal) {
    let terminal = terminal.clone();
    panic::set_hook(Box::new(move |panic| {
        terminal.error(
            &format!("a part of the program broke: {}", in_words(panic)),
            Some("this is a bug of ibid; please report it with this line"),
        );
    }));
}

fn in_words(panic: &PanicHookInfo<'_>) -> String {
    let message = panic.payload_as_str().unwrap_or("no message");
    match panic.location() {
        Some(location) => format!("{message} ({location})"),
        None => message.to_owned(),
    }
}
