//! Plain text → drafts: paragraphs between blank lines, hard-wrapped lines joined, lists and capital headings known.

use super::BlockKind;
use super::blocks::Draft;

/// Lines shorter than this (in characters) are not the work of a wrapping program.
const NARROWEST_WRAP: usize = 40;
/// Lines longer than this are paragraphs of their own.
const WIDEST_WRAP: usize = 100;
/// The longest line of capitals that is a heading.
const LONGEST_HEADING: usize = 60;

/// The blocks of a plain text.
pub(super) fn drafts(source: &str) -> Vec<Draft> {
    let mut out = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in source.lines().chain([""]) {
        if line.trim().is_empty() {
            paragraph(&mut out, &lines);
            lines.clear();
        } else {
            lines.push(line);
        }
    }
    out
}

/// The lines between two blank ones.
fn paragraph(out: &mut Vec<Draft>, lines: &[&str]) {
    if lines.is_empty() {
        return;
    }
    if lines.len() > 1 && lines.iter().all(|l| has_columns(l)) {
        let mut inline = super::blocks::Inline::default();
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
        pieces(out, &body);
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
fn pieces(out: &mut Vec<Draft>, lines: &[&str]) {
    let mut at = 0;
    while at < lines.len() {
        if let Some((marker, words)) = list_item(lines[at]) {
            let mut item = words.to_owned();
            at += 1;
            while at < lines.len()
                && list_item(lines[at]).is_none()
                && (indented(lines[at]) || item_goes_on(lines[at - 1], lines[at]))
            {
                item.push(' ');
                item.push_str(lines[at]);
                at += 1;
            }
            out.push(Draft::plain(BlockKind::ListItem { depth: 1, marker: Some(marker) }, &item));
        } else {
            let end = lines[at..].iter().position(|l| list_item(l).is_some()).map_or(lines.len(), |n| at + n);
            running(out, &lines[at..end]);
            at = end;
        }
    }
    out.retain(|d| !d.text.is_empty() || d.kind == BlockKind::Rule);
}

/// Lines without list items.
fn running(out: &mut Vec<Draft>, lines: &[&str]) {
    if let [line] = lines {
        if is_rule(line) {
            out.push(Draft::rule(0));
        } else if is_heading(line) {
            out.push(Draft::plain(BlockKind::Heading(2), line));
        } else {
            out.push(Draft::plain(BlockKind::Paragraph, line));
        }
        return;
    }
    if is_wrapped(lines) {
        out.push(Draft::plain(BlockKind::Paragraph, &lines.join(" ")));
        return;
    }
    for line in lines {
        if is_rule(line) {
            out.push(Draft::rule(0));
        } else {
            out.push(Draft::plain(BlockKind::Paragraph, line));
        }
    }
}

/// Whether a program filled these lines: each would have been too long with the first word of the next.
fn is_wrapped(lines: &[&str]) -> bool {
    let width = |l: &str| l.trim_end().chars().count();
    let widest = lines.iter().map(|l| width(l)).max().unwrap_or(0);
    (NARROWEST_WRAP..=WIDEST_WRAP).contains(&widest)
        && lines.windows(2).all(|pair| {
            let next_word = pair[1].split_whitespace().next().map_or(0, |w| w.chars().count());
            width(pair[0]) + 1 + next_word >= widest
        })
}

fn item_goes_on(before: &str, line: &str) -> bool {
    before.chars().count() >= NARROWEST_WRAP && is_wrapped(&[before, line])
}

fn indented(line: &str) -> bool {
    line.starts_with([' ', '\t'])
}

/// The marker and the words of `- x`, `* x`, `• x`, `3. x` or `3) x`.
fn list_item(line: &str) -> Option<(String, &str)> {
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
