//! A briefing and its findings as the JSON object that `attache extract` prints: offsets in Unicode scalar values,
//! `null` for whatever the text does not settle.

use serde::Serialize;

use super::{Actor, ActorKind, Bound, Figure, FigureKind, Findings, Meeting, MeetingForm, MeetingStatus, Precision};
use crate::briefing::{Briefing, DateFrom};
use crate::text::{ScalarOffsets, Span};

/// One line of `attache extract`; serialise it with `serde_json`.
#[derive(Debug, Serialize)]
pub struct Record<'b> {
    path: String,
    title: &'b str,
    date: Option<String>,
    date_from: DateFrom,
    sources: &'b [String],
    text: &'b str,
    actors: Vec<ActorRecord<'b>>,
    figures: Vec<FigureRecord<'b>>,
    meetings: Vec<MeetingRecord<'b>>,
}

#[derive(Debug, Serialize)]
struct ActorRecord<'b> {
    id: &'b str,
    name: &'b str,
    kind: ActorKind,
    role: Option<&'b str>,
    of: Option<&'b str>,
    mentions: Vec<Place<'b>>,
}

#[derive(Debug, Serialize)]
struct FigureRecord<'b> {
    kind: FigureKind,
    what: &'b str,
    low: u64,
    high: u64,
    bound: Bound,
    side: Option<&'b str>,
    r#where: Option<&'b str>,
    said_by: Option<&'b str>,
    #[serde(flatten)]
    place: Place<'b>,
}

#[derive(Debug, Serialize)]
struct MeetingRecord<'b> {
    form: MeetingForm,
    date: Option<String>,
    date_end: Option<String>,
    precision: Precision,
    date_text: Option<&'b str>,
    place: Option<&'b str>,
    participants: &'b [String],
    status: MeetingStatus,
    mentions: Vec<Place<'b>>,
}

/// Where something stands, in scalar values, and its words.
#[derive(Debug, Serialize)]
pub(super) struct Place<'b> {
    start: usize,
    end: usize,
    text: &'b str,
}

impl<'b> Record<'b> {
    /// The record of `findings` in `briefing`.
    #[must_use]
    pub fn new(briefing: &'b Briefing, findings: &'b Findings) -> Self {
        let places = Places::new(briefing);
        Record {
            path: briefing.path.to_string_lossy().into_owned(),
            title: &briefing.masthead.title,
            date: briefing.masthead.date.map(|d| d.to_string()),
            date_from: briefing.masthead.date_from(),
            sources: &briefing.masthead.sources,
            text: &briefing.text,
            actors: findings.actors.iter().map(|a| places.actor(a)).collect(),
            figures: findings.figures.iter().map(|f| places.figure(f)).collect(),
            meetings: findings.meetings.iter().map(|m| places.meeting(m)).collect(),
        }
    }
}

/// Turns spans of a briefing into places.
pub(super) struct Places<'b> {
    offsets: ScalarOffsets<'b>,
    text: &'b str,
}

impl<'b> Places<'b> {
    pub(super) fn new(briefing: &'b Briefing) -> Self {
        Self { offsets: ScalarOffsets::new(&briefing.text), text: &briefing.text }
    }

    pub(super) fn place(&self, span: Span) -> Place<'b> {
        Place {
            start: self.offsets.scalar(span.start),
            end: self.offsets.scalar(span.end),
            text: self.text.get(span.start..span.end).unwrap_or_default(),
        }
    }

    pub(super) fn all(&self, spans: &[Span]) -> Vec<Place<'b>> {
        spans.iter().map(|&span| self.place(span)).collect()
    }

    fn actor(&self, actor: &'b Actor) -> ActorRecord<'b> {
        ActorRecord {
            id: &actor.id,
            name: &actor.name,
            kind: actor.kind,
            role: actor.role.as_deref(),
            of: actor.of.as_deref(),
            mentions: self.all(&actor.mentions),
        }
    }

    fn figure(&self, figure: &'b Figure) -> FigureRecord<'b> {
        FigureRecord {
            kind: figure.kind,
            what: &figure.what,
            low: figure.low,
            high: figure.high,
            bound: figure.bound,
            side: figure.side.as_deref(),
            r#where: figure.place.as_deref(),
            said_by: figure.said_by.as_deref(),
            place: self.place(figure.span),
        }
    }

    fn meeting(&self, meeting: &'b Meeting) -> MeetingRecord<'b> {
        MeetingRecord {
            form: meeting.form,
            date: meeting.date.map(|d| d.to_string()),
            date_end: meeting.date_end.map(|d| d.to_string()),
            precision: meeting.precision,
            date_text: meeting.date_text.as_deref(),
            place: meeting.place.as_deref(),
            participants: &meeting.participants,
            status: meeting.status,
            mentions: self.all(&meeting.mentions),
        }
    }
}
