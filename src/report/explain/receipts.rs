//! What a receipt of saving says became of a source.

use super::Explanation;
use crate::model::SaveStatus;
use crate::report::words;

/// What a status means, how ibid comes to it, what to do.
pub(super) fn explanation(status: SaveStatus) -> Explanation {
    let (how, next) = match status {
        SaveStatus::Saved => (
            "The archive ended its job and named the capture; with --local the page is in the file that the receipt \
             names, whole and on the disk.",
            "Nothing. An archive's capture stands in the column snapshot_url.",
        ),
        SaveStatus::AlreadyArchived => (
            "The archive answered that it has a capture of this day, or an earlier run of ibid made one; with --local \
             the page was kept less than a day ago.",
            "Nothing.",
        ),
        SaveStatus::Pending => (
            "The archive took the job and had not ended it when the run did.",
            "Run the same command again: it asks what became of the job and starts no other.",
        ),
        SaveStatus::Asked => (
            "The question went out, and the run ended before an answer came.",
            "Run the same command again. If the first question arrived, the second costs nothing.",
        ),
        SaveStatus::Unknown => (
            "The archive no longer knows the job, or does not tell what becomes of it to those without a login.",
            "Run the audit again in a day: the next look-up tells whether there is a capture.",
        ),
        SaveStatus::TryAgain => (
            "The archive's crawler could not fetch the page, or the archive was overloaded; with --local the page \
             answered with an error or not at all.",
            "Run the same command again later.",
        ),
        SaveStatus::Tomorrow => (
            "The archive says that this address was captured as often as it lets it be on one day.",
            "Run the same command again tomorrow; perhaps one of those captures is good enough.",
        ),
        SaveStatus::Refused => (
            "The archive answered that this address is blocked, too large or otherwise not to be captured.",
            "Keep the page here (ibid save --local), or ask another archive by hand.",
        ),
        SaveStatus::Disallowed => (
            "The robots.txt of the page's host forbids it to this program or to the archive's crawler, or could not \
             be read.",
            "Respect it; where the right to keep the page is yours, use --ignore-robots.",
        ),
        SaveStatus::Paused => (
            "The archive takes nothing more from this account or this machine now, it cannot be reached, or the run \
             was stopped.",
            "Run the same command again later: it goes on with what is left.",
        ),
        SaveStatus::NotAsked => (
            "As many captures were asked for as --max allows, or the address holds a password or a token, which an \
             archive would publish.",
            "Raise --max, or run the command again for the next ones. An address with a secret cannot be saved so.",
        ),
        SaveStatus::Planned => ("The run was told --dry-run.", "Run the same command without --dry-run."),
    };
    Explanation { means: words::receipt(status), how, next }
}
