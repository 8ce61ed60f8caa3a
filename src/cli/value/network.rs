//! A network that the guard lets through: `192.0.2.0/24`, or a single address.

use std::net::IpAddr;

use ipnet::IpNet;

/// Reads a network in CIDR notation (RFC 4632), or an address, which is a network of one.
///
/// # Errors
/// If it is neither.
pub(crate) fn network(text: &str) -> Result<IpNet, String> {
    let single = || text.parse::<IpAddr>().map(IpNet::from);
    text.parse()
        .or_else(|_| single())
        .map_err(|_| "no network; write it like 10.0.0.0/8, 192.0.2.7 or fd00::/8".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_networks_and_addresses() {
        for (text, expected) in
            [("198.18.0.0/15", "198.18.0.0/15"), ("127.0.0.1", "127.0.0.1/32"), ("::1", "::1/128")]
        {
            assert_eq!(network(text).map(|network| network.to_string()), Ok(expected.to_owned()));
        }
        assert!(network("10.0.0.0/33").is_err());
        assert!(network("localhost").is_err());
    }
}
