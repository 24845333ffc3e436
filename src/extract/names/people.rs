//! People: known ones by their full names, others by what stands around the name.

use super::super::ActorKind;
use super::super::lexicon::fold::fold;
use super::super::lexicon::grammar::Tags;
use super::super::lexicon::{EntryKind, Form};
use super::offices::{self, Office};
use super::{NO_NAME, Scene, is_kind};
use crate::text::TokenKind;

/// Finds people by full names and titles.
pub(super) fn find(scene: &mut Scene) {
    // Names that only other people's names show to be a person's are taken at the second look.
    for again in [false, true] {
        let mut list = None;
        let mut at = 0;
        while at < scene.words.len() {
            at = person_at(scene, at, again, &mut list).unwrap_or(at + 1);
        }
    }
}

/// An office of several people, while their names are read off: "the presidents of France and Finland, …".
type List = Option<(Office, usize, usize)>;

/// A person whose name begins at `at`: the token behind it.
fn person_at(scene: &mut Scene, at: usize, again: bool, list: &mut List) -> Option<usize> {
    if !begins_name(scene, at) {
        return None;
    }
    let (to, known) = extent(scene, at)?;
    let before = offices::before(scene, at);
    let joined = list.as_ref().filter(|l| joins(scene, l.1, at)).map(|l| (l.0.clone(), l.2));
    let behind = offices::behind(scene, to);
    let owned = before.iter().chain(&behind).any(|o| o.owned);
    let count = (at..to).filter(|&t| scene.words.kind(t) == TokenKind::Word).count();
    let close = before.as_ref().is_some_and(|o| o.close);
    if count == 1 && known.is_none() {
        if !close {
            let party = super::surnames::alone(scene, at)?;
            scene.name(party, at, to);
            return Some(to);
        }
        return single(scene, at, to, before?, list);
    }
    if known.is_none() && !(before.is_some() || joined.is_some() || behind.is_some() || shows(scene, at, to, again)) {
        return None;
    }
    if known.is_none() && !close && looks_like_other(scene, at, to) {
        return None;
    }
    let party = identify(scene, at, to, known, before.as_ref());
    let given: Vec<String> =
        (at..to).filter(|&t| scene.words.kind(t) == TokenKind::Word).map(|t| scene.words.low(t).to_owned()).collect();
    scene.cast.person_words(party, given.clone(), scene.cast.parties[party].entry.is_some());
    if scene.cast.parties[party].entry.is_none() && family_first(scene, &given) {
        scene.cast.call_by(given[0].clone(), party);
    }
    scene.name(party, at, to);
    if let Some(office) = before.filter(|o| !o.plural) {
        give(scene, party, &office, 0);
        if office.role.is_none()
            && let Some(behind) = &behind
        {
            give(scene, party, behind, 0);
        }
        *list = None;
    } else if let Some(office) = offices::before(scene, at).filter(|o| o.plural) {
        give(scene, party, &office, 0);
        *list = Some((office, to, 1));
    } else if let Some((office, index)) = joined {
        give(scene, party, &office, index);
        *list = Some((office, to, index + 1));
    } else if let Some(behind) = behind {
        give(scene, party, &behind, 0);
    }
    side_around(scene, party, at, to, owned);
    Some(to)
}

/// Whether only "and" or a comma lies between the last name of a list and this one.
fn joins(scene: &Scene, end: usize, at: usize) -> bool {
    (end..at).all(|t| matches!(scene.words.low(t), "and" | ",")) && at - end <= 2 && at > end
}

/// Whether a name may begin here.
fn begins_name(scene: &Scene, at: usize) -> bool {
    let words = &scene.words;
    if words.kind(at) != TokenKind::Word || !scene.is_free(at, at + 1) || !is_name_word(scene, at) {
        return false;
    }
    let behind_comma_or_title =
        at > 0 && (words.of(at - 1) == "," || words.is(at - 1, Tags::OFFICE.with(Tags::RANK).with(Tags::HONORIFIC)));
    if scene.hit_at[at].is_some() && !behind_comma_or_title && !may_be_part(scene, at, at) && !person_hit(scene, at) {
        return false;
    }
    if words.is(at, NO_NAME) && !person_hit(scene, at) {
        let first_name = words.is(at, Tags::FIRST_NAME) && !words.is(at, Tags::HONORIFIC.with(Tags::RANK));
        if !first_name {
            return false;
        }
    }
    true
}

/// A word with a capital, also behind an article: "al-Burhan".
fn is_name_word(scene: &Scene, at: usize) -> bool {
    let words = &scene.words;
    if words.capital(at) {
        return true;
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
fn person_hit(scene: &Scene, at: usize) -> bool {
    scene
        .hit_from(at)
        .is_some_and(|hit| hit.to > at + 1 && scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::Person])))
}

/// Where the name that begins at `at` ends, and the known person whose whole name it is.
fn extent(scene: &Scene, at: usize) -> Option<(usize, Option<Vec<u32>>)> {
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
fn may_be_part(scene: &Scene, from: usize, at: usize) -> bool {
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
    let Some(hit) = scene.hit_at[at].map(|h| &scene.hits[h as usize]) else { return true };
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
        let hit = &scene.hits[h as usize];
        hit.to - hit.from > 1 && scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::Person]))
    })
}

/// Whether the words around an unknown name of several words show that it is a person's.
fn shows(scene: &Scene, from: usize, to: usize, again: bool) -> bool {
    let words = &scene.words;
    if words.words[from].heading {
        return false;
    }
    let before = |n: usize| from.checked_sub(n).map_or("", |t| words.low(t));
    if words.is(from, Tags::FIRST_NAME) && !words.is(to - 1, Tags::FIRST_NAME.with(Tags::PLACE_NOUN))
        || words.is(from, Tags::FIRST_NAME) && to - from > 1 && !words.opens(from)
    {
        return true;
    }
    let given: Vec<String> = (from..to).map(|t| words.low(t).to_owned()).collect();
    if family_first(scene, &given) && (from..to).all(|t| scene.hit_at[t].is_none()) {
        return true;
    }
    // "said Sushant Rao"; "Ali Velayati said"
    if from > 0 && words.is(from - 1, Tags::SPEECH) && !words.capital(from - 1) && before(1) != "say"
        || words.is(to, Tags::SPEECH) && !words.capital(to)
    {
        return true;
    }
    let auxiliary = matches!(
        words.low(to),
        "has"
            | "have"
            | "had"
            | "is"
            | "are"
            | "was"
            | "were"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "does"
            | "do"
            | "did"
    );
    let unknown = (from..to).all(|t| words.words[t].tags == Tags::default() && scene.hit_at[t].is_none());
    if unknown && words.is(to, Tags::VERB) && !words.capital(to) && !auxiliary {
        return true;
    }
    if before(1) == "under" && from > 1 && words.kind(from - 2) == TokenKind::Word && unknown {
        return true;
    }
    if before(1) == "by"
        && matches!(
            before(2),
            "led" | "headed" | "chaired" | "founded" | "commanded" | "run" | "ruled" | "succeeded" | "replaced"
        )
    {
        return true;
    }
    // "Eritrea's Isaias Afwerki", "Hugh Todd of Guyana"
    let state_ends = |end: usize| {
        scene.hit_to(end).is_some_and(|hit| scene.meanings(hit).any(|(e, ..)| is_kind(e, &[ActorKind::State])))
    };
    if from > 1
        && words.kind(from - 1) == TokenKind::Possessive
        && state_ends(from - 1)
        && words.words[from].tags == Tags::default()
    {
        return true;
    }
    let of_state = words.low(to) == "of"
        && scene
            .hit_from(to + 1)
            .is_some_and(|hit| scene.meanings(hit).any(|(e, _, f)| is_kind(e, &[ActorKind::State]) && f == Form::Name))
        && from > 0
        && matches!(words.of(from - 1), "," | "and" | "with");
    if of_state {
        return true;
    }
    if !again {
        return false;
    }
    // Beside another person's name; or the surname stands with "Mr" elsewhere.
    let person_to = |end: usize| {
        scene
            .claimed(end.wrapping_sub(1))
            .is_some_and(|c| matches!(c.2, super::Claim::Party(p) if scene.cast.parties[p].kind == ActorKind::Person))
    };
    let beside = from > 1 && matches!(words.low(from - 1), "and") && person_to(from - 1)
        || words.low(to) == "and" && to + 2 < words.len() && person_to(to + 2);
    beside || scene.cast.called.contains_key(words.low(to - 1))
}

/// Whether the words are more likely a place, a body or a thing.
fn looks_like_other(scene: &Scene, from: usize, to: usize) -> bool {
    let words = &scene.words;
    let last = to - 1;
    words.is(last, Tags::PLACE_NOUN.with(Tags::THING).with(Tags::BODY)) && !words.is(last, Tags::FIRST_NAME)
        || words.is(from, Tags::PLACE_NOUN.with(Tags::REGION)) && !words.is(from, Tags::FIRST_NAME)
        || words.words[from].shouted && !words.words[last].shouted
        || words.is(to, Tags::PLACE_NOUN) && !words.capital(to)
        || words.is(to, Tags::BODY)
            && !words.capital(to)
            && words.kind(to - 1) == TokenKind::Word
            && !words.is(from, Tags::FIRST_NAME)
        || from > 0 && words.is(from - 1, Tags::PLACE_PREPOSITION) && !words.is(from, Tags::FIRST_NAME)
}

/// Whether the family name comes first: "Lin Jian", "Cho Tae-yul", "Kim Yo Jong".
fn family_first(scene: &Scene, given: &[String]) -> bool {
    let Some(first) = given.first() else { return false };
    if given.len() < 2 || given.len() > 3 {
        return false;
    }
    let listed = scene.lexicon.word(first).is_some_and(|w| scene.lexicon.tags(w).any(Tags::FAMILY_FIRST));
    let hyphen = given.len() == 2 && given[1].contains('-') && first.chars().count() <= 5;
    listed || hyphen
}

/// The party of a full name: a known person, one named before, or a new one.
fn identify(scene: &mut Scene, from: usize, to: usize, known: Option<Vec<u32>>, office: Option<&Office>) -> usize {
    // Namesakes of another time come into question too: "George Bush".
    let known = known.map(|mut people| {
        let words: Vec<String> = (from..to)
            .filter(|&t| scene.words.kind(t) == TokenKind::Word)
            .map(|t| scene.words.low(t).to_owned())
            .collect();
        let others = scene.lexicon.people_called(words.last().map_or("", String::as_str)).iter().copied();
        people.extend(others.filter(|&e| {
            let name: Vec<String> = scene.lexicon.entries[e as usize].name.split(' ').map(fold).collect();
            words.len() > 1 && name.first() == words.first() && compatible(&name, &words)
        }));
        people.sort_unstable();
        people.dedup();
        people
    });
    if let Some(people) = known
        && let Some(entry) = best(scene, &people, office, true)
    {
        return scene.cast.of_entry(scene.lexicon, entry, scene.year);
    }
    let words: Vec<String> =
        (from..to).filter(|&t| scene.words.kind(t) == TokenKind::Word).map(|t| scene.words.low(t).to_owned()).collect();
    let last = words.last().map_or("", String::as_str);
    let called = scene.cast.called.get(last).cloned().unwrap_or_default();
    if let Some(&party) = called.iter().find(|&&p| compatible(&scene.cast.parties[p].given, &words)) {
        let fuller = scene.phrase(from, to);
        let party_ref = &mut scene.cast.parties[party];
        if party_ref.entry.is_none() && fuller.len() > party_ref.name.len() && party_ref.name.split(' ').count() == 1 {
            // Known until now by the surname alone.
            party_ref.id = super::super::lexicon::fold::kebab(&fuller);
            party_ref.name = fuller;
        }
        return party;
    }
    // A known person with another given name in between, or another spelling of one: "Volodymyr O. Zelensky".
    let namesakes: Vec<u32> = scene
        .lexicon
        .people_called(last)
        .iter()
        .copied()
        .filter(|&e| {
            compatible(&scene.lexicon.entries[e as usize].name.split(' ').map(fold).collect::<Vec<_>>(), &words)
        })
        .collect();
    if let [only] = namesakes.as_slice() {
        return scene.cast.of_entry(scene.lexicon, *only, scene.year);
    }
    let name = scene.phrase(from, to);
    scene.cast.person(&name)
}

/// Whether two names can be one person's: the shorter one's words all stand in the longer one, in order, an initial for a
/// word; or only a surname is known of one.
fn compatible(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return short.first() == long.last() && !short.is_empty();
    }
    let mut rest = long.iter();
    short.iter().all(|w| {
        rest.any(|l| l == w || w.len() == 1 && l.starts_with(w.as_str()) || l.len() == 1 && w.starts_with(l.as_str()))
    })
}

/// The likeliest of several known people of one name.
pub(super) fn best(scene: &Scene, people: &[u32], office: Option<&Office>, full_name: bool) -> Option<u32> {
    let mut scored: Vec<(i32, u32)> = people
        .iter()
        .map(|&at| {
            let entry = &scene.lexicon.entries[at as usize];
            let mut score = 0;
            if let Some(of) = entry.of.as_deref() {
                if office.is_some_and(|o| o.of.iter().any(|x| x == of)) {
                    score += 4;
                } else if office.is_some_and(|o| o.of.len() == 1 && o.role.is_some()) {
                    score -= 4;
                }
                score += i32::from(scene.states.contains(of));
            }
            if let Some(role) = office.and_then(|o| o.role.as_deref()) {
                let head = role.split(' ').next_back().unwrap_or(role);
                let held = entry.offices.iter().any(|o| o.role.contains(role));
                let like = entry.offices.iter().any(|o| o.role.contains(head));
                score += if held { 3 } else { i32::from(like) };
            }
            if let Some(year) = scene.year {
                let dated: Vec<_> = entry.offices.iter().filter_map(|o| o.years).collect();
                if dated.iter().any(|y| y.hold(year)) {
                    score += 2;
                } else if !dated.is_empty() && dated.iter().all(|y| y.0 > year.saturating_add(2)) {
                    score -= 3;
                }
            }
            if let (Some(a), Some(b)) = (office.and_then(|o| o.female), entry.female)
                && a != b
            {
                score -= 6;
            }
            (score, at)
        })
        .collect();
    scored.sort_by_key(|&(score, at)| (-score, at));
    let &(top, at) = scored.first()?;
    if full_name {
        return Some(at);
    }
    let tie = scored.get(1).is_some_and(|&(second, _)| second == top);
    (top > 0 && !tie || scored.len() == 1 && top >= 0).then_some(at)
}

/// One word behind a title: "Mr Putin", "President Maduro", "Gen Tiani".
fn single(scene: &mut Scene, at: usize, to: usize, office: Office, list: &mut List) -> Option<usize> {
    let key = scene.words.low(at).to_owned();
    let bare = key.split_once('-').filter(|(p, _)| p.len() <= 3).map(|(_, b)| b.to_owned());
    let given = |scene: &Scene| {
        let named = |p: &super::cast::Party| p.kind == ActorKind::Person && p.given.len() > 1 && p.given.contains(&key);
        let mut found = scene.cast.parties.iter().enumerate().filter(|(_, p)| named(p)).map(|(i, _)| i);
        found.next().filter(|_| found.next().is_none())
    };
    if let Some(party) = super::surnames::choose(scene, &key, at, office.female, &office).or_else(|| given(scene)) {
        scene.name(party, at, to);
        give(scene, party, &office, 0);
        return Some(to);
    }
    if scene.hit_from(at).is_some_and(|hit| {
        scene.state_or_body(hit).is_some_and(|e| {
            is_kind(
                &scene.lexicon.entries[e as usize],
                &[ActorKind::State, ActorKind::Organisation, ActorKind::ArmedGroup],
            ) && !scene.lexicon.aliases[hit.aliases[0] as usize].ambiguous
                && scene.meanings(hit).all(|(_, _, f)| f != Form::Seat)
        })
    }) {
        return None;
    }
    let mut people = scene.lexicon.people_called(&key).to_vec();
    if let Some(bare) = bare {
        people.extend(scene.lexicon.people_called(&bare));
    }
    let role = office.role.as_deref().unwrap_or("");
    // "Foreign Minister Wang": a given name may be meant too, so the lexicon's single names count as well.
    if let Some(hit) = scene.hit_from(at) {
        people.extend(scene.meanings(hit).filter(|(e, ..)| is_kind(e, &[ActorKind::Person])).map(|(_, i, _)| i));
    }
    people.sort_unstable();
    people.dedup();
    let party = match best(scene, &people, Some(&office), false) {
        Some(entry) => scene.cast.of_entry(scene.lexicon, entry, scene.year),
        None if office.plural || role == "deputy" && !scene.words.capital(at - 1) => return None,
        None if scene.words.words[at].heading
            || scene.words.is(at, Tags::BODY.with(Tags::PLACE_NOUN).with(Tags::STOP)) =>
        {
            return None;
        }
        None => match respelt(scene, &key) {
            Some(party) => party,
            None => {
                let name = scene.phrase(at, to);
                scene.cast.person(&name)
            }
        },
    };
    scene.name(party, at, to);
    give(scene, party, &office, 0);
    if office.plural {
        *list = Some((office, to, 1));
    }
    Some(to)
}

/// A person named before whose surname is this one in another spelling: "Tchiani" and "Tiani".
fn respelt(scene: &Scene, key: &str) -> Option<usize> {
    let near = |p: &super::cast::Party| {
        let last = p.given.last().filter(|_| p.kind == ActorKind::Person && p.given.len() > 1 && p.entry.is_none());
        last.is_some_and(|last| {
            key.len() >= 5
                && last.len() >= 5
                && last.chars().next() == key.chars().next()
                && last.chars().rev().take(3).eq(key.chars().rev().take(3))
                && strsim::levenshtein(last, key) <= 2
        })
    };
    let mut found = scene.cast.parties.iter().enumerate().filter(|(_, p)| near(p)).map(|(i, _)| i);
    found.next().filter(|_| found.next().is_none())
}

/// Notes the office of a person, unless one was said before.
pub(super) fn give(scene: &mut Scene, party: usize, office: &Office, index: usize) {
    let of = if office.of.len() > 1 { office.of.get(index) } else { office.of.first() };
    let person = &mut scene.cast.parties[party];
    if person.female.is_none() {
        person.female = office.female;
    }
    if person.role.is_none() {
        person.role.clone_from(&office.role);
    }
    // The minister of a ministry is the state's.
    let minister = office.role.as_deref().is_some_and(|r| r.ends_with("minister") || r.ends_with("secretary"));
    let of = of.map(|of| {
        let entry = scene.lexicon.by_id(of).filter(|e| minister && e.class == super::super::lexicon::Class::Executive);
        entry.and_then(|e| e.of.clone()).unwrap_or_else(|| of.clone())
    });
    if let Some(of) = of.filter(|of| !person.of_said && (office.role.is_some() || office.sided) && *of != person.id) {
        person.of = Some(of);
        person.of_said = true;
    }
}

/// A person's side without an office: "Eritrea's Isaias Afwerki", "Hugh Todd of Guyana".
fn side_around(scene: &mut Scene, party: usize, from: usize, to: usize, owned: bool) {
    let state = |scene: &Scene, id: &str| scene.lexicon.by_id(id).is_some_and(|e| is_kind(e, &[ActorKind::State]));
    let mut side = None;
    if scene.words.kind(from.wrapping_sub(1)) == TokenKind::Possessive {
        side = scene.holder_before(from).map(|h| h.id).filter(|id| state(scene, id));
    }
    if side.is_none() && scene.words.low(to) == "of" {
        side = scene
            .hit_from(to + 1)
            .and_then(|hit| scene.state_or_body(hit))
            .map(|e| scene.lexicon.entries[e as usize].id.clone());
    }
    let mut first = from;
    while first > 0
        && (scene.words.is(first - 1, Tags::RANK.with(Tags::HONORIFIC))
            || scene.words.of(first - 1) == "." && scene.words.is(first.saturating_sub(2), Tags::RANK))
    {
        first -= 1;
    }
    let by = |n: usize| first.checked_sub(n).map_or("", |t| scene.words.low(t));
    let led = by(1) == "by" && matches!(by(2), "led" | "headed" | "commanded" | "chaired" | "founded");
    let under = by(1) == "under" && by(2) == ",";
    if led || under {
        side = scene.party_before_in_sentence(from).or(side);
    }
    if side.is_none() && owned && scene.cast.parties[party].role.is_some() && scene.cast.parties[party].of.is_none() {
        side = offices::sentence_state(scene, from);
    }
    if side.is_none() && !owned && !scene.cast.parties[party].of_said && scene.cast.parties[party].of.is_none() {
        side = scene.cast.parties[party].role.clone().and_then(|role| offices::tacit_state(scene, &role, from));
    }
    let person = &mut scene.cast.parties[party];
    if person.of.is_none() || (led || under) && !person.of_said {
        person.of = side.or(person.of.take());
    }
}
