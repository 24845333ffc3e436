//! What holds for every file, whatever is in it: no panic, sound spans, nothing that acts on a terminal, no hang.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::time::{Duration, Instant};

use attache::briefing::{BlockKind, Briefing, InlineStyle};
use attache::text::Span;
use proptest::prelude::*;

const NAMES: [&str; 4] = ["a.md", "a.txt", "a.html", "-"];

/// Characters that could act on a terminal, turn the direction of writing, or hide.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// Panics where a briefing breaks a promise of its type.
fn check(briefing: &Briefing) {
    let text = &briefing.text;
    assert!(!text.chars().any(|c| c != '\n' && acts(c)), "the text acts: {text:?}");
    let masthead = &briefing.masthead;
    let mut strings: Vec<&str> = vec![&masthead.title];
    strings.extend(
        masthead.sources.iter().chain(&masthead.authors).chain(&masthead.tags).chain(&masthead.url).map(String::as_str),
    );
    strings.extend(briefing.warnings.iter().map(String::as_str));
    for block in &briefing.blocks {
        strings.extend(
            block
                .styles
                .iter()
                .filter_map(|s| if let InlineStyle::Link(t) = &s.style { Some(t.as_str()) } else { None }),
        );
        if let BlockKind::ListItem { marker: Some(marker), .. } = &block.kind {
            strings.push(marker);
        }
    }
    assert!(!strings.iter().any(|s| s.chars().any(acts)), "{strings:?}");

    let sound = |span: Span| text.get(span.start..span.end).is_some();
    assert_eq!(briefing.blocks[0].kind, BlockKind::Title);
    assert_eq!(briefing.blocks[0].span.of(text), masthead.title);
    let mut at = 0;
    for block in &briefing.blocks {
        assert!(sound(block.span) && block.span.start >= at, "{block:?}");
        assert!(text[at..block.span.start].chars().all(|c| c == '\n'), "text outside of blocks");
        assert_eq!(block.span.is_empty(), block.kind == BlockKind::Rule, "{block:?}");
        at = block.span.end;
        let mut start = 0;
        for style in &block.styles {
            assert!(
                sound(style.span) && block.span.covers(style.span) && !style.span.is_empty(),
                "{style:?} in {block:?}"
            );
            assert!(style.span.start >= start, "styles in order");
            start = style.span.start;
        }
        if let BlockKind::Table { rows, .. } = &block.kind {
            assert!(rows.iter().flatten().all(|c| sound(*c) && block.span.covers(*c)), "{block:?}");
        }
    }
    assert_eq!(at, text.len(), "the blocks cover the text");
}

fn check_all(bytes: &[u8]) {
    for name in NAMES {
        if let Ok(briefing) = Briefing::parse(Path::new(name), bytes) {
            check(&briefing);
        }
    }
}

/// Pieces of markup, of furniture and of dates, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "---\n",
        "+++\n",
        "title: x\n",
        "title = 'x'\n",
        "date: 2024-05-17\n",
        "# ",
        "## ",
        "- ",
        "  - ",
        "1. ",
        "> ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "==",
        "~~",
        "[",
        "](",
        ")",
        "[^1]",
        "[^1]: ",
        "| ",
        "|\n|-|-|\n",
        "\n",
        "\n\n",
        "***\n",
        "<p>",
        "</p>",
        "<div>",
        "<b>",
        "</b>",
        "<br>",
        "<li>",
        "<ul>",
        "</ul>",
        "<table><tr><td>",
        "</td>",
        "<th>",
        "</table>",
        "<a href='https://a.example'>",
        "</a>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<blockquote>",
        "<pre>",
        "</pre>",
        "<h1>",
        "</h1>",
        "&#27;",
        "&#x202e;",
        "&shy;",
        "&amp;",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{200b}",
        "\t",
        "\r\n",
        "é",
        "👩\u{200d}👩",
        "e\u{301}",
        "Kyiv ",
        "words ",
        "17 May 2024",
        "Leave a Reply\n",
        "Sources: AP",
        "Advertisement\n",
        "[x](https://b.example)",
        "<https://c.example>",
        "    code\n",
        "- [x] ",
        "[[Name|x]]",
        "\\",
        "  \n",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_all(&bytes);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}|[\\x00-\\x1f\\x7f-\\u{9f}\\u{2000}-\\u{206f} a<>*\\[\\]]{0,80}") {
        check_all(text.as_bytes());
    }

    #[test]
    fn any_markup_is_read(text in pieces()) {
        check_all(text.as_bytes());
    }

    #[test]
    fn the_words_of_a_markdown_text_survive_and_its_marks_do_not(words in prop::collection::vec("[a-z]{3,9}", 4..30)) {
        let body: String = words.chunks(4).map(|chunk| match chunk {
            [a, b, c, d] => format!("{a} **{b}** ==marked {c}== [{d}](https://a.example), *so it was said*.\n\n"),
            rest => format!("- {} and so on\n\n", rest.join(" ")),
        }).collect();
        let briefing = Briefing::parse(Path::new("a.md"), format!("---\ntitle: T\n---\n{body}").as_bytes()).unwrap();
        prop_assert!(!briefing.text.contains(['*', '=', '[', ']', '#', '_']));
        for word in &words {
            prop_assert!(briefing.text.contains(word.as_str()));
        }
    }
}

#[test]
fn hostile_repetition_takes_no_longer_than_its_length() {
    let many = |piece: &str| piece.repeat(200_000 / piece.len());
    let markdown = [
        "*",
        "_",
        "[",
        "]",
        "<",
        ">",
        "> ",
        "`",
        "``` \n",
        "![",
        "](",
        "==",
        "==a",
        "**a",
        "*a_",
        "|",
        "|-|\n",
        "- ",
        "1. ",
        "~",
        "<!--",
        "<a ",
        "&",
        "&#",
        "\\",
        "[^1]",
        "[a]: b\n",
        "[[",
        "- a\n ",
        "> a\n\n",
        "# ",
        "<div>\n\n",
        "a\n",
        "[a](",
        "http://",
    ];
    let html = [
        "<div>",
        "<b>",
        "<a>",
        "<table><tr><td>",
        "<ul><li>",
        "<p>",
        "<blockquote>",
        "<font><p></font>",
        "<!--",
        "<br>",
        "<span>a</span>",
        "<i><p>",
        "<h1>",
        "<div class=ad>",
        "<form>",
        "&",
        "<svg>",
        "<select>",
        "<a x",
        "<p a=\"",
        "</p",
        "<article>",
        "<time datetime=1>",
        "<template>",
        "<b><table>",
    ];
    let text = [
        "> ",
        "- ",
        "a\n",
        "A\n\n",
        "1. a\n",
        " ",
        "\n",
        "a   b\n",
        "17 ",
        "May 17, ",
        "12/",
        "KYIV, ",
        "Sources: ",
        "Leave a Reply\n\n",
    ];
    for (name, pieces) in [("a.md", &markdown[..]), ("a.html", &html[..]), ("a.txt", &text[..])] {
        for piece in pieces {
            let begun = Instant::now();
            if let Ok(briefing) = Briefing::parse(Path::new(name), many(piece).as_bytes()) {
                check(&briefing);
            }
            // A generous multiple of what a debug build on a busy machine needs; quadratic work takes minutes.
            assert!(begun.elapsed() < Duration::from_secs(20), "{name} of {piece:?} took {:?}", begun.elapsed());
        }
    }
}
