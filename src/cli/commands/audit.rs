//! `ibid audit`.

use std::sync::Arc;

use strum::IntoEnumIterator;

use crate::cli::args::AuditArgs;
use crate::cli::baseline::baseline;
use crate::cli::carry::carried;
use crate::cli::conduct::{Job, Outside, RECEIPTS, Surroundings, conduct, file_name, open_archive};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::inputs::{Avoid, Documents, gather, say_troubles};
use crate::cli::plan::Plan;
use crate::cli::runtime::block_on;
use crate::cli::terminal::Terminal;
use crate::clock::{Clock, SystemClock};
use crate::report::ReportFormat;
use crate::store::Store;

/// Audits the documents.
///
/// # Errors
/// If what was asked for cannot be, the output folder or the store cannot be written, or there is
/// no way to the web.
pub(crate) fn audit(args: AuditArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    carry_out(Plan::new(args)?, terminal)
}

/// Carries out a plan.
///
/// # Errors
/// As [`audit`].
pub(super) fn carry_out(plan: Plan, terminal: &Terminal) -> Result<Exit, Failure> {
    let documents = gather(&plan.paths, &avoid(&plan))?;
    let decisions = carried(plan.carry.as_deref(), &plan.output, &plan.formats)?;
    let folder = Folder::open(&plan.output)?;
    let store = open_store(&plan)?;
    let baseline = baseline(plan.baseline.as_ref(), &store, terminal)?;
    if baseline.is_none() && !plan.fail_on_new.is_empty() {
        terminal.say("nothing to hold this audit against: every finding counts as new for --fail-on");
    }
    say_troubles(&documents, terminal);
    let Documents { inputs, failures, .. } = documents;
    block_on(async {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let outside = outside(&plan, &clock)?;
        let keeping = plan.keeping.as_ref().map(|how| {
            let agent = &plan.web.user_agent;
            let archive = open_archive(how, &plan.output, agent, &outside.fetch, &clock)?;
            Ok((how.name.clone(), Arc::new(archive)))
        });
        let job = Job {
            inputs,
            keeping: keeping.transpose()?,
            outside: outside.saving(plan.saving, &clock),
            store,
            clock,
            options: plan.options,
            formats: plan.formats,
            folder,
            decisions,
            baseline,
            fail_on: plan.fail_on,
            annotate: plan.annotate,
            fail_on_new: plan.fail_on_new,
            progress: plan.progress,
            incomplete: !failures.is_empty(),
        };
        Ok(conduct(job, terminal).await)
    })
}

fn avoid(plan: &Plan) -> Avoid {
    let receipts = || (plan.saving.is_some() || plan.keeping.is_some()).then(|| RECEIPTS.to_owned());
    let written = plan.formats.iter().copied().map(file_name).chain(receipts());
    let known = ReportFormat::iter().map(file_name).chain([RECEIPTS.to_owned()]);
    Avoid::output(&plan.output, known, written)
}

fn open_store(plan: &Plan) -> Result<Store, Failure> {
    let store = Store::open(&plan.store).map_err(|error| Failure::run(error.to_string(), error.hint()))?;
    Ok(match &plan.archives {
        Some(archives) => store.for_archive(archives.identity()),
        None => store,
    })
}

fn outside(plan: &Plan, clock: &Arc<dyn Clock>) -> Result<Outside, Failure> {
    if plan.options.offline {
        return Ok(Outside::none(plan.archives.as_ref(), clock));
    }
    let web = Surroundings::real().web(plan.web.clone())?;
    Ok(Outside::new(web, plan.archives.as_ref(), clock))
}
