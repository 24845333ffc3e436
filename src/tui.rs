//! The screen: one loop that takes messages in, brings the model up to date and draws it.
//!
//! Everything that may take long happens on other threads, which send messages: the terminal's keys, the folder, the
//! files that are read. The loop itself never waits for any of them.

pub mod action;
pub mod areas;
mod effects;
pub mod history;
pub mod input;
pub mod keys;
pub mod message;
pub mod model;
pub mod overlays;
pub mod page;
pub mod panes;
pub mod reader;
pub mod rows;
pub mod search;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event;

use crate::bookmarks::Store;
use crate::config::{Complaint, Config, Loaded, Paths};
use crate::extract::LexiconInForce;
use crate::library::{LexiconFiles, Library, Worker};
use crate::reading::Reading;
use effects::Outside;
use keys::Keymap;
use message::Message;
use model::{Follow, Model, Settings};
use panes::{FindingsState, Pane};
use terminal::Session;
use theme::Theme;

/// What the screen opens with.
#[derive(Debug, Clone)]
pub struct Start {
    /// What is read.
    pub open: Open,
    /// The settings in force, and what was wrong with them.
    pub settings: Loaded,
    /// What the reader should know at the start, one line each, such as that samples were laid out.
    pub notices: Vec<String>,
    /// What is known before a briefing is read.
    pub lexicon: LexiconInForce,
    /// The reader's own lexicons, to be looked at again.
    pub lexicons: LexiconFiles,
    /// Where the reader's own data lies.
    pub paths: Paths,
    /// The id of the bookmark whose passage is shown first.
    pub bookmark: Option<String>,
}

/// What is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// Every briefing in a folder and below.
    Folder(PathBuf),
    /// One briefing alone.
    File(PathBuf),
}

impl Open {
    /// The folder or the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Open::Folder(path) | Open::File(path) => path,
        }
    }
}

/// How long a key may wait for the next of its sequence before what may follow is shown.
const CONTINUATIONS_AFTER: Duration = Duration::from_millis(300);

/// Shows the screen until the reader leaves it.
///
/// # Errors
/// When the terminal fails.
pub fn run(start: Start) -> io::Result<()> {
    let mut model = model_of(&start, crossterm::terminal::size()?);
    let (sender, messages) = channel();
    let reports = sender.clone();
    let worker = Worker::new(model.lexicon.clone(), move |read| {
        // Where nobody listens any more, the program is ending.
        let _ = reports.send(Message::Read(read));
    });
    effects::look(model.settings.root.clone(), sender.clone());
    listen_to_signals(sender.clone())?;
    listen_for_hangup(sender.clone());
    let mut session = Session::enter()?;
    let more_keys = listen_to_terminal(sender.clone());
    let root = model.settings.root.clone();
    let programs = &start.settings.config.programs;
    let lexicons = &start.lexicons;
    let outside =
        Outside { session: &mut session, worker: &worker, messages: &sender, root: &root, lexicons, programs };
    let outcome = run_loop(&mut model, &messages, &more_keys, outside);
    drop(session);
    let outcome = outcome.map_err(|e| io::Error::other(format!("the terminal: {e}")));
    model.remember_place();
    if let Ok(reading) = &mut model.reading {
        reading.save().map_err(io::Error::other)?;
    }
    outcome
}

fn run_loop(
    model: &mut Model,
    messages: &Receiver<Message>,
    more_keys: &Sender<()>,
    mut outside: Outside<'_>,
) -> io::Result<()> {
    loop {
        outside.session.terminal.draw(|frame| view::view(model, frame))?;
        let waits = (!model.pressed.is_empty() || model.awaiting.is_some()) && !model.show_continuations;
        let first = if waits {
            match messages.recv_timeout(CONTINUATIONS_AFTER) {
                Err(RecvTimeoutError::Timeout) => Ok(Message::Waited),
                Err(RecvTimeoutError::Disconnected) => Err(()),
                Ok(message) => Ok(message),
            }
        } else {
            messages.recv().map_err(|_| ())
        };
        let Ok(first) = first else { return Ok(()) };
        // What has come in the meantime is taken in before the screen is drawn again.
        for message in joined(std::iter::once(first).chain(messages.try_iter())) {
            let from_terminal = matches!(message, Message::Terminal(_));
            for effect in update::update(model, message) {
                if !outside.run(effect)? {
                    return Ok(());
                }
            }
            if from_terminal {
                let _ = more_keys.send(());
            }
        }
    }
}

/// The messages in order, with the files that were read one after the other in one message: the list is put in order
/// once for all of them.
fn joined(messages: impl Iterator<Item = Message>) -> Vec<Message> {
    let mut out: Vec<Message> = Vec::new();
    for message in messages {
        match (out.last_mut(), message) {
            (Some(Message::Read(before)), Message::Read(reports)) => before.extend(reports),
            (_, message) => out.push(message),
        }
    }
    out
}

/// Reads the terminal's events on a thread of its own, and sends those that have come together as one message. It
/// reads the next only when told to, so that another program can have the terminal in between.
fn listen_to_terminal(messages: Sender<Message>) -> Sender<()> {
    let (more, told) = channel();
    let _ = more.send(());
    thread::spawn(move || {
        while told.recv().is_ok() {
            let mut events = Vec::new();
            let failed = loop {
                match event::read() {
                    Ok(event) => events.push(event),
                    Err(_) => break true,
                }
                if !event::poll(Duration::ZERO).unwrap_or(false) {
                    break false;
                }
            };
            let message = if failed { Message::Terminate } else { Message::Terminal(events) };
            if messages.send(message).is_err() || failed {
                return;
            }
        }
    });
    more
}

/// Passes on what the system tells the program: to end, to stop, that it goes on, that the terminal has another size.
#[cfg(unix)]
fn listen_to_signals(messages: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    let told = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(told)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Stop,
                SIGCONT => Message::Continued,
                // Also told by the terminal's events, but only once those are being read.
                SIGWINCH => match crossterm::terminal::size() {
                    Ok((columns, rows)) => Message::Resized(columns, rows),
                    Err(_) => continue,
                },
                _ => Message::Terminate,
            };
            if messages.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Ends the program when the terminal has gone away without a signal: reading from it would never end.
#[cfg(unix)]
fn listen_for_hangup(messages: Sender<Message>) {
    use rustix::event::{PollFd, PollFlags, poll};
    thread::spawn(move || {
        // No event is asked for, so that only the end is told.
        let input = io::stdin();
        let mut ends = [PollFd::new(&input, PollFlags::empty())];
        while matches!(poll(&mut ends, None), Err(rustix::io::Errno::INTR)) {}
        if ends[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            let _ = messages.send(Message::Terminate);
        }
    });
}

#[cfg(not(unix))]
fn listen_for_hangup(_: Sender<Message>) {}

#[cfg(not(unix))]
fn listen_to_signals(_: Sender<Message>) -> io::Result<()> {
    Ok(())
}

/// The model that the screen begins with.
#[must_use]
pub fn model_of(start: &Start, size: (u16, u16)) -> Model {
    let config = &start.settings.config;
    let colours = env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    let root = start.open.path();
    let mut model = Model {
        size,
        settings: Settings {
            root: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
            measure: config.article.measure,
            scroll_margin: config.article.scroll_margin,
            export_folder: config.export.folder.clone().unwrap_or_else(|| PathBuf::from(".")),
            today: jiff::ZonedDateTime::now().date(),
        },
        keymap: keymap(config).0,
        theme: Theme::new(&config.theme, &Loaded::defaults().config.theme, colours).0,
        library: Library::default(),
        lexicon: start.lexicon.clone(),
        list: panes::library::ListState::default(),
        reader: None,
        findings: FindingsState::default(),
        focus: Pane::Library,
        zen: false,
        overlays: Vec::new(),
        history: history::History::default(),
        follow: Follow::Nothing,
        notice: None,
        landing: start.bookmark.clone(),
        pressed: Vec::new(),
        awaiting: None,
        show_continuations: false,
        bookmarks: Store::open(&start.paths.bookmarks()).map_err(|e| e.to_string()),
        reading: Reading::open(&start.paths.reading()).map_err(|e| e.to_string()),
    };
    greet(&mut model, start);
    model
}

/// Says first what went wrong, then what the reader should know.
fn greet(model: &mut Model, start: &Start) {
    let of_lexicon: Vec<String> = model.lexicon.problems().iter().map(ToString::to_string).collect();
    let problems = [model.bookmarks.as_ref().err().cloned(), model.reading.as_ref().err().cloned()];
    let complaints = start.settings.complaints.iter().map(ToString::to_string);
    let complaints =
        complaints.chain(check(&start.settings.config).into_iter().map(|c| start.settings.placed(c).to_string()));
    let complaints: Vec<String> = complaints.collect();
    if let Some(problem) = problems.into_iter().flatten().next() {
        model.fail(problem);
    } else if let Some(first) = complaints.first() {
        model.warn(first_of(first, complaints.len() - 1, "attache config check"));
    } else if let Some(first) = of_lexicon.first() {
        model.warn(first_of(first, of_lexicon.len() - 1, "attache lexicon check"));
    } else if let Some(notice) = start.notices.first() {
        model.say(notice.clone());
    }
}

fn first_of(first: &str, more: usize, command: &str) -> String {
    if more > 0 { format!("{first} (and {more} more: {command})") } else { first.to_owned() }
}

fn keymap(config: &Config) -> (Keymap, Vec<keys::KeyProblem>) {
    Keymap::new(&config.keys, &Loaded::defaults().config.keys)
}

/// What is wrong with the keys and colours of `config`; [`Loaded::placed`] adds where they stand.
#[must_use]
pub fn check(config: &Config) -> Vec<Complaint> {
    let keys = keymap(config).1.into_iter().map(|p| Complaint::new(format!("keys.{}", p.action), p.problem));
    let theme = Theme::new(&config.theme, &Loaded::defaults().config.theme, true).1.into_iter();
    keys.chain(theme.map(|p| Complaint::new(format!("theme.{}", p.name), p.problem))).collect()
}

#[cfg(test)]
mod tests;
