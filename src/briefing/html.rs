//! HTML → the metadata of a page and the drafts of its article. The parser is `scraper`'s; everything here walks its tree
//! without recursion, for pages may nest as deep as they like.

mod article;
mod aside;
mod main_text;
mod metadata;
mod tame;
mod walk;

use ego_tree::NodeRef;
use scraper::{Html, Node};

use super::Place;
use super::blocks::Draft;
use super::fields::{Field, Fields};

/// What is less than this part of the marked article (one of so many) is not all of it.
const LITTLE: usize = 3;

/// The metadata and the article of a whole page.
pub(super) fn page(source: &str) -> (Fields, Vec<Draft>) {
    let source = tame::tame(source);
    let document = Html::parse_document(&source);
    let article = article::find(&document);
    let (ours, behind) = walk::drafts(article, false);
    let opening = ours.iter().take(3).filter_map(|d| d.text.lines().next()).map(str::to_owned).collect();
    let (mut drafts, byline) = main_part(&source, article, ours, &behind);
    let behind = main_text::fold_around(&mut drafts, aside::Aside::of_page(document.tree.root()));
    if !behind.is_empty() {
        drafts.push(Draft::aside(behind));
    }
    let mut fields = metadata::fields(&document, article, opening);
    fields.extend(byline.map(|names| Field::text(Place::Text, "byline", names)));
    (fields, drafts)
}

/// The blocks of a page's article, and its byline where that is none of them: what the judge takes for it, or `ours`, those
/// of the element that looks like the article to us. Pages laid out in tables are older than any judge, and where it has
/// little of ours, it erred.
fn main_part(
    source: &str,
    article: NodeRef<'_, Node>,
    ours: Vec<Draft>,
    behind: &[String],
) -> (Vec<Draft>, Option<String>) {
    let length = |drafts: &[Draft]| drafts.iter().map(|d| d.text.len()).sum::<usize>();
    let in_table =
        article.ancestors().chain([article]).any(|n| n.value().as_element().is_some_and(|e| e.name() == "td"));
    let judged = if in_table { None } else { main_text::content(source) };
    let (mut judged, byline) = match judged {
        Some((content, byline)) => (walk::drafts(content.tree.root(), false).0, byline),
        None => (Vec::new(), None),
    };
    if !judged.is_empty() && length(&judged) * LITTLE >= length(&ours) {
        main_text::without_furniture(&mut judged, &ours, behind);
        (judged, byline)
    } else if length(&ours) > 0 {
        (ours, None)
    } else {
        // Where all of a page seems to be furniture, it is the article.
        (walk::drafts(article, true).0, None)
    }
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
