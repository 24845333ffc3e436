//! Of which day a count is, where the clause says it: "On 3 March the force numbered 900", "12 were killed on Friday".

use jiff::civil::Date;

use super::classes::CLASSES;
use crate::extract::Precision;
use crate::extract::dates::Dated;
use crate::extract::numbers::Count;
use crate::extract::parties::View;
use crate::extract::trail::{Aspect, Finding, Rule};
use crate::extract::words::Classes;

/// The clause's own day.
static DAY: Rule = Rule::new("day-of-the-clause", "a day in the same clause says of when the count is");
/// The day of a timeline's entry.
static ENTRY: Rule = Rule::new("day-of-the-entry", "the entry that it stands in has a day");

/// A day stands no farther from its count than this many tokens.
const REACH: usize = 30;

/// The day that `count` is of; none where the text gives none, or only a day from which or until which it holds.
pub(super) fn as_of(view: &View<'_>, count: &Count) -> Option<Date> {
    let sentence = view.sentence(count.core.start);
    let first = view.dated.partition_point(|d| d.tokens.start < sentence.start);
    let here = view.dated[first..].iter().take_while(|d| d.tokens.end <= sentence.end);
    let near = here.filter(|dated| {
        let gap = gap(dated, count);
        let clause = gap.clone().all(|j| !view.words.is(j, Classes::CLAUSE) && view.words.at(j) != ";");
        let lead = view.words.before(dated.tokens.start, 1);
        gap.len() <= REACH && clause && !CLASSES.spanning.contains(lead) && dated.precision == Precision::Day
    });
    let nearest = near.min_by_key(|dated| gap(dated, count).len());
    if let Some((dated, (day, None))) = nearest.and_then(|dated| Some((dated, dated.date?))) {
        view.words.because(Finding::Figure, &count.core, Aspect::AsOf, &DAY, &dated.tokens);
        return Some(day);
    }
    let entry = view.anchors.entry(count.core.start)?;
    view.words.because(Finding::Figure, &count.core, Aspect::AsOf, &ENTRY, &count.core);
    Some(entry)
}

/// The tokens between a date and a count.
fn gap(dated: &Dated, count: &Count) -> std::ops::Range<usize> {
    if dated.tokens.end <= count.tokens.start {
        dated.tokens.end..count.tokens.start
    } else {
        count.tokens.end..dated.tokens.start.max(count.tokens.end)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::fixture::{annotated, briefing, marked};
    use crate::extract::words::Words;
    use crate::extract::{Anchors, View, dates, figures};

    /// The days of the figures of a marked text of 5 May 2021, a Wednesday.
    fn days(source: &str) -> Vec<String> {
        let (text, names) = marked(source);
        let mut briefing = briefing(&text);
        briefing.masthead.date = "2021-05-05".parse().ok();
        let annotated = annotated(&briefing);
        let words = Words::new(&annotated);
        let anchors = Anchors::new(&briefing, &words);
        let dated = dates::read(&words, &anchors);
        let view = View::new(&words, &names, &dated, &anchors);
        figures::find(&view).iter().map(|f| f.as_of.map_or_else(|| "-".to_owned(), |day| day.to_string())).collect()
    }

    #[test]
    fn the_day_of_the_clause_or_of_the_entry() {
        for (text, expected) in [
            ("On 3 March {+Chad} had 900 soldiers there.", "2021-03-03"),
            ("Twelve soldiers of {+Chad} were killed on Monday.", "2021-05-03"),
            ("12 March: {+Chad} lost 40 soldiers.", "2021-03-12"),
            ("{+Chad} has lost 40 soldiers since 3 March.", "-"),
            ("{+Chad} will send 900 soldiers by 1 June.", "-"),
            ("{+Chad} has 900 soldiers there, which fought on Monday.", "-"),
            ("{+Chad} had 900 soldiers there in March.", "-"),
        ] {
            assert_eq!(days(text), [expected], "{text}");
        }
    }
}
