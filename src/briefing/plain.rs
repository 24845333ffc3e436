//! Plain text → drafts: paragraphs between blank lines, hard-wrapped lines joined, lists and capital headings known.

use super::BlockKind;
use super::blocks::{Draft, Inline};

/// Lines shorter than this (in characters) are not the work of a wrapping program.
const NARROWEST_WRAP: usize = 40;
/// Lines longer than this are paragraphs of their own.
const WIDEST_WRAP: usize = 100;
/// The longest line of capitals that is a heading.
const LONGEST_HEADING: usize = 60;

/// The blocks of a plain text.
pub(super) fn drafts(source: &str) -> Vec<Draft> {
    let width = wrap_width(source);
    let mut out = Vec::new();
    for lines in paragraphs(source) {
        paragraph(&mut out, &lines, width);
    }
    out
}

/// The runs of lines between blank ones.
fn paragraphs(source: &str) -> impl Iterator<Item = Vec<&str>> {
    let mut lines = source.lines();
    std::iter::from_fn(move || {
        let first = lines.by_ref().find(|l| !l.trim().is_empty())?;
        let rest = lines.by_ref().take_while(|l| !l.trim().is_empty());
        Some(std::iter::once(first).chain(rest).collect())
    })
}

/// The column (in characters) at which a program wrapped this text, as its paragraphs of three lines and more show.
fn wrap_width(source: &str) -> Option<usize> {
    paragraphs(source)
        .filter(|lines| lines.len() >= 3 && is_filled(lines, widest(lines)))
        .map(|lines| widest(&lines))
        .max()
}

/// The lines between two blank ones.
fn paragraph(out: &mut Vec<Draft>, lines: &[&str], width: Option<usize>) {
    if lines.len() > 1 && lines.iter().all(|l| has_columns(l)) {
        let mut inline = Inline::default();
        inline.push_verbatim(&lines.join("\n"));
        out.extend(inline.take(BlockKind::Preformatted, 0));
        return;
    }
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let (depth, _) = unquote(first);
        let quoted = rest.iter().position(|l| unquote(l).0 != depth).unwrap_or(rest.len());
        let body: Vec<&str> = rest[..quoted].iter().map(|l| unquote(l).1).collect();
        let from = out.len();
        pieces(out, &body, width);
        out[from..].iter_mut().for_each(|d| d.quote_depth = depth);
        rest = &rest[quoted..];
    }
}

/// A line's depth of quotation by `>`, and the line without its marks.
fn unquote(line: &str) -> (u8, &str) {
    let mut depth = 0_u8;
    let mut rest = line.trim_start();
    while let Some(inner) = rest.strip_prefix('>') {
        depth = depth.saturating_add(1);
        rest = inner.trim_start();
    }
    (depth, if depth == 0 { line } else { rest })
}

/// Lines of one depth: items of lists, and what stands between them.
fn pieces(out: &mut Vec<Draft>, lines: &[&str], width: Option<usize>) {
    let mut at = 0;
    while at < lines.len() {
        if let Some((marker, words)) = list_item(lines[at]) {
            let mut item = words.to_owned();
            at += 1;
            while at < lines.len()
                && list_item(lines[at]).is_none()
                && (indented(lines[at]) || is_wrapped(&lines[at - 1..=at], width))
            {
                item.push(' ');
                item.push_str(lines[at]);
                at += 1;
            }
            push(out, Draft::plain(BlockKind::ListItem { depth: 1, marker: Some(marker) }, &item));
        } else {
            let end = lines[at..].iter().position(|l| list_item(l).is_some()).map_or(lines.len(), |n| at + n);
            running(out, &lines[at..end], width);
            at = end;
        }
    }
}

/// Lines without list items.
fn running(out: &mut Vec<Draft>, lines: &[&str], width: Option<usize>) {
    if is_wrapped(lines, width) {
        push(out, Draft::plain(BlockKind::Paragraph, &lines.join(" ")));
        return;
    }
    // The title and the lines below it are apart; elsewhere short lines belong together, as in an address.
    let apart =
        out.is_empty() || lines.len() == 1 || lines.iter().any(|l| l.chars().count() > WIDEST_WRAP || is_rule(l));
    if apart {
        lines.iter().for_each(|line| push(out, single(line)));
        return;
    }
    let mut inline = Inline::default();
    for line in lines {
        inline.push(line);
        inline.line_break();
    }
    out.extend(inline.take(BlockKind::Paragraph, 0));
}

/// A line that stands alone.
fn single(line: &str) -> Draft {
    if is_rule(line) {
        Draft::rule(0)
    } else if is_heading(line) {
        Draft::plain(BlockKind::Heading(2), line)
    } else {
        Draft::plain(BlockKind::Paragraph, line)
    }
}

/// What cleaning left nothing of is no block.
fn push(out: &mut Vec<Draft>, draft: Draft) {
    if !draft.text.is_empty() || draft.kind == BlockKind::Rule {
        out.push(draft);
    }
}

/// Whether a program wrapped these lines. Two lines alone prove little: the second must go on in the middle of a
/// sentence, or the first must reach the column at which the rest of the text is wrapped.
fn is_wrapped(lines: &[&str], width: Option<usize>) -> bool {
    let goes_on = || lines.get(1).is_some_and(|l| l.trim_start().starts_with(char::is_lowercase));
    match (lines.len(), width) {
        (0 | 1, _) => false,
        (_, Some(width)) => is_filled(lines, width.max(widest(lines))),
        (2, None) => goes_on() && is_filled(lines, widest(lines)),
        (_, None) => is_filled(lines, widest(lines)),
    }
}

/// Whether each line would have been longer than `width` with the first word of the next.
fn is_filled(lines: &[&str], width: usize) -> bool {
    (NARROWEST_WRAP..=WIDEST_WRAP).contains(&width)
        && lines.windows(2).all(|pair| {
            let next_word = pair[1].split_whitespace().next().map_or(0, |w| w.chars().count());
            pair[0].trim_end().chars().count() + 1 + next_word >= width
        })
}

fn widest(lines: &[&str]) -> usize {
    lines.iter().map(|l| l.trim_end().chars().count()).max().unwrap_or(0)
}

fn indented(line: &str) -> bool {
    line.starts_with([' ', '\t'])
}

/// The marker and the words of `- x`, `* x`, `• x`, `3. x` or `3) x`.
fn list_item(line: &str) -> Option<(String, &str)> {
    if is_rule(line) {
        return None;
    }
    let line = line.trim_start();
    if let Some(words) = ["- ", "* ", "• ", "– "].iter().find_map(|m| line.strip_prefix(m)) {
        return (!words.trim().is_empty()).then(|| ("•".to_owned(), words));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    let words = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    // "2014. That was the year" is no item.
    (1..=3).contains(&digits).then(|| (format!("{number}."), words)).filter(|(_, w)| !w.trim().is_empty())
}

/// A short line of capitals: "HOW MANY?"
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3
        && line.chars().count() <= LONGEST_HEADING
        && !line.ends_with(['.', ',', ';'])
        && !line.chars().any(char::is_lowercase)
}

/// `* * *`, `-----`, `___`.
fn is_rule(line: &str) -> bool {
    let marks: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let mut chars = marks.chars();
    chars.next().is_some_and(|first| "*-_=~—".contains(first) && chars.all(|c| c == first)) && marks.len() >= 3
}

/// Whether a line holds columns parted by runs of spaces.
fn has_columns(line: &str) -> bool {
    line.trim().contains("   ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        drafts(source).into_iter().map(|d| d.text).collect()
    }

    #[test]
    fn hard_wrapped_lines_are_joined() {
        let wrapped = "The ministers of the two countries met on Tuesday in a hotel outside\nVienna and agreed on nothing but the date of their next meeting, which\nis to be held in spring.\n\nThey had not met since the war began, and neither side would say who had\nasked for it.";
        assert_eq!(
            texts(wrapped),
            [
                "The ministers of the two countries met on Tuesday in a hotel outside Vienna and agreed on nothing but the date of their next meeting, which is to be held in spring.",
                "They had not met since the war began, and neither side would say who had asked for it.",
            ]
        );
    }

    #[test]
    fn lines_that_end_on_purpose_stay_lines() {
        assert_eq!(
            texts("A title of more than forty characters, at least\nBy Our Correspondent\n\nText."),
            ["A title of more than forty characters, at least", "By Our Correspondent", "Text."]
        );
        assert_eq!(
            texts("Title\n\nThe Ministry\n12 High Street\nGeneva"),
            ["Title", "The Ministry\n12 High Street\nGeneva"]
        );
        let long = "A line that is a whole paragraph of its own, far longer than any program would have wrapped it, stands here.";
        assert_eq!(texts(&format!("T\n\n{long}\n{long}")), ["T", long, long]);
    }

    #[test]
    fn lists_quotes_headings_and_rules_are_known() {
        let blocks = drafts("Title\n\nTROOPS\n\n- one\n- two,\n  and more\n3. three\n\n> said he\n\n* * *\n\nEnd.");
        let kinds: Vec<_> = blocks.iter().map(|d| (d.kind.clone(), d.text.as_str(), d.quote_depth)).collect();
        let item = |marker: &str| BlockKind::ListItem { depth: 1, marker: Some(marker.to_owned()) };
        assert_eq!(
            kinds,
            [
                (BlockKind::Paragraph, "Title", 0),
                (BlockKind::Heading(2), "TROOPS", 0),
                (item("•"), "one", 0),
                (item("•"), "two, and more", 0),
                (item("3."), "three", 0),
                (BlockKind::Paragraph, "said he", 1),
                (BlockKind::Rule, "", 0),
                (BlockKind::Paragraph, "End.", 0),
            ]
        );
    }

    #[test]
    fn numbers_and_capitals_in_sentences_are_no_lists_or_headings() {
        for line in
            ["2014. That was the year.", "NATO.", "-5 degrees", "12,000 troops", "3.5 million people", "U.S.", "*"]
        {
            let blocks = drafts(&format!("Title\n\n{line}\n\nEnd."));
            assert_eq!(blocks[1].kind, BlockKind::Paragraph, "{line}");
            assert_eq!(blocks[1].text, line);
        }
    }

    #[test]
    fn columns_are_kept_as_they_are() {
        assert_eq!(
            texts("Title\n\nRussia     100,000\nUkraine     80,000")[1],
            "Russia     100,000\nUkraine     80,000"
        );
    }
}
