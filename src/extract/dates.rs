//! Every date phrase of a text, resolved against the briefing's date or the dated heading above it.
//!
//! `phrase` reads what is said, `tense` reads which way it points, `resolve` turns both into a day. A year that the
//! text and the briefing's date do not settle stays unknown.

mod anchor;
mod months;
mod periods;
mod phrase;
mod relative;
mod resolve;
mod tense;

use std::ops::Range;

use jiff::civil::Date;

use super::words::Words;
use super::{DatePhrase, Precision};

pub(crate) use anchor::Anchors;
pub(crate) use phrase::{When, Which};
pub(crate) use tense::{is_infinitive, is_plural_present};

/// A date phrase with what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dated {
    /// Its tokens, without a preposition.
    pub(crate) tokens: Range<usize>,
    /// What it says.
    pub(crate) when: When,
    /// The day it comes to and the last day of a range, at `precision`.
    pub(crate) date: Option<(Date, Option<Date>)>,
    /// How exact that is.
    pub(crate) precision: Precision,
}

/// Every date phrase, in order, and the dated headings that they were resolved against.
pub(crate) fn read(words: &Words<'_>, anchors: &Anchors) -> Vec<Dated> {
    let mut out: Vec<Dated> = Vec::new();
    let mut sentence = 0;
    let mut before = None;
    let mut i = 0;
    while i < words.len() {
        if !phrase::may_begin(words, i) {
            i += 1;
            continue;
        }
        while sentence + 1 < words.sentences.len() && words.sentences[sentence + 1].start <= i {
            sentence += 1;
        }
        let Some((when, tokens)) = phrase::phrase_at(words, i) else {
            i += 1;
            continue;
        };
        let bounds = words.sentences.get(sentence).cloned().unwrap_or(0..words.len());
        let tense = tense::tense_at(words, &tokens, &bounds);
        // "built it in three days" is how long it took.
        if matches!(when, When::Ahead { .. }) && tense != tense::Tense::Future {
            i = tokens.end;
            continue;
        }
        // Under a dated heading, "the same day" is the heading's, unless the sentence has one of its own.
        let entry = anchors.entry(i).filter(|_| out.last().is_none_or(|d| d.tokens.start < bounds.start));
        let previous = entry.map(|day| (day, None)).or(before);
        let (date, precision) = resolve::resolve(&when, anchors.today(i), tense, previous);
        // "Thursday: Kerry confers in Jeddah": what heads an entry is its day.
        let heads = matches!(when, When::Weekday { .. }) && words.at(tokens.end) == ":";
        let own = heads.then(|| anchors.entry(tokens.end + 1)).flatten();
        let date = own.map_or(date, |day| Some((day, None)));
        i = tokens.end.max(i + 1);
        if precision == Precision::Day {
            before = date;
        }
        out.push(Dated { tokens, when, date, precision });
    }
    out
}

/// The phrases as the findings list them.
pub(crate) fn phrases(words: &Words<'_>, dated: &[Dated]) -> Vec<DatePhrase> {
    dated.iter().map(|d| DatePhrase { span: words.span(&d.tokens), date: d.date, precision: d.precision }).collect()
}

#[cfg(test)]
mod tests;
