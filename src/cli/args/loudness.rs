//! How much is said on stderr.

use clap::{ArgAction, Args};

#[derive(Debug, Args)]
#[command(next_help_heading = "Behaviour")]
pub(crate) struct LoudnessArgs {
    /// Say nothing but errors.
    #[arg(long, short, global = true, overrides_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say more: -v what is done, -vv every request, -vvv what the libraries do.
    #[arg(long, short, global = true, overrides_with = "quiet", action = ArgAction::Count)]
    pub(crate) verbose: u8,
}
