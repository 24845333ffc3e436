//! [`explain`]: the same findings as [`extract`](super::extract()), each with the rules and the words that led to it, and
//! what the rules turned down.

mod record;

use foldhash::HashMap;

pub use record::ExplanationRecord;

use super::trail::{Aspect, DECLARED, Finding, NearMiss, Reason, Rule, Trail};
use super::{Actor, Figure, Findings, Lexicon, Meeting, run};
use crate::briefing::Briefing;
use crate::text::Span;

/// No subject of a rule is longer, in bytes: "from 8,350 to 4,500", the name of a body.
const LONGEST_SUBJECT: usize = 400;

/// The findings of a briefing and why they are.
#[derive(Debug, Default)]
pub struct Explanation {
    /// What was found.
    pub findings: Findings,
    /// What looked like a finding and was turned down, in the order of the text, actors before figures before meetings.
    pub near_misses: Vec<NearMiss>,
    /// In the order of [`Finding`] and the text.
    reasons: Vec<Reason>,
}

/// What one rule decided of a finding, with all the words that led it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it decided.
    pub aspect: Aspect,
    /// The rule.
    pub rule: &'static Rule,
    /// The words that led to it, in bytes of the text, in order; none where the rule needs none.
    pub words: Vec<Span>,
}

/// Near misses with the same words that the same rule turned down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnedDown {
    /// What they might have been.
    pub finding: Finding,
    /// The rule that turned them down.
    pub rule: &'static Rule,
    /// Where they stand, in bytes of the text, in order.
    pub spans: Vec<Span>,
    /// The words that led to it, in bytes of the text, where they are others.
    pub words: Vec<Span>,
}

/// Finds everything in `briefing`, as [`extract`](super::extract()) does, and says why.
#[must_use]
pub fn explain(briefing: &Briefing, lexicon: &Lexicon) -> Explanation {
    let (findings, mut notes) = run(briefing, lexicon, Trail::on());
    notes.reasons.sort_by_key(|r| (r.finding, r.subject.start));
    let mut explanation = Explanation { findings, near_misses: Vec::new(), reasons: notes.reasons };
    let mut near_misses = notes.near_misses;
    // What one rule turned down another may have found.
    let found = explanation.found();
    near_misses.retain(|miss| {
        let next = found.partition_point(|&(finding, span)| (finding, span.start) < (miss.finding, miss.span.end));
        let before = next.checked_sub(1).map(|before| found[before]);
        !before.is_some_and(|(finding, span)| finding == miss.finding && span.end > miss.span.start)
    });
    // Of several rules on the same words the first says it best.
    near_misses.sort_by_key(|miss| (miss.finding, miss.span.start));
    near_misses.dedup_by(|next, kept| next.finding == kept.finding && next.span.start < kept.span.end);
    explanation.near_misses = near_misses;
    explanation
}

impl Explanation {
    /// Why an actor of [`Explanation::findings`] is one, and what it is.
    #[must_use]
    pub fn of_actor(&self, actor: &Actor) -> Vec<Row> {
        self.rows(Finding::Actor, &actor.mentions)
    }

    /// Why a figure is one, and what it says.
    #[must_use]
    pub fn of_figure(&self, figure: &Figure) -> Vec<Row> {
        self.rows(Finding::Figure, if figure.span.is_empty() { &[] } else { std::slice::from_ref(&figure.span) })
    }

    /// Why a meeting is one, and what it says.
    #[must_use]
    pub fn of_meeting(&self, meeting: &Meeting) -> Vec<Row> {
        self.rows(Finding::Meeting, &meeting.mentions)
    }

    /// The near misses of a briefing with this `text`, those that differ in nothing but their place together.
    #[must_use]
    pub fn turned_down(&self, text: &str) -> Vec<TurnedDown> {
        let mut groups: Vec<TurnedDown> = Vec::new();
        let mut known = HashMap::default();
        for miss in &self.near_misses {
            let group = *known.entry((miss.finding, miss.rule.name, miss.span.of(text))).or_insert_with(|| {
                let (finding, rule) = (miss.finding, miss.rule);
                groups.push(TurnedDown { finding, rule, spans: Vec::new(), words: Vec::new() });
                groups.len() - 1
            });
            groups[group].spans.push(miss.span);
            groups[group].words.extend((miss.words != miss.span).then_some(miss.words));
        }
        groups
    }

    /// The reasons whose subjects lie in `spans`, a row for each rule and aspect.
    fn rows(&self, finding: Finding, spans: &[Span]) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for span in spans {
            let far = span.start.saturating_sub(LONGEST_SUBJECT);
            let first = self.reasons.partition_point(|r| (r.finding, r.subject.start) < (finding, far));
            let near = self.reasons[first..].iter().take_while(|r| r.finding == finding && r.subject.start < span.end);
            let own = near.filter(|r| r.subject.end > span.start);
            for reason in own {
                let row = rows.iter_mut().find(|row| row.aspect == reason.aspect && row.rule == reason.rule);
                let row = match row {
                    Some(row) => row,
                    None => {
                        rows.push(Row { aspect: reason.aspect, rule: reason.rule, words: Vec::new() });
                        let last = rows.len() - 1;
                        &mut rows[last]
                    }
                };
                if !reason.words.is_empty() && !row.words.contains(&reason.words) {
                    row.words.push(reason.words);
                }
            }
        }
        // What is declared needs no other reason; and what has no words in the text can only be declared.
        if spans.is_empty() || rows.iter().any(|row| row.rule == &DECLARED) {
            return vec![Row { aspect: Aspect::Found, rule: &DECLARED, words: Vec::new() }];
        }
        rows.sort_by_key(|row| row.aspect);
        rows
    }

    /// The words of all findings, in order; those of one sort that overlap are one.
    fn found(&self) -> Vec<(Finding, Span)> {
        let actors = self.findings.actors.iter().flat_map(|a| &a.mentions).map(|&m| (Finding::Actor, m));
        let figures = self.findings.figures.iter().map(|f| (Finding::Figure, f.span));
        let meetings = self.findings.meetings.iter().flat_map(|m| &m.mentions).map(|&m| (Finding::Meeting, m));
        let mut all: Vec<(Finding, Span)> = actors.chain(figures).chain(meetings).collect();
        all.sort_unstable();
        all.dedup_by(|(finding, next), (before, span)| {
            let one = finding == before && next.start < span.end;
            if one {
                span.end = span.end.max(next.end);
            }
            one
        });
        all
    }
}

/// The words of `spans` of `text` in quotation marks, each once with how often it stands there.
#[must_use]
pub fn quoted(spans: &[Span], text: &str) -> String {
    let mut all: Vec<(String, usize)> = Vec::new();
    for span in spans {
        let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        match all.iter_mut().find(|(known, _)| *known == words) {
            Some((_, times)) => *times += 1,
            None => all.push((words, 1)),
        }
    }
    let one = |(words, times): &(String, usize)| match times {
        1 => format!("“{words}”"),
        times => format!("“{words}” {times} times"),
    };
    all.iter().map(one).collect::<Vec<_>>().join(", ")
}
