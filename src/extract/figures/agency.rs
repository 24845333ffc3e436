//! Whose a figure is by the verbs before it: who keeps, sends and loses a force, and who shoots at it or counts it.

use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::said_by::sayer;
use super::side::{Case, Ruling, force_of, is_against};
use super::spoken::{receiver, same_noun, same_noun_before};
use super::{possessor, spoken};
use crate::extract::parties::{Cover, PartyKind, Subject, View, group_start};
use crate::extract::verbs::{VerbForm, is_saying, verb_at};
use crate::extract::words::Classes;
use crate::extract::{ActorId, ActorKind, FigureKind};
use crate::text::TokenKind;

/// What the verbs before a figure say of its side.
pub(super) enum Clause {
    /// They settle it.
    Settled(Ruling),
    /// They do not.
    Open {
        /// Whether something is done with the force, by whomever.
        acted: bool,
        /// Who shoots at it or counts it, where somebody does: it is not his.
        seen: Option<Option<ActorId>>,
    },
}

/// What the verbs say.
pub(super) fn by_verb(case: &Case<'_>) -> Option<Ruling> {
    match case.clause() {
        Clause::Settled(ruling) => Some(ruling.clone()),
        Clause::Open { .. } => None,
    }
}

/// Verbs of taking a loss, whose subject's it is.
pub(super) fn is_suffering(word: &str) -> bool {
    CLASSES.suffering.contains(word)
}

/// The one actor that is the subject at token `j`: of "While they left the palace, Chad sent …" the one behind the comma.
pub(super) fn subject_of(view: &View<'_>, j: usize) -> Option<usize> {
    let subject = view.subject_at(j)?;
    // "Seoul's own estimate is lower": the reckoner's, no force.
    let noun = view.parties[subject.last].tokens.end;
    if subject.owner && (noun..noun + 4).any(|k| k < j && CLASSES.own_words.contains(view.words.at(k))) {
        return None;
    }
    let mut first = subject.first;
    let (from, to) = (view.parties[subject.first].tokens.end, view.parties[subject.last].tokens.start);
    if first < subject.last && !(from..to).any(|k| matches!(view.words.at(k), "and" | "or" | "&" | "with" | "as")) {
        first = subject.last;
    }
    let actors = view.actors(first, subject.last);
    let &one = actors.first()?;
    let force = force_of(view, one);
    actors.iter().all(|&a| force_of(view, a) == force).then_some(one)
}

/// Whether somebody without a name is the subject of a verb between token `from` and the figure: "the army lost nine".
pub(super) fn unnamed_since(case: &Case<'_>, from: usize) -> bool {
    let (view, words) = (case.view, case.view.words);
    let from = from.max(case.sentence.start);
    (from..case.start()).rev().find(|&j| verb_at(words, j).is_some() && view.cover(j) == Cover::Nothing).is_some_and(
        |j| {
            let start = group_start(view, j, from);
            let noun = start.checked_sub(1).filter(|&k| k >= from);
            let determined = noun.is_some_and(|k| {
                words.kind(k) == TokenKind::Word
                    && words.at(k).ends_with(|c: char| c.is_alphabetic())
                    && (words.is_before(k, 1, Classes::DETERMINER) && !NOUNS.is_size(words.at(k))
                        || CLASSES.nameless.contains(words.at(k))
                        || words.at(k) == "groups")
            });
            determined
                && view.subject_at(j).is_none_or(|s| view.actors(s.first, s.last).is_empty())
                && unnamed_subject(case, j).is_none()
                && !CLASSES.estimate.contains(words.at(start - 1))
        },
    )
}

/// The party that the subject of the verb at `j` means without its name: "the mission", "his side", "the army".
fn unnamed_subject(case: &Case<'_>, j: usize) -> Option<usize> {
    let (view, words) = (case.view, case.view.words);
    let end = group_start(view, j, case.sentence.start);
    let noun = end.checked_sub(1).filter(|&k| k > case.sentence.start)?;
    let lead = words.before(noun, 1);
    if matches!(lead, "its" | "his" | "their" | "her") && CLASSES.own_side.contains(words.at(noun)) {
        return possessor::possessor(case, noun - 1, noun);
    }
    if lead != "the" {
        return None;
    }
    if CLASSES.mission.contains(words.at(noun)) {
        return spoken::mission_told_of(case);
    }
    CLASSES.army.contains(words.at(noun)).then_some(view.army).flatten()
}

/// Who acts in "wants France to send 900 soldiers", "expects the total to reach 10,000": the object of the verb before,
/// where one stands there; `Some(None)` where that is no party.
fn object_that_acts(case: &Case<'_>, j: usize) -> Option<Option<usize>> {
    let (view, words) = (case.view, case.view.words);
    let to = j.checked_sub(1).filter(|&k| words.at(k) == "to")?;
    let verb = (case.sentence.start.max(to.saturating_sub(7))..to)
        .rev()
        .find(|&k| CLASSES.making_do.contains(words.at(k)) && verb_at(words, k).is_some())?;
    // "wants to send": nothing stands between.
    if verb + 1 == to || (verb + 1..to).any(|k| verb_at(words, k).is_some()) {
        return None;
    }
    Some(
        view.party_ending(to).filter(|&p| view.parties[p].acts()).and_then(|p| view.parties[p].actors.first().copied()),
    )
}

/// Who shot at it, where the verb behind says that it was shot at: "25 drones were shot down by the air force", and
/// without an agent whoever reports it.
fn shot_at(case: &Case<'_>) -> Option<Option<ActorId>> {
    let (view, words, end) = (case.view, case.view.words, case.counted.tokens.end);
    if case.counted.kind != FigureKind::Equipment {
        return None;
    }
    let verb =
        (end..case.sentence.end.min(end + 5)).find(|&j| verb_at(words, j).is_some_and(|v| v != VerbForm::Auxiliary))?;
    let passive = verb > end && (end..verb).all(|j| words.is(j, Classes::AUXILIARY) || words.is(j, Classes::ADVERB));
    let shot =
        CLASSES.downing.contains(words.at(verb)) && (words.at(verb) != "brought" || words.at(verb + 1) == "down");
    // "By India's account 300 drones probed 36 places": they are not India's.
    if CLASSES.intruding.contains(words.at(verb)) && (end..verb).all(|j| words.is(j, Classes::AUXILIARY)) {
        return sayer(view, case.core, &case.sentence).map(|a| force_of(view, a));
    }
    if !passive || !shot {
        return None;
    }
    let by = (verb + 1..case.sentence.end.min(verb + 4)).find(|&j| words.at(j) == "by");
    let agent = match by {
        Some(by) => {
            view.parties.get(view.party_from(by + 1)).filter(|p| p.tokens.start <= by + 2)?.actors.first().copied()
        }
        None => sayer(view, case.core, &case.sentence),
    };
    Some(agent.and_then(|a| force_of(view, a)))
}

/// Reads the verbs before the figure, the nearest first.
pub(super) fn read(case: &Case<'_>) -> Clause {
    let (view, counted) = (case.view, case.counted);
    let words = view.words;
    let mut j = case.start();
    let floor = case.sentence.start.max(j.saturating_sub(30));
    let mut acted = false;
    if let Some(by) = shot_at(case) {
        return Clause::Open { acted: true, seen: Some(by) };
    }
    // "claim 200 captured tanks": not theirs.
    let taken = counted.kind == FigureKind::Equipment
        && (case.core.end..counted.tokens.end)
            .any(|j| matches!(words.at(j), "captured" | "seized" | "destroyed" | "burnt"));
    if taken {
        let by = subject_of(view, case.start()).and_then(|a| force_of(view, a));
        return Clause::Open { acted: true, seen: Some(by) };
    }
    while j > floor {
        j -= 1;
        let word = words.at(j);
        if words.kind(j) == TokenKind::Punctuation && matches!(word, ";" | ":" | "(") {
            break;
        }
        let participle =
            view.cover(j) == Cover::Nothing && word.ends_with("ing") && (is_against(word) || is_suffering(word));
        let said = words.is(j, Classes::SAYING) && matches!(words.before(j, 1), "has" | "have" | "had");
        if verb_at(words, j).is_none() && !participle && !said || view.cover(j) != Cover::Nothing {
            continue;
        }
        // "lost 74 men killed and 171 wounded": part of the figures told of, no verb of this one.
        if case.before.iter().rev().take(4).any(|f| f.counted.tokens.contains(&j)) {
            continue;
        }
        let object = object_that_acts(case, j);
        let subject = match object {
            Some(object) => object,
            None => subject_of(view, j).or_else(|| unnamed_subject(case, j)),
        };
        if object == Some(None) {
            break;
        }
        // "had asked for one of at least 10 frigates": what is asked for is nobody's yet.
        if matches!(word, "asked" | "asks" | "ask" | "asking") && words.at(j + 1) == "for" {
            return Clause::Settled(Ruling::nobody(j..j + 2));
        }
        // "the force, its mission in Kosovo, which has": not of the place.
        let placed = matches!(words.before(group_start(view, j, case.sentence.start), 1), "which" | "who")
            && view.subject_at(j).is_some_and(|s| {
                let start = view.parties[s.last].tokens.start;
                s.first == s.last && matches!(words.before(start, 1), "in" | "at" | "near")
            });
        let subject = subject.filter(|_| !placed);
        let from = view.subject_at(j).map_or(j, |s| view.parties[s.first].tokens.start.min(j));
        let settled = |side: Option<ActorId>| Clause::Settled(Ruling::of(side, from..j + 1));
        let own = || subject.and_then(|a| force_of(view, a));
        if is_suffering(word) {
            return settled(own());
        }
        // "it has 900 militants"; "the war had cost 7,000 lives" is of nobody.
        let having = matches!(word, "had" | "has" | "have") && j + 1 == case.start();
        if counted.nameless && word != "to" && !having {
            return settled(None);
        }
        // "a force that counted 100,000": of the force, by the verb before.
        if matches!(words.before(j, 1), "that" | "which") && !words.is(j, Classes::SAYING) && subject.is_none()
            || matches!(words.before(j, 1), "that" | "which") && word == "counted"
        {
            continue;
        }
        // "Kuwait, whose army counts 16,000 men": it is so large.
        let size = matches!(word, "counts" | "count" | "counted")
            && CLASSES.force_noun.contains(words.before(j, 1))
            && words.before(j, 2) != "the";
        // "gives the group 900 men", "credits it with 900": of whom it is said.
        if CLASSES.crediting.contains(word) && !case.is_loss() && j + 1 < case.start() {
            let p = view.party_from(j + 1);
            let whose =
                view.parties.get(p).filter(|q| q.acts() && q.tokens.start <= j + 2 && q.tokens.end <= case.start());
            let last = whose.map_or(j + 3, |q| q.tokens.end);
            let close = last == case.start()
                || last + 1 == case.start() && matches!(words.at(last), "with" | "at" | "“" | "\"");
            if close && (whose.is_some() || words.at(j + 1) == "the" && words.is_capital(j + 2)) {
                return match whose.and_then(|q| q.actors.first()) {
                    Some(&a) => settled(force_of(view, a)),
                    None => Clause::Open { acted: true, seen: Some(own()) },
                };
            }
        }
        let against = !size && is_against(word) && (word != "brought" || words.at(j + 1) == "down");
        // "showed 17 captives": who has them is not whose they are.
        let holds = case.is_loss()
            && matches!(counted.what.as_str(), "captives" | "prisoners" | "captured" | "captive" | "prisoner");
        if against || holds || case.is_loss() && NOUNS.is_loss(word) {
            // "shot down 25 drones" of those just counted.
            let same = case
                .before
                .iter()
                .rev()
                .find(|f| f.counted.kind == counted.kind && same_noun(&f.counted.what, &counted.what));
            if case.is_loss() {
                return settled(None);
            }
            if let Some(told) = same.filter(|f| f.side.is_some()) {
                return Clause::Settled(case.of_figure(told));
            }
            // "Russian drones hit the port … shot down 79 drones": of those told of before.
            if let Some(p) = same_noun_before(view, case.core.start, &counted.what)
                && let Some(ruling) = case.of_party(p)
            {
                return Clause::Settled(ruling);
            }
            return Clause::Open { acted, seen: Some(own()) };
        }
        // Arms that are delivered are the receiver's.
        if CLASSES.delivering.contains(word) && counted.kind == FigureKind::Equipment {
            return settled(receiver(view, &case.sentence, j, counted.tokens.end));
        }
        // "Sudan accused Israel of sending four planes"
        if CLASSES.accusing.contains(word) {
            let p = view.party_from(j + 1);
            let accused =
                view.parties.get(p).filter(|q| q.tokens.start <= j + 2 && q.acts() && q.tokens.end < case.start());
            return settled(accused.and_then(|q| q.actors.first()).and_then(|&a| force_of(view, a)));
        }
        // "which claims 100,000 men", "boasts 900 tanks": they are its own.
        let boasts = matches!(word, "claims" | "claim" | "claimed" | "boasts" | "boast" | "boasted");
        if boasts
            && j + 1 == case.start()
            && !case.is_loss()
            && !matches!(case.counted.kind, FigureKind::Equipment)
            && subject.is_some()
        {
            return settled(own());
        }
        let says = (is_saying(word) || CLASSES.expecting.contains(word))
            && !size
            // "maintains twelve posts and 1,300 soldiers" keeps them.
            && !(matches!(word, "maintains" | "maintain" | "maintained") && words.at(j + 1) != "that")
            && (!matches!(word, "put" | "puts" | "putting") || (j..case.start()).any(|k| words.at(k) == "at"));
        if says {
            break;
        }
        if matches!(word, "be" | "been" | "is" | "are" | "was" | "were" | "being") && case.is_loss() {
            continue;
        }
        // "The soldiers number 1,500": done by nobody.
        if NOUNS.is_size(word) && subject.is_none() {
            continue;
        }
        // "General X commands what is left of the mission: 900 men": of what he commands.
        if CLASSES.leading.contains(word)
            && let Some(p) = view
                .parties
                .get(view.party_from(j + 1))
                .filter(|q| q.acts() && q.tokens.start <= j + 7 && q.tokens.end <= case.start())
            && let Some(&body) = p.actors.first()
            && view.kind(body) != ActorKind::Person
        {
            return settled(force_of(view, body));
        }
        acted = true;
        // "The government, which has 450,000 men": of somebody without a name.
        let unnamed =
            |s: Subject| view.actors(s.first, s.last).is_empty() && view.parties[s.last].kind == PartyKind::Unnamed;
        if subject.is_none()
            && j + 1 == case.start()
            && CLASSES.having.contains(word)
            && view.subject_at(j).is_some_and(unnamed)
        {
            // Where the text has one force alone, it is not that one.
            let alone = case.forces.foremost[1].is_none();
            return if alone { Clause::Settled(Ruling::nobody(from..j + 1)) } else { settled(None) };
        }
        // Of two who act together it is neither's alone.
        if subject.is_none() && view.subject_at(j).is_some_and(|s| view.actors(s.first, s.last).len() > 1) {
            return Clause::Settled(Ruling::nobody(from..j + 1));
        }
        // The subject of what is done with the force: "keeps 100 troops", "has 4,000 members".
        if let Some(actor) = subject {
            // "A former general is believed to have 300 fighters": not his state's.
            if view.kind(actor) == ActorKind::Person
                && (from.saturating_sub(4)..from + 3).any(|k| CLASSES.once.contains(words.at(k)))
            {
                return Clause::Settled(Ruling::nobody(from..j + 1));
            }
            return settled(force_of(view, actor));
        }
    }
    Clause::Open { acted, seen: None }
}
