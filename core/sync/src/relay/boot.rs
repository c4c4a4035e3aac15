//! Cards instead of history: for whom, from where, and one stretch at a time.

use super::{Effect, Session};
use crate::id::Sequence;
use crate::limits::PAGE_BYTES;
use crate::message::{Boot, BootMark, Cards, Hello, SCOPED, ScopeCursor, Stretch, ToDevice, Welcome};

/// Whoever is further behind gets every document once instead of each of its changes.
pub const CARDS_BEHIND: u64 = 2_000;

/// Which cards this device needs before pages; `None` when pages alone do.
pub(super) fn plan(hello: &Hello, welcome: &Welcome, cards_behind: u64) -> Option<Boot> {
    let scopes = welcome.scopes.as_ref().filter(|_| hello.protocol >= SCOPED)?;
    let cursor = welcome.resume_from(hello.epoch, hello.cursor());
    let far = welcome.head.get() - cursor.get() > cards_behind;
    let held = |scope: &u16| hello.scopes.iter().any(|held| held.scope == *scope);
    let fresh = hello.scopes.is_empty();
    if !far && (fresh || scopes.iter().all(held)) {
        return None;
    }
    let since = |scope: &u16| if held(scope) { cursor } else { Sequence::ZERO };
    let wanted = scopes.iter().filter(|scope| far || !held(scope));
    let since: Vec<_> = wanted.map(|scope| ScopeCursor { scope: *scope, cursor: since(scope) }).collect();
    let target = if far { welcome.head } else { cursor };
    Some(go_on(hello, welcome, &since).unwrap_or(Boot { target, since, mark: BootMark::default(), left: None }))
}

/// Where a cut interrupted the same cards of the same log.
fn go_on(hello: &Hello, welcome: &Welcome, since: &[ScopeCursor]) -> Option<Boot> {
    let scopes = |of: &[ScopeCursor]| of.iter().map(|scope| scope.scope).collect::<Vec<_>>();
    let same = |boot: &&Boot| {
        hello.epoch == welcome.epoch && boot.target <= welcome.head && scopes(&boot.since) == scopes(since)
    };
    hello.boot.as_ref().filter(same).cloned()
}

impl Session {
    pub(super) fn read_cards(&mut self, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return };
        if let Some(boot) = live.boot.clone().filter(|_| !live.reading && live.credits > 0) {
            live.reading = true;
            effects.push(Effect::ReadCards { boot, max_bytes: PAGE_BYTES });
        }
    }

    pub(super) fn cards_read(&mut self, cards: Cards, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return };
        live.reading = false;
        let Some(stretch) = cards.stretch.filter(|stretch| live.moves_on(*stretch)) else { return };
        if stretch.done {
            live.boot = None;
        }
        self.send_small(&ToDevice::Cards(cards), effects);
        self.read_on(effects);
    }
}

impl super::Live {
    fn moves_on(&mut self, stretch: Stretch) -> bool {
        let Some(boot) = self.boot.as_mut().filter(|boot| boot.mark == stretch.from) else { return false };
        (boot.mark, boot.left) = (stretch.to, Some(stretch.left));
        self.credits -= 1;
        if stretch.done {
            self.sent = self.sent.max(boot.target);
        }
        true
    }
}
