//! How sources are saved.

use std::time::Duration;

use super::archives::{pace, without_slash};
use crate::archive::{Credentials, SaveSettings};
use crate::cli::args::{AuditArgs, SavingArgs};
use crate::cli::failure::Failure;

/// The environment's names for the two keys.
const KEYS: [&str; 2] = ["IA_ACCESS_KEY", "IA_SECRET_KEY"];

const MINUTE: Duration = Duration::from_mins(1);

const WHERE_KEYS_ARE: &str = "set IA_ACCESS_KEY and IA_SECRET_KEY (https://archive.org/account/s3.php), \
                              or save slowly without a login: --save-anonymously";

/// How sources are saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SavingPlan {
    /// How the service is asked.
    pub(crate) settings: SaveSettings,
    /// The login, if there is one.
    pub(crate) credentials: Option<Credentials>,
    /// Whether robots.txt is obeyed.
    pub(crate) robots: bool,
    /// The most new captures.
    pub(crate) most: usize,
    /// From which distance on a capture is not good enough.
    pub(crate) farther: Option<Duration>,
    /// Whether nothing is asked.
    pub(crate) dry_run: bool,
}

/// The plan; `key` reads the environment.
///
/// # Errors
/// If there is nobody to ask, or no login and none is to be done without.
pub(super) fn saving(
    args: &AuditArgs,
    most: usize,
    dry_run: bool,
    key: impl Fn(&str) -> Option<String>,
) -> Result<SavingPlan, Failure> {
    let contradicts = [(args.network.offline, "--offline"), (args.archive.no_archive, "--no-archive")];
    if let Some((_, flag)) = contradicts.into_iter().find(|(is_set, _)| *is_set) {
        return Err(Failure::usage(
            format!("nothing can be saved with {flag}"),
            format!("leave {flag} out, or do not save"),
        ));
    }
    let credentials = if args.saving.save_anonymously || dry_run { None } else { Some(login(key)?) };
    Ok(SavingPlan {
        settings: settings(&args.saving, credentials.is_some(), &args.archive.archive_replay),
        credentials,
        robots: !args.saving.ignore_robots,
        most,
        farther: args.saving.save_farther.map(|time| time.0),
        dry_run,
    })
}

fn login(key: impl Fn(&str) -> Option<String>) -> Result<Credentials, Failure> {
    let [access, secret] = KEYS.map(|name| key(name).filter(|value| !value.trim().is_empty()));
    let (Some(access), Some(secret)) = (access, secret) else {
        return Err(Failure::usage("there is no login for Save Page Now", WHERE_KEYS_ARE));
    };
    Credentials::new(&access, &secret)
        .map_err(|error| Failure::usage(format!("the login for Save Page Now: {error}"), WHERE_KEYS_ARE))
}

fn settings(args: &SavingArgs, has_login: bool, replay: &url::Url) -> SaveSettings {
    let defaults = SaveSettings::default();
    let usual = if has_login { SaveSettings::PER_MINUTE } else { SaveSettings::PER_MINUTE_ANONYMOUS };
    let rate = args.archive_save_rate.unwrap_or(usual);
    // Who raises the one pace has a service of his own, or a test.
    let status_rate = defaults.status_pace.per_minute.max(rate);
    SaveSettings {
        save_url: without_slash(&args.archive_save),
        replay_url: without_slash(replay),
        pace: pace(rate, defaults.pace),
        first_poll: defaults.first_poll.min(MINUTE * 10 / rate),
        status_pace: pace(status_rate, defaults.status_pace),
        ..defaults
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::args::{Cli, Command};
    use crate::cli::exit::Exit;

    fn planned(flags: &[&str], keys: bool) -> Result<SavingPlan, Failure> {
        let words = ["ibid", "audit", "report.md"].iter().chain(flags);
        let Command::Audit(args) = Cli::try_parse_from(words).unwrap().command else { panic!("no audit") };
        saving(&args, 5, false, |name| keys.then(|| format!("k4NaRy0 of {name}")))
    }

    #[test]
    fn a_login_is_taken_from_the_environment_and_never_shown() {
        let plan = planned(&[], true).unwrap();
        assert_eq!(
            plan.credentials,
            Credentials::new("k4NaRy0 of IA_ACCESS_KEY", "k4NaRy0 of IA_SECRET_KEY").ok()
        );
        assert!(!format!("{plan:?}").contains("k4NaRy0"), "{plan:?}");
        assert_eq!(
            (plan.settings, plan.robots, plan.most, plan.farther),
            (SaveSettings::default(), true, 5, None)
        );
        let failure = planned(&[], false).unwrap_err();
        assert_eq!(
            (failure.message.as_str(), failure.exit),
            ("there is no login for Save Page Now", Exit::Usage)
        );
    }

    #[test]
    fn without_a_login_it_goes_slowly() {
        let plan =
            planned(&["--save-anonymously", "--ignore-robots", "--save-farther", "365d"], false).unwrap();
        assert_eq!(plan.credentials, None);
        assert_eq!(plan.settings.pace.per_minute, 3);
        assert!(!plan.robots);
        assert_eq!(plan.farther, Some(Duration::from_hours(24 * 365)));
    }
}
