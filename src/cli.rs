//! The command line: its definition, and a file for each command.

mod extract;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Read a folder of geopolitical briefings in the terminal.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print what is found in briefings, one JSON object a line
    Extract(extract::Args),
}

/// Parses the command line, runs the command, reports its error in one line.
#[must_use]
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Some(Command::Extract(args)) => extract::run(&args),
        None => ExitCode::SUCCESS,
    }
}
