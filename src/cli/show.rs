//! `attache show`: the article as plain text.

use super::Cli;
use super::extract::{Files, each};
use super::output::Outcome;
use crate::export::to_plain_text;

/// Arguments of `attache show`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    files: Files,
}

/// Prints each file's article, several parted by a line across the page; the files that cannot be read are named on
/// standard error.
pub(super) fn run(args: &Args, cli: &Cli) -> Outcome {
    let mut several = false;
    each(&args.files, cli, |briefing, _| {
        let rule =
            if std::mem::replace(&mut several, true) { "\n————————————\n\n" } else { "" };
        format!("{rule}{}", to_plain_text(briefing))
    })
}
