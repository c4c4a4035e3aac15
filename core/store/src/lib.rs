//! Room core/store.
