//! What the audit stage needs to know.

use regex::{Regex, RegexSet};

use crate::audit::Options;
use crate::cli::args::AuditArgs;
use crate::cli::failure::Failure;
use crate::cli::value::{AnswerKind, MaxAgeRule};
use crate::read::Reading;
use crate::report::ReportFormat;
use crate::store::MaxAge;

/// Links that are under way for each request under way. A link mostly waits: for its host's
/// interval, for a name, before a retry. Were there only as many as requests, the requests' places
/// would stand empty.
const LINKS_FOR_A_REQUEST: usize = 4;

/// The audit's options.
///
/// # Errors
/// If the patterns are too large together, or `--max-age` says two things about the same.
pub(super) fn options(args: &AuditArgs) -> Result<Options, Failure> {
    Ok(Options {
        include: patterns(&args.input.include, "--include")?,
        exclude: patterns(&args.input.exclude, "--exclude")?,
        max_age: max_age(&args.store.max_age)?,
        accept: args.network.accept.iter().cloned().flatten().collect(),
        offline: args.network.offline,
        citation_style: args.output.citation_style,
        reading: Reading { password: args.input.password.clone() },
        keep_text: args.output.format.contains(&ReportFormat::Html),
        archive: !args.archive.no_archive,
        host_concurrency: args.network.host_concurrency,
        max_in_flight: args.network.max_concurrency.saturating_mul(LINKS_FOR_A_REQUEST),
    })
}

fn patterns(patterns: &[Regex], flag: &str) -> Result<RegexSet, Failure> {
    RegexSet::new(patterns.iter().map(Regex::as_str)).map_err(|error| {
        Failure::usage(format!("the patterns of {flag} are too large together: {error}"), "name fewer")
    })
}

/// One time for all, with exceptions by kind.
fn max_age(rules: &[MaxAgeRule]) -> Result<MaxAge, Failure> {
    let mut ages = MaxAge::default();
    for (index, rule) in rules.iter().enumerate() {
        if rules[..index].iter().any(|before| before.kind == rule.kind) {
            return Err(twice(rule.kind));
        }
    }
    if let Some(rule) = rules.iter().find(|rule| rule.kind.is_none()) {
        ages = MaxAge { alive: rule.age.0, trouble: rule.age.0, captures: rule.age.0 };
    }
    for rule in rules {
        match rule.kind {
            Some(AnswerKind::Alive) => ages.alive = rule.age.0,
            Some(AnswerKind::Trouble) => ages.trouble = rule.age.0,
            Some(AnswerKind::Captures) => ages.captures = rule.age.0,
            None => {}
        }
    }
    Ok(ages)
}

fn twice(kind: Option<AnswerKind>) -> Failure {
    let what = kind.map_or("a time for all".to_owned(), |kind| kind.to_string());
    Failure::usage(format!("--max-age has {what} twice"), "write it like alive=7d,trouble=1d,captures=30d")
}
