//! Who may own a figure, by what the text tells of them around it.

use std::ops::Range;

use super::classes::CLASSES;
use super::evidence::Evidence;
use super::forces::Forces;
use super::nouns::NOUNS;
use super::phrases::{Does, Phrase, phrases, verb_does};
use super::side::{Case, block_start};
use super::surroundings::around;
use super::table;
use crate::extract::parties::View;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far above its paragraph a figure's owner is looked for, in tokens.
const ABOVE: usize = 120;

/// No sentence is read farther from the figure, in tokens.
const REACH: usize = 100;

/// What speaks for one force.
pub(super) struct Claim {
    pub(super) force: usize,
    /// The best place that the text gives it.
    pub(super) standing: Evidence,
    /// The other pieces of evidence, as bits.
    pub(super) evidence: u64,
    /// The words of the strongest.
    pub(super) words: Range<usize>,
}

/// All who may own the figure.
pub(super) struct Claims {
    pub(super) all: Vec<Claim>,
}

/// Where a sentence stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    Here,
    Before,
    Earlier,
    Above,
    After,
}

impl Claim {
    /// All its evidence.
    pub(super) fn set(&self) -> u64 {
        self.evidence | self.standing.bit()
    }
}

impl Claims {
    /// Adds a piece of evidence for a force.
    pub(super) fn note(&mut self, force: usize, evidence: Evidence, words: &Range<usize>) {
        let standing = if evidence < Evidence::Text { evidence } else { Evidence::Text };
        let bit = if evidence > Evidence::Text { evidence.bit() } else { 0 };
        match self.all.iter_mut().find(|c| c.force == force) {
            Some(claim) => {
                claim.evidence |= bit;
                if standing < claim.standing {
                    claim.standing = standing;
                    claim.words = words.clone();
                }
            }
            None => self.all.push(Claim { force, standing, evidence: bit, words: words.clone() }),
        }
    }
}

/// Gathers them.
pub(super) fn gather(case: &Case<'_>, forces: &Forces) -> Claims {
    let view = case.view;
    let words = view.words;
    let mut claims = Claims { all: Vec::new() };
    let block = block_start(view, case.core.start);
    let floor = block.saturating_sub(ABOVE);
    let first = words.sentence_of(floor);
    // "25 of their crewmen": of somebody in the sentence.
    let possessive =
        (case.core.end..case.counted.tokens.end).any(|j| matches!(words.at(j), "its" | "his" | "her" | "their"));
    for s in first..=case.at {
        let Some(sentence) = words.sentences.get(s) else { continue };
        let near = sentence.start.max(case.start().saturating_sub(REACH + ABOVE + 250));
        let sentence = near.min(sentence.end)..sentence.end.min(case.counted.tokens.end + REACH);
        let zone = match case.at - s {
            0 => Zone::Here,
            _ if sentence.start < block => Zone::Above,
            1 => Zone::Before,
            _ => Zone::Earlier,
        };
        // The cells of a row are told of nobody; heads are asked before.
        if zone == Zone::Here && table::cell_at(view, case.core.start).is_some() {
            continue;
        }
        let phrases = phrases(view, forces, &sentence, block);
        // The subject of the clause that the figure stands in.
        let nearest =
            phrases.iter().flat_map(|p| p.verbs.iter().map(|v| v.0)).filter(|&v| v < case.start()).max().unwrap_or(0);
        for phrase in &phrases {
            if phrase.tokens.start >= case.start() && phrase.tokens.end <= case.counted.tokens.end {
                continue;
            }
            let behind = phrase.tokens.start >= case.counted.tokens.end;
            // "counted 40 tanks before they broke camp": whom a pronoun behind means, the figure does not tell.
            let pronoun = phrase.tokens.len() == 1
                && matches!(words.at(phrase.tokens.start), "it" | "they" | "them" | "he" | "she" | "him");
            if behind && pronoun {
                continue;
            }
            part(view, phrase, zone, behind, nearest, case.start(), &mut claims);
            let other = phrase.speaks() || phrase.verbs.iter().any(|v| v.1 == Does::Hits);
            if possessive && zone == Zone::Here && !behind && !other {
                claims.note(phrase.force, Evidence::Whose, &phrase.tokens);
            }
        }
        if sentence.start == block
            && zone != Zone::Here
            && let Some(first) = phrases.first()
        {
            // "Peru and Chile": each of those who are told of together.
            let p = view.party_from(first.tokens.start);
            let end = view.chain_end(p, sentence.end);
            let end = view.parties.get(end).map_or(first.tokens.end, |last| last.tokens.end.max(first.tokens.end));
            for phrase in phrases.iter().take_while(|phrase| phrase.tokens.end <= end) {
                claims.note(phrase.force, Evidence::Opens, &phrase.tokens);
            }
        }
    }
    // What the next sentence of the paragraph tells of.
    // "A million men. Of these 700,000 are Indian": the next tells of a part.
    let part_of = |at: usize| words.at(at) == "of" && matches!(words.at(at + 1), "these" | "those" | "them");
    if let Some(next) = words.sentences.get(case.at + 1).map(|n| n.start..n.end.min(n.start + REACH))
        && next.start < words.len()
        && !part_of(next.start)
        && (case.sentence.end.saturating_sub(1)..next.start + 1).all(|j| words.kind(j) != TokenKind::Break)
    {
        for phrase in &phrases(view, forces, &next, block) {
            part(view, phrase, Zone::After, true, 0, case.start(), &mut claims);
        }
    }
    around(case, forces, block, &mut claims);
    claims
}

/// Notes the part that a phrase has in its sentence.
fn part(
    view: &View<'_>,
    phrase: &Phrase,
    zone: Zone,
    behind: bool,
    nearest: usize,
    figure: usize,
    claims: &mut Claims,
) {
    use Evidence as E;
    let words = view.words;
    let tokens = &phrase.tokens;
    let mut note = |e: E| claims.note(phrase.force, e, tokens);
    if phrase.town {
        if matches!(zone, Zone::Here | Zone::Before) {
            note(E::Town);
        }
        return;
    }
    let speaks = phrase.speaks();
    let pick = |here: E, before: E, earlier: E| match zone {
        Zone::Here => here,
        Zone::Before => before,
        Zone::Earlier => earlier,
        Zone::Above if matches!(earlier, E::NamedEarlier) => E::NamedAbove,
        Zone::Above => E::ActedAbove,
        Zone::After if matches!(earlier, E::NamedEarlier) => E::NamedAfter,
        Zone::After => E::ActedAfter,
    };
    for (verb, does) in &phrase.verbs {
        if *verb > figure && zone == Zone::Here && matches!(does, Does::Acts | Does::IsSized) {
            continue;
        }
        let acts = if *verb >= nearest { E::Acts } else { E::Acted };
        note(match does {
            Does::IsSized => pick(E::Sized, E::SizedBefore, E::ActedEarlier),
            Does::Suffers => pick(E::Suffers, E::SufferedBefore, E::ActedEarlier),
            Does::Acts => pick(acts, E::ActedBefore, E::ActedEarlier),
            Does::Hits => pick(E::Named, E::NamedBefore, E::NamedEarlier),
            Does::Says => pick(E::Says, E::SaidBefore, E::NamedEarlier),
            Does::Reckons => pick(E::Reckons, E::SaidBefore, E::NamedEarlier),
        });
        if *does == Does::Hits && matches!(zone, Zone::Here | Zone::Before) {
            note(if zone == Zone::Here { E::Hits } else { E::HitBefore });
        }
    }
    let start = tokens.start;
    if phrase.owner {
        let end = tokens.end + usize::from(words.kind(tokens.end) == TokenKind::Possessive);
        let force = (end..end + 3)
            .take_while(|&j| {
                words.kind(j) == TokenKind::Word && verb_at(words, j).is_none() && !words.is(j, Classes::PREPOSITION)
            })
            .any(|j| {
                let word = words.at(j);
                NOUNS.noun(word).is_some() || CLASSES.force_noun.contains(word)
            });
        // "by Ukrainian reckoning", "its own count"
        let reckons = (end..end + 3)
            .take_while(|&j| words.kind(j) == TokenKind::Word)
            .any(|j| CLASSES.own_words.contains(words.at(j)));
        if reckons && !speaks {
            note(pick(E::Reckons, E::SaidBefore, E::NamedEarlier));
            return;
        }
        if force && !speaks {
            note(if behind && zone == Zone::Here {
                E::NamedBehind
            } else {
                pick(E::Owns, E::OwnedBefore, E::OwnedEarlier)
            });
        }
    }
    if !phrase.verbs.is_empty() {
        return;
    }
    // "from Peru and Chile": what stands before the first is said of each.
    let p = view.party_from(start);
    let start = match view.parties.get(p).filter(|q| q.tokens.start == start) {
        Some(_) => view.parties[view.chain_start(p, figure.min(start).saturating_sub(REACH))].tokens.start,
        // A town or a noun for a side is in no list of parties.
        None => start,
    };
    let lead = if start > 0 && words.is_before(start, 1, Classes::DETERMINER) { 2 } else { 1 };
    let before = if start >= lead { words.before(start, lead) } else { "" };
    // "200 kilometres from the border of Chad": how far, and no more.
    let far = (start.saturating_sub(5)..start).any(|j| {
        matches!(words.at(j), "kilometres" | "kilometers" | "km" | "miles")
            && matches!(words.at(j + 1), "from" | "of" | "to")
    });
    if far {
        return;
    }
    let governs = (start.saturating_sub(4)..start).rev().find(|&j| verb_at(words, j).is_some());
    // "gives the group 900 men", "credits it with 900", "estimates of its strength"
    let credited = (1..3).any(|k| start >= k && CLASSES.crediting.contains(words.before(start, k)))
        || before == "of"
            && start > lead
            && (words.is(start - lead - 1, Classes::ESTIMATE)
                || matches!(words.at(start - lead - 1), "strength" | "size" | "losses" | "ranks"));
    let hit = || governs.is_some_and(|j| verb_does(view, j, start.saturating_sub(8)) == Does::Hits);
    match before {
        "to" if start > lead && words.at(start - lead - 1) == "according" => {
            note(pick(E::Says, E::SaidBefore, E::NamedEarlier));
        }
        _ if credited && !behind => note(pick(E::Sized, E::SizedBefore, E::ActedEarlier)),
        "by" => {
            note(pick(E::Named, E::NamedBefore, E::NamedEarlier));
            if matches!(zone, Zone::Here | Zone::Before) {
                note(if zone == Zone::Here { E::Hits } else { E::HitBefore });
            }
        }
        "in" | "at" | "near" | "off" | "around" | "over" | "outside" | "inside" | "across" | "from" | "to" | "into"
        | "than" => note(if behind && zone == Zone::Here {
            E::PlaceBehind
        } else {
            pick(E::Place, E::PlaceBefore, E::NamedEarlier)
        }),
        "on" | "against" => note(pick(E::Target, E::TargetBefore, E::NamedEarlier)),
        _ if !phrase.owner && hit() => note(pick(E::Target, E::TargetBefore, E::NamedEarlier)),
        _ if behind && zone == Zone::Here => note(E::NamedBehind),
        _ => note(pick(E::Named, E::NamedBefore, E::NamedEarlier)),
    }
}
