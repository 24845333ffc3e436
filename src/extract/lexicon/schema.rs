//! What an entry of a lexicon of the reader's own may say: keys, what each holds, and the words that some are one of.

use toml_edit::Item;

use super::Years;
use super::fold::kebab;
use super::own::one_line;
use super::problem::LexiconProblem;

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Text,
    Texts,
    Flag,
}

pub(super) type Keys = &'static [(&'static str, Shape)];

use Shape::{Flag, Text, Texts};

/// The arrays, with the keys of their entries. `area` and `note` are for people.
pub(super) const ARRAYS: [(&str, Keys); 6] = [
    (
        "state",
        &[
            ("name", Text),
            ("id", Text),
            ("aliases", Texts),
            ("demonyms", Texts),
            ("capital", Text),
            ("metonyms", Texts),
            ("former", Texts),
            ("years", Text),
            ("ambiguous", Texts),
            ("note", Text),
        ],
    ),
    ("organisation", BODY),
    ("armed_group", BODY),
    (
        "person",
        &[
            ("name", Text),
            ("id", Text),
            ("aliases", Texts),
            ("surname", Text),
            ("sex", Text),
            ("of", Text),
            ("offices", Texts),
            ("ambiguous", Texts),
            ("note", Text),
        ],
    ),
    ("place", &[("names", Texts), ("of", Text), ("kind", Text), ("ambiguous", Flag), ("note", Text)]),
    ("outlet", BODY),
];

const BODY: Keys = &[
    ("name", Text),
    ("id", Text),
    ("aliases", Texts),
    ("of", Text),
    ("area", Text),
    ("class", Text),
    ("years", Text),
    ("ambiguous", Texts),
    ("note", Text),
];

const CLASSES: [&str; 15] = [
    "intergovernmental",
    "mission",
    "command",
    "executive",
    "ministry",
    "agency",
    "service",
    "force",
    "parliament",
    "party",
    "court",
    "company",
    "think-tank",
    "ngo",
    "other",
];

/// The value of a key, in a file and a line of it; `label` is the entry's name in a message.
pub(super) fn value(
    place: (&str, usize),
    label: &str,
    keys: Keys,
    key: &str,
    item: &Item,
) -> Result<toml::Value, Box<LexiconProblem>> {
    let wrong = |problem: &str| LexiconProblem::new(place.0, place.1, format!("{label}: {key}"), problem);
    let Some((_, shape)) = keys.iter().find(|(name, _)| *name == key) else {
        if key == "merge" || key == "hide" {
            let problem = wrong("stands in an entry").allowed("above the first [[…]] of the file");
            return Err(Box::new(problem));
        }
        let names = keys.iter().map(|(name, _)| *name);
        let allowed = names.clone().collect::<Vec<_>>().join(", ");
        return Err(Box::new(wrong("unknown key").allowed(allowed).suggest(key, names)));
    };
    let texts = item.as_array().and_then(|a| a.iter().map(|v| v.as_str().map(one_line)).collect::<Option<Vec<_>>>());
    let value = match shape {
        Text => item.as_str().map(|text| toml::Value::String(one_line(text))),
        Texts => texts.map(|texts| toml::Value::Array(texts.into_iter().map(toml::Value::String).collect())),
        Flag => item.as_bool().map(toml::Value::Boolean),
    };
    let Some(value) = value else {
        return Err(Box::new(wrong("cannot be used").allowed(match shape {
            Text => "a string in quotation marks",
            Texts => "a list of strings, such as [\"NATO\"]",
            Flag => "true or false",
        })));
    };
    let said = value.as_str().unwrap_or_default();
    let one_of = |words: &[&str]| wrong(&format!("cannot be \"{said}\"")).allowed(words.join(", "));
    let wrong_word = match key {
        "class" if !CLASSES.contains(&said) => Some(one_of(&CLASSES).suggest(said, CLASSES)),
        "sex" if !["f", "m"].contains(&said) => Some(one_of(&["f", "m"])),
        "id" if kebab(said) != said || said.is_empty() => {
            let meant = kebab(said);
            let mut problem = one_of(&["words in lower case joined by hyphens"]);
            problem.suggestion = Some(meant).filter(|meant| !meant.is_empty());
            Some(problem)
        }
        "years" if Years::parse(said).is_none() => Some(one_of(&["FROM-TO, such as 1991-2006"])),
        _ => None,
    };
    wrong_word.map_or(Ok(value), |problem| Err(Box::new(problem)))
}
