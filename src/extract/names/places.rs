//! Places that the lexicon does not have, by what stands before or behind them: "the village of Koutougou", "near Sudzha",
//! "the Kursk region". They are no actors; meetings and figures ask where.

use super::super::lexicon::grammar::Tags;
use super::{Claim, Scene, rules};
use crate::text::TokenKind;

/// Claims them.
pub(super) fn find(scene: &mut Scene) {
    for at in scene.words.candidates.capitals.clone().iter().map(|&at| at as usize) {
        let Some(to) = name_at(scene, at) else { continue };
        if said_to_be_a_place(scene, at, to) {
            scene.claim(at, to, Claim::Place(None, None), &rules::SAID_PLACE);
        }
    }
}

/// The token behind the free capitalised words that begin at `at`.
fn name_at(scene: &Scene, at: usize) -> Option<usize> {
    let words = &scene.words;
    let part = |t: usize| {
        t < words.len()
            && words.capital(t)
            && words.kind(t) == TokenKind::Word
            && scene.is_free(t, t + 1)
            && !words.is(
                t,
                Tags::MONTH
                    .with(Tags::WEEKDAY)
                    .with(Tags::OFFICE)
                    .with(Tags::HONORIFIC)
                    .with(Tags::BODY)
                    .with(Tags::THING),
            )
    };
    if !part(at) || words.opens(at) || words.words[at].heading || words.is(at, Tags::STOP) {
        return None;
    }
    let mut to = at + 1;
    while part(to) && to < at + 4 {
        to += 1;
    }
    Some(to)
}

fn said_to_be_a_place(scene: &Scene, from: usize, to: usize) -> bool {
    let words = &scene.words;
    let Some(before) = from.checked_sub(1) else { return false };
    let article = usize::from(words.low(before) == "the");
    let preposition = before.checked_sub(article).is_some_and(|t| words.is(t, Tags::PLACE_PREPOSITION));
    let kind_before = words.low(before) == "of" && before > 0 && words.is(before - 1, Tags::PLACE_NOUN);
    let kind_behind =
        words.is(to, Tags::PLACE_NOUN) && !words.capital(to) || words.is(to - 1, Tags::PLACE_NOUN) && to - from > 1;
    // "from Smith": only the prepositions of rest are sure, "from" and "via" are not.
    let sure = !matches!(words.low(before), "from" | "via" | "off" | "through" | "toward" | "towards" | "beyond");
    preposition && sure || kind_before || kind_behind
}

#[cfg(test)]
mod tests {
    use super::super::testing::{actors, places};

    #[test]
    fn what_is_said_to_be_a_place_is_one() {
        for (text, expected) in [
            ("A bomb fell near Qoryoleyka.", "Qoryoleyka"),
            ("The village of Zorrovka burned.", "Zorrovka"),
            ("Fire spread across the Zorrovka region.", "Zorrovka"),
        ] {
            assert_eq!(places(text), [expected], "{text}");
            assert_eq!(actors(text), Vec::<String>::new(), "{text}");
        }
    }
}
