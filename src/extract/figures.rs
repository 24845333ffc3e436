//! Troop figures: stated counts of people under arms, formations, weapons and losses.
//!
//! `counted` decides whether a number counts a force, by the noun behind it (`noun`), left out (`left_out`) or in the
//! head of a table (`table`), and not one of the traps (`trap`); `side` whose it is, `place` where, `said_by` who says so.
//! Word classes lie in `figure_nouns.toml` and `figure_words.toml`.

mod agency;
mod apposed;
mod as_of;
mod bare;
mod bare_loss;
mod claims;
mod classes;
mod company;
mod counted;
mod doubts;
mod estimate;
mod evidence;
mod fate;
mod forces;
mod given;
mod led;
mod left_out;
mod loss;
mod nearby;
mod noun;
mod nouns;
mod owner;
mod phrases;
mod place;
mod possessor;
mod quote;
mod said_by;
mod saying;
mod scene;
mod side;
mod source;
mod speaker;
mod spoken;
mod strong;
mod surroundings;
mod table;
mod told;
mod topic;
mod trap;
mod weigh;

use std::ops::Range;

use classes::CLASSES;
use counted::Counted;

use super::parties::{Cover, View};
use super::trail::{Aspect, Finding, Rule};
use super::words::{Classes, Words};
use super::{Bound, Figure, FigureKind, numbers, verbs};
use crate::extract::ActorId;
use numbers::Count;

/// The words that the rules for figures ask for wherever they look, each with its class.
pub(crate) fn classes() -> impl Iterator<Item = (&'static String, super::words::Classes)> {
    use super::words::Classes as Of;
    let estimate = CLASSES.estimate.iter().map(|word| (word, Of::ESTIMATE));
    estimate.chain(CLASSES.reckoning.iter().map(|word| (word, Of::RECKONING)))
}
static BOUND: Rule = Rule::new("bound-word", "a word beside the number says how exact it is");
static RANGE: Rule = Rule::new("range", "two numbers, or a vague one, give a range");

/// No small number of nobody's is told again farther away, in bytes.
const NEAR: usize = 800;

/// A figure on its way, with what the next may leave out.
#[derive(Debug)]
struct Found {
    counted: Counted,
    side: Option<ActorId>,
    sayer: Option<usize>,
    place: Option<String>,
    low: u64,
    sentence: usize,
}

/// Every figure, in the order of the text; the same number for the same force once.
pub(crate) fn find(view: &View<'_>) -> Vec<Figure> {
    let counts = numbers::find(view.words);
    let mut out: Vec<Figure> = Vec::new();
    let mut told: Vec<Found> = Vec::new();
    let forces = forces::Forces::new(view);
    for (i, count) in counts.iter().enumerate() {
        let sentence = view.words.sentence_of(count.core.start);
        // A noun is carried along within its sentence and into the next.
        told.retain(|f| sentence <= f.sentence + 6);
        let surplus = told.len().saturating_sub(8);
        told.drain(..surplus);
        let Some(counted) = counted::counted(view, count, counts.get(i + 1), carried(view, &told, sentence, count))
        else {
            continue;
        };
        let because =
            |aspect, rule, words: &Range<usize>| view.words.because(Finding::Figure, &count.core, aspect, rule, words);
        because(Aspect::Found, counted.by, &counted.tokens);
        let case = side::Case::new(view, &count.core, &counted, &told, &forces, sentence);
        let ruling = side::side(&case);
        let side = ruling.and_then(|(rule, ruling)| {
            let side = ruling.side?;
            because(Aspect::Side, rule, &ruling.words);
            Some(side)
        });
        let limit = place_limit(view, &counts[i + 1..], &counted);
        let shared = told.last().filter(|f| f.sentence == sentence && f.counted.kind == counted.kind);
        let joined = |f: &&Found| {
            let by = counted.by.name == "there-are";
            by || (f.counted.tokens.end..counted.tokens.start).all(|j| !matches!(view.words.at(j), ";" | ":"))
        };
        let shared = shared.filter(joined).and_then(|f| f.place.clone());
        let place = place::place(view, &counted, limit, shared.as_deref());
        let place = place.map(|(rule, placed)| {
            because(Aspect::Where, rule, &placed.words);
            placed.name
        });
        let before = case.previous().filter(|f| f.sentence < sentence).and_then(|f| f.sayer);
        let earlier = told.iter().rev().filter(|f| f.sentence < sentence).find_map(|f| f.sayer);
        let sayer = said_by::said_by(view, &count.core, &case.sentence, [before, earlier]).and_then(|(rule, sayer)| {
            let actor = sayer.actor?;
            because(Aspect::SaidBy, rule, &(sayer.at..sayer.at + 1));
            Some(actor)
        });
        let said_by = sayer.map(|actor| view.names.actors[actor].id.clone());
        let bound = match (count.bound, counted.bound) {
            (Bound::Exact, Some(bound)) => {
                because(Aspect::Bound, &BOUND, &(count.core.end..counted.tokens.end));
                bound
            }
            (Bound::Exact, None) => Bound::Exact,
            (bound, _) => {
                because(Aspect::Bound, if bound == Bound::Range { &RANGE } else { &BOUND }, &count.tokens);
                bound
            }
        };
        let span = view.words.span(&counted.tokens);
        let base = Figure {
            kind: counted.kind,
            what: counted.what.clone(),
            low: count.low,
            high: count.high,
            bound,
            side: side.clone(),
            place: place.clone(),
            said_by,
            as_of: as_of::as_of(view, count),
            span,
        };
        for figure in split_change(view.words, count, base, &counted.tokens) {
            if !out.iter().rev().take(64).any(|f| is_same(f, &figure)) {
                out.push(figure);
            }
        }
        told.push(Found { counted, side, sayer, place, low: count.low, sentence });
    }
    out
}

/// The token at which the next figure takes over the places behind: the first one past a verb, as those in a list share
/// their clause ("12 soldiers and four policemen were killed in Gao", "3,000 soldiers, 20 jets and three drones in the
/// Sahel"); a number behind another word than a joint is a clause of its own.
fn place_limit(view: &View<'_>, next: &[Count], counted: &Counted) -> usize {
    let words = view.words;
    let mut end = counted.tokens.end;
    for count in next.iter().take(4) {
        let start = count.tokens.start;
        let close = |j: usize, far: usize| j <= end + far;
        // "in one night near Gao", "two groups, of three ships each, off Gao": no figure of its own place.
        let dated = matches!(view.cover(count.core.start), Cover::Date(_));
        let time = dated || CLASSES.span_of_time.contains(words.at(count.tokens.end)) && close(start, 8);
        let inserted = words.before(start, 1) == "of"
            && words.before(start, 2) == ","
            && (count.tokens.end..count.tokens.end + 4).any(|j| words.at(j) == ",");
        // "eight soldiers died when two mines went off at Gao": what killed them is where they died.
        let cause = counted.kind == FigureKind::Casualties
            && close(start, 5)
            && (end..start).any(|j| matches!(words.at(j), "when" | "as" | "by"));
        let listed = matches!(words.before(start, 1), "," | "and" | "with")
            && start <= end + 8
            && (end..start).all(|j| {
                let parted = words.is(j, Classes::PREPOSITION) && !matches!(words.at(j), "of" | "by") && j + 1 != start;
                !parted && verb_at_or_break(words, j).is_none()
            });
        let listed = listed || time || inserted || cause;
        if !listed {
            return start;
        }
        end = count.tokens.end;
    }
    usize::MAX
}

/// A verb or the end of a clause at token `j`.
fn verb_at_or_break(words: &Words<'_>, j: usize) -> Option<()> {
    (verbs::verb_at(words, j).is_some() || matches!(words.at(j), ";" | ":" | ".")).then_some(())
}

/// The figure whose noun a count may leave out: of those told of in this sentence and the one before, the nearest in
/// size, so that "2,000 more" goes on with the soldiers and not with the jets.
fn carried<'f>(view: &View<'_>, told: &'f [Found], sentence: usize, count: &Count) -> Option<&'f Counted> {
    let apart = |f: &Found| {
        let (a, b) = (f.low.max(1), count.low.max(1));
        a.max(b) / a.min(b)
    };
    let block = side::block_start(view, count.core.start);
    let near = told.iter().rev().filter(|f| sentence <= f.sentence + 1 && f.counted.tokens.start >= block);
    let last = near.clone().next()?;
    // "seven of those": a part is no larger than its whole.
    let words = view.words;
    let part =
        words.at(count.tokens.end) == "of" && matches!(words.at(count.tokens.end + 1), "them" | "these" | "those");
    if part && let Some(whole) = near.clone().find(|f| f.low >= count.low) {
        return Some(&whole.counted);
    }
    // Another noun only where the last is out of all proportion.
    if apart(last) < 20 {
        return Some(&last.counted);
    }
    near.min_by_key(|f| apart(f)).map(|f| &f.counted)
}

/// "cut from 8,350 to 4,500" is two figures, not a range.
fn split_change(words: &Words<'_>, count: &Count, figure: Figure, tokens: &Range<usize>) -> Vec<Figure> {
    let Some([from, to]) = count.from_to.filter(|_| is_change(words, count)) else { return vec![figure] };
    let joint = (count.core.start..count.core.end).find(|&j| words.at(j) == "to").unwrap_or(count.core.start);
    let first = Figure {
        low: from,
        high: from,
        bound: if matches!(words.before(count.core.start, 1), "some" | "about" | "around") {
            Bound::About
        } else {
            Bound::Exact
        },
        span: words.span(&(count.core.start..joint)),
        ..figure.clone()
    };
    let second = Figure {
        low: to,
        high: to,
        bound: numbers::bound_behind(words, joint + 1),
        span: words.span(&(joint + 1..tokens.end)),
        ..figure
    };
    vec![first, second]
}

/// Whether "from X to Y" tells of a change: a verb of growing or shrinking stands near.
fn is_change(words: &Words<'_>, count: &Count) -> bool {
    let start = count.tokens.start.saturating_sub(14);
    let near = |j: usize| {
        let word = words.at(j);
        CLASSES.change.contains(word)
    };
    (start..count.tokens.start).any(near)
}

/// The same number for the same side and thing.
fn is_same(a: &Figure, b: &Figure) -> bool {
    if (a.low, a.high) != (b.low, b.high) {
        return false;
    }
    let place = match (&a.place, &b.place) {
        (Some(x), Some(y)) => x == y || a.low >= 1000,
        _ => true,
    };
    // Of nobody, only what the text calls the same.
    let nobody = a.side.is_none() && b.side.is_none() && a.low < 1000;
    if nobody && (a.what != b.what || a.span.start.abs_diff(b.span.start) > NEAR) {
        return false;
    }
    let thing = a.kind == b.kind && (a.kind == FigureKind::Personnel || last_word(&a.what) == last_word(&b.what));
    let large = a.low >= 1000 && last_word(&a.what) == last_word(&b.what);
    let side = a.side == b.side || large && (a.side.is_none() || b.side.is_none());
    thing && side && place
}

fn last_word(what: &str) -> String {
    what.rsplit(' ').next().unwrap_or(what).trim_end_matches('s').to_lowercase()
}

#[cfg(test)]
mod tests;
