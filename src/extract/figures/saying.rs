//! Which verbs say what a figure says.

use std::ops::Range;

use super::classes::CLASSES;
use super::speaker::{inserted, reckoner, right_before, speaker};
use crate::extract::numbers::cardinal_at;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// Whether token `j` is a verb that says what the figure says.
pub(super) fn is_said(view: &View<'_>, j: usize, core: &Range<usize>) -> bool {
    let words = view.words;
    let word = words.at(j);
    let end = core.start.max(j);
    // "gave a number: …", "gives its own dead as five"
    if matches!(word, "gave" | "gives" | "publishes" | "published" | "released" | "releases") {
        return (j + 1..end.min(j + 7)).any(|k| {
            CLASSES.estimate.contains(words.at(k)) || matches!(words.at(k), "dead" | "names" | "list" | "losses")
        })
            // "gives the rebels “not more than 900”"
            || (end.saturating_sub(6).max(j + 1)..end).any(|k| matches!(words.at(k), "“" | "\"")) && end <= j + 10
            // "gave the cost of the war up to May as 13,310 dead, 35,478 wounded"
            || (j + 2..end.min(j + 20)).any(|k| words.at(k) == "as" && (k + 1..k + 4).any(|n| cardinal_at(words, n).is_some()));
    }
    if is_turn_of_phrase(view, j, core) {
        return true;
    }
    // "The figure, he added, includes": a verb of saying only where it is put in.
    if CLASSES.adding.contains(word) {
        let close = |k: usize| matches!(words.at(k), "," | "." | "”" | "\"");
        return words.at(j + 1) == "that" && j < core.start || close(j + 1) && right_before(view, j).is_some();
    }
    // "Kuwait, whose army counts 16,000 men"
    if matches!(word, "counts" | "count" | "counted") && CLASSES.force_noun.contains(words.before(j, 1)) {
        return false;
    }
    let says = words.is(j, Classes::SAYING) || words.is(j, Classes::RECKONING) && j < core.start;
    // "makes it 900 and lists 14": it shares the subject of the verb before.
    let shared = words.before(j, 1) == "and" && cardinal_at(words, j + 1).is_some();
    let spoken = || shared || right_before(view, j).or_else(|| inserted(view, j)).is_some();
    if !says || view.cover(j) != Cover::Nothing || verb_at(words, j).is_none() && !spoken() {
        return false;
    }
    if is_passive(view, j) && words.at(j + 1) != "by" {
        return false;
    }
    // "maintains twelve posts" keeps them; "maintains that" says so.
    if matches!(word, "maintains" | "maintain" | "maintained") && words.at(j + 1) != "that" {
        return false;
    }
    // "has never said so", "tells the union to keep its men", "counts on 900 men", "a force that counted 900"
    let never = (1..=2).any(|k| matches!(words.before(j, k), "never" | "not"));
    let bid = matches!(word, "tell" | "tells" | "told")
        && (j + 1..j + 7).take_while(|&k| !matches!(words.at(k), "," | "that")).any(|k| words.at(k) == "to");
    let counts = matches!(word, "counts" | "count" | "counted")
        && (words.at(j + 1) == "on" || matches!(words.before(j, 1), "that" | "which" | "who"));
    // "reckoned by the embassy at 900" says no more than that number.
    let far = words.at(j + 1) == "by" && core.start > j + 10;
    if never || bid || counts || far {
        return false;
    }
    // "Peru is reported to have": by others.
    let told_of = matches!(words.before(j, 1), "is" | "are" | "was" | "were" | "been") && words.at(j + 1) == "to";
    if told_of && view.party_ending(j).is_none() {
        return false;
    }
    // "said nothing of the 1,500 warheads"
    let no = words.at(j + 1) == "no" && !matches!(words.at(j + 2), "more" | "fewer" | "less");
    if no || matches!(words.at(j + 1), "nothing" | "little") && words.at(j + 2) != "but" {
        return false;
    }
    match word {
        // "claimed both raids" is no report; "claims 900 men" and "claims that" are.
        "claimed" | "claims" | "claim" => {
            j >= core.start
                || (j + 1..j + 4).any(|k| matches!(words.at(k), "that" | "to") || core.contains(&k))
                || (j + 1..end).all(|k| view.words.kind(k) != TokenKind::Punctuation)
        }
        "put" | "puts" => (j..end).any(|k| words.at(k) == "at"),
        "spoke" | "spoken" | "speaks" => (j + 1..end.min(j + 5)).any(|k| words.at(k) == "of"),
        // "found records of 44 dead", not "found 12 rifles"
        "found" | "finds" => {
            (j + 1..end.min(j + 4)).any(|k| matches!(words.at(k), "that" | "records" | "evidence" | "proof"))
        }
        // Reckoned by the subject, not in a relative clause of the counted: "a force that counted 100,000".
        _ if !words.is(j, Classes::SAYING) => {
            !matches!(words.before(j, 1), "that" | "which" | "who") && !is_relative(view, j)
        }
        _ => true,
    }
}

/// "talks of 1,300", "owned up to ten dead", "credits them with 900", "will own to": turns of phrase that say a number.
fn is_turn_of_phrase(view: &View<'_>, j: usize, core: &Range<usize>) -> bool {
    let words = view.words;
    if j >= core.start || core.start > j + 16 || view.cover(j) != Cover::Nothing {
        return false;
    }
    let led = match words.at(j) {
        "talks" | "talked" | "talk" | "hints" | "hinted" => {
            matches!(words.at(j + 1), "of" | "at") && !words.is_before(j, 1, Classes::DETERMINER)
        }
        // "the observatory makes it 900"
        "makes" | "make" | "made" => words.at(j + 1) == "it" && core.start <= j + 6,
        "boasts" | "boasted" | "boast" => words.at(j + 1) == "of",
        "own" | "owns" | "owned" | "owning" => {
            words.at(j + 1) == "to" || words.at(j + 1) == "up" && words.at(j + 2) == "to"
        }
        "credits" | "credited" | "credit" => (j + 2..core.start).any(|k| words.at(k) == "with"),
        // "the rebels, in a video, showed 17 captives"
        "showed" | "shows" | "show" | "displayed" | "paraded"
            if words.before(j, 1) == "," && (j.saturating_sub(6)..j).any(|k| CLASSES.message.contains(words.at(k))) =>
        {
            true
        }
        // "his count shows 900"
        "shows" | "show" | "showed" | "gives" | "gave" | "has" | "had" | "lists" | "listed" | "suggests" | "runs"
        | "ran" | "comes" | "came" | "indicates" | "indicate" | "suggest" | "points" | "puts" => {
            return core.start <= j + 10 && reckoner(view, j).is_some() && !is_passive(view, j);
        }
        _ => return false,
    };
    led && speaker(view, j).is_some()
}

/// "is put at", "were counted": what somebody else says of the subject.
fn is_passive(view: &View<'_>, j: usize) -> bool {
    let words = view.words;
    let mut k = j;
    while k > 0 && words.is(k - 1, Classes::ADVERB) {
        k -= 1;
    }
    verb_at(words, j) == Some(VerbForm::Past)
        && matches!(words.before(k, 1), "is" | "are" | "was" | "were" | "been" | "being" | "be")
}

/// "the guns that Chad had seen": a verb in a clause that says which of the counted are meant.
fn is_relative(view: &View<'_>, j: usize) -> bool {
    let words = view.words;
    (j.saturating_sub(6)..j).rev().take_while(|&k| !matches!(words.at(k), "," | ";" | ":" | ".")).any(|k| {
        matches!(words.at(k), "that" | "which" | "whom")
            && k > 0
            && !words.is(k - 1, Classes::SAYING.with(Classes::RECKONING))
            && k + 1 < j
            && !matches!(words.before(k, 1), "," | "in")
    })
}
