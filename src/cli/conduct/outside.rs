//! What a run asks: the web and the archives, put together from their settings.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;

use super::logged::Logged;
use crate::archive::{Archive, Chain, Memento, Robots, SavePageNow, Wayback};
use crate::audit::Saving;
use crate::cli::failure::Failure;
use crate::cli::plan::{Archives, SavingPlan};
use crate::cli::progress::Waiting;
use crate::cli::terminal::clean_line;
use crate::clock::Clock;
use crate::web::{Fetch, Offline, Proxies, Resolve, Settings, SystemResolver, Web, WebError};

/// Where the run takes place: on the real web, or in the demo's.
pub(crate) struct Surroundings {
    /// Who looks names up; none for the system.
    pub(crate) resolver: Option<Arc<dyn Resolve>>,
    /// Authorities that are trusted beside the system's.
    pub(crate) roots: Vec<CertificateDer<'static>>,
    /// Proxies.
    pub(crate) proxies: Proxies,
}

impl Surroundings {
    /// The real web, as the machine sees it.
    pub(crate) fn real() -> Self {
        Self { resolver: None, roots: Vec::new(), proxies: Proxies::Environment }
    }

    /// The web in these surroundings.
    ///
    /// # Errors
    /// If no name server or no certificate can be had.
    pub(crate) fn web(self, settings: Settings) -> Result<Web, Failure> {
        let resolver = match self.resolver {
            Some(resolver) => resolver,
            None => system_resolver()?,
        };
        Web::builder(settings, resolver)
            .proxies(self.proxies)
            .roots(self.roots)
            .build()
            .map_err(|error| no_web(&error))
    }
}

fn system_resolver() -> Result<Arc<dyn Resolve>, Failure> {
    let no_names = |error| {
        Failure::run(format!("names cannot be looked up: {error}"), "check the name servers of this machine")
    };
    Ok(Arc::new(SystemResolver::new().map_err(no_names)?))
}

/// The error's text carries its own hint where there is one.
fn no_web(error: &WebError) -> Failure {
    let text = error.to_string();
    let (message, hint) =
        text.split_once("\nhint: ").unwrap_or((&text, "check the proxy variables and SSL_CERT_FILE"));
    Failure::run(format!("the web cannot be asked: {message}"), hint)
}

/// What lies outside of the program, and what of it is being waited for.
#[derive(Clone)]
pub(crate) struct Outside {
    /// The web.
    pub(crate) fetch: Arc<dyn Fetch>,
    /// The archives, if any is asked.
    pub(crate) archive: Option<Arc<dyn Archive>>,
    saving: Option<Saving>,
    web: Option<Arc<Web>>,
}

impl Outside {
    /// The web, and the archives behind it: archives are asked through the same throttle.
    pub(crate) fn new(web: Web, archives: Option<&Archives>, clock: &Arc<dyn Clock>) -> Self {
        let web = Arc::new(web);
        let fetch: Arc<dyn Fetch> = Arc::new(Logged(web.clone()));
        let archive = archives.map(|archives| chain(archives, &fetch, clock));
        Self { fetch, archive, saving: None, web: Some(web) }
    }

    /// The same with a service that saves, behind the same throttle.
    pub(crate) fn saving(self, plan: Option<SavingPlan>, clock: &Arc<dyn Clock>) -> Self {
        let saving = plan.map(|plan| Saving {
            service: Arc::new(SavePageNow::new(plan.settings, plan.credentials, &self.fetch, clock)),
            robots: plan.robots.then(|| Arc::new(Robots::new(self.fetch.clone()))),
            most: plan.most,
            farther: plan.farther,
            dry_run: plan.dry_run,
        });
        Self { saving, ..self }
    }

    /// How sources are saved, if they are.
    pub(crate) fn how_to_save(&self) -> Option<Saving> {
        self.saving.clone()
    }

    /// Nothing: a run that stays offline.
    pub(crate) fn none(archives: Option<&Archives>, clock: &Arc<dyn Clock>) -> Self {
        let fetch: Arc<dyn Fetch> = Arc::new(Offline);
        let archive = archives.map(|archives| chain(archives, &fetch, clock));
        Self { fetch, archive, saving: None, web: None }
    }

    /// What is being waited for at this moment; safe to be drawn.
    pub(crate) fn waiting(&self) -> Waiting {
        let hosts = self.web.as_ref().map(|web| web.waiting()).unwrap_or_default();
        Waiting {
            hosts: hosts.len(),
            longest: hosts.first().map(|waiting| clean_line(&waiting.host)),
            archive: self.archive_waits().map(|words| clean_line(&words)),
        }
    }

    fn archive_waits(&self) -> Option<String> {
        let archive = self.archive.as_ref().and_then(|archive| archive.waiting_for());
        archive.or_else(|| self.saving.as_ref()?.service.waiting_for())
    }
}

/// All archives as one.
fn chain(archives: &Archives, fetch: &Arc<dyn Fetch>, clock: &Arc<dyn Clock>) -> Arc<dyn Archive> {
    let mut all: Vec<Arc<dyn Archive>> = Vec::new();
    for settings in archives.wayback.iter().cloned() {
        all.push(Arc::new(Wayback::new(settings, fetch, clock)));
    }
    for settings in archives.mementos.iter().cloned() {
        all.push(Arc::new(Memento::new(settings, fetch, clock)));
    }
    Arc::new(Chain::new(all))
}
