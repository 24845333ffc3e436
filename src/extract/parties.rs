//! Who stands where in a sentence: the phrases that mean parties, their coordination and apposition, and the subject of
//! each verb. The shallow grammar that the rules for figures and meetings share.

mod appositions;
mod before;
mod before_verb;
mod focus;
mod groups;
mod incumbents;
mod offices;
mod owners;
mod phrase;
mod pronouns;
mod reach;
mod subject;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use before_verb::group_start;

use super::ActorKind;
use super::annotated::{MentionForm, Names};
use super::dates::{Anchors, Dated};
use super::words::Words;
use crate::text::TokenKind;

/// How a phrase means its actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartyKind {
    /// A name, with its titles: "President Vladimir Putin", "Russia".
    Named,
    /// People who act for a state or body: "Russian officials", "representatives of the RSF".
    Delegates,
    /// People without a name whom the text does not settle: "the prime minister".
    Unnamed,
    /// Words that the names resolve: "the two leaders".
    Reference,
    /// "he", "they"
    Pronoun,
    /// "Russia's" before something that is no party.
    Possessor,
    /// "Russian" before something that is no party.
    Adjective,
}

/// A phrase that means one party or several.
#[derive(Debug, Clone)]
pub(crate) struct Party {
    /// Its tokens, with titles and appositions.
    pub(crate) tokens: Range<usize>,
    /// Indices of its actors.
    pub(crate) actors: Vec<usize>,
    /// How it means them.
    pub(crate) kind: PartyKind,
    /// Whether the noun means several people.
    pub(crate) plural: bool,
    /// Whether an apposition is part of it, so that a comma may close it.
    pub(crate) apposition: bool,
}

impl Party {
    /// Whether it can act: not only an adjective or a possessive.
    pub(crate) fn acts(&self) -> bool {
        !matches!(self.kind, PartyKind::Possessor | PartyKind::Adjective)
    }
}

/// What a token is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cover {
    Nothing,
    Mention(usize),
    Reference(usize),
    Place(usize),
    Date(usize),
}

/// The subject that holds at a token: parties `first..=last`, or the owner of a thing that acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The first party of it.
    pub(crate) first: usize,
    /// The last party of it.
    pub(crate) last: usize,
    /// Whether the party only owns what acts: "Russia's fleet sailed".
    pub(crate) owner: bool,
}

/// A text with everything that the rules for figures and meetings ask for.
pub(crate) struct View<'a> {
    pub(crate) words: &'a Words<'a>,
    pub(crate) names: &'a Names,
    pub(crate) dated: &'a [Dated],
    pub(crate) anchors: &'a Anchors,
    /// What each token is part of.
    pub(crate) cover: Vec<Cover>,
    /// The parties, in order.
    pub(crate) parties: Vec<Party>,
    /// Whom "their" and "his" mean, by token, in order.
    pub(crate) possessives: Vec<(usize, Vec<usize>)>,
    /// The army of the one state whose army the text names.
    pub(crate) army: Option<usize>,
    /// For each token, the subject of the last verb up to it in its sentence.
    subjects: Vec<u32>,
    /// For each token, how many parties begin before it.
    begun: Vec<u32>,
    /// For each token, how many parties end before it or with it.
    ended: Vec<u32>,
    /// The subjects, by their numbers in `subjects` less one; zero stands for none.
    told: Vec<Subject>,
}

impl<'a> View<'a> {
    pub(crate) fn new(words: &'a Words<'a>, names: &'a Names, dated: &'a [Dated], anchors: &'a Anchors) -> Self {
        let mut cover = vec![Cover::Nothing; words.len()];
        for (i, date) in dated.iter().enumerate() {
            cover[date.tokens.clone()].fill(Cover::Date(i));
        }
        for (i, place) in names.places.iter().enumerate() {
            cover[words.range(place.span)].fill(Cover::Place(i));
        }
        for (i, mention) in names.mentions.iter().enumerate() {
            cover[words.range(mention.span)].fill(Cover::Mention(i));
        }
        // "the American envoy" is one phrase, with the demonym in it.
        for (i, reference) in names.references.iter().enumerate() {
            cover[words.range(reference.span)].fill(Cover::Reference(i));
        }
        let mut view = Self {
            words,
            names,
            dated,
            anchors,
            cover,
            parties: Vec::new(),
            possessives: Vec::new(),
            army: only_army(names),
            subjects: vec![0; words.len()],
            told: Vec::new(),
            begun: Vec::new(),
            ended: Vec::new(),
        };
        view.parties = phrase::parties(&view);
        view.begun = running(words.len(), view.parties.iter().map(|p| p.tokens.start + 1));
        view.ended = running(words.len(), view.parties.iter().map(|p| p.tokens.end));
        subject::find(&mut view);
        view
    }

    /// The token behind the name, reference or place that token `i` is part of.
    #[inline]
    pub(crate) fn cover_end(&self, i: usize) -> usize {
        let cover = self.cover(i);
        let mut end = i + 1;
        while end < self.cover.len() && cover != Cover::Nothing && self.cover[end] == cover {
            end += 1;
        }
        end
    }

    /// What token `i` is part of; nothing beyond the end.
    #[inline]
    pub(crate) fn cover(&self, i: usize) -> Cover {
        self.cover.get(i).copied().unwrap_or(Cover::Nothing)
    }

    /// The actor that token `i` names, and how.
    pub(crate) fn named(&self, i: usize) -> Option<(usize, MentionForm)> {
        match self.cover(i) {
            Cover::Mention(m) => self.names.mentions.get(m).map(|m| (m.actor, m.form)),
            _ => None,
        }
    }

    /// The kind of an actor.
    pub(crate) fn kind(&self, actor: usize) -> ActorKind {
        self.names.actors[actor].kind
    }

    /// The first party that begins at token `i` or later.
    #[inline]
    pub(crate) fn party_from(&self, i: usize) -> usize {
        self.begun.get(i).map_or(self.parties.len(), |&count| count as usize)
    }

    /// The party whose phrase ends right before token `i`.
    #[inline]
    pub(crate) fn party_ending(&self, i: usize) -> Option<usize> {
        let next = self.ended.get(i).map_or(self.parties.len(), |&count| count as usize);
        next.checked_sub(1).filter(|&p| self.parties[p].tokens.end == i)
    }

    /// The last party of the list that begins with party `first`: "A, B and C".
    pub(crate) fn chain_end(&self, first: usize, limit: usize) -> usize {
        let mut last = first;
        while last + 1 < self.parties.len()
            && self.parties[last + 1].tokens.end <= limit
            && self.parties[last + 1].acts()
            && self.is_joined(last)
        {
            last += 1;
        }
        last
    }

    /// The first party of the list that ends with party `last`.
    pub(crate) fn chain_start(&self, last: usize, floor: usize) -> usize {
        let mut first = last;
        while first > 0
            && self.parties[first - 1].tokens.start >= floor
            && self.parties[first - 1].acts()
            && self.is_joined(first - 1)
        {
            first -= 1;
        }
        first
    }

    /// Whether party `p` and the next are parts of one list.
    fn is_joined(&self, p: usize) -> bool {
        let gap = self.parties[p].tokens.end..self.parties[p + 1].tokens.start;
        let at = |k: usize| self.words.at(gap.start + k);
        match gap.len() {
            1 => matches!(at(0), "," | "and" | "&" | "or"),
            2 => {
                (at(0) == "," && at(1) == "and")
                    || matches!(
                        (at(0), at(1)),
                        ("along" | "together", "with") | ("and", "also" | "both" | "with" | "of")
                    )
            }
            3 => {
                (at(0) == "as" && at(1) == "well" && at(2) == "as")
                    || (at(0) == "," && matches!(at(1), "along" | "together") && at(2) == "with")
                    // "Oman, Ruritania and Qatar": past a name that is of nobody known.
                    || (at(0) == ","
                        && matches!(at(2), "and" | ",")
                        && self.words.is_capital(gap.start + 1)
                        && self.words.kind(gap.start + 1) == TokenKind::Word)
            }
            4 => at(0) == "," && at(1) == "as" && at(2) == "well" && at(3) == "as",
            _ => false,
        }
    }

    /// The actors of parties `first..=last`, each once, in order.
    pub(crate) fn actors(&self, first: usize, last: usize) -> Vec<usize> {
        let mut out = Vec::new();
        for party in self.parties.get(first..=last).unwrap_or_default() {
            for &actor in &party.actors {
                if !out.contains(&actor) {
                    out.push(actor);
                }
            }
        }
        out
    }

    /// The actors of a subject.
    fn acting(&self, subject: Subject) -> Cow<'_, [usize]> {
        match self.parties.get(subject.first..=subject.last) {
            Some([one]) if one.actors.len() < 2 => Cow::Borrowed(&one.actors),
            _ => Cow::Owned(self.actors(subject.first, subject.last)),
        }
    }

    /// Whom the possessive pronoun at token `i` means.
    pub(crate) fn whose(&self, i: usize) -> &[usize] {
        match self.possessives.binary_search_by_key(&i, |p| p.0) {
            Ok(at) => &self.possessives[at].1,
            Err(_) => &[],
        }
    }

    /// The subject that holds at token `i`.
    pub(crate) fn subject_at(&self, i: usize) -> Option<Subject> {
        let number = self.subjects.get(i)?.checked_sub(1)?;
        self.told.get(number as usize).copied()
    }

    /// The tokens of the sentence that token `i` stands in.
    pub(crate) fn sentence(&self, i: usize) -> Range<usize> {
        self.words.sentences.get(self.words.sentence_of(i)).cloned().unwrap_or(0..0)
    }
}

/// For each of so many tokens, how many of the `places`, which are in order, lie at it or before it.
fn running(tokens: usize, places: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut out = Vec::with_capacity(tokens);
    let mut count = 0;
    for place in places {
        out.resize(place.clamp(out.len(), tokens), count);
        count += 1;
    }
    out.resize(tokens, count);
    out
}

/// The army that the text names, where it names that of one state alone.
fn only_army(names: &Names) -> Option<usize> {
    let is_army = |a: &usize| {
        let actor = &names.actors[*a];
        actor.kind == ActorKind::Organisation
            && actor.of.is_some()
            && ["Army", "Armed Forces", "Military", "Defence Forces", "Defense Forces"]
                .iter()
                .any(|w| actor.name.contains(w))
    };
    let mut armies = (0..names.actors.len()).filter(is_army);
    let first = armies.next()?;
    armies.all(|a| names.actors[a].of == names.actors[first].of).then_some(first)
}
