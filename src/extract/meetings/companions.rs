//! The parties behind the verb or the noun of a meeting: its object, and those whom "with", "between" and "chaired by"
//! bring in.

use std::ops::Range;

use super::lists::LISTS;
use super::participants::Taking;
use super::reach::{closing, led_by, represented};
use super::rules;
use super::scene::Scene;
use super::triggers::Trigger;
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, PartyKind};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

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
                out.chairs.extend(view.actors(chair, chair));
            }
            // "to see Meles and, with Kagame, put a plan": of the next verb.
            // "A and B among them": of those who are named already.
            if word == "among" && matches!(words.at(j + 1), "them" | "these" | "those") {
                j += 2;
                continue;
            }
            // "with Meles and, separately, with Kagame": a meeting of its own.
            if word == "with"
                && j > from
                && words.before(j, 1) == ","
                && matches!(words.before(j, 2), "and" | "separately" | "later" | "then" | "afterwards")
            {
                break;
            }
            if matches!(word, ";" | "that" | "because" | "although" | "though" | "while" | "whether" | "if" | "what") {
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
            // "shook hands before the king": persons who do nothing more in the sentence.
            let watched = word == "before" && j == from && is_audience(view, j + 1, end);
            // "negotiated through Doe, the Omani minister"
            let between = word == "through" && is_audience(view, j + 1, end);
            if brought.is_some() || spoken || chaired || caller || watched || between {
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
                        // "chaired by X", "under the chairmanship of X", "with X as guest": they sit beside the body.
                        let beside = matches!(
                            word,
                            "chaired"
                                | "co-chaired"
                                | "presided"
                                | "convened"
                                | "mediated"
                                | "hosted"
                                | "co-hosted"
                                | "moderated"
                                | "facilitated"
                                | "witnessed"
                                | "attended"
                        ) || word == "under"
                            || words.at(view.parties[last].tokens.end) == "as"
                            || words.is_phrase(view.parties[last].tokens.end, "in the chair");
                        if beside {
                            out.chairs.extend(view.actors(first, last));
                        }
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

/// Whether persons stand at token `i` with no verb of theirs behind them: before whom something is done.
fn is_audience(view: &Scene<'_, '_>, i: usize, end: usize) -> bool {
    let first = view.party_from(i);
    let Some(party) = view.parties.get(first).filter(|p| p.tokens.start == i && p.tokens.end <= end) else {
        return false;
    };
    let persons =
        party.acts() && !party.actors.is_empty() && party.actors.iter().all(|&a| view.kind(a) == ActorKind::Person);
    let after = view.parties[view.chain_end(first, end)].tokens.end;
    let acts = (after..after + 3)
        .take_while(|&j| !matches!(view.words.at(j), "." | ";" | "," | ""))
        .any(|j| view.cover(j) == Cover::Nothing && verb_at(view.words, j).is_some());
    persons && party.kind == PartyKind::Named && !acts
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
