//! The words that tell of an encounter, and what each takes.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};
use serde::Deserialize;

use crate::extract::MeetingForm;
use crate::extract::parties::{Cover, View};
use crate::extract::verbs::{inflections, verb_at};
use crate::extract::words::{is_adverb, is_auxiliary, is_determiner};
use crate::text::TokenKind;

/// What a verb of meeting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum VerbClass {
    Meet,
    Speak,
    Phone,
    Receive,
    Go,
    Visit,
    Bring,
    Sit,
    /// "shook hands", "sat down"
    Together,
    /// "was in Beijing on Friday", "spent Tuesday in Moscow"
    Stay,
    /// "will attend", "will be joined by"
    Join,
}

/// A word that may tell of an encounter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Verb(VerbClass),
    Noun,
}

/// Where such a word stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger {
    pub(super) at: usize,
    /// The token behind the trigger's words.
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) form: MeetingForm,
}

#[derive(Deserialize, Default)]
struct List {
    words: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Table {
    nouns: HashMap<String, Vec<String>>,
    verbs: HashMap<String, Vec<String>>,
    not_before: List,
    outside: List,
    status: HashMap<String, HashSet<String>>,
    press: List,
}

/// The word lists of meetings.
#[derive(Default)]
pub(super) struct Lists {
    nouns: HashMap<String, MeetingForm>,
    verbs: HashMap<String, VerbClass>,
    hold: HashSet<String>,
    not_before: HashSet<String>,
    outside: HashSet<String>,
    status: HashMap<String, HashSet<String>>,
    press: HashSet<String>,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../meeting_words.toml")).unwrap_or_default();
    let mut out = Lists::default();
    for (form, words) in table.nouns {
        let form = match form.as_str() {
            "call" => MeetingForm::Call,
            "talks" => MeetingForm::Talks,
            "summit" => MeetingForm::Summit,
            "visit" => MeetingForm::Visit,
            "conference" => MeetingForm::Conference,
            "session" => MeetingForm::Session,
            "other" => MeetingForm::Other,
            _ => MeetingForm::Meeting,
        };
        out.nouns.extend(words.into_iter().map(|w| (w, form)));
    }
    // A verb in two classes ("convene") keeps the later one of this order.
    let classes = [
        ("bring", VerbClass::Bring),
        ("sit", VerbClass::Sit),
        ("meet", VerbClass::Meet),
        ("speak", VerbClass::Speak),
        ("phone", VerbClass::Phone),
        ("receive", VerbClass::Receive),
        ("go", VerbClass::Go),
        ("visit", VerbClass::Visit),
    ];
    for (name, class) in classes {
        for base in table.verbs.get(name).into_iter().flatten() {
            out.verbs.extend(inflections(base).into_iter().map(|w| (w, class)));
        }
    }
    for base in table.verbs.get("hold").into_iter().flatten() {
        out.hold.extend(inflections(base));
    }
    out.not_before = table.not_before.words.into_iter().collect();
    out.outside = table.outside.words.into_iter().collect();
    out.press = table.press.words.into_iter().collect();
    out.status = table.status;
    out
});

impl Lists {
    /// Whether the verb takes a meeting as its object and its subject into it.
    pub(super) fn is_holding(&self, word: &str) -> bool {
        self.hold.contains(word)
    }

    /// Whether the verb's subject only speaks of the meeting.
    pub(super) fn is_outside(&self, word: &str) -> bool {
        self.outside.contains(word)
    }

    /// Whether the word is one of those that give a status.
    pub(super) fn has_status(&self, status: &str, word: &str) -> bool {
        self.status.get(status).is_some_and(|s| s.contains(word))
    }

    /// Whether the word means the public.
    pub(super) fn is_press(&self, word: &str) -> bool {
        self.press.contains(word)
    }
}

/// The trigger at token `i`.
pub(super) fn trigger_at(view: &View<'_>, i: usize) -> Option<Trigger> {
    let words = view.words;
    if words.kind(i) != TokenKind::Word || view.cover(i) != Cover::Nothing {
        return None;
    }
    let word = words.at(i);
    if let Some(found) = verb_trigger(view, i, word) {
        return Some(found);
    }
    let form = *LISTS.nouns.get(word)?;
    is_noun(view, i, word).then_some(Trigger { at: i, end: i + 1, kind: Kind::Noun, form })
}

/// Whether the word is the noun here, and not part of another thing's name.
fn is_noun(view: &View<'_>, i: usize, word: &str) -> bool {
    let words = view.words;
    let before = words.before(i, 1);
    if LISTS.not_before.contains(before)
        || before == "-"
        || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive
            && matches!(words.before(i, 2), "ship" | "warship" | "vessel" | "fleet" | "carrier")
    {
        return false;
    }
    // "Summit on the Future", "Geneva Conference": a name; a headline's "Summit" has small words around it.
    let next = words.at(i + 1);
    match word {
        "call" | "calls" => {
            // "calls for talks", "the call by Paris for restraint", "a call to arms"
            let phone = matches!(
                before,
                "phone"
                    | "telephone"
                    | "video"
                    | "conference"
                    | "hold"
                    | "the"
                    | "a"
                    | "their"
                    | "second"
                    | "this"
                    | "that"
                    | "first"
                    | "his"
                    | "her"
                    | "another"
                    | "third"
            );
            words.kind(i.wrapping_sub(1)) == TokenKind::Possessive && next == "with"
                || phone && !matches!(next, "for" | "to" | "on" | "from")
                || matches!(before, "phone" | "telephone" | "video")
        }
        "telephone" => false,
        "lunch" | "dinner" | "breakfast" => matches!(next, "with" | "between"),
        "conversation" | "conversations" | "encounter" | "encounters" | "sitting" | "audience" => {
            next == "with"
                || next == "between"
                || matches!(before, "phone" | "telephone" | "their" | "formal" | "last" | "first" | "brief")
                || matches!(words.before(i, 2), "their" | "phone" | "a" | "an")
                || is_determiner(before) && matches!(next, "in" | "at" | "of" | "was")
        }
        // "a round of talks": the talks tell.
        "round" => false,
        "dialogue" | "mediation" | "negotiation" => matches!(next, "with" | "between" | "in" | "on"),
        "forum" | "ceremony" | "signing" | "gathering" | "trip" => {
            matches!(next, "with" | "between" | "in" | "of" | "to" | "at" | "," | ".")
                && (is_determiner(before)
                    || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive
                    || before == "signing")
        }
        "meetings" | "encounters_" => true,
        // "Putin visits Xi" is the verb.
        "visits" => is_determiner(before) || words.kind(i.wrapping_sub(1)) == TokenKind::Possessive,
        "sessions" | "conferences" | "summits" => false,
        _ => true,
    }
}

fn verb_trigger(view: &View<'_>, i: usize, word: &str) -> Option<Trigger> {
    let words = view.words;
    let trigger = |class, form, end| Some(Trigger { at: i, end, kind: Kind::Verb(class), form });
    let next = words.at(i + 1);
    match word {
        "shook" | "shake" | "shaken" | "shakes" if next == "hands" => {
            return trigger(VerbClass::Together, MeetingForm::Meeting, i + 2);
        }
        "sat" | "sit" | "sits" if matches!(next, "down" | "together") || words.is_phrase(i + 1, "face to face") => {
            return trigger(VerbClass::Together, MeetingForm::Talks, i + 2);
        }
        "walk" | "walks" | "walked" if next == "into" => return trigger(VerbClass::Go, MeetingForm::Meeting, i + 1),
        "spent" | "spends" | "spend" => return trigger(VerbClass::Stay, MeetingForm::Visit, i + 1),
        "exchanged" if words.is_phrase(i + 1, "a few words") => {
            return trigger(VerbClass::Together, MeetingForm::Meeting, i + 4);
        }
        // "will call on the president", not "called on him to go"
        "call" | "called" | "calls" if next == "on" => {
            let party =
                view.parties.get(view.party_from(i + 2)).filter(|p| p.tokens.start <= i + 3 && p.actors.len() == 1)?;
            let person = view.kind(party.actors[0]) == crate::extract::ActorKind::Person
                && words.at(party.tokens.end) != "to"
                && verb_at(words, i).is_some();
            return person.then_some(Trigger {
                at: i,
                end: i + 2,
                kind: Kind::Verb(VerbClass::Meet),
                form: MeetingForm::Meeting,
            });
        }
        "attend" | "attends" => return trigger(VerbClass::Join, MeetingForm::Meeting, i + 1),
        "joined" if next == "by" && (1..4).any(|k| words.before(i, k) == "be") => {
            return trigger(VerbClass::Join, MeetingForm::Meeting, i + 2);
        }
        "was" | "is" | "were" | "are" | "due" | "expected" => return stay(view, i),
        "taken" | "take" | "takes" | "took" if next == "up" => {
            return trigger(VerbClass::Sit, MeetingForm::Session, i + 2);
        }
        "return" | "returns" if next == "to" && words.is_phrase(i + 2, "the question") => {
            return trigger(VerbClass::Sit, MeetingForm::Session, i + 2);
        }
        _ => {}
    }
    let class = *LISTS.verbs.get(word)?;
    let before = words.before(i, 1);
    // "go on meeting", "met him halfway"
    if before == "on" && is_gerund(word) || (i + 1..i + 4).any(|j| matches!(words.at(j), "halfway" | "half-way")) {
        return None;
    }
    // "the meeting", "his call", "a visit": nouns; "meeting" is a verb behind "are" and "after".
    let form = verb_at(words, i);
    let infinitive = before == "to"
        || is_auxiliary(before)
        || is_adverb(before) && before != "not"
        || matches!(before, "and" | "not");
    let gerund = is_gerund(word);
    if gerund {
        let verbal = matches!(
            before,
            "is" | "are" | "was" | "were" | "be" | "been" | "after" | "before" | "when" | "while" | "by" | "of"
        ) || class == VerbClass::Go;
        if !verbal
            || word == "meeting"
                && matches!(before, "of" | "by" | "before" | "after")
                && !is_determiner(next)
                && view.party_from(i + 1) < view.parties.len()
                && view.parties[view.party_from(i + 1)].tokens.start != i + 1
        {
            return None;
        }
    } else if form.is_none() && !infinitive {
        // A headline: "Modi and Xi meet in Kazan".
        let headline = view.party_ending(i).is_some_and(|p| view.parties[p].acts());
        if !headline || word == "call" && !next.is_empty() && !matches!(next, "to") {
            return None;
        }
    }
    let form = match class {
        VerbClass::Meet | VerbClass::Receive | VerbClass::Bring | VerbClass::Together | VerbClass::Join => {
            MeetingForm::Meeting
        }
        VerbClass::Speak => match word {
            "speak" | "speaks" | "spoke" | "spoken" | "speaking" => MeetingForm::Call,
            _ => MeetingForm::Talks,
        },
        VerbClass::Phone => MeetingForm::Call,
        VerbClass::Go | VerbClass::Visit | VerbClass::Stay => MeetingForm::Visit,
        VerbClass::Sit => MeetingForm::Session,
    };
    trigger(class, form, i + 1)
}

/// "was in Beijing", "is due in Yerevan", "is expected in Moscow": a stay, where a person is the subject.
fn stay(view: &View<'_>, i: usize) -> Option<Trigger> {
    let words = view.words;
    let mut j = i + 1;
    while is_adverb(words.at(j)) || matches!(words.at(j), "back") {
        j += 1;
    }
    if words.at(j) != "in" {
        return None;
    }
    let copula = is_auxiliary(words.at(i));
    if !copula && !matches!(words.before(i, 1), "is" | "are" | "was" | "were") {
        return None;
    }
    Some(Trigger { at: i, end: i + 1, kind: Kind::Verb(VerbClass::Stay), form: MeetingForm::Visit })
}

/// "meeting", "travelling": not "bring" and "ring".
pub(super) fn is_gerund(word: &str) -> bool {
    word.ends_with("ing") && !matches!(word, "bring" | "ring")
}
