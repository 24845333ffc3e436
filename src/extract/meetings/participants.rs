//! Who takes part: the subject and the object of the verb, and the parties that "with", "between" and "of" bring in.

use std::ops::Range;

use super::acts::{by_whom, objects, on_the_line, whose_act};
use super::agents::{agent, is_passive, purpose};
use super::companions::companions;
use super::idioms::idiom;
use super::lists::LISTS;
use super::nouns::of_noun;
use super::reach::object_at;
use super::rules;
use super::scene::Scene;
use super::triggers::{Kind, Trigger, VerbClass};
use crate::extract::parties::{Cover, PartyKind, group_start};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, MeetingForm};
use crate::text::TokenKind;

/// Who takes part, as far as one clause tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Taking {
    /// Indices of the actors.
    pub(super) actors: Vec<usize>,
    /// Those of them who only preside: they do not stand for the body that sits.
    pub(super) chairs: Vec<usize>,
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

    /// Without the body whose summit it is, where `taking` has the persons who meet there: "A and B shook hands at the
    /// Mercosur summit".
    pub(super) fn beside(mut self, view: &Scene<'_, '_>, trigger: &Trigger, taking: &Self) -> Self {
        let sits = matches!(trigger.form, MeetingForm::Summit | MeetingForm::Session | MeetingForm::Conference);
        let persons = taking.actors.iter().filter(|&&a| view.kind(a) == ActorKind::Person).count();
        if trigger.kind == Kind::Noun && sits && persons >= 2 {
            self.actors.retain(|&a| view.kind(a) != ActorKind::Organisation);
        }
        self
    }

    /// Takes in all of `other`.
    pub(super) fn join(&mut self, other: &Self) {
        self.add(&other.actors);
        self.chairs.extend(other.chairs.iter().copied());
        self.loose |= other.loose;
        self.unnamed |= other.unnamed;
    }
}

/// Those who take part in the meeting that `trigger` tells of; its clause ends before token `limit`.
pub(super) fn of(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, limit: usize) -> Taking {
    let mut out = Taking::default();
    match trigger.kind {
        Kind::Verb(class) => of_verb(view, trigger, class, sentence, limit, &mut out),
        Kind::Noun => of_noun(view, trigger, sentence, limit, &mut out),
    }
    // "Ashton presided", "X chaired the committee": who does so.
    if presides(view, trigger) {
        out.chairs.clone_from(&out.actors);
    }
    // "X brought A and B to one table"
    let brings = matches!(view.words.at(trigger.at), "bring" | "brings" | "brought" | "bringing");
    if brings && trigger.kind != Kind::Noun && out.actors.len() > 2 {
        let subject = view.subject(trigger.at);
        out.chairs.extend(subject.into_iter().filter(|a| out.actors.contains(a)));
    }
    fronted(view, trigger, sentence, &mut out);
    // "held a summit in Kingston under Mr Patterson's chairmanship": whoever chairs it, past places and dates.
    let near = trigger.end..sentence.end.min(limit + 1).min(trigger.end + 14);
    if let Some(chair) = near.take_while(|&j| verb_at(view.words, j).is_none()).find_map(|j| chair_under(view, j)) {
        view.take(trigger, &mut out, &rules::COMPANION, chair..chair + 1);
        out.chairs.extend(view.actors(chair, chair));
    }
    out
}

/// "With Rice at his side, Bush met X", "Under the mediation of Chad, envoys met": whom the words at the head of the sentence
/// bring in, where the clause behind their comma is that of the meeting.
fn fronted(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, out: &mut Taking) {
    let words = view.words;
    let from = sentence.start;
    if out.actors.is_empty() || trigger.at > from + 40 || words.at(from) == "between" || words.at(from) == "among" {
        return;
    }
    let Some(behind) = LISTS.companions_end(words, from) else { return };
    let p = view.party_from(behind);
    let Some(party) = view.parties.get(p).filter(|q| q.tokens.start <= behind + 1 && q.acts() && !q.actors.is_empty())
    else {
        return;
    };
    // A comma closes the phrase: what follows it is the subject.
    let last = if words.at(party.tokens.end) == "," { p } else { view.chain_end(p, trigger.at) };
    let after = view.parties[last].tokens.end;
    // "With Rice in hospital, Bush met X": not there.
    let beside = words.at(from) != "with"
        || ["at his side", "at her side", "at their side", "beside him", "beside her", "as host", "as mediator"]
            .iter()
            .chain(&["in the chair", "looking on", "in attendance", "presiding", "as witness", "in tow", "in the room"])
            .any(|tail| words.is_phrase(after, tail));
    let comma = (after..trigger.at.min(after + 6)).find(|&j| words.at(j) == ",");
    let first = comma.is_some_and(|c| (c + 1..trigger.at).all(|j| words.at(j) != ";" && !words.is(j, Classes::CLAUSE)));
    if beside && first && party.tokens.end <= trigger.at {
        view.take(trigger, out, &rules::COMPANION, p..last + 1);
    }
}

/// "They are held in Riga, and bring together the government and the rebels": the meeting spoken of is the subject.
pub(super) fn goes_on(view: &Scene<'_, '_>, trigger: &Trigger) -> bool {
    let subject = view.subject_at(trigger.at).filter(|s| s.first == s.last && !s.owner);
    trigger.kind == Kind::Verb(VerbClass::Bring)
        && subject.is_some_and(|s| {
            let party = &view.parties[s.last];
            party.kind == PartyKind::Pronoun
                // Those who talk, or the talks themselves.
                && party.actors.iter().all(|a| view.last.0.contains(a))
                && matches!(view.words.at(party.tokens.start), "it" | "they")
        })
}

/// Whether the words of the trigger say that somebody is in the chair.
fn presides(view: &Scene<'_, '_>, trigger: &Trigger) -> bool {
    let class = matches!(trigger.kind, Kind::Verb(VerbClass::Present | VerbClass::Presence | VerbClass::Chair));
    class
        && (trigger.at..trigger.end).any(|j| {
            matches!(
                view.words.at(j),
                "chair" | "chairs" | "chaired" | "chairing" | "preside" | "presides" | "presided" | "presiding"
            )
        })
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
    whose_act(view, trigger, class, sentence, out);
    let end = sentence.end.min(limit);
    objects(view, trigger, class, sentence, end, out);
    if class == VerbClass::Join && words.at(trigger.end - 1) != "by" && out.actors.is_empty() {
        out.void = true;
    }
    on_the_line(view, trigger, class, sentence, out);
    let start = group_start(view, trigger.at, sentence.start);
    by_whom(view, trigger, class, start, end, out);
    // "Austin, flanked by Brown, met Shoigu"; "the envoys, with Qatar as mediator, sat"
    if let Some(s) = view.subject_at(trigger.at).filter(|s| !s.owner) {
        let from = view.parties[s.last].tokens.end;
        if words.at(from) == "," && from + 1 < start && start < from + 20 {
            // "Delegations of A and B, led by X and Y, met": those who lead stand for those led.
            if matches!(words.at(from + 1), "led" | "headed") && words.at(from + 2) == "by" {
                let led: Vec<usize> = view.actors(s.first, s.last);
                let people = view.parties[s.first..=s.last].iter().all(|p| p.kind == PartyKind::Delegates);
                out.actors.retain(|a| !(people && led.contains(a)));
            }
            companions(view, trigger, from + 1, start, false, false, out);
        }
    }
    if idiom(view, trigger, class, sentence, end, out) {
        return;
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
