//! Time and truth: what is due now, when to be woken next, and what the badge may say.

use super::link::{Link, Live};
use super::{ANSWER_WITHIN, Client, Effect, Status, Turn};

impl Client {
    pub(super) fn tick(&mut self, turn: &mut Turn) {
        self.wake_at = None;
        if self.deadline().is_some_and(|deadline| deadline <= turn.now) {
            return self.overdue(turn);
        }
        if let Link::Live(live) = &mut self.link {
            live.work_due(turn);
        }
    }

    fn overdue(&mut self, turn: &mut Turn) {
        match self.link {
            Link::Waiting { .. } => self.open(turn),
            Link::Opening { .. } | Link::Greeting(_) | Link::Live(_) => self.restart(turn),
            Link::Resting | Link::Rejected(_) => {}
        }
    }

    /// When the present state has lasted too long.
    fn deadline(&self) -> Option<u64> {
        match &self.link {
            Link::Resting | Link::Rejected(_) => None,
            Link::Waiting { until } => Some(*until),
            Link::Opening { deadline } => Some(*deadline),
            Link::Greeting(greeting) => Some(greeting.deadline),
            Link::Live(live) => live.deadline(),
        }
    }

    /// Ends every turn.
    pub(super) fn report(&mut self, turn: &mut Turn) {
        if turn.failed.take().is_some() {
            self.restart(turn);
        }
        if let (true, Some(live)) = (turn.sent, self.live()) {
            live.beat.speak(turn.now);
        }
        self.report_status(turn);
        self.report_wake(turn);
    }

    fn report_status(&mut self, turn: &mut Turn) {
        let status = self.status(turn.now);
        if self.said.replace(status) != Some(status) {
            turn.emit(Effect::Status(status));
        }
    }

    /// A wake-up that has become too early is left alone: waking for nothing is cheaper than a new timer
    /// for every frame.
    fn report_wake(&mut self, turn: &mut Turn) {
        let Some(at) = self.deadline().into_iter().chain(self.next_work(turn.now)).min() else { return };
        if self.wake_at.is_none_or(|earlier| at < earlier) {
            self.wake_at = Some(at);
            turn.emit(Effect::WakeAt(at));
        }
    }

    fn next_work(&self, now: u64) -> Option<u64> {
        match &self.link {
            Link::Live(live) => Some(live.next_work()),
            Link::Opening { deadline } => Some(doubted_at(*deadline)).filter(|at| *at > now),
            Link::Greeting(greeting) => Some(doubted_at(greeting.deadline)).filter(|at| *at > now),
            Link::Resting | Link::Waiting { .. } | Link::Rejected(_) => None,
        }
    }

    fn status(&self, now: u64) -> Status {
        let since = self.offline_since.unwrap_or(now);
        let nobody = self.identity.is_none() && self.joining.is_none();
        match &self.link {
            Link::Resting if nobody => Status::Unpaired,
            Link::Resting | Link::Waiting { .. } => Status::Offline { since },
            Link::Opening { deadline } if doubted_at(*deadline) <= now => Status::Offline { since },
            Link::Greeting(greeting) if doubted_at(greeting.deadline) <= now => Status::Offline { since },
            Link::Opening { .. } | Link::Greeting(_) => Status::Connecting,
            Link::Live(live) => live.status(),
            Link::Rejected(code) => Status::Rejected(*code),
        }
    }
}

/// A try that has hung for this long is not given up yet, but nobody is told any more that it will do.
const DOUBTED_AFTER: u64 = 2_000;

fn doubted_at(deadline: u64) -> u64 {
    deadline - ANSWER_WITHIN + DOUBTED_AFTER
}

impl Live {
    fn deadline(&self) -> Option<u64> {
        let waits = [self.pull.stalled_at(), self.push.overdue_at(), Some(self.beat.dead_at())];
        waits.into_iter().flatten().min()
    }

    fn next_work(&self) -> u64 {
        let ping_at = self.beat.ping_at();
        self.pull.report_at().map_or(ping_at, |report_at| report_at.min(ping_at))
    }

    fn work_due(&mut self, turn: &mut Turn) {
        if self.pull.report_at().is_some_and(|at| at <= turn.now) {
            self.pull.report(turn);
        }
        if self.beat.ping_at() <= turn.now {
            self.beat.ping(self.roster, turn);
        }
    }

    fn status(&self) -> Status {
        let (cursor, head) = (self.pull.stored, self.pull.head);
        if self.pull.behind() { Status::CatchingUp { cursor, head } } else { Status::Live { cursor } }
    }
}
