//! Doing what the model asks for outside of itself.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;

use super::message::{Effect, Message};
use super::terminal::{Session, offer_to_clipboard};
use crate::config::Programs;
use crate::durable;
use crate::library::{self, LexiconFiles, Worker};

/// What effects need.
pub(super) struct Outside<'s> {
    /// The terminal.
    pub(super) session: &'s mut Session,
    /// The threads that read files.
    pub(super) worker: &'s Worker,
    /// What is told of the outcome.
    pub(super) messages: &'s Sender<Message>,
    /// The folder, or the one file.
    pub(super) root: &'s Path,
    /// The reader's own lexicons.
    pub(super) lexicons: &'s LexiconFiles,
    /// The reader's other programs.
    pub(super) programs: &'s Programs,
}

impl Outside<'_> {
    /// Does an effect; answers whether the program goes on.
    ///
    /// # Errors
    /// When the terminal does not answer.
    pub(super) fn run(&mut self, effect: Effect) -> io::Result<bool> {
        match effect {
            Effect::Quit => return Ok(false),
            Effect::Suspend => self.session.lend(suspend)?,
            Effect::Redraw => self.session.lend(|| ())?,
            Effect::Scan => self.look_again(),
            Effect::ReadBy(lexicon) => self.worker.read_by(lexicon),
            Effect::Read(orders) => self.worker.read(orders),
            Effect::Copy(text) => offer_to_clipboard(&text)?,
            Effect::OpenUrl(url) => self.tell(open_url(self.programs, &url)),
            Effect::Edit(path) => {
                let edited = self.session.lend(|| edit(self.programs, &path))?;
                self.tell(edited);
                self.look_again();
            }
            Effect::Export { path, contents } => {
                let written = durable::write_new(&path, &contents, false);
                let problem = |e: io::Error| match e.kind() {
                    io::ErrorKind::AlreadyExists => format!("{} is there already; choose another name", path.display()),
                    _ => format!("{} cannot be written: {e}", path.display()),
                };
                let _ = self.messages.send(Message::Exported(written.map(|()| path.clone()).map_err(problem)));
            }
        }
        Ok(true)
    }

    /// Looks at the reader's own lexicons, then at the folder, on a thread of its own.
    fn look_again(&self) {
        let (root, messages, lexicons) = (self.root.to_owned(), self.messages.clone(), self.lexicons.clone());
        std::thread::spawn(move || {
            if let Some(changed) = lexicons.read_changed().transpose() {
                let _ = messages.send(Message::Lexicon(changed));
            }
            messages.send(Message::Scanned(library::scan(&root)))
        });
    }

    fn tell(&self, outcome: Result<(), String>) {
        if let Err(problem) = outcome {
            let _ = self.messages.send(Message::Failed(problem));
        }
    }
}

/// Looks at the folder, on a thread of its own: a slow disk does not hold up the screen.
pub(super) fn look(root: PathBuf, messages: Sender<Message>) {
    std::thread::spawn(move || messages.send(Message::Scanned(library::scan(&root))));
}

fn edit(programs: &Programs, path: &Path) -> Result<(), String> {
    let named =
        || ["VISUAL", "EDITOR"].into_iter().find_map(|name| env::var(name).ok().filter(|e| !e.trim().is_empty()));
    let editor = programs.editor.clone().or_else(named).unwrap_or_else(|| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let Some(program) = words.next() else { return Ok(()) };
    let status = Command::new(program).args(words).arg(path).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} ended with {status}")),
        Err(error) => Err(format!("{program} cannot be started: {error}; set programs.editor")),
    }
}

fn open_url(programs: &Programs, url: &str) -> Result<(), String> {
    let default = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let named = || env::var("BROWSER").ok().filter(|b| !b.trim().is_empty() && !b.contains(':'));
    let browser = programs.browser.clone().or_else(named).unwrap_or_else(|| default.to_owned());
    let mut words = browser.split_whitespace();
    let Some(program) = words.next() else { return Ok(()) };
    let quiet = || Stdio::null();
    let child = Command::new(program).args(words).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
    match child {
        // Waited for elsewhere, so that it leaves no zombie.
        Ok(mut child) => {
            std::thread::spawn(move || child.wait());
            Ok(())
        }
        Err(error) => Err(format!("{program} cannot be started: {error}; set programs.browser")),
    }
}

#[cfg(unix)]
fn suspend() {
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

#[cfg(not(unix))]
fn suspend() {}
