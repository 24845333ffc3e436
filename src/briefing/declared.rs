//! What front matter declares of a briefing's actors, figures and meetings: `actors`, `figures` and `meetings`, with the
//! fields of `attache extract`. Read and checked in `read`; what they mean beside what is found is `extract`'s part.
//!
//! Whatever is wrong with a declaration is a warning, and the rest of it counts.

mod read;

use jiff::civil::Date;

pub(super) use read::{is_declaration, read};

use crate::text::Span;

/// What front matter says is in the text. Ids and names of actors are as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declared {
    /// Its actors.
    pub actors: Vec<DeclaredActor>,
    /// Its figures.
    pub figures: Vec<DeclaredFigure>,
    /// Its meetings.
    pub meetings: Vec<DeclaredMeeting>,
}

/// A declared actor: what is not said is left to what is found. It has an id or a name, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeclaredActor {
    /// Its id.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// One of [`ACTOR_KINDS`].
    pub kind: Option<String>,
    /// A person's office.
    pub role: Option<String>,
    /// Whose office or body it is: an id or a name.
    pub of: Option<String>,
}

/// A declared figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredFigure {
    /// One of [`FIGURE_KINDS`].
    pub kind: String,
    /// What is counted.
    pub what: String,
    /// The least.
    pub low: u64,
    /// The most.
    pub high: u64,
    /// One of [`BOUNDS`].
    pub bound: String,
    /// Whose: an id or a name.
    pub side: Option<String>,
    /// Where (`where`).
    pub place: Option<String>,
    /// Who says so: an id or a name.
    pub said_by: Option<String>,
    /// Where its words stand, if they were given and do.
    pub span: Option<Span>,
}

/// A declared meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredMeeting {
    /// One of [`FORMS`].
    pub form: String,
    /// Its first day.
    pub date: Option<Date>,
    /// Its last day.
    pub date_end: Option<Date>,
    /// One of [`PRECISIONS`]; "none" exactly when there is no date.
    pub precision: String,
    /// The words that say when.
    pub date_text: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// Who takes part: ids or names.
    pub participants: Vec<String>,
    /// One of [`STATUSES`].
    pub status: String,
    /// Where its words stand, in order.
    pub mentions: Vec<Span>,
}

/// The kinds of actor.
pub const ACTOR_KINDS: [&str; 4] = ["person", "state", "organisation", "armed-group"];
/// The kinds of figure.
pub const FIGURE_KINDS: [&str; 4] = ["personnel", "unit", "equipment", "casualties"];
/// How exact a figure can be.
pub const BOUNDS: [&str; 5] = ["exact", "about", "at-least", "at-most", "range"];
/// The forms of a meeting.
pub const FORMS: [&str; 9] =
    ["call", "talks", "summit", "visit", "meeting", "conference", "session", "exercise-observation", "other"];
/// How exact a meeting's date can be.
pub const PRECISIONS: [&str; 6] = ["day", "week", "month", "season", "year", "none"];
/// How a meeting can stand.
pub const STATUSES: [&str; 5] = ["upcoming", "proposed", "ongoing", "held", "cancelled"];
