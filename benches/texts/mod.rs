//! The texts that extraction is measured on.

use std::fmt;
use std::path::Path;

use attache::briefing::Briefing;
use attache::samples::SAMPLES;

/// A sample briefing, called by the name of its file.
pub(crate) struct Sample {
    name: &'static str,
    pub(crate) briefing: Briefing,
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.name.rsplit('/').next().unwrap_or(self.name);
        f.write_str(file)
    }
}

/// All samples.
pub(crate) fn samples() -> Vec<Sample> {
    let read = |&(name, bytes)| Sample { name, briefing: Briefing::parse(Path::new(name), bytes).unwrap() };
    SAMPLES.iter().map(read).collect()
}

/// The articles of all samples again and again, until they make `size` bytes.
pub(crate) fn long(size: usize) -> Briefing {
    let articles: Vec<String> = samples().into_iter().map(|s| s.briefing.text).collect();
    let mut text = String::with_capacity(size + 100_000);
    while text.len() < size {
        text.push_str(&articles.join("\n\n"));
        text.push_str("\n\n");
    }
    plain(&text)
}

/// What a text that is made to be slow is made of, by its name.
pub(crate) const TRAPS: [(&str, &str); 8] = [
    ("capitals", "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet "),
    ("commas", ", "),
    ("listed", "Putin, Biden, Xi, Modi, "),
    ("numbers", "12,000 3.5 40 1,000,000 2024 7 "),
    ("quotes", "“troops” \"talks\" ‘ "),
    ("offices", "the president "),
    ("talks", "talks with "),
    ("meetings", "Putin and Biden met on Monday in Moscow. "),
];

/// One of the [`TRAPS`], `size` bytes long.
pub(crate) fn trap(name: &str, size: usize) -> Briefing {
    let (_, words) = TRAPS.iter().find(|(n, _)| *n == name).unwrap();
    plain(&words.repeat(size / words.len()))
}

fn plain(text: &str) -> Briefing {
    Briefing::parse(Path::new("2024-01-15-long.txt"), text.as_bytes()).unwrap()
}
