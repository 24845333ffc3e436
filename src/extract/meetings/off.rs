//! Whether a meeting was called off.

use std::ops::Range;

use super::triggers::{Kind, Trigger};
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

/// Whether the sentence says that the meeting was called off, or put off with no new day.
pub(super) fn is_called_off(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> bool {
    let words = view.words;
    let start = sentence.start.max(trigger.at.saturating_sub(30));
    let end = sentence.end.min(trigger.end + 40);
    (start..end).any(|j| {
        let word = words.at(j);
        let off = words.is(j, Classes::CANCELLED)
            || matches!(word, "called" | "call" | "calls" | "broke" | "break" | "calling") && words.at(j + 1) == "off"
            // "Talks planned for Thursday are off."
            || matches!(word, "is" | "are" | "was" | "were")
                && words.at(j + 1) == "off"
                && trigger.kind == Kind::Noun
                && j >= trigger.end
                && words.kind(j + 2) != crate::text::TokenKind::Word
            // "has been dropped": a noun of meeting; an idea is dropped in the active too.
            || matches!(word, "dropped" | "pulled" | "struck") && matches!(words.before(j, 1), "been" | "was" | "were" | "being")
            // "dropped a trip to Rome": with the noun behind it.
            || matches!(word, "dropped" | "drops") && trigger.kind == Kind::Noun && (1..5).contains(&trigger.at.wrapping_sub(j))
            || matches!(word, "fell" | "fallen" | "fall") && words.at(j + 1) == "through"
            || matches!(word, "came" | "come") && words.is_phrase(j + 1, "to nothing")
            || matches!(word, "pulled" | "pull" | "pulls" | "backed" | "backs" | "bowed" | "ducked" | "dropped") && words.at(j + 1) == "out"
            // "scheduled for Friday, will not take place"
            || word == "not"
                && (words.is_phrase(j + 1, "take place") || words.is_phrase(j + 1, "go ahead") || words.at(j + 1) == "happen")
                && matches!(words.before(j, 1), "will" | "did")
                && (start..end).any(|k| matches!(words.at(k), "scheduled" | "planned" | "set" | "fixed" | "due" | "arranged" | "announced" | "foreseen"))
            || word == "postponed" && (words.at(j + 1) == "indefinitely" || words.is_phrase(j + 1, "until further"))
            || word == "put"
                && (words.at(j + 1) == "off"
                    && (j + 2..j + 7)
                        .any(|k| {
                            words.is_phrase(k, "until further notice")
                                || words.at(k) == "indefinitely"
                                // "was put off and no new date has been given"
                                || words.is_phrase(k, "no new date")
                                || words.is_phrase(k, "no other date")
                                || words.is_phrase(k, "without a new date")
                        })
                    // "put off his talks with X; no other day has been named"
                    || words.at(j + 1) == "off" && (j + 2..sentence.end.min(j + 50)).any(|k| words.at(k) == "no" && matches!(words.at(k + 1), "new" | "other" | "fresh") && matches!(words.at(k + 2), "day" | "date")));
        if !off {
            return false;
        }
        // Of this meeting, not of a clause of its own between: another trigger's verb may stand nearer.
        // The trigger's own verb counts: "was scrubbed, though the two met".
        let own = usize::from(matches!(trigger.kind, Kind::Verb(_)));
        let between = if j < trigger.at { j + 1..trigger.at + own } else { trigger.end..j };
        let mut k = between.start;
        let mut clauses = 0;
        while k < between.end {
            let goes_on =
                words.is_phrase(k, "; it was") || words.is_phrase(k, "but was") || words.is_phrase(k, "but it was");
            if matches!(words.at(k), ";" | "but") && !goes_on
                || matches!(words.at(k), "and" | "after" | "when" | "because" | "though" | "although" | "while")
                    && !joins_parties(view, k)
                    && verb_near(view, k + 1, between.end)
            {
                clauses += 1;
            }
            k += 1;
        }
        clauses == 0
    })
}

/// Whether the sentence of token `i` says in the perfect that the meeting is off: "has called off a trip".
pub(super) fn is_called_off_now(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let sentence = view.sentence(i);
    let near = sentence.start.max(i.saturating_sub(40))..sentence.end.min(i + 40);
    near.into_iter().any(|j| {
        let off = words.is(j, Classes::CANCELLED)
            || words.at(j) == "called" && words.at(j + 1) == "off"
            || words.at(j) == "postponed" && words.at(j + 1) == "indefinitely";
        off && (1..4).any(|k| matches!(words.before(j, k), "has" | "have" | "is" | "are"))
    })
}

/// Whether the sentence behind says of the meeting told of last that it is off: "It has since been cancelled."
pub(super) fn is_called_off_next(view: &View<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = view.words;
    let start = sentence.end;
    let subject = match words.at(start) {
        "it" | "that" | "both" | "this" => start + 1,
        _ => return None,
    };
    let verb = subject + usize::from(matches!(words.at(subject), "one" | "meeting" | "visit" | "trip"));
    let passive = matches!(words.at(verb), "has" | "have" | "was" | "were" | "is" | "had");
    let end = (verb + 1..verb + 6)
        .find(|&j| words.is(j, Classes::CANCELLED) || words.at(j) == "dropped" || words.is_phrase(j, "called off"))?;
    let near = (verb + 1..end).all(|j| words.is(j, Classes::AUXILIARY.with(Classes::ADVERB)));
    (passive && near).then_some(start..end + 1)
}

/// "between Kinshasa and M23, which were": an "and" within a list.
fn joins_parties(view: &View<'_>, k: usize) -> bool {
    let named = matches!(view.cover(k + 1), Cover::Mention(_));
    let end = view.cover_end(k + 1);
    view.words.at(k) == "and" && named && matches!(view.words.at(end), "," | "in" | "on" | "at" | "(" | "was" | "were")
}

pub(super) fn verb_near(view: &View<'_>, i: usize, end: usize) -> bool {
    let words = view.words;
    // "Nato and Russian ambassadors, fixed for Tuesday": a participle behind a comma says more of the noun.
    let planned = |j: usize| matches!(words.at(j), "planned" | "scheduled" | "set" | "fixed" | "arranged" | "due");
    let participle = |j: usize| {
        (words.before(j, 1) == "," || planned(j)) && matches!(words.at(j + 1), "for" | "by" | "on" | "in" | "at" | "to")
    };
    (i..end.min(i + 4)).any(|j| {
        view.cover(j) == Cover::Nothing
            && verb_at(words, j).is_some()
            && !words.is(j, Classes::ADVERB)
            && !participle(j)
    })
}
