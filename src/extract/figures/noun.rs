//! The noun that stands behind a number.

use std::ops::Range;

use super::classes::CLASSES;
use super::loss::loss_around;
use super::nouns::{NOUNS, Noun as Counter};
use super::trap::is_sent;
use crate::extract::annotated::MentionForm;
use crate::extract::numbers::Count;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, FigureKind};
use crate::text::TokenKind;
/// No noun stands farther from its number.
pub(super) const LONGEST: usize = 9;

pub(super) enum Noun {
    /// A noun for forces or losses, its last token, whether it takes other words to be one.
    Force { noun: FigureKind, head: usize, weak: bool, nameless: bool },
    /// People who count only as losses.
    People { head: usize },
    /// Something else, up to this token.
    Other { end: usize },
    /// No noun at all.
    Missing,
}

/// The noun that stands behind a number, from token `from` on.
pub(super) fn noun_behind(view: &View<'_>, from: usize, sentence: &Range<usize>, count: &Count) -> Noun {
    let words = view.words;
    // "one of its own soldiers" has the plural behind it.
    let one = count.low == 1 && count.high == 1;
    let of = one && words.at(count.core.end) == "of";
    let end = sentence.end.min(from + LONGEST);
    let mut j = from;
    let mut seen_word = false;
    let mut not_force = false;
    let mut typed = false;
    let mut demonym_plural = None;
    while j < end {
        let word = words.at(j);
        match words.kind(j) {
            TokenKind::Word => {}
            // "Shahed-136/131 drones", "22 “kamikaze” drones"
            TokenKind::Punctuation
                if matches!(word, "/" | "“" | "”" | "\"" | "-" | "‘" | "'" | "’") && j > from
                    || matches!(word, "“" | "\"" | "‘" | "”" | "’") =>
            {
                j += 1;
                continue;
            }
            TokenKind::Number if words.before(j, 1) == "/" && words.touches_previous(j) => {
                j += 1;
                continue;
            }
            TokenKind::Possessive if j > from => {
                j += 1;
                continue;
            }
            // "25 Leopard 2 tanks": the number of a type.
            TokenKind::Number
                if j > from
                    && words.is_capital(j - 1)
                    && word.len() <= 3
                    && words.kind(j + 1) == TokenKind::Word
                    && NOUNS.noun(words.at(j + 1)).is_some_and(|n| n.kind == FigureKind::Equipment) =>
            {
                j += 1;
                continue;
            }
            // "155mm shells", "40mm guns"
            TokenKind::Number if word.ends_with("mm") => {
                j += 1;
                continue;
            }
            _ => break,
        }
        // "there are some 1,800 now", "no more than 1,100 carry rifles", "241 of their number"
        let acts = CLASSES.acting.contains(word) && !one && NOUNS.noun(words.at(j + 1)).is_none_or(|n| n.plural);
        if j == from && (matches!(word, "now" | "today") || acts || word == "number" && words.before(j, 1) != "a") {
            break;
        }
        if matches!(view.cover(j), Cover::Date(_)) || matches!(word, "them" | "whom" | "us") {
            break;
        }
        // "18 Leopards", "308 heavy SS-18s", and no noun behind it.
        // The men of a group may bear the name of a weapon.
        let fighters = matches!(view.named(j), Some((a, _)) if view.kind(a) == ActorKind::ArmedGroup);
        if words.is_capital(j)
            && NOUNS.is_model(word)
            && !one
            && !fighters
            && (words.kind(j + 1) != TokenKind::Word || NOUNS.noun(words.at(j + 1)).is_none())
        {
            return Noun::Force { noun: FigureKind::Equipment, head: j, weak: false, nameless: false };
        }
        if NOUNS.is_not_force(word) && j + 1 < end {
            not_force = true;
        }
        if let Some(noun) = NOUNS.noun(word)
            && (if one { noun.singular || of && noun.plural && is_soldiers(noun) } else { noun.plural })
            && !(words.is_capital(j) && matches!(view.cover(j), Cover::Mention(_)) && !noun.plural)
        {
            // "two tank battalions", "330 infantry fighting vehicles": the noun goes on to its last word.
            let mut head = j;
            if matches!(word, "infantry" | "cavalry" | "military" | "artillery" | "armour" | "armor" | "ammunition")
                && let Some(next) = (j + 1..(j + 4).min(end))
                    .take_while(|&k| {
                        !words.is(k, Classes::PREPOSITION) && words.at(k) != "and" && words.kind(k) == TokenKind::Word
                    })
                    .find(|&k| NOUNS.noun(words.at(k)).is_some_and(|n| n.plural))
            {
                head = next;
            }
            while head + 1 < end
                && NOUNS.noun(words.at(head + 1)).is_some_and(|n| if one { n.singular } else { n.plural })
                && words.kind(head + 1) == TokenKind::Word
                && !CLASSES.participle_noun.contains(words.at(head + 1))
            {
                head += 1;
            }
            // "battalion tactical groups": the noun may be three words long.
            let noun = NOUNS.noun(words.at(head)).unwrap_or(noun);
            // "two army officers", "300 tank crews", "40 soldier statues" go on to a noun that decides.
            let follows = words.at(head + 1);
            // "the three armies": those spoken of, no count of its own.
            if noun.kind == FigureKind::Unit
                && matches!(words.before(count.tokens.start, 1), "the" | "all")
                && count.low < 10
            {
                return Noun::Other { end: head + 1 };
            }
            // "two much larger armies": those of two states, no formations.
            let field =
                matches!(words.before(head, 1), "group" | "field" | "tank" | "combined-arms" | "guards" | "shock");
            if matches!(words.at(head), "armies" | "army") && !field {
                return Noun::Other { end: head + 1 };
            }
            let compound = one
                && words.kind(head + 1) == TokenKind::Word
                && (NOUNS.noun(follows).is_some_and(|n| !matches!(n.kind, FigureKind::Casualties))
                    || matches!(
                        follows,
                        "crew"
                            | "officer"
                            | "commander"
                            | "base"
                            | "attack"
                            | "strike"
                            | "commanders"
                            | "uniform"
                            | "chief"
                    ));
            if compound {
                j = head + 1;
                seen_word = true;
                continue;
            }
            if NOUNS.is_people(words.at(head))
                && noun.kind == FigureKind::Personnel
                && noun.weak
                && !qualified(view, from, head)
            {
                // "men", "members": a force only in such company; otherwise people.
                if words.is_phrase(head + 1, "under arms") || words.is_phrase(head + 1, "face each other") {
                    return Noun::Force { noun: noun.kind, head, weak: false, nameless: false };
                }
                if loss_around(view, count, head + 1, sentence).is_some()
                    || !is_military_around(view, count, sentence) && !is_sent(view, count)
                    || not_force
                {
                    return Noun::People { head };
                }
            }
            // "66 F-16V fighters", "ten Mirage fighters": aircraft.
            let typed = |k: usize| {
                words.at(k).bytes().any(|b| b.is_ascii_digit()) || words.is_capital(k) && NOUNS.is_type(words.at(k))
            };
            let model =
                matches!(words.at(head), "fighters" | "fighter" | "trainers" | "trainer" | "tankers" | "transports")
                    && (head > from && typed(head - 1) && view.named(head - 1).is_none()
                        // "Two fighters are lost, a MiG-21 to a missile"
                        || is_told_by_type(view, head, sentence));
            let noun = if model { Counter { kind: FigureKind::Equipment, weak: false, ..noun } } else { noun };
            // "Patriot batteries", "S-400 batteries": weapons, not a formation.
            let system = matches!(words.at(head), "batteries" | "battery")
                && head > from
                && (words.is_capital(head - 1) || words.at(head - 1).bytes().any(|b| b.is_ascii_digit()));
            let noun = if system { Counter { kind: FigureKind::Equipment, ..noun } } else { noun };
            if not_force {
                // "two empty tankers": ships, no crews.
                return if noun.kind == FigureKind::Personnel && !matches!(words.at(head), "tanker" | "tankers") {
                    Noun::People { head }
                } else {
                    Noun::Other { end: head + 1 }
                };
            }
            // "two brigades of experts"
            let of = if words.at(head + 1) == "of" { head + 2 } else { head };
            if noun.kind == FigureKind::Unit && of > head && CLASSES.civil.contains(words.at(of)) {
                return Noun::Other { end: head + 1 };
            }
            if noun.strict && !qualified(view, from, head) {
                return Noun::Other { end: head + 1 };
            }
            let weak = noun.weak && !qualified(view, from, head);
            let nameless = CLASSES.nameless.contains(words.at(head));
            return Noun::Force { noun: noun.kind, head, weak, nameless };
        }
        if NOUNS.is_people(word) && !(one && word == "people") {
            return Noun::People { head: j };
        }
        if matches!(view.cover(j), Cover::Mention(_) | Cover::Place(_)) {
            // "75 Israelis", "90 Palestinians"
            // "four Chinese were killed": the people, where a verb of loss follows.
            let people = matches!(view.named(j), Some((a, form)) if form == MentionForm::Demonym || view.kind(a) == ActorKind::ArmedGroup)
                && (words.is(j + 1, Classes::AUXILIARY) || NOUNS.is_loss(words.at(j + 1)));
            // "about a hundred Togolese and": no noun behind the people.
            let alone = matches!(view.named(j), Some((_, MentionForm::Demonym)))
                && !one
                && (words.kind(j + 1) != TokenKind::Word
                    || words.is(j + 1, Classes::PREPOSITION)
                    || verb_at(words, j + 1).is_some()
                    || matches!(words.at(j + 1), "and" | "or" | "who"));
            // "230 South Koreans": a name of two words.
            let end_of_name = view.cover_end(j);
            let two = end_of_name == j + 2
                && !one
                && matches!(view.named(j), Some((_, MentionForm::Demonym)))
                && words.raw(j + 1).ends_with('s');
            if two && j == from {
                demonym_plural = Some(j + 1);
                seen_word = true;
                j += 2;
                continue;
            }
            if (words.raw(j).ends_with('s') || people || alone) && words.is_capital(j) && j == from {
                demonym_plural = Some(j);
            }
            seen_word = true;
            j += 1;
            continue;
        }
        if words.is(j, Classes::PREPOSITION.with(Classes::AUXILIARY).with(Classes::DETERMINER))
            || matches!(
                word,
                "or" | "but"
                    | "so"
                    | "aboard"
                    | "ashore"
                    | "who"
                    | "which"
                    | "whose"
                    | "there"
                    | "here"
                    | "that"
                    | "as"
                    | "when"
                    | "while"
                    | "where"
                    | "he"
                    | "it"
                    | "they"
                    | "she"
            )
        {
            break;
        }
        if word == "and" {
            break;
        }
        // Participles are adjectives before a noun ("armed men", "wounded soldiers") and verbs behind one.
        if verb_at(words, j).is_some() && !(words.at(j).ends_with("ed") && NOUNS.noun(words.at(j + 1)).is_some()) {
            break;
        }
        if words.is(j, Classes::ADVERB) && j > from {
            break;
        }
        // A plural in capitals ("Palestinians", "Kurds") is people.
        if words.is_capital(j)
            && (word.ends_with('s') && !one
                || word.ends_with("ese") && !one && !words.is_capital(j + 1) && NOUNS.noun(words.at(j + 1)).is_none()
                || words.is(j + 1, Classes::AUXILIARY) && (j + 2..j + 4).any(|k| NOUNS.is_loss(words.at(k))))
            && word.len() > 4
            && words.raw(j).chars().skip(1).any(char::is_lowercase)
            && j == from
            && !word.contains('-')
        {
            demonym_plural = Some(j);
        }
        // "twelve A-29 Super Tucanos": the type before its name in the plural.
        if typed && words.is_capital(j) && word.ends_with('s') && !one && j > from {
            return Noun::Force { noun: FigureKind::Equipment, head: j, weak: false, nameless: false };
        }
        typed |= words.is_capital(j) && word.contains('-') && word.ends_with(|c: char| c.is_ascii_digit());
        seen_word = true;
        j += 1;
    }
    if let Some(head) = demonym_plural.filter(|&h| {
        h + 1 >= j
            || words.is_phrase(h + 1, "out of action")
            || matches!(words.at(h + 1), "prisoner" | "captive")
            || verb_at(words, h + 1).is_some()
    }) {
        return Noun::People { head };
    }
    if seen_word { Noun::Other { end: j } } else { Noun::Missing }
}

/// "Two fighters are lost, a MiG-21 to a missile": a type of aircraft behind the noun says what it means.
fn is_told_by_type(view: &View<'_>, head: usize, sentence: &Range<usize>) -> bool {
    let words = view.words;
    let mut behind = head + 1..sentence.end.min(head + 14);
    view.words.at(head).starts_with("fighter")
        && behind.any(|j| {
            matches!(words.before(j, 1), "a" | "an" | "one" | "both")
                && words.is_capital(j)
                && (NOUNS.is_type(words.at(j)) || NOUNS.is_model(&format!("{}s", words.at(j))))
        })
}

/// Whether the noun means soldiers without other words: "one of its own soldiers", not "one of its fleets".
fn is_soldiers(noun: Counter) -> bool {
    noun.kind == FigureKind::Personnel && !noun.weak
}

/// Whether a word before a weak noun makes it a force: "patrol boats", "artillery systems", "military observers".
pub(super) fn qualified(view: &View<'_>, from: usize, head: usize) -> bool {
    (from..head).any(|j| {
        let word = view.words.at(j);
        NOUNS.is_military(word)
            || NOUNS.noun(word).is_some_and(|n| !n.weak)
            || CLASSES.qualifier.contains(word)
            || word.contains('-') && word.ends_with(|c: char| c.is_ascii_digit())
            || word.ends_with("mm")
            || matches!(view.cover(j), Cover::Mention(m) if view.kind(view.names.mentions[m].actor) == ActorKind::ArmedGroup)
    })
}

/// Whether the words around the count speak of forces.
pub(super) fn is_military_around(view: &View<'_>, count: &Count, sentence: &Range<usize>) -> bool {
    let start = sentence.start.max(count.tokens.start.saturating_sub(25));
    let end = sentence.end.min(count.core.end + 20);
    (start..end).any(|j| {
        NOUNS.is_military(view.words.at(j))
            || matches!(view.named(j), Some((a, _)) if view.kind(a) == ActorKind::ArmedGroup)
    })
}
