//! The addresses that a document prints in one piece: they tell how broken ones read.

use std::collections::HashSet;

/// Whole addresses and the hosts they name.
#[derive(Debug, Default)]
pub(in crate::cite) struct Known {
    addresses: HashSet<String>,
    hosts: HashSet<String>,
}

impl Extend<String> for Known {
    fn extend<I: IntoIterator<Item = String>>(&mut self, addresses: I) {
        for address in addresses {
            if let Some(host) = host(&address) {
                self.hosts.insert(host);
            }
            self.addresses.insert(address);
        }
    }
}

impl Known {
    /// Puts the reading that the document has elsewhere first; where it has none of them, the one
    /// whose host it names.
    pub(super) fn prefer(&self, readings: &mut [String]) {
        let named = |reading: &String| host(reading).is_some_and(|host| self.hosts.contains(&host));
        let at = readings.iter().position(|reading| self.addresses.contains(reading));
        if let Some(at) = at.or_else(|| readings.iter().position(named)) {
            readings[..=at].rotate_right(1);
        }
    }
}

/// The host of an address, in lower case and without `www.`.
fn host(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    Some(host.to_lowercase().trim_start_matches("www.").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(known: &[&str], readings: &[&str]) -> String {
        let mut all = Known::default();
        all.extend(known.iter().map(|address| (*address).to_owned()));
        let mut readings: Vec<String> = readings.iter().map(|reading| (*reading).to_owned()).collect();
        all.prefer(&mut readings);
        readings[0].clone()
    }

    #[test]
    fn the_same_address_speaks_louder_than_its_host() {
        let readings = ["http://a.example/b-c", "http://a.example/bc"];
        assert_eq!(first(&["http://a.example/x", "http://a.example/bc"], &readings), "http://a.example/bc");
        assert_eq!(first(&["http://a.example/x"], &readings), "http://a.example/b-c");
    }

    #[test]
    fn a_host_is_known_from_its_other_pages() {
        let readings = ["http://www.well-counts.example/2", "http://www.wellcounts.example/2"];
        assert_eq!(first(&["https://wellcounts.example/1"], &readings), readings[1]);
        assert_eq!(first(&["https://other.example/1"], &readings), readings[0]);
    }
}
