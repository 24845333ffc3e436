//! The nouns that figures count, and the words around them that make them forces or losses.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};
use serde::Deserialize;

use crate::extract::FigureKind;

/// What a noun counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noun {
    /// Of which kind.
    pub(super) kind: FigureKind,
    /// Whether it is the form for one.
    pub(super) singular: bool,
    /// Whether it is the form for several.
    pub(super) plural: bool,
    /// Whether it takes other words to make it a force.
    pub(super) weak: bool,
    /// Whether those words must stand right before it: "armoured cars".
    pub(super) strict: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Kind {
    invariant: Vec<String>,
    plural: Vec<(String, String)>,
    weak: Vec<(String, String)>,
    strict: Vec<(String, String)>,
}

#[derive(Deserialize, Default)]
struct Words {
    models: HashSet<String>,
    people: HashSet<String>,
    loss: HashSet<String>,
    military: HashSet<String>,
    not_force: HashSet<String>,
    size: HashSet<String>,
}

#[derive(Deserialize, Default)]
struct Table {
    personnel: Kind,
    unit: Kind,
    equipment: Kind,
    casualties: Kind,
    words: Words,
}

/// The word lists of figures.
#[derive(Default)]
pub(super) struct Nouns {
    nouns: HashMap<String, Noun>,
    words: Words,
    /// The models in the singular.
    types: HashSet<String>,
}

/// Made once.
pub(super) static NOUNS: LazyLock<Nouns> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../figure_nouns.toml")).unwrap_or_default();
    let mut nouns = HashMap::default();
    let kinds = [
        (FigureKind::Casualties, table.casualties),
        (FigureKind::Equipment, table.equipment),
        (FigureKind::Unit, table.unit),
        (FigureKind::Personnel, table.personnel),
    ];
    for (kind, words) in kinds {
        let both = |pairs: &[(String, String)]| -> HashSet<String> {
            pairs.iter().flat_map(|(one, many)| [one.clone(), many.clone()]).collect()
        };
        let (weak, strict) = (both(&words.weak), both(&words.strict));
        for word in words.invariant {
            let weak = weak.contains(&word);
            nouns.insert(word, Noun { kind, singular: true, plural: true, weak, strict: false });
        }
        for (one, many) in words.plural.into_iter().chain(words.weak).chain(words.strict) {
            let same = one == many;
            let (weak, strict) = (weak.contains(&one), strict.contains(&one));
            nouns.insert(one, Noun { kind, singular: true, plural: same, weak, strict });
            if !same {
                nouns.insert(many, Noun { kind, singular: false, plural: true, weak, strict });
            }
        }
    }
    let types = table.words.models.iter().filter_map(|model| Some(model.strip_suffix('s')?.to_owned())).collect();
    Nouns { nouns, words: table.words, types }
});

impl Nouns {
    /// What the lower-case word counts; a hyphenated word by its last part, a spelling apart.
    pub(super) fn noun(&self, word: &str) -> Option<Noun> {
        self.nouns.get(word).copied().or_else(|| self.nouns.get(word.rsplit_once('-')?.1).copied())
    }

    /// Whether the word, in capitals where it stands, is a type of weapon in the plural: "Leopards", "SS-18s", "F-16s".
    pub(super) fn is_model(&self, word: &str) -> bool {
        let numbered =
            || word.strip_suffix('s').is_some_and(|w| w.ends_with(|c: char| c.is_ascii_digit()) && w.contains('-'));
        self.words.models.contains(word) || numbered()
    }

    /// Whether the word, in capitals where it stands, is such a type in the singular: "Mirage", "MiG-21".
    pub(super) fn is_type(&self, word: &str) -> bool {
        let numbered = word.contains('-') && word.ends_with(|c: char| c.is_ascii_digit());
        numbered || self.types.contains(word)
    }

    pub(super) fn is_people(&self, word: &str) -> bool {
        self.words.people.contains(word)
    }

    pub(super) fn is_loss(&self, word: &str) -> bool {
        self.words.loss.contains(word)
    }

    pub(super) fn is_military(&self, word: &str) -> bool {
        self.words.military.contains(word)
    }

    pub(super) fn is_not_force(&self, word: &str) -> bool {
        self.words.not_force.contains(word)
    }

    pub(super) fn is_size(&self, word: &str) -> bool {
        self.words.size.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_read() {
        assert_eq!(NOUNS.noun("troops").map(|n| n.kind), Some(FigureKind::Personnel));
        assert_eq!(NOUNS.noun("brigades").map(|n| (n.kind, n.singular)), Some((FigureKind::Unit, false)));
        assert_eq!(NOUNS.noun("men").map(|n| n.weak), Some(true));
        assert_eq!(NOUNS.noun("refugees"), None);
        assert!(NOUNS.is_loss("killing") && NOUNS.is_people("children"));
    }
}
