//! Text from outside of a briefing's own (names of files, messages of the system), made fit to be shown.

/// `text` with every character that would act on a terminal, hide, or start another line written as an escape.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let hidden = c.is_control()
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
        if hidden { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_acts_on_a_terminal_is_escaped() {
        assert_eq!(visible("a\u{1b}[2J\n\u{9b}é\u{202e}"), "a\\u{1b}[2J\\n\\u{9b}é\\u{202e}");
    }
}
