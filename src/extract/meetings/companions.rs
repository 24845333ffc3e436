//! The parties behind the verb or the noun of a meeting: its object, and those whom "with", "between" and "chaired by"
//! bring in.

use std::ops::Range;

use super::lists::LISTS;
use super::participants::Taking;
use super::rules;
use super::scene::Scene;
use super::triggers::Trigger;
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, Party, PartyKind};
use crate::extract::verbs::verb_at;
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
        let clause = view.cover(j) == Cover::Nothing
            && verb_at(words, j).is_some()
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
fn represented(view: &Scene<'_, '_>, p: usize, end: usize) -> Option<(usize, usize)> {
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

/// Those whom "with", "between", "alongside" bring in, up to the end of the clause.
pub(super) fn companions(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    from: usize,
    end: usize,
    speaks: bool,
    whole: bool,
    out: &mut Taking,
) {
    let words = view.words;
    let mut j = from;
    let ceiling = end.min(from + 40);
    while j < ceiling {
        let word = words.at(j);
        if view.cover(j) == Cover::Nothing {
            // "with A and B as guarantors and C in the chair"
            if word == "in"
                && words.is_phrase(j, "in the chair")
                && let Some(chair) = view.party_ending(j).filter(|&p| view.parties[p].tokens.start >= from)
                && view.parties[chair].acts()
            {
                view.take(trigger, out, &rules::COMPANION, chair..chair + 1);
            }
            // "to see Meles and, with Kagame, put a plan": of the next verb.
            if word == "with" && j > from && words.before(j, 1) == "," && words.before(j, 2) == "and" {
                break;
            }
            if matches!(word, ";" | "that" | "because" | "although" | "though" | "while" | "whether" | "if") {
                break;
            }
            // A verb of its own ends the reach, but not a relative clause about where and when.
            if j > from && words.is(j, Classes::CLAUSE) && word != "as" && word != "who" {
                break;
            }
            let spoken = word == "to"
                && speaks
                && (j == from
                    || j <= from + 4
                        && (from..j).all(|k| {
                            matches!(
                                words.at(k),
                                "by" | "on"
                                    | "over"
                                    | "the"
                                    | "telephone"
                                    | "phone"
                                    | "line"
                                    | "at"
                                    | "length"
                                    | "directly"
                                    | "again"
                                    | "separately"
                                    | "briefly"
                                    | "video"
                                    | "link"
                            )
                        }));
            let brought = LISTS.companions_end(words, j);
            let led = brought.is_some() && !words.at(j + 1).eq("by") || spoken;
            // "under Hakan Fidan"
            let chaired = word == "under" && view.named(j + 1).is_some_and(|(a, _)| view.kind(a) == ActorKind::Person);
            let caller = word == "from" && j == from && matches!(words.before(j, 1), "call" | "calls");
            if brought.is_some() || spoken || chaired || caller {
                let from = brought.unwrap_or(j + 1);
                let mut k = from;
                while matches!(words.at(k), "the" | "both" | "a" | "his" | "her" | "their" | "its")
                    && view.party_from(k) < view.parties.len()
                    && view.parties[view.party_from(k)].tokens.start > k
                    && k < from + 2
                    || matches!(
                        words.at(k),
                        "people" | "officials" | "men" | "representatives" | "members" | "from" | "of"
                    ) && view.cover(k) == Cover::Nothing
                        && view.parties.get(view.party_from(k)).is_some_and(|p| p.tokens.start > k)
                        && k < from + 5
                {
                    k += 1;
                }
                if let Some(named) = named_behind(view, from, end).filter(|_| brought.is_some()) {
                    view.take(trigger, out, &rules::COMPANION, named.clone());
                    j = view.parties[named.end - 1].tokens.end;
                    continue;
                }
                // The phrase of the party may have taken "facing" in.
                let mut first = view.parties.partition_point(|p| p.tokens.end <= from);
                // "between its candidate, X, and Y": whose candidate he is says nothing of who came.
                if view.parties.get(first).is_some_and(|p| !p.acts() && p.tokens == (from..from + 1))
                    && let Some(named) = view.parties.get(first + 1)
                    && named.kind == PartyKind::Named
                    && named.tokens.start <= from + 4
                    && words.before(named.tokens.start, 1) == ","
                {
                    first += 1;
                    k = named.tokens.start;
                }
                if let Some(party) = view.parties.get(first)
                    && party.tokens.start <= k
                    && party.tokens.start >= j
                    && party.tokens.end <= end
                {
                    if party.acts() {
                        let last = if word == "between" || whole {
                            view.chain_end(first, end)
                        } else {
                            closing(view, first, end)
                        };
                        view.take(trigger, out, &rules::COMPANION, first..last + 1);
                        let mut last = last;
                        while let Some((of, person)) = represented(view, last, end) {
                            // "the Government, represented by the minister, X, and the Tigers, represented by Y"
                            let spoken_for = view.parties[last].actors.clone();
                            out.actors.retain(|a| !spoken_for.contains(a));
                            view.take(trigger, out, &rules::COMPANION, person..person + 1);
                            last = of;
                            let next = last + 1;
                            let Some(q) = view.parties.get(next).filter(|q| q.acts() && q.tokens.end <= end) else {
                                break;
                            };
                            let gap = view.parties[last].tokens.end..q.tokens.start;
                            if gap.len() > 3 || !gap.clone().all(|j| matches!(words.at(j), "," | "and" | "the")) {
                                break;
                            }
                            view.take(trigger, out, &rules::COMPANION, next..next + 1);
                            last = next;
                        }
                        if party.actors.is_empty() {
                            if LISTS.is_press(words.at(party.tokens.end - 1)) {
                                out.void = true;
                            }
                            out.unnamed = true;
                            led_by(view, party, end, out);
                        }
                        j = view.parties[last].tokens.end;
                        continue;
                    }
                } else if led && (from..from + 3).any(|k| LISTS.is_press(words.at(k))) {
                    out.void = true;
                }
            }
        }
        j += 1;
    }
}

/// "with the other two members of the junta, A and B,": those named behind the words for what they are.
fn named_behind(view: &Scene<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let words = view.words;
    let comma = (from..end.min(from + 9)).find(|&j| words.at(j) == "," || view.cover(j) != Cover::Nothing)?;
    let lead = from..comma;
    let called = lead.clone().any(|j| {
        LISTS.is_member(words.at(j))
            || matches!(words.at(j), "counterparts" | "colleagues" | "men" | "women" | "guests")
    });
    let clean = lead.clone().all(|j| verb_at(words, j).is_none() && !words.is(j, Classes::CLAUSE));
    if !called || !clean || words.at(comma) != "," {
        return None;
    }
    // The phrase of the first may have taken in what it stands in apposition to.
    let first = view.parties.partition_point(|p| p.tokens.end <= comma + 1);
    view.parties.get(first).filter(|p| p.tokens.start <= comma + 1 && p.tokens.end <= end && p.acts())?;
    let named = first..closing(view, first, end) + 1;
    let persons = view.parties[named.clone()]
        .iter()
        .all(|p| !p.actors.is_empty() && p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person));
    persons.then_some(named)
}

/// "the parties", "both sides", "the same three men" right before token `start`: a company spoken of before.
pub(super) fn is_same_company(view: &Scene<'_, '_>, start: usize, floor: usize) -> bool {
    let words = view.words;
    let Some(noun) = start.checked_sub(1).filter(|&j| j > floor) else { return false };
    let lead = floor.max(noun.saturating_sub(3))..noun;
    let of_two = matches!(words.at(noun), "parties" | "sides" | "delegations")
        && matches!(words.before(noun, 1), "the" | "both" | "two" | "warring" | "same" | "three");
    let same = matches!(
        words.at(noun),
        "men" | "women" | "ministers" | "leaders" | "presidents" | "envoys" | "four" | "three"
    ) && lead.clone().any(|j| words.at(j) == "same");
    (of_two || same)
        && lead.clone().any(|j| matches!(words.at(j), "the" | "both"))
        && lead.clone().all(|j| view.cover(j) == Cover::Nothing)
}
