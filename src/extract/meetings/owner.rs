//! Which trigger of a sentence a date or a place goes with: the one it stands behind, or, at the head of a clause, the one
//! that follows.

use std::ops::Range;

use super::lists::LISTS;
use super::occasions::is_cleft;
use super::triggers::{Kind, Trigger};
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// The trigger whose date or place the phrase is: that of the nearest verb or trigger before it, else behind it.
pub(super) fn owner(
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
    // "called off Thursday's meeting": of the noun whose day it is.
    if date
        && words.kind(phrase.end) == TokenKind::Possessive
        && let Some(t) = first_behind(triggers, phrase.end)
            .filter(|&t| triggers[t].kind == Kind::Noun && triggers[t].at < phrase.end + 5)
        && (phrase.end + 1..triggers[t].at)
            .all(|k| words.kind(k) == TokenKind::Word && !words.is(k, Classes::PREPOSITION))
    {
        return Some(t);
    }
    // "said on Monday at a meeting with X": when that was, too.
    if date
        && matches!(words.at(phrase.end), "at" | "during")
        && let Some(t) = first_behind(triggers, phrase.end)
            .filter(|&t| triggers[t].kind == Kind::Noun && triggers[t].at < phrase.end + 6)
        && (phrase.end + 1..triggers[t].at).all(|k| words.at(k) != "," && verb_at(words, k).is_none())
        && (floor..j).any(|k| words.is(k, Classes::SAYING))
    {
        return Some(t);
    }
    // "was called off last week", "was cancelled on Saturday": when that was decided.
    let led = phrase.start - usize::from(phrase.start > 0 && words.before(phrase.start, 1) == "on");
    if date && (words.before(led, 1) == "off" || words.is_before(led, 1, Classes::CANCELLED)) {
        return None;
    }
    // "It was in Jeddah, on Sunday, that they signed"
    let copula = (sentence.start..sentence.start + 3).find(|&k| is_cleft(view, k)).filter(|&k| k < phrase.start);
    if let Some(that) = copula.and_then(|k| (k..k + 16).find(|&k| words.at(k) == "that")).filter(|&k| k > j) {
        return first_behind(triggers, that).filter(|&t| triggers[t].at < sentence.end);
    }
    // "its president for April": how long somebody is something.
    if date && words.before(j, 1) == "for" && matches!(words.before(j, 2), "president" | "chair" | "chairman" | "host")
    {
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
    // "As you know, on 17 September the president received": a phrase to the listener says nothing of the day.
    let aside = lead > sentence.start
        && words.at(lead - 1) == ","
        && words.at(sentence.start) == "as"
        && lead < sentence.start + 8
        && (sentence.start..lead).all(|k| covering(triggers, k).is_none());
    // "telephoned X on Friday, and on the same day the adviser called Y": of the clause that it opens.
    let coordinated = date
        && lead > floor + 1
        && words.at(lead - 1) == "and"
        && words.at(lead - 2) == ","
        && view.parties.get(view.party_from(phrase.end)).is_some_and(|p| p.tokens.start <= phrase.end + 1 && p.acts())
        && first_behind(triggers, phrase.end).is_some_and(|t| triggers[t].at < phrase.end + 14);
    if set_off || aside || coordinated {
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
            && (comma..j).all(|k| covering(triggers, k).is_none() && !words.is(k, Classes::AUXILIARY))
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
            // "A meeting planned for Brazzaville on 22 November was cancelled": of the meeting, whatever verb follows.
            let planned = LISTS.is_arranging(words.at(j)) && j > floor && covering(triggers, j - 1).is_some();
            let before_verb = date && !planned && verb_at(words, phrase.end).is_some();
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
            // "was called off when fighting broke out in the suburb": of the fighting.
            let aside = (floor.max(j.saturating_sub(6))..j)
                .rev()
                .take_while(|&k| words.at(k) != "," && covering(triggers, k).is_none())
                .any(|k| matches!(words.at(k), "when" | "because" | "while"));
            if aside {
                return None;
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
        // "Also in Moscow on Monday, it emerges: A met B", but "(Elsewhere on Sunday: A asked for talks on Friday".
        if words.at(k) == ":" {
            let own = (k..ceiling.max(k)).any(|n| {
                matches!(view.cover(n), Cover::Date(_)) && date || matches!(view.cover(n), Cover::Place(_)) && !date
            });
            return first_behind(triggers, k)
                .filter(|&t| !own && triggers[t].at < k + 24 && words.before(phrase.start, 1) != "elsewhere");
        }
        // A dateline's dash: "KYIV, Feb 5 (Agency) -".
        if matches!(words.at(k), "–" | "—" | "-") && k < sentence.start + 14 && !words.touches_previous(k + 1) {
            return None;
        }
        if view.cover(k) == Cover::Nothing && verb_at(words, k).is_some() && !words.is(k, Classes::AUXILIARY) {
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
pub(super) fn received_before(view: &View<'_>, end: usize, triggers: &[Trigger], ceiling: usize) -> Option<usize> {
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
pub(super) fn is_compared(view: &View<'_>, at: usize, floor: usize) -> bool {
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
    // "will be their first since the crisis of March"
    let since = lead.clone().any(|j| {
        words.at(j) == "since"
            && matches!(words.before(j, 1), "first" | "second" | "third" | "only" | "one" | "lowest" | "highest")
    });
    since
        || lead.clone().any(|j| {
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

pub(super) fn last_before(triggers: &[Trigger], j: usize) -> Option<usize> {
    triggers.partition_point(|t| t.at < j).checked_sub(1)
}

pub(super) fn first_behind(triggers: &[Trigger], j: usize) -> Option<usize> {
    let next = triggers.partition_point(|t| t.at <= j);
    (next < triggers.len()).then_some(next)
}
