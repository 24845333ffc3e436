//! How far a list of parties reaches behind a verb or noun of meeting, and who stands for whom in it.

use std::ops::Range;

use super::participants::Taking;
use super::scene::Scene;
use super::triggers::Trigger;
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, Party};
use crate::extract::verbs::{is_participle, verb_at};
use crate::extract::words::{Classes, is_adverb, is_determiner, is_preposition};
use crate::text::TokenKind;

/// "called him a liar", "called the plan dangerous": the verb names, it does not ring up.
pub(super) fn is_naming(view: &Scene<'_, '_>, trigger: &Trigger, end: usize) -> bool {
    let words = view.words;
    match object_at(view, trigger.end, end) {
        None => true,
        Some(object) => {
            let after = view.parties[object.end - 1].tokens.end;
            let next = words.at(after);
            is_determiner(next)
                || matches!(next, "“" | "\"" | "‘" | "'" | "as" | "“a" | "back")
                || after < end
                    && words.kind(after) == TokenKind::Word
                    && !(is_preposition(next)
                        || is_adverb(next)
                        || matches!(next, "and" | "to" | "again" | "when" | "before" | "after")
                        || matches!(view.cover(after), Cover::Date(_)))
        }
    }
}

/// The list of parties that begins at token `i`, past "with", "his" and adverbs.
pub(super) fn object_at(view: &Scene<'_, '_>, i: usize, end: usize) -> Option<Range<usize>> {
    let words = view.words;
    // "will host Obama": the verb looks like an office, and the phrase has taken it in.
    let taken_in = i.checked_sub(1).and_then(|verb| {
        let p = view.party_from(verb);
        view.parties
            .get(p)
            .filter(|q| q.tokens.start == verb && q.tokens.end > i && q.tokens.end <= end && q.acts())?;
        Some(p)
    });
    if let Some(first) = taken_in {
        return Some(first..closing(view, first, end) + 1);
    }
    let mut j = i;
    while j < end
        && j < i + 5
        && view.parties.get(view.party_from(j)).is_none_or(|p| p.tokens.start != j)
        && (words.is(j, Classes::ADVERB)
            || matches!(words.at(j), "with" | "again" | "separately" | "both" | "by")
                && view.cover(j) == Cover::Nothing)
    {
        j += 1;
    }
    let first = view.party_from(j);
    let party = view.parties.get(first)?;
    if party.tokens.start != j || party.tokens.end > end || !party.acts() {
        return None;
    }
    let last = closing(view, first, end);
    // "the foreign ministers of the two countries, X and Y": the names behind.
    if view.parties[first..=last].iter().all(|p| p.actors.is_empty())
        && let Some(named) =
            view.parties.get(last + 1).filter(|q| q.tokens.end <= end && q.acts() && !q.actors.is_empty())
    {
        let gap = view.parties[last].tokens.end..named.tokens.start;
        if gap.len() <= 2 && gap.clone().all(|j| matches!(words.at(j), "," | "of")) && !gap.is_empty() {
            return Some(first..closing(view, last + 1, end) + 1);
        }
    }
    Some(first..last + 1)
}

/// The last party of the list from `first` on; one that is the subject of a verb of its own opens the next clause.
pub(super) fn closing(view: &Scene<'_, '_>, first: usize, end: usize) -> usize {
    let words = view.words;
    let last = view.chain_end(first, end);
    if last > first {
        let after = view.parties[last].tokens.end;
        // "with Pashinyan, and his minister, Lavrov, has offered": past the comma that closes the apposition.
        let mut j = after + usize::from(words.at(after) == "," && view.parties[last].apposition);
        while words.is(j, Classes::ADVERB) {
            j += 1;
        }
        // "with A and his general, B, both long forgotten": a participle behind the comma opens none.
        let finite =
            j == after || !(is_participle(words.at(j)) && ["en", "wn"].iter().any(|e| words.at(j).ends_with(e)));
        let clause = view.cover(j) == Cover::Nothing
            && verb_at(words, j).is_some()
            && finite
            && words.before(view.parties[last].tokens.start, 1) == "and";
        if clause {
            return last - 1;
        }
    }
    last
}

/// "is to meet Berri, who negotiated for them, and Mikati": the list goes on behind a relative clause.
pub(super) fn beyond_relative(view: &Scene<'_, '_>, last: usize, end: usize) -> Vec<usize> {
    let words = view.words;
    let from = view.parties[last].tokens.end;
    if words.at(from) != "," || !matches!(words.at(from + 1), "who" | "whose" | "which") {
        return Vec::new();
    }
    for j in from + 3..end.min(from + 20) {
        if words.at(j) != "," || words.at(j + 1) != "and" {
            continue;
        }
        let first = view.party_from(j + 2);
        let Some(party) =
            view.parties.get(first).filter(|p| p.tokens.start <= j + 3 && p.acts() && p.tokens.end <= end)
        else {
            return Vec::new();
        };
        let after = party.tokens.end;
        let closes = words.kind(after) != TokenKind::Word || words.is(after, Classes::PREPOSITION);
        return if closes { party.actors.clone() } else { Vec::new() };
    }
    Vec::new()
}

/// The party behind "led by", "headed by".
pub(super) fn led_by(view: &Scene<'_, '_>, party: &Party, end: usize, out: &mut Taking) {
    let words = view.words;
    let from = party.tokens.end;
    for j in from..end.min(from + 8) {
        if matches!(words.at(j), "led" | "headed" | "including" | "sent" | "dispatched") {
            let start = if words.at(j + 1) == "by" { j + 2 } else { j + 1 };
            let p = view.party_from(start);
            if view.parties.get(p).is_some_and(|q| q.tokens.start <= start + 1 && q.acts() && q.tokens.end <= end) {
                // The one who leads stands for those led.
                out.actors.retain(|a| !party.actors.contains(a));
                out.add(&view.parties[p].actors);
            }
            return;
        }
    }
}

/// The party that stands for party `p`: "the Government, represented by the minister, X". It, and the person's own phrase.
pub(super) fn represented(view: &Scene<'_, '_>, p: usize, end: usize) -> Option<(usize, usize)> {
    let words = view.words;
    let from = view.parties[p].tokens.end;
    let at = if words.at(from) == "," { from + 1 } else { from };
    if !matches!(words.at(at), "represented" | "led" | "headed") || words.at(at + 1) != "by" {
        return None;
    }
    let first = view.party_from(at + 2);
    let near = view
        .parties
        .iter()
        .enumerate()
        .skip(first)
        .take(3)
        .take_while(|(_, q)| q.tokens.start < at + 14 && q.tokens.end <= end);
    let mut near = near.filter(|(_, q)| {
        q.acts() && !q.actors.is_empty() && q.actors.iter().all(|&a| view.kind(a) == ActorKind::Person)
    });
    near.next().map(|(q, _)| (q, q))
}
