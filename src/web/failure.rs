//! From what the client reports to what it means.
//!
//! Errors arrive as a chain: reqwest, hyper, the connector, `io::Error`, rustls. The first link
//! of the chain that says something decides; texts are carried along but never compared.

use std::error::Error;
use std::io;
use std::iter::successors;
use std::time::Duration;

use rustls::CertificateError;

use super::dns::LookupError;
use super::observation::Failure;
use super::outage::Outage;
use super::proxies::ProxyPlace;
use super::resolve::ResolveError;
use super::wire::NoAnswer;

/// What `error`, met while asking `host`, means. `patience` is the time there was to connect.
pub(super) fn classify(error: &reqwest::Error, host: &str, patience: Duration) -> NoAnswer {
    if let Some(known) = chain(error).find_map(|link| recognise(link, host, patience)) {
        return known;
    }
    if error.is_timeout() {
        return NoAnswer::silence(Failure::Timeout(patience));
    }
    NoAnswer::heard(Failure::ConnectionReset(innermost(error)))
}

/// What `error` means that was met on the way through `proxy`. The only machine that is connected
/// to is the proxy: whoever refuses or cannot be found is the proxy, and no source.
pub(super) fn classify_proxied(
    error: &reqwest::Error,
    host: &str,
    proxy: &ProxyPlace,
    patience: Duration,
) -> NoAnswer {
    let place = proxy.to_string();
    if chain(error).any(|link| link.to_string() == CREDENTIALS_WANTED) {
        return NoAnswer::heard(Failure::Offline(Outage::ProxyCredentials(place)));
    }
    if error.is_connect() && chain(error).any(is_unreachable) {
        return NoAnswer::heard(Failure::Offline(Outage::Proxy(place)));
    }
    classify(error, host, patience)
}

/// The words of hyper-util for a 407 to `CONNECT`; its type is not public. A test with a real
/// proxy stands guard over them.
const CREDENTIALS_WANTED: &str = "tunnel error: proxy authorization required";

fn is_unreachable(link: Link<'_>) -> bool {
    use io::ErrorKind as Kind;
    let unreachable = |error: &io::Error| {
        matches!(
            error.kind(),
            Kind::ConnectionRefused | Kind::NetworkUnreachable | Kind::HostUnreachable | Kind::NetworkDown
        )
    };
    link.is::<LookupError>() || link.downcast_ref::<io::Error>().is_some_and(unreachable)
}

type Link<'a> = &'a (dyn Error + 'static);

/// The chain of causes. An `io::Error` hides the error it was made from behind `get_ref`, its
/// `source` being that one's source.
fn chain(error: Link<'_>) -> impl Iterator<Item = Link<'_>> {
    successors(Some(error), |&link| inside(link).or_else(|| link.source()))
}

fn inside(link: Link<'_>) -> Option<Link<'_>> {
    Some(link.downcast_ref::<io::Error>()?.get_ref()?)
}

fn innermost(error: Link<'_>) -> String {
    chain(error).last().map_or_else(String::new, ToString::to_string)
}

fn recognise(link: Link<'_>, host: &str, patience: Duration) -> Option<NoAnswer> {
    if let Some(lookup) = link.downcast_ref::<LookupError>() {
        Some(from_lookup(lookup, host))
    } else if let Some(tls) = link.downcast_ref::<rustls::Error>() {
        Some(NoAnswer::heard(from_tls(tls, host)))
    } else if let Some(io) = link.downcast_ref::<io::Error>() {
        from_io(io, host, patience)
    } else {
        None
    }
}

/// What a failed look-up means.
pub(super) fn from_lookup(error: &LookupError, host: &str) -> NoAnswer {
    let host = host.to_owned();
    match error {
        LookupError::Resolve(ResolveError::NotFound) => NoAnswer::heard(Failure::DnsNotFound(host)),
        LookupError::Resolve(ResolveError::Failed(why)) => {
            NoAnswer::silence(Failure::DnsFailure(host, why.clone()))
        }
        LookupError::Forbidden => NoAnswer::heard(Failure::PrivateAddress(host)),
        LookupError::Outage(outage) => NoAnswer::heard(Failure::Offline(outage.clone())),
    }
}

fn from_tls(error: &rustls::Error, host: &str) -> Failure {
    let rustls::Error::InvalidCertificate(certificate) = error else {
        return Failure::TlsInvalid(format!("{host}: {error}"));
    };
    let why = match certificate {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            return Failure::TlsExpired(host.to_owned());
        }
        CertificateError::UnknownIssuer => "nobody known has issued it".to_owned(),
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "it is for another name".to_owned()
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "it is not valid yet".to_owned()
        }
        CertificateError::Revoked => "it was revoked".to_owned(),
        other => other.to_string(),
    };
    Failure::TlsInvalid(format!("{host}: {why}"))
}

/// Some kinds say nothing by themselves: what they wrap is looked at next.
fn from_io(error: &io::Error, host: &str, patience: Duration) -> Option<NoAnswer> {
    use io::ErrorKind as Kind;
    Some(match error.kind() {
        Kind::ConnectionRefused => NoAnswer::heard(Failure::ConnectionRefused(host.to_owned())),
        Kind::TimedOut => NoAnswer::silence(Failure::Timeout(patience)),
        Kind::NetworkUnreachable | Kind::HostUnreachable | Kind::NetworkDown | Kind::AddrNotAvailable => {
            NoAnswer::silence(Failure::ConnectionReset(error.to_string()))
        }
        Kind::ConnectionReset
        | Kind::ConnectionAborted
        | Kind::NotConnected
        | Kind::BrokenPipe
        | Kind::UnexpectedEof => NoAnswer::heard(Failure::ConnectionReset(error.to_string())),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn io(error: &io::Error) -> Option<Failure> {
        let patience = Duration::from_secs(10);
        chain(error).find_map(|link| recognise(link, "a.example", patience)).map(|none| none.failure)
    }

    #[test]
    fn an_error_inside_an_io_error_is_found() {
        let expired = rustls::Error::InvalidCertificate(CertificateError::Expired);
        let error = io::Error::new(io::ErrorKind::InvalidData, expired);
        assert_eq!(io(&error), Some(Failure::TlsExpired("a.example".into())));
        let twice = io::Error::other(io::Error::other(LookupError::Forbidden));
        assert_eq!(io(&twice), Some(Failure::PrivateAddress("a.example".into())));
    }

    #[test]
    fn certificates_are_wrong_in_ways_a_person_can_read() {
        let tls =
            |error| io(&io::Error::new(io::ErrorKind::InvalidData, rustls::Error::InvalidCertificate(error)));
        let invalid = |why: &str| Some(Failure::TlsInvalid(format!("a.example: {why}")));
        assert_eq!(tls(CertificateError::UnknownIssuer), invalid("nobody known has issued it"));
        assert_eq!(tls(CertificateError::NotValidForName), invalid("it is for another name"));
        assert_eq!(tls(CertificateError::NotValidYet), invalid("it is not valid yet"));
        assert_eq!(tls(CertificateError::Revoked), invalid("it was revoked"));
    }

    #[test]
    fn kinds_of_io_errors_are_told_apart() {
        let kind = |kind| io(&io::Error::new(kind, "text that is never compared"));
        assert_eq!(
            kind(io::ErrorKind::ConnectionRefused),
            Some(Failure::ConnectionRefused("a.example".into()))
        );
        assert_eq!(kind(io::ErrorKind::TimedOut), Some(Failure::Timeout(Duration::from_secs(10))));
        let broken = Some(Failure::ConnectionReset("text that is never compared".into()));
        assert_eq!(kind(io::ErrorKind::UnexpectedEof), broken);
        assert_eq!(kind(io::ErrorKind::HostUnreachable), broken);
        assert_eq!(kind(io::ErrorKind::Other), None);
    }

    #[test]
    fn only_silence_casts_doubt_on_the_network() {
        let failed = LookupError::Resolve(ResolveError::Failed("SERVFAIL".into()));
        assert!(from_lookup(&failed, "a.example").silence);
        assert!(!from_lookup(&LookupError::Resolve(ResolveError::NotFound), "a.example").silence);
        assert!(!from_lookup(&LookupError::Forbidden, "a.example").silence);
    }
}
