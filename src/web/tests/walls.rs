//! The guard. A canary listens where nobody may go; it must never hear a thing.

use std::net::SocketAddr;
use std::sync::Arc;

use futures::future::join_all;

use super::server::{Names, Server, builder, http, open_to, web, web_with};
use crate::web::fake::{get, hasty, url};
use crate::web::{Failure, Fetch, Outage, Proxies, Web};

const CANARY: &str = "127.0.0.1";
const OPEN: &str = "127.0.0.2";

async fn canary() -> Server {
    Server::answering(CANARY, |_| http("200 OK", "", b"secret")).await
}

async fn open_server() -> Server {
    Server::answering(OPEN, |_| http("200 OK", "", b"public")).await
}

/// Ways to write the canary's address and others next to it.
const DISGUISES: [&str; 14] = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "127.0.0.1.",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "\u{ff11}\u{ff12}\u{ff17}.0.0.1",
];

async fn assert_walled(web: &Web, asked: &str, hops: usize) {
    let seen = web.fetch(get(asked)).await;
    assert!(matches!(seen.outcome, Err(Failure::PrivateAddress(_))), "{asked}: {:?}", seen.outcome);
    assert_eq!(seen.hops.len(), hops, "{asked}");
}

#[tokio::test]
async fn addresses_written_as_numbers_are_looked_at() {
    let canary = canary().await;
    let web = web(open_to(OPEN));
    for host in DISGUISES {
        assert_walled(&web, &format!("http://{host}:{}/", canary.address.port()), 0).await;
    }
    assert_eq!(canary.connections(), 0);
}

#[tokio::test]
async fn a_redirect_leads_nowhere_that_may_not_be_asked() {
    let canary = canary().await;
    let port = canary.address.port();
    let redirecting = Server::answering(OPEN, move |head| {
        let host = head.lines().next().and_then(|line| line.split(['?', ' ']).nth(2)).expect("a query");
        http("302 Found", &format!("location: http://{host}:{port}/\r\n"), b"")
    })
    .await;
    let web = web_with(open_to(OPEN), Names::default().to("inside.example", &[canary.address]));
    for host in DISGUISES.iter().filter(|host| host.is_ascii()).chain(&["inside.example"]) {
        assert_walled(&web, &redirecting.url(&format!("/?{host}")), 1).await;
    }
    assert_eq!(canary.connections(), 0);
}

#[tokio::test]
async fn names_are_judged_by_where_they_lead() {
    let canary = canary().await;
    let names = Names::default().to("inside.example", &[canary.address]);
    let web = web_with(open_to(OPEN), names);
    assert_walled(&web, "http://inside.example/", 0).await;
    assert_walled(&web, &format!("http://INSIDE.example:{}/", canary.address.port()), 0).await;
    assert_eq!(canary.connections(), 0);
}

#[tokio::test]
async fn of_mixed_addresses_only_the_public_ones_are_used() {
    let (canary, server) = (canary().await, open_server().await);
    let names = Names::default().to("mixed.example", &[canary.address, server.address]);
    let web = web_with(open_to(OPEN), names);
    let answer = web.fetch(get("http://mixed.example/")).await.outcome.expect("an answer");
    assert_eq!(answer.body, b"public");
    assert_eq!((canary.connections(), server.connections()), (0, 1));
}

#[tokio::test]
async fn a_name_that_changes_its_mind_gains_nothing() {
    let canary = canary().await;
    let server = Server::answering(OPEN, |_| http("200 OK", "connection: close\r\n", b"public")).await;
    let flip = [Ok(vec![server.address]), Ok(vec![canary.address])];
    let names = Arc::new(Names::default().with("flip.example", flip));
    let web = builder(open_to(OPEN), Arc::clone(&names)).build().expect("a web");
    let mut public = 0;
    for _ in 0..1000 {
        match web.fetch(get("http://flip.example/")).await.outcome {
            Ok(answer) => public += usize::from(answer.body == b"public"),
            Err(failure) => assert_eq!(failure, Failure::PrivateAddress("flip.example".into())),
        }
    }
    assert_eq!((public, names.asked(), canary.connections()), (500, 1000, 0));
}

#[tokio::test]
async fn what_a_person_opened_is_open() {
    let server = canary().await;
    let answer = web(open_to(CANARY)).fetch(get(&server.url("/"))).await.outcome.expect("an answer");
    assert_eq!(answer.body, b"secret");
}

/// A proxy that answers for everyone, itself on a closed address.
async fn proxy() -> Server {
    Server::answering(CANARY, |_| http("200 OK", "", b"through the proxy")).await
}

fn web_behind(proxy: &str, names: Names) -> Web {
    let builder = builder(hasty(), Arc::new(names)).proxies(Proxies::Only(url(proxy)));
    builder.build().expect("a web")
}

#[tokio::test]
async fn a_proxy_may_live_inside_and_looks_up_what_we_cannot() {
    let proxy = proxy().await;
    let web = web_behind(&proxy.url("/"), Names::default());
    let answer = web.fetch(get("http://unknown.example/x")).await.outcome.expect("an answer");
    assert_eq!(answer.body, b"through the proxy");
    assert!(proxy.heads()[0].starts_with("GET http://unknown.example/x HTTP/1.1\r\n"));
}

#[tokio::test]
async fn a_proxy_is_not_asked_for_what_is_visibly_inside() {
    let proxy = proxy().await;
    let inside: SocketAddr = "10.0.0.1:0".parse().expect("an address");
    let web = web_behind(&proxy.url("/"), Names::default().to("inside.example", &[inside]));
    for host in DISGUISES.into_iter().chain(["inside.example", "10.1.2.3"]) {
        assert_walled(&web, &format!("http://{host}/"), 0).await;
    }
    assert_eq!(proxy.connections(), 0);
}

#[tokio::test]
async fn a_proxy_is_no_source() {
    let proxy = proxy().await;
    let names = Names::default().to("proxy.example", &[proxy.address]);
    let web = web_behind("http://proxy.example", names);
    assert_walled(&web, "http://proxy.example/", 0).await;
    assert_eq!(proxy.connections(), 0);
    web.fetch(get("http://a.example/")).await.outcome.expect("an answer through the proxy");
    assert_eq!(proxy.connections(), 1);
}

#[tokio::test]
async fn many_at_once_find_no_gap() {
    let canary = canary().await;
    let names = Names::default().to("inside.example", &[canary.address]);
    let web = web_with(hasty(), names);
    let urls: Vec<_> = (0..200).map(|number| format!("http://inside.example/{number}")).collect();
    join_all(urls.iter().map(|url| assert_walled(&web, url, 0))).await;
    assert_eq!(canary.connections(), 0);
}

async fn outage_behind(proxy: &str, source: &str) -> Option<Outage> {
    let seen = web_behind(proxy, Names::default()).fetch(get(source)).await;
    assert_eq!(seen.attempts, 1);
    match seen.outcome {
        Err(Failure::Offline(outage)) => Some(outage),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_says_nothing_about_a_source() {
    let closed = tokio::net::TcpListener::bind((CANARY, 0)).await.expect("loopback");
    let place = closed.local_addr().expect("bound").to_string();
    drop(closed);
    for source in ["http://a.example/", "https://a.example/"] {
        let outage = outage_behind(&format!("http://{place}/"), source).await;
        assert_eq!(outage, Some(Outage::Proxy(place.clone())), "{source}");
        let outage = outage_behind("http://proxy.example:3128", source).await;
        assert_eq!(outage, Some(Outage::Proxy("proxy.example:3128".into())), "{source}");
    }
}

#[tokio::test]
async fn a_proxy_that_wants_credentials_says_nothing_about_a_source() {
    let refusal = "407 Proxy Authentication Required";
    let proxy = Server::answering(CANARY, move |_| http(refusal, "", b"who are you?")).await;
    for source in ["http://a.example/", "https://a.example/"] {
        let outage = outage_behind(&proxy.url("/"), source).await;
        assert_eq!(outage, Some(Outage::ProxyCredentials(proxy.address.to_string())), "{source}");
    }
}
