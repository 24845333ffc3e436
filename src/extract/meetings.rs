//! Meetings: encounters between parties, past or planned, one entry for each however often it is mentioned.
//!
//! `triggers` finds the words that tell of one, `participants`, `clause` and `status` read the clause around them,
//! `merge` brings the mentions of one meeting together.

mod acts;
mod agents;
mod agree;
mod aside;
mod clause;
mod companions;
mod company;
mod dating;
mod day;
mod denied;
mod extent;
mod frames;
mod group;
mod idioms;
mod lasting;
mod lists;
mod merge;
mod notes;
mod noun_phrase;
mod nouns;
mod occasions;
mod off;
mod openings;
mod owner;
mod participants;
mod phrases;
mod prospects;
mod reach;
mod read;
mod rules;
mod same;
mod scene;
mod senses;
mod setting;
mod settle;
mod special;
mod status;
mod subjects;
mod tense;
mod triggers;

use std::ops::Range;

use jiff::civil::Date;

use super::parties::View;
use super::places::{Breadth, Where};
use super::trail::{Aspect, Finding};
use super::{Meeting, MeetingForm, Precision};
use group::{collect, group};
use participants::Taking;
use read::read;
use scene::Scene;
use setting::{dateline, heading, last_place, opens_block};
use status::Standing;

/// The words that may tell of an encounter.
pub(crate) fn triggers() -> impl Iterator<Item = &'static String> {
    lists::triggers()
}

/// The words that give a status, each with its class.
pub(crate) fn statuses() -> impl Iterator<Item = (&'static String, super::words::Classes)> {
    lists::statuses()
}

/// What one clause says of a meeting.
#[derive(Debug, Clone)]
struct Candidate {
    /// The clause.
    tokens: Range<usize>,
    form: MeetingForm,
    taking: Taking,
    date: Option<(Date, Option<Date>)>,
    precision: Precision,
    date_text: Option<String>,
    place: Option<Where>,
    standing: Standing,
    /// "the call", "their talks": a meeting spoken of before, or known.
    definite: bool,
    /// "again", "another": none of those before.
    distinct: bool,
    /// A mere stay or visit, which the talks held during it take in.
    stay: bool,
    /// "will attend", "will be joined by": adds to a meeting spoken of before.
    adds: bool,
    /// "presided", "was in the room": at the meeting spoken of right before.
    present: bool,
    /// "held a meeting", "convened a session": a verb of holding says so.
    convened: bool,
    /// "has since done the same": the meeting before, with another subject.
    same: bool,
    /// "a second round is expected": one more of those before, with the same parties.
    further: bool,
    /// "three days after he had received him": the days that lie between, and their words.
    counted: Option<(Range<usize>, i32)>,
    /// "Ministers of four nations are to gather": with those whom the next sentences name.
    hollow: bool,
    /// "has been put off to Friday": the day is a new one.
    moves: bool,
    /// Whether it can be listed as it is.
    enough: bool,
    /// The sentence.
    sentence: usize,
}

/// Every meeting, in the order of the first mention.
pub(crate) fn find(view: &View<'_>) -> Vec<Meeting> {
    let mut merger = merge::Merger::new(view);
    let mut here = dateline(view);
    let mut there: Option<Where> = None;
    // The date beside it: "said in Nairobi on Monday".
    let mut there_day = None;
    // "The G20 in Rio, 18 November.": a line of a diary, which the next sentence may go on from.
    let mut announced: Option<setting::Announced> = None;
    // Rows of a table of who met whom.
    let mut in_table = false;
    // The place that heads the entry.
    let mut head: Option<Where> = None;
    for (s, sentence) in view.words.sentences.iter().enumerate() {
        if opens_block(view, sentence.start) {
            head = heading(view, sentence);
            here = setting::datelined(view, sentence).or(here);
        }
        in_table = setting::pairs_people(view, sentence, in_table);
        let triggers = collect(view, sentence, in_table);
        if !triggers.is_empty() {
            let mut dates = clause::dates(view, sentence, &triggers);
            let mut places = clause::places(view, sentence, &triggers, there.as_ref(), here.as_ref());
            let mut before: Option<Candidate> = None;
            let events = group(view, sentence, &triggers);
            // "On the sidelines of the summit in Granada, the two met": the place of what is on the side is theirs.
            let beside = |t: usize| {
                let next = events.iter().find(|e| e.start > t);
                let last = events.iter().rev().find(|e| e.end <= t);
                let own = events.iter().any(|e| e.contains(&t));
                if own { t } else { last.or(next).map_or(t, |e| e.start) }
            };
            dates.iter_mut().for_each(|d| d.trigger = d.trigger.map(beside));
            places.iter_mut().for_each(|p| p.trigger = p.trigger.map(beside));
            for event in &events {
                let scene = Scene {
                    view,
                    last: merger.last_pair(),
                    conveners: merger.conveners(),
                    head: head.clone(),
                    there_day,
                };
                for mut candidate in read(&scene, s, sentence, &triggers, event, &dates, &places) {
                    inherit(view, &mut candidate, before.as_ref());
                    if let Some(event) = announced.as_ref().filter(|a| a.sentence + 1 == s) {
                        setting::go_on(view, &mut candidate, event);
                    }
                    before = Some(candidate.clone());
                    merger.take(candidate);
                }
            }
        }
        if triggers.is_empty() {
            announced = setting::announced(view, s, sentence);
        }
        if let Some(place) = last_place(view, sentence) {
            there_day = setting::day_beside(view, &place, sentence);
            there = Some(place);
        }
    }
    merger.meetings()
}

/// "visited Beslan on Tuesday and later met": without a day of its own, the second is on the day of the first.
fn inherit(view: &View<'_>, candidate: &mut Candidate, before: Option<&Candidate>) {
    let Some(before) = before else { return };
    let words = view.words;
    let from = before.tokens.end.min(candidate.tokens.start);
    let gap = from..candidate.tokens.end;
    let joined = gap.len() < 24
        && gap.clone().any(|j| {
            // "had received X, who also held talks with Y"
            words.at(j) == "who" && matches!(words.at(j + 1), "also" | "then" | "later")
                || words.at(j) == "and"
                    && (matches!(words.at(j + 1), "later" | "then" | "also" | "afterwards" | "there")
                        || matches!(words.at(j + 2), "later" | "then" | "also"))
        });
    // "flew to Niamey, saw both leaders": what the traveller does there.
    let there = before.stay
        && before.sentence == candidate.sentence
        && candidate.place.is_none()
        && gap.len() < 24
        && before.taking.actors.first().is_some_and(|a| candidate.taking.actors.contains(a))
        && gap.clone().any(|j| matches!(words.at(j), "," | "and"))
        && !gap.clone().any(|j| matches!(words.at(j), "after" | "before" | "when" | "who" | "which" | ";"));
    if there && before.place.as_ref().is_some_and(|p| p.breadth != Breadth::Country) {
        let at = &candidate.tokens;
        words.because(Finding::Meeting, at, Aspect::Place, &rules::SAME_PLACE, &before.tokens);
        candidate.place.clone_from(&before.place);
    }
    let joined = joined || there && before.standing.status == candidate.standing.status;
    if joined && candidate.date_text.is_none() && candidate.date.is_none() {
        candidate.date = before.date;
        candidate.precision = before.precision;
        words.because(Finding::Meeting, &candidate.tokens, Aspect::Date, &rules::SHARED_DATE, &before.tokens);
    }
}

#[cfg(test)]
mod tests;
