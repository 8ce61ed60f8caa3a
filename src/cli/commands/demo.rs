//! `ibid demo`: the whole audit, real in every stage, on a web inside the program.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;

use crate::audit::{Input, Options};
use crate::cli::args::DemoArgs;
use crate::cli::carry::carried;
use crate::cli::conduct::{Job, Outside, Surroundings, conduct};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::plan::{demo_archives, demo_options, demo_saving, demo_web, each_once};
use crate::cli::runtime::block_on;
use crate::cli::terminal::Terminal;
use crate::clock::{Clock, SystemClock};
use crate::demo::{SAMPLE_REPORT, SaveDesk, World};
use crate::report::ReportFormat;
use crate::store::Store;
use crate::web::Proxies;

/// The bundled report's name in its audit.
const REPORT: &str = "sample-report.txt";

/// Audits the bundled report. What it finds is the show, so no finding is one to fail on.
///
/// # Errors
/// If the output folder cannot be written, or loopback cannot be listened on.
pub(crate) fn demo(args: &DemoArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let formats = each_once(args.output.format.clone());
    let decisions = carried(args.output.carry.as_deref(), &args.output.output, &formats)?;
    let folder = Folder::open(&args.output.output)?;
    block_on(async {
        let world = World::start().await.map_err(|error| no_world(&error.to_string()))?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let settings = demo_web();
        let job = Job {
            inputs: vec![Input::bytes(REPORT, SAMPLE_REPORT.as_bytes().to_vec())],
            options: Options {
                citation_style: args.output.citation_style,
                keep_text: formats.contains(&ReportFormat::Html),
                ..demo_options(&settings)?
            },
            outside: Outside::new(
                surroundings(&world).web(settings)?,
                Some(&demo_archives(World::ARCHIVE)?),
                &clock,
            )
            .saving(Some(demo_saving(World::ARCHIVE, SaveDesk::KEYS)?), &clock),
            store: Store::in_memory().map_err(|error| Failure::run(error.to_string(), error.hint()))?,
            clock,
            formats,
            folder,
            decisions,
            keeping: None,
            baseline: None,
            fail_on: BTreeSet::new(),
            annotate: false,
            fail_on_new: BTreeSet::new(),
            progress: true,
            incomplete: false,
        };
        Ok(conduct(job, terminal).await)
    })
}

fn surroundings(world: &World) -> Surroundings {
    Surroundings {
        resolver: Some(Arc::new(world.names.clone())),
        roots: vec![CertificateDer::from(world.root_certificate.clone())],
        proxies: Proxies::None,
    }
}

fn no_world(error: &str) -> Failure {
    Failure::run(error, "check that this machine has a loopback interface (127.0.0.1)")
}
