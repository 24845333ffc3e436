//! Numbers of every shape, and words that are none.

use super::*;
use crate::extract::fixture::{annotated, briefing};

/// Each count of `text`: its words, its numbers, its bound.
fn counts(text: &str) -> Vec<String> {
    let briefing = briefing(text);
    let annotated = annotated(&briefing);
    let words = Words::new(&annotated);
    find(&words)
        .iter()
        .map(|c| {
            let said = words.span(&c.tokens).of(text);
            match c.bound {
                Bound::Range => format!("{said} = {}..{}", c.low, c.high),
                Bound::Exact => format!("{said} = {}", c.low),
                bound => format!("{said} = {} {bound:?}", c.low),
            }
        })
        .collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(&counts(text), expected, "{text}");
    }
}

#[test]
fn digits_in_every_grouping() {
    check(&[
        ("with 100,000 men", &["100,000 = 100000"]),
        ("with 30 000 men", &["30 000 = 30000"]),
        ("with 1 000 000 men", &["1 000 000 = 1000000"]),
        ("with 30\u{202f}000 men", &["30\u{202f}000 = 30000"]),
        ("with 8.350 men", &["8.350 = 8350"]),
        ("with 1.200.000 men", &["1.200.000 = 1200000"]),
        ("with 1.2 million men", &["1.2 million = 1200000"]),
        ("with 1,5 million men", &["1,5 million = 1500000"]),
        ("with 190k men", &["190k = 190000"]),
        ("with 40 000 men", &["40 000 = 40000"]),
    ]);
}

#[test]
fn number_words_and_mixtures() {
    check(&[
        ("twenty-five tanks", &["twenty-five = 25"]),
        ("half a million men", &["half a million = 500000"]),
        ("a dozen boats and two dozen guns", &["a dozen = 12", "two dozen = 24"]),
        ("one and a half thousand men", &["one and a half thousand = 1500"]),
        ("a million and a half men", &["a million and a half = 1500000"]),
        ("two hundred and fifty thousand men", &["two hundred and fifty thousand = 250000"]),
        ("three thousand four hundred men", &["three thousand four hundred = 3400"]),
        ("half a dozen jets", &["half a dozen = 6"]),
        ("a single ship", &["a single = 1"]),
        ("five tanks and six guns", &["five = 5", "six = 6"]),
    ]);
}

#[test]
fn ranges_have_two_numbers() {
    check(&[
        ("between 850 and 1,100 men", &["between 850 and 1,100 = 850..1100"]),
        ("between about 850 and 1,100 men", &["between about 850 and 1,100 = 850..1100"]),
        ("50,000 to 60,000 men", &["50,000 to 60,000 = 50000..60000"]),
        ("50,000-60,000 men", &["50,000-60,000 = 50000..60000"]),
        ("50,000–60,000 men", &["50,000–60,000 = 50000..60000"]),
        ("8,000 or 9,000 men", &["8,000 or 9,000 = 8000..9000"]),
        ("five to six thousand men", &["five to six thousand = 5000..6000"]),
        ("10-15,000 men", &["10-15,000 = 10000..15000"]),
        ("1.2 to 1.5 million men", &["1.2 to 1.5 million = 1200000..1500000"]),
        ("two or three brigades", &["two or three = 2..3"]),
    ]);
}

#[test]
fn vague_counts_are_ranges() {
    check(&[
        ("dozens of boats", &["dozens = 24..99"]),
        ("scores of boats", &["scores = 40..99"]),
        ("hundreds of boats", &["hundreds = 200..999"]),
        ("several thousand men", &["several thousand = 2000..9999"]),
        ("tens of thousands of men", &["tens of thousands = 20000..99999"]),
        ("hundreds of thousands of men", &["hundreds of thousands = 200000..999999"]),
        ("nearly two dozen men", &["nearly two dozen = 24 About"]),
    ]);
}

#[test]
fn a_bound_covers_the_number_it_stands_before() {
    check(&[
        ("an estimated 100,000 men", &["an estimated 100,000 = 100000 About"]),
        ("at least 40 tanks and 12 guns", &["at least 40 = 40 AtLeast", "12 = 12"]),
        ("no more than 7,500 men", &["no more than 7,500 = 7500 AtMost"]),
        ("as many as 8,000 men", &["as many as 8,000 = 8000 AtMost"]),
        ("just over 300 men", &["just over 300 = 300 AtLeast"]),
        ("500 or more", &["500 or more = 500 AtLeast"]),
        ("500 at most", &["500 at most = 500 AtMost"]),
        ("another 143,500", &["another 143,500 = 143500"]),
        ("at least another 200 men", &["at least another 200 = 200 AtLeast"]),
    ]);
}

#[test]
fn ordinals_names_and_times_are_no_counts() {
    check(&[
        ("the 22nd Brigade of F-16s and T-72s", &[]),
        ("a Shahed-136/131", &[]),
        ("at 18:40 on the first day", &[]),
        ("the 1990s", &[]),
    ]);
}
