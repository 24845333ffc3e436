//! A part of an HTML tree → drafts.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::Node;
use scraper::node::Element;

use super::super::InlineStyle;
use super::super::blocks::{Draft, Inline, TableBuilder, link_target, text_kind};
use super::article::{is_furniture, is_skipped, is_unseen};
use super::aside::Aside;

/// A table with a cell longer than this (in bytes) lays out a page.
const LONGEST_CELL: usize = 400;

/// The blocks below `root`, each with the furniture that stood before it, and what stood behind the last; with
/// `everything`, only code is left out.
pub(super) fn drafts(root: NodeRef<'_, Node>, everything: bool) -> (Vec<Draft>, Vec<String>) {
    let mut walker = Walker {
        everything,
        in_article: root.value().as_element().is_some_and(|e| e.name() == "article"),
        ..Walker::default()
    };
    let mut skipped: Option<NodeId> = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(_) if skipped.is_some() => {}
            Edge::Open(node) => match node.value() {
                Node::Text(text) => walker.text(text),
                Node::Element(element) if node.id() != root.id() && walker.skips(node, element) => {
                    if !everything && !is_unseen(element) {
                        walker.aside.gather(node);
                    }
                    skipped = Some(node.id());
                }
                Node::Element(element) => walker.open(node, element),
                _ => {}
            },
            Edge::Close(node) => {
                if skipped == Some(node.id()) {
                    skipped = None;
                } else if skipped.is_none()
                    && let Node::Element(element) = node.value()
                {
                    walker.close(element);
                }
            }
        }
    }
    walker.flush();
    (walker.out, walker.aside.take())
}

/// What is known while the tree passes.
#[derive(Default)]
struct Walker {
    out: Vec<Draft>,
    inline: Inline,
    /// Nothing but code is furniture.
    everything: bool,
    in_article: bool,
    quote_depth: u8,
    /// One for each open list: the number of its next item, if numbered.
    lists: Vec<Option<u64>>,
    marker: Option<String>,
    heading: Option<u8>,
    preformatted: usize,
    /// The table whose cells are taken together; `<table>` elements inside it are only counted.
    table: Option<TableBuilder>,
    /// One for each open `<table>`: whether it is `table`.
    tables: Vec<bool>,
    /// Inside the number of a footnote.
    note: bool,
    /// The last thing was a line break.
    broken: bool,
    /// The furniture since the last block.
    aside: Aside,
}

impl Walker {
    fn skips(&self, node: NodeRef<'_, Node>, element: &Element) -> bool {
        if self.everything {
            return matches!(element.name(), "script" | "style" | "head" | "noscript");
        }
        // The header of a page is furniture, that of an article holds its headline and standfirst.
        let page_header = element.name() == "header" && !self.in_article && !has_headline(node);
        page_header || is_skipped(element) || is_furniture(node, element)
    }

    fn text(&mut self, text: &str) {
        if self.preformatted > 0 {
            // The first line end behind `<pre>` is the parser's business; the others count.
            self.inline.push_verbatim(text);
        } else {
            self.broken &= text.trim().is_empty();
            self.inline.push(text);
        }
    }

    fn open(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        if let Some(style) = style_of(element) {
            self.inline.open(style);
            return;
        }
        if self.table.is_some() {
            self.open_in_table(element);
            return;
        }
        match element.name() {
            "br" => self.line_break(),
            "hr" => {
                self.flush();
                self.out.push(Draft::rule(self.quote_depth));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.heading = element.name()[1..].parse().ok();
            }
            "ul" | "ol" => {
                self.flush();
                let start = element.attr("start").and_then(|s| s.parse().ok()).unwrap_or(1);
                self.lists.push((element.name() == "ol").then_some(start));
            }
            "li" => {
                self.flush();
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{}.", *number - 1)
                    }
                    _ => "•".to_owned(),
                });
            }
            "blockquote" => {
                self.flush();
                self.quote_depth = self.quote_depth.saturating_add(1);
            }
            "pre" => {
                self.flush();
                self.preformatted += 1;
            }
            "table" => {
                self.flush();
                let data = is_data_table(node);
                self.tables.push(data);
                if data {
                    let header = node.descendants().find_map(|n| {
                        let name = n.value().as_element()?.name();
                        matches!(name, "th" | "td").then_some(name == "th")
                    });
                    self.table = Some(TableBuilder::new(header.unwrap_or(false)));
                }
            }
            "article" | "main" => {
                self.flush();
                self.in_article = true;
            }
            "sup" if is_note(node) => {
                self.inline.push("[");
                self.note = true;
            }
            name if is_block(name) => self.flush(),
            _ => {}
        }
    }

    fn open_in_table(&mut self, element: &Element) {
        match element.name() {
            "tr" => {
                if let Some(table) = &mut self.table {
                    table.row();
                }
            }
            "table" => self.tables.push(false),
            "br" => self.inline.push(" "),
            name if is_block(name) => self.inline.push(" "),
            _ => {}
        }
    }

    fn close(&mut self, element: &Element) {
        if let Some(style) = style_of(element) {
            self.inline.close(&style);
            return;
        }
        let name = element.name();
        if self.table.is_some() && !(name == "table" && self.tables.last() == Some(&true)) {
            match name {
                "td" | "th" => {
                    if let Some(table) = &mut self.table {
                        table.cell(&mut self.inline);
                    }
                }
                "table" => drop(self.tables.pop()),
                _ if is_block(name) => self.inline.push(" "),
                _ => {}
            }
            return;
        }
        match name {
            "table" => {
                self.flush();
                self.tables.pop();
                if let Some(table) = self.table.take() {
                    self.inline = Inline::default();
                    self.out.extend(table.finish(self.quote_depth));
                }
            }
            "ul" | "ol" => {
                self.flush();
                self.lists.pop();
            }
            "li" => {
                self.flush();
                self.marker = None;
            }
            "blockquote" => {
                self.flush();
                self.quote_depth = self.quote_depth.saturating_sub(1);
            }
            "pre" => {
                self.flush();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            "sup" if std::mem::take(&mut self.note) => self.inline.push("]"),
            _ if is_block(name) => self.flush(),
            _ => {}
        }
    }

    /// One break ends a line, two end a paragraph.
    fn line_break(&mut self) {
        if self.preformatted > 0 {
            self.inline.push_verbatim("\n");
        } else if std::mem::replace(&mut self.broken, true) {
            self.flush();
        } else {
            self.inline.line_break();
        }
    }

    /// Ends the block so far.
    fn flush(&mut self) {
        let kind = text_kind(self.preformatted > 0, self.heading, self.lists.len(), self.marker.as_ref());
        self.broken = false;
        if let Some(mut draft) = self.inline.take(kind, self.quote_depth) {
            draft.furniture = self.aside.take();
            self.out.push(draft);
            self.marker = None;
            self.heading = None;
        }
    }
}

/// Whether a header holds a headline and no menu.
fn has_headline(header: NodeRef<'_, Node>) -> bool {
    let mut names = header.descendants().filter_map(|n| n.value().as_element()).map(Element::name);
    let mut headline = false;
    names.all(|name| {
        headline |= name == "h1";
        name != "nav"
    }) && headline
}

/// Whether a raised number is the mark of a footnote: it is a link, or stands in one.
fn is_note(sup: NodeRef<'_, Node>) -> bool {
    let is_link = |n: NodeRef<'_, Node>| n.value().as_element().is_some_and(|e| e.name() == "a");
    let linked = sup.parent().is_some_and(is_link) || sup.children().any(is_link);
    let mut digits = 0;
    let number = sup.descendants().take(8).filter_map(|n| n.value().as_text()).all(|text| {
        digits += text.trim().len();
        text.trim().bytes().all(|b| b.is_ascii_digit())
    });
    linked && number && (1..=3).contains(&digits)
}

fn style_of(element: &Element) -> Option<InlineStyle> {
    Some(match element.name() {
        "em" | "i" | "cite" | "dfn" => InlineStyle::Emphasis,
        "strong" | "b" => InlineStyle::Strong,
        "code" | "kbd" | "samp" | "tt" => InlineStyle::Code,
        "s" | "del" | "strike" => InlineStyle::Struck,
        "mark" => InlineStyle::Highlight,
        "a" => {
            InlineStyle::Link(element.attr("href").filter(|h| h.len() <= 2_000).map(link_target).unwrap_or_default())
        }
        _ => return None,
    })
}

/// Whether an element of this name begins a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "figure"
            | "figcaption"
            | "dl"
            | "dt"
            | "dd"
            | "address"
            | "details"
            | "summary"
            | "fieldset"
            | "center"
            | "form"
            | "body"
            | "html"
            | "td"
            | "th"
            | "tr"
            | "caption"
            | "tbody"
            | "thead"
            | "tfoot"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hgroup"
            | "li"
            | "ul"
            | "ol"
            | "dir"
            | "search"
            | "legend"
            | "title"
            | "frame"
            | "time-block"
            | "blockquote"
            | "pre"
            | "table"
            | "hr"
    )
}

/// Whether a table is one: several rows and columns of short cells, no tables inside.
fn is_data_table(table: NodeRef<'_, Node>) -> bool {
    let (mut rows, mut cells, mut cell_bytes) = (0, 0, 0);
    for node in table.descendants().skip(1) {
        match node.value() {
            Node::Text(text) => {
                cell_bytes += text.trim().len();
                if cell_bytes > LONGEST_CELL {
                    return false;
                }
            }
            Node::Element(element) => match element.name() {
                "table" | "h1" | "h2" | "h3" | "article" | "blockquote" => return false,
                "tr" => rows += 1,
                "td" | "th" => {
                    cells += 1;
                    cell_bytes = 0;
                }
                _ => {}
            },
            _ => {}
        }
    }
    rows >= 2 && cells > rows
}
