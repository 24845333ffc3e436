//! Where something is, as a phrase says it: "in Geneva", "near the village of Borki", "at the White House", "there".

use super::ActorKind;
use super::annotated::MentionForm;
use super::lexicon::Lexicon;
use super::parties::{Cover, View};
use super::words::Classes;
use crate::text::TokenKind;

/// How narrow a place is; of several that the text gives for one thing, the narrowest name a reader would list comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breadth {
    /// A town or another named spot.
    Town,
    /// A building, or a body named for one.
    Building,
    /// A country.
    Country,
}

/// A place as a phrase gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Where {
    /// Its name, as one would list it.
    pub(crate) name: String,
    /// The token behind the phrase.
    pub(crate) end: usize,
    /// How narrow it is.
    pub(crate) breadth: Breadth,
}

/// Nouns that a place's name follows with "of": "the village of Borki".
fn is_kind_of_place(word: &str) -> bool {
    matches!(
        word,
        "city"
            | "town"
            | "village"
            | "villages"
            | "towns"
            | "cities"
            | "provinces"
            | "regions"
            | "districts"
            | "islands"
            | "port"
            | "capital"
            | "province"
            | "region"
            | "island"
            | "district"
            | "resort"
            | "state"
            | "valley"
            | "area"
            | "peninsula"
            | "settlement"
            | "suburb"
            | "camp"
            | "base"
            | "gulf"
            | "sea"
            | "bay"
            | "republic"
            | "enclave"
            | "emirate"
            | "kingdom"
            | "oblast"
    )
}

/// The place that the preposition at token `i` leads.
pub(crate) fn place_at(view: &View<'_>, i: usize) -> Option<Where> {
    let words = view.words;
    let lead = words.at(i);
    if !words.is(i, Classes::PLACE) {
        return None;
    }
    let mut j = i + 1;
    let mut descriptors = 0;
    loop {
        match view.cover(j) {
            Cover::Place(p) => {
                let end = view.cover_end(j);
                if words.kind(end) == TokenKind::Possessive && words.kind(end + 1) == TokenKind::Word {
                    // "at Geneva's old airport"
                    return Some(Where { name: view.names.places[p].name.clone(), end, breadth: Breadth::Town });
                }
                return Some(Where { name: view.names.places[p].name.clone(), end, breadth: Breadth::Town });
            }
            Cover::Mention(m) => {
                let mention = view.names.mentions[m];
                let actor = &view.names.actors[mention.actor];
                let end = view.cover_end(j);
                let possessive = words.kind(end) == TokenKind::Possessive;
                let demonym = mention.form == MentionForm::Demonym;
                if possessive || demonym {
                    // "in Ghana's capital, Accra", "the Swiss city of Geneva": on to the place itself.
                    if descriptors > 6 {
                        return None;
                    }
                    descriptors += 1;
                    j = if possessive { end + 1 } else { end };
                    continue;
                }
                return match actor.kind {
                    ActorKind::State => {
                        let shown = words.span(&(j..end)).of(words.text);
                        let name =
                            if mention.form == MentionForm::Seat { shown.to_owned() } else { actor.name.clone() };
                        let breadth = if mention.form == MentionForm::Seat { Breadth::Town } else { Breadth::Country };
                        Some(Where { name, end, breadth })
                    }
                    ActorKind::Organisation if lead == "at" || lead == "in" || lead == "into" || lead == "to" => {
                        Some(Where { name: actor.name.clone(), end, breadth: Breadth::Building })
                    }
                    _ => None,
                };
            }
            Cover::Nothing => {
                let word = words.at(j);
                if words.kind(j) != TokenKind::Word && word != "," {
                    return None;
                }
                // "in the capital, Accra": the comma of an apposition.
                if word == "," {
                    if !is_kind_of_place(words.before(j, 1))
                        || !(matches!(view.cover(j + 1), Cover::Place(_) | Cover::Mention(_))
                            || words.is_capital(j + 1))
                    {
                        return None;
                    }
                    j += 1;
                    descriptors += 1;
                    continue;
                }
                if words.is(j, Classes::DETERMINER) && j == i + 1
                    || word == "of" && is_kind_of_place(words.before(j, 1))
                {
                    j += 1;
                    continue;
                }
                // "in the Turkish city of Istanbul"
                if words.is_capital(j) && is_kind_of_place(words.at(j + 1)) && words.at(j + 2) == "of" {
                    j += 1;
                    continue;
                }
                // "in the Syrian capital", of a state that the text has no other name of
                if words.is_capital(j) && words.at(j + 1) == "capital" {
                    let name = capital_by_people(words.raw(j))?;
                    return Some(Where { name, end: j + 2, breadth: Breadth::Town });
                }
                if words.is_capital(j) {
                    return unknown_name(view, i, j);
                }
                // "in the Honduran capital", "in Chad's capital": the town, where none is named behind.
                if word == "capital"
                    && let Some(name) = capital_of(view, j)
                {
                    return Some(Where { name, end: j + 1, breadth: Breadth::Town });
                }
                descriptors += 1;
                let adjective = is_kind_of_place(word) || matches!(words.at(j + 1), "of") || descriptors <= 3;
                if descriptors > 6
                    || !adjective
                    || words.is(j, Classes::PREPOSITION)
                    || matches!(word, "and" | "or" | "when" | "which" | "who" | "that" | "as" | "it" | "he" | "they")
                    || super::verbs::verb_at(words, j).is_some()
                {
                    return None;
                }
                j += 1;
            }
            _ => return None,
        }
    }
}

/// The town that "capital" at token `j` means, by the state right before it.
fn capital_of(view: &View<'_>, j: usize) -> Option<String> {
    let words = view.words;
    let back = j - usize::from(words.kind(j.checked_sub(1)?) == TokenKind::Possessive);
    let (actor, _) = view.named(back.checked_sub(1)?)?;
    // "the Honduran capital, Tegucigalpa", "the Swiss capital of Bern": named behind.
    let named = matches!(words.at(j + 1), "," | "of" | "city") && {
        let at = j + 2;
        words.is_capital(at) && !matches!(view.cover(at), Cover::Date(_))
    };
    let actor = &view.names.actors[actor];
    if named || actor.kind != ActorKind::State {
        return None;
    }
    Lexicon::builtin().by_id(&actor.id)?.capital.clone()
}

/// The capital of the one state whose people are called so.
fn capital_by_people(word: &str) -> Option<String> {
    let lexicon = Lexicon::builtin();
    let mut capitals = lexicon.named(word).into_iter().filter_map(|e| lexicon.entries[e as usize].capital.clone());
    capitals.next().filter(|_| capitals.next().is_none())
}

/// A name that no list knows: capitalised words behind a preposition of place.
fn unknown_name(view: &View<'_>, lead: usize, start: usize) -> Option<Where> {
    let words = view.words;
    if !matches!(
        words.at(lead),
        "in" | "at"
            | "near"
            | "to"
            | "into"
            | "around"
            | "outside"
            | "through"
            | "across"
            | "off"
            | "inside"
            | "beyond"
    ) {
        return None;
    }
    // "before Christmas", "in Ramadan", "in English": capitals that are no places.
    if matches!(
        words.at(start),
        "christmas"
            | "easter"
            | "ramadan"
            | "english"
            | "russian"
            | "arabic"
            | "french"
            | "congress"
            | "parliament"
            | "operation"
            | "resolution"
            | "article"
            | "table"
            | "mr"
            | "mrs"
            | "ms"
            | "dr"
            | "president"
            | "general"
            | "i"
            | "ukrainian"
            | "lent"
            | "chapter"
    ) {
        return None;
    }
    let mut end = start;
    while end < start + 6
        && words.kind(end) == TokenKind::Word
        && words.is_capital(end)
        && !matches!(view.cover(end), Cover::Date(_) | Cover::Mention(_))
    {
        end += 1;
    }
    if end == start || words.raw(start).chars().count() < 2 {
        return None;
    }
    // "in an Orthodox monastery": an adjective.
    let noun_behind = words.kind(end) == TokenKind::Word
        && view.cover(end) == Cover::Nothing
        && words.before(start, 1) != "the"
        && matches!(words.before(start, 1), "a" | "an")
        && super::verbs::verb_at(words, end).is_none();
    if noun_behind {
        return None;
    }
    let name = words.span(&(start..end)).of(words.text).to_owned();
    let building = (start..end).any(|j| {
        matches!(
            words.at(j),
            "office" | "palace" | "house" | "hotel" | "hall" | "building" | "centre" | "center" | "base"
        )
    });
    Some(Where { name, end, breadth: if building { Breadth::Building } else { Breadth::Town } })
}
