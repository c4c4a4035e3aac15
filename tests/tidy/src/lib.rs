//! Room tests/tidy.
