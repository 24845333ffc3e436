//! The findings from what the stages claimed: actors with their mentions, places, references.

use super::super::Actor;
use super::super::annotated::{Mention, Names, PlaceName};
use super::super::trail::Aspect;
use super::{Claim, Scene, references, rules, runs};

impl Scene<'_> {
    /// The findings, in the order of their first mentions.
    pub(super) fn names(mut self) -> Names {
        runs::reject_others(&self);
        let mut order: Vec<(usize, usize)> = Vec::new();
        for (i, party) in self.cast.parties.iter_mut().enumerate() {
            party.calls.sort_by_key(|c| (c.from, c.to));
            party.calls.dedup_by_key(|c| c.from);
            if party.calls.iter().any(|c| c.strong)
                && let Some(first) = party.calls.first()
            {
                order.push((first.from, i));
            }
        }
        order.sort_unstable();
        let mut names = Names { mentions: Vec::with_capacity(self.claims.len()), ..Names::default() };
        for &(_, i) in &order {
            let party = &self.cast.parties[i];
            let actor = names.actors.len();
            if let (Some(_), Some(first)) = (&party.of, party.calls.first())
                && !party.of_said
            {
                let rule = if party.entry.is_some() { &rules::OF_KNOWN } else { &rules::OF_NAME };
                self.because(first.from, first.to, Aspect::Of, rule, first.from..first.to);
            }
            let spans = party.calls.iter().map(|c| self.words.span(c.from, c.to));
            names.mentions.extend(spans.clone().zip(&party.calls).map(|(span, call)| Mention {
                span,
                actor,
                form: call.form,
            }));
            names.female.push(party.female);
            let mentions = spans.collect();
            // Nobody asks the cast any more.
            let party = &mut self.cast.parties[i];
            names.actors.push(Actor {
                kind: party.kind,
                role: party.role.take(),
                of: party.of.take().filter(|of| *of != party.id),
                id: std::mem::take(&mut party.id),
                name: std::mem::take(&mut party.name),
                mentions,
            });
        }
        names.mentions.sort_by_key(|m| (m.span.start, m.span.end));
        for &(from, to, claim) in &self.claims {
            if let Claim::Place(place, state) = claim {
                let entry = |at: u32| &self.lexicon.entries[at as usize];
                let span = self.words.span(from, to);
                let name = place.map_or_else(|| self.phrase(from, to), |at| entry(at).name.clone());
                let of = state.map(|at| entry(at).id.clone()).or_else(|| entry(place?).of.clone());
                names.places.push(PlaceName { span, name, of });
            }
        }
        names.places.sort_by_key(|p| (p.span.start, p.span.end));
        names.references = references::find(&self, &names);
        names
    }
}
