//! What a report for a build server needs to know that the audit does not hold.

use std::fmt;
use std::path::{Component, Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::model::{Finding, Verdict};

/// What is written as an escape in the path of a URI (RFC 3986 §3.3).
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b':');

/// Which findings fail the run, and where the documents' paths begin.
pub struct Terms {
    /// Whether a finding makes the run fail.
    pub fails: Box<dyn Fn(&Finding) -> bool + Send + Sync>,
    /// The folder in which the documents' paths were given; empty if that is the root.
    pub working: PathBuf,
    /// The root of the repository, to which build servers want paths to be relative.
    pub root: PathBuf,
}

impl Default for Terms {
    /// Dead and changed sources fail; paths are left as they were given.
    fn default() -> Self {
        let fails =
            |finding: &Finding| matches!(finding.check.value.verdict, Verdict::Dead | Verdict::Changed);
        Self { fails: Box::new(fails), working: PathBuf::new(), root: PathBuf::new() }
    }
}

impl fmt::Debug for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terms")
            .field("working", &self.working)
            .field("root", &self.root)
            .finish_non_exhaustive()
    }
}

impl Terms {
    /// A document's path from the root, with `/` between its parts; none for standard input and for
    /// what lies outside. Told from the paths alone: no file system is asked.
    pub fn path(&self, document: &str) -> Option<String> {
        if document == "-" {
            return None;
        }
        let document = if cfg!(windows) { document.replace('\\', "/") } else { document.to_owned() };
        let whole = plain(&self.working.join(document));
        let path = whole.strip_prefix(plain(&self.root)).ok()?;
        let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let inside = !path.is_absolute() && parts.first().is_some_and(|first| first != "..");
        inside.then(|| parts.join("/"))
    }

    /// The same as a relative reference of a URI.
    pub(super) fn uri(&self, document: &str) -> Option<String> {
        self.path(document).map(|path| utf8_percent_encode(&path, IN_PATH).to_string())
    }
}

/// The path without `.` and, as far as that can be told from it, without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(plain.components().next_back(), Some(Component::Normal(_))) => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_the_root() {
        let terms = Terms { working: "/repo/docs".into(), root: "/repo".into(), ..Terms::default() };
        for (document, path) in [
            ("a.md", Some("docs/a.md")),
            ("./a b.md", Some("docs/a b.md")),
            ("../reports/a.md", Some("reports/a.md")),
            ("/repo/x.md", Some("x.md")),
            ("/elsewhere/x.md", None),
            ("../../x.md", None),
            ("-", None),
        ] {
            assert_eq!(terms.path(document).as_deref(), path, "{document}");
        }
        assert_eq!(Terms::default().path("./a/b.md").as_deref(), Some("a/b.md"));
        assert_eq!(Terms::default().path("../b.md"), None);
    }

    #[test]
    fn a_uri_has_no_character_that_means_something() {
        let uri = |name| Terms::default().uri(name);
        assert_eq!(uri("a b/100%#1?[ü].md").as_deref(), Some("a%20b/100%25%231%3F%5B%C3%BC%5D.md"));
    }
}
