//! Which words are verbs, of what tense: closed lists and word forms, no statistics.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};
use serde::Deserialize;

use super::classes::{Classes, classes};
use super::words::Words;
use crate::text::TokenKind;

/// The form in which a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// "met", "ended"; as a participle behind "have" or "be" too
    Past,
    /// "meets"
    Present,
    /// "meet"
    Base,
    /// "is", "has", "will"
    Auxiliary,
}

#[derive(Deserialize, Default)]
struct Table {
    irregular_past: Vec<String>,
    base: Vec<String>,
    not_verbs: Vec<String>,
    intent: Vec<String>,
    saying: Vec<String>,
    unmistakable: HashSet<String>,
}

#[derive(Default)]
struct Verbs {
    forms: HashMap<String, VerbForm>,
    not: HashSet<String>,
    intent: HashSet<String>,
    saying: HashSet<String>,
    unmistakable: HashSet<String>,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("verbs.toml")).unwrap_or_default();
    let mut out = Verbs::default();
    for base in table.base {
        out.forms.insert(third_person(&base), VerbForm::Present);
        out.forms.insert(base, VerbForm::Base);
    }
    for past in table.irregular_past {
        out.forms.insert(past, VerbForm::Past);
    }
    for base in &table.intent {
        out.intent.extend(inflections(base));
    }
    for base in &table.saying {
        out.saying.extend(inflections(base));
    }
    out.unmistakable = table.unmistakable;
    out.not = table.not_verbs.into_iter().collect();
    out
});

/// The words that are verbs by a list, each with its form.
pub(super) fn forms() -> impl Iterator<Item = (&'static String, VerbForm)> {
    VERBS.forms.iter().map(|(word, &form)| (word, form))
}

/// The words that are no verbs, though they look like it.
pub(super) fn never() -> impl Iterator<Item = &'static String> {
    VERBS.not.iter()
}

/// The forms of verbs that mean to do something or that say something, each with its class.
pub(super) fn kinds() -> impl Iterator<Item = (&'static String, Classes)> {
    let intent = VERBS.intent.iter().map(|word| (word, Classes::INTENT));
    intent.chain(VERBS.saying.iter().map(|word| (word, Classes::SAYING)))
}

/// "go" → "goes", "try" → "tries", "say" → "says"
pub(crate) fn third_person(base: &str) -> String {
    if base == "have" {
        return "has".into();
    }
    if base == "be" {
        return "is".into();
    }
    if let Some(stem) = base.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    if base.ends_with(['s', 'x', 'o']) || base.ends_with("ch") || base.ends_with("sh") {
        return format!("{base}es");
    }
    format!("{base}s")
}

/// The forms of a verb: base, third person, past, gerund.
pub(crate) fn inflections(base: &str) -> Vec<String> {
    let irregular: &[&str] = match base {
        "say" => &["said"],
        "tell" => &["told"],
        "put" => &["put", "putting"],
        "speak" => &["spoke", "spoken"],
        "write" => &["wrote", "written", "writing"],
        "meet" => &["met"],
        "hold" => &["held"],
        "see" => &["saw", "seen"],
        "sit" => &["sat", "sitting"],
        "fly" => &["flew", "flown"],
        "go" => &["went", "gone"],
        "come" => &["came", "coming"],
        "ring" => &["rang", "rung"],
        "set" => &["set", "setting"],
        "shake" => &["shook", "shaken", "shaking"],
        "bring" => &["brought"],
        "lose" => &["lost", "losing"],
        "shoot" => &["shot"],
        "sink" => &["sank", "sunk"],
        "leave" => &["left", "leaving"],
        "send" => &["sent"],
        "get" => &["got", "getting"],
        "give" => &["gave", "given", "giving"],
        "take" => &["took", "taken", "taking"],
        "have" => &["had", "having"],
        "spend" => &["spent"],
        "begin" => &["began", "begun", "beginning"],
        "buy" => &["bought"],
        "cut" => &["cut", "cutting"],
        "fall" => &["fell", "fallen"],
        "rise" => &["rose", "risen", "rising"],
        "grow" => &["grew", "grown"],
        "shrink" => &["shrank", "shrunk"],
        "withdraw" => &["withdrew", "withdrawn"],
        "find" => &["found"],
        "make" => &["made", "making"],
        "admit" => &["admitted", "admitting"],
        "plan" => &["planned", "planning"],
        "pay" => &["paid"],
        "lead" => &["led"],
        "do" => &["did", "done"],
        "seek" => &["sought"],
        "drop" => &["dropped", "dropping"],
        "be" => &["is", "are", "was", "were", "been", "being"],
        "ride" => &["rode", "ridden", "riding"],
        "eat" => &["ate", "eaten"],
        "drink" => &["drank", "drunk"],
        "drive" => &["drove", "driven", "driving"],
        "hear" => &["heard"],
        "break" => &["broke", "broken"],
        "stand" => &["stood"],
        "step" => &["stepped", "stepping"],
        "stop" => &["stopped", "stopping"],
        "pop" => &["popped", "popping"],
        "slip" => &["slipped", "slipping"],
        "swap" => &["swapped", "swapping"],
        "rub" => &["rubbed", "rubbing"],
        "sup" => &["supped", "supping"],
        "sip" => &["sipped", "sipping"],
        "flit" => &["flitted", "flitting"],
        "chat" => &["chatted", "chatting"],
        "confer" => &["conferred", "conferring"],
        "run" => &["ran", "running"],
        "shut" => &["shut", "shutting"],
        "sweep" => &["swept"],
        "blow" => &["blew", "blown"],
        "throw" => &["threw", "thrown"],
        "lay" => &["laid"],
        "win" => &["won", "winning"],
        "swing" => &["swung"],
        "catch" => &["caught"],
        "keep" => &["kept"],
        "draw" => &["drew", "drawn"],
        "show" => &["showed", "shown"],
        "bid" => &["bade", "bid", "bidding"],
        "strike" => &["struck", "stricken", "striking"],
        "lend" => &["lent"],
        "steal" => &["stole", "stolen"],
        "dial" => &["dialled", "dialed", "dialling", "dialing"],
        _ => &[],
    };
    let mut out = vec![base.to_owned(), third_person(base)];
    out.extend(irregular.iter().map(|&f| f.to_owned()));
    if irregular.is_empty() {
        out.push(if base.ends_with('e') {
            format!("{base}d")
        } else if let Some(stem) = base.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
            format!("{stem}ied")
        } else {
            format!("{base}ed")
        });
    }
    // British spelling doubles the last letter: "travelled", "cancelling".
    if base.ends_with("el") {
        out.extend([format!("{base}led"), format!("{base}ling")]);
    }
    if !irregular.iter().any(|f| f.ends_with("ing")) {
        out.push(match base.strip_suffix('e') {
            Some(stem) if !base.ends_with("ee") => format!("{stem}ing"),
            _ => format!("{base}ing"),
        });
    }
    out
}

/// The verb at token `i`, by its word and its neighbours; `None` where the word is likelier something else.
#[inline]
pub(crate) fn verb_at(words: &Words<'_>, i: usize) -> Option<VerbForm> {
    words.verb(i)
}

/// Reads off the verb at token `i`; [`Words`] does so once for every token.
pub(super) fn read(words: &Words<'_>, i: usize) -> Option<VerbForm> {
    if words.kind(i) != TokenKind::Word && words.at(i) != "'s" {
        return None;
    }
    let word = words.at(i);
    if words.is(i, Classes::AUXILIARY) {
        // "May 5", "in May": the month.
        if word == "may"
            && words.is_capital(i)
            && (words.kind(i + 1) == TokenKind::Number || i > 0 && words.is(i - 1, Classes::PREPOSITION))
        {
            return None;
        }
        return Some(VerbForm::Auxiliary);
    }
    if words.is_capital(i) {
        return None;
    }
    if !words.is(i, Classes::VERB) {
        return None;
    }
    let form = words.listed_verb(i);
    let before = words.before(i, 1);
    let is_before = |class| i > 0 && words.is(i - 1, class);
    // "the wounded", "his visits", "of returned soldiers": nouns and adjectives.
    if is_before(Classes::DETERMINER) && before != "that" && before != "all" && before != "both"
        || matches!(before, "of" | "in" | "for" | "with" | "from")
    {
        return None;
    }
    match form {
        Some(VerbForm::Base) => {
            // "to meet", "will meet", "they meet": not "a planned meet".
            let led = before == "to"
                || is_before(Classes::MODAL.with(Classes::ADVERB))
                || VERBS.unmistakable.contains(word)
                // "monitors count", "researchers put": people in the plural.
                || before.len() > 5
                    && ["ers", "ors", "ists", "ials", "ians", "ysts"].iter().any(|s| before.ends_with(s))
                || matches!(
                    before,
                    "they" | "we" | "and" | "who" | "not" | "officials" | "leaders" | "ministers" | "i" | "you"
                );
            led.then_some(VerbForm::Base)
        }
        Some(form) => Some(form),
        // "behind closed doors", "by armed men": an adjective.
        // "has since called on him": an adverb there.
        None if before == "since" && matches!(words.before(i, 2), "has" | "have" | "had") => {
            word.ends_with("ed").then_some(VerbForm::Past)
        }
        None => (word.len() > 3 && word.ends_with("ed") && (!is_before(Classes::PREPOSITION) || before == "than"))
            .then_some(VerbForm::Past),
    }
}

/// Whether the word is a form of a verb behind which "to …" lies ahead.
pub(crate) fn is_intent(word: &str) -> bool {
    classes(word).any(Classes::INTENT)
}

/// Whether the word is an irregular past, which may be a participle: "known", "led".
pub(crate) fn is_participle(word: &str) -> bool {
    VERBS.forms.get(word) == Some(&VerbForm::Past)
}

/// Whether the word is a form of a verb of saying.
pub(crate) fn is_saying(word: &str) -> bool {
    classes(word).any(Classes::SAYING)
}
