//! The phrases of a sentence that mean a force, names or not, and what their verbs say of them.

use std::ops::Range;

use super::agency::is_suffering;
use super::classes::CLASSES;
use super::forces::{Forces, Sort};
use super::nouns::NOUNS;
use super::side::{Case, Ruling, block_start, is_against};
use crate::extract::parties::{Cover, View, group_start};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far behind a noun its sentence is read, in tokens.
const REACH: usize = 60;

/// What the verb of a subject says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    /// It is said to be so large.
    IsSized,
    /// It loses something, or something is done to it.
    Suffers,
    /// It does something else.
    Acts,
    /// It attacks, or brings down.
    Hits,
    /// It says something.
    Says,
    /// It counts or estimates.
    Reckons,
}

/// A phrase that means a force.
pub(super) struct Phrase {
    pub(super) force: usize,
    pub(super) tokens: Range<usize>,
    /// Whether it only owns what stands behind it.
    pub(super) owner: bool,
    /// The verbs that it is the subject of.
    pub(super) verbs: Vec<(usize, Does)>,
    /// Whether it is a town of its state that does nothing.
    pub(super) town: bool,
}

impl Phrase {
    /// A phrase that is the subject of the verb, where there is one.
    fn with_verb(view: &View<'_>, force: usize, tokens: Range<usize>, verb: Option<usize>) -> Self {
        let verbs = verb.map(|v| (v, verb_does(view, v, tokens.end))).into_iter().collect();
        Self { force, tokens, owner: false, verbs, town: false }
    }

    /// Whether it says or reckons something.
    pub(super) fn speaks(&self) -> bool {
        self.verbs.iter().any(|v| matches!(v.1, Does::Says | Does::Reckons))
    }
}

/// The phrases of a stretch of one sentence that mean forces: parties, towns, short names, nouns for a side.
pub(super) fn phrases(view: &View<'_>, forces: &Forces, stretch: &Range<usize>, block: usize) -> Vec<Phrase> {
    let mut out = parties(view, forces, stretch);
    towns(view, forces, stretch, &mut out);
    for j in stretch.clone().filter(|&j| view.cover(j) == Cover::Nothing) {
        let phrase = short_name(view, forces, j, stretch).or_else(|| noun_for_a_side(view, forces, j, stretch, block));
        if let Some(phrase) = phrase
            && !out.iter().any(|p| p.tokens.contains(&j))
        {
            out.push(phrase);
        }
    }
    out
}

/// The parties, with the verbs that they are the subjects of.
fn parties(view: &View<'_>, forces: &Forces, stretch: &Range<usize>) -> Vec<Phrase> {
    let words = view.words;
    let mut out: Vec<Phrase> = Vec::new();
    let mut numbers: Vec<(usize, usize)> = Vec::new();
    for p in view.party_from(stretch.start)..view.party_from(stretch.end) {
        let party = &view.parties[p];
        for force in party.actors.iter().filter_map(|&a| forces.of(a)) {
            numbers.push((p, out.len()));
            let (tokens, owner) = (party.tokens.clone(), !party.acts());
            out.push(Phrase { force, tokens, owner, verbs: Vec::new(), town: false });
        }
    }
    for j in stretch.clone() {
        let helps = words.is(j, Classes::AUXILIARY) && !matches!(words.at(j), "has" | "have" | "had");
        if verb_at(words, j).is_none() || view.cover(j) != Cover::Nothing || helps {
            continue;
        }
        let Some(subject) = view.subject_at(j).filter(|s| view.parties[s.first].tokens.start <= j) else { continue };
        let does = verb_does(view, j, stretch.start);
        for (_, n) in numbers.iter().filter(|(p, _)| (subject.first..=subject.last).contains(p)) {
            out[*n].verbs.push((j, does));
        }
    }
    out
}

/// Towns stand for their states where they act ("Baghdad answers"), and speak a little for them where they do not.
fn towns(view: &View<'_>, forces: &Forces, stretch: &Range<usize>, out: &mut Vec<Phrase>) {
    let words = view.words;
    let mut j = stretch.start;
    while j < stretch.end {
        let end = view.cover_end(j);
        if let Cover::Place(p) = view.cover(j)
            && let Some(force) = view.names.places[p].of.as_ref().and_then(|id| forces.by_id(id))
        {
            let governed = j > stretch.start && words.is_before(j, 1, Classes::PREPOSITION);
            let owner = words.kind(end) == TokenKind::Possessive;
            let verb = (!governed && !owner && verb_at(words, end).is_some()).then_some(end);
            let town = !owner && verb.is_none();
            out.push(Phrase { owner, town, ..Phrase::with_verb(view, force, j..end, verb) });
        }
        j = end;
    }
}

/// "the Tigers" of a longer name.
fn short_name(view: &View<'_>, forces: &Forces, j: usize, stretch: &Range<usize>) -> Option<Phrase> {
    let words = view.words;
    let force = (words.is_capital(j) && j > stretch.start && words.before(j, 1) == "the")
        .then(|| forces.called(words.raw(j)))
        .flatten()?;
    let owner = words.kind(j + 1) == TokenKind::Possessive;
    let verb = verb_behind(view, j, stretch.end).filter(|_| !owner);
    Some(Phrase { owner, ..Phrase::with_verb(view, force, j..j + 1, verb) })
}

/// "the army", "the rebels", "the force": whom it means.
fn noun_for_a_side(view: &View<'_>, forces: &Forces, j: usize, stretch: &Range<usize>, block: usize) -> Option<Phrase> {
    let words = view.words;
    let (sort, start) = head_sort(view, j, stretch.start)?;
    // "Navy gunboats sink" opens the sentence; elsewhere an article or "government" stands before it.
    let led = start == stretch.start
        || words.is(start - 1, Classes::DETERMINER) && words.at(start - 1) != "a"
        || words.at(start - 1) == "government";
    // "the army of Niger" has a name.
    if !led || words.at(j + 1) == "of" && view.named(j + 2).is_some() {
        return None;
    }
    let force = meant(view, forces, sort, block, j)?;
    let verb = verb_behind(view, j, stretch.end);
    let owner = verb.is_none() && NOUNS.noun(words.at(j + 1)).is_some();
    Some(Phrase { owner, ..Phrase::with_verb(view, force, j..j + 1, verb) })
}

/// The sort of force that the noun for a side at token `j` fits, and the token at which it begins.
fn head_sort(view: &View<'_>, j: usize, floor: usize) -> Option<(Sort, usize)> {
    let words = view.words;
    let word = words.at(j);
    // "the armed forces", "the air force"
    if matches!(word, "forces" | "force" | "guard")
        && j > floor
        && matches!(words.before(j, 1), "armed" | "air" | "security" | "coast" | "government")
    {
        return Some((Sort::State, j - 1));
    }
    if matches!(word, "force" | "mission") {
        let acts = j > floor && words.before(j, 1) == "the" && verb_at(words, j + 1).is_some();
        return acts.then_some((Sort::Body, j));
    }
    if CLASSES.group_head.contains(word) {
        return Some((Sort::Group, j));
    }
    CLASSES.state_head.contains(word).then_some((Sort::State, j))
}

/// The verb that a noun at token `j` is the subject of, past what commas put in between.
fn verb_behind(view: &View<'_>, j: usize, end: usize) -> Option<usize> {
    let words = view.words;
    let mut from = j + 1;
    if words.at(from) == "," {
        let close = (from + 1..end.min(from + 16)).find(|&k| words.at(k) == ",");
        from = match close {
            // "the Tigers, according to their spokesman, X, lost"
            Some(close) => (close + 1..end.min(close + 6)).find(|&k| words.at(k) == ",").unwrap_or(close) + 1,
            None => return None,
        };
    }
    (from..end.min(from + 7))
        .take_while(|&k| words.kind(k) == TokenKind::Word)
        .find(|&k| verb_at(words, k).is_some() && !words.is(k, Classes::AUXILIARY))
}

/// Whom a noun for a side means: the one of its sort that the paragraph tells of most, else the one that the text does.
fn meant(view: &View<'_>, forces: &Forces, sort: Sort, block: usize, at: usize) -> Option<usize> {
    let most = forces.most[sort as usize]?;
    let mut told: Vec<(usize, usize)> = Vec::new();
    let end = view.sentence(at).end.min(at + REACH);
    let to = view.party_from(end);
    for party in &view.parties[view.party_from(block).min(to)..to] {
        let place = view.words.is_before(party.tokens.start, 1, Classes::PREPOSITION) && party.acts();
        for force in party.actors.iter().filter_map(|&a| forces.of(a)) {
            // Who is hardly told of in the text is a visitor in the paragraph.
            let known = forces.all[force].told * 4 >= forces.all[most].told;
            if forces.all[force].sort != sort || place || !known {
                continue;
            }
            match told.iter_mut().find(|t| t.0 == force) {
                Some(t) => t.1 += 1,
                None => told.push((force, 1)),
            }
        }
    }
    told.iter().max_by_key(|t| (t.1, forces.all[t.0].told)).map(|t| t.0).or(Some(most))
}

/// "dozens of government soldiers", "two companies of the army": of the state that the paragraph tells of.
pub(super) fn of_the_government(case: &Case<'_>) -> Option<Ruling> {
    let (view, words) = (case.view, case.view.words);
    let own = case.core.end..case.counted.tokens.end;
    let inside = own.clone().find(|&j| matches!(words.at(j), "government" | "federal" | "army") && j + 1 < own.end);
    let behind = || {
        let end = own.end;
        let of = matches!(words.at(end), "of" | "from") && words.at(end + 1) == "the";
        let noun = end + 2;
        let closed = words.kind(noun + 1) != TokenKind::Possessive && words.at(noun + 1) != "of";
        (of && closed && matches!(words.at(noun), "army" | "government" | "navy" | "regime")).then_some(noun)
    };
    let at = inside.or_else(behind)?;
    let force = meant(view, case.forces, Sort::State, block_start(view, case.core.start), case.start())?;
    Some(Ruling::of(Some(case.forces.all[force].id.clone()), at..at + 1))
}

/// What the verb at `j` says of its subject.
pub(super) fn verb_does(view: &View<'_>, j: usize, floor: usize) -> Does {
    let words = view.words;
    let word = words.at(j);
    let passive = (group_start(view, j, floor)..j)
        .any(|k| matches!(words.at(k), "was" | "were" | "been" | "be" | "is" | "are" | "being"));
    if is_suffering(word) || matches!(word, "died" | "drowned" | "fell") {
        return Does::Suffers;
    }
    let reckons = words.is(j, Classes::RECKONING) || CLASSES.expecting.contains(word);
    if reckons || words.is(j, Classes::SAYING) {
        return if passive {
            Does::IsSized
        } else if reckons {
            Does::Reckons
        } else {
            Does::Says
        };
    }
    if is_against(word) || NOUNS.is_loss(word) || CLASSES.striking.contains(word) {
        return if passive { Does::Suffers } else { Does::Hits };
    }
    Does::Acts
}
