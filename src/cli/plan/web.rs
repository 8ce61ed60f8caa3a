//! How the web is asked.

use reqwest::header::HeaderMap;

use crate::cli::args::NetworkArgs;
use crate::cli::failure::Failure;
use crate::cli::value::Header;
use crate::web::{Proxies, Settings};

/// The web's settings.
///
/// # Errors
/// If a number that must not be 0 is, the user agent cannot be sent, or a proxy of the environment
/// cannot be used.
pub(super) fn settings(args: &NetworkArgs) -> Result<Settings, Failure> {
    if !args.offline {
        Proxies::Environment.check().map_err(|error| {
            Failure::usage(error.to_string(), "write it like http://proxy.example:3128, or unset it")
        })?;
    }
    let defaults = Settings::default();
    let settings = Settings {
        timeout: args.timeout.0,
        // A whole attempt of 3 s cannot wait 10 s for its next byte.
        progress_timeout: defaults.progress_timeout.min(args.timeout.0),
        connect_timeout: defaults.connect_timeout.min(args.timeout.0),
        max_retries: args.max_retries,
        max_concurrency: args.max_concurrency,
        host_concurrency: args.host_concurrency,
        host_interval: args.host_interval.0,
        user_agent: args.user_agent.clone(),
        headers: headers(&args.header),
        allow_net: args.allow_net.clone(),
        ..defaults
    };
    let invalid = |error: crate::web::SettingsError| {
        Failure::usage(error.to_string(), "`ibid audit --help` shows the defaults")
    };
    settings.validate().map(|()| settings).map_err(invalid)
}

fn headers(headers: &[Header]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(name, value.clone());
    }
    map
}
