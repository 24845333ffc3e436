//! Spelling made comparable: case, accents, apostrophes and the stops of abbreviations do not count.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// `word` in lower case, without accents, apostrophes and full stops; letters with strokes become plain ones.
#[must_use]
pub(crate) fn fold(word: &str) -> String {
    if word.bytes().all(|b| b.is_ascii() && !matches!(b, b'\'' | b'.')) {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// Appends the folded `word` to `out`.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    for c in word.chars() {
        if c.is_ascii() {
            if c != '\'' && c != '.' {
                out.push(c.to_ascii_lowercase());
            }
            continue;
        }
        match c {
            '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | '`' => {}
            'ß' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'ø' | 'Ø' => out.push('o'),
            'ł' | 'Ł' => out.push('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ı' | 'İ' => out.push('i'),
            'ə' | 'Ə' => out.push('a'),
            'þ' | 'Þ' => out.push_str("th"),
            'ħ' | 'Ħ' => out.push('h'),
            '‑' => out.push('-'),
            _ => decompose_canonical(c, |d| {
                if !is_combining_mark(d) {
                    out.extend(d.to_lowercase());
                }
            }),
        }
    }
}

/// The identity made from a canonical name: its folded words joined by hyphens, without apostrophes (`People’s Army` → `peoples-army`).
#[must_use]
pub(crate) fn kebab(name: &str) -> String {
    if name.is_ascii() && !name.contains('&') {
        let mut out = String::with_capacity(name.len());
        for byte in name.bytes() {
            match byte {
                b'\'' | b'`' | b'.' => {}
                _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte.to_ascii_lowercase())),
                _ if out.is_empty() || out.ends_with('-') => {}
                _ => out.push('-'),
            }
        }
        out.truncate(out.trim_end_matches('-').len());
        return out;
    }
    let folded = fold(&name.replace('&', " and ").replace(['\'', '’', '‘', '`'], ""));
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_to_one() {
        for (a, b) in [
            ("Erdoğan", "Erdogan"),
            ("Əliyev", "Aliyev"),
            ("Hay’at", "Hay'at"),
            ("U.S.", "US"),
            ("Wałęsa", "Walesa"),
            ("Yong‑hyun", "Yong-hyun"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
    }

    #[test]
    fn an_id_is_kebab_case() {
        assert_eq!(kebab("U.S. Southern Command"), "us-southern-command");
        assert_eq!(kebab("People’s Liberation Army"), "peoples-liberation-army");
        assert_eq!(kebab("Côte d'Ivoire (old)"), "cote-divoire-old");
    }
}
