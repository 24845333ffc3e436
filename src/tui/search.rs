//! Finding words in a text: without regard to case, unless the query has a capital letter (smart case).

use aho_corasick::AhoCorasick;

use crate::text::Span;

/// Every place in `within` of `text` where `query` stands, in order, not overlapping. An empty query stands nowhere.
#[must_use]
pub fn hits(text: &str, query: &str, within: Span) -> Vec<Span> {
    if query.is_empty() {
        return Vec::new();
    }
    if query.is_ascii() || query.chars().any(char::is_uppercase) {
        let exact = query.chars().any(char::is_uppercase);
        let finder = AhoCorasick::builder().ascii_case_insensitive(!exact).build([query]);
        let Ok(finder) = finder else { return Vec::new() };
        let found = finder.find_iter(within.of(text));
        return found.map(|m| Span::new(within.start + m.start(), within.start + m.end())).collect();
    }
    folded_hits(text, query, within)
}

/// The same for letters beyond ASCII, whose small form may be of another length.
fn folded_hits(text: &str, query: &str, within: Span) -> Vec<Span> {
    let (mut folded, mut offsets) = (String::new(), Vec::new());
    for (i, c) in within.of(text).char_indices() {
        for small in c.to_lowercase() {
            offsets.extend(std::iter::repeat_n(within.start + i, small.len_utf8()));
            folded.push(small);
        }
    }
    offsets.push(within.end);
    let end_of = |at: usize| offsets[at..].iter().copied().find(|o| *o > offsets[at - 1]).unwrap_or(within.end);
    folded.match_indices(query).map(|(at, hit)| Span::new(offsets[at], end_of(at + hit.len()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, query: &str) -> Vec<&'t str> {
        hits(text, query, Span::new(0, text.len())).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn small_letters_find_both_and_capitals_only_themselves() {
        assert_eq!(found("Nato, NATO, nato", "nato"), ["Nato", "NATO", "nato"]);
        assert_eq!(found("Nato, NATO, nato", "NATO"), ["NATO"]);
        assert_eq!(found("Élysée and élysée", "élysée"), ["Élysée", "élysée"]);
        assert_eq!(found("İlham", "ilham").len(), 0);
        assert_eq!(found("text", ""), Vec::<&str>::new());
    }
}
