//! What commands print: results whole or not at all, errors in one line, nothing that acts on a terminal.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

pub(super) use crate::text::visible;

/// How a command ends.
pub(super) type Outcome = Result<ExitCode, Failure>;

/// Why a command failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// To be said in one line.
    Message(String),
    /// Whoever read the output has gone (`| head`): nothing is left to say, and nobody to say it to.
    ReaderGone,
}

impl Failure {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self::Message(message.into())
    }
}

/// Every error of the program says for itself what failed, why, and what to do.
impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Message(error.to_string())
    }
}

/// The exit status of a command, after its error is reported.
pub(super) fn finish(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(code) => code,
        Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(Failure::Message(message)) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}

/// Says `message` on standard error, in one line.
pub(super) fn complain(message: impl Display) {
    // There is nobody to tell when this fails.
    let _ = writeln!(io::stderr().lock(), "attache: {}", visible(&message.to_string()));
}

/// Prints all of `text`.
pub(super) fn print(text: &str) -> Outcome {
    let mut out = Out::new();
    out.write(text)?;
    out.finish()
}

/// Standard output, with its errors told apart.
pub(super) struct Out(io::StdoutLock<'static>);

impl Out {
    pub(super) fn new() -> Self {
        Self(io::stdout().lock())
    }

    pub(super) fn write(&mut self, text: &str) -> Result<(), Failure> {
        self.0.write_all(text.as_bytes()).map_err(refused)
    }

    /// Hands on what is still held back: a full disk may show only now.
    pub(super) fn finish(mut self) -> Outcome {
        self.0.flush().map_err(refused)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn refused(error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Failure::ReaderGone
    } else {
        Failure::new(format!("standard output: cannot be written: {error}"))
    }
}

/// A failure of the program itself is one line, too, and says what to do.
pub(super) fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        complain(format!("the program failed{place}; please report it with what it was given"));
    }));
}
