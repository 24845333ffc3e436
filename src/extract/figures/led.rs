//! Places that a preposition leads, and the names that they go by.

use super::classes::CLASSES;
use super::nouns::NOUNS;
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where, place_at};
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// The place that the preposition at token `j` leads, where it may be that of a force.
pub(super) fn led(view: &View<'_>, j: usize) -> Option<Where> {
    let words = view.words;
    if view.cover(j) != Cover::Nothing || is_elsewhere(view, j) {
        return None;
    }
    let at = if words.at(j + 1) == "the" { j + 2 } else { j + 1 };
    // "in the suburbs of Basra", "south of the Litani", "pulled out of Gao"
    if words.at(j) == "of" {
        let out = words.before(j, 1) == "out" && CLASSES.leaving.contains(words.before(j, 2));
        let battle = CLASSES.fighting.contains(words.before(j, 1));
        let part = out || battle || CLASSES.part_of_place.contains(words.before(j, 1));
        return part.then(|| named_place(view, at).or_else(|| unknown(view, at))).flatten();
    }
    // "in the battle for Gao", "the siege of Gao"
    if matches!(words.at(j), "for" | "on") && CLASSES.fighting.contains(words.before(j, 1)) {
        let found = named_place(view, at).filter(|w| w.breadth == Breadth::Town);
        let found = found.or_else(|| unknown(view, at).filter(|_| words.at(j) == "for"));
        if found.is_some() {
            return found;
        }
    }
    // "in what Manila calls the West Philippine Sea"
    if words.at(j + 1) == "what"
        && let Some(calls) = (j + 2..j + 7).find(|&k| matches!(words.at(k), "calls" | "call" | "called" | "is"))
    {
        let at = if words.at(calls + 1) == "the" { calls + 2 } else { calls + 1 };
        return feature(view, at).or_else(|| named_place(view, at));
    }
    // "stand before Basra"
    if matches!(
        words.at(j),
        "before" | "opposite" | "facing" | "above" | "beside" | "behind" | "beneath" | "round" | "between"
    ) {
        let found = named_place(view, at).filter(|w| w.breadth == Breadth::Town);
        return found.or_else(|| matches!(words.at(j), "above" | "round").then(|| unknown(view, at)).flatten());
    }
    // "ashore on East Falkland", "shot down over Santa Rosa"
    // "at Druze batteries": an adjective that no list knows.
    let place = place_at(view, j).filter(|w| {
        let known = view.cover(w.end - 1) != Cover::Nothing;
        known || words.is_capital(w.end) || NOUNS.noun(words.at(w.end)).is_none()
    });
    place.or_else(|| match words.at(j) {
        "over" => unknown(view, at).filter(|w| {
            let part = CLASSES.sending.contains(words.before(j, 1)) || words.before(j, 1).starts_with("hand");
            let noun = words.kind(w.end) == TokenKind::Word
                && !words.is(w.end, Classes::PREPOSITION.with(Classes::CLAUSE).with(Classes::ADVERB))
                && words.at(w.end) != "and";
            !part && !noun
        }),
        "on" => unknown(view, at).filter(|_| is_ground(view, at)),
        _ => None,
    })
}

/// A name in capitals that no list knows, from token `i` on.
fn unknown(view: &View<'_>, i: usize) -> Option<Where> {
    let words = view.words;
    let end = (i..i + 4)
        .find(|&k| words.kind(k) != TokenKind::Word || !words.is_capital(k) || view.cover(k) != Cover::Nothing)
        .unwrap_or(i + 4);
    let name = end > i && words.raw(i).chars().count() > 2 && words.kind(end) != TokenKind::Possessive;
    name.then(|| Where { name: words.span(&(i..end)).of(words.text).to_owned(), end, breadth: Breadth::Town })
}

/// Whether the name from token `i` on says by itself that it is land: "East Falkland", "Mount Kent", "Sakhalin Island".
fn is_ground(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let quarter = matches!(words.at(i), "east" | "west" | "north" | "south" | "mount" | "hill" | "point" | "cape");
    let land = (i + 1..i + 4).take_while(|&k| words.is_capital(k)).any(|k| {
        matches!(
            words.at(k),
            "island" | "islands" | "peninsula" | "heights" | "ridge" | "hill" | "atoll" | "reef" | "shoal"
        )
    });
    quarter && words.is_capital(i + 1) || land
}

/// Whether the preposition at token `j` tells of something else: "according to Kyiv", "the deal signed in Pretoria".
fn is_elsewhere(view: &View<'_>, j: usize) -> bool {
    let words = view.words;
    let before = words.before(j, 1);
    // "against Kyiv", "for Kyiv", "told colleagues in Vienna that"
    // "most of them from India": where they were born.
    words.at(j) == "from"
        && matches!(
            before,
            "them"
                | "those"
                | "mostly"
                | "mainly"
                | "largely"
                | "drawn"
                | "half"
                | "most"
                | "come"
                | "came"
                | "recruited"
        )
        // "died in attacks from Chad": where they came from.
        || words.at(j) == "from" && CLASSES.fighting.contains(before)
        || words.at(j) == "to" && matches!(before, "according" | "belonging" | "loyal" | "allied" | "due" | "thanks")
        || CLASSES.document.contains(before)
        || words.at(j) == "for" && matches!(before, "fighting" | "killed" | "died")
}

/// "from Bavaria to Romania": where it goes, rather than where it comes from.
pub(super) fn goal(view: &View<'_>, from: usize, found: &Where) -> Option<String> {
    let to = found.end;
    let moves = view.words.at(from) == "from" && matches!(view.words.at(to), "to" | "towards" | "into");
    moves.then(|| place_at(view, to)).flatten().map(|w| w.name)
}

/// The state on whose "soil" something stands, from the preposition at token `j` on.
pub(super) fn soil(view: &View<'_>, j: usize) -> Option<String> {
    let words = view.words;
    let (actor, form) =
        view.named(j + 1).filter(|_| matches!(words.at(j), "on" | "in" | "inside" | "onto" | "into"))?;
    let ground = matches!(words.at(view.cover_end(j + 1)), "soil" | "territory" | "waters" | "airspace" | "side");
    (ground && form == MentionForm::Demonym).then(|| view.names.actors[actor].name.clone())
}

/// A sea, strait or valley by its name in capitals, from token `i` on: "the Arabian Sea".
pub(super) fn feature(view: &View<'_>, i: usize) -> Option<Where> {
    let words = view.words;
    let mut end = i;
    while end < i + 4 && words.kind(end) == TokenKind::Word && words.is_capital(end) {
        end += 1;
    }
    let noun = matches!(
        words.before(end, 1),
        "sea"
            | "strait"
            | "straits"
            | "channel"
            | "gulf"
            | "bay"
            | "river"
            | "valley"
            | "peninsula"
            | "islands"
            | "basin"
            | "ocean"
    );
    (end > i + 1 && noun).then(|| Where {
        name: words.span(&(i..end)).of(words.text).to_owned(),
        end,
        breadth: Breadth::Town,
    })
}

/// The place or country that token `i` names.
pub(super) fn named_place(view: &View<'_>, i: usize) -> Option<Where> {
    match view.cover(i) {
        Cover::Place(p) => {
            Some(Where { name: view.names.places[p].name.clone(), end: view.cover_end(i), breadth: Breadth::Town })
        }
        Cover::Mention(m) => {
            let actor = view.names.mentions[m].actor;
            let end = view.cover_end(i);
            let whole = view.words.kind(end) != TokenKind::Possessive;
            (view.kind(actor) == ActorKind::State && whole).then(|| Where {
                name: view.names.actors[actor].name.clone(),
                end,
                breadth: Breadth::Country,
            })
        }
        _ => None,
    }
}
