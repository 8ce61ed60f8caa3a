use hickory_resolver::net::NoRecords;
use hickory_resolver::proto::op::Query;

use super::*;

fn ips(texts: &[&str]) -> Vec<IpAddr> {
    texts.iter().map(|text| text.parse().expect("an address")).collect()
}

fn failed() -> ResolveError {
    ResolveError::Failed("SERVFAIL".into())
}

fn none(code: ResponseCode) -> NetError {
    DnsError::NoRecordsFound(NoRecords::new(Query::new(), code)).into()
}

#[test]
fn a_name_is_unknown_only_if_no_family_is_in_doubt() {
    assert_eq!(merge(Err(ResolveError::NotFound), Err(ResolveError::NotFound)), Err(ResolveError::NotFound));
    assert_eq!(merge(Err(ResolveError::NotFound), Err(failed())), Err(failed()));
    assert_eq!(merge(Err(failed()), Err(ResolveError::NotFound)), Err(failed()));
    assert_eq!(merge(Err(failed()), Err(failed())), Err(failed()));
}

#[test]
fn one_family_is_enough_and_ipv6_comes_first() {
    let addresses = merge(Ok(ips(&["192.0.43.8"])), Ok(ips(&["2001:500:88:200::8"]))).expect("addresses");
    assert_eq!(addresses, ["[2001:500:88:200::8]:0", "192.0.43.8:0"].map(|text| text.parse().expect("one")));
    let addresses = merge(Err(failed()), Ok(ips(&["192.0.43.8"]))).expect("an address");
    assert_eq!(addresses, ["192.0.43.8:0".parse().expect("one")]);
}

#[test]
fn nothing_there_and_nothing_learned_are_told_apart() {
    assert_eq!(meaning(&none(ResponseCode::NXDomain)), ResolveError::NotFound);
    assert_eq!(meaning(&none(ResponseCode::NoError)), ResolveError::NotFound);
    for code in [ResponseCode::ServFail, ResponseCode::Refused, ResponseCode::NotImp] {
        assert!(matches!(meaning(&none(code)), ResolveError::Failed(_)), "{code}");
        assert!(matches!(meaning(&DnsError::ResponseCode(code).into()), ResolveError::Failed(_)), "{code}");
    }
    for error in [NetError::Timeout, NetError::NoConnections, NetError::Busy] {
        assert!(matches!(meaning(&error), ResolveError::Failed(_)), "{error}");
    }
}

#[test]
fn names_are_complete_as_they_stand() {
    for host in ["a.example", "a.example.", "localhost", "xn--80ak6aa92e.example", "_dmarc.a_b.example"] {
        assert!(name(host).is_some_and(|name| name.is_fqdn()), "{host}");
    }
    assert_eq!(name(&"x".repeat(64)), None);
}

#[tokio::test]
async fn localhost_is_loopback_whatever_the_name_servers_say() {
    let resolver = SystemResolver::new().expect("a resolver");
    for host in ["localhost", "www.localhost"] {
        let addresses = resolver.resolve(host).await.expect("loopback");
        assert!(addresses.iter().all(|address| address.ip().is_loopback()), "{addresses:?}");
    }
}
