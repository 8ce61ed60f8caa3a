//! The demo's name service.

use std::collections::HashMap;
use std::net::SocketAddr;

use futures::FutureExt;
use futures::future::BoxFuture;

use crate::web::{Resolve, ResolveError};

/// Names with their addresses, ports included; every other name does not exist.
#[derive(Debug, Clone, Default)]
pub struct Names {
    known: HashMap<String, Result<SocketAddr, ResolveError>>,
}

impl Names {
    /// Gives a name an address.
    pub fn add(&mut self, host: &str, address: SocketAddr) {
        self.known.insert(host.to_owned(), Ok(address));
    }

    /// Makes every question about a name fail (SERVFAIL).
    pub fn add_failing(&mut self, host: &str) {
        self.known.insert(host.to_owned(), Err(ResolveError::Failed("SERVFAIL".to_owned())));
    }
}

impl Resolve for Names {
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>> {
        let answer = match self.known.get(host.trim_end_matches('.')) {
            Some(Ok(address)) => Ok(vec![*address]),
            Some(Err(error)) => Err(error.clone()),
            None => Err(ResolveError::NotFound),
        };
        async { answer }.boxed()
    }
}
