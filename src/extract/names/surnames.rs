//! Later mentions by surname, and the few people whom the news calls by surname from the start.

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Entry, EntryKind, Form};
use super::offices::Office;
use super::{Claim, Scene, is_kind, rules};
use crate::text::TokenKind;

/// Finds mentions by surname of the people whom the text names in full.
pub(super) fn find(scene: &mut Scene) {
    for at in scene.words.candidates.names.clone().iter().map(|&at| at as usize) {
        // Most words are nobody's; those of two joined by a hyphen may be known by the second.
        if !scene.words.words[at].hyphened && !scene.cast.may_know(scene.words.low(at)) {
            continue;
        }
        if !is_word_of_a_name(scene, at) || !scene.is_free(at, at + 1) || !stands_alone(scene, at) {
            continue;
        }
        if let Some(party) = choose(scene, scene.words.low(at), at, None, &Office::default()) {
            let from = with_particles(scene, at, party);
            scene.name(party, from, at + 1, &rules::SURNAME);
        }
    }
}

/// The person named before who is called by the one word at `at`.
pub(super) fn alone(scene: &Scene, at: usize) -> Option<usize> {
    if !is_word_of_a_name(scene, at) || !stands_alone(scene, at) {
        return None;
    }
    choose(scene, scene.words.low(at), at, None, &Office::default())
}

/// Finds people whom the text names only by a surname that everybody knows: "Putin needs men".
pub(super) fn known(scene: &mut Scene) {
    for at in scene.words.candidates.capitals.clone().iter().map(|&at| at as usize) {
        if !scene.is_free(at, at + 1) || scene.words.words[at].heading || !stands_alone(scene, at) {
            continue;
        }
        let plain = scene.words.is(
            at,
            Tags::STOP
                .with(Tags::FIRST_NAME)
                .with(Tags::BODY)
                .with(Tags::OFFICE)
                .with(Tags::MONTH)
                .with(Tags::PLACE_NOUN)
                .with(Tags::THING),
        );
        let people = scene.lexicon.people_called(scene.words.low(at));
        if plain || people.is_empty() || scene.hit_at[at].is_some_and(|h| !only_people(scene, h)) {
            continue;
        }
        let acts = scene.words.is(at + 1, Tags::SPEECH.with(Tags::VERB)) && !scene.words.capital(at + 1)
            || scene.words.kind(at + 1) == TokenKind::Possessive
            || scene.words.of(at + 1) == "-" && scene.words.capital(at + 2)
            || at > 1 && scene.words.of(at - 1) == "-" && scene.words.capital(at - 2)
            || at > 0
                && matches!(
                    scene.words.low(at - 1),
                    "with" | "by" | "to" | "and" | "between" | "told" | "from" | "under" | "met" | "urged"
                );
        let in_office = |&&e: &&u32| {
            let entry = &scene.lexicon.entries[e as usize];
            let year = scene.year.unwrap_or(0);
            entry.offices.iter().any(|o| o.years.is_some_and(|y| scene.year.is_none() || y.hold(year)))
        };
        let mut current: Vec<u32> = people.iter().filter(in_office).copied().collect();
        if current.len() > 1 {
            // Of a family it is the one who governs.
            current.retain(|&e| governs(&scene.lexicon.entries[e as usize], scene.year));
        }
        if !acts || current.len() != 1 {
            continue;
        }
        if at > 0 && scene.words.capital(at - 1) && !scene.words.opens(at) {
            continue;
        }
        let at_home =
            scene.lexicon.entries[current[0] as usize].of.as_ref().is_some_and(|of| scene.states.contains(of));
        if at_home {
            let party = scene.cast.of_entry(scene.lexicon, current[0], scene.year);
            scene.name(party, at, at + 1, &rules::KNOWN_SURNAME);
        }
    }
    find(scene);
}

/// Whether the person leads a state or a government, or speaks for it abroad, in that year.
fn governs(entry: &Entry, year: Option<i16>) -> bool {
    entry.offices.iter().filter(|o| o.years.zip(year).is_none_or(|(years, year)| years.hold(year))).any(|o| {
        let role = o.role.as_str();
        matches!(
            role,
            "president"
                | "prime minister"
                | "chancellor"
                | "supreme leader"
                | "leader"
                | "foreign minister"
                | "secretary of state"
        )
    })
}

fn only_people(scene: &Scene, hit: super::Slot) -> bool {
    scene.meanings(&scene.hits[hit.at()]).all(|(e, ..)| is_kind(e, &[ActorKind::Person]))
}

fn is_word_of_a_name(scene: &Scene, at: usize) -> bool {
    let word = scene.words.of(at);
    scene.words.capital(at)
        || scene.words.words[at].hyphened
            && (word.split_once('-').is_some_and(|(p, rest)| p.len() <= 3 && rest.starts_with(char::is_uppercase)))
}

/// Whether the word is no piece of a longer name that nobody has claimed.
fn stands_alone(scene: &Scene, at: usize) -> bool {
    let words = &scene.words;
    let free_capital = |t: usize| {
        t < words.len()
            && words.kind(t) == TokenKind::Word
            && words.capital(t)
            && scene.is_free(t, t + 1)
            && !words.opens(t + 1)
    };
    let next = free_capital(at + 1)
        && !words.opens(at + 1)
        && !words.is(at + 1, Tags::OFFICE.with(Tags::WEEKDAY).with(Tags::MONTH).with(Tags::STOP))
        && scene.hit_at[at + 1].is_none();
    let plain = Tags::STOP
        .with(Tags::OFFICE)
        .with(Tags::HONORIFIC)
        .with(Tags::RANK)
        .with(Tags::OFFICE_MODIFIER)
        .with(Tags::MONTH)
        .with(Tags::WEEKDAY);
    let before = at > 0
        && !words.opens(at)
        && words.kind(at - 1) == TokenKind::Word
        && words.capital(at - 1)
        && scene.is_free(at - 1, at)
        && !words.is(at - 1, plain)
        && scene.hit_at[at - 1].is_none();
    !next && !before && words.low(at).len() > 1
}

/// The person named before who is called so here.
pub(super) fn choose(scene: &Scene, key: &str, at: usize, female: Option<bool>, office: &Office) -> Option<usize> {
    let parted = if scene.words.words[at].hyphened { key.split_once('-') } else { None };
    let bare = parted.filter(|(p, _)| p.len() <= 3).map(|(_, bare)| bare);
    let mut people: Vec<usize> = scene.cast.called(key).to_vec();
    if people.is_empty()
        && let Some(bare) = bare
    {
        people = scene.cast.called(bare).to_vec();
    }
    if people.is_empty() && !scene.words.is(at, Tags::PARTICLE) {
        people = by_other_name(scene, key, at);
    }
    people.retain(|&p| {
        let sex = scene.cast.parties[p].female;
        female.is_none() || sex.is_none() || sex == female
    });
    if people.is_empty() || !allowed(scene, at, &people, office) {
        return None;
    }
    // An office tells people of one surname apart; then the one named last; then the one named first in the text.
    let role = office.role.as_deref();
    let by_office: Vec<usize> = people
        .iter()
        .copied()
        .filter(|&p| {
            let person = &scene.cast.parties[p];
            role.is_some()
                && person.role.as_deref() == role
                && (office.of.is_empty() || person.of.as_ref().is_none_or(|of| office.of.contains(of)))
        })
        .collect();
    let pool = if by_office.is_empty() { &people } else { &by_office };
    if by_office.is_empty() && role.is_some() && !office.of.is_empty() {
        // The office is said and is another's.
        let side = |p: &&usize| scene.cast.parties[**p].of.as_ref().is_none_or(|of| office.of.contains(of));
        pool.iter().find(side)?;
    }
    if let [only] = pool.as_slice() {
        return Some(*only);
    }
    let last = |p: usize| scene.cast.last_mention(p, at).map(|(from, _)| from);
    pool.iter().copied().max_by_key(|&p| (last(p), std::cmp::Reverse(p)))
}

/// People one of whose other names it is: "Padrino" of "Vladimir Padrino López", "Isaias" of "Isaias Afwerki".
fn by_other_name(scene: &Scene, key: &str, at: usize) -> Vec<usize> {
    if scene.words.is(at, Tags::FIRST_NAME.with(Tags::STOP).with(Tags::OFFICE).with(Tags::BODY)) || key.len() < 3 {
        return Vec::new();
    }
    let named = |p: &super::cast::Party<'_>| {
        p.kind == ActorKind::Person && p.given.len() > 1 && p.given.iter().any(|w| w == key)
    };
    let mut found = scene.cast.given(key).iter().copied().filter(|&p| named(&scene.cast.parties[p]));
    match (found.next(), found.next()) {
        (Some(only), None) => vec![only],
        _ => Vec::new(),
    }
}

/// Whether a word that is also a place, a month or a common word is the person here.
fn allowed(scene: &Scene, at: usize, people: &[usize], office: &Office) -> bool {
    if office.close {
        return true;
    }
    let words = &scene.words;
    let last = || people.iter().filter_map(|&p| scene.cast.last_mention(p, at)).map(|(_, to)| to).max();
    if words.is(at, Tags::MONTH.with(Tags::WEEKDAY)) && !words.is(at + 1, Tags::SPEECH.with(Tags::VERB)) {
        return false;
    }
    if words.is(at, Tags::STOP.with(Tags::BODY)) && (words.opens(at) || last().is_none()) {
        return false;
    }
    let Some(hit) = scene.hit_at[at].map(|h| &scene.hits[h.at()]) else { return true };
    if hit.to - hit.from > 1 {
        return false;
    }
    let other = scene.meanings(hit).any(|(e, _, form)| match e.kind {
        EntryKind::Actor(ActorKind::Person) => false,
        EntryKind::Actor(ActorKind::State) => {
            form != Form::Seat && !scene.lexicon.aliases[hit.aliases[0] as usize].ambiguous
        }
        EntryKind::Actor(_) => hit.aliases.iter().any(|&a| !scene.lexicon.aliases[a as usize].ambiguous),
        EntryKind::Place | EntryKind::Outlet => false,
    });
    if other {
        return false;
    }
    let place = scene.meanings(hit).any(|(e, _, form)| e.kind == EntryKind::Place || form == Form::Seat);
    // A city's name is the person's only soon after the person was named, and not behind "in".
    !place || !(at > 0 && words.is(at - 1, Tags::PLACE_PREPOSITION)) && last().is_some_and(|l| at - l < 80)
}

/// "von der Leyen": the particles of the surname belong to the mention.
fn with_particles(scene: &Scene, at: usize, party: usize) -> usize {
    let mut from = at;
    let given = &scene.cast.parties[party].given;
    while from > 0
        && scene.words.is(from - 1, Tags::PARTICLE)
        && given.iter().any(|w| w == scene.words.low(from - 1))
        && scene.is_free(from - 1, from)
    {
        from -= 1;
    }
    from
}

/// Whether the token is held by a person's mention.
pub(super) fn is_person(scene: &Scene, at: usize) -> bool {
    matches!(scene.claimed(at), Some((_, _, Claim::Party(p))) if scene.cast.parties[*p].kind == ActorKind::Person)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{actors, mentions, people};

    #[test]
    fn everybody_s_surname_needs_no_first_name() {
        assert_eq!(actors("Russia waits. Putin needs men."), ["Russia", "Vladimir Putin"]);
        assert_eq!(people("U.S. and Russian officials prepared the Biden-Putin call.").len(), 2);
    }

    #[test]
    fn a_surname_that_is_a_city_is_the_city_behind_in() {
        let text = "Senator Halvard Lima called. He lives in Lima.";
        assert_eq!(mentions(text, "Halvard Lima"), ["Halvard Lima"]);
    }

    #[test]
    fn a_word_of_another_name_is_no_surname() {
        let text = "Senator Lucia Duarte spoke. Ana Belen Duarte Quispe listened.";
        assert_eq!(mentions(text, "Lucia Duarte"), ["Lucia Duarte"]);
    }

    #[test]
    fn articles_and_particles_belong_to_the_name() {
        let text = "General Hamid al-Zorri of Yemen left. Al-Zorri was tired. Anke van der Molen, a Dutch envoy, stayed. Van der Molen slept; so, said von der Leyen, did she.";
        assert_eq!(mentions(text, "Hamid al-Zorri"), ["Hamid al-Zorri", "Al-Zorri"]);
        assert_eq!(mentions(text, "Anke van der Molen").len(), 2);
    }
}
