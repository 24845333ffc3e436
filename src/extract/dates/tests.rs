//! Date phrases, and the days that they come to.

use jiff::civil::Date;

use super::*;
use crate::extract::fixture::{annotated, briefing};

/// Each date phrase of `text` with the day it comes to, as of `today`.
fn dates(text: &str, today: &str) -> Vec<String> {
    let mut briefing = briefing(text);
    briefing.masthead.date = today.parse::<Date>().ok();
    let annotated = annotated(&briefing);
    let words = Words::new(&annotated);
    let anchors = Anchors::new(&briefing, &words);
    read(&words, &anchors)
        .iter()
        .map(|d| {
            let span = words.span(&d.tokens);
            let said = span.of(text);
            match d.date {
                Some((day, Some(last))) => format!("{said} = {day}..{last}"),
                Some((day, None)) if d.precision == Precision::Day => format!("{said} = {day}"),
                Some((day, None)) => format!("{said} = {day} {:?}", d.precision),
                None => format!("{said} = ?"),
            }
        })
        .collect()
}

#[track_caller]
fn check(today: &str, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(&dates(text, today), expected, "{text}");
    }
}

#[test]
fn days_of_a_month_take_the_year_that_their_tense_points_at() {
    check(
        "2021-12-30",
        &[
            ("They will meet on January 10 in Bern.", &["January 10 = 2022-01-10"]),
            ("They met on January 10, 2020, in Bern.", &["January 10, 2020 = 2020-01-10"]),
            ("They spoke on December 7.", &["December 7 = 2021-12-07"]),
            ("The ministers are to sit down on Jan. 10.", &["Jan. 10 = 2022-01-10"]),
            ("It ran from 16–18 June in Brussels.", &["16–18 June = 2021-06-16..2021-06-18"]),
            ("It ran on June 14-16 in Brussels.", &["June 14-16 = 2021-06-14..2021-06-16"]),
            ("It lasted from 30 September to 2 October.", &["30 September to 2 October = 2021-09-30..2021-10-02"]),
            ("The fleet sailed on the 27th.", &["the 27th = 2021-12-27"]),
            ("It will sail on the 4th.", &["the 4th = 2022-01-04"]),
            ("On 2021-11-05 it sailed; on 05.11.2021 too.", &["2021-11-05 = 2021-11-05", "05.11.2021 = 2021-11-05"]),
            ("He arrived on Wednesday, 8 December 2021.", &["Wednesday, 8 December 2021 = 2021-12-08"]),
            ("They will sign it on New Year's Day.", &["New Year's Day = 2022-01-01"]),
            ("It was agreed on 28 March last year.", &["28 March last year = 2020-03-28"]),
        ],
    );
}

#[test]
fn weekdays_go_with_the_tense_and_may_be_today() {
    // A Thursday.
    check(
        "2021-12-30",
        &[
            ("The two will speak on Thursday.", &["Thursday = 2021-12-30"]),
            ("The two spoke on Wednesday.", &["Wednesday = 2021-12-29"]),
            ("The two will speak on Wednesday.", &["Wednesday = 2022-01-05"]),
            ("The envoy on Tuesday denied it.", &["Tuesday = 2021-12-28"]),
            ("The envoy on Tuesday will deny it.", &["Tuesday = 2022-01-04"]),
            (
                "He left last Saturday and returns next Monday.",
                &["last Saturday = 2021-12-25", "next Monday = 2022-01-03"],
            ),
            ("They will meet Monday week.", &["Monday week = 2022-01-10"]),
            ("Chiefs will meet on Thursday and Friday.", &["Thursday and Friday = 2021-12-30..2021-12-31"]),
            ("A meeting could take place this Friday.", &["this Friday = 2021-12-31"]),
            ("He flew out on Tuesday of last week.", &["Tuesday of last week = 2021-12-21"]),
        ],
    );
}

#[test]
fn periods_are_their_first_day() {
    check(
        "2025-08-11",
        &[
            ("They are to meet again this autumn.", &["this autumn = 2025-09-01 Season"]),
            ("He is due there next week.", &["next week = 2025-08-18 Week"]),
            ("They met earlier this month.", &["earlier this month = 2025-08-01 Month"]),
            ("They met in May.", &["May = 2025-05-01 Month"]),
            ("They will meet in May.", &["May = 2026-05-01 Month"]),
            ("They met in October 2022.", &["October 2022 = 2022-10-01 Month"]),
            ("Talks ended in mid-July.", &["mid-July = 2025-07-01 Month"]),
            ("They came in early March.", &["early March = 2025-03-01 Month"]),
            ("War broke out in the summer of 2019.", &["the summer of 2019 = 2019-06-01 Season"]),
            ("They met last autumn.", &["last autumn = 2024-09-01 Season"]),
            ("The front broke in 2014.", &["2014 = 2014-01-01 Year"]),
            ("He was there a fortnight ago.", &["a fortnight ago = 2025-07-28 Week"]),
            ("He was there three days ago.", &["three days ago = 2025-08-08"]),
            (
                "He was there yesterday; they meet today and tomorrow.",
                &["yesterday = 2025-08-10", "today and tomorrow = 2025-08-11..2025-08-12"],
            ),
        ],
    );
}

#[test]
fn phrases_that_point_into_a_period() {
    // A Wednesday.
    check(
        "2021-05-05",
        &[
            ("They met over the weekend.", &["the weekend = 2021-05-01..2021-05-02"]),
            ("They will meet at the weekend.", &["the weekend = 2021-05-08..2021-05-09"]),
            ("They met earlier in the week.", &["earlier in the week = 2021-05-03 Week"]),
            ("They will meet at the end of the month.", &["the end of the month = 2021-05-01 Month"]),
            ("They will meet at the start of next year.", &["the start of next year = 2022-01-01 Year"]),
            ("They will meet by the end of the year.", &[]),
            ("They will meet the week after next.", &["the week after next = 2021-05-17 Week"]),
            ("They met the week before last.", &["the week before last = 2021-04-19 Week"]),
            ("They will meet in the week of 12 May.", &["the week of 12 May = 2021-05-10 Week"]),
            ("They will meet in the last week of August.", &["August = 2021-08-01 Month"]),
            ("They will meet on the first Monday in June.", &["the first Monday in June = 2021-06-07"]),
            ("They met on the last Friday of April.", &["the last Friday of April = 2021-04-30"]),
            ("They met on the twenty-third of March.", &["the twenty-third of March = 2021-03-23"]),
            ("They met on the last day of April.", &["the last day of April = 2021-04-30"]),
            // Which day that is, the year tells.
            ("They met on the last day of February.", &["February = 2021-02-01 Month"]),
        ],
    );
}

#[test]
fn days_and_weeks_away_from_today() {
    // A Wednesday.
    check(
        "2021-05-05",
        &[
            ("They will meet in ten days.", &["ten days = 2021-05-15"]),
            ("They are to meet in a fortnight.", &["a fortnight = 2021-05-17 Week"]),
            ("They built it in ten days.", &[]),
            ("They will meet a week on Friday.", &["a week on Friday = 2021-05-14"]),
            ("They will meet a week from today.", &["a week from today = 2021-05-12"]),
            ("They met a week ago on Monday.", &["a week ago on Monday = 2021-04-26"]),
            ("They met on 3 March and left that day.", &["3 March = 2021-03-03", "that day = 2021-03-03"]),
            (
                "They met on 3 March and left the same evening.",
                &["3 March = 2021-03-03", "the same evening = 2021-03-03"],
            ),
            ("They will meet over the next few weeks.", &["over the next few weeks = ?"]),
            ("They will meet within days, or at a later date.", &["within days = ?", "at a later date = ?"]),
        ],
    );
}

#[test]
fn what_was_ahead_is_the_nearest_day() {
    // A Wednesday.
    check(
        "2021-05-05",
        &[
            ("They were to meet on Friday.", &["Friday = 2021-05-07"]),
            ("A visit that had been set for Tuesday was called off.", &["Tuesday = 2021-05-04"]),
            ("Their ministers meet on Friday.", &["Friday = 2021-05-07"]),
            ("They met on Friday.", &["Friday = 2021-04-30"]),
        ],
    );
}

#[test]
fn days_counted_from_another_day_follow_it() {
    check(
        "2023-08-16",
        &[
            (
                "She left on 7 August. The mission came the next day.",
                &["7 August = 2023-08-07", "the next day = 2023-08-08"],
            ),
            (
                "They met on 14 July. A week earlier they had quarrelled.",
                &["14 July = 2023-07-14", "A week earlier = 2023-07-07"],
            ),
            (
                "He goes there on Monday and comes home two days later.",
                &["Monday = 2023-08-21", "two days later = 2023-08-23"],
            ),
        ],
    );
}

#[test]
fn without_the_day_of_writing_no_year_is_invented() {
    check(
        "",
        &[
            ("They will meet on January 10.", &["January 10 = ?"]),
            ("They spoke on Thursday, and in March 2020.", &["Thursday = ?", "March 2020 = 2020-03-01 Month"]),
        ],
    );
}

#[test]
fn other_words_and_numbers_are_no_dates() {
    check(
        "2021-12-30",
        &[
            ("Troops may march in the fall of the city.", &[]),
            ("Theresa May said 20 of the 14th Brigade fell.", &[]),
            ("Of 2000 troops 1999 came home in 20 trucks.", &[]),
            ("Resolution 2202 and Article 5 stand.", &[]),
            ("It lost 10 tanks and 1,500 men.", &[]),
            ("They signed on Good Friday, after Bloody Sunday.", &[]),
        ],
    );
}

#[test]
fn days_of_a_timeline_count_from_its_entries() {
    check(
        "2025-03-20",
        &[
            ("12 March: The envoy left on Monday.", &["12 March = 2025-03-12", "Monday = 2025-03-10"]),
            ("Minsk, 12 March. The envoy left yesterday.", &["12 March = 2025-03-12", "yesterday = 2025-03-11"]),
            ("12 March: The envoy left.\nShe came yesterday.", &["12 March = 2025-03-12", "yesterday = 2025-03-19"]),
            ("12 March\nShe came yesterday.", &["12 March = 2025-03-12", "yesterday = 2025-03-11"]),
            ("On 12 March she left. He came yesterday.", &["12 March = 2025-03-12", "yesterday = 2025-03-19"]),
        ],
    );
}

#[test]
fn new_days_and_timetables_are_ahead() {
    // A Wednesday.
    check(
        "2024-05-15",
        &[
            ("The visit has been put off until June.", &["June = 2024-06-01 Month"]),
            ("Talks between Oslo and Bonn resume on Friday.", &["Friday = 2024-05-17"]),
            ("Xi and Modi meet on Friday.", &["Friday = 2024-05-17"]),
            ("They met on Friday.", &["Friday = 2024-05-10"]),
            ("It goes back to February, when the two ministers sat down.", &["February = 2024-02-01 Month"]),
        ],
    );
}

#[test]
fn headings_go_on_from_each_other() {
    check(
        "2024-05-15",
        &[
            (
                "9 January 1991\nShe came.\n13 January\nHe left the same day.",
                &["9 January 1991 = 1991-01-09", "13 January = 2024-01-13", "the same day = 1991-01-13"],
            ),
            (
                "Thursday: The envoy confers in Rome. He left on Monday.",
                &["Thursday = 2024-05-16", "Monday = 2024-05-13"],
            ),
        ],
    );
}

#[test]
fn what_is_asked_for_is_no_promise() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            ("In Bonn on Monday he asked for patience.", &["Monday = 1988-05-30"]),
            ("In Bonn on Monday he looked in on her.", &["Monday = 1988-05-30"]),
            ("The ministers who called on him on Monday want time.", &["Monday = 1988-05-30"]),
            ("He asked to meet her on Monday.", &["Monday = 1988-06-06"]),
            ("She spoke of talks called for Monday.", &["Monday = 1988-06-06"]),
            ("It was to have been held this Saturday.", &["this Saturday = 1988-06-04"]),
            ("A trip pencilled in for mid-June is off.", &["mid-June = 1988-06-01 Month"]),
            ("It had been fixed for the 18th because of the rain.", &["the 18th = 1988-05-18"]),
            ("She comes to Bonn on Friday.", &["Friday = 1988-06-03"]),
            ("He fought the 18th Brigade.", &[]),
        ],
    );
}
