//! Settings: `config.example.toml`, which is embedded and holds every default, with the reader's own file merged over it.
//!
//! What a colour or a key may be is checked where they are used, in `tui`; here they are strings.

mod complaint;
mod merge;
mod paths;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item};

pub use complaint::Complaint;
pub use paths::{Paths, expand_home};

/// Every setting with its default and its meaning; also the text of `config.example.toml`.
pub const EXAMPLE: &str = include_str!("../config.example.toml");

/// The settings in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// `[library]`
    pub library: Library,
    /// `[article]`
    pub article: Article,
    /// `[export]`
    pub export: Export,
    /// `[programs]`
    pub programs: Programs,
    /// `[theme]`: colour and attributes by the name of what is coloured.
    pub theme: BTreeMap<String, String>,
    /// `[keys]`: key sequences by the name of the action.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// Where the briefings are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Library {
    /// The folder that opens when none is named.
    pub folder: Option<PathBuf>,
}

/// How an article is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The longest line of text, in columns.
    pub measure: u16,
    /// How many lines stay visible above and below the cursor.
    pub scroll_margin: u16,
}

/// Where exports go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// The folder; `None` is the one attaché was started in.
    pub folder: Option<PathBuf>,
}

/// Other programs that attaché starts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programs {
    /// Opens a briefing's file; `None` is `$VISUAL`, else `$EDITOR`, else vi.
    pub editor: Option<String>,
    /// Opens an address; `None` is the platform's own way.
    pub browser: Option<String>,
}

/// The settings as they were read, with what was wrong with them.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The settings in force.
    pub config: Config,
    /// What the reader's file says that cannot be used, in the order of the file.
    pub complaints: Vec<Complaint>,
    /// The reader's file, where there is one.
    pub file: Option<PathBuf>,
    merged: DocumentMut,
    lines: BTreeMap<String, usize>,
}

/// Why no settings could be read at all.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file that was asked for cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Loaded {
    /// The defaults alone.
    #[must_use]
    pub fn defaults() -> Self {
        Self::from_text(None, "")
    }

    /// Reads the file at `path` over the defaults. Where `required` is unset, a file that is not there is none.
    ///
    /// # Errors
    /// When the file cannot be read. What is wrong in it is no error: it becomes [`Loaded::complaints`].
    pub fn read(path: &Path, required: bool) -> Result<Self, Error> {
        // A pipe might never end.
        let bytes = std::fs::metadata(path).and_then(|meta| match meta.is_file() {
            true => std::fs::read(path),
            false => Err(std::io::Error::other("it is not a regular file")),
        });
        match bytes {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Ok(Self::from_text(Some(path), &text)),
                Err(error) => {
                    let mut loaded = Self::from_text(Some(path), "");
                    let at = error.utf8_error().valid_up_to();
                    let text = String::from_utf8_lossy(error.as_bytes());
                    let (line, column) = merge::line_and_column(&text, at);
                    loaded.complaints.push(
                        Complaint::new("", "is not UTF-8 text; the defaults hold").in_file(path).at(line, Some(column)),
                    );
                    Ok(loaded)
                }
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !required => Ok(Self::defaults()),
            Err(source) => Err(Error::Read { path: path.to_owned(), source }),
        }
    }

    /// Merges `text`, the contents of the file at `path`, over the defaults.
    #[must_use]
    pub fn from_text(path: Option<&Path>, text: &str) -> Self {
        // The example is part of the program; a test holds that it parses.
        let mut merged = EXAMPLE.parse::<DocumentMut>().unwrap_or_default();
        let merge::Outcome { mut complaints, lines } = merge::merge(&mut merged, text);
        for complaint in &mut complaints {
            complaint.file = path.map(Path::to_owned);
        }
        Self { config: Config::of(&merged), complaints, file: path.map(Path::to_owned), merged, lines }
    }

    /// `complaint` with the file and line that its key stands in, for what is found wrong by those who use a setting.
    #[must_use]
    pub fn placed(&self, complaint: Complaint) -> Complaint {
        let line = self.lines.get(&complaint.key).copied();
        Complaint { file: self.file.clone(), line: complaint.line.or(line), ..complaint }
    }

    /// The settings in force as a configuration file, with the manual's comments; read again, it gives the same.
    #[must_use]
    pub fn to_toml(&self) -> String {
        self.merged.to_string()
    }
}

impl Config {
    /// `merged` has the tables, keys and types of the example: `merge` lets nothing else in.
    fn of(merged: &DocumentMut) -> Self {
        let text = |table: &str, key: &str| {
            let value = merged.get(table).and_then(|t| t.get(key)).and_then(Item::as_str).unwrap_or_default();
            (!value.trim().is_empty()).then(|| value.trim().to_owned())
        };
        let number = |key: &str| {
            let value = merged.get("article").and_then(|t| t.get(key)).and_then(Item::as_integer);
            value.and_then(|n| u16::try_from(n).ok()).unwrap_or_default()
        };
        let entries = |table: &str| merged.get(table).and_then(Item::as_table).into_iter().flat_map(|t| t.iter());
        Self {
            library: Library { folder: text("library", "folder").map(|f| expand_home(&f)) },
            article: Article { measure: number("measure"), scroll_margin: number("scroll-margin") },
            export: Export { folder: text("export", "folder").map(|f| expand_home(&f)) },
            programs: Programs { editor: text("programs", "editor"), browser: text("programs", "browser") },
            theme: entries("theme").filter_map(|(k, v)| Some((k.to_owned(), v.as_str()?.to_owned()))).collect(),
            keys: entries("keys").map(|(k, v)| (k.to_owned(), merge::strings(v).unwrap_or_default())).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(text: &str) -> Vec<String> {
        let path = Path::new("/etc/config.toml");
        Loaded::from_text(Some(path), text).complaints.iter().map(Complaint::to_string).collect()
    }

    #[test]
    fn the_example_is_the_defaults() {
        let loaded = Loaded::defaults();
        assert_eq!(loaded.to_toml(), EXAMPLE);
        assert_eq!(loaded.config, Loaded::from_text(None, EXAMPLE).config);
        assert_eq!(Loaded::from_text(None, EXAMPLE).complaints, []);
        assert_eq!(loaded.config.article, Article { measure: 76, scroll_margin: 3 });
        assert_eq!(loaded.config.library.folder, None);
        assert_eq!(loaded.config.keys["top"], ["g g", "Home"]);
        assert_eq!(loaded.config.theme["bookmark"], "black on yellow");
    }

    #[test]
    fn a_bad_setting_is_reported_and_the_rest_counts() {
        let text =
            "[keys]\nbokmark = [\"b\"]\nquit = \"q\"\nup = [\"x\"]\n\n[article]\nmeasure = 500\nscroll_margin = 1\n";
        assert_eq!(
            complaints(text),
            [
                "config.toml:2: keys.bokmark: unknown key; did you mean \"bookmark\"?",
                "config.toml:3: keys.quit: cannot be used; allowed: a list of strings, such as [\"j\", \"Down\"], or []",
                "config.toml:7: article.measure: cannot be used; allowed: 40 to 120",
                "config.toml:8: article.scroll_margin: unknown key; did you mean \"scroll-margin\"?",
            ]
        );
        let config = Loaded::from_text(None, text).config;
        assert_eq!(
            (config.article.measure, &config.keys["up"], &config.keys["quit"][0]),
            (76, &vec!["x".into()], &"q".into())
        );
    }

    #[test]
    fn a_misplaced_key_and_an_unknown_table_are_told_apart() {
        assert_eq!(
            complaints("measure = 70\n"),
            ["config.toml:1: measure: stands outside its table; allowed: [article]"]
        );
        assert_eq!(complaints("[key]\nup = []"), ["config.toml:1: key: unknown table; did you mean \"keys\"?"]);
        assert_eq!(complaints("keys = 1"), ["config.toml:1: keys: is a table: write it as [keys]"]);
        assert_eq!(complaints("\n\nxyzzy = 1"), ["config.toml:3: xyzzy: unknown key"]);
    }

    #[test]
    fn an_error_of_syntax_leaves_the_defaults() {
        let loaded = Loaded::from_text(Some(Path::new("c.toml")), "[keys]\nup = [\"x\"\n");
        assert_eq!(loaded.config, Loaded::defaults().config);
        assert_eq!(loaded.complaints.len(), 1);
        assert!(loaded.complaints[0].to_string().starts_with("c.toml:2:"), "{}", loaded.complaints[0]);
    }

    #[test]
    fn the_settings_in_force_give_themselves_again() {
        let text = "theme.person = 'red # not a comment'\nkeys = { up = [\n'x', # why\n 'y'], down = [] }\n[article]\nmeasure = 100\n[programs]\neditor = '''a\nb'''";
        let loaded = Loaded::from_text(None, text);
        assert_eq!(loaded.complaints, []);
        assert_eq!(loaded.config.keys["up"], ["x", "y"]);
        let again = Loaded::from_text(None, &loaded.to_toml());
        assert_eq!((again.config, again.complaints.len()), (loaded.config.clone(), 0));
        assert_eq!(again.merged.to_string(), loaded.to_toml());
    }

    #[test]
    fn a_complaint_made_elsewhere_is_told_where_its_key_stands() {
        let loaded = Loaded::from_text(Some(Path::new("c.toml")), "[theme]\n\nperson = \"puce\"\n");
        let complaint = loaded.placed(Complaint::new("theme.person", "no colour").allowed("cyan"));
        assert_eq!(complaint.to_string(), "c.toml:3: theme.person: no colour; allowed: cyan");
    }
}
