//! The reader's own lexicons: which there are, and `attache lexicon check`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::Cli;
use super::output::{Failure, Outcome, complain, print, visible};
use crate::config::Paths;
use crate::extract::LexiconInForce;
use crate::library::LexiconFiles;

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
    let files = match file {
        Some(file) => LexiconFiles::new(None, &[std::slice::from_ref(file), &cli.lexicon].concat()),
        None => files(cli),
    };
    let mut counts = String::new();
    let mut own = Vec::new();
    for (path, lexicon) in files.read_each().map_err(Failure::new)? {
        let shown = visible(&path.to_string_lossy());
        let Some(lexicon) = lexicon else {
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

/// The reader's own lexicons: that of the data folder, then those of the command line.
pub(super) fn files(cli: &Cli) -> LexiconFiles {
    LexiconFiles::new(Paths::of_platform().map(|paths| paths.lexicon()), &cli.lexicon)
}

/// The lexicon that they make.
pub(super) fn in_force(cli: &Cli) -> Result<LexiconInForce, Failure> {
    files(cli).read().map_err(Failure::new)
}
