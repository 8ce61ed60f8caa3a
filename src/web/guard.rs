//! Which addresses may be connected to.
//!
//! A report can cite `http://169.254.169.254/…` or a name that resolves to a machine inside the
//! network where the audit runs. Fetching it would hand an outsider's request to an insider
//! (server-side request forgery). Only addresses that the whole internet can reach are asked.
//!
//! The tables are the special-purpose registries of IANA (RFC 6890 and its updates). Within IPv6
//! only global unicast (`2000::/3`, RFC 4291 §2.4) is open at all; forms that carry an IPv4 address
//! are judged by the address they carry, since that is where a translator sends the packet.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

const fn v4(a: u8, b: u8, c: u8, d: u8, length: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), length)
}

const fn v6(start: [u16; 4], length: u8) -> Ipv6Net {
    let [a, b, c, d] = start;
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0), length)
}

/// IPv4 that is not on the public internet.
static CLOSED_V4: [Ipv4Net; 15] = [
    v4(0, 0, 0, 0, 8),       // this network, RFC 791
    v4(10, 0, 0, 0, 8),      // private, RFC 1918
    v4(100, 64, 0, 0, 10),   // carrier-grade NAT, RFC 6598
    v4(127, 0, 0, 0, 8),     // loopback, RFC 1122
    v4(169, 254, 0, 0, 16),  // link-local, RFC 3927: cloud metadata lives here
    v4(172, 16, 0, 0, 12),   // private, RFC 1918
    v4(192, 0, 0, 0, 24),    // protocol assignments, RFC 6890
    v4(192, 0, 2, 0, 24),    // documentation, RFC 5737
    v4(192, 88, 99, 0, 24),  // 6to4 relays, RFC 7526
    v4(192, 168, 0, 0, 16),  // private, RFC 1918
    v4(198, 18, 0, 0, 15),   // benchmarking, RFC 2544
    v4(198, 51, 100, 0, 24), // documentation, RFC 5737
    v4(203, 0, 113, 0, 24),  // documentation, RFC 5737
    v4(224, 0, 0, 0, 4),     // multicast, RFC 5771
    v4(240, 0, 0, 0, 4),     // reserved, RFC 1112, and broadcast, RFC 919
];

/// Global unicast: everything outside is closed.
static UNICAST: Ipv6Net = v6([0x2000, 0, 0, 0], 3);
/// Closed within global unicast.
static CLOSED_V6: [Ipv6Net; 3] = [
    v6([0x2001, 0, 0, 0], 23), // protocol assignments, RFC 2928 (Teredo is judged before)
    v6([0x2001, 0x0db8, 0, 0], 32), // documentation, RFC 3849
    v6([0x3fff, 0, 0, 0], 20), // documentation, RFC 9637
];
/// NAT64, RFC 6052: the last 32 bits are an IPv4 address.
static NAT64: Ipv6Net = v6([0x0064, 0xff9b, 0, 0], 96);
/// Teredo, RFC 4380: the server in bits 32–63, the client inverted in the last 32.
static TEREDO: Ipv6Net = v6([0x2001, 0, 0, 0], 32);
/// 6to4, RFC 3056: bits 16–47 are an IPv4 address.
static SIX_TO_FOUR: Ipv6Net = v6([0x2002, 0, 0, 0], 16);

/// Whether the whole internet can reach `address`.
pub fn is_global(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_global_v4(address),
        IpAddr::V6(address) => is_global_v6(address),
    }
}

fn is_global_v4(address: Ipv4Addr) -> bool {
    !CLOSED_V4.iter().any(|net| net.contains(&address))
}

fn is_global_v6(address: Ipv6Addr) -> bool {
    match carried(address) {
        Some(carried) => carried.into_iter().all(is_global_v4),
        None => UNICAST.contains(&address) && !CLOSED_V6.iter().any(|net| net.contains(&address)),
    }
}

/// The IPv4 addresses to which a translator or a tunnel would send what goes to `address`. Where
/// a form carries one only, it stands twice.
fn carried(address: Ipv6Addr) -> Option<[Ipv4Addr; 2]> {
    let segments = address.segments();
    let v4 = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    let [.., high, low] = segments;
    if NAT64.contains(&address) {
        Some([v4(high, low); 2])
    } else if SIX_TO_FOUR.contains(&address) {
        Some([v4(segments[1], segments[2]); 2])
    } else if TEREDO.contains(&address) {
        Some([v4(segments[2], segments[3]), v4(!high, !low)])
    } else {
        None
    }
}

/// Decides over addresses: public ones, and those a person opened.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    opened: Vec<IpNet>,
}

impl Guard {
    /// A guard that also lets through what lies in `opened`.
    pub fn new(opened: Vec<IpNet>) -> Self {
        Self { opened }
    }

    /// Whether `address` may be connected to.
    pub fn allows(&self, address: IpAddr) -> bool {
        is_global(address)
            || self.opened.iter().any(|net| net.contains(&address) || net.contains(&address.to_canonical()))
    }
}

#[cfg(test)]
mod tests;
