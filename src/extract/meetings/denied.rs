//! When the words say that there is to be no meeting, or that there is one only as a habit: "no plans to see him", "denied a
//! report that he would go", "meet often".

use std::ops::Range;

use super::off::is_called_off;
use super::rules;
use super::status::Denial;
use super::triggers::{Kind, Trigger};
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

/// Why the clause of `trigger` says that there is no meeting.
pub(super) fn denial(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<Denial> {
    let words = view.words;
    let noun = trigger.kind == Kind::Noun;
    // "No meeting between Xi and Duterte is foreseen", "has no plans to see", "denies that any such visit is near": none.
    let any = words.before(trigger.at, 1) == "any" || words.is_phrase(trigger.at.saturating_sub(2), "any such");
    let no_noun = noun && (any || (1..4).any(|k| words.before(trigger.at, k) == "no"));
    let denied = noun && is_ruled_out(view, trigger, sentence);
    // "refused to meet him"
    let refuses = words.before(trigger.at, 1) == "to" && words.is_before(trigger.at, 2, Classes::NEGATED);
    // "asks whether talks with Tripoli would be better"
    let asked = noun
        && (1..3).any(|k| matches!(words.before(trigger.at, k), "whether" | "if"))
        && words.before(trigger.at, 1) != "the";
    if asked || no_noun || refuses || has_no_plan(view, trigger, sentence) || denied {
        return Some((&rules::DENIED, trigger.at..trigger.end));
    }
    is_reported_and_denied(view, trigger, sentence)
}

/// "has no plans to see him", "there are no plans for the two to meet"
fn has_no_plan(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> bool {
    let words = view.words;
    if words.before(trigger.at, 1) != "to" {
        return false;
    }
    let floor = sentence.start.max(trigger.at.saturating_sub(14));
    let plan = (floor..trigger.at - 1).rev().find(|&j| {
        view.cover(j) == Cover::Nothing
            && matches!(
                words.at(j),
                "plan" | "plans" | "intention" | "wish" | "date" | "desire" | "reason" | "invitation" | "chance"
            )
    });
    let Some(plan) = plan else { return false };
    let none = (1..4).any(|k| matches!(words.before(plan, k), "no" | "without" | "any"));
    let near = plan + 2 == trigger.at || words.at(plan + 1) == "for";
    none && near && (plan + 1..trigger.at).all(|j| verb_at(words, j).is_none())
}

/// "A fourth visit by an official would not.", "A summit of the two is not on the calendar"
fn is_ruled_out(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> bool {
    let words = view.words;
    let verb = (trigger.end..sentence.end.min(trigger.end + 20))
        .take_while(|&j| !matches!(words.at(j), ";" | ":"))
        .find(|&j| {
            view.cover(j) == Cover::Nothing
                && verb_at(words, j).is_some()
                && words.at(j + 1) == "not"
                && words.is(j, Classes::AUXILIARY)
        });
    let Some(verb) = verb else { return false };
    let straight = (trigger.end..verb.min(trigger.end + 14)).all(|j| {
        view.cover(j) != Cover::Nothing
            || verb_at(words, j).is_none() && !matches!(words.at(j), "," | ";" | "that" | "which" | "who")
    });
    match words.at(verb) {
        "would" | "could" | "will" => straight && !is_called_off(view, trigger, sentence),
        "is" | "are" | "was" | "were" => {
            let listed = matches!(words.at(verb + 2), "on" | "in" | "planned" | "foreseen" | "envisaged" | "scheduled");
            let where_to = (verb + 3..verb + 8).any(|j| {
                matches!(
                    words.at(j),
                    "agenda"
                        | "calendar"
                        | "programme"
                        | "program"
                        | "cards"
                        | "table"
                        | "sight"
                        | "prospect"
                        | "diary"
                        | "schedule"
                )
            });
            listed && (where_to || matches!(words.at(verb + 2), "planned" | "foreseen" | "envisaged" | "scheduled"))
        }
        _ => false,
    }
}

/// "denied a report that he would visit the capital": what is denied in a clause of its own.
fn is_reported_and_denied(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<Denial> {
    let words = view.words;
    let floor = sentence.start.max(trigger.at.saturating_sub(16));
    let that = (floor..trigger.at).rev().find(|&j| view.cover(j) == Cover::Nothing && words.at(j) == "that")?;
    let floor = sentence.start.max(that.saturating_sub(14));
    let verb = (floor..that).rev().find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some())?;
    let denies =
        matches!(words.at(verb), "denied" | "denies" | "deny" | "dismissed" | "dismisses" | "scotched" | "disputed");
    denies.then_some((&rules::DENIED, verb..trigger.end))
}

/// "have met often", "meets him every month": what is a habit, and no one meeting.
pub(super) fn habit(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<Denial> {
    let words = view.words;
    if !matches!(trigger.kind, Kind::Verb(_)) {
        return None;
    }
    let near = sentence.start.max(trigger.at.saturating_sub(2))..sentence.end.min(trigger.end + 5);
    let word = near.clone().find(|&j| {
        view.cover(j) == Cover::Nothing
            && (matches!(
                words.at(j),
                "often" | "regularly" | "frequently" | "repeatedly" | "usually" | "habitually" | "rarely" | "seldom"
            ) || words.at(j) == "every"
                && matches!(
                    words.at(j + 1),
                    "day" | "week" | "month" | "year" | "few" | "two" | "autumn" | "spring" | "summer" | "winter"
                ))
    })?;
    let dated = (sentence.start..sentence.end.min(trigger.end + 30)).any(|j| matches!(view.cover(j), Cover::Date(_)));
    (!dated).then(|| (&rules::HABIT, word..word + 1))
}
