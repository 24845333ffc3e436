//! `attache extract`: findings as JSON Lines.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use super::Cli;
use super::output::{Out, Outcome, complain};
use crate::briefing::{Briefing, LoadError, Place};
use crate::export::to_line;
use crate::extract::{LexiconInForce, Record, extract};

/// The briefings that a command is to read.
#[derive(Debug, clap::Args)]
pub(super) struct Files {
    /// The date of briefings that name none (YYYY-MM-DD)
    #[arg(long)]
    date: Option<Date>,
    /// The briefings; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Arguments of `attache extract`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    files: Files,
    /// The output format
    #[arg(long, value_parser = ["json"], default_value = "json")]
    format: String,
}

/// Prints one JSON object for each file; the files that cannot be read are named on standard error.
pub(super) fn run(args: &Args, cli: &Cli) -> Outcome {
    each(&args.files, cli, |briefing, lexicon| {
        let findings = extract(briefing, lexicon.get());
        to_line(&Record::new(briefing, &findings)) + "\n"
    })
}

/// Prints what `show` makes of each file; those that cannot be read are named on standard error.
pub(super) fn each(files: &Files, cli: &Cli, mut show: impl FnMut(&Briefing, &LexiconInForce) -> String) -> Outcome {
    let lexicon = super::lexicon::in_force(cli)?;
    for problem in lexicon.problems() {
        complain(problem);
    }
    let mut out = Out::new();
    let mut failed = false;
    for path in &files.files {
        // A file that makes the program itself fail must not keep the others from being printed.
        let shown =
            catch_unwind(AssertUnwindSafe(|| dated(path, files.date).map(|briefing| show(&briefing, &lexicon))));
        match shown {
            Ok(Ok(shown)) => out.write(&shown)?,
            Ok(Err(error)) => {
                failed = true;
                complain(format!("{}: {error}", path.display()));
            }
            Err(_) => {
                failed = true;
                complain(format!("{}: made the program fail", path.display()));
            }
        }
    }
    out.finish()?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The briefing of a file, with `date` where it names none.
fn dated(path: &Path, date: Option<Date>) -> Result<Briefing, LoadError> {
    let mut briefing = load(path)?;
    if let (None, Some(date)) = (briefing.masthead.date, date) {
        briefing.masthead.set_date(Some((date, Place::Option.into())));
    }
    Ok(briefing)
}

fn load(path: &Path) -> Result<Briefing, LoadError> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        return Briefing::parse(path, &bytes);
    }
    Briefing::load(path)
}
