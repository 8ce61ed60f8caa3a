//! What the archive said of a source.

use super::Explanation;
use crate::model::ArchiveStatus;
use crate::report::words;

/// What an answer means, how ibid comes to it, what to do.
pub(super) fn explanation(status: ArchiveStatus) -> Explanation {
    let (how, next) = match status {
        ArchiveStatus::Archived => (
            "An archive that was asked holds a capture that answers with a page, or the author gives a copy. Chosen is \
             the one nearest to the day the source was read, else published.",
            "Nothing while the source is in its place; of a lost one, cite the capture.",
        ),
        ArchiveStatus::NotArchived => (
            "Every archive was asked and answered; none holds a capture that is a page and no error or redirect \
             elsewhere.",
            "Save the source while it is there (ibid save); of a lost one, look for another copy.",
        ),
        ArchiveStatus::Excluded => (
            "The archive answered that it does not show this site, as its owner or a court asked it to.",
            "Keep the source here (ibid save --local), or ask another archive (--archive-timemap).",
        ),
        ArchiveStatus::Saved => (
            "The source was alive and had no good capture, and the run was told to save it (ibid save, --save).",
            "Nothing.",
        ),
        ArchiveStatus::LookupFailed => (
            "The archive did not answer, or with an error, also when it was asked again. That says nothing about what \
             it holds.",
            "Run the audit again: what failed is asked first.",
        ),
        ArchiveStatus::NotAsked => (
            "The run was told --no-archive or --offline, or no archive can have the source: its address is not public, \
             or is that of a copy itself.",
            "Nothing; to have it asked, leave those flags out.",
        ),
    };
    Explanation { means: words::archive(status), how, next }
}
