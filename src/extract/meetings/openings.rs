//! Meetings that a sentence opens with or that its verb is said at: those of the clause were there. "In a call on Monday the
//! president urged him to wait", "said at a meeting with X that".

use std::ops::Range;

use super::lists::LISTS;
use super::participants::Taking;
use super::rules;
use super::scene::Scene;
use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::Classes;

/// What a sentence that opens with a meeting goes on to tell: "In a call on Monday the president urged him to wait".
pub(super) struct Told {
    /// Its subject, by parties.
    pub(super) subject: Range<usize>,
    /// Its verb.
    pub(super) verb: usize,
}

/// The clause behind the noun or gerund of meeting that opens the sentence with a preposition.
pub(super) fn fronted(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<Told> {
    let words = view.words;
    // "Having met X in Rome, the president flew home"
    let having = words.at(sentence.start) == "having" && trigger.at == sentence.start + 1;
    let opens = having || matches!(words.at(sentence.start), "in" | "at" | "during" | "after" | "over" | "following");
    let bare = |range: Range<usize>| {
        range.into_iter().all(|j| view.cover(j) != Cover::Nothing || verb_at(words, j).is_none() && words.at(j) != ";")
    };
    if !opens || trigger.at > sentence.start + 9 || !having && !bare(sentence.start..trigger.at) {
        return None;
    }
    let ceiling = sentence.end.min(trigger.end + 34);
    let verb = (trigger.end..ceiling).find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some())?;
    let subject = view.subject_at(verb)?;
    let from = view.parties[subject.first].tokens.start;
    let lead = from.checked_sub(1).filter(|&j| j >= trigger.end)?;
    let lead = lead - usize::from(words.is(lead, Classes::DETERMINER));
    // Set off by a comma, or by the date or the place that ends the phrase.
    let set_off = words.at(lead) == "," || matches!(view.cover(lead), Cover::Date(_) | Cover::Place(_));
    let clause = (trigger.end..from).any(|j| words.is(j, Classes::CLAUSE) && view.cover(j) == Cover::Nothing);
    (set_off && !clause && !subject.owner).then_some(Told { subject: subject.first..subject.last + 1, verb })
}

/// The clause before: "The president said at a meeting with X that he was ready", "told X during a visit to Rome".
fn said_at(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<Told> {
    let words = view.words;
    if trigger.kind != Kind::Noun {
        return None;
    }
    let lead = (1..4).find(|&k| matches!(words.before(trigger.at, k), "at" | "during" | "in"))?;
    let lead = trigger.at - lead;
    let noun_phrase = (lead + 1..trigger.at).all(|j| view.cover(j) == Cover::Nothing && words.at(j) != ",");
    let verb = (sentence.start.max(lead.saturating_sub(9))..lead)
        .rev()
        .find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some())?;
    let says = words.is(verb, Classes::SAYING) || LISTS.verbs.get(words.at(verb)) == Some(&VerbClass::Tell);
    let subject = view.subject_at(verb).filter(|s| !s.owner)?;
    let past = verb_at(words, verb) == Some(VerbForm::Past) && !words.is_before(verb, 1, Classes::AUXILIARY);
    (noun_phrase && says && past).then_some(Told { subject: subject.first..subject.last + 1, verb })
}

/// Those of the clause behind a fronted meeting: its subject, and whom that tells or asks something.
pub(super) fn told_there(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, taking: &mut Taking) {
    let Some(told) = fronted(view, trigger, sentence).or_else(|| said_at(view, trigger, sentence)) else { return };
    let words = view.words;
    let persons = |range: &Range<usize>| {
        view.parties[range.clone()]
            .iter()
            .all(|p| p.acts() && !p.actors.is_empty() && p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person))
    };
    // "In a call on Monday, the ministry said": who only tells of it.
    if words.is(told.verb, Classes::SAYING) && !persons(&told.subject) {
        return;
    }
    view.take(trigger, taking, &rules::BESIDES, told.subject);
    if taking.actors.len() < 2 && LISTS.verbs.get(words.at(told.verb)) == Some(&VerbClass::Tell) {
        let first = view.party_from(told.verb + 1);
        let object = first..first + 1;
        if view.parties.get(first).is_some_and(|p| p.tokens.start <= told.verb + 2) && persons(&object) {
            view.take(trigger, taking, &rules::BESIDES, object);
        }
    }
    taking.void &= taking.actors.len() < 2;
}
