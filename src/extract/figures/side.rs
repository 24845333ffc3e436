//! Whose force or loss a figure is. The rules stand in the order in which they are asked; the first that has a word to
//! say decides, and what none of them settles stays null.
//!
//! `owner` has the rules for the figure's own phrase, `given` those for who gave the counted, `topic` those for what it
//! stands under, `agency` those for its verb, `told` those for the figures told of before, `spoken` those for what the
//! paragraph spoke of.

use std::cell::OnceCell;
use std::ops::Range;

use super::Found;
use super::agency::Clause;
use super::classes::CLASSES;
use super::counted::Counted;
use super::forces::Forces;
use super::nouns::NOUNS;
use super::{agency, given, nearby, owner, phrases, spoken, told, topic, weigh};
use crate::extract::parties::{PartyKind, View};
use crate::extract::trail::Rule;
use crate::extract::verbs::verb_at;
use crate::extract::words::Classes;
use crate::extract::{ActorId, ActorKind, FigureKind};
use crate::text::TokenKind;

/// A figure whose side is asked for, with what was told of before it.
pub(super) struct Case<'v> {
    pub(super) view: &'v View<'v>,
    /// The tokens of the number.
    pub(super) core: &'v Range<usize>,
    pub(super) counted: &'v Counted,
    /// The figures told of shortly before, in order.
    pub(super) before: &'v [Found],
    /// The forces of the text.
    pub(super) forces: &'v Forces,
    /// Its sentence, by number and by tokens.
    pub(super) at: usize,
    pub(super) sentence: Range<usize>,
    /// What its verbs say, read when a rule first asks.
    clause: OnceCell<Clause>,
}

impl<'v> Case<'v> {
    pub(super) fn new(
        view: &'v View<'v>,
        core: &'v Range<usize>,
        counted: &'v Counted,
        before: &'v [Found],
        forces: &'v Forces,
        at: usize,
    ) -> Self {
        Self { view, core, counted, before, forces, at, sentence: view.sentence(core.start), clause: OnceCell::new() }
    }

    /// What its verbs say.
    pub(super) fn clause(&self) -> &Clause {
        self.clause.get_or_init(|| agency::read(self))
    }

    /// The first token of the figure.
    pub(super) fn start(&self) -> usize {
        self.counted.tokens.start
    }

    /// The figure told of last, in this sentence or the one before.
    pub(super) fn previous(&self) -> Option<&Found> {
        let block = block_start(self.view, self.core.start);
        self.before.last().filter(|f| self.at <= f.sentence + 1 && f.counted.tokens.start >= block)
    }

    pub(super) fn is_loss(&self) -> bool {
        self.counted.kind == FigureKind::Casualties
    }

    /// The side of an actor's forces, by the words that name it.
    pub(super) fn of(&self, actor: usize, words: Range<usize>) -> Ruling {
        // Guerrillas are no state's: "SWAPO, with 6,000 guerrillas", of whatever country it is.
        let found = &self.view.names.actors[actor];
        let irregular = ["guerrillas", "rebels", "insurgents", "militants"];
        let own = found.kind == ActorKind::Organisation && irregular.iter().any(|w| self.counted.what.ends_with(w));
        let side = if own { Some(found.id.clone()) } else { force_of(self.view, actor) };
        Ruling::of(side, words)
    }

    /// The side of a party's forces.
    pub(super) fn of_party(&self, p: usize) -> Option<Ruling> {
        let party = &self.view.parties[p];
        party.actors.first().map(|&actor| self.of(actor, party.tokens.clone()))
    }

    /// The side of a figure told of before.
    pub(super) fn of_figure(&self, told: &Found) -> Ruling {
        Ruling::of(told.side.clone(), told.counted.tokens.clone())
    }
}

/// What a rule says: whose the figure is, or that the text leaves it open; and the words that say so.
#[derive(Debug, Clone)]
pub(super) struct Ruling {
    pub(super) side: Option<ActorId>,
    pub(super) words: Range<usize>,
    /// Whether the words say that it is nobody's who is named, so that nobody else is looked for.
    pub(super) firm: bool,
}

impl Ruling {
    /// The text leaves it open.
    pub(super) fn open(words: Range<usize>) -> Self {
        Self { side: None, words, firm: false }
    }

    /// It is of somebody without a name, or of several.
    pub(super) fn nobody(words: Range<usize>) -> Self {
        Self { side: None, words, firm: true }
    }

    /// It is of this side.
    pub(super) fn of(side: Option<ActorId>, words: Range<usize>) -> Self {
        Self { side, words, firm: false }
    }
}

/// A rule and how it is asked.
type Asked = (Rule, fn(&Case<'_>) -> Option<Ruling>);

static RULES: [Asked; 37] = [
    (Rule::new("whose", "a relative clause says of whom they are some"), nearby::whose),
    (Rule::new("force-named-behind", "the force is named between commas behind"), nearby::named_behind),
    (Rule::new("predicate", "it is said of what people they are"), nearby::predicate),
    (
        Rule::new("owner-in-phrase", "a name or possessive between number and noun says whose"),
        owner::in_the_noun_phrase,
    ),
    (Rule::new("its-own", "they are said to be somebody's own"), owner::of_its_own),
    (
        Rule::new("government", "they are the government's or the army's, of the state told of"),
        phrases::of_the_government,
    ),
    (Rule::new("owner-behind-noun", "the noun goes on with the party that it is of"), owner::behind_the_noun),
    (Rule::new("owner-in-relative", "a relative clause says who did it"), given::relative),
    (Rule::new("from-whom", "it is said from whom they come"), nearby::from_whom),
    (Rule::new("aboard", "they were aboard a party's vessel"), nearby::aboard),
    (Rule::new("given-by", "a participle says who gave or lost it"), given::given_by),
    (Rule::new("given-to", "a participle says to whom it was given"), given::given_to),
    (Rule::new("owner-before-number", "a possessive or demonym stands before the number"), owner::before_the_number),
    (Rule::new("of-those-told-of", "some of those that were told of before"), told::of_those_told_of),
    (Rule::new("owner-of-two", "one owner has two nouns"), told::one_owner_for_two),
    (Rule::new("apposition", "the number stands in apposition to a party"), owner::apposition),
    (
        Rule::new("party-before-number", "a party stands before a number that leaves out its noun"),
        party_before_the_number,
    ),
    (Rule::new("under-head", "it stands under the head of a row, column or list"), topic::side),
    (Rule::new("mixed-total", "a total of figures that are several parties'"), told::total_of_several),
    (Rule::new("taken-from", "arms are taken from the party that had them"), given::taken_from),
    (Rule::new("party-with", "a party is said to be with so many"), owner::party_with),
    (Rule::new("giver", "a verb of having or giving stands before the number"), who_gives),
    (Rule::new("admitted", "who admits a loss has it"), who_admits),
    (Rule::new("goes-on", "it goes on from the figure before"), told::part_of_the_one_before),
    (Rule::new("force-of-size", "a party's force is said to be of this size"), owner::force_noun_before),
    (Rule::new("verb", "the verb says whose"), agency::by_verb),
    (Rule::new("answered", "the sentence before says who answered or opened fire"), nearby::answered),
    (Rule::new("paragraph-opener", "a party by itself opens the paragraph"), topic::lead_side),
    (Rule::new("nameless", "people of no named party"), nameless),
    (Rule::new("soldiers-told-of", "the paragraph speaks of a party's soldiers"), spoken::soldiers),
    (Rule::new("enemy", "who counts it or shoots at it has one enemy"), spoken::of_the_enemy),
    (Rule::new("body-told-of", "the force named last is not the counter's"), spoken::body_named_last),
    (Rule::new("heading", "it stands under a heading"), spoken::under_a_heading),
    (Rule::new("own-report", "a state's man speaks of the force as his own"), spoken::own_report),
    (Rule::new("topic", "the paragraph is about one party"), spoken::topic_of_the_paragraph),
    (Rule::new("unsaid", "who speaks does not say whose"), no_soldiers),
    (Rule::new("own-body", "a state's own body speaks of soldiers"), spoken::own_body),
];

/// Whose the figure is, and the rule that settled it.
pub(super) fn side(case: &Case<'_>) -> Option<(&'static Rule, Ruling)> {
    let ruled = RULES.iter().find_map(|(rule, ask)| Some((rule, ask(case)?)));
    match ruled {
        Some((_, Ruling { side: Some(_), .. } | Ruling { firm: true, .. })) => ruled,
        _ => weigh::weighed(case).or(ruled),
    }
}

/// The state, armed group or mission whose forces an actor's are.
pub(super) fn force_of(view: &View<'_>, actor: usize) -> Option<ActorId> {
    let mut at = actor;
    for _ in 0..3 {
        let found = &view.names.actors[at];
        match (&found.of, found.kind) {
            (_, ActorKind::State) => return Some(found.id.clone()),
            (None, ActorKind::Person) => return None,
            // "the 5th Infantry Brigade" is a state's, whichever that is.
            (None, ActorKind::ArmedGroup) if is_numbered_formation(&found.name) => return None,
            (None, _) => return Some(found.id.clone()),
            // A named force is a side of its own; a numbered formation, a fleet, belong to their state.
            (Some(_), ActorKind::ArmedGroup) if !is_regular(&found.name) => return Some(found.id.clone()),
            (Some(of), _) => match view.names.actors.iter().position(|a| a.id == *of) {
                Some(next) if next != at => at = next,
                _ => return Some(of.clone()),
            },
        }
    }
    None
}

/// Whether the name is that of a regular formation: "82nd Airborne Division", "Black Sea Fleet".
fn is_regular(name: &str) -> bool {
    name.bytes().any(|b| b.is_ascii_digit())
        || name.split(' ').any(|word| {
            NOUNS.noun(&word.to_lowercase()).is_some_and(|n| n.kind == FigureKind::Unit && !n.weak) && word != "Corps"
        })
}

/// Whether the name is a number and a unit: "5th Infantry Brigade", but not "M23" and not "Golan Brigade".
fn is_numbered_formation(name: &str) -> bool {
    let unit = |w: &str| NOUNS.noun(w).is_some_and(|n| n.kind == FigureKind::Unit);
    name.split(' ').any(|w| unit(&w.to_lowercase()))
        && name.split(' ').all(|w| {
            let word = w.to_lowercase();
            word.starts_with(|c: char| c.is_ascii_digit()) || unit(&word) || NOUNS.is_military(&word)
        })
}

/// "the United States 1,100"; "Nigeria has promised two battalions and Ghana 250 men", where the verb is that of the
/// figure before.
fn party_before_the_number(case: &Case<'_>) -> Option<Ruling> {
    let words = case.view.words;
    // "Senegal offers a battalion; Benin, 300 men."
    let comma = words.before(case.start(), 1) == ","
        && matches!(words.at(case.counted.tokens.end), "." | ";" | ",")
        && case.start() >= 2;
    let named =
        |at: usize| case.view.party_ending(at).filter(|&p| words.before(case.view.parties[p].tokens.start, 1) == ";");
    let p = match comma.then(|| named(case.start() - 1)).flatten() {
        Some(p) => return case.of_party(p),
        None => case.view.party_ending(case.start())?,
    };
    let party = &case.view.parties[p];
    let gapped = party.kind == PartyKind::Named
        && matches!(words.before(party.tokens.start, 1), "and" | "," | ";")
        && case.previous().is_some_and(|f| {
            let gap = f.counted.tokens.end..party.tokens.start;
            f.counted.tokens.start >= case.sentence.start && gap.clone().all(|j| verb_at(words, j).is_none())
        });
    // "raise its force in Macedonia from 4,500": a place.
    let governed =
        words.is_before(party.tokens.start, 1, Classes::PREPOSITION) && party.tokens.start > case.sentence.start;
    (party.tokens.start >= case.sentence.start
        && party.acts()
        && !governed
        && (case.counted.left_out || gapped)
        && party.kind != PartyKind::Pronoun)
        .then(|| case.of_party(p))
        .flatten()
}

/// "Turkey has promised 2,700", whoever's the figure before was.
fn who_gives(case: &Case<'_>) -> Option<Ruling> {
    let verb = case.start().checked_sub(1).filter(|&j| case.counted.left_out && j >= case.sentence.start)?;
    let gives = CLASSES.having.contains(case.view.words.at(verb));
    let actor = agency::subject_of(case.view, verb).filter(|_| gives)?;
    Some(case.of(actor, verb..verb + 1))
}

/// "China later admitted to four deaths": its own, whoever's were told of before.
fn who_admits(case: &Case<'_>) -> Option<Ruling> {
    let start = case.start();
    let verb = (case.sentence.start.max(start.saturating_sub(3))..start)
        .find(|&j| agency::is_suffering(case.view.words.at(j)) && !case.view.words.at(j).starts_with("los"))
        .filter(|_| case.is_loss())?;
    agency::subject_of(case.view, verb).map(|actor| case.of(actor, verb..verb + 1))
}

/// Rebels, attackers, civilians: of nobody who is named.
fn nameless(case: &Case<'_>) -> Option<Ruling> {
    case.counted.nameless.then(|| Ruling::open(case.counted.tokens.clone()))
}

/// Who speaks says nothing of whose tanks or brigades they are.
fn no_soldiers(case: &Case<'_>) -> Option<Ruling> {
    (!matches!(case.counted.kind, FigureKind::Personnel | FigureKind::Casualties))
        .then(|| Ruling::open(case.counted.tokens.clone()))
}

/// The first token of the paragraph that token `at` stands in, if near.
pub(super) fn block_start(view: &View<'_>, at: usize) -> usize {
    let floor = at.saturating_sub(250);
    (floor..at).rev().find(|&j| view.words.kind(j) == TokenKind::Break).map_or(floor, |j| j + 1)
}

/// Whether the verb does something to the counted that is not its subject's: shooting, seeing, counting.
pub(super) fn is_against(word: &str) -> bool {
    CLASSES.against.contains(word)
}
