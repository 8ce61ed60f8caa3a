//! The run.

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::interrupt;
use super::outside::Outside;
use super::ticker::tick;
use super::write::write_all;
use crate::audit::{Input, Options, Stages, run};
use crate::cli::exit::Exit;
use crate::cli::folder::Folder;
use crate::cli::progress::Monitor;
use crate::cli::summary::summarise;
use crate::cli::terminal::Terminal;
use crate::clock::Clock;
use crate::model::{Decisions, Verdict};
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
    /// Formats of the audit.
    pub(crate) formats: Vec<ReportFormat>,
    /// Where it is written to.
    pub(crate) folder: Folder,
    /// What the editor decided in an earlier audit.
    pub(crate) decisions: Decisions,
    /// Verdicts that make the run end with exit code 2.
    pub(crate) fail_on: BTreeSet<Verdict>,
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
    let mut audit = tokio::select! {
        audit = run(job.inputs, stages, job.options) => audit,
        () = tick(&monitor, &job.outside) => unreachable!("the ticker never ends"),
    };
    audit.run.decisions = job.decisions;
    monitor.clear();
    let (written, complete) = write_all(&audit, &job.formats, &job.folder, terminal);
    summarise(&audit, &written, terminal);
    watch.abort();
    let ending = Ending {
        unwritten: !complete,
        interrupted: stop.is_cancelled(),
        incomplete: job.incomplete || audit.run.documents.iter().any(|document| document.error.is_some()),
        found: audit.findings.iter().any(|finding| job.fail_on.contains(&finding.check.value.verdict)),
    };
    ending.exit()
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
