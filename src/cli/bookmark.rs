//! `attache bookmark`: bookmarks made, listed and removed without the screen.

use std::path::PathBuf;

use super::output::{Failure, Out, Outcome, print, visible};
use super::{paths, reading};
use crate::bookmarks::{Change, NewBookmark, Store, occurrences, parse_tags};
use crate::briefing::Briefing;
use crate::reading::Reading;

/// The commands of `attache bookmark`.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Bookmark a passage of a briefing, and print the bookmark's id
    Add(Add),
    /// List all bookmarks: id, tags, title, quotation and note, parted by tabs
    List,
    /// Remove a bookmark
    Remove {
        /// The bookmark's id
        id: String,
    },
}

/// Arguments of `attache bookmark add`.
#[derive(Debug, clap::Args)]
pub(super) struct Add {
    /// The briefing
    file: PathBuf,
    /// The passage: words of the briefing that occur once in it
    #[arg(long, value_name = "TEXT")]
    quote: String,
    /// What to say of it
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
    /// A tag; may be given several times
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
}

pub(super) fn run(command: &Command) -> Outcome {
    let paths = paths()?;
    let path = paths.bookmarks();
    match command {
        Command::Add(args) => {
            let new = passage(args, reading(&paths).as_ref())?;
            let outcome = Store::open(&path)?.apply(Change::Add(Box::new(new)))?;
            print(&format!("{}\n", outcome.bookmark.id))
        }
        Command::List => {
            let store = Store::open(&path)?;
            let mut out = Out::new();
            for bookmark in store.bookmarks() {
                let cells = [
                    &bookmark.id,
                    &bookmark.tags.join(", "),
                    &bookmark.briefing.title,
                    &bookmark.anchor.quote,
                    &bookmark.note,
                ];
                let line: Vec<String> = cells.into_iter().map(|cell| one_line(cell)).collect();
                out.write(&format!("{}\n", line.join("\t")))?;
            }
            out.finish()
        }
        Command::Remove { id } => {
            let outcome = Store::open(&path)?.apply(Change::Remove { id: id.clone() })?;
            print(&format!("{}\n", one_line(&outcome.bookmark.anchor.quote)))
        }
    }
}

fn passage(args: &Add, reading: Option<&Reading>) -> Result<NewBookmark, Failure> {
    let shown = args.file.display();
    let mut briefing = Briefing::load(&args.file).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
    if let Some(reading) = reading {
        reading.give_date(&mut briefing);
    }
    let places = occurrences(&briefing.text, &args.quote);
    let span = match places.as_slice() {
        [span] => *span,
        [] => return Err(Failure::new(format!("{shown}: the quotation does not occur in its text"))),
        several => {
            let count = several.len();
            return Err(Failure::new(format!("{shown}: the quotation occurs {count} times; give more of it")));
        }
    };
    let tags = args.tag.iter().flat_map(|tag| parse_tags(tag)).collect();
    Ok(NewBookmark { note: args.note.clone(), tags, ..NewBookmark::of(&briefing, span) })
}

fn one_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
