//! Extraction of the samples, scored against `tests/gold` with floors: a change that breaks extraction cannot land.
//!
//! `SCORE=folder cargo test --release --test score -- --nocapture` scores another folder of articles and gold files, and
//! `SCORE_ERRORS=1` lists every miss, false alarm and wrong attribute.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail, and prints its table")]

#[path = "score/gold.rs"]
mod gold;
#[path = "score/matching.rs"]
mod matching;
#[path = "score/names.rs"]
mod names;
#[path = "score/place.rs"]
mod place;
#[path = "score/tally.rs"]
mod tally;

use std::path::{Path, PathBuf};
use std::{env, fs};

use attache::briefing::Briefing;
use attache::extract::{Lexicon, Record, extract};
use attache::samples::SAMPLES;

use gold::{Answer, Gold, Part};
use tally::Tally;

/// F1 and whole F1 of the samples that must be reached: a little below what is.
const FLOORS: [(Part, f64, f64); 3] =
    [(Part::Actors, 0.97, 0.92), (Part::Figures, 0.93, 0.60), (Part::Meetings, 0.81, 0.46)];

#[test]
fn the_samples_reach_their_floors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let articles = SAMPLES.iter().map(|&(name, bytes)| (PathBuf::from(name), bytes.to_vec()));
    let tally = score(articles, &folder);
    println!("{tally}");
    for (part, f1, whole) in FLOORS {
        let score = tally.of(part);
        assert!(score.f1() >= f1 && score.whole_f1() >= whole, "{part:?} fall below {f1} or whole {whole}\n{tally}");
    }
}

#[test]
fn another_folder_is_scored_where_one_is_given() {
    let Some(folder) = env::var_os("SCORE").map(PathBuf::from) else { return };
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let is_article = |path: &PathBuf| path.extension().is_some_and(|e| e != "json");
    let mut articles: Vec<_> = files.filter(is_article).map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    articles.sort();
    println!("{}", score(articles.into_iter(), &folder));
}

/// Scores all articles that have a gold file in `folder`.
fn score(articles: impl Iterator<Item = (PathBuf, Vec<u8>)>, folder: &Path) -> Tally {
    let mut tally = Tally::new(env::var_os("SCORE_ERRORS").is_some());
    for (path, bytes) in articles {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Ok(json) = fs::read_to_string(folder.join(format!("{name}.gold.json"))) else { continue };
        let gold: Gold = serde_json::from_str(&json).unwrap_or_else(|e| panic!("{name}: {e}"));
        let briefing = Briefing::parse(&path, &bytes).unwrap();
        let findings = extract(&briefing, Lexicon::builtin());
        let record = serde_json::to_value(Record::new(&briefing, &findings)).unwrap();
        let answer: Answer = serde_json::from_value(record).unwrap();
        tally.add(&name, &gold, &answer);
    }
    tally
}
