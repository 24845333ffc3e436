//! What in a sentence belongs to which trigger: dates and places go with the verb or noun they stand behind.

use std::ops::Range;

use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Where, place_at};
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

/// Verbs that set the time or the place of the meeting that they speak of.
fn arranges(word: &str) -> bool {
    matches!(
        word,
        "arranged"
            | "planned"
            | "scheduled"
            | "set"
            | "due"
            | "expected"
            | "take"
            | "takes"
            | "took"
            | "taken"
            | "held"
            | "hold"
            | "holds"
            | "begin"
            | "begins"
            | "began"
            | "begun"
            | "open"
            | "opens"
            | "opened"
            | "start"
            | "starts"
            | "started"
            | "happen"
            | "happened"
            | "postponed"
            | "delayed"
            | "moved"
            | "rescheduled"
            | "put"
            | "run"
            | "runs"
            | "ran"
            | "last"
            | "lasted"
            | "end"
            | "ends"
            | "ended"
            | "resume"
            | "resumed"
            | "resumes"
            | "be"
            | "been"
            | "was"
            | "were"
            | "is"
            | "are"
            | "brought"
            | "had"
            | "have"
            | "has"
            | "attend"
            | "attended"
            | "join"
            | "joined"
            | "host"
            | "hosted"
            | "chaired"
            | "convened"
            | "convene"
            | "adjourned"
            | "cancelled"
            | "canceled"
            | "called"
            | "agreed"
            | "sign"
            | "signed"
            | "reopened"
            | "concluded"
            | "follow"
            | "followed"
            | "led"
            | "conducted"
            | "completed"
            | "broke"
            | "collapsed"
            | "came"
            | "launched"
            | "ordered"
            | "declared"
    )
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
            "here" => here.cloned(),
            _ => None,
        };
        let found = match deictic {
            Some(place) => Some(Where { end: i + 1, ..place }),
            None if view.cover(i) == Cover::Nothing
                && matches!(words.at(i), "in" | "at" | "to" | "into" | "outside" | "aboard") =>
            {
                place_at(view, i)
            }
            None => None,
        };
        match found {
            Some(place) => {
                let end = place.end;
                let to = words.at(i) == "to" || words.at(i) == "into";
                let trigger = owner(view, sentence, &(i..end), triggers, false);
                // "to Kyiv" is a place only for those who go there.
                let goes = trigger.is_some_and(|t| {
                    matches!(triggers[t].kind, Kind::Verb(VerbClass::Go))
                        || matches!(triggers[t].form, crate::extract::MeetingForm::Visit)
                });
                if !to || goes {
                    out.push(Adjunct { trigger, at: i, value: place });
                }
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    out
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
    let mut boundary = false;
    // "and, in October 2022, sat down": set off by commas before a verb, the phrase goes with what follows.
    let lead = if date && j > floor && matches!(words.at(j - 1), "in" | "on" | "at") { j - 1 } else { j };
    let set_off = lead > floor
        && matches!(words.at(lead - 1), "," | "and" | ";")
        && words.at(phrase.end) == ","
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
        if matches!(words.at(j), ";" | ":" | "(") {
            boundary = true;
            break;
        }
        if verb_at(words, j).is_some() {
            // "Maduro on Thursday ordered": between a subject and its verb, the phrase goes with what follows.
            let before_verb = date && verb_at(words, phrase.end).is_some();
            if before_verb {
                break;
            }
            if arranges(words.at(j)) {
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
    if boundary && !date {
        return None;
    }
    // At the head of the sentence or of the clause: with the first verb behind.
    let ceiling = sentence.end.min(phrase.end + 45);
    let mut k = phrase.end;
    while k < ceiling {
        if let Some(t) = covering(triggers, k) {
            return Some(t);
        }
        // A dateline's dash: "KYIV, Feb 5 (Agency) -".
        if matches!(words.at(k), "–" | "—" | "-") && k < sentence.start + 14 && !words.touches_previous(k + 1) {
            return None;
        }
        if view.cover(k) == Cover::Nothing && verb_at(words, k).is_some() && !is_auxiliary(words.at(k)) {
            if arranges(words.at(k)) {
                return first_behind(triggers, k).or_else(|| last_before(triggers, phrase.start));
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
