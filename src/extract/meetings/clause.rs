//! What in a sentence belongs to which trigger: dates and places go with the verb or noun they stand behind.

use std::ops::Range;

use super::lists::LISTS;
use super::setting::in_cell;
use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where, place_at};
use crate::extract::verbs::verb_at;
use crate::extract::words::is_auxiliary;

/// A date or a place with the trigger that it belongs to.
#[derive(Debug, Clone)]
pub(super) struct Adjunct<T> {
    /// Index of the trigger, none where it belongs to another verb.
    pub(super) trigger: Option<usize>,
    /// The token that it begins with.
    pub(super) at: usize,
    pub(super) value: T,
}

/// The dates of a sentence with the triggers that they belong to.
pub(super) fn dates(view: &View<'_>, sentence: &Range<usize>, triggers: &[Trigger]) -> Vec<Adjunct<usize>> {
    let first = view.dated.partition_point(|d| d.tokens.start < sentence.start);
    let mut out = Vec::new();
    for (i, dated) in view.dated.iter().enumerate().skip(first) {
        if dated.tokens.start >= sentence.end {
            break;
        }
        out.push(Adjunct {
            trigger: owner(view, sentence, &dated.tokens, triggers, true),
            at: dated.tokens.start,
            value: i,
        });
    }
    out
}

/// The places of a sentence with the triggers that they belong to; "there" is `there`, "here" is `here`.
pub(super) fn places(
    view: &View<'_>,
    sentence: &Range<usize>,
    triggers: &[Trigger],
    there: Option<&Where>,
    here: Option<&Where>,
) -> Vec<Adjunct<Where>> {
    let words = view.words;
    let mut out = Vec::new();
    let mut i = sentence.start;
    while i < sentence.end {
        let deictic = match words.at(i) {
            // Of the places of this sentence the last, else that of the sentence before.
            "there" if !is_auxiliary(words.at(i + 1)) => {
                out.last().map(|p: &Adjunct<Where>| p.value.clone()).or_else(|| there.cloned())
            }
            // "flew to Warsaw, where he met": the place just named.
            "where" if i > sentence.start => {
                let before = if words.at(i - 1) == "," { i - 1 } else { i };
                out.last()
                    .map(|p: &Adjunct<Where>| p.value.clone())
                    .filter(|p| p.end == before)
                    .or_else(|| left_for(view, sentence.start, before))
            }
            "here" => here.cloned(),
            // "in the same city": the place spoken of.
            "same"
                if words.before(i, 1) == "the" && matches!(words.at(i + 1), "city" | "town" | "place" | "capital") =>
            {
                out.last().map(|p: &Adjunct<Where>| p.value.clone()).or_else(|| there.cloned())
            }
            _ => None,
        };
        let found = match deictic {
            Some(place) => Some(Where { end: i + 1, ..place }),
            // "the Geneva talks", "the Ankara meeting"
            None if named_for(view, i, triggers) => super::aside::visited(view, i),
            None if view.cover(i) == Cover::Nothing
                // "to gather near Paris", not "the build-up near Ukraine".
                && (matches!(words.at(i), "in" | "at" | "to" | "into" | "outside" | "aboard")
                    || words.at(i) == "near" && i > 0 && covering(triggers, i - 1).is_some()) =>
            {
                place_at(view, i)
            }
            None => None,
        };
        // "near Paris" is not in it: no town for certain.
        let found = match found {
            Some(place) if words.at(i) == "near" && place.breadth == Breadth::Town => {
                Some(Where { breadth: Breadth::Building, ..place })
            }
            found => found,
        };
        // "in the Oval Office": as the text names it.
        let found = found.map(|place| match view.named(place.end.saturating_sub(1)) {
            Some((actor, _)) if place.breadth == Breadth::Building && view.kind(actor) == ActorKind::Organisation => {
                let mut first = place.end - 1;
                while first > 0 && view.cover(first - 1) == view.cover(place.end - 1) {
                    first -= 1;
                }
                if words.at(first) == "the" {
                    first += 1;
                }
                Where { name: words.span(&(first..place.end)).of(words.text).to_owned(), ..place }
            }
            _ => place,
        });
        match found {
            Some(place) => {
                let end = place.end;
                let to = words.at(i) == "to" || words.at(i) == "into";
                let trigger = match named_for(view, i, triggers) {
                    true => covering(triggers, end),
                    false if words.at(i) == "where" => {
                        first_behind(triggers, i).filter(|&t| triggers[t].at < i + 18 && triggers[t].at < sentence.end)
                    }
                    false => owner(view, sentence, &(i..end), triggers, false),
                };
                // "to Kyiv" is a place only for those who go there.
                let goes = trigger.is_some_and(|t| {
                    matches!(triggers[t].kind, Kind::Verb(VerbClass::Go))
                        || matches!(triggers[t].form, crate::extract::MeetingForm::Visit)
                });
                // "had both round to the Kremlin"
                let round = matches!(words.before(i, 1), "round" | "around" | "over");
                if !to || goes || round {
                    out.push(Adjunct { trigger, at: i, value: place });
                }
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    if out.iter().all(|p| p.trigger.is_none())
        && let Some((at, place)) = in_cell(view, sentence)
    {
        out.push(Adjunct { trigger: (!triggers.is_empty()).then_some(0), at, value: place });
    }
    out
}

/// "came from the Fort de X, the president's retreat, where": the place named, past what says more of it.
fn left_for(view: &View<'_>, floor: usize, end: usize) -> Option<Where> {
    let words = view.words;
    let from = (floor.max(end.saturating_sub(14))..end).rev().find(|&j| words.at(j) == "from")?;
    let clean = (from + 1..end).all(|j| verb_at(words, j).is_none() && !matches!(words.at(j), ";" | ":" | "and"));
    clean.then(|| place_at(view, from)).flatten()
}

/// Whether the town named at token `i` stands right before the noun of a meeting.
fn named_for(view: &View<'_>, i: usize, triggers: &[Trigger]) -> bool {
    let town = match view.cover(i) {
        Cover::Place(_) => true,
        Cover::Mention(m) => view.names.mentions[m].form == MentionForm::Seat,
        _ => false,
    };
    let end = view.cover_end(i);
    // "shortly after the upcoming Geneva talks": those are not the meeting.
    let later = (1..5).any(|k| matches!(view.words.before(i, k), "after" | "before" | "following" | "since" | "ahead"));
    !later
        && town
        && (i == 0 || view.cover(i - 1) != view.cover(i))
        && covering(triggers, end).is_some_and(|t| triggers[t].at == end && triggers[t].kind == Kind::Noun)
        && matches!(view.words.before(i, 1), "the" | "this" | "that" | "a" | "last" | "first" | "second" | "upcoming")
}

/// The trigger whose date or place the phrase is: that of the nearest verb or trigger before it, else behind it.
fn owner(
    view: &View<'_>,
    sentence: &Range<usize>,
    phrase: &Range<usize>,
    triggers: &[Trigger],
    date: bool,
) -> Option<usize> {
    let words = view.words;
    let mut j = phrase.start;
    let floor = sentence.start.max(j.saturating_sub(60));
    if date && is_compared(view, phrase.start, sentence.start) {
        return None;
    }
    let mut boundary = false;
    // "goes back to January 1942, when the two ministers sat down"
    let when = if words.at(phrase.end) == "," { phrase.end + 1 } else { phrase.end };
    if date
        && words.at(when) == "when"
        && let Some(t) =
            first_behind(triggers, when).filter(|&t| triggers[t].at < when + 30 && triggers[t].at < sentence.end)
    {
        return Some(t);
    }
    // "said in Brussels on Sunday after Costa had received him": where and when that was, too.
    if let Some(t) = received_before(view, phrase.end, triggers, sentence.end) {
        return Some(t);
    }
    // "and, in October 2022, sat down": set off by commas before a verb, the phrase goes with what follows.
    let opens = |word: &str| matches!(word, "where" | "when" | "who" | "which");
    let relative =
        opens(words.before(j, 1)) || opens(words.before(j, 2)) && matches!(words.before(j, 1), "on" | "in" | "at");
    if relative && (phrase.end..phrase.end + 4).any(|k| covering(triggers, k).is_some()) {
        j = floor;
    }
    let lead = if date && j > floor && matches!(words.at(j - 1), "in" | "on" | "at") { j - 1 } else { j };
    let set_off = lead > floor
        && matches!(words.at(lead - 1), "," | "and" | ";")
        && words.at(phrase.end) == ","
        && !(words.at(lead - 1) == "," && words.at(phrase.end + 1) == "and")
        && (phrase.end + 1..phrase.end + 3).any(|k| covering(triggers, k).is_some() || verb_at(words, k).is_some());
    if set_off {
        j = floor;
    }
    while j > floor {
        j -= 1;
        if let Some(t) = covering(triggers, j) {
            return Some(t);
        }
        if view.cover(j) != Cover::Nothing {
            continue;
        }
        // "received Ma, long retired, in Beijing": past the insertion.
        if words.at(j) == ","
            && let Some(comma) = (floor.max(j.saturating_sub(5))..j).rev().find(|&k| words.at(k) == ",")
            && (comma..j).all(|k| covering(triggers, k).is_none() && !is_auxiliary(words.at(k)))
        {
            j = comma;
            continue;
        }
        // "the Organisation (OSCE) in Vienna": past the brackets.
        if words.at(j) == ")"
            && let Some(open) = (floor.max(j.saturating_sub(10))..j).rev().find(|&k| words.at(k) == "(")
        {
            j = open;
            continue;
        }
        if matches!(words.at(j), ";" | ":" | "(") {
            boundary = true;
            break;
        }
        // "bring A and B face to face in Pretoria"
        if words.at(j) == "face" && words.before(j, 1) == "to" {
            j = j.saturating_sub(2).max(floor);
            continue;
        }
        if verb_at(words, j).is_some() {
            // "Maduro on Thursday ordered": between a subject and its verb, the phrase goes with what follows.
            let before_verb = date && verb_at(words, phrase.end).is_some();
            if before_verb {
                break;
            }
            // "agreed on Monday to see him": the day of the promise.
            if date && words.at(phrase.end) == "to" && matches!(words.at(j), "agreed" | "ordered" | "declared") {
                return None;
            }
            // "a call in which Merkel was to have pressed Putin on Thursday": the relative clause tells of the meeting.
            let which = (floor.max(j.saturating_sub(12))..j).rev().find(|&k| words.at(k) == "which");
            if let Some(k) = which.filter(|&k| k > 0 && matches!(words.at(k - 1), "in" | "at" | "during"))
                && let Some(t) = last_before(triggers, k)
                && (triggers[t].end..k).all(|k| verb_at(words, k).is_none())
            {
                return Some(t);
            }
            if LISTS.is_arranging(words.at(j)) {
                // Of the meeting spoken of: the nearest trigger, before rather than behind.
                let before = last_before(triggers, j);
                let behind = first_behind(triggers, j);
                return match words.at(j) {
                    "held" | "hold" | "holds" | "had" | "have" | "has" | "attend" | "attended" | "join" | "joined"
                    | "host" | "hosted" | "agreed" | "convened" | "chaired" | "concluded" | "conducted" | "opened"
                    | "began" | "started" | "ordered" | "declared" | "launched" => {
                        let near = behind.filter(|&t| triggers[t].at < phrase.end + 12);
                        near.or(before)
                    }
                    _ => before.or(behind),
                };
            }
            return None;
        }
    }
    if boundary && !date && words.at(j) != ";" {
        return None;
    }
    // At the head of the sentence or of the clause: with the first verb behind.
    let ceiling = sentence.end.min(phrase.end + 45);
    let mut k = phrase.end;
    while k < ceiling {
        if let Some(t) = covering(triggers, k) {
            return Some(t);
        }
        // "(Elsewhere on Sunday: A met B": another clause.
        if words.at(k) == ":" {
            return None;
        }
        // A dateline's dash: "KYIV, Feb 5 (Agency) -".
        if matches!(words.at(k), "–" | "—" | "-") && k < sentence.start + 14 && !words.touches_previous(k + 1) {
            return None;
        }
        if view.cover(k) == Cover::Nothing && verb_at(words, k).is_some() && !is_auxiliary(words.at(k)) {
            // "On December 7 they used a video link": the verb's object is the meeting.
            if LISTS.is_holding(words.at(k))
                && let Some(t) = first_behind(triggers, k)
                && (triggers[t].kind == Kind::Noun || words.at(triggers[t].at) == "on")
                && triggers[t].at < k + 10
            {
                return Some(t);
            }
            if LISTS.is_arranging(words.at(k)) {
                return first_behind(triggers, k).or_else(|| last_before(triggers, phrase.start));
            }
            // "On 18 March the emir surprised everyone by receiving X"
            if let Some(t) = (k + 1..k + 7).find_map(|j| covering(triggers, j))
                && words.before(triggers[t].at, 1) == "by"
                && words.at(triggers[t].at).ends_with("ing")
            {
                return Some(t);
            }
            // "On 28 March the minister, who succeeded X, met": other verbs of relative clauses are passed.
            let relative = (phrase.end..k).rev().take(4).any(|r| matches!(words.at(r), "who" | "which" | "that"));
            if !relative {
                return None;
            }
        }
        k += 1;
    }
    None
}

/// The trigger in the pluperfect of a clause with "after" that follows the phrase, past a date or a place.
fn received_before(view: &View<'_>, end: usize, triggers: &[Trigger], ceiling: usize) -> Option<usize> {
    let words = view.words;
    let mut j = end;
    while j < end + 5 && (matches!(words.at(j), "on" | "in" | "at") || matches!(view.cover(j), Cover::Date(_))) {
        j += 1;
    }
    if words.at(j) != "after" {
        return None;
    }
    let t = first_behind(triggers, j).filter(|&t| triggers[t].at < ceiling.min(j + 12))?;
    let at = triggers[t].at;
    (matches!(triggers[t].kind, Kind::Verb(_)) && words.before(at, 1) == "had").then_some(t)
}

/// "for the first time since 2019", "gentler than the one they had on 28 February": a date of something before.
fn is_compared(view: &View<'_>, at: usize, floor: usize) -> bool {
    let words = view.words;
    let lead = floor.max(at.saturating_sub(8))..at;
    // "for the first time this year"
    if words.before(at, 1) == "time" {
        return true;
    }
    if words.before(at, 1) == "since" {
        return lead.clone().any(|j| {
            matches!(words.at(j), "first" | "time" | "only" | "highest" | "most" | "nothing" | "second" | "third")
        });
    }
    lead.clone().any(|j| {
        words.at(j) == "than"
            && matches!(words.at(j + 1), "the" | "those" | "that" | "at" | "in")
            && matches!(words.at(j + 2), "one" | "ones" | "in" | "at" | "they" | "he" | "she" | "of")
    })
}

/// The trigger that token `j` is part of; triggers are in order.
pub(super) fn covering(triggers: &[Trigger], j: usize) -> Option<usize> {
    let next = triggers.partition_point(|t| t.at <= j);
    next.checked_sub(1).filter(|&t| j < triggers[t].end)
}

fn last_before(triggers: &[Trigger], j: usize) -> Option<usize> {
    triggers.partition_point(|t| t.at < j).checked_sub(1)
}

fn first_behind(triggers: &[Trigger], j: usize) -> Option<usize> {
    let next = triggers.partition_point(|t| t.at <= j);
    (next < triggers.len()).then_some(next)
}
