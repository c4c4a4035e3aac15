//! Ours as a share of a peer's, step by step: below one we need less.

use serde::Serialize;

use crate::step::{Measured, round};

/// Nothing where the peer's figure is too small to divide by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Ratio {
    #[serde(rename = "ratio")]
    peer: &'static str,
    step: &'static str,
    seconds: Option<f64>,
    settled: Option<f64>,
    #[serde(rename = "wireMB")]
    wire_mb: Option<f64>,
    messages: Option<f64>,
    #[serde(rename = "serverCpu")]
    server_cpu: Option<f64>,
    #[serde(rename = "serverMB")]
    server_mb: Option<f64>,
}

pub(crate) fn compare(ours: &[Measured], theirs: &[Measured]) -> Vec<Ratio> {
    ours.iter().zip(theirs).map(|(ours, theirs)| one(ours, theirs)).collect()
}

fn one(ours: &Measured, theirs: &Measured) -> Ratio {
    Ratio {
        peer: theirs.engine,
        step: theirs.step,
        seconds: share(ours.seconds, theirs.seconds),
        settled: share(ours.settled, theirs.settled),
        wire_mb: share(ours.wire_mb, theirs.wire_mb),
        messages: share(count(ours), count(theirs)),
        server_cpu: share(ours.server_cpu, theirs.server_cpu),
        server_mb: share(ours.server_mb.into(), theirs.server_mb.into()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "no bench sends a quadrillion messages")]
fn count(measured: &Measured) -> f64 {
    measured.messages as f64
}

fn share(ours: f64, theirs: f64) -> Option<f64> {
    (theirs > 0.0).then(|| round(ours / theirs, 4))
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::step::Measured;

    fn measured(engine: &'static str, seconds: f64, server_cpu: f64) -> Measured {
        let (settled, wire_mb, messages) = (seconds, 1.0, 8);
        let (server_mb, client_cpu, client_mb) = (40, 0.1, 20);
        let (step, documents) = ("fresh device", 4000);
        Measured {
            engine,
            step,
            documents,
            seconds,
            usable: None,
            settled,
            wire_mb,
            messages,
            server_cpu,
            server_mb,
            client_cpu,
            client_mb,
        }
    }

    #[test]
    fn half_the_peers_time_is_a_half() {
        let ratio = &compare(&[measured("tapak", 0.75, 0.1)], &[measured("pouchdb", 1.5, 0.4)])[0];
        assert_eq!((ratio.peer, ratio.seconds, ratio.server_cpu), ("pouchdb", Some(0.5), Some(0.25)));
    }

    #[test]
    fn what_the_clock_was_too_coarse_for_is_left_open() {
        let ratio = &compare(&[measured("tapak", 0.01, 0.01)], &[measured("pouchdb", 0.1, 0.0)])[0];
        assert_eq!(ratio.server_cpu, None);
    }
}
