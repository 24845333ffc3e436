//! The words of killing, wounding and capture around a count.

use std::ops::Range;

use super::classes::CLASSES;
use super::nouns::NOUNS;
use crate::extract::numbers::Count;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// The word of killing, wounding or capture that the count is subject or object of, and its token.
pub(super) fn loss_around(
    view: &View<'_>,
    count: &Count,
    after: usize,
    sentence: &Range<usize>,
) -> Option<(String, usize)> {
    let words = view.words;
    // Behind: "were killed", "had died", "dead", "killed and wounded".
    let mut j = after;
    let end = sentence.end.min(after + 22);
    while j < end {
        let word = words.at(j);
        // "killed 12 and wounded 40": the verb of the next number.
        let governs = j > after
            && matches!(words.before(j, 1), "and" | ",")
            && crate::extract::numbers::cardinal_at(words, j + 1).is_some();
        // "2,000 Syrians are there, 28 of whom were killed"
        let part = words.at(j) == "of" && matches!(words.at(j + 1), "whom" | "them" | "which") && j > after + 1;
        if governs || part {
            break;
        }
        if NOUNS.is_loss(word) && !CLASSES.not_behind.contains(word) {
            let mut last = j;
            while matches!(words.at(last + 1), "and" | "or" | "/")
                && NOUNS.is_loss(words.at(last + 2))
                && words.kind(last + 2) == TokenKind::Word
            {
                last += 2;
            }
            let what = words.span(&(j..last + 1)).of(words.text).to_lowercase();
            return Some((plain_loss(&what), last));
        }
        // "took 600 of them prisoner"
        if matches!(word, "prisoner" | "captive") && j <= after + 2 {
            return Some(("captured".into(), j));
        }
        // "put 3,400 Eritreans out of action"
        if words.is_phrase(j, "out of action") && j <= after + 2 {
            return Some(("out of action".into(), j + 2));
        }
        // "64 sailors who were killed": the relative clause is theirs.
        if j == after && word == "who" {
            let verb = (j + 1..j + 4).find(|&k| !words.is(k, Classes::AUXILIARY))?;
            if NOUNS.is_loss(words.at(verb)) && !CLASSES.not_behind.contains(words.at(verb)) {
                return Some((plain_loss(words.at(verb)), verb));
            }
        }
        // Up to the first verb that is not of loss: "at least 12 people in two villages were killed".
        let verb = view.cover(j) == Cover::Nothing
            && verb_at(words, j).is_some()
            && !words.is(j, Classes::AUXILIARY)
            && !matches!(
                word,
                "reported"
                    | "confirmed"
                    | "believed"
                    | "feared"
                    | "thought"
                    | "said"
                    | "left"
                    | "brought"
                    | "found"
                    | "pulled"
            );
        if verb
            || matches!(
                word,
                ";" | ":"
                    | "."
                    | "|"
                    | "who"
                    | "which"
                    | "that"
                    | "when"
                    | "where"
                    | "while"
                    | "after"
                    | "before"
                    | "("
            )
        {
            break;
        }
        j += 1;
    }
    // Before: "killed", "killing at least", "the deaths of", "lost".
    let mut j = count.tokens.start;
    let floor = sentence.start.max(j.saturating_sub(7));
    while j > floor {
        j -= 1;
        let word = words.at(j);
        if NOUNS.is_loss(word) && !CLASSES.not_before.contains(word) {
            // "were killed by 12 soldiers": they killed.
            let agent = (j + 1..count.tokens.start).any(|k| {
                matches!(words.at(k), "by" | "in" | "when" | "after" | "as" | "with" | "from" | "near" | "to")
            });
            if agent {
                return None;
            }
            return Some((plain_loss(word), j));
        }
        if matches!(word, "left" | "claimed" | "claims" | "claiming") && matches!(words.at(after), "dead" | "lives") {
            return Some(("killed".into(), after));
        }
        // A list: "killed 12 soldiers and four policemen", "killing 12 and wounding 30".
        let passable = words.is(j, Classes::ADVERB) && word != "since"
            || words.is(j, Classes::DETERMINER)
            || matches!(
                word,
                "of" | "and"
                    | ","
                    | "“"
                    | "”"
                    | "\""
                    | "another"
                    | "more"
                    | "at"
                    | "least"
                    | "than"
                    | "about"
                    | "nearly"
                    | "around"
                    | "over"
                    | "some"
                    | "almost"
            )
            || NOUNS.is_people(word)
            || NOUNS.noun(word).is_some()
            || words.kind(j) == TokenKind::Number
            || crate::extract::numbers::cardinal_at(words, j).is_some()
            || matches!(view.cover(j), Cover::Mention(_));
        if !passable {
            break;
        }
    }
    None
}

/// The state that a word of loss leaves its victims in.
pub(super) fn plain_loss(word: &str) -> String {
    match word {
        "loss" | "killing" | "kill" | "kills" | "died" | "dead" | "deaths" | "death" | "lost" | "losing" | "lose"
        | "loses" | "slain" | "perished" | "die" | "dies" | "fatalities" | "fell" | "executed" | "massacred"
        | "murdered" | "slaughtered" => "killed",
        "wounding" | "wounds" | "wound" | "injured" | "injuring" | "injures" | "hurt" | "maimed" | "maiming" => {
            "wounded"
        }
        "capturing" | "captures" | "capture" | "taken" | "taking" => "captured",
        other => other,
    }
    .to_owned()
}
