//! The thread that reads files and extracts their findings, away from the screen.

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::{Document, FileId, FileState};
use crate::briefing::Briefing;

/// What became of a file.
#[derive(Debug)]
pub struct Report {
    /// Which file.
    pub file: FileId,
    /// What became of it.
    pub state: FileState,
}

/// A file to read: its id and where it is.
pub type Order = (FileId, PathBuf);

/// Starts the thread. It reads what it is sent, in order, and hands each report to `report`, until the sender that
/// this returns is dropped or `report` answers `false`.
pub fn spawn(report: impl Fn(Report) -> bool + Send + 'static) -> Sender<Vec<Order>> {
    let (orders, inbox): (Sender<Vec<Order>>, Receiver<Vec<Order>>) = channel();
    thread::spawn(move || {
        for (file, path) in inbox.into_iter().flatten() {
            if !report(Report { file, state: read(&path) }) {
                return;
            }
        }
    });
    orders
}

/// Reads one file. A file that makes the program itself fail is a marked row too, so that the others still load.
fn read(path: &Path) -> FileState {
    match catch_unwind(|| Briefing::load(path).map(|briefing| Document::new(briefing, None))) {
        Ok(Ok(document)) => FileState::Ready(Arc::new(document)),
        Ok(Err(error)) => FileState::Unreadable(error.to_string()),
        Err(_) => FileState::Unreadable("made attache fail; please report it with the file".to_owned()),
    }
}
