//! Words that tell of an encounter only by what stands around them: "called on the president", "was his guest", "three hours
//! with X".

use std::ops::ControlFlow::{self, Break, Continue};

use super::frames::is_spent_together;
use super::lists::LISTS;
use super::occasions::{is_dated_invitation, is_instrument, stay};
use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::parties::View;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, MeetingForm};
use crate::text::TokenKind;

/// The trigger of such a word, if it is one here; goes on where the word may be an ordinary verb of meeting.
pub(super) fn special(view: &View<'_>, i: usize, word: &str) -> ControlFlow<Option<Trigger>> {
    let words = view.words;
    let next = words.at(i + 1);
    let found = |class, form, end| Break(Some(Trigger { at: i, end, kind: Kind::Verb(class), form }));
    match word {
        "spent" | "spends" | "spend"
            if !words.is_phrase(i + 1, "an hour") || (i + 3..i + 6).any(|j| words.at(j) == "with") =>
        {
            return found(VerbClass::Stay, MeetingForm::Visit, i + 1);
        }
        // "will call on the president", not "called on him to go"
        "call" | "called" | "calls" if next == "on" => {
            let party = view.parties.get(view.party_from(i + 2));
            let Some(party) = party.filter(|p| p.tokens.start <= i + 3 && p.actors.len() == 1) else {
                return Break(None);
            };
            // "calls" is a noun more often, but not behind its subject.
            let verb = verb_at(words, i).is_some() || view.party_ending(i).is_some_and(|p| view.parties[p].acts());
            let person = view.kind(party.actors[0]) == ActorKind::Person && words.at(party.tokens.end) != "to" && verb;
            let kind = Kind::Verb(VerbClass::Meet);
            return Break(person.then_some(Trigger { at: i, end: i + 2, kind, form: MeetingForm::Meeting }));
        }
        // "Niger and Mali signed the charter in Bamako": with the parties there.
        "signed" | "sign" | "signs" | "initialled" | "initialed" | "initial" | "initials" | "inked" | "sealed"
            if is_instrument(view, i + 1)
                && !words.is_before(i, 1, Classes::DETERMINER)
                && (words.before(i, 1) != "to" || words.is_before(i, 2, Classes::AUXILIARY)) =>
        {
            return found(VerbClass::Sign, MeetingForm::Other, i + 1);
        }
        // "has invited Xi to his inauguration in Washington on Monday"
        "invited" | "invites" | "invite" if is_dated_invitation(view, i) => {
            return found(VerbClass::Receive, MeetingForm::Meeting, i + 1);
        }
        "attend" | "attends" => return found(VerbClass::Join, MeetingForm::Meeting, i + 1),
        "joined" if next == "by" && (1..4).any(|k| matches!(words.before(i, k), "be" | "was" | "were" | "been")) => {
            return found(VerbClass::Join, MeetingForm::Meeting, i + 2);
        }
        "was" | "is" | "were" | "are" | "due" | "expected" => return Break(stay(view, i)),
        "be" if words.is_before(i, 1, Classes::MODAL) || words.before(i, 1) == "to" => return Break(stay(view, i)),
        _ => {}
    }
    let before = words.before(i, 1);
    // "Clinton, their host, spoke of a first step", "His host, Clinton, told him"
    let theirs = matches!(before, "their" | "his" | "her");
    if matches!(word, "host" | "mediator" | "hosts")
        && (theirs || before == "the")
        && (words.before(i, 2) == "," && matches!(next, "," | ".")
            || theirs && next == "," && view.sentence(i).start + 1 == i)
    {
        return found(VerbClass::Present, MeetingForm::Meeting, i + 1);
    }
    // "Karadzic, a guest of the minister in Moscow"
    if matches!(word, "guest" | "guests") && next == "of" && matches!(words.before(i, 2), "," | "as") {
        return found(VerbClass::Meet, MeetingForm::Visit, i + 2);
    }
    // "was Macron's guest in Evian", "will be his visitor's host in Ankara"
    if matches!(word, "guest" | "host" | "guests" | "hosts")
        && i > 1
        && words.kind(i - 1) == TokenKind::Possessive
        && view.named(i - 2).is_some_and(|(actor, _)| view.kind(actor) == ActorKind::Person)
        && (1..8).any(|k| matches!(words.before(i, k), "was" | "is" | "be" | "as" | "were" | "are"))
    {
        return found(VerbClass::Meet, MeetingForm::Visit, i + 1);
    }
    // "put in ten hours together", "three hours with X"
    if matches!(word, "hour" | "hours" | "minutes") && is_spent_together(view, i) {
        return found(VerbClass::Hours, MeetingForm::Talks, i + 1);
    }
    // "agree under X's chairmanship"
    if word == "under"
        && let Some(chair) =
            view.parties.get(view.parties.partition_point(|p| p.tokens.end <= i)).filter(|p| p.tokens.start <= i + 2)
        && words.kind(chair.tokens.end) == TokenKind::Possessive
        && matches!(words.at(chair.tokens.end + 1), "chairmanship" | "mediation" | "chair" | "eye" | "eyes" | "gaze")
    {
        return found(VerbClass::Together, MeetingForm::Talks, i + 1);
    }
    if let Some(end) = LISTS.remote_end(words, i) {
        return found(VerbClass::Remote, MeetingForm::Call, end);
    }
    // "is at the White House to report to the president"
    if matches!(word, "report" | "reports" | "reported")
        && next == "to"
        && view.parties.get(view.party_from(i + 2)).is_some_and(|p| {
            p.tokens.start <= i + 3
                && !p.actors.is_empty()
                && p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person)
        })
    {
        return found(VerbClass::Tell, MeetingForm::Meeting, i + 2);
    }
    Continue(())
}
