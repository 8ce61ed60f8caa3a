//! How sources are kept in an archive of one's own.

use std::path::{Path, PathBuf};

use crate::cli::args::SaveArgs;
use crate::cli::failure::Failure;

/// The name of the archive of several reports.
const OF_SEVERAL: &str = "sources";

/// How sources are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeepingPlan {
    /// What its files are called: as the report, or `sources` for several.
    pub(crate) name: String,
    /// Whether images, styles and scripts are kept as well.
    pub(crate) requisites: bool,
    /// Whether robots.txt is obeyed.
    pub(crate) robots: bool,
    /// The most new captures.
    pub(crate) most: usize,
    /// Whether nothing is fetched.
    pub(crate) dry_run: bool,
}

/// The plan.
///
/// # Errors
/// If nothing may be fetched.
pub(super) fn keeping(args: &SaveArgs, most: usize) -> Result<KeepingPlan, Failure> {
    if args.audit.network.offline {
        return Err(Failure::usage(
            "nothing can be kept with --offline",
            "leave --offline out, or do not save",
        ));
    }
    Ok(KeepingPlan {
        name: name(&args.audit.input.paths),
        requisites: args.requisites,
        robots: !args.audit.saving.ignore_robots,
        most,
        dry_run: args.dry_run,
    })
}

fn name(paths: &[PathBuf]) -> String {
    let only = match paths {
        [only] if only.is_file() => only.file_stem(),
        _ => None,
    };
    only.map_or_else(|| OF_SEVERAL.to_owned(), |stem| Path::new(stem).to_string_lossy().into_owned())
}
