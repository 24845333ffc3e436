//! The rules for meetings, by the names under which [`explain`](super::super::explain()) lists them.

use super::triggers::{Kind, VerbClass};
use crate::extract::trail::Rule;

/// The rule by which a word tells of an encounter.
pub(super) fn found(kind: Kind) -> &'static Rule {
    static NOUN: Rule =
        Rule::new("noun-of-meeting", "the noun means an encounter, and parties, a day or a place go with it");
    static MEET: Rule = Rule::new("verb-of-meeting", "the verb brings its subject and its object together");
    static SPEAK: Rule = Rule::new("verb-of-talking", "the verb means a conversation of its subject and a companion");
    static PHONE: Rule = Rule::new("verb-of-telephoning", "the verb means that the subject rings up the object");
    static RECEIVE: Rule = Rule::new("verb-of-receiving", "the verb makes the subject the host of the object");
    static GO: Rule = Rule::new("verb-of-travel", "the verb takes its subject to a place, on a day or to somebody");
    static VISIT: Rule = Rule::new("verb-of-visiting", "the verb makes its subject a visitor");
    static BRING: Rule = Rule::new("verb-of-bringing-together", "the verb brings others together");
    static SIT: Rule = Rule::new("verb-of-sitting", "the verb means that a body does its work, on a day");
    static TOGETHER: Rule = Rule::new("done-together", "the words mean what those do who are in one place");
    static STAY: Rule = Rule::new("stay", "somebody is at a place, on a day or with somebody");
    static JOIN: Rule = Rule::new("attends", "the words add to a meeting spoken of before");
    static BESIDE: Rule = Rule::new("done-with-somebody", "the verb and “with” mean that they were side by side");
    static TELL: Rule = Rule::new("said-to-the-face", "it was said to somebody at a place");
    static CHAIR: Rule = Rule::new("chairs", "somebody presides over a body, on a day");
    static HEAR: Rule = Rule::new("hears", "a body hears somebody");
    static HOURS: Rule = Rule::new("time-with-somebody", "the time is spent with somebody");
    static REMOTE: Rule = Rule::new("by-telephone", "the words say by what line they spoke");
    static PRESENT: Rule = Rule::new("presence", "the words mean that somebody was at the meeting just told of");
    static SIGN: Rule = Rule::new("signing", "parties sign an agreement at a place");
    static SAME: Rule = Rule::new("likewise", "the words mean the meeting before, with another subject");
    match kind {
        Kind::Noun => &NOUN,
        Kind::Verb(class) => match class {
            VerbClass::Meet => &MEET,
            VerbClass::Speak => &SPEAK,
            VerbClass::Phone => &PHONE,
            VerbClass::Receive => &RECEIVE,
            VerbClass::Go => &GO,
            VerbClass::Visit => &VISIT,
            VerbClass::Bring => &BRING,
            VerbClass::Sit => &SIT,
            VerbClass::Together => &TOGETHER,
            VerbClass::Stay => &STAY,
            VerbClass::Join => &JOIN,
            VerbClass::Beside => &BESIDE,
            VerbClass::Tell => &TELL,
            VerbClass::Chair => &CHAIR,
            VerbClass::Hear => &HEAR,
            VerbClass::Hours => &HOURS,
            VerbClass::Remote => &REMOTE,
            VerbClass::Present | VerbClass::Presence => &PRESENT,
            VerbClass::Sign => &SIGN,
            VerbClass::Same => &SAME,
        },
    }
}

/// For one more meeting that the same clause tells of.
pub(super) static FURTHER: Rule = Rule::new("told-in-one-clause", "the clause tells of one more of the same sort");

// What it is.

pub(super) static FORM: Rule = Rule::new("form-of-the-word", "the word that tells of it is of this form");
pub(super) static FORM_REMOTE: Rule = Rule::new("form-by-telephone", "they spoke by telephone or video");

// When.

pub(super) static OWN_DATE: Rule = Rule::new("date-of-the-clause", "the date goes with the word that tells of it");
pub(super) static SHARED_DATE: Rule =
    Rule::new("date-of-the-clause-before", "the clause goes on from one with this date");
pub(super) static ENTRY_DATE: Rule =
    Rule::new("date-of-the-entry", "the entry or heading it stands under has this date");
pub(super) static COUNTED_DATE: Rule = Rule::new("counted-date", "it is counted from the day of what it hangs on");
pub(super) static ANNOUNCED: Rule =
    Rule::new("announced-before", "the line before announces the event with its day and place");
pub(super) static DAY_THERE: Rule = Rule::new("day-of-being-there", "somebody was there on this day");
pub(super) static LASTING: Rule = Rule::new("days-it-lasts", "the words say how many days it lasts");

// Where.

pub(super) static OWN_PLACE: Rule = Rule::new("place-of-the-clause", "the place goes with the word that tells of it");
pub(super) static HEAD_PLACE: Rule = Rule::new("place-of-the-heading", "the place heads the entry it stands under");
pub(super) static SAME_PLACE: Rule = Rule::new("place-of-the-journey", "the traveller was at this place");

// Who.

pub(super) static SUBJECT: Rule = Rule::new("subject", "the subject of the verb takes part");
pub(super) static OBJECT: Rule = Rule::new("object", "the object of the verb takes part");
pub(super) static COMPANION: Rule =
    Rule::new("companion", "words such as “with”, “between” or “chaired by” bring them in");
pub(super) static PURPOSE: Rule = Rule::new("purpose-of-the-journey", "the subject travels to see or ask them");
pub(super) static AGENT: Rule = Rule::new("agent", "the passive verb says by whom the subject was met or received");
pub(super) static OWNER: Rule = Rule::new("named-with-the-noun", "the noun says whose encounter it is");
pub(super) static BESIDES: Rule = Rule::new("told-besides", "the rest of the sentence says that they were there");
pub(super) static CONTINUED: Rule =
    Rule::new("parties-of-the-round-before", "it is one more round of the same parties");
pub(super) static TOPIC: Rule =
    Rule::new("whom-the-text-is-about", "nobody is named as the other, and the sentences before are about him");
pub(super) static COUNTRY: Rule = Rule::new("country-visited", "a visit with no host named is to the country");

// How it stands.

pub(super) static CALLED_OFF: Rule = Rule::new("called-off", "the sentence says that it was called off");
pub(super) static NEVER_WAS: Rule =
    Rule::new("was-to-have-been", "the words say that it was planned and did not come about");
pub(super) static DECLINED: Rule = Rule::new("declined", "it was asked for and turned down");
pub(super) static ASKED_FOR: Rule = Rule::new("only-asked-for", "it is offered, asked for or possible");
pub(super) static AHEAD: Rule = Rule::new("ahead", "the verb says that it lies ahead");
pub(super) static GOING_ON: Rule = Rule::new("going-on", "the verb says that it goes on");
pub(super) static STILL: Rule = Rule::new("still-going-on", "the words say that it goes on still, or since a day");
pub(super) static BY_TENSE: Rule = Rule::new("tense", "the tense of its verb says how it stands");
pub(super) static NO_VERB: Rule =
    Rule::new("no-verb", "no verb says how it stands: the words before it do, or it was held");

// One meeting of several mentions.

pub(super) static JOINED: Rule = Rule::new("same-meeting", "parties, day and place agree with a mention before");
pub(super) static ADDED: Rule = Rule::new("added-to-it", "the words add to the meeting told of before");
pub(super) static NAMED_LATER: Rule = Rule::new("named-later", "the sentence before told of it without names");

// What is none.

pub(super) static OTHER_SENSE: Rule = Rule::new("other-sense", "the word means something else here");
pub(super) static IN_A_NAME: Rule = Rule::new("part-of-a-name", "the word is part of a name");
pub(super) static ON_THE_SIDE: Rule = Rule::new("event-aside", "the meeting told of only stands on its margins");
pub(super) static NO_PARTY: Rule =
    Rule::new("no-party", "what is met or spoken to is no party, or there is nobody else");
pub(super) static DENIED: Rule = Rule::new("denied", "the clause says that it is not to be");
pub(super) static HABIT: Rule = Rule::new("habit", "the words mean what is done again and again, and no one meeting");
pub(super) static NEGATED: Rule = Rule::new("negated", "its verb is negated");
pub(super) static TOO_LITTLE: Rule = Rule::new("too-little-said", "nobody, no day and no place that would make it one");
pub(super) static NOTHING_TO_ADD_TO: Rule =
    Rule::new("nothing-to-add-to", "no meeting was told of that this could add to");
