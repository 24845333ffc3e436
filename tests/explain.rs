//! What `attache explain` and the screen say of findings: every one has its reasons, and what was turned down is named.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::path::{Path, PathBuf};

use attache::briefing::Briefing;
use attache::extract::{Aspect, Bound, Explanation, Finding, Lexicon, Row, explain, extract};

fn samples() -> Vec<Briefing> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { paths.push(path) }
        }
    }
    paths.sort();
    paths.iter().map(|path| Briefing::load(path).unwrap()).collect()
}

fn explained(text: &str) -> (Briefing, Explanation) {
    let briefing =
        Briefing::parse(Path::new("2024-02-01-test.txt"), format!("A title\n\n{text}\n").as_bytes()).unwrap();
    let explanation = explain(&briefing, Lexicon::builtin());
    (briefing, explanation)
}

/// What was turned down as `finding`: its words and the rule.
fn turned_down(text: &str, finding: Finding) -> Vec<String> {
    let (briefing, explanation) = explained(text);
    let misses = explanation.near_misses.iter().filter(|miss| miss.finding == finding);
    misses.map(|miss| format!("{}: {}", miss.span.of(&briefing.text), miss.rule.name)).collect()
}

fn has(rows: &[Row], aspect: Aspect) -> bool {
    rows.iter().any(|row| row.aspect == aspect || row.rule.name == "declared")
}

#[test]
fn explaining_finds_what_extracting_finds() {
    for briefing in samples() {
        let explanation = explain(&briefing, Lexicon::builtin());
        assert_eq!(explanation.findings, extract(&briefing, Lexicon::builtin()), "{}", briefing.path.display());
    }
}

#[test]
fn every_actor_says_why_it_is_one_and_whose() {
    for briefing in samples() {
        let explanation = explain(&briefing, Lexicon::builtin());
        for actor in &explanation.findings.actors {
            let rows = explanation.of_actor(actor);
            let at = format!("{}: {}: {rows:?}", briefing.path.display(), actor.name);
            assert!(has(&rows, Aspect::Found), "{at}");
            assert!(actor.role.is_none() || has(&rows, Aspect::Role), "{at}");
            assert!(actor.of.is_none() || has(&rows, Aspect::Of), "{at}");
        }
    }
}

#[test]
fn every_figure_says_why_it_is_one_and_whose() {
    for briefing in samples() {
        let explanation = explain(&briefing, Lexicon::builtin());
        for figure in &explanation.findings.figures {
            let rows = explanation.of_figure(figure);
            let at = format!("{}: {}: {rows:?}", briefing.path.display(), figure.span.of(&briefing.text));
            assert!(has(&rows, Aspect::Found), "{at}");
            assert!(figure.bound == Bound::Exact || has(&rows, Aspect::Bound), "{at}");
            assert!(figure.side.is_none() || has(&rows, Aspect::Side), "{at}");
            assert!(figure.place.is_none() || has(&rows, Aspect::Where), "{at}");
            assert!(figure.said_by.is_none() || has(&rows, Aspect::SaidBy), "{at}");
            assert!(figure.as_of.is_none() || has(&rows, Aspect::AsOf), "{at}");
        }
    }
}

#[test]
fn every_meeting_says_why_it_is_one_and_when_and_where() {
    for briefing in samples() {
        let explanation = explain(&briefing, Lexicon::builtin());
        for meeting in &explanation.findings.meetings {
            let rows = explanation.of_meeting(meeting);
            let words: Vec<&str> = meeting.mentions.iter().map(|m| m.of(&briefing.text)).collect();
            let at = format!("{}: {words:?}: {rows:?}", briefing.path.display());
            assert!(has(&rows, Aspect::Found), "{at}");
            assert!(has(&rows, Aspect::Form), "{at}");
            assert!(has(&rows, Aspect::Status), "{at}");
            assert!(meeting.date.is_none() || has(&rows, Aspect::Date), "{at}");
            assert!(meeting.place.is_none() || has(&rows, Aspect::Place), "{at}");
            assert!(meeting.participants.is_empty() || has(&rows, Aspect::Participants), "{at}");
            assert!(meeting.mentions.len() < 2 || has(&rows, Aspect::Joined), "{at}");
        }
    }
}

#[test]
fn numbers_and_encounters_that_were_turned_down_say_why() {
    let text = "France took in 100,000 refugees and spent 20 million dollars. The Munich Security Conference is a forum. \
                Chad lost 40 soldiers.";
    let figures = turned_down(text, Finding::Figure);
    assert_eq!(figures.len(), 2, "{figures:?}");
    assert!(figures[0].starts_with("100,000") && figures[1].starts_with("20 million"), "{figures:?}");
    let meetings = turned_down("The Munich Security Conference is a forum. A visit is not planned.", Finding::Meeting);
    assert!(!meetings.is_empty(), "{meetings:?}");
}

#[test]
fn names_that_were_turned_down_say_why() {
    let text = "Talks went on in Geneva. HMS Falcon left. Nobody in Koutougou had heard of the Zamora Accords, \
                said Reuters. Every Zorrovian agreed.";
    assert_eq!(
        turned_down(text, Finding::Actor),
        [
            "Geneva: place",
            "HMS Falcon: ship",
            "Koutougou: said-to-be-a-place",
            "Zamora Accords: thing",
            "Reuters: outlet",
            "Zorrovian: no-evidence"
        ]
    );
}

#[test]
fn what_is_declared_needs_no_rule() {
    let text = "---\ndate: 2024-02-01\nactors:\n  - Kestrel Council\n---\n\nThe Kestrel Council met nobody.\n";
    let briefing = Briefing::parse(Path::new("test.md"), text.as_bytes()).unwrap();
    let explanation = explain(&briefing, Lexicon::builtin());
    let actor = explanation.findings.actors.iter().find(|a| a.id == "kestrel-council").unwrap();
    let rules: Vec<&str> = explanation.of_actor(actor).iter().map(|row| row.rule.name).collect();
    assert_eq!(rules, ["declared"]);
}
