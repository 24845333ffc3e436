//! Numbers that count no force: names, measures, manners of speaking, people who are no loss and no force.

use std::ops::Range;

use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::strong::is_strong_suffix;
use crate::extract::numbers::{Count, cardinal_at};
use crate::extract::parties::{Cover, View};
use crate::extract::words::Classes;
use crate::extract::{ActorKind, FigureKind};
use crate::text::TokenKind;
/// "without a single tank", "whether it has moved a single gun": no count.
pub(super) fn is_manner_of_speaking(view: &View<'_>, count: &Count) -> bool {
    let words = view.words;
    let i = count.core.start;
    let floor = view.sentence(i).start.max(i.saturating_sub(14));
    // "Not one aircraft was lost"
    if count.high == 1 && words.before(i, 1) == "not" {
        return true;
    }
    count.low == 1
        && matches!(words.at(i), "a" | "one")
        && (count.core.clone().any(|j| matches!(words.at(j), "single" | "lone")) || words.at(i + 1) == "single")
        && (floor..i).any(|j| CLASSES.negation.contains(words.at(j)))
}

/// "Two in three of its tanks", "one in ten": a share, no count.
pub(super) fn is_share(view: &View<'_>, count: &Count) -> bool {
    let words = view.words;
    let (start, end) = (count.core.start, count.core.end);
    let small = count.high <= 100 && count.low == count.high;
    // "nine out of ten of its soldiers"
    let out_of = |at: usize| words.is_phrase(at, "out of");
    let tenth = out_of(end) && cardinal_at(words, end + 2).is_some_and(|c| c.high <= 10)
        || start > 2 && count.high <= 10 && out_of(start - 2) && cardinal_at(words, start - 3).is_some();
    if tenth && small {
        return true;
    }
    let first = words.at(end) == "in" && cardinal_at(words, end + 1).is_some_and(|c| c.high <= 100 && !c.vague);
    let second = words.before(start, 1) == "in"
        && start > 1
        && cardinal_at(words, start - 2).is_some_and(|c| c.end == start - 1 && c.high < count.low);
    let of = |at: usize| words.at(at) == "of" || words.kind(at) != TokenKind::Word;
    small && (second || first && cardinal_at(words, end + 1).is_some_and(|c| of(c.end)))
}

/// Whether what killed is no war: a disease, an earthquake.
pub(super) fn is_natural(view: &View<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let start = sentence.start.max(tokens.start.saturating_sub(14));
    let end = sentence.end.min(tokens.end + 10);
    (start..end).any(|j| CLASSES.natural.contains(view.words.at(j)))
}

/// "Five dead as minibus hits lorry": of the road, unless a weapon is named that it hit.
pub(super) fn is_accident(view: &View<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let words = view.words;
    let end = sentence.end.min(tokens.end + 10);
    let armed = |j: usize| NOUNS.noun(words.at(j)).is_some_and(|n| n.kind == FigureKind::Equipment && !n.strict);
    (tokens.end..end).any(|j| CLASSES.traffic.contains(words.at(j)) && CLASSES.colliding.contains(words.at(j + 1)))
        && !(tokens.end..end).any(|j| armed(j) || NOUNS.is_military(words.at(j)))
}

/// "76 separatists were rounded up": whom police and courts have, said right behind them.
pub(super) fn is_policed(view: &View<'_>, end: usize) -> bool {
    let words = view.words;
    let verb = (end..end + 4)
        .find(|&j| !words.is(j, Classes::AUXILIARY) && !words.is(j, Classes::ADVERB))
        .filter(|&j| j > end);
    verb.is_some_and(|j| {
        CLASSES.policing.contains(words.at(j)) && (words.at(j) != "rounded" || words.at(j + 1) == "up")
    })
}

/// "has sent 10,000 men": who is sent is a force.
pub(super) fn is_sent(view: &View<'_>, count: &Count) -> bool {
    let words = view.words;
    let start = count.tokens.start;
    // "has called up 40,000 veterans"
    let called =
        words.before(start, 1) == "up" && matches!(words.before(start, 2), "called" | "calls" | "call" | "calling");
    called || CLASSES.sending.contains(words.before(start, 1))
}

/// "32 members" of an alliance, "three generals" dismissed, "100,000 people" who fled: no force by themselves.
pub(super) fn is_mere_people(view: &View<'_>, count: &Count, from: usize, head: usize, told: bool) -> bool {
    let words = view.words;
    let start = count.tokens.start;
    let floor = view.sentence(start).start.max(start.saturating_sub(4));
    let military = |range: Range<usize>| {
        range.clone().any(|j| NOUNS.is_military(words.at(j)))
            || range
                .into_iter()
                .any(|j| matches!(view.named(j), Some((a, _)) if view.kind(a) == crate::extract::ActorKind::ArmedGroup))
    };
    // "according to two officers", "two soldiers said": who speaks is not counted.
    if matches!((words.before(start, 2), words.before(start, 1)), ("according", "to") | (_, "told"))
        || count.low < 10 && words.is(head + 1, Classes::SAYING)
    {
        return true;
    }
    match words.at(head) {
        // "Nato's 32 members": states.
        "member" | "members"
            if words.kind(start.wrapping_sub(1)) == TokenKind::Possessive
                && !matches!(view.named(start.wrapping_sub(2)), Some((a, _)) if view.kind(a) == ActorKind::ArmedGroup) =>
        {
            !military(from..head + 6)
        }
        // "the five permanent members": states on a council.
        "member" | "members" if CLASSES.seated.contains(words.before(head, 1)) => true,
        // "twelve of its members vote to send troops"
        "member" | "members" if (head + 1..head + 3).any(|j| words.at(j).starts_with("vot")) => true,
        // "service members", "crew members"
        "member" | "members" if matches!(words.before(head, 1), "service" | "guard" | "reserve") => false,
        "member" | "members" => {
            !military(from..head + 6) && !military(view.sentence(start).start.max(start.saturating_sub(8))..start)
        }
        "people" | "persons"
            if (head + 1..head + 6).chain(floor..start).any(|j| CLASSES.displaced.contains(words.at(j))) =>
        {
            true
        }
        "people" | "persons" => !military(from..head + 4) && !military(floor..start),
        word if CLASSES.rank.contains(word) => {
            let joined = matches!(words.before(start, 1), "and" | "," | "including" | "with")
                || words.before(start, 1) == "them";
            !(told && joined)
        }
        _ => false,
    }
}

/// "Resolution 2202", "Article 5", "Brigade 22", "No. 7", "page 12": a number that names.
pub(super) fn is_part_of_name(view: &View<'_>, count: &Count) -> bool {
    let words = view.words;
    let i = count.core.start;
    // Part of a name, unless the name only begins or ends with it.
    if let Cover::Mention(_) | Cover::Place(_) | Cover::Date(_) = view.cover(i) {
        return true;
    }
    if count.tokens.start < i || words.kind(i) == TokenKind::Word {
        return false;
    }
    let before = words.before(i, 1);
    // "is thought to number 900 fighters", "the dead number 17"
    let subject = words.before(i, 2);
    let numbers = matches!(subject, "to" | "they" | "who" | "which" | "dead" | "wounded")
        || NOUNS.noun(subject).is_some_and(|n| n.plural);
    if before == "number" && (count.low >= 100 || numbers) {
        return false;
    }
    // "the 12 Infantry Brigade": a formation in the singular, in capitals up to its noun.
    let formation = (i + 1..i + 5)
        .take_while(|&j| words.kind(j) == TokenKind::Word && words.is_capital(j))
        .any(|j| NOUNS.noun(words.at(j)).is_some_and(|n| n.kind == FigureKind::Unit && !n.plural));
    if formation && count.core.len() == 1 && (2..1000).contains(&count.low) && count.low == count.high {
        return true;
    }
    // "25 Leopard 2 tanks": the number of a type.
    let type_before = i > 0 && words.is_capital(i - 1) && NOUNS.is_type(before) && count.low < 1000;
    type_before || CLASSES.numbered.contains(before) || before == "." && words.before(i, 2) == "no"
        // "Iskander 9K720" stays one word; "Boeing 737", "Airbus 330" does not.
        || matches!(before, "boeing" | "airbus" | "antonov" | "il" | "tu" | "su" | "mig")
}

/// Whether a measure, money, per cent, an age or a time stands behind the number.
pub(super) fn is_unit_of_measure(view: &View<'_>, count: &Count) -> bool {
    let words = view.words;
    let after = words.at(count.core.end);
    let before = words.before(count.core.start, 1);
    matches!(before, "$" | "€" | "£" | "¥" | "₹" | "₽" | "₪" | "₴" | "us$" | "usd" | "eur" | "/" | "#" | "§")
        || CLASSES.measure.contains(after)
        || after == "-" && !is_strong_suffix(words.at(count.core.end + 1)) && words.touches_previous(count.core.end)
}

pub(super) fn is_superlative(view: &View<'_>, from: usize, head: usize) -> bool {
    (from..head).any(|j| {
        let word = view.words.at(j);
        matches!(word, "most" | "best" | "main" | "key" | "few" | "only" | "many" | "several")
            || word.len() > 4 && word.ends_with("est")
    })
}
