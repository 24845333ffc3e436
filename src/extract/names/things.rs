//! Names of ships, operations, treaties, laws and papers: they begin like names of parties and are none.

use super::super::lexicon::grammar::Tags;
use super::marks::{ahead, each};
use super::runs::run_at;
use super::{Claim, Scene, rules};
use crate::text::TokenKind;

/// Takes the tokens of such names.
pub(super) fn claim(scene: &mut Scene) {
    let things = scene.words.candidates.things.clone();
    each(&things, |at| ship(scene, at).or_else(|| thing(scene, at)));
}

/// "HMS Trent", "the carrier Shandong", "aircraft carrier, the George Washington": the token behind it.
fn ship(scene: &mut Scene, at: usize) -> Option<usize> {
    if !scene.words.is(at, Tags::SHIP) {
        return None;
    }
    let mut from = at + 1;
    if scene.words.of(from) == "," && scene.words.low(from + 1) == "the" {
        from += 2;
    }
    let prefix = matches!(
        scene.words.low(at),
        "hms" | "uss" | "ins" | "hmas" | "hmcs" | "rfa" | "hnlms" | "jds" | "roks" | "usns"
    );
    if prefix && !scene.words.words[at].shouted {
        return None;
    }
    if !prefix && scene.words.low(at) == "ss" || matches!(scene.words.low(at), "ms" | "fs" | "mv") {
        return None;
    }
    let mut to = from;
    while scene.words.kind(to) == TokenKind::Word && scene.words.capital(to) && to < from + 4 {
        to += 1;
    }
    // "the frigates' crews", "the tanker Iran seized": a state behind the word is no ship's name.
    let state = !prefix && scene.hit_from(from).is_some_and(|hit| scene.state_or_body(hit).is_some()) && to == from + 1;
    if to == from || state && !scene.words.is(from.wrapping_sub(2), Tags::SHIP) || !scene.is_free(at, to) {
        return None;
    }
    let claimed_from = if prefix { at } else { from };
    scene.claim(claimed_from, to, Claim::Nothing, &rules::SHIP);
    Some(to)
}

/// "Operation Iron Sword", "the Caesar Act", "the Treaty of Sèvres", "Resolution 2254": the token behind it.
fn thing(scene: &mut Scene, at: usize) -> Option<usize> {
    if !scene.words.capital(at) || scene.words.words[at].heading {
        return None;
    }
    if matches!(scene.words.low(at), "operation" | "exercise" | "op" | "article" | "resolution" | "section") {
        let mut to = at + 1;
        while (scene.words.capital(to) || scene.words.kind(to) == TokenKind::Number) && to < at + 5 {
            to += 1;
        }
        if to > at + 1 && scene.is_free(at, to) {
            scene.claim(at, to, Claim::Nothing, &rules::THING);
            return Some(to);
        }
    }
    let run = ahead(&scene.words.candidates.thing_nouns, at).then(|| run_at(scene, at))??;
    let thing = |t: usize| scene.words.is(t, Tags::THING) && !scene.words.is(t, Tags::BODY);
    let ends = thing(run.to - 1) && run.to - run.from > 1;
    // "Treaty of …", "Convention on …"
    let begins = thing(run.from) && matches!(scene.words.low(run.from + 1), "of" | "on" | "for");
    // What the lexicon knows under the whole name is what the lexicon says.
    let known = scene.hit_at[run.to - 1].is_some_and(|h| {
        let hit = &scene.hits[h.at()];
        hit.from <= run.from && hit.to >= run.to || hit.from < run.to - 1 && scene.state_or_body(hit).is_some()
    });
    // "Russian Operation": an adjective alone does not make a name of it. States inside keep their mention.
    let first = scene.hit_from(run.from).map_or(run.from, |hit| hit.to);
    let named = ends && first < run.to - 1;
    if known || !(named || begins) {
        return None;
    }
    // The states, bodies and people that stand before the thing are not part of it: "Russia's Black Sea Plan".
    let from = if begins { run.from } else { skip_owners(scene, run.from, run.to) };
    if from + 1 >= run.to || !scene.is_free(from, run.to) {
        return None;
    }
    scene.claim(from, run.to, Claim::Nothing, &rules::THING);
    Some(run.to)
}

/// Behind the states and bodies that a run begins with.
fn skip_owners(scene: &Scene, from: usize, to: usize) -> usize {
    let mut at = from;
    while let Some(hit) = scene.hit_from(at).filter(|hit| hit.to < to && scene.state_or_body(hit).is_some()) {
        at = hit.to;
    }
    at
}
