use std::net::IpAddr;

use super::*;

/// Not on the public internet, with both edges of each range.
const CLOSED: &[&str] = &[
    "0.0.0.0",
    "0.1.2.3",
    "0.255.255.255",
    "10.0.0.0",
    "10.1.2.3",
    "10.255.255.255",
    "100.64.0.0",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.0",
    "127.0.0.1",
    "127.0.1.1",
    "127.255.255.255",
    "169.254.0.0",
    "169.254.169.254",
    "169.254.255.255",
    "172.16.0.0",
    "172.20.10.1",
    "172.31.255.255",
    "192.0.0.0",
    "192.0.0.8",
    "192.0.0.170",
    "192.0.0.255",
    "192.0.2.0",
    "192.0.2.255",
    "192.88.99.0",
    "192.88.99.1",
    "192.88.99.255",
    "192.168.0.0",
    "192.168.1.1",
    "192.168.255.255",
    "198.18.0.0",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.0",
    "198.51.100.255",
    "203.0.113.0",
    "203.0.113.255",
    "224.0.0.0",
    "224.0.0.251",
    "239.255.255.255",
    "240.0.0.0",
    "250.1.2.3",
    "255.255.255.254",
    "255.255.255.255",
    // IPv6: unspecified, loopback, IPv4-compatible
    "::",
    "::1",
    "::2",
    "::127.0.0.1",
    "::8.8.8.8",
    "::10.0.0.1",
    // IPv4-mapped
    "::ffff:0.0.0.0",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:169.254.169.254",
    "::ffff:192.168.0.1",
    "::ffff:255.255.255.255",
    // IPv4-translated (RFC 2765)
    "::ffff:0:127.0.0.1",
    "::ffff:0:8.8.8.8",
    // NAT64 around a closed address, and the local-use prefix (RFC 8215)
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b::192.168.1.1",
    "64:ff9b:1::",
    "64:ff9b:1::8.8.8.8",
    "64:ff9b:1:ffff::1",
    // the rest of NAT64's neighbourhood is unassigned
    "64:ff9b::1:0:8.8.8.8",
    // discard-only, dummy prefix
    "100::",
    "100::1",
    "100:0:0:1::1",
    // protocol assignments
    "2001:1::1",
    "2001:2::1",
    "2001:3::1",
    "2001:10::1",
    "2001:20::1",
    "2001:30::1",
    "2001:1ff:ffff::1",
    // Teredo around a closed server or a closed client
    "2001:0:7f00:1::f7f7:f7f7",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    "2001:0:a00:1:8000:63bf:f7f7:f7f7",
    "2001::",
    "2001::1",
    // 6to4 around a closed address
    "2002::",
    "2002:7f00:1::1",
    "2002:a00:1::1",
    "2002:c0a8:101::1",
    "2002:a9fe:a9fe::",
    "2002:e000:1::",
    // documentation
    "2001:db8::",
    "2001:db8:ffff::1",
    "3fff::",
    "3fff:fff:ffff::1",
    // outside global unicast
    "1fff:ffff::1",
    "4000::1",
    "5f00::1",
    "8000::1",
    "fc00::",
    "fc00::1",
    "fd00:ec2::254",
    "fdff:ffff::1",
    "fe00::1",
    "fe80::",
    "fe80::1",
    "febf:ffff::1",
    "fec0::1",
    "feff:ffff::1",
    "ff00::",
    "ff02::1",
    "ff02::fb",
    "ff0e::1",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
];

/// On the public internet, among them the neighbours of closed ranges.
const OPEN: &[&str] = &[
    "1.0.0.0",
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "191.255.255.255",
    "192.0.1.0",
    "192.0.3.0",
    "192.31.196.1",
    "192.52.193.1",
    "192.88.98.255",
    "192.88.100.0",
    "192.167.255.255",
    "192.169.0.0",
    "192.175.48.1",
    "198.17.255.255",
    "198.20.0.0",
    "198.51.99.255",
    "198.51.101.0",
    "203.0.112.255",
    "203.0.114.0",
    "207.241.224.2",
    "223.255.255.255",
    "::ffff:8.8.8.8",
    "::ffff:808:808",
    "64:ff9b::8.8.8.8",
    "64:ff9b::cff1:e002",
    "2000::1",
    "2001:0:4136:e378:8000:63bf:f7f7:f7f7",
    "2001:200::1",
    "2001:470::1",
    "2001:4860:4860::8888",
    "2001:db7::1",
    "2001:db9::1",
    "2002:808:808::1",
    "2003::1",
    "2606:4700:4700::1111",
    "2620:4f:8000::1",
    "2a00:1450:4001:800::200e",
    "3ffe::1",
    "3fff:1000::1",
];

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn closed_addresses_stay_closed() {
    for text in CLOSED {
        assert!(!is_global(ip(text)), "{text}");
        assert!(!Guard::default().allows(ip(text)), "{text}");
    }
}

#[test]
fn public_addresses_are_open() {
    for text in OPEN {
        assert!(is_global(ip(text)), "{text}");
        assert!(Guard::default().allows(ip(text)), "{text}");
    }
}

#[test]
fn the_table_is_long_enough_to_be_believed() {
    assert!(CLOSED.len() >= 100, "{}", CLOSED.len());
}

#[test]
fn mapping_an_address_never_changes_the_answer() {
    for text in CLOSED.iter().chain(OPEN) {
        if let IpAddr::V4(address) = ip(text) {
            assert_eq!(is_global(address.to_ipv6_mapped().into()), is_global(address.into()), "{text}");
        }
    }
}

#[test]
fn a_person_can_open_a_network_and_only_that() {
    let guard = Guard::new(vec!["10.1.0.0/16".parse().expect("a network"), "fd00::/8".parse().expect("one")]);
    for text in ["10.1.0.0", "10.1.255.255", "::ffff:10.1.2.3", "fd00::1", "8.8.8.8"] {
        assert!(guard.allows(ip(text)), "{text}");
    }
    for text in ["10.2.0.0", "127.0.0.1", "fe80::1", "64:ff9b::10.1.2.3"] {
        assert!(!guard.allows(ip(text)), "{text}");
    }
}
