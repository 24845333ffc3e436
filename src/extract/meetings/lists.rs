//! The word lists of meetings, from `meeting_words.toml`.

use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::phrases::{Behind, Phrase, begins_object};
use super::triggers::VerbClass;
use crate::extract::MeetingForm;
use crate::extract::parties::View;
use crate::extract::verbs::inflections;
use crate::extract::words::{Classes, Words};

#[derive(Deserialize, Default)]
struct List {
    words: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Phrases {
    phrases: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Purpose {
    verbs: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Table {
    phrases: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    nouns: BTreeMap<String, Vec<String>>,
    verbs: HashMap<String, Vec<String>>,
    not_before: List,
    outside: List,
    status: HashMap<String, HashSet<String>>,
    press: List,
    instruments: List,
    companions: Phrases,
    remote: Phrases,
    purpose: Purpose,
    members: List,
    military: List,
    inviting: List,
    arranging: List,
    opening: List,
    gathering: List,
}

/// The patterns that one word may begin, each list with the longest first: few are tried where the second word rules them
/// out.
#[derive(Default)]
struct Begun {
    /// Those with a word behind it, by that word.
    by_second: HashMap<String, Vec<usize>>,
    /// Those with nothing or a slot behind it.
    open: Vec<usize>,
    /// Those with an object right behind it.
    objects: Vec<usize>,
}

impl Begun {
    fn add(&mut self, at: usize, phrase: &Phrase) {
        match phrase.behind_the_first() {
            Behind::Words(words) => words.iter().for_each(|w| self.by_second.entry(w.clone()).or_default().push(at)),
            Behind::Object => self.objects.push(at),
            Behind::Other => self.open.push(at),
        }
    }

    /// The longest first: "sat beside them" before "sat beside"; and in one order always.
    fn sort(&mut self, patterns: &[Phrase]) {
        for list in self.by_second.values_mut().chain([&mut self.open, &mut self.objects]) {
            list.sort_by_key(|&p| (std::cmp::Reverse(patterns[p].weight()), p));
            list.dedup();
        }
    }
}

/// The word lists of meetings.
#[derive(Default)]
pub(super) struct Lists {
    /// Every pattern of words that tells of an encounter.
    patterns: Vec<Phrase>,
    /// By the first word: the patterns that may begin with it.
    phrases: HashMap<String, Begun>,
    pub(super) nouns: HashMap<String, MeetingForm>,
    pub(super) verbs: HashMap<String, VerbClass>,
    hold: HashSet<String>,
    pub(super) not_before: HashSet<String>,
    outside: HashSet<String>,
    status: HashMap<String, HashSet<String>>,
    press: HashSet<String>,
    pub(super) instruments: HashSet<String>,
    inviting: HashSet<String>,
    arranging: HashSet<String>,
    /// By the first word, the longest first.
    companions: HashMap<String, Vec<String>>,
    military: HashSet<String>,
    members: HashSet<String>,
    /// What somebody goes to do with another, by the first word.
    purpose: HashMap<String, Vec<String>>,
    /// Every form of those that are one word.
    purposes: HashSet<String>,
    gathering: HashSet<String>,
    /// Every word that a trigger may begin with: most words are none, and are done with at one look.
    opening: HashSet<String>,
    /// By the first word, the longest first.
    remote: HashMap<String, Vec<String>>,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../meeting_words.toml")).unwrap_or_default();
    let mut out = Lists::default();
    for (form, words) in table.nouns {
        let form = form_named(&form);
        out.nouns.extend(words.into_iter().map(|w| (w, form)));
    }
    for (name, forms) in table.phrases {
        let class = match name.as_str() {
            "together" | "settle" => VerbClass::Together,
            "meet" => VerbClass::Meet,
            "receive" => VerbClass::Receive,
            "present" => VerbClass::Present,
            "presence" => VerbClass::Presence,
            "phone" => VerbClass::Phone,
            "go" => VerbClass::Go,
            "sit" => VerbClass::Sit,
            "sign" => VerbClass::Sign,
            "tell" => VerbClass::Tell,
            _ => VerbClass::Same,
        };
        for (form, phrases) in forms {
            for row in phrases {
                for (openings, phrase) in Phrase::read(&row, class, form_named(&form), name == "settle") {
                    for first in openings {
                        out.phrases.entry(first).or_default().add(out.patterns.len(), &phrase);
                    }
                    out.patterns.push(phrase);
                }
            }
        }
    }
    for found in out.phrases.values_mut() {
        found.sort(&out.patterns);
    }
    // A verb in two classes ("convene") keeps the later one of this order.
    let classes = [
        ("bring", VerbClass::Bring),
        ("sit", VerbClass::Sit),
        ("beside", VerbClass::Beside),
        ("tell", VerbClass::Tell),
        ("chair", VerbClass::Chair),
        ("hear", VerbClass::Hear),
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
    out.companions = by_first_word(table.companions.phrases);
    let single = table.purpose.verbs.iter().filter(|v| !v.contains(' '));
    out.purposes = single.flat_map(|v| inflections(v)).collect();
    out.purpose = by_first_word(table.purpose.verbs);
    out.remote = by_first_word(table.remote.phrases);
    out.members = table.members.words.into_iter().collect();
    out.gathering = table.gathering.words.iter().flat_map(|w| inflections(w)).collect();
    out.military = table.military.words.into_iter().collect();
    for base in table.verbs.get("hold").into_iter().flatten() {
        out.hold.extend(inflections(base));
    }
    out.not_before = table.not_before.words.into_iter().collect();
    out.outside = table.outside.words.into_iter().collect();
    out.press = table.press.words.into_iter().collect();
    out.inviting = table.inviting.words.into_iter().flat_map(|w| inflections(&w)).collect();
    out.arranging = table.arranging.words.into_iter().collect();
    out.instruments = table.instruments.words.into_iter().collect();
    out.status = table.status;
    out.opening = out.phrases.keys().chain(out.verbs.keys()).cloned().collect();
    out.opening.extend(out.nouns.keys().chain(out.remote.keys()).cloned());
    out.opening.extend(table.opening.words);
    out
});

/// The words that give a status, each with its class.
pub(super) fn statuses() -> impl Iterator<Item = (&'static String, Classes)> {
    let class = |status: &str| match status {
        "cancelled" => Classes::CANCELLED,
        "proposed" => Classes::PROPOSED,
        "upcoming" => Classes::UPCOMING,
        "negated" => Classes::NEGATED,
        _ => Classes::default(),
    };
    LISTS.status.iter().flat_map(move |(status, words)| words.iter().map(move |word| (word, class(status))))
}

/// The words that may tell of an encounter, by a list or a rule.
pub(super) fn triggers() -> impl Iterator<Item = &'static String> {
    LISTS.opening.iter()
}

/// Phrases by their first word, the longest first.
fn by_first_word(phrases: Vec<String>) -> HashMap<String, Vec<String>> {
    let mut out: HashMap<String, Vec<String>> = HashMap::default();
    for phrase in phrases {
        let first = phrase.split(' ').next().unwrap_or_default().to_owned();
        out.entry(first).or_default().push(phrase);
    }
    for phrases in out.values_mut() {
        phrases.sort_by_key(|p| std::cmp::Reverse(p.len()));
    }
    out
}

/// The token behind the phrase of `phrases` that begins at token `i`.
fn phrase_end(phrases: &HashMap<String, Vec<String>>, words: &Words<'_>, i: usize) -> Option<usize> {
    let found = phrases.get(words.at(i))?.iter().find(|phrase| words.is_phrase(i, phrase))?;
    Some(i + found.split(' ').count())
}

fn form_named(form: &str) -> MeetingForm {
    match form {
        "call" => MeetingForm::Call,
        "talks" => MeetingForm::Talks,
        "summit" => MeetingForm::Summit,
        "visit" => MeetingForm::Visit,
        "conference" => MeetingForm::Conference,
        "session" => MeetingForm::Session,
        "other" => MeetingForm::Other,
        _ => MeetingForm::Meeting,
    }
}

impl Lists {
    /// Whether the verb takes a meeting as its object and its subject into it.
    pub(super) fn is_holding(&self, word: &str) -> bool {
        self.hold.contains(word)
    }

    /// Whether the verb's subject only speaks of the meeting.
    pub(super) fn is_outside(&self, word: &str) -> bool {
        self.outside.contains(word)
    }

    /// Whether the verb sets the time or the place of the meeting that it speaks of.
    pub(super) fn is_arranging(&self, word: &str) -> bool {
        self.arranging.contains(word)
    }

    /// Whether the verb's object is asked to the meeting.
    pub(super) fn is_inviting(&self, word: &str) -> bool {
        self.inviting.contains(word)
    }

    /// Whether the word is one of those that give a status.
    pub(super) fn has_status(&self, status: &str, word: &str) -> bool {
        self.status.get(status).is_some_and(|s| s.contains(word))
    }

    /// The pattern that token `i` begins, if `there` says so of it and the token behind it.
    pub(super) fn phrase_at(
        &self,
        view: &View<'_>,
        i: usize,
        there: impl Fn(&Phrase, usize) -> bool,
    ) -> Option<(&Phrase, usize)> {
        let found = self.phrases.get(view.words.at(i))?;
        let second = found.by_second.get(view.words.at(i + 1)).into_iter().flatten();
        let objects =
            if found.objects.is_empty() || !begins_object(view, i + 1) { &[][..] } else { &found.objects[..] };
        second.chain(&found.open).chain(objects).find_map(|&p| {
            let phrase = &self.patterns[p];
            let end = phrase.end(view, i)?;
            there(phrase, end).then_some((phrase, end))
        })
    }

    /// Whether a pattern may begin with the word.
    pub(super) fn opens_phrase(&self, word: &str) -> bool {
        self.phrases.contains_key(word)
    }

    /// The token behind the words at token `i` that bring in parties: "with", "in the presence of".
    pub(super) fn companions_end(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        phrase_end(&self.companions, words, i)
    }

    /// The token behind the words at token `i` that say by what line somebody speaks: "by telephone".
    pub(super) fn remote_end(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        phrase_end(&self.remote, words, i)
    }

    /// The token behind the verb at token `i` that says what somebody goes to do with another: "to ask".
    pub(super) fn purpose_end(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        phrase_end(&self.purpose, words, i)
    }

    /// Whether the word is a form of a verb that says what somebody goes to do with another.
    pub(super) fn is_purpose(&self, word: &str) -> bool {
        self.purposes.contains(word)
    }

    /// Whether the word means people who stand for a body.
    pub(super) fn is_member(&self, word: &str) -> bool {
        self.members.contains(word)
    }

    /// Whether the verb means that people come to one place, not only that they talk.
    pub(super) fn is_gathering(&self, word: &str) -> bool {
        self.gathering.contains(word)
    }

    /// Whether the participle says that people are in one place: "gathered since Friday".
    pub(super) fn is_gathered(&self, word: &str) -> bool {
        matches!(word, "gathered" | "assembled" | "closeted" | "huddled")
    }

    /// Whether the word means soldiers or their machines, who are no guests where they land.
    pub(super) fn is_military(&self, word: &str) -> bool {
        self.military.contains(word)
    }

    /// Whether the word means the public.
    pub(super) fn is_press(&self, word: &str) -> bool {
        self.press.contains(word)
    }
}
