//! The verb that a noun of meeting depends on, and what its tense or an adjective says of how the meeting stands.

use std::ops::Range;

use super::lists::LISTS;
use super::triggers::Trigger;
use crate::extract::MeetingStatus;
use crate::extract::parties::{Cover, View, group_start};
use crate::extract::verbs::verb_at;
use crate::extract::words::{Classes, is_auxiliary};

/// The verb that a noun of meeting depends on: the one that holds it, or the one whose subject it is (`true`).
pub(super) fn governing(
    view: &View<'_>,
    trigger: &Trigger,
    sentence: &Range<usize>,
    limit: usize,
) -> (Option<usize>, bool) {
    let words = view.words;
    let floor = sentence.start.max(trigger.at.saturating_sub(14));
    let mut j = trigger.at;
    while j > floor {
        j -= 1;
        let word = words.at(j);
        if matches!(word, ";" | ":" | "," | "—") && j + 6 < trigger.at
            || view.cover(j) == Cover::Nothing && matches!(word, "that" | "which" | "who" | "where" | "when")
        {
            break;
        }
        // "If that works, a second meeting would follow": the clause before the comma is of something else.
        if word == ","
            && matches!(
                words.at(sentence.start),
                "if" | "when" | "once" | "after" | "unless" | "while" | "although" | "though" | "because"
            )
        {
            break;
        }
        // "announced on Tuesday a visit to Rome": no clause of its own.
        if matches!(word, "announced" | "announces") && words.at(j + 1) != "that" && verb_at(words, j).is_some() {
            let plain = (j + 1..trigger.at).all(|k| {
                view.cover(k) != Cover::Nothing
                    || words.is(k, Classes::DETERMINER)
                    || matches!(words.at(k), "on" | "new")
            });
            if plain {
                return (Some(j), false);
            }
        }
        // "said a meeting could take place": what is said stands behind.
        if matches!(word, "said" | "says" | "told" | "announced") {
            break;
        }
        if view.cover(j) == Cover::Nothing
            && (verb_at(words, j).is_some() && !is_auxiliary(word)
                || LISTS.is_holding(word) && matches!(words.before(j, 1), "to" | "and")
                || words.is_phrase(j, "wound up"))
        {
            // "the talks opened": an adjective's participle ("planned talks") is left to the words before.
            return (Some(j), false);
        }
    }
    let ceiling = sentence.end.min(limit).min(trigger.end + 30);
    let mut relative = false;
    for j in trigger.end..ceiling {
        let word = words.at(j);
        if view.cover(j) != Cover::Nothing {
            continue;
        }
        if matches!(word, "that" | "which" | "who") {
            relative = true;
        }
        // "talks convened by the envoy opened": a participle says nothing of how they stand.
        if words.at(j + 1) == "by" && word.ends_with("ed") && !words.is_before(j, 1, Classes::AUXILIARY) {
            continue;
        }
        if verb_at(words, j).is_some() && !is_auxiliary(word) {
            if relative && words.at(j) != "take" {
                relative = false;
                continue;
            }
            return (Some(j), true);
        }
        if is_auxiliary(word) && matches!(words.at(j + 1), "on" | "under" | "in" | "over" | "due" | "the" | "a") {
            return (Some(j), true);
        }
    }
    (None, false)
}

/// The status that a finite verb's tense gives.
pub(super) fn tense_status(view: &View<'_>, verb: usize, sentence: &Range<usize>) -> MeetingStatus {
    let words = view.words;
    let start = group_start(view, verb, sentence.start);
    for j in start..=verb {
        match words.at(j) {
            "will" | "shall" | "'ll" => return MeetingStatus::Upcoming,
            "could" | "might" | "would" | "should" => return MeetingStatus::Proposed,
            "was" | "were" | "is" | "are"
                if words.at(j + 1) == "to" || words.is(j + 1, Classes::INTENT) && words.at(j + 1) != "called" =>
            {
                return MeetingStatus::Upcoming;
            }
            _ => {}
        }
    }
    let word = words.at(verb);
    // Under a day that is over, the present tense tells what was: "13 May. Modi visits the airmen".
    let told = view.anchors.entry(verb).zip(view.anchors.briefing()).is_some_and(|(day, today)| day <= today);
    if !told
        && matches!(
            word,
            "goes"
                | "comes"
                | "lands"
                | "returns"
                | "leaves"
                | "convenes"
                | "gathers"
                | "travels"
                | "flies"
                | "heads"
                | "visits"
                | "arrives"
                | "plans"
                | "intends"
                | "begins"
                | "opens"
        )
    {
        return MeetingStatus::Upcoming;
    }
    MeetingStatus::Held
}

/// "the upcoming talks", "a planned visit"
pub(super) fn by_adjective(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> MeetingStatus {
    let words = view.words;
    let floor = sentence.start.max(trigger.at.saturating_sub(5));
    let near = |status: &str| (floor..trigger.at).any(|j| LISTS.has_status(status, words.at(j)));
    if near("upcoming") {
        MeetingStatus::Upcoming
    } else if near("proposed") {
        MeetingStatus::Proposed
    } else {
        MeetingStatus::Held
    }
}
