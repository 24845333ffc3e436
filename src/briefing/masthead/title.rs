//! The title: the stated one, else what the head of the text gives, else the file's name.

use std::path::Path;

use super::super::blocks::{self, Draft};
use super::super::decode::clean_line;
use super::super::{BlockKind, Origin, Place, dateline};
use super::Masthead;

/// The title is looked for in so many blocks: menus and kickers may stand before it.
const HEAD: usize = 10;
/// A title is cut off behind this many characters.
const LONGEST_TITLE: usize = 300;
/// The first line of a text is its title when it has at most this many characters.
const LONGEST_TITLE_LINE: usize = 200;
/// A line longer than this (in bytes) that holds a whole sentence and more is a paragraph.
const LONGEST_TITLE_WITH_STOPS: usize = 80;

/// Settles the title: the stated one, else the first heading, else the first line, else the file's name. The block that
/// says the title is taken from `drafts`, so that it does not stand there twice.
pub(in crate::briefing) fn settle_title(masthead: &mut Masthead, path: &Path, drafts: &mut Vec<Draft>) {
    if !masthead.title.is_empty() {
        let wanted = folded(&masthead.title);
        let repeats = |d: &Draft| {
            let first_line = d.text.lines().next().unwrap_or_default();
            matches!(d.kind, BlockKind::Heading(_) | BlockKind::Paragraph) && folded(first_line) == wanted
        };
        if let Some(at) = drafts.iter().take(HEAD).position(repeats) {
            drafts[at].drop_first_line();
            if drafts[at].text.is_empty() {
                blocks::take(drafts, at);
            }
        }
        return;
    }
    // Further down it heads a part of the article.
    let first_heading = drafts.iter().take(HEAD).position(|d| d.kind == BlockKind::Heading(1));
    let at = first_heading.or_else(|| {
        let first = drafts.iter().position(|d| d.kind != BlockKind::Rule)?;
        let draft = &drafts[first];
        let title = match draft.kind {
            BlockKind::Heading(_) => true,
            BlockKind::Paragraph => draft.quote_depth == 0 && reads_as_title(&draft.text),
            _ => false,
        };
        title.then_some(first)
    });
    let (title, origin) = match at {
        Some(at) => {
            let block = blocks::take(drafts, at);
            let part = if matches!(block.kind, BlockKind::Heading(_)) { "heading" } else { "first line" };
            (shortened(&clean_line(&block.text)), Origin::new(Place::Text, part))
        }
        None => (file_title(path), Place::FileName.into()),
    };
    (masthead.title, masthead.origins.title) = (title, Some(origin));
}

/// Whether the first line of a text can be its title: one line, not the opening paragraph of the article.
fn reads_as_title(line: &str) -> bool {
    let sentences = || {
        let ends = line.match_indices(". ").filter(|(at, _)| line[at + 2..].starts_with(char::is_uppercase)).count();
        ends > 0 && line.len() > LONGEST_TITLE_WITH_STOPS
    };
    !line.contains('\n') && line.chars().count() <= LONGEST_TITLE_LINE && !dateline::opens(line) && !sentences()
}

/// The file's name without its ending.
fn file_title(path: &Path) -> String {
    let stem = path.file_stem().map(|s| clean_line(&s.to_string_lossy())).unwrap_or_default();
    if stem.is_empty() || stem == "-" { "Untitled".to_owned() } else { shortened(&stem) }
}

/// Letters and digits in lower case: what makes two titles the same.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A title that is not endless.
pub(super) fn shortened(title: &str) -> String {
    match title.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}
