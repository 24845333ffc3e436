//! Whose a figure is by what it stands under: the head of its block, list, table or section.

use std::ops::Range;

use super::agency::{Clause, subject_of};
use super::classes::CLASSES;
use super::side::{Case, Ruling};
use super::table;
use crate::extract::ActorKind;
use crate::extract::numbers::cardinal_at;
use crate::extract::parties::View;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How many lines up a heading is looked for, and how long one may be.
const LINES: usize = 12;
const LONGEST: usize = 60;

/// The side of the party that the figure stands under.
pub(super) fn side(case: &Case<'_>) -> Option<Ruling> {
    party(case.view, case.core.start).map(|actor| case.of(actor, case.counted.tokens.clone()))
}

/// The side of the party that opens the paragraph.
pub(super) fn lead_side(case: &Case<'_>) -> Option<Ruling> {
    // "Britain. HMS Diamond shot down seven drones": no British ones.
    if matches!(case.clause(), Clause::Open { seen: Some(_), .. }) {
        return None;
    }
    lead(case.view, case.core).map(|actor| case.of(actor, case.counted.tokens.clone()))
}

/// "HTS: 30 000 fighters", "Israel - three brigades": the party that opens the sentence; that of the row or the column of
/// a table; that of the line which a list stands under.
pub(super) fn party(view: &View<'_>, at: usize) -> Option<usize> {
    let words = view.words;
    if let Some(cell) = table::cell_at(view, at) {
        return table::party_in(view, &cell.row)
            .or_else(|| table::party_in(view, &cell.column))
            .or_else(|| table::captioned(view, at));
    }
    let sentence = view.sentence(at);
    let limit = sentence.end.min(sentence.start + 30);
    if let Some(colon) = (sentence.start..limit).find(|&j| words.at(j) == ":").filter(|&c| c < at) {
        // "The monitors doubt it: they count 75,000": what follows has a subject of its own.
        let anew = |j: usize| view.subject_at(j).is_some_and(|s| view.parties[s.first].tokens.start > colon);
        if (colon..at).any(|j| verb_at(words, j).is_some() && anew(j)) {
            return None;
        }
        // "Turkey provides most of them: 500 men" tells on of its subject, "Kyiv's count is higher: 12,000" does not.
        if let Some(verb) = (sentence.start..colon).rev().find(|&j| verb_at(words, j).is_some()) {
            let told = words.is(verb, Classes::SAYING)
                || (verb..colon).any(|j| CLASSES.estimate.contains(words.at(j)))
                || (colon..at).any(|j| view.named(j).is_some() || verb_at(words, j).is_some());
            let own = subject_of(view, verb).filter(|&a| view.kind(a) != ActorKind::Person);
            return own.filter(|_| !told);
        }
        let first = (sentence.start..colon.min(sentence.start + 12)).find_map(|j| view.named(j))?;
        // "Stoltenberg: 5,000 troops" is a quotation.
        return (view.kind(first.0) != ActorKind::Person).then_some(first.0);
    }
    list_head(view, at)
}

/// The line that ends before token `end` (a line break, or the text's beginning).
fn line_before(view: &View<'_>, end: usize) -> Option<Range<usize>> {
    let stop = (end.saturating_sub(LONGEST)..end).rev().find(|&j| view.words.kind(j) == TokenKind::Break);
    match stop {
        Some(j) => Some(j + 1..end),
        None => (end <= LONGEST).then_some(0..end),
    }
}

/// The break that ends the line before the one of token `at`, where it is near.
fn break_before(view: &View<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(LONGEST)..at).rev().find(|&j| view.words.kind(j) == TokenKind::Break)
}

/// Whether a blank line stands in the break at token `j`.
fn is_blank(view: &View<'_>, j: usize) -> bool {
    view.words.raw(j).matches('\n').count() > 1
}

/// The party that opens the line with a colon at its end which the items of a list stand under.
fn list_head(view: &View<'_>, at: usize) -> Option<usize> {
    let head = list_heads(view, at).into_iter().next()?;
    let (actor, _) = view.named(head.start)?;
    let alone = (head.start..head.end).all(|j| verb_at(view.words, j).is_none());
    (view.kind(actor) != ActorKind::Person && alone).then_some(actor)
}

/// The lines with a colon at their end that the item of token `at` stands under, the nearest first.
pub(super) fn list_heads(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let Some(mut end) = break_before(view, at) else { return out };
    for _ in 0..LINES {
        let Some(line) = line_before(view, end) else { break };
        let head = !line.is_empty() && view.words.at(line.end - 1) == ":";
        // A blank line closes the list, unless the line above it opens one.
        if !head && is_blank(view, end) {
            break;
        }
        if head {
            out.push(line.clone());
        }
        if line.start == 0 {
            break;
        }
        end = line.start - 1;
    }
    out
}

/// "Russia. 1,960 peacekeepers came …": the party that is the first sentence of the block by itself; of two, the one in
/// the place of the number ("Chad and Niger. 900 and 1,200 soldiers").
pub(super) fn lead(view: &View<'_>, core: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let mut s = words.sentence_of(core.start);
    for _ in 0..8 {
        let sentence = words.sentences.get(s)?;
        let opens = sentence.start == 0 || words.kind(sentence.start - 1) == TokenKind::Break;
        if opens {
            break;
        }
        s = s.checked_sub(1)?;
    }
    let sentence = words.sentences.get(s)?.clone();
    if sentence.contains(&core.start) {
        return None;
    }
    only_parties(view, &sentence, core)
}

/// The heading that names a party and nothing else, in the lines above token `at`.
pub(super) fn heading(view: &View<'_>, core: &Range<usize>) -> Option<usize> {
    let mut end = break_before(view, core.start).or_else(|| {
        let start = view.sentence(core.start).start;
        break_before(view, start)
    })?;
    for _ in 0..LINES {
        let line = line_before(view, end)?;
        if line.len() <= 8 && !line.is_empty() {
            return only_parties(view, &line, core);
        }
        if line.start == 0 {
            return None;
        }
        end = line.start - 1;
    }
    None
}

/// The party of a line or sentence that has nothing but one party, or two.
fn only_parties(view: &View<'_>, line: &Range<usize>, core: &Range<usize>) -> Option<usize> {
    let words = view.words;
    if line.len() > 10 {
        return None;
    }
    let mut actors = Vec::new();
    for j in line.clone() {
        match view.named(j) {
            Some((actor, _)) if view.kind(actor) != ActorKind::Person => {
                if !actors.contains(&actor) {
                    actors.push(actor);
                }
            }
            Some(_) => return None,
            None if matches!(words.at(j), "and" | "the" | "." | "," | "&") || words.kind(j) == TokenKind::Break => {}
            None => return None,
        }
    }
    match actors[..] {
        [one] => Some(one),
        [first, second] => {
            let sentence = view.sentence(core.start);
            let joint = |j: usize| words.at(j) == "and" && verb_at(words, j).is_none();
            if (core.end..sentence.end.min(core.end + 4)).any(|j| joint(j) && cardinal_at(words, j + 1).is_some()) {
                return Some(first);
            }
            let before = core.start.checked_sub(1).filter(|&j| j > sentence.start && joint(j))?;
            cardinal_at(words, before - 1).map(|_| second)
        }
        _ => None,
    }
}
