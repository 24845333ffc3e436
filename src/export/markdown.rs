//! Bookmarks as Markdown: `> quote`, the note, the tags, the citation; grouped by briefing.
//!
//! The article's and the reader's words are escaped: nothing in them acts as Markdown or HTML.

use super::{Item, Location, cite, one_line};
use crate::bookmarks::BriefingRef;

/// How an export begins.
pub(super) const HEADING: &str = "# Bookmarks\n";

/// How the last line of an export begins; the version follows.
pub(super) const SIGNATURE: &str = "Written by attaché ";

pub(super) fn render(items: &[Item<'_>]) -> String {
    let mut out = HEADING.to_owned();
    let mut group: Option<&BriefingRef> = None;
    for item in items {
        let briefing = &item.bookmark.briefing;
        if group.is_none_or(|last| last.sha256 != briefing.sha256 || last.path != briefing.path) {
            out.push_str(&format!("\n## {}\n\nFile: {}", escape(&one_line(&briefing.title)), file(briefing)));
            group = Some(briefing);
        }
        out.push_str(&one(item));
    }
    out.push_str(&format!("\n---\n\n{SIGNATURE}{}.\n", env!("CARGO_PKG_VERSION")));
    out
}

fn one(item: &Item<'_>) -> String {
    let bookmark = item.bookmark;
    let mut out = String::from("\n");
    for line in lines(&bookmark.anchor.quote) {
        out.push_str(if line.is_empty() { ">" } else { "> " });
        out.push_str(&line);
        out.push('\n');
    }
    if !bookmark.note.trim().is_empty() {
        out.push('\n');
        for line in lines(&bookmark.note) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    if !bookmark.tags.is_empty() {
        out.push_str(&format!("\nTags: {}\n", escape(&one_line(&bookmark.tags.join(", ")))));
    }
    out.push_str(&format!("\n— {}\n", cite(&bookmark.briefing, escape, link)));
    let place = match item.location {
        Location::Exact { start, end } => format!("characters {start} to {end}"),
        Location::Moved { start, end } => format!("found again in the changed file, characters {start} to {end}"),
        Location::Orphan => "**the file no longer says this**".to_owned(),
        Location::NoFile => "the file cannot be read".to_owned(),
    };
    out.push_str(&format!("\nBookmark {}: {place}\n", escape(&one_line(&bookmark.id))));
    out
}

fn file(briefing: &BriefingRef) -> String {
    let path = escape(&one_line(&briefing.path.to_string_lossy()));
    format!("{path}, SHA-256 {}\n", escape(&one_line(&briefing.sha256)))
}

/// An address as a link, where it is one that a browser opens; else as words.
fn link(url: &str) -> String {
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && !url.contains(['<', '>', '\\', ' ']) { format!("<{url}>") } else { escape(url) }
}

/// The lines of a text, escaped, with hard breaks: they stay the lines they are. Without the blanks at the ends of
/// lines, of which Markdown makes code and breaks, and without empty lines at the ends.
fn lines(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.trim().lines().map(|line| escape(line.trim())).collect();
    let breaks = |i: usize| lines.get(i + 1).is_some_and(|next| !next.is_empty()) && !lines[i].is_empty();
    lines.iter().enumerate().map(|(i, line)| if breaks(i) { format!("{line}\\") } else { line.clone() }).collect()
}

/// One line of plain text as Markdown that shows the same. Beside what CommonMark acts upon this covers `$` (mathematics),
/// `#`, `=` and `%` (Obsidian's tags, highlights and comments), `:` and `@` (addresses, which some turn into links).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '^' | '$' | '#' | '=' | '%' | '{'
            | '}' => true,
            // At the start of a line it defines a term.
            ':' => at == 0 || text[at..].starts_with("://"),
            '@' => true,
            // Only these begin a list or a rule, and only at the start of a line.
            '-' | '+' => at == 0,
            '.' | ')' => at > 0 && at == digits,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(if c.is_control() { '\u{fffd}' } else { c });
    }
    // GFM makes a link of a bare www. too.
    if out.contains("www.") { out.replace("www.", "www\\.") } else { out }
}

#[cfg(test)]
mod tests {
    use super::super::tests::bookmark;
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    #[test]
    fn a_bookmark_is_a_quotation_with_its_note_tags_and_citation() {
        let bookmark = bookmark();
        let text = render(&[Item { bookmark: &bookmark, location: Location::Exact { start: 11, end: 54 } }]);
        let expected = format!(
            r#"# Bookmarks

## Leaders "talk"

File: /briefings/a b.md, SHA-256 00ff

> an estimated 100,000 troops\
> near the border

Compare with\
the figure of \*May\*.

Tags: troops, border\_talks

— A. Writer, B. Writer, "Leaders "talk"", Example Wire, 2021-12-30, <https://example.org/a>

Bookmark a1b2c3: characters 11 to 54

---

{SIGNATURE}{}.
"#,
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(text, expected);
        assert!(super::super::is_export(&text) && !super::super::is_export("# Bookmarks\n\nof mine"));
    }

    /// What Markdown makes of `text`: its words, and what in it acts.
    fn read(text: &str) -> (String, Vec<String>) {
        let (mut words, mut acts) = (String::new(), Vec::new());
        for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::SoftBreak | Event::HardBreak => words.push('\n'),
                Event::Start(Tag::Paragraph) if !words.is_empty() => words.push_str("\n\n"),
                Event::Start(Tag::Paragraph | Tag::BlockQuote(None)) | Event::End(_) => {}
                other => acts.push(format!("{other:?}")),
            }
        }
        (words, acts)
    }

    proptest! {
        #[test]
        fn no_word_of_a_note_or_quotation_acts_as_markdown(
            text in "([-#>*+=_~`|:$ .)(!&<a0-9\\[\\]\\\\\"'^%@{}/\n\t]|www\\.|https://|&amp;|<b>|<!--|---|1\\. |    x|\\PC){0,40}"
        ) {
            let plain: Vec<&str> = text.trim().lines().map(str::trim).collect();
            for prefix in ["", "> "] {
                let markdown: String = lines(&text).iter().map(|line| format!("{prefix}{line}\n")).collect();
                let (words, acts) = read(&markdown);
                prop_assert_eq!(acts, Vec::<String>::new(), "{}", markdown);
                let squeeze = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
                let shown: String = plain.join("\n").chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect();
                prop_assert_eq!(squeeze(&words), squeeze(&shown), "{}", markdown);
            }
        }
    }
}
