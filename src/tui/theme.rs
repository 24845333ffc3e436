//! Colours and attributes, from the `[theme]` table of the configuration.

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

/// The `[theme]` table: the style of each thing, by its name.
pub type ThemeLines = BTreeMap<String, String>;

/// What is wrong with a line of `[theme]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeProblem {
    /// The line's name.
    pub name: String,
    /// What is wrong, and what is allowed.
    pub problem: String,
}

macro_rules! theme {
    ($($field:ident, $name:literal;)*) => {
        /// The style of everything that has one.
        #[derive(Debug, Clone, Default)]
        #[allow(missing_docs, reason = "the fields are the lines of the [theme] table, described there")]
        pub struct Theme {
            $(pub $field: Style,)*
        }

        impl Theme {
            /// The names of the lines, as the configuration writes them.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// Builds the theme from the lines of the configuration, and says which of them cannot be used: those
            /// of `defaults` then count. With `colours` off, only the attributes do.
            #[must_use]
            pub fn new(lines: &ThemeLines, defaults: &ThemeLines, colours: bool) -> (Theme, Vec<ThemeProblem>) {
                let (mut theme, mut problems) = (Theme::default(), Vec::new());
                $(
                    let read = |lines: &ThemeLines| lines.get($name).map_or(Ok(Style::default()), |line| style(line));
                    let chosen = read(lines).unwrap_or_else(|problem| {
                        problems.push(ThemeProblem { name: $name.to_owned(), problem });
                        read(defaults).unwrap_or_default()
                    });
                    theme.$field = if colours { chosen } else { without_colours($name, chosen) };
                )*
                (theme, problems)
            }
        }
    };
}

theme! {
    person, "person";
    state, "state";
    organisation, "organisation";
    armed_group, "armed-group";
    figure, "figure";
    meeting, "meeting";
    date, "date";
    bookmark, "bookmark";
    selection, "selection";
    selected_mention, "selected-mention";
    hit, "hit";
    hint, "hint";
    title, "title";
    heading, "heading";
    quotation, "quotation";
    link, "link";
    focus, "focus";
    border, "border";
    dim, "dim";
    warning, "warning";
    error, "error";
}

/// Without its colours a style that has a background must still stand out, and so must what is marked in the text.
fn without_colours(name: &str, style: Style) -> Style {
    let background = style.bg.is_some_and(|c| c != Color::Reset);
    let plain = Style { fg: None, bg: None, ..style };
    let attribute = match name {
        _ if background => Modifier::REVERSED,
        _ if !style.add_modifier.is_empty() => Modifier::empty(),
        "person" | "state" | "organisation" | "armed-group" => Modifier::UNDERLINED,
        "figure" => Modifier::BOLD,
        "date" | "meeting" => Modifier::ITALIC,
        _ => Modifier::empty(),
    };
    plain.add_modifier(attribute)
}

/// Reads a style such as `"black on yellow bold"`.
fn style(text: &str) -> Result<Style, String> {
    let mut style = Style::default();
    let mut background = false;
    for word in text.split_whitespace() {
        let attribute = match word {
            "bold" => Some(Modifier::BOLD),
            "dim" => Some(Modifier::DIM),
            "italic" => Some(Modifier::ITALIC),
            "underlined" => Some(Modifier::UNDERLINED),
            "reversed" => Some(Modifier::REVERSED),
            "crossed-out" => Some(Modifier::CROSSED_OUT),
            _ => None,
        };
        if let Some(attribute) = attribute {
            style = style.add_modifier(attribute);
        } else if word == "on" {
            background = true;
            continue;
        } else {
            let colour = colour(word)?;
            style = if background { style.bg(colour) } else { style.fg(colour) };
        }
        background = false;
    }
    if background { Err("a background is missing after \"on\"".to_owned()) } else { Ok(style) }
}

fn colour(word: &str) -> Result<Color, String> {
    if word == "default" {
        return Ok(Color::Reset);
    }
    Color::from_str(word).map_err(|_| {
        format!("\"{word}\" is neither a colour (a name such as cyan or light-red, 0 to 255, #rrggbb) nor bold, dim, italic, underlined, reversed or crossed-out")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_backgrounds_and_attributes_are_read() {
        assert_eq!(
            style("black on yellow bold"),
            Ok(Style::new().fg(Color::Black).bg(Color::Yellow).add_modifier(Modifier::BOLD))
        );
        assert_eq!(style("#102030"), Ok(Style::new().fg(Color::Rgb(0x10, 0x20, 0x30))));
        assert_eq!(style("light-red on default"), Ok(Style::new().fg(Color::LightRed).bg(Color::Reset)));
        assert_eq!(style(""), Ok(Style::default()));
        assert!(style("blakc").is_err());
        assert!(style("on").is_err());
    }

    #[test]
    fn without_colours_a_background_becomes_reversed() {
        let yellow = Style::new().fg(Color::Black).bg(Color::Yellow);
        assert_eq!(without_colours("hit", yellow), Style::new().add_modifier(Modifier::REVERSED));
        assert_eq!(without_colours("figure", Style::new().fg(Color::Red)), Style::new().add_modifier(Modifier::BOLD));
    }
}
