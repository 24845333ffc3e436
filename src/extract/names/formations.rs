//! Numbered formations and fleets: "the 22nd Mechanised Brigade", "4th Armoured Division", "Seventh Fleet".

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::bodies::title_case;
use super::{Scene, is_kind};
use crate::text::TokenKind;

/// Finds them, and whose they are.
pub(super) fn find(scene: &mut Scene) {
    for at in 0..scene.words.len() {
        let Some(to) = formation(scene, at).filter(|&to| scene.is_free(at, to)) else { continue };
        // One that the lexicon knows is left to it.
        let known = scene.hit_from(at).is_some_and(|hit| hit.to >= to)
            || at > 0 && scene.hit_at[at - 1].is_some_and(|h| scene.hits[h as usize].to >= to);
        if known {
            continue;
        }
        let of = owner(scene, at, to);
        let name = title_case(&scene.phrase(at, to));
        let party = scene.cast.of_name(&name, ActorKind::ArmedGroup, of);
        scene.name(party, at, to);
    }
}

/// The token behind the formation whose number stands at `at`.
fn formation(scene: &Scene, at: usize) -> Option<usize> {
    let number = scene.words.of(at);
    let numeral = scene.words.kind(at) == TokenKind::Number
        && number.len() > 2
        && number[..number.len() - 2].bytes().all(|b| b.is_ascii_digit())
        && matches!(&number[number.len() - 2..], "st" | "nd" | "rd" | "th");
    let spelt = scene.words.is(at, Tags::ORDINAL) && scene.words.capital(at);
    if !numeral && !spelt {
        return None;
    }
    for to in at + 1..at + 7 {
        if scene.words.kind(to) != TokenKind::Word {
            return None;
        }
        let capital = scene.words.capital(to);
        if scene.words.is(to, Tags::FORMATION) {
            // "the 8th Guards Army" goes on; "the 2nd battalion" is one of many; "the first brigade" is none.
            let more = scene.words.is(to + 1, Tags::FORMATION) && scene.words.capital(to + 1);
            if more {
                continue;
            }
            let plural = scene.words.low(to).ends_with('s') && scene.words.low(to) != "corps" && scene.words.low(to) != "guards";
            let lone = to == at + 1 && !capital && matches!(scene.words.low(to), "battalion" | "company" | "base" | "group" | "front" | "wing" | "platoon" | "district" | "command");
            return (!plural && !lone && (capital || numeral)).then_some(to + 1);
        }
        let adjective = capital
            || matches!(
                scene.words.low(to),
                "mechanized" | "mechanised" | "armoured" | "armored" | "airborne" | "infantry" | "motorized" | "motorised" | "rifle"
                    | "tank" | "marine" | "assault" | "separate" | "mountain" | "air" | "naval" | "artillery" | "combined" | "arms"
                    | "missile" | "fighter" | "bomber" | "territorial" | "defence" | "defense" | "special" | "guards" | "motor"
                    | "light" | "parachute" | "commando" | "cavalry" | "engineer" | "jaeger" | "ranger" | "spetsnaz"
            );
        if !adjective {
            return None;
        }
    }
    None
}

/// The state of a formation: said before it or behind it, else the one whose forces the sentence is about.
fn owner(scene: &mut Scene, from: usize, to: usize) -> Option<String> {
    if let Some(holder) = scene.holder_before(from) {
        return Some(holder.id);
    }
    let state_at = |scene: &Scene, at: usize| {
        let hit = scene.hit_from(at)?;
        let found = scene.meanings(hit).find(|(entry, ..)| is_kind(entry, &[ActorKind::State]))?;
        Some(found.0.id.clone())
    };
    if scene.words.low(to) == "of" {
        return state_at(scene, if scene.words.low(to + 1) == "the" { to + 2 } else { to + 1 });
    }
    // The only state before it in the sentence; else the nearest adjective in the sentence: "Ukrainian units … of the 22nd Brigade".
    let mut at = from;
    while at > 0 && from - at < 40 && !scene.words.opens(at) {
        at -= 1;
        if let Some(hit) = scene.hit_from(at) {
            let mut meanings = scene.meanings(hit);
            if let Some((entry, ..)) = meanings.find(|(entry, _, form)| {
                is_kind(entry, &[ActorKind::State]) && *form == super::super::lexicon::Form::Demonym
            }) {
                return Some(entry.id.clone());
            }
        }
    }
    None
}
