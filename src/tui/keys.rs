//! Keys as the configuration writes them ("Ctrl-d", "g g"), and what a sequence of them calls.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;

/// One key with its modifiers. A character stands for itself: its Shift is in the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
    alt: bool,
}

/// The keys that have a name, in the order in which they are tried.
const NAMED: [(&str, KeyCode); 19] = [
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PgUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("PgDn", KeyCode::PageDown),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Null", KeyCode::Null),
];

impl Key {
    /// The key that a terminal reported.
    #[must_use]
    pub fn of(event: KeyEvent) -> Key {
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Tab if shift => KeyCode::BackTab,
            // Some terminals report a shifted letter as the small letter with Shift.
            KeyCode::Char(c) if shift && c.is_lowercase() && c.to_uppercase().count() == 1 => {
                KeyCode::Char(c.to_uppercase().next().unwrap_or(c))
            }
            code => code,
        };
        Key {
            code,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
        }
    }

    /// The character it types, where it types one.
    #[must_use]
    pub fn character(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key without its modifiers.
    #[must_use]
    pub fn code(self) -> KeyCode {
        self.code
    }

    /// Whether Ctrl is held.
    #[must_use]
    pub fn ctrl(self) -> bool {
        self.ctrl
    }
}

impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Key, String> {
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            match rest.split_once('-') {
                Some((modifier, key)) if !key.is_empty() && modifier.eq_ignore_ascii_case("ctrl") => {
                    (ctrl, rest) = (true, key);
                }
                Some((modifier, key)) if !key.is_empty() && modifier.eq_ignore_ascii_case("alt") => {
                    (alt, rest) = (true, key);
                }
                _ => break,
            }
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if !c.is_control() && !c.is_whitespace() => {
                KeyCode::Char(if ctrl { c.to_ascii_lowercase() } else { c })
            }
            _ => {
                let named = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(rest)).map(|&(_, code)| code);
                let function = || {
                    let number: u8 = rest.strip_prefix(['F', 'f'])?.parse().ok()?;
                    (1..=12).contains(&number).then_some(KeyCode::F(number))
                };
                named.or_else(function).ok_or_else(|| format!("\"{text}\" is no key"))?
            }
        };
        Ok(Key { code, ctrl, alt })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            write!(f, "Ctrl-")?;
        }
        if self.alt {
            write!(f, "Alt-")?;
        }
        match self.code {
            KeyCode::Char(' ') => write!(f, "Space"),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(n) => write!(f, "F{n}"),
            code => write!(f, "{}", NAMED.iter().find(|(_, c)| *c == code).map_or("?", |(name, _)| name)),
        }
    }
}

/// A sequence of keys such as `g g`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(pub Vec<Key>);

impl FromStr for Keys {
    type Err = String;

    fn from_str(text: &str) -> Result<Keys, String> {
        let keys: Vec<Key> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
        if keys.is_empty() { Err("it is empty".to_owned()) } else { Ok(Keys(keys)) }
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, key) in self.0.iter().enumerate() {
            write!(f, "{}{key}", if i > 0 { " " } else { "" })?;
        }
        Ok(())
    }
}

/// What a sequence of keys comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// It calls this action.
    Action(Action),
    /// It is the beginning of longer sequences.
    Prefix,
    /// It calls nothing.
    Nothing,
}

/// The `[keys]` table: the keys of each action, by its name.
pub type KeyLines = BTreeMap<String, Vec<String>>;

/// What is wrong with a line of `[keys]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyProblem {
    /// The action's name.
    pub action: String,
    /// What is wrong, and what is allowed.
    pub problem: String,
}

/// Which keys call which action.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    bindings: Vec<(Keys, Action)>,
}

impl Keymap {
    /// Builds the map from action names and the keys of each, and says what of it cannot be used: an unknown key,
    /// keys that another action has, or a sequence that begins with another action's whole sequence. A line that
    /// differs from `defaults` is the reader's, and wins over those that do not.
    #[must_use]
    pub fn new(lines: &KeyLines, defaults: &KeyLines) -> (Keymap, Vec<KeyProblem>) {
        let (mut map, mut problems) = (Keymap::default(), Vec::new());
        let readers = |action: &Action| lines.get(action.name()) != defaults.get(action.name());
        let (own, default): (Vec<Action>, Vec<Action>) = Action::ALL.iter().copied().partition(readers);
        for action in own.into_iter().chain(default) {
            let none = Vec::new();
            let line = lines.get(action.name()).unwrap_or(&none);
            // A line with no usable key leaves the action its default keys.
            let usable = line.is_empty() || line.iter().any(|written| written.parse::<Keys>().is_ok());
            let spare = if usable { &none } else { defaults.get(action.name()).unwrap_or(&none) };
            for written in line.iter().chain(spare) {
                let bound = written.parse::<Keys>().map_err(|problem| {
                    format!(
                        "{problem}; allowed are characters, Ctrl- or Alt- before them, and names such as Enter or F1"
                    )
                });
                let bound = bound.and_then(|keys| match map.clash(&keys) {
                    Some(other) => Err(format!("\"{keys}\" already calls {} or begins its keys", other.name())),
                    None => Ok(keys),
                });
                match bound {
                    Ok(keys) => map.bindings.push((keys, action)),
                    Err(problem) => problems.push(KeyProblem { action: action.name().to_owned(), problem }),
                }
            }
        }
        (map, problems)
    }

    fn clash(&self, keys: &Keys) -> Option<Action> {
        let starts = |a: &[Key], b: &[Key]| a.starts_with(b) || b.starts_with(a);
        self.bindings.iter().find(|(other, _)| starts(&other.0, &keys.0)).map(|&(_, action)| action)
    }

    /// What the keys pressed so far come to.
    #[must_use]
    pub fn meaning(&self, pressed: &[Key]) -> Meaning {
        let mut prefix = false;
        for (keys, action) in &self.bindings {
            if keys.0 == pressed {
                return Meaning::Action(*action);
            }
            prefix |= keys.0.starts_with(pressed);
        }
        if prefix { Meaning::Prefix } else { Meaning::Nothing }
    }

    /// The keys of an action, as one would write them; empty where it has none.
    #[must_use]
    pub fn keys_of(&self, action: Action) -> Vec<String> {
        self.bindings.iter().filter(|(_, a)| *a == action).map(|(keys, _)| keys.to_string()).collect()
    }

    /// The first keys of an action, for a hint on the screen.
    #[must_use]
    pub fn first_of(&self, action: Action) -> String {
        self.keys_of(action).into_iter().next().unwrap_or_else(|| format!(":{}", action.name()))
    }

    /// What may follow the keys pressed so far: the next keys, and the action that they lead to.
    #[must_use]
    pub fn continuations(&self, pressed: &[Key]) -> Vec<(String, Action)> {
        let longer =
            self.bindings.iter().filter(|(keys, _)| keys.0.len() > pressed.len() && keys.0.starts_with(pressed));
        longer.map(|(keys, action)| (Keys(keys.0[pressed.len()..].to_vec()).to_string(), *action)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(of: &[(&str, &[&str])]) -> KeyLines {
        of.iter().map(|(name, keys)| ((*name).to_owned(), keys.iter().map(|k| (*k).to_owned()).collect())).collect()
    }

    #[test]
    fn what_is_written_is_what_is_shown() {
        for written in ["j", "G", "Ctrl-d", "Alt-x", "g g", "Shift-Tab", "Space", "F12", "'", "-", "Ctrl--", "e M"] {
            assert_eq!(written.parse::<Keys>().unwrap().to_string(), written);
        }
        for wrong in ["", "F13", "Hyper-x", "Strg-d", "gg"] {
            assert!(wrong.parse::<Keys>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_sequence_is_a_prefix_until_it_is_whole() {
        let (map, problems) = Keymap::new(&lines(&[("top", &["g g"]), ("down", &["j"])]), &KeyLines::new());
        assert!(problems.is_empty());
        let g: Key = "g".parse().unwrap();
        assert_eq!(map.meaning(&[g]), Meaning::Prefix);
        assert_eq!(map.meaning(&[g, g]), Meaning::Action(Action::Top));
        assert_eq!(map.meaning(&["x".parse().unwrap()]), Meaning::Nothing);
        assert_eq!(map.continuations(&[g]), [("g".to_owned(), Action::Top)]);
    }

    #[test]
    fn keys_that_clash_are_reported_and_the_rest_counts() {
        let (map, problems) = Keymap::new(
            &lines(&[("down", &["j"]), ("up", &["j", "Hyper-k", "k"]), ("top", &["j j"])]),
            &KeyLines::new(),
        );
        assert_eq!(map.meaning(&["k".parse().unwrap()]), Meaning::Action(Action::Up));
        assert_eq!(problems.len(), 3, "{problems:?}");
    }

    #[test]
    fn a_line_of_the_readers_own_wins_over_a_default() {
        let defaults = lines(&[("down", &["j"]), ("bookmark", &["b"])]);
        let (map, problems) = Keymap::new(&lines(&[("down", &["j"]), ("bookmark", &["j"])]), &defaults);
        assert_eq!(map.meaning(&["j".parse().unwrap()]), Meaning::Action(Action::Bookmark));
        assert_eq!(problems[0].action, "down");
    }

    #[test]
    fn a_line_that_cannot_be_used_leaves_the_default() {
        let defaults = lines(&[("up", &["k"])]);
        let (map, problems) = Keymap::new(&lines(&[("up", &["Hyper-k"])]), &defaults);
        assert_eq!(problems.len(), 1);
        assert_eq!(map.keys_of(Action::Up), ["k"]);
        let (map, problems) = Keymap::new(&lines(&[("up", &[])]), &defaults);
        assert!(problems.is_empty() && map.keys_of(Action::Up).is_empty(), "an empty list switches it off");
    }
}
