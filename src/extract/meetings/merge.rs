//! The mentions of one meeting brought together, and kept apart from those of another.

use super::extent::is_dated_and_off;
use super::settle::{absorb, finish, reduced};
use super::{Candidate, day, rules};
use crate::extract::parties::{Cover, View};
use crate::extract::trail::{Aspect, Finding};
use crate::extract::{ActorKind, Meeting, MeetingForm, MeetingStatus, Precision};
use crate::text::Span;

/// Meetings that are looked at for each new mention: those spoken of last. The limit keeps long texts linear.
const MEMORY: usize = 40;

pub(super) struct Merger<'v, 'a> {
    pub(super) view: &'v View<'a>,
    events: Vec<Event>,
    /// "X presided when the ministers met": who was at what the next words tell of.
    pending: Option<Candidate>,
}

pub(super) struct Event {
    pub(super) known: Candidate,
    pub(super) mentions: Vec<Span>,
}

impl<'v, 'a> Merger<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>) -> Self {
        Self { view, events: Vec::new(), pending: None }
    }

    /// Adds a mention to the meeting it tells of, or as a meeting of its own.
    pub(super) fn take(&mut self, mut candidate: Candidate) {
        if candidate.same && !self.repeats(&mut candidate) {
            return;
        }
        if candidate.further && candidate.taking.actors.len() < 2 {
            self.continues(&mut candidate);
        }
        self.meet_pending(&mut candidate);
        self.count(&mut candidate);
        candidate.taking.actors = reduced(self.view, &candidate.taking);
        let span = self.view.words.span(&candidate.tokens);
        let from = self.events.len().saturating_sub(MEMORY);
        let found = (from..self.events.len()).rev().find(|&e| self.is_same(&self.events[e].known, &candidate));
        let words = self.view.words;
        match found {
            Some(e) => {
                let event = &mut self.events[e];
                let rule = match () {
                    () if candidate.adds => &rules::ADDED,
                    () if event.known.hollow => &rules::NAMED_LATER,
                    () => &rules::JOINED,
                };
                words.because(Finding::Meeting, &candidate.tokens, Aspect::Joined, rule, &event.known.tokens);
                event.mentions.push(span);
                absorb(self.view, &mut event.known, candidate);
            }
            None if self.goes_without_saying(&candidate) => {
                let (parties, _) = self.sides();
                words.because(
                    Finding::Meeting,
                    &candidate.tokens,
                    Aspect::Participants,
                    &rules::CONTINUED,
                    &candidate.tokens,
                );
                candidate.taking.actors = parties;
                self.events.push(Event { known: candidate, mentions: vec![span] });
            }
            None if candidate.hollow && !candidate.enough || self.stands_alone(&candidate) => {
                self.events.push(Event { known: candidate, mentions: vec![span] });
            }
            None if candidate.present && self.opens_when(&candidate) => self.pending = Some(candidate),
            None => {
                let rule = if candidate.adds { &rules::NOTHING_TO_ADD_TO } else { &rules::TOO_LITTLE };
                words.reject(Finding::Meeting, &candidate.tokens, rule, &candidate.tokens);
            }
        }
    }

    /// Whether "when" follows: "Doe was the host when the two met".
    fn opens_when(&self, c: &Candidate) -> bool {
        let end = self.view.sentence(c.tokens.start).end.min(c.tokens.end + 4);
        (c.tokens.start..end).any(|j| matches!(self.view.words.at(j), "when" | "as" | "while"))
    }

    /// Adds who was there to what they were at, right behind "when".
    fn meet_pending(&mut self, c: &mut Candidate) {
        let Some(there) = self.pending.take().filter(|p| p.sentence == c.sentence && !c.adds) else { return };
        self.view.words.because(Finding::Meeting, &c.tokens, Aspect::Participants, &rules::BESIDES, &there.tokens);
        c.taking.join(&there.taking);
        c.taking.chairs.extend(there.taking.actors);
    }

    /// The last meeting of two or more.
    fn last(&self) -> Option<&Candidate> {
        let near = &self.events[self.events.len().saturating_sub(4)..];
        near.iter().map(|e| &e.known).filter(|e| e.taking.actors.len() >= 2).max_by_key(|e| e.sentence)
    }

    /// Those of the last meeting of two or more, and its sentence.
    pub(super) fn last_pair(&self) -> (Vec<usize>, usize) {
        self.last().map_or((Vec::new(), 0), |e| (e.taking.actors.clone(), e.sentence))
    }

    /// The parties of the last meeting of two or more without whoever brought them together, and its sentence.
    fn sides(&self) -> (Vec<usize>, usize) {
        let (actors, sentence) = self.last_pair();
        let conveners = self.conveners();
        (actors.into_iter().filter(|a| !conveners.contains(a)).collect(), sentence)
    }

    /// "A meeting planned for Friday in Accra was cancelled", right behind one of several parties: theirs too, where nobody
    /// is named and no body has one of its own.
    fn goes_without_saying(&self, c: &Candidate) -> bool {
        let (parties, sentence) = self.sides();
        let plain = matches!(c.form, MeetingForm::Meeting | MeetingForm::Talks | MeetingForm::Call);
        let timed = c.date.is_some() || c.date_text.is_some();
        c.taking.actors.is_empty()
            && !c.taking.unnamed
            && matches!(c.standing.status, MeetingStatus::Upcoming | MeetingStatus::Proposed | MeetingStatus::Cancelled)
            && !c.hollow
            && plain
            && timed
            && c.place.is_some()
            && parties.len() >= 2
            && sentence + 2 >= c.sentence
    }

    /// Those who brought the last two or more together, or were in the chair.
    pub(super) fn conveners(&self) -> Vec<usize> {
        self.last().map_or(Vec::new(), |e| e.taking.chairs.clone())
    }

    /// "Fidan has since done the same": with those whom the meeting before was with, where that was.
    fn repeats(&mut self, c: &mut Candidate) -> bool {
        let view = self.view;
        let Some(before) = self.events.last_mut().map(|e| &mut e.known).filter(|e| e.sentence + 1 >= c.sentence) else {
            return false;
        };
        // "Abiy returned the visit in Mogadishu": he was the host of the visit before.
        if c.tokens.clone().any(|j| matches!(view.words.at(j), "returned" | "returns" | "return")) {
            if before.taking.actors.len() == 1 {
                before.taking.add(&c.taking.actors);
            }
            c.taking.add(&before.taking.actors);
            c.form = before.form;
            c.stay = before.stay;
            c.distinct = true;
            return c.taking.actors.len() >= 2;
        }
        // "had done so" reaches no further than its sentence.
        let so = c.tokens.clone().any(|j| view.words.is_phrase(j, "done so"));
        if so && before.sentence != c.sentence {
            return false;
        }
        // "The ministers of Nato will do the same": a body among its own.
        let bodies = c.taking.actors.iter().all(|&a| view.kind(a) == ActorKind::Organisation);
        if !bodies {
            let others = before.taking.actors.iter().skip(1).filter(|a| !c.taking.actors.contains(a)).copied();
            c.taking.actors.extend(others.collect::<Vec<_>>());
        }
        c.form = before.form;
        c.stay = before.stay;
        c.distinct = true;
        if c.place.is_none() && before.place.is_some() {
            c.place.clone_from(&before.place);
            view.words.because(Finding::Meeting, &c.tokens, Aspect::Place, &rules::SAME_PLACE, &before.tokens);
        }
        c.taking.actors.len() >= 2 || c.place.is_some() || bodies && c.date.is_some()
    }

    /// "three days after he had received him": counted from the meeting told of right before.
    fn count(&self, c: &mut Candidate) {
        let Some((phrase, days)) = c.counted.clone() else { return };
        let words = self.view.words;
        // The clause that it hangs on has a day of its own, or is of the meeting told of before.
        let sentence = words.sentence_of(phrase.start);
        let floor = words.sentences.get(sentence).map_or(0, |s| s.start).max(phrase.start.saturating_sub(40));
        let own = (floor..phrase.start).rev().find_map(|j| match self.view.cover(j) {
            Cover::Date(d) if self.view.dated[d].precision == Precision::Day => self.view.dated[d].date,
            _ => None,
        });
        let told = || {
            // "on the day of the signing": the meeting of that name, else the one told of last.
            let named = self.view.words.at(phrase.end - 1);
            let signs = |e: &Event| e.known.tokens.clone().any(|j| self.view.words.at(j).starts_with("sign"));
            let signing = |e: &&Event| named != "signing" || e.known.form == MeetingForm::Other && signs(e);
            let last = &self.events.iter().rev().take(6).find(signing)?.known;
            let near = last.sentence + if named == "signing" { 8 } else { 2 } >= c.sentence;
            (near && last.precision == Precision::Day).then_some(last.date).flatten()
        };
        if let Some((day, _)) = own.or_else(told) {
            c.date = day::plus(day, days).map(|d| (d, None));
            c.precision = if c.date.is_some() { Precision::Day } else { Precision::None };
            words.because(Finding::Meeting, &c.tokens, Aspect::Date, &rules::COUNTED_DATE, &phrase);
        }
        c.date_text = Some(words.span(&phrase).of(words.text).to_owned());
    }

    /// "A second round is expected in June": between the parties of the first.
    fn continues(&self, c: &mut Candidate) {
        // "A second round with Rabbani": he was at the first.
        let theirs = |e: &&Event| {
            e.known.taking.actors.len() >= 2 && c.taking.actors.iter().all(|a| e.known.taking.actors.contains(a))
        };
        let with = !c.taking.actors.is_empty();
        // "A second session of his conference", "a second trip by Pym": nothing is said of the others.
        if with && (c.stay || !c.tokens.clone().any(|j| self.view.words.at(j) == "with")) {
            return;
        }
        let found = if with { self.events.iter().rev().take(4).find(theirs) } else { self.events.last() };
        let Some(before) = found.map(|e| &e.known) else { return };
        if before.stay || !with && before.form != c.form || before.sentence + 6 < c.sentence {
            return;
        }
        let words = self.view.words;
        words.because(Finding::Meeting, &c.tokens, Aspect::Participants, &rules::CONTINUED, &before.tokens);
        // Who was host of the one is not so of the other: the persons alone.
        let people = |&a: &usize| !with || self.view.kind(a) == ActorKind::Person || c.taking.actors.contains(&a);
        let others: Vec<usize> = before.taking.actors.iter().copied().filter(people).collect();
        c.taking.actors = others;
        c.distinct = true;
        c.definite = false;
    }

    /// Whether the mention can be a meeting that nothing was said of before.
    fn stands_alone(&self, c: &Candidate) -> bool {
        let people = c.taking.actors.len();
        let timed = c.date.is_some() || c.date_text.is_some();
        if c.adds {
            return c.present && people >= 2 && (timed || c.place.is_some());
        }
        if c.stay {
            if people == 1 && c.standing.status == MeetingStatus::Cancelled {
                return true;
            }
            return people >= 2 || people == 1 && (timed || c.place.is_some());
        }
        let alone = people == 1 && c.taking.unnamed && c.standing.said && c.standing.status == MeetingStatus::Upcoming;
        // "convened a meeting on the border on Monday": with those whom the text leaves unnamed.
        // "An appointment with X, set for Friday, has been cancelled": with somebody who goes without saying.
        let called_off = people == 1 && timed && c.standing.said && c.standing.status == MeetingStatus::Cancelled;
        let called = people == 1 && timed && c.standing.said && c.convened;
        people >= 2
            || alone
            || called_off
            || is_dated_and_off(c)
            || called
            || people == 1 && (timed || c.place.is_some()) && self.view.kind(c.taking.actors[0]) != ActorKind::Person
            || timed && c.place.is_some()
    }

    pub(super) fn meetings(self) -> Vec<Meeting> {
        let today = self.view.anchors.briefing();
        let view = self.view;
        self.events
            .into_iter()
            .filter(|e| !e.known.hollow || e.known.enough)
            .map(|event| finish(view, event, today))
            .collect()
    }
}
