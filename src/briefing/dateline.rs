//! The date of publication as the head of an article prints it: a dateline, or a line that is a date and little else.
//! A date inside a sentence or a caption is not one.

use super::BlockKind;
use super::blocks::Draft;
use super::dates::{self, Reading};
use crate::text::month_number;

/// As many blocks below the title are looked at.
const REACH: usize = 8;
/// A paragraph of at least this many bytes is the article itself.
const PROSE: usize = 250;
/// A date line has at most this many bytes.
const LONGEST_LINE: usize = 160;

/// Words that may stand beside the date of a date line.
const COMPANIONS: [&str; 40] = [
    "published",
    "posted",
    "date",
    "on",
    "at",
    "first",
    "for",
    "immediate",
    "release",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "am",
    "pm",
    "gmt",
    "utc",
    "bst",
    "est",
    "edt",
    "cet",
    "cest",
    "et",
    "min",
    "minute",
    "minutes",
    "read",
];

/// A date at the head of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Printed {
    /// What it says: a day, or one of two.
    pub(super) reading: Reading,
    /// How it is printed: "dateline" or "date line".
    pub(super) part: &'static str,
}

/// The date that the head of an article states.
pub(super) fn find(drafts: &[Draft]) -> Option<Printed> {
    let paragraphs = drafts.iter().take(REACH).filter(|d| d.kind == BlockKind::Paragraph && d.quote_depth == 0);
    // Several lines that are days and no more head the entries of a timeline: the first is no date of publication.
    let timeline = drafts.iter().filter(|d| is_entry(&d.text)).nth(1).is_some();
    let mut prose = false;
    for draft in paragraphs {
        // Behind the first paragraph of prose a date belongs to the story.
        if prose {
            return None;
        }
        let line = |line: &str| if timeline && is_entry(line) { None } else { date_line(line) };
        if let Some(reading) = dateline(&draft.text) {
            return Some(Printed { reading, part: "dateline" });
        }
        if let Some(reading) = draft.text.lines().find_map(line) {
            return Some(Printed { reading, part: "date line" });
        }
        prose = draft.text.len() >= PROSE;
    }
    None
}

/// Whether a paragraph opens with a dateline, with or without a year: "KYIV, Feb 5 (Agency) - …".
pub(super) fn opens(text: &str) -> bool {
    dateline_head(text).is_some()
}

/// The date of "GENEVA, 14 August 2024 – Talks opened".
fn dateline(text: &str) -> Option<Reading> {
    dates::find(dateline_head(text)?).map(|(reading, _)| reading)
}

/// What stands before the dash of a dateline: "GENEVA, 14 August 2024", "CARACAS, Venezuela (Wire)".
fn dateline_head(text: &str) -> Option<&str> {
    let head = &text[..text.char_indices().nth(80).map_or(text.len(), |(i, _)| i)];
    let dash = ["—", "–", " - ", " -- "].iter().filter_map(|d| head.find(d)).min()?;
    let head = head[..dash].trim_end();
    let place: &str = head.split([',', '(']).next()?.trim();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 3 && !place.chars().any(|c| c.is_lowercase() || c.is_ascii_digit());
    // All in capitals without anything behind the place is a headline with a dash.
    (capitals && head.len() > place.len()).then_some(head)
}

/// The date of a line that says nothing else: "June 24, 2025", "Published: Sunday 17 August 2025 18.42 BST · 4 min read".
fn date_line(line: &str) -> Option<Reading> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    line.split(['|', '·', '•']).find_map(|part| {
        let (reading, range) = dates::find(part)?;
        let beside = format!("{} {}", &part[..range.start], &part[range.end..]);
        let known = |word: &str| {
            let word = word.to_ascii_lowercase();
            word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) || COMPANIONS.contains(&word.as_str())
        };
        let dated = beside.split(|c: char| !c.is_alphanumeric()).all(known);
        let signed =
            is_byline(&part[..range.start]) && part[range.end..].split(|c: char| !c.is_alphanumeric()).all(known);
        let placed = part[range.end..].trim().is_empty() && is_place(&part[..range.start]);
        (dated || placed || signed).then_some(reading)
    })
}

/// "By Helen Marwick in Jerusalem and Tom Fairlie in Damascus Tuesday ", "Compiled by the research desk, Friday "
fn is_byline(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
    matches!(first.as_str(), "by" | "compiled" | "written" | "reported" | "filed" | "prepared" | "edited")
        && !text.contains(['.', '?', '!'])
}

/// Whether a line is a day and no more, with or without its year: "6 August", "Tuesday, March 3, 2020".
fn is_entry(line: &str) -> bool {
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let known = |word: &&str| {
        word.bytes().all(|b| b.is_ascii_digit())
            || month_number(word).is_some()
            || COMPANIONS.contains(&word.to_ascii_lowercase().as_str())
    };
    (2..=4).contains(&words.len()) && words.iter().all(known) && words.iter().any(|w| month_number(w).is_some())
}

/// Whether `text` is a place and a comma, with or without a weekday: "Geneva, Thursday, ". Only a weekday tells a place of
/// several parts from a caption: "United Nations Headquarters, New York, Wednesday, ".
fn is_place(text: &str) -> bool {
    let Some(text) = text.trim_end().strip_suffix(',') else { return false };
    let mut parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let dated = parts.last().is_some_and(|last| COMPANIONS.contains(&last.to_ascii_lowercase().as_str()));
    if dated {
        parts.pop();
    }
    let capitalised = |part: &&str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        (1..=3).contains(&words.len()) && words.iter().all(|w| w.starts_with(char::is_uppercase))
    };
    (1..=if dated { 3 } else { 1 }).contains(&parts.len()) && parts.iter().all(capitalised)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;

    fn head(lines: &[&str]) -> Option<Date> {
        let draft = |l: &&str| Draft { text: (*l).to_owned(), ..Draft::plain(BlockKind::Paragraph, "") };
        find(&lines.iter().map(draft).collect::<Vec<_>>())?.reading.day()
    }

    #[test]
    fn datelines_and_date_lines_date_an_article() {
        for (line, year, month, day) in [
            ("GENEVA, 14 August 2024 – Talks opened on Wednesday.", 2024, 8, 14),
            ("NEW YORK (Agency), Feb. 5, 2022 — The council met.", 2022, 2, 5),
            ("June 24, 2025", 2025, 6, 24),
            ("FOR IMMEDIATE RELEASE\nJune 24, 2025", 2025, 6, 24),
            ("Sunday 17 August 2025 18.42 BST · 4 min read", 2025, 8, 17),
            ("Geneva, Thursday, 21 November 1985", 1985, 11, 21),
            ("New York, 8 December 1987", 1987, 12, 8),
            ("United Nations Headquarters, New York, Tuesday, 8 December 1987", 1987, 12, 8),
            ("Published On 27 Feb 2026", 2026, 2, 27),
            (
                "By Ann Marwick in Rome and Tom Fairlie in Bari Tuesday 6 January 2009 19.10 GMT · Comments (2)",
                2009,
                1,
                6,
            ),
            ("Compiled by the research desk, Friday 18 January 1991", 1991, 1, 18),
            ("By Anna Verhoeven | 16 November 2017 • 2:15pm", 2017, 11, 16),
        ] {
            assert_eq!(head(&["Prelude.", line]), Some(date(year, month, day)), "{line}");
        }
    }

    #[test]
    fn dates_of_something_else_date_nothing() {
        for line in [
            "KYIV, Feb 5 (Agency) - The president will fly to Moscow.",
            "The treaty of 8 December 1987 is dead.",
            "A soldier near the border on 11 August 2025. Photograph: A. Nobody",
            "Signed at Washington, 8 December 1987",
            "The Soviet leader in Washington, 8 December 1987",
            "Mikhail Gorbachev, Washington, 8 December 1987",
            "Updated 3 May 2024",
            "11/08/2025",
            "Signed at Washington, December 8, 1987 - and forgotten.",
        ] {
            assert_eq!(head(&[line]), None, "{line}");
        }
        assert_eq!(head(&["2 August 1990", "A war began.", "6 August", "It went on."]), None, "a timeline's entry");
        let prose = "The talks went on. ".repeat(20);
        assert_eq!(head(&[&prose, "June 24, 2025"]), None, "behind the first paragraph of prose");
    }
}
