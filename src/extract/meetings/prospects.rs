//! What the verb of a meeting says of one that is not yet: meant and not done, asked for, possible, ahead.

use std::ops::Range;

use super::rules;
use super::status::{Clause, Standing};
use super::tense::tense_status;
use super::triggers::{Kind, Trigger};
use crate::extract::MeetingStatus;
use crate::extract::dates::is_infinitive;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::Classes;

/// What was meant and did not come about, or came about on another day.
pub(super) fn settled(clause: &Clause<'_, '_>) -> Option<Standing> {
    let Clause { view, sentence, verb, start, .. } = *clause;
    let words = view.words;
    let has = |word: &str| clause.has(word);
    let said = |status, rule| Some(clause.said(status, rule));
    // "was to have been received by him": it was not.
    let unreal = (has("was") || has("were"))
        && (start..verb).any(|j| words.at(j) == "to" && words.at(j + 1) == "have")
        && verb_at(words, verb) == Some(VerbForm::Past);
    if unreal {
        let moved = moved_on(view, verb, sentence).is_some()
            || (verb + 1..sentence.end.min(verb + 30)).any(|j| words.is_phrase(j, "will now be"));
        return match moved {
            true => said(MeetingStatus::Upcoming, &rules::AHEAD),
            false => said(MeetingStatus::Cancelled, &rules::NEVER_WAS),
        };
    }
    // "was to fly there, but stayed away"
    let meant = (has("was") || has("were")) && has("to");
    let stayed = meant
        && (verb + 1..sentence.end.min(verb + 25)).any(|j| {
            words.at(j) == "but"
                && (j + 1..j + 4).any(|k| {
                    words.is_phrase(k, "stayed away")
                        || words.is_phrase(k, "stayed at home")
                        || words.is_phrase(k, "never came")
                        || words.is_phrase(k, "did not come")
                        || words.is_phrase(k, "did not go")
                        || words.is_phrase(k, "failed to")
                })
        });
    if stayed {
        return said(MeetingStatus::Cancelled, &rules::NEVER_WAS);
    }
    None
}

/// What is only asked for, by a noun's verb.
pub(super) fn only_asked(clause: &Clause<'_, '_>) -> Option<Standing> {
    let Clause { view, trigger, sentence, verb, behind, .. } = *clause;
    let words = view.words;
    let word = words.at(verb);
    let said = |status, rule| Some(clause.said(status, rule));
    // "No date has been set for a summit"
    if trigger.kind == Kind::Noun
        && (sentence.start.max(trigger.at.saturating_sub(9))..trigger.at).any(|j| words.is_phrase(j, "no date"))
    {
        return said(MeetingStatus::Proposed, &rules::ASKED_FOR);
    }
    // "A second round has been proposed", "talks between them are needed"
    if behind
        && matches!(
            word,
            "needed" | "wanted" | "required" | "urged" | "proposed" | "suggested" | "mooted" | "floated" | "offered"
        )
    {
        return said(MeetingStatus::Proposed, &rules::ASKED_FOR);
    }
    None
}

/// What is set for a day, offered, possible or ahead.
pub(super) fn ahead(clause: &Clause<'_, '_>) -> Option<Standing> {
    let Clause { view, trigger, sentence, verb, behind, start } = *clause;
    let words = view.words;
    let group = start..verb;
    let has = |word: &str| clause.has(word);
    let said = |status, rule| Some(clause.said(status, rule));
    let offered = group.clone().any(|j| {
        matches!(
            words.at(j),
            "offered"
                | "offers"
                | "offer"
                | "proposed"
                | "proposes"
                | "invited"
                | "asked"
                | "wants"
                | "wanted"
                | "want"
                | "hopes"
                | "hoped"
                | "urged"
                | "ready"
                | "willing"
                | "prepared"
                | "threatened"
                | "suggested"
        )
    });
    // "The first session, set for Wednesday, would make little sense", "is fixed for the end of the month"
    let fixed = |j: usize| {
        matches!(
            words.at(j),
            "set"
                | "scheduled"
                | "planned"
                | "due"
                | "slated"
                | "fixed"
                | "arranged"
                | "pencilled"
                | "foreseen"
                | "billed"
        )
    };
    let ahead = (trigger.end..verb).any(|j| {
        fixed(j)
            && words.at(j + 1) == "for"
            && matches!(view.cover(j + 2), Cover::Date(d) if view.dated[d].date.zip(view.anchors.briefing()).is_some_and(|((day, _), today)| day >= today))
    });
    let listed = fixed(verb) && (has("is") || has("are")) && matches!(words.at(verb + 1), "for" | "in" | "on");
    if behind && (ahead || listed) {
        return said(MeetingStatus::Upcoming, &rules::AHEAD);
    }
    if offered
        || has("could")
        || has("might")
        || has("may") && !words.is_capital(start)
        || has("can")
        || has("should")
        || has("must")
    {
        return said(MeetingStatus::Proposed, &rules::ASKED_FOR);
    }
    if has("would") {
        let reported = (sentence.start..start).rev().take(25).any(|j| {
            matches!(
                words.at(j),
                "said" | "confirmed" | "announced" | "indicated" | "added" | "told" | "agreed" | "stated"
            )
        });
        return match reported {
            true => said(MeetingStatus::Upcoming, &rules::AHEAD),
            false => said(MeetingStatus::Proposed, &rules::ASKED_FOR),
        };
    }
    // "urged Kyiv to meet Moscow", "invited Putin to visit": what is asked of another.
    if words.before(verb, 1) == "to" {
        let asked = (sentence.start..start)
            .rev()
            .take(10)
            .find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some());
        if let Some(j) = asked
            && words.is(j, Classes::PROPOSED)
        {
            return said(MeetingStatus::Proposed, &rules::ASKED_FOR);
        }
    }
    // "an offer to bring", "an invitation to visit", "a proposal to meet"
    if words.at(start) == "to" && start > 0 && words.is(start - 1, Classes::PROPOSED) {
        return said(MeetingStatus::Proposed, &rules::ASKED_FOR);
    }
    // "accepted an invitation from X to visit Rome", "has an offer from X to meet": past whose it is.
    let invitation = (words.at(start) == "to").then(|| {
        (sentence.start.max(start.saturating_sub(7))..start)
            .rev()
            .take_while(|&j| view.cover(j) != Cover::Nothing || verb_at(words, j).is_none() && words.at(j) != ",")
            .find(|&j| {
                matches!(words.at(j), "invitation" | "offer" | "proposal") && matches!(words.at(j + 1), "from" | "by")
            })
    });
    if let Some(noun) = invitation.flatten() {
        let accepted = (sentence.start.max(noun.saturating_sub(7))..noun)
            .any(|j| matches!(words.at(j), "accepted" | "accepts" | "accept"));
        return match accepted {
            true => said(MeetingStatus::Upcoming, &rules::AHEAD),
            false => said(MeetingStatus::Proposed, &rules::ASKED_FOR),
        };
    }
    // "has suggested that he and X see each other": what is suggested.
    if start == verb && is_bare(view, trigger, verb) {
        let that = (sentence.start.max(verb.saturating_sub(14))..verb).rev().find(|&j| words.at(j) == "that");
        if let Some(j) = that.filter(|&j| j > 0 && words.is(j - 1, Classes::PROPOSED)) {
            let by = (j - 1, verb + 1);
            return Some(Standing { status: MeetingStatus::Proposed, said: true, rule: &rules::ASKED_FOR, by });
        }
    }
    // "means to cross the bridge and shake hands": the infinitive before it says how it stands.
    let bare = verb == start && matches!(words.before(verb, 1), "and" | ",") && is_bare(view, trigger, verb);
    if bare
        && let Some(to) = (sentence.start.max(start.saturating_sub(20))..start)
            .rev()
            .find(|&j| matches!(words.at(j), "to" | "will" | "could" | "would" | "might"))
        && (words.at(to) != "to" || is_infinitive(words, to))
    {
        let proposed = matches!(words.at(to), "could" | "would" | "might")
            || words.at(to) == "to" && words.is_before(to, 1, Classes::PROPOSED);
        return match proposed {
            true => said(MeetingStatus::Proposed, &rules::ASKED_FOR),
            false => said(MeetingStatus::Upcoming, &rules::AHEAD),
        };
    }
    // "has been to see him": there and back.
    if words.before(verb, 1) == "to" && words.before(verb, 2) == "been" && (has("has") || has("have") || has("had")) {
        return said(MeetingStatus::Held, &rules::BY_TENSE);
    }
    let ahead = has("will")
        || has("shall")
        || has("to")
            && (group
                .clone()
                .any(|j| words.is(j, Classes::INTENT) || matches!(words.at(j), "is" | "are" | "was" | "were")))
        || has("going");
    if ahead {
        return said(MeetingStatus::Upcoming, &rules::AHEAD);
    }
    if has("to") || words.before(verb, 1) == "to" {
        // "went to Beijing to sign": as the verb before; "agreed … to meet": ahead; a headline's "to meet": ahead.
        let before = (sentence.start..start.min(verb.saturating_sub(1)))
            .rev()
            .take(30)
            .find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some());
        return match before {
            // "have been told to meet soon"
            Some(j)
                if matches!(words.at(j), "told" | "ordered" | "instructed")
                    && matches!(words.before(j, 1), "been" | "were" | "was" | "are" | "is") =>
            {
                said(MeetingStatus::Upcoming, &rules::AHEAD)
            }
            Some(j) if !words.is(j, Classes::INTENT) => said(tense_status(view, j, sentence), &rules::BY_TENSE),
            _ => said(MeetingStatus::Upcoming, &rules::AHEAD),
        };
    }
    None
}

/// "he has put off the trip until 21 October", in the rest of the sentence or the next: the day
/// that what was planned is on instead.
pub(super) fn moved_on(view: &View<'_>, verb: usize, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let next = words.sentences.get(words.sentence_of(verb) + 1).map_or(sentence.end, |s| s.end);
    (verb + 1..next.min(verb + 40)).find_map(|j| {
        let put = words.is_phrase(j, "put off") || words.is_phrase(j, "put back");
        let moved = put || matches!(words.at(j), "postponed" | "moved" | "delayed" | "rescheduled" | "adjourned");
        (j + 1..j + 6).filter(|_| moved).find_map(|k| match view.cover(k + 1) {
            Cover::Date(d) if matches!(words.at(k), "to" | "until" | "till") => Some(d),
            _ => None,
        })
    })
}

/// Whether the verb stands in its base form.
fn is_bare(view: &View<'_>, trigger: &Trigger, verb: usize) -> bool {
    let word = view.words.at(verb);
    matches!(trigger.kind, Kind::Verb(_))
        && (verb_at(view.words, verb) == Some(VerbForm::Base)
            || matches!(word, "shake" | "sit" | "hold" | "see" | "dine" | "walk" | "meet" | "talk"))
}
