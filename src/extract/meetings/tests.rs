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

#[test]
fn phrases_of_encounter() {
    // A Thursday.
    check(
        "1994-06-16",
        &[
            (
                "{Carter} came face to face with {Kim} in {.Wonsan} on Wednesday.",
                &["carter+kim | 1994-06-15 | Wonsan | Held"],
            ),
            ("{Christopher} was on the line to {Han} on Tuesday.", &["christopher+han | 1994-06-14 | - | Held"]),
            ("On June 7 {Kozyrev} and {Perry} used a secure video link.", &["kozyrev+perry | 1994-06-07 | - | Held"]),
            (
                "{Rabin} met {Hussein} in {.Aqaba} on Monday. {Peres} has since done the same.",
                &["rabin+hussein | 1994-06-13 | Aqaba | Held", "peres+hussein | - | Aqaba | Held"],
            ),
            (
                "On 10 June {+Angola}, {+Namibia} and {+Zambia} signed a water treaty in {.Lusaka}.",
                &["angola+namibia+zambia | 1994-06-10 | Lusaka | Held"],
            ),
            ("{Mubarak} took a call from {Clinton} on Sunday.", &["clinton+mubarak | 1994-06-12 | - | Held"]),
            (
                "{Mubarak} discussed the truce with {Assad} by phone on Sunday.",
                &["mubarak+assad | 1994-06-12 | - | Held"],
            ),
            ("{Mubarak} ignored a call from {Clinton} for restraint.", &[]),
            ("{Mubarak} discussed the price of bread on Sunday.", &[]),
            ("{+Angola} has signed a treaty on mines.", &[]),
            ("{+Angola} took its time and {+Zambia} signed on Tuesday.", &[]),
        ],
    );
}

#[test]
fn one_verb_and_a_meeting_with_each() {
    // A Friday.
    check(
        "2004-03-12",
        &[
            (
                "{Annan} saw {Denktash} in {.Nicosia} on Monday and {Erdogan} in {.Ankara} on Tuesday.",
                &["annan+denktash | 2004-03-08 | Nicosia | Held", "annan+erdogan | 2004-03-09 | Ankara | Held"],
            ),
            (
                "{Straw} telephoned {Papadopoulos}, and then {Simitis}.",
                &["straw+papadopoulos | - | - | Held", "straw+simitis | - | - | Held"],
            ),
            (
                "{Annan} met {Denktash} and {Papadopoulos} in {.Nicosia} on Monday.",
                &["annan+denktash+papadopoulos | 2004-03-08 | Nicosia | Held"],
            ),
            (
                "{Straw} is to meet {Gul}, who spoke for the army, and {Simitis}.",
                &["straw+gul+simitis | - | - | Upcoming"],
            ),
        ],
    );
}

#[test]
fn a_further_round_is_between_the_same_parties() {
    check(
        "2004-03-12",
        &[(
            "{Gul} and {Simitis} held talks in {.Athens} on Monday. A second round is expected in {.Ankara} on March 20.",
            &["gul+simitis | 2004-03-08 | Athens | Held", "gul+simitis | 2004-03-20 | Ankara | Upcoming"],
        )],
    );
}

#[test]
fn dates_of_something_before_are_not_the_meeting_s() {
    check(
        "2010-05-05",
        &[
            (
                "{Hatoyama} and {Wen} will meet in {.Tokyo} on May 30, for the first time since 2008.",
                &["hatoyama+wen | 2010-05-30 | Tokyo | Upcoming"],
            ),
            ("{Lee} went to {.Beijing}, where on Monday he met {Hu}.", &["lee+hu | 2010-05-03 | Beijing | Held"]),
        ],
    );
}

#[test]
fn entries_of_a_diary() {
    // A Tuesday.
    check(
        "2011-02-15",
        &[
            (
                "Minsk, 6 February. {Medvedev} and {Lukashenko} signed a treaty on gas.",
                &["medvedev+lukashenko | 2011-02-06 | Minsk | Held"],
            ),
            ("Sunday, 6 February. {Medvedev} met {Lukashenko}.", &["medvedev+lukashenko | 2011-02-06 | - | Held"]),
            (
                "Sochi, 18 February: {Medvedev} receives {Sarkozy}.",
                &["medvedev+sarkozy | 2011-02-18 | Sochi | Upcoming"],
            ),
            (
                "12 February. {Medvedev} adds that {Sarkozy} will hold talks with {Merkel}.",
                &["merkel+sarkozy | - | - | Upcoming"],
            ),
            (
                "Gold, oil and gas rose. {Medvedev} met {Putin} in {.Sochi} on Monday.",
                &["medvedev+putin | 2011-02-14 | Sochi | Held"],
            ),
        ],
    );
}

#[test]
fn whom_pronouns_mean() {
    check(
        "2011-02-15",
        &[
            (
                "{Sarkozy} spoke in {.Lyon} on Monday after {Merkel} had received him.",
                &["merkel+sarkozy | 2011-02-14 | Lyon | Held"],
            ),
            (
                "{Putin} received {Berlusconi} on Friday and sat beside him on Saturday.",
                &["putin+berlusconi | 2011-02-11 | - | Held", "putin+berlusconi | 2011-02-12 | - | Held"],
            ),
            ("{Hu}, favourite of nobody, met {Wen} in {.Xian} on Monday.", &["hu+wen | 2011-02-14 | Xian | Held"]),
            ("{Putin} proposes talks between {+Armenia} and {+Georgia}.", &["armenia+georgia | - | - | Proposed"]),
        ],
    );
}

mod company;
mod discourse;
mod frames;
mod moved;
mod openings;
mod phrases;
mod standing;
mod stops;
