//! Whom the pronouns mean: the subject of their sentence, or those whom the text is about.

use super::focus::{Focus, SUBJECT};
use super::groups::{beyond_insertion, named_behind};
use super::{Party, PartyKind, Subject, View};
use crate::extract::ActorKind;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;

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
        && focus.pair.len() == 2
        && view.parties[p].actors.iter().all(|&a| view.kind(a) == ActorKind::Person);
    // "Furgler received both men": the two beside him.
    let start = view.parties[p].tokens.start;
    let object = start > 0 && verb_at(view.words, start - 1).is_some();
    let acting = match current.filter(|_| object).map(|s| view.acting(s)).as_deref() {
        Some(&[one]) => Some(one),
        _ => None,
    };
    let led = &view.parties[p];
    let men = led.kind == PartyKind::Reference && led.actors.len() == 2 && view.words.at(start) != "their";
    if men && acting.is_some_and(|a| led.actors.contains(&a)) {
        let beside = acting.and_then(|a| focus.two(&[a]));
        view.parties[p].actors = beside.map(Vec::from).unwrap_or_default();
    } else if pair && stand_here(view, p, focus) {
        // Those named in the sentence itself: "A told B in Vienna, where the two men dined".
    } else if pair && focus.present(&focus.pair) {
        view.parties[p].actors.clone_from(&focus.pair);
    } else if pair && let Some(two) = focus.two(&[]) {
        view.parties[p].actors = two.to_vec();
    }
    // "with the two men who have wrecked the city, A and B": those named behind.
    if view.parties[p].plural
        && view.words.at(view.parties[p].tokens.end) == "who"
        && let Some(named) = named_behind(view, p)
    {
        view.parties[p].actors = named;
        return;
    }
    // "the two delegations": those between whom the talks are, rather than the last two states named.
    let sides = view.parties[p].kind == PartyKind::Reference
        && view.parties[p].actors.len() == 2
        && focus.sides.len() == 2
        // "both Koreas" are named.
        && !view.words.is_capital(view.parties[p].tokens.end - 1)
        && view.parties[p].actors.iter().all(|&a| view.kind(a) != ActorKind::Person);
    if sides {
        view.parties[p].actors.clone_from(&focus.sides);
    }
    // "the two leaders" are no minister and no chief of staff.
    if focus.pair.len() == 2 && focus.pair.iter().all(|&a| is_leader(view, a)) {
        focus.leaders.clone_from(&focus.pair);
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
        if view.words.before(party.tokens.start, 1) == "between" && party.acts() {
            let between =
                view.actors(p, view.chain_end(p, view.sentence(party.tokens.start).end.min(party.tokens.end + 40)));
            // "between the union, represented by X, and the army"
            let beyond = (between.len() == 1).then(|| beyond_insertion(view, p)).flatten();
            let between = beyond.map_or(between.clone(), |q| [between, view.parties[q].actors.clone()].concat());
            focus.note_sides(view, &between);
        }
        if party.acts() && (party.actors.len() > 1 || party.plural && party.kind == PartyKind::Delegates) {
            focus.note_group(view, &party.actors, SUBJECT / 2);
        }
        // "Their ministers", "its negotiators": people of the states or bodies whom the text is about.
        let start = party.tokens.start;
        if party.kind == PartyKind::Unnamed && party.plural && matches!(view.words.at(start), "their" | "its") {
            let own = owner(view, start, current, focus);
            if own.iter().all(|&a| view.kind(a) != ActorKind::Person) {
                view.parties[p].actors = own;
                view.parties[p].kind = PartyKind::Delegates;
            }
        }
        if is_bare_office_of_several(view, p)
            && let Some(holders) = focus.holders(view, view.words.at(view.parties[p].tokens.end - 1))
        {
            view.parties[p].actors = holders;
            view.parties[p].kind = PartyKind::Reference;
        }
        let party = &view.parties[p];
        focus.note_titles(view, party);
        if let Some(holder) = office_holder(view, party, focus) {
            view.parties[p].actors = vec![holder];
            view.parties[p].kind = PartyKind::Named;
        }
        focus.note_party(view, &view.parties[p]);
        return;
    }
    let word = view.words.at(party.tokens.start);
    let subject: Vec<usize> = current.map(|s| view.actors(s.first, s.last)).unwrap_or_default();
    let female = matches!(word, "she" | "her");
    let single_person = |actors: &[usize]| match actors {
        [one] if view.names.may_be(*one, female) => Some(*one),
        _ => None,
    };
    let of_main = || main.map(|s| view.acting(s)).and_then(|a| single_person(&a));
    let actors = match word {
        "he" | "she" => {
            // "X received him there, and he went on": whom the text stays with, not who comes in by name.
            let start = party.tokens.start;
            let coordinate = matches!(view.words.before(start, 1), "and" | "but" | ";");
            let by_name = current.is_some_and(|s| view.parties[s.last].kind != PartyKind::Pronoun);
            let stays = focus.meant.filter(|&a| coordinate && by_name && view.names.may_be(a, female));
            // "They spent the morning with Aristide, and he agreed": not one of those who are several.
            let other = || focus.only_here(view, female, &subject).filter(|_| subject.len() > 1);
            // "He" at the head of a sentence goes on with whom the sentence before was about.
            let opens = start == view.sentence(start).start;
            let about = focus.main.filter(|&a| opens && current.is_none() && view.names.may_be(a, female));
            let known = stays.or(about).or_else(|| single_person(&subject)).or_else(other).or_else(of_main);
            let chosen = known.or_else(|| focus.person(view, female, &[]));
            chosen.into_iter().collect()
        }
        "him" | "her" => {
            // Not the one who acts: "Zelensky spoke after Costa had received him" has the one whom the sentence is about.
            let about = of_main().filter(|a| !subject.contains(a));
            let here = || focus.only_here(view, female, &subject);
            about.or_else(here).or_else(|| focus.person(view, female, &subject)).into_iter().collect()
        }
        "it" => {
            let body = match subject[..] {
                [one] if view.kind(one) != ActorKind::Person => Some(one),
                // "Niger's army is another matter: it numbers": the sentence's own subject before others.
                _ => match main.map(|s| view.acting(s)).as_deref() {
                    Some(&[one]) if current.is_none() && view.kind(one) != ActorKind::Person => Some(one),
                    // "Estimates of the LTTE vary; it is thought", "the capital answers that it".
                    None if current.is_none() && focus.unnamed => only_body_before(view, p),
                    _ => focus.body,
                },
            };
            body.into_iter().collect()
        }
        // "The envoys shuttled between them": never those who act.
        "them" if subject.len() > 1 && is_governed(view, party.tokens.start) => {
            let others = focus.several();
            let apart = others.len() > 1 && others.iter().all(|a| !subject.contains(a));
            if apart { others.to_vec() } else { focus.two(&subject).map(Vec::from).unwrap_or_default() }
        }
        // "the two", "the two of them": the two persons of the sentence before those of others.
        "the" | "both" if !(subject.len() == 2 && current.is_some()) => {
            if let Some(two) = focus.two_here() {
                two.to_vec()
            } else if focus.several().len() == 2 {
                focus.several().to_vec()
            } else {
                focus.two(&[]).map(Vec::from).unwrap_or_default()
            }
        }
        _ if subject.len() > 1 => subject,
        // "The Taliban say that they have"
        _ if matches!(subject[..], [one] if view.kind(one) == ActorKind::ArmedGroup) => subject,
        _ => focus.several().to_vec(),
    };
    // A pronoun keeps the one whom it means before the reader's eyes.
    if let [one] = actors[..]
        && view.kind(one) == ActorKind::Person
    {
        focus.note(one, SUBJECT);
        focus.meant = Some(one);
    }
    view.parties[p].actors = actors;
}

/// Whether the two whom "the two men" means by their names are the two of the sentence, and of that rank.
fn stand_here(view: &View<'_>, p: usize, focus: &Focus) -> bool {
    let party = &view.parties[p];
    let leading = matches!(view.words.at(party.tokens.end - 1), "leaders" | "presidents");
    focus.two_here().is_some_and(|two| two.iter().all(|a| party.actors.contains(a)))
        && (!leading || party.actors.iter().all(|&a| is_leader(view, a)))
}

/// Whether the pronoun at token `at` is the object of the verb before it, or of the verb's preposition.
fn is_governed(view: &View<'_>, at: usize) -> bool {
    let words = view.words;
    let verb = |back: usize| {
        at.checked_sub(back).is_some_and(|j| verb_at(words, j).is_some() && !words.is(j, Classes::AUXILIARY))
    };
    verb(1) || words.is_before(at, 1, Classes::PREPOSITION) && verb(2)
}

/// "the king", "the Minister": the person of the text who is called so, where a bare office stands for him.
fn office_holder(view: &View<'_>, party: &Party, focus: &Focus) -> Option<usize> {
    let words = view.words;
    let tokens = party.tokens.clone();
    let bare = party.kind == PartyKind::Unnamed
        && !party.plural
        && tokens.len() > 1
        && words.at(tokens.start) == "the"
        && tokens.clone().skip(1).all(|j| words.role(j).is_some())
        && !matches!(words.at(tokens.end), "of" | "for");
    if !bare {
        return None;
    }
    let office = words.span(&(tokens.start + 1..tokens.end)).of(words.text).to_lowercase();
    focus.holder(&office, words.is_capital(tokens.end - 1))
}

/// "the ministers", "both presidents": an office of several without anything that says whose.
fn is_bare_office_of_several(view: &View<'_>, p: usize) -> bool {
    let party = &view.parties[p];
    let words = view.words;
    let tokens = party.tokens.clone();
    party.kind == PartyKind::Unnamed
        && party.plural
        && (2..=3).contains(&tokens.len())
        && matches!(words.at(tokens.start), "the" | "both")
        // Behind a list it says what those are: "A and B, the special representatives, have".
        && words.before(tokens.start, 1) != ","
        && tokens.clone().skip(1).all(|j| words.role(j).is_some() || words.at(j) == "two")
        && !matches!(words.at(tokens.end), "of" | "from" | "for" | "who" | "," | ":")
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
        ("his" | "her", &[one]) if view.names.may_be(one, view.words.at(i) == "her") => subject,
        // "a Libyan general says that 114 of his countrymen"
        ("his" | "her", &[_]) if current.is_some_and(|s| is_one_man(view, s)) => subject,
        // "Putin, for his part, received": the one who opens the sentence.
        ("his" | "her", _) => {
            let female = view.words.at(i) == "her";
            let here = focus.only_here(view, female, &[]);
            here.or_else(|| focus.person(view, female, &[])).into_iter().collect()
        }
        (_, &[_, _, ..]) => subject,
        (_, &[one]) if !person(one) => subject,
        _ => focus.several().to_vec(),
    }
}

/// Whether the subject is one man who stands for a state, without his name.
fn is_one_man(view: &View<'_>, subject: Subject) -> bool {
    let party = &view.parties[subject.last];
    party.kind == PartyKind::Delegates && !party.plural && subject.first == subject.last
}

/// Whether the actor is a person at the head of a state or body, as far as the text says.
pub(super) fn is_leader(view: &View<'_>, actor: usize) -> bool {
    let person = &view.names.actors[actor];
    person.kind == ActorKind::Person
        && person.role.as_deref().is_none_or(|role| {
            matches!(role, "president" | "prime minister" | "premier" | "chancellor" | "king" | "leader" | "emir")
        })
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
        "their" => focus.several().to_vec(),
        "its" => owner(view, i, current, focus),
        _ => match subject[..] {
            [one] if view.names.may_be(one, word == "her") => subject,
            _ => focus.person(view, word == "her", &[]).into_iter().collect(),
        },
    };
    view.possessives.push((i, actors));
}
