//! HTML → the metadata of a page and the drafts of its article. The parser is `scraper`'s; everything here walks its tree
//! without recursion, for pages may nest as deep as they like.

mod article;
mod aside;
mod metadata;
mod tame;
mod walk;

use scraper::Html;

use super::blocks::Draft;
use super::front_matter::Fields;

/// The metadata and the article of a whole page.
pub(super) fn page(source: &str) -> (Fields, Vec<Draft>) {
    let document = Html::parse_document(&tame::tame(source));
    let article = article::find(&document);
    let (mut drafts, mut behind) = walk::drafts(article, false);
    if drafts.iter().all(|d| d.text.is_empty()) {
        // Where all of a page seems to be furniture, it is the article.
        (drafts, behind) = walk::drafts(article, true);
    }
    let (before, after) = aside::Aside::around(document.tree.root(), article.id());
    if let Some(first) = drafts.first_mut() {
        first.furniture.splice(0..0, before);
    }
    behind.extend(after);
    if !behind.is_empty() {
        drafts.push(Draft::aside(behind));
    }
    let opening = drafts.iter().take(3).filter_map(|d| d.text.lines().next()).map(str::to_owned).collect();
    (metadata::fields(&document, article, opening), drafts)
}

/// The blocks of HTML that stands inside another format.
pub(super) fn fragment(source: &str) -> Vec<Draft> {
    let tags_only = !source.contains(|c: char| !c.is_whitespace()) || comment_only(source.trim());
    if tags_only {
        return Vec::new();
    }
    let (mut drafts, behind) = walk::drafts(Html::parse_fragment(&tame::tame(source)).tree.root(), false);
    if !behind.is_empty() {
        drafts.push(Draft::aside(behind));
    }
    drafts
}

fn comment_only(source: &str) -> bool {
    source.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")).is_some_and(|(_, rest)| rest.trim().is_empty())
}
