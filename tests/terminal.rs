//! The program on a real terminal: start, resize, quit, panic, signals. What only a pseudo-terminal shows.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Longer than anything here takes on a loaded machine: what is waited for ends the wait.
const PATIENCE: Duration = Duration::from_secs(60);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// A program on a terminal of its own.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything that was written to the terminal.
    written: Vec<u8>,
    child: Box<dyn Child + Send + Sync>,
    _home: TempDir,
}

impl Terminal {
    /// Starts the program on a folder with one briefing.
    fn reading(columns: u16, rows: u16) -> Terminal {
        let home = TempDir::new().unwrap();
        let folder = home.path().join("folder");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("2021-12-30-note.md"), "# A note\n\nRussia and Ukraine will meet on Thursday.\n")
            .unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_attache"));
        command.arg(&folder);
        Terminal::start(command, home, columns, rows)
    }

    fn start(mut command: CommandBuilder, home: TempDir, columns: u16, rows: u16) -> Terminal {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        for (name, folder) in
            [("HOME", ""), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(name, home.path().join(folder));
        }
        command.env("TERM", "xterm-256color");
        command.cwd(home.path());
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pty.master.take_writer().unwrap();
        let screen = vt100::Parser::new(cells(rows), cells(columns), 0);
        Terminal { master: pty.master, keys, output, screen, written: Vec::new(), child, _home: home }
    }

    /// Waits until the screen holds `words`.
    fn wait_for(&mut self, words: &str) {
        self.wait(words, true);
    }

    /// Waits until the screen no longer holds `words`.
    fn wait_until_gone(&mut self, words: &str) {
        self.wait(words, false);
    }

    fn wait(&mut self, words: &str, there: bool) {
        self.wait_until(|screen| screen.contents().contains(words) == there);
    }

    /// Waits until the screen is as `wanted`.
    fn wait_until(&mut self, wanted: impl Fn(&vt100::Screen) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !wanted(self.screen.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("what was waited for did not come:\n{}", self.screen.screen().contents());
            };
            self.screen.process(&bytes);
            self.written.extend(bytes);
        }
    }

    /// Waits until the system says that the program is stopped: only then has it done all that it does before.
    #[cfg(target_os = "linux")]
    fn wait_until_stopped(&self) {
        let status = format!("/proc/{}/stat", self.child.process_id().unwrap());
        let until = Instant::now() + PATIENCE;
        // The state stands behind the name, which is in brackets.
        let stopped = || std::fs::read_to_string(&status).unwrap().rsplit(") ").next().unwrap().starts_with('T');
        while !stopped() {
            assert!(Instant::now() < until, "it did not stop");
            thread::yield_now();
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until the program has ended and all that it wrote has come; answers its exit code.
    fn end(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
            self.screen.process(&bytes);
            self.written.extend(bytes);
        }
        self.child.wait().unwrap().exit_code()
    }

    /// Asserts that the terminal is as it was found.
    fn is_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the other screen was left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are no longer marked");
        let modes = self.master.get_termios().unwrap();
        assert!(modes.local_flags.contains(nix_flags::echo_and_lines()), "what is typed is shown again, line by line");
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([name, &id]).status().unwrap().success());
    }
}

/// The flags of a terminal that is not in raw mode.
mod nix_flags {
    use nix::sys::termios::LocalFlags;

    pub(super) fn echo_and_lines() -> LocalFlags {
        LocalFlags::ECHO | LocalFlags::ICANON | LocalFlags::ISIG
    }
}

#[test]
fn it_starts_shows_the_folder_and_quits() {
    let mut terminal = Terminal::reading(80, 24);
    terminal.wait_for("A note");
    terminal.press("\r");
    terminal.wait_for("will meet on Thursday");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_given_back();
}

#[test]
fn it_follows_the_terminals_size() {
    let mut terminal = Terminal::reading(80, 24);
    terminal.wait_for("1 Briefings  2 Article");
    terminal.screen.screen_mut().set_size(cells(40), cells(120));
    terminal.master.resize(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 }).unwrap();
    terminal.wait_for("─ Troop figures ─");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_given_back();
}

#[cfg(target_os = "linux")]
#[test]
fn it_stops_gives_the_terminal_back_and_goes_on() {
    let mut terminal = Terminal::reading(80, 24);
    terminal.wait_for("A note");
    for stop in ["\u{1a}", "signal"] {
        if stop == "signal" {
            terminal.signal("-TSTP");
        } else {
            terminal.press(stop);
        }
        terminal.wait_until(|screen| !screen.alternate_screen());
        terminal.wait_until_stopped();
        terminal.is_given_back();
        terminal.signal("-CONT");
        terminal.wait_until(vt100::Screen::alternate_screen);
        terminal.wait_for("A note");
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.is_given_back();
}

#[test]
fn signals_end_it_in_order() {
    for name in ["-TERM", "-HUP", "-INT"] {
        let mut terminal = Terminal::reading(80, 24);
        terminal.wait_for("A note");
        terminal.signal(name);
        terminal.end();
        terminal.is_given_back();
    }
}

#[test]
fn a_lone_escape_closes_and_a_sequence_is_a_key() {
    let mut terminal = Terminal::reading(80, 24);
    terminal.wait_for("A note");
    terminal.press("?");
    terminal.wait_for("the pane in focus");
    terminal.press("\u{1b}");
    terminal.wait_until_gone("the pane in focus");
    terminal.press("\r");
    terminal.wait_for("▶ 2021-12-30-note.md");
    terminal.press("\u{1b}[B\u{1b}[B3");
    terminal.wait_for("▶ Actors");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

/// Started by the test below on a terminal of its own.
#[test]
#[ignore = "takes over the terminal: run by a_panic_gives_the_terminal_back"]
fn panics_while_it_has_the_terminal() {
    let _session = attache::tui::terminal::Session::enter().unwrap();
    panic!("on purpose");
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "panics_while_it_has_the_terminal", "--ignored", "--nocapture", "--test-threads=1"]);
    let mut terminal = Terminal::start(command, TempDir::new().unwrap(), 80, 24);
    assert_ne!(terminal.end(), 0);
    terminal.is_given_back();
    let written = String::from_utf8_lossy(&terminal.written);
    let given_back = written.rfind("\u{1b}[?1049l").unwrap();
    assert!(
        written[given_back..].contains("on purpose"),
        "the message follows on the screen that was there before:\n{written}"
    );
}

#[test]
fn nothing_of_a_briefing_acts_on_the_terminal() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("folder");
    std::fs::create_dir(&folder).unwrap();
    let hostile = "# A \u{1b}]0;PWN\u{7}title\n\nRussia \u{1b}[0031mred\u{9b}0032m \u{202e}turned\u{202c} \u{1b}]52;c;UFdO\u{7} end.\n\n[link](https://x.example/\u{1b}[0033m)\n";
    std::fs::write(folder.join("hostile.md"), hostile).unwrap();
    write_name(&folder, "bad\u{1b}[0034mname.md");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_attache"));
    command.arg(&folder);
    let mut terminal = Terminal::start(command, home, 120, 40);
    terminal.wait_for("Briefings");
    terminal.wait_for("end.");
    terminal.press("\r");
    terminal.wait_for("▶ hostile.md");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let written = String::from_utf8_lossy(&terminal.written);
    for mark in ["\u{1b}[003", "\u{1b}]0;", "\u{1b}]52", "\u{9b}", "\u{202e}"] {
        assert!(!written.contains(mark), "{mark:?} reached the terminal");
    }
}

fn write_name(folder: &Path, name: &str) {
    std::fs::write(folder.join(name), "# Another\n\nText.\n").unwrap();
}
