//! Whose an office or a body is where the words beside it do not name the owner: "its president", "the country's army",
//! "the foreign minister" of a text about one country.

use std::collections::BTreeMap;

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Class, Entry, Form};
use super::{Claim, Hit, Scene, is_kind};
use crate::text::TokenKind;

/// The regular force that the text named last.
pub(super) fn force_before(scene: &Scene, at: usize) -> Option<String> {
    scene.hits.iter().rev().filter(|hit| hit.to <= at).find_map(|hit| {
        let mut meanings = scene.meanings(hit);
        meanings.find(|(e, ..)| e.class == Class::Force).map(|(e, ..)| e.id.clone())
    })
}

/// The party, not a person, that begins at token `at`, and the token behind it.
pub(super) fn party_at(scene: &Scene, at: usize) -> Option<(String, usize)> {
    if at >= scene.words.len() {
        return None;
    }
    if let Some(&(from, to, Claim::Party(party))) = scene.claimed(at) {
        let party = &scene.cast.parties[party];
        return (from == at && party.kind != ActorKind::Person).then(|| (party.id.clone(), to));
    }
    let hit = scene.hit_from(at)?;
    let entry = scene.state_or_body(hit)?;
    Some((scene.lexicon.entries[entry as usize].id.clone(), hit.to))
}

/// "its president", "the country's", "his foreign minister", "Modi's adviser": whose, by what was named before.
pub(super) fn owner_by_word(scene: &Scene, from: usize) -> Option<String> {
    let before = from.checked_sub(1)?;
    let words = &scene.words;
    if matches!(words.low(before), "its" | "their" | "whose") {
        return subject_party(scene, before);
    }
    // "his brother and deputy"
    let before = if words.low(before) == "and" && before > 1 && words.is(before - 1, Tags::KIN.with(Tags::OFFICE)) {
        before - 2
    } else {
        before
    };
    let person_side = |party: usize| scene.cast.parties[party].of.clone();
    if matches!(words.low(before), "his" | "her") {
        let last = scene.cast.last_person(before)?;
        return person_side(last);
    }
    if words.kind(before) != TokenKind::Possessive {
        return None;
    }
    let owner = before.checked_sub(1)?;
    if matches!(words.low(owner), "country" | "nation" | "island" | "republic" | "kingdom") {
        return last_state(scene, owner);
    }
    if matches!(words.low(owner), "regime" | "junta" | "government" | "coup") {
        return main_state(scene);
    }
    if words.is(owner, Tags::BODY) && !words.capital(owner)
        || matches!(words.low(owner), "department" | "bloc" | "alliance")
    {
        return last_party(scene, owner);
    }
    scene.cast.called(words.low(owner)).iter().find_map(|&party| person_side(party))
}

/// The party that a sentence is about so far: the first named in it, else the first of the sentence before.
fn subject_party(scene: &Scene, at: usize) -> Option<String> {
    let start = scene.sentence_start(at);
    let before = if start > scene.block_start(at) { scene.sentence_start(start - 1) } else { start };
    [(start, at), (before, start)]
        .into_iter()
        .find_map(|(from, to)| first_party(scene, from, to))
        .or_else(|| last_party(scene, at))
        .or_else(|| last_state(scene, at))
}

fn first_party(scene: &Scene, from: usize, to: usize) -> Option<String> {
    let (id, end) = (from..to).find_map(|t| party_at(scene, t))?;
    // "The Colombian Senate …, and its president": the body, not the state before it.
    let next = if scene.words.kind(end) == TokenKind::Possessive { end + 1 } else { end };
    Some(party_at(scene, next).filter(|_| next < to).map_or(id, |(body, _)| body))
}

/// The state that the text is about, where one outweighs the others.
pub(super) fn dominant_state(scene: &Scene) -> Option<String> {
    scene.main_state.as_ref().filter(|(_, outweighs)| *outweighs).map(|(id, _)| id.clone())
}

/// The state that the text names most.
pub(super) fn main_state(scene: &Scene) -> Option<String> {
    scene.main_state.as_ref().map(|(id, _)| id.clone())
}

/// The state that the text names most, the first of several; and whether two in five of all states' names are its.
pub(super) fn count_states(scene: &Scene) -> Option<(String, bool)> {
    let mut counts: BTreeMap<&str, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    let mut all = 0;
    for hit in &scene.hits {
        // A city in which they meet says nothing of what the text is about.
        let named = |(e, _, form): &(&Entry, u32, Form)| is_kind(e, &[ActorKind::State]) && *form != Form::Seat;
        let Some(id) = scene.meanings(hit).find(named).map(|(e, ..)| e.id.as_str()) else { continue };
        counts.entry(id).or_insert((0, std::cmp::Reverse(hit.from))).0 += 1;
        all += 1;
    }
    let (id, (count, _)) = counts.into_iter().max_by_key(|&(_, rank)| rank)?;
    Some((id.to_owned(), count * 5 >= all * 2))
}

/// The only state that the sentence names before `at`.
pub(super) fn sentence_state(scene: &Scene, at: usize) -> Option<String> {
    only(states_in(scene, scene.sentence_start(at), at))
}

/// The states that tokens `from..to` name or imply by an adjective or seat, each once.
pub(super) fn states_in(scene: &Scene, from: usize, to: usize) -> Vec<String> {
    let mut found: Vec<String> = (from..to).filter_map(|t| state_named(scene, scene.hit_from(t)?)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn state_named(scene: &Scene, hit: &Hit) -> Option<String> {
    let state = scene.meanings(hit).find(|(entry, ..)| is_kind(entry, &[ActorKind::State]));
    state.map(|(entry, ..)| entry.id.clone())
}

fn only(states: Vec<String>) -> Option<String> {
    <[String; 1]>::try_from(states).ok().map(|[state]| state)
}

/// Offices that a state has one of, so that the text can leave the state out.
const OF_A_STATE: [&str; 22] = [
    "president",
    "minister",
    "premier",
    "chancellor",
    "army chief",
    "army commander",
    "navy commander",
    "commander-in-chief",
    "coup leader",
    "chief of staff",
    "military leader",
    "opposition leader",
    "secretary of state",
    "defense secretary",
    "defence secretary",
    "foreign secretary",
    "speaker",
    "junta spokesman",
    "government spokesman",
    "government spokeswoman",
    "military spokesman",
    "presidential spokesman",
];

/// The state of an office that says none, where only one comes into question: the one of the sentence or of the
/// sentence before, else the one that the text, or at least the paragraph, is about.
pub(super) fn tacit_state(scene: &Scene, role: &str, at: usize) -> Option<String> {
    if !OF_A_STATE.iter().any(|r| role.ends_with(r)) {
        return None;
    }
    let start = scene.sentence_start(at);
    // "The secretary met President Marcos": the state named so far is the other's.
    if (start..at).any(|t| super::surnames::is_person(scene, t)) {
        return None;
    }
    let here = states_in(scene, start, at);
    if !here.is_empty() {
        return only(here);
    }
    let block = scene.block_start(at);
    let before = if start > block { states_in(scene, scene.sentence_start(start - 1), start) } else { Vec::new() };
    let first = || (block..at).filter_map(|t| scene.hit_from(t)).find_map(|hit| state_named(scene, hit));
    only(before).or_else(|| dominant_state(scene)).or_else(first).or_else(|| main_state(scene))
}

/// The organisation or group named last before `at` in the same passage.
pub(super) fn last_party(scene: &Scene, at: usize) -> Option<String> {
    let mut t = at;
    while t > 0 && at - t < 40 {
        t -= 1;
        if let Some(&(_, _, Claim::Party(party))) = scene.claimed(t) {
            let party = &scene.cast.parties[party];
            if party.kind != ActorKind::Person {
                return Some(party.id.clone());
            }
        } else if let Some(hit) = scene.hit_from(t)
            && let Some(entry) = scene.state_or_body(hit)
        {
            return Some(scene.lexicon.entries[entry as usize].id.clone());
        }
    }
    None
}

/// The state named last before `at`, not far away.
pub(super) fn last_state(scene: &Scene, at: usize) -> Option<String> {
    let mut t = at;
    while t > 0 && at - t < 60 {
        t -= 1;
        if let Some(hit) = scene.hit_from(t) {
            let found = scene.meanings(hit).find(|(entry, ..)| is_kind(entry, &[ActorKind::State]));
            if let Some((entry, ..)) = found {
                return Some(entry.id.clone());
            }
        }
    }
    None
}
