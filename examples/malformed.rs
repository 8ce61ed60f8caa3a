//! Writes the set of malformed files to a folder, so that time and memory of reading them can be
//! measured: `cargo run --example malformed -- FOLDER`, then `/usr/bin/time -v ibid extract FILE` for
//! each. Benchmarks belong here, not into the tests.

#[path = "../tests/malformed/set.rs"]
mod set;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return ExitCode::from(3);
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let written = std::fs::create_dir_all(&folder).and_then(|()| {
        let set = set::malformed(root, 20);
        set.iter().try_for_each(|(name, bytes)| std::fs::write(folder.join(name), bytes))
    });
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
