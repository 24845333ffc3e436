//! Where a figure's force is, as its sentence says.

use std::ops::Range;

use super::classes::CLASSES;
use super::counted::Counted;
use super::led::{feature, goal, led, named_place, soil};
use super::scene::{narrowest, opener, relative, there};
use super::table;
use crate::extract::FigureKind;
use crate::extract::parties::{Cover, View, group_start};
use crate::extract::places::{Breadth, Where};
use crate::extract::trail::Rule;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

/// A place, and the words that say so.
pub(super) struct Placed {
    pub(super) name: String,
    pub(super) words: Range<usize>,
}

static ROW: Rule = Rule::new("place-of-row", "the row says where");
static BEHIND: Rule = Rule::new("place-behind", "a place follows in the same clause");
static OPENER: Rule = Rule::new("place-opens", "a place by itself opens the paragraph");
static THERE: Rule = Rule::new("place-there", "\"there\" means the one place told of before");
static WHERE: Rule = Rule::new("place-where", "\"where\" goes on with a place before");
static SHARED: Rule = Rule::new("place-shared", "it shares the place of the figure before it in the sentence");
static BEFORE: Rule = Rule::new("place-before", "a place stands before it in the same clause");

/// Where the figure's force is, and the rule that settled it; `limit` is the token at which another figure takes over,
/// `shared` the place of the figure before it in the sentence.
pub(super) fn place(
    view: &View<'_>,
    counted: &Counted,
    limit: usize,
    shared: Option<&str>,
) -> Option<(&'static Rule, Placed)> {
    let tokens = &counted.tokens;
    let equipment = counted.kind == FigureKind::Equipment;
    let loss = counted.kind == FigureKind::Casualties;
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
    // "Its contingent in Mali, reckoned at 900, has grown since the fighting near Gao": where the noun is.
    if is_beside_its_noun(counted)
        && let Some(placed) = before(view, tokens, &sentence, loss)
    {
        return Some((&BEFORE, placed));
    }
    if let Some(placed) = behind(view, tokens, &sentence, limit, equipment) {
        return Some((&BEHIND, placed));
    }
    if let Some(placed) = relative(view, tokens) {
        return Some((&WHERE, placed));
    }
    if let Some(placed) = before(view, tokens, &sentence, loss) {
        return Some((&BEFORE, placed));
    }
    if let Some(placed) = opener(view, tokens) {
        return Some((&OPENER, placed));
    }
    if let Some(placed) = there(view, tokens) {
        return Some((&THERE, placed));
    }
    // "Eleven soldiers fell at Gao, and sixty were wounded", "4,800 are to come to Gao; there are some 1,800 now"
    let shared = shared.filter(|_| loss || counted.by.name == "there-are")?;
    Some((&SHARED, Placed { name: shared.to_owned(), words: tokens.clone() }))
}

/// Whether the noun of the force stands before the count, which is only put beside it.
fn is_beside_its_noun(counted: &Counted) -> bool {
    matches!(counted.by.name, "apposed" | "sized")
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
        // "60,000 were killed, according to doctors in Gaza": where the source is.
        if word == "according" {
            match (j..ceiling).find(|&k| words.at(k) == ",") {
                Some(comma) => j = comma,
                None => break,
            }
        }
        // "killed 44 people, and on the airport an hour later": told of something else.
        if word == "," && words.at(j + 1) == "and" && matches!(words.at(j + 2), "in" | "on" | "at" | "near") {
            break;
        }
        // Right behind the counted it is their verb, whatever else the word may be: "ten warships patrol".
        if CLASSES.entering.contains(word)
            && (j == tokens.end || verb_at(words, j).is_some() && words.before(j, 1) != "and")
        {
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
        // "…, the minister said in Belgrade"
        let behind_speech = words.is_before(j, 1, Classes::SAYING) && verb_at(words, j - 1).is_some() && j > tokens.end
            // "are counted at Gao"
            && !words.is_before(j, 2, Classes::AUXILIARY);
        if behind_speech && words.is(j, Classes::PLACE) {
            break;
        }
        if let Some(found) = led(view, j) {
            // "a diplomat in Addis Ababa said": where who speaks is.
            let speaks = |k: usize| words.is(k, Classes::SAYING) && verb_at(words, k).is_some();
            let after = found.end + usize::from(words.is(found.end, Classes::AUXILIARY));
            if speaks(after) {
                break;
            }
            // "sent three brigades from Tripoli to the border": where they came from.
            let origin = words.at(j) == "from" && matches!(words.at(found.end), "to" | "towards" | "into");
            if origin && goal(view, j, &found).is_none() {
                j = found.end + 1;
                continue;
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
fn before(view: &View<'_>, tokens: &Range<usize>, sentence: &Range<usize>, loss: bool) -> Option<Placed> {
    let words = view.words;
    let mut floor = sentence.start.max(tokens.start.saturating_sub(30));
    for j in (floor..tokens.start).rev() {
        // Where somebody speaks is not where the force is; what another clause tells is not told of this one.
        let talks = matches!(words.at(j), "talk" | "talks" | "talked") && words.at(j + 1) == "of";
        // "is said to rely on": nobody speaks.
        let told = words.is_before(j, 1, Classes::AUXILIARY) && words.at(j + 1) == "to"
            || words.before(j, 1) == "," && matches!(words.at(j + 1), "by" | "to" | "at")
            // "by British estimates"
            || j > 0 && view.named(j - 1).is_some() && words.is(j, Classes::ESTIMATE) && words.before(j, 2) == "by";
        let verb = words.is(j, Classes::SAYING) && verb_at(words, j).is_some() && !told;
        let speaks = (verb || talks) && view.cover(j) == Cover::Nothing;
        // "A convoy ran into them at Gao: 40 dead", "was shot down over Gao; all four of its crew died"
        let scene = (loss || words.at(j) == ":") && matches!(words.at(j), ";" | ":") && j + 2 >= tokens.start;
        let parted = matches!(words.at(j), ";" | ":" | "|") && !scene;
        if speaks || parted {
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
        let usual = matches!(words.at(j), "in" | "near" | "into" | "around" | "at" | "towards" | "on" | "off" | "of")
            || words.at(j) == "for" && CLASSES.fighting.contains(words.before(j, 1));
        // "over Gao", not "the war over Mali"
        let spot = matches!(
            words.at(j),
            "round"
                | "above"
                | "outside"
                | "inside"
                | "across"
                | "along"
                | "over"
                | "beyond"
                | "throughout"
                | "between"
        );
        if !usual && !spot {
            continue;
        }
        let speaks = |end: usize| {
            (end..end + 2).any(|k| {
                // "in Basra, reckoned at 900"
                let told = words.before(k, 1) == "," && matches!(words.at(k + 1), "by" | "to" | "at");
                words.is(k, Classes::SAYING) && verb_at(words, k).is_some() && !told
            })
        };
        let fits = |w: &Where| w.breadth != Breadth::Building && (usual || w.breadth == Breadth::Town);
        if let Some(found) = led(view, j).filter(|w| fits(w) && !speaks(w.end)) {
            // "the village of Borki, in Sumy province": the narrower name stands first.
            if let Some((name, start)) = narrowest(view, j, found.end, floor) {
                return Some(Placed { name, words: start..found.end });
            }
            return Some(Placed { name: found.name, words: j..found.end });
        }
    }
    None
}
