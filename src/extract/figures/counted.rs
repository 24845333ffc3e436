//! What a number counts: the noun behind it, the losses around it, or the noun that the sentence leaves out.

use std::ops::Range;

use super::classes::CLASSES;
use super::left_out::without_noun;
use super::loss::{loss_around, plain_loss};
use super::noun::{Noun, is_military_around, noun_behind};
use super::nouns::NOUNS;
use super::table;
use super::trap::{
    is_accident, is_manner_of_speaking, is_mere_people, is_natural, is_part_of_name, is_policed, is_sent,
    is_superlative, is_unit_of_measure,
};
use crate::extract::annotated::MentionForm;
use crate::extract::numbers::{Count, trailing_bound};
use crate::extract::parties::{Cover, View};
use crate::extract::trail::{Finding, Rule};
use crate::extract::verbs::verb_at;
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

static NOUN: Rule = Rule::new("noun-of-force", "the noun behind the number means a force or a loss");
static LOSS: Rule = Rule::new("loss", "a word of killing, wounding or capture goes with the number");
static STRONG: Rule = Rule::new("strong", "the number is the strength of a force");
static SHARED: Rule = Rule::new("shared-noun", "the noun stands behind the next number");

static IN_A_NAME: Rule = Rule::new("part-of-a-name", "the number is part of a name");
static MEASURE: Rule = Rule::new("measure", "the number measures something");
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
            let loss =
                if noun == FigureKind::Casualties { None } else { loss_around(view, count, head + 1, &sentence) };
            // "put its own losses at 22 fighters"
            let start = count.tokens.start;
            let loss = loss.or_else(|| {
                let at = start.checked_sub(2).filter(|_| noun == FigureKind::Personnel)?;
                let lost = matches!(words.at(at), "losses" | "dead" | "casualties" | "toll" | "deaths");
                (lost && matches!(words.at(at + 1), "at" | "of" | "to")).then(|| (plain_loss("dead"), at))
            });
            // "86,000 militants have been destroyed": of people it is a loss.
            let loss = loss.or_else(|| {
                let verb = (head + 1..head + 4).find(|&j| !words.is(j, Classes::AUXILIARY))?;
                let destroyed = matches!(words.at(verb), "destroyed" | "liquidated") && verb > head + 1;
                (destroyed && noun == FigureKind::Personnel).then(|| (plain_loss("dead"), verb))
            });
            // "Indian military dead | five | 40 to 50 soldiers"
            let loss = loss.or_else(|| {
                let head = table::cell_at(view, count.core.start).filter(|_| noun == FigureKind::Personnel)?.row;
                head.clone().find(|&j| NOUNS.is_loss(words.at(j))).map(|j| (plain_loss(words.at(j)), j))
            });
            // "53 died, among them 17 soldiers"
            let among = matches!(words.before(count.tokens.start, 1), "them" | "including" | "whom");
            let loss = loss.or_else(|| {
                let told =
                    told.filter(|t| among && t.kind == FigureKind::Casualties && noun == FigureKind::Personnel)?;
                Some((told.what.clone(), count.tokens.start))
            });
            let kind = match (noun, &loss) {
                (FigureKind::Personnel, Some(_)) => FigureKind::Casualties,
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
            let Some((what, at)) = loss_around(view, count, head + 1, &sentence) else {
                // "50,000 troops, with about 11,000 North Koreans": those counted with a force are one.
                let demonym = matches!(view.named(head), Some((_, MentionForm::Demonym)));
                // "Peru has 115,000 men. But only a fraction fits: 2,000 Peruvians and 3,000 Ecuadoreans."
                let soldiers = previous.filter(|p| demonym && p.kind == FigureKind::Personnel && count.low >= 10);
                let fled = (head + 1..head + 4).any(|j| CLASSES.displaced.contains(words.at(j)));
                if let Some(told) = soldiers.filter(|_| !fled) {
                    return Some(Counted { tokens: count.tokens.start..head + 1, bound: None, ..told.clone() });
                }
                // "11 warships. They carry some 24,000 men": those of what was told of.
                let manned = previous.is_some_and(|p| p.kind != FigureKind::Casualties) && count.low >= 50;
                if manned && !fled && matches!(words.at(head), "men" | "women") {
                    return Some(Counted {
                        tokens: count.tokens.start..head + 1,
                        kind: FigureKind::Personnel,
                        what: words.at(head).to_owned(),
                        bound: None,
                        nameless: false,
                        left_out: false,
                        by: &NOUN,
                    });
                }
                let Some(told) = told.filter(|t| t.kind == FigureKind::Personnel) else {
                    return reject(&NO_COMPANY, from..head + 1);
                };
                let joined = matches!(words.before(count.tokens.start, 1), "with" | "and" | "including" | "them");
                let demonym = matches!(view.named(head), Some((_, MentionForm::Demonym)));
                return (joined && demonym).then(|| Counted { tokens: count.tokens.start..head + 1, ..told.clone() });
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

pub(super) fn is_strong_suffix(word: &str) -> bool {
    CLASSES.strong_suffix.contains(word)
}

/// "4,000-strong", "a 2,500-man force"
fn strong(view: &View<'_>, count: &Count, previous: Option<&Counted>) -> Option<Counted> {
    let words = view.words;
    let dash = count.core.end;
    let word = words.at(dash + 1);
    if !(words.at(dash) == "-" && words.touches_previous(dash) || words.at(dash) == "strong") {
        return None;
    }
    let (at, word) = if words.at(dash) == "strong" { (dash, "strong") } else { (dash + 1, word) };
    if !is_strong_suffix(word) {
        return None;
    }
    // The thing that is so strong: "army", "force", "contingent".
    let mut head = at;
    for j in at + 1..at + 5 {
        if words.kind(j) != TokenKind::Word || words.is(j, Classes::PREPOSITION) || verb_at(words, j).is_some() {
            break;
        }
        head = j;
        if NOUNS.is_military(words.at(j))
            || matches!(words.at(j), "contingent" | "fleet" | "mission" | "group" | "flotilla" | "corps")
        {
            break;
        }
    }
    let kind = match word {
        word if CLASSES.strong_equipment.contains(word) => FigureKind::Equipment,
        _ => FigureKind::Personnel,
    };
    let military = kind == FigureKind::Equipment
        || word == "soldier"
        || word == "troop"
        || word == "strong"
            && (1..14).any(|k| {
                let word = words.before(count.tokens.start, k);
                NOUNS.is_military(word)
                    || CLASSES.force_noun.contains(word)
                    || matches!(word, "mission" | "group" | "branch")
            })
        || previous.is_some_and(|p| p.kind == FigureKind::Personnel)
        || (at + 1..=head).any(|j| NOUNS.is_military(words.at(j)) || NOUNS.noun(words.at(j)).is_some())
        || matches!(words.at(head), "mission" | "group" | "contingent");
    let what = if head > at { words.raw(head) } else { words.raw(at) };
    military.then(|| Counted {
        tokens: count.tokens.start..head + 1,
        kind,
        what: what.to_owned(),
        bound: None,
        nameless: false,
        left_out: false,
        by: &STRONG,
    })
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
    // "79 of 97 drones"
    if let Some(whole) = crate::extract::numbers::cardinal_at(words, i).filter(|w| !w.vague) {
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
