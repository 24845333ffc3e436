//! Where a quote stands in a text.

/// Half-open ranges of Unicode scalar values.
pub(crate) type Spans = Vec<(usize, usize)>;

/// Every place of the quote, quotation marks and white space folded; where markup parts its words, by the words alone.
pub(crate) fn find(quote: &str, text: &str) -> Spans {
    let (haystack, offsets) = folded(text);
    let (needle, _) = folded(quote.trim());
    let found = all(&needle, &haystack);
    if !found.is_empty() || needle.is_empty() {
        return found.into_iter().map(|(from, to)| (offsets[from], offsets[to - 1] + 1)).collect();
    }
    let (ours, theirs) = (words(&needle), words(&haystack));
    let chars = |(from, to): (usize, usize), of: &[char]| of[from..to].to_vec();
    let wanted: Vec<Vec<char>> = ours.iter().map(|&w| chars(w, &needle)).collect();
    let given: Vec<Vec<char>> = theirs.iter().map(|&w| chars(w, &haystack)).collect();
    let found = all(&wanted, &given);
    found.into_iter().map(|(from, to)| (offsets[theirs[from].0], offsets[theirs[to - 1].1 - 1] + 1)).collect()
}

/// Whether any of the spans shares a character with any of the others.
pub(crate) fn overlap(spans: &[(usize, usize)], others: &[(usize, usize)]) -> bool {
    spans.iter().any(|a| others.iter().any(|b| a.0 < b.1 && b.0 < a.1))
}

fn all<T: PartialEq>(needle: &[T], haystack: &[T]) -> Spans {
    if needle.is_empty() {
        return Vec::new();
    }
    let places = haystack.windows(needle.len()).enumerate().filter(|(_, window)| *window == needle);
    places.map(|(at, _)| (at, at + needle.len())).collect()
}

/// The characters with straight quotation marks and single spaces, and the place of each in `text`.
fn folded(text: &str) -> (Vec<char>, Vec<usize>) {
    let (mut chars, mut offsets) = (Vec::new(), Vec::new());
    for (offset, c) in text.chars().enumerate() {
        let c = match c {
            '‘' | '’' | '‚' | '‛' => '\'',
            '“' | '”' | '„' | '‟' => '"',
            c if c.is_whitespace() && chars.last() == Some(&' ') => continue,
            c if c.is_whitespace() => ' ',
            c => c,
        };
        chars.push(c);
        offsets.push(offset);
    }
    (chars, offsets)
}

/// Where the words stand.
fn words(chars: &[char]) -> Spans {
    let mut out = Spans::new();
    for (at, c) in chars.iter().enumerate().filter(|(_, c)| c.is_alphanumeric()) {
        let _ = c;
        match out.last_mut() {
            Some(word) if word.1 == at => word.1 = at + 1,
            _ => out.push((at, at + 1)),
        }
    }
    out
}
