//! What shows that an unknown name of several words is a person's, and what speaks against it.

use super::super::ActorKind;
use super::super::lexicon::Form;
use super::super::lexicon::grammar::Tags;
use super::super::trail::Rule;
use super::{Scene, is_kind, rules};
use crate::text::TokenKind;

/// What around an unknown name of several words shows that it is a person's.
pub(super) fn shows(scene: &Scene, from: usize, to: usize, again: bool) -> Option<&'static Rule> {
    let words = &scene.words;
    if words.words[from].heading {
        return None;
    }
    let before = |n: usize| from.checked_sub(n).map_or("", |t| words.low(t));
    if words.is(from, Tags::FIRST_NAME) && !words.is(to - 1, Tags::FIRST_NAME.with(Tags::PLACE_NOUN))
        || words.is(from, Tags::FIRST_NAME) && to - from > 1 && !words.opens(from)
    {
        return Some(&rules::GIVEN_NAME);
    }
    let given: Vec<&str> = (from..to).map(|t| words.low(t)).collect();
    if family_first(scene, &given) && (from..to).all(|t| scene.hit_at[t].is_none()) {
        return Some(&rules::FAMILY_FIRST);
    }
    // "said Sushant Rao"; "Ali Velayati said"
    if from > 0 && words.is(from - 1, Tags::SPEECH) && !words.capital(from - 1) && before(1) != "say"
        || words.is(to, Tags::SPEECH) && !words.capital(to)
    {
        return Some(&rules::SPEECH);
    }
    let auxiliary = matches!(
        words.low(to),
        "has"
            | "have"
            | "had"
            | "is"
            | "are"
            | "was"
            | "were"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "does"
            | "do"
            | "did"
    );
    let unknown = (from..to).all(|t| words.words[t].tags == Tags::default() && scene.hit_at[t].is_none());
    if unknown && words.is(to, Tags::VERB) && !words.capital(to) && !auxiliary {
        return Some(&rules::ACTION);
    }
    if words.is(to - 1, Tags::FIRST_NAME)
        && to - from == 2
        && words.is(to, Tags::VERB)
        && !words.capital(to)
        && words.words[from].tags == Tags::default()
        && scene.hit_at[from].is_none()
    {
        return Some(&rules::ACTION);
    }
    if before(1) == "under" && from > 1 && words.kind(from - 2) == TokenKind::Word && unknown {
        return Some(&rules::LED_BY);
    }
    if before(1) == "by"
        && matches!(
            before(2),
            "led" | "headed" | "chaired" | "founded" | "commanded" | "run" | "ruled" | "succeeded" | "replaced"
        )
    {
        return Some(&rules::LED_BY);
    }
    // "Eritrea's Isaias Afwerki", "Hugh Todd of Guyana"
    let state_ends = |end: usize| {
        scene.hit_to(end).is_some_and(|hit| scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::State])))
    };
    if from > 1
        && words.kind(from - 1) == TokenKind::Possessive
        && state_ends(from - 1)
        && words.words[from].tags == Tags::default()
    {
        return Some(&rules::STATE_S_OWN);
    }
    // "…: Sumbu Mambu for Kinshasa, Ana Quispe for the rebels", ", Hugh Todd of Guyana": who stands for a party.
    let at = if words.low(to + 1) == "the" { to + 2 } else { to + 1 };
    let means = |kinds: &[ActorKind], seat: bool| {
        scene.hit_from(at).is_some_and(|hit| {
            scene.meanings(hit).any(|(e, _, f)| is_kind(e, kinds) && (f == Form::Name || seat && f == Form::Seat))
        })
    };
    let state = [ActorKind::State];
    let of_state = match (before(1), words.low(to)) {
        ("," | "and" | "with" | "them", "of") => {
            means(&state, false) || unknown && means(&[ActorKind::Organisation, ActorKind::ArmedGroup], false)
        }
        ("," | ":" | "and" | "between", "for") => unknown && means(&state, true),
        _ => false,
    };
    if of_state {
        return Some(&rules::STATE_S_OWN);
    }
    if !again {
        return None;
    }
    // Beside another person's name; or the surname stands with "Mr" elsewhere.
    let person_to = |end: usize| {
        scene
            .claimed(end.wrapping_sub(1))
            .is_some_and(|c| matches!(c.2, super::Claim::Party(p) if scene.cast.parties[p].kind == ActorKind::Person))
    };
    let beside = from > 1 && matches!(words.low(from - 1), "and") && person_to(from - 1)
        || words.low(to) == "and" && to + 2 < words.len() && person_to(to + 2);
    (beside || !scene.cast.called(words.low(to - 1)).is_empty()).then_some(&rules::BESIDE)
}

/// Whether the words are more likely a place, a body or a thing.
pub(super) fn looks_like_other(scene: &Scene, from: usize, to: usize) -> bool {
    let words = &scene.words;
    let last = to - 1;
    words.is(last, Tags::PLACE_NOUN.with(Tags::THING).with(Tags::BODY)) && !words.is(last, Tags::FIRST_NAME)
        || words.is(from, Tags::PLACE_NOUN.with(Tags::REGION)) && !words.is(from, Tags::FIRST_NAME)
        || words.words[from].shouted && !words.words[last].shouted
        || words.is(to, Tags::PLACE_NOUN) && !words.capital(to)
        || words.is(to, Tags::BODY)
            && !words.capital(to)
            && words.kind(to - 1) == TokenKind::Word
            && !words.is(from, Tags::FIRST_NAME)
        || from > 0 && words.is(from - 1, Tags::PLACE_PREPOSITION) && !words.is(from, Tags::FIRST_NAME)
}

/// Whether the family name comes first: "Lin Jian", "Cho Tae-yul", "Kim Yo Jong".
pub(super) fn family_first(scene: &Scene, given: &[&str]) -> bool {
    let Some(first) = given.first() else { return false };
    if given.len() < 2 || given.len() > 3 {
        return false;
    }
    let listed = scene.lexicon.word(first).is_some_and(|w| scene.lexicon.tags(w).any(Tags::FAMILY_FIRST));
    let hyphen = given.len() == 2 && given[1].contains('-') && first.chars().count() <= 5;
    listed || hyphen
}
