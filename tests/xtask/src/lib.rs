//! Room tests/xtask.
