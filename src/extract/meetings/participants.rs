//! Who takes part: the subject and the object of the verb, and the parties that "with", "between" and "of" bring in.

use std::ops::Range;

use super::agents::{agent, is_passive, past_article, purpose};
use super::companions::{beyond_relative, companions, is_naming, is_same_company, led_by, object_at};
use super::nouns::of_noun;
use super::rules;
use super::scene::Scene;
use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, PartyKind, group_start};
use crate::extract::trail::{Aspect, Finding};
use crate::extract::verbs::verb_at;
use crate::extract::words::{Classes, is_adverb, is_auxiliary, is_preposition};
use crate::text::TokenKind;

/// Who takes part, as far as one clause tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Taking {
    /// Indices of the actors.
    pub(super) actors: Vec<usize>,
    /// Whether the object is the public ("met reporters"), or no party at all ("met resistance").
    pub(super) void: bool,
    /// Whether others take part whom the text does not name.
    pub(super) unnamed: bool,
    /// The subject was taken for want of a better: the text may mean that only those already known take part.
    pub(super) loose: bool,
}

impl Taking {
    pub(super) fn add(&mut self, actors: &[usize]) {
        for &actor in actors {
            if !self.actors.contains(&actor) {
                self.actors.push(actor);
            }
        }
    }
}

/// Those who take part in the meeting that `trigger` tells of; its clause ends before token `limit`.
pub(super) fn of(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, limit: usize) -> Taking {
    let mut out = Taking::default();
    match trigger.kind {
        Kind::Verb(class) => of_verb(view, trigger, class, sentence, limit, &mut out),
        Kind::Noun => of_noun(view, trigger, sentence, limit, &mut out),
    }
    // "held a summit in Kingston under Mr Patterson's chairmanship": whoever chairs it, past places and dates.
    let near = trigger.end..sentence.end.min(limit + 1).min(trigger.end + 14);
    if let Some(chair) = near.take_while(|&j| verb_at(view.words, j).is_none()).find_map(|j| chair_under(view, j)) {
        view.take(trigger, &mut out, &rules::COMPANION, chair..chair + 1);
    }
    out
}

/// The party that "under" at token `j` says to be in the chair: "under X's chairmanship".
fn chair_under(view: &Scene<'_, '_>, j: usize) -> Option<usize> {
    let words = view.words;
    if words.at(j) != "under" || view.cover(j) != Cover::Nothing {
        return None;
    }
    let chair = view.party_from(j + 1);
    let party = view.parties.get(chair).filter(|p| p.tokens.start <= j + 2 && !p.actors.is_empty())?;
    let end = party.tokens.end;
    let chairs = matches!(words.at(end + 1), "chairmanship" | "mediation" | "chair" | "presidency" | "eye" | "eyes");
    (words.kind(end) == TokenKind::Possessive && chairs).then_some(chair)
}

fn of_verb(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    class: VerbClass,
    sentence: &Range<usize>,
    limit: usize,
    out: &mut Taking,
) {
    let words = view.words;
    // "With him was his minister, X", "It is chaired by X": those behind alone.
    if class == VerbClass::Presence {
        if let Some(there) = object_at(view, trigger.end, sentence.end) {
            view.take(trigger, out, &rules::OBJECT, there);
        }
        return;
    }
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
            if !subject.is_empty() {
                let at = trigger.at..trigger.end;
                let clause = sentence.start..trigger.at + 1;
                let by = match view.subject_at(trigger.at) {
                    Some(s) => view.parties[s.first].tokens.start..view.parties[s.last].tokens.end,
                    None => clause,
                };
                words.because(Finding::Meeting, &at, Aspect::Participants, &rules::SUBJECT, &by);
            }
            out.add(&subject);
        }
    }
    // "The parties sat again in Cairo", "the same three men put their names": those of the meeting told of before.
    let meets =
        matches!(class, VerbClass::Meet | VerbClass::Sit | VerbClass::Together | VerbClass::Speak | VerbClass::Sign);
    if meets && out.actors.is_empty() && view.last.0.len() >= 2 && view.last.1 + 6 >= words.sentence_of(trigger.at) {
        let start = group_start(view, trigger.at, sentence.start);
        if is_same_company(view, start, sentence.start) {
            let at = trigger.at..trigger.end;
            words.because(
                Finding::Meeting,
                &at,
                Aspect::Participants,
                &rules::CONTINUED,
                &(start.saturating_sub(2)..start),
            );
            let others: Vec<usize> = view.last.0.clone();
            out.add(&others);
        }
    }
    let end = sentence.end.min(limit);
    let object = object_at(view, trigger.end, end);
    // "greeted both guests": those who met.
    let guests = class == VerbClass::Receive
        && object.as_ref().is_none_or(|o| view.parties[o.clone()].iter().all(|p| p.actors.is_empty()))
        && matches!(words.at(trigger.end), "both" | "his" | "her" | "the")
        && (1..3).any(|k| matches!(words.at(trigger.end + k), "guests" | "visitors"));
    if guests && view.last.1 + 4 >= words.sentence_of(trigger.at) {
        let at = trigger.at..trigger.end;
        words.because(Finding::Meeting, &at, Aspect::Participants, &rules::CONTINUED, &(trigger.end..trigger.end + 2));
        let others: Vec<usize> = view.last.0.clone();
        out.add(&others);
    }
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
                VerbClass::Together => false,
                VerbClass::Go
                | VerbClass::Stay
                | VerbClass::Sit
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
                out.add(&beyond_relative(view, object.end - 1, sentence.end));
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
    if class == VerbClass::Join && words.at(trigger.end - 1) != "by" && out.actors.is_empty() {
        out.void = true;
    }
    // "complained of it to Ban by telephone", "had reached Yasay by telephone": whom the act goes to.
    if class == VerbClass::Remote
        && let Some(verb) = super::nouns::verb_before(view, trigger.at, sentence.start)
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
    // "was received in Baghdad by the president": who does it stands behind "by".
    let start = group_start(view, trigger.at, sentence.start);
    let passive =
        (start..trigger.at).any(|j| matches!(words.at(j), "was" | "were" | "is" | "are" | "be" | "been" | "being"));
    let done_to = matches!(class, VerbClass::Receive | VerbClass::Meet | VerbClass::Phone | VerbClass::Visit);
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
    // "Austin, flanked by Brown, met Shoigu"; "the envoys, with Qatar as mediator, sat"
    if let Some(s) = view.subject_at(trigger.at).filter(|s| !s.owner) {
        let from = view.parties[s.last].tokens.end;
        if words.at(from) == "," && from + 1 < start && start < from + 20 {
            companions(view, trigger, from + 1, start, false, false, out);
        }
    }
    // "Clinton, their host, spoke"
    if class == VerbClass::Present && matches!(words.at(trigger.at), "host" | "hosts" | "mediator") {
        let p = view.parties.partition_point(|p| p.tokens.start < trigger.at).checked_sub(1);
        let host = p.filter(|&p| {
            let party = &view.parties[p];
            let close = party.tokens.end == trigger.at - 2 && words.at(trigger.at - 2) == ",";
            party.acts() && party.tokens.start >= sentence.start && (party.tokens.contains(&trigger.at) || close)
        });
        out.actors.clear();
        if let Some(p) = host {
            out.add(&view.actors(p, p));
        }
    }
    // "under X's chairmanship"
    if class == VerbClass::Together && words.at(trigger.at) == "under" {
        let chair = view.parties.partition_point(|p| p.tokens.end <= trigger.at);
        view.take(trigger, out, &rules::COMPANION, chair..chair + 1);
    }
    // "Karadzic, a guest of the minister": the phrase has taken the word in.
    if words.at(trigger.at).starts_with("guest") && words.at(trigger.end - 1) == "of" {
        let host = view.parties.partition_point(|p| p.tokens.end <= trigger.at);
        let comma = trigger.at.saturating_sub(2);
        if let Some(guest) = view.party_ending(comma).filter(|&p| view.parties[p].tokens.start >= sentence.start) {
            out.add(&view.actors(guest, guest));
        }
        if view.parties.get(host).is_some_and(|p| p.tokens.contains(&trigger.at) && p.tokens.end <= end) {
            out.add(&view.actors(host, host));
        }
        out.void = false;
        return;
    }
    // "was Macron's guest"
    if words.kind(trigger.at.saturating_sub(1)) == TokenKind::Possessive
        && matches!(words.at(trigger.at), "guest" | "host")
    {
        let be = (sentence.start.max(trigger.at.saturating_sub(8))..trigger.at)
            .find(|&j| matches!(words.at(j), "was" | "is" | "be" | "as"));
        out.actors.clear();
        out.add(&be.map(|j| view.meeting_subject(j, sentence)).unwrap_or_default());
        if let Some((owner, _)) = view.named(trigger.at - 2) {
            let at = trigger.at..trigger.end;
            words.because(Finding::Meeting, &at, Aspect::Participants, &rules::OWNER, &(trigger.at - 2..trigger.at));
            out.add(&[owner]);
        }
        out.void = false;
        return;
    }
    // "It took Blinken three hours with Netanyahu", "An hour with Xi did not change Scholz's mind": the other one.
    if class == VerbClass::Hours {
        companions(view, trigger, trigger.end, end, false, false, out);
        let verb = super::nouns::verb_before(view, trigger.at, sentence.start);
        if let Some(object) = verb.and_then(|v| object_at(view, v + 1, trigger.at)) {
            view.take(trigger, out, &rules::OBJECT, object);
        }
        if out.actors.len() < 2
            && let Some(verb) = verb
        {
            out.add(&view.meeting_subject(verb, sentence));
        }
        if out.actors.len() < 2 && verb.is_none() {
            let owner = view.parties.iter().enumerate().skip(view.party_from(trigger.end)).take(4).find(|(_, p)| {
                p.tokens.end <= sentence.end
                    && words.kind(p.tokens.end) == TokenKind::Possessive
                    && p.actors.len() == 1
                    && !out.actors.contains(&p.actors[0])
                    && view.kind(p.actors[0]) == ActorKind::Person
            });
            if let Some((p, _)) = owner {
                out.add(&view.parties[p].actors.clone());
            }
        }
        out.void = out.actors.len() < 2;
        return;
    }
    // "went to Berri's house": to see him.
    if class == VerbClass::Go
        && let Some(host) = view.parties.get(view.party_from(trigger.end)).filter(|p| p.tokens.end <= end)
        && words.kind(host.tokens.end) == TokenKind::Possessive
        && matches!(words.before(host.tokens.start, 1), "to" | "into" | "at")
        && matches!(
            words.at(host.tokens.end + 1),
            "house"
                | "residence"
                | "office"
                | "home"
                | "villa"
                | "headquarters"
                | "palace"
                | "dacha"
                | "ranch"
                | "farm"
        )
    {
        out.add(&host.actors);
    }
    companions(view, trigger, trigger.end, end, class == VerbClass::Speak, false, out);
    if matches!(class, VerbClass::Go | VerbClass::Stay) {
        purpose(view, trigger, sentence.end, out);
    }
    if matches!(class, VerbClass::Meet | VerbClass::Receive) && is_passive(view, trigger.at) {
        agent(view, trigger, end, out);
    }
    if matches!(class, VerbClass::Speak | VerbClass::Remote)
        && out.actors.len() < 2
        && !(out.unnamed && words.at(trigger.at).starts_with("consult"))
    {
        out.void = true;
    }
}
