//! What is read as a meeting, and what is not: sentences with marked parties and what must come out.

use super::super::dates;
use super::super::dates::Anchors;
use super::super::words::Words;
use super::*;
use crate::extract::fixture::{annotated, briefing, marked};

/// Each meeting of a marked text as of `today`: participants, date, place, status.
fn meetings(source: &str, today: &str) -> Vec<String> {
    let (text, names) = marked(source);
    let mut briefing = briefing(&text);
    briefing.masthead.date = today.parse().ok();
    let annotated = annotated(&briefing);
    let words = Words::new(&annotated);
    let anchors = Anchors::new(&briefing, &words);
    let dated = dates::read(&words, &anchors);
    let view = View::new(&words, &names, &dated, &anchors);
    find(&view)
        .iter()
        .map(|m| {
            let date =
                m.date.map_or_else(|| m.date_text.clone().map_or("-".into(), |t| format!("“{t}”")), |d| d.to_string());
            let end = m.date_end.map_or(String::new(), |d| format!("..{d}"));
            format!(
                "{} | {date}{end} | {} | {:?}",
                m.participants.join("+"),
                m.place.as_deref().unwrap_or("-"),
                m.status
            )
        })
        .collect()
}

#[track_caller]
fn check(today: &str, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(&meetings(text, today), expected, "{text}");
    }
}

#[test]
fn verbs_of_meeting() {
    // A Wednesday.
    check(
        "1986-10-08",
        &[
            (
                "{Reagan} and {Gorbachev} will meet in {.Reykjavik} on Saturday.",
                &["reagan+gorbachev | 1986-10-11 | Reykjavik | Upcoming"],
            ),
            (
                "{Shultz} met {Shevardnadze} in {.Vienna} on Monday.",
                &["shultz+shevardnadze | 1986-10-06 | Vienna | Held"],
            ),
            ("{Thatcher} telephoned {Reagan} on Tuesday.", &["thatcher+reagan | 1986-10-07 | - | Held"]),
            (
                "{Mitterrand} is to receive {Kohl} in {.Paris} next week.",
                &["mitterrand+kohl | 1986-10-13 | Paris | Upcoming"],
            ),
            ("{Nakasone} flew to {.Seoul} on Saturday to see {Chun}.", &["nakasone+chun | 1986-10-04 | Seoul | Held"]),
            (
                "{Hawke} could meet {Lange} in {.Suva} later this month.",
                &["hawke+lange | 1986-10-01 | Suva | Proposed"],
            ),
        ],
    );
}

#[test]
fn nouns_of_meeting() {
    check(
        "1995-11-20",
        &[
            (
                "{~Bosnian=Bosnia} and {~Serbian=Serbia} officials held talks in {.Dayton} on Friday.",
                &["bosnia+serbia | 1995-11-17 | Dayton | Held"],
            ),
            (
                "Talks between {+Croatia} and {+Serbia} will be held in {.Erdut} on November 24.",
                &["croatia+serbia | 1995-11-24 | Erdut | Upcoming"],
            ),
            (
                "{Holbrooke} offered to host a meeting between {Tudjman} and {Milosevic}.",
                &["holbrooke+tudjman+milosevic | - | - | Proposed"],
            ),
            (
                "A summit between {Chirac} and {Major} in {.London}, planned for Thursday, was called off.",
                &["chirac+major | 1995-11-23 | London | Cancelled"],
            ),
        ],
    );
}

#[test]
fn what_is_no_meeting() {
    check(
        "1999-09-15",
        &[
            ("{Annan} told a news conference that he hoped for peace.", &[]),
            ("Talks must begin soon, everybody agrees.", &[]),
            ("{Habibie} met reporters on Tuesday in {.Jakarta}.", &[]),
            ("{Gusmao} called {Wiranto} a liar on Monday.", &[]),
            ("{Howard} gave an interview in {.Sydney} on Monday.", &[]),
            ("The {#Munich Security Conference} is a forum.", &[]),
            ("No meeting with {Clinton} was planned.", &[]),
        ],
    );
}

#[test]
fn parties_of_the_clause() {
    check(
        "2024-10-31",
        &[
            (
                "{Blinken} and {Austin} were due to meet {Kim} and {~Korean=Korea} Foreign Minister {Cho} at the {#State Department} later on Thursday.",
                &["blinken+austin+kim+cho | 2024-10-31 | State Department | Upcoming"],
            ),
            (
                "{~Turkish=Turkey} President {Erdogan}, who met {Zelensky} in {.Kyiv} on Tuesday, repeated an offer to bring {Putin} and {Zelensky} together at a summit in {+Turkey}.",
                &["erdogan+zelensky | 2024-10-29 | Kyiv | Held", "erdogan+putin+zelensky | - | Turkey | Proposed"],
            ),
            ("{Biden} also plans to consult with European allies after the talks.", &["biden | - | - | Upcoming"]),
            (
                "{Xi} received {Ma}, long retired, in {.Beijing} on 10 April last year.",
                &["xi+ma | 2023-04-10 | Beijing | Held"],
            ),
            (
                "{Trump} said a three-way meeting with {Putin} and {Zelensky} could take place this Friday.",
                &["putin+zelensky+trump | 2024-11-01 | - | Proposed"],
            ),
            (
                "The {#Security Council} took up the matter behind closed doors on Oct. 8.",
                &["security-council | 2024-10-08 | - | Held"],
            ),
            (
                "A delegation led by {Sheikh Bala} flew to {.Niamey} on Monday.",
                &["sheikh-bala | 2024-10-28 | Niamey | Held"],
            ),
        ],
    );
}

#[test]
fn one_meeting_is_one_entry() {
    check(
        "2012-06-20",
        &[
            (
                "{Santos} and {Humala} will meet in {.Lima} on Friday. The meeting will be their third.",
                &["santos+humala | 2012-06-22 | Lima | Upcoming"],
            ),
            (
                "{Santos} will travel to {.Lima} on Friday. There he will hold talks with {Humala}.",
                &["santos+humala | 2012-06-22 | Lima | Upcoming"],
            ),
            (
                "{Obama} met {Santos} in {.Cali} on Monday. He met {Humala} in {.Cali} on Tuesday.",
                &["obama+santos | 2012-06-18 | Cali | Held", "obama+humala | 2012-06-19 | Cali | Held"],
            ),
        ],
    );
}
