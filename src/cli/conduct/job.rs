//! The run.

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::annotate::{annotate, terms};
use super::interrupt;
use super::keep::{damages, pack};
use super::outside::Outside;
use super::ticker::tick;
use super::write::{is_any_read, write_all, write_receipts};
use crate::audit::{Input, Keeping, Options, Stages, compare, run_and_save};
use crate::cli::actions::show_actions;
use crate::cli::exit::Exit;
use crate::cli::folder::Folder;
use crate::cli::progress::Monitor;
use crate::cli::summary::{summarise, summarise_saving};
use crate::cli::terminal::Terminal;
use crate::clock::Clock;
use crate::model::{Baseline, Decisions, Finding, SaveStatus, Verdict};
use crate::report::ReportFormat;
use crate::store::Store;

/// Everything a run needs, ready to begin.
pub(crate) struct Job {
    /// The documents.
    pub(crate) inputs: Vec<Input>,
    /// What is asked.
    pub(crate) outside: Outside,
    /// What is remembered.
    pub(crate) store: Store,
    /// The time.
    pub(crate) clock: Arc<dyn Clock>,
    /// What the audit stage needs to know.
    pub(crate) options: Options,
    /// Formats of the audit; none if it is not to be written.
    pub(crate) formats: Vec<ReportFormat>,
    /// Where it is written to.
    pub(crate) folder: Folder,
    /// What the editor decided in an earlier audit.
    pub(crate) decisions: Decisions,
    /// How sources are kept, and under which name, if they are.
    pub(crate) keeping: Option<(String, Arc<Keeping>)>,
    /// The audit that this one is held against, if any.
    pub(crate) baseline: Option<Baseline>,
    /// Verdicts that make the run end with exit code 2.
    pub(crate) fail_on: BTreeSet<Verdict>,
    /// Whether GitHub is told of the findings.
    pub(crate) annotate: bool,
    /// Verdicts that do so only where the baseline had another.
    pub(crate) fail_on_new: BTreeSet<Verdict>,
    /// Whether progress is shown.
    pub(crate) progress: bool,
    /// Whether it is known already that not everything can be audited.
    pub(crate) incomplete: bool,
}

/// Runs the audit, writes it and says how it went.
pub(crate) async fn conduct(job: Job, terminal: &Terminal) -> Exit {
    let stop = CancellationToken::new();
    let monitor = Arc::new(Monitor::new(terminal, job.progress));
    let stages = Stages {
        web: job.outside.fetch.clone(),
        archive: job.outside.archive.clone(),
        store: Arc::new(job.store),
        clock: job.clock,
        progress: monitor.clone(),
        stop: stop.clone(),
    };
    let watch = tokio::spawn(interrupt::watch(stop.clone(), terminal.clone()));
    let saving = job.outside.how_to_save();
    let keeping = job.keeping.as_ref();
    for damage in keeping.iter().flat_map(|(_, keeping)| damages(keeping)) {
        terminal.warning(&damage);
    }
    let is_saving = saving.is_some() || keeping.is_some();
    let (mut audit, receipts) = tokio::select! {
        done = run_and_save(job.inputs, stages, job.options, saving, keeping.map(|(_, keeping)| keeping)) => done,
        () = tick(&monitor, &job.outside) => unreachable!("the ticker never ends"),
    };
    audit.run.decisions = job.decisions;
    if let Some(baseline) = &job.baseline {
        compare(&mut audit, baseline);
    }
    monitor.clear();
    let (on, on_new) = (job.fail_on.clone(), job.fail_on_new.clone());
    let terms = terms(move |finding| fails(finding, &on, &on_new));
    let (mut written, mut complete) = write_all(&audit, &job.formats, &terms, &job.folder, terminal);
    if job.annotate
        && let Err(failure) = annotate(&audit, &terms)
    {
        terminal.failure(&failure);
        complete = false;
    }
    if is_saving && is_any_read(&audit) {
        complete &= write_receipts(&receipts, &job.folder, &mut written, terminal);
    }
    if let Some((name, keeping)) = keeping {
        match pack(keeping, name, &job.folder) {
            Ok(path) => written.extend(path),
            Err(failure) => {
                terminal.failure(&failure);
                complete = false;
            }
        }
    }
    if is_any_read(&audit) {
        summarise(&audit, !job.formats.is_empty(), terminal);
        if is_saving {
            summarise_saving(&audit, &receipts, terminal);
        }
        if !job.formats.is_empty() {
            show_actions(&audit, &written, terminal);
        }
    }
    for path in written {
        terminal.say(&format!("written: {}", path.display()));
    }
    watch.abort();
    let ending = Ending {
        unwritten: !complete,
        interrupted: stop.is_cancelled(),
        incomplete: job.incomplete
            || (job.formats.is_empty()
                && receipts.iter().any(|receipt| receipt.status == SaveStatus::Paused))
            || audit.run.documents.iter().any(|document| document.error.is_some()),
        found: audit.findings.iter().any(|finding| fails(finding, &job.fail_on, &job.fail_on_new)),
    };
    ending.exit()
}

/// Whether a finding is one to fail on.
fn fails(finding: &Finding, on: &BTreeSet<Verdict>, on_new: &BTreeSet<Verdict>) -> bool {
    let verdict = finding.check.value.verdict;
    on.contains(&verdict) || (on_new.contains(&verdict) && finding.is_newly(verdict))
}

/// What speaks for which exit code.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four facts that do not depend on each other")]
struct Ending {
    unwritten: bool,
    interrupted: bool,
    incomplete: bool,
    found: bool,
}

impl Ending {
    /// The gravest that applies. An incomplete audit comes before its findings: there may be more
    /// of them than it shows.
    fn exit(self) -> Exit {
        match self {
            Self { unwritten: true, .. } => Exit::Failure,
            Self { interrupted: true, .. } => Exit::Interrupted,
            Self { incomplete: true, .. } => Exit::Failure,
            Self { found: true, .. } => Exit::Findings,
            _ => Exit::Success,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_decides() {
        let all = Ending { unwritten: true, interrupted: true, incomplete: true, found: true };
        assert_eq!(all.exit(), Exit::Failure);
        assert_eq!(Ending { unwritten: false, ..all }.exit(), Exit::Interrupted);
        assert_eq!(Ending { unwritten: false, interrupted: false, ..all }.exit(), Exit::Failure);
        assert_eq!(Ending { found: true, ..Ending::default() }.exit(), Exit::Findings);
        assert_eq!(Ending::default().exit(), Exit::Success);
    }
}
