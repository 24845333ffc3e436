//! The tokens of a text with their words in lower case, and the closed word classes that the rules of grammar ask for.
//!
//! Everything that reads grammar (numbers, dates, figures, meetings) reads it through [`Words`].

use std::ops::Range;
use std::sync::LazyLock;

use super::annotated::Annotated;
use super::index::WordList;
use super::roles::{self, Role};
use super::trail::{Aspect, Finding, NearMiss, Reason, Rule, Trail};
use super::verbs::{self, VerbForm};
use super::vocabulary::{Distinct, Vocabulary};
use super::{figures, meetings};
use crate::text::{MONTHS, Span, Token, TokenKind};

/// The tokens of a text, each with its word in lower case (curly apostrophes straight, hard hyphens plain).
pub(crate) struct Words<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Its tokens.
    pub(crate) tokens: &'a [Token],
    /// Its sentences, as ranges of tokens.
    pub(crate) sentences: Vec<Range<usize>>,
    lower: Vec<&'a str>,
    verbs: Vec<Option<VerbForm>>,
    vocabulary: &'a Vocabulary<'a>,
    tables: bool,
    #[allow(dead_code, reason = "the rules for figures and meetings come to note what they decide")]
    trail: &'a Trail,
}

impl<'a> Words<'a> {
    pub(crate) fn new(annotated: &'a Annotated<'_>) -> Self {
        let vocabulary = &annotated.vocabulary;
        let lower = vocabulary.ids.iter().map(|&id| &*vocabulary.entries[id as usize].lower).collect();
        let mut words = Self {
            text: annotated.text(),
            tokens: &annotated.tokens,
            sentences: annotated.sentence_ranges(),
            lower,
            verbs: Vec::new(),
            vocabulary,
            tables: vocabulary.entries.iter().any(|word| word.raw == "|"),
            trail: &annotated.trail,
        };
        let verb = Classes::VERB.with(Classes::AUXILIARY);
        words.verbs = vec![None; words.len()];
        for i in 0..words.len() {
            if words.is(i, verb) {
                words.verbs[i] = verbs::read(&words, i);
            }
        }
        words
    }

    /// The number of tokens.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token's word in lower case; empty beyond either end of the text.
    #[inline]
    pub(crate) fn at(&self, i: usize) -> &str {
        self.lower.get(i).copied().unwrap_or_default()
    }

    /// The word `back` tokens before `i`; empty where there is none.
    #[inline]
    pub(crate) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.at(j))
    }

    #[inline]
    fn distinct(&self, i: usize) -> Option<&'a Distinct<'a>> {
        self.vocabulary.entries.get(*self.vocabulary.ids.get(i)? as usize)
    }

    /// The token's word as the text has it.
    #[inline]
    pub(crate) fn raw(&self, i: usize) -> &'a str {
        self.distinct(i).map_or("", |word| word.raw)
    }

    /// The verb that the token is, by its word and its neighbours.
    #[inline]
    pub(crate) fn verb(&self, i: usize) -> Option<VerbForm> {
        self.verbs.get(i).copied().flatten()
    }

    /// The form of verb that the token's word is by a list, whatever stands around it.
    #[inline]
    pub(crate) fn listed_verb(&self, i: usize) -> Option<VerbForm> {
        self.distinct(i)?.verb
    }

    /// What the token's word is in the name of an office.
    #[inline]
    pub(crate) fn role(&self, i: usize) -> Option<Role> {
        self.distinct(i)?.role
    }

    /// Whether the token's word is of any of these closed classes.
    #[inline]
    pub(crate) fn is(&self, i: usize, wanted: Classes) -> bool {
        self.distinct(i).is_some_and(|word| word.classes.any(wanted))
    }

    /// Whether the word `back` tokens before `i` is of any of these closed classes.
    #[inline]
    pub(crate) fn is_before(&self, i: usize, back: usize, wanted: Classes) -> bool {
        i.checked_sub(back).is_some_and(|j| self.is(j, wanted))
    }

    /// The token's kind; a break beyond either end of the text.
    #[inline]
    pub(crate) fn kind(&self, i: usize) -> TokenKind {
        self.tokens.get(i).map_or(TokenKind::Break, |t| t.kind)
    }

    /// Whether the token begins with a capital.
    #[inline]
    pub(crate) fn is_capital(&self, i: usize) -> bool {
        self.distinct(i).is_some_and(|word| word.capital)
    }

    /// Whether the text has a sign between the cells of a table.
    #[inline]
    pub(crate) fn has_tables(&self) -> bool {
        self.tables
    }

    /// Whether no space parts token `i` from the one before it.
    #[inline]
    pub(crate) fn touches_previous(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.tokens[i - 1].span.end == self.tokens[i].span.start
    }

    /// Whether the words from token `i` on are `phrase` (words parted by single spaces).
    pub(crate) fn is_phrase(&self, i: usize, phrase: &str) -> bool {
        let (mut rest, mut i) = (phrase, i);
        loop {
            let word = self.at(i);
            match rest.strip_prefix(word) {
                Some("") => return !word.is_empty(),
                Some(behind) if behind.starts_with(' ') => rest = &behind[1..],
                _ => return false,
            }
            i += 1;
        }
    }

    /// The bytes of the text that a non-empty range of tokens covers.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        let (Some(first), Some(last)) = (self.tokens.get(range.start), self.tokens.get(range.end.saturating_sub(1)))
        else {
            return Span::new(0, 0);
        };
        Span::new(first.span.start, last.span.end)
    }

    /// Notes that `rule` decided `aspect` of the finding around `subject`, by `words`.
    #[inline]
    #[allow(dead_code, reason = "the rules for figures and meetings come to note what they decide")]
    pub(crate) fn because(
        &self,
        finding: Finding,
        subject: &Range<usize>,
        aspect: Aspect,
        rule: &'static Rule,
        words: &Range<usize>,
    ) {
        self.trail.because(|| Reason { finding, subject: self.span(subject), aspect, rule, words: self.span(words) });
    }

    /// Whether anybody wants the notes, for rules that must look again to say why.
    #[inline]
    pub(crate) fn explains(&self) -> bool {
        self.trail.is_on()
    }

    /// Notes that `rule` turned down what stands at `subject`, by `words`.
    #[inline]
    #[allow(dead_code, reason = "the rules for figures and meetings come to note what they decide")]
    pub(crate) fn reject(&self, finding: Finding, subject: &Range<usize>, rule: &'static Rule, words: &Range<usize>) {
        self.trail.reject(|| NearMiss { finding, span: self.span(subject), rule, words: self.span(words) });
    }

    /// The tokens that lie inside `span`.
    pub(crate) fn range(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        let last = self.tokens.partition_point(|t| t.span.end <= span.end);
        first..last.max(first)
    }

    /// The index of the sentence that token `i` stands in, or of the last one before it.
    pub(crate) fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.start <= i).saturating_sub(1)
    }
}

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

    /// Both together.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is of any of these classes.
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
    let lists: [(&[&str], Classes); 13] = [
        (&AUXILIARIES, Classes::AUXILIARY),
        (&MODALS, Classes::MODAL),
        (&MODALS, Classes::AUXILIARY),
        (&PREPOSITIONS, Classes::PREPOSITION),
        (&CLAUSE_OPENERS, Classes::CLAUSE),
        (&DETERMINERS, Classes::DETERMINER),
        (&ADVERBS, Classes::ADVERB),
        (&NUMBERS, Classes::NUMBER),
        (&NUMBERS, Classes::DATE),
        (&DATES, Classes::DATE),
        (&PARTIES, Classes::PARTY),
        (&PLACES, Classes::PLACE),
        (&MET, Classes::MET),
    ];
    let mut out: WordList<Listed> = WordList::new();
    for (words, class) in lists {
        for &word in words {
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
pub(crate) fn listed(word: &str) -> Listed {
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
    if word.bytes().any(|b| b == b'-') {
        *classes = classes.with(Classes::NUMBER).with(Classes::DATE);
    }
    listed
}

/// Forms of "be", "have" and "do", and the modal verbs.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    classes(word).any(Classes::AUXILIARY)
}

const AUXILIARIES: [&str; 30] = [
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did",
    "'ll", "'d", "'ve", "'re", "won't", "hasn't", "haven't", "hadn't", "wasn't", "weren't", "isn't", "aren't",
    "didn't", "doesn't", "don't",
];

const MODALS: [&str; 14] = [
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "can't", "won't", "wouldn't",
    "couldn't",
];

/// Prepositions of one word.
pub(crate) fn is_preposition(word: &str) -> bool {
    classes(word).any(Classes::PREPOSITION)
}

const PREPOSITIONS: [&str; 52] = [
    "of",
    "in",
    "on",
    "at",
    "to",
    "for",
    "from",
    "with",
    "by",
    "between",
    "among",
    "amid",
    "near",
    "into",
    "onto",
    "over",
    "under",
    "through",
    "across",
    "towards",
    "toward",
    "against",
    "about",
    "around",
    "along",
    "after",
    "before",
    "since",
    "until",
    "till",
    "during",
    "within",
    "without",
    "inside",
    "outside",
    "behind",
    "beyond",
    "besides",
    "beside",
    "despite",
    "alongside",
    "per",
    "via",
    "than",
    "like",
    "upon",
    "off",
    "above",
    "below",
    "throughout",
    "including",
    "following",
];

/// Words that open a clause of their own.
pub(crate) fn opens_clause(word: &str) -> bool {
    classes(word).any(Classes::CLAUSE)
}

const CLAUSE_OPENERS: [&str; 18] = [
    "that", "which", "who", "whom", "whose", "when", "where", "while", "as", "because", "although", "though", "if",
    "whether", "but", "so", "unless", "whereas",
];

/// Articles and the words that stand in their place.
pub(crate) fn is_determiner(word: &str) -> bool {
    classes(word).any(Classes::DETERMINER)
}

const DETERMINERS: [&str; 23] = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "all",
    "both", "each", "every", "some", "any", "no", "another", "other",
];

/// Adverbs that stand inside a verb group or beside it.
pub(crate) fn is_adverb(word: &str) -> bool {
    classes(word).any(Classes::ADVERB)
}

const ADVERBS: [&str; 35] = [
    "also",
    "then",
    "later",
    "now",
    "already",
    "again",
    "once",
    "twice",
    "still",
    "just",
    "first",
    "last",
    "not",
    "never",
    "ever",
    "even",
    "only",
    "soon",
    "since",
    "even-tually",
    "recently",
    "afterwards",
    "thus",
    "instead",
    "both",
    "all",
    "either",
    "yet",
    "currently",
    "earlier",
    "together",
    "apparently",
    "therefore",
    "often",
    "always",
];

/// Words with which a phrase may mean a party without a name or an office in it.
const PARTIES: [&str; 15] =
    ["the", "both", "then", "he", "she", "him", "it", "they", "them", "her", "its", "his", "their", "whose", "these"];

/// Verbs whose subject and object both meet.
const MET: [&str; 12] = [
    "met",
    "meet",
    "meets",
    "telephoned",
    "visited",
    "hosted",
    "received",
    "saw",
    "spoke",
    "rang",
    "receives",
    "hosts",
];

/// Words that may lead a place.
const PLACES: [&str; 22] = [
    "in",
    "at",
    "near",
    "to",
    "into",
    "from",
    "on",
    "around",
    "outside",
    "inside",
    "across",
    "towards",
    "toward",
    "off",
    "over",
    "through",
    "for",
    "within",
    "along",
    "against",
    "throughout",
    "beyond",
];

/// Words that a number in words may begin with.
const NUMBERS: [&str; 42] = [
    "another",
    "half",
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fourty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "dozens",
    "scores",
    "tens",
    "hundreds",
    "thousands",
    "millions",
    "several",
    "many",
    "few",
    "some",
];

/// Words that a date phrase may begin with, beside months and those of numbers.
const DATES: [&str; 53] = [
    "week",
    "during",
    "last",
    "past",
    "next",
    "this",
    "coming",
    "the",
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
    "sun",
    "early",
    "late",
    "mid",
    "previous",
    "following",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "today",
    "tonight",
    "yesterday",
    "tomorrow",
    "overnight",
    "new",
    "christmas",
    "boxing",
    "earlier",
    "later",
    "sometime",
    "same",
    "that",
    "in",
    "over",
    "within",
    "shortly",
    "at",
];
