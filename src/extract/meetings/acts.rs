//! Whose act a verb of meeting is, and whom it reaches: its subject, its object, the agent of its passive.

use std::ops::Range;

use super::agents::past_article;
use super::companions::companions;
use super::company::same_company;
use super::participants::Taking;
use super::reach::{beyond_relative, is_naming, led_by, object_at};
use super::rules;
use super::scene::Scene;
use super::triggers::{Trigger, VerbClass};
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, PartyKind, group_start};
use crate::extract::verbs::verb_at;
use crate::extract::words::{Classes, is_adverb, is_auxiliary, is_preposition};
use crate::text::TokenKind;

/// The subject of the verb, and those who are spoken of as known.
pub(super) fn whose_act(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    class: VerbClass,
    sentence: &Range<usize>,
    out: &mut Taking,
) {
    let words = view.words;
    // "A and B agree under X's chairmanship": the subject of the verb before.
    let verb = if words.at(trigger.at) == "under" { trigger.at.saturating_sub(1) } else { trigger.at };
    let subject = view.meeting_subject(verb, sentence);
    // "urged Kyiv to meet Moscow": the one urged is to meet.
    let controlled = (words.before(trigger.at, 1) == "to")
        .then(|| view.party_ending(trigger.at - 1))
        .flatten()
        .filter(|&p| {
            view.parties[p].acts() && view.parties[p].tokens.start >= sentence.start && view.parties[p].tokens.start > 0
        })
        .filter(|&p| {
            let before = words.before(view.parties[p].tokens.start, 1);
            view.subject_at(trigger.at).is_none_or(|s| s.last != p)
                && !matches!(before, "in" | "at" | "with" | "to" | "from" | "of")
        });
    match controlled {
        Some(p) => view.take(trigger, out, &rules::SUBJECT, view.chain_start(p, sentence.start)..p + 1),
        None => {
            let by = match view.subject_at(trigger.at) {
                Some(s) => view.parties[s.first].tokens.start..view.parties[s.last].tokens.end,
                None => sentence.start..trigger.at + 1,
            };
            view.add(trigger, out, &rules::SUBJECT, &subject, by);
        }
    }
    // "The parties sat again in Cairo", "the same three men put their names": those of the meeting told of before.
    let meets =
        matches!(class, VerbClass::Meet | VerbClass::Sit | VerbClass::Together | VerbClass::Speak | VerbClass::Sign);
    if meets && out.actors.is_empty() {
        let start = group_start(view, trigger.at, sentence.start);
        let company = same_company(view, start, sentence.start);
        view.add(trigger, out, &rules::CONTINUED, &company, start.saturating_sub(2)..start);
    }
}

/// Those whom the verb reaches.
pub(super) fn objects(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    class: VerbClass,
    sentence: &Range<usize>,
    end: usize,
    out: &mut Taking,
) {
    let words = view.words;
    let object = object_at(view, trigger.end, end);
    // "greeted both guests": those who met.
    let guests = class == VerbClass::Receive
        && object.as_ref().is_none_or(|o| view.parties[o.clone()].iter().all(|p| p.actors.is_empty()))
        && matches!(words.at(trigger.end), "both" | "his" | "her" | "the")
        && (1..3).any(|k| matches!(words.at(trigger.end + k), "guests" | "visitors"));
    if guests && view.last.1 + 4 >= words.sentence_of(trigger.at) {
        view.add(trigger, out, &rules::CONTINUED, &view.last.0, trigger.end..trigger.end + 2);
    }
    let object = object.or_else(|| antecedent(view, trigger, class));
    match (object, class) {
        (Some(object), _) => {
            let taken = &view.parties[object.clone()];
            let reaches = match class {
                VerbClass::Meet
                | VerbClass::Phone
                | VerbClass::Receive
                | VerbClass::Bring
                | VerbClass::Tell
                | VerbClass::Chair
                | VerbClass::Hear
                | VerbClass::Join => true,
                VerbClass::Visit => taken
                    .iter()
                    .all(|p| p.actors.iter().all(|&a| matches!(view.kind(a), ActorKind::Person | ActorKind::State))),
                // "consulted Mubarak in Alexandria"
                VerbClass::Speak => words.at(trigger.at).starts_with("consult"),
                // "spent an hour with Mubarak"
                VerbClass::Together => matches!(words.at(trigger.end - 1), "with" | "of"),
                // "convened the leaders of Egypt and Jordan"
                VerbClass::Sit => {
                    words.at(trigger.at).starts_with("conven") && taken.iter().all(|p| p.kind != PartyKind::Unnamed)
                }
                VerbClass::Go
                | VerbClass::Stay
                | VerbClass::Same
                | VerbClass::Sign
                | VerbClass::Beside
                | VerbClass::Remote
                | VerbClass::Hours
                | VerbClass::Present
                | VerbClass::Presence => false,
            };
            if reaches {
                view.take(trigger, out, &rules::OBJECT, object.clone());
                let beyond = beyond_relative(view, object.end - 1, sentence.end);
                view.add(trigger, out, &rules::OBJECT, &beyond, object.end - 1..object.end);
                // "received a group of clerics led by Sheikh X"
                let last = &view.parties[object.end - 1];
                if last.kind != PartyKind::Named {
                    led_by(view, last, end, out);
                }
            }
        }
        (None, VerbClass::Meet | VerbClass::Phone | VerbClass::Receive) if !guests => {
            // "met reporters", "met the deadline", "called it a farce": an object that is no party.
            let next = words.at(trigger.end);
            let noun = words.kind(trigger.end) == TokenKind::Word
                && !is_preposition(next)
                && !is_adverb(next)
                && !matches!(
                    next,
                    "and"
                        | "again"
                        | "face"
                        | "behind"
                        | "to"
                        | "for"
                        | "when"
                        | "as"
                        | "but"
                        | "there"
                        | "here"
                        | "that"
                        | "each"
                        | "one"
                        | "separately"
                        | "up"
                        | "only"
                        | "in-person"
                        | "virtually"
                        | "today"
                        | "yesterday"
                        | "tomorrow"
                        | "who"
                        | "next"
                        | "last"
                        | "this"
                        | "early"
                        | "late"
                        | "later"
                        | "together"
                        | "online"
                        | "before"
                        | "after"
                        | "shortly"
                )
                && !matches!(view.cover(trigger.end), Cover::Date(_));
            out.void = noun && !is_auxiliary(next);
        }
        _ => {}
    }
    // "brought Hamas a message"
    if class == VerbClass::Bring
        && let Some(object) = object_at(view, trigger.end, end)
        && words.is(view.parties[object.end - 1].tokens.end, Classes::DETERMINER)
    {
        out.void = true;
    }
    if class == VerbClass::Phone && words.at(trigger.at).starts_with("call") && is_naming(view, trigger, end) {
        out.void = true;
    }
    // "we will meet them", "to see neither man"
    let lead = words.before(crate::extract::parties::group_start(view, trigger.at, sentence.start), 1);
    if matches!(lead, "we" | "i" | "you" | "nobody" | "one" | "anyone")
        || matches!(words.at(trigger.end), "neither" | "nobody" | "no" | "none" | "few" | "many" | "each's")
    {
        out.void = true;
    }
}

/// Whom the relative clause that the verb stands in is about: "Doe, whom the king received in Fez,".
fn antecedent(view: &Scene<'_, '_>, trigger: &Trigger, class: VerbClass) -> Option<Range<usize>> {
    let words = view.words;
    if !matches!(class, VerbClass::Meet | VerbClass::Receive | VerbClass::Phone | VerbClass::Visit) {
        return None;
    }
    let subject = view.subject_at(trigger.at).filter(|s| !s.owner)?;
    let whom = view.parties[subject.first].tokens.start.checked_sub(1).filter(|&j| words.at(j) == "whom")?;
    let comma = whom > 0 && words.at(whom - 1) == ",";
    let p = view.party_ending(whom - usize::from(comma)).filter(|&p| view.parties[p].acts())?;
    Some(p..p + 1)
}

/// Whom an act by telephone goes to.
pub(super) fn on_the_line(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    class: VerbClass,
    sentence: &Range<usize>,
    out: &mut Taking,
) {
    let words = view.words;
    // "complained of it to Ban by telephone", "had reached Yasay by telephone": whom the act goes to.
    if class == VerbClass::Remote
        && let Some(verb) = super::noun_phrase::verb_before(view, trigger.at, sentence.start)
    {
        if let Some(object) = object_at(view, verb + 1, trigger.at) {
            view.take(trigger, out, &rules::OBJECT, object);
        }
        companions(view, trigger, verb + 1, trigger.at, true, false, out);
        let to = (verb + 1..trigger.at).find(|&j| words.at(j) == "to");
        if let Some(whom) = to.and_then(|j| object_at(view, j + 1, trigger.at)) {
            view.take(trigger, out, &rules::OBJECT, whom);
        }
    }
}

/// Who does what the passive verb says.
pub(super) fn by_whom(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    class: VerbClass,
    start: usize,
    end: usize,
    out: &mut Taking,
) {
    let words = view.words;
    // "was received in Baghdad by the president": who does it stands behind "by".
    let passive =
        (start..trigger.at).any(|j| matches!(words.at(j), "was" | "were" | "is" | "are" | "be" | "been" | "being"));
    let done_to =
        matches!(class, VerbClass::Receive | VerbClass::Meet | VerbClass::Phone | VerbClass::Visit | VerbClass::Bring);
    if passive && done_to {
        let by = (trigger.end..end.min(trigger.end + 14))
            .take_while(|&j| {
                view.cover(j) != Cover::Nothing
                    || verb_at(words, j).is_none() && !matches!(words.at(j), ";" | "," | "and" | ".")
            })
            .find(|&j| words.at(j) == "by" && view.cover(j) == Cover::Nothing);
        if let Some(doer) = by.and_then(|j| object_at(view, past_article(view, j + 1), end)) {
            view.take(trigger, out, &rules::OBJECT, doer);
        }
    }
}
