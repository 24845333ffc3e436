//! How a meeting stands: held, ahead, only proposed, called off, going on.

use std::ops::Range;

use super::lists::LISTS;
use super::occasions::{new_day, was_awaited};
use super::off::is_called_off;
use super::rules;
use super::tense::{by_adjective, governing, tense_status};
use super::triggers::{Kind, Trigger, VerbClass, is_gerund};
use crate::extract::MeetingStatus;
use crate::extract::dates::is_infinitive;
use crate::extract::parties::{Cover, View, group_start};
use crate::extract::trail::Rule;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

/// What a clause says of a meeting's status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) status: MeetingStatus,
    /// Whether a verb says so; else it is only the likeliest.
    pub(super) said: bool,
    /// What decided, and by which words.
    pub(super) rule: &'static Rule,
    pub(super) by: (usize, usize),
}

/// Why there is no meeting, by which words.
pub(super) type Denial = (&'static Rule, Range<usize>);

/// The standing that the clause of `trigger` gives, or why it says that the meeting does not take place at all.
pub(super) fn of(
    view: &View<'_>,
    trigger: &Trigger,
    sentence: &Range<usize>,
    limit: usize,
) -> Result<Standing, Denial> {
    let words = view.words;
    if is_called_off(view, trigger, sentence) {
        let by = (trigger.at, trigger.end);
        return Ok(Standing { status: MeetingStatus::Cancelled, said: true, rule: &rules::CALLED_OFF, by });
    }
    let (verb, behind) = match trigger.kind {
        Kind::Verb(_) => (Some(trigger.at), false),
        Kind::Noun => governing(view, trigger, sentence, limit),
    };
    // "No meeting between Xi and Duterte is foreseen", "has no plans to see": none.
    let no_noun = trigger.kind == Kind::Noun && (1..4).any(|k| words.before(trigger.at, k) == "no");
    let no_plan = words.before(trigger.at, 1) == "to"
        && matches!(
            words.before(trigger.at, 2),
            "plan" | "plans" | "intention" | "wish" | "date" | "desire" | "reason"
        )
        && (3..6).any(|k| matches!(words.before(trigger.at, k), "no" | "without" | "any"));
    // "A fourth visit by an official would not."
    let denied = trigger.kind == Kind::Noun
        && (trigger.end..sentence.end.min(trigger.end + 14))
            .take_while(|&j| !matches!(words.at(j), "," | ";" | "that" | "which" | "who"))
            .find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some())
            .is_some_and(|j| matches!(words.at(j), "would" | "could" | "will") && words.at(j + 1) == "not");
    // "refused to meet him"
    let refuses = words.before(trigger.at, 1) == "to" && words.is_before(trigger.at, 2, Classes::NEGATED);
    // "asks whether talks with Tripoli would be better"
    let asked = trigger.kind == Kind::Noun
        && (1..3).any(|k| matches!(words.before(trigger.at, k), "whether" | "if"))
        && words.before(trigger.at, 1) != "the";
    if asked || no_noun || no_plan || refuses || denied && !is_called_off(view, trigger, sentence) {
        return Err((&rules::DENIED, trigger.at..trigger.end));
    }
    // "A summit in Moscow has not been confirmed": no more than spoken of.
    let unconfirmed = trigger.kind == Kind::Noun
        && (trigger.end..sentence.end.min(trigger.end + 40)).any(|j| {
            words.at(j) == "not"
                && (words.is_phrase(j + 1, "been confirmed")
                    || words.is_phrase(j + 1, "yet been confirmed")
                    || words.is_phrase(j + 1, "been agreed"))
        });
    // "a summit of A and B, proposed by C"
    let mooted = trigger.kind == Kind::Noun
        && (trigger.end..sentence.end.min(trigger.end + 14)).any(|j| {
            matches!(words.at(j), "proposed" | "suggested" | "mooted" | "floated")
                && words.at(j + 1) == "by"
                && words.before(j, 1) == ","
        });
    if mooted || unconfirmed {
        let by = (trigger.at, trigger.end);
        return Ok(Standing { status: MeetingStatus::Proposed, said: true, rule: &rules::ASKED_FOR, by });
    }
    let Some(verb) = verb else {
        let status = by_adjective(view, trigger, sentence);
        return Ok(Standing { status, said: false, rule: &rules::NO_VERB, by: (trigger.at, trigger.end) });
    };
    let start = group_start(view, verb, sentence.start);
    let by = (start, verb + 1);
    let said = |status, rule| Ok(Standing { status, said: true, rule, by });
    let group = start..verb;
    let has = |word: &str| group.clone().any(|j| words.at(j) == word);
    let word = words.at(verb);
    if matches!(trigger.kind, Kind::Verb(VerbClass::Receive)) && matches!(word, "invited" | "invites" | "invite") {
        return said(MeetingStatus::Proposed, &rules::ASKED_FOR);
    }
    // "expects Gates on Monday"
    if matches!(trigger.kind, Kind::Verb(VerbClass::Receive))
        && (word.starts_with("expect") || word.starts_with("await"))
    {
        return said(MeetingStatus::Upcoming, &rules::AHEAD);
    }
    let negated = group
        .clone()
        .any(|j| matches!(words.at(j), "not" | "never" | "neither" | "won't" | "wouldn't" | "didn't" | "hasn't"));
    let refused = group.clone().any(|j| words.is(j, Classes::NEGATED)) || LISTS.has_status("negated", word);
    if negated && !matches!(word, "said") {
        return Err((&rules::NEGATED, start..verb + 1));
    }
    if refused {
        // Declined: proposed, and no more.
        return said(MeetingStatus::Proposed, &rules::DECLINED);
    }
    if trigger.kind == Kind::Noun && !behind && LISTS.has_status("proposed", word) {
        return said(MeetingStatus::Proposed, &rules::ASKED_FOR);
    }
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
    // "was to have been received by him": it was not.
    let unreal = (has("was") || has("were"))
        && (start..verb).any(|j| words.at(j) == "to" && words.at(j + 1) == "have")
        && verb_at(words, verb) == Some(crate::extract::verbs::VerbForm::Past);
    if unreal {
        let moved = (verb + 1..sentence.end.min(verb + 30)).any(|j| words.is_phrase(j, "will now be"));
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
    // "have been behind closed doors since Sunday"
    if has("been") && (has("have") || has("has"))
        || matches!(word, "behind" | "closeted" | "holed" | "shut") && words.before(verb, 1) == "been"
    {
        let since = (verb + 1..sentence.end.min(verb + 14))
            .any(|j| words.at(j) == "since" && matches!(view.cover(j + 1), Cover::Date(_)));
        if since {
            return said(MeetingStatus::Ongoing, &rules::STILL);
        }
    }
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
    // How long it lasts says nothing of whether it is.
    if behind
        && matches!(word, "last" | "lasts" | "lasted" | "continue" | "continues" | "run" | "runs" | "end" | "ends")
    {
        return Ok(Standing { status: MeetingStatus::Held, said: false, rule: &rules::BY_TENSE, by });
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
    // "has suggested that he and X see each other": what is suggested.
    if start == verb && is_bare(view, trigger, verb) {
        let that = (sentence.start.max(verb.saturating_sub(14))..verb).rev().find(|&j| words.at(j) == "that");
        if let Some(j) = that.filter(|&j| j > 0 && words.is(j - 1, Classes::PROPOSED)) {
            let by = (j - 1, verb + 1);
            return Ok(Standing { status: MeetingStatus::Proposed, said: true, rule: &rules::ASKED_FOR, by });
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
        let mut near = sentence.start.max(verb.saturating_sub(80))..sentence.end.min(verb + 80);
        let main = near.find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some());
        let status = main.map_or(MeetingStatus::Held, |j| tense_status(view, j, sentence));
        return Ok(Standing { status, said: false, rule: &rules::BY_TENSE, by });
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
    if clause && verb_at(words, verb) == Some(crate::extract::verbs::VerbForm::Present) {
        return said(MeetingStatus::Upcoming, &rules::AHEAD);
    }
    let said = trigger.kind != Kind::Noun || LISTS.is_holding(word) || behind;
    Ok(Standing { status: tense_status(view, verb, sentence), said, rule: &rules::BY_TENSE, by })
}

/// Whether the verb stands in its base form.
fn is_bare(view: &View<'_>, trigger: &Trigger, verb: usize) -> bool {
    let word = view.words.at(verb);
    matches!(trigger.kind, Kind::Verb(_))
        && (verb_at(view.words, verb) == Some(crate::extract::verbs::VerbForm::Base)
            || matches!(word, "shake" | "sit" | "hold" | "see" | "dine" | "walk" | "meet" | "talk"))
}
