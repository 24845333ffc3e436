//! Where a figure's force is, as its sentence says.

use std::ops::Range;

use super::classes::CLASSES;
use super::side::block_start;
use super::table;
use crate::extract::ActorKind;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, View, group_start};
use crate::extract::places::{Breadth, Where, place_at};
use crate::extract::trail::Rule;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// A place, and the words that say so.
pub(super) struct Placed {
    pub(super) name: String,
    pub(super) words: Range<usize>,
}

static ROW: Rule = Rule::new("place-of-row", "the row says where");
static BEHIND: Rule = Rule::new("place-behind", "a place follows in the same clause");
static OPENER: Rule = Rule::new("place-opens", "a place by itself opens the paragraph");
static THERE: Rule = Rule::new("place-there", "\"there\" means the one place told of before");
static BEFORE: Rule = Rule::new("place-before", "a place stands before it in the same clause");

/// Where the figure's force is, and the rule that settled it; `limit` is the token at which another figure takes over.
pub(super) fn place(
    view: &View<'_>,
    tokens: &Range<usize>,
    limit: usize,
    equipment: bool,
) -> Option<(&'static Rule, Placed)> {
    let sentence = view.sentence(tokens.start);
    // In a table the row says where.
    if let Some(cell) = table::cell_at(view, tokens.start) {
        if let Some(placed) = behind(view, tokens, &cell.tokens, limit, equipment) {
            return Some((&BEHIND, placed));
        }
        let town = named_place(view, cell.row.start).filter(|w| w.breadth == Breadth::Town);
        let found = town.or_else(|| cell.row.clone().find_map(|j| led(view, j)))?;
        return Some((&ROW, Placed { name: found.name, words: cell.row }));
    }
    if let Some(placed) = behind(view, tokens, &sentence, limit, equipment) {
        return Some((&BEHIND, placed));
    }
    if let Some(placed) = before(view, tokens, &sentence) {
        return Some((&BEFORE, placed));
    }
    if let Some(placed) = opener(view, tokens) {
        return Some((&OPENER, placed));
    }
    there(view, tokens).map(|placed| (&THERE, placed))
}

/// "Djibouti is a port. Some 1,500 legionnaires are stationed there": the one place that the sentence and the one before
/// name.
fn there(view: &View<'_>, tokens: &Range<usize>) -> Option<Placed> {
    let words = view.words;
    let at = (tokens.end..tokens.end + 6).find(|&j| words.at(j) == "there")?;
    // "there are": nowhere.
    if words.is(at + 1, Classes::AUXILIARY) || (tokens.end..at).any(|j| matches!(words.at(j), "." | ";" | ",")) {
        return None;
    }
    let sentence = view.sentence(tokens.start);
    let before = words.sentences.get(words.sentence_of(tokens.start).checked_sub(1)?)?;
    let start = before.start.max(block_start(view, tokens.start));
    let named = (start..tokens.start).filter(|&j| !is_demonym(view, j)).filter_map(|j| named_place(view, j));
    let mut found: Option<Where> = None;
    for place in named {
        if found.as_ref().is_some_and(|f| f.name != place.name) {
            return None;
        }
        found = Some(place);
    }
    found.filter(|_| at < sentence.end).map(|f| Placed { name: f.name, words: at..at + 1 })
}

/// Whether a people or its adjective is named at token `j`, no place.
fn is_demonym(view: &View<'_>, j: usize) -> bool {
    matches!(view.named(j), Some((_, MentionForm::Demonym | MentionForm::Seat)))
        || view.words.kind(view.cover_end(j)) == TokenKind::Possessive && view.cover(j) != Cover::Nothing
}

/// "Uvira. Two battalions are said to have dug in", "Mali. France had 2,400 soldiers there": a place by itself opens the
/// paragraph; a state does so as a place only where "there" says so.
fn opener(view: &View<'_>, tokens: &Range<usize>) -> Option<Placed> {
    let words = view.words;
    let start = block_start(view, tokens.start);
    let head = view.sentence(start);
    if head.start != start || head.contains(&tokens.start) || head.len() > 8 {
        return None;
    }
    let named = |j: usize| named_place(view, j).is_some();
    let other = head.clone().any(|j| {
        !named(j)
            && words.kind(j) != TokenKind::Punctuation
            && words.kind(j) != TokenKind::Number
            && !matches!(view.cover(j), Cover::Date(_))
            && words.at(j) != "the"
    });
    let found = head.clone().find_map(|j| named_place(view, j)).filter(|_| !other)?;
    let there = (tokens.end..tokens.end + 3).any(|j| words.at(j) == "there");
    (found.breadth == Breadth::Town || there).then_some(Placed { name: found.name, words: head })
}

/// "… near Gao", "south of the Litani", "had reached the Kursk region"
fn behind(
    view: &View<'_>,
    tokens: &Range<usize>,
    sentence: &Range<usize>,
    limit: usize,
    equipment: bool,
) -> Option<Placed> {
    let words = view.words;
    let ceiling = sentence.end.min(tokens.end + 25).min(limit.max(tokens.end + 1));
    let mut broad = None;
    // "has promised 24 jets to Tehran": who gets them, no place.
    let given = equipment
        && (sentence.start.max(tokens.start.saturating_sub(4))..tokens.start)
            .any(|j| CLASSES.promising.contains(words.at(j)) || CLASSES.delivering.contains(words.at(j)));
    let mut j = tokens.end;
    while j < ceiling {
        let word = words.at(j);
        // Another clause, another cell, the words behind a quotation: another place.
        if matches!(word, ";" | "|" | "”" | "\"") || word == "," && matches!(words.at(j + 1), "which" | "who" | "whose")
        {
            break;
        }
        // "killed 44 people, and on the airport an hour later": told of something else.
        if word == "," && words.at(j + 1) == "and" && matches!(words.at(j + 2), "in" | "on" | "at" | "near") {
            break;
        }
        // Right behind the counted it is their verb, whatever else the word may be: "ten warships patrol".
        if CLASSES.entering.contains(word) && (j == tokens.end || verb_at(words, j).is_some()) {
            let at = if words.at(j + 1) == "the" { j + 2 } else { j + 1 };
            if let Some(found) = named_place(view, at).or_else(|| feature(view, at)) {
                return Some(Placed { name: found.name, words: j..found.end });
            }
        }
        // "will stand on Polish soil"
        if let Some(name) = soil(view, j) {
            return Some(Placed { name, words: j..view.cover_end(j + 1) + 1 });
        }
        if words.at(j) == "to" && given {
            j += 1;
            continue;
        }
        if let Some(found) = led(view, j) {
            // "a diplomat in Addis Ababa said": where who speaks is.
            let speaks = |k: usize| words.is(k, Classes::SAYING) && verb_at(words, k).is_some();
            let after = found.end + usize::from(words.is(found.end, Classes::AUXILIARY));
            if speaks(after) {
                break;
            }
            if found.breadth != Breadth::Building {
                let words = j..found.end;
                return Some(Placed { name: goal(view, j, &found).unwrap_or(found.name), words });
            }
            // A building gives way to the town behind it.
            let end = found.end;
            broad.get_or_insert(Placed { name: found.name, words: j..end });
            j = end;
            continue;
        }
        j += 1;
    }
    broad
}

/// Before the figure: "In Mali it has 1,000 men", "fighters entered the village of Borki and killed 12".
fn before(view: &View<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<Placed> {
    let words = view.words;
    let mut floor = sentence.start.max(tokens.start.saturating_sub(30));
    for j in (floor..tokens.start).rev() {
        // Where somebody speaks is not where the force is; what another clause tells is not told of this one.
        let talks = matches!(words.at(j), "talk" | "talks" | "talked") && words.at(j + 1) == "of";
        let speaks =
            (words.is(j, Classes::SAYING) && verb_at(words, j).is_some() || talks) && view.cover(j) == Cover::Nothing;
        if speaks || matches!(words.at(j), ";" | ":" | "|") {
            let that = (j + 1..tokens.start).find(|&k| words.at(k) == "that");
            floor = that.unwrap_or(j) + 1;
            break;
        }
    }
    // "Kaliningrad has kept its 40 warplanes": where a town is said to have them, they are.
    let own = tokens.start.checked_sub(1).filter(|&j| j > floor && matches!(words.at(j), "its" | "their"));
    if let Some(own) = own
        && let Some(verb) =
            own.checked_sub(1).filter(|&j| verb_at(words, j).is_some() && view.cover(j) == Cover::Nothing)
        && let Some(at) = group_start(view, verb, floor).checked_sub(1).filter(|&k| k >= floor)
        && let Cover::Place(p) = view.cover(at)
    {
        return Some(Placed { name: view.names.places[p].name.clone(), words: at..tokens.start });
    }
    for j in (floor..tokens.start).rev() {
        if CLASSES.entering.contains(words.at(j)) && verb_at(words, j).is_some() {
            let mut at = j + 1;
            while matches!(words.at(at), "the" | "village" | "town" | "city" | "port" | "of") {
                at += 1;
            }
            if let Some(found) = named_place(view, at) {
                return Some(Placed { name: found.name, words: j..found.end });
            }
        }
        let usual = matches!(words.at(j), "in" | "near" | "into" | "around" | "at" | "towards" | "on" | "off" | "of");
        if !usual {
            continue;
        }
        let speaks = |end: usize| (end..end + 2).any(|k| words.is(k, Classes::SAYING) && verb_at(words, k).is_some());
        if let Some(found) = led(view, j).filter(|w| w.breadth != Breadth::Building && !speaks(w.end)) {
            // "the village of Borki, in Sumy province": the narrower name stands first.
            if words.before(j, 1) == "," && j >= floor + 2 {
                let mut start = j - 2;
                while start > floor && view.cover(start) != Cover::Nothing && view.cover(start - 1) == view.cover(start)
                {
                    start -= 1;
                }
                if let Cover::Place(p) = view.cover(start) {
                    return Some(Placed { name: view.names.places[p].name.clone(), words: start..found.end });
                }
            }
            return Some(Placed { name: found.name, words: j..found.end });
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
    // "stand before Basra"
    if matches!(words.at(j), "before" | "opposite" | "facing" | "above" | "beside" | "behind" | "beneath") {
        let at = if words.at(j + 1) == "the" { j + 2 } else { j + 1 };
        return named_place(view, at).filter(|w| w.breadth == Breadth::Town);
    }
    place_at(view, j)
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
        || words.at(j) == "to" && matches!(before, "according" | "belonging" | "loyal" | "allied" | "due" | "thanks")
        || CLASSES.document.contains(before)
        || words.at(j) == "for" && matches!(before, "fighting" | "killed" | "died")
}

/// "from Bavaria to Romania": where it goes, rather than where it comes from.
fn goal(view: &View<'_>, from: usize, found: &Where) -> Option<String> {
    let to = found.end;
    let moves = view.words.at(from) == "from" && matches!(view.words.at(to), "to" | "towards" | "into");
    moves.then(|| place_at(view, to)).flatten().map(|w| w.name)
}

/// The state on whose "soil" something stands, from the preposition at token `j` on.
fn soil(view: &View<'_>, j: usize) -> Option<String> {
    let words = view.words;
    let (actor, form) =
        view.named(j + 1).filter(|_| matches!(words.at(j), "on" | "in" | "inside" | "onto" | "into"))?;
    let ground = matches!(words.at(view.cover_end(j + 1)), "soil" | "territory" | "waters" | "airspace" | "side");
    (ground && form == MentionForm::Demonym).then(|| view.names.actors[actor].name.clone())
}

/// A sea, strait or valley by its name in capitals, from token `i` on: "the Arabian Sea".
fn feature(view: &View<'_>, i: usize) -> Option<Where> {
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
