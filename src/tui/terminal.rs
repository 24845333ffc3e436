//! The terminal, taken over and given back: on quitting, on a panic, on a signal, while another program has it.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ThreadId};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

/// Whether the terminal is ours at present: the panic hook gives it back only then.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours. Dropping it gives the terminal back.
pub struct Session {
    /// What is drawn to.
    pub terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Session {
    /// Takes the terminal over. A panic of this thread gives it back before its message is printed.
    ///
    /// # Errors
    /// When the terminal does not answer.
    pub fn enter() -> io::Result<Self> {
        let drawing = thread::current().id();
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| on_panic(drawing, info, &before)));
        take()?;
        Ok(Self { terminal: terminal()? })
    }

    /// Lends the terminal to `other`, then takes it again and draws from nothing.
    ///
    /// # Errors
    /// When the terminal does not answer.
    pub fn lend<T>(&mut self, other: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let answer = other();
        take()?;
        // Not `Terminal::clear`: it asks the terminal where the cursor is, and the answer would be read as keys.
        execute!(io::stdout(), Clear(ClearType::All))?;
        self.terminal = terminal()?;
        Ok(answer)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

/// A terminal of which nothing is known to be drawn yet.
fn terminal() -> io::Result<Terminal<CrosstermBackend<BufWriter<Stdout>>>> {
    Terminal::new(CrosstermBackend::new(BufWriter::new(io::stdout())))
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)
}

/// Gives the terminal back. Errors are passed over: where it is gone, there is nothing to give back.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// A panic of the drawing thread ends the program: the terminal is given back, then the message printed. One of a
/// thread that reads files is survived, and must not be written over the screen.
fn on_panic(
    drawing: ThreadId,
    info: &panic::PanicHookInfo<'_>,
    before: &(dyn Fn(&panic::PanicHookInfo<'_>) + Send + Sync),
) {
    if thread::current().id() == drawing {
        give_back();
        before(info);
    }
}

/// Offers a text to the terminal's clipboard (OSC 52). Whether the terminal takes it, it does not say.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn offer_to_clipboard(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    write!(out, "\u{1b}]52;c;{}\u{7}", BASE64_STANDARD.encode(text))?;
    out.flush()
}
