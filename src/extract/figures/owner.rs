//! Whose a figure is by its own phrase: the words before, in and behind the noun.

use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::possessor::possessor;
use super::side::{Case, Ruling};
use super::spoken;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::PartyKind;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, FigureKind};
use crate::text::TokenKind;

/// "122,000 Russian troops", "40 Hamas fighters", "12 of its soldiers", "1,100 peacekeepers of UNDOF"
pub(super) fn in_the_noun_phrase(case: &Case<'_>) -> Option<Ruling> {
    let (view, counted) = (case.view, case.counted);
    let words = view.words;
    let inside = case.core.end..counted.tokens.end.max(case.core.end);
    // "400 Colombian mercenaries": where they come from.
    let hired = inside.clone().any(|j| matches!(words.at(j), "mercenaries" | "mercenary" | "contractors"));
    let owner = inside.clone().find_map(|j| {
        let (actor, form) = view.named(j)?;
        (!hired || form != MentionForm::Demonym || view.kind(actor) != ActorKind::State).then_some((j, actor))
    });
    if let Some((j, actor)) = owner {
        // "six Bangladeshi peacekeepers of UNISFA": the mission's.
        let mission = behind_the_noun(case).filter(|_| view.kind(actor) == ActorKind::State).filter(|r| {
            view.named(r.words.start)
                .is_some_and(|(a, _)| view.kind(a) == ActorKind::Organisation && view.names.actors[a].of.is_none())
        });
        return Some(mission.unwrap_or_else(|| case.of(actor, j..j + 1)));
    }
    // "some 500 of the mission's peacekeepers": the mission that was told of.
    let mission = inside.clone().find(|&j| {
        matches!(words.at(j), "mission" | "force" | "operation") && words.kind(j + 1) == TokenKind::Possessive
    });
    if let Some(j) = mission
        && let Some(actor) = spoken::mission_told_of(case).filter(|&a| view.kind(a) == ActorKind::Organisation)
    {
        return Some(case.of(actor, j..j + 1));
    }
    // "all 2,000 of the country's troops"
    let owners = view.party_from(inside.start)..view.party_from(inside.end);
    if let Some(p) = owners.rev().find(|&p| {
        let party = &view.parties[p];
        party.kind == PartyKind::Possessor && words.kind(party.tokens.end) == TokenKind::Possessive
    }) {
        return case.of_party(p);
    }
    // "12 of its soldiers": the subject's.
    let force = inside
        .clone()
        .any(|j| NOUNS.noun(words.at(j)).is_some_and(|n| n.kind == FigureKind::Personnel) && words.at(j) != "people");
    if (!counted.nameless || force || inside.clone().any(|j| matches!(words.at(j), "its" | "own")))
        && let Some(j) = inside.clone().find(|&j| matches!(words.at(j), "its" | "his" | "her" | "their" | "own"))
    {
        return possessor(case, j, case.core.start).map(|actor| case.of(actor, j..j + 1));
    }
    None
}

/// "the mission, about 10,000 peacekeepers strong", "Islamic State, perhaps 1,000 strong", "the ELN, some 3,000 fighters,"
pub(super) fn apposition(case: &Case<'_>) -> Option<Ruling> {
    let (view, sentence) = (case.view, &case.sentence);
    let words = view.words;
    // "MINUSMA, a mission of 13,000 peacekeepers,"
    let mut start = case.start();
    if words.before(start, 1) == "of" && CLASSES.force_noun.contains(words.before(start, 2)) {
        start -= 2;
        while start > sentence.start && words.at(start - 1) != "," && start + 5 > case.start() {
            start -= 1;
        }
    }
    // "the army of the president, on paper 150,000 strong"
    if words.before(start, 1) == "paper" && words.before(start, 2) == "on" {
        start -= 2;
    }
    let comma = start.checked_sub(1).filter(|&j| j > sentence.start && words.at(j) == ",")?;
    let end = case.counted.tokens.end;
    let strong = words.at(end) == "strong" || words.before(end, 1) == "strong";
    let closed = matches!(words.at(end), "," | "." | ")" | ";" | "in" | "with");
    if !strong && !closed {
        return None;
    }
    let at = if words.before(comma, 1) == ")" { comma - 1 } else { comma };
    let p = view.party_ending(comma).or_else(|| view.party_ending(at))?;
    let party = &view.parties[p];
    let actor = *party.actors.first()?;
    let body = matches!(view.kind(actor), ActorKind::ArmedGroup | ActorKind::Organisation) || strong;
    // "according to the UN, 12 soldiers", "with the UN, 900 soldiers in": the party is no part of the noun phrase.
    let governed = start == case.start()
        && party.tokens.start > sentence.start
        && matches!(
            words.before(party.tokens.start, 1),
            "to" | "by" | "for" | "from" | "with" | "against" | "said" | "says"
        );
    // "He spoke of Hamas, 40 tanks and …": a list goes on.
    // "the army of President X, 150,000 strong": the man's, for the army that is said to be so strong.
    let lead = party.tokens.start;
    let led = strong && words.before(lead, 1) == "of" && CLASSES.force_noun.contains(words.before(lead, 2));
    let fights = led || party.acts() && view.kind(actor) != ActorKind::Person;
    (body && !governed && fights && party.tokens.start >= sentence.start).then(|| case.of_party(p)).flatten()
}

/// "lost 22 of its own", "900 troops of their own": of whom it is told.
pub(super) fn of_its_own(case: &Case<'_>) -> Option<Ruling> {
    let (words, end) = (case.view.words, case.counted.tokens.end);
    let from = case.core.end..end + 1;
    let at = from.into_iter().find(|&j| {
        words.at(j) == "of" && matches!(words.at(j + 1), "its" | "their" | "his" | "her") && words.at(j + 2) == "own"
    })?;
    possessor(case, at + 1, case.core.start).map(|actor| case.of(actor, at..at + 3))
}

/// "soldiers of the 82nd Division", "fighters from Hezbollah", "Hamas's 30,000 fighters" is before. It may be a party that
/// has no name: "two battalions of the western army".
pub(super) fn behind_the_noun(case: &Case<'_>) -> Option<Ruling> {
    let (view, sentence, end) = (case.view, &case.sentence, case.counted.tokens.end);
    let words = view.words;
    if !matches!(words.at(end), "of" | "from" | "belonging") || end >= sentence.end {
        return None;
    }
    let mut j = end + 1;
    while matches!(words.at(j), "the" | "to" | "both" | "its" | "a" | "an") {
        j += 1;
    }
    if let Some((actor, form)) = view.named(j) {
        let after = view.cover_end(j);
        // "men of Russia's Africa Corps": the force, not its state.
        if words.kind(after) == TokenKind::Possessive
            && let Some((own, _)) = view.named(after + 1)
        {
            return Some(case.of(own, after + 1..view.cover_end(after + 1)));
        }
        // "soldiers from Ukraine for this purpose": a state behind "from" may be a place.
        let place = words.at(end) == "from" && view.kind(actor) == ActorKind::State && form != MentionForm::Demonym;
        return (!place).then(|| case.of(actor, j..after));
    }
    let mut k = j;
    while k < j + 4 && k < sentence.end && words.kind(k) == TokenKind::Word && !words.is(k, Classes::PREPOSITION) {
        if matches!(
            words.at(k),
            "army" | "forces" | "force" | "militia" | "militias" | "rebels" | "movements" | "militants" | "opposition"
        ) && !matches!(words.at(end + 1), "its" | "their")
            && k > j
        {
            return Some(Ruling::nobody(end..k + 1));
        }
        if view.named(k).is_some() {
            break;
        }
        k += 1;
    }
    None
}

/// "Niger's 25,000 soldiers", "his country's 800,000-strong army"
pub(super) fn before_the_number(case: &Case<'_>) -> Option<Ruling> {
    let (view, sentence) = (case.view, &case.sentence);
    let words = view.words;
    let mut at = case.start();
    while at > sentence.start
        && matches!(
            words.before(at, 1),
            "own" | "the" | "total" | "entire" | "roughly" | "about" | "new" | "some" | "last" | "first" | "remaining"
        )
    {
        at -= 1;
    }
    // "estimates Ukraine's at 100,000"
    if words.before(at, 1) == "at" && at >= 2 && words.kind(at - 2) == TokenKind::Possessive {
        at -= 1;
    }
    if at == sentence.start {
        return None;
    }
    let of = |actor, j: usize| case.of(actor, j..at);
    if words.kind(at - 1) == TokenKind::Possessive && at >= 2 {
        if let Some((actor, _)) = view.named(at - 2) {
            return Some(of(actor, at - 2));
        }
        // "his country's", "its army's"
        let whose = (sentence.start.max(at.saturating_sub(5))..at)
            .find(|&j| matches!(words.at(j), "his" | "her" | "its" | "their"));
        if let Some((j, &person)) = whose.and_then(|j| Some((j, view.whose(j).first()?))) {
            return Some(of(person, j));
        }
        if let Some(j) = whose {
            return possessor(case, j, case.core.start).map(|actor| of(actor, j));
        }
    }
    if matches!(words.before(at, 1), "its" | "their") {
        // It is somebody's, whoever that is.
        let actor = possessor(case, at - 1, case.core.start);
        return Some(actor.map_or_else(|| Ruling::open(at - 1..at), |actor| of(actor, at - 1)));
    }
    // "the Ukrainian 22 tanks" is rare; "a US 5,000-strong force" is not.
    view.named(at - 1).filter(|(_, form)| *form == MentionForm::Demonym).map(|(actor, _)| of(actor, at - 1))
}

/// "Al-Shabaab, with 7,000 fighters"
pub(super) fn party_with(case: &Case<'_>) -> Option<Ruling> {
    let (view, start) = (case.view, case.start());
    if view.words.before(start, 1) != "with" || view.words.before(start, 2) != "," {
        return None;
    }
    let Some(p) = view.party_ending(start - 2) else {
        // "Nusra, with 10,000": a name that nobody knows.
        let name = start - 3;
        return (name >= case.sentence.start && view.words.is_capital(name)).then(|| Ruling::nobody(name..name + 1));
    };
    let party = &view.parties[p];
    (party.acts() && party.tokens.start >= case.sentence.start).then(|| case.of_party(p)).flatten()
}

/// "the Russian force … at 100,000", "Russian losses … at 1,330", "a Ukrainian column of a dozen vehicles"
pub(super) fn force_noun_before(case: &Case<'_>) -> Option<Ruling> {
    let (view, sentence, start) = (case.view, &case.sentence, case.start());
    let words = view.words;
    // "Delić's army with 110,000 men"
    if words.before(start, 1) == "with"
        && CLASSES.force_noun.contains(words.before(start, 2))
        && let Some(p) = view.party_ending(start - 3).or_else(|| {
            (words.kind(start.wrapping_sub(3)) == TokenKind::Possessive).then(|| view.party_ending(start - 3)).flatten()
        })
        && !view.parties[p].acts()
    {
        return case.of_party(p);
    }
    // "Nigeria, with an army of 143,000", "Chad has a force of 900"
    if words.before(start, 1) == "of"
        && start > sentence.start + 4
        && (2..4)
            .any(|k| matches!(words.before(start, k), "army" | "force" | "military" | "navy" | "garrison" | "strength"))
    {
        let with = (sentence.start.max(start.saturating_sub(8))..start).rev().find(|&j| words.at(j) == "with");
        if let Some(p) = with
            .and_then(|j| view.party_ending(if words.before(j, 1) == "," { j - 1 } else { j }))
            .filter(|&p| view.parties[p].tokens.start >= sentence.start)
        {
            return case.of_party(p);
        }
    }
    // "Estimates of the LTTE range from 8,000 to 11,000 cadres"
    let estimate = (sentence.start..start.min(sentence.start + 6))
        .find(|&j| words.at(j + 1) == "of" && matches!(words.at(j), "estimates" | "estimate"));
    if let Some(j) = estimate {
        let p = view.party_from(j + 2);
        let party = view.parties.get(p).filter(|q| q.tokens.start <= j + 3 && q.tokens.end < start);
        let fights = party
            .and_then(|q| q.actors.first())
            .is_some_and(|&a| matches!(view.kind(a), ActorKind::State | ActorKind::ArmedGroup));
        if fights {
            return case.of_party(p);
        }
    }
    // "put the number of North Korean guns at 10,000"
    let number = (sentence.start.max(start.saturating_sub(16))..start)
        .find(|&j| words.at(j + 1) == "of" && matches!(words.at(j), "number" | "total" | "strength"));
    if let Some(p) = number.map(|j| view.party_from(j + 2))
        && let Some(party) = view.parties.get(p)
        && number.is_some_and(|j| party.tokens.start <= j + 3)
        && party.tokens.end < start
        // "the number of Argentines captured": the demonym gives the side of the victims.
        && (matches!(party.kind, PartyKind::Adjective | PartyKind::Possessor)
            || case.is_loss() && words.at(party.tokens.end - 1).ends_with('s')
                && matches!(view.named(party.tokens.end - 1), Some((_, MentionForm::Demonym))))
    {
        return case.of_party(p);
    }
    // "fixes the Russian army at 900,000": the force itself has a name.
    if matches!(words.before(start, 1), "at" | "of" | "to")
        && let Some(p) = start.checked_sub(1).and_then(|at| view.party_ending(at))
        && view.parties[p].tokens.clone().any(|j| CLASSES.force_noun.contains(words.at(j)))
    {
        return case.of_party(p);
    }
    let (from, to) = (view.party_from(sentence.start), view.party_from(start));
    for p in (from..to).rev().take(6) {
        let party = &view.parties[p];
        if !matches!(party.kind, PartyKind::Adjective | PartyKind::Possessor) {
            continue;
        }
        let mut j = party.tokens.end;
        if words.kind(j) == TokenKind::Possessive {
            j += 1;
        }
        let noun = (j..j + 4).find(|&k| CLASSES.force_noun.contains(words.at(k)));
        if let Some(noun) = noun
            .filter(|&n| n < start && (j..n).all(|k| !words.is(k, Classes::PREPOSITION) && verb_at(words, k).is_none()))
        {
            // Only where it is what is counted: "of", "at", "number", not where it acts on the counted.
            let leads = (noun + 1..start).all(|k| {
                let word = words.at(k);
                word != ";"
                    && (verb_at(words, k).is_none()
                        || NOUNS.is_size(word)
                        || NOUNS.is_loss(word)
                        || CLASSES.standing.contains(word)
                        || CLASSES.reaching.contains(word))
            });
            if leads {
                return case.of_party(p);
            }
        }
    }
    None
}
