//! Which archives are asked, and how often. The defaults are those of [`WaybackSettings`].

use clap::{ArgAction, Args};
use url::Url;

use crate::archive::WaybackSettings;
use crate::cli::value::http_url;

#[derive(Debug, Args)]
#[command(next_help_heading = "Archive")]
pub(crate) struct ArchiveArgs {
    /// Look up no captures at all.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, action = ArgAction::Set)]
    #[arg(default_value_t = false, default_missing_value = "true", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(crate) no_archive: bool,
    /// Leave the Wayback Machine out, and ask only the archives named here.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, action = ArgAction::Set)]
    #[arg(default_value_t = false, default_missing_value = "true", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(crate) no_wayback: bool,
    /// Where the Availability service is.
    #[arg(long, value_name = "URL", value_parser = http_url)]
    #[arg(default_value_t = WaybackSettings::default().availability_url)]
    pub(crate) archive_availability: Url,
    /// Where the CDX server is.
    #[arg(long, value_name = "URL", value_parser = http_url)]
    #[arg(default_value_t = WaybackSettings::default().cdx_url)]
    pub(crate) archive_cdx: Url,
    /// What stands before the date in the address of a capture.
    #[arg(long, value_name = "URL", value_parser = http_url)]
    #[arg(default_value_t = WaybackSettings::default().replay_url)]
    pub(crate) archive_replay: Url,
    /// Requests a minute to the CDX server.
    #[arg(long, value_name = "N", default_value_t = WaybackSettings::default().cdx_pace.per_minute)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) archive_cdx_rate: u32,
    /// Requests a minute to the other parts of the archive.
    #[arg(long, value_name = "N", default_value_t = WaybackSettings::default().other_pace.per_minute)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) archive_rate: u32,
    #[arg(long, value_name = "URL", value_parser = http_url)]
    #[arg(help = "Another archive, by its base for Memento TimeMaps; asked for what is not found before")]
    pub(crate) archive_timemap: Vec<Url>,
    #[arg(long, value_name = "URL", value_parser = http_url)]
    #[arg(help = "Another archive, by its base for Memento TimeGates; asked last")]
    pub(crate) archive_timegate: Vec<Url>,
}
