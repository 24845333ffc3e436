//! What of a page is its article, as `dom_smoothie` sees it: a port of the reader view of Firefox. And what of the page
//! that leaves out, line by line.

use std::collections::{HashMap, HashSet};

use dom_smoothie::{CandidateSelectMode, Config, Readability};
use scraper::Html;

use super::super::BlockKind;
use super::super::blocks::Draft;
use super::super::decode::clean_line;

/// Pages of more elements than this are not judged: no article has as many, and judging goes over them several times.
const MOST_ELEMENTS: usize = 100_000;
/// A longer block of the article (in bytes) is no furniture, whatever its class.
const LONGEST_FURNITURE: usize = 200;
/// The longest byline, in bytes.
const LONGEST_BYLINE: usize = 80;
/// So many scalar values of a line tell which it is.
const TELLING: usize = 80;

/// The part of the page `source` that is its article, as HTML, and its byline, which is no part of that; none where it
/// seems to have none.
pub(super) fn content(source: &str) -> Option<(Html, Option<String>)> {
    let config = Config {
        max_elements_to_parse: MOST_ELEMENTS,
        disable_json_ld: true,
        candidate_select_mode: CandidateSelectMode::Readability,
        ..Config::default()
    };
    let article = Readability::new(source, None, Some(config)).ok()?.parse().ok()?;
    Some((Html::parse_fragment(&article.content), article.byline.as_deref().and_then(names)))
}

/// The names of a byline: "By Ann Other". A line with a date or a time in it is left alone.
fn names(byline: &str) -> Option<String> {
    let line = clean_line(byline);
    let names = line.strip_prefix("By ").or_else(|| line.strip_prefix("by ")).unwrap_or(&line).trim();
    let plain =
        !names.is_empty() && names.len() <= LONGEST_BYLINE && !names.contains(|c: char| c.is_ascii_digit() || c == '@');
    plain.then(|| names.to_owned())
}

/// Takes from the `judged` blocks the short ones that are furniture by the classes of the page, which the judge takes away:
/// those that `ours` has as furniture.
pub(super) fn without_furniture(judged: &mut Vec<Draft>, ours: &[Draft], behind: &[String]) {
    let lines = ours.iter().flat_map(|d| &d.furniture).chain(behind);
    let furniture: HashSet<String> = lines.map(|line| telling(line)).collect();
    judged.retain(|d| d.text.len() > LONGEST_FURNITURE || !furniture.contains(&telling(&d.text)));
}

/// Gives each of the `drafts` those lines of the `page` that stand before it and are in none; answers what stands behind
/// the last. Both are in the order of the page.
pub(super) fn fold_around(drafts: &mut [Draft], page: Vec<String>) -> Vec<String> {
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, draft) in drafts.iter_mut().enumerate() {
        draft.furniture.clear();
        let mut lines: Vec<&str> = std::iter::once(draft.text.as_str()).chain(draft.text.lines()).collect();
        if let BlockKind::Table { rows, .. } = &draft.kind {
            lines.extend(rows.iter().flatten().map(|cell| cell.of(&draft.text)));
        }
        for line in lines {
            known.entry(telling(line)).or_default().push(index);
        }
    }
    let mut at = 0;
    let mut behind = Vec::new();
    for line in page {
        let telling = telling(&line);
        // Of lines that stand there several times, it is the next.
        let of = known.get(&telling).and_then(|all| all.iter().find(|&&i| i + 1 >= at).or(all.last()));
        match of {
            Some(&index) => at = at.max(index + 1),
            None if telling.is_empty() => {}
            None => drafts.get_mut(at).map_or(&mut behind, |draft| &mut draft.furniture).push(line),
        }
    }
    behind
}

/// The letters and digits with which a line begins.
fn telling(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).take(TELLING).collect()
}
