//! Patterns of words that tell of an encounter: "sat down", "took both aside", "gave an hour to".
//!
//! `meeting_words.toml` gives each by the base forms of its verbs, with slots for what may stand between; its head says
//! how a row is written.

use std::ops::Range;

use super::triggers::VerbClass;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{inflections, verb_at};
use crate::extract::words::{Classes, Words};
use crate::extract::{ActorKind, MeetingForm};
use crate::text::TokenKind;

/// A pattern behind its first word, with what it tells of.
#[derive(Debug)]
pub(super) struct Phrase {
    rest: Vec<Part>,
    pub(super) class: VerbClass,
    pub(super) form: MeetingForm,
    /// Whether a day or a place must stand by.
    pub(super) placed: bool,
}

/// One place of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// One of these words.
    Word(Vec<String>),
    /// One of these words, or none.
    Maybe(Vec<String>),
    /// Any word, or none.
    Any,
    /// "an hour", "most of the afternoon"
    Time,
    /// "on Monday", "in Rome", "by telephone", or nothing.
    When,
    /// A party, persons where `true`.
    Who(bool),
}

/// What stands behind the first word of a pattern.
pub(super) enum Behind<'p> {
    /// One of these words.
    Words(&'p [String]),
    /// A party.
    Object,
    /// Nothing, or another slot.
    Other,
}

/// Words that stand before one whom they possess.
const OWN: [&str; 5] = ["his", "her", "their", "its", "your"];

/// How many words may part an object from the rest, where no apposition does.
const REACH: usize = 4;
/// The same past an apposition: "kept the two ministers, X and Y, at the table".
const APPOSED_REACH: usize = 18;

impl Phrase {
    /// Reads a row: the words that it may begin with, and the pattern behind them; one with the word that may be left out
    /// right behind the first, and one without.
    pub(super) fn read(row: &str, class: VerbClass, form: MeetingForm, placed: bool) -> Vec<(Vec<String>, Self)> {
        let mut parts = row.split(' ').map(part);
        let first = match parts.next() {
            Some(Part::Word(words)) => words,
            _ => Vec::new(),
        };
        let mut rest: Vec<Part> = parts.collect();
        let mut out = Vec::new();
        while let Some(Part::Maybe(words)) = rest.first() {
            let mut with = rest.clone();
            with[0] = Part::Word(words.clone());
            out.push((first.clone(), Self { rest: with, class, form, placed }));
            rest.remove(0);
        }
        out.push((first, Self { rest, class, form, placed }));
        out
    }

    /// What stands behind its first word.
    pub(super) fn behind_the_first(&self) -> Behind<'_> {
        match self.rest.first() {
            Some(Part::Word(words)) => Behind::Words(words),
            Some(Part::Who(_)) => Behind::Object,
            _ => Behind::Other,
        }
    }

    /// How much it asks of a text, for the order in which patterns are tried: given words before slots.
    pub(super) fn weight(&self) -> usize {
        let ask = |part: &Part| match part {
            Part::Word(_) => 5,
            Part::Time | Part::Who(_) => 3,
            Part::Maybe(_) | Part::Any | Part::When => 1,
        };
        self.rest.iter().map(ask).sum()
    }

    /// The token behind the phrase whose first word stands at token `i`; where an object stands within, the token that
    /// the object begins at.
    pub(super) fn end(&self, view: &View<'_>, i: usize) -> Option<usize> {
        let mut object = None;
        let end = behind(view, &self.rest, i + 1, &mut object)?;
        Some(object.unwrap_or(end))
    }
}

/// One part of a row.
fn part(text: &str) -> Part {
    match text {
        "<own>" => Part::Word(OWN.iter().map(|&w| w.to_owned()).collect()),
        "<time>" => Part::Time,
        "<when>" => Part::When,
        "<who>" => Part::Who(false),
        "<person>" => Part::Who(true),
        "(*)" => Part::Any,
        _ => match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
            Some(inner) => Part::Maybe(alternatives(inner)),
            None => Part::Word(alternatives(text)),
        },
    }
}

/// "~sit|lie": every form of the verb, and the word as it is.
fn alternatives(text: &str) -> Vec<String> {
    text.split('|')
        .flat_map(|word| match word.strip_prefix('~') {
            Some(base) => inflections(base),
            None => vec![word.to_owned()],
        })
        .collect()
}

/// The token behind what `parts` match from token `i` on; `object` is where one begins that more of them follow.
fn behind(view: &View<'_>, parts: &[Part], i: usize, object: &mut Option<usize>) -> Option<usize> {
    let words = view.words;
    let Some((part, rest)) = parts.split_first() else { return Some(i) };
    let is = |alternatives: &[String]| alternatives.iter().any(|word| word == words.at(i));
    match part {
        Part::Word(alternatives) if is(alternatives) => behind(view, rest, i + 1, object),
        Part::Word(_) => None,
        Part::Maybe(alternatives) if is(alternatives) => {
            behind(view, rest, i + 1, object).or_else(|| behind(view, rest, i, object))
        }
        Part::Maybe(_) => behind(view, rest, i, object),
        Part::Any => behind(view, rest, i, object).or_else(|| {
            let free = words.kind(i) == TokenKind::Word && !words.is(i, Classes::PREPOSITION.with(Classes::CLAUSE));
            free.then(|| behind(view, rest, i + 1, object)).flatten()
        }),
        Part::Time => behind(view, rest, time_end(words, i)?, object),
        Part::When => behind(view, rest, past_adjuncts(view, i), object),
        Part::Who(person) => {
            let from = object_end(view, i, *person)?;
            if rest.is_empty() {
                return Some(i);
            }
            *object = Some(i);
            let reach = if matches!(words.at(from), "," | "of") { APPOSED_REACH } else { REACH };
            let open = |j: usize| {
                view.cover(j) != Cover::Nothing
                    || !words.is(j, Classes::CLAUSE)
                        && verb_at(words, j).is_none()
                        && !matches!(words.at(j), ";" | "." | ":")
            };
            let mut inner = None;
            (from..from + reach).take_while(|&j| j == from || open(j)).find_map(|j| behind(view, rest, j, &mut inner))
        }
    }
}

/// Whether parties may stand as an object at token `i`.
pub(super) fn begins_object(view: &View<'_>, i: usize) -> bool {
    object_end(view, i, false).is_some()
}

/// The token behind the parties that stand as an object at token `i`.
fn object_end(view: &View<'_>, i: usize, person: bool) -> Option<usize> {
    // "seat Delors": the phrase of the object may have taken the verb in.
    let verb = i.saturating_sub(1);
    let taken_in = view.parties.get(view.party_from(verb)).is_some_and(|p| p.tokens.start == verb && p.tokens.end > i);
    let first = view.party_from(if taken_in { verb } else { i });
    let article = usize::from(view.words.is(i, Classes::DETERMINER.with(Classes::NUMBER)));
    let party = view.parties.get(first).filter(|p| p.tokens.start <= i + article && p.acts())?;
    let last = view.chain_end(first, party.tokens.start + 30);
    let persons = match party.actors.is_empty() {
        // "both men", "them", whoever they are.
        true => matches!(view.words.at(party.tokens.start), "both" | "him" | "her" | "them"),
        false => party.actors.iter().all(|&a| view.kind(a) == ActorKind::Person),
    };
    if person && !persons {
        return None;
    }
    Some(view.parties[last].tokens.end)
}

/// The token behind a length of time or a part of the day: "an hour and a half", "most of the afternoon", "two days".
fn time_end(words: &Words<'_>, i: usize) -> Option<usize> {
    let unit = (i..i + 8).take_while(|&j| j == i || measures(words, j - 1)).find(|&j| is_unit(words.at(j)))?;
    // "evenings" alone are a habit.
    if unit == i {
        return None;
    }
    Some(if words.is_phrase(unit + 1, "and a half") { unit + 4 } else { unit + 1 })
}

/// Whether the word may stand before a unit of time, in its measure.
fn measures(words: &Words<'_>, j: usize) -> bool {
    words.kind(j) == TokenKind::Number
        || words.is(j, Classes::NUMBER.with(Classes::DETERMINER))
        || matches!(
            words.at(j),
            "nearly"
                | "about"
                | "almost"
                | "over"
                | "some"
                | "more"
                | "than"
                | "well"
                | "most"
                | "much"
                | "part"
                | "better"
                | "rest"
                | "whole"
                | "full"
                | "good"
                | "quiet"
                | "of"
                | "and"
                | "half"
                | "quarters"
                | "quarter"
                | "just"
                | "barely"
                | "under"
                | "only"
                | "long"
                | "brief"
                | "same"
                | "entire"
                | "working"
        )
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "hour"
            | "hours"
            | "minute"
            | "minutes"
            | "half-hour"
            | "afternoon"
            | "afternoons"
            | "morning"
            | "mornings"
            | "evening"
            | "evenings"
            | "night"
            | "day"
            | "days"
            | "weekend"
            | "week"
    )
}

/// The token behind adjuncts of time, place and means: "spoke last Thursday to X", "on the phone before dawn to X".
pub(super) fn past_adjuncts(view: &View<'_>, i: usize) -> usize {
    let words = view.words;
    let mut j = i;
    while j < i + 10 {
        let led = matches!(words.at(j), "on" | "in" | "at" | "by" | "over" | "via" | "before" | "after" | "for")
            && view.cover(j) == Cover::Nothing;
        let at = if led { j + 1 } else { j };
        let next = match view.cover(at) {
            Cover::Date(_) | Cover::Place(_) => view.cover_end(at),
            _ if led => match part_of_day(words, at) {
                Some(end) => end,
                None => return j,
            },
            _ if words.is(j, Classes::ADVERB) && !matches!(words.at(j), "not" | "never") => j + 1,
            _ => return j,
        };
        j = next;
    }
    j
}

/// "dawn", "the evening", "telephone", "an hour": behind a preposition, what says when, how long or by what line.
fn part_of_day(words: &Words<'_>, i: usize) -> Option<usize> {
    let at = i + usize::from(words.is(i, Classes::DETERMINER));
    let plain = matches!(
        words.at(at),
        "dawn"
            | "midnight"
            | "noon"
            | "dusk"
            | "lunch"
            | "lunchtime"
            | "breakfast"
            | "night"
            | "telephone"
            | "phone"
            | "video"
            | "radio"
            | "length"
    ) || is_unit(words.at(at));
    let line = matches!(words.at(at), "secure" | "video" | "satellite" | "hot")
        && matches!(words.at(at + 1), "line" | "link" | "phone" | "telephone");
    match (line, plain) {
        (true, _) => Some(at + 2),
        (_, true) => Some(at + 1),
        _ => time_end(words, i),
    }
}

/// Whether a day or a place stands by the words: within the clause, before or behind.
pub(super) fn is_placed(view: &View<'_>, phrase: &Range<usize>, sentence: &Range<usize>) -> bool {
    let near = sentence.start.max(phrase.start.saturating_sub(16))..sentence.end.min(phrase.end + 14);
    near.into_iter().any(|j| match view.cover(j) {
        Cover::Date(_) => true,
        Cover::Place(_) | Cover::Mention(_) => {
            matches!(view.words.before(j, 1), "in" | "at") && crate::extract::places::place_at(view, j - 1).is_some()
        }
        _ => false,
    })
}
