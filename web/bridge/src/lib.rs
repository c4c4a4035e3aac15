//! Room web/bridge.
