//! What a laid-out briefing looks like, and that its offsets and columns agree.

use std::path::PathBuf;

use super::*;
use crate::briefing::{Block, Masthead};
use proptest::prelude::*;

/// A briefing of these blocks, which are joined by blank lines.
fn briefing(blocks: &[(BlockKind, &str)]) -> Briefing {
    let mut text = String::new();
    let mut built = Vec::new();
    for (kind, words) in blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(words);
        built.push(Block {
            kind: kind.clone(),
            span: Span::new(start, text.len()),
            quote_depth: 0,
            styles: Vec::new(),
        });
    }
    Briefing {
        path: PathBuf::new(),
        sha256: String::new(),
        masthead: Masthead::default(),
        text,
        blocks: built,
        folds: Vec::new(),
        declared: Default::default(),
        warnings: Vec::new(),
    }
}

fn drawn(briefing: &Briefing, width: u16) -> Vec<String> {
    let page = Page::new(briefing, width, &[], false);
    let draw = |line: &Line| {
        let mut out = String::new();
        for piece in &line.pieces {
            while out.width() < usize::from(piece.column) {
                out.push(' ');
            }
            match &piece.content {
                Content::Text(span) => out.push_str(span.of(&briefing.text)),
                Content::Ornament(ornament) => out.push_str(ornament),
            }
        }
        out
    };
    page.lines.iter().map(draw).collect()
}

#[test]
fn lines_break_at_words_and_wide_characters_count_twice() {
    let b = briefing(&[(BlockKind::Paragraph, "one two three"), (BlockKind::Paragraph, "习近平在北京会见")]);
    assert_eq!(drawn(&b, 8), ["one two", "three", "", "习近平在", "北京会见"]);
}

#[test]
fn a_word_longer_than_the_line_is_broken() {
    assert_eq!(drawn(&briefing(&[(BlockKind::Paragraph, "abcdefghijkl m")]), 8), ["abcdefgh", "ijkl m"]);
}

#[test]
fn list_items_hang_under_their_marker_and_stand_close() {
    let item = |marker: &str| BlockKind::ListItem { depth: 1, marker: Some(marker.to_owned()) };
    let b = briefing(&[(item("•"), "one two three"), (item("10."), "four")]);
    assert_eq!(drawn(&b, 10), ["• one two", "  three", "10. four"]);
}

fn table() -> Briefing {
    let mut b = briefing(&[(BlockKind::Paragraph, "Side | Troops\nRussia | 100,000")]);
    let cell = |words: &str| {
        let start = b.text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let rows = vec![vec![cell("Side"), cell("Troops")], vec![cell("Russia"), cell("100,000")]];
    b.blocks[0].kind = BlockKind::Table { rows, header: true };
    b
}

#[test]
fn a_table_stands_in_columns_where_they_fit_and_as_lists_where_not() {
    assert_eq!(drawn(&table(), 20), ["Side   │ Troops", "───────┼────────", "Russia │ 100,000"]);
    assert_eq!(drawn(&table(), 14), ["Side", "  Troops", "", "Russia", "  Troops: ", "  100,000"]);
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_page_and_no_word_is_lost(words in "[a-zé习 ’-]{0,200}", width in 8u16..60) {
        let b = briefing(&[(BlockKind::Paragraph, words.trim())]);
        let page = Page::new(&b, width, &[], false);
        for line in drawn(&b, width) {
            prop_assert!(line.width() <= usize::from(width));
        }
        let shown: String = page.lines.iter().filter_map(|l| l.span).flat_map(|s| s.of(&b.text).chars()).filter(|c| !c.is_whitespace()).collect();
        let whole: String = b.text.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(shown, whole);
    }

    #[test]
    fn a_column_leads_back_to_its_offset(words in "[a-zé习 -]{1,120}", width in 8u16..40) {
        let b = briefing(&[(BlockKind::Paragraph, words.trim())]);
        let page = Page::new(&b, width, &[], false);
        for (number, line) in page.lines.iter().enumerate() {
            for (i, _) in line.span.map_or("", |s| s.of(&b.text)).grapheme_indices(true) {
                let offset = line.span.unwrap().start + i;
                prop_assert_eq!(page.line_of(offset), number);
                let column = page.column_of(&b.text, number, offset);
                prop_assert_eq!(page.offset_at(&b.text, number, column), Some(offset));
            }
        }
    }
}
