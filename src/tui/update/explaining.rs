//! Why: from a row, or from the words under the cursor, to the rules that found it or turned it down.

use crate::extract::{Explanation, explain};
use crate::text::Span;
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::why::{Subject, Why};
use crate::tui::panes::Pane;

/// Explains the row in focus, or what stands under the article's cursor.
pub(super) fn why(model: &mut Model) {
    let Some(reader) = &model.reader else { return };
    let briefing = &reader.document.briefing;
    let explanation = explain(briefing, model.lexicon.get());
    let findings = &explanation.findings;
    let item = model.findings.rows(model.focus).and_then(|rows| rows.item());
    let subject = match model.focus {
        Pane::Actors => item.and_then(|item| findings.actors.get(item)).map(Subject::Actor),
        Pane::Figures => item.and_then(|item| findings.figures.get(item)).map(Subject::Figure),
        Pane::Meetings => item.and_then(|item| findings.meetings.get(item)).map(Subject::Meeting),
        Pane::Library | Pane::Article => under(&explanation, reader.word()),
    };
    match subject.map(|subject| Why::new(&explanation, subject, &briefing.text)) {
        Some(why) => model.overlays.push(Overlay::Why(why)),
        None => model.warn("nothing was found here, and nothing turned down"),
    }
}

/// What stands under `word`: the shortest of what was found and what was turned down there.
fn under(explanation: &Explanation, word: Span) -> Option<Subject<'_>> {
    let findings = &explanation.findings;
    let actors = findings.actors.iter().flat_map(|a| a.mentions.iter().map(move |&m| (m, Subject::Actor(a))));
    let figures = findings.figures.iter().map(|f| (f.span, Subject::Figure(f)));
    let meetings = findings.meetings.iter().flat_map(|m| m.mentions.iter().map(move |&s| (s, Subject::Meeting(m))));
    let near_misses = explanation.near_misses.iter().map(|miss| (miss.span, Subject::NearMiss(miss)));
    let all = actors.chain(figures).chain(near_misses).chain(meetings);
    all.filter(|(span, _)| span.overlaps(word)).min_by_key(|(span, _)| span.len()).map(|(_, subject)| subject)
}
