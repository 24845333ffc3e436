//! What a name of the lexicon means where it stands: the state or its adjective, a seat of government or a city, one of
//! several bodies of one name, or nothing at all.

use super::super::ActorKind;
use super::super::annotated::MentionForm;
use super::super::lexicon::fold::fold;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{Alias, Class, Entry, EntryKind, Form};
use super::super::trail::{Aspect, Rule};
use super::senses::{acts, doubtful_place, is_building, is_bygone, is_venue, means_government, stands_like_a_state};
use super::{Claim, Hit, Scene, is_kind, rules};
use crate::text::TokenKind;

/// Settles every hit that no stage before has claimed.
pub(super) fn settle(scene: &mut Scene) {
    let sure = sure_entries(scene);
    for index in 0..scene.hits.len() {
        let hit = scene.hits[index].clone();
        if !scene.is_free(hit.from, hit.to) {
            continue;
        }
        settle_one(scene, &hit, &sure);
    }
}

/// States that are named only at the head of their bodies' names ("U.S. Southern Command") are actors all the same.
pub(super) fn states_of_bodies(scene: &mut Scene) {
    for index in 0..scene.claims.len() {
        let (from, to, Claim::Party(party)) = scene.claims[index] else { continue };
        let Some(of) =
            scene.cast.parties[party].of.clone().filter(|_| scene.cast.parties[party].kind != ActorKind::Person)
        else {
            continue;
        };
        let strong = scene.cast.by_id(&of).is_some_and(|p| scene.cast.parties[p].calls.iter().any(|c| c.strong));
        if strong || to - from < 2 || !scene.words.longest_state(scene.lexicon, from) {
            continue;
        }
        let Some(entry) = scene.lexicon.index_of(&of) else { continue };
        // The state has the first word for its mention, the body the others.
        let force =
            scene.cast.parties[party].entry.is_some_and(|e| scene.lexicon.entries[e as usize].class == Class::Force);
        let short = force || scene.words.words[from].shouted || scene.words.kind(from + 1) == TokenKind::Possessive;
        let begins = short && scene.words.first_word_names(scene.lexicon, from, entry);
        let Some(call) =
            scene.cast.parties[party].calls.iter_mut().find(|c| c.from == from && c.to == to).filter(|_| begins)
        else {
            continue;
        };
        let next = if scene.words.kind(from + 1) == TokenKind::Possessive { from + 2 } else { from + 1 };
        if next >= to {
            continue;
        }
        call.from = next;
        let state = scene.cast.of_entry(scene.lexicon, entry, scene.year);
        scene.cast.mention(state, from, from + 1, MentionForm::Name, true);
        scene.because(from, from + 1, Aspect::Found, &rules::STATE_OF_BODY, from..to);
    }
}

/// The entries that the text names by a name that is never something else; sorted.
fn sure_entries(scene: &Scene) -> Vec<u32> {
    let aliases = &scene.lexicon.aliases;
    let free = scene.hits.iter().filter(|hit| scene.is_free(hit.from, hit.to));
    let mut sure: Vec<u32> = free
        .filter_map(|hit| match &*hit.aliases {
            &[only] if !aliases[only as usize].ambiguous => Some(aliases[only as usize].entry),
            _ => None,
        })
        .chain(scene.cast.parties.iter().filter_map(|party| party.entry))
        .collect();
    sure.sort_unstable();
    sure.dedup();
    sure
}

fn settle_one(scene: &mut Scene, hit: &Hit, sure: &[u32]) {
    let place = aliases(scene, hit).find(|(_, entry)| entry.kind == EntryKind::Place).map(|(alias, _)| alias);
    let outlet = aliases(scene, hit).any(|(_, entry)| entry.kind == EntryKind::Outlet);

    // A state by its name or its adjective comes before anything else of that name.
    let state = pick_state(scene, hit, sure);
    if let Some((at, form)) = state {
        match form {
            Form::Name => {
                let strong = !is_bygone(scene, hit) && !is_venue(scene, hit, at);
                return mention(scene, hit, at, MentionForm::Name, strong, &rules::KNOWN);
            }
            Form::Demonym => {
                let strong = means_government(scene, hit) && !is_bygone(scene, hit);
                return mention(scene, hit, at, MentionForm::Demonym, strong, &rules::DEMONYM);
            }
            Form::Seat if acts(scene, hit) => return mention(scene, hit, at, MentionForm::Seat, true, &rules::SEAT),
            Form::Seat => {
                let place = Claim::Place(place.map(|a| a.entry), Some(at));
                return scene.claim(hit.from, hit.to, place, &rules::ONLY_A_CITY);
            }
        }
    }
    if outlet {
        return scene.claim(hit.from, hit.to, Claim::Nothing, &rules::OUTLET);
    }
    if let Some(at) = pick_body(scene, hit, sure) {
        if let Some(state) = regular_of(scene, hit, at) {
            return mention(scene, hit, state, MentionForm::Demonym, !is_bygone(scene, hit), &rules::REGULARS);
        }
        let entry = &scene.lexicon.entries[at as usize];
        let by_building = entry.class == Class::Executive
            && !fold(&scene.phrase(hit.from, hit.to)).contains(&fold(&entry.name))
            && is_building(scene, hit);
        return mention(scene, hit, at, MentionForm::Name, !by_building, &rules::KNOWN);
    }
    if let Some(alias) = place
        && !(alias.ambiguous && doubtful_place(scene, hit))
    {
        return scene.claim(hit.from, hit.to, Claim::Place(Some(alias.entry), None), &rules::PLACE);
    }
    scene.reject(hit.from, hit.to, &rules::DOUBTFUL);
}

/// Takes the hit for a mention of an entry, as `rule` says; a weak one makes no actor by itself.
fn mention(scene: &mut Scene, hit: &Hit, entry: u32, form: MentionForm, strong: bool, rule: &'static Rule) {
    let party = scene.cast.of_entry(scene.lexicon, entry, scene.year);
    scene.claim(hit.from, hit.to, Claim::Party(party), rule);
    if !strong {
        scene.reject(hit.from, hit.to, &rules::WEAK);
    }
    scene.cast.mention(party, hit.from, hit.to, form, strong);
}

/// What the hit may be a name of, each with its entry.
fn aliases<'a>(scene: &Scene<'a>, hit: &Hit) -> impl Iterator<Item = (&'a Alias, &'a Entry)> {
    let lexicon = scene.lexicon;
    hit.aliases.iter().map(move |&alias| {
        let alias = &lexicon.aliases[alias as usize];
        (alias, &lexicon.entries[alias.entry as usize])
    })
}

/// The state that the hit names, if it names one.
fn pick_state(scene: &Scene, hit: &Hit, sure: &[u32]) -> Option<(u32, Form)> {
    let states =
        || aliases(scene, hit).filter(|(_, entry)| is_kind(entry, &[ActorKind::State])).map(|(alias, _)| alias);
    let is_known = |alias: &Alias| sure.binary_search(&alias.entry).is_ok();
    // A seat of two states is the present one's, but for a text of the other's years.
    let alias = states().min_by_key(|a| {
        let in_time = scene.year.zip(a.years).is_none_or(|(year, years)| years.hold(year));
        let form = match a.form {
            Form::Name => 0,
            Form::Demonym => 1,
            Form::Seat => 2,
        };
        (!in_time, a.years.is_none() && scene.year.is_some() && in_time, !is_known(a), form, a.entry)
    })?;
    if alias.ambiguous && !is_known(alias) && !stands_like_a_state(scene, hit, alias.form, states().count()) {
        return None;
    }
    Some((alias.entry, alias.form))
}

/// The state whose army, navy or air force a name is, where it is no more than that: "the Indian air force".
fn regular_of(scene: &Scene, hit: &Hit, entry: u32) -> Option<u32> {
    let entry = &scene.lexicon.entries[entry as usize];
    let state = scene.lexicon.index_of(entry.of.as_deref()?)?;
    let words = &scene.words;
    let last = hit.to - 1;
    let small = !words.capital(last) && words.is(last, Tags::REGULAR);
    let plain = hit.to - hit.from <= 3
        && words.is(last, Tags::REGULAR)
        && (matches!(words.low(last), "army" | "navy" | "military")
            || words.low(last) == "force" && words.low(last - 1) == "air")
        && words.longest_state(scene.lexicon, hit.from);
    (entry.class == Class::Force && (small || plain)).then_some(state)
}

/// The organisation, group or person that the hit names, if it names one.
fn pick_body(scene: &Scene, hit: &Hit, sure: &[u32]) -> Option<u32> {
    let words = &scene.words;
    let mut found: Vec<((bool, bool, usize), u32)> = aliases(scene, hit)
        .filter(|(a, entry)| {
            entry.actor().is_some_and(|kind| kind != ActorKind::State)
                && scene.year.zip(a.years).is_none_or(|(year, years)| years.0 <= year)
        })
        .filter_map(|(a, entry)| {
            let known = sure.binary_search(&a.entry).is_ok();
            let at_home = entry.of.as_ref().is_some_and(|of| scene.states.contains(of));
            let person = entry.kind == EntryKind::Actor(ActorKind::Person);
            // One name of a person, alone: only where it is hers and nothing else.
            let single = hit.to == hit.from + 1;
            let crowd = hit.aliases.len() > 1;
            let allowed = if person {
                (!single || !a.ambiguous && !words.is(hit.from, Tags::FIRST_NAME.with(Tags::STOP)))
                    && !(single && words.capital(hit.to) && !words.opens(hit.to))
            } else if a.initials
                && single
                && !words.words[hit.from].shouted
                && !scene.lexicon.people_called(words.low(hit.from)).is_empty()
            {
                // "Sadat" is a man, SADAT a company.
                false
            } else if a.ambiguous || crowd {
                known || at_home || owned(scene, hit, entry) || is_called_a_body(scene, hit)
            } else {
                true
            };
            if !allowed {
                return None;
            }
            // Of several the nearest.
            let near = match entry.of.as_deref() {
                _ if !crowd => 0,
                Some(of) => distance(scene, hit.from, of),
                None => usize::MAX,
            };
            Some(((!owned(scene, hit, entry), !known, near), a.entry))
        })
        .collect();
    found.sort_unstable();
    // One of several that no state or full name tells apart is none.
    if let [((true, true, near), _), ((true, true, next), _), ..] = found.as_slice()
        && !(*near < 40 && next / 2 > *near)
    {
        return None;
    }
    found.first().map(|&(_, at)| at)
}

/// Whether a common noun beside the name says that it is a body's: "the Shiite movement Amal", "the Badr militia".
fn is_called_a_body(scene: &Scene, hit: &Hit) -> bool {
    let noun = |t: usize| scene.words.is(t, Tags::BODY) && !scene.words.capital(t);
    hit.from > 0 && noun(hit.from - 1) || noun(hit.to)
}

/// Whether the name before says whose body is meant: "the African Union's Peace and Security Council".
fn owned(scene: &Scene, hit: &Hit, entry: &Entry) -> bool {
    let words = &scene.words;
    let end = if words.kind(hit.from.wrapping_sub(1)) == TokenKind::Possessive { hit.from - 1 } else { hit.from };
    let Some(owner) = scene.hit_to(end) else { return false };
    scene
        .meanings(owner)
        .any(|(e, ..)| entry.of.as_deref() == Some(e.id.as_str()) || entry.name.starts_with(e.name.as_str()))
}

/// How many tokens back the state is named last; far more than any text has where it is not.
fn distance(scene: &Scene, at: usize, state: &str) -> usize {
    let near = (at.saturating_sub(400)..at).rev().find(|&t| {
        scene
            .hit_from(t)
            .is_some_and(|hit| scene.meanings(hit).any(|(e, ..)| e.id == state || e.of.as_deref() == Some(state)))
    });
    near.map_or(usize::MAX - 1, |t| at - t)
}
