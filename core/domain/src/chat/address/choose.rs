//! Which regency is meant when names are shared: by `Kab.` and `Kota`, by the postal code, by the province.

use std::ops::Range;

use super::super::hint::Hint;
use super::super::regions::{Regency, Regions};
use super::super::spelling::as_name;
use super::super::token::Page;
use super::piece::{Piece, Role, postal_code};
use super::place::{Sighting, sightings};
use crate::values::PostalCode;

#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) regency: String,
    pub(super) province: String,
    pub(super) postal_code: Option<PostalCode>,
    /// Tokens that named the regency or the province and name nothing else.
    pub(super) used: Vec<Range<usize>>,
    /// What makes the regency doubtful, and what is only worth a look.
    pub(super) doubt: Option<Hint>,
    pub(super) remark: Option<Hint>,
    pub(super) weak: bool,
}

struct Evidence<'r, 't> {
    page: &'r Page<'t>,
    regions: &'r Regions,
    sightings: Vec<Sighting>,
    postal_code: Option<u32>,
}

/// One reading of one sighting.
#[derive(Debug, Clone, Copy)]
struct Choice {
    sighting: usize,
    regency: Regency,
    score: i32,
}

pub(super) fn choose(page: &Page<'_>, regions: &Regions, pieces: &[Piece]) -> Chosen {
    let codes = pieces.iter().filter(|piece| piece.role == Role::PostalCode);
    let postal_code = codes.filter_map(|piece| postal_code(page, piece.range.start)).next_back();
    let number = postal_code.as_ref().and_then(|code| code.as_str().parse().ok());
    let evidence = Evidence { page, regions, sightings: sightings(page, regions, pieces), postal_code: number };
    let chosen = evidence.judge().unwrap_or_else(|| evidence.without_name(unknown_name(page, pieces)));
    Chosen { postal_code, ..chosen }
}

/// The regency as it was written when nothing in the country is called so.
fn unknown_name(page: &Page<'_>, pieces: &[Piece]) -> Option<String> {
    let marked = pieces.iter().find(|piece| matches!(piece.role, Role::Regency | Role::City | Role::RegencyOrCity))?;
    let status = if marked.role == Role::City { "Kota" } else { "Kab." };
    Some(format!("{status} {}", as_name(page.source(&marked.range))))
}

impl Evidence<'_, '_> {
    fn judge(&self) -> Option<Chosen> {
        let mut choices = self.choices();
        choices.sort_by_key(|choice| std::cmp::Reverse(choice.score));
        let best = *choices.first()?;
        let rivals: Vec<_> = choices.iter().skip(1).filter(|rival| rival.regency != best.regency).copied().collect();
        let tied: Vec<_> = rivals.iter().filter(|rival| rival.score == best.score).copied().collect();
        if tied.is_empty() {
            return Some(self.settled(best, &rivals));
        }
        Some(self.undecided(best, &tied))
    }

    fn choices(&self) -> Vec<Choice> {
        let each = self.sightings.iter().enumerate();
        each.flat_map(|(place, sighting)| {
            sighting.regencies.iter().map(move |regency| Choice {
                sighting: place,
                regency: *regency,
                score: self.score(place, regency),
            })
        })
        .collect()
    }

    fn score(&self, place: usize, regency: &Regency) -> i32 {
        let sighting = &self.sightings[place];
        let mut provinces =
            self.sightings.iter().enumerate().filter(|(other, _)| *other != place).filter_map(|(_, s)| s.province);
        let named_province =
            provinces.clone().next().map_or(0, |_| if provinces.any(|p| p == regency.province) { 2 } else { -3 });
        let last = self.sightings.iter().rposition(|s| !s.regencies.is_empty()) == Some(place);
        let marked = if sighting.marked { 4 } else { 0 };
        marked + self.postal_score(regency) + named_province + i32::from(last) - i32::from(sighting.misspelt)
    }

    fn postal_score(&self, regency: &Regency) -> i32 {
        match self.postal_code {
            Some(code) if regency.holds(code) => 3,
            Some(code) if !self.regions.with_postal_code(code).is_empty() => -3,
            Some(_) | None => 0,
        }
    }

    fn settled(&self, best: Choice, rivals: &[Choice]) -> Chosen {
        let elsewhere = self.elsewhere(&best.regency);
        let confirmed = self.sightings[best.sighting].marked || self.postal_score(&best.regency) > 0;
        let contested =
            rivals.iter().any(|rival| rival.sighting != best.sighting && !self.is_province_of(rival, &best));
        let contest = (contested && !confirmed).then(|| ambiguous(&best, rivals));
        let doubt = elsewhere.or(contest);
        Chosen {
            regency: best.regency.title(),
            province: best.regency.province.to_owned(),
            used: self.used(&best),
            weak: doubt.is_some(),
            doubt,
            remark: self.remark(&best, confirmed),
            ..Chosen::default()
        }
    }

    /// `bdg` means the city to most people, and the regency to some.
    fn remark(&self, best: &Choice, confirmed: bool) -> Option<Hint> {
        let sighting = &self.sightings[best.sighting];
        if sighting.misspelt {
            return Some(Hint::RegencyMisspelt { word: self.page.source(&sighting.range).to_owned() });
        }
        let namesakes = self.regions.namesakes(&best.regency);
        let loose = sighting.nickname && !confirmed && namesakes.len() > 1;
        loose.then(|| Hint::RegencyAmbiguous { options: namesakes.iter().map(Regency::title).collect() })
    }

    /// `Sleman, Jogja`: the second name is the province of the first, not its rival.
    fn is_province_of(&self, rival: &Choice, best: &Choice) -> bool {
        self.sightings[rival.sighting].province == Some(best.regency.province)
    }

    fn undecided(&self, best: Choice, tied: &[Choice]) -> Chosen {
        let one_province = tied.iter().all(|other| other.regency.province == best.regency.province);
        let province = if one_province { best.regency.province.to_owned() } else { String::new() };
        Chosen {
            province,
            used: self.used(&best),
            doubt: Some(ambiguous(&best, tied)),
            weak: true,
            ..Chosen::default()
        }
    }

    fn elsewhere(&self, regency: &Regency) -> Option<Hint> {
        let code = self.postal_code.filter(|_| self.postal_score(regency) < 0)?;
        let there: Vec<_> = self.regions.with_postal_code(code).iter().map(Regency::title).collect();
        Some(Hint::PostalCodeElsewhere { regency: there.join(" / ") })
    }

    fn used(&self, best: &Choice) -> Vec<Range<usize>> {
        let each = self.sightings.iter().enumerate();
        each.filter(|(place, sighting)| *place == best.sighting || sighting.province == Some(best.regency.province))
            .map(|(_, sighting)| sighting.range.clone())
            .collect()
    }

    /// Nobody wrote a regency we know: the postal code may know it.
    fn without_name(&self, unknown: Option<String>) -> Chosen {
        let province = self.sightings.iter().find_map(|sighting| sighting.province);
        let used = self.sightings.iter().map(|sighting| sighting.range.clone()).collect();
        let by_code = self.postal_code.map(|code| self.regions.with_postal_code(code)).unwrap_or_default();
        let fits = by_code.iter().filter(|regency| province.is_none_or(|province| province == regency.province));
        let fits: Vec<_> = fits.collect();
        let base = Chosen { province: province.unwrap_or_default().to_owned(), used, ..Chosen::default() };
        match (unknown, fits.as_slice()) {
            (Some(word), _) => {
                Chosen { regency: word.clone(), doubt: Some(Hint::RegencyUnknown { word }), weak: true, ..base }
            }
            (None, [only]) => Chosen {
                regency: only.title(),
                province: only.province.to_owned(),
                remark: Some(Hint::RegencyFromPostalCode { regency: only.title() }),
                ..base
            },
            (None, _) => base,
        }
    }
}

fn ambiguous(best: &Choice, rivals: &[Choice]) -> Hint {
    let mut options: Vec<String> = Vec::new();
    for choice in [best].into_iter().chain(rivals) {
        if !options.contains(&choice.regency.title()) {
            options.push(choice.regency.title());
        }
    }
    Hint::RegencyAmbiguous { options }
}
