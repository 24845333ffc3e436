//! Verbs that tell of a meeting only by what stands around them: stays, signings, invitations to a day.

use super::lists::LISTS;
use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::MeetingForm;
use crate::extract::parties::{Cover, View};
use crate::extract::places::place_at;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

/// "talks on the border convened by the envoy": no auxiliary and a noun of meeting before it.
pub(super) fn is_participle_of(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    // ", convened by the envoy for Monday,": set off by a comma, without an auxiliary.
    if matches!(words.before(i, 1), "," | "(")
        && words.at(i).ends_with("ed")
        && !matches!(words.at(i + 2), "phone" | "telephone" | "video")
    {
        return true;
    }
    let lead = i.saturating_sub(6)..i;
    let noun = lead.clone().rev().find(|&j| LISTS.nouns.contains_key(words.at(j)));
    noun.is_some_and(|n| (n..i).all(|j| !words.is(j, Classes::AUXILIARY) && !matches!(words.at(j), "," | ";" | "and")))
}

/// Whether somebody is invited to something on a day, which no noun of meeting names.
pub(super) fn is_dated_invitation(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let Some(guest) = view.parties.get(view.party_from(i + 1)).filter(|p| p.tokens.start <= i + 2 && p.acts()) else {
        return false;
    };
    let reach = guest.tokens.end..guest.tokens.end + 14;
    words.at(guest.tokens.end) == "to"
        && !reach.clone().any(|j| LISTS.nouns.contains_key(words.at(j)) || LISTS.verbs.contains_key(words.at(j)))
        && reach.take_while(|&j| !matches!(words.at(j), "." | ";")).any(
            |j| matches!(view.cover(j), Cover::Date(d) if view.dated[d].precision == crate::extract::Precision::Day),
        )
}

/// Whether what is signed is an agreement of parties: "the charter", "a defence pact".
pub(super) fn is_instrument(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    // "the treaty that Putin and Kim signed"
    let before = i.saturating_sub(10)..i;
    if before.clone().any(|j| {
        LISTS.instruments.contains(words.at(j))
            && (matches!(words.at(j + 1), "that" | "which")
                || view.party_from(j + 1) < view.party_from(i) && words.at(j + 1) != "by")
            && (j + 1..i - 1).all(|k| verb_at(words, k).is_none() && words.at(k) != ",")
    }) {
        return true;
    }
    // "the accords ... signed them at the palace": of the papers that the sentence before named.
    if words.at(i) == "them" || words.at(i) == "it" {
        let floor = i.saturating_sub(60);
        return (floor..i).any(|k| LISTS.instruments.contains(words.at(k)));
    }
    let mut j = i;
    while j < i + 7
        && !words.is(j, Classes::AUXILIARY)
        && !matches!(words.at(j), "," | "." | ";" | "in" | "on" | "at" | "with")
    {
        if LISTS.instruments.contains(words.at(j)) {
            return true;
        }
        j += 1;
    }
    false
}

/// "was in Beijing", "is due in Yerevan", "is expected in Moscow": a stay, where a person is the subject.
pub(super) fn stay(view: &View<'_>, i: usize) -> Option<Trigger> {
    let words = view.words;
    let mut j = i + 1;
    while words.is(j, Classes::ADVERB) || matches!(words.at(j), "back") {
        j += 1;
    }
    // "was with his colleagues in Brussels": with people who can receive one.
    let with = words.at(j) == "with"
        && words.is(i, Classes::AUXILIARY)
        && view.parties.get(view.party_from(j + 1)).is_some_and(|p| p.tokens.start <= j + 2 && p.acts());
    // "had been expected here on Wednesday"
    let here = words.at(j) == "here" && !words.is(i, Classes::AUXILIARY);
    // "are due at the crossing"
    let at = words.at(j) == "at" && !words.is(i, Classes::AUXILIARY) && place_at(view, j).is_some();
    if words.at(j) != "in" && !with && !here && !at {
        return None;
    }
    // "It was in Jeddah that they signed": of what they did.
    if is_cleft(view, i) {
        return None;
    }
    // "A second round is expected in Ankara": what stays is no guest.
    let noun = (1..4)
        .find(|&k| !words.is_before(i, k, Classes::AUXILIARY))
        .is_some_and(|k| LISTS.nouns.contains_key(words.before(i, k)));
    if noun && !with {
        return None;
    }
    let copula = words.is(i, Classes::AUXILIARY);
    let back = 1 + usize::from(words.is_before(i, 1, Classes::ADVERB));
    if !copula && !matches!(words.before(i, back), "is" | "are" | "was" | "were") && !was_awaited(view, i) {
        return None;
    }
    Some(Trigger { at: i, end: i + 1, kind: Kind::Verb(VerbClass::Stay), form: MeetingForm::Visit })
}

/// "It was in Jeddah, on Sunday, that they signed": the verb at `i` only puts the place and the day first.
pub(super) fn is_cleft(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let opens = words.before(i, 1) == "it" && matches!(words.at(i), "was" | "is");
    opens && (i + 2..i + 14).take_while(|&j| !matches!(words.at(j), "." | ";")).any(|j| words.at(j) == "that")
}

/// "had been due in Bujumbura", "had been expected": the pluperfect of what did not come about as planned.
pub(super) fn was_awaited(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let back = 1 + usize::from(words.is_before(i, 1, Classes::ADVERB));
    matches!(words.at(i), "due" | "expected")
        && words.before(i, back) == "been"
        && (back + 1..back + 3).any(|k| words.before(i, k) == "had")
}

/// "The meeting, originally set for Monday, will now be held on Thursday": a noun that was planned for another day.
pub(super) fn was_planned(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let planned = |j: usize| {
        matches!(
            words.at(j),
            "set" | "planned" | "scheduled" | "due" | "foreseen" | "fixed" | "arranged" | "pencilled" | "slated"
        )
    };
    (i..i + 14).take_while(|&j| words.at(j) != "." && words.at(j) != "now").any(planned)
}

/// The day behind "will now come on 6 January" in the rest of the sentence: that of what had been due on another.
pub(super) fn new_day(view: &View<'_>, i: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
    let words = view.words;
    let end = sentence.end.min(i + 30);
    let now = (i..end).find(|&j| {
        words.at(j) == "now" && (matches!(words.before(j, 1), "will" | "is" | "are") || words.at(j + 1) == "to")
    })?;
    (now..end.min(now + 8)).find_map(|j| match view.cover(j) {
        Cover::Date(d) if view.dated[d].precision == crate::extract::Precision::Day => Some(d),
        _ => None,
    })
}
