//! Abbreviations that the text defines: "Intergovernmental Authority on Development (IGAD)". The short form then
//! means that party to the end, whatever else it means in the world.

use foldhash::HashMap;

use super::super::ActorKind;
use super::super::lexicon::EntryKind;
use super::super::lexicon::grammar::Tags;
use super::armed::kind_of;
use super::bodies::title_case;
use super::{Claim, Scene, is_kind, rules};
use crate::text::TokenKind;

/// Finds the definitions, and claims the names that they define.
pub(super) fn find(scene: &mut Scene) {
    let brackets = scene.words.candidates.brackets.iter().map(|&at| at as usize);
    let brackets: Vec<usize> = brackets
        .filter(|&at| at > 0 && matches!(scene.words.of(at + 2), ")" | "," | ";") && is_short(scene, at + 1))
        .filter(|&at| !is_outlet_or_state(scene, at + 1))
        .collect();
    if brackets.is_empty() {
        return;
    }
    let mut places: HashMap<String, Places> = HashMap::default();
    for &at in &brackets {
        places.entry(scene.words.low(at + 1).to_owned()).or_default();
    }
    for at in scene.words.candidates.capitals.iter().map(|&at| at as usize) {
        if let Some(places) = places.get_mut(scene.words.low(at)) {
            places.all.push(at);
        }
    }
    for at in brackets {
        if scene.is_free(at - 1, at + 2)
            && let Some(places) = places.get_mut(scene.words.low(at + 1))
        {
            define(scene, at, places);
        }
    }
}

/// Where a word that stands alone in brackets stands with a capital. Each place is claimed once, however often the text
/// defines the word.
#[derive(Default)]
struct Places {
    all: Vec<usize>,
    /// How many of them have been claimed that stand before a definition.
    before: usize,
    /// Whether those behind a definition have been claimed for a party, and for a thing.
    behind: (bool, bool),
}

fn define(scene: &mut Scene, open: usize, places: &mut Places) {
    let split = places.all.partition_point(|&at| at < open);
    let short = scene.words.of(open + 1);
    let known = known_before(scene, open);
    if known.is_none()
        && let Some(from) = thing_before(scene, open, short)
    {
        // "the Line of Actual Control (LAC)", "the Comprehensive Test Ban Treaty (CTBT)"
        scene.claim(from, open, Claim::Nothing, &rules::THING);
        let new = !std::mem::replace(&mut places.behind.1, true);
        for &at in places.all[split..].iter().filter(|_| new) {
            if scene.words.capital(at) && scene.is_free(at, at + 1) {
                scene.claim(at, at + 1, Claim::Nothing, &rules::THING);
            }
        }
        return;
    }
    let spelt =
        spelt_before(scene, open, short).or_else(|| if known.is_none() { named_before(scene, open) } else { None });
    let party = match (known, spelt) {
        // The lexicon's name, unless the letters show that the name is longer than it.
        (Some((from, entry)), longer) if longer.is_none_or(|l| l >= from) => {
            let party = scene.cast.of_entry(scene.lexicon, entry, scene.year);
            scene.name(party, from, open, &rules::SPELT_OUT);
            party
        }
        (_, Some(from)) => {
            let name = title_case(&scene.phrase(from, open));
            let kind = kind_of(scene, from, open);
            let of = scene.holder_before(from).map(|h| h.id).or_else(|| owner_inside(scene, from));
            // The letters may be those of a party that is known under another spelling of its name.
            let party = match same_letters(scene, open + 1, kind) {
                Some(entry) if words_agree(scene, entry, from, open) => {
                    scene.cast.of_entry(scene.lexicon, entry, scene.year)
                }
                _ => scene.cast.of_name(&name, kind, of),
            };
            scene.name(party, from, open, &rules::SPELT_OUT);
            party
        }
        _ => return,
    };
    scene.name(party, open + 1, open + 2, &rules::SPELT_OUT);
    let key = scene.words.low(open + 1).to_owned();
    scene.cast.defined.insert(key, party);
    // Later mentions by the letters.
    let new = !std::mem::replace(&mut places.behind.0, true);
    for &at in places.all[split..].iter().filter(|&&at| new && at > open + 1) {
        if scene.words.capital(at)
            && scene.is_free(at, at + 1)
            && scene.hit_at[at].is_none_or(|h| scene.hits[h.at()].to == at + 1 && scene.hits[h.at()].from == at)
        {
            scene.name(party, at, at + 1, &rules::DEFINED);
        }
    }
    let done = std::mem::replace(&mut places.before, split);
    for &at in &places.all[done.min(split)..split] {
        if scene.words.words[at].shouted && scene.is_free(at, at + 1) {
            scene.name(party, at, at + 1, &rules::DEFINED);
        }
    }
}

/// Whether the word alone in brackets is short enough for an abbreviation, and made of capitals or known.
fn is_short(scene: &Scene, at: usize) -> bool {
    let short = scene.words.of(at);
    let letters = short.chars().filter(|c| c.is_alphanumeric()).count();
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    scene.words.kind(at) == TokenKind::Word && (2..=9).contains(&letters) && capitals * 2 > letters
        || scene.words.capital(at) && letters >= 4 && scene.hit_from(at).is_some() && letters <= 9
}

fn is_outlet_or_state(scene: &Scene, at: usize) -> bool {
    scene.hit_from(at).is_some_and(|hit| {
        let mut meanings = scene.meanings(hit).peekable();
        meanings.peek().is_some()
            && meanings.all(|(entry, ..)| {
                matches!(entry.kind, EntryKind::Outlet | EntryKind::Place) || is_kind(entry, &[ActorKind::State])
            })
    })
}

/// The body of the lexicon whose name ends right before the bracket.
fn known_before(scene: &Scene, open: usize) -> Option<(usize, u32)> {
    let hit = scene.hit_to(open)?;
    let letters = scene.words.low(open + 1);
    let mut found: Vec<(bool, bool, u32)> = scene
        .meanings(hit)
        .filter(|(entry, ..)| is_kind(entry, &[ActorKind::Organisation, ActorKind::ArmedGroup]))
        // "House of Representatives" in a text about another state.
        .filter(|(entry, ..)| {
            let doubtful = hit.aliases.iter().all(|&a| scene.lexicon.aliases[a as usize].ambiguous);
            !doubtful || entry.of.is_none() || entry.of == super::owners::main_state(scene)
        })
        .map(|(entry, at, _)| {
            let named_so = scene.hit_from(open + 1).is_some_and(|short| scene.meanings(short).any(|(_, a, _)| a == at));
            let home = entry.of.as_ref().is_none_or(|of| scene.states.contains(of));
            (!named_so, !home, at)
        })
        .collect();
    found.sort_unstable();
    let &(not_named_so, _, at) = found.first()?;
    // A one-word name before the bracket needs the lexicon to know both as one.
    (hit.to - hit.from > 1 || !not_named_so || letters.len() > 2).then_some((hit.from, at))
}

/// The first token of a name before the bracket that is a place's, a treaty's or an operation's by its own words.
fn thing_before(scene: &Scene, open: usize, short: &str) -> Option<usize> {
    let from = spelt_before(scene, open, short)?;
    let any = |tags: Tags| (from..open).any(|t| scene.words.capital(t) && scene.words.is(t, tags));
    let place = scene.hit_at[open - 1].is_some_and(|h| {
        let hit = &scene.hits[h.at()];
        hit.from <= from && scene.meanings(hit).all(|(e, ..)| e.kind == EntryKind::Place)
    });
    (place || any(Tags::THING.with(Tags::PLACE_NOUN)) && !any(Tags::BODY)).then_some(from)
}

/// The first token of the capitalised words before the bracket whose initials the short form is made of.
fn spelt_before(scene: &Scene, open: usize, short: &str) -> Option<usize> {
    let wanted: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let mut from = open;
    let mut initials: Vec<char> = Vec::new();
    while from > 0 && open - from < 14 {
        let t = from - 1;
        let small =
            matches!(scene.words.low(t), "of" | "for" | "and" | "the" | "on" | "in" | "&" | "de" | "to" | "s" | "al")
                || scene.words.kind(t) == TokenKind::Possessive;
        if !(scene.words.capital(t) || small) || scene.words.kind(t) == TokenKind::Break {
            break;
        }
        from = t;
        if scene.words.capital(t) || small {
            let pieces: Vec<char> = scene.words.low(t).split('-').filter_map(|p| p.chars().next()).collect();
            for c in pieces.into_iter().rev() {
                initials.insert(0, c);
            }
        }
        if scene.words.capital(t) && initials.first() == wanted.first() && is_made_of(&wanted, &initials) {
            return (open - from >= 2).then_some(from);
        }
    }
    None
}

/// The first token of a long capitalised name right before the bracket, whatever language its letters are of.
fn named_before(scene: &Scene, open: usize) -> Option<usize> {
    if !scene.words.words[open + 1].shouted || scene.words.low(open + 1).chars().count() < 3 {
        return None;
    }
    let words = &scene.words;
    let mut from = open;
    let mut capitals = 0;
    while from > 0 && open - from < 14 {
        let t = from - 1;
        let joins = matches!(words.low(t), "of" | "for" | "and" | "the" | "on" | "in" | "&" | "de" | "s")
            || words.of(t) == "," && words.capital(t + 1);
        if words.capital(t) && words.kind(t) == TokenKind::Word && !words.is(t, Tags::OFFICE) {
            capitals += 1;
            from = t;
        } else if joins && from < open && words.kind(t) != TokenKind::Break {
            from = t;
        } else {
            break;
        }
    }
    while from < open
        && (!words.capital(from)
            || words.opens(from) && words.low(from + 1) == "of"
            || words.opens(from) && words.is(from, Tags::STOP))
    {
        from += 1;
    }
    let from = super::bodies::behind_person(scene, from, open);
    let comma = (from..open).any(|t| words.of(t) == ",");
    let body = (from..open).any(|t| words.is(t, Tags::BODY));
    let two = (from..open).filter(|&t| words.capital(t)).count();
    (two >= 2 && capitals >= 2 && (body || two >= 3) && (!comma || two >= 5)).then_some(from)
}

/// Whether the letters stand in the initials in order, the first first.
fn is_made_of(letters: &[char], initials: &[char]) -> bool {
    let mut left = initials.iter();
    letters.iter().all(|l| left.any(|i| i == l))
}

/// A party of the lexicon that the short form is a name of, if there is exactly one of the kind.
fn same_letters(scene: &Scene, at: usize, kind: ActorKind) -> Option<u32> {
    let hit = scene.hit_from(at)?;
    let mut found = scene.meanings(hit).filter(|(entry, ..)| is_kind(entry, &[kind])).map(|(_, at, _)| at);
    let only = found.next()?;
    let of = scene.lexicon.entries[only as usize].of.as_ref();
    (found.next().is_none()
        && of.is_none_or(|of| {
            scene.lexicon.entries[only as usize].name.contains(' ')
                && super::owners::main_state(scene).as_ref() == Some(of)
        }))
    .then_some(only)
}

/// Whether the spelt-out name shares most of its long words with the entry's.
fn words_agree(scene: &Scene, entry: u32, from: usize, to: usize) -> bool {
    let name = super::super::lexicon::fold::fold(&scene.lexicon.entries[entry as usize].name);
    let long: Vec<&str> = (from..to).map(|t| scene.words.low(t)).filter(|w| w.len() > 3).collect();
    let shared = long.iter().filter(|w| name.contains(&w[..w.len().min(5)])).count();
    shared * 2 > long.len()
}

/// The state whose name or adjective a name begins with.
fn owner_inside(scene: &Scene, from: usize) -> Option<String> {
    let hit = scene.hit_from(from)?;
    scene
        .meanings(hit)
        .find(|(entry, ..)| is_kind(entry, &[ActorKind::State]))
        .filter(|_| !scene.words.is(from, Tags::REGION))
        .map(|(entry, ..)| entry.id.clone())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{actors, mentions};

    #[test]
    fn a_defined_abbreviation_is_the_party_to_the_end() {
        let text = "The Zamoran Authority on Fisheries (ZAF) met. The ZAF agreed.";
        assert_eq!(mentions(text, "Zamoran Authority on Fisheries"), ["Zamoran Authority on Fisheries", "ZAF", "ZAF"]);
        // The bracket may have more in it.
        let text = "The Zamoran Authority on Fisheries (ZAF, 国防部) met. The ZAF agreed.";
        assert_eq!(mentions(text, "Zamoran Authority on Fisheries"), ["Zamoran Authority on Fisheries", "ZAF", "ZAF"]);
        let text = "The National Council of Zamoran Renewal (CNRZ) met, and CNRZ agreed.";
        assert_eq!(mentions(text, "National Council of Zamoran Renewal").len(), 3);
    }

    #[test]
    fn a_bracket_is_not_always_a_definition() {
        assert_eq!(
            actors("Presidents met on Monday (AP). Elsewhere in Europe (see p. 4) nothing moved."),
            Vec::<String>::new()
        );
    }
}
