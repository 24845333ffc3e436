//! Whose estimate a number is called.

use std::ops::Range;

use super::classes::CLASSES;
use super::nouns::NOUNS;
use super::said_by::Sayer;
use super::source::source_at;
use crate::extract::annotated::MentionForm;
use crate::extract::numbers::cardinal_at;
use crate::extract::parties::{Cover, View};
use crate::text::TokenKind;

/// "by the UN's estimate", "by American reckoning", "Ukraine's own count is 12,000": the owner of a noun of reckoning.
pub(super) fn by_estimate(view: &View<'_>, core: &Range<usize>, near: Range<usize>) -> Option<Sayer> {
    let words = view.words;
    // "12,000 by Habre's": the noun left out.
    if words.at(core.end) == "by"
        && let Some((actor, _)) = view.named(core.end + 1)
        && words.kind(view.cover_end(core.end + 1)) == TokenKind::Possessive
        && words.kind(view.cover_end(core.end + 1) + 1) != TokenKind::Word
    {
        return Some(Sayer { actor: Some(actor), at: core.end });
    }
    for j in near {
        if !CLASSES.estimate.contains(words.at(j)) || core.contains(&j) {
            continue;
        }
        // "on the estimate of the Intelligence Service"
        if CLASSES.own_words.contains(words.at(j))
            && words.at(j + 1) == "of"
            && matches!(words.before(j, 2), "by" | "on")
        {
            let at = if words.at(j + 2) == "the" { j + 3 } else { j + 2 };
            // "Estonia's Foreign Intelligence Service": the service, not its state.
            let after = view.cover_end(at);
            let own = words.kind(after) == TokenKind::Possessive;
            let source = view.named(if own { after + 1 } else { at }).map(|(actor, _)| actor);
            let source = source.or_else(|| source_at(view, j + 2));
            if source.is_some() {
                return Some(Sayer { actor: source, at: j });
            }
        }
        let mut at = j;
        while matches!(
            words.before(at, 1),
            "own" | "latest" | "official" | "running" | "conservative" | "last" | "first"
        ) {
            at -= 1;
        }
        if words.kind(at.saturating_sub(1)) == TokenKind::Possessive {
            at -= 1;
        }
        let Some((actor, form)) = at.checked_sub(1).and_then(|k| view.named(k)) else { continue };
        if form != MentionForm::Demonym && words.kind(at) != TokenKind::Possessive {
            continue;
        }
        // Led by "by" it stands anywhere in the clause; else it is the subject of the number right behind it.
        let mut start = at - 1;
        while start > 0 && view.cover(start - 1) == view.cover(at - 1) {
            start -= 1;
        }
        let led = matches!(words.before(start, if words.before(start, 1) == "the" { 2 } else { 1 }), "by" | "on");
        let is_it = j < core.start
            && core.start - j <= 6
            && (j + 1..core.start).all(|k| {
                let word = words.at(k);
                CLASSES.standing.contains(word)
                    || CLASSES.reaching.contains(word)
                    || NOUNS.is_loss(word)
                    || view.named(k).is_some()
                    || matches!(
                        word,
                        "at" | "to"
                            | "of"
                            | "lower"
                            | "higher"
                            | ","
                            | "about"
                            | "some"
                            | "nearly"
                            | "over"
                            | "more"
                            | "than"
                    )
            });
        // "Russia's toll is 12,000" tells of Russia, not what it says.
        let own = CLASSES.own_words.contains(words.at(j));
        // "six brigades and, by the embassy's count, 9,000 men": of the number behind it.
        let next = j > core.end && words.at(j + 1) == "," && (j + 2..j + 5).any(|k| cardinal_at(words, k).is_some());
        // "8,000 men by American estimates, 12,000 by Libyan ones": of the number before it.
        let past = led
            && j < core.start
            && words.at(j + 1) == ","
            && !matches!(words.before(start, if words.before(start, 1) == "the" { 3 } else { 2 }), "," | "and")
            && (start.saturating_sub(10)..start)
                .rev()
                .take_while(|&k| !matches!(words.at(k), "." | ";" | ":"))
                .any(|k| cardinal_at(words, k).is_some() && !matches!(view.cover(k), Cover::Date(_)));
        if next || past {
            continue;
        }
        let own = own || words.at(j) == "total" && words.at(j + 1) == "of";
        if own && (led || is_it) {
            return Some(Sayer { actor: Some(actor), at: j });
        }
    }
    None
}
