//! The list of briefings, for where there is no terminal: date, title, source and path, parted by tabs.

use std::panic::catch_unwind;
use std::path::Path;

use super::output::{Out, Outcome, visible};
use super::reading;
use crate::briefing::Briefing;
use crate::config::Paths;
use crate::extract::Findings;
use crate::library::{Document, FileState, Library, scan};
use crate::reading::Reading;
use crate::tui::Open;

/// Prints the list. A briefing without a date has `-`, a file that cannot be read `!` and the reason for its title.
pub(super) fn run(open: &Open, paths: &Paths) -> Outcome {
    let (Open::Folder(path) | Open::File(path)) = open;
    let reading = reading(paths);
    let mut library = Library::new(scan(path));
    for id in library.order().to_vec() {
        if let Some(file) = library.file(id)
            && matches!(file.state, FileState::Waiting)
        {
            let state = read(&file.path, reading.as_ref());
            library.set(id, state);
        }
    }
    library.sort();
    let mut out = Out::new();
    for file in library.order().iter().filter_map(|&id| library.file(id)) {
        let path = visible(&file.path.to_string_lossy());
        let line = match &file.state {
            FileState::Ready(document) => {
                let masthead = &document.briefing.masthead;
                let date = masthead.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
                format!("{date}\t{}\t{}\t{path}\n", cell(&masthead.title), cell(&masthead.sources.join(", ")))
            }
            FileState::Unreadable(reason) => format!("!\t{}\t-\t{path}\n", cell(reason)),
            FileState::Waiting => continue,
        };
        out.write(&line)?;
    }
    out.finish()
}

/// The briefing without its findings, which the list does not show.
fn read(path: &Path, reading: Option<&Reading>) -> FileState {
    let mut briefing = match catch_unwind(|| Briefing::load(path)) {
        Ok(Ok(briefing)) => briefing,
        Ok(Err(error)) => return FileState::Unreadable(error.to_string()),
        Err(_) => return FileState::Unreadable("made attache fail".to_owned()),
    };
    if let Some(reading) = reading {
        reading.give_date(&mut briefing);
    }
    let document = Document { briefing, findings: Findings::default() };
    FileState::Ready(document.into())
}

fn cell(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() { "-".to_owned() } else { visible(&text) }
}
