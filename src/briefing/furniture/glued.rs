//! Furniture that a copied page has glued to a paragraph: the credit of a picture, a caption told twice, a notice about an
//! advertisement.

use std::ops::Range;

use super::super::BlockKind;
use super::super::blocks::Draft;
use super::{LONGEST_CAPTION, REPEATED, WORDS, fold};

/// The longest credit, in bytes.
const CREDIT: usize = 80;

/// Cuts what is glued to a paragraph from its text, and gives it as lines.
pub(super) fn cut(draft: &mut Draft) -> Vec<String> {
    let mut lines = Vec::new();
    if draft.kind != BlockKind::Paragraph {
        return lines;
    }
    for find in [notice_before, notice_behind, told_twice, credit_before, credit_behind] {
        if let Some(stretch) = find(&draft.text) {
            let line = draft.cut(stretch);
            lines.push(line.trim().to_owned());
        }
    }
    lines
}

/// "Continue reading the main story The ministers …"
fn notice_before(text: &str) -> Option<Range<usize>> {
    let rest = WORDS.glued.iter().find_map(|notice| text.strip_prefix(notice.as_str()))?;
    let sentence = rest.trim_start();
    sentence.starts_with(|c: char| c.is_uppercase() || "“\"‘".contains(c)).then(|| 0..text.len() - sentence.len())
}

/// "… on Monday. Continue reading the main story"
fn notice_behind(text: &str) -> Option<Range<usize>> {
    let rest = WORDS.glued.iter().find_map(|notice| text.strip_suffix(notice.as_str()))?.trim_end();
    ends_sentence(rest).then_some(rest.len()..text.len())
}

/// The second time, and the credit between: "The two in Geneva (AP)© Provided by an agency The two in Geneva (AP)".
fn told_twice(text: &str) -> Option<Range<usize>> {
    if text.len() > 3 * LONGEST_CAPTION {
        return None;
    }
    // It is told again at its end, so the first half has all of it.
    let half = text.char_indices().map(|(at, _)| at).take_while(|at| at * 2 <= text.len());
    let caption = half.filter(|&at| at >= REPEATED).filter(|&at| text.ends_with(&text[..at])).last()?;
    if text[..caption].contains(". ") {
        return None;
    }
    let between = &text[caption..text.len() - caption];
    let bracketed = between.trim().starts_with(['[', '(']) && between.trim().ends_with([']', ')']);
    let credit = between.len() <= CREDIT
        && (between.contains('©') || between.trim().is_empty() || bracketed || is_credit(between));
    credit.then_some(caption..text.len())
}

/// "(AP Photo/A. Name)The ministers …"
fn credit_before(text: &str) -> Option<Range<usize>> {
    let (inside, rest) = text.strip_prefix('(')?.split_once(')')?;
    let glued = rest.starts_with(char::is_uppercase);
    (glued && inside.len() <= CREDIT && is_credit(inside)).then_some(0..inside.len() + 2)
}

/// "… on Monday.Getty Images"
fn credit_behind(text: &str) -> Option<Range<usize>> {
    let near = text.len().saturating_sub(CREDIT);
    let stops = text.match_indices(['.', '!', '?', '”', '"']).map(|(at, stop)| at + stop.len());
    let end = stops
        .filter(|&end| end >= near && ends_sentence(&text[..end]))
        .find(|&end| text[end..].starts_with(|c: char| c.is_uppercase() || c == '©') && is_credit(&text[end..]))?;
    Some(end..text.len())
}

/// Whether a few words name an agency or speak of a picture, and make no sentence.
fn is_credit(words: &str) -> bool {
    !words.contains(". ") && fold(words).split(' ').any(|word| WORDS.agencies.contains(word))
}

/// Whether the text ends with the last word of a sentence: "U.S" is none.
fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '"', '’', ')']);
    let Some(words) = bare.strip_suffix(['.', '!', '?', '…']) else { return false };
    let last = words.rsplit([' ', '.', '\n']).next().unwrap_or_default();
    last.chars().count() > 1
}
