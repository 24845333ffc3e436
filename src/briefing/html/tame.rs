//! Takes from a page what makes an HTML parser slow and no article has: nesting beyond all measure, tags with thousands
//! of attributes. (The tree builder searches its stack of open elements at each tag, and compares all attributes.)

use std::borrow::Cow;

/// Elements may nest this deep; real pages stay below a hundred.
const MAX_DEPTH: usize = 256;
/// A tag may have this many attributes.
const MAX_ATTRIBUTES: usize = 48;

/// Elements whose content holds no tags.
const RAW: [&str; 7] = ["script", "style", "textarea", "title", "xmp", "iframe", "noscript"];
/// Elements that have no end tag, or end without one: their number says nothing about depth.
const UNNESTED: [&str; 33] = [
    "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "html", "head", "body",
    "area", "base", "br", "col", "colgroup", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "rp", "rt", "a",
];

/// `source`, changed only where it must be.
pub(super) fn tame(source: &str) -> Cow<'_, str> {
    let mut out: Option<String> = None;
    let mut copied = 0;
    let (mut depth, mut surplus) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(tag) = next_tag(source, at) {
        at = tag.end;
        let nests = !UNNESTED.iter().any(|n| tag.name.eq_ignore_ascii_case(n)) && !tag.self_closing;
        let mut drop_from = None;
        if tag.closing && nests {
            if surplus > 0 {
                surplus -= 1;
                drop_from = Some(tag.start);
            } else {
                depth = depth.saturating_sub(1);
            }
        } else if nests && depth >= MAX_DEPTH {
            surplus += 1;
            drop_from = Some(tag.start);
        } else if nests {
            depth += 1;
        }
        let cut = drop_from.or(tag.surplus_attributes);
        if let Some(from) = cut {
            let kept = out.get_or_insert_with(|| String::with_capacity(source.len()));
            kept.push_str(&source[copied..from]);
            if drop_from.is_none() {
                kept.push('>');
            }
            copied = tag.end;
        }
        if !tag.closing
            && !tag.self_closing
            && let Some(raw) = RAW.iter().find(|r| tag.name.eq_ignore_ascii_case(r))
        {
            at = raw_end(source, at, raw);
        }
    }
    match out {
        Some(mut kept) => {
            kept.push_str(&source[copied..]);
            Cow::Owned(kept)
        }
        None => Cow::Borrowed(source),
    }
}

/// A tag and where it stands.
struct TagAt<'s> {
    start: usize,
    end: usize,
    name: &'s str,
    closing: bool,
    self_closing: bool,
    /// Where the first attribute beyond the limit begins.
    surplus_attributes: Option<usize>,
}

/// The first tag at or behind `from`, comments skipped.
fn next_tag(source: &str, from: usize) -> Option<TagAt<'_>> {
    let bytes = source.as_bytes();
    let mut at = from;
    loop {
        let start = at + source.get(at..)?.find('<')?;
        let rest = &source[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            at = start + 4 + comment.find("-->")?;
            continue;
        }
        let closing = rest.starts_with("</");
        let name_start = start + 1 + usize::from(closing);
        let name_len = source[name_start..]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(source.len() - name_start);
        if !bytes.get(name_start).is_some_and(u8::is_ascii_alphabetic) {
            at = start + 1;
            continue;
        }
        let name = &source[name_start..name_start + name_len];
        let (end, surplus_attributes) = tag_end(source, name_start + name_len);
        let self_closing = end >= 2 && bytes[end - 2] == b'/' && end - 2 >= name_start;
        return Some(TagAt { start, end, name, closing, self_closing, surplus_attributes });
    }
}

/// Where the tag whose name ends at `at` ends, and where its surplus attributes begin.
fn tag_end(source: &str, mut at: usize) -> (usize, Option<usize>) {
    let bytes = source.as_bytes();
    let mut attributes = 0;
    let mut surplus = None;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return (at + 1, surplus),
            b'"' | b'\'' if at > 0 && is_value_start(bytes, at) => {
                let Some(close) = source[at + 1..].find(byte as char) else { return (source.len(), surplus) };
                at += close + 2;
            }
            b if b.is_ascii_whitespace() || b == b'/' => {
                at += 1;
                if bytes
                    .get(at)
                    .is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'>' | b'=' | b'/' | b'"' | b'\''))
                {
                    attributes += 1;
                    if attributes == MAX_ATTRIBUTES + 1 {
                        surplus = Some(at);
                    }
                }
            }
            _ => at += 1,
        }
    }
    (source.len(), surplus)
}

/// Whether the quotation mark at `at` opens a value: an equals sign stands before it.
fn is_value_start(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().find(|b| !b.is_ascii_whitespace()) == Some(&b'=')
}

/// Where the end tag of the raw element stands, or the end of the source.
fn raw_end(source: &str, from: usize, name: &str) -> usize {
    let bytes = source.as_bytes();
    let mut at = from;
    while let Some(found) = source[at..].find("</") {
        at += found;
        let candidate = bytes.get(at + 2..at + 2 + name.len());
        if candidate.is_some_and(|c| c.eq_ignore_ascii_case(name.as_bytes())) {
            return at;
        }
        at += 2;
    }
    source.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_are_left_alone() {
        let page = "<!doctype html><html><!-- <b> --><head><script>if (a<b) '<div>'</script></head><body><p>a<p>b<br><img src='x>y'>";
        assert!(matches!(tame(page), Cow::Borrowed(_)));
        assert!(matches!(tame(&"<p>a</p><li>b<div>c</div>".repeat(5_000)), Cow::Borrowed(_)));
    }

    #[test]
    fn deep_nesting_loses_tags_and_keeps_words() {
        let deep = format!("{}words{}<p>after</p>", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tamed = tame(&deep);
        assert_eq!(tamed.matches("<div>").count(), MAX_DEPTH);
        assert_eq!(tamed.matches("</div>").count(), MAX_DEPTH);
        assert!(tamed.contains("words</div>") && tamed.ends_with("<p>after</p>"));
    }

    #[test]
    fn surplus_attributes_go() {
        let many: String = (0..1_000).map(|i| format!(" a{i}=\"x > y\"")).collect();
        let source = format!("<p id=1{many}>words</p>");
        let tamed = tame(&source);
        assert!(tamed.ends_with(">words</p>") && tamed.len() < 1_000, "{tamed}");
    }

    #[test]
    fn broken_tags_end_with_the_page() {
        for source in ["<", "</", "<a", "<a href=\"x", "<!--", "<script>x", "a < b", "<p/", "<é>"] {
            assert_eq!(tame(source), source);
        }
    }
}
