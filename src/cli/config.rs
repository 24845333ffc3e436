//! `attache config check` and `attache --print-config`.

use std::process::ExitCode;

use super::output::{Outcome, complain, print};
use super::{Cli, settings};
use crate::config::{Complaint, Loaded, Paths};
use crate::tui;

/// The commands of `attache config`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Say what in the settings cannot be used; exit status 1 if there is anything
    Check,
}

pub(super) fn run(command: &Command, cli: &Cli) -> Outcome {
    let Command::Check = command;
    let settings = settings(cli)?;
    let complaints = complaints(&settings);
    for complaint in &complaints {
        complain(complaint);
    }
    if !complaints.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    let checked = match (&settings.file, Paths::of_platform()) {
        (Some(file), _) => format!("{}: every setting can be used\n", super::output::visible(&file.to_string_lossy())),
        (None, Some(paths)) => {
            let file = paths.config.to_string_lossy().into_owned();
            format!("{}: is not there; the defaults hold\n", super::output::visible(&file))
        }
        (None, None) => "there is no home folder; the defaults hold\n".to_owned(),
    };
    print(&checked)
}

/// Prints the settings in force.
pub(super) fn print_settings(cli: &Cli) -> Outcome {
    let settings = settings(cli)?;
    for complaint in complaints(&settings) {
        complain(complaint);
    }
    print(&settings.to_toml())
}

/// Everything that is wrong with the settings, in the order of the file.
pub(super) fn complaints(settings: &Loaded) -> Vec<Complaint> {
    let mut complaints = settings.complaints.clone();
    complaints.extend(tui::check(&settings.config).into_iter().map(|complaint| settings.placed(complaint)));
    complaints.sort_by_key(|complaint| complaint.line);
    complaints
}
