//! `ibid save`: an audit that writes no audit, but saves.

use clap::{Args, Command};

use super::AuditArgs;

/// The command's name.
pub(crate) const SAVE: &str = "save";

const AFTER_HELP: &str = "\
The archive's login comes from IA_ACCESS_KEY and IA_SECRET_KEY (https://archive.org/account/s3.php). \
Saved are sources that are alive, or have moved, and of which the archive has no good capture; the \
receipts are written to saved.csv. With --local nothing is sent to an archive: every source that is alive \
is kept in archive/NAME-00001.warc.gz and packed into NAME.wacz, which any replay program opens. A run that was stopped goes on where it was: nothing is lost and \
nothing is captured twice.

Exit codes: 0 everything was asked for that was to be; 1 the run failed, a document could not be \
read, or the archive took no more; 3 bad usage or configuration; 130 stopped by Ctrl-C.";

/// Flags of `ibid audit` that mean nothing here. They are taken all the same, so that one
/// configuration serves both commands.
const HIDDEN: [&str; 8] =
    ["format", "citation_style", "carry", "baseline", "fail_on", "annotate", "save", "save_max"];

/// What `ibid save` can be told beside what `ibid audit` can.
#[derive(Debug, Args)]
pub(crate) struct SaveArgs {
    #[command(flatten)]
    pub(crate) audit: AuditArgs,
    /// Ask the archive for no capture; write down what would be saved.
    #[arg(long, help_heading = "Saving")]
    pub(crate) dry_run: bool,
    /// Keep the sources that are alive here instead, in WARC files and a WACZ in the output folder.
    #[arg(long, help_heading = "Saving")]
    pub(crate) local: bool,
    /// Keep the images, styles and scripts of a page as well.
    #[arg(long, requires = "local", help_heading = "Saving")]
    pub(crate) requisites: bool,
    /// Most new captures in this run.
    #[arg(long, value_name = "N", help_heading = "Saving")]
    pub(crate) max: Option<usize>,
}

/// The command without what it does not need.
pub(crate) fn of_save(save: Command) -> Command {
    let save = HIDDEN.into_iter().fold(save, |save, id| save.mut_arg(id, |arg| arg.hide(true)));
    save.after_help(AFTER_HELP)
}
