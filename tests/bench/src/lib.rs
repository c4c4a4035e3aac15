//! Room tests/bench.
