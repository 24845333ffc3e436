//! What attaché knows before it reads: parties, people, places, news outlets, and the words of news English.
//!
//! Built once from the data files beside this one; looked up by walking a text's words through a `trie::Trie`.

mod build;
mod columns;
mod entry;
pub(crate) mod fold;
pub(crate) mod grammar;
mod layers;
mod load;
mod own;
mod problem;
mod schema;
pub(crate) mod trie;

use std::borrow::Cow;
use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

pub(crate) use entry::{Class, Entry, EntryKind, Office, Years};
pub use layers::LexiconInForce;
pub use own::OwnLexicon;
pub use problem::LexiconProblem;

use fold::fold;
use grammar::Tags;
use trie::{Trie, WordId};

use super::ActorKind;
use super::index::Spellings;
use crate::text::{Token, TokenKind, tokens};

/// The rows of the data files beside this one, as `build.rs` writes them.
const ROWS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.in"));

const GRAMMAR: &str = include_str!("grammar.toml");

/// Everything that is known before a text is read.
#[derive(Debug, Clone)]
pub struct Lexicon {
    pub(crate) entries: Vec<Entry>,
    pub(crate) aliases: Vec<Alias>,
    trie: Trie,
    words: Spellings,
    /// By the number of a word, what kinds of word it is and where it stands in names.
    kinds: Vec<(Tags, Leads)>,
    by_id: HashMap<String, u32>,
    by_surname: HashMap<String, Vec<u32>>,
    /// The ids of the actors that the reader does not want to see.
    pub(crate) hidden: HashSet<String>,
    /// The ids that the reader merged into others.
    pub(crate) merged: HashMap<String, String>,
}

/// How a name of an entry means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Name,
    Demonym,
    Seat,
}

/// One name of one entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Alias {
    pub(crate) entry: u32,
    pub(crate) form: Form,
    /// Often something else.
    pub(crate) ambiguous: bool,
    /// When it was its name.
    pub(crate) years: Option<Years>,
    /// Whether it is an abbreviation in capitals.
    pub(crate) initials: bool,
    /// Bits of the words that begin with a capital.
    capitals: u32,
    /// Bits of the words that are all capitals and short, so that only capitals will do: "US", "WHO".
    shouted: u32,
}

/// Where a word stands in names.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Leads {
    /// Some begin with it.
    pub(crate) any: bool,
    /// Some begin with it that may be written with a small letter there.
    pub(crate) small: bool,
    /// Some go on with it.
    pub(crate) inside: bool,
}

/// One word of a text as the tree has it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// Its number in the lexicon, if it is there.
    pub(crate) word: Option<WordId>,
    /// Index of the token that it is, or is a piece of.
    pub(crate) token: u32,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
    /// Whether all its letters are capitals.
    pub(crate) shouted: bool,
    /// Whether the token ends with it.
    pub(crate) last: bool,
    /// Whether it stands in a line of capitals, where case says nothing.
    pub(crate) caseless: bool,
    /// Whether some name goes on with it.
    pub(crate) inside: bool,
    /// Whether it is a common noun that names are often written with in lower case ("Wagner group").
    pub(crate) generic: bool,
}

impl Lexicon {
    /// The lexicon of the program's own data files, built at first use.
    ///
    /// # Panics
    /// Never in a program whose tests pass: the files are part of it.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| match Lexicon::read() {
            Ok(lexicon) => lexicon,
            Err(error) => unreachable!("the built-in lexicon does not parse: {error}"),
        });
        &BUILTIN
    }

    /// Reads the program's own data files anew; [`Lexicon::builtin`] does so once.
    ///
    /// # Errors
    /// When a data file is wrong.
    pub fn read() -> Result<Self, String> {
        load::load(ROWS, GRAMMAR)
    }

    /// The entry with this id.
    pub(crate) fn by_id(&self, id: &str) -> Option<&Entry> {
        self.by_id.get(id).map(|&at| &self.entries[at as usize])
    }

    /// The index of the entry with this id.
    pub(crate) fn index_of(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The people whose name of later mentions is `surname`, folded.
    pub(crate) fn people_called(&self, surname: &str) -> &[u32] {
        self.by_surname.get(surname).map_or(&[], Vec::as_slice)
    }

    /// Whether the word alone is the name of a state, a body or a known person.
    pub(crate) fn is_name(&self, word: &str) -> bool {
        let actor = |&e: &u32| self.entries[e as usize].actor().is_some();
        !self.people_called(&fold(word)).is_empty() || self.named(word).iter().any(actor)
    }

    /// Whether the parts begin with a name or adjective of a state.
    pub(crate) fn is_state(&self, parts: impl Iterator<Item = Part>) -> bool {
        let found = self.longest(parts);
        found.is_some_and(|(_, aliases)| {
            aliases.iter().any(|&a| {
                let entry = &self.entries[self.aliases[a as usize].entry as usize];
                entry.actor() == Some(ActorKind::State)
            })
        })
    }

    /// The entries that have exactly this name.
    pub(crate) fn named(&self, name: &str) -> Vec<u32> {
        let mut node = Some(0);
        for token in tokens(name) {
            pieces(token, name, |folded, _| {
                node = node.and_then(|n| self.trie.step(n, self.word(folded)?));
            });
        }
        let ends = node.map_or(&[][..], |n| self.trie.ends(n));
        ends.iter().map(|&alias| self.aliases[alias as usize].entry).collect()
    }

    pub(crate) fn word(&self, folded: &str) -> Option<WordId> {
        self.words.find(folded)
    }

    /// What kinds of word it is.
    pub(crate) fn tags(&self, word: WordId) -> Tags {
        self.kinds[word as usize].0
    }

    /// The number of a folded word, what kinds of word it is, and where it stands in names.
    pub(crate) fn known(&self, folded: &str) -> (Option<WordId>, Tags, Leads) {
        let word = self.word(folded);
        let (tags, leads) = word.map(|word| self.kinds[word as usize]).unwrap_or_default();
        (word, tags, leads)
    }

    /// The longest name that the parts begin with: the token of its last part, and the aliases that it is.
    pub(crate) fn longest(&self, parts: impl Iterator<Item = Part>) -> Option<(u32, Cow<'_, [u32]>)> {
        let mut node = 0;
        let mut best = None;
        let mut here: [Option<Part>; LONGEST] = [None; LONGEST];
        for (count, part) in parts.take(LONGEST).enumerate() {
            // Most words go on no name at all: that is known without a look at this one.
            let word = part.word.filter(|_| count == 0 || part.inside);
            let Some(next) = word.and_then(|word| self.trie.step(node, word)) else { break };
            node = next;
            here[count] = Some(part);
            if part.last && self.trie.ends(node).iter().any(|&a| self.aliases[a as usize].fits(&here[..=count])) {
                best = Some((count, part.token, node));
            }
        }
        let (count, token, node) = best?;
        let (here, ends) = (&here[..=count], self.trie.ends(node));
        let fits = |alias: &u32| self.aliases[*alias as usize].fits(here);
        let all = ends.iter().all(fits);
        Some((token, if all { Cow::Borrowed(ends) } else { ends.iter().copied().filter(fits).collect() }))
    }
}

/// The most words of a name.
const LONGEST: usize = 16;

impl Alias {
    /// Whether the case of the text's words allows it.
    fn fits(&self, parts: &[Option<Part>]) -> bool {
        parts.iter().flatten().enumerate().all(|(i, part)| {
            let bit = 1_u32 << i.min(31);
            if part.caseless {
                return true;
            }
            if self.shouted & bit != 0 {
                return part.shouted;
            }
            self.capitals & bit == 0 || part.capital || (i > 0 && part.generic)
        })
    }
}

/// The pieces of a token that names are compared by: its words between hyphens, folded. A possessive is "s" or
/// nothing; punctuation is none but "&".
pub(crate) fn pieces(token: Token, text: &str, mut each: impl FnMut(&str, &str)) {
    let word = token.text(text);
    match token.kind {
        TokenKind::Word | TokenKind::Number => {
            for piece in word.split(['-', '‑']) {
                each(&fold(piece), piece);
            }
        }
        TokenKind::Possessive if word.ends_with(['s', 'S']) => each("s", "s"),
        TokenKind::Punctuation if word == "&" => each("and", "and"),
        TokenKind::Possessive | TokenKind::Punctuation | TokenKind::Break => {}
    }
}

/// Whether all letters are capitals, and there are at least two or a stop behind the one.
#[inline]
pub(crate) fn is_shouted(word: &str) -> bool {
    if word.bytes().any(|b| b.is_ascii_lowercase()) {
        return false;
    }
    if word.is_ascii() {
        return word.bytes().filter(u8::is_ascii_uppercase).count() > 1;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && !word.chars().any(char::is_lowercase)
}

#[inline]
pub(crate) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_side_is_an_entry() {
        let lexicon = Lexicon::builtin();
        let lost: Vec<String> = lexicon
            .entries
            .iter()
            .filter_map(|e| {
                e.of.as_ref().filter(|of| lexicon.by_id(of).is_none()).map(|of| format!("{}: {of}", e.name))
            })
            .collect();
        assert!(lost.is_empty(), "{lost:#?}");
    }

    #[test]
    fn a_name_of_two_parties_is_marked_ambiguous() {
        let lexicon = Lexicon::builtin();
        let mut owners: BTreeMap<&[u32], Vec<&Alias>> = BTreeMap::new();
        for ends in lexicon.trie.all_ends() {
            let actors = |a: &&Alias| {
                let kind = lexicon.entries[a.entry as usize].actor();
                kind.is_some_and(|k| k != ActorKind::Person)
                    && !a.ambiguous
                    && a.form == Form::Name
                    && a.years.is_none()
            };
            let sure: Vec<&Alias> = ends.iter().map(|&a| &lexicon.aliases[a as usize]).filter(actors).collect();
            // "OPEC+" and "OPEC" differ by a sign that is no word.
            let signs = sure.iter().any(|a| lexicon.entries[a.entry as usize].name.contains('+'));
            if sure.len() > 1 && !signs {
                owners.insert(ends, sure);
            }
        }
        let names = |sure: &Vec<&Alias>| -> Vec<String> {
            sure.iter().map(|a| lexicon.entries[a.entry as usize].name.clone()).collect()
        };
        let clashes: Vec<_> = owners.values().map(names).collect();
        assert!(clashes.is_empty(), "{clashes:#?}");
    }

    #[test]
    fn case_tells_names_from_words() {
        let lexicon = Lexicon::builtin();
        let found = |text: &str| {
            let mut parts = Vec::new();
            for token in tokens(text) {
                pieces(token, text, |folded, piece| {
                    parts.push(Part {
                        word: lexicon.word(folded),
                        token: u32::try_from(parts.len()).unwrap(),
                        capital: is_capital(piece),
                        shouted: is_shouted(piece),
                        last: true,
                        caseless: false,
                        inside: true,
                        generic: false,
                    });
                });
            }
            lexicon.longest(parts.into_iter()).map(|(last, _)| last + 1)
        };
        assert_eq!(found("US"), Some(1));
        assert_eq!(found("U.S."), Some(1));
        assert_eq!(found("us"), None);
        assert_eq!(found("Us"), None);
        assert_eq!(found("Nato"), Some(1));
        assert_eq!(found("United Nations Security Council"), Some(4));
        assert_eq!(found("united nations"), None);
    }
}
