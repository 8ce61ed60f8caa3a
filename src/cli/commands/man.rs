//! `ibid man`: one page for the program, one for each command, as git does.

use std::io;

use clap_mangen::Man;

use crate::cli::args::command;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::print;

/// What a page says at its foot.
const SOURCE: &str = concat!("ibid ", env!("CARGO_PKG_VERSION"));

/// Prints the manual page of the program, or of one of its commands.
///
/// # Errors
/// If there is no such command, or stdout cannot be written.
pub(crate) fn man(name: Option<&str>) -> Result<Exit, Failure> {
    let program = command();
    let page = match name {
        None => program,
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| no_command(name))?,
    };
    print(
        &rendered(page)
            .map_err(|error| Failure::run(format!("the page cannot be made: {error}"), "report this"))?,
    )
}

fn rendered(page: clap::Command) -> io::Result<Vec<u8>> {
    let mut roff = Vec::new();
    Man::new(page).source(SOURCE).render(&mut roff)?;
    Ok(roff)
}

fn no_command(name: &str) -> Failure {
    Failure::usage(format!("there is no command {name:?}"), "`ibid --help` names the commands")
}
