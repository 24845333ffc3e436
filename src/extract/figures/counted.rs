//! What a number counts: the noun behind it, the losses around it, or the noun that the sentence leaves out.

use std::ops::Range;

use super::classes::CLASSES;
use super::company::{is_afield, is_commanded};
use super::fate::{fate, fate_of_people, remains};
use super::left_out::without_noun;
use super::loss::plain_loss;
use super::noun::{Noun, is_military_around, noun_behind};
use super::nouns::NOUNS;
use super::strong::strong;
use super::table;
use super::trap::{
    is_accident, is_manner_of_speaking, is_mere_people, is_natural, is_part_of_name, is_policed, is_sent, is_share,
    is_superlative, is_unit_of_measure,
};
use crate::extract::annotated::MentionForm;
use crate::extract::numbers::{Count, cardinal_at, trailing_bound};
use crate::extract::parties::{Cover, View};
use crate::extract::trail::{Finding, Rule};
use crate::extract::words::Classes;
use crate::extract::{Bound, FigureKind};
use crate::text::TokenKind;

/// A count whose noun is known.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    /// The tokens of the figure: bound, number, noun.
    pub(super) tokens: Range<usize>,
    /// Of which kind.
    pub(super) kind: FigureKind,
    /// The noun as the text has it.
    pub(super) what: String,
    /// How exact it is, when a word behind the noun says so.
    pub(super) bound: Option<Bound>,
    /// Whether the noun means people of no named party: rebels, attackers, civilians.
    pub(super) nameless: bool,
    /// Whether the noun was left out and is that of the figure before.
    pub(super) left_out: bool,
    /// The rule that counts it.
    pub(super) by: &'static Rule,
}

impl Counted {
    /// A count of `what` whose noun stands elsewhere; `tokens` are those of the figure.
    pub(super) fn left_out(tokens: Range<usize>, kind: FigureKind, what: &str, by: &'static Rule) -> Self {
        Self { tokens, kind, what: what.to_owned(), bound: None, nameless: false, left_out: true, by }
    }

    /// Another count, in `tokens`, of what this one counts.
    pub(super) fn again(&self, tokens: Range<usize>, by: &'static Rule) -> Self {
        Self { tokens, bound: None, left_out: true, by, ..self.clone() }
    }
}

static NOUN: Rule = Rule::new("noun-of-force", "the noun behind the number means a force or a loss");
static LOSS: Rule = Rule::new("loss", "a word of killing, wounding or capture goes with the number");
static SHARED: Rule = Rule::new("shared-noun", "the noun stands behind the next number");

static IN_A_NAME: Rule = Rule::new("part-of-a-name", "the number is part of a name");
static MEASURE: Rule = Rule::new("measure", "the number measures something");
static SHARE: Rule = Rule::new("share", "so many in so many is a share");
static MANNER: Rule = Rule::new("manner-of-speaking", "a single one is spoken of that is not there");
static NATURAL: Rule = Rule::new("no-war", "they died of what is no war");
static ACCIDENT: Rule = Rule::new("accident", "they died on the road, of no war");
static POLICED: Rule = Rule::new("policed", "police or courts have them, who are no force");
static NO_FORCE: Rule = Rule::new("no-force", "the noun behind the number means no force");
static NO_COMPANY: Rule = Rule::new("no-company", "nothing around says that the noun means a force");
static SINGLE: Rule = Rule::new("single", "one of a kind is no count");

/// What `count` counts, where it counts a force or a loss; `previous` is the figure before it in reach.
pub(super) fn counted(
    view: &View<'_>,
    count: &Count,
    next: Option<&Count>,
    previous: Option<&Counted>,
) -> Option<Counted> {
    let sentence = view.sentence(count.core.start);
    let reject = |rule, words: &Range<usize>| {
        view.words.reject(Finding::Figure, &count.core, rule, words);
        None
    };
    if is_part_of_name(view, count) {
        // A date is nothing that one would take for a figure.
        return match view.cover(count.core.start) {
            Cover::Date(_) => None,
            _ => reject(&IN_A_NAME, &(count.core.start.saturating_sub(1)..count.core.end)),
        };
    }
    if is_unit_of_measure(view, count) {
        return reject(&MEASURE, &(count.core.start..count.core.end + 1));
    }
    if is_share(view, count) {
        return reject(&SHARE, &count.tokens);
    }
    if is_manner_of_speaking(view, count) {
        return reject(&MANNER, &count.tokens);
    }
    let found = strong(view, count, previous)
        .or_else(|| by_noun(view, count, &sentence, previous))
        .or_else(|| shared_noun(view, count, next, previous))
        .or_else(|| table::cell(view, count))?;
    if found.kind == FigureKind::Casualties && is_natural(view, &found.tokens, &sentence) {
        return reject(&NATURAL, &found.tokens);
    }
    if found.kind == FigureKind::Casualties && is_accident(view, &found.tokens, &sentence) {
        return reject(&ACCIDENT, &found.tokens);
    }
    if found.kind == FigureKind::Personnel && is_policed(view, found.tokens.end) {
        return reject(&POLICED, &found.tokens);
    }
    Some(found)
}

/// "About 3,800 Armenian and 2,900 Azerbaijani soldiers", "six or seven French and two German tanks": the noun stands
/// behind the next number.
fn shared_noun(view: &View<'_>, count: &Count, next: Option<&Count>, previous: Option<&Counted>) -> Option<Counted> {
    let words = view.words;
    let next = next?;
    let mut i = count.tokens.end;
    while let Some((_, MentionForm::Demonym)) = view.named(i) {
        i = view.cover_end(i);
    }
    if i > count.tokens.end + 4 || !matches!(words.at(i), "and" | "or" | ",") || next.tokens.start != i + 1 {
        return None;
    }
    let sentence = view.sentence(count.core.start);
    let lent = by_noun(view, next, &sentence, previous).filter(|c| !c.left_out)?;
    Some(Counted { tokens: count.tokens.start..i, bound: None, by: &SHARED, ..lent })
}

/// What the noun behind `count` makes of it, or the noun that it leaves out.
fn by_noun(view: &View<'_>, count: &Count, sentence: &Range<usize>, previous: Option<&Counted>) -> Option<Counted> {
    let words = view.words;
    let sentence = sentence.clone();
    let reject = |rule, noun: Range<usize>| {
        words.reject(Finding::Figure, &count.core, rule, &noun);
        None
    };
    let (from, of) = skip_of(view, count);
    let told = previous.filter(|p| sentence.contains(&p.tokens.start) && p.kind != FigureKind::Equipment);
    // "24 Malian soldiers and 89 Nigerien ones"
    if let Some(ones) = (from..from + 3).find(|&j| words.at(j) == "ones")
        && (from..ones).all(|j| view.named(j).is_some())
        && let Some(told) = previous
    {
        return Some(Counted { tokens: count.tokens.start..ones + 1, bound: None, ..told.clone() });
    }
    match noun_behind(view, from, &sentence, count) {
        Noun::Force { noun, head, weak, nameless } => {
            if count.low == 1 && count.high == 1 && of && is_superlative(view, from, head) {
                return reject(&SINGLE, from..head + 1);
            }
            // "after one mortar shell": what struck, no count.
            if count.high == 1 && CLASSES.single_munition.contains(words.at(head)) {
                return reject(&SINGLE, from..head + 1);
            }
            let loss = match noun {
                FigureKind::Personnel => fate(view, count, head, &sentence, told),
                // "the bodies of 40 Tigers": whatever they are called.
                _ => remains(view, count),
            };
            let kind = match (noun, &loss) {
                (FigureKind::Personnel | FigureKind::Equipment, Some(_)) => FigureKind::Casualties,
                (kind, _) => kind,
            };
            let told_of = previous.is_some_and(|p| p.what.ends_with(words.at(head)) || of && p.kind == kind);
            let vouched = told.is_some() || told_of || is_vouched_for(view, count, head, &sentence);
            if kind != FigureKind::Casualties
                && (weak && !vouched || is_mere_people(view, count, from, head, told.is_some()))
            {
                return reject(&NO_COMPANY, from..head + 1);
            }
            let what = match &loss {
                Some((word, _)) if kind == FigureKind::Casualties => word.clone(),
                _ => noun_words(view, from, head),
            };
            let mut end = head + 1;
            if let Some((_, at)) = loss
                && kind == FigureKind::Casualties
                && at >= end
                && at <= end + 4
            {
                end = at + 1;
            }
            let mut bound = None;
            if let Some((said, after)) = trailing_bound(words, end) {
                bound = Some(said);
                end = after;
            }
            let by = if kind == noun { &NOUN } else { &LOSS };
            Some(Counted { tokens: count.tokens.start..end, kind, what, bound, nameless, left_out: false, by })
        }
        Noun::People { head } => {
            let Some((what, at)) = fate_of_people(view, count, head, &sentence, told) else {
                // "50,000 troops, with about 11,000 North Koreans": those counted with a force are one.
                let demonym = matches!(view.named(head), Some((_, MentionForm::Demonym)));
                // "Peru has 115,000 men. But only a fraction fits: 2,000 Peruvians and 3,000 Ecuadoreans."
                let soldiers = previous
                    .filter(|p| demonym && p.kind == FigureKind::Personnel && (10..1_000_000).contains(&count.low));
                let fled = (head + 1..head + 4).any(|j| CLASSES.displaced.contains(words.at(j)));
                if let Some(told) = soldiers.filter(|_| !fled) {
                    return Some(Counted { tokens: count.tokens.start..head + 1, bound: None, ..told.clone() });
                }
                // "11 warships. They carry some 24,000 men": those of what was told of.
                let manned = previous.is_some_and(|p| p.kind != FigureKind::Casualties) && count.low >= 50;
                let manned = manned && matches!(words.at(head), "men" | "women");
                let afield = demonym && is_afield(view, head);
                if !fled && (manned || is_commanded(view, count, head) || afield) {
                    return Some(Counted {
                        tokens: count.tokens.start..head + 1,
                        kind: FigureKind::Personnel,
                        what: words.raw(head).to_owned(),
                        bound: None,
                        nameless: false,
                        left_out: false,
                        by: &NOUN,
                    });
                }
                let Some(told) = told.filter(|t| t.kind == FigureKind::Personnel) else {
                    return reject(&NO_COMPANY, from..head + 1);
                };
                let joined = matches!(
                    words.before(count.tokens.start, 1),
                    "with" | "and" | "including" | "them" | "besides" | "plus" | "alongside"
                );
                return (joined && (demonym || view.words.is_capital(head)))
                    .then(|| Counted { tokens: count.tokens.start..head + 1, ..told.clone() });
            };
            let end = if at > head && at <= head + 5 { at + 1 } else { head + 1 };
            Some(Counted {
                tokens: count.tokens.start..end,
                kind: FigureKind::Casualties,
                what,
                bound: None,
                nameless: true,
                left_out: false,
                by: &LOSS,
            })
        }
        // "370,000 cases of wounding"
        Noun::Other { .. }
            if words.at(from) == "cases" && words.at(from + 1) == "of" && NOUNS.is_loss(words.at(from + 2)) =>
        {
            Some(Counted {
                tokens: count.tokens.start..from + 3,
                kind: FigureKind::Casualties,
                what: plain_loss(words.at(from + 2)),
                bound: None,
                nameless: false,
                left_out: false,
                by: &LOSS,
            })
        }
        Noun::Other { end } => reject(&NO_FORCE, from..end),
        Noun::Missing => without_noun(view, count, previous, &sentence),
    }
}

/// Whether the words around a weak noun make it a force: "sent 200 men", "900 men under arms".
fn is_vouched_for(view: &View<'_>, count: &Count, head: usize, sentence: &Range<usize>) -> bool {
    let helmets = matches!(view.words.at(head), "helmet" | "helmets");
    !helmets && is_sent(view, count)
        || view.words.is_phrase(head + 1, "under arms")
        // "About a million men face each other along the border"
        || view.words.is_phrase(head + 1, "face each other")
        || is_military_around(view, count, sentence)
}

/// The token at which the noun may begin: past "of", "of the", "of its".
fn skip_of(view: &View<'_>, count: &Count) -> (usize, bool) {
    let words = view.words;
    let mut i = count.core.end.max(count.tokens.end);
    if matches!(words.at(i), "more" | "additional" | "further" | "extra" | "other" | "new") {
        i += 1;
    }
    if words.at(i) != "of" {
        return (i, false);
    }
    i += 1;
    // "four of whose aircraft", "one of its own soldiers", "five of its own"
    while words.is(i, Classes::DETERMINER) || matches!(words.at(i), "whose" | "own") {
        i += 1;
    }
    // "79 of 97 drones", "4,000 of the militia's 55,000 fighters"
    let owned = (i..i + 6).find(|&k| words.kind(k) == TokenKind::Possessive);
    if let Some(possessive) = owned
        && (i..possessive).all(|k| words.kind(k) == TokenKind::Word && !words.is(k, Classes::PREPOSITION))
        && let Some(whole) = cardinal_at(words, possessive + 1).filter(|w| !w.vague)
    {
        i = whole.end;
    }
    if let Some(whole) = cardinal_at(words, i).filter(|w| !w.vague) {
        i = whole.end;
    }
    // "12 of Russia's tanks" goes on behind the possessive.
    (i, true)
}

/// The noun with the words before it, names aside: "combat troops", "artillery systems".
fn noun_words(view: &View<'_>, from: usize, head: usize) -> String {
    let words = view.words;
    let mut start = from;
    for j in from..head {
        if matches!(view.cover(j), Cover::Mention(_) | Cover::Place(_)) || words.kind(j) != TokenKind::Word {
            start = j + 1;
        }
    }
    words.span(&(start..head + 1)).of(words.text).to_owned()
}
