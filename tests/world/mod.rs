//! A reader's surroundings for tests of the program: home, configuration, data and a folder of briefings of their own.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub(crate) struct World {
    dir: TempDir,
}

/// What a command gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl World {
    pub(crate) fn new() -> Self {
        let world = Self { dir: tempfile::tempdir().unwrap() };
        for folder in ["home", "config/attache", "data", "cache", "briefings", "work"] {
            fs::create_dir_all(world.path(folder)).unwrap();
        }
        world
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file of the folder of briefings.
    pub(crate) fn briefing(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path("briefings").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn settings(&self, text: &str) -> PathBuf {
        let path = self.path("config/attache/config.toml");
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn bookmarks_file(&self) -> PathBuf {
        self.path("data/attache/bookmarks.toml")
    }

    /// The program in these surroundings, started in the empty folder `work`, without a terminal.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command
            .current_dir(self.path("work"))
            .env("HOME", self.path("home"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run<S: AsRef<std::ffi::OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Ran {
        Ran::of(self.command().args(args).output().unwrap())
    }

    /// Bookmarks `quote` in `file`, which must succeed, and gives the bookmark's id.
    pub(crate) fn bookmark(&self, file: &Path, quote: &str) -> String {
        let ran = self.run(["bookmark".as_ref(), "add".as_ref(), file.as_os_str(), "--quote".as_ref(), quote.as_ref()]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
        ran.out.trim().to_owned()
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Asserts that it failed with one clean line that holds `words`.
    #[track_caller]
    pub(crate) fn failed(&self, code: i32, words: &str) {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.err.matches('\n').count(), 1, "one line: {self:?}");
        assert!(self.err.starts_with("attache: ") && self.err.contains(words), "{words}: {self:?}");
        assert!(!self.err.trim_end().contains(|c: char| c.is_control()), "{self:?}");
    }
}
