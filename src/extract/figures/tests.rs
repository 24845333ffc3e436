//! What is read as a figure, and what is not: sentences with marked parties and what must come out.

use super::super::dates;
use super::super::dates::Anchors;
use super::*;
use crate::extract::fixture::{annotated, briefing, marked};

/// Each figure of a marked text: its words, its numbers, its kind and whose it is.
fn figures(source: &str) -> Vec<String> {
    let (text, names) = marked(source);
    let briefing = briefing(&text);
    let annotated = annotated(&briefing);
    let words = Words::new(&annotated);
    let anchors = Anchors::new(&briefing, &words);
    let dated = dates::read(&words, &anchors);
    let view = View::new(&words, &names, &dated, &anchors);
    find(&view)
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

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(&figures(text), expected, "{text}");
    }
}

#[test]
fn forces_of_every_kind() {
    check(&[
        ("{+Argentina} landed 10,000 troops on the islands.", &["10000 P troops argentina"]),
        (
            "{+Britain} sent two brigades and 28,000 men with the task force.",
            &["2 U brigades britain", "28000 P men britain"],
        ),
        (
            "{+France} flew in 40 tanks, 12 helicopters and two frigates.",
            &["40 E tanks france", "12 E helicopters france", "2 E frigates france"],
        ),
        ("It faced a {~Serbian=Serbia} garrison of about 3,000 soldiers.", &["3000 P soldiers serbia"]),
        ("{+Chad}'s 2,000-strong contingent crossed the desert.", &["2000 P contingent chad"]),
        ("{+Colombia}'s army numbers about 200,000.", &["200000 P troops colombia"]),
        ("Hundreds of {~Turkish=Turkey} tanks crossed the river.", &["200-999 E tanks turkey"]),
        ("The {!Taliban} fired 30 rockets.", &["30 E rockets taliban"]),
        ("{!ELN}: some 3,000 fighters.", &["3000 P fighters eln"]),
    ]);
}

#[test]
fn losses_of_every_kind() {
    check(&[
        ("{+Britain} lost 12 soldiers near the bay.", &["12 C killed britain"]),
        ("Twenty {~Indian=India} soldiers were killed in the valley.", &["20 C killed india"]),
        ("The shelling killed 43 people in the market.", &["43 C killed -"]),
        ("A bomb killed 12 and wounded 40.", &["12 C killed -", "40 C wounded -"]),
        ("{#Army=Ghana Army} said 17 soldiers had died.", &["17 C killed -"]),
        ("The war has left 70,000 dead.", &["70000 C dead -"]),
        ("They captured 102 {~Russian=Russia} servicemen.", &["102 C captured russia"]),
        ("The rebels shot down three {~Malian=Mali} helicopters.", &["3 E helicopters mali"]),
    ]);
}

#[test]
fn nouns_that_are_left_out() {
    check(&[
        (
            "{+France} has 1,500 soldiers there and {+Germany} 1,100.",
            &["1500 P soldiers france", "1100 P soldiers germany"],
        ),
        (
            "{+Russia} has 90,000 troops in the north and another 40,000 in the south.",
            &["90000 P troops russia", "40000 P troops russia"],
        ),
        (
            "{+Australia} sent 4,500 troops. Another 900 will follow.",
            &["4500 P troops australia", "900 P troops australia"],
        ),
        (
            "About 10,000 {~Cuban=Cuba} soldiers landed; as many as 8,000 of them reached the front.",
            &["10000 P soldiers cuba", "8000 P soldiers cuba"],
        ),
        (
            "{+Spain} will cut its force from 8,350 to 4,500 soldiers.",
            &["8350 P soldiers spain", "4500 P soldiers spain"],
        ),
    ]);
}

#[test]
fn other_numbers_are_no_figures() {
    check(&[
        ("More than 100,000 refugees crossed the border in 12 days.", &[]),
        ("The vote was 120 to 40, and the talks lasted three hours.", &[]),
        ("It paid $90bn for F-16s and bought 12 million barrels.", &[]),
        ("A 19-year-old soldier of the 22nd Brigade walked 40 km.", &[]),
        ("Resolution 2202 and Article 5 bind the 30 members.", &[]),
        ("Some 300 young men queued at a stadium.", &[]),
        ("About 5,000 engineers wait for visas; police held 400 protesters.", &[]),
        ("The army carried out 480 strikes on 35 targets.", &[]),
        ("In 2014 soldiers took the peninsula.", &[]),
    ]);
}

#[test]
fn one_statement_is_one_entry() {
    check(&[
        (
            "{+Belarus} keeps more than 120,000 troops there. The 120,000 {~Belarusian=Belarus} troops stay.",
            &["120000 P troops belarus"],
        ),
        ("{+Ghana} sent two ships. {+Togo} sent two ships.", &["2 E ships ghana", "2 E ships togo"]),
    ]);
}
