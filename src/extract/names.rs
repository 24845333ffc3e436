//! The names in a text: first what the lexicon knows, then what the grammar of names shows, then later mentions.
//!
//! Each stage claims tokens; a later stage takes only what no earlier one holds, or what it has a better reading for.

mod armed;
mod bodies;
mod cast;
mod choice;
mod credits;
mod definitions;
mod evidence;
mod extent;
mod findings;
mod formations;
mod headings;
mod holders;
mod identity;
mod marks;
mod ministries;
mod office_behind;
mod office_words;
mod offices;
mod owners;
mod people;
mod places;
mod references;
mod rules;
mod runs;
mod senses;
mod surnames;
#[cfg(test)]
mod testing;
mod things;
mod words;
mod year;

pub(crate) use references::is_office_apart;

use std::borrow::Cow;
use std::num::NonZeroU32;

use foldhash::HashSet;

use cast::Cast;
use words::Words;
use year::year_named;

use super::ActorKind;
use super::annotated::{Annotated, Names};
use super::lexicon::grammar::Tags;
use super::lexicon::{Entry, EntryKind, Form, Lexicon};
use super::trail::{Aspect, Finding, NearMiss, Reason, Rule, Trail};
use crate::text::TokenKind;

/// Finds the names in a text.
pub(crate) fn find(annotated: &Annotated, lexicon: &Lexicon) -> Names {
    let mut scene = Scene::new(annotated, lexicon);
    credits::claim(&mut scene);
    credits::claim_mastheads(&mut scene, &annotated.briefing.masthead);
    things::claim(&mut scene);
    formations::find(&mut scene);
    definitions::find(&mut scene);
    bodies::find(&mut scene);
    people::find(&mut scene);
    surnames::find(&mut scene);
    choice::settle(&mut scene);
    choice::states_of_bodies(&mut scene);
    surnames::known(&mut scene);
    bodies::later(&mut scene);
    places::find(&mut scene);
    scene.names()
}

/// What a stretch of tokens was found to be.
#[derive(Debug, Clone, Copy)]
enum Claim {
    /// Nothing to report: an outlet, a ship, a credit.
    Nothing,
    /// A party of the cast.
    Party(usize),
    /// A place: its entry, where the lexicon has it, and the entry of the state it lies in, where that is known besides.
    Place(Option<u32>, Option<u32>),
}

/// A place in a list, small enough to be kept for every token.
#[derive(Debug, Clone, Copy)]
struct Slot(NonZeroU32);

impl Slot {
    fn new(at: usize) -> Self {
        Self(u32::try_from(at).ok().and_then(|at| NonZeroU32::MIN.checked_add(at)).unwrap_or(NonZeroU32::MAX))
    }

    #[inline]
    fn at(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A name of the lexicon in the text: tokens `from..to`, and what it may mean there.
#[derive(Debug, Clone)]
struct Hit<'l> {
    from: usize,
    to: usize,
    aliases: Cow<'l, [u32]>,
}

/// A text while its names are being found.
struct Scene<'a> {
    words: Words<'a>,
    lexicon: &'a Lexicon,
    trail: &'a Trail,
    /// The year of the text, where known: of its date, else the one that it names most. It tells namesakes apart.
    year: Option<i16>,
    /// Names of the lexicon, in order, not overlapping.
    hits: Vec<Hit<'a>>,
    /// For each token the hit that holds it.
    hit_at: Vec<Option<Slot>>,
    /// For each token the claim that holds it.
    claim_at: Vec<Option<Slot>>,
    claims: Vec<(usize, usize, Claim)>,
    cast: Cast<'a>,
    /// The state that the text names most, and whether it outweighs the others.
    main_state: Option<(String, bool)>,
    /// The states that the text names without doubt.
    states: HashSet<String>,
}

impl<'a> Scene<'a> {
    fn new(annotated: &'a Annotated, lexicon: &'a Lexicon) -> Self {
        let words = Words::new(annotated, lexicon);
        let count = words.len();
        let mut scene = Self {
            words,
            lexicon,
            trail: &annotated.trail,
            year: annotated.today().map(jiff::civil::Date::year).or_else(|| year_named(annotated)),
            hits: Vec::with_capacity(count / 8),
            hit_at: vec![None; count],
            claim_at: vec![None; count],
            claims: Vec::with_capacity(count / 8),
            cast: Cast::new(),
            main_state: None,
            states: HashSet::default(),
        };
        scene.match_lexicon();
        scene.main_state = owners::count_states(&scene);
        scene
    }

    /// Leftmost longest names of the lexicon.
    fn match_lexicon(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            let found = self.words.longest(self.lexicon, at);
            // "Sheikh Tamim" is no name where "Tamim bin Hamad Al Thani" goes on behind the title.
            let found = found.filter(|(to, _)| {
                !self.words.is(at, Tags::HONORIFIC)
                    || self.words.longest(self.lexicon, at + 1).is_none_or(|(longer, _)| longer <= *to)
            });
            let Some((to, aliases)) = found else {
                at += 1;
                continue;
            };
            let index = Slot::new(self.hits.len());
            self.hit_at[at..to].fill(Some(index));
            if let &[only] = &*aliases
                && let alias = &self.lexicon.aliases[only as usize]
                && !alias.ambiguous
            {
                let entry = &self.lexicon.entries[alias.entry as usize];
                if entry.actor() == Some(ActorKind::State) && !self.states.contains(&entry.id) {
                    self.states.insert(entry.id.clone());
                }
            }
            self.hits.push(Hit { from: at, to, aliases });
            at = to;
        }
    }

    /// The hit that begins at token `at`.
    #[inline]
    fn hit_from(&self, at: usize) -> Option<&Hit<'a>> {
        let hit = &self.hits[self.hit_at.get(at).copied()??.at()];
        (hit.from == at).then_some(hit)
    }

    /// The hit that ends right before token `end`.
    #[inline]
    fn hit_to(&self, end: usize) -> Option<&Hit<'a>> {
        let hit = &self.hits[self.hit_at.get(end.checked_sub(1)?).copied()??.at()];
        (hit.to == end).then_some(hit)
    }

    /// The entries that a hit may mean, with the forms in which it does.
    fn meanings(&self, hit: &Hit<'_>) -> impl Iterator<Item = (&'a Entry, u32, Form)> {
        let lexicon = self.lexicon;
        hit.aliases.iter().map(move |&alias| {
            let alias = &lexicon.aliases[alias as usize];
            (&lexicon.entries[alias.entry as usize], alias.entry, alias.form)
        })
    }

    /// The claim that holds token `at`.
    #[inline]
    fn claimed(&self, at: usize) -> Option<&(usize, usize, Claim)> {
        self.claim_at.get(at).copied().flatten().map(|c| &self.claims[c.at()])
    }

    #[inline]
    fn is_free(&self, from: usize, to: usize) -> bool {
        self.claim_at[from..to].iter().all(Option::is_none)
    }

    /// Takes tokens `from..to`, as `rule` says.
    fn claim(&mut self, from: usize, to: usize, claim: Claim, rule: &'static Rule) {
        match claim {
            Claim::Party(_) => self.because(from, to, Aspect::Found, rule, from..to),
            Claim::Place(..) | Claim::Nothing => self.reject(from, to, rule),
        }
        let index = Slot::new(self.claims.len());
        self.claim_at[from..to].fill(Some(index));
        self.claims.push((from, to, claim));
    }

    /// Notes that `rule` decided `aspect` of the party named by tokens `from..to`, by `words`.
    fn because(&self, from: usize, to: usize, aspect: Aspect, rule: &'static Rule, words: std::ops::Range<usize>) {
        self.trail.because(|| Reason {
            finding: Finding::Actor,
            subject: self.words.span(from, to),
            aspect,
            rule,
            words: self.words.span(words.start, words.end),
        });
    }

    /// Notes that `rule` turned down tokens `from..to` as the name of a party.
    fn reject(&self, from: usize, to: usize, rule: &'static Rule) {
        self.trail.reject(|| {
            let span = self.words.span(from, to);
            NearMiss { finding: Finding::Actor, span, rule, words: span }
        });
    }

    /// Takes tokens `from..to` for a mention of a party by name, as `rule` says.
    fn name(&mut self, party: usize, from: usize, to: usize, rule: &'static Rule) {
        self.claim(from, to, Claim::Party(party), rule);
        self.cast.mention(party, from, to, super::annotated::MentionForm::Name, true);
    }

    /// The state or body that ends right before token `end`: "Russia", "Russian", "Kremlin", also with its 's.
    fn holder_before(&mut self, end: usize) -> Option<Holder> {
        let possessive = end > 0 && self.words.kind(end - 1) == TokenKind::Possessive;
        let end = if possessive { end - 1 } else { end };
        let last = end.checked_sub(1)?;
        if let Some(&(from, to, Claim::Party(party))) = self.claimed(last).filter(|c| c.1 == end) {
            let party = &self.cast.parties[party];
            let _ = to;
            return (party.kind != ActorKind::Person).then(|| Holder { id: party.id.clone(), from });
        }
        let hit = self.hit_to(end)?;
        let from = hit.from;
        let entry = self.state_or_body(hit)?;
        Some(Holder { id: self.lexicon.entries[entry as usize].id.clone(), from })
    }

    /// The state, organisation or group that a hit means when it stands as the owner of an office or body.
    fn state_or_body(&self, hit: &Hit) -> Option<u32> {
        let mut found: Vec<(u32, bool)> = self
            .meanings(hit)
            .filter(|(entry, ..)| entry.actor().is_some_and(|kind| kind != ActorKind::Person))
            .map(|(entry, at, _)| (at, self.states.contains(entry.of.as_deref().unwrap_or(&entry.id))))
            .collect();
        found.sort_by_key(|&(at, known)| (!known, at));
        let &(at, _) = found.first()?;
        // "Pakistan's army chief": the army is the state's.
        let entry = &self.lexicon.entries[at as usize];
        let small = !self.words.capital(hit.to - 1) && entry.class == super::lexicon::Class::Force;
        entry.of.as_deref().filter(|_| small).and_then(|of| self.lexicon.index_of(of)).or(Some(at))
    }

    /// The first token of the sentence that token `at` stands in.
    fn sentence_start(&self, at: usize) -> usize {
        let far = at.saturating_sub(REACH);
        (far..=at).rev().find(|&t| self.words.opens(t)).unwrap_or(far)
    }

    /// The first token of the line that token `at` stands in.
    fn block_start(&self, at: usize) -> usize {
        let far = at.saturating_sub(REACH);
        (far..at).rev().find(|&t| self.words.kind(t) == TokenKind::Break).map_or(far, |t| t + 1)
    }

    /// The party that the sentence names last before token `at`.
    fn party_before_in_sentence(&self, at: usize) -> Option<String> {
        let mut t = at;
        while t > 0 && at - t < REACH && !self.words.opens(t) {
            t -= 1;
            if let Some(&(_, _, Claim::Party(party))) = self.claimed(t) {
                let party = &self.cast.parties[party];
                if matches!(party.kind, ActorKind::Organisation | ActorKind::ArmedGroup) {
                    return Some(party.id.clone());
                }
            } else if let Some(entry) = self.hit_from(t).and_then(|hit| self.state_or_body(hit)) {
                return Some(self.lexicon.entries[entry as usize].id.clone());
            }
        }
        None
    }

    /// The whole text of tokens `from..to`, with single spaces.
    fn phrase(&self, from: usize, to: usize) -> String {
        let text = self.words.span(from, to).of(self.words.text);
        let text = text.replace(['’', '‘'], "'");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// How many tokens back a sentence or line is followed at most, so that a text without stops costs no more.
const REACH: usize = 500;

/// Whose office or body something is.
#[derive(Debug, Clone)]
struct Holder {
    id: String,
    /// The token that its name begins with.
    from: usize,
}

/// Whether an entry is one of these kinds of actor.
fn is_kind(entry: &Entry, kinds: &[ActorKind]) -> bool {
    matches!(entry.kind, EntryKind::Actor(kind) if kinds.contains(&kind))
}

/// Kinds of word that no name of a person begins with.
const NO_NAME: Tags = Tags::STOP
    .with(Tags::OFFICE)
    .with(Tags::RANK)
    .with(Tags::HONORIFIC)
    .with(Tags::WEEKDAY)
    .with(Tags::OFFICE_MODIFIER);
