//! Whether and how sources are saved. The defaults are those of [`SaveSettings`].

use clap::{ArgAction, Args};
use url::Url;

use crate::archive::SaveSettings;
use crate::cli::value::{Time, http_url};

#[derive(Debug, Args)]
#[command(next_help_heading = "Saving")]
pub(crate) struct SavingArgs {
    /// Have the archive capture sources that are alive and have no good capture.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, action = ArgAction::Set)]
    #[arg(default_value_t = false, default_missing_value = "true", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(crate) save: bool,
    /// Most new captures in one run.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(crate) save_max: usize,
    /// Save also where the nearest capture is farther than this from the day of the citation.
    #[arg(long, value_name = "TIME")]
    pub(crate) save_farther: Option<Time>,
    /// Save without a login: slower, and the archive may not say what became of it.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, action = ArgAction::Set)]
    #[arg(default_value_t = false, default_missing_value = "true", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(crate) save_anonymously: bool,
    /// Save what a site's robots.txt does not allow as well.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, action = ArgAction::Set)]
    #[arg(default_value_t = false, default_missing_value = "true", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(crate) ignore_robots: bool,
    /// Where Save Page Now is.
    #[arg(long, value_name = "URL", value_parser = http_url)]
    #[arg(default_value_t = SaveSettings::default().save_url)]
    pub(crate) archive_save: Url,
    /// New captures asked for in a minute [default: 6, without a login 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) archive_save_rate: Option<u32>,
}
