//! One thing that is wrong with the reader's settings, in one line.

use std::fmt;
use std::path::{Path, PathBuf};

/// What is wrong with one setting, and what would be right. The rest of the settings still count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The file it stands in.
    pub file: Option<PathBuf>,
    /// The line there, from 1.
    pub line: Option<usize>,
    /// The character in the line, from 1; given only for errors of syntax.
    pub column: Option<usize>,
    /// The setting with its table (`keys.bookmark`); empty where the whole file is meant.
    pub key: String,
    /// What is wrong ("unknown key").
    pub problem: String,
    /// What would be right ("40 to 120").
    pub allowed: Option<String>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Complaint {
    /// A complaint about the setting `key`; [`super::Loaded::placed`] adds where it stands.
    #[must_use]
    pub fn new(key: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            file: None,
            line: None,
            column: None,
            key: key.into(),
            problem: problem.into(),
            allowed: None,
            suggestion: None,
        }
    }

    /// With what would be right.
    #[must_use]
    pub fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.allowed = Some(allowed.into());
        self
    }

    /// With the one of `names` that looks like `meant`, if any does.
    #[must_use]
    pub fn suggest<'n>(mut self, meant: &str, names: impl IntoIterator<Item = &'n str>) -> Self {
        self.suggestion = closest(meant, names).map(str::to_owned);
        self
    }

    /// With the file it stands in.
    #[must_use]
    pub fn in_file(mut self, file: &Path) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// With the line, and perhaps the column, that it stands in, both from 1.
    #[must_use]
    pub fn at(mut self, line: usize, column: Option<usize>) -> Self {
        (self.line, self.column) = (Some(line), column);
        self
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = self.file.as_deref().and_then(Path::file_name) {
            write!(f, "{}:", name.to_string_lossy())?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
                if let Some(column) = self.column {
                    write!(f, "{column}:")?;
                }
            }
            f.write_str(" ")?;
        }
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        f.write_str(&self.problem)?;
        if let Some(allowed) = &self.allowed {
            write!(f, "; allowed: {allowed}")?;
        }
        if let Some(suggestion) = &self.suggestion {
            write!(f, "; did you mean \"{suggestion}\"?")?;
        }
        Ok(())
    }
}

/// The name that `meant` is a slip of: at most a third of its letters may differ.
fn closest<'n>(meant: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let meant = meant.to_lowercase().replace('_', "-");
    let limit = (meant.chars().count() / 3).max(1);
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&meant, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}
