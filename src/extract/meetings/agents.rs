//! Those whom a journey is to, and those by whom somebody is received.

use std::ops::Range;

use super::lists::LISTS;
use super::participants::Taking;
use super::reach::object_at;
use super::rules;
use super::scene::Scene;
use super::triggers::Trigger;
use crate::extract::ActorKind;
use crate::extract::parties::Cover;
use crate::extract::verbs::verb_at;
use crate::extract::words::{Classes, is_adverb, is_auxiliary};

/// "flew to Monrovia last Friday to ask Mr Taylor": whom somebody goes to see, past places and dates.
pub(super) fn purpose(view: &Scene<'_, '_>, trigger: &Trigger, end: usize, out: &mut Taking) {
    let words = view.words;
    let from = trigger.end;
    for j in from..end.min(from + 16) {
        if view.cover(j) != Cover::Nothing {
            continue;
        }
        if words.is(j, Classes::CLAUSE) || matches!(words.at(j), ";" | ":") {
            return;
        }
        let behind = (words.at(j) == "to").then(|| LISTS.purpose_end(words, j + 1)).flatten();
        if let Some(host) = behind.and_then(|k| object_at(view, k, end)) {
            if are_persons(view, &host) {
                view.take(trigger, out, &rules::PURPOSE, host);
            }
            return;
        }
        // "flew to Fez and urged the king to give way"
        if words.at(j) == "and"
            && LISTS.is_purpose(words.at(j + 1))
            && let Some(host) = object_at(view, j + 2, end).filter(|host| are_persons(view, host))
        {
            view.take(trigger, out, &rules::PURPOSE, host);
            return;
        }
        // "flew to Fez and put the plan to the king": what was carried, and to whom.
        if words.at(j) == "and" && is_handing(words.at(j + 1)) {
            let to = (j + 2..end.min(j + 16))
                .take_while(|&k| verb_at(words, k).is_none() && !matches!(words.at(k), ";" | ":"))
                .find(|&k| words.at(k) == "to" && view.cover(k) == Cover::Nothing);
            if let Some(host) = to.and_then(|k| object_at(view, k + 1, end)).filter(|host| are_persons(view, host)) {
                view.take(trigger, out, &rules::PURPOSE, host);
            }
            return;
        }
        // Another verb is another clause.
        if words.at(j) != "to" && verb_at(words, j).is_some() {
            return;
        }
    }
}

/// Whether these parties mean persons alone.
fn are_persons(view: &Scene<'_, '_>, parties: &Range<usize>) -> bool {
    view.parties[parties.clone()].iter().all(|p| p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person))
}

/// Whether the verb means that something is brought before somebody.
fn is_handing(word: &str) -> bool {
    matches!(
        word,
        "put"
            | "puts"
            | "hand"
            | "hands"
            | "handed"
            | "present"
            | "presents"
            | "presented"
            | "deliver"
            | "delivers"
            | "delivered"
            | "submit"
            | "submits"
            | "submitted"
            | "explain"
            | "explains"
            | "explained"
    )
}

/// Whether the verb at `at` is a participle behind a form of "be".
pub(super) fn is_passive(view: &Scene<'_, '_>, at: usize) -> bool {
    (1..4)
        .map(|k| view.words.before(at, k))
        .take_while(|w| is_auxiliary(w) || is_adverb(w))
        .any(|w| matches!(w, "was" | "were" | "is" | "are" | "be" | "been" | "being"))
}

/// "was met on the quay by Mr Fino": who does it, past places and dates.
pub(super) fn agent(view: &Scene<'_, '_>, trigger: &Trigger, end: usize, out: &mut Taking) {
    let words = view.words;
    let from = trigger.end;
    let by = (from..end.min(from + 14))
        .take_while(|&j| {
            view.cover(j) != Cover::Nothing
                || verb_at(words, j).is_none()
                    && !words.is(j, Classes::CLAUSE)
                    && !matches!(words.at(j), ";" | ":" | "and")
        })
        .find(|&j| words.at(j) == "by" && view.cover(j) == Cover::Nothing);
    if let Some(host) = by.and_then(|j| object_at(view, j + 1, end)) {
        view.take(trigger, out, &rules::AGENT, host);
    }
}

/// The token behind an article that no party begins with: "by the head of the mission, X".
pub(super) fn past_article(view: &Scene<'_, '_>, i: usize) -> usize {
    let first = view.party_from(i);
    match view.parties.get(first) {
        Some(party) if party.tokens.start == i + 1 && view.words.is(i, Classes::DETERMINER) => i + 1,
        _ => i,
    }
}
