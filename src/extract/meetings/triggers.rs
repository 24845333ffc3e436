//! The words that tell of an encounter, and what each takes.

use std::ops::ControlFlow::Break;

use super::frames::{fits, is_asked, is_named, is_plural_noun, is_presence, is_told};
use super::lists::LISTS;
use super::occasions::is_participle_of;
use super::phrases::{is_placed, past_adjuncts};
use super::rules;
use super::senses::is_noun;
use super::special::special;
use crate::extract::MeetingForm;
use crate::extract::parties::{Cover, View};
use crate::extract::trail::Finding;
use crate::extract::verbs::verb_at;
use crate::extract::words::{Classes, is_adverb, is_auxiliary, is_determiner};
use crate::text::TokenKind;

/// What a verb of meeting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum VerbClass {
    Meet,
    Speak,
    Phone,
    Receive,
    Go,
    Visit,
    Bring,
    Sit,
    /// "shook hands", "sat down"
    Together,
    /// "was in Beijing on Friday", "spent Tuesday in Moscow"
    Stay,
    /// "will attend", "will be joined by"
    Join,
    /// "walked with", "dined with"
    Beside,
    /// "told Bush in the Oval Office": to the face of somebody, at a place.
    Tell,
    /// "chaired the council"
    Chair,
    /// "heard the envoy": a body and its guest.
    Hear,
    /// "three hours with X in Vienna", "ten hours together"
    Hours,
    /// "settled it by telephone": those who act, and whom they act with.
    Remote,
    /// "presided", "was in the room": one more at the meeting just told of.
    Present,
    /// "with him was", "it is chaired by": the same, of those behind.
    Presence,
    /// "signed the charter": members of the subject, in one place.
    Sign,
    /// "has since done the same": the meeting told of before, with another subject.
    Same,
}

/// A word that may tell of an encounter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Verb(VerbClass),
    Noun,
}

/// Where such a word stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger {
    pub(super) at: usize,
    /// The token behind the trigger's words.
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) form: MeetingForm,
}

/// The trigger at token `i`.
pub(super) fn trigger_at(view: &View<'_>, i: usize) -> Option<Trigger> {
    let words = view.words;
    if words.kind(i) != TokenKind::Word {
        return None;
    }
    let word = words.at(i);
    if !words.is(i, Classes::ENCOUNTER) {
        return None;
    }
    if view.cover(i) != Cover::Nothing {
        if words.explains() && LISTS.nouns.contains_key(word) {
            words.reject(Finding::Meeting, &(i..i + 1), &rules::IN_A_NAME, &(i..view.cover_end(i)));
        }
        return None;
    }
    if let Some(found) = verb_trigger(view, i, word) {
        return Some(found);
    }
    let form = *LISTS.nouns.get(word)?;
    if !is_noun(view, i, word) {
        words.reject(Finding::Meeting, &(i..i + 1), &rules::OTHER_SENSE, &(i.saturating_sub(1)..i + 2));
        return None;
    }
    Some(Trigger { at: i, end: i + 1, kind: Kind::Noun, form })
}

fn verb_trigger(view: &View<'_>, i: usize, word: &str) -> Option<Trigger> {
    let words = view.words;
    let trigger = |class, form, end| Some(Trigger { at: i, end, kind: Kind::Verb(class), form });
    let next = words.at(i + 1);
    let found = LISTS.phrase_at(view, i, |phrase, end| match phrase.class {
        VerbClass::Present => is_presence(view, i, end),
        VerbClass::Presence => is_named(view, end),
        _ if phrase.placed => is_placed(view, &(i..end), &view.sentence(i)),
        VerbClass::Tell => is_told(view, end),
        // "took up arms", "took up new positions"
        VerbClass::Sit => !(end..end + 2).any(|j| is_post(words.at(j))),
        _ => !is_asked(view, i),
    });
    if let Some((phrase, end)) = found {
        return trigger(phrase.class, phrase.form, end);
    }
    if let Break(found) = special(view, i, word) {
        return found;
    }
    let before = words.before(i, 1);
    let mut class = *LISTS.verbs.get(word)?;
    // "a delegation headed by the minister": says who leads.
    if word == "headed" && next == "by" {
        return None;
    }
    // "speaks for the alliance with the rebels": says what somebody is.
    if class == VerbClass::Speak
        && next == "for"
        && view.parties.get(view.party_from(i + 2)).is_some_and(|p| p.tokens.start <= i + 3)
    {
        return None;
    }
    // "his first visit": the noun.
    if is_adverb(before) && words.is_before(i, 2, Classes::DETERMINER) && LISTS.nouns.contains_key(word) {
        return None;
    }
    // "was called off"
    if next == "off" && word.starts_with("call") {
        return None;
    }
    // "Let them meet": a wish.
    if matches!(before, "them" | "him" | "us" | "her") && words.before(i, 2) == "let" {
        return None;
    }
    // "Will he meet the president?": a question tells of nothing.
    if is_asked(view, i) {
        return None;
    }
    if !fits(view, i, class) {
        return None;
    }
    // "the first American secretary to visit Angola": says who somebody is.
    let first_to = before == "to"
        && (i.saturating_sub(8)..i)
            .any(|j| words.at(j) == "the" && matches!(words.at(j + 1), "first" | "only" | "last" | "latest"));
    if first_to && words.before(i.saturating_sub(1), 1) != "is" {
        return None;
    }
    // "talks convened by the envoy opened": a participle behind its noun.
    if next == "by" && i > 0 && LISTS.nouns.contains_key(words.before(i, 1)) {
        return None;
    }
    if next == "by" && is_participle_of(view, i) {
        return None;
    }
    // "called his council together"
    if class == VerbClass::Phone
        && word.starts_with("call")
        && (i + 2..i + 9)
            .take_while(|&j| !matches!(words.at(j), "," | "." | ";"))
            .any(|j| words.at(j) == "together" || words.is_phrase(j, "into session"))
    {
        class = VerbClass::Bring;
    }
    // "go on meeting", "met him halfway"
    if before == "on" && is_gerund(word) || (i + 1..i + 4).any(|j| matches!(words.at(j), "halfway" | "half-way")) {
        return None;
    }
    // "the meeting", "his call", "a visit": nouns; "meeting" is a verb behind "are" and "after".
    let form = verb_at(words, i);
    let infinitive = before == "to"
        || is_auxiliary(before)
        || is_adverb(before) && before != "not" && !words.is_before(i, 2, Classes::DETERMINER)
        || matches!(before, "and" | "not");
    let gerund = is_gerund(word);
    if gerund {
        let verbal = matches!(
                before,
                "is" | "are" | "was" | "were" | "be" | "been" | "after" | "before" | "when" | "while" | "by" | "of"
            ) || is_gerund_of(view, i, class)
                // "Putin, receiving X in the hall, said"
                || matches!(class, VerbClass::Receive | VerbClass::Meet | VerbClass::Phone)
                    && before == ","
                    && view.party_ending(i - 1).is_some_and(|p| view.parties[p].acts())
                || word == "meeting" && before == "," && view.party_ending(i - 1).is_some_and(|p| view.parties[p].acts())
                || class == VerbClass::Go && !is_determiner(before);
        if !verbal
            || word == "meeting"
                && matches!(before, "of" | "by" | "before" | "after")
                && !is_determiner(next)
                && view.party_from(i + 1) < view.parties.len()
                && view.parties[view.party_from(i + 1)].tokens.start != i + 1
                // The phrase of the object may have taken the verb in.
                && view.parties[view.party_from(i)].tokens.start != i
        {
            return None;
        }
    } else if form.is_none() && !infinitive {
        // A headline: "Modi and Xi meet in Kazan".
        // "The border commissions meet again", "A, for India, and B, for Pakistan, speak": a list or a noun of several.
        let reciprocal = matches!(word, "meet" | "confer" | "speak" | "talk" | "negotiate")
            && (matches!(before, ")" | "," | "again")
                && view.party_ending(i - 1).is_some_and(|p| view.parties[p].acts())
                || is_plural_noun(view, i));
        let headline = reciprocal || view.party_ending(i).is_some_and(|p| view.parties[p].acts());
        if !headline || word == "call" && !next.is_empty() && !matches!(next, "to") {
            return None;
        }
    }
    let form = match class {
        VerbClass::Meet
        | VerbClass::Receive
        | VerbClass::Bring
        | VerbClass::Together
        | VerbClass::Join
        | VerbClass::Present
        | VerbClass::Presence
        | VerbClass::Tell
        | VerbClass::Same => MeetingForm::Meeting,
        VerbClass::Sign => MeetingForm::Other,
        VerbClass::Speak => match word {
            "speak" | "speaks" | "spoke" | "spoken" | "speaking" => MeetingForm::Call,
            _ => MeetingForm::Talks,
        },
        VerbClass::Phone | VerbClass::Remote => MeetingForm::Call,
        VerbClass::Beside | VerbClass::Hours => MeetingForm::Talks,
        VerbClass::Chair | VerbClass::Hear => MeetingForm::Session,
        VerbClass::Go | VerbClass::Visit | VerbClass::Stay => MeetingForm::Visit,
        VerbClass::Sit => MeetingForm::Session,
    };
    // "spoke last Thursday to X": past the adjuncts, to the one spoken to.
    let to = past_adjuncts(view, i + 1);
    let spoken = class == VerbClass::Speak && words.at(to) == "to" && to > i + 1;
    trigger(class, form, if spoken { to } else { i + 1 })
}

/// What is taken up and is no question: "took up new positions".
fn is_post(word: &str) -> bool {
    matches!(
        word,
        "arms"
            | "position"
            | "positions"
            | "post"
            | "posts"
            | "residence"
            | "station"
            | "quarters"
            | "duties"
            | "office"
    )
}

/// "contented himself with telephoning X", "on greeting X": behind a preposition, with its object.
fn is_gerund_of(view: &View<'_>, i: usize, class: VerbClass) -> bool {
    let takes = matches!(class, VerbClass::Phone | VerbClass::Meet | VerbClass::Receive | VerbClass::Visit);
    let held = matches!(view.words.before(i, 1), "with" | "on" | "upon" | "in" | "since" | "besides")
        || view.words.is_phrase(i.saturating_sub(2), "forward to");
    // The phrase of the object may have taken the verb in.
    let object = || view.parties.get(view.party_from(i)).is_some_and(|p| p.tokens.start <= i + 1 && p.acts());
    takes && held && object()
}

/// "meeting", "travelling": not "bring" and "ring".
pub(super) fn is_gerund(word: &str) -> bool {
    word.ends_with("ing") && !matches!(word, "bring" | "ring")
}

/// Words that make a meeting one more of those before: "a second round", "the next meeting".
pub(super) fn is_further(word: &str) -> bool {
    matches!(
        word,
        "second"
            | "third"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "next"
            | "new"
            | "further"
            | "another"
            | "follow-up"
            | "fresh"
            | "final"
    )
}
