//! Whether a mention tells of a meeting told of before: by parties, day and place.

use super::Candidate;
use super::agree::{Dates, dates, forms_agree, places_agree, standings_agree};
use super::merge::Merger;
use crate::extract::places::Breadth;
use crate::extract::{ActorKind, MeetingForm, MeetingStatus};

impl Merger<'_, '_> {
    /// Whether a mention tells of the meeting `e`.
    pub(super) fn is_same(&self, e: &Candidate, c: &Candidate) -> bool {
        let dates = dates(e, c);
        // "The sitting has been put off to Friday": the one spoken of, on its new day.
        let theirs = c.taking.actors.iter().all(|a| e.taking.actors.contains(a));
        if c.moves && c.definite && theirs {
            return e.sentence + 2 >= c.sentence && !e.hollow && e.standing.status != MeetingStatus::Held;
        }
        if dates == Dates::Apart || !standings_agree(e, c) || !forms_agree(e, c) {
            return false;
        }
        let place = places_agree(e.place.as_ref(), c.place.as_ref());
        if place == Some(false) {
            return false;
        }
        if e.hollow {
            let named = c.taking.actors.len() >= 2 && !c.hollow;
            let open = c.date.is_none() && (c.date_text.is_none() || e.date.is_some());
            let agreed = c.definite || c.standing.status == e.standing.status;
            if named && agreed && !c.stay && open && c.sentence <= e.sentence + 2 {
                return true;
            }
            if !e.enough {
                return false;
            }
        }
        if c.hollow && !c.enough {
            return false;
        }
        // A headline's "leaders" and the persons of the text are one; officials and their presidents are not.
        let loosely = e.sentence <= 1 && e.form == c.form
            || dates == Dates::Same
            || c.taking.actors.iter().all(|&a| self.view.kind(a) != ActorKind::Person) && c.definite;
        let (shared, within) = self.shared(&e.taking.actors, &c.taking.actors, loosely);
        let none = c.taking.actors.is_empty();
        // "X presided": at the meeting told of right before.
        if c.present {
            // "X will again be the host next week": a day of its own says at which.
            let reach = if c.date.is_some() && e.date.is_some() && c.date_text.is_some() { 6 } else { 2 };
            // "His host, X, told him": of the visit right before.
            let host = c.sentence <= e.sentence + 1 && c.tokens.clone().any(|j| self.view.words.at(j) == "host");
            return e.sentence + reach >= c.sentence && (e.taking.actors.len() >= 2 || !e.stay || host);
        }
        if c.adds {
            return shared >= 1 && e.sentence + 3 >= c.sentence
                || e.sentence + 1 >= c.sentence
                    && e.taking.actors.iter().any(|&a| self.view.kind(a) == ActorKind::Organisation);
        }
        if !none && !within && shared < 2 {
            return false;
        }
        let near = c.sentence <= e.sentence + 12;
        // One who travels and the talks he travels for.
        let visit = (e.stay || c.stay)
            && within
            && (place == Some(true) && dates != Dates::Open
                || place.is_some() && dates == Dates::Same
                || place == Some(true) && c.sentence <= e.sentence + 1 && !(e.date.is_some() && c.date.is_some()));
        if visit || self.is_host_of(e, c) {
            return true;
        }
        if none {
            let elsewhere = e.place.is_some() && c.place.is_some() && place != Some(true);
            return c.definite
                && near
                && !elsewhere
                && (dates != Dates::Same || place != Some(false))
                && !(c.date.is_some() && dates == Dates::Open)
                || dates == Dates::Same && place == Some(true);
        }
        if dates == Dates::Same
            && (shared >= 2 || within && (place == Some(true) || c.taking.actors.len() == 1 && c.definite))
        {
            return !(c.distinct && e.form != c.form);
        }
        let equal = shared >= 2 && within;
        match dates {
            Dates::Within => equal || within && c.definite,
            _ if c.distinct => false,
            _ if c.definite => equal || within && near && (c.date.is_none() || e.date.is_none()),
            // "a video conference" of two who met among nine is another.
            _ if !c.definite && e.form != c.form && e.taking.actors.len() > c.taking.actors.len() + 1 => false,
            _ => {
                equal
                    && (e.standing.status == c.standing.status || !c.standing.said || !e.standing.said)
                    && (c.date.is_none() || e.date.is_none())
            }
        }
    }

    /// "Habib landed in Tyre. Berri received him": a visit of one, and whom the next sentence says he meets there.
    fn is_host_of(&self, e: &Candidate, c: &Candidate) -> bool {
        let [traveller] = e.taking.actors[..] else { return false };
        let others = c.taking.actors.iter().filter(|&&a| a != traveller);
        let met = others.clone().all(|&a| self.view.kind(a) == ActorKind::Person) && (1..3).contains(&others.count());
        e.stay
            && !c.stay
            && !c.distinct
            && !c.definite
            && self.view.kind(traveller) == ActorKind::Person
            && c.taking.actors.contains(&traveller)
            && met
            && c.form != MeetingForm::Call
            && (e.sentence..=e.sentence + 1).contains(&c.sentence)
            && (c.place.as_ref().is_none_or(|p| p.breadth == Breadth::Building)
                || e.place.as_ref().is_some_and(|p| p.breadth == Breadth::Country))
            && (c.date_text.is_none() || e.date_text.is_none())
            && standings_agree(e, c)
    }

    /// How many participants two mentions share, a person standing for a state too, and whether one has all of the other's.
    fn shared(&self, a: &[usize], b: &[usize], loosely: bool) -> (usize, bool) {
        let alike = |x: usize, y: usize| {
            x == y
                || loosely && {
                    let (p, q) = (&self.view.names.actors[x], &self.view.names.actors[y]);
                    let speaks = |p: &crate::extract::Actor, q: &crate::extract::Actor| {
                        p.kind == ActorKind::Person
                            && q.kind != ActorKind::Person
                            && p.of.as_deref() == Some(q.id.as_str())
                    };
                    speaks(p, q) || speaks(q, p)
                }
        };
        let in_b = a.iter().filter(|&&x| b.iter().any(|&y| alike(x, y))).count();
        let in_a = b.iter().filter(|&&y| a.iter().any(|&x| alike(x, y))).count();
        (in_a.min(in_b), !b.is_empty() && (in_a == b.len() || in_b == a.len() && !a.is_empty()))
    }
}
