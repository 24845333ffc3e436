//! Bodies that every state has, which count as named when it is clear whose they are: "Niger's defence ministry", "the
//! Chinese foreign ministry", "its senate".

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::bodies::title_case;
use super::owners::{dominant_state, last_state, states_in};
use super::{Scene, is_kind, rules};
use crate::text::TokenKind;

/// A ministry, parliament, court or service that belongs to a state: the token behind it.
pub(super) fn of_a_state(scene: &mut Scene, at: usize) -> Option<usize> {
    let to = state_body(scene, at)?;
    if !scene.is_free(at, to) || scene.words.words[at].heading {
        return None;
    }
    // A name that the lexicon knows whole, with its state, is left to it.
    if let Some(hit) = scene.hit_at[at].map(|h| &scene.hits[h.at()])
        && (hit.from < at || hit.to > to)
    {
        return None;
    }
    let owner = owner_before(scene, at).or_else(|| owner_behind(scene, to))?;
    let entry = scene.lexicon.by_id(&owner).filter(|entry| is_kind(entry, &[ActorKind::State]))?;
    let phrase = title_case(&scene.phrase(at, to));
    let party = compose(scene, &owner, entry.demonym.as_deref().unwrap_or(&entry.name), &entry.name, &phrase);
    let key = key(scene, at, to);
    scene.cast.defined.insert(key, party);
    scene.name(party, at, to, &rules::STATE_BODY);
    Some(to)
}

/// The party of a state's body: the lexicon's where it has it under any of the usual names, else a composed one.
pub(super) fn compose(scene: &mut Scene, state: &str, demonym: &str, name: &str, phrase: &str) -> usize {
    let composed = format!("{demonym} {phrase}");
    let tries = [composed.clone(), format!("{name} {phrase}"), format!("{phrase} of {name}"), phrase.to_owned()];
    for text in tries {
        let found = scene.lexicon.named(&text).into_iter().find(|&entry| {
            let entry = &scene.lexicon.entries[entry as usize];
            is_kind(entry, &[ActorKind::Organisation]) && entry.of.as_deref() == Some(state)
        });
        if let Some(entry) = found {
            return scene.cast.of_entry(scene.lexicon, entry, scene.year);
        }
    }
    scene.cast.of_name(&composed, ActorKind::Organisation, Some(state.to_owned()))
}

/// Whose body begins at `at`: "Niger's …", "Chinese …", "its …".
fn owner_before(scene: &mut Scene, at: usize) -> Option<String> {
    if let Some(holder) = scene.holder_before(at) {
        return Some(holder.id);
    }
    let before = at.checked_sub(1)?;
    let pronoun = matches!(scene.words.low(before), "its" | "their" | "own");
    let country = scene.words.kind(before) == TokenKind::Possessive
        && before > 0
        && matches!(scene.words.low(before - 1), "country" | "nation" | "republic" | "kingdom" | "state");
    (pronoun || country).then(|| last_state(scene, before))?
}

/// "the parliament of Georgia", "the ministry of defence in Kinshasa"
fn owner_behind(scene: &Scene, to: usize) -> Option<String> {
    if scene.words.low(to) != "of" && scene.words.low(to) != "in" {
        return None;
    }
    let at = if scene.words.low(to + 1) == "the" { to + 2 } else { to + 1 };
    let hit = scene.hit_from(at)?;
    let state = scene.meanings(hit).find(|(entry, ..)| is_kind(entry, &[ActorKind::State]))?;
    Some(state.0.id.clone())
}

/// The token behind a body that every state has, by its common noun: "defence ministry", "Ministry of the Interior",
/// "senate", "Supreme Court", "Joint Chiefs of Staff", "intelligence service".
pub(super) fn state_body(scene: &Scene, at: usize) -> Option<usize> {
    let words = &scene.words;
    if words.kind(at) != TokenKind::Word
        || at > 0 && words.is(at - 1, Tags::BODY_MODIFIER) && !words.is(at - 1, Tags::STOP)
    {
        return None;
    }
    let mut head = at;
    while head < at + 6
        && (words.is(head, Tags::BODY_MODIFIER)
            || head > at && words.low(head) == "and" && words.is(head + 1, Tags::BODY_MODIFIER))
    {
        head += 1;
    }
    let modifiers = head - at;
    let capital = words.capital(head);
    let noun = words.low(head);
    let fits = match noun {
        "ministry" => return ministry(scene, at, head),
        "parliament" | "senate" => true,
        "treasury" => modifiers == 0 && capital,
        "legislature" | "judiciary" => false,
        "congress" => capital && modifiers <= 1,
        "assembly" | "court" | "bank" | "commission" | "council" | "tribunal" => {
            modifiers > 0 && modifier_of(words.low(head - 1), noun)
        }
        "guard" | "guards" => modifiers > 0 && matches!(words.low(head - 1), "coast" | "national" | "border"),
        "office" => modifiers > 0 && matches!(words.low(head - 1), "foreign" | "home"),
        "service" | "services" | "agency" | "directorate" => {
            modifiers > 0 && capital && matches!(words.low(head - 1), "intelligence" | "security")
        }
        "chiefs" => words.low(at) == "joint" && words.low(head + 1) == "of" && words.low(head + 2) == "staff",
        "staff" => capital && modifiers == 1 && words.low(at) == "general",
        "forces" => capital && modifiers == 1 && words.low(at) == "armed",
        _ => false,
    };
    let to = if noun == "chiefs" { head + 3 } else { head + 1 };
    // "parliament building", "Senate Majority Leader": part of something else, but the body is named all the same.
    fits.then_some(to)
}

fn modifier_of(modifier: &str, noun: &str) -> bool {
    match noun {
        "assembly" => matches!(modifier, "national" | "general" | "constituent" | "federal"),
        "court" => matches!(modifier, "supreme" | "constitutional" | "high" | "federal"),
        "bank" => modifier == "central",
        "commission" => matches!(modifier, "electoral" | "election"),
        "council" => matches!(modifier, "security" | "defence" | "defense" | "transitional" | "military"),
        _ => false,
    }
}

/// "foreign ministry", "Ministry of Defence", "ministry of foreign affairs".
fn ministry(scene: &Scene, at: usize, head: usize) -> Option<usize> {
    let words = &scene.words;
    if words.low(head + 1) != "of" {
        return (head > at).then_some(head + 1);
    }
    let mut to = if words.low(head + 2) == "the" { head + 3 } else { head + 2 };
    let first = to;
    while to < first + 6
        && (words.is(to, Tags::BODY_MODIFIER) || words.low(to) == "and" && words.is(to + 1, Tags::BODY_MODIFIER))
    {
        to += 1;
    }
    if to > first { Some(to) } else { (head > at).then_some(head + 1) }
}

pub(super) fn key(scene: &Scene, from: usize, to: usize) -> String {
    let words: Vec<&str> = (from..to).map(|t| scene.words.low(t)).collect();
    words.join(" ").replace("defense", "defence")
}

/// The state whose ministry an unnamed one is: the only one of the sentence, else the one that the text is about.
pub(super) fn only_state(scene: &Scene, at: usize) -> Option<String> {
    match states_in(scene, scene.sentence_start(at), at).as_slice() {
        [] => dominant_state(scene),
        [only] => Some(only.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::ActorKind;
    use super::super::testing::{actors, of_kind};

    #[test]
    fn a_body_counts_as_named_when_its_state_is_clear() {
        for (text, expected) in [
            ("Bolivia's foreign ministry protested.", "Bolivian Foreign Ministry: - of bolivia"),
            ("The Bolivian foreign ministry protested.", "Bolivian Foreign Ministry: - of bolivia"),
            ("Bolivia recalled its envoy, and its senate debated.", "Bolivian Senate: - of bolivia"),
            (
                "The Ministry of Mining of Bolivia was asked; Bolivia's Supreme Court ruled.",
                "Bolivian Supreme Court: - of bolivia",
            ),
        ] {
            assert_eq!(of_kind(ActorKind::Organisation, text), [expected], "{text}");
        }
    }

    #[test]
    fn governments_and_services_are_the_state_itself() {
        assert_eq!(actors("The Bolivian army and the Bolivian government agreed."), ["Bolivia"]);
    }

    #[test]
    fn nobody_knows_whose_the_ministry_is() {
        assert_eq!(
            actors("Bolivia and Paraguay waited while the ministry of defence thought."),
            ["Bolivia", "Paraguay"]
        );
    }
}
