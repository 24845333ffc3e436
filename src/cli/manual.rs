//! `attache completions` and `attache man`: both made from the definition of the command line.

use clap::CommandFactory;

use super::Cli;
use super::output::{Outcome, print};

/// Prints the completions for `shell`.
pub(super) fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "attache", &mut bytes);
    print(&String::from_utf8_lossy(&bytes))
}

/// Prints the manual page.
pub(super) fn page() -> Outcome {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut bytes)?;
    print(&String::from_utf8_lossy(&bytes))
}
