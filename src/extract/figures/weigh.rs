//! Whose a figure is where no certain rule settles it: the force for which most speaks.

use super::agency::Clause;
use super::claims::{Claim, gather};
use super::doubts::{Thing, thing, threshold};
use super::evidence::{Evidence, Piece, pieces};
use super::forces::Sort;
use super::side::{Case, Ruling};
use crate::extract::trail::{Aspect, Finding, Rule};

/// By how much more must speak for one force than for any other.
const MARGIN: i32 = 3;

/// How many of the reasons are told.
const REASONS: usize = 3;

/// The force for which most speaks, where more speaks for it than for nobody, and what speaks for it most.
pub(super) fn weighed(case: &Case<'_>) -> Option<(&'static Rule, Ruling)> {
    // Civilians are nobody's, whoever is told of.
    if thing(case) == Thing::Civilians {
        return None;
    }
    let lost = case.is_loss() || matches!(case.clause(), Clause::Open { seen: Some(_), .. });
    let weight = |piece: &Piece| if lost { piece.loss } else { piece.force };
    let score = |claim: &Claim| pieces(claim.set()).map(weight).sum::<i32>();
    let claims = gather(case, case.forces);
    // A place of fighting, a mission or a charity that only speaks of it, has no part in it.
    let speaks = [Evidence::Says, Evidence::Reckons, Evidence::SaidBefore];
    let party = |claim: &&Claim| case.forces.all[claim.force].sort != Sort::Body || !speaks.contains(&claim.standing);
    let best = claims.all.iter().filter(party).max_by_key(|claim| score(claim))?;
    // Where the text knows one force alone, not all of it is its.
    let opener = case.view.words.at(case.sentence.start);
    let elsewhere = best.standing > Evidence::Acted
        && case.forces.foremost[1].is_none()
        && case.forces.all.len() == 1
        && !matches!(opener, "they" | "it" | "its" | "their");
    if elsewhere || score(best) <= threshold(case) {
        return None;
    }
    // Nobody is guessed of two for whom as much speaks.
    let rivals = claims.all.iter().filter(party).filter(|c| c.force != best.force && score(c) + MARGIN > score(best));
    if rivals.count() > 0 {
        return None;
    }
    let mut reasons: Vec<&Piece> = pieces(best.set()).collect();
    reasons.sort_by_key(|piece| -weight(piece));
    for piece in reasons.iter().take(REASONS).skip(1).filter(|piece| weight(piece) > 0) {
        case.view.words.because(Finding::Figure, case.core, Aspect::Side, &piece.rule, &best.words);
    }
    let side = case.forces.all[best.force].id.clone();
    Some((&reasons.first()?.rule, Ruling::of(Some(side), best.words.clone())))
}
