//! The `attache` program: parse the command line, run it, one line for an error, an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    attache::cli::run()
}
