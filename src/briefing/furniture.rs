//! Page furniture: cookie notices, menus, share bars, newsletter prompts, comment forms. It is not part of the article.
//!
//! An article's sentence lost is worse than a menu shown: every rule is narrow, and its traps stand in the tests.

mod around;
mod glued;
mod ticker;

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::BlockKind;
use super::blocks::{self, Draft};
use super::masthead::names_in_line;

/// The words of `furniture.toml`.
#[derive(Debug, Default, Deserialize)]
struct Words {
    lines: HashSet<String>,
    recommendations: HashSet<String>,
    comment_forms: HashSet<String>,
    bar_labels: HashSet<String>,
    networks: HashSet<String>,
    bar_links: HashSet<String>,
    menu: HashSet<String>,
    scraped: HashSet<String>,
    agencies: HashSet<String>,
    glued: Vec<String>,
    notice: Vec<Notice>,
}

/// A text that says what only furniture says.
#[derive(Debug, Deserialize)]
struct Notice {
    #[serde(default)]
    begins: Vec<String>,
    #[serde(default)]
    ends: Vec<String>,
    mentions: Vec<String>,
    /// In bytes of the folded text.
    longest: usize,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(include_str!("furniture.toml")).unwrap_or_default());

/// No furniture is longer than this (in bytes).
const LONGEST: usize = 700;
/// A paragraph of at least this many bytes is part of an article.
const PROSE: usize = 200;
/// The text of a link in a menu has at most this many bytes.
const LONGEST_MENU_LINK: usize = 40;
/// As many links without a word between them are a menu.
const MENU_LINKS: usize = 3;
/// A caption of fewer bytes may be said twice on purpose.
const REPEATED: usize = 20;
/// The longest caption.
const LONGEST_CAPTION: usize = 250;
/// The longest line of sources.
const LONGEST_SOURCES: usize = 200;

/// The article with the furniture around it folded away, and the outlets that a closing line `Sources: …` names. With
/// `chosen` the drafts are already the main text of a page.
pub(super) fn fold_away(drafts: Vec<Draft>, chosen: bool) -> (Vec<Draft>, Vec<String>) {
    let mut keep: Vec<bool> = drafts.iter().map(|d| !is_furniture(d)).collect();
    drop_repeated(&drafts, &mut keep);
    drop_scraped(&drafts, &mut keep);
    ticker::drop_tickers(&drafts, &mut keep);
    cut_comment_form(&drafts, &mut keep);
    drop_recommendations(&drafts, &mut keep);
    drop_link_lists(&drafts, &mut keep);
    if !chosen {
        around::drop_page(&drafts, &mut keep);
    }
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut furniture = Vec::new();
    for (mut draft, kept) in drafts.into_iter().zip(keep) {
        furniture.append(&mut draft.furniture);
        if draft.is_aside() {
            continue;
        }
        if kept {
            draft.furniture = std::mem::take(&mut furniture);
            furniture = glued::cut(&mut draft);
            out.push(draft);
        } else {
            furniture.extend(draft.text.lines().map(str::to_owned));
        }
    }
    if !furniture.is_empty() {
        out.push(Draft::aside(furniture));
    }
    let sources = take_sources(&mut out);
    (out, sources)
}

/// Drops a comment form and what follows it.
fn cut_comment_form(drafts: &[Draft], keep: &mut [bool]) {
    // In plain text the form's next line may have joined its heading.
    let opens = |d: &Draft| d.text.split('\n').next().is_some_and(|line| WORDS.comment_forms.contains(&fold(line)));
    let Some(at) = drafts.iter().rposition(|d| is_line(d, &WORDS.comment_forms) || opens(d)) else { return };
    let prose = |d: &Draft| d.text.len() >= PROSE && d.links().next().is_none();
    // An article may follow where the form is not at its end; then only the line goes.
    if drafts[at..].iter().any(prose) {
        keep[at] = false;
    } else {
        // Footnotes are gathered at the end of a file, behind everything.
        for (draft, keep) in drafts[at..].iter().zip(&mut keep[at..]) {
            *keep &= is_footnote(&draft.text);
        }
    }
}

/// "[3] The communiqué …"
fn is_footnote(text: &str) -> bool {
    text.strip_prefix('[').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains("] "))
}

/// Removes and reads the last line, if it names the sources.
fn take_sources(drafts: &mut Vec<Draft>) -> Vec<String> {
    let Some(at) = drafts.iter().rposition(|d| d.kind != BlockKind::Rule && !d.is_aside()) else { return Vec::new() };
    let text = &drafts[at].text;
    let line = text
        .strip_prefix("Sources:")
        .or_else(|| text.strip_prefix("Source:"))
        .or_else(|| text.strip_prefix("SOURCES:"));
    match line {
        Some(names)
            if text.len() <= LONGEST_SOURCES
                && !names.trim().is_empty()
                && !names.contains(['\n', '?'])
                && !names.contains(". ") =>
        {
            let names = names_in_line(names);
            blocks::take(drafts, at);
            names
        }
        _ => Vec::new(),
    }
}

/// Whether a block is furniture by itself.
fn is_furniture(draft: &Draft) -> bool {
    let text = draft.text.as_str();
    if text.len() > LONGEST || matches!(draft.kind, BlockKind::Table { .. } | BlockKind::Preformatted | BlockKind::Rule)
    {
        return false;
    }
    let folded = fold(text);
    WORDS.lines.contains(&folded)
        // In quotation marks it is somebody's words, not the page's.
        || (!text.starts_with(['“', '"', '‘', '«']) && WORDS.notice.iter().any(|n| n.matches(&folded)))
        || is_copyright(text, &folded)
        || is_menu(draft)
        || is_share_bar(text)
}

impl Notice {
    fn matches(&self, folded: &str) -> bool {
        folded.len() <= self.longest
            && (self.begins.iter().any(|b| folded.starts_with(b.as_str()))
                || self.ends.iter().any(|e| folded.ends_with(e.as_str())))
            && folded.split(' ').any(|word| self.mentions.iter().any(|m| m == word))
    }
}

/// "© 2025 Example Media Ltd", "Copyright © 2025 …": a year or a claim of all rights; a photographer's credit is none.
fn is_copyright(text: &str, folded: &str) -> bool {
    let claim =
        ["©", "Copyright ©", "Copyright (c)", "(c) ", "Copyright 2", "Copyright 1"].iter().any(|c| text.starts_with(c));
    let year = folded.split(' ').any(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
    claim && text.len() <= 200 && (year || folded.contains("all rights reserved"))
}

/// Links with nothing between them, or a label and links.
fn is_menu(draft: &Draft) -> bool {
    let text = &draft.text;
    if text.starts_with("Skip to ") && text.contains(" | ") {
        return true;
    }
    let mut beside = String::new();
    let (mut at, mut links, mut long) = (0, 0, false);
    for link in draft.links().filter(|l| !l.is_empty()) {
        beside.push_str(text.get(at..link.start).unwrap_or_default());
        at = at.max(link.end);
        links += 1;
        long |= link.len() > LONGEST_MENU_LINK;
    }
    if links == 0 {
        return false;
    }
    beside.push_str(text.get(at..).unwrap_or_default());
    let label = fold(&beside);
    let every_link = |known: &HashSet<String>| draft.links().all(|l| known.contains(&fold(l.of(text))));
    if label.is_empty() && every_link(&WORDS.bar_links) {
        return true;
    }
    let bar = matches!(draft.kind, BlockKind::Paragraph) && links >= MENU_LINKS && label.is_empty() && !long;
    bar || (WORDS.bar_labels.contains(&label) && beside.contains(':'))
}

/// "Share: Facebook · X · WhatsApp · Email", the links lost.
fn is_share_bar(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(':') else { return false };
    WORDS.bar_labels.contains(&fold(label))
        && rest.split(['|', '·', ',', '•', '/']).all(|part| WORDS.networks.contains(&fold(part)))
}

/// A caption that stands below its picture as well as in it.
fn drop_repeated(drafts: &[Draft], keep: &mut [bool]) {
    for (at, pair) in drafts.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let caption = |d: &Draft| d.kind == BlockKind::Paragraph && (REPEATED..LONGEST_CAPTION).contains(&d.text.len());
        if caption(first) && caption(second) && fold(&first.text) == fold(&second.text) {
            keep[at + 1] = false;
        }
    }
}

/// What a program for saving pages writes about a page below its text: "Page Structure", "Links", "Metadata".
fn drop_scraped(drafts: &[Draft], keep: &mut [bool]) {
    let mut dropping = None;
    for (at, draft) in drafts.iter().enumerate() {
        if let BlockKind::Heading(level) = draft.kind {
            let listed = WORDS.scraped.contains(&fold(&draft.text));
            dropping = match dropping {
                Some(outer) if level > outer => dropping,
                // A section of the article may have such a name: it has sentences.
                _ => (listed && !has_prose(&drafts[at + 1..], level)).then_some(level),
            };
        }
        keep[at] &= dropping.is_none();
    }
}

/// Whether there is a paragraph of sentences before the next heading of this level or above.
fn has_prose(drafts: &[Draft], level: u8) -> bool {
    let section = drafts.iter().take_while(|d| !matches!(d.kind, BlockKind::Heading(other) if other <= level));
    section
        .into_iter()
        .any(|d| d.kind == BlockKind::Paragraph && d.text.len() >= 80 && d.text.ends_with(['.', '”', '"']))
}

/// Removes "Related articles" and the links below it.
fn drop_recommendations(drafts: &[Draft], keep: &mut [bool]) {
    let mut dropping = false;
    for at in 0..drafts.len() {
        // The heading alone may head a section of the article: only with links below it is it furniture.
        let named = is_line(&drafts[at], &WORDS.recommendations) || is_more_from(&drafts[at]);
        let opens = named && drafts.get(at + 1).is_some_and(is_only_link);
        dropping = opens || (dropping && is_only_link(&drafts[at]));
        keep[at] &= !dropping;
    }
}

/// "More from The Gazette"
fn is_more_from(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Heading(_) | BlockKind::Paragraph)
        && draft.text.len() <= 60
        && ["More from ", "More on ", "More in "].iter().any(|m| draft.text.starts_with(m))
}

fn drop_link_lists(drafts: &[Draft], keep: &mut [bool]) {
    let prose = |d: &Draft| d.kind == BlockKind::Paragraph && d.text.len() >= PROSE;
    let first = drafts.iter().position(prose).unwrap_or(0);
    let last = drafts.iter().rposition(prose).unwrap_or(drafts.len());
    let mut at = 0;
    while at < drafts.len() {
        let entry = |d: &Draft| {
            matches!(d.kind, BlockKind::ListItem { .. }) && is_only_link(d) && d.text.len() <= LONGEST_MENU_LINK
        };
        let run = drafts[at..].iter().take_while(|d| entry(d)).count();
        if run > MENU_LINKS && (at < first || at > last) {
            keep[at..at + run].fill(false);
        }
        at += run.max(1);
    }
}

/// Whether all of a block's text is one link.
fn is_only_link(draft: &Draft) -> bool {
    draft.links().any(|l| l.start == 0 && l.end == draft.text.len() && !l.is_empty())
}

fn is_line(draft: &Draft, lines: &HashSet<String>) -> bool {
    draft.text.len() <= 80
        && matches!(draft.kind, BlockKind::Heading(_) | BlockKind::Paragraph)
        && lines.contains(&fold(&draft.text))
}

/// Letters and digits in lower case, single spaces between.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if std::mem::take(&mut gap) && !out.is_empty() {
                out.push(' ');
            }
            out.extend(c.to_lowercase());
        } else {
            // "editors' picks" and "editors picks" are the same.
            gap |= !matches!(c, '\'' | '’');
        }
    }
    out
}

#[cfg(test)]
mod tests;
