//! The triggers of a sentence, and which of them tell of one meeting.

use std::ops::Range;

use super::rules;
use super::triggers::{self, Kind, Trigger, VerbClass};
use crate::extract::MeetingForm;
use crate::extract::parties::{Cover, View};
use crate::extract::trail::Finding;
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::Classes;

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
            .any(|j| matches!(view.words.at(j), "sidelines" | "margins" | "fringe" | "fringes"));
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

/// "were to have met on Thursday, will do so on Sunday": what was planned for a day, and is to be on another.
pub(super) fn is_put_off(view: &View<'_>, before: &Trigger, trigger: &Trigger) -> bool {
    let words = view.words;
    let ahead = trigger.kind == Kind::Verb(VerbClass::Same)
        && (1..3).any(|k| matches!(words.before(trigger.at, k), "will" | "now" | "to"));
    ahead
        && (before.at.saturating_sub(5)..before.at).any(|j| {
            words.is_phrase(j, "to have") || words.is_phrase(j, "had planned") || words.is_phrase(j, "had been due")
        })
}

/// Whether `trigger` tells of the same meeting as the one before it in the sentence.
pub(super) fn belongs(view: &View<'_>, first: &Trigger, before: &Trigger, trigger: &Trigger) -> bool {
    let words = view.words;
    let gap = before.end..trigger.at;
    // "held a summit in Kingston under X's chairmanship": says who led it.
    if words.at(trigger.at) == "under" && gap.len() < 14 && gap.clone().all(|j| verb_at(words, j).is_none()) {
        return true;
    }
    // "a journey, planned for Friday, on which he was to have visited X": what the journey was for; "a follow-up in Rome, at
    // which the two are to sit down with X": the same.
    let on_which =
        gap.clone().find(|&j| matches!(words.at(j), "on" | "during" | "in" | "at") && words.at(j + 1) == "which");
    let met = matches!(
        trigger.kind,
        Kind::Verb(VerbClass::Meet | VerbClass::Visit | VerbClass::Receive | VerbClass::Together | VerbClass::Speak)
    );
    if let Some(which) = on_which.filter(|_| before.kind == Kind::Noun && met && gap.len() < 36) {
        // Past "flanked by X and Y": no other verb may come first.
        let straight = (which..trigger.at).all(|j| {
            let other = view.cover(j) == Cover::Nothing && verb_at(words, j).is_some();
            words.at(j) != ";" && !(other && !words.is(j, Classes::AUXILIARY) && words.at(j + 1) != "by")
        });
        if straight {
            return true;
        }
    }
    if gap.len() > 22 {
        return false;
    }
    // "who were to have met in Lusaka on Thursday, will now do so on Sunday"
    if is_put_off(view, before, trigger) {
        return true;
    }
    // "leaves for Seoul, where he confers with X": where the journey went.
    let left_for = matches!(before.kind, Kind::Verb(VerbClass::Go)) && words.at(before.end - 1) == "for";
    let there = left_for && gap.len() < 12 && gap.clone().any(|j| words.at(j) == "where");
    if there && matches!(trigger.kind, Kind::Verb(_)) && verb_at(words, trigger.at) != Some(VerbForm::Past) {
        return true;
    }
    // "used a gathering on Friday to have a word with X": what it was used for.
    let used = before.kind == Kind::Noun
        && words.before(trigger.at, 1) == "to"
        && (1..7).any(|k| matches!(words.before(before.at, k), "used" | "uses" | "use" | "using"));
    if used && gap.clone().all(|j| verb_at(words, j).is_none()) {
        return true;
    }
    // "rang X on Monday and argued with him": of the same talk.
    let with_him = words.at(trigger.end) == "with" && matches!(words.at(trigger.end + 1), "him" | "her" | "them");
    if with_him
        && matches!(before.kind, Kind::Verb(VerbClass::Phone | VerbClass::Meet | VerbClass::Receive))
        && matches!(trigger.kind, Kind::Verb(VerbClass::Beside | VerbClass::Speak))
        && words.before(trigger.at, 1) == "and"
    {
        return true;
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
        // "flew home on Tuesday from a summit": what lies behind.
        (_, Kind::Noun) if (1..4).any(|k| words.before(trigger.at, k) == "from") && moves => false,
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
        // "spent Monday closeted with X"
        (Kind::Verb(VerbClass::Stay), Kind::Verb(VerbClass::Together)) if gap.len() < 6 => {
            gap.clone().all(|j| words.kind(j) != crate::text::TokenKind::Punctuation)
        }
        // "will be in Brussels as the guest of X"
        (_, Kind::Verb(VerbClass::Meet)) if moves && words.at(trigger.at).starts_with("guest") => true,
        // "In consultations this morning the council heard X"
        (Kind::Noun, Kind::Verb(VerbClass::Hear | VerbClass::Tell)) => {
            let fronted = view.sentence(before.at).start + 4 >= before.at;
            fronted && gap.clone().all(|j| verb_at(words, j).is_none())
        }
        // "the council meets on the 15th to hear the envoy"
        (Kind::Verb(_), Kind::Verb(VerbClass::Hear)) => words.before(trigger.at, 1) == "to",
        // "flew on to Rome to be received by the pope"
        (
            _,
            Kind::Verb(VerbClass::Meet | VerbClass::Speak | VerbClass::Receive | VerbClass::Together | VerbClass::Sit),
        ) => {
            let to = words.before(trigger.at, 1) == "to" || words.is_phrase(trigger.at.saturating_sub(2), "to be");
            moves && to || gap.is_empty()
        }
        _ => false,
    }
}
