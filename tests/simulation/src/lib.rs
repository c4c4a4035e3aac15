//! Room tests/simulation.
