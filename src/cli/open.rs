//! `attache [FOLDER|FILE]`: chooses what opens, then the screen, or the list where there is no terminal.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory;

use super::config::complaints;
use super::output::{Failure, Outcome, complain};
use super::{Cli, list, paths, settings};
use crate::bookmarks::Store;
use crate::config::{Loaded, Paths};
use crate::samples;
use crate::tui::{self, Open, Start};

pub(super) fn run(cli: &Cli) -> Outcome {
    let settings = settings(cli)?;
    let paths = paths()?;
    let lexicons = super::lexicon::files(cli);
    let lexicon = lexicons.read().map_err(Failure::new)?;
    let (open, notices) = choose(cli.path.as_deref(), &settings, &paths)?;
    show(Start { open, settings, notices, lexicon, lexicons, paths, bookmark: None })
}

/// `attache open FILE#ID`: the briefing at a bookmark's passage. The id tells; the file is that of the bookmark, where
/// the one that is named is not there.
pub(super) fn at_bookmark(target: &str, cli: &Cli) -> Outcome {
    let settings = settings(cli)?;
    let lexicons = super::lexicon::files(cli);
    let lexicon = lexicons.read().map_err(Failure::new)?;
    let paths = paths()?;
    let Some((file, id)) = target.rsplit_once('#') else {
        let open = named(Path::new(target))?;
        return show(Start { open, settings, notices: Vec::new(), lexicon, lexicons, paths, bookmark: None });
    };
    let store = Store::open(&paths.bookmarks())?;
    let Some(bookmark) = store.get(id) else {
        return Err(Failure::new(format!("{target}: there is no bookmark {id}; attache bookmark list has all")));
    };
    let open = named(Path::new(file)).or_else(|missing| named(&bookmark.briefing.path).map_err(|_| missing))?;
    show(Start { open, settings, notices: Vec::new(), lexicon, lexicons, paths, bookmark: Some(id.to_owned()) })
}

/// The screen, or the list where there is no terminal.
fn show(start: Start) -> Outcome {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        tui::run(start).map_err(|e| Failure::new(e.to_string()))?;
        return Ok(ExitCode::SUCCESS);
    }
    for notice in &start.notices {
        complain(notice);
    }
    for complaint in complaints(&start.settings) {
        complain(complaint);
    }
    list::run(&start.open, &start.paths)
}

/// What opens: the argument, else the configured folder, else `./briefings`, else the one in the data folder.
fn choose(argument: Option<&Path>, settings: &Loaded, paths: &Paths) -> Result<(Open, Vec<String>), Failure> {
    if let Some(path) = argument {
        return Ok((named(path).map_err(|problem| problem.with_hint(path))?, Vec::new()));
    }
    if let Some(folder) = &settings.config.library.folder {
        let open = named(folder).map_err(|Missing(problem)| {
            Failure::new(format!("{problem}; it is named by library.folder in the settings"))
        })?;
        return Ok((open, Vec::new()));
    }
    let here = PathBuf::from("briefings");
    if here.is_dir() {
        return Ok((Open::Folder(here), Vec::new()));
    }
    let folder = paths.briefings();
    let made = samples::lay_out(&folder)
        .map_err(|error| Failure::new(format!("{}: cannot be made: {error}; name a folder", folder.display())))?;
    let notice = format!("samples to try attaché with are in {}; put your own briefings there", folder.display());
    Ok((named(&folder).map_err(Failure::from)?, made.then_some(notice).into_iter().collect()))
}

/// A path that cannot be opened, and why.
struct Missing(String);

impl Missing {
    /// With the command that may have been meant.
    fn with_hint(self, path: &Path) -> Failure {
        let Self(problem) = self;
        let word = path.to_string_lossy();
        let commands = Cli::command();
        let meant = commands
            .get_subcommands()
            .map(clap::Command::get_name)
            .find(|c| strsim::damerau_levenshtein(c, &word) <= 2);
        Failure::new(match meant {
            Some(command) => format!("{problem}; did you mean the command {command}?"),
            None => problem,
        })
    }
}

impl From<Missing> for Failure {
    fn from(Missing(problem): Missing) -> Self {
        Self::new(problem)
    }
}

fn named(path: &Path) -> Result<Open, Missing> {
    match std::fs::metadata(path) {
        Ok(meta) if meta.is_dir() => Ok(Open::Folder(path.to_owned())),
        Ok(_) => Ok(Open::File(path.to_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Missing(format!("{}: there is no such file or folder", path.display())))
        }
        Err(error) => Err(Missing(format!("{}: cannot be opened: {error}", path.display()))),
    }
}
