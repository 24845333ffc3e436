//! Tickers: times and headlines in turn, the newest first, as pages have them beside an article.

use super::super::BlockKind;
use super::super::blocks::Draft;

/// So many headlines make a ticker.
const LEAST: usize = 3;
/// The longest headline, in bytes.
const HEADLINE: usize = 140;

/// Takes tickers out of `keep`. The times of a programme go forward, and a live report has sentences behind its times.
pub(super) fn drop_tickers(drafts: &[Draft], keep: &mut [bool]) {
    let mut at = 0;
    while at < drafts.len() {
        let Some(end) = ticker(&drafts[at..]) else {
            at += 1;
            continue;
        };
        keep[at..at + end].fill(false);
        at += end;
    }
}

/// How many of the first blocks are a ticker.
fn ticker(drafts: &[Draft]) -> Option<usize> {
    let (mut headlines, mut whole) = (0, None);
    let (mut last, mut open) = (u32::MAX, false);
    for (at, draft) in drafts.iter().enumerate() {
        if !matches!(draft.kind, BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Heading(_)) {
            break;
        }
        for line in draft.text.lines() {
            let (time, headline) = split_time(line);
            match time {
                Some(time) if !open && time <= last => last = time,
                None if open => {}
                _ => return whole,
            }
            open = headline.is_empty();
            if !open {
                if headline.len() > HEADLINE || headline.ends_with(['.', '”', '"', ':']) {
                    return whole;
                }
                headlines += 1;
            }
        }
        if !open && headlines >= LEAST {
            whole = Some(at + 1);
        }
    }
    whole
}

/// The time at the beginning of a line, in minutes, and what follows: "04:15 Talks resume".
fn split_time(line: &str) -> (Option<u32>, &str) {
    let end = line.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(line.len());
    let number = |text: &str, limit: u32| text.parse().ok().filter(|&n: &u32| n < limit);
    let time = line[..end].split_once([':', '.']).and_then(|(hours, minutes)| {
        let both = (1..=2).contains(&hours.len()) && minutes.len() == 2;
        both.then(|| Some(number(hours, 24)? * 60 + number(minutes, 60)?)).flatten()
    });
    match time {
        Some(_) => (time, line[end..].trim_start_matches([' ', '-', '–', '—', '|', ':', '/']).trim()),
        None => (None, line.trim()),
    }
}
