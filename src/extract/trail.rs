//! Why a finding is what it is: what each rule decided, by which words, and what it turned down.
//!
//! Extraction runs the same with a trail or without: rules note what they decide, and where no trail is kept a note costs
//! one test. A note is on a *subject*, the words that the rule looked at (a number, a verb of meeting, a name); it belongs
//! to whichever finding has that subject in its span or mentions. A later note on the same subject and aspect goes with
//! the earlier ones; where only one can hold, the last does.
//!
//! To note something, give the rule a name where it lives, and note it where it decides:
//!
//! ```ignore
//! /// The noun decides.
//! static REFUGEES: Rule = Rule::new("not-a-force", "the noun behind the number means no force");
//! words.reject(Finding::Figure, &count.core, &REFUGEES, &(head..head + 1));
//! words.because(Finding::Figure, &count.core, Aspect::Side, &OWNER, &owner);
//! ```

use std::cell::RefCell;

use serde::Serialize;

use crate::text::Span;

/// A rule of extraction.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Its name, in kebab-case: `noun-of-force`.
    pub name: &'static str,
    /// What it says, in one line that goes on from "because".
    pub says: &'static str,
}

impl Rule {
    /// A rule with a name and what it says.
    pub(crate) const fn new(name: &'static str, says: &'static str) -> Self {
        Self { name, says }
    }
}

/// Front matter has the last word on what it declares.
pub(crate) static DECLARED: Rule = Rule::new("declared", "the file's front matter declares it");

/// What sort of finding a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// An [`Actor`](super::Actor).
    Actor,
    /// A [`Figure`](super::Figure).
    Figure,
    /// A [`Meeting`](super::Meeting).
    Meeting,
}

/// What of a finding a rule decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// That it is one.
    Found,
    /// A person's office.
    Role,
    /// Where an office is held, whose body it is.
    Of,
    /// What a figure counts.
    Kind,
    /// How exact a figure is.
    Bound,
    /// Whose force or loss it is.
    Side,
    /// Where a force is.
    Where,
    /// Who says so.
    SaidBy,
    /// Of which day a figure is.
    AsOf,
    /// What sort of encounter a meeting is.
    Form,
    /// When it is.
    Date,
    /// Where it is.
    Place,
    /// Who takes part.
    Participants,
    /// How it stands.
    Status,
    /// That several mentions are of one meeting.
    Joined,
}

/// What one rule decided of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// What sort of finding.
    pub finding: Finding,
    /// What the rule looked at, in bytes of the text.
    pub subject: Span,
    /// What it decided.
    pub aspect: Aspect,
    /// The rule.
    pub rule: &'static Rule,
    /// The words that led to it, in bytes of the text.
    pub words: Span,
}

/// What looked like a finding and was turned down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearMiss {
    /// What it might have been.
    pub finding: Finding,
    /// Its words, in bytes of the text.
    pub span: Span,
    /// The rule that turned it down.
    pub rule: &'static Rule,
    /// The words that led to it, in bytes of the text.
    pub words: Span,
}

/// The notes of the rules, where anybody wants them.
#[derive(Debug, Default)]
pub(crate) struct Trail(Option<RefCell<Notes>>);

/// What the rules noted, in the order in which they did.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) reasons: Vec<Reason>,
    pub(crate) near_misses: Vec<NearMiss>,
}

impl Trail {
    /// A trail that keeps nothing.
    pub(crate) const fn off() -> Self {
        Self(None)
    }

    /// A trail that keeps every note.
    pub(crate) fn on() -> Self {
        Self(Some(RefCell::default()))
    }

    /// Whether notes are kept, for rules that must look again to say why.
    #[inline]
    pub(crate) fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Notes what a rule decided.
    #[inline]
    pub(crate) fn because(&self, reason: impl FnOnce() -> Reason) {
        if let Some(notes) = &self.0 {
            notes.borrow_mut().reasons.push(reason());
        }
    }

    /// Notes what a rule turned down.
    #[inline]
    pub(crate) fn reject(&self, near_miss: impl FnOnce() -> NearMiss) {
        if let Some(notes) = &self.0 {
            notes.borrow_mut().near_misses.push(near_miss());
        }
    }

    /// The notes, and an end to them.
    pub(crate) fn into_notes(self) -> Notes {
        self.0.map(RefCell::into_inner).unwrap_or_default()
    }
}
