//! The run itself: read, plan, ask (web and archive at the same time), look into the captures of
//! lost sources, join.

use std::sync::Arc;

use futures::StreamExt;
use futures::stream;

use crate::model::{Audit, Check, Citation, Finding, Known, Lookup, Reason, Receipt, Run, Transcript};

use super::checks::{check_links, checker};
use super::compare::compare_with_captures;
use super::extract::{Extracted, extract, extract_with_text};
use super::hosts::{doubt_new_owners, tell_failing_hosts};
use super::input::Input;
use super::join::finding;
use super::keeping::{Keeping, keep};
use super::links::{Plan, Target};
use super::lookups::{look_up, trace_lost, verify_captures};
use super::near_misses::mark_never_archived;
use super::options::Options;
use super::progress::Event;
use super::readings::settle_readings;
use super::remarks::remarks;
use super::saving::{Saved, Saving, save};
use super::session::Session;
use super::stages::Stages;
use super::transcript::MOST_TEXT;

/// Audits the documents. Always gives an audit: what went wrong on the way is part of it.
pub async fn run(inputs: Vec<Input>, stages: Stages, options: Options) -> Audit {
    run_and_save(inputs, stages, options, None, None).await.0
}

/// Audits the documents, saves sources that are alive and have no good capture, and keeps those that
/// are alive in an archive of one's own, as far as either is wished. Gives a receipt for each of them
/// besides.
pub async fn run_and_save(
    inputs: Vec<Input>,
    stages: Stages,
    options: Options,
    saving: Option<Saving>,
    keeping: Option<&Arc<Keeping>>,
) -> (Audit, Vec<Receipt>) {
    let mut documents = read_documents(inputs, &stages, &options).await;
    let transcripts = transcripts(&mut documents);
    let plan = Arc::new(plan(&documents, &options));
    stages.progress.tell(&Event::Planned { links: plan.links.len(), lookups: plan.queries.len() });
    let session = Arc::new(Session::begin(stages, options, saving));
    let checker = Arc::new(checker(&session));
    let (mut checks, mut lookups) =
        tokio::join!(check_links(&plan, &checker, &session), look_up(&plan, &session));
    let mut plan = Arc::unwrap_or_clone(plan);
    settle_readings(&mut plan, &mut checks, &mut lookups, &checker, &session).await;
    compare_with_captures(&plan, &mut checks, &lookups, &checker, &session).await;
    doubt_new_owners(&plan.links, &mut checks);
    let lookups = verify_captures(&plan, &checks, lookups, &session).await;
    let mut lookups = trace_lost(&plan, &checks, lookups, &session).await;
    let plan = Arc::new(plan);
    mark_never_archived(&plan, &mut checks, &lookups, &checker, &session).await;
    let mut saved = save(&plan, &checks, &mut lookups, &session).await;
    if let Some(keeping) = keeping {
        saved.receipts.extend(keep(&plan, &checks, keeping, &session).await);
    }
    session.finish();
    let (summaries, citations): (Vec<_>, Vec<_>) =
        documents.into_iter().map(|document| (document.summary, document.citations)).unzip();
    let mut findings = join(citations, &plan, &checks, &lookups, &saved, &session);
    let failing = tell_failing_hosts(&mut findings);
    session.record_findings(&summaries, &findings);
    let remarks = remarks(&findings, &failing, &saved.receipts, &session);
    (
        Audit { run: Run { remarks, documents: summaries, transcripts, ..Run::default() }, findings },
        saved.receipts,
    )
}

/// Reads the documents on all cores, in order.
async fn read_documents(inputs: Vec<Input>, stages: &Stages, options: &Options) -> Vec<Extracted> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let documents: Vec<Extracted> = stream::iter(inputs)
        .map(|input| {
            let reading = options.reading.clone();
            let extract = if options.keep_text { extract_with_text } else { extract };
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

/// The documents' texts, as far as they are kept, with their findings counted through the audit.
fn transcripts(documents: &mut [Extracted]) -> Vec<Transcript> {
    let (mut first, mut left) = (0, MOST_TEXT);
    if documents.iter().all(|document| document.text.is_none()) {
        return Vec::new();
    }
    let texts = documents.iter_mut().map(|document| {
        let text = document.text.take().unwrap_or_default();
        let text = if text.size() <= left { text } else { Transcript { cut: true, ..Transcript::default() } };
        left -= text.size();
        let text = text.from_finding(first);
        first += document.summary.citations;
        text
    });
    texts.collect()
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
    saved: &Saved,
    session: &Session,
) -> Vec<Finding> {
    let style = session.options.citation_style;
    let citations = citations.into_iter().flatten().filter(|citation| citation.url.is_some());
    citations
        .zip(plan.targets.iter().zip(&plan.references))
        .map(|(citation, (target, reference))| match *target {
            Target::Asked { link, query } => finding(
                citation,
                checks[link].clone(),
                query.and_then(|query| lookups[query].clone()),
                *reference,
                query.is_some_and(|query| saved.queries.contains(&query)),
                style,
            ),
            Target::Skipped(reason) => {
                finding(citation, skipped(reason, session), None, *reference, false, style)
            }
        })
        .collect()
}

fn skipped(reason: Reason, session: &Session) -> Known<Check> {
    Known::live(Check::without_asking(reason, session.stages.clock.now()))
}
