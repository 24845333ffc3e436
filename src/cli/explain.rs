//! `attache explain`: every finding with the rules and the words that led to it, and what the rules turned down.

use std::fmt::Write;

use clap::ValueEnum;
use serde::Serialize;

use super::Cli;
use super::extract::{Files, each};
use super::output::{Outcome, visible};
use crate::briefing::Briefing;
use crate::export::to_line;
use crate::extract::{Actor, Bound, Explanation, ExplanationRecord, Figure, Meeting, Row, explain, quoted};

/// Arguments of `attache explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    files: Files,
    /// The output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How an explanation is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// To be read
    Text,
    /// One JSON object a line
    Json,
}

/// Prints the explanation of each file; the files that cannot be read are named on standard error.
pub(super) fn run(args: &Args, cli: &Cli) -> Outcome {
    each(&args.files, cli, |briefing, lexicon| {
        let explanation = explain(briefing, lexicon.get());
        match args.format {
            Format::Json => to_line(&ExplanationRecord::new(briefing, &explanation)) + "\n",
            Format::Text => text(briefing, &explanation),
        }
    })
}

fn text(briefing: &Briefing, explanation: &Explanation) -> String {
    let text = briefing.text.as_str();
    let findings = &explanation.findings;
    let mut out = format!("{}\n", visible(&briefing.path.to_string_lossy()));
    section(&mut out, "Actors", findings.actors.iter().map(|a| (actor(a), explanation.of_actor(a))), text);
    section(&mut out, "Figures", findings.figures.iter().map(|f| (figure(f, text), explanation.of_figure(f))), text);
    section(&mut out, "Meetings", findings.meetings.iter().map(|m| (meeting(m), explanation.of_meeting(m))), text);
    if !explanation.near_misses.is_empty() {
        out.push_str("\nTurned down\n");
    }
    for group in explanation.turned_down(text) {
        let because = if group.words.is_empty() { String::new() } else { format!(": {}", quoted(&group.words, text)) };
        let (of, what, rule) = (word(group.finding), quoted(&group.spans, text), group.rule);
        let _ = writeln!(out, "  {of:<8} {what}  {} ({}{because})", rule.says, rule.name);
    }
    out.push('\n');
    out
}

/// A heading, and each finding with its reasons below it.
fn section(out: &mut String, heading: &str, findings: impl Iterator<Item = (String, Vec<Row>)>, text: &str) {
    let mut heading = Some(heading);
    for (finding, rows) in findings {
        if let Some(heading) = heading.take() {
            let _ = write!(out, "\n{heading}\n");
        }
        let _ = writeln!(out, "  {finding}");
        for row in rows {
            let words = if row.words.is_empty() { String::new() } else { format!(": {}", quoted(&row.words, text)) };
            let _ = writeln!(out, "    {:<13}{} ({}{words})", word(row.aspect), row.rule.says, row.rule.name);
        }
    }
}

fn actor(actor: &Actor) -> String {
    let of = actor.of.as_deref().map(|of| format!("of {of}"));
    join(&[Some(actor.name.clone()), Some(word(actor.kind)), actor.role.clone(), of])
}

fn figure(figure: &Figure, text: &str) -> String {
    let number = match figure.bound {
        Bound::Range => format!("{} to {}", figure.low, figure.high),
        bound => format!("{} {}", word(bound), figure.low),
    };
    let said_by = figure.said_by.as_deref().map(|by| format!("said by {by}"));
    let side = figure.side.as_deref().map(|side| format!("of {side}"));
    let place = figure.place.as_deref().map(|place| format!("in {place}"));
    let quote = if figure.span.is_empty() { figure.what.clone() } else { quoted(&[figure.span], text) };
    let as_of = figure.as_of.map(|day| format!("as of {day}"));
    join(&[Some(quote), Some(word(figure.kind)), Some(number), side, place, said_by, as_of])
}

fn meeting(meeting: &Meeting) -> String {
    let date = meeting.date.map(|date| date.to_string()).or_else(|| meeting.date_text.clone());
    let with = (!meeting.participants.is_empty()).then(|| meeting.participants.join(" + "));
    join(&[Some(word(meeting.form)), with, date, meeting.place.clone(), Some(word(meeting.status))])
}

fn join(parts: &[Option<String>]) -> String {
    parts.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The word that a value has in JSON.
fn word(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    value.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}
