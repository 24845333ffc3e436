//! The text with a memory of who met last, so that "they" and "the two" who meet again are settled.

use std::ops::{Deref, Range};

use super::participants::Taking;
use super::triggers::Trigger;
use crate::extract::ActorKind;
use crate::extract::parties::{Cover, Party, PartyKind, View};
use crate::extract::places::Where;
use crate::extract::trail::{Aspect, Finding, Rule};
use crate::extract::verbs::verb_at;

/// How many sentences back "they" may mean those who met last.
const NEAR: usize = 6;

/// How many sentences back tell which state a text is about.
const ABOUT: usize = 8;

/// How many parties back tell which state a whole text is about; the limit keeps long texts linear.
const TEXT: usize = 120;

/// The text, and those who took part in the meeting told of last.
pub(super) struct Scene<'v, 'a> {
    pub(super) view: &'v View<'a>,
    /// Those of the last meeting of two or more, and its sentence.
    pub(super) last: (Vec<usize>, usize),
    /// Those of them who brought the others together or were in the chair.
    pub(super) conveners: Vec<usize>,
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
        // Who brings them together is none of them.
        let subject = self.view.subject_at(party.tokens.start).filter(|s| s.last < p);
        let acts = subject.map(|s| self.view.actors(s.first, s.last)).unwrap_or_default();
        let near = |q: &Party| self.view.words.sentence_of(q.tokens.start) + ABOUT > here;
        let before = || self.view.parties[..p].iter().rev();
        let state = self
            .prevailing(before().take(ABOUT * 3).take_while(|q| near(q)), &acts, 2)
            .or_else(|| self.prevailing(before().take(TEXT), &acts, 3))?;
        let is_state = |a: &crate::extract::Actor| a.kind == ActorKind::State && a.id == state;
        self.view.names.actors.iter().position(is_state)
    }

    /// The person whom the sentences before token `at` are about, other than `guest`: named or meant half as often again
    /// as any other.
    pub(super) fn topic(&self, at: usize, guest: usize) -> Option<usize> {
        let here = self.view.words.sentence_of(at);
        let mut told: Vec<(usize, usize)> = Vec::new();
        let before = self.view.parties[..self.view.party_from(at)].iter().rev().take(ABOUT * 3);
        let near = |q: &&Party| self.view.words.sentence_of(q.tokens.start) + ABOUT > here;
        for &actor in before.take_while(near).flat_map(|q| &q.actors).filter(|&&a| a != guest && self.is_human(a)) {
            match told.iter_mut().find(|t| t.0 == actor) {
                Some(known) => known.1 += 1,
                None => told.push((actor, 1)),
            }
        }
        let best = *told.iter().max_by_key(|t| t.1)?;
        let second = told.iter().filter(|t| t.0 != best.0).map(|t| t.1).max().unwrap_or(0);
        (best.1 >= 3 && best.1 * 2 >= second * 3).then_some(best.0)
    }

    /// The state that these parties name most, by its name or its people, `least` times or more and twice as often as any
    /// other but those of `apart`.
    fn prevailing<'p>(
        &'p self,
        parties: impl Iterator<Item = &'p Party>,
        apart: &[usize],
        least: usize,
    ) -> Option<&'p str> {
        let mut told: Vec<(&str, usize)> = Vec::new();
        let mut groups: Vec<&str> = Vec::new();
        for actor in parties.flat_map(|q| &q.actors).filter(|a| !apart.contains(a)) {
            let actor = &self.view.names.actors[*actor];
            let state = match actor.kind {
                ActorKind::State => actor.id.as_str(),
                ActorKind::Person => actor.of.as_deref().unwrap_or_default(),
                ActorKind::ArmedGroup => {
                    groups.push(&actor.id);
                    continue;
                }
                ActorKind::Organisation => continue,
            };
            match told.iter_mut().find(|t| t.0 == state) {
                Some(known) => known.1 += 1,
                None => told.push((state, 1)),
            }
        }
        // Persons of bodies and groups tell of the state that these are named after.
        let is_state = |id: &str| self.view.names.actors.iter().any(|a| a.kind == ActorKind::State && a.id == id);
        told.retain(|t| {
            let state = is_state(t.0);
            groups.extend(std::iter::repeat_n(t.0, if state { 0 } else { t.1 }));
            state
        });
        // "the Movement for Democracy in Liberia" is about Liberia too.
        for state in &mut told {
            state.1 += groups.iter().filter(|group| group.contains(state.0)).count();
        }
        let best = *told.iter().max_by_key(|t| t.1)?;
        let second = told.iter().filter(|t| t.0 != best.0).map(|t| t.1).max().unwrap_or(0);
        (best.1 >= least && best.1 >= second * 2).then_some(best.0)
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

    pub(super) fn is_human(&self, actor: usize) -> bool {
        self.view.kind(actor) == ActorKind::Person
    }

    /// Whom "they", "the two" or "both" mean, where it is they who meet: as the grammar has it when that is two or more,
    /// else two persons named just before, else those who met last.
    fn several(&self, party: &Party) -> Vec<usize> {
        let sentence = self.view.words.sentence_of(party.tokens.start);
        // "shuttled between them": the grammar knows who is not meant.
        if self.view.words.at(party.tokens.start) == "them" && party.actors.len() >= 2 {
            return party.actors.clone();
        }
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

    /// Takes `actors` into the meeting that `trigger` tells of, by `rule` and the words `by`.
    pub(super) fn add(
        &self,
        trigger: &Trigger,
        out: &mut Taking,
        rule: &'static Rule,
        actors: &[usize],
        by: Range<usize>,
    ) {
        if !actors.is_empty() {
            let at = trigger.at..trigger.end;
            self.view.words.because(Finding::Meeting, &at, Aspect::Participants, rule, &by);
        }
        out.add(actors);
    }

    /// Takes the actors of `parties` into the meeting that `trigger` tells of, by `rule`.
    pub(super) fn take(&self, trigger: &Trigger, out: &mut Taking, rule: &'static Rule, parties: Range<usize>) {
        let Some(last) = parties.end.checked_sub(1).filter(|&last| last >= parties.start) else { return };
        let by = self.view.parties[parties.start].tokens.start..self.view.parties[last].tokens.end;
        self.add(trigger, out, rule, &self.actors(parties.start, last), by);
    }

    /// Whether party `p` means persons alone.
    pub(super) fn is_person(&self, p: usize) -> bool {
        let party = &self.view.parties[p];
        party.acts()
            && matches!(party.kind, PartyKind::Named | PartyKind::Reference | PartyKind::Pronoun)
            && !party.actors.is_empty()
            && party.actors.iter().all(|&a| self.view.kind(a) == ActorKind::Person)
    }
}
