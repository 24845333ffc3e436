//! Whose force or loss a figure is: by its phrase (`owner`), by what it stands under (`topic`), by its verb, by what the
//! paragraph spoke of (`spoken`), in this order; null where none of them settles it.

use std::ops::Range;

use super::Found;
use super::classes::CLASSES;
use super::counted::Counted;
use super::nouns::NOUNS;
use super::owner::{Owner, apposition, behind_the_noun, force_noun_before, in_the_noun_phrase, owner_before, relative};
use super::said_by::sayer;
use super::spoken::{enemy, force_before, receiver, same_noun, same_noun_before, spoken_of};
use super::topic;
use crate::extract::parties::{Cover, PartyKind, View};
use crate::extract::verbs::{is_saying, verb_at};
use crate::extract::{ActorId, ActorKind, FigureKind};
use crate::text::TokenKind;

/// The state, armed group or mission whose forces an actor's are.
pub(super) fn force_of(view: &View<'_>, actor: usize) -> Option<ActorId> {
    let mut at = actor;
    for _ in 0..3 {
        let found = &view.names.actors[at];
        match (&found.of, found.kind) {
            (_, ActorKind::State) => return Some(found.id.clone()),
            (None, ActorKind::Person) => return None,
            (None, _) => return Some(found.id.clone()),
            // A named force is a side of its own; a numbered formation, a fleet, belong to their state.
            (Some(_), ActorKind::ArmedGroup) if !is_regular(&found.name) => return Some(found.id.clone()),
            (Some(of), _) => match view.names.actors.iter().position(|a| a.id == *of) {
                Some(next) if next != at => at = next,
                _ => return Some(of.clone()),
            },
        }
    }
    None
}

/// Whether the name is that of a regular formation: "82nd Airborne Division", "Black Sea Fleet".
fn is_regular(name: &str) -> bool {
    name.bytes().any(|b| b.is_ascii_digit())
        || name.split(' ').any(|word| {
            NOUNS.noun(&word.to_lowercase()).is_some_and(|n| n.kind == FigureKind::Unit && !n.weak) && word != "Corps"
        })
}

/// Whose the figure at `core` is.
pub(super) fn side(
    view: &View<'_>,
    core: &Range<usize>,
    counted: &Counted,
    before: &[Found],
    at: usize,
) -> Option<ActorId> {
    let previous = before.last().filter(|f| at <= f.sentence + 1).map(|f| (&f.counted, f.side.as_ref()));
    let sentence = view.sentence(core.start);
    if let Some(actor) = in_the_noun_phrase(view, core, counted) {
        return force_of(view, actor);
    }
    match behind_the_noun(view, counted.tokens.end, &sentence) {
        Owner::Party(actor) => return force_of(view, actor),
        Owner::Unnamed => return None,
        Owner::Unsaid => {}
    }
    if let Some(actor) = relative(view, counted.tokens.end, &sentence) {
        return force_of(view, actor);
    }
    if let Some(actor) = owner_before(view, core, counted, &sentence) {
        return force_of(view, actor);
    }
    // "53 Chinese aircraft and 19 ships": one owner for both.
    if let Some((told, Some(side))) = previous
        && matches!(view.words.before(counted.tokens.start, 1), "and" | ",")
        && told.tokens.end + 1 == counted.tokens.start
        && NOUNS.noun(view.words.at(told.tokens.end - 1)).is_some()
        && told.kind == counted.kind
        && !counted.nameless
    {
        return Some(side.clone());
    }
    if let Some(actor) = apposition(view, counted, &sentence) {
        return force_of(view, actor);
    }
    // "the United States 1,100"
    if let Some(p) = view.party_ending(counted.tokens.start)
        && view.parties[p].tokens.start >= sentence.start
        && view.parties[p].acts()
        && counted.left_out
        && let Some(&actor) = view.parties[p].actors.first()
        && view.parties[p].kind != PartyKind::Pronoun
    {
        return force_of(view, actor);
    }
    if let Some(actor) = topic::party(view, core.start) {
        return force_of(view, actor);
    }
    if is_total(view, counted, &sentence) && are_mixed(before, at) {
        return None;
    }
    // "China later admitted to four deaths": its own, whoever's were told of before.
    let start = counted.tokens.start;
    if counted.kind == FigureKind::Casualties
        && let Some(actor) = (sentence.start.max(start.saturating_sub(3))..start)
            .find(|&j| is_suffering(view.words.at(j)) && !view.words.at(j).starts_with("los"))
            .and_then(|j| subject_of(view, j))
    {
        return force_of(view, actor);
    }
    let bare_loss = counted.kind == FigureKind::Casualties
        && counted.what.split(' ').all(|w| NOUNS.is_loss(w))
        && view.words.at(core.end) == counted.what;
    let part = matches!(view.words.before(counted.tokens.start, 1), "including" | "them" | "whom");
    if (counted.left_out || bare_loss || part)
        && let Some((told, side)) = previous
        && (told.kind == counted.kind || counted.kind == FigureKind::Casualties || part)
    {
        // "70,000 fighters, and the army's at twice that, including 40,000 volunteers": of the one named since.
        let since = view.parties[view.party_from(told.tokens.end)..view.party_from(core.start)]
            .iter()
            .rev()
            .find(|p| p.kind == PartyKind::Possessor && part && p.tokens.start >= sentence.start);
        if let Some(actor) = since.and_then(|p| p.actors.first().copied()) {
            return force_of(view, actor);
        }
        return side.cloned();
    }
    if let Some(actor) = force_noun_before(view, counted.tokens.start, &sentence) {
        return force_of(view, actor);
    }
    by_verb(view, core, counted, before, &sentence)
}

/// Whether the count is a total: "the total at 20,000".
fn is_total(view: &View<'_>, counted: &Counted, sentence: &Range<usize>) -> bool {
    let start = counted.tokens.start;
    (sentence.start.max(start.saturating_sub(6))..start)
        .any(|j| matches!(view.words.at(j), "total" | "altogether" | "combined" | "overall"))
}

/// Whether the figures told of just before have several sides.
fn are_mixed(before: &[Found], at: usize) -> bool {
    let mut sides = before.iter().filter(|f| at <= f.sentence + 1).map(|f| &f.side);
    let Some(first) = sides.next() else { return false };
    sides.any(|side| side != first)
}

/// The one actor that is the subject at token `j`: of "While they left the palace, Chad sent …" the one behind the comma.
pub(super) fn subject_of(view: &View<'_>, j: usize) -> Option<usize> {
    let subject = view.subject_at(j)?;
    // "Seoul's own estimate is lower": the reckoner's, no force.
    let noun = view.parties[subject.last].tokens.end;
    if subject.owner && (noun..noun + 4).any(|k| k < j && CLASSES.estimate.contains(view.words.at(k))) {
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

/// The first token of the paragraph that token `at` stands in, if near.
pub(super) fn block_start(view: &View<'_>, at: usize) -> usize {
    let floor = at.saturating_sub(250);
    (floor..at).rev().find(|&j| view.words.kind(j) == TokenKind::Break).map_or(floor, |j| j + 1)
}

/// Whether the verb does something to the counted that is not its subject's: shooting, seeing, counting.
pub(super) fn is_against(word: &str) -> bool {
    CLASSES.against.contains(word)
}

/// Verbs of taking a loss, whose subject's it is.
fn is_suffering(word: &str) -> bool {
    CLASSES.suffering.contains(word)
}

fn by_verb(
    view: &View<'_>,
    core: &Range<usize>,
    counted: &Counted,
    before: &[Found],
    sentence: &Range<usize>,
) -> Option<ActorId> {
    let words = view.words;
    let mut j = counted.tokens.start;
    let floor = sentence.start.max(j.saturating_sub(30));
    let mut acted = false;
    let mut seen = None;
    while j > floor {
        j -= 1;
        let word = words.at(j);
        if words.kind(j) == TokenKind::Punctuation && matches!(word, ";" | ":" | "(") {
            break;
        }
        let participle =
            view.cover(j) == Cover::Nothing && word.ends_with("ing") && (is_against(word) || is_suffering(word));
        let said = is_saying(word) && matches!(words.before(j, 1), "has" | "have" | "had");
        if verb_at(words, j).is_none() && !participle && !said || view.cover(j) != Cover::Nothing {
            continue;
        }
        let subject: Vec<usize> = subject_of(view, j).into_iter().collect();
        if is_suffering(word) && !(counted.nameless && word.starts_with("los")) {
            return subject.first().and_then(|&a| force_of(view, a));
        }
        if counted.nameless && !matches!(word, "to" | "had" | "has" | "have") {
            return None;
        }
        // "a force that counted 100,000": of the force, by the verb before.
        if matches!(words.before(j, 1), "that" | "which") && !is_saying(word) && subject.is_empty()
            || matches!(words.before(j, 1), "that" | "which") && word == "counted"
        {
            continue;
        }
        let against = is_against(word) && (word != "brought" || words.at(j + 1) == "down");
        if against || counted.kind == FigureKind::Casualties && NOUNS.is_loss(word) {
            // "shot down 25 drones" of those just counted.
            let same = before
                .iter()
                .rev()
                .find(|f| f.counted.kind == counted.kind && same_noun(&f.counted.what, &counted.what));
            if same.is_some_and(|f| f.side.is_some()) || counted.kind == FigureKind::Casualties {
                return same.filter(|_| counted.kind != FigureKind::Casualties).and_then(|f| f.side.clone());
            }
            // "Russian drones hit the port … shot down 79 drones": of those told of before.
            if let Some(actor) = same_noun_before(view, core.start, &counted.what) {
                return force_of(view, actor);
            }
            seen = subject.first().and_then(|&a| force_of(view, a)).or(Some(String::new()));
            break;
        }
        // Arms that are delivered are the receiver's.
        if CLASSES.delivering.contains(word) && counted.kind == FigureKind::Equipment {
            return receiver(view, sentence, j, counted.tokens.end).and_then(|a| force_of(view, a));
        }
        let says = is_saying(word)
            && (!matches!(word, "put" | "puts" | "putting") || (j..counted.tokens.start).any(|k| words.at(k) == "at"));
        if says {
            break;
        }
        if matches!(word, "be" | "been" | "is" | "are" | "was" | "were" | "being")
            && counted.kind == FigureKind::Casualties
        {
            continue;
        }
        acted = true;
        // Of two who act together it is neither's alone.
        if subject.is_empty() && view.subject_at(j).is_some_and(|s| view.actors(s.first, s.last).len() > 1) {
            return None;
        }
        // The subject of what is done with the force: "keeps 100 troops", "has 4,000 members".
        if let Some(&actor) = subject.first() {
            return force_of(view, actor);
        }
    }
    if let Some(actor) = topic::lead(view, core) {
        return force_of(view, actor);
    }
    // "KFOR has 3,800 troops; 30 peacekeepers were hurt": of the mission that the paragraph told of.
    let helmets =
        (core.end..counted.tokens.end).any(|j| matches!(words.at(j), "peacekeeper" | "peacekeepers" | "helmets"));
    if helmets
        && let Some(mission) = before
            .iter()
            .rev()
            .take_while(|f| f.counted.tokens.start >= block_start(view, core.start))
            .find_map(|f| f.side.clone())
    {
        return Some(mission);
    }
    // "17 soldiers had died, Niger's defence ministry said": a country's own bodies speak of its own soldiers.
    if counted.nameless {
        return None;
    }
    if counted.kind != FigureKind::Casualties {
        // "Kirby gave a number: 3,000 soldiers", of the "Russian troops" that the paragraph speaks of.
        if !acted
            && seen.is_none()
            && matches!(counted.kind, FigureKind::Personnel | FigureKind::Unit)
            && let Some(actor) = spoken_of(view, core.start)
        {
            return force_of(view, actor);
        }
        // Counted by another ("Taiwan's ministry counted 71 aircraft"), or told without a verb, as in a table: of the
        // force spoken of last that is not the counter's own.
        if seen.is_some() || !acted && !(sentence.start..core.start).any(|j| is_saying(words.at(j))) {
            // Behind a semicolon another force is told of.
            let parted = |f: &Found| {
                let end = f.counted.tokens.end;
                end >= sentence.start
                    && (end..core.start).any(|j| words.at(j) == ";")
                    && view.party_from(end) < view.party_from(core.start)
            };
            // "The Houthis fired at a ship; the frigate shot down 12 drones": of the one other party spoken of.
            if let Some(enemy) = seen.as_ref().and_then(|seen| enemy(view, core.start, seen)) {
                return Some(enemy);
            }
            let block = block_start(view, core.start);
            let spoken = before
                .iter()
                .rev()
                .find(|f| f.counted.kind == counted.kind)
                .filter(|f| f.counted.tokens.start >= block)
                .filter(|f| !parted(f))
                .and_then(|f| f.side.clone())
                .filter(|s| seen.as_ref() != Some(s));
            let heading = || topic::heading(view, core).and_then(|a| force_of(view, a));
            return spoken.or_else(|| force_before(view, core.start, seen.as_ref())).or_else(heading);
        }
        // The force that the sentence before told of.
        if let Some(side) = before
            .last()
            .filter(|f| {
                (f.counted.kind == counted.kind || acted)
                    && view.words.sentence_of(core.start) <= f.sentence + 1
                    && f.counted.tokens.start >= block_start(view, core.start)
            })
            .and_then(|f| f.side.clone())
        {
            return Some(side);
        }
        if counted.kind != FigureKind::Personnel {
            return None;
        }
    }
    let sayer = sayer(view, core, sentence)?;
    let actor = &view.names.actors[sayer];
    let own = (actor.kind == ActorKind::Organisation && actor.of.is_some()).then(|| force_of(view, sayer)).flatten()?;
    // Where the paragraph speaks of another's soldiers, it is not settled whose died.
    let spoken = spoken_of(view, core.start).and_then(|a| force_of(view, a));
    let told = before.iter().rev().find(|f| f.counted.kind == counted.kind && f.side.is_some());
    let other = spoken.or_else(|| told.and_then(|f| f.side.clone())).is_some_and(|o| o != own);
    (!other).then_some(own)
}
