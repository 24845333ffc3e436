//! One thing that is wrong with a lexicon of the reader's own, in one line.

use std::fmt;

/// What is wrong with an entry, and what would be right. The rest of the file still counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconProblem {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Which entry, and which key of it; empty where the whole file is meant.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What would be right.
    pub allowed: Option<String>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl LexiconProblem {
    pub(super) fn new(file: &str, line: usize, key: impl Into<String>, problem: impl Into<String>) -> Self {
        let (key, problem) = (key.into(), problem.into());
        Self { file: file.to_owned(), line, key, problem, allowed: None, suggestion: None }
    }

    /// What is wrong with a whole file.
    #[must_use]
    pub fn of_file(file: &str, problem: &str) -> Self {
        Self::new(file, 1, "", problem)
    }

    pub(super) fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.allowed = Some(allowed.into());
        self
    }

    /// With the one of `names` that `meant` is a slip of: at most a third of its letters, and at most two, may differ.
    pub(super) fn suggest<'n>(mut self, meant: &str, names: impl IntoIterator<Item = &'n str>) -> Self {
        let limit = (meant.chars().count() / 3).clamp(1, 2);
        self.suggestion = closest(meant, names, limit).map(str::to_owned);
        self
    }
}

/// The name that differs from `meant` in the fewest letters, `limit` at most.
pub(super) fn closest<'n>(meant: &str, names: impl IntoIterator<Item = &'n str>, limit: usize) -> Option<&'n str> {
    // Cheap first: most names are far from it.
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    let (first, last) = ends(meant);
    let near = |name: &&str| {
        let (a, b) = ends(name);
        name.len().abs_diff(meant.len()) <= 4 * limit && (limit > 1 || a == first || b == last)
    };
    let names = names.into_iter().filter(near).map(|name| (strsim::damerau_levenshtein(meant, name), name));
    names.filter(|(distance, _)| *distance <= limit).min().map(|(_, name)| name)
}

impl fmt::Display for LexiconProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
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
