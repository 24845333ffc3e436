//! The subjects of encounters, which are lists more often than those of other verbs.

use std::ops::Range;

use super::lists::LISTS;
use super::scene::Scene;
use crate::extract::ActorKind;
use crate::extract::parties::{PartyKind, group_start};
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::text::TokenKind;

impl Scene<'_, '_> {
    /// The actors of the subject at token `at`; none where it only owns what acts.
    pub(super) fn subject(&self, at: usize) -> Vec<usize> {
        match self.view.subject_at(at) {
            Some(s) if !s.owner || self.is_members(s.last, at) => self.actors(s.first, s.last),
            _ => Vec::new(),
        }
    }

    /// "Nato's leaders wound up", "EU ambassadors sat": those who stand for the body.
    fn is_members(&self, owner: usize, at: usize) -> bool {
        let party = &self.view.parties[owner];
        let from = party.tokens.end;
        // "Lavrov's envoy" is not Lavrov.
        party.actors.iter().all(|&a| self.view.kind(a) != ActorKind::Person)
            && (from..at.min(from + 6)).any(|j| LISTS.is_member(self.view.words.at(j)))
    }

    /// The subject of a verb of meeting: a list before it, "its leaders", or what the grammar has.
    pub(super) fn meeting_subject(&self, at: usize, sentence: &Range<usize>) -> Vec<usize> {
        let words = self.view.words;
        if let Some(listed) = self.listed(at, sentence) {
            return listed;
        }
        // "proposed that King Hassan meet X": a verb without an ending has its subject right before it.
        if let Some(p) = self.view.party_ending(at)
            && verb_at(words, at).is_none()
            && self.is_person(p)
            && (words.at(self.view.parties[p].tokens.start) == "that"
                || words.before(self.view.parties[p].tokens.start, 1) == "that")
        {
            return self.actors(p, p);
        }
        let found = self.subject(at);
        if !found.is_empty() {
            return found;
        }
        if let Some(main) = self.behind_gerund(at, sentence) {
            return main;
        }
        // "after they had talked": no preposition governs these.
        let start = group_start(self.view, at, sentence.start);
        // "It was Biden's turn to ring up Netanyahu"
        if start > sentence.start + 2
            && matches!(words.at(start - 1), "turn")
            && words.kind(start - 2) == TokenKind::Possessive
            && let Some(p) = self.view.party_ending(start - 2)
        {
            return self.actors(p, p);
        }
        if start > sentence.start
            && matches!(words.at(start - 1), "he" | "she" | "they")
            && let Some(p) = self.view.party_ending(start)
        {
            return self.actors(p, p);
        }
        // "The Minister of Development, Mr Solheim, chaired": the name between the commas.
        if start > sentence.start
            && words.at(start - 1) == ","
            && self.view.subject_at(at).is_none()
            && let Some(p) = self.view.party_ending(start - 1)
            && self.is_person(p)
            && words.before(self.view.parties[p].tokens.start, 1) == ","
        {
            return self.actors(p, p);
        }
        // "Iraq's parliament, meeting in special session,", "the bishops, gathered since Friday,"
        let verb = words.at(at);
        if at > sentence.start && words.at(at - 1) == "," && (verb.ends_with("ing") || LISTS.is_gathered(verb)) {
            let p = self.view.party_ending(at - 1).filter(|&p| self.view.parties[p].tokens.start >= sentence.start);
            if let Some(p) = p {
                return self.actors(self.view.chain_start(p, sentence.start), p);
            }
        }
        if let Some(body) = self.members(at, sentence) {
            return vec![body];
        }
        if self.view.subject_at(at).is_some() {
            return found;
        }
        if let Some(opening) = self.opening(at, sentence) {
            return opening;
        }
        self.view
            .party_ending(at)
            .filter(|&p| self.view.parties[p].acts() && self.view.parties[p].tokens.start >= sentence.start)
            .map(|p| self.actors(self.view.chain_start(p, sentence.start), p))
            .unwrap_or_default()
    }

    /// "After meeting Berri in Tyre, Habib flew on": the subject of the clause behind the comma.
    fn behind_gerund(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<usize>> {
        let words = self.view.words;
        let opens = at == sentence.start + 1
            && words.at(at).ends_with("ing")
            && matches!(words.at(sentence.start), "after" | "before" | "on" | "while" | "when" | "since");
        let end = sentence.end.min(at + 30);
        (at..end).filter(|&j| opens && words.at(j) == ",").find_map(|comma| {
            let p = self.view.party_from(comma + 1);
            let party = self.view.parties.get(p).filter(|q| q.tokens.start == comma + 1 && q.acts())?;
            let verb = (party.tokens.end..party.tokens.end + 3).any(|j| verb_at(words, j).is_some());
            (verb && party.tokens.end < end).then(|| self.actors(p, p))
        })
    }

    /// "Churkin drives up to Pale and is closeted with": the party that opens the sentence, where the verb goes on from one
    /// that no list has.
    fn opening(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<usize>> {
        let words = self.view.words;
        let start = group_start(self.view, at, sentence.start);
        if start == sentence.start || !matches!(words.at(start - 1), "and" | "then") || start > sentence.start + 30 {
            return None;
        }
        let first = self.view.party_from(sentence.start);
        let party = self.view.parties.get(first)?;
        let opens = party.acts() && party.tokens.start <= sentence.start + 1 && party.tokens.end < start;
        (opens && !words.is_before(party.tokens.start, 1, Classes::PREPOSITION))
            .then(|| self.actors(first, self.view.chain_end(first, start)))
    }

    /// "The foreign ministers, A of the DRC and B of Rwanda, signed", "A for India and B for Pakistan spoke": persons with
    /// what they are of or for between them.
    fn listed(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<usize>> {
        let words = self.view.words;
        let start = group_start(self.view, at, sentence.start);
        let end = if start > sentence.start && words.at(start - 1) == "," { start - 1 } else { start };
        let last = self.view.party_ending(end).or_else(|| {
            // "and Z of the Bosnian Croats initial": what the last is of may be no party.
            let p = self.view.parties.partition_point(|p| p.tokens.end <= end).checked_sub(1)?;
            let gap = self.view.parties[p].tokens.end..end;
            let of = gap.len() < 6 && matches!(words.at(gap.start), "of" | "for");
            (of && gap.skip(1).all(|j| verb_at(words, j).is_none() && !matches!(words.at(j), "," | "and"))).then_some(p)
        });
        let mut p = last.filter(|&p| self.view.parties[p].tokens.start >= sentence.start)?;
        let mut found: Vec<usize> = Vec::new();
        let mut first = p;
        let floor = self.view.party_from(sentence.start);
        loop {
            let party = &self.view.parties[p];
            let before = words.before(party.tokens.start, 1);
            // What the person before it is of: "B of the DRC".
            let affiliation =
                matches!(before, "of" | "for") || before == "the" && words.before(party.tokens.start, 2) == "of";
            if affiliation && !self.is_person(p) {
                let owner = p.checked_sub(1).filter(|&q| q >= floor && self.is_person(q))?;
                let gap = self.view.parties[owner].tokens.end..party.tokens.start;
                if gap.len() > 2 {
                    return None;
                }
                p = owner;
                continue;
            }
            // "the summit of the European Community, Emmanuel Macron": what a list of persons begins behind.
            let named = self.view.named(party.tokens.end - 1).map(|(actor, _)| actor).filter(|&a| self.is_human(a));
            if !self.is_person(p) && named.is_none() {
                break;
            }
            first = p;
            match named {
                Some(person) if !self.is_person(p) => found.push(person),
                _ => found.extend(party.actors.iter().copied()),
            }
            let joined = matches!(before, "and" | "," | "with");
            let previous = p.checked_sub(1).filter(|&q| {
                let end = self.view.parties[q].tokens.end;
                joined
                    && q >= floor
                    && party.tokens.start - end <= 2
                    && (end..party.tokens.start).all(|j| matches!(words.at(j), "and" | "," | "with"))
            });
            match previous {
                Some(q) => p = q,
                None => break,
            }
        }
        // "talks with A, and B received him": A is of the clause before.
        if words.is_before(self.view.parties[first].tokens.start, 1, Classes::PREPOSITION) {
            return None;
        }
        // Of a single person the grammar knows better.
        found.reverse();
        (found.len() >= 2).then_some(found)
    }

    /// "which resolved to ask when its leaders met": the body whose members meet.
    fn members(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let words = self.view.words;
        let start = group_start(self.view, at, sentence.start);
        let its = (sentence.start.max(start.saturating_sub(4))..start)
            .rev()
            .take_while(|&j| verb_at(words, j).is_none() && !words.is(j, Classes::AUXILIARY))
            .find(|&j| matches!(words.at(j), "its" | "whose"))?;
        if its + 1 >= start || words.is(start - 1, Classes::ADVERB) || LISTS.nouns.contains_key(words.at(start - 1)) {
            return None;
        }
        let from = self.view.party_from(its);
        self.view.parties[..from]
            .iter()
            .rev()
            .take(6)
            .take_while(|p| words.sentence_of(p.tokens.start) + 1 >= words.sentence_of(at))
            .filter(|p| p.kind != PartyKind::Adjective)
            .find_map(|p| p.actors.iter().copied().find(|&a| self.view.kind(a) == ActorKind::Organisation))
    }
}
