//! How the web is asked. The defaults are those of [`Settings`].

use clap::{ArgAction, Args};
use ipnet::IpNet;

use crate::cli::value::{Header, StatusRange, Time, header, network, status_range};
use crate::web::Settings;

#[derive(Debug, Args)]
#[command(next_help_heading = "Network")]
pub(crate) struct NetworkArgs {
    /// Whole time that one attempt may take.
    #[arg(long, value_name = "TIME", default_value_t = Time(Settings::default().timeout))]
    pub(crate) timeout: Time,
    /// How often a passing failure is tried again; never a 404.
    #[arg(long, value_name = "N", default_value_t = Settings::default().max_retries)]
    #[arg(value_parser = clap::value_parser!(u32).range(..=20))]
    pub(crate) max_retries: u32,
    /// Most requests at once.
    #[arg(long, value_name = "N", default_value_t = Settings::default().max_concurrency)]
    pub(crate) max_concurrency: usize,
    /// Most requests at once to one host.
    #[arg(long, value_name = "N", default_value_t = Settings::default().host_concurrency)]
    pub(crate) host_concurrency: usize,
    /// Least time between the starts of two requests to one host.
    #[arg(long, value_name = "TIME", default_value_t = Time(Settings::default().host_interval))]
    pub(crate) host_interval: Time,
    /// Statuses that count as alive beside 200..=299, such as 403,500..=599.
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = status_range)]
    pub(crate) accept: Vec<StatusRange>,
    /// Header to send with every request; can be given more than once.
    #[arg(long, value_name = "NAME: VALUE", value_parser = header)]
    pub(crate) header: Vec<Header>,
    /// What the program calls itself; should name a contact.
    #[arg(long, value_name = "TEXT", default_value_t = Settings::default().user_agent)]
    pub(crate) user_agent: String,
    /// Network that may be asked though it is not public; can be given more than once.
    #[arg(long, value_name = "CIDR", value_delimiter = ',', value_parser = network)]
    pub(crate) allow_net: Vec<IpNet>,
    /// Ask nobody; use what the store remembers, whatever its age.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, action = ArgAction::Set)]
    #[arg(default_value_t = false, default_missing_value = "true", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(crate) offline: bool,
}
