//! Numbered formations and fleets: "the 22nd Mechanised Brigade", "4th Armoured Division", "Seventh Fleet".

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::bodies::title_case;
use super::{Scene, is_kind, rules};
use crate::text::TokenKind;

/// Finds them, and whose they are.
pub(super) fn find(scene: &mut Scene) {
    for at in scene.words.candidates.ordinals.clone().iter().map(|&at| at as usize) {
        let Some(to) = formation(scene, at).filter(|&to| scene.is_free(at, to)) else { continue };
        // One that the lexicon knows is left to it.
        let known = scene.hit_at[at].map(|h| scene.hits[h.at()].clone()).filter(|hit| hit.to >= to);
        let of = owner(scene, at, to);
        if let Some(entry) = known.and_then(|hit| scene.state_or_body(&hit)) {
            // But several armies have a division of one number.
            let its = scene.lexicon.entries[entry as usize].of.as_ref();
            if its.is_none_or(|its| of.as_ref().map_or(scene.states.contains(its), |of| of == its)) {
                continue;
            }
        }
        let name = title_case(&without_bracket(&scene.phrase(at, to)));
        let party = scene.cast.of_name(&name, ActorKind::ArmedGroup, of);
        scene.name(party, at, to, &rules::FORMATION);
    }
}

/// "98th Guards Airborne (VDV) Division" is the 98th Guards Airborne Division.
fn without_bracket(name: &str) -> String {
    match (name.find(" ("), name.find(')')) {
        (Some(open), Some(close)) if open < close => format!("{}{}", &name[..open], &name[close + 1..]),
        _ => name.to_owned(),
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
    let mut inside = false;
    for to in at + 1..at + 9 {
        // "98th Guards Airborne (VDV) Division"
        if inside || scene.words.of(to) == "(" && scene.words.of(to + 2) == ")" {
            inside = scene.words.of(to) != ")";
            continue;
        }
        if scene.words.kind(to) != TokenKind::Word {
            return None;
        }
        let capital = scene.words.capital(to);
        if scene.words.is(to, Tags::FORMATION) {
            // "the 8th Guards Army" goes on; "the 2nd battalion" is one of many; "the first brigade" is none.
            let guards =
                scene.words.low(to) == "guards" && scene.words.capital(to + 1) && !scene.words.is(to + 1, Tags::OFFICE);
            let more = guards || scene.words.is(to + 1, Tags::FORMATION) && scene.words.capital(to + 1);
            if more {
                continue;
            }
            let plural =
                scene.words.low(to).ends_with('s') && scene.words.low(to) != "corps" && scene.words.low(to) != "guards";
            let lone = to == at + 1
                && !capital
                && matches!(
                    scene.words.low(to),
                    "battalion"
                        | "company"
                        | "base"
                        | "group"
                        | "front"
                        | "wing"
                        | "platoon"
                        | "district"
                        | "command"
                        | "unit"
                );
            return (!plural && !lone && (capital || numeral)).then_some(to + 1);
        }
        let adjective = capital
            || matches!(
                scene.words.low(to),
                "mechanized"
                    | "mechanised"
                    | "armoured"
                    | "armored"
                    | "airborne"
                    | "infantry"
                    | "motorized"
                    | "motorised"
                    | "rifle"
                    | "tank"
                    | "marine"
                    | "assault"
                    | "separate"
                    | "mountain"
                    | "air"
                    | "naval"
                    | "artillery"
                    | "combined"
                    | "arms"
                    | "missile"
                    | "fighter"
                    | "bomber"
                    | "territorial"
                    | "defence"
                    | "defense"
                    | "special"
                    | "guards"
                    | "motor"
                    | "light"
                    | "parachute"
                    | "commando"
                    | "cavalry"
                    | "engineer"
                    | "jaeger"
                    | "ranger"
                    | "spetsnaz"
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
    if let Some(owner) = super::owners::owner_by_word(scene, from) {
        return Some(owner);
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

#[cfg(test)]
mod tests {
    use super::super::super::ActorKind::ArmedGroup;
    use super::super::testing::of_kind;

    #[test]
    fn numbered_formations_are_armed_groups_of_their_state() {
        for (text, expected) in [
            ("Bolivia's 7th Mountain Brigade dug in.", "7th Mountain Brigade: - of bolivia"),
            ("The Bolivian 7th mechanised brigade dug in.", "7th Mechanised Brigade: - of bolivia"),
            (
                "The 98th Guards Parachute (GPD) Division of Bolivia dug in.",
                "98th Guards Parachute Division: - of bolivia",
            ),
            ("The Third Army dug in.", "Third Army: - of -"),
            ("The 9th Marine Amphibious Unit dug in.", "9th Marine Amphibious Unit: - of -"),
        ] {
            assert_eq!(of_kind(ArmedGroup, text), [expected], "{text}");
        }
    }

    #[test]
    fn counts_and_dates_are_none() {
        for text in [
            "He lost 22 brigades.",
            "On the 22nd the brigade left.",
            "The second battalion will follow.",
            "The 3rd floor.",
        ] {
            assert_eq!(of_kind(ArmedGroup, text), Vec::<String>::new(), "{text}");
        }
    }
}
