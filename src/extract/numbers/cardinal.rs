//! One cardinal number at one place: `1.2 million`, `30 000`, `8.350`, `twenty-five`, `half a million`, `dozens`.

use super::digits::digits_at;
use crate::extract::words::{Classes, Words};
use crate::text::TokenKind;

/// A cardinal number as the text says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cardinal {
    /// The token behind it.
    pub(crate) end: usize,
    /// The number, or the least that a vague count says.
    pub(crate) low: u64,
    /// The number, or the most that a vague count says.
    pub(crate) high: u64,
    /// The number before its multiplier: 1.2 of "1.2 million".
    pub(crate) value: f64,
    /// The multiplier that stands behind the number: 1,000,000 of "1.2 million".
    pub(crate) multiplier: u64,
    /// Whether it is written in groups of thousands.
    pub(crate) grouped: bool,
    /// "dozens", "several thousand"
    pub(crate) vague: bool,
    /// Joined to letters or a currency sign, so that it counts no things: "$90bn", "3,488km".
    pub(crate) unit_like: bool,
    /// No whole number: it counts things only beside another that has a multiplier ("1.2 to 1.5 million").
    pub(crate) fraction: bool,
}

/// The cardinal that begins at token `i`.
pub(crate) fn cardinal_at(words: &Words<'_>, i: usize) -> Option<Cardinal> {
    match words.kind(i) {
        TokenKind::Number => digits_at(words, i),
        TokenKind::Word if words.is(i, Classes::NUMBER) => vague_at(words, i).or_else(|| spelled_at(words, i)),
        TokenKind::Word => {
            debug_assert!(
                vague_at(words, i).is_none() && spelled_at(words, i).is_none(),
                "{} is no NUMBER",
                words.at(i)
            );
            None
        }
        _ => None,
    }
}

/// What a multiplier word or suffix stands for.
pub(super) fn multiplier(word: &str) -> Option<u64> {
    Some(match word {
        "hundred" => 100,
        "thousand" | "k" => 1_000,
        "lakh" | "lakhs" => 100_000,
        "million" | "m" | "mn" | "mln" | "mio" => 1_000_000,
        "crore" => 10_000_000,
        "billion" | "bn" => 1_000_000_000,
        "trillion" | "tn" => 1_000_000_000_000,
        _ => return None,
    })
}

fn small(word: &str) -> Option<u64> {
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

fn tens(word: &str) -> Option<u64> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// A number below one hundred: "twelve", "forty", "twenty-five" (one token).
fn below_hundred(word: &str) -> Option<u64> {
    if let Some((ten, unit)) = word.split_once('-') {
        return tens(ten)?.checked_add(small(unit).filter(|&u| u < 10)?);
    }
    small(word).or_else(|| tens(word))
}

fn exact(end: usize, value: f64, scale: u64) -> Option<Cardinal> {
    let low = (value * scale as f64).round() as u64;
    Some(Cardinal {
        end,
        low,
        high: low,
        value,
        multiplier: scale,
        grouped: false,
        vague: false,
        unit_like: false,
        fraction: false,
    })
}

/// Numbers in words: "two hundred and fifty thousand", "half a million", "a dozen", "one and a half thousand".
fn spelled_at(words: &Words<'_>, i: usize) -> Option<Cardinal> {
    let word = words.at(i);
    match word {
        "half" => {
            if words.is_phrase(i + 1, "a dozen") {
                return exact(i + 3, 6.0, 1);
            }
            let scale = (words.at(i + 1) == "a").then(|| multiplier(words.at(i + 2))).flatten()?;
            return exact(i + 3, 0.5, scale);
        }
        "another" if words.at(i + 1) == "dozen" => return exact(i + 2, 12.0, 1),
        "half-dozen" => return exact(i + 1, 6.0, 1),
        "half-a-dozen" => return exact(i + 1, 6.0, 1),
        "half-million" => return exact(i + 1, 0.5, 1_000_000),
        "a" | "an" => {
            return match words.at(i + 1) {
                "dozen" => exact(i + 2, 12.0, 1),
                "half-dozen" => exact(i + 2, 6.0, 1),
                "half-million" => exact(i + 2, 0.5, 1_000_000),
                "half" if words.at(i + 2) == "dozen" => exact(i + 3, 6.0, 1),
                "single" | "lone" => exact(i + 2, 1.0, 1),
                "pair" if words.at(i + 2) == "of" => exact(i + 2, 2.0, 1),
                "couple" if words.at(i + 2) == "of" => exact(i + 2, 2.0, 1),
                "hundred" | "thousand" | "million" if matches!(words.at(i + 1), "hundred" | "thousand" | "million") => {
                    let scale = multiplier(words.at(i + 1))?;
                    if words.is_phrase(i + 2, "and a half") {
                        return exact(i + 5, 1.5, scale);
                    }
                    compound(words, i)
                }
                "quarter" if words.is_phrase(i + 2, "of a million") => exact(i + 5, 0.25, 1_000_000),
                _ => None,
            };
        }
        _ => {}
    }
    compound(words, i)
}

/// A run of number words: the usual grammar of hundreds, thousands and millions.
fn compound(words: &Words<'_>, i: usize) -> Option<Cardinal> {
    let (mut total, mut part, mut at) = (0_u64, 0_u64, i);
    let mut last_scale = 1;
    let mut seen = false;
    // A number has a handful of words; the limit keeps a long run of them linear.
    while at < i + 14 {
        let word = words.at(at);
        if let Some(value) = below_hundred(word) {
            let below = if part.is_multiple_of(100) {
                100
            } else if part.is_multiple_of(10) && value < 10 {
                10
            } else {
                0
            };
            if seen && below == 0 || seen && last_scale == 1 && part > 0 && part < 100 && value >= 10 {
                break;
            }
            part += value;
            seen = true;
            at += 1;
        } else if matches!(word, "a" | "an") && !seen && multiplier(words.at(at + 1)).is_some() {
            part = 1;
            seen = true;
            at += 1;
        } else if word == "hundred" && seen && part > 0 && part < 100 {
            part *= 100;
            last_scale = 100;
            at += 1;
        } else if matches!(word, "thousand" | "million" | "billion" | "lakh" | "crore") && seen && part > 0 {
            let scale = multiplier(word)?;
            total = total.checked_add(part.checked_mul(scale)?)?;
            part = 0;
            last_scale = scale;
            at += 1;
        } else if word == "dozen" && seen && part > 0 && part < 100 && total == 0 {
            return exact(at + 1, (part * 12) as f64, 1);
        } else if word == "score" && seen && part > 0 && total == 0 && words.at(at + 1) != "draw" {
            return exact(at + 1, (part * 20) as f64, 1);
        } else if word == "and" && seen {
            if words.is_phrase(at, "and a half") && part > 0 && part < 100 {
                return match multiplier(words.at(at + 3)) {
                    Some(scale) => exact(at + 4, part as f64 + 0.5, scale),
                    None => None,
                };
            }
            // "two hundred and fifty" goes on; "two and three" does not.
            if last_scale < 100 || below_hundred(words.at(at + 1)).is_none() {
                break;
            }
            at += 1;
        } else {
            break;
        }
    }
    if !seen {
        return None;
    }
    let value = total.checked_add(part)?;
    // "five million" keeps its multiplier so that "four to five million" can share it.
    let shared = last_scale > 1 && part == 0 && value.is_multiple_of(last_scale);
    let scale = if shared { last_scale } else { 1 };
    exact(at, value as f64 / scale as f64, scale)
}

/// Vague counts: "dozens", "several thousand", "tens of thousands", "hundreds".
fn vague_at(words: &Words<'_>, i: usize) -> Option<Cardinal> {
    let range = |end, low, high| {
        Some(Cardinal {
            end,
            low,
            high,
            value: low as f64,
            multiplier: 1,
            grouped: false,
            vague: true,
            unit_like: false,
            fraction: false,
        })
    };
    match words.at(i) {
        "dozens" => range(i + 1, 24, 99),
        "scores" => range(i + 1, 40, 99),
        "tens" | "hundreds" if words.at(i + 1) == "of" => {
            let tens = words.at(i) == "tens";
            match words.at(i + 2) {
                "thousands" => range(i + 3, if tens { 20_000 } else { 200_000 }, if tens { 99_999 } else { 999_999 }),
                "millions" => range(
                    i + 3,
                    if tens { 20_000_000 } else { 200_000_000 },
                    if tens { 99_999_999 } else { 999_999_999 },
                ),
                _ if tens => None,
                _ => range(i + 1, 200, 999),
            }
        }
        "hundreds" => range(i + 1, 200, 999),
        "thousands" => range(i + 1, 2_000, 9_999),
        "millions" => range(i + 1, 2_000_000, 9_999_999),
        "several" | "many" | "few" | "some" => {
            if words.at(i) == "few" && words.before(i, 1) != "a" {
                return None;
            }
            match words.at(i + 1) {
                "dozen" => range(i + 2, 24, 99),
                "hundred" | "hundreds" => range(i + 2, 200, 999),
                "thousand" | "thousands" => range(i + 2, 2_000, 9_999),
                "million" | "millions" => range(i + 2, 2_000_000, 9_999_999),
                _ => None,
            }
        }
        _ => None,
    }
}
