//! The address people type or scan, when nobody said another.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// A place in the documentation range: nothing is sent there, only the way out is looked up.
const ANYWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);

pub(super) fn of(bound: SocketAddr) -> String {
    let ip = if bound.ip().is_unspecified() { own_ip().unwrap_or(Ipv4Addr::LOCALHOST.into()) } else { bound.ip() };
    format!("http://{}", SocketAddr::new(ip, bound.port()))
}

/// The address of this machine as its neighbours see it.
fn own_ip() -> Option<IpAddr> {
    let probe = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    probe.connect(ANYWHERE).ok()?;
    probe.local_addr().ok().map(|own| own.ip())
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn an_address_of_everywhere_is_no_address_to_type() {
        let everywhere = "0.0.0.0:7171".parse().map(of).unwrap();
        assert!(!everywhere.contains("//0.0.0.0") && everywhere.ends_with(":7171"), "{everywhere}");
        assert_eq!("127.0.0.1:80".parse().map(of).unwrap(), "http://127.0.0.1:80");
        assert_eq!("[::1]:80".parse().map(of).unwrap(), "http://[::1]:80");
    }
}
