//! What must stand around a word for it to tell of an encounter: an object and a tail, a companion, a place.

use std::ops::Range;

use super::Candidate;
use super::lists::LISTS;
use super::triggers::{Kind, Trigger, VerbClass, is_gerund};
use crate::extract::parties::{Cover, Party, View};
use crate::extract::places::place_at;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, MeetingStatus};
use crate::text::TokenKind;

/// Whether the verb stands in a question of its own: an auxiliary, the subject, the verb.
pub(super) fn is_asked(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let subject = view.party_ending(i).map_or(i.saturating_sub(1), |p| view.parties[p].tokens.start);
    let Some(auxiliary) = subject.checked_sub(1) else { return false };
    let inverted = words.is(auxiliary, Classes::AUXILIARY) || words.is(auxiliary, Classes::MODAL);
    if !inverted || auxiliary > 0 && words.kind(auxiliary - 1) == TokenKind::Word {
        return false;
    }
    let sentence = view.sentence(i);
    (i..sentence.end.min(i + 40)).any(|j| words.at(j) == "?")
}

/// Whether the verb has around it what makes it an encounter, where its class asks for more than parties.
pub(super) fn fits(view: &View<'_>, i: usize, class: VerbClass) -> bool {
    let words = view.words;
    let object = || view.parties.get(view.party_from(i + 1)).filter(|p| p.tokens.start <= i + 2 && p.acts());
    let is = |p: &Party, kind| !p.actors.is_empty() && p.actors.iter().all(|&a| view.kind(a) == kind);
    match class {
        // "walked along the sea with Medvedev": with a person, before the clause ends.
        VerbClass::Beside => {
            let verb = verb_at(words, i).is_some()
                || is_gerund(words.at(i)) && words.is_before(i, 1, Classes::AUXILIARY)
                // "is to lunch with", "will dine with"
                || words.before(i, 1) == "to"
                || words.is_before(i, 1, Classes::MODAL);
            verb && (i + 1..i + 9)
                .take_while(|&j| !matches!(words.at(j), "," | ";" | "." | "and") && !words.is(j, Classes::CLAUSE))
                .find(|&j| words.at(j) == "with")
                .and_then(|j| view.parties.get(view.party_from(j + 1)).filter(|p| p.tokens.start <= j + 2))
                .is_some_and(|p| {
                    [ActorKind::Person, ActorKind::Organisation, ActorKind::ArmedGroup].iter().any(|&k| is(p, k))
                })
        }
        // "told Bush in the Oval Office that": a person, and right behind where they stood.
        VerbClass::Tell => {
            // "handed X a letter in Rome", but what one is promised in Rome may be a house there.
            let hands = words.at(i).starts_with("hand") || words.at(i).starts_with("show");
            let thing = || object().is_some_and(|p| words.is(p.tokens.end, Classes::DETERMINER));
            verb_at(words, i).is_some() && is_told(view, i + 1) && (hands || !thing())
        }
        // "was to have chaired the council today", not "chairs the organisation"
        VerbClass::Chair => {
            verb_at(words, i).is_some()
                && !words.at(i).ends_with('s')
                && object().is_some_and(|p| is(p, ActorKind::Organisation))
        }
        VerbClass::Hear => {
            verb_at(words, i).is_some()
                && object().is_some_and(|p| is(p, ActorKind::Person))
                && view.subject_at(i).is_some_and(|s| is(&view.parties[s.first], ActorKind::Organisation))
        }
        // "expects his counterpart, X, on Monday": a guest with a day or a place, not "expects X to come".
        VerbClass::Receive if words.at(i).starts_with("expect") || words.at(i).starts_with("await") => {
            matches!(words.at(i), "expects" | "awaits" | "expecting" | "awaiting" | "await" | "expect")
                && object().is_some_and(|p| {
                    let named = view.chain_end(view.party_from(i + 1), p.tokens.start + 20);
                    let mut from = view.parties[named].tokens.end;
                    if words.at(from) == "," {
                        from += 1;
                    }
                    is(p, ActorKind::Person)
                        && (from..from + 3).any(|j| {
                            matches!(view.cover(j), Cover::Date(_))
                                || matches!(words.at(j), "in" | "at") && j == from && place_at(view, j).is_some()
                                || matches!(words.at(j + 1), "day" | "days" | "week" | "weeks")
                        })
                })
        }
        // "had called for Wednesday": set the day.
        VerbClass::Phone => words.at(i + 1) != "for",
        // "welcomed it": a thing that was said or done.
        VerbClass::Receive if matches!(words.at(i + 1), "it" | "this" | "that") => false,
        // "have been seen in Rome": by anybody.
        VerbClass::Meet if words.at(i) == "seen" && matches!(words.before(i, 1), "be" | "been" | "was" | "were") => {
            (i + 1..i + 6).any(|j| matches!(words.at(j), "by" | "with"))
        }
        // "could come after that" goes nowhere.
        // "has been brought forward"
        VerbClass::Bring => !matches!(words.at(i + 1), "forward" | "forth" | "about" | "back" | "up" | "down"),
        // "heads of state" do not head anywhere.
        VerbClass::Go if words.at(i + 1) == "of" => false,
        VerbClass::Go => (i + 1..i + 7).any(|j| {
            matches!(view.cover(j), Cover::Place(_) | Cover::Mention(_))
                || matches!(
                    words.at(j),
                    "to" | "in" | "into" | "at" | "on" | "there" | "here" | "back" | "home" | "for"
                )
        }),
        _ => true,
    }
}

/// Whether somebody is named right behind: "with him was his minister, X".
pub(super) fn is_named(view: &View<'_>, end: usize) -> bool {
    view.parties
        .get(view.party_from(end))
        .is_some_and(|p| p.tokens.start <= end + 1 && p.acts() && !p.actors.is_empty())
}

/// Whether the words say that somebody was at a meeting, and go on to nothing else: not "was present in the region".
pub(super) fn is_presence(view: &View<'_>, i: usize, end: usize) -> bool {
    let words = view.words;
    // "were mediated" is the passive; "will preside" and "had presided" are not.
    let passive = matches!(words.before(i, 1), "is" | "are" | "was" | "were" | "be" | "been" | "being");
    // "with Qatar mediating" goes with the meeting it stands beside.
    if passive || is_gerund(words.at(i)) && !words.is_before(i, 1, Classes::AUXILIARY) {
        return false;
    }
    match words.at(end) {
        "" | "." | "," | ";" | ":" | ")" | "and" | "too" | "as" | "throughout" | "when" | "while" | "from" | "but" => {
            true
        }
        // "took part by video", "mediated for the Union", "was present at the signing"
        "by" => words.at(end + 1) == "video" || words.at(end + 1) == "telephone",
        "for"
            if (end + 1..end + 5).any(|j| {
                LISTS.nouns.contains_key(words.at(j))
                    || matches!(words.at(j), "moment" | "part" | "while" | "hour" | "time")
            }) =>
        {
            true
        }
        "for" => {
            view.party_from(end) < view.parties.len() && view.parties[view.party_from(end)].tokens.start <= end + 2
        }
        // "presided over the talks", not "presided over last year's conference"
        "at" | "in" | "during" | "over" => {
            matches!(words.at(end + 1), "the" | "this" | "that" | "these" | "those" | "their" | "both" | "all")
                && (end + 1..end + 5).any(|j| LISTS.nouns.contains_key(words.at(j)))
        }
        _ => words.kind(end) == TokenKind::Break || matches!(view.cover(end), Cover::Date(_)),
    }
}

/// "three hours with X", "ten hours together": time that people spend with each other.
pub(super) fn is_spent_together(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let person = |j: usize| {
        view.parties.get(view.party_from(j)).is_some_and(|p| {
            p.tokens.start <= j + 1
                && !p.actors.is_empty()
                && p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person)
        })
    };
    match words.at(i + 1) {
        "with" => person(i + 2),
        "together" => matches!(words.at(i + 2), "in" | "at" | "on" | "." | ","),
        _ => false,
    }
}

/// Whether somebody is told something to the face: a person at token `i`, and right behind where they stood.
pub(super) fn is_told(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let object = view.parties.get(view.party_from(i)).filter(|p| p.tokens.start <= i + 1 && p.acts());
    object.is_some_and(|p| {
        // "handed Blinken a letter in Geneva"
        let from = p.tokens.end;
        let place = (from..from + 5)
            .take_while(|&j| j == from || verb_at(words, j).is_none() && !words.is(j, Classes::CLAUSE))
            .take_while(|&j| !matches!(words.at(j), "," | "." | ";" | "to" | "about"))
            .find(|&j| matches!(words.at(j), "in" | "at"));
        let persons = !p.actors.is_empty() && p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person);
        persons && place.is_some_and(|j| place_at(view, j).is_some())
    })
}

/// "conferred", "negotiated": what is done with others, whoever they are.
pub(super) fn is_conferring(view: &View<'_>, own: &[Trigger]) -> bool {
    let word = view.words.at(own[0].at);
    own[0].kind == Kind::Verb(VerbClass::Speak) && (word.starts_with("confer") || word.starts_with("negotiat"))
}

/// "is due to meet British, French and German diplomats": people of named countries or bodies, though none is named.
pub(super) fn meets_members(view: &View<'_>, own: &[Trigger]) -> bool {
    let words = view.words;
    if own.len() != 1 || !matches!(own[0].kind, Kind::Verb(VerbClass::Meet | VerbClass::Receive)) {
        return false;
    }
    let from = own[0].end;
    let object = (from..from + 10).take_while(|&j| {
        view.cover(j) != Cover::Nothing
            || verb_at(words, j).is_none() && !words.is(j, Classes::PREPOSITION.with(Classes::CLAUSE))
    });
    let mut named = false;
    for j in object {
        named |= matches!(view.cover(j), Cover::Mention(_));
        if LISTS.is_member(words.at(j)) && view.cover(j) == Cover::Nothing {
            return named;
        }
    }
    false
}

/// Whether the words mean an encounter whoever takes part, and say both when and where: "Two enemies shook hands in the
/// palace on Monday", "signed a truce in Rome on Monday".
pub(super) fn is_plain(view: &View<'_>, own: &[Trigger], sentence: &Range<usize>, c: &Candidate) -> bool {
    let words = view.words;
    let timed = c.date.is_some() || c.date_text.is_some();
    let together = matches!(own[0].kind, Kind::Verb(VerbClass::Together | VerbClass::Sign | VerbClass::Speak));
    let comes = matches!(own[0].kind, Kind::Verb(VerbClass::Stay | VerbClass::Go));
    if !(together || comes) || !timed || c.place.is_none() || !c.standing.said {
        return false;
    }
    let lead = sentence.start.max(own[0].at.saturating_sub(10))..own[0].at;
    // "Officers of three armies are due at the crossing on Monday": people who come to meet, and no troops.
    if comes {
        let ahead = matches!(c.standing.status, MeetingStatus::Upcoming | MeetingStatus::Cancelled);
        let members = lead.clone().any(|j| LISTS.is_member(words.at(j)));
        return ahead && members && !lead.into_iter().any(|j| LISTS.is_military(words.at(j)));
    }
    let several = |j: usize| {
        LISTS.is_member(words.at(j))
            || matches!(
                words.at(j),
                "men"
                    | "women"
                    | "sides"
                    | "parties"
                    | "enemies"
                    | "rivals"
                    | "brothers"
                    | "neighbours"
                    | "neighbors"
                    | "foes"
            ) && (1..3)
                .any(|k| words.is_before(j, k, Classes::NUMBER) || matches!(words.before(j, k), "both" | "the"))
    };
    !c.taking.actors.is_empty() || lead.into_iter().any(several)
}

/// "The commissions meet", "Both foreign ministers speak": a noun of several right before the verb.
pub(super) fn is_plural_noun(view: &View<'_>, i: usize) -> bool {
    let words = view.words;
    let Some(before) = i.checked_sub(1) else { return false };
    let word = words.at(before);
    words.kind(before) == TokenKind::Word
        && view.cover(before) == Cover::Nothing
        && word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && verb_at(words, before).is_none()
        && !LISTS.nouns.contains_key(word)
        && !words.is_before(i, 2, Classes::PREPOSITION)
}
