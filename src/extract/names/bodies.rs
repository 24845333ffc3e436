//! Organisations and armed groups by the grammar of their names: ministries and parliaments whose country is clear
//! ("Niger's defence ministry"), and unknown ones by their head noun ("Arab Contact Group", "Lord's Resistance Army").

use super::super::ActorKind;
use super::super::lexicon::grammar::Tags;
use super::runs::run_at;
use super::{Scene, is_kind};
use crate::text::TokenKind;

/// Finds those that the lexicon does not name whole.
pub(super) fn find(scene: &mut Scene) {
    let mut at = 0;
    while at < scene.words.len() {
        at =
            of_a_state(scene, at).or_else(|| by_head(scene, at)).or_else(|| by_small_head(scene, at)).unwrap_or(at + 1);
    }
}

/// Mentions of a state's body without the state, once the text has named whose it is.
pub(super) fn later(scene: &mut Scene) {
    let mut at = 0;
    while at < scene.words.len() {
        let Some(to) = state_body(scene, at).filter(|&to| scene.is_free(at, to)) else {
            at += 1;
            continue;
        };
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
            scene.name(party, at, to);
        }
        at = to;
    }
    // What the lexicon could not tell whose it is may be a name by its own words: "the Conservative Party".
    let mut at = 0;
    while at < scene.words.len() {
        at = by_head_of(scene, at, true).unwrap_or(at + 1);
    }
}

/// The state whose ministry an unnamed one is: the only one of the sentence, else the one that the text is about.
fn only_state(scene: &Scene, at: usize) -> Option<String> {
    let mut start = at;
    while start > 0 && !scene.words.opens(start) {
        start -= 1;
    }
    let none = !(start..at).any(|t| {
        scene.hit_from(t).is_some_and(|hit| scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::State])))
    });
    if none { super::offices::dominant_state(scene) } else { super::offices::sentence_state(scene, at) }
}

fn key(scene: &Scene, from: usize, to: usize) -> String {
    let words: Vec<&str> = (from..to).map(|t| scene.words.low(t)).collect();
    words.join(" ").replace("defense", "defence")
}

/// A ministry, parliament, court or service that belongs to a state: the token behind it.
fn of_a_state(scene: &mut Scene, at: usize) -> Option<usize> {
    let to = state_body(scene, at)?;
    if !scene.is_free(at, to) || scene.words.words[at].heading {
        return None;
    }
    // A name that the lexicon knows whole, with its state, is left to it.
    if let Some(hit) = scene.hit_at[at].map(|h| &scene.hits[h as usize])
        && (hit.from < at || hit.to > to)
    {
        return None;
    }
    let owner = owner_before(scene, at).or_else(|| owner_behind(scene, to))?;
    let entry = scene.lexicon.by_id(&owner).filter(|entry| is_kind(entry, &[ActorKind::State]))?;
    let phrase = title_case(&scene.phrase(at, to));
    let party = compose(scene, &owner, entry.demonym.as_deref().unwrap_or(&entry.name), &entry.name, &phrase);
    let key = key(scene, at, to);
    scene.cast.defined.insert(key, party);
    scene.name(party, at, to);
    Some(to)
}

/// The party of a state's body: the lexicon's where it has it under any of the usual names, else a composed one.
fn compose(scene: &mut Scene, state: &str, demonym: &str, name: &str, phrase: &str) -> usize {
    let composed = format!("{demonym} {phrase}");
    let tries = [composed.clone(), format!("{name} {phrase}"), format!("{phrase} of {name}"), phrase.to_owned()];
    for text in tries {
        let found = scene.lexicon.named(&text).into_iter().find(|&entry| {
            let entry = &scene.lexicon.entries[entry as usize];
            is_kind(entry, &[ActorKind::Organisation]) && entry.of.as_deref() == Some(state)
        });
        if let Some(entry) = found {
            return scene.cast.of_entry(scene.lexicon, entry, scene.year);
        }
    }
    scene.cast.of_name(&composed, ActorKind::Organisation, Some(state.to_owned()))
}

/// Whose body begins at `at`: "Niger's …", "Chinese …", "its …".
fn owner_before(scene: &mut Scene, at: usize) -> Option<String> {
    if let Some(holder) = scene.holder_before(at) {
        return Some(holder.id);
    }
    let before = at.checked_sub(1)?;
    let pronoun = matches!(scene.words.low(before), "its" | "their" | "own");
    let country = scene.words.kind(before) == TokenKind::Possessive
        && before > 0
        && matches!(scene.words.low(before - 1), "country" | "nation" | "republic" | "kingdom" | "state");
    (pronoun || country).then(|| last_state(scene, before))?
}

/// "the parliament of Georgia", "the ministry of defence in Kinshasa"
fn owner_behind(scene: &Scene, to: usize) -> Option<String> {
    if scene.words.low(to) != "of" && scene.words.low(to) != "in" {
        return None;
    }
    let at = if scene.words.low(to + 1) == "the" { to + 2 } else { to + 1 };
    let hit = scene.hit_from(at)?;
    let state = scene.meanings(hit).find(|(entry, ..)| is_kind(entry, &[ActorKind::State]))?;
    Some(state.0.id.clone())
}

/// The state named last before `at`, not far away.
pub(super) fn last_state(scene: &Scene, at: usize) -> Option<String> {
    let mut t = at;
    while t > 0 && at - t < 60 {
        t -= 1;
        if let Some(hit) = scene.hit_from(t) {
            let found = scene.meanings(hit).find(|(entry, ..)| is_kind(entry, &[ActorKind::State]));
            if let Some((entry, ..)) = found {
                return Some(entry.id.clone());
            }
        }
    }
    None
}

/// The token behind a body that every state has, by its common noun: "defence ministry", "Ministry of the Interior",
/// "senate", "Supreme Court", "Joint Chiefs of Staff", "intelligence service".
fn state_body(scene: &Scene, at: usize) -> Option<usize> {
    let words = &scene.words;
    if words.kind(at) != TokenKind::Word
        || at > 0 && words.is(at - 1, Tags::BODY_MODIFIER) && !words.is(at - 1, Tags::STOP)
    {
        return None;
    }
    let mut head = at;
    while head < at + 6
        && (words.is(head, Tags::BODY_MODIFIER)
            || head > at && words.low(head) == "and" && words.is(head + 1, Tags::BODY_MODIFIER))
    {
        head += 1;
    }
    let modifiers = head - at;
    let capital = words.capital(head);
    let noun = words.low(head);
    let fits = match noun {
        "ministry" => return ministry(scene, at, head),
        "parliament" | "senate" => true,
        "treasury" => modifiers == 0 && capital,
        "legislature" | "judiciary" => false,
        "congress" => capital && modifiers <= 1,
        "assembly" | "court" | "bank" | "commission" | "council" | "tribunal" => {
            modifiers > 0 && modifier_of(words.low(head - 1), noun)
        }
        "guard" | "guards" => modifiers > 0 && matches!(words.low(head - 1), "coast" | "national" | "border"),
        "office" => modifiers > 0 && matches!(words.low(head - 1), "foreign" | "home"),
        "service" | "services" | "agency" | "directorate" => {
            modifiers > 0 && capital && matches!(words.low(head - 1), "intelligence" | "security")
        }
        "chiefs" => words.low(at) == "joint" && words.low(head + 1) == "of" && words.low(head + 2) == "staff",
        "staff" => capital && modifiers == 1 && words.low(at) == "general",
        "forces" => capital && modifiers == 1 && words.low(at) == "armed",
        _ => false,
    };
    let to = if noun == "chiefs" { head + 3 } else { head + 1 };
    // "parliament building", "Senate Majority Leader": part of something else, but the body is named all the same.
    fits.then_some(to)
}

fn modifier_of(modifier: &str, noun: &str) -> bool {
    match noun {
        "assembly" => matches!(modifier, "national" | "general" | "constituent" | "federal"),
        "court" => matches!(modifier, "supreme" | "constitutional" | "high" | "federal"),
        "bank" => modifier == "central",
        "commission" => matches!(modifier, "electoral" | "election"),
        "council" => matches!(modifier, "security" | "defence" | "defense" | "transitional" | "military"),
        _ => false,
    }
}

/// "foreign ministry", "Ministry of Defence", "ministry of foreign affairs".
fn ministry(scene: &Scene, at: usize, head: usize) -> Option<usize> {
    let words = &scene.words;
    if words.low(head + 1) != "of" {
        return (head > at).then_some(head + 1);
    }
    let mut to = if words.low(head + 2) == "the" { head + 3 } else { head + 2 };
    let first = to;
    while to < first + 6
        && (words.is(to, Tags::BODY_MODIFIER) || words.low(to) == "and" && words.is(to + 1, Tags::BODY_MODIFIER))
    {
        to += 1;
    }
    if to > first { Some(to) } else { (head > at).then_some(head + 1) }
}

/// A capitalised name with the head noun of an organisation: the token behind it.
fn by_head(scene: &mut Scene, at: usize) -> Option<usize> {
    by_head_of(scene, at, false)
}

fn by_head_of(scene: &mut Scene, at: usize, settled: bool) -> Option<usize> {
    if !scene.words.capital(at) || scene.words.words[at].heading || !scene.is_free(at, at + 1) {
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
    let known = scene.hit_at[from..to].iter().flatten().any(|&h| {
        let hit = &scene.hits[h as usize];
        hit.to - hit.from > 1 && hit.to >= to && scene.state_or_body(hit).is_some() || hit.from <= from && hit.to >= to
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
    scene.name(party, from, to);
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
    let head =
        |t: usize| words.capital(t) && words.is(t, Tags::BODY) && !words.is(t, Tags::STOP.with(Tags::FIRST_NAME));
    let last_head = (from..end).rev().find(|&t| head(t))?;
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
    if !scene.is_free(at, at + 1) || at > 0 && words.capital(at - 1) {
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
    scene.name(party, at, end);
    Some(end)
}

/// Whether a name is an armed group's: by its own words, or by what the text calls it.
pub(super) fn kind_of(scene: &Scene, from: usize, to: usize) -> ActorKind {
    let words = &scene.words;
    // The head noun counts, and what stands before it: a "Council of … Resistance" is a council.
    let head = (from..to).find(|&t| matches!(words.low(t), "of" | "for")).unwrap_or(to);
    let civil = matches!(
        words.low(head - 1),
        "council"
            | "party"
            | "union"
            | "congress"
            | "committee"
            | "commission"
            | "ministry"
            | "association"
            | "assembly"
            | "office"
            | "organisation"
            | "organization"
            | "agency"
    );
    let own = !civil && (from..head).any(|t| words.is(t, Tags::ARMED));
    let army = matches!(words.low(to - 1), "army" | "forces" | "force")
        && !matches!(words.low(to - 2), "armed" | "defence" | "defense" | "security" | "police" | "task" | "peace")
        && scene.hit_from(from).is_none();
    let called = |t: usize| {
        matches!(
            words.low(t),
            "rebel"
                | "rebels"
                | "militia"
                | "militant"
                | "guerrilla"
                | "guerrillas"
                | "insurgent"
                | "insurgents"
                | "jihadist"
                | "paramilitary"
                | "separatist"
        )
    };
    let said =
        from > 0 && called(from - 1) || from > 1 && called(from - 2) && words.is(from - 1, Tags::BODY) || called(to);
    if own || army || said { ActorKind::ArmedGroup } else { ActorKind::Organisation }
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
