//! What befell those whom a number counts, as the words around it say: killed, wounded, captured, missing.

use std::ops::Range;

use super::classes::CLASSES;
use super::counted::Counted;
use super::loss::{loss_around, plain_loss};
use super::nouns::NOUNS;
use super::table;
use crate::extract::FigureKind;
use crate::extract::numbers::{Count, cardinal_at};
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How far behind its noun an idiom of loss may stand.
const REACH: usize = 10;

/// What befell the soldiers whose noun ends at token `head`, and the token that says so; `told` is the figure before it in
/// the sentence.
pub(super) fn fate(
    view: &View<'_>,
    count: &Count,
    head: usize,
    sentence: &Range<usize>,
    told: Option<&Counted>,
) -> Option<(String, usize)> {
    loss_around(view, count, head + 1, sentence)
        .or_else(|| put_at(view, count))
        .or_else(|| destroyed(view, head))
        .or_else(|| in_row(view, count))
        .or_else(|| joined(view, count, head, told))
        .or_else(|| fallen(view, count, head))
        .or_else(|| past_insertion(view, count, head, sentence))
        .or_else(|| remains(view, count))
        .or_else(|| idiom(view, head, sentence))
}

/// What befell people who are no force by themselves.
pub(super) fn fate_of_people(
    view: &View<'_>,
    count: &Count,
    head: usize,
    sentence: &Range<usize>,
    told: Option<&Counted>,
) -> Option<(String, usize)> {
    loss_around(view, count, head + 1, sentence)
        .or_else(|| past_insertion(view, count, head, sentence))
        .or_else(|| with_the_dead(view, count, told))
        .or_else(|| remains(view, count))
        .or_else(|| idiom(view, head, sentence))
}

/// "put its own losses at 22 fighters"
fn put_at(view: &View<'_>, count: &Count) -> Option<(String, usize)> {
    let words = view.words;
    let at = count.tokens.start.checked_sub(2)?;
    let lost = matches!(words.at(at), "losses" | "dead" | "casualties" | "toll" | "deaths");
    (lost && matches!(words.at(at + 1), "at" | "of" | "to")).then(|| (plain_loss("dead"), at))
}

/// "86,000 militants have been destroyed": of people it is a loss.
fn destroyed(view: &View<'_>, head: usize) -> Option<(String, usize)> {
    let words = view.words;
    let verb = (head + 1..head + 4).find(|&j| !words.is(j, Classes::AUXILIARY))?;
    let destroyed = matches!(words.at(verb), "destroyed" | "liquidated") && verb > head + 1;
    destroyed.then(|| (plain_loss("dead"), verb))
}

/// "Indian military dead | five | 40 to 50 soldiers"
fn in_row(view: &View<'_>, count: &Count) -> Option<(String, usize)> {
    let mut row = table::cell_at(view, count.core.start)?.row;
    row.find(|&j| NOUNS.is_loss(view.words.at(j))).map(|j| (plain_loss(view.words.at(j)), j))
}

/// "53 died, among them 17 soldiers", "counts 40 civilians dead and 11 soldiers": the words of the loss before hold on.
fn joined(view: &View<'_>, count: &Count, head: usize, told: Option<&Counted>) -> Option<(String, usize)> {
    let words = view.words;
    let told = told.filter(|t| t.kind == FigureKind::Casualties)?;
    let start = count.tokens.start;
    let among = matches!(words.before(start, 1), "them" | "including" | "whom");
    let listed = told.tokens.end < start
        && (told.tokens.end..start).all(|j| matches!(words.at(j), "," | "and" | "plus"))
        // What acts behind is not what was lost.
        && (head + 1..head + 9)
            .take_while(|&j| !matches!(words.at(j), "," | ";" | "." | "and" | ""))
            .all(|j| verb_at(words, j).is_none());
    (among || listed).then(|| (told.what.clone(), start))
}

/// "974 fallen soldiers", "80 wounded fighters"
fn fallen(view: &View<'_>, count: &Count, head: usize) -> Option<(String, usize)> {
    let words = view.words;
    let lost = |j: &usize| {
        let word = words.at(*j);
        word == "fallen" || word != "strong" && CLASSES.participle_noun.contains(word)
    };
    let at = (count.core.end..head).find(lost)?;
    let word = if words.at(at) == "fallen" { "fell" } else { words.at(at) };
    Some((plain_loss(word), at))
}

/// "the bodies of 40 recruits"
pub(super) fn remains(view: &View<'_>, count: &Count) -> Option<(String, usize)> {
    let words = view.words;
    let start = count.tokens.start;
    let bodies = words.before(start, 1) == "of"
        && matches!(words.before(start, 2), "bodies" | "remains" | "corpses" | "coffins" | "graves");
    bodies.then(|| (plain_loss("dead"), start - 2))
}

/// "19 people, most of them women, died": an insertion between the people and the verb.
fn past_insertion(view: &View<'_>, count: &Count, head: usize, sentence: &Range<usize>) -> Option<(String, usize)> {
    let words = view.words;
    let open = (head + 1..head + 5).find(|&j| words.at(j) == ",")?;
    let close = (open + 2..sentence.end.min(open + 9)).find(|&j| words.at(j) == ",")?;
    let plain = (head + 1..close).all(|j| {
        let number = cardinal_at(words, j).is_some() || words.kind(j) == TokenKind::Number;
        verb_at(words, j).is_none() && (!number || words.is_phrase(j + 1, "of them"))
    });
    let verb = (close + 1..close + 4).find(|&j| !words.is(j, Classes::AUXILIARY))?;
    let of_them = (open..close).any(|j| words.is_phrase(j, "of them") || words.at(j) == "including");
    let lost = NOUNS.is_loss(words.at(verb)) && !CLASSES.not_behind.contains(words.at(verb));
    (plain && of_them && lost && count.high > 1).then(|| (plain_loss(words.at(verb)), verb))
}

/// "12 hostages died, together with nine of the attackers"
fn with_the_dead(view: &View<'_>, count: &Count, told: Option<&Counted>) -> Option<(String, usize)> {
    let words = view.words;
    let start = count.tokens.start;
    let told = told.filter(|t| t.kind == FigureKind::Casualties)?;
    let with = words.before(start, 1) == "with" && matches!(words.before(start, 2), "together" | "along");
    (with && told.what != "missing").then(|| (told.what.clone(), start))
}

/// "48 soldiers lost their lives", "one sailor lost a leg", "were led away", "fell in the battle", "failed to return".
pub(super) fn idiom(view: &View<'_>, head: usize, sentence: &Range<usize>) -> Option<(String, usize)> {
    let words = view.words;
    let end = sentence.end.min(head + 1 + REACH);
    for j in head + 1..end {
        if view.cover(j) != Cover::Nothing {
            continue;
        }
        let word = words.at(j);
        if matches!(word, ";" | ":" | "." | "but" | "while" | "when") || cardinal_at(words, j).is_some() && j > head + 1
        {
            return None;
        }
        for (phrases, what) in [
            (&CLASSES.dying, "killed"),
            (&CLASSES.hurting, "wounded"),
            (&CLASSES.being_taken, "captured"),
            (&CLASSES.not_returning, "missing"),
        ] {
            if let Some(phrase) = phrases.iter().find(|phrase| words.is_phrase(j, phrase)) {
                return Some((what.into(), j + phrase.split(' ').count() - 1));
            }
        }
        if matches!(word, "lost" | "lose" | "loses")
            && words.is(j + 1, Classes::DETERMINER)
            && let Some(limb) = (j + 2..j + 5).find(|&k| CLASSES.limb.contains(words.at(k)))
        {
            return Some(("wounded".into(), limb));
        }
        let fell = matches!(word, "fell" | "fallen") && matches!(words.at(j + 1), "in" | "during" | "at");
        if fell && (j + 2..j + 5).any(|k| CLASSES.fighting.contains(words.at(k))) {
            return Some(("killed".into(), j));
        }
    }
    None
}
