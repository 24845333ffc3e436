//! A briefing cut into tokens and sentences, with the names in it: what the rules for figures and meetings read.

use jiff::civil::Date;

use super::trail::Trail;
use super::vocabulary::Vocabulary;
use super::{Actor, ActorId, ActorKind};
use crate::briefing::Briefing;
use crate::text::{Span, Token, sentences, tokens};

/// The text under extraction.
pub(crate) struct Annotated<'b> {
    /// The briefing it is.
    pub(crate) briefing: &'b Briefing,
    /// Its tokens, in order.
    pub(crate) tokens: Vec<Token>,
    /// Its sentences, in order.
    pub(crate) sentences: Vec<Span>,
    /// Its distinct words.
    pub(crate) vocabulary: Vocabulary<'b>,
    /// Where the rules note what they decide.
    pub(crate) trail: Trail,
}

impl<'b> Annotated<'b> {
    pub(crate) fn new(briefing: &'b Briefing, trail: Trail) -> Self {
        let tokens = tokens(&briefing.text);
        let sentences = sentences(&briefing.text, &tokens);
        let vocabulary = Vocabulary::new(&briefing.text, &tokens);
        Self { briefing, tokens, sentences, vocabulary, trail }
    }

    /// The text that spans point into.
    pub(crate) fn text(&self) -> &'b str {
        &self.briefing.text
    }

    /// The day that relative dates count from.
    pub(crate) fn today(&self) -> Option<Date> {
        self.briefing.masthead.date
    }

    /// Its sentences as ranges of tokens.
    pub(crate) fn sentence_ranges(&self) -> Vec<std::ops::Range<usize>> {
        let mut at = 0;
        let mut behind = |offset: usize| {
            at += self.tokens[at..].iter().take_while(|token| token.span.start < offset).count();
            at
        };
        self.sentences.iter().map(|s| behind(s.start)..behind(s.end)).collect()
    }
}

/// The names found in a text.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The actors, in the order of their first mention.
    pub(crate) actors: Vec<Actor>,
    /// Every mention of every actor by a name, in order, not overlapping.
    pub(crate) mentions: Vec<Mention>,
    /// Words that mean actors without naming them ("the two leaders", "his counterpart", "the bloc"), where the text
    /// settles whom; in order. Not reported as mentions.
    pub(crate) references: Vec<Reference>,
    /// Names that are only places here, in order.
    pub(crate) places: Vec<PlaceName>,
    /// For each actor, whether it is a woman, where that is known.
    pub(crate) female: Vec<Option<bool>>,
}

impl Names {
    /// Whether "she" (`female`) or "he" may be said of this actor: where the sex is unknown, either may.
    pub(crate) fn may_be(&self, actor: usize, female: bool) -> bool {
        self.actors[actor].kind == ActorKind::Person
            && self.female.get(actor).copied().flatten().is_none_or(|f| f == female)
    }
}

/// One mention of an actor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention {
    /// Where.
    pub(crate) span: Span,
    /// Index into [`Names::actors`].
    pub(crate) actor: usize,
    /// How the actor is named.
    pub(crate) form: MentionForm,
}

/// How a mention names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MentionForm {
    /// By a name: "Russia", "Vladimir Putin", "Putin", "NATO".
    Name,
    /// A state by an adjective or noun for its people: "Russian", "Russians".
    Demonym,
    /// A state by its capital or another seat: "Moscow said".
    Seat,
}

/// Words that mean one or several actors without naming them.
#[derive(Debug, Clone)]
pub(crate) struct Reference {
    /// Where.
    pub(crate) span: Span,
    /// Indices into [`Names::actors`].
    pub(crate) actors: Vec<usize>,
}

/// A name of a place.
#[derive(Debug, Clone)]
pub(crate) struct PlaceName {
    /// Where, without "the".
    pub(crate) span: Span,
    /// The place's name as one would list it ("Geneva").
    pub(crate) name: String,
    /// The state it lies in.
    pub(crate) of: Option<ActorId>,
}
