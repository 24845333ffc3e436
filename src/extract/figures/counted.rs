//! What a number counts: the noun behind it, the losses around it, or the noun that the sentence leaves out.

use std::ops::Range;

use super::nouns::{NOUNS, Noun as Counter};
use crate::extract::numbers::{Count, trailing_bound};
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::verb_at;
use crate::extract::words::{is_adverb, is_auxiliary, is_determiner, is_preposition};
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
}

/// No noun stands farther from its number.
const LONGEST: usize = 9;

/// What `count` counts, where it counts a force or a loss; `previous` is the figure before it in reach.
pub(super) fn counted(view: &View<'_>, count: &Count, previous: Option<&Counted>) -> Option<Counted> {
    let words = view.words;
    let sentence = view.sentence(count.core.start);
    if is_part_of_name(view, count) || is_unit_of_measure(view, count) {
        return None;
    }
    if let Some(found) = strong(view, count) {
        return Some(found);
    }
    let (from, of) = skip_of(view, count);
    match noun_behind(view, from, &sentence, count) {
        Noun::Force { noun, head, weak, nameless } => {
            if count.low == 1 && count.high == 1 && of && is_superlative(view, from, head) {
                return None;
            }
            let loss =
                if noun == FigureKind::Casualties { None } else { loss_around(view, count, head + 1, &sentence) };
            let kind = match (noun, &loss) {
                (FigureKind::Personnel, Some(_)) => FigureKind::Casualties,
                (kind, _) => kind,
            };
            if kind != FigureKind::Casualties && weak && !is_military_around(view, count, &sentence) {
                return None;
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
            Some(Counted { tokens: count.tokens.start..end, kind, what, bound, nameless, left_out: false })
        }
        Noun::People { head } => {
            let (what, at) = loss_around(view, count, head + 1, &sentence)?;
            let end = if at > head && at <= head + 5 { at + 1 } else { head + 1 };
            Some(Counted {
                tokens: count.tokens.start..end,
                kind: FigureKind::Casualties,
                what,
                bound: None,
                nameless: true,
                left_out: false,
            })
        }
        Noun::Other => None,
        Noun::Missing => without_noun(view, count, previous, &sentence),
    }
}

/// "Resolution 2202", "Article 5", "Brigade 22", "No. 7", "page 12": a number that names.
fn is_part_of_name(view: &View<'_>, count: &Count) -> bool {
    let words = view.words;
    let i = count.core.start;
    // Part of a name, unless the name only begins or ends with it.
    if let Cover::Mention(_) | Cover::Place(_) | Cover::Date(_) = view.cover(i) {
        return true;
    }
    if count.tokens.start < i || words.kind(i) == TokenKind::Word {
        return false;
    }
    let before = words.before(i, 1);
    matches!(
        before,
        "resolution" | "article" | "section" | "chapter" | "page" | "no" | "annex" | "protocol" | "paragraph" | "part" | "table" | "figure" | "item" | "step" | "room" | "route" | "highway" | "flight" | "phase" | "type" | "mark" | "version" | "level" | "point" | "rule" | "clause" | "day" | "number" | "aged"
    ) || before == "." && words.before(i, 2) == "no"
        // "Iskander 9K720" stays one word; "Boeing 737", "Airbus 330" does not.
        || matches!(before, "boeing" | "airbus" | "antonov" | "il" | "tu" | "su" | "mig")
}

/// Whether a measure, money, per cent, an age or a time stands behind the number.
fn is_unit_of_measure(view: &View<'_>, count: &Count) -> bool {
    let words = view.words;
    let after = words.at(count.core.end);
    let before = words.before(count.core.start, 1);
    matches!(before, "$" | "€" | "£" | "¥" | "₹" | "₽" | "₪" | "₴" | "us$" | "usd" | "eur" | "/" | "#" | "§")
        || matches!(
            after,
            "%" | "°"
                | "per"
                | "percent"
                | "$"
                | "€"
                | "£"
                | "times"
                | "km"
                | "kilometres"
                | "kilometers"
                | "miles"
                | "metres"
                | "meters"
                | "hours"
                | "minutes"
                | "seconds"
                | "days"
                | "weeks"
                | "months"
                | "years"
                | "pc"
        )
        || after == "-" && !is_strong_suffix(words.at(count.core.end + 1)) && words.touches_previous(count.core.end)
}

fn is_strong_suffix(word: &str) -> bool {
    matches!(
        word,
        "strong"
            | "man"
            | "member"
            | "soldier"
            | "troop"
            | "ship"
            | "aircraft"
            | "tank"
            | "vehicle"
            | "vessel"
            | "person"
            | "warhead"
            | "boat"
    )
}

/// "4,000-strong", "a 2,500-man force"
fn strong(view: &View<'_>, count: &Count) -> Option<Counted> {
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
        if words.kind(j) != TokenKind::Word || is_preposition(words.at(j)) || verb_at(words, j).is_some() {
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
        "ship" | "aircraft" | "tank" | "vehicle" | "vessel" | "warhead" | "boat" => FigureKind::Equipment,
        _ => FigureKind::Personnel,
    };
    let military = kind == FigureKind::Equipment
        || word == "soldier"
        || word == "troop"
        || words.at(dash) == "strong"
            && (1..14).any(|k| {
                matches!(
                    words.before(count.tokens.start, k),
                    "mission" | "force" | "army" | "contingent" | "garrison" | "militia" | "navy" | "group"
                )
            })
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
    })
}

/// The token at which the noun may begin: past "of", "of the", "of its".
fn skip_of(view: &View<'_>, count: &Count) -> (usize, bool) {
    let words = view.words;
    let mut i = count.core.end;
    if matches!(words.at(i), "more" | "additional" | "further" | "extra" | "other" | "new") {
        i += 1;
    }
    if words.at(i) != "of" {
        return (i, false);
    }
    i += 1;
    while is_determiner(words.at(i)) {
        i += 1;
    }
    // "79 of 97 drones"
    if let Some(whole) = crate::extract::numbers::cardinal_at(words, i).filter(|w| !w.vague) {
        i = whole.end;
    }
    // "12 of Russia's tanks" goes on behind the possessive.
    (i, true)
}

enum Noun {
    /// A noun for forces or losses, its last token, whether it takes other words to be one.
    Force { noun: FigureKind, head: usize, weak: bool, nameless: bool },
    /// People who count only as losses.
    People { head: usize },
    /// Something else.
    Other,
    /// No noun at all.
    Missing,
}

/// The noun that stands behind a number, from token `from` on.
fn noun_behind(view: &View<'_>, from: usize, sentence: &Range<usize>, count: &Count) -> Noun {
    let words = view.words;
    let one = count.low == 1 && count.high == 1;
    let end = sentence.end.min(from + LONGEST);
    let mut j = from;
    let mut seen_word = false;
    let mut not_force = false;
    let mut demonym_plural = None;
    while j < end {
        let word = words.at(j);
        match words.kind(j) {
            TokenKind::Word => {}
            // "Shahed-136/131 drones", "22 “kamikaze” drones"
            TokenKind::Punctuation
                if matches!(word, "/" | "“" | "”" | "\"" | "-" | "‘" | "'" | "’") && j > from
                    || matches!(word, "“" | "\"" | "‘") =>
            {
                j += 1;
                continue;
            }
            TokenKind::Number if words.before(j, 1) == "/" && words.touches_previous(j) => {
                j += 1;
                continue;
            }
            TokenKind::Possessive if j > from => {
                j += 1;
                continue;
            }
            // "155mm shells", "40mm guns"
            TokenKind::Number if word.ends_with("mm") => {
                j += 1;
                continue;
            }
            _ => break,
        }
        if matches!(view.cover(j), Cover::Date(_)) || matches!(word, "them" | "whom" | "us") {
            break;
        }
        if NOUNS.is_not_force(word) && j + 1 < end {
            not_force = true;
        }
        if let Some(noun) = NOUNS.noun(word)
            && (if one { noun.singular } else { noun.plural })
            && !(words.is_capital(j) && matches!(view.cover(j), Cover::Mention(_)) && !noun.plural)
        {
            // "two tank battalions", "330 infantry fighting vehicles": the noun goes on to its last word.
            let mut head = j;
            if matches!(word, "infantry" | "cavalry" | "military" | "artillery" | "armour" | "armor" | "ammunition")
                && let Some(next) = (j + 1..(j + 4).min(end))
                    .take_while(|&k| {
                        !is_preposition(words.at(k)) && words.at(k) != "and" && words.kind(k) == TokenKind::Word
                    })
                    .find(|&k| NOUNS.noun(words.at(k)).is_some_and(|n| n.plural))
            {
                head = next;
            }
            while head + 1 < end
                && NOUNS.noun(words.at(head + 1)).is_some_and(|n| if one { n.singular } else { n.plural })
                && words.kind(head + 1) == TokenKind::Word
                && !matches!(
                    words.at(head + 1),
                    "killed"
                        | "dead"
                        | "wounded"
                        | "missing"
                        | "captured"
                        | "injured"
                        | "strong"
                        | "hurt"
                        | "slain"
                        | "maimed"
                )
            {
                head += 1;
            }
            // "battalion tactical groups": the noun may be three words long.
            let noun = NOUNS.noun(words.at(head)).unwrap_or(noun);
            // "two army officers", "300 tank crews", "40 soldier statues" go on to a noun that decides.
            let follows = words.at(head + 1);
            // "the three armies": those spoken of, no count of its own.
            if noun.kind == FigureKind::Unit && words.before(count.tokens.start, 1) == "the" && count.low < 10 {
                return Noun::Other;
            }
            let compound = one
                && words.kind(head + 1) == TokenKind::Word
                && (NOUNS.noun(follows).is_some_and(|n| !matches!(n.kind, FigureKind::Casualties))
                    || matches!(
                        follows,
                        "crew"
                            | "officer"
                            | "commander"
                            | "base"
                            | "attack"
                            | "strike"
                            | "commanders"
                            | "uniform"
                            | "chief"
                    ));
            if compound {
                j = head + 1;
                seen_word = true;
                continue;
            }
            if NOUNS.is_people(words.at(head))
                && noun.kind == FigureKind::Personnel
                && noun.weak
                && !qualified(view, from, head)
            {
                // "men", "members": a force only in such company; otherwise people.
                if loss_around(view, count, head + 1, sentence).is_some()
                    || !is_military_around(view, count, sentence)
                    || not_force
                {
                    return Noun::People { head };
                }
            }
            // "66 F-16V fighters", "36 Rafale fighters": aircraft.
            let model = matches!(words.at(head), "fighters" | "fighter")
                && head > from
                && words.at(head - 1).bytes().any(|b| b.is_ascii_digit());
            let noun = if model { Counter { kind: FigureKind::Equipment, weak: false, ..noun } } else { noun };
            if not_force {
                return if noun.kind == FigureKind::Personnel { Noun::People { head } } else { Noun::Other };
            }
            let weak = noun.weak && !qualified(view, from, head);
            let nameless = matches!(
                words.at(head),
                "rebels"
                    | "rebel"
                    | "attackers"
                    | "attacker"
                    | "gunmen"
                    | "gunman"
                    | "militants"
                    | "insurgents"
                    | "terrorists"
                    | "jihadists"
                    | "separatists"
                    | "guerrillas"
                    | "victims"
                    | "bodies"
                    | "dead"
                    | "deaths"
                    | "lives"
            );
            return Noun::Force { noun: noun.kind, head, weak, nameless };
        }
        if NOUNS.is_people(word) && !(one && word == "people") {
            return Noun::People { head: j };
        }
        if matches!(view.cover(j), Cover::Mention(_) | Cover::Place(_)) {
            // "75 Israelis", "90 Palestinians"
            if words.raw(j).ends_with('s') && words.is_capital(j) && j == from {
                demonym_plural = Some(j);
            }
            seen_word = true;
            j += 1;
            continue;
        }
        if is_preposition(word)
            || is_auxiliary(word)
            || is_determiner(word)
            || matches!(
                word,
                "or" | "but"
                    | "who"
                    | "which"
                    | "that"
                    | "as"
                    | "when"
                    | "while"
                    | "where"
                    | "he"
                    | "it"
                    | "they"
                    | "she"
            )
        {
            break;
        }
        if word == "and" {
            break;
        }
        // Participles are adjectives before a noun ("armed men", "wounded soldiers") and verbs behind one.
        if verb_at(words, j).is_some() && !(words.at(j).ends_with("ed") && NOUNS.noun(words.at(j + 1)).is_some()) {
            break;
        }
        if is_adverb(word) && j > from {
            break;
        }
        // A plural in capitals ("Palestinians", "Kurds") is people.
        if words.is_capital(j)
            && word.ends_with('s')
            && word.len() > 4
            && words.raw(j).chars().skip(1).any(char::is_lowercase)
            && j == from
            && !word.contains('-')
        {
            demonym_plural = Some(j);
        }
        seen_word = true;
        j += 1;
    }
    if let Some(head) = demonym_plural.filter(|&h| h + 1 >= j || verb_at(words, h + 1).is_some()) {
        return Noun::People { head };
    }
    if seen_word { Noun::Other } else { Noun::Missing }
}

/// Whether a word before a weak noun makes it a force: "patrol boats", "artillery systems", "military observers".
fn qualified(view: &View<'_>, from: usize, head: usize) -> bool {
    (from..head).any(|j| {
        let word = view.words.at(j);
        NOUNS.is_military(word)
            || NOUNS.noun(word).is_some_and(|n| !n.weak)
            || matches!(word, "air" | "anti-aircraft" | "anti-tank" | "surface-to-air" | "coast" | "amphibious" | "landing" | "blue" | "cruise" | "ballistic" | "nuclear" | "multiple" | "field" | "strike" | "fighting" | "tactical" | "aircraft" | "special" | "carrier" | "mechanised" | "reconnaissance" | "supply" | "fighter")
            || word.contains("-1") || word.ends_with("mm")
            || matches!(view.cover(j), Cover::Mention(m) if view.kind(view.names.mentions[m].actor) == crate::extract::ActorKind::ArmedGroup)
    })
}

fn is_superlative(view: &View<'_>, from: usize, head: usize) -> bool {
    (from..head).any(|j| {
        let word = view.words.at(j);
        matches!(word, "most" | "best" | "main" | "key" | "few" | "only" | "many" | "several")
            || word.len() > 4 && word.ends_with("est")
    })
}

/// Whether the words around the count speak of forces.
fn is_military_around(view: &View<'_>, count: &Count, sentence: &Range<usize>) -> bool {
    let start = sentence.start.max(count.tokens.start.saturating_sub(25));
    let end = sentence.end.min(count.core.end + 20);
    (start..end).any(|j| {
        NOUNS.is_military(view.words.at(j))
            || matches!(view.named(j), Some((a, _)) if view.kind(a) == crate::extract::ActorKind::ArmedGroup)
    })
}

/// The word of killing, wounding or capture that the count is subject or object of, and its token.
fn loss_around(view: &View<'_>, count: &Count, after: usize, sentence: &Range<usize>) -> Option<(String, usize)> {
    let words = view.words;
    // Behind: "were killed", "had died", "dead", "killed and wounded".
    let mut j = after;
    let end = sentence.end.min(after + 22);
    while j < end {
        let word = words.at(j);
        // "killed 12 and wounded 40": the verb of the next number.
        let governs = j > after
            && matches!(words.before(j, 1), "and" | ",")
            && crate::extract::numbers::cardinal_at(words, j + 1).is_some();
        if governs {
            break;
        }
        if NOUNS.is_loss(word)
            && !matches!(
                word,
                "lost"
                    | "claims"
                    | "claimed"
                    | "left"
                    | "fell"
                    | "taken"
                    | "toll"
                    | "shot"
                    | "losses"
                    | "loses"
                    | "taking"
                    | "wounds"
                    | "kill"
                    | "kills"
                    | "killing"
                    | "wounding"
                    | "capture"
                    | "claiming"
                    | "losing"
                    | "lose"
                    | "die"
                    | "dies"
                    | "captures"
                    | "injuring"
            )
        {
            let mut last = j;
            while matches!(words.at(last + 1), "and" | "or" | "/")
                && NOUNS.is_loss(words.at(last + 2))
                && words.kind(last + 2) == TokenKind::Word
            {
                last += 2;
            }
            let what = words.span(&(j..last + 1)).of(words.text).to_lowercase();
            return Some((plain_loss(&what), last));
        }
        // Up to the first verb that is not of loss: "at least 12 people in two villages were killed".
        let verb = view.cover(j) == Cover::Nothing
            && verb_at(words, j).is_some()
            && !is_auxiliary(word)
            && !matches!(word, "reported" | "confirmed" | "believed" | "feared" | "thought" | "said" | "left");
        if verb
            || matches!(
                word,
                ";" | ":" | "." | "who" | "which" | "that" | "when" | "where" | "while" | "after" | "before" | "("
            )
        {
            break;
        }
        j += 1;
    }
    // Before: "killed", "killing at least", "the deaths of", "lost".
    let mut j = count.tokens.start;
    let floor = sentence.start.max(j.saturating_sub(7));
    while j > floor {
        j -= 1;
        let word = words.at(j);
        if NOUNS.is_loss(word)
            && !matches!(
                word,
                "dead"
                    | "died"
                    | "toll"
                    | "losses"
                    | "casualties"
                    | "fell"
                    | "fallen"
                    | "claimed"
                    | "claims"
                    | "claiming"
                    | "left"
                    | "taken"
                    | "missing"
                    | "dying"
            )
        {
            // "were killed by 12 soldiers": they killed.
            let agent = (j + 1..count.tokens.start).any(|k| {
                matches!(words.at(k), "by" | "in" | "when" | "after" | "as" | "with" | "from" | "near" | "to")
            });
            if agent {
                return None;
            }
            return Some((plain_loss(word), j));
        }
        if matches!(word, "left" | "claimed" | "claims" | "claiming") && matches!(words.at(after), "dead" | "lives") {
            return Some(("killed".into(), after));
        }
        // A list: "killed 12 soldiers and four policemen", "killing 12 and wounding 30".
        let passable = is_adverb(word)
            || is_determiner(word)
            || matches!(
                word,
                "of" | "and"
                    | ","
                    | "another"
                    | "more"
                    | "at"
                    | "least"
                    | "than"
                    | "about"
                    | "nearly"
                    | "around"
                    | "over"
                    | "some"
                    | "almost"
            )
            || NOUNS.is_people(word)
            || NOUNS.noun(word).is_some()
            || words.kind(j) == TokenKind::Number
            || crate::extract::numbers::cardinal_at(words, j).is_some()
            || matches!(view.cover(j), Cover::Mention(_));
        if !passable {
            break;
        }
    }
    None
}

/// The state that a word of loss leaves its victims in.
fn plain_loss(word: &str) -> String {
    match word {
        "killing" | "kill" | "kills" | "died" | "dead" | "deaths" | "death" | "lost" | "losing" | "lose" | "loses"
        | "slain" | "perished" | "die" | "dies" | "fatalities" | "fell" | "executed" | "massacred" | "murdered"
        | "slaughtered" => "killed",
        "wounding" | "wounds" | "wound" | "injured" | "injuring" | "injures" | "hurt" | "maimed" | "maiming" => {
            "wounded"
        }
        "capturing" | "captures" | "capture" | "taken" | "taking" => "captured",
        other => other,
    }
    .to_owned()
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

/// A count whose noun the sentence leaves out.
fn without_noun(
    view: &View<'_>,
    count: &Count,
    previous: Option<&Counted>,
    sentence: &Range<usize>,
) -> Option<Counted> {
    let words = view.words;
    let (start, end) = (count.tokens.start, count.tokens.end);
    let after = words.at(end);
    let whole = |kind, what: String, end| {
        Some(Counted { tokens: start..end, kind, what, bound: None, nameless: false, left_out: true })
    };
    // "killed 12, wounded 40", "another 20 were wounded", "12 dead"
    if count.low < 1_000_000
        && let Some((what, at)) = loss_around(view, count, end, sentence)
        && (at >= end || !matches!(words.at(at), "lost" | "losing" | "lose" | "loses") || previous.is_some())
    {
        let close = if at >= end && at < end + 5 { at + 1 } else { end };
        return whole(FigureKind::Casualties, what, close);
    }
    // "a death toll of 300", "put the toll at 40"
    let near = |j: usize| words.before(start, j);
    if (1..=4).any(|k| near(k) == "toll") && matches!(near(1), "of" | "at" | "to" | "is" | "was" | "stood" | "than") {
        return whole(FigureKind::Casualties, "killed".into(), end);
    }
    let free = words.kind(end) != TokenKind::Word
        || is_preposition(after)
        || is_auxiliary(after)
        || matches!(
            after,
            "and"
                | "or"
                | "but"
                | "who"
                | "which"
                | "that"
                | "as"
                | "when"
                | "while"
                | "it"
                | "he"
                | "they"
                | "more"
                | "now"
                | "already"
                | "strong"
                | "have"
                | "apiece"
                | "each"
        )
        || verb_at(words, end).is_some()
        || matches!(view.cover(end), Cover::Date(_));
    if !free || after == "-" || after == "/" || count.vague && previous.is_none() {
        return None;
    }
    // "its army numbers about 123,000", "a force of 30,000", "the force at around 11,000"
    let sized = |j: usize| NOUNS.is_size(near(j));
    let force = |j: usize| {
        let word = near(j);
        matches!(
            word,
            "force" | "forces" | "army" | "garrison" | "contingent" | "troops" | "strength" | "militia" | "mission"
        )
    };
    let changed = count.from_to.is_some() && (1..7).any(force);
    if changed {
        return whole(FigureKind::Personnel, "troops".into(), end);
    }
    let joined = matches!(near(1), "of" | "at" | "to");
    if count.low >= 10
        && (joined && (2..=4).any(force)
            || matches!(near(1), "numbers" | "numbered" | "number" | "numbering")
                && is_military_around(view, count, sentence)
            || sized(1) && previous.is_some())
    {
        return whole(FigureKind::Personnel, "troops".into(), end);
    }
    let previous = previous?;
    let kept = |end| {
        Some(Counted {
            tokens: start..end,
            kind: previous.kind,
            what: previous.what.clone(),
            bound: None,
            nameless: previous.nameless,
            left_out: true,
        })
    };
    let same_sentence = sentence.contains(&previous.tokens.start);
    // "8,000 of them", "3,000 of whom"
    if after == "of" && matches!(words.at(end + 1), "them" | "these" | "those" | "whom" | "which") {
        return kept(end + 2);
    }
    if near(1) == "whom" || near(1) == "which" {
        return kept(end);
    }
    // "another 143,500", "300 more", "a further 200"
    if matches!(words.at(start), "another")
        || words.at(start) == "a" && words.at(start + 1) == "further"
        || words.at(start) == "an" && matches!(words.at(start + 1), "additional" | "extra")
    {
        return kept(end);
    }
    if after == "more"
        && (words.kind(end + 1) != TokenKind::Word
            || is_auxiliary(words.at(end + 1))
            || is_preposition(words.at(end + 1))
            || verb_at(words, end + 1).is_some())
    {
        return kept(end + 1);
    }
    // "the total at 11,000", "put the number at 900", "the 900 it had admitted to"
    if joined && (2..=5).any(sized) || near(1) == "the" && after == "it" {
        return kept(end);
    }
    if !same_sentence {
        // "In 2010 it had 40,000.": a sentence on, only a verb of having carries the noun along.
        return None;
    }
    // "France has 1,500 soldiers and the United States 1,100"
    let party = view
        .party_ending(start)
        .is_some_and(|p| view.parties[p].acts() && view.parties[p].tokens.start >= sentence.start);
    let listed = matches!(near(1), "and" | "or" | "to" | "from" | "but" | "with" | "than" | "not" | ",")
        || is_verb_before(view, start);
    // A number without a noun counts the same only where it is of the same order: years and pages are not.
    ((party || listed) && !is_year(view, count)).then(|| kept(end)).flatten()
}

fn is_verb_before(view: &View<'_>, start: usize) -> bool {
    matches!(
        view.words.before(start, 1),
        "has" | "had" | "have" | "sent" | "send" | "keeps" | "kept" | "lost" | "deployed" | "contributed"
    )
}

/// Whether the bare number may be a year.
fn is_year(view: &View<'_>, count: &Count) -> bool {
    let word = view.words.at(count.core.start);
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (1900..2100).contains(&count.low)
        && count.core.len() == 1
}
