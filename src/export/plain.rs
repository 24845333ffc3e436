//! A briefing as plain text, for other programs and for paper: what the reader sees, without the screen.

use std::fmt::Write;

use crate::briefing::{Block, BlockKind, Briefing};

/// The title, what the briefing says of itself, and the article: a paragraph a line, blocks parted by blank lines, lists and
/// quotations with their signs. Page furniture is left out. Ends with a newline.
#[must_use]
pub fn to_plain_text(briefing: &Briefing) -> String {
    let masthead = &briefing.masthead;
    let mut out = String::with_capacity(briefing.text.len() + 256);
    let _ = writeln!(out, "{}", masthead.title);
    let date = masthead.date.map(|d| d.to_string()).unwrap_or_default();
    let about = [date, masthead.authors.join(", "), masthead.sources.join(", ")];
    let about = about.iter().filter(|a| !a.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ");
    for line in [about.as_str(), masthead.url.as_deref().unwrap_or_default()].into_iter().filter(|l| !l.is_empty()) {
        let _ = writeln!(out, "{line}");
    }
    let mut before: Option<&Block> = None;
    for block in briefing.blocks.iter().filter(|b| b.kind != BlockKind::Title) {
        let item = |b: &Block| matches!(b.kind, BlockKind::ListItem { .. });
        if !before.is_some_and(|before| item(before) && item(block)) {
            out.push('\n');
        }
        push(&mut out, &briefing.text, block);
        before = Some(block);
    }
    out
}

/// Appends a block, each of its lines behind the signs of the quotations and lists that it stands in.
fn push(out: &mut String, text: &str, block: &Block) {
    let quotation = "> ".repeat(block.quote_depth.into());
    let (first, further) = match &block.kind {
        BlockKind::ListItem { depth, marker } => {
            let outer = "  ".repeat(usize::from(*depth).saturating_sub(1));
            let marker = marker.as_deref().unwrap_or(" ");
            (format!("{outer}{marker} "), format!("{outer}{} ", " ".repeat(marker.chars().count())))
        }
        BlockKind::Preformatted => ("    ".to_owned(), "    ".to_owned()),
        _ => (String::new(), String::new()),
    };
    if block.kind == BlockKind::Rule {
        let _ = writeln!(out, "{quotation}* * *");
    }
    for (index, line) in block.span.of(text).lines().enumerate() {
        let lead = if index == 0 { &first } else { &further };
        let _ = writeln!(out, "{quotation}{lead}{line}");
    }
}
