//! What speaks for a force beside its phrases: the figures told of, who speaks or counts, how much the text tells of it,
//! the figure's own noun.

use std::ops::Range;

use super::agency::Clause;
use super::claims::Claims;
use super::classes::CLASSES;
use super::evidence::Evidence;
use super::forces::{Forces, Sort};
use super::said_by::sayer;
use super::side::Case;
use crate::extract::FigureKind;

/// What the figures before, the text and the figure's own noun say.
pub(super) fn around(case: &Case<'_>, forces: &Forces, block: usize, claims: &mut Claims) {
    use Evidence as E;
    let view = case.view;
    let words = view.words;
    let own = case.counted.tokens.clone();
    // Who was named last, who acted last.
    let named = |p: usize| view.parties[p].actors.iter().find_map(|&a| forces.of(a)).map(|f| (f, p));
    let last = (view.party_from(block)..view.party_from(case.start())).rev().find_map(named);
    if let Some((_, p)) = last {
        // "Peru and Chile": both.
        for (force, p) in (view.chain_start(p, block)..=p).filter_map(named) {
            claims.note(force, E::LastNamed, &view.parties[p].tokens);
        }
    }
    // The figures told of.
    for told in case.before.iter().rev().filter(|f| f.counted.tokens.start >= block).take(1) {
        let Some(force) = told.side.as_ref().and_then(|id| forces.by_id(id)) else { continue };
        let alike = (told.counted.kind == FigureKind::Casualties) == case.is_loss();
        let evidence = match case.at - told.sentence {
            _ if !alike => E::FigureOther,
            0 => E::FigureHere,
            _ => E::FigureBefore,
        };
        claims.note(force, evidence, &told.counted.tokens);
    }
    if let Some(told) = case.before.iter().rev().find(|f| f.counted.tokens.start < block)
        && (told.counted.kind == FigureKind::Casualties) == case.is_loss()
        && let Some(force) = told.side.as_ref().and_then(|id| forces.by_id(id))
    {
        claims.note(force, E::FigureAbove, &told.counted.tokens);
    }
    if let Some(actor) = sayer(view, case.core, &case.sentence)
        && let Some(force) = forces.of(actor)
    {
        claims.note(force, E::Sayer, &own);
    }
    if let Clause::Open { seen: Some(by), .. } = case.clause() {
        let by = by.as_ref().and_then(|id| forces.by_id(id));
        let by = by.or_else(|| sayer(view, case.core, &case.sentence).and_then(|a| forces.of(a)));
        if let Some(force) = by {
            claims.note(force, E::CountedBy, &own);
        }
    }
    // "…, the air force said, four missiles came in": not the sayer's.
    let comes = || {
        (own.end..case.sentence.end.min(own.end + 24))
            .any(|j| CLASSES.downing.contains(words.at(j)) || CLASSES.intruding.contains(words.at(j)))
    };
    if case.counted.kind == FigureKind::Equipment
        && comes()
        && let Some(force) = sayer(view, case.core, &case.sentence).and_then(|a| forces.of(a))
    {
        claims.note(force, E::CountedBy, &own);
    }
    // "their crewmen", "its guns"
    if let Some(j) = (own.start..own.end).find(|&j| matches!(words.at(j), "its" | "his" | "her" | "their")) {
        for force in view.whose(j).iter().filter_map(|&a| forces.of(a)) {
            claims.note(force, E::Whose, &(j..j + 1));
        }
    }
    // Where a second is told of as much, neither is the foremost.
    let told = forces.foremost.map(|f| f.map_or(0, |f| forces.all[f].told));
    let first = if told[0] == told[1] { E::Second } else { E::Foremost };
    for (force, evidence) in forces.foremost.iter().zip([first, E::Second]) {
        if let Some(force) = force {
            claims.note(*force, evidence, &own);
        }
    }
    // Where somebody shoots or counts, it is the other's.
    let against = E::Hits.bit() | E::CountedBy.bit();
    if claims.all.iter().any(|c| c.evidence & against != 0) {
        for claim in claims.all.iter_mut().filter(|c| c.evidence & against == 0) {
            if forces.foremost.contains(&Some(claim.force)) {
                claim.evidence |= E::Enemy.bit();
            }
        }
    }
    let noun = fits(case, &own);
    for claim in &mut claims.all {
        let sort = forces.all[claim.force].sort;
        let mut set = |e: E| claim.evidence |= e.bit();
        if sort == Sort::Body {
            set(E::Body);
        }
        if let Some(noun) = noun {
            set(match noun {
                _ if noun == sort => E::Fits,
                Sort::State => E::MisfitsState,
                _ => E::Misfits,
            });
        }
    }
}

/// The sort of force that the figure's noun fits.
fn fits(case: &Case<'_>, own: &Range<usize>) -> Option<Sort> {
    let words = case.view.words;
    let sort =
        own.clone().rev().find_map(|j| noun_sort(words.at(j))).or_else(|| noun_sort(last_word(&case.counted.what)));
    // "two fighters are lost": no men.
    sort.filter(|s| case.counted.kind != FigureKind::Equipment || *s == Sort::State)
}

fn last_word(what: &str) -> &str {
    what.rsplit(' ').next().unwrap_or(what)
}

fn noun_sort(word: &str) -> Option<Sort> {
    if CLASSES.of_groups.contains(word) {
        return Some(Sort::Group);
    }
    if CLASSES.of_missions.contains(word) {
        return Some(Sort::Body);
    }
    CLASSES.of_states.contains(word).then_some(Sort::State)
}
