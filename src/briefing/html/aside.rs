//! What stands around an article on its page, line by line: menus, banners, recommendations, forms.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::Node;
use scraper::node::Element;

use super::super::decode::clean_line;
use super::article::is_unseen;
use super::walk::is_block;

/// So many lines of a page are looked at; more is a directory, which nobody unfolds to read.
const MOST_LINES: usize = 10_000;
/// No line is longer than so many scalar values.
const LONGEST_LINE: usize = 300;

/// Gathers lines.
#[derive(Debug, Default)]
pub(super) struct Aside {
    lines: Vec<String>,
    line: String,
    /// How many lines were gathered, those taken included.
    count: usize,
}

impl Aside {
    /// Gathers the lines of all that is seen of `node`.
    pub(super) fn gather(&mut self, node: NodeRef<'_, Node>) {
        let mut skipped: Option<NodeId> = None;
        for edge in node.traverse() {
            match edge {
                Edge::Open(_) if skipped.is_some() => {}
                Edge::Open(here) => match here.value() {
                    Node::Text(text) => self.push(text),
                    Node::Element(element) if is_unseen(element) => skipped = Some(here.id()),
                    Node::Element(element) => self.edge(element),
                    _ => {}
                },
                Edge::Close(here) if skipped == Some(here.id()) => skipped = None,
                Edge::Close(here) => {
                    if let Some(element) = here.value().as_element().filter(|_| skipped.is_none()) {
                        self.edge(element);
                    }
                }
            }
        }
        self.end_line();
    }

    /// All lines that are seen of a page.
    pub(super) fn of_page(document: NodeRef<'_, Node>) -> Vec<String> {
        let mut all = Self::default();
        all.gather(document);
        all.take()
    }

    /// The lines so far.
    pub(super) fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.lines)
    }

    fn push(&mut self, text: &str) {
        // Enough for the longest line, whatever its characters.
        if self.line.len() < LONGEST_LINE * 4 && self.count < MOST_LINES {
            let room = LONGEST_LINE * 4 - self.line.len();
            let end = (0..=room.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            self.line.push_str(&text[..end]);
        }
    }

    fn edge(&mut self, element: &Element) {
        if is_block(element.name()) || matches!(element.name(), "br" | "nav" | "aside" | "footer" | "button") {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.line);
        let line: String =
            clean_line(&words.split_whitespace().collect::<Vec<_>>().join(" ")).chars().take(LONGEST_LINE).collect();
        if !line.is_empty() && self.count < MOST_LINES {
            self.count += 1;
            self.lines.push(line);
        }
    }
}
