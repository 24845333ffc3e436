//! Who a person's name means: a known one, one whom the text named before, or somebody new.

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
    let tokens = (from..to).filter(|&t| scene.words.kind(t) == TokenKind::Word);
    let words: Vec<&str> = tokens.map(|t| scene.words.low(t)).collect();
    let last = words.last().copied().unwrap_or_default();
    // Namesakes of another time come into question too: "George Bush".
    let known = known.map(|mut people| {
        if words.len() > 1 {
            let others = scene.lexicon.people_called(last).iter().copied();
            people.extend(others.filter(|&e| {
                let name = scene.lexicon.entries[e as usize].folded.split(' ');
                name.clone().next() == Some(words[0]) && compatible(name, &words)
            }));
        }
        people.sort_unstable();
        people.dedup();
        people
    });
    if let Some(people) = known
        && let Some(entry) = best(scene, &people, office, true)
    {
        return scene.cast.of_entry(scene.lexicon, entry, scene.year);
    }
    if let Some(&party) = scene.cast.called(last).iter().find(|&&p| is_of(scene, p, &words)) {
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
    let mut namesakes = scene.lexicon.people_called(last).iter().copied();
    let mut fits = || namesakes.find(|&e| compatible(scene.lexicon.entries[e as usize].folded.split(' '), &words));
    if let (Some(only), None) = (fits(), fits()) {
        return scene.cast.of_entry(scene.lexicon, only, scene.year);
    }
    let name = scene.phrase(from, to);
    scene.cast.person(&name)
}

/// Whether the words can be the party's name.
fn is_of(scene: &Scene, party: usize, words: &[&str]) -> bool {
    compatible(scene.cast.parties[party].given.iter().map(|word| &**word), words)
}

/// Whether two names can be one person's: the shorter one's words all stand in the longer one, in order, an initial for a
/// word; or only a surname is known of one.
fn compatible<'n>(a: impl DoubleEndedIterator<Item = &'n str> + Clone, b: &[&'n str]) -> bool {
    let (count, b) = (a.clone().count(), b.iter().copied());
    if count <= b.len() { holds(a, count, b) } else { holds(b.clone(), b.len(), a) }
}

/// Whether the words of the shorter name all stand in the longer one.
fn holds<'n>(
    mut short: impl Iterator<Item = &'n str>,
    count: usize,
    mut long: impl DoubleEndedIterator<Item = &'n str>,
) -> bool {
    if count < 2 {
        return short.next().is_some_and(|only| long.next_back() == Some(only));
    }
    short.all(|w| long.any(|l| l == w || w.len() == 1 && l.starts_with(w) || l.len() == 1 && w.starts_with(l)))
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
    let near = |&&p: &&usize| {
        let person = &scene.cast.parties[p];
        let last = person.given.last().filter(|_| person.given.len() > 1 && person.entry.is_none());
        last.is_some_and(|last| {
            last.chars().next() == key.chars().next()
                && last.chars().rev().take(3).eq(key.chars().rev().take(3))
                && strsim::levenshtein(last, key) <= 2
        })
    };
    let mut found = scene.cast.alike(key).iter().filter(near);
    found.next().copied().filter(|_| found.next().is_none())
}
