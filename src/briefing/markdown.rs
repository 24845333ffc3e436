//! Markdown → drafts, by the events of `pulldown-cmark`. HTML inside goes to [`super::html`].

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::blocks::{Draft, Inline, TableBuilder, link_target, text_kind};
use super::{InlineStyle, html};

/// A line shorter than this (in bytes) that is not the last of its paragraph was ended on purpose: a date line, an address.
const DELIBERATE_LINE: usize = 30;

/// The end of a highlight is looked for in so many bytes.
const HIGHLIGHT_REACH: usize = 4_000;

/// The blocks of a Markdown text.
pub(super) fn drafts(source: &str) -> Vec<Draft> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS;
    let mut reader = Reader { source, ..Reader::default() };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.flush();
    reader.out
}

/// What is known while the events pass.
#[derive(Default)]
struct Reader<'s> {
    source: &'s str,
    out: Vec<Draft>,
    inline: Inline,
    quote_depth: u8,
    /// One for each open list: the number of its next item, if numbered.
    lists: Vec<Option<u64>>,
    /// The marker of the item whose first block is still to come.
    marker: Option<String>,
    heading: Option<u8>,
    code: bool,
    table: Option<TableBuilder>,
    /// A part of the source that has been read already.
    passed: std::ops::Range<usize>,
    /// Inside a link that is the number of a footnote.
    note: bool,
    /// Inside an image, whose words are not part of the article.
    images: usize,
    /// Inline `<script>` or `<style>`, whose content is dropped up to its end.
    raw_element: Option<&'static str>,
    /// The lines of an HTML block.
    html: String,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: std::ops::Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.inline.push_verbatim(&text),
            Event::Text(text) => {
                let inside = self.passed.contains(&range.start);
                let passed = if inside { (self.passed.end - range.start).min(text.len()) } else { 0 };
                self.text(text.get(passed..).unwrap_or_default(), range.end);
            }
            Event::Code(code) if self.visible() => {
                self.inline.open(InlineStyle::Code);
                self.inline.push(&code);
                self.inline.close(&InlineStyle::Code);
            }
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) => self.inline_html(&tag),
            Event::FootnoteReference(label) if self.visible() => self.inline.push(&format!("[{label}]")),
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak if self.table.is_some() || self.heading.is_some() => self.inline.push(" "),
            Event::HardBreak => self.inline.line_break(),
            Event::Rule => {
                self.flush();
                self.out.push(Draft::rule(self.quote_depth));
            }
            Event::TaskListMarker(done) => self.marker = Some(if done { "☑" } else { "☐" }.to_owned()),
            _ => {}
        }
    }

    fn visible(&self) -> bool {
        self.images == 0 && self.raw_element.is_none()
    }

    fn start(&mut self, tag: Tag<'_>, range: std::ops::Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.flush_unless_fresh();
            }
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(level_number(level));
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quote_depth = self.quote_depth.saturating_add(1);
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = true;
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                self.flush();
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{}.", *number - 1)
                    }
                    _ => "•".to_owned(),
                });
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.inline.push(&format!("[{label}] "));
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(TableBuilder::new(true));
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.row();
                }
            }
            Tag::Emphasis => self.inline.open(InlineStyle::Emphasis),
            Tag::Strong => self.inline.open(InlineStyle::Strong),
            Tag::Strikethrough => self.inline.open(InlineStyle::Struck),
            Tag::Link { dest_url, link_type, .. } => {
                let wiki = matches!(link_type, LinkType::WikiLink { .. });
                let bracketed = if wiki { self.target_behind(range.end) } else { None };
                let target = link_target(bracketed.as_deref().unwrap_or(&dest_url));
                self.inline.open(InlineStyle::Link(target));
                self.note = bracketed.is_some() || is_note(&self.source[range]);
                if self.note {
                    self.inline.push("[");
                }
            }
            Tag::Image { .. } => self.images += 1,
            Tag::HtmlBlock => {
                self.flush();
                self.html.clear();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.flush();
                self.raw_element = None;
                if tag == TagEnd::Item {
                    self.marker = None;
                }
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quote_depth = self.quote_depth.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::TableCell => {
                self.close_highlight();
                if let Some(table) = &mut self.table {
                    table.cell(&mut self.inline);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.out.extend(table.finish(self.quote_depth));
                }
            }
            TagEnd::Emphasis => self.inline.close(&InlineStyle::Emphasis),
            TagEnd::Strong => self.inline.close(&InlineStyle::Strong),
            TagEnd::Strikethrough => self.inline.close(&InlineStyle::Struck),
            TagEnd::Link => {
                if std::mem::take(&mut self.note) {
                    self.inline.push("]");
                }
                self.inline.close(&InlineStyle::Link(String::new()));
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::HtmlBlock => {
                let fragment = std::mem::take(&mut self.html);
                let depth = self.quote_depth;
                self.out.extend(html::fragment(&fragment).into_iter().map(|mut draft| {
                    draft.quote_depth = draft.quote_depth.saturating_add(depth);
                    draft
                }));
            }
            _ => {}
        }
    }

    /// `[[1]](target)` is read as a wiki link and a bracket; it is a link whose text is `[1]`. Gives the target that
    /// stands at `at`, and has it passed over.
    fn target_behind(&mut self, at: usize) -> Option<String> {
        let target = self.source[at..].strip_prefix('(')?;
        let end = target.find(|c: char| c == ')' || c.is_whitespace())?;
        if !target[end..].starts_with(')') {
            return None;
        }
        self.passed = at..at + end + 2;
        Some(target[..end].to_owned())
    }

    /// Ends the block so far.
    fn flush(&mut self) {
        self.close_highlight();
        let kind = text_kind(self.code, self.heading, self.lists.len(), self.marker.as_ref());
        self.code = false;
        self.heading = None;
        if let Some(draft) = self.inline.take(kind, self.quote_depth) {
            self.out.push(draft);
            self.marker = None;
        }
    }

    /// A paragraph goes on behind the label of its footnote.
    fn flush_unless_fresh(&mut self) {
        let label_only = self.inline.is_label();
        if !label_only {
            self.flush();
        }
    }

    /// Running text that ends at `source_end`, in which `==` begins and ends a highlight.
    fn text(&mut self, text: &str, source_end: usize) {
        if !self.visible() {
            return;
        }
        let mut rest = text;
        while let Some(at) = rest.find("==") {
            self.inline.push(&rest[..at]);
            let behind = &rest[at + 2..];
            if self.inline.is_open(&InlineStyle::Highlight) {
                self.close_highlight();
            } else if !behind.starts_with([' ', '='])
                && (behind.contains("==") || self.highlight_ends_behind(source_end))
            {
                self.inline.open(InlineStyle::Highlight);
            } else {
                self.inline.push("==");
            }
            rest = behind;
        }
        self.inline.push(rest);
    }

    /// Whether another `==` stands in what is left of the paragraph behind `at`.
    fn highlight_ends_behind(&self, at: usize) -> bool {
        let rest = &self.source.as_bytes()[at..self.source.len().min(at + HIGHLIGHT_REACH)];
        let paragraph = rest.windows(2).position(|w| w == b"\n\n").unwrap_or(rest.len());
        rest[..paragraph].windows(2).any(|w| w == b"==")
    }

    fn close_highlight(&mut self) {
        if self.inline.is_open(&InlineStyle::Highlight) {
            self.inline.close(&InlineStyle::Highlight);
        }
    }

    fn soft_break(&mut self, range: std::ops::Range<usize>) {
        let before = self.source[..range.start].rsplit('\n').next().unwrap_or_default().trim();
        let after = &self.source[range.end..];
        let after = after.trim_start_matches([' ', '>', '\t']);
        let numbered_note =
            after.strip_prefix('[').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit() || c == '^'));
        let deliberate = before.len() < DELIBERATE_LINE
            && !before.ends_with([',', ';', '-'])
            && after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let labels = is_labelled(before) && is_labelled(after.lines().next().unwrap_or_default());
        if (numbered_note || deliberate || labels) && self.table.is_none() && self.heading.is_none() {
            self.inline.line_break();
        } else {
            self.inline.push(" ");
        }
    }

    /// Tags inside a paragraph are dropped, their words kept, but for `<br>` and what scripts and styles hold.
    fn inline_html(&mut self, tag: &str) {
        let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let closes = tag.starts_with("</");
        if let Some(raw) = self.raw_element {
            if closes && name.eq_ignore_ascii_case(raw) {
                self.raw_element = None;
            }
        } else if name.eq_ignore_ascii_case("br") {
            self.inline.line_break();
        } else if !closes && !tag.ends_with("/>") {
            self.raw_element = ["script", "style"].into_iter().find(|raw| name.eq_ignore_ascii_case(raw));
        }
    }
}

/// Whether a link is a number, as the marks of footnotes are: it keeps its brackets, or it would touch the word before.
fn is_note(link: &str) -> bool {
    let inner = link.strip_prefix('[').and_then(|rest| rest.split(']').next());
    inner.is_some_and(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a line is one of a head such as "To: …", "**Subject:** …".
fn is_labelled(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '_']);
    line.split_once(':').is_some_and(|(label, _)| {
        label.len() <= 20 && label.starts_with(char::is_uppercase) && label.split_whitespace().count() <= 2
    })
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::BlockKind;

    fn texts(source: &str) -> Vec<String> {
        drafts(source).into_iter().filter(|d| !d.is_aside()).map(|d| d.text).collect()
    }

    #[test]
    fn marks_of_footnotes_keep_their_brackets() {
        for source in [
            "Near it.[1]\n\n[1]: https://a.example",
            "Near it.[1](https://a.example)",
            "Near it.[1]",
            "Near it.[[1]](https://a.example)",
        ] {
            assert_eq!(texts(source)[0], "Near it.[1]", "{source}");
        }
        assert_eq!(texts("Near it.[^1]\n\n[^1]: A note.\n"), ["Near it.[1]", "[1] A note."]);
        assert_eq!(
            texts("A.[1]\n\n[1] https://a.example\n[2] https://b.example")[1],
            "[1] https://a.example\n[2] https://b.example"
        );
    }

    #[test]
    fn soft_line_ends_are_spaces_but_for_lines_that_end_on_purpose() {
        assert_eq!(
            texts("The ministers of the two countries met\nin Vienna.")[0],
            "The ministers of the two countries met in Vienna."
        );
        assert_eq!(texts("FOR IMMEDIATE RELEASE\nJune 24, 2025")[0], "FOR IMMEDIATE RELEASE\nJune 24, 2025");
        assert_eq!(
            texts("**To:** the members of the council\n**Subject:** the treaty")[0],
            "To: the members of the council\nSubject: the treaty"
        );
        assert_eq!(texts("a  \nb\\\nc")[0], "a\nb\nc");
    }

    #[test]
    fn highlights_begin_and_end_and_other_signs_stay() {
        assert_eq!(texts("It ==was *very* so== here.")[0], "It was very so here.");
        for kept in ["a == b == c", "a ==b", "=="] {
            assert_eq!(texts(kept)[0], kept);
        }
    }

    #[test]
    fn html_inside_is_dropped_and_its_words_stay() {
        assert_eq!(texts("It <b>was</b> 6&nbsp;May<br>here <script>x</script>now")[0], "It was 6\u{a0}May\nhere now");
        assert_eq!(texts("<div align=center>\nA <i>line</i>.\n</div>\n\nText."), ["A line.", "Text."]);
        assert_eq!(texts("<!-- a note -->\n\n<div class=\"ad\">Buy</div>\n\n<style>p {}</style>\n\nText."), ["Text."]);
    }

    #[test]
    fn lists_nest_by_tabs_and_keep_their_numbers() {
        let items: Vec<_> = drafts("3. a\n4. b\n\t- c\n").into_iter().map(|d| (d.kind, d.text)).collect();
        let item = |depth, marker: &str| BlockKind::ListItem { depth, marker: Some(marker.to_owned()) };
        assert_eq!(items, [(item(1, "3."), "a".into()), (item(1, "4."), "b".into()), (item(2, "•"), "c".into())]);
    }
}
