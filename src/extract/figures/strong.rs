//! Strengths before a hyphen or behind a number: "4,000-strong", "a 2,500-man force".

use super::classes::CLASSES;
use super::counted::Counted;
use super::nouns::NOUNS;
use crate::extract::FigureKind;
use crate::extract::numbers::Count;
use crate::extract::parties::View;
use crate::extract::trail::Rule;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

static STRONG: Rule = Rule::new("strong", "the number is the strength of a force");

pub(super) fn is_strong_suffix(word: &str) -> bool {
    CLASSES.strong_suffix.contains(word)
}

/// "4,000-strong", "a 2,500-man force"
pub(super) fn strong(view: &View<'_>, count: &Count, previous: Option<&Counted>) -> Option<Counted> {
    let words = view.words;
    let dash = count.core.end;
    let word = words.at(dash + 1);
    if !(words.at(dash) == "-" && words.touches_previous(dash) || words.at(dash) == "strong") {
        return None;
    }
    let (at, word) = if words.at(dash) == "strong" { (dash, "strong") } else { (dash + 1, word) };
    if !is_strong_suffix(word) {
        return None;
    }
    // The thing that is so strong: "army", "force", "contingent".
    let mut head = at;
    for j in at + 1..at + 5 {
        if words.kind(j) != TokenKind::Word || words.is(j, Classes::PREPOSITION) || verb_at(words, j).is_some() {
            break;
        }
        head = j;
        if NOUNS.is_military(words.at(j))
            || matches!(words.at(j), "contingent" | "fleet" | "mission" | "group" | "flotilla" | "corps")
        {
            break;
        }
    }
    let kind = match word {
        word if CLASSES.strong_equipment.contains(word) => FigureKind::Equipment,
        _ => FigureKind::Personnel,
    };
    let military = kind == FigureKind::Equipment
        || word == "soldier"
        || word == "troop"
        || word == "strong"
            && (1..14).any(|k| {
                let word = words.before(count.tokens.start, k);
                NOUNS.is_military(word)
                    || CLASSES.force_noun.contains(word)
                    || matches!(word, "mission" | "group" | "branch")
            })
        || previous.is_some_and(|p| p.kind == FigureKind::Personnel)
        || (at + 1..=head).any(|j| NOUNS.is_military(words.at(j)) || NOUNS.noun(words.at(j)).is_some())
        || matches!(words.at(head), "mission" | "group" | "contingent");
    let what = if head > at { words.raw(head) } else { words.raw(at) };
    military.then(|| Counted {
        tokens: count.tokens.start..head + 1,
        kind,
        what: what.to_owned(),
        bound: None,
        nameless: false,
        left_out: false,
        by: &STRONG,
    })
}
