//! The plan of `ibid audit`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::archives::{Archives, archives};
use super::keeping::{KeepingPlan, keeping};
use super::options::options;
use super::saving::{SavingPlan, saving};
use super::web::settings;
use crate::audit::Options;
use crate::cli::args::{AuditArgs, SaveArgs};
use crate::cli::failure::Failure;
use crate::cli::value::FailOn;
use crate::model::Verdict;
use crate::report::ReportFormat;
use crate::web::Settings;

/// Where reports are looked for if none is named.
const DEFAULT_INPUT: &str = "reports";

/// Where an earlier audit is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Earlier {
    /// The last run that the store holds.
    Store,
    /// Its `audit.json`.
    File(PathBuf),
}

/// The word that means the store; a file of this name is `./store`.
const STORE: &str = "store";

/// A run that makes sense.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Documents and folders; at least one.
    pub(crate) paths: Vec<PathBuf>,
    /// Formats of the audit, each once; none if it is not to be written.
    pub(crate) formats: Vec<ReportFormat>,
    /// The folder it is written to.
    pub(crate) output: PathBuf,
    /// The workbook whose decisions are taken over, if one is named.
    pub(crate) carry: Option<PathBuf>,
    /// How the web is asked.
    pub(crate) web: Settings,
    /// The archives, if any is asked.
    pub(crate) archives: Option<Archives>,
    /// How sources are saved, if they are.
    pub(crate) saving: Option<SavingPlan>,
    /// How sources are kept here, if they are.
    pub(crate) keeping: Option<KeepingPlan>,
    /// The store's file.
    pub(crate) store: PathBuf,
    /// What the audit stage needs to know.
    pub(crate) options: Options,
    /// The audit that this one is held against, if any.
    pub(crate) baseline: Option<Earlier>,
    /// Verdicts that make the run end with exit code 2.
    pub(crate) fail_on: BTreeSet<Verdict>,
    /// Whether GitHub is told of the findings.
    pub(crate) annotate: bool,
    /// Verdicts that do so only where the baseline had another.
    pub(crate) fail_on_new: BTreeSet<Verdict>,
    /// Whether progress is shown.
    pub(crate) progress: bool,
}

impl Plan {
    /// The plan that was asked for.
    ///
    /// # Errors
    /// If it contradicts itself, or there is nothing to audit.
    pub(crate) fn new(args: AuditArgs) -> Result<Self, Failure> {
        let saved = args.saving.save.then(|| saving(&args, args.saving.save_max, false, environment));
        Ok(Self { saving: saved.transpose()?, ..Self::without_saving(args)? })
    }

    /// The plan of a run that saves, and writes no audit.
    ///
    /// # Errors
    /// As [`Plan::new`]; also if there is no login.
    pub(crate) fn to_save(args: SaveArgs) -> Result<Self, Failure> {
        let most = args.max.unwrap_or(args.audit.saving.save_max);
        let (mut service, mut local) = (None, None);
        if args.local {
            local = Some(keeping(&args, most)?);
        } else {
            service = Some(saving(&args.audit, most, args.dry_run, environment)?);
        }
        let mut plan = Self::without_saving(args.audit)?;
        if local.is_some() {
            plan.archives = None;
            plan.options.archive = false;
        }
        plan.formats = Vec::new();
        plan.fail_on = BTreeSet::new();
        plan.fail_on_new = BTreeSet::new();
        plan.annotate = false;
        Ok(Self { saving: service, keeping: local, carry: None, baseline: None, ..plan })
    }

    fn without_saving(args: AuditArgs) -> Result<Self, Failure> {
        Ok(Self {
            saving: None,
            keeping: None,
            options: options(&args)?,
            web: settings(&args.network)?,
            archives: archives(&args.archive)?,
            fail_on_new: newly(&args.behaviour.fail_on),
            fail_on: verdicts(&args.behaviour.fail_on)?,
            baseline: args.behaviour.baseline.map(earlier),
            paths: paths(args.input.paths)?,
            formats: each_once(args.output.format),
            output: args.output.output,
            carry: args.output.carry,
            store: args.store.store,
            annotate: args.behaviour.annotate.github(environment("GITHUB_ACTIONS").as_deref()),
            progress: !args.behaviour.no_progress,
        })
    }
}

fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn paths(named: Vec<PathBuf>) -> Result<Vec<PathBuf>, Failure> {
    if !named.is_empty() {
        Ok(named)
    } else if Path::new(DEFAULT_INPUT).is_dir() {
        Ok(vec![DEFAULT_INPUT.into()])
    } else {
        Err(Failure::usage(
            format!("no report is named, and there is no folder {DEFAULT_INPUT}/ here"),
            "name a report: ibid audit report.md",
        ))
    }
}

fn verdicts(words: &[FailOn]) -> Result<BTreeSet<Verdict>, Failure> {
    if words.contains(&FailOn::Nothing) && words.len() > 1 {
        return Err(Failure::usage(
            "--fail-on names both none and verdicts",
            "write --fail-on none by itself",
        ));
    }
    let verdict = |word: &FailOn| match word {
        FailOn::Verdict(verdict) => Some(*verdict),
        FailOn::New(_) | FailOn::Nothing => None,
    };
    Ok(words.iter().filter_map(verdict).collect())
}

fn newly(words: &[FailOn]) -> BTreeSet<Verdict> {
    let verdict = |word: &FailOn| match word {
        FailOn::New(verdict) => Some(*verdict),
        FailOn::Verdict(_) | FailOn::Nothing => None,
    };
    words.iter().filter_map(verdict).collect()
}

fn earlier(named: PathBuf) -> Earlier {
    if named.as_os_str() == STORE { Earlier::Store } else { Earlier::File(named) }
}

/// The same, without repeats, in the order of first appearance.
pub(crate) fn each_once(formats: Vec<ReportFormat>) -> Vec<ReportFormat> {
    let mut once = Vec::new();
    for format in formats {
        if !once.contains(&format) {
            once.push(format);
        }
    }
    once
}
