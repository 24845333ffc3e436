//! Names and offices that stand side by side and mean one party.

use super::{Party, PartyKind, View};
use crate::extract::ActorKind;
use crate::extract::verbs::verb_at;
use crate::text::TokenKind;

/// "Rapid Support Forces (RSF)", "Ilham Aliyev (İlham Əliyev, as he spells it)": brackets belong to the name before them.
pub(super) fn merge_parentheses(view: &View<'_>, out: &mut Vec<Party>, first: usize) {
    let mut p = first;
    while p < out.len() {
        let open = out[p].tokens.end;
        if view.words.at(open) == "("
            && let Some(close) = (open + 1..open + 16).find(|&j| view.words.at(j) == ")")
        {
            out[p].tokens.end = close + 1;
            let inside = out[p + 1..].iter().take_while(|q| q.tokens.start <= close).count();
            out.drain(p + 1..p + 1 + inside);
        }
        p += 1;
    }
}

/// "the Indian defence minister, Rajnath Singh,": the office goes into the person. "Wang Yi, China's foreign minister,":
/// likewise.
pub(super) fn merge_appositions(view: &View<'_>, out: &mut Vec<Party>, first: usize) {
    let mut p = first;
    while p + 1 < out.len() {
        let comma = out[p].tokens.end;
        let next = out[p + 1].tokens.start;
        let touching = view.words.at(comma) == "," && next == comma + 1;
        let (a, b) = (&out[p], &out[p + 1]);
        let persons = |q: &Party| {
            !q.actors.is_empty()
                && q.kind == PartyKind::Named
                && q.actors.iter().all(|&x| view.kind(x) == ActorKind::Person)
        };
        let office = |q: &Party| matches!(q.kind, PartyKind::Delegates | PartyKind::Unnamed | PartyKind::Reference);
        // "With X at his side, Doe met Y"
        let aside = view.words.at(comma - 1) == "side" && view.words.before(a.tokens.start, 1) == "at";
        if touching && office(a) && persons(b) && !aside {
            let start = a.tokens.start;
            out[p + 1].tokens.start = start;
            out[p + 1].apposition = true;
            out.remove(p);
            continue;
        }
        // "their foreign ministers, A and B, signed", "three presidents: A, B and C": the office of several goes into their
        // list.
        let list = matches!(view.words.at(comma), "," | ":")
            && next == comma + 1
            && a.plural
            && (office(a) || a.kind == PartyKind::Reference)
            && persons(b)
            && out.get(p + 2).is_some_and(|c| {
                let gap = b.tokens.end..c.tokens.start;
                persons(c)
                    && (1..=2).contains(&gap.len())
                    && gap.clone().all(|j| matches!(view.words.at(j), "," | "and"))
            });
        if list {
            let start = a.tokens.start;
            out[p + 1].tokens.start = start;
            out[p + 1].apposition = true;
            out.remove(p);
            continue;
        }
        // "The pact's four members, A, B, C and D, agreed": the states that they are, up to the comma that closes the list.
        let states = |q: &Party| {
            q.kind == PartyKind::Named
                && !q.actors.is_empty()
                && q.actors.iter().all(|&x| view.kind(x) == ActorKind::State)
        };
        if touching && office(a) && a.plural && are_states(view.words.at(comma - 1)) && states(b) {
            let mut last = p + 1;
            let joined = |from: usize, to: usize| {
                (1..=2).contains(&(to - from)) && (from..to).all(|j| matches!(view.words.at(j), "," | "and"))
            };
            while out.get(last + 1).is_some_and(|c| states(c) && joined(out[last].tokens.end, c.tokens.start)) {
                last += 1;
            }
            if last > p + 1 && matches!(view.words.at(out[last].tokens.end), "," | "." | ";" | ")") {
                out[p + 1].tokens.start = out[p].tokens.start;
                out[last].apposition = true;
                out.remove(p);
                continue;
            }
        }
        // "The UN mission, MONUSCO, has": the name is the body's, where commas close it in.
        let named_body = |q: &Party| {
            q.kind == PartyKind::Named
                && matches!(q.actors[..], [one] if matches!(view.kind(one), ActorKind::Organisation | ActorKind::ArmedGroup))
        };
        if touching
            && a.kind != PartyKind::Reference
            && office(a)
            && view.words.at(a.tokens.start) == "the"
            && is_one_body(view.words.at(comma - 1))
            && named_body(b)
            && view.words.at(b.tokens.end) == ","
            && !view.words.is_phrase(b.tokens.end, ", and")
        {
            let start = a.tokens.start;
            out[p + 1].tokens.start = start;
            out[p + 1].apposition = true;
            out.remove(p);
            continue;
        }
        // "a delegation led by Sheikh Bala Lau": he stands for it.
        let led =
            matches!(view.words.at(comma), "led" | "headed") && view.words.at(comma + 1) == "by" && next <= comma + 3;
        if led && office(a) && persons(b) {
            let start = a.tokens.start;
            out[p + 1].tokens.start = start;
            out[p + 1].apposition = true;
            out.remove(p);
            continue;
        }
        let closes = |at: usize| {
            matches!(view.words.at(at), "," | "." | ";" | ")" | "—" | "–" | "who" | "of" | "at" | "for" | "in" | "to")
                || view.words.kind(at) == TokenKind::Break
        };
        if touching && persons(a) && office(b) && !b.plural && closes(b.tokens.end) {
            let end = rest_of_office(view, b.tokens.end);
            out[p].tokens.end = end;
            out[p].apposition = true;
            // "the ambassador to the League": what the office is at is no party beside its holder.
            let inside = out[p + 1..].iter().take_while(|q| q.tokens.start < end).count();
            out.drain(p + 1..p + 1 + inside);
            continue;
        }
        p += 1;
    }
}

/// The end of an office whose words go on behind `end`, up to a comma: "the British minister for the Americas,".
fn rest_of_office(view: &View<'_>, end: usize) -> usize {
    if !matches!(view.words.at(end), "of" | "for" | "at" | "in" | "to") {
        return end;
    }
    let word = |j: usize| view.words.kind(j) == TokenKind::Word && verb_at(view.words, j).is_none();
    let close = (end..end + 8).find(|&j| !word(j)).unwrap_or(end);
    if view.words.at(close) == "," && close > end + 1 { close } else { end }
}

/// Nouns for several states, which their names may follow between commas.
fn are_states(word: &str) -> bool {
    matches!(
        word,
        "members" | "states" | "countries" | "nations" | "powers" | "governments" | "neighbours" | "neighbors"
    )
}

/// Nouns for one body, which its name may follow between commas.
fn is_one_body(word: &str) -> bool {
    matches!(
        word,
        "mission"
            | "group"
            | "force"
            | "army"
            | "movement"
            | "militia"
            | "coalition"
            | "alliance"
            | "operation"
            | "command"
    )
}
