//! This machine's own ways out: its routes, its name servers, its proxies.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use futures::future::{BoxFuture, join_all};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::network::Network;
use super::outage::Outage;
use super::proxies::ProxyPlace;
use super::resolve::Resolve;

/// How long a proxy may take to let itself be connected to.
const PROXY_WITHIN: Duration = Duration::from_secs(3);

/// Looks at the machine's routes and asks its name servers; with proxies, which do both for it,
/// only whether they are there.
pub(super) struct Machine {
    pub(super) resolver: Arc<dyn Resolve>,
    pub(super) proxies: Vec<ProxyPlace>,
}

impl Network for Machine {
    fn outage(&self) -> BoxFuture<'_, Option<Outage>> {
        self.look().boxed()
    }
}

impl Machine {
    async fn look(&self) -> Option<Outage> {
        let Some(proxy) = self.proxies.first() else {
            let up = has_route() && self.resolver.is_reachable().await;
            return (!up).then_some(Outage::Network);
        };
        let looks = self.proxies.iter().map(|proxy| self.is_there(proxy));
        let some = join_all(looks).await.contains(&true);
        (!some).then(|| Outage::Proxy(proxy.to_string()))
    }

    async fn is_there(&self, proxy: &ProxyPlace) -> bool {
        timeout(PROXY_WITHIN, self.connect(proxy)).await == Ok(true)
    }

    async fn connect(&self, proxy: &ProxyPlace) -> bool {
        let addresses = match proxy.host.parse::<IpAddr>() {
            Ok(address) => vec![SocketAddr::new(address, 0)],
            Err(_) => self.resolver.resolve(&proxy.host).await.unwrap_or_default(),
        };
        let places: Vec<_> = addresses
            .into_iter()
            .map(|address| match address.port() {
                0 => SocketAddr::new(address.ip(), proxy.port),
                _ => address,
            })
            .collect();
        TcpStream::connect(&places[..]).await.is_ok()
    }
}

/// Whether the machine knows a way to the world. Connecting a UDP socket sends nothing: it only
/// asks the routing table. The addresses are root name servers' (a.root-servers.net), chosen
/// since they are everywhere global.
fn has_route() -> bool {
    let v4 = (Ipv4Addr::UNSPECIFIED.into(), Ipv4Addr::new(198, 41, 0, 4).into());
    let v6 = (Ipv6Addr::UNSPECIFIED.into(), Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 2, 0x30).into());
    [v4, v6].into_iter().any(|(from, to)| {
        UdpSocket::bind(SocketAddr::new(from, 0))
            .and_then(|socket| socket.connect(SocketAddr::new(to, 53)))
            .is_ok()
    })
}

/// The name service's word for "there is no such name" is worth something only where it knows
/// names at all.
pub(super) struct NameService(pub(super) Arc<dyn Resolve>);

impl Network for NameService {
    fn outage(&self) -> BoxFuture<'_, Option<Outage>> {
        async { (!self.0.knows_names().await).then_some(Outage::Names) }.boxed()
    }
}

#[cfg(test)]
mod tests {
    use futures::future::ready;
    use tokio::net::TcpListener;

    use super::*;
    use crate::web::ResolveError;

    struct Unreachable;

    impl Resolve for Unreachable {
        fn resolve<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>> {
            ready(Err(ResolveError::NotFound)).boxed()
        }

        fn is_reachable(&self) -> BoxFuture<'_, bool> {
            ready(false).boxed()
        }
    }

    fn machine(proxies: Vec<ProxyPlace>) -> Machine {
        Machine { resolver: Arc::new(Unreachable), proxies }
    }

    fn place(host: &str, port: u16) -> ProxyPlace {
        ProxyPlace { host: host.to_owned(), port }
    }

    #[tokio::test]
    async fn without_name_servers_the_network_is_down() {
        assert_eq!(machine(vec![]).outage().await, Some(Outage::Network));
    }

    #[tokio::test]
    async fn behind_a_proxy_only_the_proxy_need_be_there() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback");
        let port = listener.local_addr().expect("bound").port();
        assert_eq!(machine(vec![place("127.0.0.1", port)]).outage().await, None);
        drop(listener);
        let gone = Some(Outage::Proxy(format!("127.0.0.1:{port}")));
        assert_eq!(machine(vec![place("127.0.0.1", port)]).outage().await, gone);
        let nameless = Some(Outage::Proxy("proxy.example:3128".to_owned()));
        assert_eq!(machine(vec![place("proxy.example", 3128)]).outage().await, nameless);
    }
}
