//! Counts whose noun the sentence leaves out: "another 143,500", "and Germany 1,100", "its army numbers 25,000".

use std::ops::Range;

use super::apposed::apposed;
use super::bare::bare;
use super::bare_loss::bare_loss;
use super::classes::CLASSES;
use super::counted::Counted;
use super::loss::plain_loss;
use super::noun::is_military_around;
use super::nouns::NOUNS;
use crate::extract::numbers::Count;
use crate::extract::parties::{Cover, View};
use crate::extract::trail::Rule;
use crate::extract::verbs::{is_saying, verb_at};
use crate::extract::words::{Classes, Words, is_auxiliary, is_preposition};
use crate::extract::{Bound, FigureKind};
use crate::text::TokenKind;

static SIZE: Rule = Rule::new("size", "the words before the number tell of a force or a loss");
static LEFT_OUT: Rule = Rule::new("noun-left-out", "the noun is that of a figure before");
static NUMBER_OF: Rule = Rule::new("number-of", "the words \"the number of\" say of what");

/// A count whose noun the sentence leaves out.
pub(super) fn without_noun(
    view: &View<'_>,
    count: &Count,
    previous: Option<&Counted>,
    sentence: &Range<usize>,
) -> Option<Counted> {
    let words = view.words;
    let (mut start, end) = (count.tokens.start, count.tokens.end);
    let after = words.at(end);
    // "means to leave only 40 behind"
    while start > sentence.start && matches!(words.before(start, 1), "only" | "just" | "now" | "still" | "already") {
        start -= 1;
    }
    let whole = |kind, what: String, end| Some(Counted::left_out(count.tokens.start..end, kind, &what, &SIZE));
    // "The strikes, 21 of them since May, killed 83 people": of what is neither people nor arms.
    if after == "of"
        && matches!(words.at(end + 1), "them" | "which")
        && words.before(start, 1) == ","
        && start.checked_sub(2).is_some_and(|noun| is_thing(view, noun))
    {
        return None;
    }
    // "31 tanks arrived. It has since lost nine.": tanks again.
    if let Some(told) = previous.filter(|p| p.kind == FigureKind::Equipment)
        && (matches!(near_word(words, start), "lost" | "loses" | "losing" | "lose")
            || words.before(start, 2) == "loss" && words.before(start, 1) == "of")
        && (words.kind(end) != TokenKind::Word || is_preposition(after) || after == "and")
    {
        return Some(told.again(start..end, &LEFT_OUT));
    }
    if let Some(found) = bare_loss(view, count, start, previous, sentence) {
        return Some(found);
    }
    // "Government: at least 100,000 under arms", "has under arms some 30,000"
    let arms =
        words.before(start, 1) == "arms" && words.before(start, 2) == "under" && words.kind(end) != TokenKind::Word;
    if arms && count.low >= 10 {
        return whole(FigureKind::Personnel, "troops".into(), end);
    }
    if words.is_phrase(end, "under arms") && count.low >= 10 {
        return whole(FigureKind::Personnel, "troops".into(), end + 2);
    }
    let near = |j: usize| words.before(start, j);
    let free = words.kind(end) != TokenKind::Word
        || is_preposition(after)
        || is_auxiliary(after)
        || matches!(
            after,
            "and"
                | "or"
                | "but"
                | "who"
                | "which"
                | "that"
                | "as"
                | "when"
                | "while"
                | "it"
                | "he"
                | "they"
                | "more"
                | "now"
                | "already"
                | "there"
                | "here"
                | "altogether"
                | "so"
                | "strong"
                | "have"
                | "according"
                | "all"
                | "apiece"
                | "each"
        )
        || verb_at(words, end).is_some()
        || CLASSES.acting.contains(after)
        || matches!(view.cover(end), Cover::Date(_));
    // "about 1.2 million were driven from their homes"
    let driven =
        (end..end + 4).take_while(|&j| words.is(j, Classes::AUXILIARY) || words.is(j, Classes::ADVERB)).count();
    if CLASSES.displaced.contains(words.at(end + driven)) {
        return None;
    }
    if !free || after == "-" || after == "/" || count.vague && previous.is_none() {
        return None;
    }
    if let Some(found) = apposed(view, count, start, previous, sentence) {
        return Some(found);
    }
    // "its army numbers about 123,000", "a force of 30,000", "the force at around 11,000"
    let sized = |j: usize| NOUNS.is_size(near(j));
    let force = |j: usize| {
        let word = near(j);
        matches!(
            word,
            "force" | "forces" | "army" | "garrison" | "contingent" | "troops" | "strength" | "militia" | "mission"
        )
    };
    let changed = count.from_to.is_some() && (1..12).take_while(|&k| start >= sentence.start + k).any(force);
    if changed {
        return whole(FigureKind::Personnel, "troops".into(), end);
    }
    let joined = matches!(near(1), "of" | "at" | "to");
    if count.low >= 10
        && (joined && (2..=4).any(force)
            || matches!(near(1), "numbers" | "numbered" | "number" | "numbering")
                && is_military_around(view, count, sentence)
            || sized(1) && previous.is_some())
    {
        return whole(FigureKind::Personnel, "troops".into(), end);
    }
    // "Russian casualties passed 740,000", "put the dead since May at 44,000"
    let lost = |k: usize| matches!(near(k), "casualties" | "losses" | "deaths" | "dead" | "fatalities" | "toll");
    // "the dead of the two sides were close to 5,000"
    let were = matches!(near(1), "was" | "were" | "is" | "are");
    let reckoned = were || near(1) == "at" && (2..16).any(|k| matches!(near(k), "put" | "puts" | "stood" | "stands"));
    if count.low >= 10
        && start >= sentence.start + 2
        && (CLASSES.reaching.contains(near(1)) && (2..5).any(lost)
            || reckoned && (2..14).take_while(|&k| start >= sentence.start + k).any(lost))
    {
        let bound = CLASSES.reaching.contains(near(1)).then_some(Bound::AtLeast);
        return whole(FigureKind::Casualties, "killed".into(), end).map(|c| Counted { bound, ..c });
    }
    // "two units of up to 6,000 each"
    if count.low >= 10
        && near(1) == "of"
        && NOUNS.noun(near(2)).is_some_and(|n| n.kind == FigureKind::Unit)
        && !matches!(words.at(count.core.start), "a")
    {
        return whole(FigureKind::Personnel, "troops".into(), end);
    }
    // "put the number killed in the country since April at 400"
    if matches!(near(1), "at" | "to" | "is" | "was" | "reached" | "than")
        && let Some(j) = (sentence.start.max(start.saturating_sub(14))..start).find(|&j| {
            words.at(j) == "number"
                && NOUNS.is_loss(words.at(j + 1))
                && CLASSES.participle_noun.contains(words.at(j + 1))
        })
    {
        return whole(FigureKind::Casualties, plain_loss(words.at(j + 1)), end);
    }
    // "put the number of North Korean guns at 10,000", "the number of soldiers has risen to 900"
    if (matches!(near(1), "at" | "to" | "is" | "was" | "reached" | "exceeds" | "than" | "topped")
        || count.from_to.is_some())
        && let Some(noun) = number_of(view, start, sentence)
    {
        return Some(Counted { tokens: start..end, ..noun });
    }
    if let Some(found) = bare(view, count, start, previous, sentence) {
        return Some(found);
    }
    let previous = previous?;
    let kept = |end| Some(previous.again(count.tokens.start..end, &LEFT_OUT));
    let same_sentence = sentence.contains(&previous.tokens.start);
    // "8,000 of them", "3,000 of whom"
    if after == "of" && matches!(words.at(end + 1), "them" | "these" | "those" | "whom" | "which") {
        // "One of them went home": he, no count.
        if count.high == 1 {
            return None;
        }
        return kept(end + 2);
    }
    // "has since spoken of 12,000", "Ukraine's losses come to 530"
    let spoken =
        near(1) == "of" && matches!(near(2), "spoke" | "spoken" | "speaks" | "speak" | "talk" | "talks" | "talked");
    let comes = near(1) == "to" && matches!(near(2), "come" | "comes" | "came" | "amount" | "amounts" | "amounted");
    // "Serb officials said 75."
    let said = is_saying(near(1)) && words.kind(end) != TokenKind::Word && count.low >= 10;
    if (spoken || comes || said) && !is_year(view, count) {
        return kept(end);
    }
    // "It estimates Ukraine's at 100,000"
    if near(1) == "at" && start >= 2 && words.kind(start - 2) == TokenKind::Possessive {
        return kept(end);
    }
    // "Poland has answered with 1,000 of its own"
    if after == "of" && matches!(words.at(end + 1), "its" | "their" | "his") && words.at(end + 2) == "own" {
        return kept(end + 3);
    }
    if near(1) == "whom" || near(1) == "which" {
        return kept(end);
    }
    // "another 143,500", "300 more", "a further 200"
    if matches!(words.at(start), "another")
        || words.at(start) == "a" && words.at(start + 1) == "further"
        || words.at(start) == "an" && matches!(words.at(start + 1), "additional" | "extra")
    {
        return kept(end);
    }
    if after == "more"
        && (words.kind(end + 1) != TokenKind::Word
            || words.is(end + 1, Classes::AUXILIARY)
            || words.is(end + 1, Classes::PREPOSITION)
            || verb_at(words, end + 1).is_some())
    {
        return kept(end + 1);
    }
    // "told to reach 10,000", "the total at 11,000", "put the number at 900", "the 900 it had admitted to"
    if joined && (2..=5).any(sized) || near(1) == "the" && after == "it" {
        return kept(end);
    }
    // "Ukraine's estimate is 12,000"
    if matches!(near(1), "is" | "was") && CLASSES.estimate.contains(near(2)) && count.low >= 10 {
        return kept(end);
    }
    // "one draft reached 64,000"
    if CLASSES.reaching.contains(near(1)) && count.low >= 10 && !is_year(view, count) {
        return kept(end);
    }
    // "It may grow to as many as 8,000", "their number had risen to 650"
    if near(1) == "to" && CLASSES.change.contains(near(2)) && count.low >= 10 && !is_year(view, count) {
        return kept(end);
    }
    // "Italy, with 300 soldiers, has said nothing. Germany, with about 100, will look on."
    if near(1) == "with" && near(2) == "," && start >= 2 && view.party_ending(start - 2).is_some() && after == "," {
        return kept(end);
    }
    // "The soldiers number 1,500. Most are at the airport; around 400 are posted in the north": a count that acts.
    let first = matches!(near(1), "first" | "last" | "other" | "remaining") && matches!(near(2), "the" | "a");
    let opens = start == sentence.start
        || first && start <= sentence.start + 2
        || matches!(near(1), ";" | ":")
        // "Of these roughly 700,000 are Indian", "By the army's own account 900 were left"
        || near(2) == "of" && matches!(near(1), "these" | "those" | "them")
        || CLASSES.own_words.contains(near(1))
        || is_saying(near(1));
    let acts = verb_at(words, end).is_some() || is_auxiliary(after);
    if opens && acts && count.low >= 10 && previous.kind != FigureKind::Casualties && !is_year(view, count) {
        return kept(end);
    }
    if !same_sentence {
        // "Turkey has promised 2,700.": a sentence on, only a verb of having and giving carries the noun along.
        let given = (is_verb_before(view, start) || CLASSES.tallying.contains(near(1)))
            && count.low >= 10
            && !is_year(view, count);
        return given.then(|| kept(end)).flatten();
    }
    // "said that 1,000 soldiers were fighting and that some 20,000 stood at the border": a count that acts.
    let acting = acts || CLASSES.acting.contains(after);
    if near(1) == "that" && acting && !is_year(view, count) {
        return kept(end);
    }
    // "France has 1,500 soldiers and the United States 1,100"
    let party = view
        .party_ending(start)
        .is_some_and(|p| view.parties[p].acts() && view.parties[p].tokens.start >= sentence.start);
    // "Moscow is to scrap 1,752 missiles, Washington 859": a capital by itself.
    let seat = start > 1
        && matches!(view.cover(start - 1), Cover::Place(p) if view.names.places[p].of.is_some())
        && words.kind(end) != TokenKind::Word;
    let party = party || seat && matches!(near(2), "," | "and");
    let put_up = near(1) == "up" && matches!(near(2), "put" | "puts" | "send" | "call" | "bring");
    let party = party || put_up;
    let listed = matches!(near(1), "and" | "or" | "to" | "from" | "but" | "with" | "than" | "not" | "against" | ",")
        || is_verb_before(view, start)
        || CLASSES.tallying.contains(near(1));
    // A number without a noun counts the same only where it is of the same order: years and pages are not.
    ((party || listed) && !is_year(view, count)).then(|| kept(end)).flatten()
}

/// Whether token `i` is a plural that means neither people nor arms.
fn is_thing(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let word = words.at(i);
    let plural = word.ends_with('s') && !word.ends_with("ss") && word.len() > 3 && words.kind(i) == TokenKind::Word;
    let known = NOUNS.noun(word).is_some() || NOUNS.is_people(word) || NOUNS.is_loss(word) || NOUNS.is_model(word);
    plural && !known && !words.is_capital(i) && matches!(view.cover(i), Cover::Nothing)
}

/// What "the number of …" before a number counts: "put the number of North Korean guns at".
fn number_of(view: &View<'_>, start: usize, sentence: &Range<usize>) -> Option<Counted> {
    let words = view.words;
    let of = (sentence.start.max(start.saturating_sub(16))..start)
        .rev()
        .find(|&j| words.at(j) == "of" && matches!(words.before(j, 1), "number" | "total" | "strength"))?;
    let head = (of + 1..start.min(of + 6)).find(|&j| NOUNS.noun(words.at(j)).is_some_and(|n| n.plural))?;
    let noun = NOUNS.noun(words.at(head)).filter(|n| !n.weak)?;
    // "the number of soldiers fell from": no loss.
    let loss = (head..start.min(head + 3)).find(|&j| NOUNS.is_loss(words.at(j)) && words.at(j) != "fell");
    let (kind, what) = match loss {
        Some(j) if noun.kind != FigureKind::Equipment => (FigureKind::Casualties, plain_loss(words.at(j))),
        _ => (noun.kind, words.at(head).to_owned()),
    };
    Some(Counted { tokens: start..start, kind, what, bound: None, nameless: false, left_out: false, by: &NUMBER_OF })
}

fn near_word<'w>(words: &'w Words<'_>, start: usize) -> &'w str {
    words.before(start, 1)
}

pub(super) fn is_verb_before(view: &View<'_>, start: usize) -> bool {
    CLASSES.having.contains(view.words.before(start, 1))
}

/// Whether the bare number may be a year.
pub(super) fn is_year(view: &View<'_>, count: &Count) -> bool {
    let word = view.words.at(count.core.start);
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (1900..2100).contains(&count.low)
        && count.core.len() == 1
}
