//! Where a figure's force is, as its sentence says.

use std::ops::Range;

use super::classes::CLASSES;
use super::table;
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, View};
use crate::extract::places::{Breadth, Where, leads_place, place_at};
use crate::extract::verbs::{is_saying, verb_at};
use crate::text::TokenKind;

/// Where the figure's force is; `limit` is the token at which another figure takes over.
pub(super) fn place(view: &View<'_>, tokens: &Range<usize>, limit: usize) -> Option<String> {
    let sentence = view.sentence(tokens.start);
    // In a table the row says where.
    if let Some(cell) = table::cell_at(view, tokens.start) {
        return behind(view, tokens, &cell.tokens, limit)
            .or_else(|| named_place(view, cell.row.start).filter(|w| w.breadth == Breadth::Town).map(|w| w.name));
    }
    behind(view, tokens, &sentence, limit).or_else(|| before(view, tokens, &sentence))
}

/// "… near Gao", "south of the Litani", "had reached the Kursk region"
fn behind(view: &View<'_>, tokens: &Range<usize>, sentence: &Range<usize>, limit: usize) -> Option<String> {
    let words = view.words;
    let ceiling = sentence.end.min(tokens.end + 25).min(limit.max(tokens.end + 1));
    let mut broad = None;
    let mut j = tokens.end;
    while j < ceiling {
        let word = words.at(j);
        // Another clause, another cell, the words behind a quotation: another place.
        if matches!(word, ";" | "|" | "”" | "\"") || word == "," && matches!(words.at(j + 1), "which" | "who" | "whose")
        {
            break;
        }
        if CLASSES.entering.contains(word) && j > tokens.end && verb_at(words, j).is_some() {
            let at = if words.at(j + 1) == "the" { j + 2 } else { j + 1 };
            if let Some(found) = named_place(view, at) {
                return Some(found.name);
            }
        }
        if let Some(found) = led(view, j) {
            // "a diplomat in Addis Ababa said": where who speaks is.
            if (found.end..found.end + 2).any(|k| is_saying(words.at(k)) && verb_at(words, k).is_some()) {
                break;
            }
            if found.breadth != Breadth::Building {
                return Some(goal(view, j, &found).unwrap_or(found.name));
            }
            // A building gives way to the town behind it.
            broad.get_or_insert(found.name);
            j = found.end;
            continue;
        }
        j += 1;
    }
    broad
}

/// Before the figure: "In Mali it has 1,000 men", "fighters entered the village of Borki and killed 12".
fn before(view: &View<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<String> {
    let words = view.words;
    let mut floor = sentence.start.max(tokens.start.saturating_sub(30));
    for j in (floor..tokens.start).rev() {
        // Where somebody speaks is not where the force is; what another clause tells is not told of this one.
        let speaks = is_saying(words.at(j)) && verb_at(words, j).is_some() && view.cover(j) == Cover::Nothing;
        if speaks || matches!(words.at(j), ";" | ":" | "|") {
            let that = (j + 1..tokens.start).find(|&k| words.at(k) == "that");
            floor = that.unwrap_or(j) + 1;
            break;
        }
    }
    for j in (floor..tokens.start).rev() {
        if CLASSES.entering.contains(words.at(j)) && verb_at(words, j).is_some() {
            let mut at = j + 1;
            while matches!(words.at(at), "the" | "village" | "town" | "city" | "port" | "of") {
                at += 1;
            }
            if let Some(found) = named_place(view, at) {
                return Some(found.name);
            }
        }
        let usual = matches!(words.at(j), "in" | "near" | "into" | "around" | "at" | "towards" | "on" | "off" | "of");
        if !usual {
            continue;
        }
        let speaks = |end: usize| (end..end + 2).any(|k| is_saying(words.at(k)) && verb_at(words, k).is_some());
        if let Some(found) = led(view, j).filter(|w| w.breadth != Breadth::Building && !speaks(w.end)) {
            // "the village of Borki, in Sumy province": the narrower name stands first.
            if words.before(j, 1) == "," && j >= floor + 2 {
                let mut start = j - 2;
                while start > floor && view.cover(start) != Cover::Nothing && view.cover(start - 1) == view.cover(start)
                {
                    start -= 1;
                }
                if let Cover::Place(p) = view.cover(start) {
                    return Some(view.names.places[p].name.clone());
                }
            }
            return Some(found.name);
        }
    }
    None
}

/// The place that the preposition at token `j` leads, where it may be that of a force.
fn led(view: &View<'_>, j: usize) -> Option<Where> {
    let words = view.words;
    if view.cover(j) != Cover::Nothing || is_elsewhere(view, j) {
        return None;
    }
    if words.at(j) == "of" {
        let reach = matches!(
            words.before(j, 1),
            "reach" | "outside" | "north" | "south" | "east" | "west" | "border" | "distance" | "inside"
        );
        let at = if words.at(j + 1) == "the" { j + 2 } else { j + 1 };
        return reach.then(|| named_place(view, at)).flatten();
    }
    leads_place(words.at(j)).then(|| place_at(view, j)).flatten()
}

/// Whether the preposition at token `j` tells of something else: "according to Kyiv", "the deal signed in Pretoria".
fn is_elsewhere(view: &View<'_>, j: usize) -> bool {
    let words = view.words;
    let before = words.before(j, 1);
    // "against Kyiv", "for Kyiv", "told colleagues in Vienna that"
    words.at(j) == "to" && matches!(before, "according" | "belonging" | "loyal" | "allied" | "due" | "thanks")
        || CLASSES.document.contains(before)
        || words.at(j) == "for" && matches!(before, "fighting" | "killed" | "died")
}

/// "from Bavaria to Romania": where it goes, rather than where it comes from.
fn goal(view: &View<'_>, from: usize, found: &Where) -> Option<String> {
    let to = found.end;
    let moves = view.words.at(from) == "from" && matches!(view.words.at(to), "to" | "towards" | "into");
    moves.then(|| place_at(view, to)).flatten().map(|w| w.name)
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
