//! A build server is told: annotations on stdout, the summary of the step in its file.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::cli::terminal::print;
use crate::model::{Audit, Finding};
use crate::report::{STEP_SUMMARY_BYTES, Terms, github_annotations, step_summary};

/// Variables in which build servers name the root of the repository.
const ROOTS: [&str; 2] = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"];

/// The terms of this run: what fails it, and where the repository begins.
pub(super) fn terms(fails: impl Fn(&Finding) -> bool + Send + Sync + 'static) -> Terms {
    let working = env::current_dir().unwrap_or_default();
    let root = root(&working, ROOTS.iter().filter_map(env::var_os).map(PathBuf::from));
    Terms { fails: Box::new(fails), working, root }
}

/// The first of `named` that holds the working folder, else the next folder above with a `.git`,
/// else the working folder.
fn root(working: &Path, mut named: impl Iterator<Item = PathBuf>) -> PathBuf {
    let named = named.find(|root| !root.as_os_str().is_empty() && working.starts_with(root));
    let kept = || working.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned);
    named.or_else(kept).unwrap_or_else(|| working.to_owned())
}

/// Prints the annotations, and adds the summary to the file that `GITHUB_STEP_SUMMARY` names.
///
/// # Errors
/// If either cannot be written.
pub(super) fn annotate(audit: &Audit, terms: &Terms) -> Result<(), Failure> {
    print(github_annotations(audit, terms).as_bytes())?;
    let Some(path) = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let path = PathBuf::from(path);
    append(audit, &path).map_err(|error| {
        Failure::run(
            format!("{} cannot be written: {error}", path.display()),
            "unset GITHUB_STEP_SUMMARY, or say --annotate none",
        )
    })
}

/// What stands in the file already counts: the limit is that of the whole step.
fn append(audit: &Audit, path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    let written = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    file.write_all(step_summary(audit, STEP_SUMMARY_BYTES.saturating_sub(written)).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_servers_else_the_repositorys_else_here() {
        let folder = tempfile::tempdir().unwrap();
        let working = folder.path().join("a/b");
        std::fs::create_dir_all(&working).unwrap();
        let of = |named: &[&Path]| root(&working, named.iter().map(|path| path.to_path_buf()));
        assert_eq!(of(&[Path::new(""), Path::new("/elsewhere"), folder.path()]), folder.path());
        std::fs::create_dir(folder.path().join("a/.git")).unwrap();
        assert_eq!(of(&[Path::new("/elsewhere")]), folder.path().join("a"));
    }
}
