//! Every link gets its verdict: remembered where fresh, asked where not, and written to the store
//! the moment it is known.

use std::sync::Arc;

use futures::FutureExt;

use crate::check::{Checker, Rules};
use crate::model::{Check, Evidence, Known, Link, Reason};

use super::history::with_history;
use super::links::Plan;
use super::options::Options;
use super::probes::StoredProbes;
use super::progress::Event;
use super::schedule::{Limits, each_host};
use super::stages::Stages;

/// The checks of the plan's links, in their order.
pub(super) async fn check_links(plan: &Arc<Plan>, stages: &Stages, options: &Options) -> Vec<Known<Check>> {
    let checks = Arc::new(Checks::new(stages, options));
    let hosts = plan.links.iter().map(|link| link.url.host_str().unwrap_or_default().to_owned());
    let limits = Limits { per_host: options.host_concurrency, in_all: options.max_in_flight };
    let mut results = each_host(hosts, limits, |index| {
        let (plan, checks) = (Arc::clone(plan), Arc::clone(&checks));
        async move { (index, checks.known(&plan.links[index]).await) }.boxed()
    })
    .await;
    results.sort_unstable_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, check)| check).collect()
}

struct Checks {
    stages: Stages,
    options: Options,
    checker: Checker,
}

impl Checks {
    fn new(stages: &Stages, options: &Options) -> Self {
        let checker = Checker::new(
            Arc::clone(&stages.web),
            Arc::clone(&stages.clock),
            Arc::new(StoredProbes::new(stages)),
            Rules { accept: options.accept.clone() },
        );
        Self { stages: stages.clone(), options: options.clone(), checker }
    }

    async fn known(&self, link: &Link) -> Known<Check> {
        let known = match self.remembered(link) {
            Some(known) => known,
            None => Known::live(self.asked(link).await),
        };
        let known = Known { value: self.over_time(link, known.value), from: known.from };
        self.stages.progress.tell(&Event::Checked {
            url: &link.url,
            verdict: known.value.verdict,
            from: known.from,
        });
        known
    }

    fn remembered(&self, link: &Link) -> Option<Known<Check>> {
        let now = self.stages.clock.now();
        let max_age = &self.options.max_age;
        let recalled = if self.options.offline {
            self.stages.store.any_check(&link.url, now)
        } else {
            self.stages.store.fresh_check(&link.url, now, max_age)
        };
        self.stages.or_trouble(recalled).flatten()
    }

    /// Asks the web, unless the run is being stopped, and commits the answer.
    async fn asked(&self, link: &Link) -> Check {
        let checked = self.stages.stop.run_until_cancelled(self.checker.check(link)).await;
        let Some(check) = checked else { return self.interrupted() };
        if check.reason != Reason::Offline {
            self.stages.or_trouble(self.stages.store.record_check(self.stages.run, &link.url, &check));
        }
        check
    }

    fn interrupted(&self) -> Check {
        let mut check = Check::without_asking(Reason::Offline, self.stages.clock.now());
        check.evidence.push(Evidence {
            signal: "interrupted".to_owned(),
            detail: "the run was stopped before this source was asked".to_owned(),
        });
        check
    }

    fn over_time(&self, link: &Link, check: Check) -> Check {
        match self.stages.or_trouble(self.stages.store.history(&link.url)) {
            Some(past) => with_history(check, &past),
            None => check,
        }
    }
}
