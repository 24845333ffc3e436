//! The threads that read files and extract their findings, away from the screen.

use std::collections::VecDeque;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::{Document, FileId, FileState};
use crate::briefing::Briefing;
use crate::extract::LexiconInForce;

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

/// More threads than these would wait for the disk, or for each other.
const MOST_THREADS: usize = 4;

/// Reports are gathered for this long, so that the screen is not drawn for every single file.
const BATCH: Duration = Duration::from_millis(50);

/// The threads that read. They end when this is dropped.
#[derive(Debug)]
pub struct Worker {
    queue: Arc<Queue>,
}

#[derive(Debug, Default)]
struct Queue {
    state: Mutex<Waiting>,
    changed: Condvar,
}

/// The files that are still to be read.
#[derive(Debug, Default)]
struct Waiting {
    files: VecDeque<Order>,
    /// What they are read by.
    lexicon: LexiconInForce,
    closed: bool,
}

impl Worker {
    /// Starts the threads. They read by what `lexicon` knows, and hand what they read to `report`, several files at a
    /// time.
    pub fn new(lexicon: LexiconInForce, report: impl Fn(Vec<Report>) + Send + Sync + 'static) -> Worker {
        let queue = Arc::new(Queue::default());
        queue.with(|waiting| waiting.lexicon = lexicon);
        let report = Arc::new(report);
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
        for _ in 0..threads {
            let (queue, report) = (Arc::clone(&queue), Arc::clone(&report));
            thread::spawn(move || queue.serve(&*report));
        }
        Worker { queue }
    }

    /// Has the files that are read from now on read by this lexicon.
    pub fn read_by(&self, lexicon: LexiconInForce) {
        self.queue.with(|waiting| waiting.lexicon = lexicon);
    }

    /// Has these files read, in this order, after those that wait already.
    pub fn read(&self, files: Vec<Order>) {
        self.queue.with(|waiting| waiting.files.extend(files));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.queue.with(|waiting| waiting.closed = true);
    }
}

impl Queue {
    fn with(&self, change: impl FnOnce(&mut Waiting)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }

    /// What a thread does until the queue is closed.
    fn serve(&self, report: &dyn Fn(Vec<Report>)) {
        let (mut reports, mut since) = (Vec::new(), Instant::now());
        while let Some(next) = self.next(reports.is_empty()) {
            if let Some(((file, path), lexicon)) = &next {
                reports.push(Report { file: *file, state: read(path, lexicon) });
            }
            if next.is_none() || since.elapsed() >= BATCH {
                report(std::mem::take(&mut reports));
                since = Instant::now();
            }
        }
    }

    /// The next file and what it is read by; with `wait`, once there is one. `None` ends the thread, `Some(None)` says that none is waiting.
    fn next(&self, wait: bool) -> Option<Option<(Order, LexiconInForce)>> {
        let mut waiting = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if waiting.closed {
                return None;
            }
            let file = waiting.files.pop_front();
            if file.is_some() || !wait {
                return Some(file.map(|file| (file, waiting.lexicon.clone())));
            }
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Reads one file. A file that makes the program itself fail is a marked row too, so that the others still load.
fn read(path: &Path, lexicon: &LexiconInForce) -> FileState {
    let document = || Briefing::load(path).map(|briefing| Document::new(briefing, None, lexicon.get()));
    match catch_unwind(AssertUnwindSafe(document)) {
        Ok(Ok(document)) => FileState::Ready(Arc::new(document)),
        Ok(Err(error)) => FileState::Unreadable(error.to_string()),
        Err(_) => FileState::Unreadable("made attache fail; please report it with the file".to_owned()),
    }
}
