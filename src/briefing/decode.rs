//! Bytes → text: encodings, line ends, and the removal of every character that could act on a terminal or hide words.
//!
//! [`clean`] is the gate that all text passes; parsers that resolve entities or escapes pass what they get through it again.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

use super::LoadError;

/// A text that was bytes, and what was wrong with them.
#[derive(Debug)]
pub(super) struct Decoded {
    /// Clean, lines ended by `\n`.
    pub(super) text: String,
    /// What is to be said about the encoding.
    pub(super) warning: Option<String>,
}

/// The first bytes of formats that are no text, though some hold a good deal of it.
const SIGNATURES: [&[u8]; 12] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"SQLite format 3",
    b"MZ\x90",
];

/// How far into a page the declaration of its encoding is looked for, as browsers do.
const DECLARATION_REACH: usize = 1024;

/// How much of a text the guess at its encoding looks at.
const DETECTION_REACH: usize = 256 * 1024;

/// Decodes `bytes`; `html` lets a `<meta charset>` name the encoding.
///
/// # Errors
/// [`LoadError::Binary`] when they are no text.
pub(super) fn decode(bytes: &[u8], html: bool) -> Result<Decoded, LoadError> {
    if SIGNATURES.iter().any(|s| bytes.starts_with(s)) {
        return Err(LoadError::Binary);
    }
    let (raw, warning) = to_unicode(bytes, html)?;
    Ok(Decoded { text: clean_lines(&raw).into_owned(), warning })
}

fn to_unicode(bytes: &[u8], html: bool) -> Result<(Cow<'_, str>, Option<String>), LoadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let text = refuse_binary(text)?;
        return Ok((text, broken.then(|| broken_bytes(encoding))));
    }
    if let Some(encoding) = bare_utf16(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        return Ok((refuse_binary(text)?, broken.then(|| broken_bytes(encoding))));
    }
    let nuls = bytes.iter().filter(|b| **b == 0).count();
    if nuls > 1 + bytes.len() / 1_000 {
        return Err(LoadError::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let warning = (nuls > 0).then(|| "NUL bytes among the text were left out".to_owned());
        return Ok((refuse_binary(Cow::Borrowed(text))?, warning));
    }
    let declared = if html { declared_encoding(bytes) } else { None };
    let encoding = match declared {
        // A page that says UTF-8 and is not: mostly a few broken bytes, sometimes another encoding altogether.
        Some(encoding) if encoding != UTF_8 => encoding,
        _ if mostly_utf8(bytes) => UTF_8,
        _ => detect(bytes),
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let warning = match (declared, broken) {
        (_, true) => Some(broken_bytes(encoding)),
        (Some(stated), false) if stated == encoding => None,
        _ => Some(format!("the encoding is not stated; read as {}", encoding.name())),
    };
    Ok((refuse_binary(text)?, warning))
}

fn broken_bytes(encoding: &'static Encoding) -> String {
    format!("some bytes are no valid {}; each is shown as \u{fffd}", encoding.name())
}

/// Text holds next to no control characters; where they abound it is a binary format without a known signature.
fn refuse_binary(text: Cow<'_, str>) -> Result<Cow<'_, str>, LoadError> {
    let mut seen = 0_usize;
    let mut suspect = 0_usize;
    for c in text.chars().take(64 * 1024) {
        seen += 1;
        let control =
            c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0b' | '\x0c' | '\x1b' | '\x07' | '\x08');
        suspect += usize::from(control);
    }
    if suspect > 16 && suspect * 10 > seen * 3 { Err(LoadError::Binary) } else { Ok(text) }
}

/// UTF-16 without a mark: every second byte of western text is NUL.
fn bare_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024) & !1];
    let pairs = head.len() / 2;
    if pairs < 2 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (mut first_nul, mut second_nul) = (0, 0);
    for pair in head.chunks_exact(2) {
        first_nul += usize::from(pair[0] == 0);
        second_nul += usize::from(pair[1] == 0);
    }
    if second_nul * 10 >= pairs * 7 && first_nul == 0 {
        Some(UTF_16LE)
    } else if first_nul * 10 >= pairs * 7 && second_nul == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that `<meta charset=…>`, `<meta … content="…; charset=…">` or `<?xml encoding="…"?>` names.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_REACH)]).to_ascii_lowercase();
    let xml = head.strip_prefix("<?xml").and_then(|rest| rest.split("?>").next()).filter(|d| d.contains("encoding"));
    let label = match xml {
        Some(declaration) => declaration.split("encoding").nth(1),
        None => head
            .match_indices("<meta")
            .find_map(|(at, _)| head[at..].split('>').next().and_then(|tag| tag.split("charset").nth(1))),
    }?;
    let label = label.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label: String = label.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    // A declaration that could be read byte by byte cannot be UTF-16, and the replacement encoding shows nothing.
    let possible = encoding != UTF_16LE && encoding != UTF_16BE && encoding != REPLACEMENT;
    possible.then_some(encoding)
}

/// Whether broken UTF-8 is UTF-8 all the same: well-formed sequences outnumber broken bytes by far.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good >= 2 * bad && good > 0
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(DETECTION_REACH)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Line ends become `\n`, tabs spaces up to the next stop, other spacing controls a space; then as [`clean`].
pub(super) fn clean_lines(raw: &str) -> Cow<'_, str> {
    if raw.bytes().all(|b| b == b'\n' || (b' '..=b'~').contains(&b)) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    // Characters in the line so far: Markdown counts a tab to the next multiple of four.
    let mut column = 0;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        column += 1;
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => {
                out.push('\n');
                column = 0;
            }
            '\t' => {
                let to_stop = 4 - (column - 1) % 4;
                out.extend(std::iter::repeat_n(' ', to_stop));
                column += to_stop - 1;
            }
            _ => push_clean(&mut out, c),
        }
    }
    Cow::Owned(out)
}

/// `raw` without any character that could act on a terminal, turn the direction of writing or hide; spacing
/// controls and line ends become a space.
pub(super) fn clean(raw: &str) -> Cow<'_, str> {
    if raw.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        push_clean(&mut out, c);
    }
    Cow::Owned(out)
}

/// [`clean`], and white space at the ends removed and inside folded to single spaces.
pub(super) fn clean_line(raw: &str) -> String {
    let clean = clean(raw);
    let mut out = String::with_capacity(clean.len());
    for word in clean.split(|c: char| c.is_whitespace() && !is_no_break(c)).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.trim().to_owned()
}

/// Spaces that hold words together, kept as they are: "6 August", "30 000".
fn is_no_break(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}')
}

/// Appends `c`, or a space for it, or nothing.
pub(super) fn push_clean(out: &mut String, c: char) {
    match c {
        ' '..='~' => out.push(c),
        '\t' | '\n' | '\x0b' | '\x0c' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
        _ if c.is_control() || is_invisible(c) => {}
        // Persian and the scripts of South Asia spell with the joiners; elsewhere they only split or hide words.
        '\u{200c}' | '\u{200d}' => {
            if out.chars().next_back().is_some_and(spells_with_joiners) {
                out.push(c);
            }
        }
        _ => out.push(c),
    }
}

fn spells_with_joiners(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{dff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Characters without a shape of their own: bidirectional controls, zero-width characters, tags, selectors, fillers.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' // soft hyphen
        | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8], html: bool) -> String {
        decode(bytes, html).unwrap().text
    }

    #[test]
    fn encodings_are_known_by_mark_declaration_or_guess() {
        let utf16 = |big: bool| -> Vec<u8> {
            "Größe\n".encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        assert_eq!(text_of("\u{feff}Größe\n".as_bytes(), false), "Größe\n");
        assert_eq!(text_of(&[&[0xff, 0xfe][..], &utf16(false)].concat(), false), "Größe\n");
        assert_eq!(text_of(&[&[0xfe, 0xff][..], &utf16(true)].concat(), false), "Größe\n");
        assert_eq!(text_of(&utf16(false), false), "Größe\n", "UTF-16 without a mark");
        assert_eq!(text_of(&utf16(true), false), "Größe\n", "UTF-16 without a mark");
        assert_eq!(text_of(b"<meta charset='iso-8859-2'>Vu\xe8i\xe6", true), "<meta charset='iso-8859-2'>Vučić");
        assert_eq!(
            text_of(b"<?xml version='1.0' encoding=\"windows-1251\"?>\xca\xe8\xe5\xe2", true),
            "<?xml version='1.0' encoding=\"windows-1251\"?>Киев"
        );
        assert_eq!(text_of(b"\x93So it goes,\x94 he said \x97 twice", false), "“So it goes,” he said — twice");
    }

    #[test]
    fn a_guessed_encoding_is_said_and_a_known_one_is_not() {
        assert!(decode("naïve".as_bytes(), false).unwrap().warning.is_none());
        assert!(decode(b"na\xefve caf\xe9", false).unwrap().warning.unwrap().contains("windows-1252"));
        assert!(decode(b"<meta charset=windows-1252>na\xefve", true).unwrap().warning.is_none());
        let mended =
            decode("Erdoğan, Şahin, Çelik, Aliyev, Güler \u{0}".replace('\u{0}', "").as_bytes(), false).unwrap();
        assert!(mended.warning.is_none());
    }

    #[test]
    fn one_broken_byte_does_not_turn_utf8_into_another_encoding() {
        let mut bytes = "Erdoğan, Şahin, Çelik and Güler met ".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes, false).unwrap();
        assert!(decoded.text.starts_with("Erdoğan, Şahin"));
        assert!(decoded.warning.unwrap().contains("UTF-8"));
    }

    #[test]
    fn binary_formats_are_refused() {
        for bytes in [&b"%PDF-1.7\nx"[..], b"PK\x03\x04", b"a\x00b\x00\x00c\x01\x02\x03", &[0; 64], b"\x89PNG\r\n"] {
            assert!(matches!(decode(bytes, false), Err(LoadError::Binary)), "{bytes:?}");
        }
    }

    #[test]
    fn a_stray_nul_does_not_hide_a_text() {
        let decoded = decode(b"before\0after", false).unwrap();
        assert_eq!(decoded.text, "beforeafter");
        assert!(decoded.warning.unwrap().contains("NUL"));
    }

    #[test]
    fn line_ends_become_newlines() {
        assert_eq!(clean_lines("a\r\nb\rc\u{2028}d\te\x0bf"), "a\nb\nc\nd   e f");
    }

    #[test]
    fn nothing_that_acts_or_hides_survives() {
        assert_eq!(clean("a\x1b[31mb\u{9b}31m\u{7f}c"), "a[31mb31mc");
        assert_eq!(clean("Pu\u{200b}ti\u{ad}n\u{202e}\u{2066}\u{e0041}\u{feff}"), "Putin");
        assert_eq!(clean("Pu\u{200d}tin 👨\u{200d}👩"), "Putin 👨👩");
        // The joiner is part of the spelling here.
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
        // Combining marks are letters.
        assert_eq!(clean("Vuc\u{30c}ic\u{301}"), "Vuc\u{30c}ic\u{301}");
    }

    #[test]
    fn a_line_has_single_spaces_and_keeps_those_that_bind() {
        assert_eq!(clean_line("  a \n\t b\u{a0}c  "), "a b\u{a0}c");
    }
}
