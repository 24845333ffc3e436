//! One line of text that is being typed.

use crossterm::event::KeyCode;
use unicode_segmentation::UnicodeSegmentation;

use super::keys::Key;
use super::page::cells;

/// A line of text with a cursor in it.
#[derive(Debug, Clone, Default)]
pub struct Input {
    text: String,
    /// The cursor: a byte offset at a grapheme's boundary.
    at: usize,
}

impl Input {
    /// A line that holds `text`, with the cursor behind it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { at: text.len(), text }
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cursor's column.
    #[must_use]
    pub fn column(&self) -> u16 {
        cells(&self.text[..self.at])
    }

    /// Types `text` at the cursor; what a line cannot hold becomes a space or is left out.
    pub fn insert(&mut self, text: &str) {
        let clean: String = text
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
            .filter(|c| !c.is_control())
            .collect();
        self.text.insert_str(self.at, &clean);
        self.at += clean.len();
    }

    /// Takes a key; `false` where it is none for a line of text.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.character() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        match (key.code(), key.ctrl()) {
            (KeyCode::Left, false) | (KeyCode::Char('b'), true) => self.at = self.before(),
            (KeyCode::Right, false) | (KeyCode::Char('f'), true) => self.at = self.after(),
            (KeyCode::Home, _) | (KeyCode::Char('a'), true) => self.at = 0,
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => self.at = self.text.len(),
            (KeyCode::Backspace, false) | (KeyCode::Char('h'), true) => self.remove(self.before(), self.at),
            (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => self.remove(self.at, self.after()),
            (KeyCode::Char('u'), true) => self.remove(0, self.at),
            (KeyCode::Char('k'), true) => self.remove(self.at, self.text.len()),
            (KeyCode::Char('w') | KeyCode::Backspace, true) => {
                let before = self.text[..self.at].trim_end();
                let word = before
                    .rfind(char::is_whitespace)
                    .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
                self.remove(word, self.at);
            }
            _ => return false,
        }
        true
    }

    fn before(&self) -> usize {
        self.text[..self.at].grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn after(&self) -> usize {
        self.at + self.text[self.at..].graphemes(true).next().map_or(0, str::len)
    }

    fn remove(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.at = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> String {
        let mut input = Input::new("naïve é 习近平");
        for key in keys.split_whitespace() {
            input.press(key.parse().unwrap());
        }
        input.text().to_owned()
    }

    #[test]
    fn editing_keeps_whole_characters() {
        assert_eq!(typed("Backspace"), "naïve é 习近");
        assert_eq!(typed("Left Left x"), "naïve é 习x近平");
        assert_eq!(typed("Ctrl-w Ctrl-w"), "naïve ");
        assert_eq!(typed("Home Delete Right Delete"), "ave é 习近平");
        assert_eq!(typed("Ctrl-a Ctrl-k y"), "y");
    }
}
