//! Set phrases in which the grammar of the verb does not say who meets: guests and hosts, hours with somebody, houses.

use std::ops::Range;

use super::companions::companions;
use super::participants::Taking;
use super::reach::object_at;
use super::rules;
use super::scene::Scene;
use super::triggers::{Trigger, VerbClass};
use crate::extract::ActorKind;
use crate::text::TokenKind;

/// Takes those whom a set phrase brings together; whether that is all that the clause says of them.
pub(super) fn idiom(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    class: VerbClass,
    sentence: &Range<usize>,
    end: usize,
    out: &mut Taking,
) -> bool {
    let words = view.words;
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
            view.take(trigger, out, &rules::OWNER, p..p + 1);
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
            view.take(trigger, out, &rules::SUBJECT, guest..guest + 1);
        }
        if view.parties.get(host).is_some_and(|p| p.tokens.contains(&trigger.at) && p.tokens.end <= end) {
            view.take(trigger, out, &rules::OWNER, host..host + 1);
        }
        out.void = false;
        return true;
    }
    // "was Macron's guest"
    if words.kind(trigger.at.saturating_sub(1)) == TokenKind::Possessive
        && matches!(words.at(trigger.at), "guest" | "host" | "guests" | "hosts")
    {
        let be = (sentence.start.max(trigger.at.saturating_sub(8))..trigger.at)
            .find(|&j| matches!(words.at(j), "was" | "is" | "be" | "as" | "were" | "are"));
        out.actors.clear();
        let subject = be.map(|j| view.meeting_subject(j, sentence)).unwrap_or_default();
        view.add(trigger, out, &rules::SUBJECT, &subject, trigger.at..trigger.end);
        if let Some((owner, _)) = view.named(trigger.at - 2) {
            view.add(trigger, out, &rules::OWNER, &[owner], trigger.at - 2..trigger.at);
        }
        out.void = false;
        return true;
    }
    // "It took Blinken three hours with Netanyahu", "An hour with Xi did not change Scholz's mind": the other one.
    if class == VerbClass::Hours {
        companions(view, trigger, trigger.end, end, false, false, out);
        let verb = super::noun_phrase::verb_before(view, trigger.at, sentence.start);
        if let Some(object) = verb.and_then(|v| object_at(view, v + 1, trigger.at)) {
            view.take(trigger, out, &rules::OBJECT, object);
        }
        // "shuttled between them for seven hours"
        if let Some(verb) = verb {
            companions(view, trigger, verb + 1, trigger.at, false, false, out);
        }
        if out.actors.len() < 2
            && let Some(verb) = verb
        {
            view.add(trigger, out, &rules::SUBJECT, &view.meeting_subject(verb, sentence), verb..verb + 1);
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
                view.take(trigger, out, &rules::OWNER, p..p + 1);
            }
        }
        out.void = out.actors.len() < 2;
        return true;
    }
    // "went to Hariri's house", "spent the evening at Hariri's villa": to see him.
    if matches!(class, VerbClass::Go | VerbClass::Stay)
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
        view.add(trigger, out, &rules::OWNER, &host.actors, host.tokens.clone());
    }
    false
}
