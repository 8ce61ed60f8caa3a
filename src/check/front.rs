//! The front page of a host of which a cited page shows something else: who speaks there still? It is asked
//! for once a host and run, however many of its pages have changed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::OnceCell;
use url::Url;

use super::address;
use super::case::Case;
use super::likeness::{names_source, surface};
use super::rules::Rules;
use super::ruling::evidence;
use super::signals::{AT_SIGHT, WALLS, first_signal, is_junk};
use crate::model::{Claims, Evidence};
use crate::web::{Ask, Fetch};

/// Bytes of a front page that are kept for the names on it.
const KEPT: usize = 64 * 1024;

/// The front pages that were asked for, by host.
#[derive(Default)]
pub(super) struct Fronts(Mutex<HashMap<String, Arc<OnceCell<Option<Front>>>>>);

/// A front page without a trace of a new owner.
struct Front {
    url: Url,
    title: String,
    /// What can be read on it, folded.
    surface: String,
}

impl Fronts {
    /// What speaks for the owner of the host whose front page it is: it names the site or one of the `claims`.
    pub(super) async fn speak_for_owner(
        &self,
        front: &Url,
        claims: &Claims,
        (web, rules, patience): (&dyn Fetch, &Rules, Duration),
    ) -> Option<Evidence> {
        let key = front[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
        let cell = {
            let mut fronts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(fronts.entry(key).or_default())
        };
        let found = cell.get_or_init(|| ask(front, web, rules, patience)).await.as_ref()?;
        let seen = format!("the front page {} is still its owner’s: “{}”", found.url, found.title);
        names_source(&found.surface, &found.url, claims).then(|| evidence("front-page", seen))
    }
}

async fn ask(front: &Url, web: &dyn Fetch, rules: &Rules, patience: Duration) -> Option<Front> {
    let ask = Ask { retries: Some(0), timeout: Some(patience), ..Ask::get(front.clone()) };
    let observation = web.fetch(ask).await;
    let answer = observation.outcome.as_ref().ok()?;
    let nobody = Claims::default();
    let home = Case::new(front, &observation.hops, answer, &nobody, rules.accepts(answer.status));
    let lives = home.accepted
        && address::same_site(front, &answer.url)
        && first_signal(WALLS, &home).or_else(|| first_signal(AT_SIGHT, &home)).is_none()
        && !is_junk(&home);
    lives.then(|| {
        let mut surface = surface(&home);
        surface.truncate(surface.floor_char_boundary(KEPT));
        Front { url: front.clone(), title: home.page.title.clone(), surface }
    })
}
