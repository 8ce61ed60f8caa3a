//! The demo's whole world: its sites, its archive, its names, and the report that cites them.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::TcpListener;

use super::archive::Archive;
use super::captures;
use super::certificates::{Authority, CertificateError, Quality};
use super::names::Names;
use super::reply::Request;
use super::save::SaveDesk;
use super::server::Server;
use super::sites;

/// The report that `ibid demo` audits: text as a PDF gives it up, citing the demo's hosts.
pub const SAMPLE_REPORT: &str = include_str!("sample-report.txt");

/// The demo could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// No port on loopback.
    #[error("the demo's servers cannot listen on loopback: {0}")]
    Listen(#[from] io::Error),
    /// No certificate.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
}

/// Sites and archive, listening on loopback until dropped.
pub struct World {
    /// The names of all hosts.
    pub names: Names,
    /// The root certificate (DER) that vouches for the demo's good hosts.
    pub root_certificate: Vec<u8>,
    servers: Vec<Server>,
}

impl World {
    /// The archive's host; its interfaces have the paths of the Internet Archive's.
    pub const ARCHIVE: &str = "http://archive.example";

    /// Starts it.
    ///
    /// # Errors
    /// If loopback cannot be listened on, or no certificate can be made.
    pub async fn start() -> Result<Self, WorldError> {
        let authority = Authority::new()?;
        let mut world =
            Self { names: Names::default(), root_certificate: authority.root(), servers: Vec::new() };
        world.serve_http(captures::archive()).await?;
        for (hosts, quality) in [
            (sites::HTTPS, Quality::Good),
            (&[sites::EXPIRED], Quality::Expired),
            (&[sites::SELF_SIGNED], Quality::SelfSigned),
        ] {
            world.serve_https(&authority, hosts, quality).await?;
        }
        world.names.add(sites::REFUSING, closed_port().await?);
        world.names.add_failing(sites::FAILING);
        Ok(world)
    }

    async fn serve_http(&mut self, archive: Archive) -> io::Result<()> {
        let desk = SaveDesk::new(1);
        let handler = move |request: &Request| match request.host.as_str() {
            "archive.example" if request.path().starts_with("/save") => desk.answer(request),
            "archive.example" => archive.answer(request),
            _ => sites::answer(request),
        };
        let server = Server::http(handler).await?;
        self.add(server, sites::HTTP);
        Ok(())
    }

    async fn serve_https(
        &mut self,
        authority: &Authority,
        hosts: &[&str],
        quality: Quality,
    ) -> Result<(), WorldError> {
        let names: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).collect();
        let server = Server::https(authority.tls(&names, quality)?, sites::answer).await?;
        self.add(server, hosts);
        Ok(())
    }

    fn add(&mut self, server: Server, hosts: &[&str]) {
        for host in hosts {
            self.names.add(host, server.address());
        }
        self.servers.push(server);
    }

    /// How often a path and query of a host was asked.
    pub fn hits(&self, host: &str, target: &str) -> usize {
        self.servers.iter().map(|server| server.hits(host, target)).sum()
    }

    /// Every request to a host, in order of arrival.
    pub fn requests(&self, host: &str) -> Vec<Request> {
        self.servers.iter().flat_map(Server::requests).filter(|request| request.host == host).collect()
    }
}

/// A port of loopback where nobody listens: one that was just given back.
async fn closed_port() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()
}
