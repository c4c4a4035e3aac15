//! Room core/engine.
