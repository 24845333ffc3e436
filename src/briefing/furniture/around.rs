//! A whole page copied as Markdown or plain text: which stretch of its blocks is the article.
//!
//! Menus, lists of headlines and footers are long runs of links and of lines that are no sentences; an article is a run of
//! sentences. Each block is given points for what it looks like, and the article is the stretch with the most of them
//! (Kadane's maximum subarray). What stands around it goes only where there is plainly a page around: a clean clipping
//! with a short list at its end keeps it.

use std::ops::Range;

use super::super::BlockKind;
use super::super::blocks::Draft;
use super::{WORDS, fold, is_only_link};

/// So many bytes of running text outside of links make a block a piece of prose.
const PROSE: usize = 80;
/// A line that is no sentence is one of a menu or list up to this length in bytes.
const FRAGMENT: usize = 120;
/// The points of a block of furniture or of one link alone.
const LINK: i32 = -15;
/// The points of a short line that is no sentence.
const LINE: i32 = -5;
/// The points of a short sentence.
const SENTENCE: i32 = 3;
/// A byte of prose gives a tenth of a point, up to so many points.
const MOST: i32 = 60;
/// There is a page around the article where what stands there has as many points as this or fewer.
const PAGE: i32 = -75;
/// The same where little of it is known to be furniture: a list of names at an article's end is not.
const LIST: i32 = -200;
/// So many blocks that are known for furniture tell of a page.
const KNOWN: usize = 3;
/// The points of a heading: it belongs to what follows.
const HEADING: i32 = -1;
/// The points of a line at which readers' comments begin: no article goes on behind it.
const COMMENTS: i32 = -1000;
/// What stands between two pieces of prose costs so many points at most.
const GAP: i32 = -100;
/// What has no link and no word of a menu in it, so many.
const LOOSE: i32 = -25;
/// An article has at least so many points.
const LEAST: i32 = 25;
/// So many lines at the end may belong to the article rather than to the page behind it.
const CLOSING: usize = 3;
/// The longest label of a list, in bytes.
const LABEL: usize = 60;
/// Running text has a mark of punctuation in so many bytes.
const LONGEST_PLAIN: usize = 250;
/// A headline is looked for in so many blocks before the article's first sentences.
const HEADLINE_REACH: usize = 16;
/// A headline has at least so many words: menus say less.
const HEADLINE_WORDS: usize = 5;

/// Takes what stands around the article, and lists of links inside it, out of `keep`. What was furniture by itself
/// already is.
pub(super) fn drop_page(drafts: &[Draft], keep: &mut [bool]) {
    let points: Vec<i32> = drafts.iter().zip(&*keep).map(|(draft, &kept)| points(draft, kept)).collect();
    let Some((first, last)) = richest(&points) else { return };
    // Where there is as much elsewhere, nothing says which of it is the article.
    let prose = |points: &[i32]| points.iter().filter(|&&p| p > 0).sum::<i32>();
    let own = prose(&points[first..=last]);
    if own < LEAST || own * 3 < prose(&points) {
        return;
    }
    let (before, after) = (is_page(&points[..first]), is_page(&points[last + 1..]));
    if before {
        let head = headline(drafts, keep, first);
        keep[..head].fill(false);
        for at in head..first {
            keep[at] &= points[at] > LINK;
        }
    }
    if after {
        // "Additional reporting by …" belongs to what stands above it.
        let lines = points[last + 1..].iter().take_while(|&&p| p > LINK).count();
        let from = last + 1 + if lines <= CLOSING { lines } else { 0 };
        keep[from..].fill(false);
    }
    if before || after {
        drop_insets(&points, first..last, keep);
    }
}

/// Whether there is a page rather than the ends of an article in blocks of these points.
fn is_page(points: &[i32]) -> bool {
    let known = points.iter().filter(|&&p| p <= LINK).count();
    let least = if known >= KNOWN { PAGE } else { LIST };
    points.iter().filter(|&&p| p < 0).sum::<i32>() <= least
}

/// Drops lists of links between the paragraphs of an article that stands in a page.
fn drop_insets(points: &[i32], article: Range<usize>, keep: &mut [bool]) {
    let mut at = article.start;
    while at < article.end {
        let gap = points[at..article.end].iter().take_while(|&&p| p < 0).count();
        let run = at..at + gap;
        if points[run.clone()].iter().filter(|&&p| p <= LINK).count() >= KNOWN {
            for at in run {
                // The heading of the paragraphs behind stays.
                keep[at] &= points[at] == HEADING && points.get(at + 1).is_some_and(|&next| next >= 0);
            }
        }
        at += gap.max(1);
    }
}

/// How much a block looks like a piece of an article (above 0) or of a page (below).
fn points(draft: &Draft, kept: bool) -> i32 {
    if draft.kind == BlockKind::Rule || draft.text.is_empty() {
        return 0;
    }
    if !kept {
        return LINK;
    }
    let text = draft.text.as_str();
    let linked: usize = draft.links().map(|l| l.len()).sum();
    let free = text.len().saturating_sub(linked);
    match draft.kind {
        BlockKind::Table { .. } | BlockKind::Preformatted => 0,
        _ if opens_comments(text) => COMMENTS,
        _ if opens_others(text) => LINK,
        _ if linked * 5 >= text.len() * 4 => LINK,
        BlockKind::Heading(_) => HEADING,
        _ if linked > free => LINE,
        _ => text.lines().map(line_points).sum::<i32>().min(MOST),
    }
}

/// The points of a line.
fn line_points(line: &str) -> i32 {
    if line.len() >= PROSE && has_sentences(line) {
        return i32::try_from(line.len() / 10).unwrap_or(MOST).min(MOST);
    }
    let folded = fold(line);
    if WORDS.menu.contains(&folded) || WORDS.lines.contains(&folded) || WORDS.networks.contains(&folded) {
        LINK
    } else if has_sentences(line) {
        SENTENCE
    } else if line.len() <= FRAGMENT {
        LINE
    } else {
        0
    }
}

/// Whether links to other articles begin here.
fn opens_others(text: &str) -> bool {
    text.len() <= LABEL && WORDS.recommendations.contains(&fold(text))
}

/// Whether readers' comments begin here: "23 comments".
fn opens_comments(text: &str) -> bool {
    let folded = fold(text.lines().next().filter(|line| line.len() <= LABEL).unwrap_or_default());
    let counted = folded.split_once(' ').is_some_and(|(count, noun)| {
        matches!(noun, "comment" | "comments") && count.bytes().all(|b| b.is_ascii_digit())
    });
    counted || WORDS.comment_forms.contains(&folded)
}

/// Whether the text ends as a sentence or a quotation does, and is not a long list of words before that. Of scripts
/// other than ours nothing is known: they are taken for sentences.
fn has_sentences(text: &str) -> bool {
    let end = text.trim_end_matches(['”', '"', '’', '\'', ')', '»', ' ']);
    let ends = end.ends_with(['.', '?', '!', ':', ';']) && !end.ends_with("...");
    let stops = || text.matches([',', '.', '?', '!', '…']).count();
    let foreign = || text.chars().filter(|c| c.is_alphabetic() && *c > '\u{24f}').count() * 4 > text.len();
    match text.len() {
        length if length < LONGEST_PLAIN => ends || text.contains(". ") || foreign(),
        length => stops() * LONGEST_PLAIN >= length || foreign(),
    }
}

/// The first and last block of the stretch with the most points. What stands between two pieces of prose costs no more
/// than [`GAP`], however long it is.
fn richest(points: &[i32]) -> Option<(usize, usize)> {
    let (mut best, mut best_at) = (0, None);
    let (mut sum, mut from) = (0, 0);
    let (mut gap, mut links) = (0, 0);
    for (at, &own) in points.iter().enumerate() {
        if own <= COMMENTS {
            (sum, gap, links) = (0, 0, 0);
        } else if own <= 0 {
            gap += own;
            links += i32::from(own <= LINK);
        } else {
            sum += std::mem::take(&mut gap).max(GAP * std::mem::take(&mut links).min(5) / 5 + LOOSE);
            if sum <= 0 {
                (sum, from) = (0, at);
            }
            sum += own;
            if sum > best {
                (best, best_at) = (sum, Some((from, at)));
            }
        }
    }
    best_at
}

/// Where what belongs to the article begins before its first sentences: at its headline.
fn headline(drafts: &[Draft], keep: &[bool], first: usize) -> usize {
    let near = first.saturating_sub(HEADLINE_REACH);
    let may_be = |&at: &usize| keep[at] && !is_only_link(&drafts[at]);
    let heading =
        |level: u8| (near..first).rev().filter(may_be).find(|&at| drafts[at].kind == BlockKind::Heading(level));
    let line = || {
        let long = |&at: &usize| drafts[at].text.split_whitespace().count() >= HEADLINE_WORDS;
        (near..first).filter(may_be).find(long)
    };
    heading(1).or_else(|| heading(2)).or_else(line).unwrap_or(first)
}
