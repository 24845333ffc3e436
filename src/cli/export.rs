//! `attache export`: the bookmarks, located in their briefings as they are now.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::output::{Failure, Outcome, print};
use super::{paths, reading};
use crate::bookmarks::{Bookmark, BriefingRef, Store, resolved};
use crate::briefing::{Briefing, is_briefing_path};
use crate::durable;
use crate::export::{Format, Item, in_order, is_export};
use crate::library::scan;

/// Arguments of `attache export`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The format
    #[arg(long, value_parser = ["markdown", "json"], default_value = "markdown")]
    format: String,
    /// The file to write; - is standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Replace the file when it is there; a briefing is never replaced
    #[arg(long)]
    force: bool,
    /// Only the bookmarks of this briefing
    #[arg(long, value_name = "FILE")]
    briefing: Option<PathBuf>,
    /// Only the bookmarks with this tag; may be given several times, for those with every one of them
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// Only the bookmarks of briefings in this folder
    #[arg(conflicts_with = "briefing")]
    folder: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Outcome {
    let format: Format = args.format.parse().map_err(Failure::Message)?;
    let paths = paths()?;
    let mut bookmarks = Store::open(&paths.bookmarks())?.bookmarks().to_vec();
    let reading = reading(&paths);
    for BriefingRef { sha256, path, date, .. } in bookmarks.iter_mut().map(|bookmark| &mut bookmark.briefing) {
        // The reader may have found out the date after the passage was marked.
        *date = date.or_else(|| reading.as_ref()?.date_of(sha256, path));
    }
    let mut briefings = Briefings::default();
    let scope = Scope::of(args, &mut briefings)?;
    let mut items = Vec::new();
    for bookmark in &bookmarks {
        if args.tag.iter().all(|tag| bookmark.tags.contains(tag)) && scope.holds(bookmark, &briefings) {
            items.push(Item::of(bookmark, briefings.of(bookmark)));
        }
    }
    let text = format.render(&in_order(items));
    if args.output == Path::new("-") {
        return print(&text);
    }
    let shown = args.output.display();
    // Whatever is asked, no briefing is overwritten, bookmarked or not.
    let theirs = || std::fs::read_to_string(&args.output).is_ok_and(|text| is_export(&text));
    if args.force && args.output.is_file() && is_briefing_path(&args.output) && !theirs() {
        return Err(Failure::new(format!("{shown}: is no earlier export and may be a briefing; name another file")));
    }
    durable::write_new(&args.output, &text, args.force).map_err(|error| {
        Failure::new(match error.kind() {
            ErrorKind::AlreadyExists => format!("{shown}: is there already; name another file, or add --force"),
            _ => format!("{shown}: cannot be written: {error}"),
        })
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The briefings that are read for an export, each once.
#[derive(Default)]
struct Briefings {
    by_path: HashMap<PathBuf, Option<Briefing>>,
    by_sha256: HashMap<String, PathBuf>,
}

impl Briefings {
    /// Reads the file at `path`, which is as [`resolved`] gives it.
    fn read(&mut self, path: &Path) {
        if !self.by_path.contains_key(path) {
            let briefing = catch_unwind(|| Briefing::load(path)).ok().and_then(Result::ok);
            if let Some(briefing) = &briefing {
                self.by_sha256.insert(briefing.sha256.clone(), path.to_owned());
            }
            self.by_path.insert(path.to_owned(), briefing);
        }
    }

    /// The briefing that `bookmark` was made in: the same bytes wherever they are, else what is at its path now.
    fn of(&mut self, bookmark: &Bookmark) -> Option<&Briefing> {
        let BriefingRef { path, sha256, .. } = &bookmark.briefing;
        self.read(path);
        self.by_path.get(self.by_sha256.get(sha256).unwrap_or(path))?.as_ref()
    }
}

/// Which briefings' bookmarks are exported.
enum Scope {
    All,
    /// Those in a folder, also when their file is gone.
    Folder(PathBuf, Vec<PathBuf>),
    File(PathBuf),
}

impl Scope {
    fn of(args: &Args, briefings: &mut Briefings) -> Result<Self, Failure> {
        if let Some(file) = &args.briefing {
            let path = resolved(file);
            briefings.read(&path);
            return Ok(Self::File(path));
        }
        let Some(folder) = &args.folder else { return Ok(Self::All) };
        if !folder.is_dir() {
            return Err(Failure::new(format!("{}: is no folder", folder.display())));
        }
        let files = scan(folder).into_iter().filter(|found| found.problem.is_none());
        let files: Vec<PathBuf> = files.map(|found| resolved(&found.path)).collect();
        for file in &files {
            briefings.read(file);
        }
        Ok(Self::Folder(resolved(folder), files))
    }

    fn holds(&self, bookmark: &Bookmark, briefings: &Briefings) -> bool {
        let BriefingRef { path, sha256, .. } = &bookmark.briefing;
        let now = briefings.by_sha256.get(sha256);
        match self {
            Self::All => true,
            Self::Folder(folder, files) => path.starts_with(folder) || now.is_some_and(|now| files.contains(now)),
            Self::File(file) => path == file || now == Some(file),
        }
    }
}
