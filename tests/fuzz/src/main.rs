//! The door for libFuzzer, which brings its own `main`: the target is named by the environment.
#![no_main]

use std::backtrace::Backtrace;
use std::io::{Write, stderr};
use std::panic::{catch_unwind, resume_unwind, set_hook};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::{env, mem};

use libfuzzer_sys::fuzz_target;
use tapak_fuzz::{Target, find};

static CHOSEN: LazyLock<&Target> = LazyLock::new(|| {
    let name = env::var("TAPAK_FUZZ_TARGET").unwrap_or_default();
    find(&name).unwrap_or_else(|| panic!("TAPAK_FUZZ_TARGET names no target: {name:?}"))
});
/// The last panic, told only if nobody caught it: a room may contain what a library of others does.
static PANIC: Mutex<Option<(String, Backtrace)>> = Mutex::new(None);

fuzz_target!(init: remember_panics(), |bytes: &[u8]| if let Err(panic) = catch_unwind(|| CHOSEN.run(bytes)) {
    tell_of_it();
    resume_unwind(panic)
});

/// In place of a hook that ends the process before anybody can catch anything.
fn remember_panics() {
    set_hook(Box::new(|info| {
        let told = (info.to_string(), Backtrace::force_capture());
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
    }));
}

fn tell_of_it() {
    let told = mem::take(&mut *PANIC.lock().unwrap_or_else(PoisonError::into_inner));
    if let Some((what, trace)) = told {
        let _ = writeln!(stderr(), "{what}\n{trace}");
    }
}
