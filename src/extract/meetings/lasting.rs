//! What the verb of a meeting says of one that goes on, and what its form says where nothing else does.

use std::ops::Range;

use super::occasions::{new_day, was_awaited};
use super::rules;
use super::status::{Clause, Standing};
use super::tense::tense_status;
use super::triggers::{Kind, Trigger, VerbClass, is_gerund};
use crate::extract::MeetingStatus;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{VerbForm, verb_at};

/// "Talks of A and B in Rome go on", "are under way": the words that say so of the noun.
pub(super) fn under_way(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<(usize, usize)> {
    let words = view.words;
    if trigger.kind != Kind::Noun {
        return None;
    }
    let end = sentence.end.min(trigger.end + 16);
    let verb = (trigger.end..end).find(|&j| {
        view.cover(j) == Cover::Nothing
            && (verb_at(words, j).is_some() || matches!(words.at(j), "go" | "continue" | "drag") || words.at(j) == ";")
    })?;
    let on = matches!(words.at(verb), "go" | "goes" | "drag" | "drags") && words.at(verb + 1) == "on"
        || matches!(words.at(verb), "continue" | "continues")
        || matches!(words.at(verb), "is" | "are")
            && (words.is_phrase(verb + 1, "under way") || words.at(verb + 1) == "underway");
    on.then_some((verb, verb + 2))
}

/// What has gone on since a day.
pub(super) fn since(clause: &Clause<'_, '_>) -> Option<Standing> {
    let Clause { view, sentence, verb, .. } = *clause;
    let words = view.words;
    let has = |word: &str| clause.has(word);
    let word = words.at(verb);
    let said = |status, rule| Some(clause.said(status, rule));
    // "have been behind closed doors since Sunday"
    if has("been") && (has("have") || has("has"))
        || matches!(word, "behind" | "closeted" | "holed" | "shut") && words.before(verb, 1) == "been"
        || word == "been" && (has("have") || has("has"))
    {
        let since = (verb + 1..sentence.end.min(verb + 14))
            .any(|j| words.at(j) == "since" && matches!(view.cover(j + 1), Cover::Date(_)));
        if since {
            return said(MeetingStatus::Ongoing, &rules::STILL);
        }
    }
    None
}

/// What lasts so long.
pub(super) fn lasts(clause: &Clause<'_, '_>) -> Option<Standing> {
    let Clause { view, verb, behind, start, .. } = *clause;
    let words = view.words;
    let word = words.at(verb);
    // How long it lasts says nothing of whether it is.
    if behind && matches!(word, "last" | "lasts" | "lasted" | "run" | "runs" | "end" | "ends") {
        return Some(Standing {
            status: MeetingStatus::Held,
            said: false,
            rule: &rules::BY_TENSE,
            by: (start, verb + 1),
        });
    }
    None
}

/// What the form of the verb says.
pub(super) fn by_form(clause: &Clause<'_, '_>) -> Option<Standing> {
    let Clause { view, trigger, sentence, verb, behind, start } = *clause;
    let words = view.words;
    let has = |word: &str| clause.has(word);
    let word = words.at(verb);
    let said = |status, rule| Some(clause.said(status, rule));
    if is_gerund(word) {
        // "Tomorrow he is giving a lunch": what the present has for a day ahead.
        let ahead = (sentence.start..sentence.end.min(verb + 30))
            .any(|j| matches!(view.cover(j), Cover::Date(d) if view.dated[d].tokens.start == j && matches!(words.at(j), "tomorrow" | "next")));
        if has("is") || has("are") || has("'re") || has("been") && (has("has") || has("have")) {
            return match ahead {
                true => said(MeetingStatus::Upcoming, &rules::AHEAD),
                false => said(MeetingStatus::Ongoing, &rules::GOING_ON),
            };
        }
        // "looks forward to receiving him"
        if words.is_phrase(verb.saturating_sub(2), "forward to") {
            return said(MeetingStatus::Upcoming, &rules::AHEAD);
        }
        let mut near = sentence.start.max(verb.saturating_sub(80))..sentence.end.min(verb + 80);
        let main = near.find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some());
        let status = main.map_or(MeetingStatus::Held, |j| tense_status(view, j, sentence));
        return Some(Standing { status, said: false, rule: &rules::BY_TENSE, by: (start, verb + 1) });
    }
    // "were still in session"
    if has("still") || matches!(word, "was" | "were" | "is" | "are") && words.at(verb + 1) == "still" {
        return said(MeetingStatus::Ongoing, &rules::STILL);
    }
    if matches!(trigger.kind, Kind::Verb(VerbClass::Stay)) {
        // "had been due in Bujumbura today but will now come on 6 January"
        if was_awaited(view, trigger.at) {
            return match new_day(view, trigger.end, sentence) {
                Some(_) => said(MeetingStatus::Upcoming, &rules::AHEAD),
                None => said(MeetingStatus::Cancelled, &rules::NEVER_WAS),
            };
        }
        let status = match word {
            "due" | "expected" => MeetingStatus::Upcoming,
            "is" | "are" => MeetingStatus::Ongoing,
            _ => MeetingStatus::Held,
        };
        return said(status, &rules::BY_TENSE);
    }
    // "opened on Monday and closed on Friday"
    let closed = (verb + 1..sentence.end.min(verb + 20)).any(|j| {
        words.at(j) == "and" && matches!(words.at(j + 1), "closed" | "ended" | "concluded" | "broke" | "finished")
    });
    if closed && behind {
        return said(MeetingStatus::Held, &rules::BY_TENSE);
    }
    // "opened in February, and are meant to conclude in June"
    let lasting = behind
        && matches!(word, "opened" | "began" | "started" | "resumed")
        && (verb + 1..sentence.end.min(verb + 30)).any(|j| {
            matches!(words.at(j), "meant" | "due" | "expected" | "set" | "scheduled")
                && words.at(j + 1) == "to"
                && matches!(words.at(j + 2), "conclude" | "end" | "finish" | "last" | "continue" | "run")
                && matches!(words.before(j, 1), "are" | "is")
        });
    if lasting {
        return said(MeetingStatus::Ongoing, &rules::STILL);
    }
    if matches!(word, "opened" | "opens" | "open" | "began" | "begins" | "resumed" | "resumes" | "started") && behind {
        return said(MeetingStatus::Ongoing, &rules::GOING_ON);
    }
    if trigger.kind == Kind::Noun
        && !behind
        && matches!(
            word,
            "agreed"
                | "plans"
                | "plan"
                | "planned"
                | "scheduled"
                | "announced"
                | "confirmed"
                | "set"
                | "expects"
                | "intends"
                | "agree"
                | "prepared"
                | "prepares"
                | "preparing"
                | "want"
                | "looks"
        )
    {
        let plain = matches!(words.before(trigger.at, 1), "for" | "on" | "a" | "the" | "to")
            || words.before(trigger.at, 2) == "a"
            || words.before(trigger.at, 2) == "to";
        if plain && !(1..5).any(|k| matches!(words.before(trigger.at, k), "in" | "at" | "during" | "after")) {
            return said(MeetingStatus::Upcoming, &rules::AHEAD);
        }
    }
    // "after the president speaks to him": what comes before something ahead is ahead.
    let clause = (sentence.start..start)
        .rev()
        .take(8)
        .any(|j| matches!(words.at(j), "after" | "before" | "when" | "once" | "until"));
    if clause && verb_at(words, verb) == Some(VerbForm::Present) {
        return said(MeetingStatus::Upcoming, &rules::AHEAD);
    }
    None
}
