//! The earlier audit that this one is held against: the file or the store that `--baseline` names.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::plan::Earlier;
use super::terminal::Terminal;
use crate::audit::in_words;
use crate::model::Baseline;
use crate::report;
use crate::store::Store;

const HINT: &str = "name the audit.json of an earlier audit with --baseline, or write --baseline store";

/// The earlier audit, if one was named and there is one. It is read before the run begins, since the
/// run may write over it.
///
/// # Errors
/// If the file is no audit, or the store cannot be read.
pub(crate) fn baseline(
    earlier: Option<&Earlier>,
    store: &Store,
    terminal: &Terminal,
) -> Result<Option<Baseline>, Failure> {
    match earlier {
        None => Ok(None),
        Some(Earlier::File(path)) => read(path).map(Some),
        Some(Earlier::Store) => {
            let found = store.baseline().map_err(|error| Failure::run(error.to_string(), error.hint()))?;
            if found.is_none() {
                terminal.say(
                    "the store holds no findings of an earlier run; the next can be held against this one",
                );
            }
            Ok(found)
        }
    }
}

fn read(path: &Path) -> Result<Baseline, Failure> {
    let refused = |cause: String| Failure::usage(format!("{} cannot be read: {cause}", path.display()), HINT);
    let bytes = fs::read(path).map_err(|error| refused(in_words(&error)))?;
    report::baseline(&path.display().to_string(), &bytes).map_err(|error| refused(error.to_string()))
}
