//! The closed classes of words that the rules of figures ask for, from `figure_words.toml`.

use std::sync::LazyLock;

use foldhash::HashSet;
use serde::Deserialize;

/// The classes, each a set of lower-case words; what each is for stands in the data file.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Classes {
    pub(super) change: HashSet<String>,
    pub(super) against: HashSet<String>,
    pub(super) suffering: HashSet<String>,
    pub(super) force_noun: HashSet<String>,
    pub(super) standing: HashSet<String>,
    pub(super) qualifier: HashSet<String>,
    pub(super) nameless: HashSet<String>,
    pub(super) rank: HashSet<String>,
    pub(super) natural: HashSet<String>,
    pub(super) negation: HashSet<String>,
    pub(super) estimate: HashSet<String>,
    pub(super) own_words: HashSet<String>,
    pub(super) reckoning: HashSet<String>,
    pub(super) document: HashSet<String>,
    pub(super) reaching: HashSet<String>,
    pub(super) entering: HashSet<String>,
    pub(super) strong_suffix: HashSet<String>,
    pub(super) strong_equipment: HashSet<String>,
    pub(super) numbered: HashSet<String>,
    pub(super) measure: HashSet<String>,
    pub(super) participle_noun: HashSet<String>,
    pub(super) not_behind: HashSet<String>,
    pub(super) not_before: HashSet<String>,
    pub(super) having: HashSet<String>,
    pub(super) displaced: HashSet<String>,
    pub(super) accusing: HashSet<String>,
    pub(super) intruding: HashSet<String>,
    pub(super) promising: HashSet<String>,
    pub(super) given: HashSet<String>,
    pub(super) adding: HashSet<String>,
    pub(super) making_do: HashSet<String>,
    pub(super) expecting: HashSet<String>,
    pub(super) tallying: HashSet<String>,
    pub(super) downing: HashSet<String>,
    pub(super) civil: HashSet<String>,
    pub(super) taking: HashSet<String>,
    pub(super) own_side: HashSet<String>,
    pub(super) mission: HashSet<String>,
    pub(super) army: HashSet<String>,
    pub(super) single_munition: HashSet<String>,
    pub(super) sending: HashSet<String>,
    pub(super) delivering: HashSet<String>,
    pub(super) speakers: HashSet<String>,
    pub(super) spanning: HashSet<String>,
    pub(super) seated: HashSet<String>,
    pub(super) policing: HashSet<String>,
    pub(super) traffic: HashSet<String>,
    pub(super) colliding: HashSet<String>,
    pub(super) answering: HashSet<String>,
    pub(super) once: HashSet<String>,
    pub(super) dying: HashSet<String>,
    pub(super) hurting: HashSet<String>,
    pub(super) being_taken: HashSet<String>,
    pub(super) not_returning: HashSet<String>,
    pub(super) limb: HashSet<String>,
    pub(super) fighting: HashSet<String>,
    pub(super) acting: HashSet<String>,
    pub(super) commanding: HashSet<String>,
    pub(super) message: HashSet<String>,
    pub(super) part_of_place: HashSet<String>,
    pub(super) told_place: HashSet<String>,
    pub(super) span_of_time: HashSet<String>,
    pub(super) leaving: HashSet<String>,
    pub(super) afield: HashSet<String>,
    pub(super) striking: HashSet<String>,
    pub(super) crediting: HashSet<String>,
    pub(super) war: HashSet<String>,
    pub(super) planned: HashSet<String>,
    pub(super) needed: HashSet<String>,
    pub(super) finding: HashSet<String>,
    pub(super) others: HashSet<String>,
    pub(super) leading: HashSet<String>,
    pub(super) servants: HashSet<String>,
    pub(super) civilians: HashSet<String>,
    pub(super) of_groups: HashSet<String>,
    pub(super) of_missions: HashSet<String>,
    pub(super) of_states: HashSet<String>,
    pub(super) group_head: HashSet<String>,
    pub(super) state_head: HashSet<String>,
}

/// Made once.
pub(super) static CLASSES: LazyLock<Classes> =
    LazyLock::new(|| toml::from_str(include_str!("../figure_words.toml")).unwrap_or_default());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_read() {
        let classes: Classes = toml::from_str(include_str!("../figure_words.toml")).expect("the data file");
        assert!(classes.against.contains("destroyed") && classes.estimate.contains("reckoning"));
        assert!(!classes.measure.is_empty() && !classes.not_behind.is_empty() && !classes.having.is_empty());
    }
}
