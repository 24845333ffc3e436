//! How far a person's name reaches: given names, initials, particles and surnames, and what cannot be a part of one.

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{EntryKind, Form};
use super::{NO_NAME, Scene, is_kind};
use crate::text::TokenKind;

/// A word with a capital, also behind an article: "al-Burhan".
pub(super) fn is_name_word(scene: &Scene, at: usize) -> bool {
    let words = &scene.words;
    if words.capital(at) {
        return true;
    }
    if !words.words.get(at).is_some_and(|w| w.hyphened) {
        return false;
    }
    let word = words.of(at);
    word.split_once(['-', '‑']).is_some_and(|(article, rest)| {
        article.len() <= 3 && rest.starts_with(char::is_uppercase) && words.words[at].tags == Tags::default()
    }) && matches!(
        word.split_once(['-', '‑']),
        Some(("al" | "el" | "as" | "ad" | "an" | "ar" | "at" | "az" | "ul" | "bin", _))
    )
}

/// Whether a known person's full name begins here.
pub(super) fn person_hit(scene: &Scene, at: usize) -> bool {
    scene
        .hit_from(at)
        .is_some_and(|hit| hit.to > at + 1 && scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::Person])))
}

/// Where the name that begins at `at` ends, and the known person whose whole name it is.
pub(super) fn extent(scene: &Scene, at: usize) -> Option<(usize, Option<Vec<u32>>)> {
    let words = &scene.words;
    let mut known = None;
    let mut to = at;
    if person_hit(scene, at)
        && let Some(hit) = scene.hit_from(at)
    {
        let people: Vec<u32> =
            scene.meanings(hit).filter(|(e, ..)| is_kind(e, &[ActorKind::Person])).map(|(_, i, _)| i).collect();
        known = Some(people);
        to = hit.to;
    }
    let whole = to;
    while to < words.len() && to < at + 8 {
        if to > at && (words.opens(to) || words.kind(to) == TokenKind::Break) {
            break;
        }
        if words.kind(to) == TokenKind::Word && is_name_word(scene, to) && may_be_part(scene, at, to) {
            to += 1;
            // An initial and its stop.
            if words.of(to) == "."
                && (words.of(to - 1).chars().count() == 1 || words.is(to - 1, Tags::NAME_END))
                && !words.opens(to + 1)
                && (words.capital(to + 1) || words.is(to - 1, Tags::NAME_END))
            {
                to += 1;
            }
            continue;
        }
        // John "Sandy" Woodward
        let quoted = matches!(words.of(to), "\"" | "“" | "‘" | "(")
            && matches!(words.of(to + 2), "\"" | "”" | "’" | ")")
            && words.of(to) != "(";
        if to > at && quoted && words.capital(to + 1) && words.capital(to + 3) && may_be_part(scene, at, to + 3) {
            to += 4;
            continue;
        }
        // "Ursula von der Leyen", "Luiz Inácio Lula da Silva", "Mohammed bin Salman"
        let particle = |t: usize| words.is(t, Tags::PARTICLE) && words.kind(t) == TokenKind::Word && !words.capital(t);
        if to > at && particle(to) {
            let next = if particle(to + 1) { to + 2 } else { to + 1 };
            if words.capital(next) && may_be_part(scene, at, next) && words.kind(next) == TokenKind::Word {
                to = next + 1;
                continue;
            }
        }
        break;
    }
    if to == at {
        return None;
    }
    // Words behind a known name that are no part of it: only a name's end or another plain word of the name is.
    let known = known
        .filter(|_| to == whole || (whole..to).all(|t| !words.is(t, Tags::FIRST_NAME) || words.is(t, Tags::NAME_END)));
    Some((to, known))
}

/// Whether the word may be a part of the name that began at `from`.
pub(super) fn may_be_part(scene: &Scene, from: usize, at: usize) -> bool {
    let words = &scene.words;
    if !scene.is_free(at, at + 1) {
        return false;
    }
    if words.is(at, Tags::WEEKDAY.with(Tags::MONTH))
        && !(at > from && words.low(at) == "may" && words.kind(at + 1) != TokenKind::Number)
    {
        return false;
    }
    if at > from
        && words.is(at, Tags::RANK)
        && words.words[at].tags.any(Tags::RANK)
        && !words.capital(at + 1)
        && words.of(at + 1) != "."
        && words.capital(at)
    {
        return true;
    }
    if at > from
        && words.is(at, Tags::OFFICE.with(Tags::RANK))
        && !words.is(at, Tags::FIRST_NAME)
        && at == from + 1
        && words.is(from, Tags::FIRST_NAME)
    {
        // "John Major", "Gordon Chief": a surname behind a given name.
        return words.capital(at) && !words.capital(at + 1);
    }
    if at > from
        && words.is(at, NO_NAME.with(Tags::BODY))
        && !words.is(at, Tags::FIRST_NAME)
        && !person_inside(scene, at)
    {
        return false;
    }
    let Some(hit) = scene.hit_at[at].map(|h| &scene.hits[h.at()]) else { return true };
    let person = scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::Person]));
    if person {
        return true;
    }
    let single = hit.to == hit.from + 1;
    let doubtful = single
        && scene.meanings(hit).all(|(entry, _, form)| match entry.kind {
            EntryKind::Place | EntryKind::Outlet => true,
            EntryKind::Actor(ActorKind::State) => {
                form == Form::Seat || scene.lexicon.aliases[hit.aliases[0] as usize].ambiguous
            }
            EntryKind::Actor(_) => hit.aliases.iter().all(|&a| scene.lexicon.aliases[a as usize].ambiguous),
        });
    if !doubtful {
        return false;
    }
    // A city's name is the surname of someone only behind a given name or a title, and a given name only as one.
    let other_word = words.capital(at + 1)
        && scene.hit_at.get(at + 1).is_some_and(Option::is_none)
        && words.words[at + 1].tags == Tags::default();
    let behind_office = from > 0
        && (words.kind(from - 1) == TokenKind::Possessive
            || words.of(from - 1) == "," && words.is(from.saturating_sub(2), Tags::OFFICE.with(Tags::LEADERS))
            || words.is(from - 1, Tags::OFFICE));
    at > from
        || words.is(at, Tags::FIRST_NAME)
        || other_word && behind_office
        || from > 0 && words.is(from - 1, Tags::HONORIFIC.with(Tags::RANK)) && words.capital(from - 1)
}

fn person_inside(scene: &Scene, at: usize) -> bool {
    scene.hit_at[at].is_some_and(|h| {
        let hit = &scene.hits[h.at()];
        hit.to - hit.from > 1 && scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::Person]))
    })
}
