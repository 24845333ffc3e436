//! Who takes part in the meeting that a noun tells of: "their talks", "a summit of A and B", "A hosted a meeting".

use std::ops::Range;

use super::companions::companions;
use super::lists::LISTS;
use super::noun_phrase::{phrase_start, verb_before};
use super::participants::Taking;
use super::reach::{closing, object_at};
use super::rules;
use super::scene::Scene;
use super::triggers::Trigger;
use crate::extract::annotated::MentionForm;
use crate::extract::parties::{Cover, PartyKind};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorKind, MeetingForm};
use crate::text::TokenKind;

/// Those who take part in the meeting that a noun tells of.
pub(super) fn of_noun(
    view: &Scene<'_, '_>,
    trigger: &Trigger,
    sentence: &Range<usize>,
    limit: usize,
    out: &mut Taking,
) {
    parties_of_noun(view, trigger, sentence, limit, out);
    // "The last summit took place in Vienna: A and B signed": those whom the colon brings.
    if out.actors.is_empty()
        && let Some(colon) = (trigger.end..sentence.end.min(trigger.end + 25)).find(|&j| view.words.at(j) == ":")
    {
        let first = view.party_from(colon + 1);
        if view
            .parties
            .get(first)
            .is_some_and(|p| p.tokens.start <= colon + 2 && p.acts() && p.tokens.end <= sentence.end)
        {
            let last = view.chain_end(first, sentence.end);
            if last > first {
                view.take(trigger, out, &rules::OWNER, first..last + 1);
            }
        }
    }
    if let Some(one) = own_dinner(view, trigger, sentence, out) {
        view.add(trigger, out, &rules::TOPIC, &[one], sentence.start..trigger.end);
    }
    // "A meeting of three, with X in the chair": X and the two who were spoken of.
    let words = view.words;
    let three = words.is_phrase(trigger.end, "of three") && !words.is(trigger.end + 2, Classes::DETERMINER)
        || (1..4).any(|k| matches!(words.before(trigger.at, k), "three-way" | "trilateral" | "tripartite"));
    let (last, told) = &view.last;
    let near = words.sentence_of(trigger.at) <= told + 6;
    if three && near && out.actors.len() == 1 && !out.void {
        let others: Vec<usize> = last.iter().copied().filter(|a| !out.actors.contains(a)).collect();
        if others.len() == 2 {
            view.add(trigger, out, &rules::CONTINUED, &others, trigger.at..trigger.end + 2);
        }
    }
}

/// "talks that Chad is brokering between A and B": the party that the relative clause says holds or arranges them, and those
/// whom it brings in.
fn brokered(view: &Scene<'_, '_>, trigger: &Trigger, end: usize, out: &mut Taking) {
    let words = view.words;
    let relative = if words.at(trigger.end) == "," { trigger.end + 1 } else { trigger.end };
    if !matches!(words.at(relative), "that" | "which") {
        return;
    }
    let p = view.party_from(relative);
    let Some(party) = view.parties.get(p).filter(|q| q.tokens.start <= relative + 1 && q.acts() && q.tokens.end < end)
    else {
        return;
    };
    let Some(verb) = (party.tokens.end..end.min(party.tokens.end + 5)).find(|&j| is_brokering(words.at(j))) else {
        return;
    };
    view.take(trigger, out, &rules::SUBJECT, p..p + 1);
    companions(view, trigger, verb + 1, end, false, false, out);
}

/// Whether the verb means that its subject sits between those who talk.
fn is_brokering(word: &str) -> bool {
    matches!(
        word,
        "brokering"
            | "brokered"
            | "mediating"
            | "mediated"
            | "hosting"
            | "hosted"
            | "chairing"
            | "chaired"
            | "moderating"
            | "moderated"
            | "convened"
            | "convening"
            | "facilitating"
            | "facilitated"
            | "leads"
            | "led"
            | "mediates"
            | "hosts"
            | "chairs"
    )
}

/// "A lunch with Berri in Tyre, planned for Friday, has been called off": whose goes without saying, the one whom the text is
/// about.
fn own_dinner(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, out: &Taking) -> Option<usize> {
    let opens = phrase_start(view, trigger.at, sentence.start) == sentence.start && trigger.at < sentence.start + 4;
    let whose = matches!(view.words.at(sentence.start), "a" | "an" | "another" | "the")
        && (sentence.start..trigger.at).all(|j| view.cover(j) == Cover::Nothing);
    match out.actors[..] {
        [guest] if opens && whose && !out.void && view.kind(guest) == ActorKind::Person => {
            view.words.is_phrase(trigger.end, "with").then(|| view.topic(sentence.start, guest)).flatten()
        }
        _ => None,
    }
}

fn parties_of_noun(view: &Scene<'_, '_>, trigger: &Trigger, sentence: &Range<usize>, limit: usize, out: &mut Taking) {
    let words = view.words;
    let end = sentence.end.min(limit);
    // A noun that is itself the subject keeps all of its list: "a meeting with A and B could take place".
    let governed = verb_before(view, phrase_start(view, trigger.at, sentence.start), sentence.start)
        .is_some_and(|v| !LISTS.is_outside(words.at(v)) && (v..trigger.at).all(|j| !words.is(j, Classes::CLAUSE)));
    companions(view, trigger, trigger.end, end, false, !governed, out);
    brokered(view, trigger, end, out);
    // "a meeting of Nato foreign ministers", "a summit of Russia, Iran and Turkey", "a visit by Lavrov"
    if matches!(words.at(trigger.end), "of" | "by" | "involving") {
        let first = view.party_from(trigger.end + 1);
        if let Some(party) = view.parties.get(first)
            && party.tokens.start <= trigger.end + 3
            && party.tokens.end <= end
            && (party.acts() || party.kind == PartyKind::Adjective)
        {
            let last = closing(view, first, end);
            view.take(trigger, out, &rules::OWNER, first..last + 1);
        }
    }
    // "a lunch for the foreign ministers of China and France"
    if words.at(trigger.end) == "for"
        && matches!(words.at(trigger.at), "lunch" | "dinner" | "breakfast" | "banquet" | "reception" | "supper" | "tea")
        && let Some(guests) = object_at(view, trigger.end + 1, end)
    {
        view.take(trigger, out, &rules::COMPANION, guests);
    }
    // "a trip to Tokyo by the minister, Chang"
    let visit = trigger.form == crate::extract::MeetingForm::Visit;
    if visit
        && let Some(by) = (trigger.end + 1..end.min(trigger.end + 8))
            .take_while(|&j| verb_at(words, j).is_none() && !matches!(words.at(j), ";" | "."))
            .find(|&j| words.at(j) == "by")
        && let Some(party) = view.parties.get(view.party_from(by + 1)).filter(|p| p.tokens.start <= by + 2 && p.acts())
    {
        let first = view.party_from(by + 1);
        let _ = party;
        view.take(trigger, out, &rules::OWNER, first..view.chain_end(first, end) + 1);
    }
    // "Doe's visit to the emir"
    if visit
        && words.at(trigger.end) == "to"
        && let Some(host) = object_at(view, trigger.end + 1, end)
        && view.parties[host.clone()].iter().all(|p| p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person))
    {
        view.take(trigger, out, &rules::COMPANION, host);
    }
    // "the visit to Israel by the deputy": the country is one of the two, where no host is named.
    if visit
        && words.at(trigger.end) == "to"
        && out.actors.len() == 1
        && let Some((actor, MentionForm::Name)) = view.named(trigger.end + 1)
        && view.kind(actor) == ActorKind::State
        && view.kind(out.actors[0]) == ActorKind::Person
        && words.kind(view.cover_end(trigger.end + 1)) != TokenKind::Possessive
    {
        let p = view.party_from(trigger.end + 1);
        if view.parties.get(p).is_some_and(|q| q.tokens.start == trigger.end + 1) {
            view.take(trigger, out, &rules::COUNTRY, p..p + 1);
        } else {
            view.add(trigger, out, &rules::COUNTRY, &[actor], trigger.end..view.cover_end(trigger.end + 1));
        }
    }
    // "a call to Blah", "a call from Berlin to the Kremlin"
    if words.at(trigger.at).starts_with("call") && matches!(words.at(trigger.end), "to" | "from") {
        for p in view.parties[view.party_from(trigger.end)..].iter().take(2).take_while(|p| p.tokens.end <= end) {
            if matches!(words.before(p.tokens.start, 1), "to" | "from") {
                view.add(trigger, out, &rules::OWNER, &p.actors, p.tokens.clone());
            }
        }
    }
    // "Macron's visit", "their talks", "US-Russian talks", "the Ecowas summit"
    let mut start = phrase_start(view, trigger.at, sentence.start);
    // "after eight hours of talks", "a round of talks"
    if words.before(start, 1) == "of"
        && matches!(words.before(start, 2), "hours" | "days" | "round" | "rounds" | "weeks" | "series" | "day" | "hour")
    {
        start = phrase_start(view, start - 2, sentence.start);
        while start > sentence.start
            && (matches!(words.before(start, 1), "more" | "than" | "about" | "over" | "nearly" | "some")
                || words.kind(start - 1) == TokenKind::Number)
        {
            start -= 1;
        }
    }
    let from = view.party_from(start);
    for (p, party) in view.parties.iter().enumerate().skip(from).take_while(|(_, p)| p.tokens.end <= trigger.at).take(4)
    {
        let place_like =
            party.kind == PartyKind::Adjective && matches!(trigger.form, crate::extract::MeetingForm::Visit);
        if !place_like {
            view.take(trigger, out, &rules::OWNER, p..p + 1);
        }
    }
    if start > sentence.start
        && words.kind(start - 1) == TokenKind::Possessive
        && let Some(p) = view.party_ending(start - 1)
    {
        view.take(trigger, out, &rules::OWNER, p..p + 1);
    }
    // "The union and the bank hold their summit": of those who hold it.
    let holders = verb_before(view, start, sentence.start)
        .filter(|&v| {
            words.at(start) == "their" && out.actors.is_empty() && LISTS.is_holding(words.at(v)) && v + 1 == start
        })
        .map(|v| (v, view.meeting_subject(v, sentence)))
        .filter(|(_, holders)| holders.len() >= 2);
    if let Some((v, holders)) = holders {
        view.add(trigger, out, &rules::SUBJECT, &holders, v..v + 1);
    } else if matches!(words.at(start), "their" | "his" | "her" | "its") && out.actors.len() < 2 {
        view.add(trigger, out, &rules::OWNER, view.whose(start), start..start + 1);
        if words.at(start) == "their" && out.actors.len() < 2 {
            view.add(trigger, out, &rules::OWNER, &view.theirs(start), start..start + 1);
        }
    }
    // "A and B had dinner": whatever verb stands before that.
    if matches!(words.before(start, 1), "had" | "have" | "has" | "having") && start > sentence.start {
        let subject = view.meeting_subject(start - 1, sentence);
        view.add(trigger, out, &rules::SUBJECT, &subject, start - 1..start);
        return;
    }
    // The subject of the verb that holds it.
    let Some(verb) = verb_before(view, start, sentence.start) else {
        // "EU ambassadors were still in session"
        if start > sentence.start
            && matches!(words.before(start, 1), "in" | "at")
            && (start.saturating_sub(4)..start).any(|j| words.is(j, Classes::AUXILIARY))
        {
            view.add(trigger, out, &rules::SUBJECT, &view.subject(start - 1), start - 1..start);
            return;
        }
        let is_verb = |j: &usize| view.cover(*j) == Cover::Nothing && verb_at(words, *j).is_some();
        // "After a meeting with Kim, warmer than the one they had in May, he left": the verb behind the opening phrase.
        let main = |j: &usize| {
            view.subject_at(*j).is_some_and(|s| {
                let at = view.parties[s.first].tokens.start;
                !s.owner && at > trigger.end && words.at(at - 1) == ","
            })
        };
        let near = trigger.end..sentence.end.min(trigger.end + 45);
        let behind = near.clone().filter(is_verb).find(main);
        let Some(verb) = behind.or_else(|| (trigger.end..end).find(is_verb)) else {
            return;
        };
        // "on the sidelines of", "at a summit in Abuja, the leaders ordered": the subject behind.
        let with = words.at(trigger.end) == "with"
            || (trigger.end..end)
                .take(6)
                .find(|&j| words.at(j) == "with")
                .is_some_and(|j| (trigger.end..j).all(|k| verb_at(words, k).is_none() && words.at(k) != ","));
        if matches!(words.before(start, 1), "at" | "during" | "after" | "following" | "in" | "on" | "over")
            && (out.actors.len() < 2 || with && behind.is_some())
            && (!LISTS.is_outside(words.at(verb)) || words.before(start, 1) == "over")
        {
            view.add(trigger, out, &rules::SUBJECT, &view.subject(verb), verb..verb + 1);
            out.loose = true;
            // "Over dinner, X told Y", "In a call on Friday X warned Y"
            if (words.before(start, 1) == "over" || trigger.form == MeetingForm::Call)
                && out.actors.len() < 2
                && let Some(object) = object_at(view, verb + 1, sentence.end)
            {
                view.take(trigger, out, &rules::OBJECT, object);
            }
        }
        return;
    };
    let word = words.at(verb);
    let governor = view.subject(verb);
    let unread = words.is_phrase(verb, "wound up") || words.before(verb, 1) == "," || verb_at(words, verb).is_none();
    let governor = if governor.is_empty() && unread { view.meeting_subject(verb, sentence) } else { governor };
    // "said a three-way meeting with Putin and Xi could take place": the speaker is the third.
    let trilateral = (1..4).any(|k| matches!(words.before(trigger.at, k), "three-way" | "trilateral" | "tripartite"));
    if trilateral && out.actors.len() == 2 && governor.len() == 1 {
        view.add(trigger, out, &rules::SUBJECT, &governor, verb..verb + 1);
        return;
    }
    let negotiated = matches!(
        words.before(start, 1),
        "for" | "at" | "in" | "during" | "after" | "to" | "into" | "from" | "following" | "with"
    );
    // "proposes talks between Russia and Ukraine", "agreed to seek a meeting of the group": who proposes is no party to them.
    let between = (trigger.end..end.min(trigger.end + 6))
        .take_while(|&j| verb_at(words, j).is_none() && words.at(j) != ",")
        .any(|j| words.at(j) == "between");
    let theirs = between && out.actors.len() >= 2 || words.at(trigger.end) == "of" && !out.actors.is_empty();
    if theirs && LISTS.has_status("proposed", word) {
        return;
    }
    // "has invited Kurti and Vučić to an emergency session": the guests too.
    if LISTS.is_inviting(word)
        && let Some(guests) = object_at(view, verb + 1, trigger.at)
    {
        view.add(trigger, out, &rules::SUBJECT, &governor, verb..verb + 1);
        view.take(trigger, out, &rules::OBJECT, guests);
        return;
    }
    if LISTS.is_outside(word) && words.at(verb + 1) != "off" {
        return;
    }
    if LISTS.is_holding(word)
        || words.at(verb + 1) == "off"
        || negotiated && (out.actors.len() < 2 || out.actors.iter().any(|a| governor.contains(a)))
        || words.before(start, 1) == "in"
    {
        out.loose = out.actors.len() >= 2 || !LISTS.is_holding(word);
        let by = match view.subject_at(verb) {
            Some(s) => view.parties[s.first].tokens.start..view.parties[s.last].tokens.end,
            None => verb..verb + 1,
        };
        view.add(trigger, out, &rules::SUBJECT, &governor, by);
        // "had made the promise to him at a meeting": to whom it was said there.
        if out.actors.len() == 1 && matches!(words.before(start, 1), "at" | "during" | "over") {
            let to = (verb + 1..start).find(|&j| words.at(j) == "to" && view.cover(j) == Cover::Nothing);
            if let Some(whom) =
                to.and_then(|j| object_at(view, j + 1, start)).or_else(|| object_at(view, verb + 1, start))
                && view.parties[whom.clone()]
                    .iter()
                    .all(|p| p.actors.iter().all(|&a| view.kind(a) == ActorKind::Person))
            {
                view.take(trigger, out, &rules::OBJECT, whom);
            }
        }
    }
}
