//! `attache extract`: findings as JSON Lines.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use crate::briefing::{Briefing, DateFrom, LoadError};
use crate::extract::{Record, extract};

/// Arguments of `attache extract`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The date of briefings that name none (YYYY-MM-DD)
    #[arg(long)]
    date: Option<Date>,
    /// The output format
    #[arg(long, value_parser = ["json"], default_value = "json")]
    format: String,
    /// The briefings; - is standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Prints one JSON object for each file; the files that cannot be read are named on standard error.
pub(super) fn run(args: &Args) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let mut failed = false;
    for path in &args.files {
        match load(path) {
            Ok(mut briefing) => {
                if let (None, Some(date)) = (briefing.masthead.date, args.date) {
                    briefing.masthead.date = Some(date);
                    briefing.masthead.date_from = DateFrom::Option;
                }
                let findings = extract(&briefing);
                let line = serde_json::to_string(&Record::new(&briefing, &findings)).unwrap_or_default();
                if writeln!(out, "{line}").is_err() {
                    return ExitCode::FAILURE;
                }
            }
            Err(error) => {
                failed = true;
                let _ = writeln!(std::io::stderr(), "attache: {}: {error}", path.display());
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn load(path: &Path) -> Result<Briefing, LoadError> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        return Briefing::parse(path, &bytes);
    }
    Briefing::load(path)
}
