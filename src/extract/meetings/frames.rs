//! What must stand around a word for it to tell of an encounter: an object and a tail, a companion, a place.

use super::lists::LISTS;
use super::triggers::{VerbClass, is_gerund};
use crate::extract::parties::{Cover, Party, View};
use crate::extract::places::place_at;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, MeetingForm};
use crate::text::TokenKind;

/// Whether the verb stands in a question of its own: an auxiliary, the subject, the verb.
pub(super) fn is_asked(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let subject = view.party_ending(i).map_or(i.saturating_sub(1), |p| view.parties[p].tokens.start);
    let Some(auxiliary) = subject.checked_sub(1) else { return false };
    let inverted = words.is(auxiliary, Classes::AUXILIARY) || words.is(auxiliary, Classes::MODAL);
    if !inverted || auxiliary > 0 && words.kind(auxiliary - 1) == TokenKind::Word {
        return false;
    }
    let sentence = view.sentence(i);
    (i..sentence.end.min(i + 40)).any(|j| words.at(j) == "?")
}

/// Whether the verb has around it what makes it an encounter, where its class asks for more than parties.
pub(super) fn fits(view: &View<'_>, i: usize, class: VerbClass) -> bool {
    let words = view.words;
    let object = || view.parties.get(view.party_from(i + 1)).filter(|p| p.tokens.start <= i + 2 && p.acts());
    let is = |p: &Party, kind| !p.actors.is_empty() && p.actors.iter().all(|&a| view.kind(a) == kind);
    match class {
        // "walked along the sea with Medvedev": with a person, before the clause ends.
        VerbClass::Beside => {
            (verb_at(words, i).is_some() || is_gerund(words.at(i)) && words.is_before(i, 1, Classes::AUXILIARY))
                && (i + 1..i + 9)
                    .take_while(|&j| !matches!(words.at(j), "," | ";" | "." | "and") && !words.is(j, Classes::CLAUSE))
                    .find(|&j| words.at(j) == "with")
                    .and_then(|j| view.parties.get(view.party_from(j + 1)).filter(|p| p.tokens.start <= j + 2))
                    .is_some_and(|p| {
                        [ActorKind::Person, ActorKind::Organisation, ActorKind::ArmedGroup].iter().any(|&k| is(p, k))
                    })
        }
        // "told Bush in the Oval Office that": a person, and right behind where they stood.
        VerbClass::Tell => {
            verb_at(words, i).is_some()
                && object().is_some_and(|p| {
                    // "handed Blinken a letter in Geneva"
                    let from = p.tokens.end;
                    let place = (from..from + 5)
                        .take_while(|&j| j == from || verb_at(words, j).is_none() && !words.is(j, Classes::CLAUSE))
                        .take_while(|&j| !matches!(words.at(j), "," | "." | ";" | "to" | "about"))
                        .find(|&j| matches!(words.at(j), "in" | "at"));
                    is(p, ActorKind::Person) && place.is_some_and(|j| place_at(view, j).is_some())
                })
        }
        // "was to have chaired the council today", not "chairs the organisation"
        VerbClass::Chair => {
            verb_at(words, i).is_some()
                && !words.at(i).ends_with('s')
                && object().is_some_and(|p| is(p, ActorKind::Organisation))
        }
        VerbClass::Hear => {
            verb_at(words, i).is_some()
                && object().is_some_and(|p| is(p, ActorKind::Person))
                && view.subject_at(i).is_some_and(|s| is(&view.parties[s.first], ActorKind::Organisation))
        }
        // "expects his counterpart, X, on Monday": a guest with a day or a place, not "expects X to come".
        VerbClass::Receive if words.at(i).starts_with("expect") || words.at(i).starts_with("await") => {
            matches!(words.at(i), "expects" | "awaits" | "expecting" | "awaiting" | "await" | "expect")
                && object().is_some_and(|p| {
                    let named = view.chain_end(view.party_from(i + 1), p.tokens.start + 20);
                    let mut from = view.parties[named].tokens.end;
                    if words.at(from) == "," {
                        from += 1;
                    }
                    is(p, ActorKind::Person)
                        && (from..from + 3).any(|j| {
                            matches!(view.cover(j), Cover::Date(_))
                                || matches!(words.at(j), "in" | "at") && j == from && place_at(view, j).is_some()
                                || matches!(words.at(j + 1), "day" | "days" | "week" | "weeks")
                        })
                })
        }
        // "could come after that" goes nowhere.
        VerbClass::Go => (i + 1..i + 7).any(|j| {
            matches!(view.cover(j), Cover::Place(_) | Cover::Mention(_))
                || matches!(
                    words.at(j),
                    "to" | "in" | "into" | "at" | "on" | "there" | "here" | "back" | "home" | "for"
                )
        }),
        _ => true,
    }
}

/// Whether somebody is named right behind: "with him was his minister, X".
pub(super) fn is_named(view: &View<'_>, end: usize) -> bool {
    view.parties
        .get(view.party_from(end))
        .is_some_and(|p| p.tokens.start <= end + 1 && p.acts() && !p.actors.is_empty())
}

/// Whether the words say that somebody was at a meeting, and go on to nothing else: not "was present in the region".
pub(super) fn is_presence(view: &View<'_>, i: usize, end: usize) -> bool {
    let words = view.words;
    if words.is_before(i, 1, Classes::AUXILIARY) && !matches!(words.before(i, 1), "has" | "had" | "have") {
        return false;
    }
    match words.at(end) {
        "" | "." | "," | ";" | ":" | ")" | "and" | "too" | "as" | "throughout" | "when" | "while" | "from" | "but" => {
            true
        }
        // "took part by video", "mediated for the Union", "was present at the signing"
        "by" => words.at(end + 1) == "video" || words.at(end + 1) == "telephone",
        "for" => {
            view.party_from(end) < view.parties.len() && view.parties[view.party_from(end)].tokens.start <= end + 2
        }
        "at" | "in" | "during" | "over" => (end + 1..end + 5).any(|j| LISTS.nouns.contains_key(words.at(j))),
        _ => words.kind(end) == TokenKind::Break || matches!(view.cover(end), Cover::Date(_)),
    }
}

/// "three hours with X", "ten hours together": time that people spend with each other.
pub(super) fn is_spent_together(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let person = |j: usize| {
        view.parties.get(view.party_from(j)).is_some_and(|p| {
            p.tokens.start <= j + 1
                && !p.actors.is_empty()
                && p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person)
        })
    };
    match words.at(i + 1) {
        "with" => person(i + 2),
        "together" => matches!(words.at(i + 2), "in" | "at" | "on" | "." | ","),
        _ => false,
    }
}

/// The form of the encounter that the verb at `i`, its object and a tail tell of: "took both into a side room".
pub(super) fn tail_of(view: &View<'_>, i: usize) -> Option<MeetingForm> {
    let words = view.words;
    let object = view.parties.get(view.party_from(i + 1)).filter(|p| p.tokens.start <= i + 2 && p.acts())?;
    let last = view.chain_end(view.party_from(i + 1), object.tokens.start + 30);
    let from = view.parties[last].tokens.end;
    // Past an apposition: "kept the two ministers, X and Y, at the table".
    let reach = if matches!(words.at(from), "," | "of") { 18 } else { 4 };
    let tail = (from..from + reach)
        .take_while(|&j| {
            view.cover(j) != Cover::Nothing
                || !words.is(j, Classes::CLAUSE)
                    && verb_at(words, j).is_none()
                    && !matches!(words.at(j), ";" | "." | ":")
        })
        .find_map(|j| LISTS.tail_end(words, j))?;
    Some(if words.at(tail - 1) == "table" { MeetingForm::Talks } else { MeetingForm::Meeting })
}

/// "The commissions meet", "Both foreign ministers speak": a noun of several right before the verb.
pub(super) fn is_plural_noun(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let Some(before) = i.checked_sub(1) else { return false };
    let word = words.at(before);
    words.kind(before) == TokenKind::Word
        && view.cover(before) == Cover::Nothing
        && word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && verb_at(words, before).is_none()
        && !LISTS.nouns.contains_key(word)
        && !words.is_before(i, 2, Classes::PREPOSITION)
}
