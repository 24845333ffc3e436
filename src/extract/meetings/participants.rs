//! Who takes part: the subject and the object of the verb, and the parties that "with", "between" and "of" bring in.

use std::ops::Range;

use super::triggers::{Kind, LISTS, Trigger, VerbClass};
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, Party, PartyKind, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::{is_adverb, is_auxiliary, is_determiner, is_preposition, opens_clause};
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
    fn add(&mut self, actors: &[usize]) {
        for &actor in actors {
            if !self.actors.contains(&actor) {
                self.actors.push(actor);
            }
        }
    }
}

/// Those who take part in the meeting that `trigger` tells of; its clause ends before token `limit`.
pub(super) fn of(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>, limit: usize) -> Taking {
    let mut out = Taking::default();
    match trigger.kind {
        Kind::Verb(class) => of_verb(view, trigger, class, sentence, limit, &mut out),
        Kind::Noun => of_noun(view, trigger, sentence, limit, &mut out),
    }
    out
}

/// The actors of the subject at token `at`; none where it only owns what acts.
pub(super) fn subject(view: &View<'_>, at: usize) -> Vec<usize> {
    match view.subject_at(at) {
        Some(s) if !s.owner => view.actors(s.first, s.last),
        _ => Vec::new(),
    }
}

/// The subject right before the verb, past what no list of verbs knows: the party that ends where its group begins.
fn near_subject(view: &View<'_>, at: usize, sentence: &Range<usize>) -> Vec<usize> {
    let found = subject(view, at);
    if !found.is_empty() || view.subject_at(at).is_some() {
        return found;
    }
    view.party_ending(at)
        .filter(|&p| view.parties[p].acts() && view.parties[p].tokens.start >= sentence.start)
        .map(|p| view.actors(view.chain_start(p, sentence.start), p))
        .unwrap_or_default()
}

fn of_verb(
    view: &View<'_>,
    trigger: &Trigger,
    class: VerbClass,
    sentence: &Range<usize>,
    limit: usize,
    out: &mut Taking,
) {
    let words = view.words;
    let subject = near_subject(view, trigger.at, sentence);
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
        Some(p) => out.add(&view.actors(view.chain_start(p, sentence.start), p)),
        None => out.add(&subject),
    }
    let end = sentence.end.min(limit);
    let object = object_at(view, trigger.end, end);
    match (object, class) {
        (Some(object), _) => {
            let taken = &view.parties[object.clone()];
            let reaches = match class {
                VerbClass::Meet | VerbClass::Phone | VerbClass::Receive | VerbClass::Bring | VerbClass::Join => true,
                VerbClass::Visit => taken
                    .iter()
                    .all(|p| p.actors.iter().all(|&a| matches!(view.kind(a), ActorKind::Person | ActorKind::State))),
                VerbClass::Together | VerbClass::Speak => false,
                VerbClass::Go | VerbClass::Stay | VerbClass::Sit => false,
            };
            if reaches {
                out.add(&view.actors(object.start, object.end - 1));
                // "received a group of clerics led by Sheikh X"
                let last = &view.parties[object.end - 1];
                if last.kind != PartyKind::Named {
                    led_by(view, last, end, out);
                }
            }
        }
        (None, VerbClass::Meet | VerbClass::Phone | VerbClass::Receive) => {
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
    companions(view, trigger.end, end, class == VerbClass::Speak, false, out);
    if class == VerbClass::Speak
        && out.actors.len() < 2
        && !(out.unnamed && words.at(trigger.at).starts_with("consult"))
    {
        out.void = true;
    }
}

/// "called him a liar", "called the plan dangerous": the verb names, it does not ring up.
fn is_naming(view: &View<'_>, trigger: &Trigger, end: usize) -> bool {
    let words = view.words;
    match object_at(view, trigger.end, end) {
        None => true,
        Some(object) => {
            let after = view.parties[object.end - 1].tokens.end;
            let next = words.at(after);
            is_determiner(next)
                || matches!(next, "“" | "\"" | "‘" | "'" | "as" | "“a" | "back")
                || after < end
                    && words.kind(after) == TokenKind::Word
                    && !(is_preposition(next)
                        || is_adverb(next)
                        || matches!(next, "and" | "to" | "again" | "when" | "before" | "after")
                        || matches!(view.cover(after), Cover::Date(_)))
        }
    }
}

/// The list of parties that begins at token `i`, past "with", "his" and adverbs.
fn object_at(view: &View<'_>, i: usize, end: usize) -> Option<Range<usize>> {
    let words = view.words;
    let mut j = i;
    while j < end
        && j < i + 5
        && (is_adverb(words.at(j))
            || matches!(words.at(j), "with" | "again" | "separately" | "both" | "by")
                && view.cover(j) == Cover::Nothing)
    {
        j += 1;
    }
    let first = view.party_from(j);
    let party = view.parties.get(first)?;
    if party.tokens.start != j || party.tokens.end > end || !party.acts() {
        return None;
    }
    Some(first..closing(view, first, end) + 1)
}

/// The last party of the list from `first` on; one that is the subject of a verb of its own opens the next clause.
fn closing(view: &View<'_>, first: usize, end: usize) -> usize {
    let words = view.words;
    let last = view.chain_end(first, end);
    if last > first {
        let after = view.parties[last].tokens.end;
        let mut j = after;
        while is_adverb(words.at(j)) {
            j += 1;
        }
        let clause = view.cover(j) == Cover::Nothing
            && verb_at(words, j).is_some()
            && words.before(view.parties[last].tokens.start, 1) == "and";
        if clause {
            return last - 1;
        }
    }
    last
}

/// The party behind "led by", "headed by".
fn led_by(view: &View<'_>, party: &Party, end: usize, out: &mut Taking) {
    let words = view.words;
    let from = party.tokens.end;
    for j in from..end.min(from + 8) {
        if matches!(words.at(j), "led" | "headed" | "including") {
            let start = if words.at(j + 1) == "by" { j + 2 } else { j + 1 };
            let p = view.party_from(start);
            if view.parties.get(p).is_some_and(|q| q.tokens.start <= start + 1 && q.acts() && q.tokens.end <= end) {
                // The one who leads stands for those led.
                out.actors.retain(|a| !party.actors.contains(a));
                out.add(&view.parties[p].actors);
            }
            return;
        }
    }
}

/// Those whom "with", "between", "alongside" bring in, up to the end of the clause.
fn companions(view: &View<'_>, from: usize, end: usize, speaks: bool, whole: bool, out: &mut Taking) {
    let words = view.words;
    let mut j = from;
    let ceiling = end.min(from + 40);
    while j < ceiling {
        let word = words.at(j);
        if view.cover(j) == Cover::Nothing {
            if matches!(word, ";" | "that" | "because" | "although" | "though" | "while" | "whether" | "if") {
                break;
            }
            // A verb of its own ends the reach, but not a relative clause about where and when.
            if j > from && opens_clause(word) && word != "as" && word != "who" {
                break;
            }
            let spoken = word == "to"
                && speaks
                && (j == from
                    || j <= from + 4
                        && (from..j).all(|k| {
                            matches!(
                                words.at(k),
                                "by" | "on"
                                    | "over"
                                    | "the"
                                    | "telephone"
                                    | "phone"
                                    | "line"
                                    | "at"
                                    | "length"
                                    | "directly"
                                    | "again"
                                    | "separately"
                                    | "briefly"
                                    | "video"
                                    | "link"
                            )
                        }));
            let led = matches!(word, "with" | "between" | "alongside" | "among") || spoken;
            let by = word == "by"
                && matches!(
                    words.before(j, 1),
                    "hosted"
                        | "chaired"
                        | "led"
                        | "attended"
                        | "mediated"
                        | "joined"
                        | "headed"
                        | "convened"
                        | "co-hosted"
                        | "presided"
                );
            let accompanied = word == "by" && words.before(j, 1) == "accompanied";
            if led || by || accompanied {
                let mut k = j + 1;
                while matches!(words.at(k), "the" | "both" | "a" | "his" | "her" | "their" | "its")
                    && view.party_from(k) < view.parties.len()
                    && view.parties[view.party_from(k)].tokens.start > k
                    && k < j + 3
                {
                    k += 1;
                }
                let first = view.party_from(j + 1);
                if let Some(party) = view.parties.get(first)
                    && party.tokens.start <= k
                    && party.tokens.end <= end
                {
                    if party.acts() {
                        let last = if word == "between" || whole {
                            view.chain_end(first, end)
                        } else {
                            closing(view, first, end)
                        };
                        out.add(&view.actors(first, last));
                        if party.actors.is_empty() {
                            if LISTS.is_press(words.at(party.tokens.end - 1)) {
                                out.void = true;
                            }
                            out.unnamed = true;
                            led_by(view, party, end, out);
                        }
                        j = view.parties[last].tokens.end;
                        continue;
                    }
                } else if led && (j..j + 4).any(|k| LISTS.is_press(words.at(k))) {
                    out.void = true;
                }
            }
        }
        j += 1;
    }
}

fn of_noun(view: &View<'_>, trigger: &Trigger, sentence: &Range<usize>, limit: usize, out: &mut Taking) {
    let words = view.words;
    let end = sentence.end.min(limit);
    // A noun that is itself the subject keeps all of its list: "a meeting with A and B could take place".
    let governed = verb_before(view, phrase_start(view, trigger.at, sentence.start), sentence.start)
        .is_some_and(|v| !LISTS.is_outside(words.at(v)) && (v..trigger.at).all(|j| !opens_clause(words.at(j))));
    companions(view, trigger.end, end, false, !governed, out);
    // "a meeting of Nato foreign ministers", "a summit of Russia, Iran and Turkey", "a visit by Lavrov"
    if matches!(words.at(trigger.end), "of" | "by" | "involving") {
        let first = view.party_from(trigger.end + 1);
        if let Some(party) = view.parties.get(first)
            && party.tokens.start <= trigger.end + 3
            && party.tokens.end <= end
            && (party.acts() || party.kind == PartyKind::Adjective)
        {
            let last = closing(view, first, end);
            out.add(&view.actors(first, last));
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
    for party in view.parties[from..].iter().take_while(|p| p.tokens.end <= trigger.at).take(4) {
        if party.tokens.start >= start {
            let place_like =
                party.kind == PartyKind::Adjective && matches!(trigger.form, crate::extract::MeetingForm::Visit);
            if !place_like {
                out.add(&party.actors);
            }
        }
    }
    if start > sentence.start
        && words.kind(start - 1) == TokenKind::Possessive
        && let Some(p) = view.party_ending(start - 1)
    {
        out.add(&view.parties[p].actors);
    }
    if matches!(words.at(start), "their" | "his" | "her" | "its") && out.actors.len() < 2 {
        out.add(view.whose(start));
    }
    // The subject of the verb that holds it.
    let Some(verb) = verb_before(view, start, sentence.start) else {
        let Some(verb) = (trigger.end..end).find(|&j| view.cover(j) == Cover::Nothing && verb_at(words, j).is_some())
        else {
            return;
        };
        // "on the sidelines of", "at a summit in Abuja, the leaders ordered": the subject behind.
        if matches!(words.before(start, 1), "at" | "during" | "after" | "following" | "in" | "on")
            && out.actors.len() < 2
            && !LISTS.is_outside(words.at(verb))
        {
            out.add(&subject(view, verb));
            out.loose = true;
        }
        return;
    };
    let word = words.at(verb);
    let governor = subject(view, verb);
    // "said a three-way meeting with Putin and Xi could take place": the speaker is the third.
    let trilateral = (1..4).any(|k| matches!(words.before(trigger.at, k), "three-way" | "trilateral" | "tripartite"));
    if trilateral && out.actors.len() == 2 && governor.len() == 1 {
        out.add(&governor);
        return;
    }
    let negotiated = matches!(
        words.before(start, 1),
        "for" | "at" | "in" | "during" | "after" | "to" | "into" | "from" | "following" | "with"
    );
    if LISTS.is_outside(word) && words.at(verb + 1) != "off" {
        return;
    }
    if LISTS.is_holding(word)
        || words.at(verb + 1) == "off"
        || negotiated && (out.actors.len() < 2 || out.actors.iter().any(|a| governor.contains(a)))
        || words.before(start, 1) == "in"
    {
        out.loose = out.actors.len() >= 2 || !LISTS.is_holding(word);
        out.add(&governor);
    }
}

/// The first token of the noun phrase that ends with the trigger.
fn phrase_start(view: &View<'_>, at: usize, floor: usize) -> usize {
    let words = view.words;
    let mut start = at;
    let floor = floor.max(at.saturating_sub(10));
    while start > floor {
        let j = start - 1;
        let word = words.at(j);
        let kind = words.kind(j);
        if !matches!(kind, TokenKind::Word | TokenKind::Number) && word != "-" && word != "–" {
            break;
        }
        if view.cover(j) == Cover::Nothing
            && (is_preposition(word)
                || is_auxiliary(word)
                || opens_clause(word) && !is_determiner(word)
                || word == "and" && view.cover(j.saturating_sub(1)) == Cover::Nothing
                || verb_at(words, j).is_some() && !word.ends_with("ed"))
        {
            break;
        }
        if matches!(view.cover(j), Cover::Date(_)) {
            break;
        }
        start = j;
        if is_determiner(word) {
            break;
        }
    }
    start
}

/// The verb that governs the noun phrase which begins at token `start`.
fn verb_before(view: &View<'_>, start: usize, floor: usize) -> Option<usize> {
    let words = view.words;
    let floor = floor.max(start.saturating_sub(25));
    (floor..start).rev().find(|&j| {
        view.cover(j) == Cover::Nothing && verb_at(words, j).is_some() && !is_auxiliary(words.at(j))
            || view.cover(j) == Cover::Nothing
                && LISTS.is_holding(words.at(j))
                && matches!(words.before(j, 1), "to" | "and" | "not")
    })
}
