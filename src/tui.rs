//! The screen.

pub mod action;
pub mod history;
pub mod input;
pub mod keys;
pub mod page;
pub mod reader;
pub mod theme;

use std::io;
use std::path::PathBuf;

use crate::config::{Complaint, Config, Loaded, Paths};

/// What the screen opens with.
#[derive(Debug, Clone)]
pub struct Start {
    /// What is read.
    pub open: Open,
    /// The settings in force, and what was wrong with them.
    pub settings: Loaded,
    /// What the reader should know at the start, one line each, such as that samples were laid out.
    pub notices: Vec<String>,
    /// Where the reader's own data lies.
    pub paths: Paths,
}

/// What is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// Every briefing in a folder and below.
    Folder(PathBuf),
    /// One briefing alone.
    File(PathBuf),
}

/// Shows the screen until the reader leaves it.
///
/// # Errors
/// When the terminal fails.
pub fn run(start: Start) -> io::Result<()> {
    let _ = start;
    Err(io::Error::other("the screen is not built yet"))
}

/// What is wrong with the keys and colours of `config`; [`Loaded::placed`] adds where they stand.
#[must_use]
pub fn check(config: &Config) -> Vec<Complaint> {
    let _ = config;
    Vec::new()
}
