//! A gate between the reader and the source: a welcome page, an advertisement, a warning.
//!
//! A redirect that carries the way back with it promises the source behind whatever it shows first.
//! What error handlers carry along is told apart by their addresses and their words.

use url::Url;

use crate::check::address::{self, squashed_stem};
use crate::check::case::Case;
use crate::check::ruling::{Ruling, listed};
use crate::model::Reason;

/// Parameters by which sites lead back, lower case, separators dropped.
const BACK: &str = "
    return returnto returnurl returnpath returnuri returnhref back backurl next nexturl continue continueurl
    continueto tourl targeturl dest desturl destination destinationurl redirect redirectto redirecturl
    redirecturi goto gotourl callback callbackurl originurl originalurl forward forwardto rurl
";

/// Path segments of pages that stand before every other, separators dropped.
const BEFORE: &str = "
    countryselector selectcountry choosecountry chooseyourcountry countrychooser regionselector selectregion
    chooseregion locationselector selectlocation localeselector languageselector unsupported unsupportedbrowser
    browsernotsupported browserunsupported upgradebrowser updatebrowser browserupgrade outdatedbrowser
    oldbrowser interstitial splash prestitial welcomead
";

/// Redirected to a page that is to lead back to the cited address, or stands before all of them.
pub(super) fn gate(case: &Case<'_>) -> Option<Ruling> {
    if !case.accepted || !case.was_redirected() || case.went_home() || case.speaks_of_work() {
        return None;
    }
    let says_gone = case.wording().anywhere(|said| said.hits.says_gone()).is_some();
    let to = &case.answer.url;
    let before = address::segments(to).any(|segment| listed(BEFORE, &squashed_stem(segment)));
    (!says_gone && (before || leads_back(to, case.requested)))
        .then(|| Ruling::new(Reason::BotChallenge, format!("redirected to a page in between: {to}")))
}

/// Whether an address carries another one as the place to go to next.
fn leads_back(to: &Url, from: &Url) -> bool {
    let path = from.path().trim_end_matches('/');
    path.len() >= 2
        && to.query_pairs().any(|(name, value)| {
            listed(BACK, &squashed_stem(&name)) && address::decoded(&value).contains(&address::decoded(path))
        })
}
