//! Who else takes part, how a meeting stands, and what is asked, wished or told in tables and diaries.

use super::check;

#[test]
fn hosts_behind_by_and_insertions() {
    // A Thursday.
    check(
        "1988-06-02",
        &[
            (
                "{Arafat} was received in {.Tunis} on Monday by {Bourguiba}.",
                &["arafat+bourguiba | 1988-05-30 | Tunis | Held"],
            ),
            (
                "{Shultz}, flanked by {Powell}, met {Shevardnadze} in {.Vienna} on Monday.",
                &["shultz+shevardnadze+powell | 1988-05-30 | Vienna | Held"],
            ),
            (
                "{Holst} held talks on Monday between {+Israel}, represented by {Peres}, and the {#PLO}, represented by {Abbas}.",
                &["peres+abbas+holst | 1988-05-30 | - | Held"],
            ),
            (
                "{Kohl} was {Mitterrand}'s guest in {.Evian} on Monday.",
                &["kohl+mitterrand | 1988-05-30 | Evian | Held"],
            ),
            ("{Kohl} was moved by {Mitterrand}'s letter on Monday.", &[]),
        ],
    );
}

#[test]
fn time_spent_with_somebody() {
    check(
        "1988-06-02",
        &[
            (
                "It took {Shultz} three hours with {Shamir} in {.Jerusalem} on Monday to get an answer.",
                &["shamir+shultz | 1988-05-30 | Jerusalem | Held"],
            ),
            (
                "{Kohl} and {Delors} put in ten hours together in {.Bonn} on Monday.",
                &["kohl+delors | 1988-05-30 | Bonn | Held"],
            ),
            ("{Kohl} worked ten hours with a secretary on Monday.", &[]),
        ],
    );
}

#[test]
fn what_was_to_have_been() {
    check(
        "1988-06-02",
        &[
            (
                "{Brito} was to have been received by {Gbagbo} in {.Abidjan} on Monday.",
                &["brito+gbagbo | 1988-05-30 | Abidjan | Cancelled"],
            ),
            (
                "Plans for a summit of {Arafat} and {Rabin} in {.Oslo} fell through.",
                &["arafat+rabin | - | Oslo | Cancelled"],
            ),
            (
                "Talks between {Arafat} and {Rabin}, convened by {Holst} for Monday, were cancelled.",
                &["arafat+rabin+holst | 1988-05-30 | - | Cancelled"],
            ),
            (
                "{Arafat} has suggested that he and {Rabin} see each other in {.Oslo}.",
                &["arafat+rabin | - | Oslo | Proposed"],
            ),
            ("Talks between {Arafat} and {Rabin} are needed.", &["arafat+rabin | - | - | Proposed"]),
            ("A reader asks whether talks with {Arafat} would be better.", &[]),
            ("Let them meet {Rabin}, let them sign.", &[]),
        ],
    );
}

#[test]
fn tables_and_diaries() {
    check(
        "1988-06-02",
        &[
            (
                "Who | With whom | When\n{Arafat} | {Rabin} | Wednesday | a treaty",
                &["arafat+rabin | 1988-06-01 | - | Held"],
            ),
            (
                "The G7 in {.Toronto}, 19-21 June. {Kohl} and {Mitterrand} will attend.",
                &["kohl+mitterrand | 1988-06-19..1988-06-21 | Toronto | Upcoming"],
            ),
            (
                "{Shultz} spoke in {.Amman} on Monday of hope. He was there to meet {Hussein}.",
                &["shultz+hussein | 1988-05-30 | Amman | Held"],
            ),
            ("Bread | Milk | Wednesday\n{Arafat} | {Rabin} | Friday", &[]),
        ],
    );
}

#[test]
fn others_are_not_there() {
    check(
        "1988-06-02",
        &[
            ("{Feith} speaks for the alliance with the rebels.", &[]),
            ("{Bush} and {Dukakis} debated in {.Winston-Salem} on Monday.", &[]),
            ("{+Egypt} brought {!Hamas} a message on Monday.", &[]),
            ("HMS Diamond visited {+Cyprus} on Monday.", &[]),
            ("{Arafat} could come after that.", &[]),
        ],
    );
}
