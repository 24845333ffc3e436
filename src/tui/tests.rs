//! The screen as a reader meets it: a folder, some keys, and what is then to be seen.

mod behaviour;
mod readme;
mod screens;

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

use super::message::{Effect, Message};
use super::model::Model;
use super::{Open, Start, keys::Key, model_of, update, view};
use crate::config::{Loaded, Paths};
use crate::extract::{LexiconInForce, OwnLexicon};
use crate::library::{self, LexiconFiles, Worker};

/// A screen on a folder of three briefings and a file that cannot be read.
pub(super) struct Screen {
    pub(super) model: Model,
    pub(super) folder: TempDir,
    /// What was asked to be done outside, oldest first.
    pub(super) effects: Vec<Effect>,
    data: TempDir,
}

impl Screen {
    /// Opens the folder of the tests on a screen of `columns` and `rows`, with nothing read or bookmarked yet.
    pub(super) fn open(columns: u16, rows: u16) -> Screen {
        let folder = TempDir::new().unwrap();
        for (name, text) in [
            ("2021-12-30-a-call.md", include_str!("tests/folder/2021-12-30-a-call.md")),
            ("2022-01-11-after-geneva.md", include_str!("tests/folder/2022-01-11-after-geneva.md")),
            ("undated.txt", include_str!("tests/folder/undated.txt")),
            ("broken.md", "\0\0\0"),
        ] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        Screen::on(folder, TempDir::new().unwrap(), (columns, rows))
    }

    fn on(folder: TempDir, data: TempDir, size: (u16, u16)) -> Screen {
        let start = Start {
            open: Open::Folder(folder.path().to_owned()),
            settings: Loaded::defaults(),
            notices: Vec::new(),
            lexicon: LexiconInForce::default(),
            lexicons: LexiconFiles::default(),
            paths: Paths { config: data.path().join("config.toml"), data: data.path().to_owned() },
            bookmark: None,
        };
        let mut model = model_of(&start, size);
        model.settings.today = jiff::civil::date(2022, 1, 12);
        model.settings.export_folder = PathBuf::from(".");
        let mut screen = Screen { model, folder, effects: Vec::new(), data };
        screen.read_folder();
        screen
    }

    /// Ends the program and starts it again on the same folder and the same data.
    pub(super) fn reopened(mut self) -> Screen {
        self.model.remember_place();
        self.model.reading.as_mut().unwrap().save().unwrap();
        Screen::on(self.folder, self.data, self.model.size)
    }

    /// The reader's own lexicon is another one now.
    pub(super) fn use_lexicon(&mut self, text: &str) {
        let lexicon = LexiconInForce::new(vec![OwnLexicon::parse("lexicon.toml", text)]);
        update::update(&mut self.model, Message::Lexicon(Ok(lexicon)));
        self.read_folder();
    }

    /// Looks at the folder and reads what is in it, as the threads beside the screen do.
    pub(super) fn read_folder(&mut self) {
        let found = library::scan(self.folder.path());
        let orders = update::update(&mut self.model, Message::Scanned(found));
        let (sender, reports) = channel();
        let worker = Worker::new(self.model.lexicon.clone(), move |read| drop(sender.send(read)));
        for order in orders {
            if let Effect::Read(files) = order {
                let mut missing = files.len();
                worker.read(files);
                while missing > 0 {
                    let read = reports.recv_timeout(Duration::from_secs(60)).unwrap();
                    missing -= read.len();
                    update::update(&mut self.model, Message::Read(read));
                }
            }
        }
    }

    /// Presses keys, written as in the configuration; a word in “quotes” is typed letter by letter.
    pub(super) fn press(&mut self, keys: &str) -> &mut Screen {
        for word in keys.split(' ').filter(|w| !w.is_empty()) {
            let letters = word.strip_prefix('“').and_then(|w| w.strip_suffix('”'));
            let written: Vec<String> = match letters {
                Some(letters) => {
                    letters.chars().map(|c| if c == '_' { "Space".to_owned() } else { c.to_string() }).collect()
                }
                None => vec![word.to_owned()],
            };
            for key in written {
                let key: Key = key.parse().unwrap();
                let effects = update::press(&mut self.model, key);
                self.effects.extend(effects);
                update::settle(&mut self.model);
            }
        }
        self
    }

    /// The screen itself, after a chain of keys.
    pub(super) fn by_value(&mut self) -> Screen {
        let empty = Screen::on(TempDir::new().unwrap(), TempDir::new().unwrap(), self.model.size);
        std::mem::replace(self, empty)
    }

    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        self.model.size = (columns, rows);
        update::settle(&mut self.model);
    }

    /// The text of the screen, line by line.
    pub(super) fn drawn(&self) -> String {
        let (columns, rows) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| view::view(&self.model, frame)).unwrap();
        terminal.backend().to_string().lines().map(|l| l.trim_matches('"').trim_end().to_owned() + "\n").collect()
    }

    /// The last line of the screen.
    pub(super) fn status(&self) -> String {
        self.drawn().lines().last().unwrap_or_default().trim().to_owned()
    }

    /// The sentence that the article's cursor is in.
    pub(super) fn sentence(&self) -> &str {
        let reader = self.model.reader.as_ref().unwrap();
        reader.sentence().of(reader.text())
    }

    /// The word under the article's cursor.
    pub(super) fn word(&self) -> &str {
        let reader = self.model.reader.as_ref().unwrap();
        reader.word().of(reader.text())
    }

    /// The title of the open briefing.
    pub(super) fn title(&self) -> &str {
        &self.model.reader.as_ref().unwrap().document.briefing.masthead.title
    }
}
