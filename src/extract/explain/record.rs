//! An explanation as the JSON object that `attache explain --format json` prints: offsets in Unicode scalar values.

use serde::Serialize;

use super::{Explanation, Row};
use crate::briefing::Briefing;
use crate::extract::record::{Place, Places};
use crate::extract::trail::{Aspect, Finding};

/// One line of `attache explain --format json`; serialise it with `serde_json`.
#[derive(Debug, Serialize)]
pub struct ExplanationRecord<'b> {
    path: String,
    actors: Vec<ActorRecord<'b>>,
    figures: Vec<FigureRecord<'b>>,
    meetings: Vec<MeetingRecord<'b>>,
    near_misses: Vec<NearMissRecord<'b>>,
}

#[derive(Debug, Serialize)]
struct ActorRecord<'b> {
    id: &'b str,
    name: &'b str,
    why: Vec<RowRecord<'b>>,
}

#[derive(Debug, Serialize)]
struct FigureRecord<'b> {
    #[serde(flatten)]
    place: Place<'b>,
    why: Vec<RowRecord<'b>>,
}

#[derive(Debug, Serialize)]
struct MeetingRecord<'b> {
    mentions: Vec<Place<'b>>,
    why: Vec<RowRecord<'b>>,
}

#[derive(Debug, Serialize)]
struct RowRecord<'b> {
    aspect: Aspect,
    rule: &'static str,
    says: &'static str,
    words: Vec<Place<'b>>,
}

#[derive(Debug, Serialize)]
struct NearMissRecord<'b> {
    of: Finding,
    #[serde(flatten)]
    place: Place<'b>,
    rule: &'static str,
    says: &'static str,
    words: Place<'b>,
}

impl<'b> ExplanationRecord<'b> {
    /// The record of `explanation` of `briefing`.
    #[must_use]
    pub fn new(briefing: &'b Briefing, explanation: &'b Explanation) -> Self {
        let places = Places::new(briefing);
        let why = |rows: Vec<Row>| -> Vec<RowRecord<'b>> {
            let record = |row: Row| RowRecord {
                aspect: row.aspect,
                rule: row.rule.name,
                says: row.rule.says,
                words: places.all(&row.words),
            };
            rows.into_iter().map(record).collect()
        };
        let findings = &explanation.findings;
        let actors = findings.actors.iter().map(|actor| ActorRecord {
            id: &actor.id,
            name: &actor.name,
            why: why(explanation.of_actor(actor)),
        });
        let figures = findings
            .figures
            .iter()
            .map(|figure| FigureRecord { place: places.place(figure.span), why: why(explanation.of_figure(figure)) });
        let meetings = findings.meetings.iter().map(|meeting| MeetingRecord {
            mentions: places.all(&meeting.mentions),
            why: why(explanation.of_meeting(meeting)),
        });
        let near_misses = explanation.near_misses.iter().map(|miss| NearMissRecord {
            of: miss.finding,
            place: places.place(miss.span),
            rule: miss.rule.name,
            says: miss.rule.says,
            words: places.place(miss.words),
        });
        Self {
            path: briefing.path.to_string_lossy().into_owned(),
            actors: actors.collect(),
            figures: figures.collect(),
            meetings: meetings.collect(),
            near_misses: near_misses.collect(),
        }
    }
}
