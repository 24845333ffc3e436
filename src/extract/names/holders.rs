//! Bare offices that mean somebody whom the text names: "the foreign minister", "the commander of the Northern Front".

use super::super::ActorKind;
use super::super::annotated::Names;
use super::super::lexicon::grammar::Tags;
use super::Scene;
use super::references::{Found, People, is_office_apart, mention_from, start};
use crate::text::TokenKind;

/// "the president", "the foreign minister": where the text has one alone.
pub(super) fn by_office(scene: &Scene, names: &Names, people: &People<'_>, at: usize) -> Found {
    let words = &scene.words;
    if words.low(at) != "the" {
        return None;
    }
    let noun = past_state(scene, office_noun(scene, at));
    let next = noun + 1;
    if !words.is(noun, Tags::OFFICE) && words.low(noun) != "state"
        || words.capital(next)
        || matches!(words.low(next), "of" | "for")
        || words.of(next) == "," && words.capital(next + 1)
    {
        return None;
    }
    let role = title_of(scene, at + 1, noun);
    let here = start(scene, at);
    let named = |&&a: &&usize| names.actors[a].mentions.first().is_some_and(|m| m.start < here);
    let held = people.role.get(role.as_str()).map_or(&[][..], Vec::as_slice);
    let before: Vec<usize> = held.iter().take_while(named).copied().take(2).collect();
    // "the minister", where one is called so and others are ministers of something: the grammar knows whom the text is about.
    let others =
        people.head.get(role.as_str()).is_some_and(|o| o.iter().take_while(named).any(|a| !before.contains(a)));
    (before.len() == 1 && !others).then_some((noun + 1, before))
}

/// The last word of the office that begins behind the article at `at`: "the foreign minister".
fn office_noun(scene: &Scene, at: usize) -> usize {
    let words = &scene.words;
    let mut noun = at + 1;
    // "secretary" is an office, and a part of "secretary general".
    let goes_on =
        |noun: usize| !words.is(noun, Tags::OFFICE) || words.is(noun + 1, Tags::OFFICE_MODIFIER.with(Tags::OFFICE));
    while words.is(noun, Tags::OFFICE_MODIFIER) && goes_on(noun) && !words.is(noun, Tags::STOP) && noun < at + 4
        || words.is(noun, Tags::OFFICE_MODIFIER) && words.is(noun + 1, Tags::OFFICE)
    {
        noun += 1;
    }
    noun
}

/// The last word of "secretary of state", "minister of state", where `noun` is the first.
pub(super) fn past_state(scene: &Scene, noun: usize) -> usize {
    let words = &scene.words;
    let of_state = matches!(words.low(noun), "secretary" | "minister") && words.low(noun + 1) == "of";
    if of_state && words.low(noun + 2) == "state" { noun + 2 } else { noun }
}

/// The words from `from` to `noun`, as an office is written.
pub(super) fn title_of(scene: &Scene, from: usize, noun: usize) -> String {
    let title: Vec<&str> = (from..=noun).map(|t| scene.words.low(t)).collect();
    title.join(" ")
}

/// "the commander of the Northern Front", "the head of the junta's council": the one who holds that office in the body, or
/// the only one of its people whom the text gives no lesser one.
pub(super) fn by_body(scene: &Scene, names: &Names, people: &People<'_>, at: usize) -> Found {
    let words = &scene.words;
    if words.low(at) != "the" {
        return None;
    }
    let noun = office_noun(scene, at);
    if !words.is(noun, Tags::OFFICE) || words.low(noun + 1) != "of" {
        return None;
    }
    let from = if words.low(noun + 2) == "the" { noun + 3 } else { noun + 2 };
    let mention = mention_from(names, start(scene, from.min(words.len() - 1)))?;
    let body = &names.actors[mention.actor];
    if body.kind == ActorKind::Person {
        return None;
    }
    let mut end = from;
    while end < words.len() && words.tokens[end].span.end <= mention.span.end {
        end += 1;
    }
    // Its short form goes with the name: "(LNA)".
    if words.of(end) == "(" && words.of(end + 2) == ")" {
        end += 3;
    }
    if words.kind(end) == TokenKind::Possessive || words.of(end) == "," && words.capital(end + 1) || words.capital(end)
    {
        return None;
    }
    let role = title_of(scene, at + 1, noun);
    let own = people.of.get(body.id.as_str()).map_or(&[][..], Vec::as_slice);
    let holds = |&&a: &&usize| names.actors[a].role.as_deref() == Some(role.as_str());
    let leads = |&&a: &&usize| {
        matches!(words.low(noun), "commander" | "leader" | "head" | "chief" | "chairman" | "amir" | "emir" | "king")
            && noun == at + 1
            && names.actors[a].role.as_deref().is_none_or(words_of_rank)
    };
    let one = |mut found: Vec<usize>| if found.len() == 1 { found.pop() } else { None };
    let holder = one(own.iter().filter(holds).copied().take(2).collect())
        .or_else(|| one(own.iter().filter(leads).copied().take(2).collect()))?;
    Some((end, vec![holder]))
}

/// Whether an office is a rank or the first office, which the head of a body may have: "field marshal", "leader".
fn words_of_rank(role: &str) -> bool {
    role.split(' ').next_back().is_some_and(|last| {
        matches!(
            last,
            "marshal" | "general" | "commander" | "leader" | "head" | "chief" | "chairman" | "colonel" | "founder"
        )
    }) && !is_office_apart(role)
}
