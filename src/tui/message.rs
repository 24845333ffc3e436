//! What the screen is told, and what it asks to be done outside of it.

use std::path::PathBuf;

use crossterm::event::Event;

use crate::extract::LexiconInForce;
use crate::library::{Found, Order, Report};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The terminal reported keys or another size, in this order.
    Terminal(Vec<Event>),
    /// The folder was looked at.
    Scanned(Vec<Found>),
    /// The reader's own lexicons say something else now, or cannot be read.
    Lexicon(Result<LexiconInForce, String>),
    /// Files were read.
    Read(Vec<Report>),
    /// A file was written for an export, or why not.
    Exported(Result<PathBuf, String>),
    /// Something that was asked for outside failed.
    Failed(String),
    /// The time for a key to follow has passed.
    Waited,
    /// The terminal has this many columns and rows.
    Resized(u16, u16),
    /// The system asks the program to stop for a while.
    Stop,
    /// The program goes on after it was stopped.
    Continued,
    /// The terminal is gone, or the system asks the program to end.
    Terminate,
}

/// Something to be done outside of the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the shell continues the program.
    Suspend,
    /// Take the terminal over again and draw everything.
    Redraw,
    /// Look at the folder and the reader's own lexicons again.
    Scan,
    /// Read files by this lexicon from now on.
    ReadBy(LexiconInForce),
    /// Read these files, in this order.
    Read(Vec<Order>),
    /// Offer a text to the terminal's clipboard.
    Copy(String),
    /// Open an address with the reader's browser.
    OpenUrl(String),
    /// Open a file with the reader's editor, then read it again.
    Edit(PathBuf),
    /// Write a new file; one that is there already is not overwritten.
    Export {
        /// Where.
        path: PathBuf,
        /// What.
        contents: String,
    },
}
