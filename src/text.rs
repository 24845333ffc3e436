//! Spans, tokens and sentences: the small vocabulary with which every other module points into a text.
//!
//! Offsets inside the program are UTF-8 byte offsets; what leaves it (JSON, the bookmark file) counts
//! Unicode scalar values. [`ScalarOffsets`] converts between the two.

mod month;
mod sentence;
mod span;
mod token;
mod visible;

pub use month::{MONTHS, month_number};
pub use sentence::sentences;
pub use span::{ScalarOffsets, Span};
pub use token::{Token, TokenKind, tokens};
pub use visible::visible;
