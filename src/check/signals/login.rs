//! A login before the source.

use url::Url;

use crate::check::address::{self, squashed_stem};
use crate::check::case::Case;
use crate::check::phrases::Class;
use crate::check::ruling::{Ruling, listed, quote};
use crate::model::Reason;

/// Path segments of login pages, extension and separators dropped.
const SEGMENTS: &str = "
    login logon signin signon sso auth authenticate authentication authorize authwall wplogin userlogin
    loginform loginpage connexion seconnecter anmelden anmeldung einloggen iniciarsesion acceder entrar
    accedi giris girisyap vhod vkhod avtorizatsiya avtorizaciya zaloguj logowanie inloggen checkpoint idp
    adfs saml saml2 oauth oauth2 openid shibbolethsso uaslogin identity denglu
";

/// First labels of hosts that do nothing else.
const LABELS: &str = "
    login signin sso auth accounts idp signon passport identity oauth
";

/// Identity providers (registrable domains).
const PROVIDERS: &str = "
    microsoftonline.com okta.com oktapreview.com auth0.com onelogin.com openathens.net pingidentity.com
    duosecurity.com amazoncognito.com b2clogin.com ciamlogin.com
";

const SHORT: usize = 150;
const TINY: usize = 50;

/// Redirected to a login page or an identity provider.
pub(super) fn redirect(case: &Case<'_>) -> Option<Ruling> {
    let to = &case.answer.url;
    let led = case.was_redirected() && is_login(to) && !is_login(case.requested);
    led.then(|| Ruling::new(Reason::LoginRequired, format!("redirected to {to}")))
}

/// A page that is a login form, or says that one must log in.
pub(super) fn form(case: &Case<'_>) -> Option<Ruling> {
    if !case.is_shorter_than(SHORT) || is_login(case.requested) || case.speaks_of_work() {
        return None;
    }
    let wording = case.wording();
    let asks = wording.anywhere(|said| said.has(Class::LoginNeeded));
    let named = wording.named(|said| said.words <= 6 && said.has(Class::Login));
    match (case.page.passwords > 0, asks, named) {
        (_, Some(said), _) | (true, None, Some(said)) => {
            Some(Ruling::new(Reason::LoginRequired, format!("the page says {}", quote(&said.text))))
        }
        (true, None, None) if case.page.all_words() < TINY => {
            Some(Ruling::new(Reason::LoginRequired, "the page is a password form"))
        }
        _ => None,
    }
}

fn is_login(url: &Url) -> bool {
    let host = address::host(url);
    let label = host.split('.').next().unwrap_or_default();
    listed(PROVIDERS, address::registrable(host))
        || listed(LABELS, label)
        || address::segments(url).any(|segment| listed(SEGMENTS, &squashed_stem(segment)))
}
