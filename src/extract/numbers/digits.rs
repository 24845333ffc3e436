//! Numbers in digits: `1.2 million`, `30 000`, `8.350`, `3,488`.

use std::borrow::Cow;

use super::cardinal::{Cardinal, multiplier};
use crate::extract::words::Words;
use crate::text::TokenKind;

pub(super) fn digits_at(words: &Words<'_>, i: usize) -> Option<Cardinal> {
    // "Shahed-136/131", "7/24", "№5", "#12": digits that touch what stands before them are part of a name or a date.
    if words.touches_previous(i)
        && matches!(words.before(i, 1), "/" | "#" | "№" | "_" | "\\" | "=" | "&" | "@" | "." | ":")
    {
        return None;
    }
    let raw = words.at(i);
    let digits_end =
        raw.find(|c: char| !(c.is_ascii_digit() || ",.:\u{a0}\u{202f}\u{2009}".contains(c))).unwrap_or(raw.len());
    let (number, suffix) = raw.split_at(digits_end);
    let mut end = i + 1;
    let mut number = Cow::Borrowed(number);
    let mut grouped = number.contains([',', '\u{a0}', '\u{202f}', '\u{2009}']);
    // "30 000", "1 000 000": groups parted by plain spaces.
    if suffix.is_empty()
        && (1..=3).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
        && !number.starts_with('0')
    {
        while is_group(words, end) && number.len() < 15 {
            number.to_mut().push_str(&words.at(end)[..3]);
            grouped = true;
            end += 1;
            if words.at(end - 1).len() > 3 {
                break;
            }
        }
    }
    let suffix = if end > i + 1 { &words.at(end - 1)[3..] } else { suffix };
    let mut unit_like = i > 0
        && matches!(
            words.before(i, 1),
            "$" | "€" | "£" | "¥" | "₹" | "₽" | "₪" | "₴" | "us$" | "usd" | "eur" | "rs" | "a$" | "c$"
        );
    let mut scale = 1;
    if !suffix.is_empty() {
        match multiplier(suffix) {
            // "5m" may be metres: only thousands and a noun behind it make it a count; `figures` asks for the noun.
            Some(m) => scale = m,
            None => return None,
        }
    } else if let Some(m) = multiplier(words.at(end)).filter(|_| words.kind(end) == TokenKind::Word) {
        // "100 m" is a distance, "100 k" is nothing.
        if words.at(end).len() > 2 || words.at(end) == "bn" || words.at(end) == "mn" {
            scale = m;
            end += 1;
        }
    }
    let value = parse(&number, scale)?;
    grouped |= number.contains('.') && value.fract() == 0.0 && value >= 1000.0;
    if matches!(words.at(end), "%" | "°") {
        unit_like = true;
    }
    let total = value * scale as f64;
    if !(0.0..1e15).contains(&total) {
        return None;
    }
    let fraction = scale == 1 && total.fract() > 1e-6;
    let low = total.round() as u64;
    Some(Cardinal { end, low, high: low, value, multiplier: scale, grouped, vague: false, unit_like, fraction })
}

/// Whether token `i` is a group of exactly three digits behind a plain space.
fn is_group(words: &Words<'_>, i: usize) -> bool {
    let word = words.at(i);
    words.kind(i) == TokenKind::Number
        && !words.touches_previous(i)
        && word.len() >= 3
        && word.as_bytes()[..3].iter().all(u8::is_ascii_digit)
        && (word.len() == 3 || multiplier(&word[3..]).is_some())
        && words.tokens[i].span.start - words.tokens[i - 1].span.end == 1
}

/// The number that digits with separators stand for; with a multiplier behind it, a lone separator is a decimal point.
fn parse(number: &str, scale: u64) -> Option<f64> {
    if number.bytes().all(|b| b.is_ascii_digit()) {
        return number.parse().ok();
    }
    if let Some(value) = thousands(number).filter(|_| scale == 1) {
        return Some(value);
    }
    let mut plain: String = number.chars().filter(|c| !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}')).collect();
    if plain.contains(':') {
        return None;
    }
    let separators: Vec<char> = plain.chars().filter(|c| matches!(c, ',' | '.')).collect();
    let groups_of_three = || plain.split([',', '.']).skip(1).all(|g| g.len() == 3) && !plain.starts_with('0');
    match separators.as_slice() {
        [] => {}
        [one] => {
            // "8.350 troops" and "100,000 troops" are groups; "1.2 million" and "1,5 million" are decimals.
            if groups_of_three() && scale == 1 && plain.find(*one).is_some_and(|at| at <= 3) {
                plain.retain(|c| c.is_ascii_digit());
            } else if *one == ',' {
                if scale == 1 {
                    return None;
                }
                plain = plain.replace(',', ".");
            }
        }
        many => {
            let (first, last) = (many[0], many[many.len() - 1]);
            if first == last {
                if !groups_of_three() {
                    return None;
                }
                plain.retain(|c| c.is_ascii_digit());
            } else {
                // "1,234.5": the last of two kinds is the decimal point.
                plain.retain(|c| c.is_ascii_digit() || c == last);
                plain = plain.replace(last, ".");
            }
        }
    }
    plain.parse().ok()
}

/// "100,000", "8.350": by far the most numbers with a separator are digits with one before the last three.
fn thousands(number: &str) -> Option<f64> {
    let (head, tail) = number.split_once([',', '.'])?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let plain = (1..=3).contains(&head.len()) && tail.len() == 3 && digits(head) && digits(tail);
    let value = |part: &str| part.parse::<u32>().ok();
    (plain && !head.starts_with('0')).then(|| Some(f64::from(value(head)? * 1000 + value(tail)?)))?
}
