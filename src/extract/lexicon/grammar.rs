//! The words of news English that the rules go by, each with its kinds: the lists of `grammar.toml`.

use std::collections::BTreeMap;

/// Kinds of word, as a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tags(u64);

impl Tags {
    /// Whether it is of any of these kinds.
    #[inline]
    pub(crate) const fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[inline]
    pub(crate) const fn with(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        #[allow(missing_docs, reason = "each kind is described in grammar.toml")]
        impl Tags {
            kinds!(@constants 0, $($name)*);
        }

        /// The kind that a list of the file gives.
        fn kind(key: &str) -> Option<Tags> {
            match key {
                $($key => Some(Tags::$name),)*
                _ => None,
            }
        }
    };
    (@constants $n:expr, $name:ident $($rest:ident)*) => {
        pub(crate) const $name: Tags = Tags(1 << $n);
        kinds!(@constants $n + 1, $($rest)*);
    };
    (@constants $n:expr,) => {};
}

kinds! {
    HONORIFIC = "honorific";
    MALE = "male";
    FEMALE = "female";
    RANK = "rank";
    OFFICE = "office";
    OFFICE_MODIFIER = "office-modifier";
    OCCUPATION = "occupation";
    KIN = "kin";
    SPEECH = "speech";
    VERB = "verb";
    STOP = "stop";
    MONTH = "month";
    WEEKDAY = "weekday";
    BODY = "body";
    ARMED = "armed";
    FORMATION = "formation";
    GENERIC_BODY = "generic-body";
    BODY_MODIFIER = "body-modifier";
    THING = "thing";
    PLACE_NOUN = "place-noun";
    SHIP = "ship";
    FIRST_NAME = "first-name";
    PARTICLE = "particle";
    PLACE_PREPOSITION = "place-preposition";
    GOVERNMENT = "government";
    CREDIT = "credit";
    FORMER = "former";
    NAME_END = "name-end";
    LEADERS = "leaders";
    CARDINAL = "cardinal";
    ORDINAL = "ordinal";
    PEOPLE = "people";
    REGULAR = "regular";
    MEDIA = "media";
    REGION = "region";
    FAMILY_FIRST = "family-first";
    TERRITORY = "territory";
    ETHNIC = "ethnic";
}

/// Every word of the file with its kind.
pub(super) fn words(text: &str) -> Result<Vec<(String, Tags)>, String> {
    let lists: BTreeMap<String, String> = toml::from_str(text).map_err(|e| format!("grammar.toml: {e}"))?;
    let mut out = Vec::new();
    for (key, list) in &lists {
        let tag = kind(key).ok_or_else(|| format!("grammar.toml: no kind of word is called {key}"))?;
        out.extend(list.split_whitespace().map(|word| (word.to_owned(), tag)));
    }
    Ok(out)
}
