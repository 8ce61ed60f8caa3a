//! No answer: which reason that is.

use crate::model::Reason;
use crate::web::Failure;

/// The reason for a failure.
///
/// A redirect to what is no web address (`mailto:`, an app's scheme, garbage) leaves the source
/// unknown: it is told as a redirect that leads nowhere, since the cited address itself is a web
/// address and not to be skipped.
pub(super) fn reason(failure: &Failure) -> Reason {
    match failure {
        Failure::DnsNotFound(_) => Reason::DnsNotFound,
        Failure::DnsFailure(..) => Reason::DnsFailure,
        Failure::ConnectionRefused(_) => Reason::ConnectionRefused,
        Failure::ConnectionReset(_) => Reason::ConnectionReset,
        Failure::Timeout(_) => Reason::Timeout,
        Failure::TlsExpired(_) => Reason::TlsExpired,
        Failure::TlsInvalid(_) => Reason::TlsInvalid,
        Failure::RedirectLoop(_) | Failure::BadRedirect(_) | Failure::NotHttp(_) => Reason::RedirectLoop,
        Failure::PrivateAddress(_) => Reason::PrivateAddress,
        Failure::Offline(_) => Reason::Offline,
    }
}

/// Whether the same address over the other scheme may answer where this one did not.
pub(super) fn other_scheme_may_help(scheme: &str, failure: &Failure) -> bool {
    match failure {
        Failure::ConnectionRefused(_) | Failure::TlsExpired(_) | Failure::TlsInvalid(_) => true,
        // Many sites have closed port 80 or left it to time out.
        Failure::Timeout(_) | Failure::ConnectionReset(_) => scheme == "http",
        _ => false,
    }
}

/// Whether another scheme's answer only adds to what is known: a certificate that is not to be
/// trusted stays one.
pub(super) fn is_about_trust(failure: &Failure) -> bool {
    matches!(failure, Failure::TlsExpired(_) | Failure::TlsInvalid(_))
}
