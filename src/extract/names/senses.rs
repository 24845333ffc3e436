//! In which sense the name of a state or city stands: for its government, for its people, or only for a place.

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Class, Form};
use super::{Hit, Scene};
use crate::text::TokenKind;

/// Whether the name of a city-state, or of a territory that seldom acts, is only where something happens.
pub(super) fn is_venue(scene: &Scene, hit: &Hit, entry: u32) -> bool {
    let words = &scene.words;
    let entry = &scene.lexicon.entries[entry as usize];
    let territory = scene.lexicon.word(&entry.id).is_some_and(|w| scene.lexicon.tags(w).any(Tags::TERRITORY));
    if territory {
        return !acts(scene, hit);
    }
    entry.class == Class::CityState
        && hit.from > 0
        && matches!(words.low(hit.from - 1), "in" | "at" | "near" | "through" | "via")
}

/// "at the Pentagon", "outside the White House": the building.
pub(super) fn is_building(scene: &Scene, hit: &Hit) -> bool {
    let words = &scene.words;
    let article = hit.from > 1 && words.low(hit.from - 1) == "the";
    let before = hit.from.wrapping_sub(if article { 2 } else { 1 });
    matches!(words.low(before), "in" | "at" | "inside" | "outside" | "into" | "near")
}

/// Whether a name that is often something else ("Chad", "Jordan") stands where only a party or country does.
pub(super) fn stands_like_a_state(scene: &Scene, hit: &Hit, form: Form, choices: usize) -> bool {
    if form != Form::Name || choices > 1 {
        return false;
    }
    let words = &scene.words;
    let alone =
        (hit.from == 0 || !words.capital(hit.from - 1) || words.is(hit.from - 1, Tags::STOP)) && !words.capital(hit.to);
    let owned = words.kind(hit.to) == TokenKind::Possessive
        && (hit.to + 1..hit.to + 5).any(|t| words.is(t, Tags::OFFICE.with(Tags::GENERIC_BODY)));
    let before = hit.from.checked_sub(1).map_or("", |t| words.low(t));
    // "in Georgia" of a text about the United States is not in the Caucasus.
    let other_land = scene.states.contains("united-states");
    let beside =
        matches!(before, "with" | "and" | "between") || matches!(before, "in" | "to" | "from" | "of") && !other_land;
    alone && (owned || beside)
}

/// "former Soviet republics": the state is over.
pub(super) fn is_bygone(scene: &Scene, hit: &Hit) -> bool {
    hit.from > 0 && matches!(scene.words.low(hit.from - 1), "former" | "ex" | "old" | "post" | "pre")
}

/// No list of adjectives is followed further.
const ADJECTIVES: usize = 6;

/// Whether an adjective or noun for a people stands for its government, its forces or their doings.
pub(super) fn means_government(scene: &Scene, hit: &Hit) -> bool {
    let words = &scene.words;
    let mut at = hit.to;
    if words.kind(at) == TokenKind::Possessive {
        at += 1;
    }
    let noun = words.low(hit.to - 1).ends_with('s') && words.low(hit.to - 1) != "swiss";
    let counted =
        hit.from > 0 && (words.kind(hit.from - 1) == TokenKind::Number || words.is(hit.from - 1, Tags::CARDINAL));
    if noun && hit.from > 0 && words.low(hit.from - 1) == "ethnic" {
        return false;
    }
    if noun && (counted || words.is(at, Tags::SPEECH.with(Tags::VERB))) {
        return true;
    }
    if !noun && words.is(at, Tags::VERB) && hit.from > 0 && words.low(hit.from - 1) == "the" {
        // "the British have said"
        return true;
    }
    // "Thai, Lao and Burmese officers": the noun behind a list is of each.
    let mut listed = 0;
    while listed < ADJECTIVES && words.of(at) == "," && words.capital(at + 1) && matches!(words.of(at + 2), "," | "and")
    {
        at += 2;
        listed += 1;
    }
    for _ in 0..5 {
        if matches!(words.low(at), "and" | "or") {
            at += 1;
            continue;
        }
        if words.kind(at) != TokenKind::Word && words.low(at) != "-" {
            return false;
        }
        if words.is(at, Tags::PEOPLE.with(Tags::PLACE_NOUN)) {
            return false;
        }
        if words.is(at, Tags::GOVERNMENT.with(Tags::OFFICE)) {
            return true;
        }
        if words.is(at, Tags::STOP.with(Tags::SPEECH)) && !words.is(at, Tags::REGION) {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether a city that a government sits in stands for the government.
pub(super) fn acts(scene: &Scene, hit: &Hit) -> bool {
    let words = &scene.words;
    let before = hit.from.checked_sub(1).map_or("", |t| words.low(t));
    let after = hit.to;
    if words.is(hit.from.saturating_sub(1), Tags::PLACE_PREPOSITION) && hit.from > 0 && before != "from" {
        return false;
    }
    // "the Moscow summit", "Washington talks": the city lends its name.
    if before == "the" || words.shouted_heading(hit.from) {
        return false;
    }
    if words.kind(after) == TokenKind::Possessive {
        return !words.is(after + 1, Tags::PLACE_NOUN.with(Tags::PEOPLE))
            && !words.capital(after + 1)
            && before != "from";
    }
    let mut next = after;
    if matches!(
        words.low(next),
        "also"
            | "now"
            | "still"
            | "already"
            | "again"
            | "never"
            | "only"
            | "then"
            | "later"
            | "both"
            | "itself"
            | "too"
    ) || words.low(next).ends_with("ly")
    {
        next += 1;
    }
    let agent =
        words.is(next, Tags::SPEECH.with(Tags::VERB)) && words.kind(next) == TokenKind::Word && !words.capital(next);
    if agent && !is_passive(scene, next) && before != "from" {
        return true;
    }
    // "…, said Moscow."
    if matches!(before, "said" | "says" | "insisted" | "claimed") && matches!(words.of(after), "," | ".") {
        return true;
    }
    if matches!(
        before,
        "told"
            | "urged"
            | "accused"
            | "accuses"
            | "asked"
            | "pressed"
            | "warned"
            | "blamed"
            | "condemned"
            | "criticised"
            | "criticized"
            | "threatened"
            | "ordered"
            | "assured"
            | "backed"
            | "put"
            | "against"
            | "with"
            | "by"
            | "pressured"
            | "pushed"
            | "gave"
            | "lets"
            | "let"
            | "invited"
            | "between"
            | "demanded"
    ) && !matches!(words.low(after), "-")
    {
        return true;
    }
    // "Moscow and Nato", "Tokyo and Seoul each issued": as the other does.
    let joined = matches!(words.low(after), "and" | "or" | "nor");
    if joined && (words.opens(hit.from) || matches!(before, "between" | "both" | "neither" | "either")) {
        return scene.hit_from(after + 1).is_some_and(|other| {
            scene.meanings(other).any(|(entry, _, _)| entry.actor().is_some_and(|k| k != ActorKind::Person))
        });
    }
    if matches!(before, "and" | "nor") && hit.from >= 2 && (agent || words.low(after) == "each") {
        return true;
    }
    words.opens(hit.from)
        && words.of(after) == ","
        && matches!(
            words.low(after + 1),
            "which" | "above" | "too" | "however" | "meanwhile" | "for" | "unlike" | "whose"
        )
}

/// "was hit", "were shelled": it suffers and does not act.
fn is_passive(scene: &Scene, verb: usize) -> bool {
    let next = scene.words.low(verb + 1);
    match scene.words.low(verb) {
        "was" | "were" | "been" => {
            next.ends_with("ed") || matches!(next, "hit" | "struck" | "the" | "a" | "in" | "under")
        }
        "is" => matches!(next, "the" | "a" | "an" | "under" | "home" | "being" | "in" | "where" | "hit"),
        _ => false,
    }
}

/// Whether a name that is a place's and often something else does not stand as a place.
pub(super) fn doubtful_place(scene: &Scene, hit: &Hit) -> bool {
    hit.from == 0 || !scene.words.is(hit.from - 1, Tags::PLACE_PREPOSITION)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{actors, mentions, places};

    #[test]
    fn a_capital_that_acts_is_its_government() {
        for (text, words) in [
            ("Lima said no.", "Lima"),
            ("They accused Lima of theft.", "Lima"),
            ("Lima's answer came late.", "Lima"),
            ("Lima also wants more.", "Lima"),
            ("Lima is committed to it.", "Lima"),
        ] {
            assert_eq!(mentions(text, "Peru"), [words], "{text}");
        }
    }

    #[test]
    fn a_capital_where_something_happens_is_a_place() {
        for text in [
            "Talks in Lima ended.",
            "He flew to Lima.",
            "LIMA, May 4 - It rained.",
            "Lima was hit by rain.",
            "Lima's streets were empty.",
        ] {
            assert_eq!(actors(text), Vec::<String>::new(), "{text}");
            assert_eq!(places(text), ["Lima"], "{text}");
        }
    }

    #[test]
    fn an_adjective_means_the_state_before_forces_and_officials_only() {
        for text in [
            "Peruvian troops left.",
            "75 Peruvians died.",
            "The Peruvians have left.",
            "Peruvian and Chilean officials left.",
        ] {
            assert_eq!(actors(text)[0], "Peru", "{text}");
        }
        for text in [
            "The Peruvian city of Cusco is old.",
            "Peruvian food is good.",
            "Peruvian pilgrims left.",
            "The Peruvian language is Spanish.",
        ] {
            assert_eq!(actors(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn names_of_two_meanings_need_a_state_s_company() {
        assert_eq!(actors("Jordan's foreign minister agreed with Chad."), ["Jordan", "Chad"]);
        assert_eq!(actors("U.S. officials spoke to voters in Georgia."), ["United States"]);
        assert_eq!(actors("Georgia is small. Georgian troops left."), ["Georgia"]);
        assert_eq!(actors("Nothing tells us who us is."), Vec::<String>::new());
    }
}
