//! The run itself: read, plan, ask (web and archive at the same time), look into the captures of
//! lost sources, join.

use std::sync::Arc;

use futures::StreamExt;
use futures::stream;

use crate::model::{Audit, Check, Citation, Finding, Known, Lookup, Reason, Run};
use crate::read::Reading;

use super::checks::check_links;
use super::extract::{Extracted, extract};
use super::input::Input;
use super::join::finding;
use super::links::{Plan, Target};
use super::lookups::{look_up, verify_captures};
use super::options::Options;
use super::progress::Event;
use super::remarks::remarks;
use super::session::Session;
use super::stages::Stages;

/// Audits the documents. Always gives an audit: what went wrong on the way is part of it.
pub async fn run(inputs: Vec<Input>, stages: Stages, options: Options) -> Audit {
    let documents = read_documents(inputs, &stages, &options.reading).await;
    let plan = Arc::new(plan(&documents, &options));
    stages.progress.tell(&Event::Planned { links: plan.links.len(), lookups: plan.queries.len() });
    let session = Arc::new(Session::begin(stages, options));
    let (checks, lookups) = tokio::join!(check_links(&plan, &session), look_up(&plan, &session));
    let lookups = verify_captures(&plan, &checks, lookups, &session).await;
    session.finish();
    let (summaries, citations): (Vec<_>, Vec<_>) =
        documents.into_iter().map(|document| (document.summary, document.citations)).unzip();
    let findings = join(citations, &plan, &checks, &lookups, &session);
    Audit {
        run: Run { remarks: remarks(&findings, &session), documents: summaries, ..Run::default() },
        findings,
    }
}

/// Reads the documents on all cores, in order.
async fn read_documents(inputs: Vec<Input>, stages: &Stages, reading: &Reading) -> Vec<Extracted> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let documents: Vec<Extracted> = stream::iter(inputs)
        .map(|input| {
            let reading = reading.clone();
            tokio::task::spawn_blocking(move || extract(input, &reading))
        })
        .buffered(cores)
        .filter_map(|read| async { read.ok() })
        .inspect(|document| {
            stages.progress.tell(&Event::Read {
                document: &document.summary.name,
                citations: document.summary.citations,
                error: document.summary.error.as_deref(),
                hint: document.hint.as_deref(),
            });
        })
        .collect()
        .await;
    documents
}

fn plan(documents: &[Extracted], options: &Options) -> Plan {
    let mut plan = Plan::default();
    for document in documents {
        for citation in document.citations.iter().filter(|citation| citation.url.is_some()) {
            plan.add(citation, document.date, options);
        }
    }
    plan
}

fn join(
    citations: Vec<Vec<Citation>>,
    plan: &Plan,
    checks: &[Known<Check>],
    lookups: &[Option<Known<Lookup>>],
    session: &Session,
) -> Vec<Finding> {
    let citations = citations.into_iter().flatten().filter(|citation| citation.url.is_some());
    citations
        .zip(&plan.targets)
        .map(|(citation, target)| match *target {
            Target::Asked { link, query } => finding(
                citation,
                checks[link].clone(),
                query.and_then(|query| lookups[query].clone()),
                query.and_then(|query| plan.queries[query].reference),
            ),
            Target::Skipped(reason) => finding(citation, skipped(reason, session), None, None),
        })
        .collect()
}

fn skipped(reason: Reason, session: &Session) -> Known<Check> {
    Known::live(Check::without_asking(reason, session.stages.clock.now()))
}
