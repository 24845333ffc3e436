//! Counts in a text: digits, number words, mixtures of the two, vague counts and ranges, each with its bound.
//!
//! Only what a number *is* is decided here; whether it counts a force is for `figures`.

mod cardinal;
mod digits;

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashMap;
use serde::Deserialize;

pub(crate) use cardinal::{Cardinal, cardinal_at};

use super::Bound;
use super::words::{Classes, Words};
use crate::text::TokenKind;

/// A number or a range as the text says it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Count {
    /// Its tokens with its bound: "up to 8,000", "8,000 or more".
    pub(crate) tokens: Range<usize>,
    /// Its tokens without the bound, and without the "of" of a vague count.
    pub(crate) core: Range<usize>,
    /// The least that is said.
    pub(crate) low: u64,
    /// The most that is said.
    pub(crate) high: u64,
    /// How exact it is.
    pub(crate) bound: Bound,
    /// "dozens", "thousands": a count that takes "of" before its noun.
    pub(crate) vague: bool,
    /// Two numbers joined by "to" behind "from": where the text speaks of a change, they are two counts.
    pub(crate) from_to: Option<[u64; 2]>,
}

/// Every count of the text, in order, not overlapping.
pub(crate) fn find(words: &Words<'_>) -> Vec<Count> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if !words.is(i, Classes::NUMBER) && words.kind(i) != TokenKind::Number {
            i += 1;
            continue;
        }
        match count_at(words, i, out.last().map_or(0, |c: &Count| c.tokens.end)) {
            Some(count) => {
                i = count.tokens.end;
                out.push(count);
            }
            None => i += 1,
        }
    }
    out
}

/// The count whose first number stands at token `i`; its bound may reach back to token `floor`.
fn count_at(words: &Words<'_>, i: usize, floor: usize) -> Option<Count> {
    let first = cardinal_at(words, i)?;
    // "from 8,000 to", "from some 900 to"
    let from = words.before(bound_before(words, i, floor.max(i.saturating_sub(4))).1, 1) == "from";
    let (mut core, mut low, mut high) = (i..first.end, first.low, first.high);
    let mut range = first.vague;
    let mut from_to = None;
    if !first.vague
        && let Some((second, joint)) = second_of_range(words, &first, i)
    {
        let scaled = scale_to(&first, &second);
        if scaled < second.low || (joint == "to" && from) {
            low = scaled;
            high = second.high;
            core.end = second.end;
            range = true;
            if joint == "to" && from {
                from_to = Some([low, high]);
                (low, high) = (low.min(high), low.max(high));
            }
        }
    }
    if first.fraction && !range {
        return None;
    }
    let mut tokens = core.clone();
    if range && matches!(words.before(i, 1), "between" | "from") {
        tokens.start -= 1;
    }
    let (bound, start) = bound_before(words, tokens.start, floor);
    let start = if range && words.before(start, 1) == "between" && start > floor { start - 1 } else { start };
    let (after, end) = bound_after(words, tokens.end);
    tokens = start..end;
    let bound = if range && low < high { Bound::Range } else { after.or(bound).unwrap_or(Bound::Exact) };
    Some(Count { tokens, core, low, high, bound, vague: first.vague, from_to })
}

/// The second number of "X to Y", "X-Y", "X or Y", "between X and Y", with the word that joins them.
fn second_of_range<'w>(words: &'w Words<'_>, first: &Cardinal, i: usize) -> Option<(Cardinal, &'w str)> {
    let joint = words.at(first.end);
    let between = words.before(i, 1) == "between"
        || (words.before(i, 2) == "between" && bound_before(words, i, i - 1).0.is_some());
    match joint {
        "to" | "or" => {}
        "-" | "–" | "—" | "−" => {
            // A dash between words ("lost 12 – 40 were hurt") joins nothing; one without space or among digits does.
            let spaced = !words.touches_previous(first.end);
            if spaced == words.touches_previous(first.end + 1) || (spaced && joint == "—") {
                return None;
            }
        }
        "and" if between => {}
        _ => return None,
    }
    // "to about 9,000": the second number may carry a bound of its own.
    let mut at = first.end + 1;
    if matches!(joint, "and" | "to" | "or") {
        at = (at..at + 3).find(|&j| cardinal_at(words, j).is_some())?;
        let gap = at - first.end - 1;
        if gap > 0 && bound_before(words, at, first.end + 1).1 != first.end + 1 {
            return None;
        }
    }
    let second = cardinal_at(words, at)?;
    (!second.vague && second.unit_like == first.unit_like).then_some((second, joint))
}

/// What the first number of a range means beside the second: "five to six thousand", "10-15,000", "1.2 to 1.5 million".
fn scale_to(first: &Cardinal, second: &Cardinal) -> u64 {
    if first.multiplier > 1 {
        return first.low;
    }
    if second.multiplier > 1 {
        let scaled = first.value * second.multiplier as f64;
        if scaled < second.low as f64 {
            return scaled.round() as u64;
        }
    }
    if first.low < 1000 && second.low >= 1000 && second.low.is_multiple_of(1000) && second.grouped {
        let scaled = first.low * 1000;
        if scaled < second.low && first.low >= 2 && second.low <= scaled.saturating_mul(10) {
            return scaled;
        }
    }
    first.low
}

#[derive(Deserialize)]
struct BoundWords {
    before: Vec<String>,
    after: Vec<String>,
}

#[derive(Default)]
struct Bounds {
    /// By the last word of the phrase before a number: the phrase's words and what they mean, longest first.
    before: HashMap<String, Vec<(Vec<String>, Bound)>>,
    /// By the first word of the phrase behind a number.
    after: HashMap<String, Vec<(Vec<String>, Bound)>>,
}

static BOUNDS: LazyLock<Bounds> = LazyLock::new(|| {
    let tables: HashMap<String, BoundWords> = toml::from_str(include_str!("bounds.toml")).unwrap_or_default();
    let mut out = Bounds::default();
    for (name, bound) in [("about", Bound::About), ("at-least", Bound::AtLeast), ("at-most", Bound::AtMost)] {
        let Some(table) = tables.get(name) else { continue };
        for phrase in &table.before {
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            if let Some(last) = words.last().cloned() {
                out.before.entry(last).or_default().push((words, bound));
            }
        }
        for phrase in &table.after {
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            if let Some(first) = words.first().cloned() {
                out.after.entry(first).or_default().push((words, bound));
            }
        }
    }
    for phrases in out.before.values_mut().chain(out.after.values_mut()) {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    out
});

/// The bound that stands right before token `i` and not before `floor`, and the first token of it (`i` without one).
fn bound_before(words: &Words<'_>, i: usize, floor: usize) -> (Option<Bound>, usize) {
    let mut end = i;
    // "at least another 200", "some additional 300", "as many as a further 40"
    while end > floor && matches!(words.before(end, 1), "another" | "additional" | "further" | "extra" | "the" | "a") {
        end -= 1;
    }
    let ends = [i, end];
    for &end in if end == i { &ends[..1] } else { &ends } {
        let Some(phrases) = end.checked_sub(1).and_then(|j| BOUNDS.before.get(words.at(j))) else { continue };
        for (phrase, bound) in phrases {
            if end >= floor + phrase.len()
                && phrase.iter().enumerate().all(|(k, w)| words.at(end - phrase.len() + k) == w)
            {
                let start = end - phrase.len();
                // "has owned up to ten dead": the words of the verb.
                if words.at(start) == "up" && matches!(words.before(start, 1), "own" | "owns" | "owned" | "owning") {
                    continue;
                }
                // "just about 40", "perhaps as many as": the nearer word bounds, the farther belongs to the words.
                return (Some(*bound), start);
            }
        }
    }
    // "another 143,500", "a further 200", "a total of 300" belong to the words of a figure without bounding it.
    let lead = match (words.before(i, 2), words.before(i, 1)) {
        ("a" | "an", "further" | "additional" | "extra") => 2,
        (_, "another") => 1,
        _ => 0,
    };
    (None, if i >= floor + lead { i - lead } else { i })
}

/// The bound between token `from` and the number behind it: "to more than 400,000".
pub(crate) fn bound_behind(words: &Words<'_>, from: usize) -> Bound {
    let number = (from..from + 4).find(|&j| cardinal_at(words, j).is_some());
    number.and_then(|i| bound_before(words, i, from).0).unwrap_or(Bound::Exact)
}

/// The bound that begins at token `i`, and the end of it (`i` without one).
fn bound_after(words: &Words<'_>, i: usize) -> (Option<Bound>, usize) {
    if words.at(i) == "+" && words.touches_previous(i) {
        return (Some(Bound::AtLeast), i + 1);
    }
    for (phrase, bound) in BOUNDS.after.get(words.at(i)).into_iter().flatten() {
        // "at least" behind one number may belong to the next: "killed 12, at least 4 of them …" has a comma, but
        // "lost 12 at least 40 times" does not.
        if phrase.iter().enumerate().all(|(k, w)| words.at(i + k) == w)
            && cardinal_at(words, i + phrase.len()).is_none()
        {
            return (Some(*bound), i + phrase.len());
        }
    }
    (None, i)
}

/// The bound phrase that begins at token `i`, past which the noun may stand ("8,000 troops or more").
pub(crate) fn trailing_bound(words: &Words<'_>, i: usize) -> Option<(Bound, usize)> {
    match bound_after(words, i) {
        (Some(bound), end) => Some((bound, end)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
