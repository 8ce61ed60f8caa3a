//! What became of a citation since an earlier audit.

use super::Explanation;
use crate::model::ChangeKind;
use crate::report::words;

/// What a change means, how ibid comes to it, what to do.
pub(super) fn explanation(kind: ChangeKind) -> Explanation {
    let (how, next) = match kind {
        ChangeKind::NewlyDead => (
            "The verdict is dead, and that of the earlier audit for this citation was another.",
            "Act now, while the wound is fresh: the advice beside it says how. --fail-on new-dead fails on these only.",
        ),
        ChangeKind::Drifted => (
            "The verdict is changed, and that of the earlier audit for this citation was another.",
            "Open the page once; if it is another work, cite the archived copy.",
        ),
        ChangeKind::NewlyMoved => (
            "The verdict is moved, and the earlier audit found the source in its place.",
            "Cite the new address while the old one still leads there.",
        ),
        ChangeKind::NewlyRestricted => (
            "The verdict is restricted, and the earlier audit had another.",
            "Open the address in a browser; the site may have turned machines away, or its readers too.",
        ),
        ChangeKind::NewlyUnsure => (
            "The verdict is unsure, and the earlier audit could tell.",
            "Run the audit again in a day or two before you do anything.",
        ),
        ChangeKind::New => (
            "No citation of the earlier audit could be paired with it, neither by its address nor by its words and \
             its place.",
            "Nothing but what its advice says.",
        ),
        ChangeKind::Recovered => (
            "The verdict is alive or moved, and the earlier audit found the source lost, barred or elsewhere, or could \
             not tell.",
            "Nothing; where the note was not changed yet, it can stay.",
        ),
        ChangeKind::Fixed => (
            "The note stands where the earlier audit found another address that was in trouble or had moved, and the \
             new one answers.",
            "Nothing.",
        ),
        ChangeKind::Edited => (
            "The note stands where the earlier audit found another address, and the verdict of the new one is that of \
             the old one.",
            "Nothing but what its advice says.",
        ),
        ChangeKind::NewlyArchived => (
            "The verdict is the same, and the archive, which had no good capture then, has one now.",
            "See whether the advice has changed: a lost source can now be cited by its archived copy.",
        ),
        ChangeKind::Other => (
            "One of the two audits did not check the address, since it was ruled out or is no public web address.",
            "Nothing but what its advice says.",
        ),
        ChangeKind::Unchanged => (
            "The citation was found again, and both its verdict and its captures are what they were.",
            "Nothing that was not to be done before.",
        ),
    };
    Explanation { means: words::change_sentence(kind), how, next }
}
