//! What in a sentence belongs to which trigger: dates and places go with the verb or noun they stand behind.

use std::ops::Range;

use super::owner::{covering, first_behind, owner};
use super::setting::in_cell;
use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where, place_at};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// A date or a place with the trigger that it belongs to.
#[derive(Debug, Clone)]
pub(super) struct Adjunct<T> {
    /// Index of the trigger, none where it belongs to another verb.
    pub(super) trigger: Option<usize>,
    /// The token that it begins with.
    pub(super) at: usize,
    pub(super) value: T,
}

/// The dates of a sentence with the triggers that they belong to.
pub(super) fn dates(view: &View<'_>, sentence: &Range<usize>, triggers: &[Trigger]) -> Vec<Adjunct<usize>> {
    let first = view.dated.partition_point(|d| d.tokens.start < sentence.start);
    let mut out = Vec::new();
    for (i, dated) in view.dated.iter().enumerate().skip(first) {
        if dated.tokens.start >= sentence.end {
            break;
        }
        // "the March 23 Movement": part of a name.
        if !matches!(view.cover(dated.tokens.start), Cover::Date(_)) {
            continue;
        }
        // The cell of a row is of what the row tells.
        let cell = view.words.before(dated.tokens.start, 1) == "|" || view.words.at(dated.tokens.end) == "|";
        let owned = owner(view, sentence, &dated.tokens, triggers, true);
        out.push(Adjunct {
            trigger: owned.or((cell && !triggers.is_empty()).then_some(0)),
            at: dated.tokens.start,
            value: i,
        });
    }
    out
}

/// The places of a sentence with the triggers that they belong to; "there" is `there`, "here" is `here`.
pub(super) fn places(
    view: &View<'_>,
    sentence: &Range<usize>,
    triggers: &[Trigger],
    there: Option<&Where>,
    here: Option<&Where>,
) -> Vec<Adjunct<Where>> {
    let words = view.words;
    let mut out = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        let deictic = match words.at(i) {
            // Of the places of this sentence the last, else that of the sentence before.
            "there" if !words.is(i + 1, Classes::AUXILIARY) => {
                out.last().map(|p: &Adjunct<Where>| p.value.clone()).or_else(|| there.cloned())
            }
            // "flew to Warsaw, where he met": the place just named.
            "where" if i > sentence.start => {
                let before = if words.at(i - 1) == "," { i - 1 } else { i };
                out.last()
                    .map(|p: &Adjunct<Where>| p.value.clone())
                    .filter(|p| p.end == before)
                    .or_else(|| left_for(view, sentence.start, before))
            }
            "here" => here.cloned(),
            // "in the same city": the place spoken of.
            "same"
                if words.before(i, 1) == "the"
                    && matches!(
                        words.at(i + 1),
                        "city"
                            | "town"
                            | "place"
                            | "capital"
                            | "resort"
                            | "village"
                            | "port"
                            | "island"
                            | "hotel"
                            | "venue"
                    ) =>
            {
                out.last().map(|p: &Adjunct<Where>| p.value.clone()).or_else(|| there.cloned())
            }
            _ => None,
        };
        let found = match deictic {
            // "in the same city, where they signed": the noun is part of the phrase.
            Some(place) => Some(Where { end: i + 1 + usize::from(words.at(i) == "same"), ..place }),
            // "the Geneva talks", "the Ankara meeting"
            None if named_for(view, i, triggers) => super::aside::visited(view, i),
            None if view.cover(i) == Cover::Nothing
                // "to gather near Paris", not "the build-up near Ukraine".
                && (matches!(words.at(i), "in" | "at" | "to" | "into" | "outside" | "aboard")
                    || words.at(i) == "near" && i > 0 && covering(triggers, i - 1).is_some()
                    // "left for Moscow"
                    || words.at(i) == "for" && covering(triggers, i).is_some_and(|t| triggers[t].end == i + 1 && triggers[t].kind == Kind::Verb(VerbClass::Go))
                    // "on the island of Brioni"
                    || words.at(i) == "on" && is_ground(words.at(i + 2)) && words.at(i + 1) == "the"
                    // "planned for Brazzaville"
                    || words.at(i) == "for"
                        && matches!(words.before(i, 1), "planned" | "set" | "scheduled" | "fixed" | "arranged")) =>
            {
                place_at(view, i)
            }
            None => None,
        };
        // "in the Secretary's presence": no place.
        let found = found.filter(|place| {
            !(words.kind(place.end) == TokenKind::Possessive
                && matches!(
                    words.at(place.end + 1),
                    "presence" | "company" | "honour" | "honor" | "name" | "absence" | "view"
                ))
        });
        // "near Paris" is not in it: no town for certain.
        let found = match found {
            Some(place) if words.at(i) == "near" && place.breadth == Breadth::Town => {
                Some(Where { breadth: Breadth::Building, ..place })
            }
            found => found,
        };
        // "in the Oval Office": as the text names it.
        let found = found.map(|place| match view.named(place.end.saturating_sub(1)) {
            Some((actor, _)) if place.breadth == Breadth::Building && view.kind(actor) == ActorKind::Organisation => {
                let mut first = place.end - 1;
                while first > 0 && view.cover(first - 1) == view.cover(place.end - 1) {
                    first -= 1;
                }
                if words.at(first) == "the" {
                    first += 1;
                }
                Where { name: words.span(&(first..place.end)).of(words.text).to_owned(), ..place }
            }
            _ => place,
        });
        match found {
            Some(place) => {
                let end = place.end;
                let to = words.at(i) == "to" || words.at(i) == "into";
                let trigger = match named_for(view, i, triggers) {
                    true => covering(triggers, end),
                    false if words.at(i) == "where" => {
                        first_behind(triggers, i).filter(|&t| triggers[t].at < i + 18 && triggers[t].at < sentence.end)
                    }
                    false => owner(view, sentence, &(i..end), triggers, false),
                };
                let trigger = trigger.filter(|&t| !is_posting(view, i, &triggers[t]));
                // "to Kyiv" is a place only for those who go there.
                let goes = trigger.is_some_and(|t| {
                    matches!(triggers[t].kind, Kind::Verb(VerbClass::Go))
                        || matches!(triggers[t].form, crate::extract::MeetingForm::Visit)
                });
                // "had both round to the Kremlin"
                let round = matches!(words.before(i, 1), "round" | "around" | "over");
                if !to || goes || round {
                    out.push(Adjunct { trigger, at: i, value: place });
                }
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    // "opposite the prime minister in Phnom Penh, in a guesthouse in Tokyo": where he is in office, and where they met.
    let narrower = |p: &Adjunct<Where>| {
        is_office(words.before(p.at, 1))
            && words.at(p.value.end) == ","
            && out.iter().any(|q| q.at > p.value.end && q.trigger == p.trigger)
    };
    let posted: Vec<usize> = out.iter().filter(|p| narrower(p)).map(|p| p.at).collect();
    out.retain(|p| !posted.contains(&p.at));
    if out.iter().all(|p| p.trigger.is_none())
        && let Some((at, place)) = in_cell(view, sentence)
    {
        out.push(Adjunct { trigger: (!triggers.is_empty()).then_some(0), at, value: place });
    }
    out
}

/// "came from the Fort de X, the president's retreat, where", "leaves for Seoul, where": the place named, past what says
/// more of it.
fn left_for(view: &View<'_>, floor: usize, end: usize) -> Option<Where> {
    let words = view.words;
    let from = (floor.max(end.saturating_sub(14))..end)
        .rev()
        .find(|&j| words.at(j) == "from" || words.at(j) == "for" && leaves(words.before(j, 1)))?;
    let clean = (from + 1..end).all(|j| verb_at(words, j).is_none() && !matches!(words.at(j), ";" | ":" | "and"));
    clean.then(|| place_at(view, from)).flatten()
}

/// Whether the town named at token `i` stands right before the noun of a meeting.
fn named_for(view: &View<'_>, i: usize, triggers: &[Trigger]) -> bool {
    let town = match view.cover(i) {
        Cover::Place(_) => true,
        Cover::Mention(m) => view.names.mentions[m].form == MentionForm::Seat,
        _ => false,
    };
    if !town {
        return false;
    }
    let end = view.cover_end(i);
    // "shortly after the upcoming Geneva talks": those are not the meeting.
    let later = (1..5).any(|k| matches!(view.words.before(i, k), "after" | "before" | "following" | "since" | "ahead"));
    !later
        && (i == 0 || view.cover(i - 1) != view.cover(i))
        && covering(triggers, end).is_some_and(|t| triggers[t].at == end && triggers[t].kind == Kind::Noun)
        && matches!(view.words.before(i, 1), "the" | "this" | "that" | "a" | "last" | "first" | "second" | "upcoming")
}

/// What one is "on", where the place's name follows: "on the island of Brioni".
fn is_ground(word: &str) -> bool {
    matches!(
        word,
        "island" | "islands" | "isle" | "outskirts" | "peninsula" | "shore" | "shores" | "banks" | "coast" | "atoll"
    )
}

/// Verbs whose "for" names where somebody goes.
fn leaves(word: &str) -> bool {
    matches!(
        word,
        "leaves"
            | "left"
            | "leave"
            | "leaving"
            | "departed"
            | "departs"
            | "depart"
            | "heads"
            | "headed"
            | "head"
            | "bound"
            | "out"
            | "off"
            | "sailed"
            | "sails"
            | "embarked"
            | "embarks"
    )
}

/// "Moscow's ambassador in Kabul met": where somebody is posted, before the verb, is not where they met.
fn is_posting(view: &View<'_>, at: usize, trigger: &Trigger) -> bool {
    is_office(view.words.before(at, 1)) && at < trigger.at && matches!(trigger.kind, Kind::Verb(_))
}

/// Whether somebody who holds it is posted somewhere.
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "ambassador"
            | "envoy"
            | "representative"
            | "consul"
            | "consul-general"
            | "attaché"
            | "minister"
            | "resident"
            | "commander"
            | "correspondent"
            | "spokesman"
            | "spokeswoman"
            | "delegate"
            | "governor"
            | "legate"
            | "nuncio"
    )
}
