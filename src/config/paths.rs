//! Where the platform keeps the reader's settings and data.

use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// The files and folders of the reader's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// `config.toml`
    pub config: PathBuf,
    /// The folder of the reader's own data.
    pub data: PathBuf,
}

impl Paths {
    /// Those of the platform, by the XDG variables where it knows them; `None` without a home folder.
    #[must_use]
    pub fn of_platform() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "attache")?;
        Some(Self { config: dirs.config_dir().join("config.toml"), data: dirs.data_dir().to_owned() })
    }

    /// The reader's bookmarks.
    #[must_use]
    pub fn bookmarks(&self) -> PathBuf {
        self.data.join("bookmarks.toml")
    }

    /// What was read, where reading stopped, the dates and marks that the reader set.
    #[must_use]
    pub fn reading(&self) -> PathBuf {
        self.data.join("reading.toml")
    }

    /// The reader's own lexicon.
    #[must_use]
    pub fn lexicon(&self) -> PathBuf {
        self.data.join("lexicon.toml")
    }

    /// The folder that opens where no other is named.
    #[must_use]
    pub fn briefings(&self) -> PathBuf {
        self.data.join("briefings")
    }
}

/// `path` with a leading `~` replaced by the home folder.
#[must_use]
pub fn expand_home(path: &str) -> PathBuf {
    let home = || BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match path.strip_prefix('~') {
        Some("") => home().unwrap_or_else(|| PathBuf::from(path)),
        Some(rest) if rest.starts_with(std::path::is_separator) => match home() {
            Some(home) => home.join(Path::new(&rest[1..])),
            None => PathBuf::from(path),
        },
        _ => PathBuf::from(path),
    }
}
