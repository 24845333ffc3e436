//! Numbers for words: a hash table that only grows, and a fixed list of words with what is known of each.
//!
//! Words are looked up far more often than anything else, so this does less than a general hash table: a number of 32
//! bits stands for a word's hash and decides its place, and the words themselves lie with the caller.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;

/// A table from words to the numbers 0, 1, 2, … in the order in which they were added.
#[derive(Debug, Clone)]
pub(crate) struct Index {
    /// The hash of a word, and its number plus one; zero where nothing is.
    slots: Vec<(u32, u32)>,
    used: usize,
    /// Unknown outside, so that no text can be made of words that share their places.
    seed: u64,
}

impl Index {
    /// An empty table with room for `words` words.
    pub(crate) fn with_capacity(words: usize) -> Self {
        let seed = RandomState::default().hash_one(words);
        Self { slots: vec![(0, 0); (words * 2).next_power_of_two().max(16)], used: 0, seed }
    }

    /// The number of `word`, where it is there; `same` tells whether a number is its.
    #[inline]
    pub(crate) fn find(&self, word: &str, same: impl Fn(u32) -> bool) -> Option<u32> {
        let hash = hash(word.as_bytes(), self.seed);
        self.place(hash, same).ok()
    }

    /// The number of `word`, and whether it is new: then it is the next.
    #[inline]
    pub(crate) fn add(&mut self, word: &str, same: impl Fn(u32) -> bool) -> (u32, bool) {
        let hash = hash(word.as_bytes(), self.seed);
        match self.place(hash, same) {
            Ok(number) => (number, false),
            Err(free) => {
                self.used += 1;
                let next = u32::try_from(self.used).unwrap_or(u32::MAX);
                self.slots[free] = (hash, next);
                if self.used * 2 > self.slots.len() {
                    self.grow();
                }
                (next - 1, true)
            }
        }
    }

    /// The number with this hash that is the `same`, or the free slot where it belongs.
    #[inline]
    fn place(&self, hash: u32, same: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (found, number) = self.slots[at & mask];
            if number == 0 {
                return Err(at & mask);
            }
            if found == hash && same(number - 1) {
                return Ok(number - 1);
            }
            at += 1;
        }
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); mask + 1]);
        for (hash, number) in old.into_iter().filter(|slot| slot.1 != 0) {
            let mut at = hash as usize & mask;
            while self.slots[at].1 != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = (hash, number);
        }
    }
}

/// A hash of the bytes: each of the first and last eight counts, and all between in a long word.
#[inline]
fn hash(word: &[u8], seed: u64) -> u32 {
    let length = word.len() as u64;
    let (a, b) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last))),
            _ => {
                let byte = |at: usize| word.get(at).map_or(0, |&b| u64::from(b));
                (byte(0) | byte(1) << 8 | byte(2) << 16, 0)
            }
        },
    };
    let mut state = mix(a ^ seed ^ length << 56, b ^ seed.rotate_left(32) ^ 0x9E37_79B9_7F4A_7C15);
    if word.len() > 16 {
        for chunk in word[8..].chunks_exact(8) {
            let chunk = chunk.first_chunk::<8>().map_or(0, |c| u64::from_le_bytes(*c));
            state = mix(state ^ chunk, seed ^ 0xD1B5_4A32_D192_ED03);
        }
    }
    (state ^ state >> 32) as u32
}

/// Both halves of the product of two numbers, folded into one.
#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// Words with their numbers, kept in one string.
#[derive(Debug, Clone)]
pub(crate) struct Spellings {
    index: Index,
    text: String,
    /// Where each word ends in `text`, in bytes; the next begins there.
    ends: Vec<u32>,
}

impl Spellings {
    /// Room for `words` words.
    pub(crate) fn with_capacity(words: usize) -> Self {
        let index = Index::with_capacity(words);
        Self { index, text: String::with_capacity(words * 8), ends: Vec::with_capacity(words) }
    }

    /// The number of `word`, where it is there.
    #[inline]
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        self.index.find(word, |at| spelling(&self.text, &self.ends, at) == word.as_bytes())
    }

    /// The number of `word`, and whether it is new: then it is the next.
    pub(crate) fn add(&mut self, word: &str) -> (u32, bool) {
        let (at, new) = self.index.add(word, |at| spelling(&self.text, &self.ends, at) == word.as_bytes());
        if new {
            self.text.push_str(word);
            self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
        (at, new)
    }
}

/// The bytes of the word with this number.
#[inline]
fn spelling<'t>(text: &'t str, ends: &[u32], at: u32) -> &'t [u8] {
    let end = |at: u32| ends.get(at as usize).map_or(0, |&end| end as usize);
    let from = at.checked_sub(1).map_or(0, end);
    text.as_bytes().get(from..end(at)).unwrap_or_default()
}

/// Words that are known beforehand, each with what is known of it.
#[derive(Debug)]
pub(crate) struct WordList<V> {
    words: Spellings,
    values: Vec<V>,
}

impl<V: Default> WordList<V> {
    pub(crate) fn new() -> Self {
        Self { words: Spellings::with_capacity(2000), values: Vec::with_capacity(2000) }
    }

    /// What is known of `word`, to add to.
    pub(crate) fn entry(&mut self, word: &str) -> &mut V {
        let (at, new) = self.words.add(word);
        if new {
            self.values.push(V::default());
        }
        &mut self.values[at as usize]
    }

    /// What is known of `word`.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.values.get(self.words.find(word)? as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_numbered_in_the_order_in_which_they_come() {
        let mut words: Vec<String> = Vec::new();
        let mut index = Index::with_capacity(4);
        for round in 0..2 {
            for n in 0..5000_usize {
                let word = format!("{}{n}", "x".repeat(n % 40));
                let (at, new) = index.add(&word, |at| words[at as usize] == word);
                assert_eq!((at as usize, new), (n, round == 0), "{word}");
                if new {
                    words.push(word);
                }
            }
        }
        assert_eq!(index.find("y", |_| false), None);
    }

    #[test]
    fn every_byte_of_a_word_counts() {
        let word = [b'a'; 40];
        for at in 0..40 {
            let mut other = word;
            other[at] = b'b';
            assert_ne!(hash(&word, 7), hash(&other, 7), "{at}");
        }
        assert_ne!(hash(b"", 7), hash(b"\0", 7));
    }
}
