//! The names of the lexicon as a tree of words, so that the longest one at a place is found by a walk along the text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A hasher for keys that are small numbers: one multiplication and a fold.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// A word of the lexicon, by number.
pub(crate) type WordId = u32;

/// A tree whose edges are words.
#[derive(Debug, Default, Clone)]
pub(crate) struct Trie {
    /// The node behind each word that a name begins with, 0 behind the others: by far the most looked up.
    roots: Vec<u32>,
    edges: HashMap<u64, u32, BuildHasherDefault<NumberHasher>>,
    /// What ends at each node: indices of the caller's.
    ends: Vec<Ends>,
}

/// What ends at a node: most often nothing or one.
#[derive(Debug, Default, Clone)]
pub(crate) enum Ends {
    #[default]
    Nothing,
    One(u32),
    Several(Vec<u32>),
}

impl Ends {
    pub(crate) fn as_slice(&self) -> &[u32] {
        match self {
            Self::Nothing => &[],
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(several) => several,
        }
    }

    fn add(&mut self, value: u32) {
        *self = match std::mem::take(self) {
            Self::Nothing => Self::One(value),
            Self::One(one) => Self::Several(vec![one, value]),
            Self::Several(mut several) => {
                several.push(value);
                Self::Several(several)
            }
        };
    }

    /// Keeps those of which `keep` holds.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&u32) -> bool) {
        match self {
            Self::Nothing => {}
            Self::One(one) if keep(one) => {}
            Self::One(_) => *self = Self::Nothing,
            Self::Several(several) => several.retain(keep),
        }
    }
}

fn edge(node: u32, word: WordId) -> u64 {
    (u64::from(node) << 32) | u64::from(word)
}

impl Trie {
    /// An empty tree with room for about `names` names.
    pub(crate) fn with_capacity(names: usize) -> Self {
        let mut edges = HashMap::default();
        edges.reserve(names * 2);
        let mut ends = Vec::with_capacity(names * 2);
        ends.push(Ends::Nothing);
        Self { roots: Vec::with_capacity(names), edges, ends }
    }

    /// The node at the end of `words`, made where it is not there.
    pub(crate) fn node(&mut self, words: &[WordId]) -> u32 {
        let mut node = 0;
        for &word in words {
            let fresh = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            let next = if node == 0 { self.root(word) } else { self.edges.entry(edge(node, word)).or_insert(0) };
            if *next == 0 {
                *next = fresh;
            }
            node = *next;
            if node == fresh {
                self.ends.push(Ends::Nothing);
            }
        }
        node
    }

    fn root(&mut self, word: WordId) -> &mut u32 {
        let at = word as usize;
        if at >= self.roots.len() {
            self.roots.resize(at + 1, 0);
        }
        &mut self.roots[at]
    }

    /// Lets the name that ends at `node` mean `value` too.
    pub(crate) fn add(&mut self, node: u32, value: u32) {
        self.ends[node as usize].add(value);
    }

    /// The same as [`Trie::ends`], to change.
    pub(crate) fn ends_mut(&mut self, node: u32) -> &mut Ends {
        &mut self.ends[node as usize]
    }

    /// What ends at every node, to change.
    pub(crate) fn every_end_mut(&mut self) -> impl Iterator<Item = &mut Ends> {
        self.ends.iter_mut()
    }

    /// The node behind `node` along `word`.
    #[inline]
    pub(crate) fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if node == 0 {
            return self.roots.get(word as usize).copied().filter(|&next| next != 0);
        }
        self.edges.get(&edge(node, word)).copied()
    }

    /// What ends at each node.
    #[cfg(test)]
    pub(crate) fn all_ends(&self) -> impl Iterator<Item = &[u32]> {
        self.ends.iter().map(Ends::as_slice)
    }

    /// What ends at `node`.
    pub(crate) fn ends(&self, node: u32) -> &[u32] {
        self.ends[node as usize].as_slice()
    }
}
