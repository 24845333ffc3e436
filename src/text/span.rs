//! Half-open ranges of a text, and their conversion to the offsets that other programs count in.

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of UTF-8 byte offsets into a briefing's text, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; an end before the start gives the empty span at `start`.
    #[must_use]
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies inside.
    #[must_use]
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside.
    #[must_use]
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words it points at; empty where `text` is not the text that the span was made for.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Converts between byte offsets and offsets in Unicode scalar values of one text.
///
/// Built in one pass; each conversion then scans at most one stride of the text.
#[derive(Debug, Clone)]
pub struct ScalarOffsets<'t> {
    text: &'t str,
    /// Byte offset of every `STRIDE`th scalar value.
    marks: Vec<usize>,
}

const STRIDE: usize = 128;

impl<'t> ScalarOffsets<'t> {
    /// Prepares the conversion for `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let marks = text.char_indices().step_by(STRIDE).map(|(byte, _)| byte).collect();
        Self { text, marks }
    }

    /// The number of scalar values before the byte at `byte`, which is clamped to the text's length.
    #[must_use]
    pub fn scalar(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = self.marks.partition_point(|&m| m <= byte).saturating_sub(1);
        let from = self.marks.get(mark).copied().unwrap_or(0);
        mark * STRIDE + self.text[from..].char_indices().take_while(|(i, _)| from + i < byte).count()
    }

    /// The byte offset of scalar value number `scalar`; the text's length when there are fewer.
    #[must_use]
    pub fn byte(&self, scalar: usize) -> usize {
        let Some(&from) = self.marks.get(scalar / STRIDE) else { return self.text.len() };
        self.text[from..].char_indices().nth(scalar % STRIDE).map_or(self.text.len(), |(i, _)| from + i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn scalar_and_byte_offsets_are_inverse(text in "\\PC{0,400}") {
            let offsets = ScalarOffsets::new(&text);
            for (scalar, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(offsets.scalar(byte), scalar);
                prop_assert_eq!(offsets.byte(scalar), byte);
            }
            prop_assert_eq!(offsets.scalar(text.len()), text.chars().count());
            prop_assert_eq!(offsets.byte(text.chars().count()), text.len());
        }
    }

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    }
}
