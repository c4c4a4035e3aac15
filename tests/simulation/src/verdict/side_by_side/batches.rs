//! Batches frozen apart: every claim is counted in one, or waits for the next; what a second one lists too says which
//! counts it.

use std::collections::{BTreeMap, BTreeSet};

use tapak_engine::view::happening::Happening;
use tapak_engine::view::recap::RecapView;
use uuid::Uuid;

use crate::broken::{Checked, Rule};
use crate::verdict::picture::Picture;

/// How many claims two batches list.
pub(super) fn check(picture: &Picture) -> Checked<u64> {
    let claims = picture.pages.values().flat_map(|page| &page.timeline);
    let claims = claims.filter(|entry| !entry.ignored && matches!(entry.what, Happening::Claimed { .. }));
    let waiting = picture.next_recap.iter().flat_map(|next| &next.lines).map(|line| line.claim).collect();
    check_claims(&claims.map(|entry| entry.id).collect(), &picture.recaps, &waiting)
}

fn check_claims(claims: &BTreeSet<Uuid>, recaps: &[RecapView], waiting: &BTreeSet<Uuid>) -> Checked<u64> {
    let mut counted: BTreeMap<Uuid, Uuid> = BTreeMap::new();
    for (recap, line) in recaps.iter().flat_map(|recap| recap.lines.iter().map(move |line| (recap.row.id, line))) {
        if line.counted_in.is_none() {
            let before = counted.insert(line.claim, recap);
            Rule::SideBySide.hold(before.is_none(), || format!("{line:?} is counted in {recap} and in {before:?}"))?;
        }
    }
    let lost = claims.iter().find(|claim| counted.contains_key(claim) == waiting.contains(claim));
    Rule::SideBySide.hold(lost.is_none(), || format!("{lost:?} is in no batch, or in one and in the next"))?;
    let mut again = 0;
    for line in recaps.iter().flat_map(|recap| &recap.lines).filter(|line| line.counted_in.is_some()) {
        let counts = counted.get(&line.claim);
        Rule::SideBySide.hold(counts == line.counted_in.as_ref(), || format!("{line:?} is counted in {counts:?}"))?;
        again += 1;
    }
    recaps.iter().try_for_each(check_figures)?;
    Ok(again)
}

/// What a batch adds up to is what it counts.
fn check_figures(recap: &RecapView) -> Checked {
    let (own, again): (Vec<_>, Vec<_>) = recap.lines.iter().partition(|line| line.counted_in.is_none());
    let figures = recap.row.figures;
    let sums = (own.iter().map(|line| line.total).sum(), own.iter().map(|line| line.amount).sum());
    let counts = (figures.claims as usize, figures.again as usize) == (own.len(), again.len());
    let fits = counts && (figures.total, figures.amount) == sums;
    Rule::SideBySide.hold(fits, || format!("{recap:?} does not add up"))
}

#[cfg(test)]
mod tests {
    use tapak_engine::view::badge::SyncMark;
    use tapak_engine::view::recap::{RecapFigures, RecapLine, RecapRow};

    use super::*;

    /// Each claim with the batch that counts it, if that is another.
    fn recap(id: u128, lines: &[(u128, Option<u128>)]) -> RecapView {
        let lines = lines.iter().map(|(claim, counted_in)| RecapLine {
            claim: Uuid::from_u128(*claim),
            counted_in: counted_in.map(Uuid::from_u128),
            ..RecapLine::default()
        });
        let lines: Vec<_> = lines.collect();
        let again = u32::try_from(lines.iter().filter(|line| line.counted_in.is_some()).count()).unwrap();
        let claims = u32::try_from(lines.len()).unwrap() - again;
        let row = RecapRow {
            id: Uuid::from_u128(id),
            from: None,
            until: 9,
            at: 9,
            person: String::new(),
            device_name: String::new(),
            figures: RecapFigures { claims, again, ..RecapFigures::default() },
            complete: true,
            mark: SyncMark::Relay,
        };
        RecapView { row, lines }
    }

    fn judged(recaps: &[RecapView], waiting: &[u128]) -> Option<u64> {
        let ids = |ids: &[u128]| ids.iter().map(|id| Uuid::from_u128(*id)).collect();
        check_claims(&ids(&[1, 2]), recaps, &ids(waiting)).ok()
    }

    #[test]
    fn a_claim_that_is_missing_or_counted_twice_is_caught() {
        assert_eq!(judged(&[recap(8, &[(1, None)])], &[2]), Some(0));
        assert_eq!(judged(&[recap(8, &[(1, None)])], &[]), None, "the other is nowhere");
        assert_eq!(judged(&[recap(8, &[(1, None), (2, None)])], &[2]), None, "it waits although it was counted");
        let apart = [recap(8, &[(1, None), (2, None)]), recap(9, &[(1, Some(8))])];
        assert_eq!(judged(&apart, &[]), Some(1));
        assert_eq!(judged(&[apart[0].clone(), recap(9, &[(1, None)])], &[]), None, "counted twice, and nobody says so");
        assert_eq!(judged(&[apart[0].clone(), recap(9, &[(1, Some(7))])], &[]), None, "counted where it is not");
    }

    #[test]
    fn a_batch_that_does_not_add_up_is_caught() {
        let mut wrong = recap(8, &[(1, None), (2, None)]);
        wrong.row.figures.claims = 1;
        assert_eq!(judged(&[wrong], &[]), None);
    }
}
