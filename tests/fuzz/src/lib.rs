//! Hostile bytes for every decoder: what each target does with them, and how much memory it may take meanwhile.

mod bounds;
mod seal;
mod target;

pub use bounds::Target;
pub use target::TARGETS;

/// The target of that name.
pub fn find(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
