//! The names of the lexicon as a tree of words, so that the longest one at a place is found by a walk along the text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::extract::few::Few;

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
    ends: Vec<Few<u32>>,
    /// For each node whether something ends there and whether an edge leads on: small enough to stay in the processor's
    /// cache, it saves most looks at the others.
    signs: Vec<Signs>,
}

/// What there is to look for at a node.
#[derive(Debug, Default, Clone, Copy)]
struct Signs {
    /// Something may end there.
    ends: bool,
    /// An edge leads on.
    goes_on: bool,
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
        ends.push(Few::default());
        Self { roots: Vec::with_capacity(names), edges, ends, signs: vec![Signs::default()] }
    }

    /// The node at the end of `words`, made where it is not there.
    pub(crate) fn node(&mut self, words: &[WordId]) -> u32 {
        let mut node = 0;
        for &word in words {
            let fresh = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            self.signs[node as usize].goes_on = true;
            let next = if node == 0 { self.root(word) } else { self.edges.entry(edge(node, word)).or_insert(0) };
            if *next == 0 {
                *next = fresh;
            }
            node = *next;
            if node == fresh {
                self.ends.push(Few::default());
                self.signs.push(Signs::default());
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
        self.signs[node as usize].ends = true;
    }

    /// The same as [`Trie::ends`], to change.
    pub(crate) fn ends_mut(&mut self, node: u32) -> &mut Few<u32> {
        self.signs[node as usize].ends = true;
        &mut self.ends[node as usize]
    }

    /// What ends at every node, to take from.
    pub(crate) fn every_end_mut(&mut self) -> impl Iterator<Item = &mut Few<u32>> {
        self.ends.iter_mut()
    }

    /// The node behind `node` along `word`.
    #[inline]
    pub(crate) fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if node == 0 {
            return self.roots.get(word as usize).copied().filter(|&next| next != 0);
        }
        if !self.signs[node as usize].goes_on {
            return None;
        }
        self.edges.get(&edge(node, word)).copied()
    }

    /// What ends at each node.
    #[cfg(test)]
    pub(crate) fn all_ends(&self) -> impl Iterator<Item = &[u32]> {
        self.ends.iter().map(Few::as_slice)
    }

    /// What ends at `node`.
    pub(crate) fn ends(&self, node: u32) -> &[u32] {
        if !self.signs[node as usize].ends {
            return &[];
        }
        self.ends[node as usize].as_slice()
    }
}
