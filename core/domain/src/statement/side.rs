//! Which way the money went where the amount alone does not say: by the signs of its neighbours, or by the balances.

use super::Line;
use super::number::Side;
use super::row::Draft;

const SEN: i64 = 100;

/// The lines with their signs, and those whose side stays unclear. Nothing when no row of the file says anything.
pub(super) fn settle(drafts: Vec<Draft>) -> Option<(Vec<Line>, Vec<Line>)> {
    let has = |side| drafts.iter().any(|draft| draft.side == Some(side));
    let all_said = drafts.iter().all(|draft| draft.side.is_some());
    match (has(Side::Credit), has(Side::Debit)) {
        // Amounts that leave carry a minus, so the others come in.
        (false, true) if !all_said => Some(apart(drafts, |_, _| Some(Side::Credit))),
        (false, false) if !all_said => by_balance(drafts),
        _ => Some(apart(drafts, |_, _| None)),
    }
}

fn apart(drafts: Vec<Draft>, side_of: impl Fn(usize, &Draft) -> Option<Side>) -> (Vec<Line>, Vec<Line>) {
    let (mut lines, mut unclear) = (Vec::new(), Vec::new());
    for (at, draft) in drafts.into_iter().enumerate() {
        match draft.side.or_else(|| side_of(at, &draft)) {
            Some(Side::Credit) => lines.push(draft.line),
            Some(Side::Debit) => lines.push(Line { amount: -draft.line.amount, ..draft.line }),
            None => unclear.push(draft.line),
        }
    }
    (lines, unclear)
}

/// Each balance is the one before it and the amount; statements run from the oldest line or from the newest.
fn by_balance(drafts: Vec<Draft>) -> Option<(Vec<Line>, Vec<Line>)> {
    let forward = steps(drafts.iter());
    let mut backward = steps(drafts.iter().rev());
    backward.reverse();
    let told = |steps: &[Option<Side>]| steps.iter().flatten().count();
    let sides = if told(&forward) >= told(&backward) { forward } else { backward };
    (told(&sides) > 0).then(|| apart(drafts, |at, _| sides.get(at).copied().flatten()))
}

fn steps<'a>(drafts: impl Iterator<Item = &'a Draft>) -> Vec<Option<Side>> {
    let mut before = None;
    drafts
        .map(|draft| {
            let balance = draft.line.balance;
            let step = balance.zip(before).map(|(now, before): (i64, i64)| now - before);
            before = balance;
            match step {
                Some(step) if step == draft.line.amount * SEN => Some(Side::Credit),
                Some(step) if step == -draft.line.amount * SEN => Some(Side::Debit),
                Some(_) | None => None,
            }
        })
        .collect()
}
