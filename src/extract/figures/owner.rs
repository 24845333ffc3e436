//! Whose a figure is by its own phrase: the words before, in and behind the noun.

use std::ops::Range;

use super::classes::CLASSES;
use super::counted::Counted;
use super::nouns::NOUNS;
use super::side::{block_start, force_of, is_against, subject_of};
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{PartyKind, View};
use crate::extract::verbs::{VerbForm, is_saying, verb_at};
use crate::extract::words::is_preposition;
use crate::extract::{ActorKind, FigureKind};
use crate::text::TokenKind;
/// "122,000 Russian troops", "40 Hamas fighters", "12 of its soldiers", "1,100 peacekeepers of UNDOF"
pub(super) fn in_the_noun_phrase(view: &View<'_>, core: &Range<usize>, counted: &Counted) -> Option<usize> {
    let inside = core.end..counted.tokens.end.max(core.end);
    for j in inside.clone() {
        if let Some((actor, _)) = view.named(j) {
            return Some(actor);
        }
    }
    // "12 of its soldiers": the subject's.
    let force = inside.clone().any(|j| {
        NOUNS.noun(view.words.at(j)).is_some_and(|n| n.kind == FigureKind::Personnel) && view.words.at(j) != "people"
    });
    if (!counted.nameless || force || inside.clone().any(|j| view.words.at(j) == "its"))
        && let Some(j) = inside.clone().find(|&j| matches!(view.words.at(j), "its" | "his" | "her" | "their" | "own"))
    {
        return possessor(view, j, core.start);
    }
    None
}

/// Whom "its", "his", "their" at token `j` mean: the subject of the clause, else the last who acted in the paragraph.
pub(super) fn possessor(view: &View<'_>, j: usize, at: usize) -> Option<usize> {
    let one = |actors: &[usize]| match actors {
        [one] => Some(*one),
        [first, ..] => {
            let force = force_of(view, *first);
            actors.iter().all(|&a| force_of(view, a) == force).then_some(*first)
        }
        _ => None,
    };
    if let Some(found) = subject_of(view, at).or_else(|| one(view.whose(j))) {
        return Some(found);
    }
    let floor = block_start(view, at);
    (floor..at).rev().find_map(|k| subject_of(view, k))
}

/// "the mission, about 10,000 peacekeepers strong", "Islamic State, perhaps 1,000 strong", "the ELN, some 3,000 fighters,"
pub(super) fn apposition(view: &View<'_>, counted: &Counted, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    let comma = counted.tokens.start.checked_sub(1).filter(|&j| j > sentence.start && words.at(j) == ",")?;
    let end = counted.tokens.end;
    let strong = words.at(end) == "strong" || words.before(end, 1) == "strong";
    let closed = matches!(words.at(end), "," | "." | ")" | ";");
    if !strong && !closed {
        return None;
    }
    let at = if words.before(comma, 1) == ")" { comma - 1 } else { comma };
    let p = view.party_ending(comma).or_else(|| view.party_ending(at))?;
    let party = &view.parties[p];
    let actor = *party.actors.first()?;
    let body = matches!(view.kind(actor), ActorKind::ArmedGroup | ActorKind::Organisation) || strong;
    // "He spoke of Hamas, 40 tanks and …": a list goes on.
    (body && party.acts() && party.tokens.start >= sentence.start && view.kind(actor) != ActorKind::Person)
        .then_some(actor)
}

/// "14 missiles that the Houthis had launched", "the 900 soldiers whom Chad sent": of the one who did it.
pub(super) fn relative(view: &View<'_>, end: usize, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    if !matches!(words.at(end), "that" | "which" | "whom") || end >= sentence.end {
        return None;
    }
    let party = view.parties.get(view.party_from(end + 1))?;
    let verb = (party.tokens.end..party.tokens.end + 6).find(|&j| {
        verb_at(words, j).is_some_and(|v| v != VerbForm::Auxiliary) || is_against(words.at(j)) || is_saying(words.at(j))
    })?;
    let own =
        party.tokens.start <= end + 2 && party.acts() && !is_against(words.at(verb)) && !is_saying(words.at(verb));
    own.then(|| party.actors.first().copied()).flatten()
}

/// Whose the noun's complement makes it.
pub(super) enum Owner {
    /// A named party's.
    Party(usize),
    /// A party's that has no name: "two battalions of the western army".
    Unnamed,
    /// There is no complement.
    Unsaid,
}

/// "soldiers of the 82nd Division", "fighters from Hezbollah", "Hamas's 30,000 fighters" is before.
pub(super) fn behind_the_noun(view: &View<'_>, end: usize, sentence: &Range<usize>) -> Owner {
    let words = view.words;
    if !matches!(words.at(end), "of" | "from" | "belonging") || end >= sentence.end {
        return Owner::Unsaid;
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
            return Owner::Party(own);
        }
        // "soldiers from Ukraine for this purpose": a state behind "from" may be a place.
        let place = words.at(end) == "from" && view.kind(actor) == ActorKind::State && form != MentionForm::Demonym;
        return if place { Owner::Unsaid } else { Owner::Party(actor) };
    }
    let mut k = j;
    while k < j + 4 && k < sentence.end && words.kind(k) == TokenKind::Word && !is_preposition(words.at(k)) {
        if matches!(
            words.at(k),
            "army" | "forces" | "force" | "militia" | "militias" | "rebels" | "movements" | "militants" | "opposition"
        ) && !matches!(words.at(end + 1), "its" | "their")
            && k > j
        {
            return Owner::Unnamed;
        }
        if view.named(k).is_some() {
            break;
        }
        k += 1;
    }
    Owner::Unsaid
}

/// "Niger's 25,000 soldiers", "his country's 800,000-strong army"
pub(super) fn owner_before(
    view: &View<'_>,
    core: &Range<usize>,
    counted: &Counted,
    sentence: &Range<usize>,
) -> Option<usize> {
    let words = view.words;
    let mut at = counted.tokens.start;
    while at > sentence.start
        && matches!(words.before(at, 1), "own" | "the" | "total" | "entire" | "roughly" | "about" | "new" | "some")
    {
        at -= 1;
    }
    if at == sentence.start {
        return None;
    }
    if words.kind(at - 1) == TokenKind::Possessive && at >= 2 {
        if let Some((actor, _)) = view.named(at - 2) {
            return Some(actor);
        }
        // "his country's", "its army's"
        let whose = (sentence.start.max(at.saturating_sub(5))..at)
            .find(|&j| matches!(words.at(j), "his" | "her" | "its" | "their"));
        if let Some(person) = whose.and_then(|j| view.whose(j).first().copied()) {
            return Some(person);
        }
        if let Some(j) = whose {
            return possessor(view, j, core.start);
        }
    }
    if matches!(words.before(at, 1), "its" | "their") {
        return possessor(view, at - 1, core.start);
    }
    // "the Ukrainian 22 tanks" is rare; "a US 5,000-strong force" is not.
    view.named(at - 1).filter(|(_, form)| *form == MentionForm::Demonym).map(|(actor, _)| actor)
}

/// "the Russian force … at 100,000", "Russian losses … at 1,330", "a Ukrainian column of a dozen vehicles"
pub(super) fn force_noun_before(view: &View<'_>, start: usize, sentence: &Range<usize>) -> Option<usize> {
    let words = view.words;
    // "Al-Shabaab, with 7,000 fighters"
    if words.before(start, 1) == "with"
        && words.before(start, 2) == ","
        && let Some(p) = view
            .party_ending(start - 2)
            .filter(|&p| view.parties[p].acts() && view.parties[p].tokens.start >= sentence.start)
    {
        return view.parties[p].actors.first().copied();
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
            return view.parties[p].actors.first().copied();
        }
    }
    // "fixes the Russian army at 900,000": the force itself has a name.
    if matches!(words.before(start, 1), "at" | "of" | "to")
        && let Some(p) = start.checked_sub(1).and_then(|at| view.party_ending(at))
        && view.parties[p].tokens.clone().any(|j| CLASSES.force_noun.contains(words.at(j)))
    {
        return view.parties[p].actors.first().copied();
    }
    let from = view.party_from(sentence.start);
    let to = view.party_from(start);
    for party in view.parties[from..to].iter().rev().take(6) {
        if !matches!(party.kind, PartyKind::Adjective | PartyKind::Possessor) {
            continue;
        }
        let mut j = party.tokens.end;
        if words.kind(j) == TokenKind::Possessive {
            j += 1;
        }
        let noun = (j..j + 4).find(|&k| CLASSES.force_noun.contains(words.at(k)));
        if let Some(noun) =
            noun.filter(|&n| n < start && (j..n).all(|k| !is_preposition(words.at(k)) && verb_at(words, k).is_none()))
        {
            // Only where it is what is counted: "of", "at", "number", not where it acts on the counted.
            let leads = (noun + 1..start).all(|k| {
                let word = words.at(k);
                verb_at(words, k).is_none()
                    || NOUNS.is_size(word)
                    || NOUNS.is_loss(word)
                    || CLASSES.standing.contains(word)
                    || CLASSES.reaching.contains(word)
            });
            if leads {
                return party.actors.first().copied();
            }
        }
    }
    None
}
