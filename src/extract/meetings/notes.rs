//! Why a meeting that another's clause tells of is one.

use std::ops::Range;

use super::scene::Scene;
use super::{Candidate, rules};
use crate::extract::trail::{Aspect, Finding};

/// Notes that one more meeting has its attributes by the clause that tells of another, at `by`.
pub(super) fn note_further(view: &Scene<'_, '_>, by: &Range<usize>, c: &Candidate) {
    let told = [
        (Aspect::Found, true),
        (Aspect::Form, true),
        (Aspect::Status, true),
        (Aspect::Date, c.date.is_some()),
        (Aspect::Place, c.place.is_some()),
        (Aspect::Participants, !c.taking.actors.is_empty()),
    ];
    for (aspect, _) in told.into_iter().filter(|(_, said)| *said) {
        view.words.because(Finding::Meeting, &c.tokens, aspect, &rules::FURTHER, by);
    }
}
