//! Collects entries, names and words into a [`Lexicon`].

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::fold::fold;
use super::grammar::{self, Tags};
use super::layers::Over;
use super::trie::{Trie, WordId};
use super::{Alias, Entry, EntryKind, Form, Leads, Lexicon, Years, is_capital, is_shouted, pieces};
use crate::extract::ActorKind;
use crate::extract::index::Spellings;
use crate::text::tokens;

/// Collects entries, names and words.
pub(super) struct Builder {
    pub(super) lexicon: Lexicon,
    /// Set while a layer of the reader's own is laid over what is there.
    pub(super) over: Option<Over>,
    /// The words of the name at hand, and one of them in lower case.
    name: Vec<WordId>,
    low: String,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self::on(Lexicon {
            entries: Vec::with_capacity(20_000),
            aliases: Vec::with_capacity(40_000),
            trie: Trie::with_capacity(40_000),
            words: Spellings::with_capacity(30_000),
            kinds: Vec::with_capacity(30_000),
            by_id: HashMap::with_capacity(8_000),
            by_surname: HashMap::with_capacity(4_000),
            hidden: HashSet::new(),
            merged: HashMap::new(),
        })
    }

    /// A builder that adds to what is there.
    pub(super) fn on(lexicon: Lexicon) -> Self {
        Self { lexicon, over: None, name: Vec::new(), low: String::new() }
    }

    fn intern(&mut self, folded: &str) -> WordId {
        let (word, new) = self.lexicon.words.add(folded);
        if new {
            self.lexicon.kinds.push((Tags::default(), Leads::default()));
        }
        word
    }

    /// Reads the words of the grammar.
    pub(super) fn grammar(&mut self, text: &str) -> Result<(), String> {
        for (word, tag) in grammar::words(text)? {
            let at = self.intern(&fold(&word)) as usize;
            let (tags, _) = &mut self.lexicon.kinds[at];
            *tags = tags.with(tag);
        }
        Ok(())
    }

    /// Adds an entry; an actor of an id that is already there adds its names to that one.
    pub(super) fn entry(&mut self, entry: Entry) -> u32 {
        if self.over.is_some() {
            return self.entry_over(entry);
        }
        self.new_entry(entry)
    }

    pub(super) fn new_entry(&mut self, entry: Entry) -> u32 {
        let at = u32::try_from(self.lexicon.entries.len()).unwrap_or(u32::MAX);
        if entry.actor().is_some() {
            if let Some(&before) = self.lexicon.by_id.get(&entry.id) {
                return before;
            }
            self.lexicon.by_id.insert(entry.id.clone(), at);
            if entry.kind == EntryKind::Actor(ActorKind::Person) {
                let last = entry.surname.as_deref().or_else(|| entry.name.split(' ').next_back()).unwrap_or_default();
                self.lexicon.by_surname.entry(fold(last)).or_default().push(at);
            }
        }
        self.lexicon.entries.push(entry);
        at
    }

    /// Lets a person be found by the last word of a name.
    pub(super) fn surname(&mut self, entry: u32, name: &str) {
        let last = fold(name.split(' ').next_back().unwrap_or_default());
        let list = self.lexicon.by_surname.entry(last).or_default();
        if !list.contains(&entry) {
            list.push(entry);
        }
    }

    pub(super) fn alias(&mut self, entry: u32, name: &str, form: Form, ambiguous: bool, years: Option<Years>) {
        let mut words = std::mem::take(&mut self.name);
        words.clear();
        let (mut capitals, mut shouted) = (0_u32, 0_u32);
        let plain = name.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b'-'));
        let mut low = std::mem::take(&mut self.low);
        for piece in name.split([' ', '-']).filter(|piece| plain && !piece.is_empty()) {
            let bit = 1_u32 << words.len().min(31);
            let shout = piece.len() > 1 && piece.bytes().all(|b| b.is_ascii_uppercase());
            capitals |= if piece.as_bytes()[0].is_ascii_uppercase() { bit } else { 0 };
            shouted |= if shout && piece.len() < 4 { bit } else { 0 };
            low.clear();
            low.push_str(piece);
            low.make_ascii_lowercase();
            words.push(self.intern(&low));
        }
        self.low = low;
        for token in if plain { Vec::new() } else { tokens(name) } {
            pieces(token, name, |folded, piece| {
                let bit = 1_u32 << words.len().min(31);
                capitals |= if is_capital(piece) { bit } else { 0 };
                // "Nato" and "Unesco" are common; "Us" and "Who" are other words.
                let letters = piece.chars().filter(|c| c.is_alphabetic()).count();
                shouted |= if is_shouted(piece) && letters < 4 { bit } else { 0 };
                words.push(self.intern(folded));
            });
        }
        if words.is_empty() {
            return;
        }
        // "UN" and "U.N." fold to one: the laxer of the two holds.
        let node = self.lexicon.trie.node(&words);
        let (_, leads) = &mut self.lexicon.kinds[words[0] as usize];
        leads.any = true;
        leads.small |= capitals & 1 == 0;
        for &word in &words[1..] {
            self.lexicon.kinds[word as usize].1.inside = true;
        }
        self.name = words;
        if self.over.is_some() {
            self.alias_over(node, entry, form, ambiguous, name);
        }
        let same = self.lexicon.trie.ends(node).iter().copied().find(|&a| {
            let alias = &self.lexicon.aliases[a as usize];
            alias.entry == entry && alias.form == form && alias.years == years
        });
        if let Some(same) = same {
            let alias = &mut self.lexicon.aliases[same as usize];
            alias.capitals &= capitals;
            alias.shouted &= shouted;
            alias.ambiguous &= ambiguous;
            return;
        }
        let at = u32::try_from(self.lexicon.aliases.len()).unwrap_or(u32::MAX);
        self.lexicon.aliases.push(Alias {
            entry,
            form,
            ambiguous,
            years,
            initials: is_shouted(name),
            capitals,
            shouted,
        });
        self.lexicon.trie.add(node, at);
    }

    pub(super) fn finish(self) -> Lexicon {
        self.lexicon
    }
}
