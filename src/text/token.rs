//! Words, numbers and punctuation of a text, in order.

use super::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Begins with a letter: `Putin`, `Hay’at`, `build-up`, `U.S.`, `F-16`, `don’t`. A possessive `’s` is a token of its own.
    Word,
    /// Begins with a digit: `100,000`, `8.350`, `1.2`, `14th`, `190k`, `2024`, `18:40`.
    Number,
    /// A possessive ending: `'s`, `’s`, or the bare apostrophe behind a plural in s.
    Possessive,
    /// One character that is none of these and no white space.
    Punctuation,
    /// White space with at least one newline: where lines and blocks end.
    Break,
}

/// One token: its kind and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is made of.
    pub kind: TokenKind,
    /// Where it stands, in bytes of the text that was cut up.
    pub span: Span,
}

impl Token {
    /// The token's characters.
    #[must_use]
    #[inline]
    pub fn text(self, text: &str) -> &str {
        self.span.of(text)
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | 'ʿ' | 'ʾ')
}

/// Cuts `text` into tokens, in one pass. Spaces without a newline lie between tokens and are none.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 4);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        let kind = match byte {
            b' ' if bytes.get(at + 1).is_some_and(u8::is_ascii_graphic) => {
                at += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                at += word_len(&text[at..]);
                TokenKind::Word
            }
            b'0'..=b'9' => {
                at += number_len(&text[at..]);
                TokenKind::Number
            }
            b'!'..=b'~' if byte != b'\'' => {
                at += 1;
                TokenKind::Punctuation
            }
            _ => {
                let first = text[at..].chars().next().unwrap_or_default();
                if first.is_whitespace() {
                    at += text[at..].find(|c: char| !c.is_whitespace()).unwrap_or(text.len() - at);
                    if !text[start..at].contains('\n') {
                        continue;
                    }
                    TokenKind::Break
                } else if let Some(length) =
                    is_apostrophe(first).then(|| possessive_len(&text[at..], out.last(), text)).flatten()
                {
                    at += length;
                    TokenKind::Possessive
                } else if first.is_alphabetic() {
                    at += word_len(&text[at..]);
                    TokenKind::Word
                } else {
                    at += first.len_utf8();
                    TokenKind::Punctuation
                }
            }
        };
        out.push(Token { kind, span: Span::new(start, at) });
    }
    out
}

/// The length of a possessive ending at the start of `rest`, where the token before it is a word that touches it.
fn possessive_len(rest: &str, before: Option<&Token>, text: &str) -> Option<usize> {
    let before = before?;
    let touches = std::ptr::eq(text[before.span.end..].as_ptr(), rest.as_ptr());
    if !touches || !matches!(before.kind, TokenKind::Word | TokenKind::Number) {
        return None;
    }
    let mut chars = rest.chars();
    let apostrophe = chars.next()?;
    let (next, after) = (chars.next(), chars.next());
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    match next {
        Some(s @ ('s' | 'S')) if ends(after) => Some(apostrophe.len_utf8() + s.len_utf8()),
        _ if ends(next) && before.text(text).ends_with(['s', 'S', 'x', 'z']) && apostrophe != '‘' => {
            Some(apostrophe.len_utf8())
        }
        _ => None,
    }
}

/// The length of the word that `rest` begins with: letters, digits and marks, joined by single hyphens or
/// apostrophes, or by the full stops of an abbreviation such as `U.S.`
fn word_len(rest: &str) -> usize {
    // Most words are plain letters with nothing behind them that could go on.
    let bytes = rest.as_bytes();
    let mut letters = 0;
    while bytes.get(letters).is_some_and(u8::is_ascii_alphabetic) {
        letters += 1;
    }
    match bytes.get(letters) {
        _ if letters == 0 => {}
        None => return letters,
        Some(b) if b.is_ascii() && !b.is_ascii_digit() && !matches!(b, b'\'' | b'-' | b'.') => return letters,
        // A stop goes on only behind a single letter: "U.S."
        Some(b'.') if letters > 1 => return letters,
        Some(_) => {}
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    let mut letters_since_join = 0;
    let mut single_letters = true;
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let joins_letter = next.is_some_and(char::is_alphanumeric);
        if c.is_alphanumeric() || is_combining(c) {
            letters_since_join += usize::from(!is_combining(c));
            single_letters &= letters_since_join <= 1;
            end = i + c.len_utf8();
        } else if is_apostrophe(c) && joins_letter {
            // A possessive ends the word: "Kremlin's", but not "Hay'at" or "O'Brien".
            let s_alone =
                matches!(next, Some('s' | 'S')) && !rest[i + c.len_utf8() + 1..].starts_with(char::is_alphanumeric);
            if s_alone {
                break;
            }
            letters_since_join = 0;
        } else if matches!(c, '-' | '‑') && joins_letter {
            letters_since_join = 0;
            single_letters = false;
        } else if c == '.' && single_letters && letters_since_join == 1 && (joins_letter || end > 1) {
            // U.S., U.N., D.C., a.m.: every part is one letter. The last stop belongs to it.
            if joins_letter && !next.is_some_and(char::is_alphabetic) {
                break;
            }
            end = i + 1;
            letters_since_join = 0;
            if !joins_letter {
                break;
            }
        } else {
            break;
        }
    }
    end
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The length of the number that `rest` begins with: digits grouped by single `,` `.` `:` (or a thin or no-break
/// space before three digits), then letters that touch it (`14th`, `190k`, `22nd`).
fn number_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    loop {
        while digit(end) {
            end += 1;
        }
        match rest[end..].chars().next() {
            Some(',' | '.' | ':') if digit(end + 1) => end += 1,
            Some(space @ ('\u{a0}' | '\u{202f}' | '\u{2009}')) => {
                let next = end + space.len_utf8();
                let three = digit(next) && digit(next + 1) && digit(next + 2) && !digit(next + 3);
                if !three {
                    break;
                }
                end = next;
            }
            _ => break,
        }
    }
    end + rest[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn words_keep_their_hyphens_and_lose_their_possessive() {
        assert_eq!(cut("Hay’at Tahrir al-Sham’s build-up"), ["Hay’at", "Tahrir", "al-Sham", "’s", "build-up"]);
        assert_eq!(cut("United States’ \"real\" don't"), ["United", "States", "’", "\"", "real", "\"", "don't"]);
    }

    #[test]
    fn abbreviations_keep_their_stops_and_sentences_do_not() {
        assert_eq!(cut("the U.S. said. Mr. X"), ["the", "U.S.", "said", ".", "Mr", ".", "X"]);
        assert_eq!(cut("a U.N. envoy"), ["a", "U.N.", "envoy"]);
    }

    #[test]
    fn numbers_keep_their_groups() {
        assert_eq!(
            cut("100,000 or 8.350, 190k; 14th, 30\u{a0}000"),
            ["100,000", "or", "8.350", ",", "190k", ";", "14th", ",", "30\u{a0}000"]
        );
    }

    proptest::proptest! {
        #[test]
        fn tokens_are_in_order_and_leave_out_only_space(text in "\\PC{0,200}") {
            let mut at = 0;
            for token in tokens(&text) {
                proptest::prop_assert!(token.span.start >= at && !token.span.is_empty());
                proptest::prop_assert!(text[at..token.span.start].chars().all(char::is_whitespace));
                at = token.span.end;
            }
            proptest::prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
