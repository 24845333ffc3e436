//! The rules for names, by the names under which [`explain`](super::super::explain()) lists them.

use super::super::trail::Rule;

/// A party of the lexicon by its name.
pub(super) static KNOWN: Rule = Rule::new("known-name", "the lexicon has this name");
/// Its own adjective or noun for people, before forces, officials or their doings.
pub(super) static DEMONYM: Rule = Rule::new("demonym", "the adjective or people of a state");
/// "Moscow said".
pub(super) static SEAT: Rule = Rule::new("seat", "a seat of government that acts stands for its state");
/// "the Indian air force".
pub(super) static REGULARS: Rule = Rule::new("regular-forces", "a state's regular forces stand for the state");
/// "U.S. Southern Command" names the United States.
pub(super) static STATE_OF_BODY: Rule = Rule::new("state-of-a-body", "the state at the head of its body's name");
/// "Putin needs men".
pub(super) static KNOWN_SURNAME: Rule =
    Rule::new("known-surname", "a surname that means one person in office at the time, whose state the text names");
/// "Foreign Minister Halvard Brekke".
pub(super) static OFFICE_BEFORE: Rule = Rule::new("office-before", "a title or office stands before the name");
/// "Ingeborg Tveit, the Norwegian defence minister".
pub(super) static OFFICE_BEHIND: Rule = Rule::new("office-behind", "an apposition behind the name says an office");
/// "the presidents of Bolivia and Paraguay, A and B".
pub(super) static OFFICE_SHARED: Rule = Rule::new("office-shared", "the name goes on with a list behind an office");
/// "Mr Putin", "Gen Tiani": one word.
pub(super) static TITLED_SURNAME: Rule =
    Rule::new("titled-surname", "a title before a single name makes it a person's");
/// "Brekke hung up".
pub(super) static SURNAME: Rule = Rule::new("surname", "a later mention of the person named in full before");
/// A common given name.
pub(super) static GIVEN_NAME: Rule = Rule::new("given-name", "the name begins with a common given name");
/// "Lin Jian".
pub(super) static FAMILY_FIRST: Rule = Rule::new("family-name-first", "the name begins with a family name");
/// "said Pavlo Hrynchuk".
pub(super) static SPEECH: Rule = Rule::new("speech", "a verb of speech goes with the name");
/// "Pavlo Hrynchuk travelled".
pub(super) static ACTION: Rule = Rule::new("action", "an unknown name is the subject of a verb");
/// "led by Pavlo Hrynchuk".
pub(super) static LED_BY: Rule = Rule::new("led-by", "the name is of who leads or commands");
/// "Eritrea's Isaias Afwerki", "Hugh Todd of Guyana".
pub(super) static STATE_S_OWN: Rule = Rule::new("state-s-own", "a state beside the name says whose it is");
/// Beside another person's name.
pub(super) static BESIDE: Rule =
    Rule::new("beside-a-person", "the name stands beside a person's, or its surname does elsewhere");
/// "Niger's defence ministry".
pub(super) static STATE_BODY: Rule = Rule::new("body-of-a-state", "a ministry or service whose state is clear");
/// "the ministry", later.
pub(super) static BODY_AGAIN: Rule = Rule::new("body-again", "a later mention of a state's body");
/// "Arab Contact Group".
pub(super) static BODY_NOUN: Rule = Rule::new("body-noun", "the name ends with a noun for bodies");
/// "the Azov brigade".
pub(super) static SMALL_BODY_NOUN: Rule = Rule::new("small-body-noun", "a noun for bodies stands behind the name");
/// "98th Guards Airborne Division".
pub(super) static FORMATION: Rule = Rule::new("formation", "a numbered or named formation");
/// "Forces for Freedom and Change (FFC)".
pub(super) static SPELT_OUT: Rule = Rule::new("abbreviation-defined", "the text gives the name with its abbreviation");
/// "FFC", elsewhere.
pub(super) static DEFINED: Rule = Rule::new("abbreviation", "the text says elsewhere what the letters mean");

/// "Norway's defence minister, …".
pub(super) static OFFICE: Rule = Rule::new("office", "the words beside the name say the office");
/// The same words say whose it is.
pub(super) static OF_OFFICE: Rule = Rule::new("office-of", "the words of the office say whose it is");
/// "led by".
pub(super) static OF_LED: Rule = Rule::new("of-those-led", "the body named before is led by this person");
/// "the defence minister, Ingeborg Tveit", in a text on Norway.
pub(super) static OF_TACIT: Rule =
    Rule::new("only-state", "the office says no state, and only one comes into question here");
/// Known.
pub(super) static OF_KNOWN: Rule = Rule::new("known-owner", "the lexicon says whose office or body it is");
/// "Norwegian Polar Institute".
pub(super) static OF_NAME: Rule = Rule::new("owner-in-name", "the name, or the owner before it, says whose it is");

// What is turned down.

/// "talks in Geneva".
pub(super) static PLACE: Rule = Rule::new("place", "a place, and nothing here makes it a party");
/// "the village of Koutougou".
pub(super) static SAID_PLACE: Rule = Rule::new("said-to-be-a-place", "the words around it say that it is a place");
/// "Moscow" where something happens.
pub(super) static ONLY_A_CITY: Rule = Rule::new("city", "a seat of government that is only a city here");
/// "told Reuters".
pub(super) static OUTLET: Rule = Rule::new("outlet", "a news outlet is a source");
/// "Photograph: Kevin Ruiz/Getty Images".
pub(super) static CREDIT: Rule = Rule::new("credit", "a byline, credit or list of sources");
/// "HMS Trent".
pub(super) static SHIP: Rule = Rule::new("ship", "a ship's name");
/// "Operation Iron Sword", "the Caesar Act".
pub(super) static THING: Rule = Rule::new("thing", "an operation, treaty, law or other thing with a name");
/// "former Soviet", "Swiss city".
pub(super) static WEAK: Rule =
    Rule::new("weak-mention", "only an adjective or a place here, and the text names the party nowhere else");
/// A name of the lexicon that may mean several.
pub(super) static DOUBTFUL: Rule =
    Rule::new("doubtful-name", "the lexicon has the name, but nothing in the text tells which or whether it is meant");
/// "Trans Saharan Highway".
pub(super) static LIKE_OTHER: Rule = Rule::new("like-a-thing", "the words are more likely a place, a body or a thing");
/// A title before a word that is no name.
pub(super) static NO_NAME: Rule = Rule::new("title-alone", "a title before a word that is no name here");
/// Nothing at all.
pub(super) static NO_EVIDENCE: Rule = Rule::new(
    "no-evidence",
    "capitals alone: no entry in the lexicon, no title, office, verb of speech or noun for bodies",
);
