//! The folder that the audit is written to: tried before the work starts, so that an hour's run
//! does not end at a read-only disk, and written so that a reader never sees half a file.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::failure::Failure;
use crate::audit::in_words;

/// A folder that can be written to.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The folder, made if need be, and tried.
    ///
    /// # Errors
    /// If it cannot be made or written to.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let folder = Self(path.to_owned());
        let tried = fs::create_dir_all(path).and_then(|()| folder.fresh_file());
        tried.map_err(|error| unwritable(path, &error))?;
        Ok(folder)
    }

    /// Writes a file of this name whole, or leaves the one that was there.
    ///
    /// # Errors
    /// If the disk is full or the folder is not to be written to (any more).
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
        let mut draft = self.draft(name)?;
        let (path, file) = draft.parts();
        file.write_all(bytes).map_err(|error| unwritable(path, &error))?;
        draft.keep()
    }

    /// Begins a file of this name that is too large for the memory.
    ///
    /// # Errors
    /// As [`Folder::write`].
    pub(crate) fn draft(&self, name: &str) -> Result<Draft, Failure> {
        let path = self.0.join(name);
        let file = self.fresh_file().map_err(|error| unwritable(&path, &error))?;
        Ok(Draft { file, path })
    }

    /// A file in the same folder, so that it can take another's place in one step.
    fn fresh_file(&self) -> io::Result<NamedTempFile> {
        let mut builder = Builder::new();
        builder.prefix(".audit-").suffix(".tmp");
        if let Some(permissions) = usual_permissions() {
            builder.permissions(permissions);
        }
        builder.tempfile_in(&self.0)
    }
}

/// A file that is not yet in its place; dropped, it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Draft {
    file: NamedTempFile,
    path: PathBuf,
}

impl Draft {
    /// Where it will be, and the file to write to.
    pub(crate) fn parts(&mut self) -> (&Path, &mut File) {
        (&self.path, self.file.as_file_mut())
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// As [`Folder::write`].
    pub(crate) fn keep(self) -> Result<PathBuf, Failure> {
        let Self { file, path } = self;
        let placed = file.as_file().sync_all().and_then(|()| Ok(file.persist(&path)?));
        placed.map_err(|error| unwritable(&path, &error))?;
        Ok(path)
    }
}

/// What a file made by any other program would have (the umask still takes its part), where a
/// temporary file's would be narrower.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
fn usual_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<Permissions> {
    None
}

/// The file cannot be written, with what to do about it.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::run(format!("{} cannot be written: {}", path.display(), in_words(error)), advice(error.kind()))
}

fn advice(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "make room, then run the same command again: what was learned is in the store"
        }
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists | ErrorKind::IsADirectory => {
            "something else has that name; choose another folder with --output"
        }
        _ => "choose a folder that you may write to with --output",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_made_and_written_whole() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::open(&root.path().join("a/b")).unwrap();
        folder.write("audit.md", b"first, and longer").unwrap();
        let path = folder.write("audit.md", b"second").unwrap();
        assert_eq!(path, root.path().join("a/b/audit.md"));
        assert_eq!(fs::read(&path).unwrap(), b"second");
        let names: Vec<_> = fs::read_dir(root.path().join("a/b")).unwrap().collect();
        assert_eq!(names.len(), 1, "{names:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_report_is_as_readable_as_any_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().unwrap();
        let path = Folder::open(root.path()).unwrap().write("audit.md", b"x").unwrap();
        fs::write(root.path().join("plain"), b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&root.path().join("plain")));
    }

    #[test]
    fn says_what_is_in_the_way() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("file");
        fs::write(&file, b"x").unwrap();
        let failure = Folder::open(&file.join("sub")).unwrap_err();
        assert!(failure.message.contains("file/sub cannot be written: "), "{}", failure.message);
        assert_eq!(
            failure.hint.as_deref(),
            Some("something else has that name; choose another folder with --output")
        );
    }

    #[test]
    fn a_folder_with_the_name_of_a_report_stays() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("audit.md/x")).unwrap();
        let failure = Folder::open(root.path()).unwrap().write("audit.md", b"x").unwrap_err();
        assert!(failure.message.contains("audit.md cannot be written: "), "{}", failure.message);
        assert!(root.path().join("audit.md/x").is_dir());
    }
}
