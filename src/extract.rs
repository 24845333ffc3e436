//! [`Briefing`] → [`Findings`]: the actors, figures and meetings that its text names.
//!
//! Pure and deterministic: no clock, no file, no hash order. Words live in data files under `extract/`, grammar in
//! code. What counts as a finding, and every attribute of it, is defined in `DESIGN.md` ("What is found").

mod annotated;
mod classes;
mod dates;
mod declared;
mod explain;
mod few;
mod figures;
#[cfg(test)]
mod fixture;
mod index;
pub mod lexicon;
mod meetings;
mod names;
mod numbers;
mod overrule;
mod parties;
mod places;
mod record;
mod roles;
mod trail;
mod verbs;
mod vocabulary;
mod words;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use explain::{Explanation, ExplanationRecord, Row, TurnedDown, explain, quoted};
pub use lexicon::{Lexicon, LexiconInForce, LexiconProblem, OwnLexicon};
pub use record::Record;
pub use trail::{Aspect, Finding, NearMiss, Reason, Rule};

use annotated::Annotated;
use dates::Anchors;
use parties::View;
use trail::{Notes, Trail};
use words::Words;

use crate::briefing::Briefing;
use crate::text::Span;

/// Everything found in one briefing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// In the order of their first mention.
    pub actors: Vec<Actor>,
    /// In the order of the text.
    pub figures: Vec<Figure>,
    /// In the order of their first mention.
    pub meetings: Vec<Meeting>,
    /// Every date phrase, in the order of the text ("January 10", "on Thursday"), resolved or not.
    pub dates: Vec<DatePhrase>,
}

/// The kebab-case of an actor's canonical English name: `vladimir-putin`.
pub type ActorId = String;

/// A named party that can act in world affairs.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its identity across briefings.
    pub id: ActorId,
    /// Its canonical English name.
    pub name: String,
    /// What sort of party.
    pub kind: ActorKind,
    /// A person's office as the text gives it, lower case, without the country.
    pub role: Option<String>,
    /// The state or organisation the office is held in, or whose body an organisation is.
    pub of: Option<ActorId>,
    /// Where the text names it, in order. None where only front matter names it.
    pub mentions: Vec<Span>,
}

/// The sort of an [`Actor`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// A named individual.
    Person,
    /// A country, or a territory that acts with its own government.
    State,
    /// A body: intergovernmental, ministry, party, company, named force.
    Organisation,
    /// A named force that is no state's regular army, or a named formation.
    ArmedGroup,
}

/// A stated count of forces or losses.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is counted.
    pub kind: FigureKind,
    /// The noun, as the text gives it ("troops", "killed").
    pub what: String,
    /// The least that is said.
    pub low: u64,
    /// The most that is said; equal to `low` unless `bound` is `Range`.
    pub high: u64,
    /// How exact it is.
    pub bound: Bound,
    /// Whose force or loss.
    pub side: Option<ActorId>,
    /// Where, as the sentence says it (`where` in JSON).
    pub place: Option<String>,
    /// Who says so.
    pub said_by: Option<ActorId>,
    /// The day that it is of, where its clause or the entry of a timeline says one. Not in JSON.
    pub as_of: Option<Date>,
    /// The words of the figure, with its bound: "an estimated 100,000 troops". Empty where front matter declares the
    /// figure and does not say where it stands.
    pub span: Span,
}

/// What a [`Figure`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// People under arms.
    Personnel,
    /// Formations.
    Unit,
    /// Weapons, vehicles, ships, ammunition.
    Equipment,
    /// Killed, wounded, captured, missing.
    Casualties,
}

/// How exact a [`Figure`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// No bound word.
    Exact,
    /// "about", "some", "an estimated"
    About,
    /// "more than", "at least"
    AtLeast,
    /// "up to", "fewer than"
    AtMost,
    /// Two numbers, or a vague count such as "dozens".
    Range,
}

/// An encounter between parties, past or planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// What sort of encounter.
    pub form: MeetingForm,
    /// The first day of when it is, at `precision`.
    pub date: Option<Date>,
    /// The last day, of a meeting of several days.
    pub date_end: Option<Date>,
    /// How exact `date` is; `None` exactly when there is no date.
    pub precision: Precision,
    /// The words that say when, as the text has them.
    pub date_text: Option<String>,
    /// The town where named, else the building or country.
    pub place: Option<String>,
    /// Who takes part.
    pub participants: Vec<ActorId>,
    /// How it stands as of the briefing's date.
    pub status: MeetingStatus,
    /// The clauses that state it, in order. None where only front matter does.
    pub mentions: Vec<Span>,
}

/// The sort of a [`Meeting`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the plain words")]
pub enum MeetingForm {
    Call,
    Talks,
    Summit,
    Visit,
    Meeting,
    Conference,
    Session,
    ExerciseObservation,
    Other,
}

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// The day is known.
    Day,
    /// A week, given as its Monday.
    Week,
    /// A month, given as its 1st.
    Month,
    /// A season, given as 1 March, June, September or December.
    Season,
    /// A year, given as 1 January.
    Year,
    /// Not known.
    None,
}

/// How a [`Meeting`] stands as of the briefing's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingStatus {
    /// Agreed or announced.
    Upcoming,
    /// Offered, called for, possible.
    Proposed,
    /// Going on.
    Ongoing,
    /// Over.
    Held,
    /// Called off.
    Cancelled,
}

/// A date as the text says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePhrase {
    /// The words: "January 10", "on Thursday" without its preposition.
    pub span: Span,
    /// What they come to, with the last day of a range; `None` where the text and the briefing's date do not settle it.
    pub date: Option<(Date, Option<Date>)>,
    /// How exact that is.
    pub precision: Precision,
}

/// Finds everything in `briefing`, by what `lexicon` knows. Dates resolve against the briefing's own date; without one,
/// no year is invented. What the briefing's front matter declares wins over what is found.
#[must_use]
pub fn extract(briefing: &Briefing, lexicon: &Lexicon) -> Findings {
    run(briefing, lexicon, Trail::off()).0
}

/// Finds everything, with what the rules note on the `trail`.
fn run(briefing: &Briefing, lexicon: &Lexicon, trail: Trail) -> (Findings, Notes) {
    let annotated = Annotated::new(briefing, trail);
    let declared = declared::Declarations::new(&annotated, lexicon);
    let mut names = names::find(&annotated, declared.lexicon());
    overrule::apply(&mut names, declared.lexicon());
    declared.actors(&mut names);
    let words = Words::new(&annotated);
    let anchors = Anchors::new(briefing, &words);
    let dated = dates::read(&words, &anchors);
    let view = View::new(&words, &names, &dated, &anchors);
    let mut figures = figures::find(&view);
    let mut meetings = meetings::find(&view);
    declared.figures(&mut figures, &names);
    declared.meetings(&mut meetings, &names);
    let dates = dates::phrases(&words, &dated);
    let findings = Findings { figures, meetings, dates, actors: names.actors };
    (findings, annotated.trail.into_notes())
}
