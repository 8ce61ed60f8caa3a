//! The archive of one's own: opened before the work starts, packed when it is done.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::archive::Robots;
use crate::archive::local::{LocalError, ROTATE_AT, Recorder, Warcs, wacz};
use crate::audit::Keeping;
use crate::cli::failure::Failure;
use crate::cli::folder::{Folder, unwritable};
use crate::cli::plan::KeepingPlan;
use crate::clock::Clock;
use crate::web::Fetch;

/// The folder of the WARC files, within the output folder.
const ARCHIVE: &str = "archive";

const SOFTWARE: &str = concat!("ibid ", env!("CARGO_PKG_VERSION"));

/// Opens the archive.
///
/// # Errors
/// If it cannot be written to, or another run writes to it.
pub(crate) fn open_archive(
    plan: &KeepingPlan,
    output: &Path,
    user_agent: &str,
    fetch: &Arc<dyn Fetch>,
    clock: &Arc<dyn Clock>,
) -> Result<Keeping, Failure> {
    let folder = output.join(ARCHIVE);
    let opened = if plan.dry_run {
        Warcs::look(&folder, &plan.name)
    } else {
        Warcs::open(&folder, &plan.name, ROTATE_AT, SOFTWARE)
    };
    let warcs = opened
        .map_err(|error| Failure::run(format!("the archive cannot be opened: {error}"), hint(&error)))?;
    let robots = plan.robots.then(|| Arc::new(Robots::new(Arc::clone(fetch))));
    Ok(Keeping {
        recorder: Recorder::new(Arc::clone(fetch), Arc::clone(clock), plan.requisites, robots),
        warcs: Arc::new(Mutex::new(warcs)),
        pages: Mutex::default(),
        user_agent: user_agent.to_owned(),
        most: plan.most,
        dry_run: plan.dry_run,
    })
}

fn hint(error: &LocalError) -> &'static str {
    match error {
        LocalError::Busy(_) => "wait for the other run to end, or choose another folder with --output",
        LocalError::Foreign(_) => "move the file away, or choose another folder with --output",
        LocalError::Io { .. } | LocalError::Closed(_) => {
            "make room and see that it may be written to, or choose another folder with --output"
        }
    }
}

/// Files that are damaged, each as a warning.
pub(crate) fn damages(keeping: &Keeping) -> Vec<String> {
    let warcs = keeping.warcs.lock().unwrap_or_else(PoisonError::into_inner);
    let damaged = warcs.damaged().iter();
    damaged
        .map(|path| {
            format!(
                "{} is damaged: it is left as it is, and what is behind the damage is not in the index",
                path.display()
            )
        })
        .collect()
}

/// Packs the archive into `NAME.wacz`; nothing where nothing is kept.
pub(super) fn pack(keeping: &Keeping, name: &str, folder: &Folder) -> Result<Option<PathBuf>, Failure> {
    let warcs = keeping.warcs.lock().unwrap_or_else(PoisonError::into_inner);
    let pages = keeping.pages.lock().unwrap_or_else(PoisonError::into_inner);
    if pages.is_empty() || keeping.dry_run {
        return Ok(None);
    }
    let mut draft = folder.draft(&format!("{name}.wacz"))?;
    let (path, file) = draft.parts();
    wacz(file, &warcs.files(), warcs.entries(), &pages, name, SOFTWARE)
        .map_err(|error| unwritable(path, &error))?;
    draft.keep().map(Some)
}
