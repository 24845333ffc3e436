//! The reader's own lexicons: which there are, and `attache lexicon check`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::Cli;
use super::output::{Failure, Outcome, complain, print, visible};
use crate::config::Paths;
use crate::extract::{LexiconInForce, LexiconProblem, OwnLexicon};

/// A larger file is no lexicon.
const MAX_BYTES: u64 = 16_000_000;

/// The commands of `attache lexicon`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Say what in your lexicons cannot be used, and how many entries were read; exit status 1 if there is anything
    Check {
        /// Check this file instead of that of the data folder
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
}

pub(super) fn run(command: &Command, cli: &Cli) -> Outcome {
    let Command::Check { file } = command;
    let mut files: Vec<(PathBuf, bool)> = match file {
        Some(file) => vec![(file.clone(), true)],
        None => Paths::of_platform().map(|paths| (paths.lexicon(), false)).into_iter().collect(),
    };
    files.extend(cli.lexicon.iter().map(|file| (file.clone(), true)));
    let mut counts = String::new();
    let mut own = Vec::new();
    for (path, needed) in &files {
        let shown = visible(&path.to_string_lossy());
        let Some(lexicon) = read(path, *needed)? else {
            counts.push_str(&format!("{shown}: is not there; the built-in lexicon holds\n"));
            continue;
        };
        let entries = match lexicon.len() {
            1 => "1 entry".to_owned(),
            n => format!("{n} entries"),
        };
        let corrections = lexicon.corrections();
        counts.push_str(&format!("{shown}: {entries}, {corrections} merged or hidden\n"));
        own.push(lexicon);
    }
    let lexicon = LexiconInForce::new(own);
    for problem in lexicon.problems() {
        complain(problem);
    }
    print(&counts)?;
    Ok(if lexicon.problems().is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The lexicon that the reader's own files make: that of the data folder, then those of the command line.
pub(super) fn in_force(cli: &Cli) -> Result<LexiconInForce, Failure> {
    let mut own = Vec::new();
    if let Some(paths) = Paths::of_platform() {
        own.extend(read(&paths.lexicon(), false)?);
    }
    for path in &cli.lexicon {
        own.extend(read(path, true)?);
    }
    Ok(LexiconInForce::new(own))
}

/// Reads a lexicon. One that was named must be there to be read; one that is damaged is a problem of its own.
fn read(path: &Path, named: bool) -> Result<Option<OwnLexicon>, Failure> {
    let name = visible(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
    let text = match text(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && !named => return Ok(None),
        Err(error) if named && error.kind() != io::ErrorKind::InvalidData => {
            return Err(Failure::new(format!("{}: cannot be read: {error}", path.display())));
        }
        Err(error) => {
            let problem =
                LexiconProblem::of_file(&name, &format!("cannot be read: {error}; the built-in lexicon holds"));
            return Ok(Some(OwnLexicon::unreadable(problem)));
        }
    };
    Ok(Some(OwnLexicon::parse(&name, &text)))
}

fn text(path: &Path) -> io::Result<String> {
    let about = std::fs::metadata(path)?;
    // A pipe or a device may never end.
    if !about.is_file() {
        return Err(io::Error::other("is not a regular file"));
    }
    if about.len() > MAX_BYTES {
        return Err(io::Error::other(format!("is larger than {} MB", MAX_BYTES / 1_000_000)));
    }
    let bytes = std::fs::read(path)?;
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        io::Error::new(io::ErrorKind::InvalidData, format!("byte {at} is not UTF-8"))
    })
}
