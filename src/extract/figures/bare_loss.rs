//! Losses that are counted by the number alone: "killed 12", "lost 241 of their number", "a toll of 300".

use std::ops::Range;

use super::counted::Counted;
use super::fate::idiom;
use super::loss::loss_around;
use crate::extract::numbers::Count;
use crate::extract::parties::View;
use crate::extract::trail::Rule;
use crate::extract::{ActorKind, Bound, FigureKind};

static BARE_LOSS: Rule = Rule::new("bare-loss", "the words around the number tell of a loss");

/// The loss that a bare `count` from token `start` on counts.
pub(super) fn bare_loss(
    view: &View<'_>,
    count: &Count,
    start: usize,
    previous: Option<&Counted>,
    sentence: &Range<usize>,
) -> Option<Counted> {
    let words = view.words;
    let end = count.tokens.end;
    let after = words.at(end);
    let near = |j: usize| words.before(start, j);
    let whole = |kind, what: String, end| Some(Counted::left_out(count.tokens.start..end, kind, &what, &BARE_LOSS));
    // "killed 12, wounded 40", "another 20 were wounded", "12 dead"
    if count.low < 1_000_000
        && let Some((what, at)) = loss_around(view, count, end, sentence)
        && (at >= end || !matches!(words.at(at), "lost" | "losing" | "lose" | "loses") || previous.is_some())
    {
        let close = if at >= end && at < end + 5 { at + 1 } else { end };
        return whole(FigureKind::Casualties, what, close);
    }
    // "lost 241 of their number", "the militia is thought to have lost 1,000"
    if matches!(words.before(start, 1), "lost" | "lose" | "losing") && count.low >= 2 && count.low < 1_000_000 {
        let number = after == "of" && matches!(words.at(end + 1), "its" | "their") && words.at(end + 2) == "number";
        let group = view.subject_at(start - 1).is_some_and(|s| {
            view.actors(s.first, s.last).iter().all(|&a| view.kind(a) == ActorKind::ArmedGroup)
                && view.parties[s.last].acts()
        });
        let closed = matches!(after, "." | "," | ";" | "and" | "in" | "at" | "there" | "since" | "" | ")");
        if number || group && closed && previous.is_none_or(|p| p.kind != FigureKind::Equipment) {
            return whole(FigureKind::Casualties, "killed".into(), if number { end + 3 } else { end });
        }
    }
    // "lists 14 who have come back in coffins"
    if previous.is_some()
        && words.at(end) == "who"
        && let Some((what, at)) = idiom(view, end, sentence)
    {
        return whole(FigureKind::Casualties, what, at + 1);
    }
    // "a death toll of 300", "put the toll at 40"
    if (1..=4).any(|k| near(k) == "toll") && matches!(near(1), "of" | "at" | "to" | "is" | "was" | "stood" | "than") {
        return whole(FigureKind::Casualties, "killed".into(), end);
    }
    // "the toll has climbed past 300"
    if (2..=4).any(|k| near(k) == "toll") && matches!(near(1), "past" | "beyond" | "passed" | "topped" | "exceeded") {
        let found = whole(FigureKind::Casualties, "killed".into(), end);
        return found.map(|c| Counted { bound: Some(Bound::AtLeast), ..c });
    }
    None
}
