//! The binary: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ibid::cli::main()
}
