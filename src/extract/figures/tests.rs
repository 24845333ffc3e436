//! What is read as a figure, and what is not: sentences with marked parties and what must come out.

mod apposed;
mod company;
mod counts;
mod fates;
mod left_out;
mod places;
mod sayers;
mod scenes;
mod sides;
mod speakers;
mod traps;
mod turns;
mod weighed;

use super::super::dates;
use super::super::dates::Anchors;
use super::*;
use crate::extract::fixture::{annotated, briefing, marked};

/// The figures of a marked text.
fn read(source: &str) -> Vec<Figure> {
    let (text, names) = marked(source);
    let briefing = briefing(&text);
    let annotated = annotated(&briefing);
    let words = Words::new(&annotated);
    let anchors = Anchors::new(&briefing, &words);
    let dated = dates::read(&words, &anchors);
    find(&View::new(&words, &names, &dated, &anchors))
}

/// Each figure of a marked text: its words, its numbers, its kind and whose it is.
fn figures(source: &str) -> Vec<String> {
    read(source)
        .iter()
        .map(|f| {
            let number = if f.low == f.high { f.low.to_string() } else { format!("{}-{}", f.low, f.high) };
            let kind = match f.kind {
                FigureKind::Personnel => "P",
                FigureKind::Unit => "U",
                FigureKind::Equipment => "E",
                FigureKind::Casualties => "C",
            };
            let side = f.side.as_deref().unwrap_or("-");
            format!("{number} {kind} {} {side}", f.what)
        })
        .collect()
}

/// As `check`, whosever the forces are.
#[track_caller]
fn check_counts(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let found = figures(text);
        let counts: Vec<&str> = found.iter().filter_map(|f| Some(f.rsplit_once(' ')?.0)).collect();
        assert_eq!(&counts, expected, "{text}");
    }
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(&figures(text), expected, "{text}");
    }
}

/// The first figure of a marked text: where its force is, and who says so.
#[track_caller]
fn told(cases: &[(&str, &str, &str)]) {
    for (source, place, sayer) in cases {
        let figures = read(source);
        let first = figures.first().unwrap_or_else(|| panic!("no figure: {source}"));
        assert_eq!(first.place.as_deref().unwrap_or("-"), *place, "where: {source}");
        assert_eq!(first.said_by.as_deref().unwrap_or("-"), *sayer, "said by: {source}");
    }
}

/// The first figure of a marked text: who says so.
#[track_caller]
fn said(cases: &[(&str, &str)]) {
    for (source, sayer) in cases {
        let first = read(source).into_iter().next().unwrap_or_else(|| panic!("no figure: {source}"));
        assert_eq!(first.said_by.as_deref().unwrap_or("-"), *sayer, "said by: {source}");
    }
}
