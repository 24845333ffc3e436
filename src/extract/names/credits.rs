//! Bylines, photo credits and source lines: who only reports is no actor.

use super::super::lexicon::fold::fold;
use super::super::lexicon::grammar::Tags;
use super::{Claim, Scene, rules};
use crate::briefing::Masthead;
use crate::text::{TokenKind, tokens};

/// Takes the tokens of credits, so that no name is found in them.
pub(super) fn claim(scene: &mut Scene) {
    let credits = scene.words.candidates.credits.clone();
    let mut left = &credits[..];
    let mut start = 0;
    for end in 0..=scene.words.len() {
        if end < scene.words.len() && scene.words.kind(end) != TokenKind::Break {
            continue;
        }
        let (here, behind) = left.split_at(left.partition_point(|&at| (at as usize) < end));
        line(scene, start, end, here);
        left = behind;
        start = end + 1;
    }
}

/// Takes the names of the outlets and writers that the briefing gives as its own, unless they are known parties.
pub(super) fn claim_mastheads(scene: &mut Scene, masthead: &Masthead) {
    for name in masthead.sources.iter().chain(&masthead.authors) {
        let wanted: Vec<String> = tokens(name).into_iter().map(|t| fold(t.text(name))).collect();
        if wanted.len() < 2 || !scene.lexicon.named(name).is_empty() {
            continue;
        }
        for at in scene.words.places_of(&wanted[0]) {
            let to = at + wanted.len();
            if wanted.iter().enumerate().all(|(i, w)| scene.words.low(at + i) == w) && scene.is_free(at, to) {
                scene.claim(at, to, Claim::Nothing, &rules::CREDIT);
            }
        }
    }
}

fn line(scene: &mut Scene, start: usize, end: usize, credits: &[u32]) {
    if start >= end {
        return;
    }
    let words = &scene.words;
    // "Sources: AP and PA Media", "By Jane Doe", "© 2025 Example Media Ltd", "Compiled from agency reports."
    let first = words.low(start);
    let byline = first == "by" && end - start <= 8 && words.capital(start + 1) && !ends_like_prose(scene, end);
    let label = matches!(first, "source" | "sources" | "via" | "author" | "authors" | "topics" | "tags" | "related")
        && words.of(start + 1) == ":";
    let extra = usize::from(matches!(first, "additional" | "further" | "cover" | "main" | "with"));
    let credit_line =
        words.is(start + extra, Tags::CREDIT) && matches!(words.low(start + extra + 1), "by" | "from" | ":" | "and");
    if byline || label || credit_line || matches!(words.of(start), "©") {
        return scene.claim(start, end, Claim::Nothing, &rules::CREDIT);
    }
    // "… on Friday. Photograph: Kevin Ruiz/Getty Images": from the word to the end of the line.
    for at in credits.iter().map(|&at| at as usize) {
        let word_credit = scene.words.is(at, Tags::CREDIT)
            && (scene.words.of(at + 1) == ":" || scene.words.low(at + 1) == "by")
            && (scene.words.capital(at) || scene.words.of(at + 1) == ":");
        let agency_credit = scene.words.of(at) == "©";
        if (word_credit || agency_credit) && scene.is_free(at, end) {
            let to = (at..end).find(|&t| t > at + 1 && scene.words.of(t) == ")").unwrap_or(end);
            return scene.claim(at, to, Claim::Nothing, &rules::CREDIT);
        }
    }
}

fn ends_like_prose(scene: &Scene, end: usize) -> bool {
    matches!(scene.words.of(end - 1), "." | "”" | "?" | "!")
}

#[cfg(test)]
mod tests {
    use super::super::testing::actors;

    #[test]
    fn who_only_reports_is_no_actor() {
        for text in [
            "Reporting by Ana Quispe and Lucia Duarte; editing by Halvard Brekke",
            "Sources: AP and Reuters",
            "The two on the tarmac. Photograph: Ana Quispe/Getty Images",
            "© 2025 Falcon Media Group Ltd. All rights reserved.",
            "It will rain, an official told Reuters on Monday.",
        ] {
            assert_eq!(actors(text), Vec::<String>::new(), "{text}");
        }
    }
}
