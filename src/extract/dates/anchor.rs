//! The day that relative dates count from: the briefing's, or that of the dated heading or entry they stand under.

use std::ops::Range;

use jiff::civil::Date;

use super::phrase::{When, Which, Year, phrase_at};
use super::resolve::resolve;
use super::tense::Tense;
use crate::briefing::{BlockKind, Briefing};
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::Words;
use crate::text::TokenKind;

/// Which stretches of the text have a day of their own.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    briefing: Option<Date>,
    /// First token, token behind the last, day; in order of the first token.
    sections: Vec<(usize, usize, Date)>,
    /// Entries headed by a town and a day ("Minsk, 6 December."): first token, token behind the last, the town's tokens.
    towns: Vec<(usize, usize, Range<usize>)>,
}

impl Anchors {
    pub(crate) fn new(briefing: &Briefing, words: &Words<'_>) -> Self {
        let today = briefing.masthead.date;
        let mut sections: Vec<(usize, usize, Date)> = Vec::new();
        let mut towns = Vec::new();
        // The open section: its first token, its day, and the level of its heading.
        let mut open: Option<(usize, Date, u8)> = None;
        // The day of the last dated heading.
        let mut heading: Option<Date> = None;
        for block in &briefing.blocks {
            let range = words.range(block.span);
            if range.is_empty() {
                continue;
            }
            if matches!(block.kind, BlockKind::ListItem { .. } | BlockKind::Paragraph)
                && let Some((town, day, end)) =
                    town_and_day(words, range.start, today).filter(|(.., end)| *end < range.end)
            {
                sections.push((end, range.end, day));
                // "Thursday, 30 December.": what heads the entry is part of its day.
                if phrase_at(words, town.start).is_none() {
                    towns.push((end, range.end, town));
                }
                continue;
            }
            let level = match block.kind {
                BlockKind::Heading(level) => level,
                // A line of its own that is a date heads what follows it in plain text.
                BlockKind::Paragraph => u8::MAX,
                BlockKind::ListItem { .. } => {
                    if let Some((day, end)) =
                        leading_day(words, range.start, today, false).filter(|(_, end)| *end < range.end)
                    {
                        sections.push((end, range.end, day));
                    }
                    continue;
                }
                _ => continue,
            };
            // "13 January" below "9 January 1991" is of that year: headings go on from each other.
            let year = heading.filter(|_| today.is_some());
            let lead = leading_day(words, range.start, year.or(today), year.is_some());
            if let Some((day, _)) = lead {
                heading = Some(day);
            }
            let whole = lead.filter(|(_, end)| *end >= range.end);
            if level == u8::MAX {
                match (whole, lead) {
                    (Some((day, _)), _) => {
                        close(&mut sections, &mut open, range.start);
                        open = Some((range.end, day, level));
                    }
                    (None, Some((day, end))) => sections.push((end, range.end, day)),
                    _ => {}
                }
                continue;
            }
            if open.is_some_and(|(_, _, over)| level <= over) {
                close(&mut sections, &mut open, range.start);
            }
            if let Some((day, _)) = lead {
                close(&mut sections, &mut open, range.start);
                open = Some((range.start, day, level));
            }
        }
        close(&mut sections, &mut open, words.len());
        sections.sort_by_key(|s| s.0);
        Self { briefing: today, sections, towns }
    }

    /// The tokens of the town that heads the entry which token `i` stands in.
    pub(crate) fn town(&self, i: usize) -> Option<Range<usize>> {
        let behind = self.towns.partition_point(|s| s.0 <= i);
        self.towns[..behind].last().filter(|s| i < s.1).map(|s| s.2.clone())
    }

    /// The day of the heading or entry that token `i` stands under.
    pub(crate) fn entry(&self, i: usize) -> Option<Date> {
        let behind = self.sections.partition_point(|s| s.0 <= i);
        // An entry within a section begins later than the section: the nearest that still holds the token.
        self.sections[..behind].iter().rev().take(8).find(|s| i < s.1).map(|s| s.2)
    }

    /// The day that dates at token `i` count from.
    pub(crate) fn today(&self, i: usize) -> Option<Date> {
        self.entry(i).or(self.briefing)
    }

    /// The briefing's own date.
    pub(crate) fn briefing(&self) -> Option<Date> {
        self.briefing
    }
}

fn close(sections: &mut Vec<(usize, usize, Date)>, open: &mut Option<(usize, Date, u8)>, end: usize) {
    if let Some((start, day, _)) = open.take()
        && start < end
    {
        sections.push((start, end, day));
    }
}

/// "Minsk, 6 December.", "New York, 4 March:" at the head of an entry: the town, the day, the token behind.
fn town_and_day(words: &Words<'_>, i: usize, today: Option<Date>) -> Option<(Range<usize>, Date, usize)> {
    let mut j = i;
    while j < i + 4 && words.kind(j) == TokenKind::Word && words.is_capital(j) {
        j += 1;
    }
    if j == i || words.at(j) != "," {
        return None;
    }
    let (day, end) = leading_day(words, j + 1, today, false)?;
    matches!(words.at(end - 1), "." | ":" | "—" | "–").then_some((i..j, day, end))
}

/// The day that opens the block at token `i` as the head of an entry ("14 March 2025", "March 14: …", "Day 3 – 12 June —"),
/// and the token behind it and its mark. Without a year it is the `nearest` to `today`, or the last before it.
fn leading_day(words: &Words<'_>, i: usize, today: Option<Date>, nearest: bool) -> Option<(Date, usize)> {
    let (when, tokens) = phrase_at(words, i)?;
    let tense = match when {
        When::Day { year, last: None, .. } if year != Year::Unsaid || today.is_some() => {
            if year == Year::Unsaid && nearest { Tense::Open } else { Tense::Past }
        }
        // "Thursday: Kerry confers in Jeddah": a diary is ahead where its verb is no past.
        When::Weekday { which: Which::Any, last: None, weeks: 0, .. }
            if today.is_some() && words.at(tokens.end) == ":" =>
        {
            let first = (tokens.end..tokens.end + 20).find_map(|j| verb_at(words, j))?;
            let past = words.at(tokens.end + 1).is_empty() || first == VerbForm::Past;
            if past { Tense::Past } else { Tense::Future }
        }
        _ => return None,
    };
    let (date, _) = resolve(&when, today, tense, None);
    let (day, _) = date?;
    let end = tokens.end;
    match words.at(end) {
        ":" | "—" | "–" | "-" | "|" | "." | "·" => Some((day, end + 1)),
        _ if words.kind(end) == TokenKind::Break => Some((day, end)),
        _ => None,
    }
}
