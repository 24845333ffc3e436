//! Organisations and armed groups by the grammar of their names: ministries and parliaments whose country is clear
//! ("Niger's defence ministry"), and unknown ones by their head noun ("Arab Contact Group", "Lord's Resistance Army").

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{EntryKind, Form};
use super::armed::kind_of;
use super::marks::{ahead, each};
use super::ministries::{compose, key, of_a_state, only_state, state_body};
use super::runs::run_at;
use super::{Scene, is_kind, rules};
use crate::text::TokenKind;

/// Finds those that the lexicon does not name whole.
pub(super) fn find(scene: &mut Scene) {
    let candidates = &scene.words.candidates;
    let both = merged(&candidates.bodies, &candidates.capitals);
    each(&both, |at| of_a_state(scene, at).or_else(|| by_head(scene, at)).or_else(|| by_small_head(scene, at)));
}

/// Mentions of a state's body without the state, once the text has named whose it is.
pub(super) fn later(scene: &mut Scene) {
    let bodies = scene.words.candidates.bodies.clone();
    each(&bodies, |at| {
        let to = state_body(scene, at).filter(|&to| scene.is_free(at, to))?;
        let key = key(scene, at, to);
        let party = scene.cast.defined.get(&key).copied().or_else(|| {
            let clear = scene.words.low(to - 1) == "ministry" || scene.words.low(at + 1) == "of";
            let article = at > 0 && scene.words.low(at - 1) == "the";
            let state = clear.then(|| only_state(scene, at)).flatten().filter(|_| article)?;
            let entry = scene.lexicon.by_id(&state)?;
            let phrase = title_case(&scene.phrase(at, to));
            Some(compose(scene, &state, entry.demonym.as_deref().unwrap_or(&entry.name), &entry.name, &phrase))
        });
        if let Some(party) = party {
            scene.cast.defined.insert(key, party);
            scene.name(party, at, to, &rules::BODY_AGAIN);
        }
        Some(to)
    });
    // What the lexicon could not tell whose it is may be a name by its own words: "the Conservative Party".
    let capitals = scene.words.candidates.capitals.clone();
    each(&capitals, |at| by_head_of(scene, at, true));
}

/// Two lists of tokens as one, in order, each once.
fn merged(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut a, mut b) = (a.iter().copied().peekable(), b.iter().copied().peekable());
    while let Some(next) = a.peek().copied().into_iter().chain(b.peek().copied()).min() {
        a.next_if_eq(&next);
        b.next_if_eq(&next);
        out.push(next);
    }
    out
}

/// A capitalised name with the head noun of an organisation: the token behind it.
fn by_head(scene: &mut Scene, at: usize) -> Option<usize> {
    by_head_of(scene, at, false)
}

fn by_head_of(scene: &mut Scene, at: usize, settled: bool) -> Option<usize> {
    if !scene.words.capital(at) || scene.words.words[at].heading || !scene.is_free(at, at + 1) {
        return None;
    }
    if !ahead(&scene.words.candidates.body_nouns, at) {
        return None;
    }
    // Not from the middle of a longer run.
    if at > 0
        && scene.words.capital(at - 1)
        && !scene.words.opens(at)
        && scene.is_free(at - 1, at)
        && !scene.words.is(at - 1, Tags::STOP.with(Tags::OFFICE))
    {
        return None;
    }
    let run = body_run(scene, at)?;
    let (from, to) = run;
    // What the lexicon knows under the whole name is the lexicon's, also behind an owner ("US Contact Group"); but an
    // unknown word before it makes another name ("Lusitanian Contact Group").
    let owner = |t: usize| scene.hit_at[t].is_some_and(|h| scene.state_or_body(&scene.hits[h.at()]).is_some());
    let known = scene.hit_at[from..to].iter().flatten().any(|&h| {
        let hit = &scene.hits[h.at()];
        let whole = hit.from <= from || (from..hit.from).all(owner);
        hit.to >= to && whole && (hit.from <= from || hit.to - hit.from > 1 && scene.state_or_body(hit).is_some())
    });
    if known && !settled || !scene.is_free(from, to) {
        return None;
    }
    let before = scene.holder_before(from).map(|h| h.id);
    let inside = scene.hit_from(from).filter(|hit| hit.to < to).and_then(|hit| {
        let state = scene.meanings(hit).find(|(entry, ..)| is_kind(entry, &[ActorKind::State]));
        state.map(|(entry, ..)| entry.id.clone())
    });
    let own = scene.hit_from(from).map_or(from, |hit| if inside.is_some() { hit.to } else { from });
    let plain = (own..to).all(|t| {
        scene.words.is(t, Tags::BODY_MODIFIER.with(Tags::GENERIC_BODY))
            || matches!(scene.words.low(t), "of" | "and" | "the")
    });
    if plain
        || to - own < 2 && inside.is_none()
        || to - own == 1 && scene.words.is(own, Tags::REGULAR.with(Tags::GENERIC_BODY))
    {
        return None;
    }
    let regular = scene.words.is(to - 1, Tags::REGULAR)
        && inside.is_some()
        && to - own <= 2
        && scene.words.low(to - 2) != "armed";
    if regular {
        return None;
    }
    let kind = kind_of(scene, from, to);
    let of = before.or(inside).filter(|id| scene.lexicon.by_id(id).is_some_and(|e| is_kind(e, &[ActorKind::State])));
    let name = title_case(&scene.phrase(from, to));
    let party = scene.cast.of_name(&name, kind, of);
    scene.name(party, from, to, &rules::BODY_NOUN);
    Some(to)
}

/// The tokens of a capitalised run that make the name of a body: up to its head noun, or on through "of" and "for".
fn body_run(scene: &Scene, at: usize) -> Option<(usize, usize)> {
    let words = &scene.words;
    let run = run_at(scene, at)?;
    let (mut from, mut end) = (run.from, run.to);
    // "People's", "Workers'", "Lord's": a possessive inside the name.
    let plain = |t: usize| scene.hit_at[t].is_none() || words.is(t, Tags::BODY);
    let possessive_inside = words.kind(end) == TokenKind::Possessive
        && plain(end - 1)
        && (words.low(end - 1).ends_with('s')
            || matches!(words.low(end - 1), "people" | "lord" | "women" | "children" | "god"))
        && words.capital(end + 1);
    if possessive_inside && let Some(next) = run_at(scene, end + 1) {
        end = next.to;
    }
    while from < end
        && words.is(from, Tags::OFFICE.with(Tags::HONORIFIC).with(Tags::RANK))
        && !words.is(from, Tags::BODY_MODIFIER)
    {
        from += 1;
    }
    from = behind_person(scene, from, end);
    // "In New York for the General Assembly": a place is no part of it.
    if let Some(place) = scene.hit_from(from).filter(|hit| matches!(words.low(hit.to), "for" | "on" | "to" | "in"))
        && scene.meanings(place).all(|(e, _, form)| e.kind == EntryKind::Place || form == Form::Seat)
    {
        from = if words.low(place.to + 1) == "the" { place.to + 2 } else { place.to + 1 };
    }
    let head =
        |t: usize| words.capital(t) && words.is(t, Tags::BODY) && !words.is(t, Tags::STOP.with(Tags::FIRST_NAME));
    let last_head = (from..end).rev().find(|&t| head(t))?;
    // "Annika Rehn of the Harbour Institute": a person before "of" is no part of it.
    if let Some(of) = (from..last_head).find(|&t| words.low(t) == "of") {
        let named = words.is(from, Tags::FIRST_NAME)
            || scene
                .hit_from(from)
                .is_some_and(|hit| hit.to == of && scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::Person])));
        let unknown =
            of == from + 2 && (from..of).all(|t| words.words[t].tags == Tags::default() && scene.hit_at[t].is_none());
        if named || unknown {
            from = if words.low(of + 1) == "the" { of + 2 } else { of + 1 };
        }
    }
    let goes_on = matches!(words.low(last_head + 1), "of" | "for" | "on" | "de" | "&") && last_head + 1 < end;
    // "the Liberation Front of Nur Misuari": a person behind "of" is its leader.
    let person = |t: usize| {
        words.is(t, Tags::FIRST_NAME)
            || scene.hit_from(t).is_some_and(|hit| scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::Person])))
    };
    let to = if goes_on && !person(last_head + 2) { end } else { last_head + 1 };
    // The last word must be a head, or the name must have one before "of" or "for".
    (to - from > 1).then_some((from, to))
}

/// Behind the person, or the people, whose name leads into that of a body: "General Sefer Aliu of the Army of Zamora",
/// "Guido Ungaro of the Democratic Front", "Rebels of the Resistance Front".
pub(super) fn behind_person(scene: &Scene, from: usize, end: usize) -> usize {
    let words = &scene.words;
    let Some(of) = (from..end).find(|&t| matches!(words.low(t), "of" | "for")) else { return from };
    let next = if words.low(of + 1) == "the" { of + 2 } else { of + 1 };
    let ranked = words.is(from, Tags::RANK)
        && of > from + 2
        && (from + 1..of).all(|t| !words.is(t, Tags::BODY.with(Tags::BODY_MODIFIER)));
    // Two or three words that no body's name has.
    let name = |t: usize| {
        let tags = words.words[t].tags;
        (tags == Tags::default() || words.is(t, Tags::FIRST_NAME) && !words.is(t, Tags::BODY))
            && scene.hit_at[t].is_none()
    };
    let named = (from + 2..=from + 3).contains(&of)
        && (from..of).all(name)
        && (next..end).any(|t| words.capital(t) && words.is(t, Tags::BODY));
    let crowd = of == from + 1
        && words.opens(from)
        && matches!(
            words.low(from),
            "rebels"
                | "fighters"
                | "members"
                | "leaders"
                | "soldiers"
                | "supporters"
                | "officers"
                | "delegates"
                | "envoys"
                | "ministers"
                | "troops"
                | "guerrillas"
                | "militants"
        );
    if next < end && (ranked || named || crowd) { next } else { from }
}

/// "the Azov brigade", "the Janjaweed militia", "the Green party": a name before a common noun in small letters.
fn by_small_head(scene: &mut Scene, at: usize) -> Option<usize> {
    let words = &scene.words;
    if !words.capital(at)
        || words.words[at].heading
        || words.opens(at)
        || scene.hit_at[at].is_some()
        || words.is(at, Tags::STOP.with(Tags::OFFICE).with(Tags::FIRST_NAME))
    {
        return None;
    }
    if !scene.is_free(at, at + 1) || at > 0 && words.capital(at - 1) && !words.is(at - 1, Tags::STOP) {
        return None;
    }
    let mut to = at;
    while words.capital(to) && words.kind(to) == TokenKind::Word && scene.hit_at[to].is_none() && to < at + 4 {
        to += 1;
    }
    let head = words.low(to);
    let people = to == at + 1
        && (words.is(at, Tags::ETHNIC)
            || ["ist", "ish", "ese", "ian", "ite"].iter().any(|end| words.low(at).ends_with(end)));
    let armed = matches!(head, "militia" | "brigade" | "battalion" | "cartel")
        || matches!(head, "rebel" | "militant" | "guerrilla" | "insurgent" | "armed" | "jihadist")
            && matches!(words.low(to + 1), "group" | "movement" | "army" | "fighters" | "forces");
    let civil = head == "party" || head == "movement" && to - at >= 1;
    if people || !armed && !civil || to == at {
        return None;
    }
    let name = scene.phrase(at, to);
    let (kind, name) = if armed {
        (ActorKind::ArmedGroup, name)
    } else {
        (ActorKind::Organisation, title_case(&scene.phrase(at, to + 1)))
    };
    let end = if armed { to } else { to + 1 };
    let of = scene.holder_before(at).map(|h| h.id);
    let party = scene.cast.of_name(&name, kind, of);
    scene.name(party, at, end, &rules::SMALL_BODY_NOUN);
    Some(end)
}

/// A name as one would write it alone: long words with capitals.
pub(super) fn title_case(phrase: &str) -> String {
    let small = ["of", "for", "and", "the", "on", "in", "de", "del", "la", "to", "al"];
    let words = phrase.split(' ').enumerate().map(|(i, word)| {
        if i > 0 && small.contains(&word) {
            return word.to_owned();
        }
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::super::ActorKind::{ArmedGroup, Organisation};
    use super::super::testing::{actors, of_kind};
    use super::title_case;

    #[test]
    fn head_nouns_make_organisations_and_armed_groups() {
        for (kind, text, expected) in [
            (Organisation, "The Lusitanian Contact Group met.", "Lusitanian Contact Group: - of -"),
            (Organisation, "The Centre for Polar Security says so.", "Centre for Polar Security: - of -"),
            (Organisation, "The Movement for the Defence of Zamora won.", "Movement for the Defence of Zamora: - of -"),
            (ArmedGroup, "The Zamoran Liberation Front attacked.", "Zamoran Liberation Front: - of -"),
            (ArmedGroup, "The Black Falcon Brigades attacked.", "Black Falcon Brigades: - of -"),
            (ArmedGroup, "The Qoryan militia attacked.", "Qoryan: - of -"),
            (ArmedGroup, "Rebels of the Zamoran Liberation Front left.", "Zamoran Liberation Front: - of -"),
            (
                ArmedGroup,
                "The National Movement for the Liberation of Zamora left.",
                "National Movement for the Liberation of Zamora: - of -",
            ),
            (Organisation, "The Multinational Stabilisation Force left.", "Multinational Stabilisation Force: - of -"),
            (ArmedGroup, "Guido Ungaro of the Zamoran Liberation Front left.", "Zamoran Liberation Front: - of -"),
            (Organisation, "In Oslo for the Polar Harbour Commission, he smiled.", "Polar Harbour Commission: - of -"),
            (ArmedGroup, "Lebanon's Shiite movement Amal attacked.", "Amal: - of -"),
            (
                Organisation,
                "General Sefer Aliu of the Zamoran Harbour Commission left.",
                "Zamoran Harbour Commission: - of -",
            ),
        ] {
            assert_eq!(of_kind(kind, text), [expected], "{text}");
        }
    }

    #[test]
    fn peoples_things_and_places_are_none() {
        for text in [
            "Tuareg rebels attacked. Kurdish fighters replied.",
            "The Treaty of Zamora lapsed. The Zamora Accords lapsed.",
            "Operation Silent Falcon began under Exercise Long Reach.",
            "HMS Falcon and the frigate Zamora sailed.",
            "The Zamora Valley is narrow, like the Falcon River.",
        ] {
            assert_eq!(actors(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_name_is_written_with_capitals() {
        assert_eq!(title_case("ministry of foreign affairs"), "Ministry of Foreign Affairs");
    }
}
