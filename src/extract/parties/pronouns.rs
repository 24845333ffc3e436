//! Whom the text speaks of as it goes on, and so whom its pronouns mean.

use std::ops::Range;

use super::{PartyKind, Subject, View};
use crate::extract::ActorKind;

/// Whom the text speaks of as it goes on.
#[derive(Default)]
pub(super) struct Focus {
    /// The subject of the sentence before, when it is one person.
    pub(super) person: Option<usize>,
    /// The subject of the sentence before, when it is one state or body.
    pub(super) body: Option<usize>,
    /// The last two or more who acted together.
    pub(super) several: Vec<usize>,
    /// The last two who acted together and whom one can call leaders.
    pub(super) leaders: Vec<usize>,
    /// The persons named, latest last; a few are enough.
    pub(super) recent: Vec<usize>,
    /// Whether the last verb of the sentence so far has a subject that is no party.
    pub(super) unnamed: bool,
    /// Those named in the sentence so far, latest last.
    pub(super) here: Vec<usize>,
}

impl Focus {
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
                self.person = Some(one);
            } else {
                self.body = Some(one);
            }
        }
    }
}

/// Settles a pronoun, and remembers whom a name names.
pub(super) fn resolve(
    view: &mut View<'_>,
    p: usize,
    current: Option<Subject>,
    main: Option<Subject>,
    focus: &mut Focus,
) {
    // "the two men": the two who acted together last, rather than the last two named.
    let pair = view.parties[p].kind == PartyKind::Reference
        && view.parties[p].actors.len() == 2
        && matches!(view.words.at(view.parties[p].tokens.start), "the" | "both")
        && focus.several.len() == 2
        && focus.several.iter().all(|&a| view.kind(a) == ActorKind::Person)
        && view.parties[p].actors.iter().all(|&a| view.kind(a) == ActorKind::Person);
    if pair {
        view.parties[p].actors.clone_from(&focus.several);
    }
    // "the two leaders" are no minister and no chief of staff.
    if focus.several.len() == 2 && focus.several.iter().all(|&a| is_leader(view, a)) {
        focus.leaders.clone_from(&focus.several);
    }
    let led = &view.parties[p];
    if led.kind == PartyKind::Reference
        && led.actors.len() == 2
        && matches!(view.words.at(led.tokens.end - 1), "leaders" | "presidents")
        && focus.leaders.len() == 2
        && !led.actors.iter().all(|&a| is_leader(view, a))
    {
        view.parties[p].actors.clone_from(&focus.leaders);
    }
    if is_possessive(view, p) {
        let start = view.parties[p].tokens.start;
        view.parties[p].actors = match view.words.at(start) {
            "whose" => antecedent(view, p),
            _ => owner(view, start, current, focus),
        };
        return;
    }
    let party = &view.parties[p];
    if party.kind != PartyKind::Pronoun {
        let persons: Vec<usize> = party.actors.iter().copied().filter(|&a| view.kind(a) == ActorKind::Person).collect();
        if party.acts() && (party.actors.len() > 1 || party.plural && party.kind == PartyKind::Delegates) {
            focus.several.clone_from(&party.actors);
        }
        focus.here.extend(persons.iter().copied());
        focus.recent.extend(persons);
        let surplus = focus.recent.len().saturating_sub(4);
        focus.recent.drain(..surplus);
        return;
    }
    let word = view.words.at(party.tokens.start);
    let subject: Vec<usize> = current.map(|s| view.actors(s.first, s.last)).unwrap_or_default();
    let single_person = |actors: &[usize]| match actors {
        [one] if view.kind(*one) == ActorKind::Person => Some(*one),
        _ => None,
    };
    let actors = match word {
        "he" | "she" => {
            let chosen = single_person(&subject).or(focus.person).or(focus.recent.last().copied());
            chosen.into_iter().collect()
        }
        "him" | "her" => {
            // Not the one who acts: somebody named before.
            let other = |a: &usize| !subject.contains(a);
            // "Zelensky spoke after Costa had received him": the one whom the sentence is about.
            let about = main.map(|s| view.actors(s.first, s.last)).and_then(|a| single_person(&a)).filter(other);
            let named = focus.here.iter().rev().copied().find(|a| other(a));
            let chosen = about
                .or(named)
                .or(focus.person.filter(other))
                .or_else(|| focus.recent.iter().rev().copied().find(|a| other(a)));
            chosen.into_iter().collect()
        }
        "it" => {
            let body = match subject[..] {
                [one] if view.kind(one) != ActorKind::Person => Some(one),
                // "Niger's army is another matter: it numbers": the sentence's own subject before others.
                _ => match main.map(|s| view.actors(s.first, s.last)).as_deref() {
                    Some(&[one]) if current.is_none() && view.kind(one) != ActorKind::Person => Some(one),
                    // "Estimates of the LTTE vary; it is thought", "the capital answers that it".
                    None if current.is_none() && focus.unnamed => only_body_before(view, p),
                    _ => focus.body,
                },
            };
            body.into_iter().collect()
        }
        // "the two of them"
        "the" => {
            if focus.several.len() == 2 {
                focus.several.clone()
            } else {
                Vec::new()
            }
        }
        _ if subject.len() > 1 => subject,
        // "The Taliban say that they have"
        _ if matches!(subject[..], [one] if view.kind(one) == ActorKind::ArmedGroup) => subject,
        _ => focus.several.clone(),
    };
    view.parties[p].actors = actors;
}

/// Whether the party is a possessive without a name: "its", "whose", "the country's".
fn is_possessive(view: &View<'_>, p: usize) -> bool {
    let party = &view.parties[p];
    party.kind == PartyKind::Possessor
        && party.actors.is_empty()
        && matches!(view.words.at(party.tokens.start), "its" | "his" | "her" | "their" | "whose" | "the")
}

/// The one body that the sentence names before party `p`.
fn only_body_before(view: &View<'_>, p: usize) -> Option<usize> {
    let start = view.sentence(view.parties[p].tokens.start).start;
    let before = view.parties[..p].iter().rev().take_while(|q| q.tokens.start >= start);
    let mut bodies = before.flat_map(|q| &q.actors).copied().filter(|&a| view.kind(a) != ActorKind::Person);
    let one = bodies.next()?;
    bodies.all(|other| other == one).then_some(one)
}

/// Whom "whose" means: the party right before it, past a comma.
fn antecedent(view: &View<'_>, p: usize) -> Vec<usize> {
    let start = view.parties[p].tokens.start;
    let end = if view.words.before(start, 1) == "," { start - 1 } else { start };
    let before = p.checked_sub(1).map(|q| &view.parties[q]).filter(|q| q.tokens.end == end && q.acts());
    before.map(|q| q.actors.clone()).unwrap_or_default()
}

/// Whose "its ships", "his army", "their guns" are: the subject's, where it is of that number and sex, else those of
/// whom the sentence before told.
fn owner(view: &View<'_>, i: usize, current: Option<Subject>, focus: &Focus) -> Vec<usize> {
    let subject: Vec<usize> = current.map(|s| view.actors(s.first, s.last)).unwrap_or_default();
    let person = |a: usize| view.kind(a) == ActorKind::Person;
    match (view.words.at(i), &subject[..]) {
        ("its", &[one]) if !person(one) => subject,
        ("the", &[one]) if view.kind(one) == ActorKind::State => subject,
        // "The coalition admitted that two of its jets": whose has no name.
        ("its", _) if focus.unnamed && subject.is_empty() => Vec::new(),
        ("its", _) => focus.body.into_iter().collect(),
        ("the", _) => focus.body.into_iter().filter(|&a| view.kind(a) == ActorKind::State).collect(),
        ("his" | "her", &[one]) if person(one) => subject,
        ("his" | "her", _) => focus.person.into_iter().collect(),
        (_, &[_, _, ..]) => subject,
        (_, &[one]) if !person(one) => subject,
        _ => focus.several.clone(),
    }
}

/// Whether the actor is a person at the head of a state or body, as far as the text says.
pub(super) fn is_leader(view: &View<'_>, actor: usize) -> bool {
    let person = &view.names.actors[actor];
    person.kind == ActorKind::Person
        && person.role.as_deref().is_none_or(|role| {
            matches!(role, "president" | "prime minister" | "premier" | "chancellor" | "king" | "leader" | "emir")
        })
}

pub(super) fn is_encounter(word: &str) -> bool {
    matches!(
        word,
        "met"
            | "meet"
            | "meets"
            | "telephoned"
            | "visited"
            | "hosted"
            | "received"
            | "saw"
            | "spoke"
            | "rang"
            | "receives"
            | "hosts"
    )
}

/// The subject of the verb at `i` and the one it meets, where both are one: "they" in what follows.
pub(super) fn pair_of(view: &View<'_>, i: usize, current: Option<Subject>) -> Option<Vec<usize>> {
    let subject = current.filter(|s| !s.owner)?;
    let party = view.parties.get(view.party_from(i + 1)).filter(|p| p.acts() && p.tokens.start <= i + 4)?;
    let mut out = view.actors(subject.first, subject.last);
    for &actor in &party.actors {
        if !out.contains(&actor) {
            out.push(actor);
        }
    }
    (out.len() == 2).then_some(out)
}

/// "their", "his" at token `i`: whose.
pub(super) fn whose(view: &mut View<'_>, i: usize, current: Option<Subject>, focus: &Focus) {
    let word = view.words.at(i);
    if !matches!(word, "their" | "his" | "her" | "its") {
        return;
    }
    let subject: Vec<usize> = current.map(|s| view.actors(s.first, s.last)).unwrap_or_default();
    let actors = match word {
        "their" if subject.len() > 1 => subject,
        "their" => focus.several.clone(),
        "its" => owner(view, i, current, focus),
        _ => match subject[..] {
            [one] if view.kind(one) == ActorKind::Person => subject,
            _ => focus.person.into_iter().collect(),
        },
    };
    view.possessives.push((i, actors));
}
