//! Which way a date points: the tense of the verb that it stands with.

use std::ops::Range;

use crate::extract::verbs::{VerbForm, verb_at};
use crate::extract::words::{Classes, Words, is_determiner};
use crate::text::TokenKind;

/// Which way the clause of a date points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// "met", "had met", "has met"
    Past,
    /// "will meet", "is to meet", "meets on Monday"
    Future,
    /// Ahead when it was said: "was to meet", "had been due". The day may have passed since; the nearest is meant.
    WasTo,
    /// Neither: the nearest day of a month is meant, and the last day of a week.
    Open,
}

/// How many tokens are looked at on either side: verbs stand near their dates, and text without verbs is no text.
const REACH: usize = 40;

/// The tense of the clause that the date phrase `phrase` stands in.
pub(crate) fn tense_at(words: &Words<'_>, phrase: &Range<usize>, sentence: &Range<usize>) -> Tense {
    // The cell of a calendar has no verb.
    if words.at(phrase.end) == "|" || words.before(phrase.start, 1) == "|" {
        return Tense::Open;
    }
    // "Modi on Thursday will visit", "the two on Friday met": the verb right behind it.
    let mut next = phrase.end;
    while words.is(next, Classes::ADVERB) {
        next += 1;
    }
    if next < sentence.end
        && let Some(VerbForm::Auxiliary | VerbForm::Past) = verb_at(words, next)
        && let Some(tense) = cue(words, next)
    {
        return tense;
    }
    // "since 28 February, when he berated him": the clause that tells of the day.
    let when = if words.at(phrase.end) == "," { phrase.end + 1 } else { phrase.end };
    if words.at(when) == "when"
        && let Some(tense) = (when + 1..sentence.end.min(when + REACH)).find_map(|j| cue(words, j))
    {
        return tense;
    }
    // "postponed the meeting of the two to the second week of January"
    let new_day = matches!(words.before(phrase.start, 1), "to" | "until" | "till")
        || words.before(phrase.start, 1) == "of" && (2..6).any(|k| words.before(phrase.start, k) == "to");
    if new_day
        && (sentence.start.max(phrase.start.saturating_sub(14))..phrase.start).any(|j| {
            matches!(words.at(j), "postponed" | "delayed" | "adjourned" | "deferred" | "rescheduled")
                || matches!(words.at(j), "put" | "pushed") && matches!(words.at(j + 1), "off" | "back")
        })
    {
        return Tense::Future;
    }
    let floor = sentence.start.max(phrase.start.saturating_sub(REACH));
    let mut j = phrase.start;
    while j > floor {
        j -= 1;
        if let Some(tense) = cue(words, j) {
            return tense;
        }
        if words.is(j, Classes::CLAUSE) && words.at(j) != "as" || words.at(j) == ";" {
            break;
        }
    }
    let ceiling = sentence.end.min(phrase.end + REACH);
    (phrase.end..ceiling).find_map(|j| cue(words, j)).unwrap_or(Tense::Open)
}

/// What the word at `j` says of the tense, where it is a verb that says anything.
fn cue(words: &Words<'_>, j: usize) -> Option<Tense> {
    let word = words.at(j);
    // "scheduled for Thursday", "a summit planned on Friday", "due in Yerevan": ahead, unless it "had been planned".
    if words.is(j, Classes::INTENT)
        && matches!(words.at(j + 1), "for" | "on" | "in" | "at" | "to" | "next" | "this" | "later" | "until")
        && verb_like_intent(word)
        // "asked for patience", "looked in on him": only what they ask to do lies ahead, or what is called for a day.
        && !(matches!(word, "asked" | "called" | "looked" | "hoped" | "waited" | "wished" | "urged" | "wanted")
            && words.at(j + 1) != "to"
            && !(words.at(j + 1) == "for" && words.is(j + 2, Classes::DATE) && words.is_capital(j + 2)))
        // "called on the president on Monday" is a visit that was paid.
        && !(word == "called" && words.at(j + 1) == "on" && (words.is_capital(j + 2)
                || words.is(j + 2, Classes::DETERMINER)
                || matches!(words.at(j + 2), "him" | "them")))
    {
        return Some(if leads_back(words, j) { Tense::WasTo } else { Tense::Future });
    }
    if matches!(word, "postponed" | "delayed" | "adjourned" | "rescheduled" | "moved" | "deferred")
        && matches!(words.at(j + 1), "to" | "until" | "till" | "for")
    {
        return Some(Tense::Future);
    }
    if word == "to" && is_infinitive(words, j) {
        let mut k = j;
        while k > 0 && words.is(k - 1, Classes::ADVERB) {
            k -= 1;
        }
        let before = words.before(k, 1);
        if matches!(before, "was" | "were") {
            return Some(Tense::WasTo);
        }
        if matches!(before, "is" | "are" | "has" | "have") || words.is_before(k, 1, Classes::INTENT) {
            return Some(Tense::Future);
        }
        // "invited him on Tuesday to visit Rome in May", "an invitation from him to come in May": what is asked lies ahead.
        let floor = words.sentences.get(words.sentence_of(j)).map_or(j, |s| s.start.max(j.saturating_sub(9)));
        let asks = (floor..j).rev().take_while(|&i| !words.is(i, Classes::CLAUSE)).find(|&i| {
            verb_at(words, i).is_some() || matches!(words.at(i), "invitation" | "offer" | "proposal" | "promise")
        });
        let asked = asks.is_some_and(|i| {
            verb_at(words, i).is_none()
                || matches!(words.at(i), "invited" | "invites" | "agreed" | "promised" | "offered" | "asked" | "urged")
        });
        if asked {
            return Some(Tense::Future);
        }
        // A headline: "Biden and Putin to hold call on Thursday". A purpose ("went to Beijing to sign") says nothing.
        let headline = words.sentences.get(words.sentence_of(j)).is_some_and(|s| {
            (s.start.max(j.saturating_sub(REACH))..j).all(|i| verb_at(words, i).is_none())
                && j > s.start
                && words.at(s.end - 1) != "."
        });
        return headline.then_some(Tense::Future);
    }
    if matches!(word, "put" | "pushed" | "brought")
        && matches!(words.at(j + 1), "off" | "back" | "forward")
        && matches!(words.at(j + 2), "to" | "until" | "till")
    {
        return Some(Tense::Future);
    }
    if is_plural_present(words, j) {
        return Some(Tense::Future);
    }
    match verb_at(words, j)? {
        VerbForm::Auxiliary => match word {
            // "was to have met on Friday": what "to" says before it.
            "have" if words.before(j, 1) == "to" => None,
            "had" | "has" | "have" | "'ve" | "did" | "hasn't" | "haven't" | "hadn't" | "didn't" => Some(Tense::Past),
            "was" | "were" | "wasn't" | "weren't" => {
                let ahead =
                    words.at(j + 1) == "to" || words.is(j + 1, Classes::INTENT) && verb_like_intent(words.at(j + 1));
                Some(if ahead { Tense::WasTo } else { Tense::Past })
            }
            "is" | "are" | "'re" | "isn't" | "aren't" => {
                let mut k = j + 1;
                while words.is(k, Classes::ADVERB) {
                    k += 1;
                }
                Some(if words.is(k, Classes::INTENT) || words.at(k) == "to" || words.at(k).ends_with("ing") {
                    Tense::Future
                } else {
                    Tense::Open
                })
            }
            "be" | "been" | "being" | "having" | "do" | "does" | "don't" | "doesn't" => None,
            _ => Some(Tense::Future),
        },
        VerbForm::Past => {
            let mut k = j;
            while k > 0 && words.is(k - 1, Classes::ADVERB) {
                k -= 1;
            }
            // "will be held", "to be seen": the auxiliary before it decides.
            let inside = matches!(
                words.before(k, 1),
                "be" | "been"
                    | "being"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "will"
                    | "would"
                    | "'ve"
                    | "'re"
                    | "get"
                    | "having"
            );
            (!inside).then_some(Tense::Past)
        }
        VerbForm::Present => {
            let scheduled = matches!(
                word,
                "goes"
                    | "travels"
                    | "flies"
                    | "visits"
                    | "meets"
                    | "arrives"
                    | "leaves"
                    | "begins"
                    | "starts"
                    | "opens"
                    | "holds"
                    | "hosts"
                    | "heads"
                    | "resumes"
                    | "ends"
                    | "plans"
                    | "hopes"
                    | "expects"
                    | "intends"
                    | "wants"
                    | "receives"
                    | "attends"
                    | "returns"
                    | "comes"
                    | "lands"
                    | "convenes"
                    | "reconvenes"
                    | "gathers"
                    | "departs"
                    | "calls"
            );
            // "greets his guest on Friday" is the tense of captions: the day is past.
            Some(if scheduled { Tense::Future } else { Tense::Past })
        }
        // "ministers meet on Monday": with a subject before it, the plural of the present.
        VerbForm::Base => {
            let planned = matches!(
                word,
                "meet"
                    | "gather"
                    | "convene"
                    | "travel"
                    | "fly"
                    | "hold"
                    | "open"
                    | "resume"
                    | "begin"
                    | "confer"
                    | "visit"
            );
            let verb = !matches!(words.before(j, 1), "to" | "not" | "do" | "did" | "does")
                && !words.is_before(j, 1, Classes::AUXILIARY)
                && !words.is_before(j, 1, Classes::MODAL)
                && !words.is_before(j, 1, Classes::DETERMINER);
            (planned && verb).then_some(Tense::Future)
        }
    }
}

/// "Negotiations resume on Friday", "Xi and Modi meet next week": the present of a timetable, behind a noun of several or a
/// name.
pub(crate) fn is_plural_present(words: &Words<'_>, j: usize) -> bool {
    let timetable = matches!(
        words.at(j),
        "meet"
            | "resume"
            | "gather"
            | "convene"
            | "reconvene"
            | "begin"
            | "open"
            | "start"
            | "confer"
            | "travel"
            | "fly"
            | "return"
            | "sit"
    );
    if !timetable || words.is_capital(j) || j == 0 || words.kind(j - 1) != TokenKind::Word {
        return false;
    }
    let before = words.at(j - 1);
    let several = before.len() > 4 && before.ends_with('s') && verb_at(words, j - 1).is_none();
    let named = words.is_capital(j - 1) && j > 1 && matches!(words.at(j - 2), "and" | "of") || several;
    named && !words.is(j - 1, Classes::ADVERB.with(Classes::DETERMINER)) && !matches!(words.before(j, 2), "to")
}

/// Intent words that are participles or adjectives, not the noun of "plans for 2019" or the verb "looks in".
fn verb_like_intent(word: &str) -> bool {
    word.ends_with("ed") || matches!(word, "due" | "set" | "likely" | "bound" | "ready" | "going")
}

/// Whether the participle at `j` stands behind "was", "were" or "had been".
fn leads_back(words: &Words<'_>, j: usize) -> bool {
    (1..=3).any(|k| matches!(words.before(j, k), "was" | "were" | "had"))
}

/// Whether "to" at `j` opens an infinitive, not a place ("to Moscow") or a number ("to 9,000").
pub(crate) fn is_infinitive(words: &Words<'_>, j: usize) -> bool {
    let next = words.at(j + 1);
    words.kind(j + 1) == TokenKind::Word
        && !words.is_capital(j + 1)
        && !is_determiner(next)
        && !next.ends_with('s')
        && !next.ends_with("ing")
        && !next.starts_with("mid-")
}
