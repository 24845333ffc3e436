//! The party that stands before a verb with something between: an insertion, or a name that is of nobody known.

use super::{Cover, PartyKind, View};
use crate::extract::ActorKind;
use crate::extract::verbs::{is_participle, verb_at};
use crate::extract::words::Classes;

/// How many words "and the other leaders of …" may have.
const LONGEST_OTHERS: usize = 10;

/// The party that an insertion between commas parts from its verb: "Scholz, accused at home of silence, will meet". The
/// closing comma stands before token `g`.
pub(super) fn before_insertion(view: &View<'_>, g: usize, floor: usize) -> Option<usize> {
    let words = view.words;
    let floor = floor.max(g.saturating_sub(28));
    let mut j = g - 1;
    while j > floor {
        j -= 1;
        if matches!(words.at(j), ";" | ":" | "“" | "”") {
            return None;
        }
        if matches!(words.at(j), "," | "—" | "–") {
            let opener = words.at(j + 1);
            let inserted = matches!(
                opener,
                "who"
                    | "which"
                    | "a"
                    | "an"
                    | "the"
                    | "then"
                    | "now"
                    | "himself"
                    | "herself"
                    | "flanked"
                    | "long"
                    | "both"
                    | "whose"
                    | "once"
            ) || words.is(j + 1, Classes::PREPOSITION)
                || matches!(opener, "meanwhile" | "however" | "though" | "too" | "moreover" | "instead")
                || opener.ends_with("ed")
                || opener.ends_with("ing")
                || is_participle(opener)
                || matches!(view.cover(j + 1), Cover::Date(_));
            // "Friedrich Merz, favourite for the office, saw": whatever stands behind the name that opens the sentence.
            let opens = view.party_ending(j).is_some_and(|p| {
                view.parties[p].tokens.start == floor
                    && view.parties[p].actors.iter().all(|&a| view.kind(a) == ActorKind::Person)
            });
            let inserted = inserted || opens;
            let party =
                view.party_ending(j).filter(|&p| view.parties[p].acts() && view.parties[p].tokens.start >= floor);
            // "Congo's army, meanwhile, lost", "Nato's plan, which …, foresees": whose it is that acts.
            let owner = view.party_from(j).checked_sub(1).filter(|&p| {
                let q = &view.parties[p];
                let gap = q.tokens.end + 1..j;
                matches!(q.kind, PartyKind::Possessor | PartyKind::Adjective)
                    && q.tokens.start >= floor
                    && gap.len() <= 4
                    && gap.clone().all(|k| {
                        words.kind(k) == crate::text::TokenKind::Word
                            && !words.is(k, Classes::PREPOSITION)
                            && verb_at(words, k).is_none()
                    })
            });
            if let Some(p) = party.or(owner).filter(|_| inserted) {
                // "The mission of the SADC, known as SAMIDRC, left": the insertion has the name itself.
                let name = matches!(opener, "known" | "called" | "dubbed" | "named" | "or")
                    .then(|| view.party_ending(g - 1))
                    .flatten();
                return Some(name.filter(|&n| n > p && view.parties[n].tokens.start <= j + 4).unwrap_or(p));
            }
        }
    }
    None
}

/// "Iran and the E3 met": the party beside a name that is of nobody known.
pub(super) fn before_unknown(view: &View<'_>, at: usize, floor: usize) -> Option<usize> {
    let words = view.words;
    let unknown = |j: usize| {
        words.is_capital(j)
            && words.kind(j) == crate::text::TokenKind::Word
            && matches!(view.cover(j), Cover::Nothing | Cover::Place(_))
    };
    let mut j = at;
    while j > floor && at - j < 3 && unknown(j - 1) {
        j -= 1;
    }
    if j == at {
        return None;
    }
    let article = j > floor && words.at(j - 1) == "the";
    let and = (j - usize::from(article)).checked_sub(1).filter(|&k| k > floor && words.at(k) == "and")?;
    let p = view.party_ending(and)?;
    let start = view.parties[view.chain_start(p, floor)].tokens.start;
    let governed = start > floor && words.is(start - 1, Classes::PREPOSITION);
    (view.parties[p].acts() && view.parties[p].tokens.start >= floor && !governed).then_some(p)
}

/// "Bush, Gorbachev and the other leaders of the two alliances met": the last of those named before others without a name.
/// The subject's words end before token `at`.
pub(super) fn before_others(view: &View<'_>, at: usize, floor: usize) -> Option<usize> {
    let words = view.words;
    let open = |j: usize| verb_at(words, j).is_none() && !words.is(j, Classes::CLAUSE);
    let reach = floor.max(at.saturating_sub(LONGEST_OTHERS));
    let and = (reach..at).rev().take_while(|&j| words.at(j) != "," && open(j)).find(|&j| words.at(j) == "and")?;
    let others = words.at(and + 1) == "other"
        || matches!(words.at(and + 1), "the" | "his" | "her" | "their" | "two" | "three" | "several" | "many" | "some")
            && matches!(words.at(and + 2), "other" | "others" | "remaining" | "rest");
    let p = view.party_ending(and).filter(|_| others)?;
    let start = view.parties[view.chain_start(p, floor)].tokens.start;
    let governed = start > floor && words.is(start - 1, Classes::PREPOSITION) && words.before(start, 1) != "since";
    (view.parties[p].acts() && view.parties[p].tokens.start >= floor && !governed).then_some(p)
}
