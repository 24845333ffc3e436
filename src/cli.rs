//! The command line: its definition, and a file for each command.
//!
//! A command gives its result on standard output, everything else in lines on standard error. The exit status is 0, 1
//! after an error, or 2 when the command line cannot be understood.

mod bookmark;
mod config;
mod explain;
mod export;
mod extract;
mod lexicon;
mod list;
mod manual;
mod open;
mod output;
mod show;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::config::{Loaded, Paths};
use crate::reading::Reading;
use output::{Failure, complain};

/// Read a folder of geopolitical briefings in the terminal.
///
/// Opens FOLDER, or one briefing alone; without it the folder that the configuration names, else ./briefings, else
/// `briefings` in the data folder, which the first start fills with samples. Where standard input or output is no
/// terminal, the briefings are listed instead.
#[derive(Debug, Parser)]
#[command(name = "attache", version, disable_help_subcommand = true)]
struct Cli {
    /// The folder of briefings, or one briefing
    #[arg(value_name = "FOLDER|FILE")]
    path: Option<PathBuf>,
    /// Read the settings from FILE
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    /// Read FILE as a lexicon over the built-in one and that of the data folder; may be given several times
    #[arg(long, value_name = "FILE", global = true)]
    lexicon: Vec<PathBuf>,
    /// Print the settings in force as a configuration file
    #[arg(long)]
    print_config: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Open a briefing at a bookmark's passage
    Open {
        /// The briefing and the bookmark's id, as an export names them
        #[arg(value_name = "FILE#ID")]
        target: String,
    },
    /// Print articles as plain text, without the furniture of their pages
    Show(show::Args),
    /// Print what is found in briefings, one JSON object a line
    Extract(extract::Args),
    /// Print why each finding is one, and what was turned down
    Explain(explain::Args),
    /// Print the bookmarks
    Export(export::Args),
    /// Make, list and remove bookmarks
    #[command(subcommand)]
    Bookmark(bookmark::Command),
    /// Check the settings
    #[command(subcommand)]
    Config(config::Command),
    /// Check the lexicons of your own
    #[command(subcommand)]
    Lexicon(lexicon::Command),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Parses the command line, runs the command, reports its error in one line.
#[must_use]
pub fn run() -> ExitCode {
    output::report_panics();
    let cli = match definition().try_get_matches().and_then(|m| Cli::from_arg_matches(&m)) {
        Ok(cli) => cli,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return output::finish(output::print(&error.to_string()));
        }
        Err(error) => {
            complain(usage(&error));
            return ExitCode::from(2);
        }
    };
    if cli.command.is_some() && (cli.path.is_some() || cli.print_config) {
        complain("a command stands alone: no folder and no --print-config before it; see attache --help");
        return ExitCode::from(2);
    }
    output::finish(match &cli.command {
        Some(Command::Open { target }) => open::at_bookmark(target, &cli),
        Some(Command::Show(args)) => show::run(args, &cli),
        Some(Command::Extract(args)) => extract::run(args, &cli),
        Some(Command::Explain(args)) => explain::run(args, &cli),
        Some(Command::Export(args)) => export::run(args),
        Some(Command::Bookmark(command)) => bookmark::run(command),
        Some(Command::Config(command)) => config::run(command, &cli),
        Some(Command::Lexicon(command)) => lexicon::run(command, &cli),
        Some(Command::Completions { shell }) => manual::completions(*shell),
        Some(Command::Man) => manual::page(),
        None if cli.print_config => config::print_settings(&cli),
        None => open::run(&cli),
    })
}

/// The definition, with the places of the files in its help.
fn definition() -> clap::Command {
    let places = Paths::of_platform().map_or_else(String::new, |paths| {
        format!(
            "Settings: {}\nBookmarks: {}\nLexicon: {}",
            paths.config.display(),
            paths.bookmarks().display(),
            paths.lexicon().display()
        )
    });
    Cli::command().after_help(places)
}

/// What is wrong with the command line, in one line.
fn usage(error: &clap::Error) -> String {
    let text = error.to_string();
    let message = text.split("\n\nUsage:").next().unwrap_or_default();
    let message = message.split("\n\nFor more information").next().unwrap_or_default();
    let message = message.trim_start_matches("error: ").replace("\n\n  tip: ", "; ");
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    // Without a command clap shows the help of the one before it, which is no error message.
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return "a command is missing; see --help".to_owned();
    }
    format!("{line}; see --help")
}

/// Where the reader's own files are.
fn paths() -> Result<Paths, Failure> {
    Paths::of_platform().ok_or_else(|| Failure::new("there is no home folder; set HOME"))
}

/// What the reader did with the briefings. Commands use no more of it than dates, so they go on without.
fn reading(paths: &Paths) -> Option<Reading> {
    Reading::open(&paths.reading()).inspect_err(|error| complain(error)).ok()
}

/// The settings, from the file that the command line names, else the platform's.
fn settings(cli: &Cli) -> Result<Loaded, Failure> {
    match (&cli.config, Paths::of_platform()) {
        (Some(file), _) => Ok(Loaded::read(file, true)?),
        (None, Some(paths)) => Ok(Loaded::read(&paths.config, false)?),
        (None, None) => Ok(Loaded::defaults()),
    }
}
