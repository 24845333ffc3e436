//! Whose a figure is by what stands around its phrase: a name in apposition behind it, a predicate, the vessel that they
//! were aboard, the party that the sentence before told of as answering.

use super::agency::subject_of;
use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::side::{Case, Ruling, block_start};
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, Party};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, FigureKind};
use crate::text::TokenKind;

/// "Of these 700,000 are Indian": the predicate.
pub(super) fn predicate(case: &Case<'_>) -> Option<Ruling> {
    let (view, end) = (case.view, case.counted.tokens.end);
    if !matches!(view.words.at(end), "are" | "were") || end + 1 >= case.sentence.end {
        return None;
    }
    let (actor, form) = view.named(end + 1)?;
    let after = view.cover_end(end + 1);
    // "are Indian officers' sons": the demonym goes on to a noun.
    let closed = view.words.kind(after) != TokenKind::Word || matches!(view.words.at(after), "and" | "or" | "but");
    (form == MentionForm::Demonym && closed).then(|| case.of(actor, end..after))
}

/// "A UN force of 70 military observers, UNAVEM, will count them": the name of the force between commas.
pub(super) fn named_behind(case: &Case<'_>) -> Option<Ruling> {
    let (view, end, start) = (case.view, case.counted.tokens.end, case.start());
    let words = view.words;
    let force = words.before(start, 1) == "of"
        && (CLASSES.force_noun.contains(words.before(start, 2)) || CLASSES.mission.contains(words.before(start, 2)));
    if !force || words.at(end) != "," || end + 2 >= case.sentence.end {
        return None;
    }
    let at = if words.at(end + 1) == "the" { end + 2 } else { end + 1 };
    let (actor, _) = view.named(at)?;
    let after = view.cover_end(at);
    let body = matches!(view.kind(actor), ActorKind::ArmedGroup | ActorKind::Organisation);
    (body && matches!(words.at(after), "," | ".")).then(|| case.of(actor, at..after))
}

/// "the Israeli air force, four of whose aircraft": the antecedent of the relative.
pub(super) fn whose(case: &Case<'_>) -> Option<Ruling> {
    let (view, start) = (case.view, case.start());
    let inside = case.core.end..case.counted.tokens.end;
    let comma = start.checked_sub(1).filter(|&j| view.words.at(j) == "," && j > case.sentence.start)?;
    let relative = inside.clone().any(|j| view.words.at(j) == "whose");
    let p = view.party_ending(comma).filter(|_| relative)?;
    (view.parties[p].tokens.start >= case.sentence.start).then(|| case.of_party(p)).flatten()
}

/// "and, from the Dutch, two more": the giver by itself, a people and no place.
pub(super) fn from_whom(case: &Case<'_>) -> Option<Ruling> {
    let (view, start) = (case.view, case.start());
    let comma = start.checked_sub(1).filter(|&j| view.words.at(j) == "," && j > case.sentence.start)?;
    let p = view.party_ending(comma).filter(|_| case.counted.left_out)?;
    let at = view.parties[p].tokens.start;
    let lead = if view.words.before(at, 1) == "the" { 2 } else { 1 };
    let people = (at..comma).any(|j| matches!(view.named(j), Some((_, MentionForm::Demonym))));
    (view.words.before(at, lead) == "from" && people && at >= case.sentence.start).then(|| case.of_party(p)).flatten()
}

/// "The Argentine cruiser was torpedoed with the loss of 300 men", "a Korean corvette with 104 men aboard": those aboard
/// are of the vessel's side, where the sentence names one alone.
pub(super) fn aboard(case: &Case<'_>) -> Option<Ruling> {
    let (view, start, end) = (case.view, case.start(), case.counted.tokens.end);
    let words = view.words;
    if !matches!(case.counted.kind, FigureKind::Personnel | FigureKind::Casualties) || start < case.sentence.start + 4 {
        return None;
    }
    let lost = words.is_phrase(start - 4, "with the loss of");
    let manned = words.before(start, 1) == "with"
        && (words.at(end) == "aboard" && words.kind(end + 1) != TokenKind::Word
            || words.is_phrase(end, "on board") && words.kind(end + 2) != TokenKind::Word);
    if !lost && !manned {
        return None;
    }
    let floor = case.sentence.start.max(start.saturating_sub(30));
    let mut vessels = (floor..start).rev().filter_map(|j| {
        let (actor, form) = view.named(j)?;
        let after = view.cover_end(j);
        let owner = form == MentionForm::Demonym || words.kind(after) == TokenKind::Possessive;
        let noun = (after..after + 3)
            .take_while(|&k| k < start && verb_at(words, k).is_none())
            .any(|k| NOUNS.noun(words.at(k)).is_some_and(|n| n.kind == FigureKind::Equipment && !n.weak));
        (owner && noun).then_some((actor, j))
    });
    let (actor, at) = vessels.next()?;
    vessels.all(|(other, _)| other == actor).then(|| case.of(actor, at..at + 1))
}

/// "The Russians answered in the night. At least 19 drones crossed the border": of who answered or opened fire, where
/// neither sentence names another before the figure.
pub(super) fn answered(case: &Case<'_>) -> Option<Ruling> {
    let (view, start) = (case.view, case.start());
    let words = view.words;
    let party_in = |from: usize, to: usize| {
        let (from, to) = (view.party_from(from), view.party_from(to));
        // "across the border with Chad": no party to it.
        let governed = |p: &Party| p.tokens.start > 0 && words.is_before(p.tokens.start, 1, Classes::PREPOSITION);
        view.parties[from..to].iter().filter(|p| p.acts() && !governed(p)).count()
    };
    if case.counted.kind != FigureKind::Equipment || party_in(case.sentence.start, start) > 0 {
        return None;
    }
    let before = words.sentences.get(case.at.checked_sub(1)?)?.clone();
    if before.start < block_start(view, start) || before.len() > 40 {
        return None;
    }
    let verb = before.clone().find(|&j| {
        let fires = matches!(words.at(j), "opens" | "opened") && words.at(j + 1) == "fire";
        (fires || CLASSES.answering.contains(words.at(j)))
            && verb_at(words, j).is_some()
            && view.cover(j) == Cover::Nothing
    })?;
    // "19 drones were shot down": by whomever, of whomever.
    let passive = (case.counted.tokens.end..case.counted.tokens.end + 3)
        .find(|&j| !words.is(j, Classes::AUXILIARY))
        .is_some_and(|j| CLASSES.downing.contains(words.at(j)));
    let actor = subject_of(view, verb).filter(|_| !passive)?;
    (party_in(before.start, before.end) == 1).then(|| case.of(actor, before.start..verb + 1))
}
