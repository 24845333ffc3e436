//! The text with a memory of who met last, so that "they" and "the two" who meet again are settled; and the subjects of
//! encounters, which are lists more often than those of other verbs.

use std::ops::{Deref, Range};

use super::lists::LISTS;
use super::participants::Taking;
use super::triggers::Trigger;
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, Party, PartyKind, View, group_start};
use crate::extract::places::Where;
use crate::extract::trail::{Aspect, Finding, Rule};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

/// How many sentences back "they" may mean those who met last.
const NEAR: usize = 6;

/// How many sentences back tell which state a text is about.
const ABOUT: usize = 8;

/// The text, and those who took part in the meeting told of last.
pub(super) struct Scene<'v, 'a> {
    pub(super) view: &'v View<'a>,
    /// Those of the last meeting of two or more, and its sentence.
    pub(super) last: (Vec<usize>, usize),
    /// The place that heads the entry.
    pub(super) head: Option<Where>,
    /// The date beside the place that "there" means.
    pub(super) there_day: Option<usize>,
}

impl<'a> Deref for Scene<'_, 'a> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        self.view
    }
}

impl Scene<'_, '_> {
    /// The actors of parties `first..=last`, each once, in order; pronouns of several settled.
    pub(super) fn actors(&self, first: usize, last: usize) -> Vec<usize> {
        let mut out = Vec::new();
        for p in first..=last {
            for actor in self.of_party(p) {
                if !out.contains(&actor) {
                    out.push(actor);
                }
            }
        }
        out
    }

    fn of_party(&self, p: usize) -> Vec<usize> {
        let party = &self.view.parties[p];
        // "both men", where the grammar knows only that the subject is none of them, is like a pronoun.
        let several = party.plural
            && (party.kind == PartyKind::Pronoun || party.kind == PartyKind::Reference && party.actors.is_empty());
        if several {
            return self.several(party);
        }
        if party.actors.is_empty() && self.view.words.at(party.tokens.end - 1) == "government" {
            return self.government(p).into_iter().collect();
        }
        match self.told_later(party).or_else(|| self.told_before(party)) {
            Some(person) => vec![person],
            None => party.actors.clone(),
        }
    }

    /// "The government and the rebels met": that of the state which the sentences before are about, by name or by its people,
    /// where it outweighs every other.
    fn government(&self, p: usize) -> Option<usize> {
        let party = &self.view.parties[p];
        let here = self.view.words.sentence_of(party.tokens.start);
        let bare = party.tokens.len() == 2 && self.view.words.at(party.tokens.start) == "the";
        if !bare || self.view.words.at(party.tokens.end) == "of" {
            return None;
        }
        let mut told: Vec<(&str, usize)> = Vec::new();
        let near = |q: &&Party| self.view.words.sentence_of(q.tokens.start) + ABOUT > here;
        for actor in self.view.parties[..p].iter().rev().take(ABOUT * 3).take_while(near).flat_map(|q| &q.actors) {
            let actor = &self.view.names.actors[*actor];
            let state = match actor.kind {
                ActorKind::State => actor.id.as_str(),
                ActorKind::Person => actor.of.as_deref().unwrap_or_default(),
                _ => continue,
            };
            match told.iter_mut().find(|t| t.0 == state) {
                Some(known) => known.1 += 1,
                None => told.push((state, 1)),
            }
        }
        let best = *told.iter().filter(|t| !t.0.is_empty()).max_by_key(|t| t.1)?;
        let second = told.iter().filter(|t| t.0 != best.0).map(|t| t.1).max().unwrap_or(0);
        let clear = best.1 >= 2 && best.1 >= second * 2;
        let is_state = |a: &crate::extract::Actor| a.kind == ActorKind::State && a.id == best.0;
        clear.then(|| self.view.names.actors.iter().position(is_state)).flatten()
    }

    /// "In Brussels, where he attended a meeting, President X asked": the one whom the main clause names.
    fn told_later(&self, party: &Party) -> Option<usize> {
        let words = self.view.words;
        if !matches!(words.at(party.tokens.start), "he" | "she") {
            return None;
        }
        let sentence = self.view.sentence(party.tokens.start);
        let opens = sentence.start..party.tokens.start;
        let subordinate = opens.len() < 10
            && opens
                .clone()
                .any(|j| matches!(words.at(j), "where" | "when" | "after" | "before" | "while" | "as" | "once"))
            && opens.clone().all(|j| {
                verb_at(words, j).is_none() && !matches!(self.view.named(j), Some((a, _)) if self.is_human(a))
            });
        if !subordinate {
            return None;
        }
        let comma = (party.tokens.end..sentence.end.min(party.tokens.end + 25)).find(|&j| words.at(j) == ",")?;
        let p = self.view.party_from(comma + 1);
        let main = self.view.parties.get(p).filter(|q| q.tokens.start <= comma + 2 && self.is_person(p))?;
        let verb = (main.tokens.end..main.tokens.end + 3).any(|j| verb_at(words, j).is_some());
        (verb && main.kind == PartyKind::Named && main.actors.len() == 1).then(|| main.actors[0])
    }

    /// "The prince received him in Riyadh, and he dropped in on X": the one whom "him" meant just before.
    fn told_before(&self, party: &Party) -> Option<usize> {
        let words = self.view.words;
        if !matches!(words.at(party.tokens.start), "he" | "she") || words.before(party.tokens.start, 1) != "and" {
            return None;
        }
        let sentence = self.view.sentence(party.tokens.start);
        let first = self.view.party_from(sentence.start.max(party.tokens.start.saturating_sub(14)));
        let before = self.view.parties[first..].iter().take_while(|p| p.tokens.end < party.tokens.start);
        let him = before.filter(|p| matches!(words.at(p.tokens.start), "him" | "her")).last()?;
        (him.kind == PartyKind::Pronoun && him.actors.len() == 1).then(|| him.actors[0])
    }

    fn is_human(&self, actor: usize) -> bool {
        self.view.kind(actor) == ActorKind::Person
    }

    /// Whom "they", "the two" or "both" mean, where it is they who meet: as the grammar has it when that is two or more,
    /// else two persons named just before, else those who met last.
    fn several(&self, party: &Party) -> Vec<usize> {
        let sentence = self.view.words.sentence_of(party.tokens.start);
        if let Some(pair) = self.pair_in(sentence, party.tokens.start) {
            return pair;
        }
        // Those who acted together in the sentences before, or the one body whose people did: "Norwegian diplomats are back.
        // They saw".
        let two = matches!(self.view.words.at(party.tokens.start), "the" | "both");
        if if two { party.actors.len() == 2 } else { !party.actors.is_empty() } {
            return party.actors.clone();
        }
        if let Some(pair) = sentence.checked_sub(1).and_then(|s| self.pair_in(s, party.tokens.start)) {
            return pair;
        }
        // A remark without a time and a place may be of anybody.
        let (last, told) = &self.last;
        let settled = self.view.words.sentences.get(sentence).is_some_and(|s| {
            s.clone().take(80).any(|j| matches!(self.view.cover(j), Cover::Date(_) | Cover::Place(_)))
        });
        let settled = settled || party.kind == PartyKind::Reference;
        if settled && last.len() >= 2 && told + NEAR >= sentence { last.clone() } else { party.actors.clone() }
    }

    /// Whose "their" is where the grammar does not say: of the two persons named before it in the sentence.
    pub(super) fn theirs(&self, at: usize) -> Vec<usize> {
        self.pair_in(self.view.words.sentence_of(at), at).unwrap_or_default()
    }

    /// The persons whom the sentence names before `end`, where they are two.
    fn pair_in(&self, sentence: usize, end: usize) -> Option<Vec<usize>> {
        let range = self.view.words.sentences.get(sentence)?;
        let first = self.view.party_from(range.start);
        let mut found: Vec<usize> = Vec::new();
        for party in self.view.parties[first..].iter().take_while(|p| p.tokens.end <= end.min(range.end)) {
            for &actor in party.actors.iter().filter(|&&a| self.view.kind(a) == ActorKind::Person) {
                if !found.contains(&actor) {
                    found.push(actor);
                }
            }
        }
        (found.len() == 2).then_some(found)
    }

    /// Takes the actors of `parties` into the meeting that `trigger` tells of, by `rule`.
    pub(super) fn take(&self, trigger: &Trigger, out: &mut Taking, rule: &'static Rule, parties: Range<usize>) {
        let Some(last) = parties.end.checked_sub(1).filter(|&last| last >= parties.start) else { return };
        let actors = self.actors(parties.start, last);
        if !actors.is_empty() {
            let words = self.view.parties[parties.start].tokens.start..self.view.parties[last].tokens.end;
            let at = trigger.at..trigger.end;
            self.view.words.because(Finding::Meeting, &at, Aspect::Participants, rule, &words);
        }
        out.add(&actors);
    }

    /// The actors of the subject at token `at`; none where it only owns what acts.
    pub(super) fn subject(&self, at: usize) -> Vec<usize> {
        match self.view.subject_at(at) {
            Some(s) if !s.owner || self.is_members(s.last, at) => self.actors(s.first, s.last),
            _ => Vec::new(),
        }
    }

    /// "Nato's leaders wound up", "EU ambassadors sat": those who stand for the body.
    fn is_members(&self, owner: usize, at: usize) -> bool {
        let party = &self.view.parties[owner];
        let from = party.tokens.end;
        // "Lavrov's envoy" is not Lavrov.
        party.actors.iter().all(|&a| self.view.kind(a) != ActorKind::Person)
            && (from..at.min(from + 6)).any(|j| LISTS.is_member(self.view.words.at(j)))
    }

    /// The subject of a verb of meeting: a list before it, "its leaders", or what the grammar has.
    pub(super) fn meeting_subject(&self, at: usize, sentence: &Range<usize>) -> Vec<usize> {
        let words = self.view.words;
        if let Some(listed) = self.listed(at, sentence) {
            return listed;
        }
        // "proposed that King Hassan meet X": a verb without an ending has its subject right before it.
        if let Some(p) = self.view.party_ending(at)
            && verb_at(words, at).is_none()
            && self.is_person(p)
            && (words.at(self.view.parties[p].tokens.start) == "that"
                || words.before(self.view.parties[p].tokens.start, 1) == "that")
        {
            return self.actors(p, p);
        }
        let found = self.subject(at);
        if !found.is_empty() {
            return found;
        }
        // "after they had talked": no preposition governs these.
        let start = group_start(self.view, at, sentence.start);
        // "It was Biden's turn to ring up Netanyahu"
        if start > sentence.start + 2
            && matches!(words.at(start - 1), "turn")
            && words.kind(start - 2) == TokenKind::Possessive
            && let Some(p) = self.view.party_ending(start - 2)
        {
            return self.actors(p, p);
        }
        if start > sentence.start
            && matches!(words.at(start - 1), "he" | "she" | "they")
            && let Some(p) = self.view.party_ending(start)
        {
            return self.actors(p, p);
        }
        // "The Minister of Development, Mr Solheim, chaired": the name between the commas.
        if start > sentence.start
            && words.at(start - 1) == ","
            && self.view.subject_at(at).is_none()
            && let Some(p) = self.view.party_ending(start - 1)
            && self.is_person(p)
            && words.before(self.view.parties[p].tokens.start, 1) == ","
        {
            return self.actors(p, p);
        }
        // "Iraq's parliament, meeting in special session,"
        if at > sentence.start && words.at(at - 1) == "," && words.at(at).ends_with("ing") {
            let p = self.view.party_ending(at - 1).filter(|&p| self.view.parties[p].tokens.start >= sentence.start);
            if let Some(p) = p {
                return self.actors(self.view.chain_start(p, sentence.start), p);
            }
        }
        if let Some(body) = self.members(at, sentence) {
            return vec![body];
        }
        if self.view.subject_at(at).is_some() {
            return found;
        }
        if let Some(opening) = self.opening(at, sentence) {
            return opening;
        }
        self.view
            .party_ending(at)
            .filter(|&p| self.view.parties[p].acts() && self.view.parties[p].tokens.start >= sentence.start)
            .map(|p| self.actors(self.view.chain_start(p, sentence.start), p))
            .unwrap_or_default()
    }

    /// "Churkin drives up to Pale and is closeted with": the party that opens the sentence, where the verb goes on from one
    /// that no list has.
    fn opening(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<usize>> {
        let words = self.view.words;
        let start = group_start(self.view, at, sentence.start);
        if start == sentence.start || !matches!(words.at(start - 1), "and" | "then") || start > sentence.start + 30 {
            return None;
        }
        let first = self.view.party_from(sentence.start);
        let party = self.view.parties.get(first)?;
        let opens = party.acts() && party.tokens.start <= sentence.start + 1 && party.tokens.end < start;
        (opens && !words.is_before(party.tokens.start, 1, Classes::PREPOSITION))
            .then(|| self.actors(first, self.view.chain_end(first, start)))
    }

    /// "The foreign ministers, A of the DRC and B of Rwanda, signed", "A for India and B for Pakistan spoke": persons with
    /// what they are of or for between them.
    fn listed(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<usize>> {
        let words = self.view.words;
        let start = group_start(self.view, at, sentence.start);
        let end = if start > sentence.start && words.at(start - 1) == "," { start - 1 } else { start };
        let last = self.view.party_ending(end).or_else(|| {
            // "and Z of the Bosnian Croats initial": what the last is of may be no party.
            let p = self.view.parties.partition_point(|p| p.tokens.end <= end).checked_sub(1)?;
            let gap = self.view.parties[p].tokens.end..end;
            let of = gap.len() < 6 && matches!(words.at(gap.start), "of" | "for");
            (of && gap.skip(1).all(|j| verb_at(words, j).is_none() && !matches!(words.at(j), "," | "and"))).then_some(p)
        });
        let mut p = last.filter(|&p| self.view.parties[p].tokens.start >= sentence.start)?;
        let mut found: Vec<usize> = Vec::new();
        let mut first = p;
        let floor = self.view.party_from(sentence.start);
        loop {
            let party = &self.view.parties[p];
            let before = words.before(party.tokens.start, 1);
            // What the person before it is of: "B of the DRC".
            let affiliation =
                matches!(before, "of" | "for") || before == "the" && words.before(party.tokens.start, 2) == "of";
            if affiliation && !self.is_person(p) {
                let owner = p.checked_sub(1).filter(|&q| q >= floor && self.is_person(q))?;
                let gap = self.view.parties[owner].tokens.end..party.tokens.start;
                if gap.len() > 2 {
                    return None;
                }
                p = owner;
                continue;
            }
            // "the summit of the European Community, Emmanuel Macron": what a list of persons begins behind.
            let named = self.view.named(party.tokens.end - 1).map(|(actor, _)| actor).filter(|&a| self.is_human(a));
            if !self.is_person(p) && named.is_none() {
                break;
            }
            first = p;
            match named {
                Some(person) if !self.is_person(p) => found.push(person),
                _ => found.extend(party.actors.iter().copied()),
            }
            let joined = matches!(before, "and" | "," | "with");
            let previous = p.checked_sub(1).filter(|&q| {
                let end = self.view.parties[q].tokens.end;
                joined
                    && q >= floor
                    && party.tokens.start - end <= 2
                    && (end..party.tokens.start).all(|j| matches!(words.at(j), "and" | "," | "with"))
            });
            match previous {
                Some(q) => p = q,
                None => break,
            }
        }
        // "talks with A, and B received him": A is of the clause before.
        if words.is_before(self.view.parties[first].tokens.start, 1, Classes::PREPOSITION) {
            return None;
        }
        // Of a single person the grammar knows better.
        found.reverse();
        (found.len() >= 2).then_some(found)
    }

    fn is_person(&self, p: usize) -> bool {
        let party = &self.view.parties[p];
        party.acts()
            && matches!(party.kind, PartyKind::Named | PartyKind::Reference | PartyKind::Pronoun)
            && !party.actors.is_empty()
            && party.actors.iter().all(|&a| self.view.kind(a) == ActorKind::Person)
    }

    /// "which resolved to ask when its leaders met": the body whose members meet.
    fn members(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let words = self.view.words;
        let start = group_start(self.view, at, sentence.start);
        let its = (sentence.start.max(start.saturating_sub(4))..start)
            .rev()
            .take_while(|&j| verb_at(words, j).is_none() && !words.is(j, Classes::AUXILIARY))
            .find(|&j| matches!(words.at(j), "its" | "whose"))?;
        if its + 1 >= start || words.is(start - 1, Classes::ADVERB) || LISTS.nouns.contains_key(words.at(start - 1)) {
            return None;
        }
        let from = self.view.party_from(its);
        self.view.parties[..from]
            .iter()
            .rev()
            .take(6)
            .take_while(|p| words.sentence_of(p.tokens.start) + 1 >= words.sentence_of(at))
            .filter(|p| p.kind != PartyKind::Adjective)
            .find_map(|p| p.actors.iter().copied().find(|&a| self.view.kind(a) == ActorKind::Organisation))
    }
}
