use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use futures::future::join_all;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig};
use hickory_resolver::net::NoRecords;
use hickory_resolver::proto::op::{Message, Query};
use hickory_resolver::proto::rr::rdata::{A, AAAA, NS};
use hickory_resolver::proto::rr::{RData, Record};
use tokio::net::UdpSocket;

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

/// What a name server says to a question: a code and, if there is any, an address.
type Word = (ResponseCode, Option<RData>);

/// A name server on loopback, and the questions it heard.
struct NameServer {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl NameServer {
    /// Answers with what `say` has for a name and a type; says nothing where that is nothing.
    async fn start(say: impl Fn(&str, RecordType) -> Option<Word> + Send + 'static) -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("loopback");
        let port = socket.local_addr().expect("bound").port();
        let heard: Arc<Mutex<Vec<String>>> = Arc::default();
        let log = Arc::clone(&heard);
        tokio::spawn(async move {
            let mut buffer = [0; 4096];
            while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
                let question = Message::from_vec(&buffer[..length]).expect("a question");
                let query = question.queries[0].clone();
                let name = query.name().to_string();
                log.lock().expect("no panic").push(name.clone());
                if let Some(word) = say(&name, query.query_type()) {
                    let answer = answer(question, &query, word).to_vec().expect("an answer");
                    socket.send_to(&answer, from).await.ok();
                }
            }
        });
        Self { port, heard }
    }

    fn resolver(&self) -> SystemResolver {
        let mut connection = ConnectionConfig::udp();
        connection.port = self.port;
        let mut server = NameServerConfig::udp(Ipv4Addr::LOCALHOST.into());
        server.connections = vec![connection];
        let search = vec![Name::from_ascii("inside.example.").expect("a name")];
        let config = ResolverConfig::from_parts(None, search, vec![server]);
        let mut builder = Resolver::builder_with_config(config, TokioRuntimeProvider::default());
        builder.options_mut().timeout = Duration::from_millis(200);
        builder.options_mut().attempts = 1;
        SystemResolver::over(builder).expect("a resolver")
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no panic").clone()
    }
}

fn answer(question: Message, query: &Query, (code, data): Word) -> Message {
    let mut answer = question.into_response();
    answer.metadata.response_code = code;
    if let Some(data) = data {
        answer.add_answer(Record::from_rdata(query.name().clone(), 60, data));
    }
    answer
}

fn v4() -> RData {
    RData::A(A(Ipv4Addr::new(192, 0, 43, 8)))
}

fn v6() -> RData {
    RData::AAAA(AAAA(Ipv6Addr::LOCALHOST))
}

/// The word for a family, `A` first, on every question.
async fn resolve_where(a: Option<Word>, aaaa: Option<Word>) -> Result<Vec<String>, ResolveError> {
    let server = NameServer::start(move |_, kind| match kind {
        RecordType::A => a.clone(),
        _ => aaaa.clone(),
    });
    let addresses = server.await.resolver().resolve("a.example").await?;
    Ok(addresses.into_iter().map(|address| address.ip().to_string()).collect())
}

#[tokio::test]
async fn both_families_are_asked_and_a_silent_one_is_not_waited_for() {
    let none = || Some((ResponseCode::NoError, None));
    let four = || Some((ResponseCode::NoError, Some(v4())));
    let six = || Some((ResponseCode::NoError, Some(v6())));
    assert_eq!(resolve_where(four(), six()).await, Ok(vec!["::1".into(), "192.0.43.8".into()]));
    assert_eq!(resolve_where(four(), none()).await, Ok(vec!["192.0.43.8".into()]));
    assert_eq!(resolve_where(four(), None).await, Ok(vec!["192.0.43.8".into()]));
    assert_eq!(resolve_where(None, six()).await, Ok(vec!["::1".into()]));
    assert_eq!(resolve_where(none(), none()).await, Err(ResolveError::NotFound));
}

#[tokio::test]
async fn a_name_server_in_trouble_is_no_missing_name() {
    let none = || Some((ResponseCode::NoError, None));
    let trouble = || Some((ResponseCode::ServFail, None));
    for (a, aaaa) in [(trouble(), none()), (none(), trouble()), (trouble(), trouble()), (None, none())] {
        let outcome = resolve_where(a, aaaa).await;
        assert!(matches!(outcome, Err(ResolveError::Failed(_))), "{outcome:?}");
    }
    let gone = || Some((ResponseCode::NXDomain, None));
    assert_eq!(resolve_where(gone(), gone()).await, Err(ResolveError::NotFound));
}

#[tokio::test]
async fn no_search_domain_is_tried() {
    let server = NameServer::start(|_, _| Some((ResponseCode::NXDomain, None))).await;
    assert_eq!(server.resolver().resolve("gone").await, Err(ResolveError::NotFound));
    assert!(server.heard().iter().all(|name| name == "gone."), "{:?}", server.heard());
}

#[tokio::test]
async fn a_thousand_names_at_once_are_not_too_many() {
    let answered = Arc::new(AtomicUsize::new(0));
    let server = NameServer::start(|_, _| Some((ResponseCode::NoError, Some(v4())))).await;
    let resolver = server.resolver();
    let names: Vec<_> = (0..1000).map(|number| format!("{number}.example")).collect();
    join_all(names.iter().map(async |name| {
        resolver.resolve(name).await.expect("an address");
        answered.fetch_add(1, Ordering::Relaxed);
    }))
    .await;
    assert_eq!(answered.load(Ordering::Relaxed), 1000);
}

#[tokio::test]
async fn name_servers_prove_that_they_are_there() {
    let says = async |word: Option<Word>| {
        NameServer::start(move |_, _| word.clone()).await.resolver().is_reachable().await
    };
    assert!(says(Some((ResponseCode::NXDomain, None))).await);
    assert!(says(Some((ResponseCode::Refused, None))).await);
    assert!(!says(Some((ResponseCode::ServFail, None))).await);
    assert!(!says(None).await);
}

#[tokio::test]
async fn a_name_server_that_denies_the_root_knows_no_names() {
    fn denied() -> Word {
        (ResponseCode::NXDomain, None)
    }
    fn root() -> Word {
        (ResponseCode::NoError, Some(RData::NS(NS(Name::root()))))
    }
    let knows = async |word: fn(&str) -> Option<Word>| {
        NameServer::start(move |name, _| word(name)).await.resolver().knows_names().await
    };
    assert!(knows(|name| Some(if name == "." { root() } else { denied() })).await);
    assert!(!knows(|_| Some(denied())).await);
    assert!(!knows(|_| Some((ResponseCode::NoError, None))).await);
    assert!(!knows(|_| None).await);
}

#[tokio::test]
async fn what_the_root_said_before_is_no_proof() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let server = NameServer::start(move |name, _| {
        let root = name == "." && count.fetch_add(1, Ordering::SeqCst) == 0;
        let word = root.then(|| (ResponseCode::NoError, Some(RData::NS(NS(Name::root())))));
        word.or(Some((ResponseCode::NXDomain, None)))
    });
    let resolver = server.await.resolver();
    assert!(resolver.knows_names().await);
    assert!(!resolver.knows_names().await);
}
