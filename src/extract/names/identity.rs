//! Who a person's name means: a known one, one whom the text named before, or somebody new.

use super::super::ActorKind;
use super::super::lexicon::fold::fold;
use super::Scene;
use super::offices::Office;
use crate::text::TokenKind;

/// The party of a full name: a known person, one named before, or a new one.
pub(super) fn identify(
    scene: &mut Scene,
    from: usize,
    to: usize,
    known: Option<Vec<u32>>,
    office: Option<&Office>,
) -> usize {
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

/// A person named before whose surname is this one in another spelling: "Tchiani" and "Tiani".
pub(super) fn respelt(scene: &Scene, key: &str) -> Option<usize> {
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
