//! How a meeting stands: held, ahead, only proposed, called off, going on.

use std::ops::Range;

use super::denied::{denial, habit};
use super::group::is_put_off;
use super::lists::LISTS;
use super::off::{is_called_off, is_called_off_next};
use super::openings::fronted;
use super::tense::{by_adjective, governing, tense_status};
use super::triggers::{Kind, Trigger, VerbClass};
use super::{lasting, prospects, rules};
use crate::extract::MeetingStatus;
use crate::extract::parties::{View, group_start};
use crate::extract::trail::Rule;
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

/// The verb that says how a meeting stands, and what it stands in.
pub(super) struct Clause<'c, 'v> {
    pub(super) view: &'c View<'v>,
    pub(super) trigger: &'c Trigger,
    pub(super) sentence: &'c Range<usize>,
    pub(super) verb: usize,
    /// Whether the meeting is the verb's subject.
    pub(super) behind: bool,
    /// The first token of the verb's group: its auxiliaries and what stands between.
    pub(super) start: usize,
}

impl Clause<'_, '_> {
    /// Whether the word stands in the verb's group, before the verb.
    pub(super) fn has(&self, word: &str) -> bool {
        (self.start..self.verb).any(|j| self.view.words.at(j) == word)
    }

    /// That the verb says so.
    pub(super) fn said(&self, status: MeetingStatus, rule: &'static Rule) -> Standing {
        Standing { status, said: true, rule, by: (self.start, self.verb + 1) }
    }
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
    // "They have been in talks with X since Monday"
    let in_talks = trigger.kind == Kind::Noun
        && words.before(trigger.at, 1) == "in"
        && words.before(trigger.at, 2) == "been"
        && matches!(words.before(trigger.at, 3), "have" | "has")
        && (trigger.end..sentence.end.min(trigger.end + 24)).any(|j| words.at(j) == "since");
    if in_talks {
        let by = (trigger.at - 3, trigger.end);
        return Ok(Standing { status: MeetingStatus::Ongoing, said: true, rule: &rules::STILL, by });
    }
    if let Some(by) = lasting::under_way(view, trigger, sentence) {
        return Ok(Standing { status: MeetingStatus::Ongoing, said: true, rule: &rules::GOING_ON, by });
    }
    let (verb, behind) = match trigger.kind {
        Kind::Verb(_) => (Some(trigger.at), false),
        Kind::Noun => governing(view, trigger, sentence, limit),
    };
    if let Some(denial) = denial(view, trigger, sentence).or_else(|| habit(view, trigger, sentence)) {
        return Err(denial);
    }
    // "In a call on Monday the president urged him to wait": as the verb that tells what was said there.
    if let Some(told) = fronted(view, trigger, sentence) {
        let by = (told.verb, told.verb + 1);
        let status = tense_status(view, told.verb, sentence);
        return Ok(Standing { status, said: true, rule: &rules::BY_TENSE, by });
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
    let clause = Clause { view, trigger, sentence, verb, behind, start };
    let word = words.at(verb);
    let said = |status, rule| Ok(clause.said(status, rule));
    let group = start..verb;
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
    let standing =
        prospects::settled(&clause).or_else(|| lasting::since(&clause)).or_else(|| prospects::only_asked(&clause));
    let standing = standing.or_else(|| lasting::lasts(&clause)).or_else(|| prospects::ahead(&clause));
    if let Some(standing) = standing.or_else(|| lasting::by_form(&clause)) {
        return Ok(standing);
    }
    let said = trigger.kind != Kind::Noun || LISTS.is_holding(word) || behind;
    let by = (start, verb + 1);
    Ok(Standing { status: tense_status(view, verb, sentence), said, rule: &rules::BY_TENSE, by })
}

/// The standing of a meeting that several triggers tell of, and the trigger that says that it is on another day; `last` is
/// whether no other meeting is told of behind it.
pub(super) fn of_event(
    view: &View<'_>,
    own: &[Trigger],
    main: &Trigger,
    sentence: &Range<usize>,
    limit: usize,
    last: bool,
) -> Result<(Standing, Option<Trigger>), Denial> {
    let words = view.words;
    let standing = of(view, &own[0], sentence, limit)?;
    // "were to have met on Thursday, will do so on Sunday"
    let put_off = own.windows(2).find(|pair| is_put_off(view, &pair[0], &pair[1])).map(|pair| pair[1]);
    let standing = match put_off.and_then(|t| of(view, &t, sentence, limit).ok()) {
        Some(now) => now,
        None => standing,
    };
    let standing = match own.iter().skip(1).find_map(|t| of(view, t, sentence, limit).ok()) {
        Some(other) if put_off.is_none() && (other.status == MeetingStatus::Cancelled || !standing.said) => other,
        _ => standing,
    };
    // "A visit was pencilled in for today. It has been cancelled."
    let open = matches!(standing.status, MeetingStatus::Upcoming | MeetingStatus::Proposed)
        || main.kind == Kind::Noun
            && (main.end..limit)
                .any(|j| matches!(words.at(j), "scheduled" | "planned" | "pencilled" | "fixed" | "set" | "due"));
    let standing = match is_called_off_next(view, sentence).filter(|_| open && last) {
        Some(by) => {
            Standing { status: MeetingStatus::Cancelled, said: true, rule: &rules::CALLED_OFF, by: (by.start, by.end) }
        }
        None => standing,
    };
    Ok((standing, put_off))
}
