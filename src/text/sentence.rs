//! Where sentences begin and end.

use super::{Span, Token, TokenKind};

/// Words whose full stop does not end a sentence when a capital follows.
const ABBREVIATIONS: [&str; 45] = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "maj", "capt", "cmdr", "adm", "brig", "sen", "rep",
    "gov", "pres", "rev", "hon", "st", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "inc", "ltd", "co", "corp", "jr", "sr", "fig", "approx", "etc", "cf",
];

/// The sentences of `text`, given its tokens: in order, without the white space between them, never across a
/// line break (each block of a briefing is a line or several), and never longer than some hundred tokens.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut first: Option<usize> = None;
    let mut i = 0;
    while i < tokens.len() {
        let token = tokens[i];
        if token.kind == TokenKind::Break {
            close(&mut out, &mut first, tokens, i);
            i += 1;
            continue;
        }
        let from = *first.get_or_insert(i);
        if i - from >= LONGEST {
            close(&mut out, &mut first, tokens, i + 1);
        } else if ends_sentence(text, tokens, i) {
            // Closing quotation marks and brackets belong to the sentence that they close.
            while tokens.get(i + 1).is_some_and(|next| is_closing(text, tokens[i], *next)) {
                i += 1;
            }
            close(&mut out, &mut first, tokens, i + 1);
        }
        i += 1;
    }
    close(&mut out, &mut first, tokens, tokens.len());
    out
}

/// The most tokens of a sentence, less one. What goes on without a stop for longer is no prose, and is cut so that rules may
/// look through a whole sentence.
const LONGEST: usize = 500;

fn close(out: &mut Vec<Span>, first: &mut Option<usize>, tokens: &[Token], end: usize) {
    if let Some(from) = first.take() {
        out.push(Span::new(tokens[from].span.start, tokens[end - 1].span.end));
    }
}

fn is_closing(text: &str, before: Token, token: Token) -> bool {
    token.span.start == before.span.end && matches!(token.text(text), "\"" | "”" | "’" | "'" | ")" | "]" | "»")
}

/// Whether the token at `i` is a full stop, question or exclamation mark that ends a sentence.
fn ends_sentence(text: &str, tokens: &[Token], i: usize) -> bool {
    // Most tokens are settled by their last byte; that of "…" is the last of its three.
    let last = tokens[i].span.end.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    if !matches!(last, Some(b'.' | b'?' | b'!' | 0xA6)) {
        return false;
    }
    let mark = tokens[i].text(text);
    // U.S. at the end of a sentence holds the stop itself.
    let abbreviation_stop = tokens[i].kind == TokenKind::Word && mark.ends_with('.');
    if !abbreviation_stop && !matches!(mark, "." | "?" | "!" | "…") {
        return false;
    }
    let mut next = i + 1;
    while tokens.get(next).is_some_and(|t| is_closing(text, tokens[next - 1], *t)) {
        next += 1;
    }
    let Some(follower) = tokens.get(next) else { return true };
    if follower.kind == TokenKind::Break {
        return true;
    }
    let touches = follower.span.start == tokens[next - 1].span.end;
    // "peninsula.[1] Elements": a footnote mark touches the stop.
    let footnote =
        touches && follower.text(text) == "[" && tokens.get(next + 1).is_some_and(|t| t.kind == TokenKind::Number);
    if touches && !footnote {
        return false;
    }
    let opens = follower
        .text(text)
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "“\"‘'([—–-".contains(c) || !c.is_ascii());
    if !opens && !footnote {
        return false;
    }
    if abbreviation_stop {
        // "the U.S. Senate" goes on; "in the U.S. The" does not.
        return follower.kind == TokenKind::Word && SENTENCE_OPENERS.contains(&follower.text(text));
    }
    if mark == "." && i > 0 && tokens[i - 1].span.end == tokens[i].span.start {
        let before = tokens[i - 1];
        let word = before.text(text);
        let initial = before.kind == TokenKind::Word
            && word.chars().count() == 1
            && word.chars().all(char::is_uppercase)
            && word != "I";
        let known = before.kind == TokenKind::Word && ABBREVIATIONS.iter().any(|a| word.eq_ignore_ascii_case(a));
        // "No. 5" is one sentence, "He said no. She left" is two.
        let number_sign = word.eq_ignore_ascii_case("no") && follower.kind != TokenKind::Number;
        if (initial || known) && !number_sign {
            return false;
        }
    }
    true
}

/// Capitalised words that open a sentence and seldom stand inside a name.
const SENTENCE_OPENERS: [&str; 30] = [
    "The", "A", "An", "It", "He", "She", "They", "We", "But", "And", "In", "On", "At", "This", "That", "These",
    "Those", "His", "Her", "Its", "Their", "As", "For", "If", "When", "While", "There", "After", "Mr", "Both",
];

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, &tokens(text)).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn titles_initials_and_abbreviations_do_not_end_a_sentence() {
        assert_eq!(
            cut("Mr. Putin met Gen. John F. Kelly. He left."),
            ["Mr. Putin met Gen. John F. Kelly.", "He left."]
        );
        assert_eq!(
            cut("The U.S. Senate met. It left the U.S. The end."),
            ["The U.S. Senate met.", "It left the U.S.", "The end."]
        );
        assert_eq!(
            cut("On Feb. 14 he goes. See No. 5. No. She said no. It is."),
            ["On Feb. 14 he goes.", "See No. 5.", "No.", "She said no.", "It is."]
        );
    }

    #[test]
    fn closing_quotes_and_footnotes_stay_with_their_sentence() {
        assert_eq!(cut("“Go home.” He went."), ["“Go home.”", "He went."]);
        assert_eq!(cut("Near Sudzha.[1] Elements moved."), ["Near Sudzha.", "[1] Elements moved."]);
    }

    #[test]
    fn a_line_break_ends_a_sentence() {
        assert_eq!(cut("A title without stop\n\nThe text."), ["A title without stop", "The text."]);
    }
}
