//! The advice.

use super::Explanation;
use crate::model::Advice;
use crate::report::words;

/// What an advice means, when ibid gives it, what to do.
pub(super) fn explanation(advice: Advice) -> Explanation {
    let (how, next) = match advice {
        Advice::ReplaceSource => (
            "The verdict is dead, and the archive was asked and has no good capture, or does not show the site.",
            "Look for the same work elsewhere: by its title, in the outlet's own archive, in a library. Else cite \
             another source, or say in the note that it is no longer available.",
        ),
        Advice::CiteArchive => (
            "The verdict is dead or changed, and the archive has a good capture. Chosen is the one nearest to the day \
             the source was read, else published; of a lost source it was opened first, so that it is no error page.",
            "Paste the new wording that the report gives: the citation as it was, with the capture's date and address.",
        ),
        Advice::UpdateUrl => (
            "The verdict is moved: the site itself leads to the new address, for good.",
            "Paste the new wording that the report gives, with the address to which the old one leads.",
        ),
        Advice::VerifyByHand => (
            "A machine may not look at the source, the evidence cuts both ways, the source is gone and no archive was \
             asked, or what is printed is no address that a machine can ask.",
            "Open the address in a browser, and write what you see into the workbook's decision column: the next audit \
             takes it over.",
        ),
        Advice::SaveNow => (
            "The verdict is alive, and the archive was asked and has no good capture.",
            "Run ibid save, which asks the Wayback Machine for a capture of each such source, or ibid save --local, \
             which keeps it here.",
        ),
        Advice::CheckAgain => (
            "The source or its archive could not be asked now.",
            "Run the same command again in a day or two; what was learned is remembered, and only the rest is asked.",
        ),
        Advice::Keep => (
            "The source is in its place, and either the archive has it or the archive was not asked; or the \
             configuration rules the address out.",
            "Nothing.",
        ),
    };
    Explanation { means: words::advice(advice), how, next }
}
