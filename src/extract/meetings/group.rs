//! The triggers of a sentence, and which of them tell of one meeting.

use std::ops::Range;

use super::rules;
use super::triggers::{self, Kind, Trigger, VerbClass};
use crate::extract::MeetingForm;
use crate::extract::parties::{Cover, View};
use crate::extract::trail::Finding;
use crate::extract::verbs::verb_at;

/// The triggers of a sentence, in order.
///
/// In the rows of a table of who met whom, the edge between the first two cells is one.
pub(super) fn collect(view: &View<'_>, sentence: &Range<usize>, in_table: bool) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    if in_table {
        let edge = (sentence.start..sentence.end.min(sentence.start + 24)).find(|&j| view.words.at(j) == "|");
        let kind = Kind::Verb(VerbClass::Meet);
        out.extend(edge.map(|at| Trigger { at, end: at + 1, kind, form: MeetingForm::Meeting }));
        return out;
    }
    let mut i = sentence.start;
    while i < sentence.end {
        match triggers::trigger_at(view, i) {
            Some(trigger) => {
                i = trigger.end;
                // "spoke by telephone": the verb tells.
                let told = (matches!(trigger.kind, Kind::Verb(VerbClass::Remote | VerbClass::Hours))
                    || view.words.is_phrase(trigger.at, "behind closed doors"))
                    && out.last().is_some_and(|before| {
                        trigger.at - before.end < 15
                            && (before.end..trigger.at).all(|j| verb_at(view.words, j).is_none())
                    });
                if told {
                    continue;
                }
                out.push(trigger);
            }
            None => i += 1,
        }
    }
    out
}

/// Triggers that tell of one meeting: "will fly to Moscow for talks", "went there to see", "met at a summit".
pub(super) fn group(view: &View<'_>, sentence: &Range<usize>, triggers: &[Trigger]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (t, trigger) in triggers.iter().enumerate() {
        let aside = (sentence.start.max(trigger.at.saturating_sub(8))..trigger.at)
            .any(|j| matches!(view.words.at(j), "sidelines" | "margins"));
        if aside && trigger.kind == Kind::Noun {
            let at = trigger.at..trigger.end;
            view.words.reject(Finding::Meeting, &at, &rules::ON_THE_SIDE, &at);
            continue;
        }
        match out.last_mut() {
            Some(event)
                if event.end == t && belongs(view, &triggers[event.start], &triggers[event.end - 1], trigger) =>
            {
                event.end = t + 1
            }
            _ => out.push(t..t + 1),
        }
    }
    out
}

/// Whether `trigger` tells of the same meeting as the one before it in the sentence.
pub(super) fn belongs(view: &View<'_>, first: &Trigger, before: &Trigger, trigger: &Trigger) -> bool {
    let words = view.words;
    let gap = before.end..trigger.at;
    // "held a summit in Kingston under X's chairmanship": says who led it.
    if words.at(trigger.at) == "under" && gap.len() < 14 && gap.clone().all(|j| verb_at(words, j).is_none()) {
        return true;
    }
    if gap.len() > 22 {
        return false;
    }
    // "a journey, planned for Friday, on which he was to have visited X": what the journey was for.
    let on_which = gap.clone().any(|j| matches!(words.at(j), "on" | "during" | "in") && words.at(j + 1) == "which");
    let met = matches!(trigger.kind, Kind::Verb(VerbClass::Meet | VerbClass::Visit | VerbClass::Receive));
    if before.kind == Kind::Noun && first.form == MeetingForm::Visit && on_which && met {
        return !gap.clone().any(|j| matches!(words.at(j), ";" | "and"));
    }
    let parted = gap.clone().any(|j| {
        view.cover(j) == Cover::Nothing
            && (matches!(
                words.at(j),
                ";" | ":"
                    | "after"
                    | "before"
                    | "but"
                    | "when"
                    | "where"
                    | "who"
                    | "which"
                    | "that"
                    | "since"
                    | "while"
                    | "following"
            ) || verb_at(words, j).is_some()
                && words.before(j, 1) != "to"
                && !matches!(trigger.kind, Kind::Verb(_))
                || words.at(j) == "and"
                    && matches!(
                        words.at(j + 1),
                        "will"
                            | "then"
                            | "later"
                            | "met"
                            | "is"
                            | "was"
                            | "to"
                            | "held"
                            | "had"
                            | "he"
                            | "she"
                            | "they"
                    ))
    });
    if parted {
        return false;
    }
    let moves = matches!(first.kind, Kind::Verb(VerbClass::Go | VerbClass::Stay | VerbClass::Visit))
        || first.form == MeetingForm::Visit;
    match (before.kind, trigger.kind) {
        (_, Kind::Noun) => {
            let lead = (gap.start..gap.end)
                .rev()
                .take(8)
                .any(|j| matches!(words.at(j), "for" | "at" | "in" | "during" | "of" | "on" | "as"))
                // "will sit down to lunch with"
                || gap.len() <= 2 && before.kind == Kind::Verb(VerbClass::Together) && words.before(trigger.at, 1) == "to";
            lead || gap.is_empty()
                || gap.len() <= 4
                    && matches!(
                        before.kind,
                        Kind::Verb(VerbClass::Sit | VerbClass::Bring | VerbClass::Receive | VerbClass::Join)
                    )
        }
        // "will be in Brussels as the guest of X"
        (_, Kind::Verb(VerbClass::Meet)) if moves && words.at(trigger.at).starts_with("guest") => true,
        // "In consultations this morning the council heard X"
        (Kind::Noun, Kind::Verb(VerbClass::Hear | VerbClass::Tell)) => {
            let fronted = view.sentence(before.at).start + 4 >= before.at;
            fronted && gap.clone().all(|j| verb_at(words, j).is_none())
        }
        (_, Kind::Verb(VerbClass::Meet | VerbClass::Speak | VerbClass::Receive | VerbClass::Together)) => {
            moves && matches!(words.before(trigger.at, 1), "to") || gap.is_empty()
        }
        _ => false,
    }
}
