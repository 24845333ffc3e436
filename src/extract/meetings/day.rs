//! The day of a meeting that its own clause does not give: that of the clause it goes on from ("flew in on Monday, was
//! received by X"), one counted from it ("three days after he had received X"), and the days of a "two-day summit".

use std::ops::Range;

use jiff::Span as Duration;
use jiff::civil::Date;

use super::lists::LISTS;
use super::triggers::{Kind, Trigger, VerbClass, is_gerund};
use crate::extract::numbers::cardinal_at;
use crate::extract::parties::{Cover, View, group_start};
use crate::extract::places::{Breadth, Where, place_at};
use crate::extract::verbs::{VerbForm, is_intent, is_saying, verb_at};
use crate::extract::words::Classes;
use crate::extract::{MeetingForm, Precision};

/// How many tokens the clause before may be long.
const REACH: usize = 40;

/// The date phrase of the clause that the one of `trigger` goes on from, with the same subject.
pub(super) fn shared(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let start = group_start(view, trigger.at, sentence.start);
    let mut j = start;
    while j > sentence.start
        && (words.is(j - 1, Classes::ADVERB) || matches!(words.at(j - 1), "then" | "later" | "where"))
    {
        j -= 1;
    }
    // "before he conferred with", "before conferring with": told as what came next.
    let pronoun = j > sentence.start && matches!(words.at(j - 1), "he" | "she" | "they" | "it");
    let next = if pronoun { j - 1 } else { j };
    let before = next > sentence.start && words.at(next - 1) == "before";
    let goes_on = !pronoun && j > sentence.start && matches!(words.at(j - 1), "," | "and");
    // "crossed the border on Monday to see him": what one went for, unless it is only agreed or asked.
    let purpose = start < trigger.at && words.before(trigger.at, 1) == "to" && start + 1 == trigger.at;
    if purpose {
        let main =
            (sentence.start.max(start.saturating_sub(20))..start).rev().find(|&k| verb_at(words, k).is_some())?;
        let word = words.at(main);
        // "was across the border the next day to see him"
        let was = matches!(word, "was" | "were") && !matches!(words.at(main + 1), "to" | "due" | "expected");
        let settled = (was || verb_at(words, main) == Some(VerbForm::Past))
            && !is_intent(word)
            && !is_saying(word)
            && !LISTS.has_status("proposed", word)
            && !LISTS.has_status("negated", word);
        let mut days = (main + 1..start).filter_map(|k| match view.cover(k) {
            Cover::Date(d) if view.dated[d].precision == Precision::Day && view.dated[d].date.is_some() => Some(d),
            _ => None,
        });
        return days.next().filter(|_| settled);
    }
    // "the ministry said on Monday, as the president telephoned X": at the same time.
    if let Some(meanwhile) = meanwhile(view, start, sentence) {
        return Some(meanwhile);
    }
    if !before && !goes_on {
        return None;
    }
    let past = verb_at(words, trigger.at) == Some(VerbForm::Past) || before && is_gerund(words.at(trigger.at));
    if !past {
        return None;
    }
    let floor = sentence.start.max(start.saturating_sub(REACH));
    let mut k = next.saturating_sub(1);
    let mut verb = false;
    while k > floor {
        k -= 1;
        match view.cover(k) {
            // "flew in in March and saw the president at his palace"
            Cover::Date(d)
                if matches!(view.dated[d].precision, Precision::Day | Precision::Month)
                    && view.dated[d].date.is_some() =>
            {
                let led = words.before(view.dated[d].tokens.start, 1);
                return (!matches!(led, "since" | "until" | "till" | "by" | "for" | "of" | "from")).then_some(d);
            }
            Cover::Nothing => {
                // Another subject or another time: nothing is shared.
                if matches!(
                    words.at(k),
                    ";" | ":" | "after" | "who" | "whom" | "which" | "because" | "while" | "“" | "”"
                ) || words.is(k, Classes::CLAUSE) && verb
                {
                    return None;
                }
                verb |= verb_at(words, k).is_some();
            }
            _ => {}
        }
    }
    None
}

/// The town to which the clause before, with the same subject, brought those who then meet: "appears in Seoul and spends
/// two hours with Lee", "drives up to Pale and is closeted with X".
pub(super) fn shared_place(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<Where> {
    let words = view.words;
    let start = group_start(view, trigger.at, sentence.start);
    if !matches!(trigger.kind, Kind::Verb(class) if !matches!(class, VerbClass::Phone | VerbClass::Remote)) {
        return None;
    }
    let joined = start > sentence.start && matches!(words.at(start - 1), "and" | "then");
    let floor = sentence.start.max(start.saturating_sub(24));
    if !joined || trigger.form == MeetingForm::Call {
        return None;
    }
    for k in (floor..start - 1).rev() {
        if view.cover(k) != Cover::Nothing {
            continue;
        }
        let other = matches!(words.at(k), ";" | ":" | "who" | "which" | "after" | "and" | "“" | "”");
        if other || words.is(k, Classes::CLAUSE) && !matches!(words.at(k), "as" | "at") {
            return None;
        }
        if matches!(words.at(k), "to" | "in" | "into")
            && let Some(place) = place_at(view, k).filter(|p| p.breadth == Breadth::Town)
        {
            let verb = (floor..k).rev().find(|&v| view.cover(v) == Cover::Nothing && verb_at(words, v).is_some())?;
            let arrives = LISTS.verbs.get(words.at(verb)) == Some(&VerbClass::Go)
                || LISTS.opens_phrase(words.at(verb)) && words.at(k) == "in"
                || matches!(
                    words.at(verb),
                    "appears"
                        | "appeared"
                        | "turned"
                        | "turns"
                        | "stopped"
                        | "stops"
                        | "paused"
                        | "broke"
                        | "slipped"
                        | "crossed"
                        | "surfaced"
                        | "showed"
                        | "shows"
                        | "hurried"
                        | "rushed"
                        | "drove"
                        | "drives"
                        | "moved"
                );
            return arrives.then_some(place);
        }
        if verb_at(words, k).is_some() {
            return None;
        }
    }
    None
}

/// The day right before "as" and the subject that ends at token `start`.
fn meanwhile(view: &View<'_>, start: usize, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let subject = view.party_ending(start).map(|p| view.parties[p].tokens.start)?;
    let at = subject.checked_sub(1).filter(|&j| j > sentence.start)?;
    let comma = matches!(words.before(at, 1), ",");
    let day = at.checked_sub(1 + usize::from(comma)).filter(|&j| j > sentence.start)?;
    match view.cover(day) {
        Cover::Date(d) if words.at(at) == "as" && view.dated[d].precision == Precision::Day => {
            view.dated[d].date.is_some().then_some(d)
        }
        _ => None,
    }
}

/// Days that lie between the clause of `trigger` and the one it hangs on: "three days after he had received" is -3.
pub(super) fn counted_from(view: &View<'_>, start: usize, sentence: &Range<usize>) -> Option<(Range<usize>, i32)> {
    let words = view.words;
    let at = start.checked_sub(1).filter(|&j| j > sentence.start)?;
    let sign = match words.at(at) {
        "after" => -1,
        "before" => 1,
        _ => return None,
    };
    let days = match words.at(at - 1) {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        "fortnight" => 14,
        _ => return None,
    };
    let floor = sentence.start.max(at.saturating_sub(4));
    let (number, from) = match words.before(at, 2) {
        "a" | "one" | "the" => (1, at - 2),
        _ => (floor..at - 1).find_map(|j| {
            let cardinal = cardinal_at(words, j).filter(|c| !c.vague && c.end == at - 1 && c.low < 400)?;
            Some((i32::try_from(cardinal.low).ok()?, j))
        })?,
    };
    Some((from..at + 1, sign * days * number))
}

/// "five days after the mutiny of June 24": the days that the date at token `date` is counted away from, and the words.
pub(super) fn counted_to(view: &View<'_>, date: usize, sentence: &Range<usize>) -> Option<(Range<usize>, i32)> {
    let words = view.words;
    if !matches!(words.before(date, 1), "of" | "on") {
        return None;
    }
    let floor = sentence.start.max(date.saturating_sub(8));
    let at = (floor..date - 1)
        .rev()
        .take_while(|&j| !matches!(words.at(j), "," | ";") && verb_at(words, j).is_none())
        .find(|&j| matches!(words.at(j), "after" | "before"))?;
    let (phrase, days) = counted_from(view, at + 1, sentence)?;
    // From a thing that happened then on, not from a clause of its own.
    words.is(at + 1, Classes::DETERMINER).then_some((phrase, -days))
}

/// "on the eve of that encounter", "on the day of the signing": the days that lie between, and the words.
pub(super) fn beside(view: &View<'_>, from: usize, sentence: &Range<usize>) -> Option<(Range<usize>, i32)> {
    let words = view.words;
    let at = (from..sentence.end.min(from + 14)).find(|&j| words.at(j) == "on" && words.at(j + 1) == "the")?;
    let days = match (words.at(at + 2), words.at(at + 3)) {
        ("eve", "of") => -1,
        ("day", "of") => 0,
        ("morrow", "of") => 1,
        _ => return None,
    };
    let noun = (at + 4..at + 7).find(|&j| LISTS.nouns.contains_key(words.at(j)))?;
    Some((at..noun + 1, days))
}

/// `date` and `days` more.
pub(super) fn plus(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Duration::new().days(days)).ok()
}

/// "wound up a two-day summit on Friday": the first and the last day.
pub(super) fn lasting(view: &View<'_>, noun: usize, verb: Option<usize>, day: Date) -> Option<(Date, Option<Date>)> {
    let words = view.words;
    let verb = words.at(verb?);
    let lead = noun.saturating_sub(5)..noun;
    let days = lead.clone().find_map(|j| {
        let joined = match words.at(j) {
            "two-day" => Some(2),
            "three-day" => Some(3),
            "four-day" => Some(4),
            "five-day" => Some(5),
            _ => None,
        };
        joined.or_else(|| {
            (words.at(j + 1) == "-" && words.at(j + 2) == "day")
                .then(|| cardinal_at(words, j).and_then(|c| i32::try_from(c.low).ok()))
                .flatten()
        })
    })?;
    if !(2..=14).contains(&days) {
        return None;
    }
    match verb {
        "wound" | "ended" | "closed" | "concluded" | "wrapped" | "finished" | "end" | "ends" | "broke" => {
            Some((plus(day, 1 - days)?, Some(day)))
        }
        "opened" | "began" | "opens" | "begins" | "open" | "begin" | "started" | "starts" | "start" | "hold"
        | "holds" | "host" => Some((day, Some(plus(day, days - 1)?))),
        _ => None,
    }
}
