//! Which part of a page is the article: the element that says so, else the one in which most of the prose stands.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};
use serde::Deserialize;

/// A stretch of text with fewer bytes is not prose: a link of a menu, a label.
const SHORTEST_PROSE: usize = 20;
/// The part of a page's prose that an element must hold to be searched further.
const MAJORITY: f64 = 0.7;
/// An `<article>` with less prose than this (in bytes) is a teaser.
const SHORTEST_ARTICLE: usize = 400;

/// Text in elements of furniture classes beyond this many bytes is no furniture, whatever the class says.
const LONGEST_FURNITURE: usize = 1_500;

/// Words in the class or id of furniture, from `classes.toml`.
#[derive(Debug, Default, Deserialize)]
struct Classes {
    words: HashSet<String>,
    phrases: Vec<String>,
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| toml::from_str(include_str!("classes.toml")).unwrap_or_default());

/// Bytes of prose inside each element that has any.
type Prose = HashMap<NodeId, usize>;

/// The element whose content is the article; the whole page where there is no telling.
pub(super) fn find(document: &Html) -> NodeRef<'_, Node> {
    let root = document.tree.root();
    let prose = measure(root);
    let of = |node: NodeRef<'_, Node>| prose.get(&node.id()).copied().unwrap_or(0);
    let total = of(root);
    if let Some(article) = marked(root, &prose, total) {
        return article;
    }
    let headline = sole_headline(root);
    let holds_headline = |node: NodeRef<'_, Node>| headline.is_some_and(|h| h.ancestors().any(|a| a.id() == node.id()));
    let mut here = root;
    loop {
        let most = here.children().filter(|c| c.value().is_element()).max_by_key(|c| of(*c));
        match most {
            // Standfirst and byline stand between the headline and the text.
            Some(child) if holds_headline(here) && !holds_headline(child) && !is_page(here) => break,
            Some(child) if is_majority(of(child), of(here)) && of(child) > 0 => here = child,
            _ => break,
        }
        if here.value().as_element().is_some_and(|e| is_article(e) || is_main(e) || e.name() == "p") {
            break;
        }
    }
    match here.value().as_element().map(Element::name) {
        // A single paragraph holds the most of it: what stands beside it belongs to the article too.
        Some("p" | "blockquote" | "ul" | "ol" | "li" | "pre" | "table" | "tbody" | "tr" | "span") => {
            here.parent().unwrap_or(here)
        }
        _ => here,
    }
}

/// The `<h1>` of a page that has but one.
fn sole_headline(root: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let mut all = root.descendants().filter(|n| n.value().as_element().is_some_and(|e| e.name() == "h1"));
    all.next().filter(|_| all.next().is_none())
}

fn is_page(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_none_or(|e| matches!(e.name(), "html" | "body"))
}

#[allow(clippy::cast_precision_loss, reason = "sizes of pages")]
fn is_majority(part: usize, whole: usize) -> bool {
    part as f64 >= whole as f64 * MAJORITY
}

/// The one element that is marked as the article and clearly the largest of its kind.
fn marked<'d>(root: NodeRef<'d, Node>, prose: &Prose, total: usize) -> Option<NodeRef<'d, Node>> {
    let mut best: Option<(usize, NodeRef<'d, Node>)> = None;
    let mut second = 0;
    for node in root.descendants() {
        if !node.value().as_element().is_some_and(is_article) {
            continue;
        }
        let size = prose.get(&node.id()).copied().unwrap_or(0);
        match best {
            Some((most, _)) if size <= most => second = second.max(size),
            _ => {
                second = second.max(best.map_or(0, |(most, _)| most));
                best = Some((size, node));
            }
        }
    }
    let (size, node) = best?;
    // An `articleBody` inside an `article` is nearly as large: the outer one has the standfirst and the pictures.
    let nested = second * 10 >= size * 6;
    let clear = size >= SHORTEST_ARTICLE && (second * 2 <= size || nested) && size * 3 >= total;
    clear.then_some(node)
}

fn is_article(element: &Element) -> bool {
    element.name() == "article"
        || element.attr("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("articleBody"))
        || element.attr("role").is_some_and(|r| r == "article")
}

fn is_main(element: &Element) -> bool {
    element.name() == "main" || element.attr("role").is_some_and(|r| r == "main")
}

/// Measures the prose in every element, in one pass.
fn measure(root: NodeRef<'_, Node>) -> Prose {
    let mut prose = Prose::new();
    let mut open: Vec<usize> = vec![0];
    let mut links = 0_usize;
    let mut skipped: Option<NodeId> = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Text(text) if links == 0 => {
                    let len = text.trim().len();
                    if let Some(sum) = open.last_mut().filter(|_| len >= SHORTEST_PROSE) {
                        *sum += len;
                    }
                }
                Node::Element(element) => {
                    if is_skipped(element) || is_furniture(node, element) {
                        skipped = Some(node.id());
                    } else {
                        links += usize::from(element.name() == "a");
                        open.push(0);
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if skipped == Some(node.id()) {
                    skipped = None;
                } else if skipped.is_none()
                    && let Node::Element(element) = node.value()
                {
                    links -= usize::from(element.name() == "a");
                    let sum = open.pop().unwrap_or(0);
                    if sum > 0 {
                        prose.insert(node.id(), sum);
                    }
                    if let Some(outer) = open.last_mut() {
                        *outer += sum;
                    }
                }
            }
            Edge::Open(_) => {}
        }
    }
    prose.insert(root.id(), open.first().copied().unwrap_or(0));
    prose
}

/// Elements of which a reader of the page sees no words.
pub(super) fn is_unseen(element: &Element) -> bool {
    matches!(
        element.name(),
        "script"
            | "style"
            | "svg"
            | "math"
            | "noscript"
            | "template"
            | "iframe"
            | "object"
            | "embed"
            | "select"
            | "option"
            | "input"
            | "textarea"
            | "canvas"
            | "audio"
            | "video"
            | "img"
            | "picture"
            | "map"
            | "head"
            | "frameset"
            | "applet"
            | "datalist"
            | "progress"
            | "meter"
    ) || is_hidden(element)
}

/// Elements that are never part of an article, or are not to be seen.
pub(super) fn is_skipped(element: &Element) -> bool {
    is_unseen(element)
        || matches!(element.name(), "nav" | "aside" | "footer" | "button" | "dialog" | "menu" | "label")
        || element.attr("role").is_some_and(|r| {
            matches!(
                r,
                "navigation"
                    | "banner"
                    | "complementary"
                    | "contentinfo"
                    | "search"
                    | "dialog"
                    | "menu"
                    | "menubar"
                    | "alert"
                    | "toolbar"
            )
        })
}

fn is_hidden(element: &Element) -> bool {
    element.attr("hidden").is_some_and(|h| h != "false")
        || element.attr("aria-hidden").is_some_and(|h| h == "true")
        || element.attr("style").filter(|s| s.len() < 2_000).is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// Whether the element is furniture by its class, and no larger than furniture is.
pub(super) fn is_furniture(node: NodeRef<'_, Node>, element: &Element) -> bool {
    (has_furniture_class(element) || element.name() == "form") && is_small(node)
}

/// Whether what is below `node` could be furniture: not much text, and no headline.
fn is_small(node: NodeRef<'_, Node>) -> bool {
    let mut sum = 0;
    node.descendants().all(|n| match n.value() {
        Node::Text(text) => {
            sum += text.trim().len();
            sum <= LONGEST_FURNITURE
        }
        Node::Element(element) => !matches!(element.name(), "h1" | "article" | "main"),
        _ => true,
    })
}

/// Whether class or id say that the element is furniture.
fn has_furniture_class(element: &Element) -> bool {
    if matches!(element.name(), "html" | "body" | "main" | "article" | "h1") {
        return false;
    }
    ["class", "id"].into_iter().filter_map(|name| element.attr(name)).filter(|v| v.len() < 500).any(|value| {
        let value = value.to_ascii_lowercase();
        value.split_whitespace().any(|class| {
            let class = class.replace('_', "-");
            CLASSES.phrases.iter().any(|p| class.contains(p.as_str()))
                // A word inside a longer class may be a part of anything ("article-share-enabled"): the first or the last tells.
                || class.split('-').next().is_some_and(|w| CLASSES.words.contains(w))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(class: &str) -> bool {
        let page = Html::parse_fragment(&format!("<div class=\"{class}\">x</div>"));
        page.tree.nodes().filter_map(|n| n.value().as_element()).any(has_furniture_class)
    }

    #[test]
    fn classes_of_furniture_are_known() {
        for name in [
            "share-bar",
            "newsletter_signup",
            "ad",
            "x related-articles",
            "cookie-banner",
            "visually-hidden",
            "comments",
        ] {
            assert!(class(name), "{name}");
        }
        for name in
            ["article-body", "lead", "shareholder", "adviser", "has-sidebar", "story-related-text", "entry-content", ""]
        {
            assert!(!class(name), "{name}");
        }
    }
}
