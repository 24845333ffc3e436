//! Everything that is found in the samples, one snapshot for each, so that the whole effect of a rule shows in a diff.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write as _;
use std::path::Path;

use attache::briefing::Briefing;
use attache::extract::{Actor, Figure, Findings, Lexicon, Meeting, extract};
use attache::samples::SAMPLES;
use attache::text::Span;
use serde::Serialize;

#[test]
fn findings_of_every_sample() {
    for &(name, bytes) in SAMPLES {
        let briefing = Briefing::parse(Path::new(name), bytes).unwrap();
        let findings = extract(&briefing, Lexicon::builtin());
        let stem = Path::new(name).file_stem().unwrap().to_string_lossy();
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(&*stem, table(&briefing.text, &findings)));
    }
}

/// A finding a line: what it is, then the words that show it.
fn table(text: &str, findings: &Findings) -> String {
    let mut out = String::new();
    findings.actors.iter().for_each(|actor| writeln!(out, "{}", of_actor(text, actor)).unwrap());
    out.push('\n');
    findings.figures.iter().for_each(|figure| writeln!(out, "{}", of_figure(text, figure)).unwrap());
    out.push('\n');
    findings.meetings.iter().for_each(|meeting| writeln!(out, "{}", of_meeting(text, meeting)).unwrap());
    out.push('\n');
    for phrase in &findings.dates {
        let day = phrase.date.map_or_else(|| "?".to_owned(), |(first, last)| days(first, last));
        writeln!(out, "date {} = {day} ({})", one_line(text, phrase.span), word(phrase.precision)).unwrap();
    }
    out
}

fn of_actor(text: &str, actor: &Actor) -> String {
    let Actor { id, name, kind, role, of, mentions } = actor;
    let (role, of) = (shown(role.as_deref()), shown(of.as_deref()));
    // The names it goes by, each with how often.
    let mut names: Vec<(String, usize)> = Vec::new();
    for &span in mentions {
        let said = one_line(text, span);
        match names.iter_mut().find(|(name, _)| *name == said) {
            Some((_, times)) => *times += 1,
            None => names.push((said, 1)),
        }
    }
    let names: Vec<String> =
        names.into_iter().map(|(name, times)| if times > 1 { format!("{name} ×{times}") } else { name }).collect();
    format!("{} {name} [{id}] role {role}, of {of}: {}", word(kind), names.join(" | "))
}

fn of_figure(text: &str, figure: &Figure) -> String {
    let Figure { kind, what, low, high, bound, side, place, said_by, as_of, span } = figure;
    let number = if low == high { low.to_string() } else { format!("{low}–{high}") };
    let (side, place, said_by) = (shown(side.as_deref()), shown(place.as_deref()), shown(said_by.as_deref()));
    let words = one_line(text, *span);
    let as_of = as_of.map_or_else(String::new, |day| format!(", as of {day}"));
    let (kind, bound) = (word(kind), word(bound));
    format!("{kind} {bound} {number} {what}, side {side}, where {place}, said by {said_by}{as_of}: {words}")
}

fn of_meeting(text: &str, meeting: &Meeting) -> String {
    let Meeting { form, date, date_end, precision, date_text, place, participants, status, mentions } = meeting;
    let day = date.map_or_else(|| "?".to_owned(), |first| days(first, *date_end));
    let (said, place) = (shown(date_text.as_deref()), shown(place.as_deref()));
    let words: Vec<String> = mentions.iter().map(|&span| one_line(text, span)).collect();
    let (parties, words) = (participants.join(" + "), words.join(" | "));
    format!("{} {} {day} ({}, {said}), place {place}, {parties}: {words}", word(status), word(form), word(precision))
}

fn days(first: jiff::civil::Date, last: Option<jiff::civil::Date>) -> String {
    last.map_or_else(|| first.to_string(), |last| format!("{first}–{last}"))
}

fn shown(value: Option<&str>) -> &str {
    value.unwrap_or("-")
}

/// A kind as JSON has it.
fn word(kind: impl Serialize) -> String {
    serde_json::to_string(&kind).unwrap().trim_matches('"').to_owned()
}

fn one_line(text: &str, span: Span) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
