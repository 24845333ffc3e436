//! Counts that stand apart from the noun of what they count: "volunteers, 25,000 by his account", "the drones, 280 of
//! which", "vehicles, said to number 40", "the dead number 17".

use std::ops::Range;

use super::classes::CLASSES;
use super::counted::Counted;
use super::left_out::is_year;
use super::noun::qualified;
use super::nouns::NOUNS;
use super::side::block_start;
use crate::extract::FigureKind;
use crate::extract::numbers::{Count, cardinal_at};
use crate::extract::parties::View;
use crate::extract::trail::Rule;
use crate::extract::verbs::{is_saying, verb_at};
use crate::extract::words::Classes;
use crate::text::TokenKind;

static APPOSED: Rule = Rule::new("apposed", "it stands beside the noun of the force that it counts");
static SIZED: Rule = Rule::new("sized", "the force before it is said to number so many");
static DEAD: Rule = Rule::new("dead-number", "the dead are said to number so many");
static SAME: Rule = Rule::new("same-things", "it says anew how many there are of what was counted before");
static THE_DEAD: Rule = Rule::new("the-dead", "the sentence before speaks of the dead");

/// How far before its number such a noun may stand.
const REACH: usize = 18;

/// What a bare `count` that begins at token `start` counts, by a noun that stands before it.
pub(super) fn apposed(
    view: &View<'_>,
    count: &Count,
    start: usize,
    previous: Option<&Counted>,
    sentence: &Range<usize>,
) -> Option<Counted> {
    if count.low < 2 || is_year(view, count) {
        return None;
    }
    let at = At { view, count, start, previous, sentence };
    at.dead()
        .or_else(|| at.sized())
        .or_else(|| at.grown())
        .or_else(|| at.listed())
        .or_else(|| at.again())
        .or_else(|| at.beside())
        .or_else(|| at.of_the_dead())
}

/// A bare count and what stands around it.
struct At<'a> {
    view: &'a View<'a>,
    count: &'a Count,
    start: usize,
    previous: Option<&'a Counted>,
    sentence: &'a Range<usize>,
}

impl At<'_> {
    /// The word so many tokens before the count.
    fn near(&self, back: usize) -> &str {
        self.view.words.before(self.start, back)
    }

    fn counted(&self, kind: FigureKind, what: &str, by: &'static Rule) -> Counted {
        Counted::left_out(self.count.tokens.clone(), kind, what, by)
    }

    fn kept(&self, told: &Counted, by: &'static Rule) -> Counted {
        told.again(self.count.tokens.clone(), by)
    }

    /// "the dead number 17", "its dead, according to the minister, come to 322"
    fn dead(&self) -> Option<Counted> {
        let words = self.view.words;
        let comes = self.near(1) == "to" && matches!(self.near(2), "come" | "comes" | "came" | "amount" | "amounted");
        let numbers = matches!(self.near(1), "number" | "numbered" | "numbers" | "totalled" | "totaled");
        // "the dead number in the hundreds"
        let vague = self.near(1) == "the" && self.near(2) == "in" && matches!(self.near(3), "number" | "numbered");
        let numbers = numbers || vague;
        let from = self.start.checked_sub(if vague {
            3
        } else if comes {
            2
        } else {
            1
        })?;
        let floor = self.sentence.start.max(from.saturating_sub(REACH));
        let noun = (floor..from).rev().find(|&j| lost_noun(words.at(j)))?;
        // "lost 2,000 tanks. Chile's losses come to 530": of those.
        if words.at(noun) == "losses" && self.previous.is_some_and(|p| p.kind == FigureKind::Equipment) {
            return None;
        }
        // Nothing between that could number so many instead.
        let plain = (noun + 1..from).all(|j| NOUNS.noun(words.at(j)).is_none() && cardinal_at(words, j).is_none());
        (comes || numbers && plain).then(|| self.counted(FigureKind::Casualties, "killed", &DEAD))
    }

    /// "vehicles, said to number 40", "are thought to be 18,000", "a contingent reckoned by the embassy at 5,000".
    fn sized(&self) -> Option<Counted> {
        let words = self.view.words;
        let floor = self.sentence.start.max(self.start.saturating_sub(REACH));
        let told =
            |j: usize| matches!(words.at(j), "said" | "thought" | "believed" | "reckoned" | "estimated" | "known");
        let verb = if self.near(2) == "to" && matches!(self.near(1), "number" | "be") {
            self.start.checked_sub(3).filter(|&j| told(j))?
        } else if self.near(1) == "at" {
            let put = |j: usize| matches!(words.at(j), "reckoned" | "estimated" | "put" | "assessed");
            let verb = (floor.max(self.start.saturating_sub(8))..self.start).rev().find(|&j| put(j))?;
            // "put the price at": an object of its own.
            let by = matches!(words.at(verb + 1), "by" | "at") || words.is(verb + 1, Classes::ADVERB);
            Some(verb).filter(|_| by)?
        } else {
            return None;
        };
        let noun = self.noun_before(verb, true)?;
        let kind = NOUNS.noun(words.at(noun)).map_or(FigureKind::Personnel, |n| n.kind);
        let what = if kind == FigureKind::Unit { "troops" } else { words.at(noun) };
        let kind = if kind == FigureKind::Unit { FigureKind::Personnel } else { kind };
        (self.count.low >= 10).then(|| self.counted(kind, what, &SIZED))
    }

    /// "The garrison, once 3,000, is down to 400", "its force has doubled to 8,000", "caps tanks at 20,000".
    fn grown(&self) -> Option<Counted> {
        let words = self.view.words;
        let before = self.start.checked_sub(2)?;
        let capped = self.near(1) == "at"
            && NOUNS.noun(words.at(before)).is_some_and(|n| n.plural && !n.weak && n.kind == FigureKind::Equipment);
        if capped {
            return Some(self.counted(FigureKind::Equipment, words.at(before), &SIZED));
        }
        // "the number of soldiers has risen to 900" says itself of what.
        if (self.sentence.start..self.start).any(|j| words.is_phrase(j, "number of")) {
            return None;
        }
        // "the carrier has a crew of 4,500"
        let manned = || {
            let floor = self.sentence.start.max(self.start.saturating_sub(REACH));
            (floor..before)
                .any(|j| NOUNS.noun(words.at(j)).is_some_and(|n| n.kind == FigureKind::Equipment && !n.strict))
        };
        if self.near(1) == "of" && matches!(self.near(2), "crew" | "crews" | "complement") && manned() {
            return Some(self.counted(FigureKind::Personnel, "crew", &SIZED));
        }
        let once = matches!(self.near(1), "once" | "now" | "originally" | "initially" | "still") && self.near(2) == ",";
        let to = self.near(1) == "to" && CLASSES.change.contains(self.near(2));
        let noun = self.noun_before(before, true).filter(|_| (once || to) && self.count.low >= 10)?;
        let force = CLASSES.force_noun.contains(words.at(noun)) && self.count.low >= 100;
        // The noun of the clause, and no other number's.
        let own = (noun + 1..before).all(|j| cardinal_at(words, j).is_none() || once || words.before(j, 1) == "once");
        let own = own || self.previous.is_some_and(|p| p.left_out);
        (force && own).then(|| self.counted(FigureKind::Personnel, "troops", &SIZED))
    }

    /// "makes it 1,750", "far higher: 35 to 40", "out of the 109 that", "of these Chadians 900".
    fn again(&self) -> Option<Counted> {
        let told = self.previous?;
        let words = self.view.words;
        let end = self.count.tokens.end;
        let it = self.near(1) == "it" && matches!(self.near(2), "makes" | "make" | "made");
        let at_it = self.near(1) == "at" && matches!(self.near(2), "it" | "them") && self.near(3).starts_with("put");
        let more = matches!(self.near(1), ":" | "—" | "–")
            && matches!(self.near(2), "higher" | "lower" | "more" | "fewer" | "less" | "larger" | "smaller" | "own");
        let the = matches!(self.near(1), "the" | "those")
            && matches!(self.near(2), "of" | "than" | "for")
            && (matches!(words.at(end), "that" | "which")
                || self.view.party_from(end) < self.view.parties.len()
                    && self.view.parties[self.view.party_from(end)].tokens.start == end);
        let of_these = self.near(3) == "of" && matches!(self.near(2), "these" | "those");
        let strength = matches!(self.near(1), "is" | "was") && matches!(self.near(2), "strength" | "number" | "size");
        let opens = self.near(1) == "that"
            && self.start.checked_sub(2).is_some()
            && (verb_at(words, end).is_some()
                || words.is(end, Classes::AUXILIARY)
                || CLASSES.acting.contains(words.at(end)))
            && (self.sentence.start..self.start).any(|j| is_saying(words.at(j)));
        let enough = self.count.low >= 10 || told.kind == FigureKind::Casualties;
        (enough && (it || at_it || more || the || of_these || strength || opens)).then(|| self.kept(told, &SAME))
    }

    /// "volunteers, 25,000 by his account", "border troops: 16,500, by the count of", "the drones, 280 of which".
    fn beside(&self) -> Option<Counted> {
        let words = self.view.words;
        let end = self.count.tokens.end;
        if !matches!(self.near(1), "," | ":" | "—" | "–" | "(") {
            return None;
        }
        let at = if words.at(end) == "," { end + 1 } else { end };
        let reckoned = words.at(at) == "by" && (at + 1..at + 6).any(|j| CLASSES.own_words.contains(words.at(j)));
        let source = words.is_phrase(end, "according to") || words.is_phrase(end, "if you believe");
        let whole = words.is_phrase(end, "all told") || words.is_phrase(end, "in all") || words.at(end) == "altogether";
        let part = words.at(end) == "of" && matches!(words.at(end + 1), "which" | "whom" | "them" | "these");
        if !(reckoned || source || whole || part) {
            return None;
        }
        let close = if whole || part { end + 2 } else { end };
        let found = match self.noun_before(self.start - 1, false) {
            Some(noun) => {
                let kind = NOUNS.noun(words.at(noun)).map_or(FigureKind::Equipment, |n| n.kind);
                // "the brigades, 20,000 all told": not so many brigades.
                let found = if kind == FigureKind::Unit && self.count.low >= 100 {
                    self.counted(FigureKind::Personnel, "troops", &APPOSED)
                } else {
                    self.counted(kind, words.at(noun), &APPOSED)
                };
                Counted { nameless: CLASSES.nameless.contains(words.at(noun)), ..found }
            }
            None => self.kept(self.previous.filter(|p| whole || self.sentence.contains(&p.tokens.start))?, &APPOSED),
        };
        Some(Counted { tokens: self.count.tokens.start..close, ..found })
    }

    /// "Peacekeepers: 1,250. Military observers: 90."
    fn listed(&self) -> Option<Counted> {
        let words = self.view.words;
        let noun = self.start.checked_sub(2).filter(|_| self.near(1) == ":")?;
        let closed = words.kind(self.count.tokens.end) != TokenKind::Word;
        let opens = noun <= self.sentence.start + 3 && words.kind(noun) == TokenKind::Word;
        let plain =
            (self.sentence.start..noun).all(|j| words.kind(j) == TokenKind::Word && verb_at(words, j).is_none());
        let found = NOUNS.noun(words.at(noun)).filter(|n| n.plural && !n.strict)?;
        let fits = !found.weak || qualified(self.view, self.sentence.start, noun);
        (closed && opens && plain && fits).then(|| self.counted(found.kind, words.at(noun), &APPOSED))
    }

    /// "Counting the dead is nobody's work. The government speaks of 50,000."
    fn of_the_dead(&self) -> Option<Counted> {
        let words = self.view.words;
        let spoken = self.near(1) == "of" && matches!(self.near(2), "speaks" | "spoke" | "spoken" | "talks" | "talked");
        let said = is_saying(self.near(1)) && verb_at(words, self.start - 1).is_some();
        if self.previous.is_some() || !(spoken || said) || self.count.low < 10 {
            return None;
        }
        let before = words.sentences.get(words.sentence_of(self.start).checked_sub(1)?)?;
        let floor = before.start.max(block_start(self.view, self.start));
        (floor..before.end)
            .any(|j| words.at(j) == "the" && matches!(words.at(j + 1), "dead" | "toll" | "casualties" | "losses"))
            .then(|| self.counted(FigureKind::Casualties, "killed", &THE_DEAD))
    }

    /// The last noun of a force before token `end` in the sentence; with `groups`, also one of a whole force ("garrison").
    fn noun_before(&self, end: usize, groups: bool) -> Option<usize> {
        let words = self.view.words;
        let floor = self.sentence.start.max(end.saturating_sub(REACH));
        (floor..end).rev().find(|&j| {
            if words.kind(j) != TokenKind::Word {
                return false;
            }
            let force = groups && (CLASSES.force_noun.contains(words.at(j)) || CLASSES.mission.contains(words.at(j)));
            let plural = NOUNS.noun(words.at(j)).is_some_and(|n| {
                n.plural
                    && !n.strict
                    && n.kind != FigureKind::Casualties
                    && (!n.weak || qualified(self.view, floor.max(j.saturating_sub(3)), j))
            });
            let model = !groups && words.is_capital(j) && NOUNS.is_model(words.at(j)) && self.view.named(j).is_none();
            (force || plural || model) && !lost_noun(words.at(j))
        })
    }
}

/// Whether the word means the dead of a force.
fn lost_noun(word: &str) -> bool {
    matches!(word, "dead" | "casualties" | "losses" | "deaths" | "fatalities" | "toll")
}
