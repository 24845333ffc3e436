//! Whom the text speaks of as it goes on: the persons and groups that are before the reader's eyes, and how much.
//!
//! A reader takes "he" for the one whom the last sentences are about, not for the one named last: the subject of a main
//! clause counts for more than an object, an object for more than what a preposition governs, and a possessor for least.
//! What a sentence gives fades by half with every sentence that follows. A pronoun counts like a name, so that whom the
//! text stays with stays.

use std::ops::Range;

use super::pronouns::is_leader;
use super::{Party, PartyKind, Subject, View};
use crate::extract::ActorKind;
use crate::extract::names::is_office_apart;
use crate::extract::roles::Role;
use crate::extract::words::Classes;

/// What a mention adds, by its part in the sentence.
pub(super) const MAIN_SUBJECT: u32 = 64;
pub(super) const SUBJECT: u32 = 40;
const OBJECT: u32 = 32;
const OBLIQUE: u32 = 20;
const POSSESSOR: u32 = 8;

/// How many persons are kept in mind.
const PEOPLE: usize = 10;

/// How many titles are kept in mind; the limit keeps hostile text linear.
const TITLES: usize = 64;

/// A group that is less present than this is no longer meant by "they".
const FADED: u32 = 12;

/// A person who is before the reader's eyes.
#[derive(Clone, Copy)]
struct Known {
    actor: usize,
    /// What the sentences before have left.
    past: u32,
    /// The best part in this sentence.
    here: u32,
}

/// Several who acted together or stand in one list.
#[derive(Default)]
pub(super) struct Group {
    pub(super) actors: Vec<usize>,
    weight: u32,
}

/// Whom the text speaks of as it goes on.
#[derive(Default)]
pub(super) struct Focus {
    people: Vec<Known>,
    /// Whom "they" means.
    several: Group,
    /// The subject of the sentence before, when it is one state or body.
    pub(super) body: Option<usize>,
    /// The one person who is the subject of the sentence before.
    pub(super) main: Option<usize>,
    /// The last two persons who acted together.
    pub(super) pair: Vec<usize>,
    /// The last two who acted together and whom one can call leaders.
    pub(super) leaders: Vec<usize>,
    /// The last two states or bodies that stood against each other or acted together.
    pub(super) sides: Vec<usize>,
    /// Whether the last verb of the sentence so far has a subject that is no party.
    pub(super) unnamed: bool,
    /// Whom the last pronoun of the sentence for one person means.
    pub(super) meant: Option<usize>,
    /// What the text has called persons, in order: "king", "foreign minister".
    titles: Vec<(usize, String)>,
}

impl Focus {
    /// A new sentence: what the last one gave becomes past.
    pub(super) fn fade(&mut self) {
        for known in &mut self.people {
            known.past = known.past / 2 + known.here;
            known.here = 0;
        }
        self.people.retain(|k| k.past > 0);
        self.several.weight /= 2;
        self.meant = None;
    }

    /// Somebody named or meant, in this part of the sentence.
    pub(super) fn note(&mut self, actor: usize, part: u32) {
        if let Some(known) = self.people.iter_mut().find(|k| k.actor == actor) {
            known.here = known.here.max(part);
            return;
        }
        if self.people.len() == PEOPLE
            && let Some(least) = (0..PEOPLE).min_by_key(|&k| self.people[k].past + self.people[k].here)
        {
            self.people.swap_remove(least);
        }
        self.people.push(Known { actor, past: 0, here: part });
    }

    /// The parties of a subject, once its verb is known.
    pub(super) fn note_subject(&mut self, view: &View<'_>, subject: Subject, part: u32) {
        for party in &view.parties[subject.first..=subject.last] {
            for &actor in party.actors.iter().filter(|&&a| view.kind(a) == ActorKind::Person) {
                self.note(actor, part);
            }
        }
    }

    /// The persons of a party as it comes, before a verb says that it is a subject.
    pub(super) fn note_party(&mut self, view: &View<'_>, party: &Party) {
        let part = match party.kind {
            PartyKind::Possessor | PartyKind::Adjective => POSSESSOR,
            _ if view.words.is_before(party.tokens.start, 1, Classes::PREPOSITION) => OBLIQUE,
            _ => OBJECT,
        };
        for &actor in party.actors.iter().filter(|&&a| view.kind(a) == ActorKind::Person) {
            self.note(actor, part);
        }
    }

    /// Remembers the offices by which a party calls its person: "King Gyanendra", "Djibril Bassolé, the foreign minister of".
    pub(super) fn note_titles(&mut self, view: &View<'_>, party: &Party) {
        let (PartyKind::Named, &[one]) = (party.kind, &party.actors[..]) else { return };
        if view.kind(one) != ActorKind::Person || self.titles.len() >= TITLES {
            return;
        }
        if !self.titles.iter().any(|t| t.0 == one)
            && let Some(role) = &view.names.actors[one].role
        {
            self.titles.push((one, role.clone()));
        }
        let words = view.words;
        let mut from = party.tokens.start;
        let end = party.tokens.end;
        while from < end {
            let to = (from..end).find(|&j| words.role(j).is_none()).unwrap_or(end);
            if to > from && matches!(words.role(to - 1), Some(Role::Office)) {
                let span = words.span(&(from..to));
                let title = span.of(words.text).to_lowercase();
                if !self.titles.iter().any(|t| t.0 == one && t.1 == title) {
                    self.titles.push((one, title));
                }
            }
            from = to + 1;
        }
    }

    /// Whom "the king", "the foreign minister" means: the one whom the text has called so; of several the one whom it is
    /// about. In a ministry's paper "the Minister" is the one whom it names first.
    pub(super) fn holder(&self, office: &str, formal: bool) -> Option<usize> {
        let fits = |title: &str| {
            title == office
                || !office.contains(' ') && !is_office_apart(title) && title.rsplit(' ').next() == Some(office)
        };
        let mut found: Option<usize> = None;
        let mut several = false;
        for (actor, _) in self.titles.iter().filter(|(_, title)| fits(title)) {
            several |= found.is_some_and(|f| f != *actor);
            found = found.or(Some(*actor));
        }
        if !several || formal {
            return found;
        }
        let weight = |k: &&Known| k.past + k.here;
        let held = || self.people.iter().filter(|k| self.titles.iter().any(|(a, t)| *a == k.actor && fits(t)));
        let best = held().max_by_key(weight)?;
        (held().filter(|k| weight(k) == weight(&best)).count() == 1).then_some(best.actor)
    }

    /// The one of this sex whom the text is about, leaving out `not`; nobody where two are as much so.
    pub(super) fn person(&self, view: &View<'_>, female: bool, not: &[usize]) -> Option<usize> {
        let known = female && self.people.iter().any(|k| is_woman(view, k.actor) && !not.contains(&k.actor));
        let fits = |k: &&Known| {
            view.names.may_be(k.actor, female) && !not.contains(&k.actor) && (!known || is_woman(view, k.actor))
        };
        let weight = |k: &Known| k.past + k.here;
        let best = self.people.iter().filter(fits).max_by_key(|k| weight(k))?;
        let rivals = self.people.iter().filter(fits).filter(|k| weight(k) == weight(best)).count();
        (rivals == 1).then_some(best.actor)
    }

    /// The only one of this sex whom the sentence so far has brought in, leaving out `not`.
    pub(super) fn only_here(&self, view: &View<'_>, female: bool, not: &[usize]) -> Option<usize> {
        let fits = |k: &&Known| k.here > 0 && view.names.may_be(k.actor, female) && !not.contains(&k.actor);
        let mut here = self.people.iter().filter(fits);
        here.next().filter(|_| here.next().is_none()).map(|k| k.actor)
    }

    /// The only two persons whom the sentence so far has brought in.
    pub(super) fn two_here(&self) -> Option<[usize; 2]> {
        let mut here = self.people.iter().filter(|k| k.here > 0).map(|k| k.actor);
        let two = [here.next()?, here.next()?];
        here.next().is_none().then(|| [two[0].min(two[1]), two[0].max(two[1])])
    }

    /// "the ministers": the two who acted together last, where the text calls both so, or calls them nothing.
    pub(super) fn holders(&self, view: &View<'_>, office: &str) -> Option<Vec<usize>> {
        let office = office.strip_suffix('s')?;
        // Envoys whose office the text does not give are no leaders.
        let leads = |&a: &usize| view.names.actors[a].role.is_some() && is_leader(view, a);
        if matches!(office, "leader" | "president") && !self.pair.iter().all(leads) {
            return None;
        }
        let titles = |a: usize| self.titles.iter().filter(move |t| t.0 == a);
        let fits = |&a: &usize| {
            let mut said = titles(a).peekable();
            said.peek().is_none() || said.any(|(_, t)| !is_office_apart(t) && t.rsplit(' ').next() == Some(office))
        };
        let of = |a: usize| view.names.actors[a].of.as_deref();
        match self.pair[..] {
            [a, b] if of(a) != of(b) && self.pair.iter().all(fits) => Some(self.pair.clone()),
            _ => None,
        }
    }

    /// The two persons whom the text is about, leaving out `not`, where no third is nearly as present.
    pub(super) fn two(&self, not: &[usize]) -> Option<[usize; 2]> {
        let weight = |k: &Known| k.past + k.here;
        let mut first: Option<&Known> = None;
        let mut second: Option<&Known> = None;
        let mut third = 0;
        for known in self.people.iter().filter(|k| !not.contains(&k.actor)) {
            if first.is_none_or(|f| weight(known) > weight(f)) {
                third = second.map_or(0, weight);
                second = first;
                first = Some(known);
            } else if second.is_none_or(|s| weight(known) > weight(s)) {
                third = second.map_or(0, weight);
                second = Some(known);
            } else {
                third = third.max(weight(known));
            }
        }
        let (first, second) = (first?, second?);
        let clear = weight(second) >= OBLIQUE && weight(second) * 2 >= third * 3;
        // In the order in which the text brought them in.
        clear.then(|| [first.actor.min(second.actor), first.actor.max(second.actor)])
    }

    /// Whether all of these are still before the reader's eyes.
    pub(super) fn present(&self, actors: &[usize]) -> bool {
        actors.iter().all(|a| self.people.iter().any(|k| k.actor == *a))
    }

    /// Two states or bodies between whom something is: they are "the two sides" until others are.
    pub(super) fn note_sides(&mut self, view: &View<'_>, actors: &[usize]) {
        if actors.len() == 2 && actors.iter().all(|&a| view.kind(a) != ActorKind::Person) {
            self.sides.clear();
            self.sides.extend_from_slice(actors);
        }
    }

    /// Several who act together: they are "they" unless others are more present.
    pub(super) fn note_group(&mut self, view: &View<'_>, actors: &[usize], weight: u32) {
        if actors.len() == 2 && actors.iter().all(|&a| view.kind(a) == ActorKind::Person) {
            self.pair.clear();
            self.pair.extend_from_slice(actors);
        }
        // Who stand in one phrase ("diplomats from A and B") are no two sides.
        if weight >= SUBJECT {
            self.note_sides(view, actors);
        }
        if weight >= self.several.weight {
            self.several.actors.clear();
            self.several.actors.extend_from_slice(actors);
            self.several.weight = weight;
        }
    }

    /// Whom "they" means.
    pub(super) fn several(&self) -> &[usize] {
        if self.several.weight < FADED { &[] } else { &self.several.actors }
    }

    /// "The raid destroyed two depots, the command said. Its ships": a sentence whose subject is no party leaves the one
    /// body that it names to the next ("Baku's advantage is in the air", where it is only `owned`, too); one that names
    /// none leaves nobody, as "it" is then what has no name.
    pub(super) fn only_body(&mut self, view: &View<'_>, sentence: &Range<usize>, owned: bool) {
        let own = view.party_from(sentence.start)..view.party_from(sentence.end);
        let named = view.parties[own]
            .iter()
            .filter(|p| p.kind != PartyKind::Pronoun && (p.acts() || owned && p.kind == PartyKind::Possessor));
        let mut bodies = named.flat_map(|p| &p.actors).copied().filter(|&a| view.kind(a) != ActorKind::Person);
        match bodies.next() {
            Some(one) => self.body = bodies.all(|other| other == one).then_some(one),
            None if self.unnamed => self.body = None,
            None => {}
        }
    }

    /// A sentence without a verb is about the one party that opens it: "Israel: three brigades.", "Chad."
    pub(super) fn head(&mut self, view: &View<'_>, sentence: &Range<usize>) {
        let Some(party) = view.parties.get(view.party_from(sentence.start)) else { return };
        let opens = party.tokens.start == sentence.start && matches!(view.words.at(party.tokens.end), ":" | ".");
        if let (true, &[one]) = (opens, &party.actors[..]) {
            if view.kind(one) == ActorKind::Person {
                self.note(one, MAIN_SUBJECT);
            } else {
                self.body = Some(one);
            }
        }
    }
}

/// Whether the actor is known to be a woman: "she" is one of them rather than one of whom nothing is known.
fn is_woman(view: &View<'_>, actor: usize) -> bool {
    view.names.female.get(actor).copied().flatten() == Some(true)
}
