//! The closed classes of words that the rules of grammar ask for, gathered in one list: what is known of a word by its
//! letters alone is looked up once for each distinct word of a text.

use std::sync::LazyLock;

use super::index::WordList;
use super::roles::{self, Role};
use super::verbs::{self, VerbForm};
use super::{figures, meetings};
use crate::text::MONTHS;

/// The closed classes that a word is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    pub(crate) const AUXILIARY: Self = Self(1);
    pub(crate) const MODAL: Self = Self(1 << 1);
    pub(crate) const PREPOSITION: Self = Self(1 << 2);
    pub(crate) const CLAUSE: Self = Self(1 << 3);
    pub(crate) const DETERMINER: Self = Self(1 << 4);
    pub(crate) const ADVERB: Self = Self(1 << 5);
    /// A number in words may begin with it.
    pub(crate) const NUMBER: Self = Self(1 << 6);
    /// A date phrase may begin with it.
    pub(crate) const DATE: Self = Self(1 << 7);

    /// It may be a verb, by its own form; [`Words::verb`] says whether it is.
    pub(crate) const VERB: Self = Self(1 << 8);
    /// It is no verb, though it looks like one.
    pub(crate) const NEVER_VERB: Self = Self(1 << 9);
    /// A form of a verb behind which "to …" lies ahead.
    pub(crate) const INTENT: Self = Self(1 << 10);
    /// A form of a verb of saying.
    pub(crate) const SAYING: Self = Self(1 << 11);
    /// A pronoun, or another word with which a phrase may mean a party without a name or an office in it.
    pub(crate) const PARTY: Self = Self(1 << 12);
    /// It may tell of an encounter.
    pub(crate) const ENCOUNTER: Self = Self(1 << 13);
    /// A verb whose subject and object both meet.
    pub(crate) const MET: Self = Self(1 << 15);
    /// A noun for a reckoning: "estimate", "count".
    pub(crate) const ESTIMATE: Self = Self(1 << 16);
    /// A verb of reckoning.
    pub(crate) const RECKONING: Self = Self(1 << 17);
    /// It says that a meeting is called off.
    pub(crate) const CANCELLED: Self = Self(1 << 18);
    /// It says that a meeting is only offered or called for.
    pub(crate) const PROPOSED: Self = Self(1 << 19);
    /// It says that a meeting is ahead.
    pub(crate) const UPCOMING: Self = Self(1 << 20);
    /// It says that somebody will have no meeting.
    pub(crate) const NEGATED: Self = Self(1 << 21);
    /// It may lead a place.
    pub(crate) const PLACE: Self = Self(1 << 14);

    /// With it somebody comes in beside others: "with", and the verbs of sending.
    pub(crate) const COMPANY: Self = Self(1 << 22);

    /// Both together.
    #[inline]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is of any of these classes.
    #[inline]
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What the lists say of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Listed {
    pub(crate) classes: Classes,
    /// What it is in the name of an office.
    pub(crate) role: Option<Role>,
    /// The form of verb that it is.
    pub(crate) verb: Option<VerbForm>,
}

static LISTED: LazyLock<WordList<Listed>> = LazyLock::new(|| {
    let lists = [
        (AUXILIARIES, Classes::AUXILIARY),
        (MODALS, Classes::MODAL),
        (MODALS, Classes::AUXILIARY),
        (PREPOSITIONS, Classes::PREPOSITION),
        (CLAUSE_OPENERS, Classes::CLAUSE),
        (DETERMINERS, Classes::DETERMINER),
        (ADVERBS, Classes::ADVERB),
        (NUMBERS, Classes::NUMBER),
        (NUMBERS, Classes::DATE),
        (DATES, Classes::DATE),
        (PARTIES, Classes::PARTY),
        (PLACES, Classes::PLACE),
        (MET, Classes::MET),
        (COMPANY, Classes::COMPANY),
    ];
    let mut out: WordList<Listed> = WordList::new();
    for (words, class) in lists {
        for word in words.split_whitespace() {
            out.entry(word).classes.0 |= class.0;
        }
    }
    for (word, form) in verbs::forms() {
        let entry = out.entry(word);
        entry.classes.0 |= Classes::VERB.0;
        entry.verb = Some(form);
    }
    for word in verbs::never() {
        out.entry(word).classes.0 |= Classes::NEVER_VERB.0;
    }
    for (word, class) in verbs::kinds() {
        out.entry(word).classes.0 |= class.0;
    }
    for month in MONTHS {
        for word in [month, &month[..3]] {
            out.entry(word).classes.0 |= Classes::DATE.0;
        }
    }
    out.entry("sept").classes.0 |= Classes::DATE.0;
    for (word, class) in figures::classes() {
        out.entry(word).classes.0 |= class.0;
    }
    for (word, class) in meetings::statuses() {
        out.entry(word).classes.0 |= class.0;
    }
    for word in meetings::triggers() {
        out.entry(word).classes.0 |= Classes::ENCOUNTER.0;
    }
    for (word, role) in roles::list() {
        out.entry(&word).role = Some(role);
    }
    out
});

/// The closed classes of a word in lower case.
pub(crate) fn classes(word: &str) -> Classes {
    listed(word).classes
}

/// What the lists say of a word in lower case, and what its form does.
fn listed(word: &str) -> Listed {
    listed_as(word, word.contains('-'))
}

/// The same of a word of which it is known whether it has a hyphen.
pub(crate) fn listed_as(word: &str, hyphened: bool) -> Listed {
    let mut listed = LISTED.get(word).copied().unwrap_or_default();
    let classes = &mut listed.classes;
    match word.as_bytes() {
        [.., b'l', b'y'] => {
            let other = ["family", "supply", "reply", "ally", "rally", "assembly", "italy"];
            if word.len() > 4 && !other.contains(&word) {
                *classes = classes.with(Classes::ADVERB);
            }
        }
        [.., b'e', b'd'] if !classes.any(Classes::NEVER_VERB) => *classes = classes.with(Classes::VERB),
        _ => {}
    }
    if classes.any(Classes::NEVER_VERB) {
        classes.0 &= !Classes::VERB.0;
    }
    // "twenty-five", "mid-August"
    if hyphened {
        *classes = classes.with(Classes::NUMBER).with(Classes::DATE);
    }
    listed
}

/// Forms of "be", "have" and "do", and the modal verbs.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    classes(word).any(Classes::AUXILIARY)
}

const AUXILIARIES: &str = "\
    is are was were be been being am has have had having do does did 'll 'd 've 're won't hasn't haven't \
    hadn't wasn't weren't isn't aren't didn't doesn't don't";

const MODALS: &str = "will would shall should can could may might must cannot can't won't wouldn't couldn't";

/// Prepositions of one word.
pub(crate) fn is_preposition(word: &str) -> bool {
    classes(word).any(Classes::PREPOSITION)
}

const PREPOSITIONS: &str = "\
    of in on at to for from with by between among amid near into onto over under through across towards \
    toward against about around along after before since until till during within without inside outside \
    behind beyond besides beside despite alongside per via than like upon off above below throughout \
    including following";

/// Words that open a clause of their own.
const CLAUSE_OPENERS: &str = "\
    that which who whom whose when where while as because although though if whether but so unless \
    whereas";

/// Articles and the words that stand in their place.
pub(crate) fn is_determiner(word: &str) -> bool {
    classes(word).any(Classes::DETERMINER)
}

const DETERMINERS: &str = "\
    the a an this that these those his her its their our my your all both each every some any no another \
    other";

/// Adverbs that stand inside a verb group or beside it.
pub(crate) fn is_adverb(word: &str) -> bool {
    classes(word).any(Classes::ADVERB)
}

const ADVERBS: &str = "\
    also then later now already again once twice still just first last not never ever even only soon \
    since recently afterwards thus instead both all either yet currently earlier together apparently \
    therefore often always";

/// Words with which a phrase may mean a party without a name or an office in it.
const PARTIES: &str = "the both then he she him it they them her its his their whose these";

/// Verbs whose subject and object both meet.
const MET: &str = "met meet meets telephoned visited hosted received saw spoke rang receives hosts";

/// With these words somebody comes in beside others.
const COMPANY: &str = "with sent sends send dispatched dispatches";

/// Words that may lead a place.
const PLACES: &str = "\
    in at near to into from on around outside inside across towards toward off over through for within \
    along against throughout beyond";

/// Words that a number in words may begin with.
const NUMBERS: &str = "\
    another half a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty \
    ninety dozens scores tens hundreds thousands millions several many few some";

/// Words that a date phrase may begin with, beside months and those of numbers.
const DATES: &str = "\
    week during last past next this coming the monday mon tuesday tue tues wednesday wed thursday thu \
    thur thurs friday fri saturday sat sunday sun early late mid previous following spring summer autumn \
    fall winter today tonight yesterday tomorrow overnight new christmas boxing earlier later sometime \
    same that in over within shortly at";
